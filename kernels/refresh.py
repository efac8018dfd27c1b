"""Refresh of a differential pair: both devices reset, their difference restored by pulses.  docs/theory.md (2.12)."""

import numpy as np

from ._jit import HALF, ZERO, inline, kernel
from .ageing import touch_one
from .devices import pulse
from .diary import count_up
from .held import take
from .hits import CELL
from .random import REFRESH, normal_at


@inline
def _own(dev, place):
    """The parameters of the device at a place of the flattened states."""
    columns = dev.cells.shape[1]
    if dev.cells.size == 1:
        return dev.cells[0, 0]
    return dev.cells[place // columns, place % columns]


@inline
def _beyond(dev, place, v, part):
    """Whether a state is so high that its pair wants a refresh.

    Never that of a stuck device, between whose bounds no number lies: no reset brings it down, so the pair would be
    refreshed at every write.
    """
    own = _own(dev, place)
    middle = HALF * (own.w_min + own.w_max)
    return own.w_min < middle and middle < own.w_max and v > own.w_min + part * (own.w_max - own.w_min)


@kernel
def _restore(array, place, stream):
    """Resets both devices of a pair, then raises one of them until their difference is there again."""
    cell, dev, size = array.cell, take(array.dev), array.w.size
    v = cell.v.reshape(cell.v.size)
    wanted = v[place] - v[size + place]
    for k in range(2):
        own = _own(dev, k * size + place)
        state = own.w_min + cell.reset_std * normal_at(stream, place, REFRESH, np.uint64(k))
        v[k * size + place] = min(max(state, own.w_min), own.w_max)
        touch_one(array.clock, k * size + place)
    up = place if wanted > ZERO else size + place
    other, own, n = size + 2 * place - up, _own(dev, up), 0
    while n < cell.budget and v[up] - v[other] < abs(wanted):
        z = normal_at(stream, place, REFRESH, np.uint64(2 + n))
        v[up] = min(max(pulse(dev, own, v[up], True, z), own.w_min), own.w_max)
        n += 1
    count_up(array.diary, up, n)
    return n


@kernel
def refresh(array, listed, m, stream):
    """Refreshes the listed pairs of which both devices are near their bound; returns refreshes and their pulses."""
    cell, dev, places, size = array.cell, take(array.dev), listed[CELL], array.w.size
    v, refreshed, pulses = cell.v.reshape(cell.v.size), 0, 0
    for h in range(m):
        plus, minus = np.int64(places[h]), np.int64(places[h]) + size
        if _beyond(dev, plus, v[plus], cell.refresh_at) and _beyond(dev, minus, v[minus], cell.refresh_at):
            pulses += _restore(array, plus, stream)
            refreshed += 1
    return refreshed, pulses
