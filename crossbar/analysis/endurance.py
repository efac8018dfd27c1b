"""Wear: how many pulses single devices got, and how long they would last.  docs/theory.md (9.2)."""

from dataclasses import dataclass
from math import inf
from typing import NamedTuple

import numpy as np

from crossbar.analysis.counts import DOWN, UP, ArrayCount

PARTS = (0.5, 0.9, 0.99)  # quantiles that are told


class Worn(NamedTuple):
    """One device and its pulses."""

    layer: int
    array: str
    device: int
    row: int
    column: int
    up: int
    down: int

    @property
    def pulses(self) -> int:
        return self.up + self.down


@dataclass(frozen=True)
class Endurance:
    """Pulses of all devices of all arrays, both directions, `epochs` after the start."""

    epochs: int
    devices: int
    mean: float
    quantiles: tuple[float, ...]  # of PARTS
    worst: list[Worn]
    limit: float | None  # cycles a device endures
    beyond: float | None  # share of devices with more pulses than that
    lifetime: float | None  # epochs after which the worst device has reached it, at its mean rate


def endurance(arrays: list[ArrayCount], epochs: int, worst: int, limit: float | None) -> Endurance:
    """Of arrays whose devices were counted."""
    pulses = np.concatenate([_each(array).ravel() for array in arrays])
    most = int(pulses.max())
    beyond = float((pulses > limit).mean()) if limit is not None else None
    lifetime = None
    if limit is not None:
        lifetime = limit / (most / epochs) if most else inf
    quantiles = tuple(np.quantile(pulses, PARTS).tolist())
    return Endurance(
        epochs, pulses.size, float(pulses.mean()), quantiles, _worst(arrays, pulses, worst), limit, beyond, lifetime
    )


def histogram(array: ArrayCount, bins: int = 40) -> tuple[np.ndarray, np.ndarray]:
    """Devices of one array in each bin, and the edges of the bins, in pulses of both directions."""
    pulses = _each(array)
    top = max(int(pulses.max()), 1)
    return np.histogram(pulses, bins=min(bins, top + 1), range=(0, top + 1))


def _each(array: ArrayCount) -> np.ndarray:
    assert array.counts is not None
    return array.counts.sum(axis=0)


def _worst(arrays: list[ArrayCount], pulses: np.ndarray, many: int) -> list[Worn]:
    """Most pulses first; of equals the one that comes first in the file."""
    many = min(many, pulses.size)
    if many == 0:
        return []
    least = np.partition(pulses, -many)[-many]
    above, equal = np.flatnonzero(pulses > least), np.flatnonzero(pulses == least)
    picked = np.concatenate([above, equal[: many - above.size]])
    return [_worn(arrays, int(n)) for n in picked[np.argsort(-pulses[picked], kind="stable")]]


def _worn(arrays: list[ArrayCount], place: int) -> Worn:
    for array in arrays:
        size = int(np.prod(array.shape))
        if place < size:
            device, row, column = (int(n) for n in np.unravel_index(place, array.shape))
            assert array.counts is not None
            up, down = (int(array.counts[way, device, row, column]) for way in (UP, DOWN))
            return Worn(array.layer, array.array, device, row, column, up, down)
        place -= size
    raise IndexError(place)
