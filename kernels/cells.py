"""What stands at a cross-point: one device, or several whose states add up to the weight.  docs/theory.md (2.12).

    w = sum_k share_k v_k + noise z

Reads see w; pulses act on the states v_k, each by the law of its device, and w is made anew wherever a pulse fell.
z is drawn anew with each write on the cell (write noise), and stays until the next one.
"""

from typing import Any, NamedTuple

import numpy as np

from ._jit import ZERO, class_of, generic, inline, kernel
from .ageing import age, touch
from .diary import count, log
from .half_select import disturb
from .hits import CELL, PULSES, work_off
from .random import WRITE_NOISE, normal_at
from .refresh import refresh

FIRST, BY_SIGN, BOTH, IN_TURN = 0, 1, 2, 3  # which devices of a cell a pulse goes to
TURN = 0  # place in Compound.turn
PLUS, MINUS = np.uint64(0), np.uint64(1)  # parts of the addresses of c2c normals


class Single(NamedTuple):
    """One device, whose state is the weight."""

    devices: int  # 1


class Compound(NamedTuple):
    v: Any  # state's type (devices n_in, n_out): states, one block of rows a device
    share: Any  # state's type (devices,)
    route: int  # FIRST; BY_SIGN: up raises device 0, down raises device 1; BOTH: down also lowers it; IN_TURN
    turn: Any  # int64 (1,): writes so far; IN_TURN, device turn % devices gets the pulses of a write
    noise: Any  # state's type: spread of w around the sum
    drawn: Any  # state's type (cells,): the noise that w holds; (0,) without
    refresh_at: Any  # state's type: share of the range beyond which both devices of a pair are reset; 0: never
    reset_std: Any  # state's type: spread of the state after a reset
    budget: int  # pulses at most that bring a pair back to its weight after a reset


@inline
def _sum(cell, v, place, size):
    total = cell.share[0] * v[place]
    for k in range(1, len(cell.share)):
        total += cell.share[k] * v[k * size + place]
    return total


@kernel
def _show(array, listed, m, stream):
    """The weights of the m listed cells, of their new states and with new noise."""
    cell, places, size = array.cell, listed[CELL], array.w.size
    w, v = array.w.reshape(size), cell.v.reshape(cell.v.size)
    for h in range(m):
        place = places[h]
        w[place] = _sum(cell, v, place, size)
        if cell.noise != ZERO:
            drawn = cell.noise * normal_at(stream, place, WRITE_NOISE, np.uint64(0))
            cell.drawn[place] = drawn
            w[place] += drawn


@kernel
def _show_every(array):
    cell, size = array.cell, array.w.size
    w, v = array.w.reshape(size), cell.v.reshape(cell.v.size)
    for place in range(size):
        w[place] = _sum(cell, v, place, size)
        if len(cell.drawn) > 0:
            w[place] += cell.drawn[place]


@generic
def grow_old(cell, array, hits, stream):
    """What a sample of time does to the devices of an array.  hits: scratch."""

    def single(cell, array, hits, stream):
        age(array.clock, array.w, array.dev, hits, stream)

    def compound(cell, array, hits, stream):
        if age(array.clock, cell.v, array.dev, hits, stream):
            _show_every(array)

    return single if class_of(cell) is Single else compound


@generic
def half_select(cell, array, lines, n_rows, n_columns, bl, stream):
    """What lines that fire alone in an update do to the devices of an array."""

    def single(cell, array, lines, n_rows, n_columns, bl, stream):
        disturb(array.half, array.w, array.dev, lines, n_rows, n_columns, bl, stream)

    def compound(cell, array, lines, n_rows, n_columns, bl, stream):
        if disturb(array.half, cell.v, array.dev, lines, n_rows, n_columns, bl, stream):
            _show_every(array)

    return single if class_of(cell) is Single else compound


@kernel
def _to_device(listed, m, shift, flip):
    """Moves hits by so many places, and turns their direction round if flip is 1."""
    places, pulses = listed[CELL], listed[PULSES]
    for h in range(m):
        places[h] += shift
        pulses[h] ^= flip


@kernel
def _by_sign(listed, m, size):
    """Down becomes up on the second device."""
    places, pulses = listed[CELL], listed[PULSES]
    for h in range(m):
        down = np.int32(1) - (pulses[h] & np.int32(1))
        places[h] += down * size
        pulses[h] |= np.int32(1)


@kernel
def _by_weight(listed, m, size):
    """And back."""
    places, pulses = listed[CELL], listed[PULSES]
    for h in range(m):
        down = places[h] >= size
        places[h] -= size if down else np.int32(0)
        pulses[h] ^= np.int32(1) if down else np.int32(0)


@kernel
def _pulse(array, bench, hits, m, done, stream, part):
    """Works the listed hits off on the devices they were moved to."""
    ups, total = work_off(array.cell.v, array.dev, bench, hits, m, done, stream, part)
    count(array.diary, hits.listed, m)
    touch(array.clock, hits.listed, m)
    return ups, total


@generic
def apply(cell, array, bench, hits, m, done, stream, member):
    """The m listed hits, before which `done` coincidences of this update lay, on the devices of their cells.

    Returns pulses up and pulses in all, as the devices see them, coincidences, and refreshes.
    """

    def single(cell, array, bench, hits, m, done, stream, member):
        ups, total = work_off(array.w, array.dev, bench, hits, m, done, stream, PLUS)
        count(array.diary, hits.listed, m)
        touch(array.clock, hits.listed, m)
        log(array.diary, hits.listed, m, array.w.reshape(array.w.size), stream, member)
        return ups, total, total, 0

    def compound(cell, array, bench, hits, m, done, stream, member):
        listed, size, met, refreshed = hits.listed, np.int32(array.w.size), 0, 0
        if cell.route == BY_SIGN:
            _by_sign(listed, m, size)
            ups, total = _pulse(array, bench, hits, m, done, stream, PLUS)
            met = total
            _by_weight(listed, m, size)
        else:
            first = size * np.int32(cell.turn[TURN] % len(cell.share)) if cell.route == IN_TURN else np.int32(0)
            _to_device(listed, m, first, np.int32(0))
            ups, total = _pulse(array, bench, hits, m, done, stream, PLUS)
            met = total
            _to_device(listed, m, -first, np.int32(0))
        if cell.route == BOTH:
            _to_device(listed, m, size, np.int32(1))
            more, again = _pulse(array, bench, hits, m, done, stream, MINUS)
            ups, total = ups + more, total + again
            _to_device(listed, m, -size, np.int32(1))
        if cell.refresh_at != ZERO:
            refreshed, more = refresh(array, listed, m, stream)
            ups, total = ups + more, total + more
        _show(array, listed, m, stream)
        log(array.diary, listed, m, array.w.reshape(array.w.size), stream, member)
        return ups, total, met, refreshed

    return single if class_of(cell) is Single else compound


@generic
def take_turn(cell):
    """After a write: the next device's turn."""

    def single(cell):
        pass

    def compound(cell):
        cell.turn[TURN] += 1

    return single if class_of(cell) is Single else compound
