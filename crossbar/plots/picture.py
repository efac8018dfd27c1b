"""A figure as a file: whole or not at all."""

import os
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from crossbar.plots.canvas import blank_figure
from crossbar.trajectory import place

if TYPE_CHECKING:
    from matplotlib.figure import Figure

SUFFIXES = (".png", ".svg", ".pdf")
DPI = 150  # dots an inch of a PNG


def check_picture(out: str | os.PathLike[str], overwrite: bool = False) -> Path:
    """The path of a picture to be made, before there is a figure.

    FileError: unknown suffix, existing file, no folder, not writable.  CrossbarError: no matplotlib.
    """
    path = place.of_output(out, "picture", SUFFIXES, overwrite)
    blank_figure()
    return path


def write_picture(figure: "Figure", path: Path, overwrite: bool = False) -> Path:
    """Writes the figure to a path that `check_picture` gave; returns it.  FileError: not writable."""
    draw = partial(figure.savefig, format=path.suffix.lower()[1:], dpi=DPI)
    return place.write_whole(path, "picture", draw, overwrite)
