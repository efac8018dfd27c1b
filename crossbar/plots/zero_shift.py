"""The figure of zero shifting: cells on the way to their symmetry points, test errors by pairs and by what is left."""

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any

import numpy as np

from crossbar.analysis.resampling import over_seeds
from crossbar.plots.canvas import (
    BLUE,
    DARK,
    GREEN,
    GREY,
    ORANGE,
    SKY,
    VERMILLION,
    arrange,
    blank_figure,
    entitle,
    legend,
    value_axis,
)

if TYPE_CHECKING:
    from matplotlib.axes import Axes
    from matplotlib.figure import Figure

COLOURS = (BLUE, VERMILLION, GREEN, ORANGE)
SMALLEST = 1e-12  # of a distance that is drawn


def plot_zero_shift(counts: np.ndarray, approach: Mapping[str, Any], lines: Mapping[str, Any], nominal: Any,
                    exact: Any, title: str = "Zero shifting") -> "Figure":  # fmt: skip
    """Draws three panels; docs/theory.md (2.16).

    counts: pairs of pulses.  approach: label -> distances from the end, by pulses and in closed form, one a count.
    lines: label -> (abscissae, accuracies (abscissae, seeds)), the first against pairs of pulses, the others against
    errors of the references.  nominal, exact: accuracies (seeds,) with the references untouched, and at the symmetry
    points.  Raises CrossbarError without matplotlib.
    """
    figure = blank_figure()
    first, *others = lines
    levels = {"exact references": (exact, GREEN), "nominal references": (nominal, VERMILLION)}
    arrange(figure, [[
        lambda ax: _approach(ax, counts, approach),
        lambda ax: _pairs(ax, lines[first], levels),
        lambda ax: _errors(ax, {name: lines[name] for name in others}, levels),
    ]])  # fmt: skip
    entitle(figure, title)
    return figure


def _approach(ax: "Axes", counts: np.ndarray, approach: Mapping[str, Any]) -> None:
    ax.set_title("To the symmetry point")
    for colour, (label, (pulses, closed)) in zip(COLOURS, approach.items(), strict=False):
        ax.plot(counts, np.where(closed > SMALLEST, closed, np.nan), color=colour, linewidth=1)
        ax.plot(counts, np.where(pulses > SMALLEST, pulses, np.nan), "o", color=colour, markersize=3, label=label)
    ax.plot([], [], color=GREY, linewidth=1, label="closed form")
    ax.set(xscale="log", yscale="log", xlabel="pairs of pulses", ylabel="distance from the end", ylim=(SMALLEST, 4))
    ax.set_yticks(10.0 ** np.arange(-12, 1, 3))
    ax.set_yticks([], minor=True)
    legend(ax, loc="lower left")


def _pairs(ax: "Axes", line: Any, levels: Mapping[str, Any]) -> None:
    ax.set_title("Learning after n pairs")
    _line(ax, line, BLUE, "references by pulses")
    ax.set(xscale="log", xlabel="pairs of pulses", ylabel="test error (%)")
    _levels(ax, levels)


def _errors(ax: "Axes", lines: Mapping[str, Any], levels: Mapping[str, Any]) -> None:
    ax.set_title("Learning with wrong references")
    for colour, label, name in zip((SKY, DARK), ("error of each, std", "one offset for all"), lines, strict=True):
        _line(ax, lines[name], colour, label)
    ax.set(xscale="log", xlabel="error of the references (bounds ±1)", ylabel="test error (%)")
    ticks = lines[next(iter(lines))][0]
    ax.set_xticks(ticks, [f"{tick:g}" for tick in ticks])
    ax.set_xticks([], minor=True)
    _levels(ax, levels)


def _line(ax: "Axes", line: Any, colour: str, label: str) -> None:
    at, values = line
    mean, error = over_seeds(values)
    ax.errorbar(at, 100 * (1 - mean), 100 * error if values.shape[1] > 1 else None, fmt="o-", color=colour, capsize=3,
                markersize=4, linewidth=1.2, label=label)  # fmt: skip


def _levels(ax: "Axes", levels: Mapping[str, Any]) -> None:
    for label, (values, colour) in levels.items():
        ax.axhline(100 * (1 - float(np.mean(values))), color=colour, linestyle="--", linewidth=1, label=label)
    value_axis(ax)
    low, high = ax.get_ylim()
    ax.set_yticks([tick for tick in (0.5, 1, 2, 5, 10, 20, 50, 100) if low <= tick <= high])
    ax.set_ylim(low, high * (high / low) ** 0.5)
    legend(ax, loc="upper left")
