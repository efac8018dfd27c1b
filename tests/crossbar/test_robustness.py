"""Scores, maps, regions and their errors: against the naive twin, closed forms, and what must hold for any map."""

from math import sqrt

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from hypothesis.extra.numpy import arrays

import crossbar as xb
from crossbar.analysis.regions import peak, regions
from crossbar.analysis.resampling import bootstrap
from crossbar.analysis.robustness import interpolate, regular, robustness, scores, smooth
from tests.naive import robustness as naive

AF = [0, 0.1, 0.18, 0.32, 0.56, 1, 1.78, 3.16, 5.62, 10]
maps = arrays(np.float64, st.tuples(st.integers(2, 12), st.integers(2, 12)), elements=st.floats(0, 9, width=32))
accuracies = arrays(np.float64, (3, 2, 2, 3, 2), elements=st.floats(0, 1, width=32))


@pytest.fixture(scope="module")
def accuracy():
    """(10, 10, 3, 3, 3) around 0.97."""
    return np.random.default_rng(5).normal(0.97, 0.003, (10, 10, 3, 3, 3))


def test_scores_are_the_twins(accuracy):
    expected = [[naive.score(cell.tolist(), 0.97) for cell in row] for row in accuracy]
    assert np.array_equal(scores(accuracy, 0.97), expected)
    assert 2 < np.mean(expected) < 7


def test_an_accuracy_at_the_threshold_does_not_exceed_it():
    accuracy = np.full((1, 1, 3, 3, 1), 0.97)
    assert scores(accuracy, 0.97) == 0 and scores(accuracy, np.nextafter(0.97, 0)) == 9


@given(accuracies, st.floats(0, 1), st.floats(0, 1))
def test_a_higher_threshold_never_raises_a_score(accuracy, one, other):
    low, high = sorted((one, other))
    assert (scores(accuracy, high) <= scores(accuracy, low)).all()


def test_a_failed_training_leaves_its_seed_out():
    accuracy = np.full((1, 1, 1, 2, 2), 0.98)
    accuracy[0, 0, 0, 0] = 0.96, np.nan
    accuracy[0, 0, 0, 1, 1] = np.nan
    assert scores(accuracy, 0.97) == 1
    accuracy[0, 0, 0, 1] = np.nan
    with pytest.raises(xb.SpecError, match=r"got none at 1 of 2, .* number \(0, 0, 0, 1\)"):
        scores(accuracy, 0.97)


def test_the_map_is_the_twins(accuracy):
    found = robustness(accuracy[..., :1], AF, AF, 0.97)
    fine = [0.2 * n for n in range(51)]
    assert np.allclose(found.fine_a, fine, rtol=0, atol=1e-12) and found.fine_a[-1] == 10
    linear = naive.interpolated(found.scores.tolist(), AF, AF, found.fine_a.tolist(), found.fine_c.tolist())
    assert np.allclose(found.linear, linear, rtol=0, atol=1e-12)
    assert np.allclose(found.smooth, naive.smoothed(linear, 1.0), rtol=0, atol=1e-12)
    assert found.spread is None and found.pairs == 9


def test_the_axes_do_not_change_places():
    points = np.zeros((3, 2, 1, 1, 1))
    points[2, 0] = 1
    found = robustness(points, [0, 1, 2], [0, 3], 0.5, sigma=1e-3)
    assert found.smooth.shape == (11, 16) and found.best == (2.0, 0.0)
    assert np.allclose(found.linear[:, 0], np.clip(found.fine_a - 1, 0, 1), atol=1e-12)
    assert np.allclose(found.linear[-1], 1 - found.fine_c / 3, atol=1e-12)


@given(st.floats(0, 9), st.floats(0.1, 3), st.integers(1, 9), st.integers(1, 9))
def test_a_constant_map_stays_what_it_is(value, sigma, n, m):
    """Rounding: 2 * 9 products at most, each to 1.1e-16 (but for the smallest of all numbers)."""
    assert np.allclose(smooth(np.full((n, m), value), sigma), value, rtol=5e-15, atol=1e-300)


@given(maps, st.floats(0.1, 3))
def test_the_filter_keeps_the_mean_and_the_range(values, sigma):
    found = smooth(values, sigma)
    assert found.mean() == pytest.approx(values.mean(), rel=1e-12, abs=1e-12)
    assert found.min() >= values.min() - 1e-12 and found.max() <= values.max() + 1e-12


@settings(max_examples=20)
@given(maps, st.sampled_from([0.5, 1.0, 1.7]))
def test_the_filter_is_the_twins(values, sigma):
    reach = int(4 * sigma + 0.5)  # where scipy cuts the bell
    expected = naive.smoothed(values.tolist(), sigma, reach)
    assert np.allclose(smooth(values, sigma), expected, rtol=0, atol=1e-12)


@given(maps)
def test_interpolation_meets_the_points_and_stays_between_them(values):
    a, c = np.cumsum(np.arange(1.0, len(values) + 1)), np.cumsum(np.arange(1.0, values.shape[1] + 1) ** 2)
    assert np.allclose(interpolate(values, a, c, a, c), values, rtol=0, atol=1e-12)
    found = interpolate(values, a, c, regular(a, 0.3), regular(c, 0.3))
    assert found.min() >= values.min() - 1e-12 and found.max() <= values.max() + 1e-12


def test_interpolation_is_exact_for_planes():
    a, c = np.array(AF), np.array([0, 0.5, 4.0])
    plane = 2 * a[:, None] - 3 * c + 1
    fine_a, fine_c = regular(a), regular(c)
    assert np.allclose(interpolate(plane, a, c, fine_a, fine_c), 2 * fine_a[:, None] - 3 * fine_c + 1, atol=1e-12)


# ---- regions


@given(arrays(np.bool_, (7, 9)))
def test_regions_are_the_twins(marked):
    fine_a, fine_c = 0.2 * np.arange(7), 0.2 * np.arange(9)
    found = regions(marked.astype(float), fine_a, fine_c, 0.5)
    expected = naive.regions(marked.tolist(), True)
    assert {frozenset(zip(*map(tuple, np.nonzero(each.mask)), strict=True)) for each in found} == {
        frozenset(each) for each in expected
    }
    assert [each.area for each in found] == sorted((each.area for each in found), reverse=True)


def test_a_region_says_how_far_it_reaches():
    values = np.zeros((6, 6))
    values[1, 2:6] = values[2, 2] = 9
    (found,) = regions(values, 0.2 * np.arange(6), 0.2 * np.arange(6), 9)
    assert found.a == pytest.approx((0.2, 0.4)) and found.c == pytest.approx((0.4, 1.0))
    assert found.extent_a == pytest.approx(0.4) and found.extent_c == pytest.approx(0.8)
    assert found.elongation == pytest.approx(0.5) and found.area == pytest.approx(5 * 0.04)
    assert found.centre == pytest.approx((0.2 * 6 / 5, 0.2 * 16 / 5))
    assert regions(values, 0.2 * np.arange(6), 0.2 * np.arange(6), 9.1) == []


def test_the_best_point_of_a_plateau_is_its_middle():
    fine = 0.2 * np.arange(11)
    values = np.zeros((11, 11))
    values[2:7, 3:6] = 9 - 1e-12  # rounding does not choose
    values[2, 3] = 9
    assert peak(values, fine, fine) == pytest.approx((0.6, 0.8))  # the first of three in the middle row
    assert peak(np.ones((11, 11)), fine, fine) == pytest.approx((1.0, 1.0))
    values[9, 1] = 10
    assert peak(values, fine, fine) == pytest.approx((1.8, 0.2))


# ---- errors


def test_the_error_of_a_mean_is_that_of_theory():
    """s/sqrt(n) with n - 1 below.  A standard deviation of 2000 resamples is off by at most 1/sqrt(4000) of itself:
    a mean of two of three values has a kurtosis of 2.25.  So the largest of 4000 by less than 6 times that."""
    values = np.random.default_rng(2).normal(0, 1, (4000, 3))
    found = bootstrap(values, lambda drawn: {"mean": drawn.mean(axis=-1)}, 2000)["mean"]
    expected = values.std(axis=-1, ddof=1) / sqrt(3)
    assert np.abs(found.error / expected - 1).max() < 6 / sqrt(4000)
    assert np.mean(found.error / expected) == pytest.approx(1, abs=1 / 4000 + 5 / sqrt(4000 * 4000))


def test_the_error_of_a_score_is_that_of_independent_pairs():
    """Nine pairs, two seeds around the threshold: a resample takes one of them, the score is Binomial(9, 1/2)."""
    accuracy = np.full((1, 1, 3, 3, 2), 0.97) + np.array([-0.01, 0.01])
    found = bootstrap(accuracy, lambda points: {"score": scores(points, 0.97)}, 4000)["score"]
    assert found.error[0, 0] == pytest.approx(1.5, rel=5 / sqrt(2 * 4000))
    assert (found.low[0, 0], found.high[0, 0]) == (2, 7)  # the quantiles of Binomial(9, 1/2)


def test_the_error_of_a_smoothed_score_is_that_of_a_weighted_sum():
    """Cells of variance 9/4 on the filter's own grid, far from the border: sqrt(9/4) times the sum of the kernel's
    squares, which is close to 1/(2 sqrt(pi) sigma) a direction."""
    accuracy = np.full((13, 13, 3, 3, 2), 0.97) + np.array([-0.01, 0.01])
    axis = 0.2 * np.arange(13)
    found = robustness(accuracy, axis, axis, 0.97, resamples=2000)
    bells = naive.kernel(1.0, 4)
    expected = 1.5 * sum(bell * bell for bell in bells)
    assert found.spread.smooth.error[6, 6] == pytest.approx(expected, rel=5 / sqrt(2 * 2000))
    assert expected == pytest.approx(1.5 / (2 * sqrt(np.pi)), rel=1e-3)


def test_seeds_that_agree_leave_nothing_open(accuracy):
    found = robustness(np.repeat(accuracy[..., :1], 3, axis=-1), AF, AF, 0.97, resamples=5)
    assert (found.spread.scores.error == 0).all() and (found.spread.best.error == 0).all()
    assert (found.spread.smooth.low == found.smooth).all()
    assert found.spread.best_score.low == found.best_score == found.smooth.max()


def test_an_interval_holds_the_best_point_it_was_made_of():
    """A hill at (1.2, 1.0): accuracies of ten seeds scattered by 0.002 around it."""
    a, c = np.meshgrid(AF, AF, indexing="ij")
    hill = 0.972 - 0.002 * ((a - 1.2) ** 2 + (c - 1.0) ** 2)
    rates = 0.002 * np.linspace(-1, 1, 9).reshape(3, 3)
    accuracy = hill[..., None, None, None] + rates[..., None]
    accuracy = accuracy + np.random.default_rng(1).normal(0, 0.002, (*accuracy.shape[:4], 10))
    found = robustness(accuracy, AF, AF, 0.97, resamples=100)
    for n, true in enumerate((1.2, 1.0)):
        assert found.spread.best.low[n] <= true <= found.spread.best.high[n]
        assert found.spread.best.high[n] - found.spread.best.low[n] < 1.2
    assert abs(found.best[0] - 1.2) <= 0.6 and abs(found.best[1] - 1.0) <= 0.6


def test_a_failed_training_does_not_stop_the_resampling():
    values = np.array([[0.5, np.nan, np.nan]])
    found = bootstrap(values, lambda drawn: {"mean": np.nanmean(drawn, axis=-1)}, 50)["mean"]
    assert found.error[0] == 0 and found.low[0] == 0.5


@pytest.mark.parametrize("call, message", [
    (lambda ok: scores(ok[..., 0], 0.97), r"accuracy: must have the axes .* \(got shape \(10, 10, 3, 3\)\)"),
    (lambda ok: scores(ok, 97), r"threshold: must lie within 0 and 1 \(got 97\); 0.97 is 97 %"),
    (lambda ok: robustness(ok, AF[:9], AF, 0.97), r"accuracy: must have a value for each AF, 9 of A"),
    (lambda ok: robustness(ok, AF[::-1], AF, 0.97), "AF: must be two values or more that rise"),
    (lambda ok: robustness(ok, AF, AF, 0.97, step=20), "step: must be at most the range of AF"),
    (lambda ok: bootstrap(ok[..., :1], lambda _: {}), "bootstrap: must have two repetitions or more"),
    (lambda ok: bootstrap(ok, lambda _: {}, 1), "resamples: must be >= 2"),
])  # fmt: skip
def test_what_cannot_be_is_refused(accuracy, call, message):
    with pytest.raises(xb.SpecError, match=message):
        call(accuracy)
