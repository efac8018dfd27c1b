"""Algorithms side by side: costs from a ledger, the choice for a device, the cases and the page of the script."""

from pathlib import Path

import numpy as np
import pytest

import crossbar as xb
from crossbar.analysis.comparison import MARGIN, Cost, Hardware, choose, cost, table
from crossbar.sweep.points import Points
from tests.crossbar.files_of_small_runs import TIKI, Trained
from tests.crossbar.scripted import script

SCRIPTS = Path(__file__).parents[2] / "scripts"


@pytest.fixture
def scripts(monkeypatch):
    """The modules of the comparison."""
    monkeypatch.syspath_prepend(SCRIPTS)
    import compare_algorithms
    import compare_cases

    return compare_algorithms, compare_cases


def test_costs_are_those_of_the_ledger(tmp_path):
    path = Trained(tmp_path / "run.h5", algorithm=TIKI).path
    found = xb.ledger(path, write_volts=1.0, read_volts=0.2, adc_energy=5e-12, flops=175e9)
    each, digital = cost(path, Hardware()), sum(layer.total for layer in found.operations)
    devices = 2 * (5 * 3 + 4 * 2)
    assert each.pulses == sum(array.pulses for array in found.arrays) / devices
    assert each.reads == sum(read.reads for read in found.reads) / 90 and each.operations == digital / 90
    assert each.energy == pytest.approx((found.energies.total + digital * 1e-12) / 90)
    assert each.seconds == pytest.approx(found.times.total / 90) and found.times.digital > 0


def test_the_choice_is_the_cheapest_of_the_good_ones():
    accuracy = np.array([0.90, 0.97, 0.97 - 0.9 * MARGIN, 0.97 - 1.1 * MARGIN, np.nan])
    energy, seconds = np.array([1.0, 5.0, 4.0, 1.0, 0.1]), np.array([1.0, 2.0, 3.0, 1.0, 0.1])
    found = choose("abcde", accuracy, energy, seconds)
    assert found == ("b", ("b", "c"), "c", "b")


def test_a_table_is_markdown():
    assert list(table(("a", "b"), [("1", "2")])) == ["| a | b |", "|---|---|", "| 1 | 2 |"]


def test_every_case_is_an_experiment(scripts):
    """Bounds of C spread only where C sees the gradient; the reference error is on the array that sees it."""
    _, cases = scripts
    for kind in cases.NAMES:
        points = [cases.point(kind, states, error) for states in cases.STATES for error in cases.ERRORS]
        plan = xb.Sweep(base="lee2022", set=cases.data_of("digits"), axes=[cases.axis(points)])
        specs = [Points(plan).spec(n) for n in range(plan.size)]
        assert [spec.algorithm.kind for spec in specs] == [kind] * 4
        first = specs[1].algorithm.device(specs[1].algorithm.names[-1])
        assert first.reference_std == 0.5 and first.reference == "symmetry_point" and first.w_max_d2d == 0.3
        assert [round(spec.algorithm.c.n_states) for spec in specs] == [20, 20, 1000, 1000]
        if len(specs[0].algorithm.names) > 1:
            c = specs[1].algorithm.c
            assert (c.reference, c.w_max_d2d, c.step_d2d) == ("nominal", 0.0, 0.3)
    exact = xb.Sweep(base="lee2022", set=cases.data_of("digits"), axes=[cases.axis([cases.exact()])])
    assert Points(exact).spec(0).pulses.kind == "exact"


def test_every_algorithm_has_nine_points_to_be_chosen_from(scripts):
    _, cases = scripts
    assert set(cases.GRID) == set(cases.CHOSEN) == set(cases.STATES)
    for states, grids in cases.GRID.items():
        assert tuple(grids) == tuple(cases.CHOSEN[states]) == cases.NAMES
        for kind, grid in grids.items():
            assert np.prod([len(values) for values in grid.values()]) == 9
            assert all(cases.CHOSEN[states][kind][name] in values for name, values in grid.items())


def test_the_page_has_every_number(scripts):
    compare, _ = scripts
    accuracy = np.linspace(0.9, 0.98, 32).reshape(8, 4, 1)
    costs = np.empty((8, 4), object)
    for n in range(32):
        costs[n // 4, n % 4] = Cost(n + 1, 10 + n, 100 + n, 1e-9 * (n + 1), 1e-6 * (n + 2))
    energy, seconds = (compare.getattr_of(costs, key) for key in ("energy", "seconds"))
    choices = [choose(compare.NAMES, accuracy[:, n, 0], energy[:, n], seconds[:, n]) for n in range(4)]
    text = "\n".join(compare.page("made up", accuracy, costs, np.array([0.985]), choices))
    assert text.count("| 20 states, σ_r 0.5 |") == 9 and "98.50" in text
    assert all(f"{100 * value:.2f}" in text for value in accuracy.ravel())


def test_a_wrong_option_is_one_message(tmp_path):
    for name in ("compare_algorithms", "compare_settings"):
        done = script(name, "--sceds", "3", "--out", tmp_path)
        assert done.returncode == 2 and "Traceback" not in done.stderr and "--sceds" in done.stderr
