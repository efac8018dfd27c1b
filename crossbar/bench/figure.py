"""`Figure`: one measured number with its spread."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np


@dataclass(frozen=True)
class Figure:
    """The median of interleaved repeats, and their quartiles; or the reason why there is none."""

    name: str  # dotted: its place in the JSON
    value: float | None
    unit: str
    low: float | None = None  # lower quartile
    high: float | None = None  # upper quartile
    repeats: int = 0
    note: str = ""  # what was measured on, or why nothing was


def figure(name: str, unit: str, values: Sequence[float] | np.ndarray, note: str = "") -> Figure:
    """Median and quartiles of repeats."""
    low, middle, high = np.percentile(values, (25, 50, 75)).tolist()
    return Figure(name, middle, unit, low, high, len(values), note)


def counted(name: str, unit: str, value: float, note: str = "") -> Figure:
    """A number that was counted, not timed: it has no spread."""
    return Figure(name, value, unit, note=note)


def missing(name: str, unit: str, reason: str) -> Figure:
    return Figure(name, None, unit, note=reason)


def nested(figures: Sequence[Figure]) -> dict[str, Any]:
    """The values by their dotted names, as nested tables."""
    root: dict[str, Any] = {}
    for each in figures:
        *path, last = each.name.split(".")
        table = root
        for part in path:
            table = table.setdefault(part, {})
        table[last] = each.value
    return root
