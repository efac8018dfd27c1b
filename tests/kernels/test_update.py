"""The compiled update is the twin's, at the same addresses: every law, every scheme, every limit."""

import numpy as np
import pytest

from kernels import devices, hits, update
from tests.naive import pulses
from tests.naive.philox import Place
from tests.naive.pulses import Scheme

from .layers import KEY, Setup, gradients, kernel, learn, naive, probed
from .states import DEVICES, S0, equal_cells

STEP = 2**31 + 5  # steps are unsigned words too

# float64 states differ from the twin's by the normals alone (float32: test_normals.py, 1e-5 each): a step of 1/100
# with c2c 0.3 by 3e-8 a pulse, some dozens of pulses a cell.  Without c2c they differ by rounding alone.
NOISY, NOISELESS = 1e-6, 1e-13


def stats_of(twin):
    return [twin.up, twin.down, twin.saturated]


def compare(setup, n=8, seed=0):
    layer, twin = kernel(setup), naive(setup)
    xs, ds = gradients(setup, n, seed)
    learn(layer, xs, ds, STEP)
    for k in range(n):
        twin.learn(STEP + k, xs[k], ds[k])
    c = layer.tile.c
    assert [c.stats[place] for place in (update.UP, update.DOWN, update.SATURATED)] == stats_of(twin.c)
    np.testing.assert_allclose(c.w, twin.c.w, rtol=0, atol=NOISY if setup.c2c else NOISELESS)
    return layer, twin


@pytest.mark.parametrize("c2c", [0.0, 0.3])
@pytest.mark.parametrize("device", DEVICES, ids=lambda d: d.__name__)
def test_every_law(device, c2c):
    layer, twin = compare(Setup(device, c2c=c2c, index=3))
    assert 0 < twin.c.saturated < 8 and (layer.tile.c.w != kernel(Setup(device)).tile.c.w).all()


def test_cells_that_reach_their_bounds():
    layer, _ = compare(Setup(devices.Constant))
    cells = layer.tile.c.dev.cells
    at_bound = (layer.tile.c.w == cells.w_min) | (layer.tile.c.w == cells.w_max)
    assert at_bound.any() and not at_bound.all()


@pytest.mark.parametrize("device", DEVICES, ids=lambda d: d.__name__)
def test_equal_cells_are_stored_once(device):
    setup = Setup(device, parameters=equal_cells(device))
    assert kernel(setup).tile.c.dev.cells.shape == (1, 1)
    compare(setup)


SCHEMES = {
    "default": Scheme(),
    "one slot": Scheme(max_length=1),
    "32 slots": Scheme(max_length=32),
    "33 slots": Scheme(max_length=33),
    "63 slots": Scheme(max_length=63),
    "fixed length": Scheme(length_management=False),
    "fixed length 63": Scheme(length_management=False, max_length=63),
    "unmanaged": Scheme(length_management=False, update_management=False),
    "resolution": Scheme(resolution=0.07),
    "resolution by chance": Scheme(resolution=0.07, stochastic_rounding=True),
    "coarse by chance": Scheme(resolution=0.6, stochastic_rounding=True),
    "mean count": Scheme("mean_count"),
    "mean count unmanaged": Scheme("mean_count", 20, False, False),
    "mean count by chance": Scheme("mean_count", resolution=0.07, stochastic_rounding=True),
    "implicit": Scheme("implicit"),
    "implicit 63": Scheme("implicit", 63),
    "exact": Scheme("none"),
}


@pytest.mark.parametrize("scheme", SCHEMES.values(), ids=SCHEMES)
def test_every_scheme(scheme):
    compare(Setup(devices.Linear, scheme=scheme))
    compare(Setup(devices.Linear, scheme=scheme, c2c=0.0), seed=1)


def signed_counts(setup, x, d, step):
    place = Place(KEY, step, setup.index)
    wish = pulses.plan(x, d, setup.rate, S0, setup.scheme, place)
    return np.array(pulses.counts(wish, setup.scheme, place)) * -np.sign(np.outer(x, d)).astype(int)


@pytest.mark.parametrize("name", ["default", "63 slots", "unmanaged", "resolution by chance", "mean count", "implicit"])
def test_every_cell_gets_the_twins_pulses(name):
    """Probes of all cells see exactly the pulses of the twin, and the weights after each sample."""
    setup = Setup(devices.Linear, scheme=SCHEMES[name], samples=8)
    layer, twin = kernel(setup), naive(setup)
    xs, ds = gradients(setup, 8, seed=2)
    learn(layer, xs, ds, STEP)
    weights, counts = probed(layer)
    for k in range(8):
        twin.learn(STEP + k, xs[k], ds[k])
        expected = signed_counts(setup, xs[k].astype(float), ds[k].astype(float), STEP + k)
        np.testing.assert_array_equal(counts[k], expected)
        np.testing.assert_allclose(weights[k], twin.c.w, rtol=0, atol=NOISY)


LARGE = Setup(devices.Linear, n_in=8, n_out=300)  # more columns than a segment, more hits than a list holds


def large_gradients(low):
    rng = np.random.default_rng(8)
    xs, ds = (rng.uniform(low, 1, (1, n)) * rng.choice([-1, 1], (1, n)) for n in (LARGE.n_in, LARGE.n_out))
    return xs.astype(np.float32), ds.astype(np.float32)


@pytest.mark.parametrize("changes, low, pulses", [
    ({}, 0.0, 2000),
    ({"c2c": 0.0}, 0.0, 2000),
    ({"parameters": equal_cells(devices.Linear)}, 0.0, 2000),
    ({"rate": 63 * S0, "scheme": Scheme(max_length=63)}, 0.6, 60000),
], ids=["noisy", "noiseless", "equal cells", "the longest trains"])  # fmt: skip
def test_a_large_update_shows_no_seam(changes, low, pulses):
    """Hits are listed and normals drawn in pieces: the twin's numbers go through, whatever the pieces."""
    assert LARGE.n_out > hits.SEGMENT and LARGE.n_in * LARGE.n_out > 2 * hits.CAPACITY
    setup = LARGE._replace(**changes)
    layer, tile = kernel(setup), naive(setup)
    xs, ds = large_gradients(low)
    learn(layer, xs, ds, STEP)
    tile.learn(STEP, xs[0], ds[0])
    c = layer.tile.c
    assert [c.stats[place] for place in (update.UP, update.DOWN, update.SATURATED)] == stats_of(tile.c)
    assert c.stats[:2].sum() > pulses
    np.testing.assert_allclose(c.w, tile.c.w, rtol=0, atol=NOISY if setup.c2c else NOISELESS)


@pytest.mark.parametrize("name", ["default", "mean count", "implicit", "exact"])
@pytest.mark.parametrize("zero", ["x", "d", "rate"])
def test_nothing_asked_is_nothing_done(name, zero):
    setup = Setup(devices.Linear, scheme=SCHEMES[name], rate=0.0 if zero == "rate" else 0.05)
    layer = kernel(setup)
    before = layer.tile.c.w.copy()
    xs, ds = gradients(setup, 3)
    learn(layer, 0 * xs if zero == "x" else xs, 0 * ds if zero == "d" else ds)
    assert layer.tile.c.w.tobytes() == before.tobytes() and not layer.tile.c.stats.any()
