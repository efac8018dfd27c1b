"""Mixed precision: the gradient is summed in digital, whole pulses go to the array.  docs/theory.md (5.8).

    every sample      chi <- chi + eta x d^T
    every ns samples  n = -trunc(chi_t/s0) within +-n_max,   n pulses on C_t, up where n > 0,   chi_t <- chi_t + n s0

Nandakumar et al. 2020.
"""

from typing import Any, NamedTuple

import numpy as np

from .._jit import ONE, ZERO, kernel
from ..cells import grow_old
from ..hits import hits_of
from ..mvm import charge, charge_back
from ..random import at
from ..rows import Visits, due, next_row
from ..update import fire_row, note
from . import register


class MixedPrecision(NamedTuple):
    c: Any  # Array: the weights
    lines: Any  # scratch of updates
    firing: Any  # Rule: of the trains of whole pulses
    rates: Any  # float64 (1,): learning rate eta
    visits: Visits
    chi: Any  # (n_in, n_out): the gradient that waits
    most: Any  # state's type: most pulses that one transfer gives a cell
    fired: Any  # (n_out,): pulses of the row that fires, up positive


def current(tile, driven, y):
    charge(y, driven, tile.c, ONE)


def current_back(tile, slots, e):
    charge_back(e, slots, tile.c, ONE)


@kernel
def _add_row(chi, push, d):
    for j in range(len(d)):
        chi[j] += push * d[j]


@kernel
def _collect(chi, x, d, rate):
    """chi <- chi + rate x d^T"""
    for i in range(len(x)):
        if x[i] != ZERO:
            _add_row(chi[i], rate * x[i], d)


@kernel
def _count(chi, fired, s0, most):
    """fired = -trunc(chi_row/s0) within +-most, which chi_row loses."""
    for j in range(len(fired)):
        n = min(max(np.trunc(chi[j] / s0), -most), most)
        fired[j] = -n
        chi[j] -= n * s0


def learn(tile, step, x, d, stream, layer):
    _collect(tile.chi, x, d, tile.rates[0])
    if due(tile.visits, step):
        for slot in range(tile.visits.rows):
            here = at(stream, layer, 0, slot)
            row = next_row(tile.visits, at(stream, layer, 0, 0))
            _count(tile.chi[row], tile.fired, tile.c.s0, tile.most)
            fire_row(tile.c, row, tile.fired, tile.lines, tile.firing, here)
    grow_old(tile.c.cell, tile.c, hits_of(tile.lines.hits, 0), at(stream, layer, 0, 0))


def note_all(tile, sample):
    note(tile.c, sample)


register(MixedPrecision, current, current_back, learn, note_all)
