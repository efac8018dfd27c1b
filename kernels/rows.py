"""Rows of an auxiliary array: in which order they come, how one is read, how one is written.  docs/theory.md (5).

A transfer visits `rows` rows after every `every` samples.  The row that comes as number `slot` in a transfer has its
random numbers at (layer, array, slot).
"""

from typing import Any, NamedTuple

import numpy as np

from ._jit import ONE, ZERO, inline, kernel
from .mvm import CURRENTS, charge_row, convert, drive
from .pulses import LISTED
from .random import ROW_ORDER, TRANSFER_NOISE, Stream, word
from .update import write

_ROW, _SWEEP = 0, 1  # places in `count`


class Visits(NamedTuple):
    every: int  # ns, samples between transfers
    rows: int  # rows moved per transfer
    permuted: bool  # rows in a new random order each sweep, or cyclically
    count: Any  # int64 (2,): next place in the order, sweeps begun
    order: Any  # int32 (n_in,): the order of the current sweep


class RowReader(NamedTuple):
    reader: Any  # Reader of the transfer: one row driven
    one: Any  # (n_in,): zeros but for the row that is written
    seen: Any  # (n_out,): the row as read
    moved: Any  # (n_out,): what is written, as an error: minus the change


@inline
def due(visits, step):
    """Whether a transfer follows sample number `step`."""
    return (step + 1) % visits.every == 0


@kernel
def _shuffle(visits, stream):
    """A new order of rows, by Fisher and Yates; its numbers are addressed by the sweep."""
    order = visits.order
    n = len(order)
    here = Stream(stream.k0, stream.k1, np.uint64(visits.count[_SWEEP]), stream.where)
    for i in range(n):
        order[i] = i
    for i in range(n - 1, 0, -1):
        pick = np.int64((word(here, n - 1 - i, ROW_ORDER) * np.uint64(i + 1)) >> np.uint64(32))
        order[i], order[pick] = order[pick], order[i]


@inline
def next_row(visits, stream):
    """The row whose turn it is; stream: that of the array which is read, slot 0."""
    place = visits.count[_ROW]
    if place == 0 and visits.permuted:
        _shuffle(visits, stream)
    if place == 0:
        visits.count[_SWEEP] += 1
    visits.count[_ROW] = (place + 1) % len(visits.order)
    return np.int64(visits.order[place])


@inline
def sweep_ended(visits):
    """Whether the row that `next_row` gave was the last of its sweep."""
    return visits.count[_ROW] == 0


@kernel
def read_row(read, array, row, stream):
    """read.seen = A_row through the transfer periphery, one word line driven with 1."""
    reader, seen, one = read.reader, read.seen, read.one
    one[row] = ONE
    drive(reader.knobs, reader.slots, one[row : row + 1], ONE + ZERO * one[row])
    one[row] = ZERO
    charge_row(reader.stages[CURRENTS], reader.slots[0], array.w[row])
    convert(seen, reader, np.int64(0), stream, TRANSFER_NOISE)


@kernel
def write_row(array, read, row, lines, rate, rule, stream):
    """C_row <- C_row + rate read.seen by one rank-one write: x one-hot, d = -seen."""
    seen, moved, one = read.seen, read.moved, read.one
    for j in range(len(seen)):
        moved[j] = -seen[j]
    one[row] = ONE
    lines.rows.index[LISTED, 0] = row
    lines.rows.signal[0] = ONE
    write(array, one, moved, lines, np.int64(1), 1.0, rate, rule, stream)
    one[row] = ZERO
