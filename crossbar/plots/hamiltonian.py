"""The figure of stochastic Hamiltonian descent: weight and momentum in time, their portrait, the amplitude."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

from crossbar.analysis.resampling import over_seeds
from crossbar.plots.canvas import (
    BLUE,
    DARK,
    GREEN,
    GREY,
    ORANGE,
    PINK,
    VERMILLION,
    arrange,
    blank_figure,
    entitle,
    legend,
)

if TYPE_CHECKING:
    from matplotlib.axes import Axes
    from matplotlib.figure import Figure

COLOURS = (BLUE, VERMILLION, GREEN, ORANGE, PINK)
POINTS = 30  # of pulses that are drawn beside a line


@dataclass(frozen=True)
class Drawn:
    """p, w: (steps + 1,) in the mean field.  pulses_p, pulses_w: of one cell by pulses.  amplitudes: (seeds, steps + 1)
    by pulses.  closed: (steps + 1,) amplitude in closed form.  shown: whether its course and portrait are drawn.
    """

    p: np.ndarray
    w: np.ndarray
    pulses_p: np.ndarray
    pulses_w: np.ndarray
    amplitudes: np.ndarray
    closed: np.ndarray
    shown: bool = True


def plot_hamiltonian(runs: Mapping[str, Drawn], turns: int, title: str = "Hamiltonian descent") -> "Figure":
    """Draws w and p of the first `turns` samples, p against w, the amplitude and its inverse; docs/theory.md (12.8).

    Lines are the mean field or closed forms, dots pulses.  Raises CrossbarError without matplotlib.
    """
    figure = blank_figure()
    colours = dict(zip(runs, COLOURS, strict=False))
    some = {name: run for name, run in runs.items() if run.shown}
    arrange(figure, [
        [lambda ax: _course(ax, some, colours, "w", turns), lambda ax: _course(ax, some, colours, "p", turns),
         lambda ax: _portrait(ax, some, colours)],
        [lambda ax: _inverse(ax, runs, colours), lambda ax: _amplitude(ax, runs, colours)],
    ])  # fmt: skip
    entitle(figure, title)
    return figure


def _course(ax: "Axes", runs: Mapping[str, Drawn], colours: Mapping[str, str], name: str, turns: int) -> None:
    ax.set_title({"w": "Weight w", "p": "Momentum p"}[name])
    ax.axhline(0, color=GREY, linewidth=0.8)
    for label, run in runs.items():
        ax.plot(getattr(run, name)[: turns + 1], color=colours[label], linewidth=1.2, label=label)
        at = np.arange(0, turns + 1, max(turns // (2 * POINTS), 1))
        ax.plot(at, getattr(run, f"pulses_{name}")[at], ".", color=colours[label], markersize=3)
    ax.set(xlabel="sample", ylabel=name)
    low, high = ax.get_ylim()
    ax.set_ylim(low, high + 0.35 * (high - low))
    legend(ax, loc="upper right", ncols=len(runs))


def _portrait(ax: "Axes", runs: Mapping[str, Drawn], colours: Mapping[str, str]) -> None:
    ax.set_title("Portrait")
    for label, run in runs.items():
        ax.plot(run.w, run.p, color=colours[label], linewidth=1)
        ax.plot(run.pulses_w[::20], run.pulses_p[::20], ".", color=colours[label], markersize=1.5)
    ax.plot(0, 0, "+", color=DARK, markersize=8)
    ax.set(xlabel="w", ylabel="p")
    ax.set_aspect("equal", "datalim")


def _inverse(ax: "Axes", runs: Mapping[str, Drawn], colours: Mapping[str, str]) -> None:
    ax.set_title("1/amplitude: straight lines")
    _amplitudes(ax, runs, colours, inverse=True)
    ax.set(xlabel="sample", ylabel="1/a")
    ax.plot([], [], color=GREY, linewidth=1, label="closed form")
    legend(ax, loc="upper left")


def _amplitude(ax: "Axes", runs: Mapping[str, Drawn], colours: Mapping[str, str]) -> None:
    ax.set_title("Amplitude")
    _amplitudes(ax, runs, colours, inverse=False)
    ax.set(xscale="log", yscale="log", xlabel="sample", ylabel="a")
    ax.tick_params(which="both", labelsize=8)


def _amplitudes(ax: "Axes", runs: Mapping[str, Drawn], colours: Mapping[str, str], inverse: bool) -> None:
    for label, run in runs.items():
        t = np.arange(len(run.closed))
        ax.plot(t[1:], (1 / run.closed if inverse else run.closed)[1:], color=colours[label], linewidth=1)
        last = len(t) - 1
        at = np.unique(np.linspace(0, last, POINTS) if inverse else np.geomspace(10, last, POINTS)).astype(int)
        mean, _ = over_seeds(run.amplitudes[:, at].T)
        ax.plot(at, 1 / mean if inverse else mean, ".", color=colours[label], markersize=4, label=label)
