"""Response factors of device laws against closed forms and the naive twin."""

import numpy as np
import pytest

import crossbar as xb
from crossbar.analysis.asymmetry import Affine, Tabulated, affine_of, response_factors, response_of, tabulated
from crossbar.response import array_of
from tests.naive import laws, mean_field

W = np.linspace(-0.65, 0.95, 9)
LINEAR = {
    "constant": xb.ConstantStep(step=0.01, imbalance=0.2),
    "linear": xb.LinearStep(gamma_up=0.3, gamma_down=0.9, step=0.002, w_min=-0.7),
    "soft": xb.SoftBounds(af=1.7, step=0.003, imbalance=-0.1, w_min=-0.7, w_max=1.1, c2c=0.3),
    "additive": xb.SoftBounds(af=1.7, c2c=0.3, c2c_form="additive"),
    "counted": xb.SoftBounds(af=3, af_reading="granularity"),
    "shifted": xb.SoftBounds(af=2, reference_offset=0.2),
}
OTHERS = {
    "exponential": xb.ExpStep(A_up=0.1, A_down=0.2, gamma_up=1.0, gamma_down=1.5, a=0.3, b=0.1),
    "power": xb.PowStep(p_up=1.3, p_down=0.7, step=0.01),
    "table": xb.Table(up=[1.0, 0.6, 0.5], down=[0.3, 0.8, 1.2]),
}


@pytest.mark.parametrize("af", [0.0, 0.5, 2.0])
@pytest.mark.parametrize("reading", ["gain", "granularity"])
def test_soft_bounds_have_the_closed_form(af, reading):
    """F = AF, G = AF w/w_max, MF = AF (1 + s w/w_max); AF = 0: 1, 0, 1.  Counted by AF s0 all of it over AF."""
    given = {"af_reading": reading} if af else {}
    response = response_of(xb.SoftBounds(af=af, step=5e-4, w_min=-1.25, w_max=1.25, **given))
    size = 1.0 if reading == "granularity" or not af else af
    slope = size / 1.25 if af else 0.0
    assert response.F(W) == pytest.approx(size, rel=1e-12)
    assert response.G(W) == pytest.approx(slope * W, rel=1e-12)
    for sign in (1, -1, 0):
        assert response.mismatch(W, 3.0 * sign) == pytest.approx(size + sign * slope * W, rel=1e-12)


def test_the_naive_twin():
    cell = {"af": 1.7, "s0": 0.003, "v_min": -0.7, "v_max": 1.1}
    factors = response_factors(xb.SoftBounds(af=1.7, step=0.003, w_min=-0.7, w_max=1.1), W)
    assert pytest.approx([mean_field.F(laws.asymmetric, w, 0.003, **cell) for w in W], rel=1e-12) == factors.F
    assert pytest.approx([mean_field.G(laws.asymmetric, w, 0.003, **cell) for w in W], rel=1e-11) == factors.G
    for sign in (1, -1):
        expected = [mean_field.mismatch_factor(1.7, w, sign, -0.7, 1.1) for w in W]
        assert factors.mismatch(sign) == pytest.approx(expected, rel=1e-12)


@pytest.mark.parametrize("device", LINEAR.values(), ids=LINEAR)
def test_the_affine_form_is_that_of_the_law_s_own_steps(device):
    """Steps over w + step lose 1e-16/1e-4 of themselves."""
    response, table = response_of(device), tabulated(device)
    assert isinstance(response, Affine)
    low, high = float(response.w_min), float(response.w_max)
    w = np.linspace(low, high, 23)
    assert np.array(response.q(w)) == pytest.approx(np.array(table.q(w)), abs=1e-10)


@pytest.mark.parametrize("device", OTHERS.values(), ids=OTHERS)
def test_other_laws_are_tabulated_from_their_steps(device):
    """Linear interpolation between 2049 weights: h^2/8 times a curvature below 10; a kink is cut by less than h."""
    response = response_of(device)
    assert isinstance(response, Tabulated)
    up, down = xb.mean_steps(device, W)
    assert np.array(response.q(W)) == pytest.approx(np.array([up, -down]) / device.pulse_step, abs=1e-5)


@pytest.mark.parametrize("device", [OTHERS["table"], OTHERS["exponential"], xb.ConstantStep(step=0.1)])
def test_a_bound_cuts_no_factor(device):
    """At a bound a step goes nowhere, but q there is that of the law."""
    table = tabulated(device)
    (near, at), (below, bottom) = table.q_up[-2:], table.q_dn[1::-1]
    assert at == pytest.approx(near, rel=0.01) and bottom == pytest.approx(below, rel=0.01) and at > 0 < bottom


@pytest.mark.parametrize("device", [LINEAR["soft"], OTHERS["exponential"], OTHERS["power"]])
def test_the_symmetry_point_is_where_g_is_0(device):
    point = xb.symmetry_point(device)
    assert abs(point) > 1e-3 and response_of(device).G(point) == pytest.approx(0, abs=1e-6)


def test_every_cell_of_an_array_has_its_own():
    device = xb.SoftBounds(step_d2d=0.3, w_max_d2d=0.2, imbalance_std=0.1, reference_std=0.05)
    array = array_of(device, np.zeros(4), 7)[0]
    response, w = affine_of(array.dev, device.pulse_step), np.full((1, 4), 0.1)
    array.w[:] = w
    from crossbar.response import walk

    up = walk(array, np.array([True]))[1] - 0.1
    assert response.q(w)[0][0] * device.pulse_step == pytest.approx(up, rel=1e-9) and np.ptp(up) > 0
    assert response.rows([0]).q(w)[0].shape == (1, 4)


def test_pairs_have_factors_but_no_response():
    pair = xb.DifferentialPair(device=xb.SoftBounds())
    assert response_factors(pair, [0.0]).F > 0
    with pytest.raises(xb.SpecError, match="response_of: device must be a single device"):
        response_of(pair)


def test_bad_input():
    with pytest.raises(xb.SpecError, match="weights must be finite"):
        response_factors(xb.SoftBounds(), [0.0, np.nan])
    with pytest.raises(xb.SpecError, match=r'pulsed both ways .got polarity = "up"'):
        response_of(xb.ConstantStep(polarity="up"))
