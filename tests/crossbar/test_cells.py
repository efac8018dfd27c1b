"""Specs of cells, stuck devices, retention and half-select: what they build, keep and refuse."""

import numpy as np
import pytest

import crossbar as xb
from crossbar.errors import SpecError
from crossbar.keeping import Kept
from tests.kernels.zscore import agree, kolmogorov

DEVICE = xb.SoftBounds(step=0.02, c2c=0.3, step_d2d=0.2)
KEEPS = xb.Retention(diffusion=1e-4, lifetime=50.0, drift=0.05, drift_reference=True)
LITTLE = {"write_noise": 0.5, "retention": KEEPS, "half_select": xb.HalfSelect(probability=0.1)}
KINDS = {
    "pair one": xb.DifferentialPair(device=DEVICE, refresh_at=0.3, reset_std=0.01),
    "pair both": xb.DifferentialPair(device=DEVICE, pulsed="both"),
    "pair of PCM": xb.DifferentialPair(device=DEVICE.replace(polarity="up")),
    "multi": xb.MultiDevice(device=DEVICE, devices=3),
}
EVERY = pytest.mark.parametrize("cell", KINDS.values(), ids=KINDS)


def tile(device, rate=0.1, n_in=5, n_out=4, **about):
    return xb.Tile(n_in, n_out, xb.SGD(learning_rate=rate, c=device), seed=2, **about)


def wide(cell):
    """With spreads of the bounds, so that devices of one cell differ."""
    return cell.replace(device=cell.device.replace(w_min_d2d=0.2, w_max_d2d=0.2))


def refused(make, *parts):
    with pytest.raises(SpecError) as caught:
        make()
    assert [part for part in parts if part not in str(caught.value)] == [], str(caught.value)


@EVERY
def test_weights_are_set_as_asked(cell):
    """Within the window of both devices every weight is had, whatever their bounds: to a rounding of either state."""
    made = tile(wide(cell), n_in=30, n_out=20)
    asked = np.random.default_rng(1).uniform(-0.3, 0.3, (30, 20)).astype("f4")
    given = made.set_weights(asked)
    np.testing.assert_allclose(given, asked, rtol=0, atol=2.0**-22)
    assert np.array_equal(given, made.array_weights())
    v, cells = made.states(), made.arrays["c"].dev.cells.reshape(-1, 30, 20)
    assert np.all(v >= cells.w_min) and np.all(v <= cells.w_max)


@EVERY
def test_bounds_and_states_are_those_of_the_weight(cell):
    pair = cell.kind == "pair"
    assert (cell.w_min, cell.w_max) == pytest.approx((-2.0, 2.0) if pair else (-1.0, 1.0))
    step = {"pair one": 0.02, "pair of PCM": 0.02, "pair both": 0.04, "multi": 0.02 / 3}
    assert cell.granularity == pytest.approx(next(step[k] for k, v in KINDS.items() if v is cell))
    assert cell.n_states == pytest.approx((cell.w_max - cell.w_min) / cell.granularity)


def test_a_pair_begins_as_low_as_it_can():
    """One device of a pair pulsed "one" sits at its bound, where there is room to go up."""
    made = tile(wide(KINDS["pair one"]))
    low = made.arrays["c"].dev.cells.w_min.reshape(2, 5, 4)
    assert np.all((made.states() <= low + 2.0**-23).any(axis=0))


def shares_of(stuck, rows=200):
    device = DEVICE.replace(stuck=stuck)
    return tile(device, n_in=rows, n_out=rows).arrays["c"].dev.cells


def test_the_share_of_stuck_cells_is_as_asked():
    """Binomial over 40,000 cells; they are uniform over the range (Kolmogorov and Smirnov)."""
    cells = shares_of(0.3)
    stays = cells.w_max - cells.w_min < 1e-6
    agree(stays.mean(), 0.3, 0.3 * 0.7, stays.size)
    assert kolmogorov(cells.w_min[stays], lambda v: (v + 1) / 2) > 1e-6
    assert np.all(cells.w_min[~stays] == -1) and np.all(cells.w_max[~stays] == 1)


def test_no_other_spread_moves_where_cells_are_stuck():
    without = DEVICE.build(20, 20, np.random.default_rng(3)).cells
    stuck = DEVICE.replace(stuck=0.3).build(20, 20, np.random.default_rng(3)).cells
    assert np.array_equal(without.b_up, stuck.b_up) and np.array_equal(without.b_dn, stuck.b_dn)


@pytest.mark.parametrize("device", [
    DEVICE.replace(stuck=0.5), xb.PowStep(step=0.02, p_up=1.5, p_down=0.5, stuck=0.5),
    xb.Table(step=0.02, up=(1.0, 0.5), down=(0.5, 1.0), stuck=0.5),
    xb.ExpStep(step=0.02, A_up=0.4, A_down=0.5, gamma_up=0.9, gamma_down=0.8, stuck=0.5),
], ids=lambda d: d.kind)  # fmt: skip
def test_stuck_cells_stay_within_one_unit_in_the_last_place(device):
    """Under a staircase of pulses both ways; the others move."""
    found = xb.pulse_response(device, up=40, down=40, devices=60, seed=1, start=0.0).weights
    span = np.ptp(found, axis=0)
    stays = span <= np.spacing(np.abs(found).max(axis=0).astype("f4"))
    assert 15 < stays.sum() < 45 and np.all(span[~stays] > 0.1) and np.all(np.isfinite(found))


@pytest.mark.parametrize(("make", "parts"), [
    (lambda: tile(DEVICE.replace(polarity="up")),
     ['algorithm.c.polarity: must be "both" for a device that stands alone (got "up"); put it into a pair']),
    (lambda: xb.DifferentialPair(device=DEVICE.replace(polarity="up"), pulsed="both"),
     ['DifferentialPair.pulsed: must be "one" where device.polarity is "up" (got "both");']),
    (lambda: DEVICE.replace(polarity="up", half_select=xb.HalfSelect(probability=0.1)),
     ['half_select.direction: must be "up" where polarity is "up" (got "either");']),
    (lambda: DEVICE.replace(polarity="up", half_select=xb.HalfSelect(probability=0.1, direction="down")),
     ['half_select.direction: must be "up" where polarity is "up" (got "down");']),
    (lambda: xb.MultiDevice(device=DEVICE.replace(polarity="up"), devices=2),
     ['MultiDevice.device.polarity: must be "both" (got "up");', "need a pair"]),
    (lambda: xb.Tile(5, 4, xb.SGD(learning_rate=0.1, c=KINDS["multi"]), pulses=xb.Pulses(kind="exact")),
     ['algorithm.c.kind: must be a single device where weights are written exactly (got "multi"); write this array']),
    (lambda: xb.Tile(5, 4, xb.SGD(learning_rate=0.1, c=DEVICE.replace(half_select=xb.HalfSelect(probability=0.1))),
                     pulses=xb.Pulses(kind="implicit")),
     ["algorithm.c.half_select: cannot act here", "no trains in which a line fires alone"]),
    (lambda: DEVICE.replace(retention=xb.Retention(drift=0.1)),
     ["SoftBounds.retention.drift: must have a conductance to act on, g_min and g_max (got drift = 0.1 without);"]),
    (lambda: xb.Retention(lifetime=0.5), ["Retention.lifetime: must be > 1 sample", "(got 0.5)"]),
    (lambda: DEVICE.replace(retention=xb.Retention(lifetime=9.0, rest=1.5)),
     ["SoftBounds.retention.rest: must lie within w_min = -1 and w_max = 1 (got 1.5)"]),
    (lambda: xb.Retention(rest=0.1), ["Retention.rest: cannot act here", "lifetime = 0"]),
    (lambda: xb.Retention(drift_t0=2.0), ["Retention.drift_t0: cannot act here", "drift = 0"]),
    (lambda: xb.Retention(diffusion_d2d=0.1), ["Retention.diffusion_d2d: cannot act here", "diffusion = 0"]),
    (lambda: xb.HalfSelect(step=0.1), ["HalfSelect.step: cannot act here", "probability = 0"]),
    (lambda: xb.HalfSelect(probability=1.5), ["HalfSelect.probability: must be between 0 and 1 (got 1.5)"]),
    (lambda: xb.DifferentialPair(device=DEVICE, reset_std=0.1), ["reset_std: cannot act here", "refresh_at = 0"]),
    (lambda: xb.DifferentialPair(device=DEVICE, pulsed="both", refresh_at=0.5), ["refresh_at: cannot act here"]),
    (lambda: xb.MultiDevice(device=DEVICE, devices=1), ["MultiDevice.devices: must be between 2 and 64 (got 1)"]),
    (lambda: xb.SoftBounds(stuck=1.5), ["SoftBounds.stuck: must be between 0 and 1 (got 1.5)"]),
    (lambda: tile(DEVICE.replace(retention=xb.Retention(lifetime=1e7))),
     ["SoftBounds.retention.lifetime: must be at most 1.049e+06 samples", "(got 1e+07)", 'dtype = "float64"']),
    (lambda: tile(DEVICE.replace(retention=xb.Retention(diffusion=1e-9))),
     ["SoftBounds.retention.diffusion: must be at least 3e-08", "(got 1e-09)", 'dtype = "float64"']),
])  # fmt: skip
def test_what_cannot_be_meant_is_refused(make, parts):
    refused(make, *parts)


def test_float64_holds_what_float32_does_not():
    keeps = xb.Retention(lifetime=1e7, diffusion=1e-9)
    assert tile(DEVICE.replace(retention=keeps), dtype="float64").arrays["c"].clock.fate.loss == 1e-7


def test_the_reference_of_the_drift():
    """Conductance drifts to zero conductance, or the weight with its reference to 0."""
    device = DEVICE.replace(g_min=1e-6, g_max=5e-6, retention=xb.Retention(drift=0.1, drift_t0=2.0))
    own = tile(device, clock=xb.Clock(sample_period=0.5)).arrays["c"].clock
    assert device.conductances(float(own.fate.origin[0, 0])) == pytest.approx(0, abs=1e-12) and own.start == 4.0
    both = device.replace(retention=xb.Retention(drift=0.1, drift_reference=True))
    assert tile(both).arrays["c"].clock.fate.origin[0, 0] == 0


def network():
    """A compound cell that ages and is disturbed, its pulses counted."""
    cell = xb.DifferentialPair(device=DEVICE.replace(**LITTLE), refresh_at=0.3, reset_std=0.01)
    made = xb.MLP([4, 3, 2], xb.SGD(learning_rate=0.2, c=cell), seed=3, kept=Kept(counted=True))
    rng = np.random.default_rng(5)
    return made, rng.uniform(-1, 1, (12, 4)), np.eye(2)[rng.integers(0, 2, 12)]


def trained(made, x, t, first, last):
    made.train(x, t, np.arange(first, last), first, np.zeros(2))
    return {name: value.copy() for name, value in made.state_arrays().items()}


def test_a_checkpoint_holds_all_of_it():
    """Resumed = uninterrupted, with states, turns, noise, ages and counts."""
    whole = trained(*network(), 0, 12)
    half = trained(*network(), 0, 6)
    for name in ("cell.v", "cell.turn", "cell.drawn", "clock.since", "diary.counts"):
        assert f"layer0.tile.c.{name}" in half, sorted(half)
    made, x, t = network()
    made.restore(half)
    resumed = trained(made, x, t, 6, 12)
    assert all(resumed[name].tobytes() == whole[name].tobytes() for name in whole)
    assert half["layer0.tile.c.cell.v"].tobytes() != whole["layer0.tile.c.cell.v"].tobytes()


def test_the_epoch_is_its_composed_pieces():
    (one, x, t), (other, _, _) = network(), network()
    fused = trained(one, x, t, 0, 6)
    for step in range(6):
        other.train_composed(x[step], t[step], step)
    found = other.state_arrays()
    same = [name for name in fused if "tile." in name]
    assert same and all(found[name].tobytes() == fused[name].tobytes() for name in same)


def test_set_weights_writes_anew():
    """The noise of the last write and the age of the devices go."""
    made = tile(DEVICE.replace(**LITTLE), kept=Kept(counted=True))
    made.update(np.ones((3, 5)), np.ones((3, 4)))
    made.update(np.zeros((3, 5)), np.ones((3, 4)))
    array = made.arrays["c"]
    assert array.cell.drawn.all() and array.clock.since.all()
    given = made.set_weights(np.zeros((5, 4)))
    assert not given.any() and not array.cell.drawn.any() and not array.clock.since.any()
