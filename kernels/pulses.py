"""Pulse trains on rows and columns, and how often they meet.  docs/theory.md (3).

    k = rate X D / s0,   BL = min(ceil(k), BL_max),   p_i = min(B |x_i|, 1),   p_j = min(A |d_j|, 1)

Gokmen & Vlasov 2016, section "update"; update management after Gokmen, Onen & Haensch 2017.
"""

from typing import Any, NamedTuple

import numpy as np
from llvmlite import ir
from numba import types
from numba.core import config
from numba.extending import intrinsic

from ._jit import inline, kernel
from .random import fill_trains, uniform

STOCHASTIC, MEAN_COUNT, IMPLICIT, EXACT = 0, 1, 2, 3
LISTED = 0  # place in Side.index
WORDS, THRESHOLDS = 0, 1  # places in Side.words
_FULL = 4294967296.0  # 2^32
_0 = np.uint64(0)


@intrinsic
def _ctpop(context, bits):
    def codegen(context, builder, signature, args):
        return builder.trunc(builder.ctpop(args[0]), ir.IntType(32))

    return types.int32(types.uint64), codegen


if config.DISABLE_JIT:

    def popcount(bits):
        return np.int32(int(bits).bit_count())

else:

    @inline
    def popcount(bits):
        """Number of set bits, as the machine's own instruction."""
        return _ctpop(bits)


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
    """

    index: Any  # int32 (2, n): LISTED lines, ascending; scratch
    p: Any  # float64 (n,): firing probabilities of the listed lines
    words: Any  # uint64 (4, n): WORDS, their trains; THRESHOLDS, p in units of 2^-32; scratch


class Lines(NamedTuple):
    """Scratch of an update of one array."""

    rows: Side
    columns: Side
    counts: Any  # int32: coincidences of one row with a segment of the listed columns
    hits: Any  # Hits


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


@kernel
def _probabilities(p, lines, n, v, gain):
    """p[l] = min(gain |v[lines[l]]|, 1)"""
    for l in range(n):
        p[l] = min(gain * abs(np.float64(v[lines[l]])), 1.0)


@kernel
def _thresholds(t, p, n):
    for l in range(n):
        t[l] = np.uint64(p[l] * _FULL + 0.5)


@kernel
def _keep_firing(lines, words, n):
    """Drops the lines of which no slot fires; order is kept."""
    kept = 0
    for l in range(n):
        lines[kept] = lines[l]
        words[kept] = words[l]
        kept += 1 if words[l] != _0 else 0
    return kept


@kernel
def fire(side, n, v, gain, bl, rule, stream, bits_at, round_at):
    """Firing probabilities and trains of the n listed lines with signals v; returns how many lines fire at all."""
    lines, p = side.index[LISTED], side.p
    _probabilities(p, lines, n, v, gain)
    if rule.resolution > 0.0:
        for l in range(n):
            p[l] = _rounded(p[l], lines[l], rule, stream, round_at)
    if rule.kind != STOCHASTIC:
        return n
    words, t = side.words[WORDS], side.words[THRESHOLDS]
    _thresholds(t, p, n)
    fill_trains(words, t, lines, n, bl, stream, bits_at, side.words[2], side.words[3], side.index[1])
    return _keep_firing(lines, words, n)


@kernel
def _meet(counts, row_word, column_words, at, n):
    total = 0
    for q in range(n):
        c = popcount(row_word & column_words[at + q])
        counts[q] = c
        total += c
    return total


@kernel
def _meet_in_the_mean(counts, row_p, column_p, at, n, bl, rule):
    """Deterministic schemes.  docs/theory.md (3.7)."""
    total = 0
    for q in range(n):
        p = column_p[at + q]
        if rule.kind == IMPLICIT:
            c = np.int32(np.rint(bl * row_p * p))
        else:
            c = np.int32(np.rint(np.rint(bl * row_p) * np.rint(bl * p) / bl))
        counts[q] = c
        total += c
    return total


@inline
def coincidences(lines, a, at, n, bl, rule):
    """counts[q] = pulses of the a-th listed row with listed column at + q, q < n; returns their sum."""
    if rule.kind == STOCHASTIC:
        return _meet(lines.counts, lines.rows.words[WORDS, a], lines.columns.words[WORDS], at, n)
    return _meet_in_the_mean(lines.counts, lines.rows.p[a], lines.columns.p, at, n, bl, rule)
