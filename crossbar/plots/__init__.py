"""Figures of a trajectory, of a device's answer to pulses, and of a programming.

They are matplotlib `Figure` objects; pyplot and its state stay untouched.  matplotlib is the extra `plot`.
"""

import os
from pathlib import Path

from crossbar.errors import FileError
from crossbar.plots.programming import plot_programming
from crossbar.plots.response import plot_response
from crossbar.plots.run import plot_run
from crossbar.trajectory import Run, place

SUFFIXES = ("png", "svg", "pdf")
DPI = 150  # dots an inch of a PNG


def save(run: Run | str | os.PathLike[str], out: str | os.PathLike[str], overwrite: bool = False) -> Path:
    """Draws `plot_run(run)` into the file `out`, in the format of its suffix (.png, .svg, .pdf); returns its path.

    A file appears whole or not at all, and replaces another only with `overwrite`.
    Raises FileError (unknown suffix, existing file, no folder, not writable), and as `plot_run`.
    """
    path = Path(out).absolute()
    kind = path.suffix.lower().removeprefix(".")
    if kind not in SUFFIXES:
        known = ", ".join(f".{suffix}" for suffix in SUFFIXES)
        raise FileError(f"{path}: the picture's suffix must be one of {known} (got {path.suffix!r}); change the name.")
    place.must_be_writable(path, overwrite)
    figure, temp = plot_run(run), place.temporary(path)
    try:
        figure.savefig(temp, format=kind, dpi=DPI)
        place.move(temp, path, overwrite)
    except OSError as error:
        raise FileError(
            f"{path}: the picture must be writable (got {error.strerror or error}); "
            "make room, check permissions, or choose another folder."
        ) from None
    finally:
        temp.unlink(missing_ok=True)
    return path


__all__ = ["plot_programming", "plot_response", "plot_run", "save"]
