"""Pulse trains on rows and columns, and how often they meet.  docs/theory.md (3).

    k = rate X D / s0,   BL = min(ceil(k), BL_max),   p_i = min(B |x_i|, 1),   p_j = min(A |d_j|, 1)

Gokmen & Vlasov 2016, section "update"; update management after Gokmen, Onen & Haensch 2017.
"""

from typing import Any, NamedTuple

import numpy as np

from ._jit import ZERO, inline, kernel
from .lanes import LANES, keep, list_nonzero, load, number, spread
from .random import fill_trains, uniform

STOCHASTIC, MEAN_COUNT, IMPLICIT, EXACT = 0, 1, 2, 3
LISTED, NEGATIVE = 0, 1  # places in Side.index
_NONE, _0, _1, _32, _WORD = np.uint32(0), *(np.uint64(n) for n in (0, 1, 32, 2**32 - 1))


class Rule(NamedTuple):
    """How an update turns into pulses.  Run-time values: no knob costs a compilation."""

    kind: int  # STOCHASTIC, MEAN_COUNT, IMPLICIT, EXACT
    max_length: int  # BL_max <= 63
    bl_management: bool
    update_management: bool
    resolution: float  # of firing probabilities; 0: none
    stochastic_rounding: bool


class Side(NamedTuple):
    """The lines of one side of an array, rows or columns: which take part in an update, and their trains.

    Few arrays of several rows each: every array in a state costs compile time in every loop that it passes through.
    All have room for sixteen more.
    """

    index: Any  # int32 (4, n): LISTED lines, ascending; NEGATIVE: 1 where the signal is; scratch
    signal: Any  # state's type (n,): of the listed lines
    p: Any  # float64 (n,): their firing probabilities
    words: Any  # uint32 (5, n): their trains, slots 0-31 and 32-62; scratch


class Lines(NamedTuple):
    """Scratch of an update of one array."""

    rows: Side
    columns: Side
    counts: Any  # int32 (members, SEGMENT): coincidences of one row with a segment of the listed columns
    hits: Any  # Hits
    starts: Any  # int64 (n_in,): pulses of the listed rows
    shares: Any  # int64 (members, 8): the rows of each member of a crew, and what it did


class Plan(NamedTuple):
    """The numbers of one rank-one update.  docs/theory.md (3.1)-(3.3)."""

    bl: int
    row_gain: float  # B
    column_gain: float  # A
    saturated: bool  # more pulses asked than the longest train holds


@inline
def plan(rule, rate, x_max, d_max, s0):
    """BL and the gains A, B.  A B = rate/(s0 BL) whatever the update management does."""
    k = rate * x_max * d_max / s0
    saturated = k > rule.max_length
    bl = rule.max_length
    if rule.bl_management and not saturated:
        bl = max(int(np.ceil(k)), 1)
    gain = np.sqrt(rate / (s0 * bl))
    balance = 1.0
    if rule.update_management:
        d_top = d_max * rule.max_length / k if saturated else d_max
        balance = np.sqrt(x_max / d_top)
    return Plan(bl, gain / balance, gain * balance, saturated)


@inline
def _rounded(p, line, rule, stream, purpose):
    """A probability on the grid of a finite resolution, to the nearest point or by chance without bias."""
    if rule.stochastic_rounding:
        return min(np.floor(p / rule.resolution + uniform(stream, line, purpose)) * rule.resolution, 1.0)
    return min(np.rint(p / rule.resolution) * rule.resolution, 1.0)


@inline
def listed(side, x):
    """Lists the lines with a signal; returns their number."""
    return list_nonzero(side.index[LISTED], side.signal, x)


@kernel
def _probabilities(p, signal, n, gain):
    """p[l] = min(gain |signal[l]|, 1)"""
    for l in range(n):
        p[l] = min(gain * abs(np.float64(signal[l])), 1.0)


@kernel
def _signs(negative, signal, n):
    for l in range(n):
        negative[l] = signal[l] < ZERO


@kernel
def _keep_firing(side, n):
    """Drops the lines of which no slot fires; order is kept."""
    lines, signal, low, high = side.index[LISTED], side.signal, side.words[0], side.words[1]
    kept, none = 0, spread(_NONE)
    for q in range(0, n, LANES):
        first, second = load(low, q, n), load(high, q, n)
        fires = (first | second) != none
        keep(lines, kept, load(lines, q, n), fires)
        keep(signal, kept, load(signal, q, n), fires)
        keep(low, kept, first, fires)
        keep(high, kept, second, fires)
        kept += number(fires)
    return kept


@kernel
def fire(side, n, gain, bl, rule, stream, bits_at, round_at):
    """Firing probabilities and trains of the n listed lines; returns how many lines fire at all."""
    lines, p = side.index[LISTED], side.p
    _probabilities(p, side.signal, n, gain)
    if rule.resolution > 0.0:
        for l in range(n):
            p[l] = _rounded(p[l], lines[l], rule, stream, round_at)
    if rule.kind == STOCHASTIC:
        fill_trains(side.words, p, lines, n, bl, stream, bits_at, side.words[2:], side.index[2:])
        n = _keep_firing(side, n)
    _signs(side.index[NEGATIVE], side.signal, n)
    return n


@kernel
def begin_together(rows, columns, n):
    """Trains of one row and of n listed columns whose signal is a number of pulses; returns BL, the most of them.

    The row fires in every slot, column j in the first |n_j|; the signs are such that a positive number goes up.
    """
    negative, signal, low, high = columns.index[NEGATIVE], columns.signal, columns.words[0], columns.words[1]
    bl = np.int64(0)
    for q in range(n):
        pulses = np.uint64(abs(signal[q]))
        train = (_1 << pulses) - _1
        low[q] = np.uint32(train & _WORD)
        high[q] = np.uint32(train >> _32)
        negative[q] = signal[q] > ZERO
        bl = max(bl, np.int64(pulses))
    train = (_1 << np.uint64(bl)) - _1
    rows.index[NEGATIVE, 0] = 0
    rows.words[0, 0] = np.uint32(train & _WORD)
    rows.words[1, 0] = np.uint32(train >> _32)
    return bl


@kernel
def mean_counts(counts, row_p, column_p, at, n, bl, rule):
    """Deterministic schemes.  docs/theory.md (3.7)."""
    for q in range(n):
        p = column_p[at + q]
        if rule.kind == IMPLICIT:
            counts[q] = np.int32(np.rint(bl * row_p * p))
        else:
            counts[q] = np.int32(np.rint(np.rint(bl * row_p) * np.rint(bl * p) / bl))


@kernel
def meetings(lines, a, b, bl, rule):
    """Pulses of the a-th listed row with the b-th listed column."""
    rows, columns = lines.rows.words, lines.columns.words
    if rule.kind != STOCHASTIC:
        mean_counts(lines.counts[0], lines.rows.p[a], lines.columns.p, b, 1, bl, rule)
        return lines.counts[0, 0]
    met = np.int32(0)
    for half in range(1 if bl <= 32 else 2):
        both = np.uint64(rows[half, a] & columns[half, b])
        while both > _0:
            both &= both - _1
            met += np.int32(1)
    return met
