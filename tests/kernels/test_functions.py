"""exp, log, power, sigmoid, tanh, sine against the mathematics, to the precision they state."""

import math

import numpy as np
import pytest

from .random_entries import functions_of

EPS = 2.0**-52


@pytest.fixture(scope="module")
def values():
    """Arguments of all sizes and both signs, and what the kernels make of them."""
    rng = np.random.default_rng(0)
    sizes = 10.0 ** rng.uniform(-8, math.log10(700), 20000)
    x = np.concatenate([sizes * rng.choice([-1, 1], 20000), rng.uniform(-0.25, 0.25, 20000), [0.25, -0.25, 1, -1, 700]])
    out = np.zeros((9, len(x)))
    functions_of(x, out)
    return x, out


def of(function, x):
    return np.array([function(float(v)) for v in x])


def test_exp(values):
    """A rounding of the argument's reduction, 2^-53 |n ln 2|, stays below 2 eps; then ten roundings of the series."""
    x, out = values
    np.testing.assert_allclose(out[0], of(math.exp, x), rtol=4 * EPS, atol=0)


def test_log(values):
    x, out = values
    np.testing.assert_allclose(out[1], of(math.log, np.abs(x)), rtol=4 * EPS, atol=0)


def test_power(values):
    """e^(p ln x) carries the relative error of p ln x times |p ln x|."""
    x, out = values
    expected = np.abs(x) ** 1.7
    size = 1 + np.abs(1.7 * np.log(np.abs(x)))
    assert np.all(np.abs(out[2] - expected) <= 4 * EPS * size * expected)


def test_sigmoid_and_tanh(values):
    x, out = values
    sigmoid = of(lambda v: 1 / (1 + math.exp(-v)) if v > -700 else math.exp(-700), x)
    np.testing.assert_allclose(out[3], sigmoid, rtol=6 * EPS, atol=0)
    np.testing.assert_allclose(out[4], np.tanh(x), rtol=0, atol=4 * EPS)


def test_float32_log_and_sine(values):
    x, out = values
    rounded = np.abs(x.astype(np.float32)).astype(float)
    expected = np.log(rounded)
    np.testing.assert_allclose(out[5], expected, rtol=3e-7, atol=0)
    small = np.abs(x) <= 0.25
    sine = np.sin(2 * np.pi * x[small].astype(np.float32).astype(float))
    np.testing.assert_allclose(out[6][small], sine, rtol=0, atol=2e-7)


def test_float32_exp_and_sigmoid(values):
    """Roundings of the reduced argument (at most 0.35: 2^-26), of the series' last steps and of the scaled product."""
    x, out = values
    rounded = x.astype(np.float32).astype(float)
    inside = np.abs(rounded) <= 87
    np.testing.assert_allclose(out[7][inside], np.exp(rounded[inside]), rtol=3 * 2.0**-24, atol=0)
    np.testing.assert_allclose(out[8][inside], 1 / (1 + np.exp(-rounded[inside])), rtol=4 * 2.0**-24, atol=0)


def test_extremes():
    """Arguments far outside overflow nothing: exp stops at e^+-700; 0^p = 0."""
    x = np.array([1e4, -1e4, 0.0])
    out = np.zeros((9, 3))
    functions_of(x, out)
    assert out[0].tolist() == pytest.approx([math.exp(700), math.exp(-700), 1.0], rel=1e-12)
    assert out[3].tolist() == [1.0, out[3, 1], 0.5] and 0 < out[3, 1] < 1e-300
    assert out[4].tolist() == [1.0, -1.0, 0.0] and out[2, 2] == 0
    assert out[7].tolist() == pytest.approx([math.exp(87), math.exp(-87), 1.0], rel=1e-6)
    assert out[8].tolist() == [1.0, out[8, 1], 0.5] and 0 < out[8, 1] < 1e-37
