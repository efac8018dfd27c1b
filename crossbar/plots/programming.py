"""The figure of a write-verify programming: how far off, with how many pulses, where it failed."""

from functools import partial
from typing import TYPE_CHECKING, Any

import numpy as np

from crossbar.plots.canvas import BLUE, GREY, VERMILLION, arrange, blank_figure, empty_panel, entitle, legend, prefix

if TYPE_CHECKING:
    from matplotlib.axes import Axes
    from matplotlib.figure import Figure

    from crossbar.programming import Programmed


def plot_programming(found: "Programmed") -> "Figure":
    """Draws the errors as a histogram, the pulses of each cell, and where the failed cells lie.

    found: of `program` or `Tile.program`.  The histogram reaches 4 tolerances to either side; what lies beyond is
    counted in its last bars.  Raises CrossbarError without matplotlib.
    """
    figure = blank_figure()
    panels = (_errors, _pulses, _map)
    arrange(figure, [[partial(panel, found=found) for panel in panels]])
    cells, failed = found.error.size, int(found.failed.sum())
    used = (found.pulses_up + found.pulses_down).mean()
    entitle(figure, f"Programming: {cells} cells, {failed} failed ({100 * failed / cells:.3g} %)\n"
                    f"tolerance {found.tolerance:g} {'S' if found.unit == 'S' else ''}, {used:.4g} pulses a cell")
    return figure


def _errors(ax: "Axes", found: "Programmed") -> None:
    ax.set_title("Error")
    unit, factor = prefix(found.tolerance) if found.unit == "S" else ("weight", 1.0)
    tolerance = factor * found.tolerance
    error = np.clip(factor * found.error.ravel(), -4 * tolerance, 4 * tolerance)
    failed, edges = found.failed.ravel(), np.linspace(-4 * tolerance, 4 * tolerance, 81)
    for cells, colour, label in ((~failed, BLUE, "verified"), (failed, VERMILLION, "failed")):
        ax.stairs(np.histogram(error[cells], edges)[0], edges, fill=True, alpha=0.8, color=colour, label=label)
    for side in (-1, 1):
        ax.axvline(side * tolerance, color=GREY, linewidth=0.8, linestyle=":")
    ax.set(xlabel=f"error ({unit}); beyond 4 tolerances in the last bars", ylabel="cells per bin")
    legend(ax)


def _pulses(ax: "Axes", found: "Programmed") -> None:
    ax.set_title("Pulses of a cell")
    used = (found.pulses_up + found.pulses_down).ravel()
    edges = np.linspace(0, max(int(used.max()), 1), min(int(used.max()), 60) + 2)
    for cells, colour in ((~found.failed.ravel(), BLUE), (found.failed.ravel(), VERMILLION)):
        ax.stairs(np.histogram(used[cells], edges)[0], edges, fill=True, alpha=0.8, color=colour)
    ax.set(xlabel="pulses, up and down", ylabel="cells per bin")


def _map(ax: "Axes", found: "Programmed") -> None:
    ax.set_title("Failed cells")
    rows, columns = np.nonzero(np.atleast_2d(found.failed))
    if not len(rows):
        return empty_panel(ax, "none")
    shape: Any = np.atleast_2d(found.failed).shape
    ax.plot(columns, rows, "s", color=VERMILLION, markersize=max(1.5, min(6.0, 150 / max(shape))), markeredgewidth=0)
    ax.set(xlim=(-0.5, shape[1] - 0.5), ylim=(shape[0] - 0.5, -0.5), xlabel="column", ylabel="row")
