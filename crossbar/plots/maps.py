"""Maps over the asymmetries of both arrays: accuracies of every pair of rates, scores, and where those are high.

Lee et al. 2022, fig. 7-9.  Cells are equally large, whatever the AF between them: the values are labelled.  Maps on a
regular grid of AF have axes that grow with the square root of AF, which shows 0 and spreads out what is small.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

import numpy as np

from crossbar.analysis.resampling import over_seeds
from crossbar.plots.canvas import DARK, VERMILLION, blank_figure, entitle

if TYPE_CHECKING:
    from matplotlib.axes import Axes
    from matplotlib.figure import Figure

    from crossbar.analysis.robustness import Map

AF_A, AF_C = "AF of array A", "AF of array C"
COLOURS, DIFFERENCES = "viridis", "RdBu_r"
CELL, ROOM = 0.5, 1.1  # inches
ACCURACIES = (0.1, 0.5, 0.8, 0.9, 0.95, 0.96, 0.97, 0.975, 0.98, 0.985, 0.99, 0.995)  # that may have a tick
MISSING = "#DDDDDD"


@dataclass(frozen=True)
class Cells:
    """A panel of labelled cells.

    x, y: the values of the axes.  values, errors: (n_x, n_y), NaN where there is none; errors None without any.

    kind: "accuracy" (shares of 1, coloured by the logarithm of the error, so that 97 and 98 % differ), "score", or
    "difference" (0 is white).
    """

    title: str
    x: Any
    y: Any
    values: np.ndarray
    errors: np.ndarray | None = None
    x_label: str = AF_A
    y_label: str = AF_C
    kind: str = "accuracy"
    best: bool = True  # marks the highest value


def plot_heat_maps(accuracy: Any, af_a: Any, af_c: Any, etas: Any, lambdas: Any, title: str = "") -> "Figure":
    """Draws test accuracies with their standard errors over the seeds, one panel a pair of rates.

    accuracy: (n_a, n_c, n_eta, n_lambda, n_seeds), shares of 1.  A row of panels for each eta (highest at the bottom),
    a column for each lambda; the highest value of a panel has a frame.  Raises CrossbarError without matplotlib.
    """
    mean, error = over_seeds(accuracy)
    panels = [[Cells(f"η = {eta:g}, λ = {rate:g}", af_a, af_c, mean[:, :, m, n], _some(error[:, :, m, n]))
               for n, rate in enumerate(lambdas)] for m, eta in enumerate(etas)]  # fmt: skip
    return plot_cells(panels, title)


def plot_cells(panels: Sequence[Sequence[Cells]], title: str = "") -> "Figure":
    """Draws rows of panels; those of one kind share their colours.  Raises CrossbarError without matplotlib."""
    figure = blank_figure()
    rows, columns = len(panels), max(map(len, panels))
    wide, high = (max(len(getattr(cells, name)) for row in panels for cells in row) for name in "xy")
    figure.set_size_inches(max(columns * (CELL * wide + 0.6) + ROOM, 7.0), rows * (CELL * high + 0.6) + ROOM)
    axes = figure.subplots(rows, columns, squeeze=False)
    for kind in dict.fromkeys(cells.kind for row in panels for cells in row):
        one = [(cells, axes[r][n]) for r, row in enumerate(panels) for n, cells in enumerate(row) if cells.kind == kind]
        scale = _scale(kind, np.concatenate([np.ravel(cells.values) for cells, _ in one]))
        for cells, ax in one:
            drawn = _cells(ax, cells, scale)
        scale.bar(figure, drawn, [ax for _, ax in one])
    entitle(figure, title)
    return figure


def plot_scores(maps: Sequence["Map"], level: float | None = None, title: str = "") -> "Figure":
    """Draws the scores of each threshold, a row each: as counted, and interpolated and smoothed.

    level: what is framed as a high region; None: 95 % of each map's maximum.  The star is the best point, its bars the
    95 % interval over resampled seeds.  Raises CrossbarError without matplotlib.
    """
    figure = blank_figure()
    high, wide = (max(len(getattr(each, name)) for each in maps) for name in ("af_c", "af_a"))
    figure.set_size_inches(max(2 * CELL * wide + 2.4, 9.0), len(maps) * max(CELL * high + 0.9, 3.6) + 0.7)
    axes = figure.subplots(len(maps), 2, squeeze=False)
    for (left, right), each in zip(axes, maps, strict=True):
        error = each.spread.scores.error if each.spread else None
        scale = _Scale(0, each.pairs, COLOURS, lambda v: v, lambda v: f"{v:g}", f"pairs of rates of {each.pairs}")
        _cells(left, Cells(f"score at {100 * each.threshold:g} %", each.af_a, each.af_c, each.scores, error,
                           kind="score", best=False), scale)  # fmt: skip
        drawn = _smooth(right, each, 0.95 * each.best_score if level is None else level)
        scale.bar(figure, drawn, [left, right])
    entitle(figure, title)
    return figure


def _smooth(ax: "Axes", each: "Map", level: float) -> Any:
    drawn = ax.pcolormesh(_edges(each.fine_a), _edges(each.fine_c), each.smooth.T, cmap=COLOURS, vmin=0,
                          vmax=each.pairs, rasterized=True)  # fmt: skip
    if each.smooth.min() < level <= each.smooth.max():
        ax.contour(each.fine_a, each.fine_c, each.smooth.T, [level], colors="white", linewidths=1.5)
    (a, c), spread = each.best, each.spread
    if spread:
        bars = [np.maximum([[each.best[n] - spread.best.low[n]], [spread.best.high[n] - each.best[n]]], 0)
                for n in (0, 1)]  # fmt: skip
        ax.errorbar(a, c, xerr=bars[0], yerr=bars[1], color=VERMILLION, capsize=3, linewidth=1.2)
    ax.plot(a, c, "*", color=VERMILLION, markersize=13, markeredgecolor="white", clip_on=False)
    ax.set_xscale("function", functions=(_root, np.square))
    ax.set_yscale("function", functions=(_root, np.square))
    for axis, values, label in ((ax.xaxis, each.af_a, AF_A), (ax.yaxis, each.af_c, AF_C)):
        axis.set_ticks(_apart(values), [f"{value:g}" for value in _apart(values)])
        axis.set_label_text(label, fontsize=8.5)
    ax.set_title(f"smoothed: {each.best_score:.2f} at ({a:.1f}, {c:.1f}); framed from {level:.2f}",
                 loc="left", fontsize=9)  # fmt: skip
    ax.tick_params(labelsize=8)
    return drawn


def _root(values: Any) -> np.ndarray:
    return np.sqrt(np.maximum(values, 0))


def _edges(points: np.ndarray) -> np.ndarray:
    """Half a step around each point, cut at the ends."""
    half = np.diff(points) / 2
    return np.concatenate([points[:1], points[:-1] + half, points[-1:]])


def _apart(values: np.ndarray) -> list[float]:
    """Those whose labels have room."""
    kept: list[float] = []
    for value in values:
        if not kept or np.sqrt(value) - np.sqrt(kept[-1]) > 0.06 * np.sqrt(values[-1]):
            kept.append(float(value))
    return kept


class _Scale:
    """Colours of values by `place`, between two ends; text of a value in a cell; the bar's label and ticks."""

    def __init__(self, low, high, colours, place, text, label, ticks=None):
        from matplotlib import colormaps
        from matplotlib.colors import Normalize

        self.norm = Normalize(place(low), place(high) if place(high) > place(low) else place(low) + 1)
        self.colours, self.place, self.text = colormaps[colours].with_extremes(bad=MISSING), place, text
        self.label, self.ticks = label, ticks

    def bar(self, figure, drawn, axes):
        bar = figure.colorbar(drawn, ax=axes, label=self.label, pad=0.02, fraction=0.04, aspect=30)
        if self.ticks:
            bar.set_ticks([self.place(tick) for tick in self.ticks], labels=[self.text(tick) for tick in self.ticks])
        bar.ax.tick_params(labelsize=8)
        bar.ax.yaxis.label.set_fontsize(8.5)


def _scale(kind: str, values: np.ndarray) -> _Scale:
    values = values[np.isfinite(values)] if np.isfinite(values).any() else np.zeros(1)
    low, high = values.min(), values.max()
    if kind == "accuracy":
        high = min(high, 0.9999)
        ticks = [tick for tick in ACCURACIES if low <= tick <= high]
        return _Scale(low, high, COLOURS, lambda v: -np.log10(np.maximum(1 - v, 1e-4)), lambda v: f"{100 * v:.4g}",
                      "test accuracy (%),\nby the logarithm of the error", ticks)  # fmt: skip
    if kind == "difference":
        most = max(abs(low), abs(high), 1e-12)
        return _Scale(-most, most, DIFFERENCES, lambda v: v, lambda v: f"{v:+.1f}", "difference")
    return _Scale(0, max(high, 1), COLOURS, lambda v: v, lambda v: f"{v:.3g}", "pairs of rates")


def _cells(ax: "Axes", cells: Cells, scale: _Scale) -> Any:
    from matplotlib.patches import Rectangle

    values = np.asarray(cells.values, np.float64)
    drawn = ax.imshow(np.ma.masked_invalid(scale.place(values.T)), origin="lower", cmap=scale.colours,
                      norm=scale.norm, aspect="auto", interpolation="nearest")  # fmt: skip
    for (i, j), value in np.ndenumerate(values):
        error = None if cells.errors is None else float(cells.errors[i, j])
        _write(ax, i, j, value, error, cells.kind, scale)
    if cells.best and np.isfinite(values).any():
        i, j = np.unravel_index(np.nanargmax(values), values.shape)
        ax.add_patch(Rectangle((i - 0.47, j - 0.47), 0.94, 0.94, fill=False, edgecolor=VERMILLION, linewidth=1.8))
    ax.set_xticks(range(len(cells.x)), [f"{x:g}" for x in cells.x])
    ax.set_yticks(range(len(cells.y)), [f"{y:g}" for y in cells.y])
    ax.set_xlabel(cells.x_label, fontsize=8.5)
    ax.set_ylabel(cells.y_label, fontsize=8.5)
    ax.set_title(cells.title, loc="left", fontsize=9, fontweight="bold", parse_math=False)
    ax.tick_params(labelsize=8, length=0)
    ax.spines[:].set_visible(False)
    return drawn


def _write(ax: "Axes", i: int, j: int, value: float, error: float | None, kind: str, scale: _Scale) -> None:
    if not np.isfinite(value):
        ax.text(i, j, "–", ha="center", va="center", fontsize=7, color=DARK)
        return
    text = _text(value, error if error is not None and np.isfinite(error) else None, kind, scale)
    red, green, blue, _ = scale.colours(scale.norm(scale.place(value)))
    bright = 0.299 * red + 0.587 * green + 0.114 * blue > 0.55
    ax.text(i, j, text, ha="center", va="center", fontsize=6.5, linespacing=1.1, color=DARK if bright else "white")


def _text(value: float, error: float | None, kind: str, scale: _Scale) -> str:
    """The value, and its error on a second line: per cent with two digits where that says something."""
    if kind == "accuracy":
        digits = 1 if error is None or error > 0.01 else 2
        return f"{100 * value:.{digits}f}" + (f"\n±{100 * error:.{digits}f}" if error is not None else "")
    return scale.text(value) + (f"\n±{error:.1f}" if error is not None and error >= 0.05 else "")


def _some(errors: np.ndarray) -> np.ndarray | None:
    return errors if np.isfinite(errors).any() else None
