"""The figure of least squares: error floors, symmetry points, and pulses beside the mean field."""

from collections.abc import Mapping
from typing import TYPE_CHECKING

import numpy as np

from crossbar.analysis.resampling import over_seeds
from crossbar.plots.canvas import BLUE, DARK, GREEN, GREY, VERMILLION, arrange, blank_figure, entitle, legend

if TYPE_CHECKING:
    from matplotlib.axes import Axes
    from matplotlib.figure import Figure

COLOURS = (BLUE, VERMILLION, GREEN, DARK)

Lines = Mapping[str, tuple[np.ndarray, np.ndarray]]  # label -> abscissae, (repeats, abscissae) or (abscissae,)


def plot_least_squares(floors: Lines, offsets: Lines, apart: Lines, title: str = "Least squares") -> "Figure":
    """Draws errors against tau, errors against the symmetry point c, and |pulses - mean field| against the step.

    Lines are means over repeats, bars +-1 standard error.  docs/theory.md (12.4)-(12.7).  Raises CrossbarError without
    matplotlib.
    """
    figure = blank_figure()
    arrange(figure, [[lambda ax: _draw(ax, floors, "Error floor", "bound tau", "|A W − b|²/(2 N D)"),
                      lambda ax: _draw(ax, offsets, "Symmetry point off 0", "symmetry point/tau", "|A W − b|²/(2 N D)"),
                      lambda ax: _apart(ax, apart)]])  # fmt: skip
    entitle(figure, title)
    return figure


def _draw(ax: "Axes", lines: Lines, title: str, x: str, y: str) -> None:
    ax.set_title(title)
    for colour, (label, (at, found)) in zip(COLOURS, lines.items(), strict=False):
        each = np.atleast_2d(found)
        mean, error = over_seeds(each.T)
        ax.errorbar(at, mean, error if len(each) > 1 else None, fmt="o-", color=colour, capsize=3, markersize=4,
                    linewidth=1.2, label=label)  # fmt: skip
    ax.set(xlabel=x, ylabel=y, yscale="log")
    low, high = ax.get_ylim()
    ax.set_ylim(low, high * (high / low) ** 0.45)
    ax.grid(axis="y", color=GREY, alpha=0.25, linewidth=0.5)
    legend(ax, loc="upper left")


def _apart(ax: "Axes", lines: Lines) -> None:
    _draw(ax, lines, "Pulses beside the mean field", "step of the device", "rms distance of W")
    at, found = next(iter(lines.values()))
    ax.plot(at, found[0] * np.sqrt(at / at[0]), color=GREY, linestyle="--", linewidth=1, label="∝ √step")
    ax.set_xscale("log")
    ax.set_xticks(at, [f"{value:g}" for value in at])
    ax.set_xticks([], minor=True)
    legend(ax, loc="upper left")
