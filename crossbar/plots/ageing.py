"""The figure of an aged network."""

from typing import TYPE_CHECKING

import numpy as np

from crossbar.plots.canvas import BLUE, DARK, GREY, arrange, blank_figure, entitle, legend, marker

if TYPE_CHECKING:
    from matplotlib.axes import Axes
    from matplotlib.figure import Figure

    from crossbar.analysis.aged import Aged

UNITS = (("years", 31557600.0), ("days", 86400.0), ("hours", 3600.0), ("minutes", 60.0))


def plot_age(aged: "Aged") -> "Figure":
    """Draws test error and change of the weights against the time since the training.

    aged: of `xb.age`.  Raises CrossbarError without matplotlib.
    """
    figure = blank_figure()
    arrange(figure, [[lambda ax: _error(ax, aged), lambda ax: _moved(ax, aged)]])
    entitle(figure, f"{aged.path.name}  ·  aged by {aged.law}")
    return figure


def _error(ax: "Axes", aged: "Aged") -> None:
    ax.set_title("Test error")
    ax.axhline(100 * (1 - aged.recorded), color=GREY, linestyle="--", linewidth=1, label="after the training")
    ax.plot(aged.seconds, 100 * (1 - aged.accuracy), color=DARK, label="aged", **marker(len(aged.seconds), "o"))
    _time_axis(ax, aged.seconds)
    ax.set_ylabel("error (%)")
    ax.set_ylim(0, None)
    legend(ax)


def _moved(ax: "Axes", aged: "Aged") -> None:
    ax.set_title("Change of the weights")
    ax.plot(aged.seconds, aged.moved, color=BLUE, **marker(len(aged.seconds), "o"))
    _time_axis(ax, aged.seconds)
    ax.set_ylabel("root mean square change")
    ax.set_ylim(0, None)


def _time_axis(ax: "Axes", seconds: np.ndarray) -> None:
    """Logarithmic from the first time that is not 0 on, a linear piece before it."""
    later = seconds[seconds > 0]
    ax.set_xlabel("time since the training (s)")
    if later.size and later.max() > 5 * later.min():
        ax.set_xscale("symlog", linthresh=float(later.min()))
    for name, size in UNITS:
        if later.size and later.max() >= size:
            ax.set_xlabel(f"time since the training (s); {later.max() / size:.3g} {name} at the right")
            break
