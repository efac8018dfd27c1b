"""The filter along measured curves against its twin, and against increments without a filter."""

from math import exp, inf

import numpy as np
import pytest
from numba import config

from kernels.filter import clipped, follow
from tests.naive import filter as naive

GRID = np.linspace(-3, 3, 6001)


def table(law):
    """The law at the nodes of the grid, as the kernel takes it."""
    return np.array([np.array([law(v, up) for v in GRID]).T for up in (True, False)])


def soft_bounds(v, up, step=0.05, c2c=0.3):
    f, slope = (step * (1 - v), -step) if up else (-step * (1 + v), -step)
    return f, slope, c2c * abs(f), c2c * (slope if up else -slope)


def exponential(v, up, step=0.05, c2c=0.2):
    grow = 0.2 * exp(1.5 * v if up else -1.5 * v)
    f, slope = step * (1 - grow), -1.5 * step * grow
    return (f, slope, c2c * f, c2c * slope) if up else (-f, slope, c2c * f, -c2c * slope)


def constant(v, up, step=0.05, c2c=0.3):
    return (step if up else -step), 0.0, c2c * step, 0.0


def run(y, pulses, starts, law, low, high, read, slow=0.0, keep=0.0):
    out = np.empty((3, len(y)))
    follow(np.array(y), np.array(pulses), np.array(starts), table(law), GRID[0], GRID[1] - GRID[0], low, high,
           np.array([read, slow, keep]), out)  # fmt: skip
    return out


@pytest.fixture
def curve():
    """Readings that wander about, up and down, some pulses apart."""
    rng = np.random.default_rng(3)
    pulses = [0, *rng.integers(1, 4, 30), *-rng.integers(1, 4, 30), 0, 1]
    y = np.clip(np.cumsum(0.05 * np.array(pulses)) - 0.9, -1, 1) + 0.03 * rng.standard_normal(len(pulses))
    return y.tolist(), [int(n) for n in pulses]


@pytest.mark.parametrize("law", [constant, soft_bounds, exponential])
@pytest.mark.parametrize(("slow", "keep"), [(0.0, 0.0), (0.02, 0.8)])
@pytest.mark.parametrize("bound", [1.0, 0.8, 50.0])
def test_filter_is_that_of_the_twin(curve, law, slow, keep, bound):
    """The kernel reads the law between nodes 0.001 apart: error f'' h^2/8, 1e-8 of a step."""
    y, pulses = curve
    out = run(y, pulses, [0, len(y)], law, -bound, bound, 1e-3, slow, keep)
    expected = np.array(naive.follow(y, pulses, law, -bound, bound, 1e-3, slow, keep))
    np.testing.assert_allclose(out[:2, 1:].T, expected, rtol=1e-6, atol=1e-7)
    assert out[0, 0] == out[1, 0] == 0


def test_curves_do_not_know_each_other(curve):
    y, pulses = curve
    both = run([*y, *y], [*pulses, *pulses], [0, len(y), 2 * len(y)], soft_bounds, -1, 1, 1e-3)
    assert (both[:, : len(y)] == both[:, len(y) :]).all()


@pytest.mark.parametrize(("spread", "read"), [(0.02, 1e-3), (0.1, 1e-5), (1e-4, 1e-2)])
def test_a_constant_step_has_the_likelihood_of_its_increments(spread, read):
    """Increments are normal with neighbours correlated by -read: the filter's innovations must say the same."""
    rng = np.random.default_rng(1)
    y = (np.cumsum(0.01 + spread * rng.standard_normal(80)) - 0.5 + np.sqrt(read) * rng.standard_normal(80)).tolist()
    law = lambda v, up: constant(v, up, step=0.01, c2c=spread / 0.01)  # noqa: E731
    out = run(y, [0] + [1] * 79, [0, 80], law, -50.0, 50.0, read)
    found = naive.log_likelihood(out[:2, 1:].T.tolist())
    assert found == pytest.approx(naive.increments(y, 0.01, spread, read), rel=1e-9)


@pytest.mark.parametrize(("m", "p"), [(0.9, 0.04), (1.3, 0.01), (-0.5, 1.0), (0.0, 1e-6), (5.0, 0.01)])
def test_moments_of_a_clipped_normal(m, p):
    """Against a sum over a million quantiles of the normal."""
    from scipy.stats import norm

    x = m + np.sqrt(p) * norm.ppf((np.arange(1_000_000) + 0.5) / 1_000_000)
    cut = np.clip(x, -1, 1)
    mean, variance, inside = naive.clipped(m, p, -1.0, 1.0)
    assert (mean, variance) == (pytest.approx(cut.mean(), abs=2e-5), pytest.approx(cut.var(), abs=2e-5))
    assert inside == pytest.approx(np.mean(cut == x), abs=2e-5)
    if config.DISABLE_JIT:
        assert clipped(m, p, -1.0, 1.0) == pytest.approx((mean, variance, inside), abs=1e-12)


def test_no_bound_clips_nothing():
    assert naive.clipped(0.3, 0.2, -inf, inf) == (pytest.approx(0.3), pytest.approx(0.2), 1.0)
