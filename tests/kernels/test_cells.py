"""Cross-points of several devices, and write noise: as the twins have them, and what holds for every kind.

All cases share one type: what a case does not use is there with numbers that do nothing, and costs no compilation.
"""

import numpy as np
import pytest

from kernels import devices, update

from .contracts import everything
from .crosspoints import KEPT, PAIR, POINTS, TIME, CrossPoint
from .family import Algorithm
from .layers import Setup, gradients, kernel, learn, naive
from .states import S0, equal_cells, spread_cells
from .zscore import agree

IDLE = {"fate": {}, "half": (0.0, 0.1, "either"), "diary": KEPT}


def idle(point):
    return point._replace(**{name: v for name, v in IDLE.items() if getattr(point, name) is None})


def setup(point, **changes):
    return Setup(devices.SoftBounds, point=idle(point))._replace(**changes)


def half_stuck():
    """Pairs of 5 x 4 cells, in every third of which the plus device is stuck at 0.25."""
    parameters = spread_cells(devices.SoftBounds, 10, 4, 3) | {"shift": 0.0}
    stuck = np.arange(40) % 3 == 0
    stuck[20:] = False
    parameters["v_min"].reshape(-1)[stuck] = 0.25
    parameters["v_max"].reshape(-1)[stuck] = np.nextafter(0.25, 1.0)
    return parameters


EVERY = pytest.mark.parametrize("point", POINTS.values(), ids=POINTS)
OFTEN = PAIR._replace(refresh_at=0.3)
TWINS = {name: setup(point) for name, point in POINTS.items()} | {
    "a pair that is refreshed often": setup(OFTEN, rate=0.3),
    "equal cells": setup(OFTEN, rate=0.3, parameters=equal_cells(devices.SoftBounds)),
    "pairs of a stuck device that are refreshed": setup(OFTEN, rate=0.3, parameters=half_stuck()),
    "without c2c": setup(POINTS["pair both"], c2c=0.0),
    "everything at once": setup(OFTEN._replace(noise=0.02, fate=TIME, half=(0.2, 0.2, "either")), rate=0.2),
    "tiki-taka": setup(
        OFTEN._replace(noise=0.01, fate=TIME, half=(0.1, 0.3, "down")), auxiliary=devices.Constant, rows=2, rate=0.1,
        transfer_rate=1.5,
    ),
    "whole pulses": setup(
        OFTEN._replace(noise=0.01, fate=TIME, half=(0.1, 0.3, "either")), algorithm=Algorithm("mixed_precision"),
        rows=2, rate=0.1,
    ),
}  # fmt: skip


def pairs(layer, tile):
    """Each array of the kernels with the twin's."""
    return [(layer.tile.c, tile.c)] + ([(layer.tile.a, tile.a)] if hasattr(tile, "a") else [])


@pytest.mark.parametrize("name", TWINS)
def test_the_twin_agrees(name):
    """Normals are float32 ones, 3e-7 of themselves, in the kernels: 1e-8 a pulse or a draw."""
    case, n = TWINS[name], 12
    layer, tile = kernel(case), naive(case)
    xs, ds = gradients(case, n)
    learn(layer, xs, ds, step=7)
    for k in range(n):
        tile.learn(7 + k, xs[k], ds[k])
    for ours, twin in pairs(layer, tile):
        np.testing.assert_allclose(ours.w, twin.w, rtol=0, atol=3e-6)
        np.testing.assert_allclose(ours.cell.v.reshape(-1), np.ravel(twin.cell.v), rtol=0, atol=3e-6)
        found = [ours.stats[place] for place in (update.UP, update.DOWN, update.SATURATED, update.REFRESHES)]
        assert found == [twin.up, twin.down, twin.saturated, twin.refreshes]
        counted = np.moveaxis(np.array(twin.pulses), -1, 0).reshape(2, -1)
        assert np.array_equal(ours.diary.counts, counted) and ours.cell.turn[0] == twin.cell.turn
        logged = ours.diary.events[0, : ours.diary.used[0]]
        places = [(step, i * case.n_out + j, signed) for step, i, j, signed, _ in twin.events]
        assert sorted(map(tuple, logged)) == sorted(places)
    assert ("refreshed" in name) <= (layer.tile.c.stats[update.REFRESHES] > 3)


def summed(array, point):
    v = array.cell.v.reshape(len(point.shares), *array.w.shape)
    return point.seen(v) + (array.cell.drawn.reshape(array.w.shape) if array.cell.drawn.size else 0)


@EVERY
def test_the_weight_is_the_sum_of_the_states(point):
    """After updates, time and disturbances, to the bit; and every state stays in its bounds."""
    case = setup(point, rate=0.5, c2c=1.0)
    case = case._replace(point=case.point._replace(fate=TIME, half=(0.2, 0.5, "either")))
    layer = kernel(case)
    for k in range(20):
        learn(layer, *(v[k : k + 1] for v in gradients(case, 20)), step=k)
        array = layer.tile.c
        assert array.w.tobytes() == summed(array, point).tobytes()
        cells = array.dev.cells
        assert np.all(array.cell.v >= cells.w_min) and np.all(array.cell.v <= cells.w_max)
    assert array.stats[:2].sum() > 200


@EVERY
def test_up_raises_and_down_lowers(point):
    """One pulse on every cell, without noise; a pair pulsed one never lowers a device."""
    point = point._replace(noise=0.0, refresh_at=0.0, shares=point.shares * (3 if point.shares == (1.0,) else 1))
    if len(set(point.shares)) == 1:
        point = point._replace(shares=(1 / 3,) * 3, route="in turn")
    for sign in (-1.0, 1.0):
        layer = kernel(setup(point, rate=S0, c2c=0.0))
        before, v = layer.tile.c.w.copy(), layer.tile.c.cell.v.copy()
        learn(layer, np.ones((1, 5)), np.full((1, 4), sign))
        assert np.all((layer.tile.c.w - before) * sign < 0)
        moved = (layer.tile.c.cell.v - v).reshape(-1, 20)
        pushed = {"by sign": [0, 1], "both": [-1, 1], "in turn": [-1, 0, 0]}[point.route]
        expected = {-1.0: {"by sign": [1, 0], "both": [1, -1], "in turn": [1, 0, 0]}[point.route], 1.0: pushed}[sign]
        assert np.array_equal(np.sign(moved), np.array(expected)[:, None] * np.ones(20))


@EVERY
def test_without_pulses_nothing_changes(point):
    for rate, x, d in ((0.0, 1.0, 1.0), (0.1, 0.0, 1.0), (0.1, 1.0, 0.0)):
        layer = kernel(setup(point, rate=rate))
        before = [v.tobytes() for v in state(layer)]
        learn(layer, np.full((3, 5), x), np.full((3, 4), d))
        assert [v.tobytes() for v in state(layer)] == before and layer.tile.c.cell.turn[0] == 0


def state(layer):
    c = layer.tile.c
    return [*everything(layer), c.cell.v, c.cell.drawn, c.clock.since, c.diary.counts]


@EVERY
@pytest.mark.parametrize("dtype", ["f4", "f8"])
def test_chunks_are_the_whole(point, dtype):
    case = setup(point._replace(fate=TIME, half=(0.2, 0.3, "either")), rate=0.2)
    whole, parts = kernel(case, dtype), kernel(case, dtype)
    xs, ds = gradients(case, 12)
    learn(whole, xs, ds, step=50)
    for first, last in ((0, 1), (1, 6), (6, 12)):
        learn(parts, xs[first:last], ds[first:last], step=50 + first)
    assert all(np.array_equal(a, b) for a, b in zip(state(whole), state(parts), strict=True))
    assert whole.tile.c.w.dtype == dtype


def test_float32_is_float64_rounded():
    """Noise of w in float32 has the same normals; the states differ by the rounding of pulses, 2^-24 each."""
    case = setup(POINTS["three in turn"])
    narrow, wide = kernel(case, "f4"), kernel(case, "f8")
    for layer in (narrow, wide):
        learn(layer, *gradients(case, 8))
    pulses = narrow.tile.c.stats[:2].sum() / 20 * 3
    assert narrow.tile.c.stats.tolist() == wide.tile.c.stats.tolist()
    np.testing.assert_allclose(narrow.tile.c.w, wide.tile.c.w, rtol=0, atol=pulses * 2.0**-24)


def test_each_write_goes_to_the_next_device():
    case = setup(POINTS["three in turn"], c2c=0.0, rate=S0)
    layer = kernel(case)
    for turn in range(7):
        before = layer.tile.c.cell.v.copy()
        learn(layer, np.ones((1, 5)), np.ones((1, 4)), step=turn)
        moved = (layer.tile.c.cell.v != before).reshape(3, 20)
        assert moved[turn % 3].all() and moved.sum() == 20
    learn(layer, np.zeros((1, 5)), np.ones((1, 4)), step=7)  # no write, nobody's turn
    assert layer.tile.c.cell.turn[0] == 7 == layer.tile.c.stats[update.WRITES]


def test_write_noise_has_its_spread_and_is_drawn_at_writes_only():
    """40,000 draws: z of mean and variance; the states are those of the array without noise."""
    case = setup(CrossPoint(noise=0.02), n_in=200, n_out=200, rate=S0)
    silent = case._replace(point=case.point._replace(noise=1e-300))
    layer, quiet = kernel(case), kernel(silent)
    xs, ds = np.ones((2, 200)), np.ones((2, 200))
    for each in (layer, quiet):
        learn(each, xs[:1], ds[:1])
    noise = layer.tile.c.w - quiet.tile.c.w
    agree(noise.mean(), 0.0, 0.02**2, noise.size)
    agree((noise**2).mean(), 0.02**2, 2 * 0.02**4, noise.size)
    assert np.array_equal(layer.tile.c.cell.v, quiet.tile.c.cell.v)
    kept = layer.tile.c.w.copy()
    learn(layer, xs[1:] * (np.arange(200) < 100), ds[1:], step=1)
    changed = layer.tile.c.w != kept
    assert changed[:100].all() and not changed[100:].any()


def refreshed(v_plus, v_minus, **changes):
    """One pulse up on a pair of these states; bounds -1 and 1."""
    parameters = equal_cells(devices.SoftBounds, v_min=-1.0, v_max=1.0, shift=0.0)
    point = PAIR._replace(**({"refresh_at": 0.75, "reset_std": 0.0} | changes))
    layer = kernel(setup(point, n_in=1, n_out=1, c2c=0.0, rate=S0, parameters=parameters))
    layer.tile.c.cell.v[:] = [[v_plus], [v_minus]]
    learn(layer, np.ones((1, 1)), -np.ones((1, 1)))
    return layer.tile.c


@pytest.mark.parametrize(("plus", "minus", "is_refreshed"), [
    (0.6, 0.6, True), (0.6, 0.4, False), (0.4, 0.6, False), (0.48, 0.9, False), (0.9, 0.51, True),
])
def test_a_pair_is_refreshed_where_both_states_are_high(plus, minus, is_refreshed):
    """refresh_at = 0.75 of -1 .. 1 is 0.5, after the write."""
    array = refreshed(plus, minus)
    assert array.stats[update.REFRESHES] == is_refreshed
    assert (array.cell.v.min() == -1.0) == is_refreshed


@pytest.mark.parametrize(("plus", "minus"), [(0.9, 0.6), (0.6, 0.9), (0.7, 0.7)])
def test_a_refresh_keeps_the_weight(plus, minus):
    """To within a step of the device, upward in size; every pulse of it is counted; the clock begins anew."""
    before = refreshed(plus, minus, refresh_at=0.0).w[0, 0]
    array = refreshed(plus, minus, fate=TIME | {"loss": 0.0, "diffusion": 0.0, "rest": 0.0, "nu": 1e-9})
    largest = S0 * 2  # the up step at the lower bound
    assert 0 <= abs(array.w[0, 0]) - abs(before) <= largest and array.w[0, 0] * before > 0
    assert array.stats[:2].tolist() == array.diary.counts.sum(axis=1).tolist() and array.stats[update.UP] > 1
    assert array.clock.since.tolist() == [1, 1]


@pytest.mark.parametrize("dtype", ["f4", "f8"])
@pytest.mark.parametrize("stuck", [0, 1])
def test_a_pair_with_a_stuck_device_is_never_refreshed(stuck, dtype):
    """Else it would be so at every write, at the price of its whole budget: no reset brings such a device down."""
    low, high = np.array([[-1.0], [-1.0]], dtype), np.array([[1.0], [1.0]], dtype)
    low[stuck] = 0.9
    high[stuck] = np.nextafter(low[stuck], np.dtype(dtype).type(1))
    parameters = equal_cells(devices.SoftBounds, v_min=low, v_max=high, shift=0.0)
    point = PAIR._replace(refresh_at=0.3, reset_std=0.0)
    layer = kernel(setup(point, n_in=1, n_out=1, c2c=0.0, rate=S0, parameters=parameters), dtype)
    array = layer.tile.c
    array.cell.v[:] = [[0.7], [0.8]]
    array.cell.v[stuck] = array.dev.cells.w_max[stuck]
    for step in range(5):
        learn(layer, np.ones((1, 1)), -np.ones((1, 1)), step=step)
    assert array.stats[update.REFRESHES] == 0 and array.stats[:2].sum() == 5


def test_a_refresh_ends_with_its_budget():
    array = refreshed(0.95, 0.55, budget=3)
    assert array.stats[:2].tolist() == [1 + 3, 0]
