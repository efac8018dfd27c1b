"""Learning curves of several ways of training, means and standard errors over seeds.  docs/theory.md (5)."""

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any

import numpy as np

from crossbar.analysis.resampling import over_seeds
from crossbar.plots.canvas import (
    BLUE,
    DARK,
    GREEN,
    ORANGE,
    PINK,
    SKY,
    VERMILLION,
    arrange,
    blank_figure,
    entitle,
    epoch_axis,
    legend,
    marker,
)

if TYPE_CHECKING:
    from matplotlib.axes import Axes
    from matplotlib.figure import Figure

COLOURS = (BLUE, VERMILLION, GREEN, ORANGE, PINK, SKY, DARK)


def plot_courses(courses: Mapping[str, Any], title: str) -> "Figure":
    """courses: name -> accuracy (seeds, epochs + 1), record 0 before the training; error rates on a log axis beside it.

    Thin lines are single seeds, thick ones their mean, bands one standard error.
    """
    figure = blank_figure()
    arrange(figure, [[lambda ax: _accuracy(ax, courses), lambda ax: _error(ax, courses)]])
    figure.set_size_inches(9.5, 4.2)
    entitle(figure, title)
    return figure


def _accuracy(ax: "Axes", courses: Mapping[str, Any]) -> None:
    _lines(ax, {name: 100 * np.asarray(values) for name, values in courses.items()})
    ax.set(title="test accuracy", ylabel="test accuracy (%)", ylim=(0, 102))
    legend(ax, loc="lower right")


def _error(ax: "Axes", courses: Mapping[str, Any]) -> None:
    from matplotlib.ticker import FuncFormatter, LogLocator, NullLocator

    _lines(ax, {name: 100 * (1 - np.asarray(values)) for name, values in courses.items()})
    ax.set(title="test error, logarithmic", ylabel="test error (%)", yscale="log")
    ax.yaxis.set_major_locator(LogLocator(subs=(1.0, 2.0, 5.0)))
    ax.yaxis.set_minor_locator(NullLocator())
    ax.yaxis.set_major_formatter(FuncFormatter(lambda value, _: f"{value:g}"))


def _lines(ax: "Axes", courses: Mapping[str, Any]) -> None:
    for (name, values), colour in zip(courses.items(), COLOURS, strict=False):
        epochs = np.arange(values.shape[1])
        ax.plot(epochs, values.T, color=colour, linewidth=0.6, alpha=0.35)
        mean, error = over_seeds(values.T)
        ax.plot(epochs, mean, color=colour, label=name, **marker(len(epochs), "o"))
        if len(values) > 1:
            ax.fill_between(epochs, mean - error, mean + error, color=colour, alpha=0.2, linewidth=0)
    epoch_axis(ax)
