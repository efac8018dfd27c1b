"""Mean requests and updates, and the pulses that scatter about them.  docs/theory.md (11.2)."""

import numpy as np
import pytest

import crossbar as xb
from crossbar.analysis.asymmetry import response_of
from crossbar.analysis.mean_field import MeanArray, mean_array, requests, update
from tests.naive import laws, mean_field
from tests.naive.philox import Place
from tests.naive.pulses import Scheme

RNG = np.random.default_rng(5)
X, D = RNG.uniform(-1, 1, 6), RNG.normal(0, 0.5, 4)
KNOBS = {
    "managed": ({}, {}),
    "saturated": ({"max_length": 3}, {"max_length": 3}),
    "fixed": ({"bl_management": False, "update_management": False},
              {"length_management": False, "update_management": False}),
    "balanced": ({"bl_management": False}, {"length_management": False}),
    "resolved": ({"resolution": 0.05}, {"resolution": 0.05}),
    "by_chance": ({"resolution": 0.05, "rounding": "stochastic"}, {}),
}  # fmt: skip


@pytest.mark.parametrize(("ours", "twin"), KNOBS.values(), ids=KNOBS)
def test_an_update_is_that_of_the_naive_twin(ours, twin):
    device, w = xb.SoftBounds(af=1.5, step=0.01, w_min=-0.9, w_max=1.2), RNG.uniform(-0.8, 0.9, (6, 4))
    naive = mean_field.MeanArray(w, laws.asymmetric, {"af": 1.5, "s0": 0.01, "v_min": -0.9, "v_max": 1.2},
                                 (-0.9, 1.2), 0.01, Scheme(**twin))  # fmt: skip
    array = MeanArray(w.copy(), response_of(device), xb.Pulses(**ours))
    x = np.where(np.arange(6) == 2, 0, X)
    for _ in range(3):
        naive.learn(x, D, 0.2, Place((1, 2), 0))
        array.learn(x, D, 0.2)
    assert array.w == pytest.approx(np.array(naive.w), abs=1e-14) and (array.w != w).any()


def test_without_limits_a_request_is_the_gradient():
    found = requests(X[:, None], D[None], 0.02, 0.001, xb.Pulses(max_length=63))
    assert found == pytest.approx(-0.02 * np.outer(X, D), rel=1e-12)


def test_large_errors_saturate_and_rows_do_not():
    """-eta x sign(d) min(|d|, D BL_max/k), PHYSICS 3.6; k = 0.02 X D/0.001 > 3."""
    k = 0.02 * np.abs(X).max() * np.abs(D).max() / 0.001
    capped = np.sign(D) * np.minimum(np.abs(D), np.abs(D).max() * 3 / k)
    found = requests(X[:, None], D[None], 0.02, 0.001, xb.Pulses(max_length=3))
    assert k > 3 and found == pytest.approx(-0.02 * np.outer(X, capped), rel=1e-12)


def test_rows_of_a_transfer_are_updates_of_their_own():
    d = np.array([[0.5, -0.1], [0.0, 0.0], [0.01, 0.02]])
    found = requests(np.ones((3, 1)), d, 0.1, 0.001, xb.Pulses(max_length=10))
    each = [requests(np.ones((1, 1)), row[None], 0.1, 0.001, xb.Pulses(max_length=10))[0] for row in d]
    assert found == pytest.approx(np.array(each), rel=1e-12) and (found[1] == 0).all()


@pytest.mark.parametrize("kind", ["implicit", "mean_count"])
def test_deterministic_counts_on_ideal_devices_are_the_engine_s(kind):
    pulses = xb.Pulses(kind=kind)
    algorithm = xb.SGD(learning_rate=0.2, c=xb.ConstantStep(step=0.01))
    tile = xb.Tile(6, 4, algorithm, pulses=pulses, dtype="float64", seed=3)
    array = mean_array("c", tile.algorithm.c, tile.arrays["c"], pulses)
    before = array.w.copy()
    tile.update(X[None], D[None])
    array.learn(X, D, 0.2)
    assert array.w == pytest.approx(tile.weights, abs=1e-14) and (array.w != before).any()


@pytest.mark.parametrize("n", [1, 4, 20])
@pytest.mark.parametrize("up", [True, False])
def test_whole_pulses_stay_within_dw_squared_over_tau(n, up):
    """|w' - U(w, dw)| <= dw^2/tau for dw = n s0, and for n > 1 not much less than that: the bound says something."""
    tau, s0, w = 0.8, 0.01, 0.3
    device = xb.SoftBounds(step=s0, w_min=-tau, w_max=tau)
    pulses = (n, 0) if up else (0, n)
    engine = xb.pulse_response(device, *pulses, devices=1, start=w).weights[-1, 0]
    dw = n * s0 * (1 if up else -1)
    gap = abs(engine - update(response_of(device), w, dw))
    assert gap <= dw**2 / tau + 1e-15
    assert n == 1 or gap > 0.05 * dw**2 / tau


@pytest.mark.statistics
@pytest.mark.parametrize("sign", [1, -1])
def test_one_stochastic_update_scatters_as_theory_says(sign):
    """sqrt(s0 |dw| (1 - p)) q about U(w, dw): 40,000 cells of independent rows and one column.

    Their standard deviation is known to sqrt(1/(2 n)) = 0.4 %.  The column fires in every slot (its bits are shared):
    d = D, k = BL = 4.
    """
    n, s0, w, tau, rate = 40_000, 1e-3, 0.3, 1.0, 4e-3
    device = xb.SoftBounds(step=s0, w_min=-tau, w_max=tau)
    tile = xb.Tile(n + 1, 1, xb.SGD(learning_rate=rate, c=device), dtype="float64", seed=11)
    tile.set_weights(np.full((n + 1, 1), w))
    x = np.append(np.full(n, 0.5), 1.0)  # the last row alone fires in every slot
    tile.update(x[None], np.array([[float(sign)]]))
    found, dw, p = tile.weights[:n, 0], -sign * rate * 0.5, 0.5
    q_up, q_dn = response_of(device).q(w)
    q = q_dn if sign > 0 else q_up
    spread = np.sqrt(s0 * abs(dw) * (1 - p)) * q
    assert abs(found.mean() - update(response_of(device), w, dw)) < 5 * spread / np.sqrt(n) + dw**2 / tau
    assert found.std() == pytest.approx(spread, rel=5 * np.sqrt(0.5 / n) + rate / tau)


def test_bounds_hold():
    array = MeanArray(np.array([[0.99, -0.99]]), response_of(xb.ConstantStep()), xb.Pulses(kind="exact"))
    array.learn(np.array([-1.0]), np.array([1.0, -1.0]), 0.5)
    assert array.w.tolist() == [[1.0, -1.0]]
    assert update(response_of(xb.ConstantStep()), 0.9, 0.3) == 1.0


@pytest.mark.parametrize(
    ("device", "said"),
    (
        (xb.DifferentialPair(device=xb.SoftBounds()), "a.kind: must be left out .* one device a weight .got \"pair\""),
        (xb.SoftBounds(retention=xb.Retention(lifetime=100.0)), "a.retention: .* it knows no time"),
        (xb.SoftBounds(half_select=xb.HalfSelect(probability=0.1)), "a.half_select: "),
        (xb.PowStep(p_up=1.5, p_down=1.0, step_d2d=0.3), "a: must have equal cells where a law is tabulated"),
    ),
)
def test_what_has_no_mean_field_is_said(device, said):
    tile = xb.Tile(2, 2, xb.SGD(learning_rate=0.1, c=device))
    with pytest.raises(xb.SpecError, match=said):
        mean_array("a", device, tile.arrays["c"], xb.Pulses())
