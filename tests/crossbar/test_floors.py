"""Closed forms of least squares against the mean field, and against their own equations."""

import numpy as np
import pytest

from crossbar.analysis.floors import digital_error, resting_error, scatter_error
from crossbar.analysis.least_squares import Problem, Way, descend, random_problem
from crossbar.errors import SpecError


def one_cell(noise, solution=1.0):
    """H = 1."""
    return Problem(np.ones((1, 5, 1)), np.full((1, 5), solution), noise)


def test_the_error_of_digital_sgd_is_its_closed_form_early_and_late():
    problem = random_problem(30, 8, 0.5, 0.3, 0.1, repeats=300)
    for steps, last in ((40, 10), (1500, 500)):
        off = descend(problem, Way(0.1), steps, last) - digital_error(problem, 0.1, steps, last)
        assert abs(off.mean()) < 4 * off.std(ddof=1) / np.sqrt(300)


def test_digital_error_of_one_step_by_hand():
    """W = rate (1 + noise z): E error = ((1 - rate)^2 + rate^2 noise^2)/2."""
    assert digital_error(one_cell(0.3), 0.1, 1, 1)[0] == pytest.approx((0.9**2 + 0.01 * 0.09) / 2, rel=1e-12)


@pytest.mark.parametrize(("tau", "point"), [(1.0, 0.0), (1.0, -0.5), (2.0, 0.3)])
def test_one_cell_rests_where_the_mean_update_is_zero(tau, point):
    """E|g| by quadrature, not by its formula."""
    noise, z = 0.5, np.linspace(-9, 9, 18001)
    gap = np.sqrt(2 * resting_error(one_cell(noise), Way(0.1, tau, point=point))[0])
    size = np.trapezoid(np.abs(-gap + noise * z) * np.exp(-(z**2) / 2), z) / np.sqrt(2 * np.pi)
    assert -gap + size * (1 - gap - point) / tau == pytest.approx(0, abs=1e-6)  # a kink: spacing squared


def test_analog_sgd_of_a_small_rate_ends_at_its_rest():
    """The scatter of W adds about rate noise^2/4; 5 %: what it is damped beyond that, and the noise of 40 averages."""
    problem, rate = random_problem(100, 20, 0.5, 0.3, 0.1, repeats=40), 0.01
    for way in (Way(rate, 1.0), Way(rate, 1.5, point=0.3)):
        closed = resting_error(problem, way) + rate * problem.noise**2 / 4
        assert (descend(problem, way, 6000, 2000) / closed).mean() == pytest.approx(1, abs=0.05)


def test_nothing_pulls_without_bounds():
    assert np.all(resting_error(random_problem(30, 8, 0.5, 0.3, 0.1, 3), Way(0.1)) < 1e-25)


@pytest.mark.parametrize("point", [0.0, 0.6])
def test_tiki_taka_rests_at_the_solution_wherever_the_symmetry_point_of_w_is(point):
    assert np.all(resting_error(random_problem(30, 8, 0.5, 0.3, 0.1, 3), Way(0.1, 2.0, 0.1, point)) == 0)


@pytest.mark.parametrize("share", [0.3, -0.6])
def test_tiki_taka_rests_where_the_auxiliary_array_is_not_pushed(share):
    """One cell, P = 0: the mean update E g - E|g| point_P/tau is 0; E|g| by quadrature."""
    noise, z = 0.5, np.linspace(-9, 9, 18001)
    gap = np.sqrt(2 * resting_error(one_cell(noise), Way(0.1, 2.0, 0.1, auxiliary_point=2.0 * share))[0])
    m = np.sign(share) * gap
    size = np.trapezoid(np.abs(m + noise * z) * np.exp(-(z**2) / 2), z) / np.sqrt(2 * np.pi)
    assert m - size * share == pytest.approx(0, abs=1e-6)


def test_tiki_taka_of_small_rates_ends_at_its_rest_and_scatter():
    """A tenth: of second order in the scatter of P, (12.6), and what 16 averages leave."""
    problem = random_problem(100, 20, 1.0, 0.3, 0.2, repeats=16)
    for share in (0.0, 0.2):
        way = Way(5e-4, 2.0, 0.025, 0.0, 2.0 * share)
        closed = resting_error(problem, way) + scatter_error(problem, way)
        assert (descend(problem, way, 16000, 6000) / closed).mean() == pytest.approx(1, abs=0.1)


def test_scatter_error_by_hand():
    """P scatters by v = eta_P noise tau/(2 E|z|), W by lambda v/(eta_P l) along each axis: an error of half that."""
    problem, way = one_cell(0.3), Way(0.002, 1.5, 0.1)
    v = 0.1 * 0.3 * 1.5 / (2 * np.sqrt(2 / np.pi))
    assert scatter_error(problem, way) == pytest.approx(0.002 * v / 0.1 / 2, rel=1e-12)


@pytest.mark.parametrize("way", [Way(0.1, 1.0, fast=0.1), Way(0.1, 1.0)])
def test_nothing_pulls_without_noise(way):
    with pytest.raises(SpecError, match="must be given a noise > 0"):
        resting_error(one_cell(0.0), way)
