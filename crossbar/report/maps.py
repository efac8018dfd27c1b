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


def maps(found: Averages) -> Iterator[Any]:
    """The first two axes that vary; other pairs of them folded, where that is no flood."""
    varied = [n for n, length in enumerate(found.shape) if length > 1]
    if found.count.size > MOST:
        yield Text(f"{found.count.size:,} points are too many for maps on a page (at most {MOST:,}): "
                   f"see crossbar collect.")  # fmt: skip
        return
    pairs = list(combinations(varied, 2)) or [(varied[0] if varied else 0, None)]
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
    ends = [f"{end:.2f} %" if found.percent else f"{end:.4g}" for end in (low, high)]
    return Maps(crossed + split, row_key, column_key, made, *ends, folded)


def _ends(found: Averages) -> tuple[float, float]:
    good = found.mean[np.isfinite(found.mean)]
    return (float(good.min()), float(good.max())) if good.size else (0.0, 0.0)


def _map(found: Averages, rows: int, columns: int | None, fixed: dict[int, int], ends: tuple[float, float]) -> Map:
    across = range(found.shape[columns]) if columns is not None else range(1)
    body = []
    for r in range(found.shape[rows] if found.shape else 1):
        places = [_place(found, fixed | {rows: r} | ({columns: c} if columns is not None else {})) for c in across]
        body.append((_label(found, rows, r), [_cell(found, place, ends) for place in places]))
    labels = [_label(found, columns, c) for c in across] if columns is not None else [found.name]
    return Map(", ".join(f"{_keys(found, n)} = {_label(found, n, k)}" for n, k in fixed.items()), labels, body)


def _place(found: Averages, chosen: dict[int, int]) -> Place:
    return tuple(chosen[n] for n in range(len(found.shape)))


def _keys(found: Averages, axis: int | None) -> str:
    return " & ".join(found.axes[axis]) if axis is not None and found.axes else ""


def _label(found: Averages, axis: int, n: int) -> str:
    """The values of an axis at its place n."""
    return " & ".join(value_text(values[n]) for values in found.axes[axis].values()) if found.axes else "all"


def _cell(found: Averages, place: Place, ends: tuple[float, float]) -> Cell:
    count, failed, where = int(found.count[place]), int(found.failed[place]), at_text(found.at(place)) or "all"
    if not count:
        word = "failed" if failed else "–"
        return Cell(word, "", f"{where}: {'failed' if failed else 'not computed yet'}", state="lost" if failed else "none")
    missing = f", {failed} failed" if failed else f", {found.seeds} wanted" if count < found.seeds else ""
    seeds = f"mean of {count} seeds, ± standard error" if count > 1 else "1 seed, no standard error"
    tip = f"{where}: {found.name} {found.shown(place)} ({seeds}{missing})"
    small = " ".join(part for part in (found.spread(place).strip(), f"n {count}" * (count < found.seeds)) if part)
    background = colour_of(float(found.mean[place]), *ends)
    return Cell(found.text(place), small, tip, f"background:{background};color:{text_on(background)}")
