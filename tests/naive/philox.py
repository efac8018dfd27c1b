"""Random numbers by address: Philox4x32-10 (Salmon et al., SC 2011) with Python integers.

A number is a function of a key and of where it is used, counter = (ordinal, step, where, what):
    step  = the training sample, counted from 0
    where = layer << 24 | array << 16 | slot
    what  = purpose << 24 | sub
"""
from functools import lru_cache
from math import cos, floor, log, pi, sin, sqrt
from typing import NamedTuple

C, A = 0, 1  # arrays; further ones between A and C: 2, 3, ...
FORWARD_NOISE, BACKWARD_NOISE, TRANSFER_NOISE = 1, 2, 3  # purposes
ROW_BITS, COLUMN_BITS, C2C, ROW_ROUND, COLUMN_ROUND, ROW_ORDER = 4, 5, 6, 7, 8, 9
ZERO_SHIFT, WRITE_NOISE, REFRESH, RETENTION, DISTURB, CHOPPER = 10, 11, 12, 13, 14, 15


class Place(NamedTuple):
    """Where random numbers are used: key (two 32-bit words), step, layer, array (C, A, ...), slot.

    slot: 0, or the number 0, 1, ... of the row within one transfer of several rows.
    """
    key: tuple
    step: int
    layer: int = 0
    array: int = C
    slot: int = 0


@lru_cache(maxsize=1 << 16)
def philox(counter, key):
    """Ten rounds of Philox4x32: four 32-bit words from a counter of four and a key of two."""
    (c0, c1, c2, c3), (k0, k1) = counter, key
    for _ in range(10):
        p0, p1 = 0xD2511F53 * c0, 0xCD9E8D57 * c2
        c0, c1, c2, c3 = (p1 >> 32) ^ c1 ^ k0, p1 & 0xFFFFFFFF, (p0 >> 32) ^ c3 ^ k1, p0 & 0xFFFFFFFF
        k0, k1 = (k0 + 0x9E3779B9) & 0xFFFFFFFF, (k1 + 0xBB67AE85) & 0xFFFFFFFF
    return c0, c1, c2, c3


def block(place, purpose, ordinal, sub=0):
    """The four words number `ordinal` of one purpose at one place."""
    where = place.layer << 24 | place.array << 16 | place.slot
    return philox((ordinal, place.step, where, purpose << 24 | sub), tuple(place.key))


def word(place, purpose, number, sub=0):
    """Word number 0, 1, ... of the stream: lane number & 3 of block number >> 2."""
    return block(place, purpose, number >> 2, sub)[number & 3]


def uniform(place, purpose, number, sub=0):
    """(r + 1/2) / 2^32, never 0 and never 1."""
    return (word(place, purpose, number, sub) + 0.5) / 2**32


def normal(place, purpose, number, sub=0):
    """Box and Muller: each pair of words (radius, angle) of a block gives a cosine and a sine."""
    words, lane = block(place, purpose, number >> 2, sub), number & 3
    radius_word, angle_word = words[lane & 2], words[(lane & 2) + 1]
    signed = angle_word - 2**32 if angle_word >= 2**31 else angle_word
    radius, angle = sqrt(-2 * log((radius_word + 0.5) / 2**32)), 2 * pi * signed / 2**32
    return radius * (sin(angle) if lane & 1 else cos(angle))


def train(place, purpose, line, p, length):
    """`length` bits, each 1 with probability p: the bit of slot s is (U_s < T), T = floor(2^32 p + 1/2).

    U_s has 32 bits, most significant first: bit r is bit (s mod 32) of word r of the line's stream for the
    half s // 32.  (The kernel compares all slots of a half at once, bit by bit, and stops early.)
    """
    threshold = floor(p * 2**32 + 0.5)
    if threshold == 0:
        return [0] * length
    return [int(_slot_number(place, purpose, line, slot) < threshold) for slot in range(length)]


def _slot_number(place, purpose, line, slot):
    half, bit, number = slot // 32, slot % 32, 0
    for r in range(32):
        r_word = block(place, purpose, line, half << 8 | r >> 2)[r & 3]
        number = number << 1 | (r_word >> bit & 1)
    return number


def shuffled(place, n):
    """Fisher and Yates: the order in which a sweep visits 0 .. n-1; the sweep's number is place.step."""
    order = list(range(n))
    for number, i in enumerate(range(n - 1, 0, -1)):
        j = word(place, ROW_ORDER, number) * (i + 1) >> 32
        order[i], order[j] = order[j], order[i]
    return order
