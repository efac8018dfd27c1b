"""The nonlinearity label against its naive twin, NeuroSim's table and closed forms."""

import numpy as np
import pytest

from crossbar.nonlinearity import curve, label, nonlinearity, rate_of
from tests.naive import nonlinearity as naive

# Label and normalised A out of NeuroSim's table (MLP+NeuroSim 3.0, formula.cpp): first, last, and some between.
TABLE = {0.01: 126.268958, 0.02: 63.134314, 0.12: 10.521102, 0.60: 2.097877, 8.94: 0.024396, 8.99: 0.023073,
         9.00: 0.022810}  # fmt: skip


@pytest.mark.parametrize("known", TABLE)
def test_neurosims_table(known):
    """To half a unit of its last digit in A, which near label 9 is 1e-5 of the label, and of the scale's (5e-6)."""
    assert label(1 / TABLE[known]) == pytest.approx(known, abs=2e-5 + 5e-6 * known)
    assert label(-1 / TABLE[known]) == -label(1 / TABLE[known])


@pytest.mark.parametrize("a", [3.0, 0.7, 0.2, 0.05, -0.3, -2.0])
def test_the_label_is_the_twins(a):
    """A grid of 20,000 points misses the largest distance by at most (1/20000)^2/8 times its curvature 1/a^2."""
    assert label(1 / a) == pytest.approx(naive.label(a), abs=1e-8 / a**2)


@pytest.mark.parametrize("rate", [-9.0, -0.4, 1e-4, 0.3, 2.5, 15.0])
def test_a_curve_is_its_own_fit(rate):
    values = 3e-6 - 2e-6 * curve(np.linspace(0, 1, 57), rate)
    assert rate_of(values) == pytest.approx(rate, rel=1e-6, abs=1e-8)


def test_the_fit_is_the_twins():
    """Of a curve that no rate makes: both find the same minimum, up to its flatness."""
    values = np.linspace(0, 1, 21) ** 0.6 + 0.02 * np.sin(np.arange(21))
    assert rate_of(values) == pytest.approx(1 / naive.fitted(values.tolist()), abs=1e-5)


def test_the_label_is_continuous_where_its_formula_changes():
    assert label(0.000999999) == pytest.approx(label(0.001000001), rel=1e-5)
    assert label(1e-9) == pytest.approx(10.1015 * 1e-9 / 8)


def test_signs():
    """Steps that shrink on the way: > 0 up, < 0 down; a line is 0; no staircase is NaN."""
    bent = curve(np.linspace(0, 1, 30), 3.0)
    assert nonlinearity(bent, up=True) > 0 > nonlinearity(1 - bent, up=False)
    assert nonlinearity(bent, up=True) == pytest.approx(-nonlinearity(1 - bent, up=False))
    assert nonlinearity(np.linspace(0, 1, 30), up=True) == pytest.approx(0, abs=1e-6)
    assert np.isnan(nonlinearity([1.0, 2.0], up=True)) and np.isnan(nonlinearity(np.ones(9), up=False))
