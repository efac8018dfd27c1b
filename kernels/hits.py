"""Hits: the cells that an update pulses, gathered across rows and worked off together.

A cell's pulses depend on that cell alone, so the order of cells is free; the order of normals is not: pulse number m of
the update, in row-major order, takes normal number m.  Rows of a sparse update hold a few hits each, too few for vector
arithmetic; hits are therefore listed until the list is full, and then every stage is one long loop.
"""

from typing import Any, NamedTuple

import numpy as np

from ._jit import ZERO, inline, kernel
from .devices import pulse
from .held import take
from .lanes import LANES, keep, load, number, popcount, prefetch, spread
from .mvm import FAR, clear
from .random import C2C, GROUP, fill_normals

CAPACITY = 1024  # hits listed at a time
SEGMENT = 256  # columns of a row looked at in one go
WINDOW = 63 * CAPACITY  # normals at hand: every hit may get the longest train
MARGIN = 4 + 63 + GROUP  # behind them: a window starts on a block of four, and `_pick` looks ahead for done cells
BATCH = 1024  # normals made in one go
CELL, PULSES, FIRST = 0, 1, 2  # places in Hits.listed
SORTED, ENDS = 3, 6  # there: where the same three stand once sorted; `_sort`


class Hits(NamedTuple):
    """Scratch: the list of hits, and the normals of their pulses.  In a state, a room for each member of its crew."""

    listed: Any  # int32 (7, CAPACITY + LANES): CELL, its place in the array; PULSES, 2 n + (1 if up); FIRST, pulses
    # before it; the same three sorted; ENDS
    picked: Any  # float32 (CAPACITY,): the normal of each one's pulse at hand
    z: Any  # float32 (WINDOW + MARGIN,): normals of the listed pulses
    bits: Any  # uint32 (4, BATCH/4)


class Bench(NamedTuple):
    """Scratch of one array: the listed cells laid side by side, so that a loop over them is contiguous.

    In a state, a room for each member of its crew.
    """

    v: Any  # state's type (CAPACITY,): their weights
    own: Any  # records (CAPACITY,): their parameters; (1,) where all cells are equal


@inline
def hits_of(hits, member):
    """The scratch of one member of a crew."""
    return Hits(hits.listed[member], hits.picked[member], hits.z[member], hits.bits[member])


@inline
def bench_of(bench, member):
    return Bench(bench.v[member], bench.own[member])


@inline
def _append(listed, m, q, n, count, here, flip, columns, negative):
    met = count != spread(np.int32(0))
    keep(listed[CELL], m, load(columns, q, n) + here, met)
    keep(listed[PULSES], m, count + count + (load(negative, q, n) ^ flip), met)
    return m + number(met)


@kernel
def list_meetings(listed, m, base, x_negative, row, words, columns, negative, n, bl):
    """Appends the cells of a row whose train meets those of its columns behind m hits; returns the new m.

    base: place of the row's first cell; columns, negative: the n columns and the signs of their signals.
    """
    low, high = words[0], words[1]
    first, second = spread(row[0]), spread(row[1])
    here, flip = spread(np.int32(base)), spread(np.int32(x_negative))
    for q in range(0, n, LANES):
        count = popcount(load(low, q, n) & first)
        if bl > 32:
            count = count + popcount(load(high, q, n) & second)
        m = _append(listed, m, q, n, count, here, flip, columns, negative)
    return m


@kernel
def list_counted(listed, m, base, x_negative, counts, columns, negative, n):
    """The same where the pulses of each column are counted already."""
    here, flip = spread(np.int32(base)), spread(np.int32(x_negative))
    for q in range(0, n, LANES):
        m = _append(listed, m, q, n, load(counts, q, n), here, flip, columns, negative)
    return m


@kernel
def tally(pulses, m):
    """All pulses, those up, and the most on one cell."""
    total, ups, most = np.int32(0), np.int32(0), np.int32(0)
    for h in range(m):
        c = pulses[h] >> np.int32(1)
        total += c
        ups += c * (pulses[h] & np.int32(1))
        most = max(most, c)
    return total, ups, most


@kernel
def _firsts(first, pulses, m):
    total = np.int32(0)
    for h in range(m):
        first[h] = total
        total += pulses[h] >> np.int32(1)


@kernel
def _sort(listed, m):
    """The hits with the most pulses first, so that a round stops where they end: listed[ENDS, c] hits get >= c."""
    cells, pulses, ends = listed[CELL], listed[PULSES], listed[ENDS]
    cells_now, pulses_now, first_now = listed[SORTED + CELL], listed[SORTED + PULSES], listed[SORTED + FIRST]
    for c in range(64):
        ends[c] = 0
    for h in range(m):
        ends[pulses[h] >> 1] += 1
    at = 0
    for c in range(63, 0, -1):
        here = ends[c]
        ends[c] = at
        at += here
    first = np.int32(0)
    for h in range(m):
        c = pulses[h] >> np.int32(1)
        at = ends[c]
        ends[c] = at + 1
        cells_now[at] = cells[h]
        pulses_now[at] = pulses[h]
        first_now[at] = first
        first += c


@inline
def _in_order(listed, m, total, most):
    """Numbers each hit's first pulse; sorts where rounds over all hits would mostly find them done."""
    if most * m > total + 4 * m:
        _sort(listed, m)
        return SORTED
    if most > 1:
        _firsts(listed[FIRST], listed[PULSES], m)
    return 0


@kernel
def _fetch(w, places, m):
    for h in range(m):
        prefetch(w, np.int64(places[h]))


@kernel
def _load(v, w, places, m):
    for h in range(m):
        v[h] = w[places[h]]


@kernel
def _store(v, w, places, m):
    for h in range(m):
        w[places[h]] = v[h]


@kernel
def _pick(picked, z, first, shift, m):
    for h in range(m):
        picked[h] = z[first[h] + shift]


@inline
def _step(dev, cell, v, up, z):
    """Both directions, then the choice: a branch would keep the loops below from becoming vector code."""
    rise, fall = pulse(dev, cell, v, True, z), pulse(dev, cell, v, False, z)
    return min(max(rise if up else fall, cell.w_min), cell.w_max)


@kernel
def _load_cells(own, cells, places, m):
    for h in range(m):
        own[h] = cells[places[h]]


@kernel
def _round_of_equals(dev, cell, v, pulses, z, r, m):
    """Pulse number r of every hit that gets so many, all cells alike: this vectorises."""
    for h in range(m):
        new = _step(dev, cell, v[h], (pulses[h] & 1) != 0, z[h])
        v[h] = new if pulses[h] > 2 * r + 1 else v[h]


@kernel
def _round(dev, own, v, pulses, z, r, m):
    """The same where each cell has parameters of its own."""
    for h in range(m):
        new = _step(dev, own[h], v[h], (pulses[h] & 1) != 0, z[h])
        v[h] = new if pulses[h] > 2 * r + 1 else v[h]


@inline
def _fill(hits, done, total, stream, part):
    """z[0] = normal number done - done % 4 of the update, and on to number done + total - 1; returns done % 4."""
    shift = done % 4
    for at in range(0, total + shift, BATCH):
        here = min(total + shift - at, BATCH)
        fill_normals(hits.z[at:], hits.bits, (done - shift + at) // 4, here, stream, C2C, part)
    return shift


@kernel
def work_off(w, dev, bench, hits, m, done, stream, part):
    """Every pulse of the m listed hits of an array; `done` pulses of this update came before them.

    part: 0, or 1 for the second of two devices that the same coincidences pulse.
    Returns the pulses up and the pulses in all.
    """
    listed, picked, v, own = hits.listed, hits.picked, bench.v, bench.own
    dev, flat, cells = take(dev), w.reshape(w.size), dev.cells
    if w.size > FAR:  # what comes from memory is fetched ahead
        _fetch(flat, listed[CELL], m)
        if cells.size > 1:
            _fetch(cells.reshape(cells.size), listed[CELL], m)
    total, ups, most = tally(listed[PULSES], m)
    order = _in_order(listed, m, total, most)
    places, pulses, first = listed[order + CELL], listed[order + PULSES], listed[order + FIRST]
    noisy = dev.c2c != ZERO
    shift = _fill(hits, done, total, stream, part) if noisy else 0
    if not noisy:
        clear(picked)
    _load(v, flat, places, m)
    if cells.size > 1:
        _load_cells(own, cells.reshape(cells.size), places, m)
    left = m
    for r in range(most):
        if order == SORTED:
            left = np.int64(listed[ENDS, r + 1])
        z = picked
        if noisy and most == 1:
            z = hits.z[shift:]
        elif noisy:
            _pick(z, hits.z, first, shift + r, left)
        if cells.size == 1:
            _round_of_equals(dev, cells[0, 0], v, pulses, z, r, left)
        else:
            _round(dev, own, v, pulses, z, r, left)
    _store(v, flat, places, m)
    return ups, total
