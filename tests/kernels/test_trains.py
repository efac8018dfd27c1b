"""Bernoulli words: the twin's bits, exact probabilities, independent slots and lines."""

import numpy as np
import pytest

from kernels import random
from kernels.lanes import LANES
from tests.naive import philox
from tests.naive.philox import Place

from .layers import KEY
from .random_entries import trains
from .test_philox import here
from .zscore import agree

HERE = Place(KEY, 0)
PROBABILITIES = [0.0, 2.0**-34, 2.0**-32, 1e-5, 0.1, 0.25, 1 / 3, 0.5, 0.75, 1 - 1e-5, 1 - 2.0**-32, 1.0]


def drawn(p, bl, steps, lines=None, purpose=random.ROW_BITS, place=HERE):
    n = len(p)
    lines = np.arange(n, dtype=np.int32) if lines is None else np.array(lines, np.int32)
    words, index = np.full((5, n + LANES), 77, np.uint32), np.full((2, n + LANES), 77, np.int32)
    out = np.zeros((steps, n), np.uint64)
    trains(out, np.array(p, float), lines, bl, here(place), purpose, words, index)
    return out


@pytest.mark.parametrize("bl", [1, 5, 31, 32, 33, 63])
def test_trains_are_the_twins(bl):
    """Also of listed lines: an address is the line, not its place in the list."""
    lines = [3 * k + 1 for k in range(len(PROBABILITIES))]
    for purpose in (random.ROW_BITS, random.COLUMN_BITS):
        place = Place(KEY, 0, 1, 1, 2)
        out = drawn(PROBABILITIES, bl, 2, lines, purpose, place)
        for step in range(2):
            for word, p, line in zip(out[step], PROBABILITIES, lines, strict=True):
                bits = philox.train(place._replace(step=step), int(purpose), line, p, bl)
                assert int(word) == sum(bit << s for s, bit in enumerate(bits))


@pytest.mark.parametrize("bl", [1, 32, 33, 63])
def test_probabilities_0_and_1_are_exact(bl):
    out = drawn([0.0, 1.0], bl, 2000)
    assert np.all(out[:, 0] == 0) and np.all(out[:, 1] == 2**bl - 1)


def bits_of(words, bl):
    """(steps, lines, bl)"""
    return (words[:, :, None] >> np.arange(bl, dtype=np.uint64)) & np.uint64(1)


@pytest.mark.parametrize("p", [1e-5, 3e-4])
def test_small_probabilities_are_exact(p):
    """With thresholds of 16 bits p = 1e-5 would be 1.53e-5 or 0."""
    steps, lines, bl = 4000, 250, 63
    out = drawn([p] * lines, bl, steps)
    n = steps * lines * bl
    assert n * p > 600
    agree(np.bitwise_count(out).sum() / n, p, p * (1 - p), n)


def test_every_slot_has_the_same_probability():
    p, steps = 0.3, 20000
    bits = bits_of(drawn([p] * 5, 63, steps), 63)
    agree(bits.mean(axis=0), p, p * (1 - p), steps)


def test_slots_and_lines_are_independent():
    """Every pair of slots of a line, and every pair of lines: covariance 0 +- p (1 - p)/sqrt(n)."""
    p, steps = 0.3, 20000
    bits = bits_of(drawn([p] * 4, 63, steps), 63).astype(float) - p
    variance = (p * (1 - p)) ** 2
    for line in range(4):
        products = bits[:, line].T @ bits[:, line] / steps
        agree(products[~np.eye(63, dtype=bool)], 0, variance, steps)
    lines = np.einsum("nas,nbs->ab", bits, bits) / (steps * 63)
    agree(lines[~np.eye(4, dtype=bool)], 0, variance, steps * 63)


def test_rows_and_columns_and_steps_are_independent():
    p, steps = 0.3, 20000
    rows = bits_of(drawn([p], 32, steps), 32)[:, 0].astype(float) - p
    columns = bits_of(drawn([p], 32, steps, purpose=random.COLUMN_BITS), 32)[:, 0] - p
    agree((rows * columns).mean(), 0, (p * (1 - p)) ** 2, steps * 32)
    agree((rows[1:] * rows[:-1]).mean(), 0, (p * (1 - p)) ** 2, (steps - 1) * 32)
