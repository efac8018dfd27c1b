"""Figures of least squares: error floors and pulses beside the mean field; Tiki-Taka and symmetry points."""

from collections.abc import Mapping
from typing import TYPE_CHECKING

import numpy as np

from crossbar.analysis.resampling import over_seeds
from crossbar.plots.canvas import BLUE, DARK, GREEN, GREY, ORANGE, VERMILLION, arrange, blank_figure, entitle, legend

if TYPE_CHECKING:
    from matplotlib.axes import Axes
    from matplotlib.figure import Figure

COLOURS = (BLUE, VERMILLION, GREEN, ORANGE)
ERROR = "|A W − b|²/(2 N D)"

Lines = Mapping[str, tuple[np.ndarray, np.ndarray]]  # label -> abscissae, (repeats, abscissae) or (abscissae,)


def plot_least_squares(floors: Lines, apart: Lines, title: str = "Least squares") -> "Figure":
    """Draws errors against tau, and |pulses - mean field| against the step.

    Lines are means over repeats, bars +-1 standard error; what is called a closed form is dashed.  docs/theory.md
    (12.4)-(12.7).  Raises CrossbarError without matplotlib.
    """
    figure = blank_figure()
    arrange(figure, [[lambda ax: _draw(ax, floors, "Error floor", "bound tau", ERROR), lambda ax: _apart(ax, apart)]])
    entitle(figure, title)
    return figure


def plot_tiki_taka(rates: Lines, offsets: Lines, pairs: Lines, offset: float, title: str = "Tiki-Taka") -> "Figure":
    """Draws errors against the scale of the rates, against the symmetry point c, and against pairs of a zero shift.

    offset: the c of the last panel.  Otherwise as `plot_least_squares`; docs/theory.md (12.6).
    """
    figure = blank_figure()
    last = f"Zero shift of A, c = {offset:g}"
    arrange(figure, [[lambda ax: _scales(ax, rates), lambda ax: _draw(ax, offsets, "Symmetry points off 0", "c", ERROR),
                      lambda ax: _draw(ax, pairs, last, "pairs of pulses", ERROR)]])  # fmt: skip
    entitle(figure, title)
    return figure


def _draw(ax: "Axes", lines: Lines, title: str, x: str, y: str) -> None:
    ax.set_title(title)
    colours = iter(COLOURS)
    for label, (at, found) in lines.items():
        each = np.atleast_2d(found)
        mean, error = over_seeds(each.T)
        closed = "closed form" in label
        ax.errorbar(at, mean, None if closed or len(each) < 2 else error, fmt="--" if closed else "o-", capsize=3,
                    color=DARK if closed else next(colours), markersize=4, linewidth=1.2, label=label)  # fmt: skip
    ax.set(xlabel=x, ylabel=y, yscale="log")
    low, high = ax.get_ylim()
    ax.set_ylim(low, high * (high / low) ** 0.45)
    ax.tick_params(which="both", labelsize=8)
    ax.grid(axis="y", color=GREY, alpha=0.25, linewidth=0.5)
    legend(ax, loc="upper left")


def _scales(ax: "Axes", lines: Lines) -> None:
    _draw(ax, lines, "Both rates lowered, c = 0", "rates", ERROR)
    at = next(iter(lines.values()))[0]
    ax.set_xscale("log")
    ax.set_xticks(at, [f"x {value:g}" for value in at])
    ax.set_xticks([], minor=True)


def _apart(ax: "Axes", lines: Lines) -> None:
    _draw(ax, lines, "Pulses beside the mean field", "step of the device", "rms distance of W")
    at, found = next(iter(lines.values()))
    ax.plot(at, found[0] * np.sqrt(at / at[0]), color=GREY, linestyle="--", linewidth=1, label="∝ √step")
    ax.set_xscale("log")
    ax.set_xticks(at, [f"{value:g}" for value in at])
    ax.set_xticks([], minor=True)
    legend(ax, loc="upper left")
