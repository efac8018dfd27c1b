"""Normal numbers: the twin's to float32, and normal in the body, in the tails and beside each other."""

import math

import numpy as np
import pytest
from scipy.special import ndtr

from kernels import build, random
from tests.naive import philox
from tests.naive.philox import Place

from .layers import KEY
from .random_entries import normals, pairs
from .test_philox import PLACES, here
from .zscore import agree, kolmogorov

BATCH = 1 << 20


def drawn(n, first=0, place=None, purpose=random.C2C, sub=0):
    z, bits = build.normals(n)
    normals(z, bits, first, here(place or Place(KEY, 0)), purpose, sub)
    return z[:n]


@pytest.mark.parametrize("place", PLACES, ids=str)
def test_normals_are_the_twins(place):
    """The radius r = sqrt(-2 ln u) of float32 errs by 2^-24 (u close to 1) / r, or by rounding, 1e-7 r."""
    z = drawn(400, 25, place, random.FORWARD_NOISE, sub=3)
    expected = np.array([philox.normal(place, 1, 100 + n, sub=3) for n in range(400)])
    radius = np.hypot(expected[::2], expected[1::2]).repeat(2)
    assert np.all(np.abs(z - expected) < 2.0**-23 / radius + 3e-7 * radius + 3e-7)


@pytest.mark.parametrize("n", [10**6, 10**7])
def test_the_body_is_normal(n):
    assert kolmogorov(drawn(n), ndtr) > 1e-6


def batches(count, step):
    """Normals at consecutive addresses, a batch at a time."""
    z, bits = build.normals(BATCH)
    for k in range(count):
        normals(z, bits, k * (BATCH // 4), here(Place(KEY, step)), random.C2C, 0)
        yield z


def test_the_tails_hold_as_much_as_they_should():
    """10^8 normals: 680 lie beyond 4.5 sigma, 57 beyond 5; both sides alike."""
    levels = np.array([3.0, 4.0, 4.5, 5.0])
    count, found = 96, np.zeros((2, 4))
    for z in batches(count, step=1):
        far = z[np.abs(z) > 3]
        found += [np.sum(far > t) for t in levels], [np.sum(far < -t) for t in levels]
    p = np.array([math.erfc(t / math.sqrt(2)) / 2 for t in levels])
    agree(found / (count * BATCH), p, p * (1 - p), count * BATCH)


@pytest.fixture(scope="module")
def sums():
    """Sums of powers, and of products of neighbours, over 10^7 normals."""
    count, total = 10, {}
    for z in batches(count, step=2):
        v = z.astype(float)
        u = v * v
        found = {("power", p): np.sum(w) for p, w in enumerate((v, u, u * v, u * u), start=1)}
        found |= {("lag", lag): v[:-lag] @ v[lag:] for lag in (1, 2, 3, 4, 8)}
        found |= {("square lag", lag): (u[:-lag] - 1) @ (u[lag:] - 1) for lag in (1, 2, 4)}
        total = {key: total.get(key, 0) + value for key, value in found.items()}
    return count, total


@pytest.mark.parametrize("power, mean, variance", [(1, 0, 1), (2, 1, 2), (3, 0, 15), (4, 3, 96)])
def test_moments(sums, power, mean, variance):
    count, total = sums
    agree(total["power", power] / (count * BATCH), mean, variance, count * BATCH)


@pytest.mark.parametrize("kind, variance, lags", [("lag", 1, (1, 2, 3, 4, 8)), ("square lag", 4, (1, 2, 4))])
def test_neighbours_are_independent(sums, kind, variance, lags):
    """Distances 1 and 2 hold the two Box-Muller pairs of a block, of which z0^2 + z1^2 shares the radius."""
    count, total = sums
    for lag in lags:
        n = count * (BATCH - lag)
        agree(total[kind, lag] / n, 0, variance, n)


@pytest.mark.parametrize("other", [
    {"step": 1}, {"layer": 1}, {"array": 1}, {"slot": 1}, {"key": (KEY[0], KEY[1] ^ 1)}, {"key": (KEY[0] ^ 1, KEY[1])},
], ids=str)  # fmt: skip
def test_neighbouring_addresses_are_independent(other):
    n, place = 1 << 18, Place(KEY, 0)
    agree(drawn(n).astype(float) @ drawn(n, place=place._replace(**other)) / n, 0, 1, n)


def test_purposes_and_attempts_are_independent():
    n = 1 << 18
    z = drawn(n).astype(float)
    agree(z @ drawn(n, purpose=random.FORWARD_NOISE) / n, 0, 1, n)
    agree(z @ drawn(n, sub=1) / n, 0, 1, n)


def test_the_extreme_words():
    """u = 2^-33 gives sqrt(66 ln 2) = 6.76 sigma, the largest there is; u rounds to 1 and gives 0; nothing is NaN."""
    ends = [0, 1, 2**30 - 1, 2**30, 2**31 - 1, 2**31, 3 * 2**30, 2**32 - 129, 2**32 - 1]
    r0, r1 = (np.array(v.ravel(), np.uint32) for v in np.meshgrid(ends, ends))
    z = np.zeros((len(r0), 2), np.float32)
    pairs(z, r0, r1)
    radius, turns = np.sqrt(-2 * np.log((r0 + 0.5) / 2**32)), 2 * np.pi * r1 / 2**32
    expected = np.stack([radius * np.cos(turns), radius * np.sin(turns)], axis=1)
    np.testing.assert_allclose(z, expected, rtol=0, atol=4e-4)  # sqrt(2^-23) where u is within 2^-24 of 1
    assert np.abs(z).max() == pytest.approx(np.sqrt(66 * np.log(2)), rel=1e-6)
