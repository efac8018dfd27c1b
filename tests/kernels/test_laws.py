"""Device laws: one pulse is the textbook's, many pulses follow the closed forms, updates follow the mean field."""

import numpy as np
import pytest

from kernels import devices
from tests.naive import mean_field, philox
from tests.naive.laws import soft_bounds
from tests.naive.philox import Place

from .layers import KEY, Setup, kernel, learn, probed
from .states import DEVICES, S0, equal_cells, twin
from .zscore import agree

EVERY = pytest.mark.parametrize("device", DEVICES, ids=lambda d: d.__name__)
EPS = 2.0**-52


@EVERY
@pytest.mark.parametrize("up", [True, False], ids=["up", "down"])
@pytest.mark.parametrize("c2c", [0.0, 0.5])
def test_one_pulse_is_the_textbook_law(device, up, c2c):
    """At 41 places of the range, both ends among them; |d| = s0/rate asks for exactly one pulse.

    Without noise the two differ by rounding; with it by the float32 normal, 1e-5 of a step c2c s.
    """
    p = equal_cells(device)
    start = np.linspace(p["v_min"], p["v_max"], 41)[None].astype(np.float32) - np.float32(p["shift"])
    setup = Setup(device, n_in=1, n_out=41, rate=S0, c2c=c2c, parameters=p, weights=start, index=2)
    layer, cell = kernel(setup), twin(device, p, c2c)
    learn(layer, [[1.0]], [[-1.0 if up else 1.0] * 41], step=9)
    z = [philox.normal(Place(KEY, 9, 2), philox.C2C, m) for m in range(41)]
    expected = [cell.pulse(0, 0, float(w), up, v) for w, v in zip(start[0], z, strict=True)]
    np.testing.assert_allclose(layer.tile.c.w[0], expected, rtol=0, atol=4 * EPS if c2c == 0 else 1e-5 * 0.5 * 2 * S0)
    assert layer.tile.c.stats[:2].tolist() == ([41, 0] if up else [0, 41])


def test_an_exponential_step_never_turns_round():
    """max(1 - A exp(g u), 0): beyond the weight where the bracket is 0 the step is 0, exactly."""
    p = equal_cells(devices.Exponential, A_up=0.5, A_dn=2.0)
    start = np.linspace(-0.5, 0.5, 9, dtype=np.float32)[None]
    for up in (True, False):
        layer = kernel(Setup(devices.Exponential, n_in=1, n_out=9, rate=S0, c2c=0.0, parameters=p, weights=start))
        learn(layer, [[1.0]], [[-1.0 if up else 1.0] * 9])
        u = 2 * p["a"] * (start + p["shift"]) / (p["v_max"] - p["v_min"]) + p["b"]
        bent = p["A_up"] * np.exp(p["g_up"] * u) if up else p["A_dn"] * np.exp(-p["g_dn"] * u)
        assert 0 < np.sum(bent > 1) < 9 and np.array_equal(layer.tile.c.w == start, bent > 1)


def soft(step, v_min=-1.0, v_max=1.0, step_dn=None):
    """Soft bounds, and the linear steps that they are."""
    s_dn = step if step_dn is None else step_dn
    return {"s_up": step, "s_dn": s_dn, "v_min": v_min, "v_max": v_max, "shift": 0.0, "gamma_up": 1.0, "gamma_dn": 1.0}


def staircase(device, parameters, start, ups):
    """The weight after each of a series of single pulses on one noiseless device."""
    shape = {"n_in": 1, "n_out": 1, "weights": [[start]], "samples": len(ups)}
    setup = Setup(device, rate=S0, c2c=0.0, parameters=parameters, **shape)
    layer = kernel(setup)
    learn(layer, np.ones((len(ups), 1)), np.where(ups, -1.0, 1.0)[:, None])
    return probed(layer)[0][:, 0, 0]


@pytest.mark.parametrize("af, halfway", [(0, 1.0), (2, 1 - 2 * (1 - 1e-3) ** 4000), (6, 1 - 2 * (1 - 3e-3) ** 4000)])
def test_the_response_of_lee_et_al(af, halfway):
    """4000 pulses up, then 4000 down, from w_min = -1, s0 = 5e-4: fig. 1A; AF 0 is linear, else the closed form."""
    device = devices.SoftBounds if af else devices.Constant
    w = staircase(device, soft(5e-4 * (af or 1)), -1.0, np.arange(8000) < 4000)
    n = np.arange(1, 4001)
    if af:
        up = mean_field.pulse_response(-1.0, n, af * 5e-4, 1.0)
        down = mean_field.pulse_response(w[3999], n, af * 5e-4, -1.0)
    else:
        up, down = np.minimum(-1 + 5e-4 * n, 1), np.maximum(1 - 5e-4 * n, -1)
    assert w[3999] == pytest.approx(halfway, abs=1e-11)  # 4000 roundings
    np.testing.assert_allclose(w, np.concatenate([up, down]), rtol=0, atol=1e-11)


def test_the_response_in_numbers_of_the_paper():
    assert staircase(devices.SoftBounds, soft(1e-3), -1.0, [True] * 4000)[-1] == pytest.approx(0.96344, abs=5e-6)
    assert staircase(devices.SoftBounds, soft(3e-3), -1.0, [True] * 4000)[-1] == pytest.approx(0.99999, abs=5e-6)


@pytest.mark.parametrize("up", [True, False], ids=["up", "down"])
def test_the_general_linear_step(up):
    """b - (b - w)(1 - s/|b|)^n with b = bound/gamma, up to the clip."""
    p = soft(0.01, -0.8, 1.2, 0.02) | {"gamma_up": 0.4, "gamma_dn": 0.7}
    w = staircase(devices.Linear, p, 0.25, [up] * 60)
    s, bound, gamma = (0.01, 1.2, 0.4) if up else (0.02, -0.8, 0.7)
    free = mean_field.pulse_response(0.25, np.arange(1, 61), s, bound, gamma)
    np.testing.assert_allclose(w, np.clip(free, -0.8, 1.2), rtol=0, atol=1e-13)


def test_zero_shifting():
    """Alternating pulses carry soft bounds +-1 to their symmetry point: (w0 + e)(1 - s)^(2n) - e, e = s/(2 - s)."""
    w = staircase(devices.SoftBounds, soft(0.03), 0.75, [True, False] * 200)[1::2]
    np.testing.assert_allclose(w, mean_field.zero_shifting(0.75, 0.03, np.arange(1, 201)), rtol=0, atol=1e-13)


def test_the_symmetry_point():
    """v* = (s_up - s_dn)/(s_up/v_max - s_dn/v_min): there alternating pulses end, but for half a step."""
    p = soft(0.02, -0.7, 1.1, 0.013)
    point = mean_field.soft_symmetry_point(0.02, 0.013, -0.7, 1.1)
    for start in (-0.5, 1.0):
        w = staircase(devices.SoftBounds, p, start, [True, False] * 600)
        assert w[-2] - w[-1] == pytest.approx(0.02 * (1 - point / 1.1), rel=0.02)
        assert (w[-2] + w[-1]) / 2 == pytest.approx(point, abs=0.02**2)  # e = s/2 + O(s^2)


TAU = 0.8
PLACES = np.linspace(-0.75, 0.75, 7, dtype=np.float32)  # exact in float32 too
STEPPED = {"s_up": S0, "s_dn": S0, "v_min": -TAU, "v_max": TAU}


def mean_field_of(w, dw):
    return np.array([mean_field.update(soft_bounds, float(v), dw, S0, **STEPPED) for v in np.ravel(w)])


@pytest.mark.parametrize("n", [1, 2, 5, 12, 31])
@pytest.mark.parametrize("up", [True, False], ids=["up", "down"])
def test_whole_pulses_stay_near_the_mean_field(n, up):
    """|w' - U(w, dw)| <= dw^2/tau for dw = n s0, and not by standing still."""
    setup = Setup(n_in=1, n_out=7, rate=n * S0, c2c=0.0, parameters=soft(S0, -TAU, TAU), weights=PLACES[None])
    layer = kernel(setup)
    learn(layer, [[1.0]], [[-1.0 if up else 1.0] * 7])
    dw = n * S0 * (1 if up else -1)
    gap = np.abs(layer.tile.c.w[0] - mean_field_of(PLACES, dw))
    assert np.all(gap <= dw * dw / TAU + 1e-15) and (n == 1 or gap.max() > 0.1 * dw * dw / TAU)


@pytest.mark.parametrize("k", [0.4, 3.3, 10.5])
def test_trains_stay_near_the_mean_field_in_the_mean(k):
    """The mean over trains lies within dw^2/tau of U(w, dw); one update scatters by sqrt(s0 |dw| (1 - p)) q.

    Exactly: n down pulses give w = (w0 + tau) r^n - tau, r = 1 - s0/tau, and E r^n = (1 - p + p r)^BL.
    40 x 40 cells share 40 + 40 trains, so an array counts as one number: 200 arrays are compared.
    """
    n, repeats, w0, dw = 40, 200, 0.5, -k * S0
    cells, start = soft(S0, -TAU, TAU), np.full((n, n), w0)
    setup = Setup(n_in=n, n_out=n, rate=k * S0, c2c=0.0, parameters=cells, weights=start)
    p, bl, r = k / np.ceil(k), np.ceil(k), 1 - S0 / TAU
    mean = (w0 + TAU) * (1 - p + p * r) ** bl - TAU
    variance = (w0 + TAU) ** 2 * ((1 - p + p * r * r) ** bl - (1 - p + p * r) ** (2 * bl))
    layer, means, squares = kernel(setup), [], []
    for step in range(repeats):
        layer.tile.c.w[:] = w0
        learn(layer, np.ones((1, n)), np.ones((1, n)), step)
        means.append(layer.tile.c.w.mean())
        squares.append(((layer.tile.c.w - mean) ** 2).mean())
    agree(np.mean(means), mean, np.var(means), repeats)
    agree(np.mean(squares), variance, np.var(squares), repeats)
    assert abs(mean - mean_field_of(w0, dw)[0]) <= dw * dw / TAU
    scatter = S0 * abs(dw) * (1 - p) * (1 + w0 / TAU) ** 2  # smaller by e^(-2 |dw|/tau) at the end of the move
    assert scatter * np.exp(-abs(dw) / TAU) == pytest.approx(variance, rel=1.2 * abs(dw) / TAU)


def test_the_asymmetry_factor_scales_mean_and_scatter():
    """`gain` reading: counts are made with s0, every pulse is worth AF s0 (1 -+ w/w_max): E ~ AF."""
    for af in (0.5, 2.0):
        setup = Setup(n_in=1, n_out=7, rate=5 * S0, c2c=0.0, parameters=soft(af * S0, -1, 1), weights=PLACES[None])
        layer = kernel(setup)
        learn(layer, [[1.0]], [[1.0] * 7])
        factor = np.array([mean_field.mismatch_factor(af, float(w), 1, -1, 1) for w in PLACES])
        moved = layer.tile.c.w[0] - PLACES
        np.testing.assert_allclose(moved, -5 * S0 * factor, rtol=0, atol=(5 * af * S0) ** 2)
