"""Tiki-Taka, version 2: rows of A wait in a digital buffer H, of which whole pulses go to C.  docs/theory.md (5.4).

    every sample      A <- A - eta x d^T
    every ns samples  H_t <- H_t + lambda_H A_t,   n = trunc(H_t/threshold) within +-n_max,   H_t <- H_t - n threshold
                      n pulses on C_t, up where n > 0

Gokmen 2021.  "Forget" instead of the subtraction: where n is not 0, H_t <- momentum H_t.
"""

from typing import Any, NamedTuple

from .._jit import kernel
from ..buffers import Buffer, fire_whole, gather
from ..random import at
from ..rows import RowReader, Visits, due, next_row, read_row
from ..scaling import Scaling, buffer_rate, fast_rate
from ..update import update
from . import register
from .two_arrays import current, current_back, let_time_pass, note_all


class TTv2(NamedTuple):
    c: Any  # Array: the weights, number 0 in addresses
    a: Any  # Array: the auxiliary array, number 1
    lines: Any  # scratch of updates
    rule: Any  # Rule: gradients into A
    firing: Any  # Rule: of the trains of whole pulses
    rates: Any  # float64 (2,): learning rate eta, buffer rate lambda_H
    gamma: Any  # weight of A in the visible W; state's type
    visits: Visits
    read: RowReader
    buffer: Buffer
    scaling: Scaling


@kernel
def transfer(tile, slot, stream, layer):
    row = next_row(tile.visits, at(stream, layer, 1, 0))
    read_row(tile.read, tile.a, row, at(stream, layer, 1, slot))
    gather(tile.buffer, row, tile.read.seen, buffer_rate(tile.scaling, tile.rates[1]))
    fire_whole(tile.buffer, row, tile.c, tile.lines, tile.firing, at(stream, layer, 0, slot))


def learn(tile, step, x, d, stream, layer):
    rate = fast_rate(tile.scaling, tile.rates[0], x, d)
    update(tile.a, x, d, tile.lines, rate, tile.rule, at(stream, layer, 1, 0))
    if due(tile.visits, step):
        for slot in range(tile.visits.rows):
            transfer(tile, slot, stream, layer)
    let_time_pass(tile, stream, layer)


register(TTv2, current, current_back, learn, note_all)
