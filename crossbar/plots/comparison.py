"""Algorithms side by side: what they reach on each device, and what they cost.  docs/theory.md (9.7)."""

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, Any

import numpy as np

from crossbar.plots.canvas import BLUE, DARK, GREY, ORANGE, SKY, VERMILLION, blank_figure, entitle

if TYPE_CHECKING:
    from matplotlib.axes import Axes
    from matplotlib.figure import Figure

COLOURS = (SKY, BLUE, ORANGE, VERMILLION)


def plot_comparison(
    names: Sequence[str], devices: Sequence[str], accuracy: Any, costs: Mapping[str, Any], best: float, title: str
) -> "Figure":
    """Draws the accuracies as a table of coloured cells, and a panel of bars for each cost, on logarithmic axes.

    names: algorithms, a row each.  devices: a column each.  accuracy: (names, devices), shares of 1; NaN: failed.
    costs: label -> (names, devices).  best: accuracy in floating point.  Raises CrossbarError without matplotlib.
    """
    figure = blank_figure()
    figure.set_size_inches(13.5, 0.48 * len(names) + 2.1)
    axes = figure.subplots(1, 1 + len(costs), sharey=True, width_ratios=[1.5, *[1.0] * len(costs)])
    _accuracies(axes[0], names, devices, np.asarray(accuracy), best)
    for ax, (label, values) in zip(axes[1:], costs.items(), strict=True):
        _bars(ax, label, devices, np.asarray(values))
    handles, labels = axes[-1].get_legend_handles_labels()
    figure.legend(handles, labels, loc="outside lower right", ncols=len(devices), fontsize=8, frameon=False)
    entitle(figure, title)
    return figure


def _accuracies(ax: "Axes", names: Sequence[str], devices: Sequence[str], accuracy: np.ndarray, best: float) -> None:
    error = np.log10(np.maximum(1 - accuracy, 1e-3))
    ax.imshow(error, cmap="viridis_r", vmin=np.log10(0.015), vmax=0.0, aspect="auto")
    for (row, column), value in np.ndenumerate(accuracy):
        text = f"{100 * value:.2f}" if np.isfinite(value) else "failed"
        ax.text(column, row, text, ha="center", va="center", fontsize=8.5,
                color="white" if error[row, column] > -0.75 else DARK)  # fmt: skip
    ax.set_xticks(range(len(devices)), [each.replace(", ", "\n") for each in devices], fontsize=8)
    ax.set_yticks(range(len(names)), names, fontsize=9)
    ax.tick_params(length=0)
    ax.set_title(f"test accuracy (%); floating point {100 * best:.2f}", loc="left", fontsize=9, fontweight="bold")


def _bars(ax: "Axes", label: str, devices: Sequence[str], values: np.ndarray) -> None:
    height = 0.8 / len(devices)
    for n, (device, colour) in enumerate(zip(devices, COLOURS, strict=False)):
        at = np.arange(len(values)) + (n - (len(devices) - 1) / 2) * height
        ax.barh(at, values[:, n], height, color=colour, label=device)
    ax.set_xscale("log")
    ax.set_title(label, loc="left", fontsize=9, fontweight="bold")
    ax.spines[["top", "right"]].set_visible(False)
    ax.tick_params(labelsize=8, length=3)
    ax.grid(axis="x", color=GREY, alpha=0.3, linewidth=0.6)
    ax.set_axisbelow(True)
