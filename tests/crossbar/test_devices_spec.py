"""Device specs: granularity, states in the kernels' form, spreads, siemens."""

from typing import Any, NamedTuple

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from crossbar.devices import ConstantStep, Custom, ExpStep, LinearStep, PowStep, SoftBounds, Table
from crossbar.devices.draws import QUANTITIES
from crossbar.errors import SpecError
from tests.naive import conversion, laws

LAWS = [
    ConstantStep(imbalance=0.1),
    LinearStep(gamma_up=0.1, gamma_down=0.5, w_max=1.2, w_min=-0.8),
    SoftBounds(af=2.0),
    SoftBounds(af=0.0),
    ExpStep(A_up=-1.2, A_down=0.1, gamma_up=5.0, gamma_down=4.0, a=-0.5, b=-0.3),
    PowStep(p_up=1.5, p_down=0.5, w_max=0.5),
    Table(up=[0.0, 1.0, 3.0], down=[2.0, 1.0], w_min=-0.5),
]
names = [f"{device.kind}" for device in LAWS]


def rng(seed=1):
    return np.random.default_rng(seed)


def refused(make, *parts):
    with pytest.raises(SpecError) as caught:
        make()
    assert [part for part in parts if part not in str(caught.value)] == [], str(caught.value)


def textbook(device):
    """The law of a noiseless device in the naive twin's form, and its parameters."""
    common = {"s_up": device.step * (1 + device.imbalance), "s_dn": device.step * (1 - device.imbalance)}
    bounds = {"v_min": device.w_min, "v_max": device.w_max}
    match device:
        case ConstantStep():
            return laws.constant, common
        case LinearStep():
            return laws.linear, common | bounds | {"gamma_up": device.gamma_up, "gamma_dn": device.gamma_down}
        case SoftBounds():
            return laws.asymmetric, bounds | {"af": device.af, "s0": device.step}
        case ExpStep():
            return laws.exponential, common | bounds | {
                "a": device.a,
                "b": device.b,
                "A_up": device.A_up,
                "A_dn": device.A_down,
                "g_up": device.gamma_up,
                "g_dn": device.gamma_down,
            }
        case PowStep():
            return laws.power, common | bounds | {"p_up": device.p_up, "p_dn": device.p_down}
        case Table():
            return laws.table, common | bounds | {"t_up": device.up, "t_dn": device.down}


@pytest.mark.parametrize("device", LAWS, ids=names)
def test_granularity_is_the_mean_step_at_zero(device):
    law, parameters = textbook(device)
    assert device.granularity == pytest.approx(laws.granularity(law, **parameters), rel=1e-12)
    assert device.n_states == pytest.approx((device.w_max - device.w_min) / device.granularity)
    assert device.kind in device.describe()


@pytest.mark.parametrize("af", [0.0, 0.5, 1.0, 6.0])
def test_pulses_are_counted_as_the_reading_of_af_says(af):
    assert SoftBounds(af=af, step=0.01).pulse_step == laws.counting_step(af, 0.01, "gain")
    if af > 0:
        device = SoftBounds(af=af, step=0.01, af_reading="granularity")
        assert device.pulse_step == laws.counting_step(af, 0.01, "granularity")


@pytest.mark.parametrize("device", LAWS[:4], ids=names[:4])
@pytest.mark.parametrize("w", [-0.7, 0.0, 0.4])
def test_the_kernels_form_is_the_textbook_law(device, w):
    law, parameters = textbook(device)
    state = device.build(1, 1, rng(), "float64")
    cell = state.cells[0, 0]
    match type(state).__name__:
        case "Constant":
            up, down = cell.s_up, cell.s_dn
        case "Linear":
            up, down = cell.a_up - cell.b_up * w, cell.a_dn + cell.b_dn * w
        case "SoftBounds":
            up, down = cell.b_up * (cell.w_max - w), cell.b_dn * (w - cell.w_min)
    assert w + up == pytest.approx(law(w, True, 0.0, **parameters), rel=1e-14)
    assert w - down == pytest.approx(law(w, False, 0.0, **parameters), rel=1e-14)


@pytest.mark.parametrize("device", LAWS, ids=names)
@pytest.mark.parametrize("dtype", ["float32", "float64"])
def test_equal_cells_are_one_record(device, dtype):
    state = device.build(3, 5, rng(), dtype)
    spread = device.replace(w_max_d2d=0.1).build(3, 5, rng(), dtype)
    assert state.cells.shape == (1, 1) and spread.cells.shape == (3, 5)
    assert isinstance(state.cells, np.recarray) and state.cells.dtype.isalignedstruct
    assert {state.cells.dtype[name] for name in state.cells.dtype.names} == {np.dtype(dtype)}
    assert state.c2c.dtype == np.dtype(dtype)


def test_the_state_of_every_law_is_its_kernel():
    for device, name in zip(
        LAWS, ["Constant", "Linear", "SoftBounds", "Constant", "Exponential", "Power", "Table"], strict=True
    ):
        assert type(device.build(2, 2, rng())).__name__ == name
    additive = SoftBounds(c2c=1.0, c2c_form="additive")
    assert type(additive.build(2, 2, rng())).__name__ == "LinearAdditive"
    with pytest.raises(SpecError, match=r"c2c_form: cannot act here.*both forms are one"):
        additive.replace(af=0.0)


def test_af_0_is_the_constant_step_cell_by_cell():
    """By definition, with the numbers of the same seed."""
    common = {"step": 0.01, "imbalance": 0.1, "c2c": 0.3} | {k: v for k, v in SPREADS.items() if k != "af_d2d"}
    ideal = SoftBounds(af=0.0, **common).build(6, 7, rng(), "float64")
    constant = ConstantStep(**common).build(6, 7, rng(), "float64")
    assert ideal.cells.tobytes() == constant.cells.tobytes() and ideal.c2c == constant.c2c == 0.3


def test_numbers_of_the_exponential_power_and_table_laws():
    e = LAWS[4].build(1, 1, rng(), "float64")
    assert (e.A_up, e.A_dn, e.g_up, e.g_dn) == (-1.2, 0.1, 5.0, 4.0)
    assert (e.cells.slope[0, 0], e.cells.offset[0, 0]) == (-0.5, -0.3)  # 2a/(w_max - w_min), b
    p = LAWS[5].build(1, 1, rng(), "float64")
    assert (p.p_up, p.p_dn) == (1.5, 0.5)
    t = LAWS[6].build(1, 1, rng(), "float64")
    assert t.t_up.tolist() == [0, 1, 3] and t.t_dn.tolist() == [2, 1]


SPREADS = {"step_d2d": 0.2, "imbalance_std": 0.03, "w_min_d2d": 0.1, "w_max_d2d": 0.15, "af_d2d": 0.1}


def z_of_mean(sample, mean, std):
    return abs(sample.mean() - mean) / (std / np.sqrt(sample.size))


def z_of_std(sample, mean, std):
    """The variance of n normals about a known mean has the relative standard error sqrt(2/n)."""
    return abs(((sample - mean) ** 2).mean() / std**2 - 1) / np.sqrt(2 / sample.size)


def check_normal(sample, mean, std):
    assert z_of_mean(sample, mean, std) < 5
    assert z_of_std(sample, mean, std) < 5


def test_spreads_have_the_means_and_widths_asked_for():
    device = ConstantStep(
        step=0.01, imbalance=0.05, w_min=-0.6, w_max=0.8, **{k: SPREADS[k] for k in list(SPREADS)[:4]}
    )
    cells = device.build(100, 200, rng(), "float64").cells
    gain, shift = (cells.s_up + cells.s_dn) / 0.02, (cells.s_up - cells.s_dn) / 0.02
    check_normal(gain, 1, 0.2)
    check_normal(shift, 0.05, 0.03)
    check_normal(cells.w_min, -0.6, 0.06)
    check_normal(cells.w_max, 0.8, 0.12)
    columns = np.corrcoef([gain.ravel(), shift.ravel(), cells.w_min.ravel(), cells.w_max.ravel()])
    assert np.abs(columns - np.eye(4)).max() < 5 / np.sqrt(gain.size)


def test_a_lognormal_gain():
    cells = ConstantStep(step=1.0, step_d2d=0.7, step_d2d_form="lognormal").build(100, 100, rng(), "float64").cells
    check_normal(np.log(cells.s_up), 0.0, 0.7)
    assert (cells.s_up == cells.s_dn).all()


def test_soft_bounds_follow_the_bounds_of_the_cell():
    """The step at w = 0, b_up w_max or -b_dn w_min, is that of the same cell whose bounds have no spread."""
    bounds = {"w_min_d2d": 0.0, "w_max_d2d": 0.0}
    spread, same = (
        SoftBounds(af=2.0, step=0.01, **SPREADS | changed).build(30, 40, rng(), "float64").cells
        for changed in ({}, bounds)
    )
    np.testing.assert_allclose(spread.b_up * spread.w_max, same.b_up, rtol=1e-15)
    np.testing.assert_allclose(-spread.b_dn * spread.w_min, same.b_dn, rtol=1e-15)
    alone = SoftBounds(af=2.0, step=0.01, w_max=0.5, af_d2d=0.1).build(100, 100, rng(), "float64").cells
    check_normal(alone.b_up, 0.04, 0.004)
    assert (alone.b_up == 2 * alone.b_dn).all()


def test_soft_bounds_hold_four_numbers_a_cell():
    cells = SoftBounds(**SPREADS).build(3, 4, rng()).cells
    assert cells.dtype.names == ("w_min", "w_max", "b_up", "b_dn") and cells.dtype.itemsize == 16


def test_additive_noise_keeps_the_slopes_of_soft_bounds():
    """The form of the noise moves no step: its affine cells say what the four numbers say."""
    four = SoftBounds(af=2.0, c2c=0.3, **SPREADS).build(6, 7, rng(), "float64").cells
    eight = SoftBounds(af=2.0, c2c=0.3, c2c_form="additive", **SPREADS).build(6, 7, rng(), "float64").cells
    for name in four.dtype.names:
        np.testing.assert_array_equal(eight[name], four[name])
    np.testing.assert_allclose(eight.a_up, four.b_up * four.w_max, rtol=1e-15)
    np.testing.assert_allclose(eight.a_dn, -four.b_dn * four.w_min, rtol=1e-15)
    assert (eight.s_up == eight.a_up).all() and (eight.s_dn == eight.a_dn).all()


def test_the_slopes_of_the_linear_step_follow_the_nominal_bounds():
    device = LinearStep(gamma_up=0.4, gamma_down=0.2, w_min=-0.5, w_max=2.0, w_max_d2d=0.2, w_min_d2d=0.2, step_d2d=0.1)
    cells = device.build(30, 40, rng(), "float64").cells
    np.testing.assert_allclose(cells.b_up, cells.a_up * 0.4 / 2.0)
    np.testing.assert_allclose(cells.b_dn, cells.a_dn * 0.2 / 0.5)
    spread = device.replace(gamma_d2d=0.1).build(100, 100, rng(), "float64").cells
    check_normal(spread.b_up / spread.a_up * 2.0, 0.4, 0.04)
    check_normal(spread.b_dn / spread.a_dn * 0.5, 0.2, 0.02)
    assert abs(np.corrcoef((spread.b_up / spread.a_up).ravel(), (spread.b_dn / spread.a_dn).ravel())[0, 1]) < 0.05


def test_no_linear_step_is_negative_within_the_bounds():
    device = LinearStep(gamma_up=1.0, gamma_down=0.9, w_max_d2d=0.3, w_min_d2d=0.3, gamma_d2d=0.1)
    cells = device.build(50, 50, rng(), "float64").cells
    assert (cells.a_up - cells.b_up * cells.w_max).min() > -1e-15
    assert (cells.a_dn + cells.b_dn * cells.w_min).min() > -1e-15
    assert (
        LinearStep(gamma_up=1, gamma_down=1, w_max=0.3, w_min=-0.7).build(1, 1, rng(), "float64").cells[0, 0].w_max
        == 0.3
    )


def test_a_low_draw_is_set_to_one_per_cent_or_refused():
    device = ConstantStep(step=1.0, imbalance=0.5, step_d2d=1.0, w_max_d2d=1.0)
    cells = device.build(50, 50, rng(), "float64").cells
    assert cells.s_up.min() == pytest.approx(0.015) and cells.s_dn.min() == pytest.approx(0.005)
    assert cells.w_max.min() == pytest.approx(0.01)
    refused(
        lambda: device.replace(low_draw="error").build(50, 50, rng()),
        "ConstantStep: all draws of ",
        "must be >= 1 % of the nominal value (got",
        "lower the spread or set low_draw",
    )
    ConstantStep(step_d2d=0.1, low_draw="error").build(5, 5, rng())


@pytest.mark.filterwarnings("error")
@pytest.mark.parametrize(
    "device, dtype, text",
    [
        (SoftBounds(w_max=1e39), "float32", "SoftBounds.w_max: must be a number that float32 holds (got w_max = 1e+39"),
        (SoftBounds(step=1e-50), "float32", "SoftBounds.step: must be a number that float32 holds (got b_up = 1e-50"),
        (SoftBounds(c2c=1e-50), "float32", 'held as 0); set dtype = "float64", or give another value.'),
        (PowStep(p_up=1e-60, p_down=0.0), "float32", "PowStep.p_up: must be"),
        (Table(up=[1, 1e39], down=[1, 1]), "float32", "Table.up: must be a number that float32 holds"),
        (ConstantStep(step_d2d=200.0, step_d2d_form="lognormal"), "float32", "ConstantStep.step: must be"),
        (ConstantStep(step_d2d=1e4, step_d2d_form="lognormal"), "float64", "held as inf); give another value."),
    ],
)
def test_a_number_that_the_dtype_cannot_hold_is_refused(device, dtype, text):
    refused(lambda: device.build(9, 9, rng(), dtype), text)


def test_a_wider_dtype_holds_it():
    assert SoftBounds(w_max=1e39, step=1e-50).build(1, 1, rng(), "float64").cells.w_max == 1e39


@pytest.mark.parametrize("name", SPREADS)
def test_adding_a_spread_moves_no_other_quantity(name):
    """The columns that the spread does not enter stay as they are, bit for bit."""
    without = SoftBounds(**{k: v for k, v in SPREADS.items() if k != name}).build(6, 7, rng(), "float64").cells
    cells = SoftBounds(**SPREADS).build(6, 7, rng(), "float64").cells
    moved = {"w_min_d2d": {"w_min", "b_dn"}, "w_max_d2d": {"w_max", "b_up"}}.get(name, {"b_up", "b_dn"})
    assert {n for n in cells.dtype.names if not np.array_equal(cells[n], without[n])} == moved


def test_the_order_of_the_streams_is_fixed():
    """A change here changes every seeded result."""
    first = ("gain", "imbalance", "w_min", "w_max", "af", "gamma_up", "gamma_down", "cells")
    later = ("stuck", "stuck at", "lifetime", "rest", "diffusion", "drift")
    assert first + later == QUANTITIES
    streams = rng(3).spawn(len(QUANTITIES))
    cells = SoftBounds(w_max_d2d=0.1, step_d2d=0.2, w_max=2.0).build(3, 4, rng(3), "float64").cells
    np.testing.assert_array_equal(cells.w_max, 2.0 * (1 + 0.1 * streams[3].standard_normal((3, 4))))
    steps = 0.001 * (1 + 0.2 * streams[0].standard_normal((3, 4)))
    np.testing.assert_array_equal(cells.b_up, steps / cells.w_max)


def test_the_same_seed_draws_the_same_cells_in_both_precisions():
    device = SoftBounds(**SPREADS)
    single, double = device.build(4, 5, rng(), "float32").cells, device.build(4, 5, rng(), "float64").cells
    for name in double.dtype.names:
        np.testing.assert_array_equal(single[name], double[name].astype("float32"))
    assert not np.array_equal(device.build(4, 5, rng(2)).cells.w_max, single.w_max)


@pytest.mark.parametrize(
    "make, place",
    [
        (lambda: ExpStep(A_up=2.0, A_down=2.0, gamma_up=1.0, gamma_down=1.0), "ExpStep.step"),
        (lambda: Table(up=[1, 0, 1], down=[1, 0, 1]), "Table.step"),
        (lambda: PowStep(p_up=1e6, p_down=1e6), "PowStep.step"),
        (
            lambda: ExpStep(A_up=-1.0, A_down=-1.0, gamma_up=1e9, gamma_down=-1e9, b=1.0).replace(A_up=-1e308),
            "ExpStep.step",
        ),
    ],
)
def test_a_device_that_does_not_move_at_zero_is_refused(make, place):
    refused(make, f"{place}: must move the weight at w = 0 (got ")


@pytest.mark.parametrize(
    "make, text",
    [
        (
            lambda: SoftBounds(w_min=0),
            "SoftBounds.w_min: must be < 0 (got 0); the bounds lie strictly around 0.",
        ),
        (
            lambda: SoftBounds(w_max=-1),
            "SoftBounds.w_max: must be > 0 (got -1); the bounds lie strictly around 0.",
        ),
        (lambda: SoftBounds(step=0), "SoftBounds.step: must be > 0 (got 0)"),
        (lambda: SoftBounds(imbalance=1), "SoftBounds.imbalance: must be > -1 and < 1 (got 1)"),
        (lambda: SoftBounds(c2c=-0.1), "SoftBounds.c2c: must be >= 0 (got -0.1)"),
        (
            lambda: SoftBounds(af_reading="gains"),
            'SoftBounds.af_reading: must be "gain" or "granularity" (got "gains")',
        ),
        (
            lambda: LinearStep(gamma_up=1.1, gamma_down=0),
            "LinearStep.gamma_up: must be between 0 and 1 (got 1.1)",
        ),
        (
            lambda: LinearStep(gamma_up=0, gamma_down=0, gamma_d2d=0.1),
            "LinearStep.gamma_d2d: cannot act here",
        ),
        (
            lambda: Table(up=[1], down=[1, 1]),
            "Table.up: must be a list of at least 2 entries, each a number >= 0 (got [1])",
        ),
        (lambda: Table(up=[1, -1], down=[1, 1]), "Table.up[1]: must be >= 0 (got -1)"),
        (lambda: SoftBounds(g_min=1e-6), "SoftBounds.g_max: must be given with its partner"),
        (lambda: SoftBounds(g_max=1e-6), "SoftBounds.g_min: must be given with its partner"),
        (lambda: SoftBounds(g_min=2e-6, g_max=1e-6), "SoftBounds.g_max: must be > g_min = 2e-06 (got 1e-06)"),
        (lambda: SoftBounds(g_min=-1e-6, g_max=1e-6), "SoftBounds.g_min: must be >= 0 (got -1e-06)"),
        (lambda: SoftBounds().conductances([0.0]), "SoftBounds.conductances: must know g_min and g_max"),
        (lambda: SoftBounds().weights([0.0]), "SoftBounds.weights: must know g_min and g_max"),
    ],
)
def test_a_device_that_makes_no_sense_is_refused(make, text):
    refused(make, text)


@settings(max_examples=60, deadline=None)
@given(
    low=st.floats(0, 0.9),
    high=st.floats(1e-9, 1e-2),
    w_min=st.floats(-5, -0.01),
    w_max=st.floats(0.01, 5),
    q=st.lists(st.floats(0, 1), min_size=1, max_size=5),
)
def test_siemens_and_weights_invert_each_other(low, high, w_min, w_max, q):
    device = ConstantStep(g_min=low * high, g_max=high, w_min=w_min, w_max=w_max)
    w = w_min + (w_max - w_min) * np.array(q)
    np.testing.assert_allclose(device.weights(device.conductances(w)), w, rtol=0, atol=1e-12 * (w_max - w_min))
    single = device.weights(device.conductances(w.astype("float32")))
    assert single.dtype == np.float32
    np.testing.assert_allclose(single, w, rtol=0, atol=1e-5 * (w_max - w_min))
    expected = [conversion.siemens(v, w_min, w_max, low * high, high) for v in w]
    np.testing.assert_allclose(device.conductances(w), expected, rtol=1e-12)


def test_the_bounds_lie_at_the_ends_of_the_window():
    device = ConstantStep(g_min=1e-6, g_max=25e-6, w_min=-0.5, w_max=1.0)
    np.testing.assert_allclose(device.conductances([-0.5, 1.0]), [1e-6, 25e-6], rtol=1e-12)
    assert device.conductances([[0]]).dtype == np.float64


class Sticky(NamedTuple):
    cells: Any
    c2c: Any
    friction: Any


class Unregistered(NamedTuple):
    cells: Any
    c2c: Any


def custom(**changes):
    return Custom(
        **{"law": Sticky, "cells": {"s": 0.1, "age": 2.0}, "scalars": {"friction": 0.5}, "granularity": 0.1} | changes
    )


@pytest.fixture
def registered():
    """Sticky under a law of its own; forgotten afterwards, so that no contract meets it."""
    from kernels import devices

    def sticky(dev, cell, w, up, z):
        return w + dev.friction * cell.s if up else w - dev.friction * cell.s

    devices.register(Sticky, sticky)
    yield
    del devices._LAWS[Sticky]


def test_a_law_of_ones_own(registered):
    state = custom(cells_d2d={"s": 0.1}, w_min=-2.0).build(100, 100, rng(), "float64")
    assert isinstance(state, Sticky) and state.friction == 0.5
    assert set(state.cells.dtype.names) == {"w_min", "w_max", "age", "s"}
    check_normal(state.cells.s, 0.1, 0.01)
    assert (state.cells.age == 2.0).all() and (state.cells.w_min == -2.0).all()
    assert custom().build(3, 3, rng()).cells.shape == (1, 1)


def test_a_parameter_that_the_dtype_cannot_hold_is_named(registered):
    refused(lambda: custom(cells={"s": 1e39}).build(2, 2, rng()), "Custom.cells.s: must be a number that float32 holds")
    refused(lambda: custom(scalars={"friction": 1e-60}).build(2, 2, rng()), "Custom.scalars.friction: must be")


def test_the_order_in_which_parameters_are_written_does_not_matter(registered):
    spreads = {"s": 0.1, "age": 0.1}
    one, other = custom(cells_d2d=spreads), custom(cells={"age": 2.0, "s": 0.1}, cells_d2d=spreads)
    assert one == other
    assert (one.build(2, 3, rng()).cells == other.build(2, 3, rng()).cells).all()


def test_a_law_is_named_by_its_path():
    assert custom().law == f"{__name__}:Sticky"
    assert custom(law="kernels.devices:Constant").pulse_step == 0.1


@pytest.mark.parametrize(
    "changes, text",
    [
        (
            {"law": "nowhere.at_all:Law"},
            "Custom.law: must lead to a class (got nowhere.at_all:Law: No module named",
        ),
        (
            {"law": "kernels.devices:Nothing"},
            "Custom.law: must lead to a class (got kernels.devices:Nothing: ",
        ),
        ({"law": Unregistered}, "Custom.law: must be registered (got "),
        (
            {"law": "kernels.devices:Constant"},
            "Custom.scalars: with cells and c2c, must name the fields of kernels",
        ),
    ],
)
def test_a_law_that_cannot_be_built_is_refused(changes, text):
    refused(lambda: custom(**changes).build(2, 2, rng()), text)


@pytest.mark.parametrize(
    "changes, text",
    [
        ({"law": "no path"}, 'Custom.law: must be a text (got "no path"); write it as "module:Class".'),
        ({"granularity": 0}, "Custom.granularity: must be > 0 (got 0)"),
        ({"cells_d2d": {"t": 0.1}}, 'Custom.cells_d2d: must spread parameters in `cells` (got "t")'),
        ({"cells_d2d": {"s": -0.1}}, "Custom.cells_d2d.s: must be >= 0 (got -0.1)"),
        ({"cells": {"s": "1"}}, 'Custom.cells.s: must be a number (got "1")'),
        (
            {"cells": {"w_max": 1.0}},
            'Custom.cells: must have names that are free and Python\'s (got "w_max")',
        ),
        (
            {"scalars": {"a b": 1.0}},
            'Custom.scalars: must have names that are free and Python\'s (got "a b")',
        ),
        ({"low_draw": "error"}, "Custom.low_draw: cannot act here: no spread is set"),
        ({"step": 0.1}, "Custom.step: unknown key (got 0.1)"),
    ],
)
def test_a_custom_device_that_makes_no_sense_is_refused(changes, text):
    refused(lambda: custom(**changes), text)
