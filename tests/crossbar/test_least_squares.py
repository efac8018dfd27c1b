"""Least squares in the mean field against the naive twin and closed forms, and against the pulse engine."""

import numpy as np
import pytest

from crossbar.analysis.least_squares import Problem, Way, descend, moved, random_problem
from crossbar.analysis.least_squares_pulses import beside_pulses, descend_by_pulses
from crossbar.analysis.zero_shift import Pairs
from crossbar.errors import SpecError
from tests.naive import least_squares as naive

SMALL = random_problem(12, 4, 0.5, 0.3, 0.1, repeats=2)


@pytest.mark.parametrize(
    "way",
    [Way(0.03), Way(0.03, 1.5), Way(0.03, 1.0, point=0.2), Way(0.02, 2.0, 0.1), Way(0.02, 2.0, 0.1, 0.1, -0.2)],
)
def test_errors_are_those_of_the_naive_twin(way):
    steps, last = 30, 10
    noises = 0.1 * np.random.default_rng(1).standard_normal((steps, 2, 4))
    found = descend(SMALL, way, steps, last)
    for n in range(2):
        errors = naive.descend(SMALL.matrix[n].tolist(), SMALL.right[n].tolist(), noises[:, n].tolist(), way.rate,
                               way.tau, way.fast, way.point, way.auxiliary_point)  # fmt: skip
        assert found[n] == pytest.approx(sum(errors[-last:]) / last, rel=1e-10)


def test_digital_sgd_ends_at_the_closed_form():
    """A = sqrt(N) in one column: w' = (1 - rate) w + rate noise z, so error = E w^2/2 = rate noise^2/(2 (2 - rate))."""
    repeats, rate, noise = 400, 0.1, 0.3
    problem = Problem(np.ones((repeats, 5, 1)), np.zeros((repeats, 5)), noise)
    found = descend(problem, Way(rate), 400, 300)
    wanted = rate * noise**2 / (2 * (2 - rate))
    assert abs(found.mean() - wanted) < 4 * found.std(ddof=1) / np.sqrt(repeats)


def test_analog_sgd_is_pulled_to_the_symmetry_point():
    """One cell, W* = 1: rest of the mean drift, (1 - w) = E|g| (w - point)/tau, E|g| = noise sqrt(2/pi) nearly."""
    repeats, noise, tau = 400, 0.5, 2.0
    problem = Problem(np.ones((repeats, 5, 1)), np.ones((repeats, 5)), noise)
    rate = 0.002  # so that W scatters by sqrt(rate/2) noise, a fortieth of the pull
    pull = noise * np.sqrt(2 / np.pi) / tau
    for point in (0.0, 0.5):
        gap = pull * (1 - point) / (1 + pull)
        found = descend(problem, Way(rate, tau, point=point), 6000, 2000)
        assert found.mean() == pytest.approx(gap**2 / 2, rel=0.15)


def test_the_update_is_the_law_and_has_its_fixed_points():
    w = np.linspace(-1, 1, 5)
    assert np.array_equal(moved(w, 0.0, 1.0), w)
    assert moved(1.0, 0.1, 1.0) == 1.0 and moved(-1.0, -0.1, 1.0) == -1.0  # no step beyond a bound
    assert moved(0.2, 0.1, 1.0, 0.2) - 0.2 == pytest.approx(0.1)  # up = down at the symmetry point
    assert 0.2 - moved(0.2, -0.1, 1.0, 0.2) == pytest.approx(0.1)


@pytest.mark.parametrize("way", [Way(0.03, 1.0), Way(0.05, 1.0, fast=0.01)])
def test_whole_trajectories_of_pulses_come_to_the_mean_field(way):
    """What is left is the scatter of trains, sqrt(s0 |dw|) an update: a quarter of the step, half of the distance."""
    problem = random_problem(50, 20, 0.5, 0.3, 0.1)
    coarse, fine = (np.sqrt(np.mean(beside_pulses(problem, way, unit, 400) ** 2)) for unit in (2e-3, 5e-4))
    assert 0.3 < fine / coarse < 0.7


def test_pulses_know_symmetry_points():
    """Symmetry points at 0.3 tau, 0.2 tau: the trajectory still comes to its mean field, and not to that of none."""
    problem = random_problem(50, 20, 0.5, 0.3, 0.1)
    way = Way(0.05, 1.0, 0.01, 0.3, 0.2)
    coarse, fine = (np.sqrt(np.mean(beside_pulses(problem, way, unit, 400) ** 2)) for unit in (2e-3, 5e-4))
    assert 0.3 < fine / coarse < 0.7


def test_a_zero_shift_by_pulses_is_the_mean_field_with_what_is_left():
    """Steps 0.005 of tau 1: 60 pairs leave (1 - 0.005)^120 = 0.55 of the way.

    A fifth: trains add at most s0 sqrt(2/pi)/(eta_P sigma) = 0.2 to the scatter of P, (12.6).
    """
    problem, way, unit = random_problem(50, 10, 1.0, 0.3, 0.2, repeats=3), Way(0.005, 1.0, 0.1, 0.0, 0.4), 0.005
    left = -float(Pairs(unit, unit).after(60, -0.4))
    assert left == pytest.approx(0.4 * 0.548, abs=0.003)
    pulses = descend_by_pulses(problem, way, unit, 3000, 2000, pairs=60)
    for point, near in ((left, True), (0.4, False), (0.0, False)):
        field = descend(problem, Way(0.005, 1.0, 0.1, 0.0, point), 3000, 2000)
        assert (abs((pulses / field).mean() - 1) < 0.2) == near


@pytest.mark.parametrize(
    ("call", "words"),
    [
        (lambda: Way(0.0), "rate: must be > 0"),
        (lambda: Way(0.1, -1.0), "tau: must be > 0"),
        (lambda: Way(0.1, 1.0, -0.1), "fast: must be >= 0"),
        (lambda: beside_pulses(SMALL, Way(0.1), 1e-3, 1), "finite tau"),
        (lambda: descend_by_pulses(SMALL, Way(0.1, 1.0), 1e-3, 1, 1, pairs=-1), "pairs must be >= 0"),
    ],
)
def test_bad_input_is_refused(call, words):
    with pytest.raises(SpecError, match=words):
        call()
