"""Weights programmed by learning: the setting, the course of errors, a constant gradient, bad input."""

from dataclasses import replace

import numpy as np
import pytest

import crossbar as xb
from crossbar.analysis.weight_programming import (
    KINDS,
    Task,
    constant_gradient,
    end,
    lesson,
    program_by_learning,
)
from crossbar.errors import SpecError

DRIVEN = Task(size=5, states=40, c2c=0.0, step_d2d=0.0, bounds_d2d=0.0, imbalance_std=0.0, follows=False)


def test_rates_are_those_of_the_paper():
    """lambda 0.1, ns 5, m 20, gamma_0 200, step 0.1, BL_max 5: lambda_H = 0.5, lambda_A mu_x mu_d = 0.5."""
    assert Task(follows=False).buffer_rate == pytest.approx(0.5)
    assert Task().algorithm("ttv2").learning_rate == pytest.approx(0.5)
    assert Task().buffer_rate == pytest.approx(0.5 / 0.5)
    assert Task(states=200).buffer_rate == pytest.approx(100 * Task().buffer_rate)  # so that C moves alike
    assert Task(sgd_follows=False).algorithm("sgd").learning_rate == 0.1


@pytest.mark.parametrize("kind", KINDS)
def test_the_reference_is_off_on_the_array_that_sees_the_gradient(kind):
    algorithm = Task(reference_std=0.5).algorithm(kind)
    stds = {name: algorithm.device(name).reference_std for name in algorithm.names}
    assert stds == ({"c": 0.5} if kind == "sgd" else {"c": 0.0, "a": 0.5})
    assert all(algorithm.device(name).step == 0.1 for name in algorithm.names)


@pytest.mark.parametrize("slope", [0.0, 0.4, 1.0])
def test_the_symmetry_index_is_that_of_the_steps(slope):
    task = Task(states=20000, slope=slope, imbalance_std=0.0, c2c=0.0, step_d2d=0.0)
    w = np.linspace(-1, 1, 2001)
    up, down = xb.mean_steps(task.device(False, False), w)
    index = 1 - (np.abs(up + down) / (up - down)).mean()
    assert task.symmetry_index == pytest.approx(index, abs=1e-3)


def test_a_lesson_is_what_it_says():
    """4 standard errors: of a mean 1/sqrt(n), of a standard deviation 1/sqrt(2 n), relative."""
    taught = lesson(40, 5000)
    assert taught.xs.shape == (5000, 40) and taught.wanted.shape == (40, 40)
    for values, spread in ((taught.xs, 1.0), (taught.wanted, 0.3)):
        assert abs(values.mean()) < 4 * spread / np.sqrt(values.size)
        assert abs(values.std() / spread - 1) < 4 / np.sqrt(2 * values.size)
    assert np.array_equal(lesson(40, 10).wanted, taught.wanted)


def test_the_end_is_the_mean_of_the_last_share():
    assert end(np.arange(10.0)) == 8.5 and end(np.arange(10.0), 1.0) == 4.5 and end(np.array([3.0, 1.0])) == 1.0


def test_sgd_is_drawn_to_its_reference_and_repeats_itself():
    """Without noise of references near W^ at best; with them std(W - W^) grows.  The start, W = 0, errs by std(W^)."""
    taught = lesson(20, 4000)
    courses = {spread: program_by_learning(Task(reference_std=spread), "sgd", taught, every=1) for spread in (0.0, 1.0)}
    start = 100 * taught.wanted.std()
    assert courses[0.0][0] == pytest.approx(start, abs=5) and end(courses[0.0]) < start
    assert end(courses[1.0]) > 2 * start
    assert np.array_equal(courses[0.0], program_by_learning(Task(), "sgd", taught, every=1))
    assert np.array_equal(courses[0.0][499::500], program_by_learning(Task(), "sgd", taught))
    assert not np.array_equal(courses[0.0], program_by_learning(Task(), "sgd", taught, seed=1, every=1))


def test_a_constant_gradient_moves_the_diagonal_unless_the_reference_is_off():
    right, off = (constant_gradient(replace(DRIVEN, reference_offset=r), "ttv2", 500) for r in (0.0, -0.8))
    assert (right.moved(DRIVEN.step) <= -2).all() and (abs(off.moved(DRIVEN.step)) <= 1).all()
    assert right.c.shape == (501, 5, 5) and right.h.any() and not right.learnt.any()
    apart = ~np.eye(5, dtype=bool)
    assert abs(right.c[-1][apart]).mean() < 1 * DRIVEN.step


@pytest.mark.parametrize(
    ("call", "words"),
    [
        (lambda: Task(size=0), "size: must be >= 1"),
        (lambda: Task(states=1), "states: must be >= 2"),
        (lambda: Task(slope=2.0), "slope: must be from 0 to 1"),
        (lambda: Task(slope=0.5), "imbalance_std: must be 0 with slope"),
        (lambda: Task().algorithm("adam"), "algorithm must be sgd"),
        (lambda: Task(rate=-1.0).algorithm("tiki_taka"), "transfer_rate: must be > 0"),
        (lambda: program_by_learning(Task(), "sgd", lesson(20, 10), every=11), "every must be from 1 to 10"),
    ],
)
def test_bad_input_is_refused(call, words):
    with pytest.raises(SpecError, match=words):
        call()
