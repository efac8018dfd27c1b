"""The figure of gradient schedulers: weights of past gradients in a step."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

from crossbar.plots.canvas import BLUE, DARK, GREY, VERMILLION, Panel, arrange, blank_figure, entitle, legend

if TYPE_CHECKING:
    from matplotlib.axes import Axes
    from matplotlib.figure import Figure

    from crossbar.analysis.lags import LagKernel


@dataclass(frozen=True)
class Kernel:
    """One panel of weights against lag: what was measured, the closed form, and a line more where there is one.

    closed, other: a number a lag, in the unit of the kernel.  shown: the largest lag drawn.
    """

    title: str
    measured: "LagKernel"
    closed: np.ndarray
    label: str
    other: np.ndarray | None = None
    other_label: str = ""
    shown: int | None = None


@dataclass(frozen=True)
class Course:
    """The weights t(k)/t(T) of one step of one cell, and A on the way there; (T + 1,) each.

    fired: as measured from single pulses, NaN where none was fired.
    """

    title: str
    a: np.ndarray
    closed: np.ndarray
    measured: np.ndarray
    fired: np.ndarray


def plot_scheduler(kernels: Sequence[Kernel], courses: Sequence[Course], title: str = "Schedulers") -> "Figure":
    """Draws t(k) against the lag T - k, a panel a kernel, then the single steps in `courses`, two panels each.

    docs/theory.md (11.4)-(11.6).  Raises CrossbarError without matplotlib.
    """
    figure = blank_figure()
    panels: list[Panel] = [lambda ax, kernel=kernel: _kernel(ax, kernel) for kernel in kernels]  # type: ignore[misc]
    for course in courses:
        panels += [lambda ax, course=course: _weights(ax, course),  # type: ignore[misc]
                   lambda ax, course=course: _auxiliary(ax, course)]  # type: ignore[misc]
    arrange(figure, [panels[n : n + 3] for n in range(0, len(panels), 3)])
    entitle(figure, title)
    return figure


def _kernel(ax: "Axes", kernel: Kernel) -> None:
    ax.set_title(kernel.title)
    found, lags = kernel.measured, np.arange(len(kernel.closed))
    ax.axhline(0, color=GREY, linewidth=0.8)
    ax.plot(lags, kernel.closed, color=DARK, linewidth=1.2, label=kernel.label, zorder=1)
    if kernel.other is not None:
        ax.plot(lags, kernel.other, color=VERMILLION, linewidth=1.2, linestyle="--", label=kernel.other_label)
    ax.errorbar(found.lag, found.weight, 2 * found.error, (found.last - found.first) / 2, fmt="o", color=BLUE,
                markersize=3.5, linewidth=1, label="measured, ±2 s.e.")  # fmt: skip
    shown = kernel.shown or len(kernel.closed) - 1
    ax.set(xlabel="lag T − k (samples)", ylabel="t(k)", xlim=(shown * 1.03, -0.03 * shown))
    top = max(1.0, float(np.max(kernel.closed)), float(np.max(found.weight)))
    ax.set_ylim(min(-0.08 * top, 1.2 * float(np.min(found.weight))), 1.45 * top)
    legend(ax, loc="upper left")


def _weights(ax: "Axes", course: Course) -> None:
    ax.set_title(course.title)
    k = np.arange(len(course.closed))
    ax.plot(k, course.fired, ".", color=BLUE, markersize=4, label="from pulses that fired")
    ax.plot(k, course.measured, ".", color=VERMILLION, markersize=3, label="from increments, mean field")
    ax.plot(k, course.closed, color=GREY, linewidth=0.6, zorder=1, label="MF$_{A,k}$/MF$_{A,T}$")
    ax.set(xlabel="sample k", ylabel="t(k)/t(T)")
    low, high = np.nanmin([course.closed, course.fired]), np.nanmax([course.closed, course.fired])
    ax.set_ylim(low - 0.05 * (high - low), high + 0.45 * (high - low))
    legend(ax, loc="upper left")


def _auxiliary(ax: "Axes", course: Course) -> None:
    ax.set_title("A of that cell")
    ax.axhline(0, color=GREY, linewidth=0.8)
    ax.plot(course.a, color=VERMILLION, linewidth=1.2)
    ax.set(xlabel="sample k", ylabel="weight on A")
