"""A figure, its panels, and how they look."""

from collections.abc import Callable
from textwrap import fill
from typing import TYPE_CHECKING, Any

import numpy as np

from crossbar.errors import CrossbarError

if TYPE_CHECKING:
    from matplotlib.axes import Axes
    from matplotlib.figure import Figure

# Okabe & Ito 2008, "Color Universal Design": told apart with any colour vision.
BLUE, VERMILLION, GREEN, ORANGE, SKY, PINK = "#0072B2", "#D55E00", "#009E73", "#E69F00", "#56B4E9", "#CC79A7"
DARK, GREY = "#222222", "#8C8C8C"
ARRAY_COLOURS = {"c": BLUE, "a": VERMILLION}
CELL_COLOURS = (GREEN, PINK, ORANGE, SKY, DARK)
MARKED = 30  # up to so many epochs each has its marker
PREFIXES = (("S", 1.0), ("mS", 1e3), ("µS", 1e6), ("nS", 1e9), ("pS", 1e12))

Panel = Callable[["Axes"], None]


def blank_figure() -> "Figure":
    try:
        from matplotlib.figure import Figure
        from matplotlib.layout_engine import ConstrainedLayoutEngine
    except ImportError:
        raise CrossbarError(
            'plots: needs matplotlib, which is not installed; pip install "pulse-crossbar[plot]"'
        ) from None
    return Figure(layout=ConstrainedLayoutEngine(w_pad=0.08, h_pad=0.08), facecolor="white")


def arrange(figure: "Figure", rows: list[list[Panel]]) -> None:
    """One panel a cell of a grid; the first of a short row takes the room that is left over."""
    columns = max(map(len, rows))
    figure.set_size_inches(max(3.5 * columns, 7.0), 2.6 * len(rows) + 0.7)
    grid = figure.add_gridspec(len(rows), columns)
    for r, row in enumerate(rows):
        spare = columns - len(row)
        for n, panel in enumerate(row):
            panel(figure.add_subplot(grid[r, n + spare if n else slice(0, spare + 1)]))
    for n, ax in enumerate(figure.axes):
        _dress(ax, "abcdefghijklmnopqrstuvwxyz"[n] if n < 26 else str(n + 1))


def _dress(ax: "Axes", letter: str) -> None:
    ax.set_title(f"{letter}  {ax.get_title()}", loc="left", fontsize=9, fontweight="bold")
    ax.set_title("")
    ax.spines[["top", "right"]].set_visible(False)
    ax.tick_params(labelsize=8, length=3)
    ax.xaxis.label.set_fontsize(8.5)
    ax.yaxis.label.set_fontsize(8.5)


def entitle(figure: "Figure", text: str) -> None:
    """The first line names the picture, the others explain it; a $ in a name is no formula."""
    width = int(12.5 * figure.get_figwidth())  # characters of 9.5 points
    text = "\n".join(fill(line, width, break_long_words=False) for line in text.split("\n"))
    figure.suptitle(text, x=0.012, ha="left", fontsize=9.5, linespacing=1.35, parse_math=False)


def empty_panel(ax: "Axes", text: str) -> None:
    ax.text(0.5, 0.5, text, transform=ax.transAxes, ha="center", va="center", color=GREY, fontsize=8.5)
    ax.set(xticks=[], yticks=[])


def legend(ax: "Axes", **options: Any) -> None:
    ax.legend(fontsize=7.5, frameon=False, handlelength=1.8, **options)


def marker(points: int, shape: str) -> dict[str, Any]:
    return {"marker": shape if points <= MARKED else "", "markersize": 3.5, "linewidth": 1.3}


def epoch_axis(ax: "Axes") -> None:
    from matplotlib.ticker import MaxNLocator

    ax.set_xlabel("epoch")
    ax.xaxis.set_major_locator(MaxNLocator(integer=True, nbins=8))


def value_axis(ax: "Axes") -> None:
    """Logarithmic, labelled with plain numbers, where the lines span more than a factor of 5 above 0; else from 0."""
    from matplotlib.ticker import FuncFormatter, LogLocator, NullLocator

    values = np.concatenate([np.asarray(line.get_ydata(), float) for line in ax.lines])
    values = values[np.isfinite(values)]
    if values.size and values.min() > 0 and values.max() > 5 * values.min():
        ax.set_yscale("log")
        ax.yaxis.set_major_locator(LogLocator(subs=(1.0, 2.0, 5.0)))
        ax.yaxis.set_minor_locator(NullLocator())
        ax.yaxis.set_major_formatter(FuncFormatter(lambda value, _: f"{value:g}"))
    else:
        ax.set_ylim(0, 1.25 * values.max() if values.any() else 1)


def prefix(siemens: float) -> tuple[str, float]:
    """The unit in which a conductance is at least 1, and how many of it make one siemens."""
    return next((p for p in PREFIXES if siemens * p[1] >= 1), PREFIXES[-1])
