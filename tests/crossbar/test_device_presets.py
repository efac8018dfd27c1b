"""Device presets: the numbers of the published fits, after the conversion to our fields.

FITS are the parameters in aihwkit's terms, steps in weight units; `up_down` there shortens the step of one direction.
"""

import numpy as np
import pytest

import crossbar as xb
from crossbar.device_file import read_device as load_device
from crossbar.device_presets import device_text, preset_table, resolve
from crossbar.devices import Cell

CONSTANT, LINEAR, SOFT, EXP = "constant", "linear", "soft_bounds", "exponential"
# kind, step, (w_max, w_min), spreads of step, imbalance, w_max, w_min, up_down, c2c, write noise, states as quoted
FITS = {
    "reram-es": (EXP, 0.00135, (1, -1), (0.2, 0.05, 0.3, 0.3), 0.259359, 5.0, 75, 1152),
    "reram-sb": (SOFT, 0.002, (1.25, -0.75), (0.3, 0.01, 0.24, 0.4), 0, 3.75, 56, 1000),
    "capacitor": (LINEAR, 0.005, (1, -1), (0.1, 0.06, 0.07, 0.07), 0, 0.3, 0, 400),
    "ecram": (LINEAR, 0.002, (1.1724, -0.8276), (0.1, 0.01, 0.05, 0.05), 0, 0.3, 0, 1000),
    "ecram-mo": (LINEAR, 2.8214e-4, (1.1714, -0.8286), (0.1, 0.01, 0.05, 0.05), 0, 2.0, 0, 7090),
    "idealized": (CONSTANT, 0.0002, (1, -1), (0.3, 0, 0.3, 0.3), 0, 0.3, 0, 10000),
    "gokmen-vlasov": (CONSTANT, 0.0016, (1, -1), (0.3, 0.01, 0.3, 0.3), 0, 0.3, 0, 1250),
    "gokmen-vlasov-2016": (CONSTANT, 0.001, (0.6, -0.6), (0.3, 0.02, 0.3, 0.3), 0, 0.3, 0, 1200),
    "reram-array-om": (SOFT, 0.0949, (1, -1), (0.7829, 0.01, 0.3499, 0.5695), 0, 0.4158, 1.4113, 21),
    "reram-array-hfo2": (SOFT, 0.4622, (1, -1), (0.7125, 0.01, 0.4295, 0.5990), 0, 0.2174, 0.5841, 4.3),
}
FURTHER = {
    "capacitor": {"gamma_up": 0.05, "gamma_down": 0.05, "gamma_std": 0.01, "c2c_form": "additive"},
    "ecram": {"gamma_up": 0.1153, "gamma_down": 0.5085, "gamma_std": 0.05, "c2c_form": "multiplicative"},
    "ecram-mo": {"gamma_up": 0.4152, "gamma_down": 0.7342, "gamma_std": 0.05, "c2c_form": "multiplicative"},
    "reram-sb": {"c2c_form": "additive", "af": 1.0},
    "reram-es": {"a": -0.5, "b": -0.5, "gamma_up": 5, "gamma_down": 5, "A_up": -1.18445, "A_down": -0.081404},
    "reram-array-om": {"c2c_form": "additive", "step_d2d_form": "lognormal", "reference": "symmetry_point",
                       "reference_std": 0.05, "stuck": 0.0},
    "reram-array-hfo2": {"c2c_form": "additive", "step_d2d_form": "lognormal", "reference": "symmetry_point",
                         "reference_std": 0.05, "stuck": 0.0},
}  # fmt: skip


def test_names():
    assert xb.device_names() == tuple(sorted([*FITS, "pcm"]))


@pytest.mark.parametrize("name", FITS)
def test_numbers_are_those_of_the_fit(name):
    """Steps up and down, spreads and noises of one cell in weight units, whatever `step` they are stated in."""
    kind, step, (w_max, w_min), (gain, imbalance, high, low), up_down, c2c, noise, states = FITS[name]
    device = xb.device(name)
    assert device.kind == kind
    ups = device.step * (1 + device.imbalance), device.step * (1 - device.imbalance)
    np.testing.assert_allclose(ups, (step * (1 + min(up_down, 0)), step * (1 - max(up_down, 0))), rtol=1e-9)
    np.testing.assert_allclose(device.step * device.step_d2d, step * gain, rtol=1e-9)
    np.testing.assert_allclose(device.step * device.imbalance_std, step * imbalance, rtol=1e-9)
    np.testing.assert_allclose(device.step * device.write_noise, step * noise, rtol=1e-9)
    assert (device.w_max, device.w_min, device.w_max_d2d, device.w_min_d2d) == (w_max, w_min, high, low)
    assert device.c2c == c2c
    assert device.n_states == pytest.approx(states, rel=0.01)
    for field, value in FURTHER.get(name, {}).items():
        assert getattr(device, field) == value, field


def test_the_capacitor_leaks():
    keeps = xb.device("capacitor").retention
    assert (keeps.lifetime, keeps.lifetime_d2d, keeps.rest, keeps.drift, keeps.diffusion) == (1e6, 0.3, 0, 0, 0)


def test_pcm():
    """Stated around mid range: the step at w of the range 0 ... 2 is that at w - 1 here."""
    pair = xb.device("pcm")
    device = pair.device
    assert isinstance(pair, Cell) and (pair.kind, pair.pulsed, device.polarity) == ("pair", "one", "up")
    w = np.linspace(0, 1.9, 20)  # beyond, the last step is cut by the bound
    up = 0.01 * (1 + 27.235 * np.exp(2.5 * (2 * w / 2 * -1.0)))
    np.testing.assert_allclose(xb.mean_steps(device, w - 1)[0][w + up < 2], up[w + up < 2], rtol=1e-12)
    assert (device.w_max - device.w_min, device.w_max_d2d * device.w_max) == (2, 0.1 * 2)
    assert (device.c2c, device.step_d2d, device.imbalance_std) == (0.6, 0.2, 0.05)
    assert (device.c2c_offset, device.c2c_slope, device.c2c_origin) == (0.042, 0.108, -1.0)
    assert device.n_states == pytest.approx(62, abs=0.5)
    assert (pair.w_min, pair.w_max) == (-2, 2)


def test_what_is_quoted_as_states():
    """aihwkit's figure for its exponential law is range/down step, not range/mean of both (docs/decisions.md)."""
    device = xb.device("reram-es")
    fall = device.step * (1 - device.imbalance) * device.at_zero()[1]
    assert 2 / fall == pytest.approx(1004, abs=0.5)
    assert device.n_states == pytest.approx(1152, abs=0.5)


@pytest.mark.parametrize("name", xb.device_names())
def test_each_states_its_source_and_builds(name):
    header = [line for line in device_text(name).splitlines() if line.startswith("#")]
    assert any(line.startswith("# Source") for line in header) and any("Spreads" in line for line in header)
    response = xb.pulse_response(xb.device(name), up=3, down=3, devices=2)
    assert np.isfinite(response.weights).all() and (response.weights[1:, 0] != response.weights[0, 0]).any()


def test_changes():
    assert xb.device("ecram", c2c=0.0, g_min=1e-6, g_max=1e-5).c2c == 0
    with pytest.raises(xb.SpecError, match=r"LinearStep\.c2c: must be >= 0"):
        xb.device("ecram", c2c=-1.0)


@pytest.mark.parametrize("given, meant", [("ecrm", "ecram"), ("reram_es", "reram-es"), ("PCM", "pcm")])
def test_names_that_are_nearly_right(given, meant):
    words = rf"device: must be a preset, one of .*\(got {given}\); did you mean {meant}\?"
    with pytest.raises(xb.SpecError, match=words):
        xb.device(given)


def test_a_name_that_is_none():
    with pytest.raises(xb.SpecError, match=r"\(got xyz\); `crossbar devices` lists them, or give the path"):
        xb.device("xyz")


class TestInExperiments:
    def test_a_name_stands_for_the_whole_device(self):
        spec = xb.preset("digits", ["algorithm.a=reram-array-om", "algorithm.c=pcm", "algorithm.a.c2c=0.5"])
        assert spec.algorithm.a == xb.device("reram-array-om", c2c=0.5) and spec.algorithm.c == xb.device("pcm")
        assert xb.loads(xb.dumps(spec)) == spec

    def test_in_a_file(self):
        text = 'network.sizes = [64, 10]\nalgorithm = {kind = "sgd", learning_rate = 0.1, c = "ecram"}'
        assert xb.loads(text).algorithm.c == xb.device("ecram")

    def test_a_name_that_is_none(self):
        with pytest.raises(xb.SpecError, match=r"algorithm.a: device: must be a preset, .*; did you mean ecram\?"):
            xb.preset("digits", ["algorithm.a=ecrm"])


class TestFiles:
    def test_a_table_at_the_top_level(self, tmp_path):
        path = tmp_path / "device.toml"
        path.write_text('\ufeffkind = "soft_bounds"\nstep = 0.01\n[retention]\nlifetime = 100.0\n', encoding="utf-8")
        device = load_device(path)
        assert device == xb.SoftBounds(step=0.01, retention=xb.Retention(lifetime=100.0)) == resolve(str(path))

    def test_as_a_table(self):
        assert preset_table("ecram")["gamma_down"] == 0.5085

    def test_a_preset_fed_back(self, tmp_path):
        for name in xb.device_names():
            (tmp_path / "device.toml").write_text(device_text(name))
            assert load_device(tmp_path / "device.toml") == xb.device(name)

    @pytest.mark.parametrize("text, message", [
        ("kind = 3", r'kind: must be "constant", .*\(got 3\)'),
        ('kind = "soft_bound"', r'kind: must be .*\(got "soft_bound"\); did you mean "soft_bounds"\?'),
        ('kind = "constant"\nstep = -1.0', r"step: must be > 0 \(got -1.0\)"),
        ('kind = "constant"\nstp = 1.0', r"stp: unknown key \(got 1.0\); did you mean `step`\?"),
        ('kind = "pair"\n[device]\nkind = "constant"\nstep = 0.0', r"device.step: must be > 0"),
        ("seed = 1\n[algorithm]\nkind = 'sgd'", r"must be a device, .*\(got seed, algorithm\)"),
        ("", r"must be a device, .*\(got an empty file\)"),
        ("kind = ", "not valid TOML"),
    ])  # fmt: skip
    def test_what_is_no_device(self, tmp_path, text, message):
        path = tmp_path / "device.toml"
        path.write_text(text)
        with pytest.raises(xb.SpecError, match=rf"device.toml: {message}"):
            load_device(path)

    def test_what_is_no_file(self, tmp_path):
        with pytest.raises(xb.FileError, match=r"no.toml: must be a readable device file \(No such file"):
            resolve(str(tmp_path / "no.toml"))
        (tmp_path / "binary.toml").write_bytes(b"\xff\xfe\x00")
        with pytest.raises(xb.FileError, match="not a text in UTF-8"):
            load_device(tmp_path / "binary.toml")
