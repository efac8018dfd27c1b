"""Figures of weights programmed by learning: error maps, courses under a constant gradient, error and symmetry.

docs/theory.md (16); Rasch et al. 2024, fig. 3 and 4.
"""

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, Any

import numpy as np

from crossbar.analysis.resampling import over_seeds
from crossbar.plots.about import ALGORITHMS
from crossbar.plots.canvas import (
    BLUE,
    DARK,
    GREEN,
    GREY,
    ORANGE,
    PINK,
    SKY,
    VERMILLION,
    arrange,
    blank_figure,
    entitle,
    legend,
)

if TYPE_CHECKING:
    from matplotlib.axes import Axes
    from matplotlib.figure import Figure

    from crossbar.analysis.weight_programming import Drive

COLOURS = {"sgd": DARK, "tiki_taka": GREEN, "ttv2": VERMILLION, "cttv2": BLUE, "agad": PINK}
CELL, TICKS = 0.62, (2, 5, 10, 20, 50, 100, 200)

Published = Mapping[tuple[str, float, float], float]  # algorithm, states, spread of the references -> error


def plot_error_maps(errors: Mapping[str, np.ndarray], states: Sequence[float], spreads: Sequence[float],
                    published: Published, title: str = "") -> "Figure":  # fmt: skip
    """Draws the weight error, a panel an algorithm, over the spread of the references (x) and the states (y).

    errors: per cent, (states, spreads, seeds).  In a cell: the mean over seeds, and in brackets what is published for
    it.  Colours are by the logarithm.  Raises CrossbarError without matplotlib.
    """
    from matplotlib.colors import LogNorm

    figure = blank_figure()
    means = {kind: over_seeds(found)[0] for kind, found in errors.items()}
    every = np.concatenate([mean.ravel() for mean in means.values()])
    low, high = float(every.min()), float(max(every.max(), 1.01 * every.min()))
    norm = LogNorm(low, high)
    figure.set_size_inches(len(means) * (CELL * len(spreads) + 0.45) + 1.2, CELL * len(states) + 1.7)
    axes = figure.subplots(1, len(means), squeeze=False, sharey=True)[0]
    for ax, (kind, mean) in zip(axes, means.items(), strict=True):
        drawn = ax.imshow(mean, origin="lower", cmap="viridis", norm=norm, aspect="auto", interpolation="nearest")
        for (i, j), value in np.ndenumerate(mean):
            beside = published.get((kind, states[i], spreads[j]))
            red, green, blue, _ = drawn.cmap(norm(value))
            colour = DARK if 0.299 * red + 0.587 * green + 0.114 * blue > 0.55 else "white"
            text = f"{value:.1f}" + (f"\n({beside:.1f})" if beside is not None else "")
            ax.text(j, i, text, ha="center", va="center", fontsize=7, color=colour, linespacing=1.15)
        _axes(ax, ALGORITHMS[kind], states, spreads)
    axes[0].set_ylabel("states of a device", fontsize=8.5)
    bar = figure.colorbar(drawn, ax=list(axes), label="weight error (%)", pad=0.01, fraction=0.03)
    ticks = [tick for tick in TICKS if low <= tick <= high]
    bar.set_ticks(ticks, labels=[f"{tick:g}" for tick in ticks], minor=False)
    bar.minorticks_off()
    entitle(figure, title)
    return figure


def _axes(ax: "Axes", name: str, states: Sequence[float], spreads: Sequence[float]) -> None:
    ax.set_xticks(range(len(spreads)), [f"{spread:g}" for spread in spreads])
    ax.set_yticks(range(len(states)), [f"{n:g}" for n in states])
    ax.set_xlabel("σ of the references", fontsize=8.5)
    ax.set_title(name, loc="left", fontsize=9, fontweight="bold")
    ax.tick_params(labelsize=8, length=0)
    ax.spines[:].set_visible(False)


def plot_constant_gradient(rows: Mapping[str, Mapping[str, "Drive"]], step: float, title: str = "") -> "Figure":
    """Draws cell (0, 0): A, where there is one its learnt reference, the buffer H, and C in tens of a device's steps.

    rows: a label of the reference -> algorithm -> its courses.  Raises CrossbarError without matplotlib.
    """
    figure = blank_figure()
    arrange(figure, [[_driven(label, kind, drive, step) for kind, drive in row.items()] for label, row in rows.items()])
    entitle(figure, title)
    return figure


def _driven(label: str, kind: str, drive: "Drive", step: float) -> Any:
    def panel(ax: "Axes") -> None:
        ax.axhline(0, color=GREY, linewidth=0.6)
        ax.plot(drive.a[:, 0, 0], color=SKY, linewidth=0.8, label="A, as read")
        if drive.learnt.any():
            ax.plot(drive.learnt[:, 0, 0], color=PINK, linewidth=1.2, label="its learnt reference")
        ax.plot(drive.h[:, 0, 0], color=GREEN, linewidth=0.8, label="H/threshold")
        ax.plot((drive.c[:, 0, 0] - drive.c[0, 0, 0]) / (10 * step), color=ORANGE, linewidth=1.8, label="C in 10 steps")
        ax.set(title=f"{ALGORITHMS[kind]}, {label}", xlabel="update", ylim=(-1.4, 3.0))
        if kind == "agad":
            legend(ax, loc="upper left", ncols=2)

    return panel


def plot_symmetry(index: np.ndarray, panels: Mapping[str, Mapping[str, np.ndarray]], title: str = "") -> "Figure":
    """Draws the weight error against the symmetry index, a panel a spread of the references, a line an algorithm.

    panels: label -> algorithm -> per cent, (indices, seeds); bars are standard errors.  Raises CrossbarError without
    matplotlib.
    """
    figure = blank_figure()
    arrange(figure, [[_lines(index, label, errors) for label, errors in panels.items()]])
    entitle(figure, title)
    return figure


def _lines(index: np.ndarray, label: str, errors: Mapping[str, np.ndarray]) -> Any:
    def panel(ax: "Axes") -> None:
        for kind, found in errors.items():
            mean, error = over_seeds(found)
            ax.errorbar(index, mean, error if found.shape[-1] > 1 else None, fmt="o-", color=COLOURS[kind], capsize=3,
                        markersize=4, linewidth=1.2, label=ALGORITHMS[kind])  # fmt: skip
        ax.set(title=label, xlabel="symmetry index", ylabel="weight error (%)", yscale="log", ylim=(2, 400))
        ax.set_yticks(TICKS, [f"{tick:g}" for tick in TICKS])
        ax.set_yticks([], minor=True)
        legend(ax, loc="upper left", ncols=3)

    return panel
