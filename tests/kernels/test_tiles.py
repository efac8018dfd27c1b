"""Tiki-Taka on the compiled tile is the twin's: both arrays, every rhythm of transfers, their own periphery."""

import numpy as np
import pytest

from kernels import devices, update
from tests.naive.mvm import Periphery
from tests.naive.pulses import Scheme

from .layers import Setup, gradients, kernel, learn, naive

BASE = Setup(devices.Constant, devices.Linear, index=1, transfer_rate=1.5)
QUANTISED = Periphery(7, 1.0, 9, 1.0, 0.06, "none")
CASES = {
    "every sample": BASE,
    "every third sample": BASE._replace(ns=3),
    "two rows, sweeps straddled": BASE._replace(rows=2),
    "all rows": BASE._replace(rows=5, ns=2),
    "more rows than there are": BASE._replace(rows=7),
    "permuted": BASE._replace(permuted=True),
    "permuted, straddling": BASE._replace(permuted=True, rows=3, ns=2),
    "a noisy quantised transfer": BASE._replace(transfer=QUANTISED, rows=2),
    "its own pulses": BASE._replace(transfer_scheme=Scheme("mean_count", 10)),
    "exact": BASE._replace(scheme=Scheme("none"), transfer_scheme=Scheme("none")),
    "without c2c": BASE._replace(c2c=0.0),
    "gamma does not act on learning": BASE._replace(gamma=0.5),
}


@pytest.mark.parametrize("setup", CASES.values(), ids=CASES)
def test_tiki_taka(setup):
    """Differences start at the float32 normals of A (1e-8 a pulse) and pass through C's probabilities."""
    layer, tile = kernel(setup), naive(setup)
    xs, ds = gradients(setup, 12, seed=3)
    learn(layer, xs, ds, step=7)
    for k in range(12):
        tile.learn(7 + k, xs[k], ds[k])
    for ours, twin in ((layer.tile.a, tile.a), (layer.tile.c, tile.c)):
        np.testing.assert_allclose(ours.w, twin.w, rtol=0, atol=1e-6 if setup.c2c else 1e-12)
        found = [ours.stats[place] for place in (update.UP, update.DOWN, update.SATURATED)]
        assert found == [twin.up, twin.down, twin.saturated]
    assert (layer.tile.c.w != kernel(setup).tile.c.w).any()


def test_cells_and_steps_of_the_two_arrays_are_their_own():
    layer = kernel(BASE)
    assert type(layer.tile.c.dev) is devices.Constant and type(layer.tile.a.dev) is devices.Linear
    learn(layer, *gradients(BASE, 12))
    assert layer.tile.a.stats[:2].all() and layer.tile.c.stats[:2].all()


@pytest.mark.parametrize("ns", [1, 2, 5])
@pytest.mark.parametrize("rows", [1, 2, 5, 7])
def test_rows_come_in_turn(ns, rows):
    """With exact writes every visit adds lambda A_t: rows 0, 1, 2 ... after the samples ns, 2 ns, ..."""
    exact = Scheme("none")
    setup = BASE._replace(ns=ns, rows=rows, rate=0.0, transfer_rate=0.001, scheme=exact, transfer_scheme=exact)
    layer = kernel(setup._replace(weights=np.zeros((5, 4))))
    layer.tile.a.w[:] = np.arange(1, 6)[:, None]
    learn(layer, np.ones((11, 5)), np.ones((11, 4)))
    visits = np.bincount(np.arange(11 // ns * rows) % 5, minlength=5)
    expected = 0.001 * np.arange(1, 6) * visits
    np.testing.assert_allclose(layer.tile.c.w, np.tile(expected[:, None], 4), rtol=0, atol=1e-13)


def test_a_permuted_sweep_visits_every_row_once():
    exact = Scheme("none")
    setup = BASE._replace(permuted=True, rate=0.0, transfer_rate=0.01, scheme=exact, transfer_scheme=exact)
    layer = kernel(setup._replace(weights=np.zeros((5, 4)), samples=20))
    layer.tile.a.w[:] = 1.0
    learn(layer, np.ones((20, 5)), np.ones((20, 4)))
    log = layer.tile.c.probe.log[:, ::4, 0]  # the first column of C, by sample and row
    moved = np.diff(log, axis=0, prepend=0) > 0.005
    orders = moved.argmax(axis=1).reshape(4, 5)
    assert (moved.sum(axis=1) == 1).all() and (np.sort(orders) == np.arange(5)).all()
    assert len({tuple(order) for order in orders}) > 1
