"""Sixteen numbers at a time: what compiled vectors do is what NumPy does with arrays of sixteen."""

import numba
import numpy as np
import pytest

from kernels import lanes
from kernels._jit import OPTIONS
from kernels.lanes import LANES

LENGTHS = [0, 1, 15, 16, 17, 40]


@numba.njit(**OPTIONS)
def kept(x, out, places):
    n, zero = 0, lanes.spread(np.float32(0) * out[0])
    for q in range(0, len(x), LANES):
        v = lanes.load(x, q, len(x))
        there = v != zero
        lanes.keep(places, n, lanes.counting(q), there)
        lanes.keep(out, n, v, there)
        n += lanes.number(there)
    return n


@numba.njit(**OPTIONS)
def counted(a, b, out):
    for q in range(0, len(a), LANES):
        both = lanes.load(a, q, len(a)) & lanes.load(b, q, len(a))
        lanes.save(out, q, len(a), lanes.popcount(both ^ lanes.load(b, q, len(a))))


@numba.njit(**OPTIONS)
def folded(x, out):
    sums, top = lanes.spread(x[0] - x[0]), lanes.spread(x[0] - x[0])
    for q in range(0, len(x), LANES):
        sums = sums + lanes.load(x, q, len(x)) * lanes.load(x, q, len(x))
        top = lanes.rise(top, lanes.load(x, q, len(x)))
    out[0], out[1] = lanes.total(sums), lanes.most(top)


@pytest.mark.parametrize("dtype", ["f4", "f8"])
@pytest.mark.parametrize("n", LENGTHS)
def test_keep_closes_up_in_order_and_touches_no_more_than_sixteen_behind(n, dtype):
    x = np.random.default_rng(n).integers(0, 3, n).astype(dtype)
    out, places = np.full(n + 2 * LANES, 99, dtype), np.full(n + 2 * LANES, 99, np.int32)
    assert kept(x, out, places) == np.count_nonzero(x)
    there = np.flatnonzero(x)
    assert places[: len(there)].tolist() == there.tolist() and out[: len(there)].tolist() == x[there].tolist()
    assert np.all(out[n + LANES :] == 99) and np.all(places[n + LANES :] == 99)


@pytest.mark.parametrize("n", LENGTHS)
def test_popcount_and_a_masked_end(n):
    rng = np.random.default_rng(n)
    a, b = (rng.integers(0, 2**32, n, dtype=np.uint32) for _ in range(2))
    out = np.full(n + 1, 99, np.uint32)
    counted(a, b, out)
    assert out.tolist() == [int(v).bit_count() for v in (a & b) ^ b] + [99]


@pytest.mark.parametrize("dtype", ["f4", "f8"])
@pytest.mark.parametrize("n", LENGTHS[1:])
def test_sums_fold_half_onto_half(n, dtype):
    """The order is fixed, so that the same bits come from the interpreter."""
    x = np.random.default_rng(n).normal(size=n).astype(dtype)
    out = np.zeros(2, dtype)
    folded(x, out)
    sums = np.zeros(LANES, dtype)
    for q in range(0, n, LANES):
        sums[: len(x[q : q + LANES])] += x[q : q + LANES] ** 2
    while len(sums) > 1:
        sums = sums[: len(sums) // 2] + sums[len(sums) // 2 :]
    assert out.tolist() == [sums[0], np.abs(x).max()]
