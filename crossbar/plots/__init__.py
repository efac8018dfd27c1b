"""Figures of a trajectory, of a device's answer to pulses, of a programming, of wear and of age, and maps of
asymmetries.

They are matplotlib `Figure` objects; pyplot and its state stay untouched.  matplotlib is the extra `plot`.
"""

import os
from pathlib import Path
from typing import Any

from crossbar.figures_of_merit import characteristics
from crossbar.fitting import Fit
from crossbar.plots.ablation import plot_ablation
from crossbar.plots.ageing import plot_age
from crossbar.plots.fit import plot_fit
from crossbar.plots.ledger import plot_ledger
from crossbar.plots.maps import plot_cells, plot_heat_maps, plot_scores
from crossbar.plots.picture import check_picture, write_picture
from crossbar.plots.programming import plot_programming
from crossbar.plots.response import plot_response
from crossbar.plots.run import plot_run
from crossbar.response import PulseResponse
from crossbar.trajectory import Run


def save(
    run: Run | PulseResponse | str | os.PathLike[str], out: str | os.PathLike[str], overwrite: bool = False
) -> Path:
    """Draws `plot_run(run)`, or `plot_response` of a pulse response, into the file `out`; returns its path.

    In the format of its suffix (.png, .svg, .pdf).  A file appears whole or not at all, and replaces another only with
    `overwrite`.  Raises FileError (unknown suffix, existing file, no folder, not writable), and as `plot_run`.
    """
    path = check_picture(out, overwrite)
    figure = _response(run) if isinstance(run, PulseResponse) else plot_run(run)
    return write_picture(figure, path, overwrite)


def _response(response: PulseResponse) -> Any:
    figures = characteristics(response.device, response.up, response.down, response.cycles)
    return plot_response(response, figures)


def save_fit(fit: Fit, out: str | os.PathLike[str], overwrite: bool = False) -> Path:
    """Draws `plot_fit(fit)` into the file `out`, as `save` does."""
    path = check_picture(out, overwrite)
    return write_picture(plot_fit(fit), path, overwrite)


__all__ = [
    "check_picture",
    "plot_ablation",
    "plot_age",
    "plot_cells",
    "plot_fit",
    "plot_heat_maps",
    "plot_ledger",
    "plot_programming",
    "plot_response",
    "plot_run",
    "plot_scores",
    "save",
    "save_fit",
    "write_picture",
]
