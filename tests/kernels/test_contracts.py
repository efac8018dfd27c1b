"""Contracts over the registry: what every device does in every tile, whatever its law."""

import numpy as np
import pytest

from kernels import tiles
from kernels.devices import registered
from kernels.epoch import learn_batch
from tests.naive.pulses import Scheme

from .contracts import CASES, DOUBLES, SINGLES, arrays, everything, gradient_array, weights
from .layers import Setup, gradients, kernel, learn, probed
from .states import DEVICES, S0, equal_cells, spread_cells, state
from .user_law import Quadratic

EVERY = pytest.mark.parametrize("case", CASES, ids=lambda case: case.name)
EVERY_SINGLE = pytest.mark.parametrize("case", SINGLES, ids=lambda case: case.name)
ALONE = {"ns": 10**6}  # samples between transfers: A alone sees pulses
AT_ONCE = {"rows": 5}  # a digital sum has no A: all its rows at every sample
WHOLE = Scheme("implicit", 63)


def test_every_registered_device_and_tile_is_here():
    ours = {law for law in registered() if law.__module__.startswith("kernels.")}  # other tests register their own
    assert set(DEVICES) == ours | {Quadratic} and Quadratic in registered()
    assert {type(case.layer().tile) for case in CASES} == {
        tile for tile in tiles.registered() if tile.__module__.startswith("kernels.")
    }
    assert {d for case in DOUBLES for d in (case.setup.device, case.setup.auxiliary)} == set(DEVICES)


@EVERY
def test_weights_stay_in_their_cells_bounds(case):
    layer = case.layer(rate=0.5, c2c=1.0)
    learn(layer, *gradients(case.setup, 40))
    for array in arrays(layer):
        cells = array.dev.cells
        assert np.all(array.w >= cells.w_min) and np.all(array.w <= cells.w_max)
        assert array.stats[:2].sum() > 200


@EVERY
def test_no_pulse_changes_nothing(case):
    """Neither a zero input or error, nor one that asks for less than half a pulse of a rounded count."""
    for scheme, x, d in ((Scheme(), 0.0, 1.0), (Scheme(), 1.0, 0.0), (WHOLE, 1.0, S0)):
        layer = case.layer(scheme=scheme, transfer_scheme=scheme, rate=0.4)
        for auxiliary in arrays(layer)[:-1]:
            auxiliary.w[:] = 0  # nothing to transfer
        before = weights(layer)
        learn(layer, np.full((2, 5), x), np.full((2, 4), d))  # a digital sum has 0.8 of a pulse
        assert weights(layer) == before
        assert not any(array.stats[:2].any() for array in arrays(layer))


def pulsed(case, n, up, times=1):
    """The array after `times` updates of exactly n pulses on every cell, without noise, through trains."""
    layer = case.layer(rate=n * S0, c2c=0.0, **(ALONE if len(arrays(case.layer())) > 1 else AT_ONCE))
    learn(layer, np.ones((times, 5)), np.full((times, 4), -1.0 if up else 1.0))
    array = gradient_array(layer)
    assert array.stats[:2].tolist() == ([20 * n * times, 0] if up else [0, 20 * n * times])
    return array.w


@EVERY
@pytest.mark.parametrize("up", [True, False], ids=["up", "down"])
def test_n_pulses_are_n_times_one_pulse(case, up):
    assert pulsed(case, 7, up).tobytes() == pulsed(case, 1, up, times=7).tobytes()
    assert pulsed(case, 7, up).tobytes() != pulsed(case, 6, up).tobytes()


@EVERY
def test_up_raises_and_down_lowers(case):
    start = gradient_array(case.layer()).w
    assert np.all(pulsed(case, 1, up=True) > start) and np.all(pulsed(case, 1, up=False) < start)


@EVERY
def test_rows_permute(case):
    """The law looks at its own cell: the same counts on permuted rows give the permuted array."""
    changes = {"scheme": WHOLE, "transfer_scheme": WHOLE, "c2c": 0.0, "rows": 5}
    layer, permuted, order = case.layer(**changes), case.layer(**changes), np.array([3, 0, 4, 1, 2])
    for array in arrays(permuted):
        array.w[:] = array.w[order]
        array.dev.cells[:] = array.dev.cells[order]
    xs, ds = gradients(case.setup, 8)
    learn(layer, xs, ds)
    learn(permuted, xs[:, order], ds)
    for array, other in zip(arrays(layer), arrays(permuted), strict=True):
        assert array.w[order].tobytes() == other.w.tobytes() != array.w.tobytes()


@pytest.mark.parametrize("device", DEVICES, ids=lambda d: d.__name__)
def test_float32_is_float64_rounded(device):
    """The same trains; every pulse rounds the weight (|w| < 1) and the step's factors by 2^-24, some 8 times."""
    narrow, wide = (kernel(Setup(device), dtype) for dtype in ("f4", "f8"))
    xs, ds = gradients(Setup(device), 8)
    for layer in (narrow, wide):
        learn(layer, xs, ds)
    assert narrow.tile.c.stats.tolist() == wide.tile.c.stats.tolist()
    pulses = narrow.tile.c.stats[:2].sum() / 20 * 3  # on the busiest cell
    np.testing.assert_allclose(narrow.tile.c.w, wide.tile.c.w, rtol=0, atol=pulses * 2.0**-24)
    assert narrow.tile.c.w.dtype == np.float32 and np.any(narrow.tile.c.w != wide.tile.c.w)


@EVERY
def test_chunks_are_the_whole(case):
    """Numbers are addressed by the sample's step: calls may be cut anywhere."""
    xs, ds = gradients(case.setup, 12)
    whole, parts = case.layer(), case.layer()
    learn(whole, xs, ds, step=50)
    for first, last in ((0, 1), (1, 6), (6, 12)):
        learn(parts, xs[first:last], ds[first:last], step=50 + first)
    assert all(np.array_equal(a, b) for a, b in zip(everything(whole), everything(parts), strict=True))


@EVERY
def test_cells_equal_or_not_are_one_compilation_and_one_law(case):
    """A (1, 1) array of cells is the full array of the same cell."""
    devices_of = [d for d in (case.setup.device, case.setup.auxiliary) if d]
    p = {k: v for d in devices_of for k, v in equal_cells(d).items()}
    full = p | {name: np.full((5, 4), p[name]) for name in ("s_up", "s_dn", "v_min", "v_max", "shift")}
    xs, ds = gradients(case.setup, 8)
    one, all_cells = case.layer(parameters=p), case.layer(parameters=full)
    learn(one, xs, ds)
    compiled = len(learn_batch.signatures)
    learn(all_cells, xs, ds)
    assert weights(one) == weights(all_cells) and len(learn_batch.signatures) == compiled


def fields(device):
    """Every parameter of a device: those of its cells, those they share."""
    dev = state(device, spread_cells(device, 5, 4, 0), "f8", 0.3)
    return [("cells", name) for name in dev.cells.dtype.names] + [(name, None) for name in dev._fields[1:]]


def with_changed(layer, name, column):
    c = layer.tile.c
    values = getattr(c.dev, name)
    if column:
        values[column] *= 0.9  # in place
        return layer
    dev = c.dev._replace(**{name: values * 0.9})
    return layer._replace(tile=layer.tile._replace(c=c._replace(dev=dev)))


@pytest.mark.parametrize(
    "device, name, column", [(d, *f) for d in DEVICES for f in fields(d)], ids=lambda v: getattr(v, "__name__", v)
)
def test_every_parameter_moves_something(device, name, column):
    """On the way down to the bounds and up to the others; what changes no weight is a knob that does nothing."""
    setup = Setup(device, rate=25 * S0, samples=24)
    paths = []
    for layer in (kernel(setup), with_changed(kernel(setup), name, column)):
        learn(layer, np.ones((24, 5)), np.repeat([[1.0], [-1.0]], 12, axis=0) * np.ones(4))
        paths.append(probed(layer)[0])
    assert np.any(paths[0] != paths[1])
