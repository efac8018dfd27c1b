"""The figure of an ablation: the ladder of test accuracies, and what each rung costs."""

from functools import partial
from typing import TYPE_CHECKING

import numpy as np

from crossbar.plots.canvas import BLUE, DARK, GREEN, GREY, VERMILLION, arrange, blank_figure, entitle

if TYPE_CHECKING:
    from matplotlib.axes import Axes
    from matplotlib.figure import Figure

    from crossbar.analysis.costs import Costs


def plot_ablation(costs: "Costs") -> "Figure":
    """Draws the test accuracy of every rung, its seeds as dots, and beside it what the rung costs.

    costs: of `xb.ablate`.  Bars are standard errors; costs within 3 of them are pale.  Raises CrossbarError without
    matplotlib.
    """
    figure = blank_figure()
    arrange(figure, [[partial(_accuracy, costs=costs), partial(_cost, costs=costs)]])
    figure.set_size_inches(9.0, 1.6 + 0.36 * len(costs.names))
    seeds = f"{len(costs.seeds)} seed{'s' * (len(costs.seeds) > 1)}"
    entitle(figure, f"{costs.name}  ·  what each non-ideality costs\n"
                    f"{costs.epochs} epochs, {seeds}; each rung has all that stands above it")  # fmt: skip
    return figure


def _accuracy(ax: "Axes", costs: "Costs") -> None:
    ax.set_title("Test accuracy")
    places, (mean, error) = np.arange(len(costs.names)), 100 * costs.mean.T
    for each in 100 * costs.accuracy.T:
        ax.plot(each, places, ".", color=GREY, markersize=4, zorder=1)
    ax.errorbar(mean, places, xerr=np.nan_to_num(error), fmt="o-", color=BLUE, ecolor=DARK, markersize=4, linewidth=1.2)
    ax.set_xlabel("test samples classified right (%)")
    ax.set_yticks(places, costs.names)
    _downward(ax, costs)


def _cost(ax: "Axes", costs: "Costs") -> None:
    ax.set_title("Cost against the rung before")
    places, (cost, error) = np.arange(len(costs.names)), 100 * costs.step.T
    colours = [VERMILLION if value > 0 else GREEN for value in cost]
    for place, value, bar, colour, clear in zip(places, cost, error, colours, costs.clear, strict=True):
        if np.isfinite(value):
            ax.barh(place, value, height=0.6, color=colour, alpha=0.9 if clear else 0.35, zorder=1)
            ax.errorbar(value, place, xerr=np.nan_to_num(bar), fmt="none", ecolor=DARK, linewidth=1)
    ax.axvline(0, color=GREY, linewidth=0.8)
    ax.set_xlabel("percentage points lost; left of 0: gained")
    ax.set_yticks(places, [])
    _downward(ax, costs)


def _downward(ax: "Axes", costs: "Costs") -> None:
    ax.set_ylim(len(costs.names) - 0.4, -0.6)
    ax.grid(axis="x", color=GREY, alpha=0.25, linewidth=0.6)
    ax.set_axisbelow(True)
