"""Hits: the cells that an update pulses, gathered across rows and worked off together.

A cell's pulses depend on that cell alone, so the order of cells is free; the order of normals is not: pulse number m of
the update, in row-major order, takes normal number m.  Rows of a sparse update hold a few hits each, too few for vector
arithmetic; hits are therefore listed until the list is full, and then every stage is one long loop.
"""

from typing import Any, NamedTuple

import numpy as np

from ._jit import ZERO, inline, kernel
from .devices import pulse
from .mvm import clear
from .random import C2C, fill_normals

CAPACITY = 1024  # hits listed at a time
SEGMENT = 256  # columns of a row looked at in one go
WINDOW = 63 * SEGMENT  # normals at hand: a segment in which every cell gets the longest train fits
MARGIN = 4 + 63  # behind them: a window starts on a block of four, and `_pick` looks ahead for cells that are done
BATCH = 1024  # normals made in one go
CELL, PULSES, FIRST = 0, 1, 2  # places in Hits.listed


class Hits(NamedTuple):
    """Scratch: the list of hits, and the normals of their pulses."""

    listed: Any  # int32 (3, CAPACITY): CELL, its place in the array; PULSES, 2 n + (1 if up); FIRST: pulses before it
    picked: Any  # float32 (CAPACITY,): the normal of each one's pulse at hand
    z: Any  # float32 (WINDOW + MARGIN,): normals of the listed pulses
    bits: Any  # uint32 (BATCH,)


class Bench(NamedTuple):
    """Scratch of one array: the listed cells laid side by side, so that a loop over them is contiguous."""

    v: Any  # state's type (CAPACITY,): their weights
    own: Any  # records (CAPACITY,): their parameters; (1,) where all cells are equal


@kernel
def list_hits(hits, m, total, base, counts, columns, n, d, x_negative):
    """Appends the cells of a row with counts[q] > 0 behind m hits with `total` pulses; no branch to guess wrong.

    base: place of the row's first cell.  Returns the new m and total, the most pulses on a cell, and the pulses up.
    """
    listed, most, ups = hits.listed, 0, 0
    for q in range(n):
        c, j = counts[q], columns[q]
        up = np.int32(x_negative != (d[j] < ZERO))
        listed[CELL, m] = base + j
        listed[PULSES, m] = 2 * c + up
        listed[FIRST, m] = total
        m += c > 0
        total += c
        ups += c * up
        most = max(most, c)
    return m, total, most, ups


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
    return min(max(pulse(dev, cell, v, up, z), cell.w_min), cell.w_max)


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
def _fill(hits, done, total, stream):
    """z[0] = normal number done - done % 4 of the update, and on to number done + total - 1; returns done % 4."""
    shift = done % 4
    for at in range(0, total + shift, BATCH):
        here = min(total + shift - at, BATCH)
        fill_normals(hits.z[at:], hits.bits, (done - shift + at) // 4, here, stream, C2C, np.uint64(0))
    return shift


@kernel
def work_off(w, dev, bench, hits, m, total, most, done, stream):
    """Every pulse of the m listed hits of an array; `done` pulses of this update came before them."""
    places, pulses, v, cells = hits.listed[CELL], hits.listed[PULSES], bench.v, dev.cells
    noisy = dev.c2c != ZERO
    shift = _fill(hits, done, total, stream) if noisy else 0
    if not noisy:
        clear(hits.picked)
    flat = w.reshape(w.size)
    _load(v, flat, places, m)
    if cells.size > 1:
        _load_cells(bench.own, cells.reshape(cells.size), places, m)
    for r in range(most):
        z = hits.picked
        if noisy and most == 1:
            z = hits.z[shift:]
        elif noisy:
            _pick(z, hits.z, hits.listed[FIRST], shift + r, m)
        if cells.size == 1:
            _round_of_equals(dev, cells[0, 0], v, pulses, z, r, m)
        else:
            _round(dev, bench.own, v, pulses, z, r, m)
    _store(v, flat, places, m)
