"""Lines that fire alone: how often a cell is disturbed, how far, and as the twin has it."""

import numpy as np
import pytest

from kernels import devices
from tests.naive.pulses import Scheme

from .crosspoints import KEPT, PAIR, CrossPoint
from .layers import Setup, gradients, kernel, learn, naive
from .states import S0, equal_cells
from .zscore import agree

FLAT = equal_cells(devices.SoftBounds, s_dn=S0, v_min=-(2.0**40), v_max=2.0**40, shift=0.0)  # steps equal to 1e-12
SHARE = 0.25  # of a device step


def setup(probability, direction="up", size=SHARE, **changes):
    point = CrossPoint(fate={}, half=(probability, size, direction), diary=KEPT)
    return Setup(devices.SoftBounds, point=point, c2c=0.0)._replace(**changes)


def alone(probability, direction, slots=20, rows=300, columns=200):
    """Disturbances, in steps of SHARE, of cells whose row fires in every slot and whose column in none.

    Managed trains of full length: p = 1 for rows with x = 1 and the column that has the error.
    """
    weights = np.zeros((rows, columns))
    case = setup(probability, direction, n_in=rows, n_out=columns, parameters=FLAT, weights=weights, rate=slots * S0)
    layer = kernel(case._replace(scheme=Scheme(max_length=slots)))
    learn(layer, np.ones((1, rows)), np.eye(columns)[:1])
    assert layer.tile.c.stats[:2].tolist() == [0, rows * slots]  # the first column alone is pulsed
    moved = layer.tile.c.w / (SHARE * S0)
    np.testing.assert_allclose(moved[:, 0], -slots / SHARE, rtol=1e-9)
    return moved[:, 1:].ravel()


@pytest.mark.parametrize("probability", [0.05, 0.5, 0.9])
def test_disturbances_are_binomial(probability):
    """59,700 cells, k = 20 slots each: mean k p, variance k p (1 - p), whole numbers from 0 to k."""
    m = alone(probability, "up")
    whole = np.rint(m)
    np.testing.assert_allclose(m, whole, rtol=0, atol=1e-9)
    variance = 20 * probability * (1 - probability)
    agree(whole.mean(), 20 * probability, variance, len(m))
    fourth = variance * (1 + 3 * variance * 18 / 20)
    agree(((whole - 20 * probability) ** 2).mean(), variance, fourth - variance**2, len(m))
    assert whole.min() >= 0 and whole.max() <= 20
    assert np.array_equal(alone(probability, "down"), -m)


@pytest.mark.parametrize("slots", [1, 33, 63])
def test_certain_disturbances(slots):
    assert np.allclose(alone(1.0, "up", slots, 5, 4), slots, rtol=0, atol=1e-9)
    assert not alone(0.0, "up", slots, 5, 4).any()


def test_either_direction_is_as_likely():
    """k p disturbances of either sign: mean 0, variance k p of single signs; also beyond 32 of them."""
    for slots in (20, 63):
        m = alone(1.0, "either", slots)
        agree(m.mean(), 0.0, slots, len(m))
        agree((m**2).mean(), slots, 2 * slots**2 - 2 * slots, len(m))


def test_cells_of_lines_that_fire_together_feel_nothing():
    case = setup(1.0, parameters=FLAT, rate=10 * S0, weights=np.zeros((5, 4)))
    layer = kernel(case)
    learn(layer, np.ones((1, 5)), np.ones((1, 4)))
    np.testing.assert_allclose(layer.tile.c.w, -10 * S0, rtol=1e-9)


def test_neither_line_fires_nothing_happens():
    """The second row and column are silent: k = 0 where they cross."""
    layer = kernel(setup(1.0, parameters=FLAT, rate=10 * S0, n_in=2, n_out=2, weights=np.zeros((2, 2))))
    learn(layer, np.array([[1.0, 0.0]]), np.array([[1.0, 0.0]]))
    np.testing.assert_allclose(layer.tile.c.w / S0, [[-10, 2.5], [2.5, 0]], rtol=1e-9)


def test_a_disturbance_is_no_pulse():
    """It is a part of the noiseless step where the cell stands, clipped, and nobody counts it."""
    layer = kernel(setup(1.0, "up", 1.0, n_in=1, n_out=2, rate=S0, c2c=0.3, weights=[[0.0, 0.0]]))
    cell = layer.tile.c.dev.cells[0, 1]
    learn(layer, np.ones((1, 1)), np.array([[1.0, 0.0]]))
    assert layer.tile.c.w[0, 1] == cell.b_up * cell.w_max
    assert layer.tile.c.stats[:2].sum() == 1 == layer.tile.c.diary.counts.sum()
    learn(layer, np.ones((500, 1)), np.tile([[1.0, 0.0]], (500, 1)), step=1)
    assert cell.w_max * 0.9 < layer.tile.c.w[0, 1] <= cell.w_max


CASES = {
    "either": setup(0.3, "either", c2c=0.3),
    "long trains": setup(0.8, "either", scheme=Scheme(max_length=63), rate=0.5),
    "down": setup(0.1, "down", 1.0),
    "a pair": setup(0.3, "either")._replace(point=PAIR._replace(fate={}, half=(0.3, 0.2, "either"), diary=KEPT)),
}


@pytest.mark.parametrize("case", CASES.values(), ids=CASES)
def test_the_twin_agrees(case):
    layer, tile = kernel(case), naive(case)
    xs, ds = gradients(case, 10)
    learn(layer, xs, ds, step=3)
    for k in range(10):
        tile.learn(3 + k, xs[k], ds[k])
    np.testing.assert_allclose(layer.tile.c.w, tile.c.w, rtol=0, atol=3e-6 if case.c2c else 1e-12)
    assert layer.tile.c.stats[:2].tolist() == [tile.c.up, tile.c.down]
