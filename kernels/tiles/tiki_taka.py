"""Tiki-Taka: the gradient goes to an auxiliary array A, whose rows are read and moved to C.  docs/theory.md (5.2).

    every sample      A <- A - eta x d^T
    every ns samples  C_t <- C_t + lambda A_t for the next row(s) t
    the network sees  W = gamma A + C

Gokmen & Haensch 2020.  Transfer reads have neither noise management nor bound management.
"""

from typing import Any, NamedTuple

from .._jit import kernel
from ..random import at
from ..rows import RowReader, Visits, due, next_row, read_row, write_row
from ..update import update
from . import register
from .two_arrays import current, current_back, let_time_pass, note_all


class TikiTaka(NamedTuple):
    c: Any  # Array: the weights, number 0 in addresses
    a: Any  # Array: the auxiliary array, number 1
    lines: Any  # scratch of updates
    rule: Any  # Rule: gradients into A
    transfer_rule: Any  # Rule: rows of A into C
    rates: Any  # float64 (2,): learning rate eta, transfer rate lambda
    gamma: Any  # weight of A in the visible W; state's type
    visits: Visits
    read: RowReader


@kernel
def transfer(tile, slot, stream, layer):
    """The next row of A, as read, onto C.  `slot` counts the rows of this transfer: it addresses their numbers."""
    row = next_row(tile.visits, at(stream, layer, 1, 0))
    read_row(tile.read, tile.a, row, at(stream, layer, 1, slot))
    write_row(tile.c, tile.read, row, tile.lines, tile.rates[1], tile.transfer_rule, at(stream, layer, 0, slot))


def learn(tile, step, x, d, stream, layer):
    update(tile.a, x, d, tile.lines, tile.rates[0], tile.rule, at(stream, layer, 1, 0))
    if due(tile.visits, step):
        for slot in range(tile.visits.rows):
            transfer(tile, slot, stream, layer)
    let_time_pass(tile, stream, layer)


register(TikiTaka, current, current_back, learn, note_all)
