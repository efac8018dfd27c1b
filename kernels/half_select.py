"""Half-select disturb: a line that fires alone disturbs its cells a little.  docs/theory.md (2.14).

In a slot in which row i fires and column j does not, or the other way round, cell (i, j) sees half the voltage; with
probability p it then moves by `size` of a device step.  k_ij = popcount(row_i XOR column_j) such slots in an update
make m ~ Binomial(k_ij, p) disturbances.
"""

from typing import Any, NamedTuple

import numpy as np

from ._jit import class_of, generic, inline, kernel
from .devices import pulse
from .held import take
from .pulses import LISTED
from .random import DISTURB, block, uniform

EITHER, UP, DOWN = 0, 1, 2  # direction
_0, _1 = np.uint32(0), np.uint32(1)
_SIGNS, _32 = np.uint64(1), np.uint64(32)  # a part of the addresses, and one bit


class Undisturbed(NamedTuple):
    """Cells that feel nothing of it."""

    rate: int  # 0


class HalfSelect(NamedTuple):
    none: Any  # float64 (64,): (1 - q)^k with q = min(p, 1 - p)
    odds: float  # q/(1 - q)
    often: bool  # p > 1/2: q is the probability that a slot does not disturb
    size: Any  # state's type: of a device step
    direction: int  # of the step; EITHER: both equally often
    rows: Any  # uint32 (2, n_in): scratch, the trains of all rows
    columns: Any  # uint32 (2, n_out)


@kernel
def _lay_out(trains, side, n, halves):
    """The trains of the n firing lines at their places among all lines."""
    lines, words = side.index[LISTED], side.words
    for half in range(2):
        for l in range(trains.shape[1]):
            trains[half, l] = _0
        if half < halves:
            for l in range(n):
                trains[half, lines[l]] = words[half, l]


@inline
def _ones(bits):
    n = 0
    while bits != _0:
        bits &= bits - _1
        n += 1
    return n


@inline
def _how_often(half, k, u):
    """m ~ Binomial(k, p) of one uniform, by inversion."""
    chance, m = half.none[k], 0
    below = chance
    while u > below and m < k:
        chance *= half.odds * (k - m) / (m + 1)
        m += 1
        below += chance
    return k - m if half.often else m


@inline
def _goes_up(half, stream, place, nth):
    """EITHER: bit nth of the first two words of a block of the cell's own."""
    if half.direction == EITHER:
        low, high, _, _ = block(stream, place, DISTURB, _SIGNS)
        return ((low | (high << _32)) >> np.uint64(nth)) & _SIGNS == _SIGNS
    return half.direction == UP


@kernel
def _disturb_row(half, dev, cells, states, i, row, stream):
    """Every cell of row `row` of the states, whose word line is line i of the array."""
    v = states[row]
    for j in range(len(v)):
        k = _ones(half.rows[0, i] ^ half.columns[0, j]) + _ones(half.rows[1, i] ^ half.columns[1, j])
        if k > 0:
            place = row * len(v) + j
            cell = cells[min(row, cells.shape[0] - 1), min(j, cells.shape[1] - 1)]
            for nth in range(_how_often(half, k, uniform(stream, place, DISTURB))):
                full = pulse(dev, cell, v[j], _goes_up(half, stream, place, nth), np.float32(0))
                v[j] = min(max(v[j] + half.size * (full - v[j]), cell.w_min), cell.w_max)


@generic
def disturb(half, states, dev, lines, n_rows, n_columns, bl, stream):
    """What an update by n_rows rows and n_columns columns that fire does beside its coincidences.

    states: (devices n_in, n_out).  Returns whether there was anything to do.
    """

    def nothing(half, states, dev, lines, n_rows, n_columns, bl, stream):
        return False

    def something(half, states, dev, lines, n_rows, n_columns, bl, stream):
        halves = 1 if bl <= 32 else 2
        _lay_out(half.rows, lines.rows, n_rows, halves)
        _lay_out(half.columns, lines.columns, n_columns, halves)
        n_in = half.rows.shape[1]
        for row in range(states.shape[0]):
            _disturb_row(half, take(dev), dev.cells, states, row % n_in, row, stream)
        return True

    return nothing if class_of(half) is Undisturbed else something
