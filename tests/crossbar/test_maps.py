"""Figures of maps: their texts are the numbers, every panel has its place, what is missing is shown as missing."""

import numpy as np
import pytest

from crossbar.analysis.resampling import over_seeds
from crossbar.analysis.robustness import robustness
from crossbar.plots import write_picture
from crossbar.plots.maps import Cells, plot_cells, plot_heat_maps, plot_scores

AF_A, AF_C, ETAS, LAMBDAS = (0.0, 1.0, 10.0), (0.0, 2.0), (0.01, 0.02), (0.03, 0.04, 0.05)


@pytest.fixture
def accuracy():
    """(3, 2, 2, 3, 4), every mean another."""
    mean = 0.9 + 0.001 * np.arange(36).reshape(3, 2, 2, 3)
    return mean[..., None] + 0.002 * np.array([-1, 1, -1, 1])


def texts(ax):
    return [text.get_text() for text in ax.texts]


def test_every_cell_says_its_value_and_error(accuracy):
    figure = plot_heat_maps(accuracy, AF_A, AF_C, ETAS, LAMBDAS, "a title")
    assert [ax.get_title(loc="left") for ax in figure.axes[:6]] == [
        f"η = {eta}, λ = {rate}" for eta in ETAS for rate in LAMBDAS
    ]
    error = 0.2 * np.sqrt(4 / 3) / 2  # per cent: s/sqrt(n)
    for n, ax in enumerate(figure.axes[:6]):
        mean = 100 * accuracy[:, :, n // 3, n % 3].mean(-1)
        assert texts(ax) == [f"{value:.2f}\n±{error:.2f}" for value in mean.ravel()]  # AF_A the outer one
        assert [label.get_text() for label in ax.get_xticklabels()] == ["0", "1", "10"]
        assert np.allclose(ax.images[0].get_array(), -np.log10(1 - mean.T / 100))  # AF_A to the right
        frame, = ax.patches
        assert (frame.get_x() + 0.47, frame.get_y() + 0.47) == pytest.approx((2, 1))  # the highest
    assert "logarithm of the error" in figure.axes[6].get_ylabel()


def test_what_failed_is_a_dash_and_one_seed_has_no_error(accuracy):
    accuracy[1, 0, 0, 0] = np.nan
    figure = plot_heat_maps(accuracy[..., :1], AF_A, AF_C, ETAS, LAMBDAS)
    shown = texts(figure.axes[0])
    assert shown[2] == "–" and not any("±" in text for text in shown)
    assert figure.axes[0].images[0].get_array().mask[0, 1]


def test_scores_are_written_and_the_star_is_the_best_point(accuracy):
    maps = [robustness(accuracy, AF_A, AF_C, threshold, resamples=20) for threshold in (0.92, 0.93)]
    figure = plot_scores(maps, title="both")
    left, right = figure.axes[0], figure.axes[1]
    assert [text.split("\n")[0] for text in texts(left)] == [f"{score:g}" for score in maps[0].scores.ravel()]
    star = next(line for line in right.lines if line.get_marker() == "*")
    assert (star.get_xdata()[0], star.get_ydata()[0]) == maps[0].best
    mesh = right.collections[0]
    assert np.array_equal(mesh.get_array().reshape(maps[0].smooth.T.shape), maps[0].smooth.T)
    assert right.transData.transform((2.5, 0))[0] == pytest.approx(  # axes grow with the square root
        right.transData.transform([(0, 0), (10, 0)])[:, 0].mean(), abs=1e-6
    )
    assert figure.axes[2].get_title(loc="left") == "score at 93 %"


def test_a_map_of_equal_scores_can_be_drawn_and_written(tmp_path):
    """Nothing to frame, all seeds agree, one seed."""
    for seeds in (1, 2):
        found = robustness(np.ones((2, 2, 1, 1, seeds)), (0, 1), (0, 1), 0.5)
        write_picture(plot_scores([found]), tmp_path / f"{seeds}.svg")
        found = robustness(np.zeros((2, 2, 1, 1, seeds)), (0, 1), (0, 1), 0.5)
        write_picture(plot_scores([found]), tmp_path / f"{seeds}.png")


def test_panels_of_other_kinds_have_colours_of_their_own():
    panels = [Cells(kind, (0, 1), (0, 1), np.array([[-1.0, 2.0], [0.0, np.nan]]), None, "x", "y", kind, best=False)
              for kind in ("difference", "score")]  # fmt: skip
    figure = plot_cells([panels])
    assert [ax.get_ylabel() for ax in figure.axes[2:]] == ["difference", "pairs of rates"]
    assert texts(figure.axes[0]) == ["-1.0", "+2.0", "+0.0", "–"] and not figure.axes[0].patches
    assert figure.axes[0].images[0].norm(0) == 0.5 and figure.axes[0].get_xlabel() == "x"
    plot_cells([[Cells("", (0, 1), (0,), np.full((2, 1), np.nan))]])  # nothing at all


def test_means_and_errors_leave_out_what_is_missing():
    mean, error = over_seeds([[1.0, 3.0, np.nan], [5.0, np.nan, np.nan], [np.nan] * 3])
    assert np.array_equal(mean, [2, 5, np.nan], equal_nan=True)
    assert np.array_equal(error, [1, np.nan, np.nan], equal_nan=True)
