"""Residual learning: arrays in a chain, each learning what the coarser ones still lack.  docs/theory.md (5.10).

    every sample      A <- A - eta x d^T on the finest array
    every ns samples  A' <- A' + lambda A, row by row, from each array A to the next coarser one A'; the last is C
    with a buffer     H_t <- (1 - beta) H_t + beta lambda A_t,   n = trunc(H_t/s0) within +-n_max pulses on A'_t
    the network sees  W = C + gamma A_(N-1) + ... + gamma^(N-1) A

Wu et al. 2025.
"""

from typing import Any, NamedTuple

from .._jit import ONE, ZERO, class_of, generic, kernel
from ..buffers import Buffer, fire_whole, leak
from ..cells import grow_old
from ..hits import hits_of
from ..mvm import charge, charge_back
from ..random import at
from ..rows import RowReader, Visits, due, next_row, read_row, write_row
from ..update import note, update
from . import register


class End(NamedTuple):
    """Behind the last link: C."""

    number: int  # 0, of C in addresses


class Link(NamedTuple):
    array: Any  # Array: one of the auxiliary arrays
    number: int  # of it in addresses; that of the array it hands on to is one more, that of C 0
    share: Any  # gamma^k, of it in the visible W; state's type
    buffer: Buffer  # between it and the next; of no rows where there is none
    coarser: Any  # Link or End


class Residual(NamedTuple):
    c: Any  # Array: the coarsest
    chain: Any  # Link: the finest array, which sees the gradient, and behind it the coarser ones
    lines: Any  # scratch of updates
    rule: Any  # Rule: gradients into the finest array
    moving: Any  # Rule: of transfers, or of the trains of whole pulses
    rates: Any  # float64 (2,): learning rate eta, transfer rate lambda
    leaks: Any  # beta of the buffers; 0: there are none; state's type
    visits: Visits
    read: RowReader


@generic
def _charge(link, driven, y):
    def end(link, driven, y):
        pass

    def inner(link, driven, y):
        charge(y, driven, link.array, link.share)
        _charge(link.coarser, driven, y)

    return end if class_of(link) is End else inner


@generic
def _charge_back(link, slots, e):
    def end(link, slots, e):
        pass

    def inner(link, slots, e):
        charge_back(e, slots, link.array, link.share)
        _charge_back(link.coarser, slots, e)

    return end if class_of(link) is End else inner


@generic
def _grow_old(link, tile, stream, layer):
    def end(link, tile, stream, layer):
        pass

    def inner(link, tile, stream, layer):
        grow_old(link.array.cell, link.array, hits_of(tile.lines.hits, 0), at(stream, layer, link.number, 0))
        _grow_old(link.coarser, tile, stream, layer)

    return end if class_of(link) is End else inner


@generic
def _note(link, sample):
    def end(link, sample):
        pass

    def inner(link, sample):
        note(link.array, sample)
        _note(link.coarser, sample)

    return end if class_of(link) is End else inner


@kernel
def _move(link, target, number, tile, row, slot, stream, layer):
    """A row of one array, as read, onto the next."""
    read_row(tile.read, link.array, row, at(stream, layer, link.number, slot))
    here = at(stream, layer, number, slot)
    if tile.leaks > ZERO:
        leak(link.buffer, row, tile.leaks, tile.read.seen, tile.rates[1])
        fire_whole(link.buffer, row, target, tile.lines, tile.moving, here)
    else:
        write_row(target, tile.read, row, tile.lines, tile.rates[1], tile.moving, here)


@generic
def _hand_on(link, coarser, tile, row, slot, stream, layer):
    """One row from array to array, the finest first."""

    def last(link, coarser, tile, row, slot, stream, layer):
        _move(link, tile.c, 0, tile, row, slot, stream, layer)

    def inner(link, coarser, tile, row, slot, stream, layer):
        _move(link, coarser.array, coarser.number, tile, row, slot, stream, layer)
        _hand_on(coarser, coarser.coarser, tile, row, slot, stream, layer)

    return last if class_of(coarser) is End else inner


def current(tile, driven, y):
    charge(y, driven, tile.c, ONE)
    _charge(tile.chain, driven, y)


def current_back(tile, slots, e):
    charge_back(e, slots, tile.c, ONE)
    _charge_back(tile.chain, slots, e)


def learn(tile, step, x, d, stream, layer):
    finest = tile.chain
    update(finest.array, x, d, tile.lines, tile.rates[0], tile.rule, at(stream, layer, 1, 0))
    if due(tile.visits, step):
        for slot in range(tile.visits.rows):
            row = next_row(tile.visits, at(stream, layer, 1, 0))
            _hand_on(finest, finest.coarser, tile, row, slot, stream, layer)
    grow_old(tile.c.cell, tile.c, hits_of(tile.lines.hits, 0), at(stream, layer, 0, 0))
    _grow_old(finest, tile, stream, layer)


def note_all(tile, sample):
    note(tile.c, sample)
    _note(tile.chain, sample)


register(Residual, current, current_back, learn, note_all)
