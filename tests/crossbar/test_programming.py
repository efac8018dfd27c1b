"""Write-verify: `program`, `Tile.program` and their figure."""

import numpy as np
import pytest

import crossbar as xb
from crossbar.references import place
from tests.naive import mean_field

STEP = 0.01
REAL = xb.SoftBounds(step=STEP, c2c=0.3, step_d2d=0.2, imbalance_std=0.1, w_min_d2d=0.1, w_max_d2d=0.1)
TARGETS = np.random.default_rng(1).uniform(-1.3, 1.3, (40, 50))


def test_without_read_noise_all_others_are_within_the_tolerance():
    """Steps with their noise stay under 4 of the nominal ones, so that 0.04 to both sides cannot be jumped over."""
    found = xb.program(REAL, TARGETS, tolerance=0.04, budget=5000, seed=2)
    assert found.error.shape == TARGETS.shape and 0 < found.failed.sum() < found.error.size / 2
    np.testing.assert_array_equal(np.abs(found.error) <= 0.04, ~found.failed)
    np.testing.assert_array_equal(found.error, found.weights - TARGETS)
    cells = place(REAL, TARGETS.shape, 2, "program", 0, "float64")[0].cells
    beyond = np.maximum(TARGETS - cells.w_max, cells.w_min - TARGETS)
    outside, inside = beyond > 0.04, beyond < 0
    assert found.failed[outside].all() and not found.failed[inside].any() and outside.sum() > 100
    assert (found.pulses_up + found.pulses_down)[outside].tolist() == [5000] * outside.sum()


def test_the_pulses_of_a_constant_step_can_be_counted():
    targets = np.array([0.0, 0.305, -0.705, 0.015, 1.0])
    found = xb.program(xb.ConstantStep(step=STEP), targets, tolerance=0.006, budget=1000)
    np.testing.assert_array_equal(found.pulses_up, [0, 30, 0, 1, 100])
    np.testing.assert_array_equal(found.pulses_down, [0, 0, 70, 0, 0])
    assert not found.failed.any() and repr(found).startswith("<Programmed 5 cells, 0 failed, the others within 0.005")


def test_soft_bounds_follow_their_closed_form():
    """n pulses to come within the tolerance of a target: the first n with 1 - (1 - s)^n > target - tolerance."""
    targets = np.array([0.2, 0.5, 0.9])
    found = xb.program(xb.SoftBounds(step=STEP), targets, tolerance=0.02, budget=1000)
    n = np.ceil(np.log(1 - (targets - 0.02)) / np.log(1 - STEP)).astype(int)
    np.testing.assert_array_equal(found.pulses_up, n)
    np.testing.assert_allclose(found.weights, mean_field.pulse_response(0.0, n, STEP, 1.0), rtol=0, atol=1e-13)


@pytest.mark.parametrize("budget", [0, 1, 17])
def test_the_budget_is_kept(budget):
    found = xb.program(REAL, TARGETS, tolerance=0.01, budget=budget)
    used = found.pulses_up + found.pulses_down
    assert used.max() == budget and (used[found.failed] == budget).all()
    if not budget:
        np.testing.assert_array_equal(found.failed, np.abs(TARGETS) > 0.01)
        assert not found.weights.any()


@pytest.mark.statistics
def test_read_noise_lets_cells_pass_that_are_not_there():
    """What the last read showed was within the tolerance: the true error exceeds it by the noise, |z| <= 6.76."""
    targets = np.random.default_rng(2).uniform(-0.5, 0.5, (60, 60))
    found = xb.program(REAL, targets, tolerance=0.02, budget=500, read_noise=0.02, seed=3)
    wrong = np.abs(found.error) > 0.02
    assert not found.failed.any() and wrong.mean() > 0.1 and np.abs(found.error).max() < 0.02 + 6.76 * 0.02
    quiet = xb.program(REAL, targets, tolerance=0.02, budget=500, seed=3)
    assert (quiet.pulses_up + quiet.pulses_down).mean() > (found.pulses_up + found.pulses_down).mean()


def test_a_single_read_is_as_wrong_as_its_noise():
    """No pulses allowed, target at the weight: a cell fails where |z| > 1, 31.73 % of 10,000, 5 standard errors."""
    found = xb.program(xb.SoftBounds(), np.zeros((100, 100)), tolerance=0.1, budget=0, read_noise=0.1)
    assert abs(found.failed.mean() - 0.3173) < 5 * np.sqrt(0.3173 * 0.6827 / 1e4)


class TestSiemens:
    device = REAL.replace(g_min=1e-6, g_max=11e-6, reference="symmetry_point", reference_std=0.05)

    def test_are_the_same_in_other_units(self):
        """K = 2/10 uS: a target g is the weight K (g - g_ref) - r of a cell."""
        g = 6e-6 + 4e-6 * TARGETS
        found = xb.program(self.device, g, tolerance=1e-7, budget=300, unit="S", read_noise=5e-8, start=6e-6, seed=4)
        r = place(self.device, g.shape, 4, "program", 0, "float64")[1]
        same = xb.program(self.device, self.device.weights(g) - r, tolerance=0.02, budget=300, read_noise=0.01,
                          start=self.device.weights(np.full(g.shape, 6e-6)) - r, seed=4)  # fmt: skip
        np.testing.assert_allclose(found.weights, same.weights, rtol=0, atol=1e-12)
        np.testing.assert_array_equal(found.failed, same.failed)
        np.testing.assert_allclose(found.conductances, self.device.conductances(found.weights + r), rtol=1e-12)
        np.testing.assert_allclose(found.error, found.conductances - g, rtol=0, atol=1e-20)
        assert found.unit == "S" and " S, " in repr(found)

    def test_need_a_device_that_states_them(self):
        with pytest.raises(xb.SpecError, match="must know g_min and g_max"):
            xb.program(REAL, TARGETS, tolerance=1e-7, budget=3, unit="S")


def test_start_and_seed():
    settings = {"tolerance": 0.03, "budget": 400, "seed": 1}
    first, again = (xb.program(REAL, TARGETS, **settings) for _ in range(2))
    assert first.weights.tobytes() == again.weights.tobytes()
    for other in ({"seed": 2}, {"start": -1.0}, {"dtype": "float32"}, {"read_noise": 0.01}, {"budget": 30}):
        assert xb.program(REAL, TARGETS, **settings | other).weights.tobytes() != first.weights.tobytes()
    placed = xb.program(REAL, TARGETS / 2, **settings, start=TARGETS / 2)
    assert not placed.failed.any() and placed.pulses_up.sum() == 0


class TestTile:
    def test_programs_an_array_from_where_it_stands(self):
        algorithm = xb.SGD(learning_rate=0.1, c=REAL.replace(reference_std=0.1))
        tile = xb.Tile(5, 4, algorithm, bias="analog", dtype="float64")
        before, targets = tile.counters()["c"], np.random.default_rng(2).uniform(-0.4, 0.4, (6, 4))
        found = tile.program(targets, tolerance=0.04, budget=500)
        assert not found.failed.any() and (np.abs(tile.weights - targets) <= 0.04).all()
        np.testing.assert_array_equal(found.weights, tile.weights)
        pulses = tile.counters()["c"] - before
        assert pulses[:2].tolist() == [found.pulses_up.sum(), found.pulses_down.sum()] and pulses.sum() > 20
        assert not pulses[2:].any()
        again = tile.program(targets, tolerance=0.04, budget=500)
        assert again.pulses_up.sum() == again.pulses_down.sum() == 0

    def test_with_write_noise_the_weight_seen_is_within_the_tolerance(self):
        """The states that pulses act on lie a write noise of 0.02 beside it."""
        device = xb.SoftBounds(step=STEP, write_noise=2.0)
        tile = xb.Tile(20, 20, xb.SGD(learning_rate=0.1, c=device), dtype="float64", seed=2)
        targets = np.random.default_rng(2).uniform(-0.4, 0.4, (20, 20))
        found = tile.program(targets, tolerance=0.01, budget=1000)
        assert not found.failed.any() and (np.abs(tile.weights - targets) <= 0.01).all()
        beside = tile.weights - tile.states()
        assert 0.01 < beside.std() < 0.03 and (np.abs(beside) < 6.76 * 0.02).all()
        np.testing.assert_allclose(tile.arrays["c"].cell.drawn.reshape(20, 20), beside, rtol=0, atol=1e-15)

    def test_devices_that_only_go_up(self):
        device = xb.SoftBounds(step=STEP, polarity="up")
        found = xb.program(device, [0.5, -0.5, -1.0], tolerance=0.02, budget=300, start=-1.0)
        assert not found.failed.any() and not found.pulses_down.any()
        above = xb.program(device, [-0.5], tolerance=0.02, budget=300)
        assert above.failed.all() and above.pulses_up.sum() == above.pulses_down.sum() == 0

    def test_stuck_cells_fail(self):
        device = xb.SoftBounds(step=STEP, stuck=0.2)
        found = xb.program(device, np.full((50, 50), 0.3), tolerance=0.02, budget=300, seed=5)
        cells = place(device, (50, 50), 5, "program", 0, "float64")[0].cells
        stuck = cells.w_max - cells.w_min < 1e-6
        np.testing.assert_array_equal(found.failed, stuck & (np.abs(cells.w_min - 0.3) > 0.02))
        assert 300 < found.failed.sum() < 700

    def test_what_it_refuses(self):
        pair = xb.DifferentialPair(device=xb.SoftBounds(step=STEP))
        with pytest.raises(xb.SpecError, match=r"Tile.program: c must have one device a weight \(got pair\)"):
            xb.Tile(5, 4, xb.SGD(learning_rate=0.1, c=pair)).program(np.zeros((5, 4)), tolerance=0.1, budget=3)
        tile = xb.Tile(5, 4, xb.SGD(learning_rate=0.1, c=REAL), bias="analog")
        with pytest.raises(xb.DataError, match=r"Tile.program: targets must be 6 x 4, .* bias row last.*\(5, 4\)"):
            tile.program(np.zeros((5, 4)), tolerance=0.1, budget=3)
        with pytest.raises(xb.SpecError, match="the array must be 'c'"):
            tile.program(np.zeros((6, 4)), "a", tolerance=0.1, budget=3)


REFUSED = {
    "tolerance": ({"tolerance": 0.0}, xb.SpecError, r"program: tolerance must be a finite number > 0 \(got 0.0\)"),
    "budget": ({"budget": 1.5}, xb.SpecError, r"budget must be a whole number from 0"),
    "noise": ({"read_noise": -1.0}, xb.SpecError, r"read_noise must be a finite number >= 0 \(got -1.0\)"),
    "unit": ({"unit": "uS"}, xb.SpecError, r'unit must be "weight" or "S" \(got \'uS\'\)'),
    "dtype": ({"dtype": "f2"}, xb.SpecError, "dtype must be float32 or float64"),
    "a cell": ({"device": xb.DifferentialPair(device=REAL)}, xb.SpecError, r"a single device \(got pair\); .* inside"),
    "microsiemens": ({"targets": [2.0, 3.0], "device": REAL.replace(g_min=1e-6, g_max=9e-6), "unit": "S"}, xb.DataError,
                     r"targets must lie about the window of the device, 1e-06 to 9e-06 S \(got 2 to 3\); give siemens"),
    "device": ({"device": "x"}, xb.SpecError, r"device must be a single device \(got 'x'\)"),
    "NaN": ({"targets": [0.0, np.nan]}, xb.DataError, r"targets must be finite \(got NaN or infinity in 1 of 2"),
    "text": ({"targets": ["a"]}, xb.DataError, "targets must be an array of real numbers"),
    "shape": ({"targets": np.zeros((2, 2, 2))}, xb.DataError, r"targets must be \(n,\) or \(rows, columns\)"),
    "none": ({"targets": []}, xb.DataError, "not empty"),
    "start": ({"start": [0.0, 0.0, 0.0]}, xb.DataError, r"start must be a number or of the targets' shape \(2,\)"),
}


@pytest.mark.parametrize("case", REFUSED.values(), ids=REFUSED)
def test_what_it_refuses(case):
    values, error, text = case
    with pytest.raises(error, match=text):
        xb.program(**{"device": REAL, "targets": [0.1, 0.2], "tolerance": 0.1, "budget": 3} | values)


def test_the_figure():
    found = xb.program(REAL, TARGETS, tolerance=0.04, budget=500, seed=2)
    figure = xb.plot_programming(found)
    errors, pulses, failed = figure.axes
    assert sum(patch.get_data().values.sum() for patch in errors.patches) == found.error.size
    assert sum(patch.get_data().values.sum() for patch in pulses.patches) == found.error.size
    assert len(failed.lines[0].get_xdata()) == found.failed.sum()
    assert f"{found.failed.sum()} failed" in figure.get_suptitle()
    plain = xb.plot_programming(xb.program(xb.ConstantStep(step=STEP), [0.1, 0.2], tolerance=0.01, budget=50))
    assert plain.axes[2].texts[0].get_text() == "none"
