"""`pulse_response` against the closed forms of the laws; spreads, noise, siemens.

Lee et al. 2022, fig. 1A: 4000 pulses up, then 4000 down, from w_min, bounds +-1, step 5e-4, no noise.
"""

import numpy as np
import pytest

import crossbar as xb
from tests.naive import mean_field

S0, N = 5e-4, 4000


def staircase(af, **values):
    return xb.pulse_response(xb.SoftBounds(af=af, step=S0), up=N, down=N, **values)


@pytest.mark.parametrize(("af", "end", "digits"), [(0.0, 1.0, 1e-6), (2.0, 0.96344, 5e-6), (6.0, 0.99999, 5e-6)])
def test_figure_1a(af, end, digits):
    """After the up half: the ideal device at w_max, AF 2 at 0.96344, AF 6 at 0.99999 (figures of the table)."""
    w = staircase(af).weights
    assert w.shape == (2 * N + 1, 3) and (w[0] == -1).all()
    np.testing.assert_allclose(w[N], end, rtol=0, atol=digits)


@pytest.mark.parametrize("af", [2.0, 6.0])
def test_both_halves_follow_the_closed_form(af):
    """b - (b - w)(1 - s)^n to the rounding of 4000 steps, 1e-12."""
    w = staircase(af, devices=1).weights[:, 0]
    n = np.arange(N + 1)
    np.testing.assert_allclose(w[: N + 1], mean_field.pulse_response(-1.0, n, af * S0, 1.0), rtol=0, atol=1e-12)
    np.testing.assert_allclose(w[N:], mean_field.pulse_response(w[N], n, af * S0, -1.0), rtol=0, atol=1e-12)


def test_the_ideal_device_is_a_line():
    w = staircase(0.0, devices=1).weights[:, 0]
    np.testing.assert_allclose(w[: N + 1], -1 + S0 * np.arange(N + 1), rtol=0, atol=1e-11)
    np.testing.assert_allclose(w[N:], 1 - S0 * np.arange(N + 1), rtol=0, atol=1e-11)


@pytest.mark.parametrize("af", [2.0, 6.0])
def test_steps_against_the_weight_are_two_lines_that_cross_at_0(af):
    """dw = AF s0 (1 - w) up and -AF s0 (1 + w) down: as large as each other at 0 alone."""
    w = staircase(af, devices=1).weights[:, 0]
    step = np.diff(w)
    for half, sign in ((slice(0, N), 1), (slice(N, 2 * N), -1)):
        expected = sign * af * S0 * (1 - sign * w[:-1][half])
        np.testing.assert_allclose(step[half], expected, rtol=0, atol=2**-51)  # two rounded weights near 1


def test_float32_is_the_same_curve():
    """A weight is rounded by 3e-8 at most, and of an error a share 2 s0 is lost at each step: 3e-8/(2 s0) = 3e-5."""
    w = staircase(2.0, dtype="float32").weights
    assert w.dtype == np.float32
    np.testing.assert_allclose(w, staircase(2.0).weights, rtol=0, atol=4e-5)


def test_other_laws_and_starts():
    w = xb.pulse_response(xb.ConstantStep(step=0.1), up=3, down=2, devices=1, start=0.0).weights[:, 0]
    np.testing.assert_allclose(w, [0, 0.1, 0.2, 0.3, 0.2, 0.1], atol=1e-15)
    w = xb.pulse_response(xb.ConstantStep(step=0.4), up=3, down=6, devices=1, start=0.0).weights[:, 0]
    np.testing.assert_allclose(w, [0, 0.4, 0.8, 1, 0.6, 0.2, -0.2, -0.6, -1, -1], atol=1e-15)
    linear = xb.LinearStep(step=0.02, gamma_up=0.7, gamma_down=1.0, w_max=0.8)
    w = xb.pulse_response(linear, up=30, down=0, devices=1, start=-0.5).weights[:, 0]
    np.testing.assert_allclose(w, mean_field.pulse_response(-0.5, np.arange(31), 0.02, 0.8, 0.7), atol=1e-14)


def test_imbalance():
    w = xb.pulse_response(xb.ConstantStep(step=0.1, imbalance=0.2), up=1, down=1, devices=1, start=0.0).weights[:, 0]
    np.testing.assert_allclose(w, [0, 0.12, 0.04], atol=1e-15)


def test_a_start_beyond_the_bounds_is_clipped_to_each_devices_own():
    device = xb.SoftBounds(w_max_d2d=0.2)
    found = xb.pulse_response(device, up=0, down=0, devices=5, start=9.0).weights
    assert found.shape == (1, 5) and len(np.unique(found)) == 5 and (np.abs(found - 1) < 1).all()


DEVICES = 4000


class TestSpreads:
    """Drawn once a device; 5 standard errors of a mean (1/sqrt n) and of a standard deviation (1/sqrt 2n)."""

    def steps(self, **values):
        device = xb.ConstantStep(step=0.01, **values)
        w = xb.pulse_response(device, up=2, down=2, devices=DEVICES, seed=5, start=0.0).weights
        return np.diff(w, axis=0) / 0.01

    def test_of_the_step(self):
        up, again, down, _ = self.steps(step_d2d=0.1)
        np.testing.assert_allclose(up, again, atol=1e-12)
        np.testing.assert_allclose(up, -down, atol=1e-12)  # one gain for both directions
        assert abs(up.mean() - 1) < 5 * 0.1 / np.sqrt(DEVICES)
        assert abs(up.std() / 0.1 - 1) < 5 / np.sqrt(2 * DEVICES)

    def test_of_the_imbalance(self):
        up, _, down, _ = self.steps(imbalance=0.1, imbalance_std=0.05)
        np.testing.assert_allclose(up - down, 2, atol=1e-12)  # what one direction gains the other loses
        imbalance = (up + down) / 2
        assert abs(imbalance.mean() - 0.1) < 5 * 0.05 / np.sqrt(DEVICES)
        assert abs(imbalance.std() / 0.05 - 1) < 5 / np.sqrt(2 * DEVICES)

    def test_of_the_bounds(self):
        device = xb.ConstantStep(step=1.0, w_max_d2d=0.1, w_min_d2d=0.2)
        w = xb.pulse_response(device, up=4, down=4, devices=DEVICES, seed=5).weights
        for bound, nominal, spread in ((w[4], 1, 0.1), (w[0], -1, 0.2), (w[8], -1, 0.2)):
            assert abs(bound.mean() - nominal) < 5 * spread / np.sqrt(DEVICES)
            assert abs(bound.std() / spread - 1) < 5 / np.sqrt(2 * DEVICES)
        np.testing.assert_array_equal(w[0], w[8])
        assert abs(np.corrcoef(w[4], w[0])[0, 1]) < 5 / np.sqrt(DEVICES)

    def test_are_of_the_seed(self):
        device = xb.SoftBounds(step_d2d=0.3, c2c=0.3)
        first, again, other = (xb.pulse_response(device, 5, 5, 4, seed=n).weights for n in (1, 1, 2))
        assert first.tobytes() == again.tobytes() and (first[1] != other[1]).all()


class TestNoise:
    """c2c: every step of every device its own normal."""

    def steps(self, device, n=DEVICES):
        return np.diff(xb.pulse_response(device, up=2, down=2, devices=n, seed=7, start=0.0).weights, axis=0)

    def test_relative_to_the_step(self):
        steps = self.steps(xb.ConstantStep(step=0.01, c2c=0.3)) / np.array([0.01, 0.01, -0.01, -0.01])[:, None]
        for one in steps:
            assert abs(one.mean() - 1) < 5 * 0.3 / np.sqrt(DEVICES)
            assert abs(one.std() / 0.3 - 1) < 5 / np.sqrt(2 * DEVICES)
        correlations = np.corrcoef(steps)[np.triu_indices(4, 1)]
        assert np.abs(correlations).max() < 5 / np.sqrt(DEVICES)

    @pytest.mark.parametrize(("form", "share"), [("multiplicative", 0.5), ("additive", 1.0)])
    def test_both_forms(self, form, share):
        """Half-way to the bound the step of soft bounds is halved, and so is its noise where it is multiplicative."""
        device = xb.SoftBounds(step=0.001, c2c=0.3, c2c_form=form)
        w = xb.pulse_response(device, up=1, down=0, devices=DEVICES, seed=7, start=0.5).weights
        step = (w[1] - w[0]) / 0.001
        assert abs(step.mean() - 0.5) < 5 * 0.3 * share / np.sqrt(DEVICES)
        assert abs(step.std() / (0.3 * share) - 1) < 5 / np.sqrt(2 * DEVICES)

    def test_its_mean_is_the_law(self):
        w = xb.pulse_response(xb.SoftBounds(af=2.0, step=0.01, c2c=0.3), 100, 0, 1000, seed=3).weights[-1]
        exact = mean_field.pulse_response(-1.0, 100, 0.02, 1.0)  # linear in w: the mean follows it exactly
        assert abs(w.mean() - exact) < 5 * w.std() / np.sqrt(1000)


def test_siemens():
    device = xb.SoftBounds(af=2.0, step=0.01, w_min=-0.5, g_min=2e-6, g_max=17e-6)
    found = xb.pulse_response(device, up=50, down=50, devices=2)
    np.testing.assert_allclose(found.conductances, 2e-6 + (found.weights + 0.5) * 10e-6, rtol=1e-12)
    assert found.conductances[0] == pytest.approx(2e-6) and (found.conductances <= 17e-6).all()
    assert (found.up, found.down, found.device) == (50, 50, device)
    assert staircase(0.0, devices=1).conductances is None


CASES = {
    "up": ({"up": -1}, r"pulse_response: up must be a whole number >= 0 \(got -1\)"),
    "down": ({"down": 2.5}, r"down must be a whole number >= 0 \(got 2.5\)"),
    "devices": ({"devices": 0}, "devices must be a whole number >= 1"),
    "start": ({"start": float("nan")}, r"start must be a finite weight \(got nan\)"),
    "dtype": ({"dtype": "float16"}, "dtype must be float32 or float64"),
}


def test_a_name_is_no_device():
    with pytest.raises(xb.SpecError, match=r"pulse_response: device must be .*\(got 'x'\); give xb.SoftBounds"):
        xb.pulse_response("x")


@pytest.mark.parametrize("case", CASES.values(), ids=CASES)
def test_what_it_refuses(case):
    values, text = case
    with pytest.raises(xb.SpecError, match=text):
        xb.pulse_response(xb.SoftBounds(), **values)
