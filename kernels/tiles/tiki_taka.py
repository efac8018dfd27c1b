"""Tiki-Taka: the gradient goes to an auxiliary array A, whose rows are read and moved to C.  docs/theory.md (5.2).

    every sample      A <- A - eta x d^T
    every ns samples  C_t <- C_t + lambda A_t for the next row(s) t
    the network sees  W = gamma A + C

Gokmen & Haensch 2020.  Transfer reads have neither noise management nor bound management.
"""

from typing import Any, NamedTuple

import numpy as np

from .._jit import ONE, ZERO, inline, kernel
from ..cells import grow_old
from ..hits import hits_of
from ..mvm import CURRENTS, charge, charge_back, charge_row, convert, drive
from ..pulses import LISTED
from ..random import ROW_ORDER, TRANSFER_NOISE, Stream, at, word
from ..update import note, update, write
from . import register

_ROW, _SWEEP = 0, 1  # places in `count`


class TikiTaka(NamedTuple):
    c: Any  # Array: the weights, index 0 in addresses
    a: Any  # Array: the auxiliary array, index 1
    lines: Any  # scratch of updates
    rule: Any  # Rule: gradients into A
    transfer_rule: Any  # Rule: rows of A into C
    rates: Any  # float64 (2,): learning rate eta, transfer rate lambda
    gamma: Any  # weight of A in the visible W; state's type
    every: int  # ns, samples between transfers
    rows: int  # rows moved per transfer
    permuted: bool  # rows in a new random order each sweep, or cyclically
    count: Any  # int64 (2,): next place in the order, sweeps begun
    order: Any  # int32 (n_in,): the order of the current sweep
    reader: Any  # Reader of the transfer: one row driven
    one: Any  # (n_in,): zeros but for the row that is written
    moved: Any  # (n_out,): minus the row as read


def current(tile, driven, y):
    charge(y, driven, tile.c, ONE)
    if tile.gamma != ZERO:
        charge(y, driven, tile.a, tile.gamma)


def current_back(tile, slots, e):
    charge_back(e, slots, tile.c, ONE)
    if tile.gamma != ZERO:
        charge_back(e, slots, tile.a, tile.gamma)


@kernel
def _shuffle(tile, stream):
    """A new order of rows, by Fisher and Yates; its numbers are addressed by the sweep."""
    order = tile.order
    n = len(order)
    here = Stream(stream.k0, stream.k1, np.uint64(tile.count[_SWEEP]), stream.where)
    for i in range(n):
        order[i] = i
    for i in range(n - 1, 0, -1):
        pick = np.int64((word(here, n - 1 - i, ROW_ORDER) * np.uint64(i + 1)) >> np.uint64(32))
        order[i], order[pick] = order[pick], order[i]


@inline
def _next_row(tile, stream):
    place = tile.count[_ROW]
    if place == 0 and tile.permuted:
        _shuffle(tile, stream)
    if place == 0:
        tile.count[_SWEEP] += 1
    tile.count[_ROW] = (place + 1) % len(tile.order)
    return np.int64(tile.order[place])


@kernel
def read_row(tile, row, stream):
    """moved = -A_row through the transfer periphery, one word line driven with 1."""
    reader = tile.reader
    drive(reader.knobs, reader.slots, tile.one[row : row + 1], ONE + ZERO * tile.gamma)
    currents = reader.stages[CURRENTS]
    charge_row(currents, reader.slots[0], tile.a.w[row])
    convert(tile.moved, reader, np.int64(0), stream, TRANSFER_NOISE)
    moved = tile.moved
    for j in range(len(moved)):
        moved[j] = -moved[j]


@kernel
def transfer(tile, slot, stream, layer):
    """The next row of A, as read, onto C.  `slot` counts the rows of this transfer: it addresses their numbers."""
    row = _next_row(tile, at(stream, layer, 1, 0))
    tile.one[row] = ONE
    read_row(tile, row, at(stream, layer, 1, slot))
    tile.lines.rows.index[LISTED, 0] = row
    tile.lines.rows.signal[0] = ONE
    here, rows = at(stream, layer, 0, slot), np.int64(1)
    write(tile.c, tile.one, tile.moved, tile.lines, rows, 1.0, tile.rates[1], tile.transfer_rule, here)
    tile.one[row] = ZERO


def learn(tile, step, x, d, stream, layer):
    update(tile.a, x, d, tile.lines, tile.rates[0], tile.rule, at(stream, layer, 1, 0))
    if (step + 1) % tile.every == 0:
        for slot in range(tile.rows):
            transfer(tile, slot, stream, layer)
    grow_old(tile.c.cell, tile.c, hits_of(tile.lines.hits, 0), at(stream, layer, 0, 0))
    grow_old(tile.a.cell, tile.a, hits_of(tile.lines.hits, 0), at(stream, layer, 1, 0))


def note_all(tile, sample):
    note(tile.c, sample)
    note(tile.a, sample)


register(TikiTaka, current, current_back, learn, note_all)
