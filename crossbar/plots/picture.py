"""A figure as a file: whole or not at all."""

import os
from pathlib import Path
from typing import TYPE_CHECKING

from crossbar.errors import FileError
from crossbar.trajectory import place

if TYPE_CHECKING:
    from matplotlib.figure import Figure

SUFFIXES = ("png", "svg", "pdf")
DPI = 150  # dots an inch of a PNG


def check_picture(out: str | os.PathLike[str], overwrite: bool = False) -> Path:
    """The path of a picture to be made.  FileError: unknown suffix, existing file, no folder, not writable."""
    path = Path(out).absolute()
    if path.suffix.lower().removeprefix(".") not in SUFFIXES:
        known = ", ".join(f".{suffix}" for suffix in SUFFIXES)
        raise FileError(f"{path}: the picture's suffix must be one of {known} (got {path.suffix!r}); change the name.")
    place.must_be_writable(path, overwrite)
    return path


def write_picture(figure: "Figure", path: Path, overwrite: bool = False) -> Path:
    """Writes the figure to a path that `check_picture` gave; returns it.  FileError: not writable."""
    temp = place.temporary(path)
    try:
        figure.savefig(temp, format=path.suffix.lower()[1:], dpi=DPI)
        place.move(temp, path, overwrite)
    except OSError as error:
        raise FileError(
            f"{path}: the picture must be writable (got {error.strerror or error}); "
            "make room, check permissions, or choose another folder."
        ) from None
    finally:
        temp.unlink(missing_ok=True)
    return path
