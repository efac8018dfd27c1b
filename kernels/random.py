"""Random numbers by address: Philox4x32-10, uniforms, normals, Bernoulli words.

A number is a function of (key, ordinal, step, where, what) and of nothing else, so neither threads nor order nor
restarts nor an added probe can move one.  docs/theory.md (1); Salmon et al. 2011, "Parallel random numbers: as easy
as 1, 2, 3".  Words of 32 bits travel in uint64: the product of two of them is exact, and vectorises.

    counter = (ordinal, step, layer << 24 | array << 16 | slot, purpose << 24 | sub)

The purposes below are part of every published result: never renumber one.
"""

from typing import NamedTuple

import numpy as np

from ._jit import HALF, TWO, ZERO, inline, kernel
from .functions import log_float32, sin_turns_float32
from .lanes import LANES, keep, load, number, spread

FORWARD_NOISE, BACKWARD_NOISE, TRANSFER_NOISE = np.uint64(1), np.uint64(2), np.uint64(3)
ROW_BITS, COLUMN_BITS, C2C = np.uint64(4), np.uint64(5), np.uint64(6)
ROW_ROUND, COLUMN_ROUND, ROW_ORDER = np.uint64(7), np.uint64(8), np.uint64(9)
ZERO_SHIFT = np.uint64(10)
WRITE_NOISE, REFRESH, RETENTION, DISTURB = np.uint64(11), np.uint64(12), np.uint64(13), np.uint64(14)
CHOPPER = np.uint64(15)

_LOW = np.uint64(0xFFFFFFFF)
_M0, _M1 = np.uint64(0xD2511F53), np.uint64(0xCD9E8D57)
_W0, _W1 = np.uint64(0x9E3779B9), np.uint64(0xBB67AE85)
_0, _1, _2, _3, _4, _8, _16, _24, _31, _32 = (np.uint64(n) for n in (0, 1, 2, 3, 4, 8, 16, 24, 31, 32))
_TOP, _FULL = np.uint64(1 << 32), 4294967296.0  # 2^32
_TINY = np.float32(2.0**-32)
GROUP = 64  # normals made at a time


class Stream(NamedTuple):
    """Where a family of random numbers lies.  All uint64 holding 32 bits."""

    k0: np.uint64
    k1: np.uint64
    step: np.uint64
    where: np.uint64


@inline
def at_step(stream, step):
    return Stream(stream.k0, stream.k1, np.uint64(step) & _LOW, stream.where)


@inline
def at(stream, layer, array, slot):
    """The numbers of one array (0 = C, 1 = A) of one layer; `slot` counts the rows of one transfer, else 0."""
    where = (np.uint64(layer) << _24) | (np.uint64(array) << _16) | np.uint64(slot)
    return Stream(stream.k0, stream.k1, stream.step, where)


@inline
def philox(c0, c1, c2, c3, k0, k1):
    """Ten rounds of Philox4x32: four 32-bit words of a counter and a key -> four words."""
    for _ in range(10):
        p0, p1 = _M0 * c0, _M1 * c2
        c0, c1, c2, c3 = (p1 >> _32) ^ c1 ^ k0, p1 & _LOW, (p0 >> _32) ^ c3 ^ k1, p0 & _LOW
        k0, k1 = (k0 + _W0) & _LOW, (k1 + _W1) & _LOW
    return c0, c1, c2, c3


@inline
def block(stream, ordinal, purpose, sub):
    what = (purpose << _24) | np.uint64(sub)
    return philox(np.uint64(ordinal), stream.step, stream.where, what, stream.k0, stream.k1)


@inline
def word(stream, number, purpose):
    """Word `number` (0, 1, 2, ...) of a stream of single words: lane `number & 3` of block `number >> 2`."""
    number = np.uint64(number)
    r0, r1, r2, r3 = block(stream, number >> _2, purpose, _0)
    lane = number & _3
    if lane == _0:
        return r0
    if lane == _1:
        return r1
    return r2 if lane == _2 else r3


@inline
def uniform(stream, number, purpose):
    """A uniform of (0, 1): (word + 1/2) 2^-32."""
    return (np.float64(word(stream, number, purpose)) + 0.5) * 2.0**-32


@inline
def two_normals(r0, r1):
    """Box-Muller: radius from one uint32 (up to 6.7 sigma), angle in turns from the other.  float32."""
    u = (np.float32(r0) + HALF) * _TINY
    t = np.float32(np.int32(r1)) * _TINY  # [-1/2, 1/2)
    radius = np.sqrt(-TWO * log_float32(u))
    away = abs(t)
    sine = sin_turns_float32(min(away, HALF - away))
    cosine = sin_turns_float32(np.float32(0.25) - away)
    return radius * cosine, radius * (sine if t >= ZERO else -sine)


@inline
def normal_at(stream, ordinal, purpose, sub):
    """One normal by itself: the first of its block."""
    r0, r1, _, _ = block(stream, ordinal, purpose, sub)
    return two_normals(np.uint32(r0), np.uint32(r1))[0]


# Each hot loop below is a function of its own: nested in a larger one, the compiler does not vectorise it.


@kernel
def _fill_words(r0, r1, r2, r3, first, blocks, stream, purpose, sub):
    for b in range(blocks):
        w0, w1, w2, w3 = block(stream, np.uint64(first) + np.uint64(b), purpose, sub)
        r0[b] = w0
        r1[b] = w1
        r2[b] = w2
        r3[b] = w3


@kernel
def _box_muller(z, r0, r1, r2, r3, blocks):
    for b in range(blocks):
        z0, z1 = two_normals(r0[b], r1[b])
        z2, z3 = two_normals(r2[b], r3[b])
        z[4 * b] = z0
        z[4 * b + 1] = z1
        z[4 * b + 2] = z2
        z[4 * b + 3] = z3


@kernel
def fill_normals(z, bits, first, count, stream, purpose, sub):
    """z[0 .. 4 ceil(count/4)) = normals number 4 first, 4 first + 1, ... of a stream.

    z: float32, with room for whole GROUPs; bits: uint32 (4, a quarter of that), scratch.  All numbers of a group are
    made, so that a few cost no more than one round of vector code.
    """
    blocks = (count + GROUP - 1) // GROUP * (GROUP // 4)
    r0, r1, r2, r3 = bits[0], bits[1], bits[2], bits[3]
    _fill_words(r0, r1, r2, r3, first, blocks, stream, purpose, sub)
    _box_muller(z, r0, r1, r2, r3, blocks)


@inline
def _round(t, place, random, hit, still):
    """One round of the bit-serial comparison `uniform < t / 2^32`, for 32 slots at once."""
    one = _0 - ((t >> place) & _1)  # all ones where this bit of t is 1
    return hit | (still & ~random & one), still & ~(random ^ one)


@inline
def _rounds(t, b, r0, r1, r2, r3, hit, still):
    """The four rounds of block b, most significant bit of t first."""
    place = _31 - _4 * b
    hit, still = _round(t, place, r0, hit, still)
    hit, still = _round(t, place - _1, r1, hit, still)
    hit, still = _round(t, place - _2, r2, hit, still)
    return _round(t, place - _3, r3, hit, still)


@kernel
def _first_block(p, lines, n, mask, stream, purpose, sub, t, hit, still):
    """Thresholds t = p 2^32, and the first four rounds for every line."""
    for l in range(n):
        threshold = np.uint64(p[l] * _FULL + 0.5)
        always = threshold >= _TOP
        r0, r1, r2, r3 = block(stream, np.uint64(lines[l]), purpose, sub)
        yes, maybe = _rounds(threshold, _0, r0, r1, r2, r3, mask if always else _0, _0 if always else mask)
        t[l] = threshold
        hit[l] = yes
        still[l] = maybe


@kernel
def _next_block(t, lines, n, b, stream, purpose, sub, hit, still):
    for l in range(n):
        r0, r1, r2, r3 = block(stream, np.uint64(lines[l]), purpose, sub)
        yes, maybe = _rounds(np.uint64(t[l]), b, r0, r1, r2, r3, _0, np.uint64(still[l]))
        hit[l] = yes
        still[l] = maybe


@kernel
def _undecided(t, still, lines, places, n):
    """Moves the lines with open slots to the front; returns their number."""
    left, none = 0, spread(np.uint32(0))
    for q in range(0, n, LANES):
        maybe = load(still, q, n)
        open_ = maybe != none
        keep(t, left, load(t, q, n), open_)
        keep(lines, left, load(lines, q, n), open_)
        keep(places, left, load(places, q, n), open_)
        keep(still, left, maybe, open_)
        left += number(open_)
    return left


@kernel
def _merge(words, places, hit, n):
    for q in range(n):
        words[places[q]] |= hit[q]


@kernel
def _copies(lines, addresses, places, n):
    for l in range(n):
        addresses[l] = lines[l]
        places[l] = l


@kernel
def _clear(row, n):
    for l in range(n):
        row[l] = _0


@kernel
def fill_trains(words, p, lines, n, bl, stream, purpose, bits, index):
    """Bernoulli words: bit s < bl of line l is 1 with probability round(p[l] 2^32) 2^-32, for the n lines listed.

    A comparison is decided after two random bits on average, so the comparisons of a whole word need about
    log2(32) + 2 of its 32 rounds: only lines still undecided after a block of four rounds draw the next one.
    words: uint32 (2, n), slots 0-31 and 32-62; p: float64 (n,); lines: int32 (n,), the lines' addresses; bl <= 63.
    Scratch, with room for 16 more: bits uint32 (3, n), index int32 (2, n).
    """
    t, hit, still, addresses, places = bits[0], bits[1], bits[2], index[0], index[1]
    if bl <= 32:
        _clear(words[1], n)
    for half in range(1 if bl <= 32 else 2):
        mask = (_1 << np.uint64(min(bl - 32 * half, 32))) - _1
        sub = np.uint64(half) << _8
        row = words[half]
        _first_block(p, lines, n, mask, stream, purpose, sub, t, row, still)
        _copies(lines, addresses, places, n)
        left = _undecided(t, still, addresses, places, n)
        b = _1
        while left > 0 and b < _8:
            _next_block(t, addresses, left, b, stream, purpose, sub | b, hit, still)
            _merge(row, places, hit, left)
            left = _undecided(t, still, addresses, places, left)
            b += _1
