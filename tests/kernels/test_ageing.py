"""Time between pulses: decay, diffusion and drift have their closed forms, and the statistics they should have."""

import numpy as np
import pytest

from kernels import devices

from .crosspoints import KEPT, TIME, CrossPoint
from .layers import Setup, gradients, kernel, learn, naive
from .states import S0, equal_cells
from .zscore import agree

WIDE = equal_cells(devices.SoftBounds, v_min=-8.0, v_max=8.0, shift=0.0)
IDLE = {"half": (0.0, 0.1, "either"), "diary": KEPT}


def setup(fate, start=1.0, **changes):
    case = Setup(devices.SoftBounds, point=CrossPoint(fate=fate, start=start, **IDLE), parameters=WIDE, c2c=0.0)
    return case._replace(**changes)


def rest(layer, samples, step=0):
    """So many samples without a pulse."""
    n_in, n_out = layer.tile.c.w.shape
    learn(layer, np.zeros((samples, n_in)), np.zeros((samples, n_out)), step)
    return layer.tile.c.w


def start(setup):
    return kernel(setup).tile.c.w


@pytest.mark.parametrize("samples", [1, 2, 50])
def test_decay(samples):
    """v_n = rest + (v_0 - rest)(1 - 1/tau)^n; every sample rounds by 2^-53."""
    case = setup({"loss": 1 / 20, "rest": 0.1})
    expected = 0.1 + (start(case) - 0.1) * (1 - 1 / 20) ** samples
    np.testing.assert_allclose(rest(kernel(case), samples), expected, rtol=0, atol=1e-15 * samples)


@pytest.mark.parametrize(("t0", "samples"), [(1.0, 1), (1.0, 100), (0.3, 100), (50.5, 1000)])
def test_drift(t0, samples):
    """g(t) = g(t0) (t/t0)^(-nu), exactly, at every sample of the first 2048."""
    case = setup({"nu": 0.1, "origin": -0.7}, t0)
    expected = -0.7 + (start(case) + 0.7) * ((t0 + samples) / t0) ** -0.1
    np.testing.assert_allclose(rest(kernel(case), samples), expected, rtol=0, atol=1e-14 * samples)


@pytest.mark.parametrize("dtype", ["f4", "f8"])
@pytest.mark.parametrize("t0", [1.0, 1e6])
def test_an_old_device_drifts_by_steps(dtype, t0):
    """Between two steps the age grows by 1/1024 at most; float32 loses none of the drift: some 50 roundings here."""
    pair = CrossPoint((1.0, -1.0), "both", fate={"nu": 0.05}, start=t0, **IDLE)
    layer, n = kernel(setup({}, point=pair, n_in=2, n_out=2), dtype), 30_000
    v0, found = layer.tile.c.cell.v.astype(float), layer.tile.c.cell.v
    rest(layer, n)
    exact = v0 * ((t0 + n) / t0) ** -0.05
    behind, steps = abs(exact) * 0.05 / 1024, 2048 + 1024 * 4 if t0 == 1.0 else n / 512
    rounding = {"f4": 2.0**-26, "f8": 2.0**-54}[dtype] * steps  # half a unit in the last place of 0.25 .. 0.5, each
    assert np.all(abs(found - exact) <= behind + rounding)
    assert np.all(abs(found) < abs(v0)) and (layer.tile.c.clock.since == n).all()


def test_a_pulse_restarts_the_age():
    """Only of the cells that it meets: the first row's, after ten samples."""
    case = setup({"nu": 0.1}, rate=S0)
    layer = kernel(case)
    rest(layer, 10)
    learn(layer, np.eye(5)[:1], np.ones((1, 4)), step=10)
    assert layer.tile.c.clock.since.reshape(5, 4)[:, 0].tolist() == [1, 11, 11, 11, 11]
    middle = layer.tile.c.w.copy()
    found = rest(layer, 6, step=11)
    age = np.array([[2.0], [12.0], [12.0], [12.0], [12.0]])
    np.testing.assert_allclose(found, middle * ((age + 6) / age) ** -0.1, rtol=1e-13)


def test_diffusion():
    """Variance n rate^2 after n samples; 40,000 cells."""
    case = setup({"diffusion": 0.01}, n_in=200, n_out=200)
    moved = rest(kernel(case), 20) - start(case)
    agree(moved.mean(), 0.0, 20 * 0.01**2, moved.size)
    agree((moved**2).mean(), 20 * 0.01**2, 2 * (20 * 0.01**2) ** 2, moved.size)


def test_diffusion_against_decay_settles():
    """The variance of v <- a v + rate z settles at rate^2/(1 - a^2), its correlation over n samples at a^n."""
    keep, rate = 0.7, 0.02
    layer = kernel(setup({"loss": 1 - keep, "diffusion": rate}, n_in=200, n_out=200, weights=np.zeros((200, 200))))
    before = rest(layer, 20).copy()  # 0.7^40 of the variance is missing
    variance = rate**2 / (1 - keep**2)
    agree((before**2).mean(), variance, 2 * variance**2, before.size)
    after = rest(layer, 3, step=40)
    agree((before * after).mean(), variance * keep**3, variance**2 * (1 + keep**6), before.size)


def test_cells_age_in_their_bounds():
    case = setup({"diffusion": 0.5, "rest": 0.3, "loss": 0.1, "nu": 0.1, "origin": 5.0}, parameters=None)
    layer = kernel(case)
    for step in range(20):
        w, cells = rest(layer, 1, step), layer.tile.c.dev.cells
        assert np.all(w >= cells.w_min) and np.all(w <= cells.w_max)
    assert np.any(w == cells.w_max)


def spread(rows, columns):
    """A fate of its own for every device."""
    rng = np.random.default_rng(8)
    return {name: value * rng.uniform(0.9, 1.0, (rows, columns)) for name, value in TIME.items()}


CASES = {
    "equal cells": setup(TIME, parameters=None),
    "fates that differ": setup(spread(5, 4), 2.5, parameters=None, c2c=0.3),
    "decay alone": setup({"loss": 0.1, "rest": -0.2}, parameters=None),
}


@pytest.mark.parametrize("case", CASES.values(), ids=CASES)
def test_the_twin_agrees(case):
    """1e-8 a normal number, pulse or draw."""
    layer, tile = kernel(case), naive(case)
    xs, ds = gradients(case, 12)
    learn(layer, xs, ds, step=7)
    for k in range(12):
        tile.learn(7 + k, xs[k], ds[k])
    ours, twin = layer.tile.c, tile.c
    np.testing.assert_allclose(ours.w, twin.w, rtol=0, atol=3e-6)
    assert ours.clock.since.tolist() == (np.ravel(twin.clock.since).tolist() if ours.clock.since.size else [])
    assert ours.stats[:2].tolist() == [twin.up, twin.down]


def test_time_has_numbers_of_its_own():
    """What time draws moves no train and no step: without pulses on a cell, only the diffusion tells two apart."""
    still, moving = (kernel(setup({"diffusion": rate}, rate=S0, c2c=0.3)) for rate in (0.0, 1e-12))
    for layer in (still, moving):
        learn(layer, *gradients(setup({}), 12))
    assert still.tile.c.stats.tolist() == moving.tile.c.stats.tolist()
    np.testing.assert_allclose(still.tile.c.w, moving.tile.c.w, rtol=0, atol=1e-10)
