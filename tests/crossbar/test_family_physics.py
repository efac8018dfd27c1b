"""What the family is for, by pulses on small tiles: noise without bias, references that are off, a steady gradient."""

from dataclasses import replace
from math import erf, exp, pi, sqrt

import numpy as np
import pytest
from scipy.optimize import brentq

import crossbar as xb
from crossbar.analysis.weight_programming import Task, constant_gradient

WANTED, NOISE, CELLS = 0.4, 0.5, 64
DEVICE = xb.SoftBounds(step=1e-3, reference="symmetry_point")
OFF = 0.3


def mean_size(m):
    """E|m + NOISE z|"""
    return NOISE * sqrt(2 / pi) * exp(-(m**2) / (2 * NOISE**2)) + m * erf(m / (NOISE * sqrt(2)))


def rest(algorithm, samples=4000, pairs=0):
    """Where w comes to rest under the gradient w - WANTED + NOISE z, x = 1: the mean of the last half, over cells."""
    ideal = xb.Periphery.ideal("a" in algorithm.names)
    tile = xb.Tile(1, CELLS, algorithm, periphery=ideal, pulses=xb.Pulses(max_length=63), seed=5)
    if pairs:
        tile.zero_shift("a", pairs=pairs)
    z, course = np.random.default_rng(2).normal(0, NOISE, (samples, CELLS)), []
    for step in range(samples):
        w = tile.array_weights()[0]
        tile.update(np.ones((1, 1)), (w - WANTED + z[step])[np.newaxis], step)
        course.append(w)
    return float(np.mean(course[samples // 2 :]))


def tiki_taka(**a):
    # The slow loop: A forgets in 1/(eta E|d|) = 125 samples, C follows in E|d|/lambda = 40.
    return xb.TikiTaka(learning_rate=0.02, transfer_rate=0.01, a=DEVICE.replace(**a), c=DEVICE)


class TestExactness:
    """Wu et al. 2024 in one weight.  Rests hold to 0.01: 64 cells and some tens of correlation times leave 0.004."""

    def test_sgd_is_pulled_to_the_symmetry_point(self):
        """w - WANTED + E|d| w = 0, tau = 1: a bias that no learning rate takes away."""
        expected = brentq(lambda w: w - WANTED + mean_size(w - WANTED) * w, 0, WANTED)
        assert expected < WANTED - 0.1
        for rate in (0.02, 0.01):
            assert rest(xb.SGD(learning_rate=rate, c=DEVICE)) == pytest.approx(expected, abs=0.01)

    def test_tiki_taka_is_not(self):
        """What is left is E|d| E|A| w, E|A| from Var A = (eta NOISE^2 + s0 E|d|)/(2 E|d|): 0.012."""
        size = mean_size(0.0)
        left = size * WANTED * sqrt((0.02 * NOISE**2 + 1e-3 * size) / (2 * size)) * sqrt(2 / pi)
        assert rest(tiki_taka()) == pytest.approx(WANTED - left, abs=0.01)

    def test_unless_the_reference_is_off_and_a_zero_shift_restores_it(self):
        """A comes to rest near 0, not at its symmetry point, -OFF: w - WANTED = -E|d| OFF."""
        off = tiki_taka(reference_offset=OFF)
        expected = brentq(lambda w: w - WANTED + mean_size(w - WANTED) * OFF, 0, WANTED)
        assert rest(off) == pytest.approx(expected, abs=0.03) and expected < WANTED - 0.1
        assert abs(rest(off, pairs=4000) - rest(tiki_taka())) < 0.01


DRIVEN = Task(size=5, states=40, c2c=0.0, step_d2d=0.0, bounds_d2d=0.0, imbalance_std=0.0, follows=False)


@pytest.mark.parametrize("kind", ["ttv2", "cttv2", "agad"])
def test_a_constant_gradient_where_the_reference_is_off(kind):
    """Rasch et al. 2024, fig. 3: 0.8 off, TTv2 stays within a pulse of 0, the others move down by 6 to 9 all the same.

    lambda_H is constant; where it follows the signals all move some 19 steps, to the bound, and TTv2 by 3 of them.
    """
    right, off = (constant_gradient(replace(DRIVEN, reference_offset=r), kind).moved(DRIVEN.step) for r in (0.0, -0.8))
    assert (right <= -2).all()
    if kind == "ttv2":
        assert (abs(off) <= 1).all()
    else:
        assert -9 <= round(off.mean()) <= -6 and (off <= -6).all()
