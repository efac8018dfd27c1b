"""Chopped Tiki-Taka, version 2: TTv2 whose A is written and read with signs that turn.  docs/theory.md (5.5).

    every sample      A_ij <- A_ij - eta c_i x_i k_j d_j
    every ns samples  H_tj <- H_tj + lambda_H c_t k_j A_tj, then pulses as in TTv2; then c_t may turn
    after each sweep  columns k_j may turn
    the network sees  W_ij = gamma c_i k_j A_ij + C_ij

Rasch, Carta, Fagbohungbe & Gokmen 2024.  H is not reset when a sign turns.
"""

from typing import Any, NamedTuple

from .._jit import ONE, ZERO, kernel
from ..buffers import Buffer, fire_whole, gather
from ..choppers import Choppers, charge_back_chopped, charge_chopped, chopped, turn_columns, turn_row, unchop_row
from ..mvm import charge, charge_back
from ..random import at
from ..rows import RowReader, Visits, due, next_row, read_row, sweep_ended
from ..scaling import Scaling, buffer_rate, fast_rate
from ..update import update
from . import register
from .two_arrays import let_time_pass, note_all


class ChoppedTTv2(NamedTuple):
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
    choppers: Choppers


def current(tile, driven, y):
    charge(y, driven, tile.c, ONE)
    if tile.gamma != ZERO:
        charge_chopped(y, driven, tile.a, tile.choppers, tile.gamma)


def current_back(tile, slots, e):
    charge_back(e, slots, tile.c, ONE)
    if tile.gamma != ZERO:
        charge_back_chopped(e, slots, tile.a, tile.choppers, tile.gamma)


@kernel
def write_chopped(tile, x, d, stream, layer):
    """A <- A - eta (c x) (k d)^T"""
    choppers = tile.choppers
    rate = fast_rate(tile.scaling, tile.rates[0], x, d)
    chopped(x, choppers.rows, choppers.x)
    chopped(d, choppers.columns, choppers.d)
    update(tile.a, choppers.x, choppers.d, tile.lines, rate, tile.rule, at(stream, layer, 1, 0))


@kernel
def transfer(tile, slot, stream, layer):
    row = next_row(tile.visits, at(stream, layer, 1, 0))
    of_a, of_c = at(stream, layer, 1, slot), at(stream, layer, 0, slot)
    read_row(tile.read, tile.a, row, of_a)
    unchop_row(tile.choppers, row, tile.read.seen)
    gather(tile.buffer, row, tile.read.seen, buffer_rate(tile.scaling, tile.rates[1]))
    fire_whole(tile.buffer, row, tile.c, tile.lines, tile.firing, of_c)
    turn_row(tile.choppers, row, of_a)
    if sweep_ended(tile.visits):
        turn_columns(tile.choppers, of_c)


def learn(tile, step, x, d, stream, layer):
    write_chopped(tile, x, d, stream, layer)
    if due(tile.visits, step):
        for slot in range(tile.visits.rows):
            transfer(tile, slot, stream, layer)
    let_time_pass(tile, stream, layer)


register(ChoppedTTv2, current, current_back, learn, note_all)
