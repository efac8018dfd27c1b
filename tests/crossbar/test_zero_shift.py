"""Pairs of pulses in closed form, against pulses one by one and against a tile."""

import numpy as np
import pytest

import crossbar as xb
from crossbar.analysis.zero_shift import Pairs
from crossbar.errors import SpecError
from tests.naive import laws, mean_field

DEVICES = [xb.SoftBounds(step=0.01), xb.SoftBounds(step=0.02, imbalance=0.3, w_min=-0.6, w_max=1.3),
           xb.SoftBounds(af=2.0, step=0.005, imbalance=-0.4)]  # fmt: skip


def one_by_one(device, w, pairs):
    up, down = ((1 + sign * device.imbalance) * device.af * device.step for sign in (1, -1))
    cell = laws.Device(laws.soft_bounds, device.w_min, device.w_max, s_up=up, s_dn=down,
                       v_min=device.w_min, v_max=device.w_max, c2c=0.0)  # fmt: skip
    for _ in range(pairs):
        w = cell.pulse(0, 0, cell.pulse(0, 0, w, True, 0.0), False, 0.0)
    return w


@pytest.mark.parametrize("device", DEVICES)
@pytest.mark.parametrize("start", [0.0, 0.5, -0.4])
def test_after_n_pairs(device, start):
    pairs = Pairs.of(device)
    for n in (0, 1, 30, 500):
        assert pairs.after(n, start) == pytest.approx(one_by_one(device, start, n), abs=1e-13)
        assert start or pairs.after(n) == pairs.after(n, start)
    tile = xb.Tile(1, 1, xb.SGD(learning_rate=0.1, c=device), dtype="float64")
    tile.set_weights([[start]])
    assert tile.zero_shift("c", 60)[0, 0] == pytest.approx(float(pairs.after(60, start)), abs=1e-13)


def test_equal_steps_are_the_formula_of_the_theory():
    for step in (0.01, 0.1):
        assert Pairs(step, step).after(7) == pytest.approx(mean_field.zero_shifting(0.0, step, 7), abs=1e-15)


@pytest.mark.parametrize("device", DEVICES)
def test_the_end_lies_below_the_symmetry_point(device):
    """By d/(u + d) of a step: exactly, with the step that leads up from the end."""
    pairs = Pairs.of(device)
    step = pairs.u * (device.w_max - pairs.end)
    wanted = xb.symmetry_point(device) - step * pairs.d / (pairs.u + pairs.d)
    assert pairs.end == pytest.approx(wanted, abs=1e-14)


def test_pairs_that_are_needed():
    pairs = Pairs(0.001, 0.002)
    n = pairs.needed(0.02)
    assert abs(pairs.after(n, 1.0) - pairs.end) == pytest.approx(0.02 * (1 - pairs.end), rel=1e-9)


@pytest.mark.parametrize("device", [xb.SoftBounds(af=0.0), xb.ConstantStep()])
def test_other_laws_are_refused(device):
    with pytest.raises(SpecError, match="must be given soft bounds with af > 0"):
        Pairs.of(device)


def test_spreads_are_not_those_of_the_nominal_device():
    spread = DEVICES[1].replace(step_d2d=0.3, w_max_d2d=0.2, c2c=0.3)
    assert Pairs.of(spread) == Pairs.of(DEVICES[1])
    assert np.isfinite(Pairs.of(spread).after(np.arange(5))).all()
