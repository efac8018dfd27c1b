"""AGAD: chopped TTv2 that learns the reference of every cell of A while it trains.  docs/theory.md (5.6).

    a read of row t   H_tj <- H_tj + lambda_H c_t k_j (A_tj - Pref_tj), then pulses as in TTv2
                      P_t <- (1 - beta) P_t + beta A_t
                      c_t may turn, and then Pref_t <- P_t; likewise the columns after a sweep

Rasch, Carta, Fagbohungbe & Gokmen 2024 (eq. 13 there has the sign of beta A misprinted).  Nothing of a row goes to H
before its first reference was taken: at the first turn at or after read number `start`; where rows never turn, there.
"""

from typing import Any, NamedTuple

from .._jit import kernel
from ..buffers import Buffer, fire_whole, gather
from ..choppers import Choppers, never_turn, turn_columns, turn_row, unchop_row
from ..random import at
from ..rows import RowReader, Visits, due, next_row, read_row, sweep_ended
from ..scaling import Scaling, buffer_rate
from . import register
from .chopped import current, current_back, write_chopped
from .two_arrays import let_time_pass, note_all


class Learnt(NamedTuple):
    past: Any  # (n_in, n_out): P, the mean of recent reads
    learnt: Any  # (n_in, n_out): Pref
    share: Any  # beta; state's type
    start: int  # reads of a row before its first reference may be taken
    reads: Any  # int64 (n_in,): reads of each row; -1: its reference was taken


class Agad(NamedTuple):
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
    reference: Learnt


@kernel
def _follow(past, seen, share):
    """P <- (1 - beta) P + beta A"""
    for j in range(len(seen)):
        past[j] += share * (seen[j] - past[j])


@kernel
def _less(out, seen, learnt):
    """A - Pref"""
    for j in range(len(seen)):
        out[j] = seen[j] - learnt[j]


@kernel
def _take_row(reference, row):
    """Pref_row <- P_row"""
    past, learnt = reference.past[row], reference.learnt[row]
    for j in range(len(past)):
        learnt[j] = past[j]


@kernel
def _take_columns(reference, turned):
    """Pref_j <- P_j of the columns that have turned, in rows that have a reference."""
    past, learnt = reference.past, reference.learnt
    for i in range(len(past)):
        if reference.reads[i] < 0:
            for j in range(len(turned)):
                learnt[i, j] = past[i, j] if turned[j] else learnt[i, j]


@kernel
def _note_read(reference, row, turned, never):
    """Counts a read of a row, and takes its reference: where its sign has turned, the first not before `start`."""
    reads = reference.reads
    if reads[row] >= 0:
        reads[row] += 1
        if reads[row] >= reference.start and (turned or never):
            reads[row] = -1
            turned = True
    if turned and reads[row] < 0:
        _take_row(reference, row)


@kernel
def transfer(tile, slot, stream, layer):
    read, reference, choppers = tile.read, tile.reference, tile.choppers
    of_a, of_c = at(stream, layer, 1, slot), at(stream, layer, 0, slot)
    row = next_row(tile.visits, at(stream, layer, 1, 0))
    read_row(read, tile.a, row, of_a)
    if reference.reads[row] < 0:
        _less(read.moved, read.seen, reference.learnt[row])
        unchop_row(choppers, row, read.moved)
        gather(tile.buffer, row, read.moved, buffer_rate(tile.scaling, tile.rates[1]))
        fire_whole(tile.buffer, row, tile.c, tile.lines, tile.firing, of_c)
    _follow(reference.past[row], read.seen, reference.share)
    _note_read(reference, row, turn_row(choppers, row, of_a), never_turn(choppers))
    if sweep_ended(tile.visits) and turn_columns(choppers, of_c):
        _take_columns(reference, choppers.turned)


def learn(tile, step, x, d, stream, layer):
    write_chopped(tile, x, d, stream, layer)
    if due(tile.visits, step):
        for slot in range(tile.visits.rows):
            transfer(tile, slot, stream, layer)
    let_time_pass(tile, stream, layer)


register(Agad, current, current_back, learn, note_all)
