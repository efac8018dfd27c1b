"""Figures of a trajectory, of a device's answer to pulses, and of a programming.

They are matplotlib `Figure` objects; pyplot and its state stay untouched.  matplotlib is the extra `plot`.
"""

import os
from pathlib import Path
from typing import Any

from crossbar.errors import FileError
from crossbar.figures_of_merit import characteristics
from crossbar.plots.programming import plot_programming
from crossbar.plots.response import plot_response
from crossbar.plots.run import plot_run
from crossbar.response import PulseResponse
from crossbar.trajectory import Run, place

SUFFIXES = ("png", "svg", "pdf")
DPI = 150  # dots an inch of a PNG


def save(
    run: Run | PulseResponse | str | os.PathLike[str], out: str | os.PathLike[str], overwrite: bool = False
) -> Path:
    """Draws `plot_run(run)`, or `plot_response` of a pulse response, into the file `out`; returns its path.

    In the format of its suffix (.png, .svg, .pdf).  A file appears whole or not at all, and replaces another only with
    `overwrite`.  Raises FileError (unknown suffix, existing file, no folder, not writable), and as `plot_run`.
    """
    path = check_picture(out, overwrite)
    figure = _response(run) if isinstance(run, PulseResponse) else plot_run(run)
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


def _response(response: PulseResponse) -> Any:
    figures = characteristics(response.device, response.up, response.down, response.cycles)
    return plot_response(response, figures)


def check_picture(out: str | os.PathLike[str], overwrite: bool = False) -> Path:
    """The path of a picture to be made.  FileError: unknown suffix, existing file, no folder."""
    path = Path(out).absolute()
    if path.suffix.lower().removeprefix(".") not in SUFFIXES:
        known = ", ".join(f".{suffix}" for suffix in SUFFIXES)
        raise FileError(f"{path}: the picture's suffix must be one of {known} (got {path.suffix!r}); change the name.")
    place.must_be_writable(path, overwrite)
    return path


__all__ = ["check_picture", "plot_programming", "plot_response", "plot_run", "save"]
