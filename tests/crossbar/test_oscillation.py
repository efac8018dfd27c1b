"""Hamiltonian descent on a quadratic: the naive twin, the closed forms, and the pulse engine."""

import numpy as np
import pytest

from crossbar.analysis.oscillation import Swing, decay_of, swing, swing_by_pulses
from crossbar.errors import SpecError
from tests.naive import oscillation as naive

IDEAL = Swing(0.02, 0.01)
WAYS = [IDEAL, Swing(0.02, 0.01, 1.0), Swing(0.02, 0.01, 0.5, 2.0), Swing(0.02, 0.01, 0.0, 1.0, tau=0.7)]


@pytest.mark.parametrize("of", WAYS)
@pytest.mark.parametrize("old", [False, True])
def test_the_course_is_that_of_the_naive_twin(of, old):
    noises = 0.1 * np.random.default_rng(1).standard_normal((40, 1))
    p, w = swing(of, 40, 0.4, noise=0.1, old=old)
    tau_a, tau_c = of.tau if of.af_a else np.inf, of.tau if of.af_c else np.inf
    eta, rate = of.learning_rate * (of.af_a or 1), of.transfer_rate * (of.af_c or 1)
    twin = np.array(naive.swing(eta, rate, tau_a, tau_c, 0.4, noises[:, 0].tolist(), old))
    np.testing.assert_allclose(np.stack([p[:, 0], w[:, 0]], axis=1), twin, rtol=1e-12, atol=1e-15)


def test_ideal_devices_oscillate_undamped():
    p, w = (values[:, 0] for values in swing(IDEAL, 5000, 0.5))
    np.testing.assert_allclose(IDEAL.amplitude(p, w), IDEAL.amplitude(p, w)[0], rtol=1e-12)
    np.testing.assert_allclose(w[2:] + w[:-2], 2 * np.cos(IDEAL.omega) * w[1:-1], atol=1e-13)  # cos(omega t + phase)


def test_with_the_old_momentum_the_ideal_device_gains_energy():
    """The step then has determinant 1 + eta lambda, the square of its growth."""
    p, w = (values[:, 0] for values in swing(IDEAL, 5000, 0.1, old=True))
    turn = round(2 * np.pi / IDEAL.omega)
    a = IDEAL.amplitude(p, w)
    assert np.log(a[10 * turn] / a[0]) / (10 * turn) == pytest.approx(np.log1p(0.02 * 0.01) / 2, rel=0.02)


@pytest.mark.parametrize("of", WAYS[1:])
def test_asymmetry_damps_as_one_over_t(of):
    """1/a grows by kappa a sample, to second order in the angle of a step (omega <= 0.02)."""
    found = decay_of(of.amplitude(*(values[:, 0] for values in swing(of, 8000, 0.4))))
    assert found.exponent == pytest.approx(1, abs=0.03) and found.slope == pytest.approx(of.kappa, rel=0.01)


def test_decay_of_a_known_curve():
    found = decay_of(0.7 * (1 + np.arange(4000) / 300) ** -0.8)
    assert (found.exponent, found.start, found.time) == pytest.approx((0.8, 0.7, 300), rel=1e-4)


@pytest.mark.parametrize("of", [Swing(0.01, 0.01), Swing(0.01, 0.01, 1.0)])
def test_pulses_follow_the_mean_field(of):
    """One update of n pulses scatters by s0 sqrt(n (1 - p)) at most, and errors of p move w: after t samples both are
    off by at most s0 sqrt(t n) (0.5 of amplitude: n = 50), here 1e-4 sqrt(1200 50) = 0.025; 64 cells: an eighth, twice.
    """
    p, w = swing_by_pulses(of, 1e-4, 1200, 0.5, 64)
    mean_p, mean_w = swing(of, 1200, 0.5)
    assert np.abs(w.mean(axis=1) - mean_w[:, 0]).max() < 0.0125
    assert np.abs(p.mean(axis=1) - mean_p[:, 0]).max() < 0.0125


@pytest.mark.parametrize(("call", "words"), [
    (lambda: Swing(0.0, 0.1), "learning_rate: must be > 0"),
    (lambda: Swing(0.1, -0.1), "transfer_rate: must be > 0"),
    (lambda: Swing(0.1, 0.1, -1.0), "af_a: must be >= 0"),
    (lambda: Swing(0.1, 0.1, tau=np.nan), "tau: must be > 0"),
])
def test_bad_input_is_refused(call, words):
    with pytest.raises(SpecError, match=words):
        call()
