"""Stochastic gradient descent on the array itself.  docs/theory.md (5.1)."""

from typing import Any, NamedTuple

from .._jit import ONE
from ..cells import grow_old
from ..hits import hits_of
from ..mvm import charge, charge_back
from ..random import at
from ..update import note, update
from . import register


class Sgd(NamedTuple):
    c: Any  # Array: the weights
    lines: Any  # scratch of the update
    rule: Any  # Rule: how gradients become pulses
    rates: Any  # float64 (1,): learning rate


def current(tile, driven, y):
    charge(y, driven, tile.c, ONE)


def current_back(tile, slots, e):
    charge_back(e, slots, tile.c, ONE)


def learn(tile, step, x, d, stream, layer):
    here = at(stream, layer, 0, 0)
    update(tile.c, x, d, tile.lines, tile.rates[0], tile.rule, here)
    grow_old(tile.c.cell, tile.c, hits_of(tile.lines.hits, 0), here)


def note_all(tile, sample):
    note(tile.c, sample)


register(Sgd, current, current_back, learn, note_all)
