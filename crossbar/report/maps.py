"""Maps of a figure: two axes of a sweep as rows and columns, a map for each choice on the others."""

from collections.abc import Iterator
from itertools import combinations, product
from typing import Any

import numpy as np

from crossbar.report.averages import Averages, Place, at_text, value_text
from crossbar.report.colours import colour_of, text_on
from crossbar.report.parts import Cell, Map, Maps, Text

CELLS = 4000  # on a page that shows every pair of axes
MOST = 40_000  # on a page at all
NO_BREAK = "\N{NO-BREAK SPACE}"


def maps(found: Averages) -> Iterator[Any]:
    """The first two axes that vary; other pairs of them folded, where that is no flood."""
    varied = [n for n, length in enumerate(found.shape) if length > 1]
    if found.count.size > MOST:
        yield Text(f"{found.count.size:,} points are too many for maps on a page (at most {MOST:,}): "
                   f"see crossbar collect.")  # fmt: skip
        return
    pairs: list[tuple[int, int | None]] = [*combinations(varied, 2)]
    pairs = pairs or [(varied[0] if varied else 0, None)]
    if len(pairs) * found.count.size > CELLS:
        pairs = pairs[:1]
    for k, (rows, columns) in enumerate(pairs):
        yield _maps(found, rows, columns, folded=k > 0)


def _maps(found: Averages, rows: int, columns: int | None, folded: bool) -> Maps:
    others = [n for n in range(len(found.shape)) if n not in (rows, columns)]
    low, high = _ends(found)
    made = [_map(found, rows, columns, dict(zip(others, fixed, strict=True)), (low, high))
            for fixed in product(*(range(found.shape[n]) for n in others))]  # fmt: skip
    row_key, column_key = _keys(found, rows), _keys(found, columns)
    crossed = f"{row_key} × {column_key}" if column_key else row_key
    varied = [_keys(found, n) for n in others if found.shape[n] > 1]
    split = f", a map for each {' and '.join(varied)}" if varied else ""
    return Maps(crossed + split, row_key, column_key, made, *_said(found, low, high), folded)


def _ends(found: Averages) -> tuple[float, float]:
    """Of the colours: the smallest and largest value inside of Tukey's fences, so that a few trainings that collapsed
    do not take all the colours from the others.

    Fences: 1.5 times the distance of the quartiles beyond them.  Tukey, Exploratory Data Analysis, 1977.
    """
    good = found.mean[np.isfinite(found.mean)]
    if not good.size:
        return 0.0, 0.0
    lower, upper = np.quantile(good, [0.25, 0.75])
    inside = good[(good >= lower - 1.5 * (upper - lower)) & (good <= upper + 1.5 * (upper - lower))]
    return float(inside.min()), float(inside.max())


def _said(found: Averages, low: float, high: float) -> tuple[str, str]:
    """The ends of the colours in words; some values may lie beyond."""
    ends = [f"{end:.2f} %" if found.percent else f"{end:.4g}" for end in (low, high)]
    return "≤ " * bool((found.mean < low).any()) + ends[0], "≥ " * bool((found.mean > high).any()) + ends[1]


def _map(found: Averages, rows: int, columns: int | None, fixed: dict[int, int], ends: tuple[float, float]) -> Map:
    across = range(found.shape[columns]) if columns is not None else range(1)
    body = []
    for r in range(found.shape[rows] if found.shape else 1):
        places = [_place(found, fixed | {rows: r} | ({columns: c} if columns is not None else {})) for c in across]
        body.append((_label(found, rows, r), [_cell(found, place, ends) for place in places]))
    labels = [_label(found, columns, c) for c in across] if columns is not None else [found.name]
    caption = ", ".join(f"{_keys(found, n)} = {_label(found, n, k)}".replace(" ", NO_BREAK) for n, k in fixed.items())
    return Map(caption, labels, body)


def _place(found: Averages, chosen: dict[int, int]) -> Place:
    return tuple(chosen[n] for n in range(len(found.shape)))


def _keys(found: Averages, axis: int | None) -> str:
    return " & ".join(found.axes[axis]) if axis is not None and found.axes else ""


def _label(found: Averages, axis: int, n: int) -> str:
    """The values of an axis at its place n."""
    return " & ".join(value_text(values[n]) for values in found.axes[axis].values()) if found.axes else "all"


def _cell(found: Averages, place: Place, ends: tuple[float, float]) -> Cell:
    where = at_text(found.at(place)) or "all"
    count, failed = int(found.count[place]), int(found.failed[place])
    if failed and not count:
        return Cell("failed", (), f"{where}: failed: {found.reason(place)}", state="lost")
    if not count:
        return Cell("–", (), f"{where}: not computed yet", state="none")
    small = [part for part in (found.spread(place).strip(), f"n = {count}" * (count < found.seeds)) if part]
    background = colour_of(float(found.mean[place]), *ends)
    paint = f"background:{background};color:{text_on(background)}"
    return Cell(found.text(place), small, f"{where}: {found.name} {found.shown(place)} ({_seeds(found, place)})", paint)


def _seeds(found: Averages, place: Place) -> str:
    count, failed = int(found.count[place]), int(found.failed[place])
    here = f"mean of {count} seeds, ± standard error" if count > 1 else "1 seed, no standard error"
    wanted = f"; {found.seeds} wanted" if count < found.seeds else ""
    return here + wanted + (f", {failed} failed" if failed else "")
