"""Figures of fitted lines: trajectories on the loss surface, both arrays against time, distances with error bars."""

from collections.abc import Mapping, Sequence
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
    SKY,
    VERMILLION,
    Panel,
    arrange,
    blank_figure,
    entitle,
    epoch_axis,
    legend,
    value_axis,
)

if TYPE_CHECKING:
    from matplotlib.axes import Axes
    from matplotlib.figure import Figure

    from crossbar.analysis.regression import Course

    Courses = Mapping[str, Sequence[Course]]  # one course a seed

COLOURS = (DARK, BLUE, VERMILLION, GREEN, PINK, ORANGE, SKY, GREY)
PATHS = 3  # trajectories on one surface


def plot_regression(courses: "Courses", paths: Sequence[str], title: str = "Regression") -> "Figure":
    """Draws trainings by label, a course a seed each; `paths` are the labels whose first course is drawn in time.

    Loss surface with the ends of epochs, the intercept on C (and on A) sample by sample, distance to the least-squares
    line after each epoch and over the last 20, mean over seeds +-1 standard error.  docs/theory.md (12.1)-(12.3).
    Raises CrossbarError without matplotlib.
    """
    figure = blank_figure()
    colours = {label: COLOURS[n % len(COLOURS)] for n, label in enumerate(courses)}
    shown = [(label, courses[label][0], colours[label]) for label in paths]
    with_a = any(course.a is not None for _, course, _ in shown)
    above: list[Panel] = [lambda ax: _surface(ax, shown), lambda ax: _time(ax, shown, "c")]
    below: list[Panel] = [lambda ax: _epochs(ax, courses, colours), lambda ax: _bars(ax, courses, colours)]
    if with_a:
        above, below = [*above, lambda ax: _time(ax, shown, "a")], [*below, lambda ax: _signs(ax, courses, colours)]
    arrange(figure, [above, below])
    figure.set_size_inches(10.5, 6.6)
    entitle(figure, title)
    return figure


def _surface(ax: "Axes", shown: "Sequence[tuple[str, Course, str]]") -> None:
    ax.set_title("Loss, and the ends of epochs")
    points = shown[0][1].points
    ends = np.concatenate([course.ends for _, course, _ in shown])
    low, high = ends.min(axis=0) - 0.15, ends.max(axis=0) + 0.15
    w, b = np.linspace(low[0], high[0], 121), np.linspace(low[1], high[1], 121)
    loss = points.surface(w, b)
    levels = np.geomspace(loss.min(), loss.max(), 14)
    ax.contourf(w, b, loss, levels, cmap="Greys", norm="log", alpha=0.3)
    for label, course, colour in shown[:PATHS]:
        ax.plot(*course.ends.T, ".-", color=colour, markersize=3, linewidth=1, label=label)
    ax.plot(*points.best, "*", color=ORANGE, markeredgecolor=DARK, markersize=10, label="least squares")
    ax.set(xlabel="slope w", ylabel="intercept b")
    legend(ax, loc="upper left", bbox_to_anchor=(0.0, 1.0))


def _time(ax: "Axes", shown: "Sequence[tuple[str, Course, str]]", array: str) -> None:
    ax.set_title(f"Intercept on {array.upper()}")
    ax.axhline(0 if array == "a" else shown[0][1].points.best[1], color=ORANGE, linewidth=1.2, zorder=1)
    for label, course, colour in shown:
        values = getattr(course, array)
        if values is not None:
            ax.plot(np.arange(len(values)) / len(course.points.x), values[:, 1], color=colour, linewidth=0.7,
                    label=label, alpha=0.85)  # fmt: skip
    epoch_axis(ax)
    ax.set_ylabel(f"b on {array.upper()}")
    legend(ax, loc="lower right" if array == "c" else "upper right")


def _epochs(ax: "Axes", courses: "Courses", colours: Mapping[str, str]) -> None:
    ax.set_title("Distance after each epoch")
    for label, each in courses.items():
        found = np.array([np.linalg.norm(course.ends - course.points.best, axis=1) for course in each])
        mean, error = found.mean(axis=0), _errors(found)
        ax.plot(mean, color=colours[label], linewidth=1.2, label=label)
        ax.fill_between(np.arange(len(mean)), mean - error, mean + error, color=colours[label], alpha=0.2, linewidth=0)
    epoch_axis(ax)
    value_axis(ax)
    ax.set_ylabel("|(w, b) − least squares|")
    legend(ax, loc="upper right", ncols=2)


def _bars(ax: "Axes", courses: "Courses", colours: Mapping[str, str]) -> None:
    ax.set_title("Distance, last 20 epochs")
    _columns(ax, {label: np.array([c.distance() for c in each]) for label, each in courses.items()}, colours)
    value_axis(ax)
    ax.set_ylabel("distance, ±1 s.e.")


def _signs(ax: "Axes", courses: "Courses", colours: Mapping[str, str]) -> None:
    ax.set_title("Sign changes of A, intercept")
    found = {label: np.array([c.sign_changes()[1] for c in each]) for label, each in courses.items()
             if each[0].a is not None}  # fmt: skip
    _columns(ax, found, colours)
    ax.set_ylabel("sign changes, ±1 s.e.")


def _columns(ax: "Axes", values: Mapping[str, np.ndarray], colours: Mapping[str, str]) -> None:
    for n, (label, found) in enumerate(values.items()):
        ax.errorbar(n, found.mean(), _errors(found[:, None]), fmt="o", color=colours[label], capsize=4, markersize=5)
    ax.set_xticks(range(len(values)), list(values), rotation=30 if len(values) > 4 else 0)
    ax.set_xlim(-0.5, len(values) - 0.5)
    ax.grid(axis="y", which="both", color=GREY, alpha=0.25, linewidth=0.5)


def _errors(found: np.ndarray) -> np.ndarray:
    """Standard errors over the first axis; 0 where there is one repetition."""
    return over_seeds(found.T)[1].T if len(found) > 1 else np.zeros(found.shape[1:])


def plot_factors(courses: "Mapping[str, Course]", title: str = "Schedulers, measured") -> "Figure":
    """Draws, a row a label, A of the intercept and t(k) of the last step: MF_A,k MF_C,T of the samples that fired.

    docs/theory.md (11.5), (12.3).  Raises CrossbarError without matplotlib.
    """
    figure = blank_figure()
    rows: list[list[Panel]] = [
        [lambda ax, label=label, course=course: _auxiliary(ax, label, course),  # type: ignore[misc]
         lambda ax, course=course: _factor(ax, course), lambda ax, course=course: _schedule(ax, course)]  # type: ignore[misc]
        for label, course in courses.items()
    ]  # fmt: skip
    arrange(figure, rows)
    entitle(figure, title)
    return figure


def _auxiliary(ax: "Axes", label: str, course: "Course") -> None:
    ax.set_title(f"{label}: intercept on A")
    assert course.a is not None
    ax.axhline(0, color=GREY, linewidth=0.8)
    ax.plot(course.a[:, 1], color=VERMILLION, linewidth=0.7)
    ax.set(xlabel="sample", ylabel=f"b on A, {course.sign_changes()[1]} sign changes")


def _factor(ax: "Axes", course: "Course") -> None:
    from crossbar.analysis.scheduler import attributed

    ax.set_title("Worth of a request")
    assert course.a is not None
    found = attributed(course.increments())
    up = course.pulses[:, 1] > 0
    for part, colour, label in ((up, BLUE, "up"), (~up, VERMILLION, "down")):
        ax.plot(course.a[:-1, 1][part], found.mf_a[part, 1], ".", color=colour, markersize=2, label=label)
    ax.set(xlabel="A before the sample", ylabel="MF$_{A,k}$")
    _room(ax, found.mf_a[:, 1])
    legend(ax, loc="upper center", ncols=2)


def _schedule(ax: "Axes", course: "Course") -> None:
    from crossbar.analysis.scheduler import attributed

    ax.set_title("t(k) of the last step")
    t = attributed(course.increments()).t[:, 1]
    ax.plot(t, ".", color=GREEN, markersize=2)
    ax.set(xlabel="sample k", ylabel="t(k)")
    _room(ax, t)


def _room(ax: "Axes", values: np.ndarray) -> None:
    if np.isfinite(values).any():
        low, high = np.nanmin(values), np.nanmax(values)
        spare = max(0.1 * (high - low), 0.1 * abs(high), 0.05)
        ax.set_ylim(low - spare, high + 2.5 * spare)
