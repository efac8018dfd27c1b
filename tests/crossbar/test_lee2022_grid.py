"""The plans of figures 7-9: they can be swept, every scale has its thresholds, and what they refuse."""

from pathlib import Path

import pytest

import crossbar as xb
from crossbar.study import Study
from crossbar.sweep.points import Points

SCRIPTS = Path(__file__).parents[2] / "scripts"
SIZES = {"quick": (4, 4, 2, 2, 2), "medium": (5, 5, 3, 3, 1), "full": (10, 10, 3, 3, 3)}


@pytest.fixture
def grid(monkeypatch):
    monkeypatch.syspath_prepend(SCRIPTS)
    import lee2022_grid

    return lee2022_grid


@pytest.mark.parametrize("scale", SIZES)
def test_every_scale_is_a_sweep_of_experiments(grid, tmp_path, scale):
    plan = grid.plan(Study("x", scale, tmp_path))
    assert plan.shape == SIZES[scale]
    assert [next(iter(axis)) for axis in plan.axes] == [grid.AF_A, grid.AF_C, grid.ETA, grid.LAMBDA, "seed"]
    for number in (0, plan.size - 1):  # both are valid, AF = 0 too
        spec = Points(plan).spec(number)
        assert spec.data.name == "mnist" and spec.algorithm.c.c2c == 0.3
    low, high = grid.THRESHOLDS[scale]
    assert low < high and scale in grid.LAST


def test_other_data_devices_and_seeds(grid, tmp_path):
    file = tmp_path / "fitted.toml"
    file.write_text('kind = "soft_bounds"\nstep = 0.01\nw_max = 1.5\n')
    plan = grid.plan(Study("x", "quick", tmp_path, seeds=3, data="digits", device=str(file)))
    spec = Points(plan).spec(plan.size - 1)
    assert (spec.data.name, spec.data.train_samples, spec.network.sizes) == ("digits", None, (64, 48, 10))
    assert (spec.seed, plan.shape[-1]) == (3, 3)
    for array in (spec.algorithm.a, spec.algorithm.c):
        assert (array.af, array.step, array.w_max, array.c2c) == (10.0, 0.01, 1.5, 0.0)


def test_a_device_without_an_asymmetry_factor_is_refused(grid, tmp_path):
    file = tmp_path / "fitted.toml"
    file.write_text('kind = "constant"\nstep = 0.01\n')
    with pytest.raises(xb.SpecError, match=r"--device: must be of kind soft_bounds.*got constant of .*fitted.toml"):
        grid.plan(Study("x", "quick", tmp_path, device=str(file)))


def test_the_spread_of_af_is_absolute(monkeypatch):
    monkeypatch.syspath_prepend(SCRIPTS)
    import beyond_af_spread

    axis = beyond_af_spread.axis("a", [0.2, 0.8], 0.2)
    assert axis == {"algorithm.a.af": [0.2, 0.8], "algorithm.a.af_d2d": pytest.approx([1.0, 0.25])}
