"""aihwkit's devices as ours: by stand-ins of the same names and attributes, by dicts, and by the real ones where
aihwkit is installed."""

from enum import Enum
from pathlib import Path
from types import SimpleNamespace

import numpy as np
import pytest

import crossbar as xb
from crossbar.aihwkit.fields import KNOWN

SCRIPTS = Path(__file__).parents[2] / "scripts"
QUIET = {"dw_min_dtod": 0.0, "up_down_dtod": 0.0, "w_max_dtod": 0.0, "w_min_dtod": 0.0, "dw_min_std": 0.0}


def stand_in(name, **values):
    """An object of a class of that name with all the attributes it has there."""
    return type(name, (SimpleNamespace,), {})(**{**KNOWN[name], **values})


class Policy(Enum):
    ALL = "All"
    SINGLE_SEQUENTIAL = "SingleSequential"


def theirs(f, w, up):
    """One noiseless pulse on one of their devices without spreads, from their equations."""
    bias = max(f["up_down"], 0) if not up else max(-f["up_down"], 0)
    scale, sign, bound = f["dw_min"] * (1 - bias), (1 if up else -1), (f["w_max"] if up else f["w_min"])
    if "gamma_up" in f and "A_up" not in f:
        shape = 1 - f["gamma_up" if up else "gamma_down"] * w / bound
    elif "A_up" in f:
        z = 2 * w / (f["w_max"] - f["w_min"]) * f["a"] + f["b"]
        shape = 1 - (f["A_up"] * np.exp(f["gamma_up"] * z) if up else f["A_down"] * np.exp(-f["gamma_down"] * z))
        shape = max(shape, 0)
    elif "pow_gamma" in f:
        gamma = f["pow_gamma"] * (1 - (max(-f["pow_up_down"], 0) if up else max(f["pow_up_down"], 0)))
        shape = (abs(bound - w) if up else abs(w - bound)) / (f["w_max"] - f["w_min"])
        shape = shape**gamma
    elif "piecewise_up" in f:
        nodes = f["piecewise_up" if up else "piecewise_down"]
        shape = np.interp((w - f["w_min"]) / (f["w_max"] - f["w_min"]), np.linspace(0, 1, len(nodes)), nodes)
    else:
        shape = 1 - w / bound if "mult_noise" in f else 1.0
    return sign * scale * shape


LAWS = {
    "constant": ("ConstantStepDevice", {"up_down": -0.2}),
    "linear": ("LinearStepDevice", {"gamma_up": 0.3, "gamma_down": 0.7, "gamma_up_dtod": 0.0, "gamma_down_dtod": 0.0,
                                    "up_down": 0.1}),
    "soft bounds": ("SoftBoundsDevice", {"up_down": 0.25, "w_max": 0.9}),
    "reference": ("SoftBoundsReferenceDevice", {"up_down": -0.3, "dw_min": 0.02}),
    "exponential": ("ExpStepDevice", {"up_down": 0.259359, "a": -0.5, "b": -0.5, "gamma_up": 5.0, "gamma_down": 5.0,
                                      "A_up": -1.18445, "A_down": -0.081404}),
    "power": ("PowStepDevice", {"pow_gamma": 1.7, "pow_gamma_dtod": 0.0, "pow_up_down": 0.2, "up_down": 0.1}),
    "piecewise": ("PiecewiseStepDevice", {"piecewise_up": [0.5, 1, 2], "piecewise_down": [1.5, 1, 0.25]}),
    "piecewise of one": ("PiecewiseStepDevice", {"piecewise_up": [1.5], "piecewise_down": [0.5]}),
}  # fmt: skip


@pytest.mark.parametrize("name, values", LAWS.values(), ids=LAWS)
def test_steps_are_theirs(name, values):
    values = {**QUIET, "dw_min": 0.003, **values}
    device, fields = xb.from_aihwkit(stand_in(name, **values)), {**KNOWN[name], **values}
    w = np.linspace(fields["w_min"] + 0.1, fields["w_max"] - 0.1, 9)
    up, down = xb.mean_steps(device, w)
    np.testing.assert_allclose(up, [theirs(fields, v, True) for v in w], rtol=1e-9)
    np.testing.assert_allclose(down, [theirs(fields, v, False) for v in w], rtol=1e-9)
    assert xb.from_aihwkit({"class": name, **values}) == device == xb.from_aihwkit({"kind": name, **fields})


def test_spreads_keep_their_size_in_weight():
    """There in units of dw_min; here of a step that is smaller by up_down/2."""
    device = xb.from_aihwkit({"class": "SoftBoundsDevice", "dw_min": 0.002, "up_down": 0.4, "dw_min_dtod": 0.3,
                              "up_down_dtod": 0.05, "write_noise_std": 12.0, "w_max_dtod": 0.2})  # fmt: skip
    assert device.step == pytest.approx(0.0016)
    found = [device.step * value for value in (device.step_d2d, device.imbalance_std, device.write_noise)]
    np.testing.assert_allclose(found, [0.0006, 0.0001, 0.024])
    assert (device.c2c, device.w_max_d2d, device.w_min_d2d) == (0.3, 0.2, 0.3)


def test_time_and_noise_forms():
    device = xb.from_aihwkit({"class": "LinearStepDevice", "gamma_up": 0.1, "gamma_down": 0.2, "gamma_up_dtod": 0.03,
                              "gamma_down_dtod": 0.03, "mult_noise": False, "lifetime": 500.0, "lifetime_dtod": 0.2,
                              "reset": 0.1, "diffusion": 0.01, "corrupt_devices_prob": 0.1,
                              "corrupt_devices_range": 1000})  # fmt: skip
    assert (device.c2c_form, device.gamma_std, device.stuck) == ("additive", 0.03, 0.1)
    keeps = device.retention
    assert (keeps.lifetime, keeps.lifetime_d2d, keeps.rest, keeps.diffusion) == (500, 0.2, 0.1, 0.01)
    device = xb.from_aihwkit({"class": "LinearStepDevice", "gamma_up": 0.1, "gamma_down": 0.2, "gamma_up_dtod": 0.02,
                              "gamma_down_dtod": 0.04})  # fmt: skip
    assert (device.gamma_std, device.gamma_d2d) == (0, pytest.approx(0.2))


def test_a_reference():
    device = xb.from_aihwkit(stand_in("SoftBoundsReferenceDevice", subtract_symmetry_point=True, reference_std=0.05,
                                      dw_min_dtod_log_normal=True, reference_mean=0.1))  # fmt: skip
    assert (device.reference, device.reference_offset, device.reference_std) == ("symmetry_point", 0.1, 0.05)
    assert (device.step_d2d_form, device.c2c_form) == ("lognormal", "additive")


def test_what_is_derived_from_a_known_class():
    """As their presets are."""
    base = type("ConstantStepDevice", (SimpleNamespace,), {})
    preset = type("IdealizedPresetDevice", (base,), {})(**KNOWN["ConstantStepDevice"] | {"dw_min": 0.0002})
    assert xb.from_aihwkit(preset).step == 0.0002


ONE = {"class": "ExpStepDevice", "w_min": 0.0, "w_max": 2.0, "dw_min": 0.01, "a": -1.0, "b": 0.0, "A_up": -27.235,
       "A_down": -2.235, "gamma_up": 2.5, "gamma_down": 2.5, "w_max_dtod": 0.1, "reset_std": 0.02,
       "dw_min_std_add": 0.042, "dw_min_std_slope": 0.108}  # fmt: skip


class TestCells:
    def test_a_pair(self):
        pair = xb.from_aihwkit(stand_in("OneSidedUnitCell", unit_cell_devices=[ONE, dict(ONE)]))
        assert (pair.kind, pair.pulsed, pair.refresh_at) == ("pair", "one", 0.0)
        device = pair.device
        assert (device.w_min, device.w_max, device.w_max_d2d, device.w_min_d2d) == (-1, 1, 0.2, 0)
        assert (device.polarity, device.a, device.b) == ("up", -1.0, -1.0)
        assert (device.c2c_offset, device.c2c_slope, device.c2c_origin) == (0.042, 0.108, -1.0)
        w = np.linspace(0, 1.5, 7)
        found = xb.mean_steps(device, w - 1)[0]
        np.testing.assert_allclose(found, [theirs({**KNOWN["ExpStepDevice"], **ONE}, v, True) for v in w], rtol=1e-9)

    def test_a_pair_that_is_refreshed(self):
        pair = xb.from_aihwkit(stand_in("OneSidedUnitCell", unit_cell_devices=[ONE], refresh_every=1,
                                        refresh_lower_thres=0.6, refresh_upper_thres=0.6))  # fmt: skip
        assert (pair.refresh_at, pair.reset_std) == (0.6, 0.02)

    def test_several_devices(self):
        cell = stand_in("VectorUnitCell", unit_cell_devices=[stand_in("ConstantStepDevice") for _ in range(3)],
                        update_policy=Policy.SINGLE_SEQUENTIAL, gamma_vec=[1 / 3] * 3)  # fmt: skip
        found = xb.from_aihwkit(cell)
        assert (found.kind, found.devices, found.device.kind) == ("multi", 3, "constant")

    @pytest.mark.parametrize("name, values, message", [
        ("OneSidedUnitCell", {"unit_cell_devices": []}, "unit_cell_devices: must hold a device"),
        ("OneSidedUnitCell", {"unit_cell_devices": [ONE, {**ONE, "dw_min": 0.02}]}, r"\(got unequal devices\)"),
        ("OneSidedUnitCell", {"unit_cell_devices": [ONE], "copy_inverted": True}, "copy_inverted: cannot be carried"),
        ("OneSidedUnitCell", {"unit_cell_devices": [ONE], "refresh_every": 1}, "refresh_lower_thres: cannot be"),
        ("OneSidedUnitCell", {"unit_cell_devices": [ONE], "refresh_every": 9}, r"refresh_every: .*\(got 9\)"),
        ("OneSidedUnitCell", {"unit_cell_devices": [{"class": "SoftBoundsDevice"}]},
         r"unit_cell_devices\[0\].w_min: cannot be carried over \(got -0.6\)"),
        ("OneSidedUnitCell", {"unit_cell_devices": [{**ONE, "perfect_bias": True}]},
         r"unit_cell_devices\[0\].perfect_bias: cannot"),
        ("VectorUnitCell", {"unit_cell_devices": [ONE, ONE]}, r'update_policy: .*\(got "All"\)'),
        ("VectorUnitCell", {"unit_cell_devices": [ONE, ONE], "gamma_vec": [1.0, -1.0]}, "gamma_vec: cannot be carried"),
        ("VectorUnitCell", {"unit_cell_devices": [ONE]}, "must be two or more"),
    ])  # fmt: skip
    def test_what_they_cannot_say_here(self, name, values, message):
        with pytest.raises(xb.SpecError, match=message):
            xb.from_aihwkit(stand_in(name, **values))


LOST = {
    "construction_seed": ("ConstantStepDevice", {"construction_seed": 3}),
    "enforce_consistency": ("ConstantStepDevice", {"enforce_consistency": False}),
    "drift": ("ConstantStepDevice", {"drift": SimpleNamespace(nu=0.1)}),
    "corrupt_devices_range": ("SoftBoundsDevice", {"corrupt_devices_prob": 0.1, "corrupt_devices_range": 0.01}),
    "reverse_up": ("SoftBoundsDevice", {"reverse_up": True}),
    "slope_up_dtod": ("SoftBoundsReferenceDevice", {"slope_up_dtod": 0.1}),
    "gamma_up_dtod": ("LinearStepDevice", {}),
    "gamma_down_dtod": ("LinearStepDevice", {"gamma_up": 0.1, "gamma_down": 0.1, "gamma_down_dtod": 0.06}),
    "mean_bound_reference": ("LinearStepDevice", {"gamma_up": 0.1, "gamma_down": 0.1, "mean_bound_reference": False}),
    "pow_gamma_dtod": ("PowStepDevice", {}),
    "pow_up_down_dtod": ("PowStepDevice", {"pow_gamma_dtod": 0.0, "pow_up_down_dtod": 0.1}),
    "dw_min_dtod_log_normal": ("ConstantStepDevice", {"dw_min_dtod_log_normal": True, "up_down": 0.1}),
    "w_min": ("SoftBoundsDevice", {"w_min": 0.0}),
}  # fmt: skip


@pytest.mark.parametrize("field", LOST)
def test_what_cannot_be_said_here_is_named(field):
    name, values = LOST[field]
    with pytest.raises(xb.SpecError, match=rf"from_aihwkit: {name}\.{field}: cannot be carried over"):
        xb.from_aihwkit(stand_in(name, **values))


def test_all_of_it_at_once():
    with pytest.raises(xb.SpecError) as caught:
        xb.from_aihwkit(stand_in("ExpStepDevice", enforce_consistency=False, perfect_bias=True, construction_seed=1))
    lines = str(caught.value).splitlines()
    assert len(lines) == 3 and all(line.startswith("from_aihwkit: ExpStepDevice.") for line in lines)


@pytest.mark.parametrize("source, message", [
    (3, r'the class must be one of ConstantStepDevice, .*\(got "int"\)'),
    ({"dw_min": 0.1}, r"the class must be one of .*\(got None\)"),
    ({"class": "IdealDevice"}, r'\(got "IdealDevice"\)'),
    ({"class": "ConstantStepDevice", "dw_mim": 0.1}, r"ConstantStepDevice.dw_mim: must be a field of that class"),
])  # fmt: skip
def test_what_is_no_device(source, message):
    with pytest.raises(xb.SpecError, match=message):
        xb.from_aihwkit(source)


@pytest.mark.parametrize("device", [
    xb.SoftBounds(step=0.002, imbalance=0.2, step_d2d=0.3, imbalance_std=0.02, c2c=0.3, w_max_d2d=0.1),
    xb.SoftBounds(imbalance=-0.3, c2c=0.3, c2c_form="additive", w_min=-0.5),
], ids=["up", "down"])  # fmt: skip
def test_it_undoes_the_mapping_of_the_comparison(monkeypatch, device):
    """scripts/aihwkit_mapping.py goes the other way."""
    monkeypatch.syspath_prepend(SCRIPTS)
    from aihwkit_mapping import device_fields

    found = xb.from_aihwkit({"class": "SoftBoundsDevice", **device_fields(device)})
    for field in type(device).model_fields:
        expected = getattr(device, field)
        assert getattr(found, field) == (pytest.approx(expected) if isinstance(expected, float) else expected), field


PRESETS = {
    "ReRamESPresetDevice": "reram-es", "ReRamSBPresetDevice": "reram-sb", "CapacitorPresetDevice": "capacitor",
    "EcRamPresetDevice": "ecram", "EcRamMOPresetDevice": "ecram-mo", "IdealizedPresetDevice": "idealized",
    "GokmenVlasovPresetDevice": "gokmen-vlasov", "ReRamArrayOMPresetDevice": "reram-array-om",
    "ReRamArrayHfO2PresetDevice": "reram-array-hfo2",
}  # fmt: skip


@pytest.mark.parametrize("name", PRESETS)
def test_their_presets_are_ours(name):
    presets = pytest.importorskip("aihwkit.simulator.presets.devices")
    found, ours = xb.from_aihwkit(getattr(presets, name)()), xb.device(PRESETS[name])
    for field in type(ours).model_fields:
        expected = getattr(ours, field)
        assert getattr(found, field) == (pytest.approx(expected) if isinstance(expected, float) else expected), field


@pytest.mark.parametrize("name", [name for name in KNOWN if name.endswith("Device")])
def test_their_defaults_are_as_we_say(name):
    """Every field that a class has there, with its value."""
    devices = pytest.importorskip("aihwkit.simulator.configs.devices")
    theirs = vars(getattr(devices, name)())
    assert KNOWN[name].keys() >= theirs.keys()
    assert {k: v for k, v in KNOWN[name].items() if k in theirs and k != "drift"} == {
        k: v for k, v in theirs.items() if k != "drift"}  # fmt: skip
