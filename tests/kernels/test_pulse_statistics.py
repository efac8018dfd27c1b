"""What trains do in the mean: counts are binomial, share the bits of their lines, and saturate as they should.

Every count of every cell is seen by a probe.  The device is ideal: a constant step and bounds far away.
"""

from itertools import combinations

import numpy as np
import pytest

from kernels import devices
from tests.naive import pulses
from tests.naive.pulses import Scheme

from .layers import Setup, kernel, learn, probed
from .states import S0, equal_cells
from .zscore import agree, binomial_fourth, z_score

N = 20000
X, D = np.array([1.0, -0.6, 0.15]), np.array([0.9, -0.5, 0.2, 0.05])
IDEAL = equal_cells(devices.Constant, s_up=S0, s_dn=S0, v_min=-1e6, v_max=1e6, shift=0.0)
BASE = Setup(devices.Constant, n_in=3, n_out=4, c2c=0.0, parameters=IDEAL, weights=np.zeros((3, 4)), samples=N)
SCHEMES = {
    "managed": Scheme(),
    "fixed length": Scheme(length_management=False),
    "unmanaged": Scheme(length_management=False, update_management=False),
    "63 slots": Scheme(max_length=63, length_management=False),
}


class Case:
    """N updates by the same gradient: counts (N, 3, 4) without their sign, and what theory says of them."""

    def __init__(self, k, scheme, n=N):
        self.setup = BASE._replace(rate=k * S0 / 0.9, scheme=scheme, samples=n)
        self.layer = kernel(self.setup)
        learn(self.layer, np.tile(X, (n, 1)), np.tile(D, (n, 1)))
        wish = pulses.plan(X, D, self.setup.rate, S0, scheme, None)
        self.bl, self.p, self.q = wish.length, np.array(wish.p), np.array(wish.q)
        self.counts = probed(self.layer)[1] * -np.sign(np.outer(X, D))
        self.pq = np.outer(self.p, self.q)


@pytest.fixture(scope="module", params=SCHEMES, ids=str)
def case(request):
    return Case(6.3, SCHEMES[request.param])


def test_the_mean_count(case):
    """E n = BL p q"""
    assert case.counts.min() >= 0 and case.counts.max() <= case.bl
    agree(case.counts.mean(axis=0), case.bl * case.pq, case.bl * case.pq * (1 - case.pq), N)


def test_the_variance_is_binomial(case):
    """Var n = BL p q (1 - p q); its estimate scatters by (m4 - m2^2)/N."""
    mean, variance = case.bl * case.pq, case.bl * case.pq * (1 - case.pq)
    squares = (case.counts - mean) ** 2
    agree(squares.mean(axis=0), variance, binomial_fourth(case.bl, case.pq) - variance**2, N)


def covariance(a, b, mean_a, mean_b):
    """Estimate from counts whose means are known, and its standard error squared times N."""
    products = (a - mean_a) * (b - mean_b)
    return products.mean(), products.var()


def test_cells_of_a_row_share_its_bits(case):
    """n_ij, n_ij' meet the same row bits: cov = BL p_i q_j q_j' (1 - p_i).  Cells sampled one by one would have 0."""
    mean = case.bl * case.pq
    seen = 0.0
    for i in range(3):
        for j, m in combinations(range(4), 2):
            found, variance = covariance(case.counts[:, i, j], case.counts[:, i, m], mean[i, j], mean[i, m])
            agree(found, case.bl * case.p[i] * case.q[j] * case.q[m] * (1 - case.p[i]), variance, N)
            seen = max(seen, z_score(found, 0, variance, N))
    assert seen > 10


def test_cells_of_a_column_share_its_bits(case):
    """cov = BL p_i p_i' q_j (1 - q_j)"""
    mean = case.bl * case.pq
    seen = 0.0
    for j in range(4):
        for i, m in combinations(range(3), 2):
            found, variance = covariance(case.counts[:, i, j], case.counts[:, m, j], mean[i, j], mean[m, j])
            agree(found, case.bl * case.p[i] * case.p[m] * case.q[j] * (1 - case.q[j]), variance, N)
            seen = max(seen, z_score(found, 0, variance, N))
    assert seen > 10


def test_other_cells_and_other_samples_are_independent(case):
    """Products of independent numbers have the product of their variances."""
    away, variance = case.counts - case.bl * case.pq, case.bl * case.pq * (1 - case.pq)
    for (i, j), (k, m) in combinations(np.ndindex(3, 4), 2):
        if i != k and j != m:
            agree((away[:, i, j] * away[:, k, m]).mean(), 0, variance[i, j] * variance[k, m], N)
    agree((away[1:] * away[:-1]).mean(axis=0), 0, variance**2, N - 1)


def test_the_mean_step_of_an_ideal_device_is_the_gradient(case):
    """E dw = -eta x d, with update management and no probability clipped; unmanaged p = B X may clip."""
    if case.setup.scheme == SCHEMES["unmanaged"]:
        assert case.pq.max() < 1
    moved = case.layer.tile.c.w / N
    scatter = S0**2 * case.bl * case.pq * (1 - case.pq)
    agree(moved, -case.setup.rate * np.outer(X, D), scatter, N)


@pytest.mark.parametrize("length", [10, 31, 63])
@pytest.mark.parametrize("managed", [True, False], ids=["managed", "fixed length"])
def test_saturation(length, managed):
    """k > BL_max: rows never saturate, large errors do: E dw = -eta x_i sign(d_j) min(|d_j|, D BL_max/k)."""
    case = Case(1.7 * length, Scheme(max_length=length, length_management=managed))
    assert case.layer.tile.c.stats[3] == N and case.bl == length
    held = np.sign(D) * np.minimum(np.abs(D), 0.9 / 1.7)
    assert np.all(case.counts[:, 0, 0] == length)
    scatter = S0**2 * case.bl * case.pq * (1 - case.pq) + 1e-24  # 1e-24: of the cell that is certain
    agree(case.layer.tile.c.w / N, -case.setup.rate * np.outer(X, held), scatter, N)


@pytest.mark.parametrize("n, up", [(1, True), (31, False), (63, True)])
def test_whole_pulses_are_certain(n, up):
    """k = n exactly: every slot fires, none more."""
    setup = Setup(
        devices.Constant, n_in=1, n_out=1, c2c=0.0, rate=n * S0, samples=50, parameters=IDEAL, weights=[[0.0]],
        scheme=Scheme(max_length=63),
    )  # fmt: skip
    layer = kernel(setup)
    learn(layer, np.ones((50, 1)), np.full((50, 1), -1.0 if up else 1.0))
    assert np.all(probed(layer)[1] == (n if up else -n))


@pytest.mark.parametrize("tiny", [1e-5, 1e-4])
def test_small_gradients_are_not_silenced(tiny):
    """An error 10^5 times below the largest still moves its cell by exactly eta x d in the mean."""
    n, k = 10**6, 30.5
    setup = BASE._replace(n_in=1, n_out=2, rate=k * S0, samples=0, weights=[[0.0, 0.0]])
    layer = kernel(setup)
    learn(layer, np.ones((n, 1)), np.tile([1.0, -tiny], (n, 1)))
    p = tiny * k / 31
    agree(layer.tile.c.stats[0] / n, 31 * p, 31 * p * (1 - p), n)


@pytest.mark.parametrize("stochastic", [False, True], ids=["nearest", "by chance"])
def test_a_coarse_resolution_is_unbiased_only_by_chance(stochastic):
    """In steps of 0.3: to the nearest, p = sqrt(k/BL) = 0.949 and 0.72 become 0.9 and 0.6; by chance E p = p."""
    scheme = Scheme(resolution=0.3, stochastic_rounding=stochastic)
    setup = Setup(
        devices.Constant, n_in=1, n_out=2, c2c=0.0, rate=6.3 * S0, samples=N, parameters=IDEAL, scheme=scheme,
        weights=[[0.0, 0.0]],
    )  # fmt: skip
    layer = kernel(setup)
    d = np.array([1.0, 0.76])
    learn(layer, np.ones((N, 1)), np.tile(d, (N, 1)))
    counts = -probed(layer)[1][:, 0]
    p = np.sqrt(6.3 / 7)
    row, column = (p, p * d) if stochastic else (0.9, np.array([0.9, 0.6]))
    if stochastic:  # min(..., 1) clips the upper of the two neighbours of 0.949, 1.2
        row, column = rounded_mean(row), np.array([rounded_mean(v) for v in column])
    agree(counts.mean(axis=0), 7 * row * column, counts.var(axis=0), N)


def rounded_mean(p, step=0.3):
    low = np.floor(p / step)
    share = p / step - low
    return (1 - share) * low * step + share * min((low + 1) * step, 1.0)
