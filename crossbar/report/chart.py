"""Lines over epochs, as numbers in the coordinates of an SVG that parts.html draws."""

from collections.abc import Iterator, Sequence
from math import ceil, floor, log10
from typing import Any, NamedTuple

import numpy as np

from crossbar.plots.canvas import BLUE, DARK, GREEN, VERMILLION

WIDTH, HEIGHT = 420, 270  # small enough that its text can be read when a phone shrinks it
LEFT, RIGHT, TOP, BOTTOM = 54, WIDTH - 12, 10, HEIGHT - 40  # of the lines
SIZE = {"width": WIDTH, "height": HEIGHT, "left": LEFT, "right": RIGHT, "top": TOP, "bottom": BOTTOM}
COLOURS = (DARK, BLUE, VERMILLION, GREEN, "#7b3294")
DASHES = ("", "6 3", "2 3", "9 3 2 3")
DOTS = 60  # of a line; a longer one has a dot, with its value, here and there


class Line(NamedTuple):
    """y: by epoch; what is NaN is left out.  error: standard error at each y, or None.  number: of its colour."""

    label: str
    y: Any
    error: Any = None
    number: int | None = None
    dash: int | None = None


class Drawn(NamedTuple):
    """paths, band: of SVG.  dots: x, y and what is told there."""

    label: str
    colour: str
    dash: str
    path: str
    band: str
    dots: list[tuple[float, float, str]]


class Chart(NamedTuple):
    """x_ticks, y_ticks: place and text.  rows: the numbers behind it."""

    caption: str
    x_label: str
    y_label: str
    x_ticks: list[tuple[float, str]]
    y_ticks: list[tuple[float, str]]
    lines: list[Drawn]
    heads: list[str]
    rows: list[list[str]]


def chart(caption: str, y_label: str, epochs: Sequence[int], lines: Sequence[Line]) -> Chart | None:
    """None where there is nothing to draw.  epochs: of all lines."""
    values = [np.asarray(line.y, float) for line in lines]
    kept = [n for n, y in enumerate(values) if np.isfinite(y).any()]
    if not kept:
        return None
    lines, values = [lines[n] for n in kept], [values[n] for n in kept]
    errors = [np.zeros(len(y)) if line.error is None else np.nan_to_num(line.error)
              for line, y in zip(lines, values, strict=True)]  # fmt: skip
    low = min(np.nanmin(y - e) for y, e in zip(values, errors, strict=True))
    high = max(np.nanmax(y + e) for y, e in zip(values, errors, strict=True))
    ticks = list(nice(low, high))
    low, high = min(low, ticks[0]), max(high, ticks[-1])
    x = np.asarray(epochs, float)
    across = _scale(x.min(), x.max(), LEFT, RIGHT)
    down = _scale(low, high, BOTTOM, TOP)
    drawn = [_draw(n, line, x, y, e, across, down)
             for n, (line, y, e) in enumerate(zip(lines, values, errors, strict=True))]  # fmt: skip
    return Chart(
        caption, "epoch", y_label, [(across(t), f"{t:g}") for t in nice(x.min(), x.max(), whole=True)],
        [(down(t), f"{t:g}") for t in ticks], drawn, ["epoch", *(line.label for line in lines)],
        [[str(epoch), *(number(y[n]) for y in values)] for n, epoch in enumerate(epochs)],
    )  # fmt: skip


def number(value: float) -> str:
    return f"{value:.4g}" if np.isfinite(value) else "–"


def nice(low: float, high: float, whole: bool = False, most: int = 6) -> Iterator[float]:
    """Round numbers around low ... high; whole: no fractions, none outside."""
    if not high > low:
        yield low
        return
    step = _step((high - low) / (most - 1))
    step = max(1.0, step) if whole else step
    first, last = (ceil(low / step), floor(high / step)) if whole else (floor(low / step), ceil(high / step))
    for n in range(first, last + 1):
        yield round(n * step, 12)


def _step(least: float) -> float:
    """1, 2 or 5 times a power of 10, not below `least`."""
    power = 10.0 ** floor(log10(least))
    return float(next(power * f for f in (1, 2, 5, 10) if power * f >= least * (1 - 1e-9)))


def _scale(a: float, b: float, start: float, end: float) -> Any:
    """The map of a ... b to start ... end; one value alone lies in the middle."""
    if not b > a:
        return lambda value: (start + end) / 2
    return lambda value: round(float(start + (value - a) / (b - a) * (end - start)), 2)


def _draw(n: int, line: Line, x: np.ndarray, y: np.ndarray, error: np.ndarray, across: Any, down: Any) -> Drawn:
    good = np.flatnonzero(np.isfinite(y))
    points = [(across(x[i]), down(y[i])) for i in good]
    every = ceil(len(good) / DOTS)
    dots = [(*points[k], _told(line, x, y, error, int(i))) for k, i in enumerate(good) if k % every == 0]
    band = ""
    if error.any():
        edge = [(across(x[i]), down(y[i] + error[i])) for i in good]
        edge += [(across(x[i]), down(y[i] - error[i])) for i in good[::-1]]
        band = _path(edge) + "Z"
    colour = COLOURS[(n if line.number is None else line.number) % len(COLOURS)]
    dash = DASHES[(n // len(COLOURS) if line.dash is None else line.dash) % len(DASHES)]
    return Drawn(line.label, colour, dash, _path(points), band, dots)


def _told(line: Line, x: np.ndarray, y: np.ndarray, error: np.ndarray, i: int) -> str:
    spread = f" ± {error[i]:.2g}" if error[i] > 0 else ""
    return f"{line.label}, epoch {x[i]:g}: {number(y[i])}{spread}"


def _path(points: Sequence[tuple[float, float]]) -> str:
    return "M" + "L".join(f"{x:g} {y:g}" for x, y in points)
