"""`crossbar response` and `crossbar devices`: what they print and write, and what they refuse before any work."""

import json

import h5py
import numpy as np
import pytest

import crossbar as xb
from crossbar.response_file import save_response

FIGURES = ("granularity", "n_states", "step_up", "step_down", "symmetry_point", "asymmetry", "nonlinearity_up",
           "nonlinearity_down", "on_off")  # fmt: skip


@pytest.fixture(autouse=True)
def here(monkeypatch, tmp_path):
    monkeypatch.chdir(tmp_path)
    (tmp_path / "mine.toml").write_text('kind = "soft_bounds"\nstep = 0.05\nc2c = 0.3\ng_min = 1e-6\ng_max = 1e-5\n')
    return tmp_path


def test_figures_on_screen(crossbar):
    code, out, err = crossbar("response", "mine.toml", "--up", 30, "--json")
    assert (code, err) == (0, "")
    head = "mine.toml: soft_bounds, c2c 0.3, g_min 1e-06, g_max 1e-05, step 0.05; granularity 0.05, 40 states"
    assert out.startswith(head)
    assert "staircase          30 up, 40 down; 3 devices, seed 0" in out
    assert "symmetry point     0\n" in out and "on/off ratio       10\n" in out
    found = json.loads(out.splitlines()[-1])
    figures = vars(xb.characteristics(xb.SoftBounds(step=0.05), 30, 40))
    assert {name: found[name] for name in FIGURES[:-1]} == {name: pytest.approx(figures[name]) for name in FIGURES[:-1]}
    assert (found["on_off"], found["up"], found["down"], found["cycles"], found["devices"], found["seed"]) == (
        pytest.approx(10), 30, 40, 1, 3, 0)  # fmt: skip


def test_what_there_is_not(crossbar):
    code, out, _ = crossbar("response", "gokmen-vlasov", "--up", 5, "--down", 0, "--json")
    assert code == 0 and "on/off ratio       not stated" in out and "symmetry point     none" in out
    found = json.loads(out.splitlines()[-1])
    assert found["symmetry_point"] is None and found["on_off"] is None and found["nonlinearity_down"] is None


def test_a_file(crossbar, here):
    """What the file holds is what `pulse_response` gives, in a form that xarray opens."""
    xarray = pytest.importorskip("xarray")
    options = ("--up", 6, "--down", 4, "--cycles", 2, "--devices", 5, "--seed", 7, "--start", 0.25)
    code, out, _ = crossbar("response", "mine.toml", *options, "--out", "r.h5")
    assert code == 0 and out.splitlines()[-1] == f"wrote {here / 'r.h5'}"
    device = xb.load_device("mine.toml")
    response = xb.pulse_response(device, 6, 4, 5, seed=7, start=0.25, cycles=2)
    for engine in ("h5netcdf", "netcdf4"):
        with xarray.open_dataset("r.h5", engine=engine) as found:
            np.testing.assert_array_equal(found.weight, response.weights)
            np.testing.assert_array_equal(found.conductance, response.conductances)
            assert found.weight.dims == ("pulse", "device") and found.conductance.units == "S"
            np.testing.assert_array_equal(found.direction[1:] > 0, response.ups)
            np.testing.assert_array_equal(found.cycle[1:], np.repeat([0, 1], 10))
            np.testing.assert_allclose(found.mean_step_up[:-1], (0.05 * (1 - found.w))[:-1], atol=1e-15)
            np.testing.assert_allclose(found.mean_step_down[1:], (-0.05 * (1 + found.w))[1:], atol=1e-15)
            assert all({"units", "long_name"} <= found[name].attrs.keys() for name in found.variables)
            assert (found.attrs["seed"], found.attrs["cycles"], found.attrs["source"]) == (7, 2, "mine.toml")
            figures = vars(xb.characteristics(device, 6, 4, 2))
            assert {name: float(found[name]) for name in FIGURES} == pytest.approx({n: figures[n] for n in FIGURES})


def test_a_file_of_a_cell(crossbar):
    crossbar("response", "pcm", "--up", 6, "--down", 6, "--out", "r.nc")
    with h5py.File("r.nc") as found:
        assert found["weight"].shape == (13, 3) and "conductance" not in found


def test_a_picture(crossbar, here):
    pytest.importorskip("matplotlib")
    code, out, _ = crossbar("response", "mine.toml", "--plot", "r.png")
    assert code == 0 and out.splitlines()[-1] == f"wrote {here / 'r.png'}"
    assert (here / "r.png").read_bytes().startswith(b"\x89PNG")


REFUSED = {
    "preset": (["ecrm"], "device: must be a preset, one of capacitor, "),
    "nearly": (["ecrm"], "(got ecrm); did you mean ecram?"),
    "not a device": (["run.toml"], "run.toml: must be a device, with its `kind` among the outermost keys"),
    "no file": (["no.toml"], "no.toml: must be a readable device file (No such file"),
    "broken": (["broken.toml"], 'broken.toml: step: must be > 0 (got 0.0)'),
    "up": (["mine.toml", "--up", -1], "response: up must be a whole number >= 0 (got -1)"),
    "up, half": (["mine.toml", "--up", 1.5], "must be a whole number (got 1.5)"),
    "devices": (["mine.toml", "--devices", 0], "devices must be a whole number >= 1 (got 0)"),
    "cycles": (["mine.toml", "--cycles", 0], "cycles must be a whole number >= 1 (got 0)"),
    "memory": (["mine.toml", "--up", 10**9], "must be <= 100000000 in all"),
    "seed": (["mine.toml", "--seed", -1], "seed: must be a whole number >= 0 (got -1)"),
    "start": (["mine.toml", "--start", "nan"], "start must be a finite weight (got nan)"),
    "out": (["mine.toml", "--out", "r.csv"], "suffix must be one of .h5, .hdf5, .nc (got '.csv')"),
    "out, taken": (["mine.toml", "--out", "taken.h5"], "the output must not exist yet"),
    "out, nowhere": (["mine.toml", "--out", "no/r.h5"], "the output's folder must exist"),
    "plot": (["mine.toml", "--plot", "r.jpg"], "suffix must be one of .png, .svg, .pdf (got '.jpg')"),
    "plot, taken": (["mine.toml", "--out", "new.h5", "--plot", "taken.png"], "the output must not exist yet"),
    "down": (["rises.toml", "--down", 3], 'down must be 0 for a device of polarity "up" (got 3)'),
}  # fmt: skip


@pytest.mark.parametrize("arguments, message", REFUSED.values(), ids=REFUSED)
def test_what_is_refused_before_any_work(crossbar, here, arguments, message):
    (here / "run.toml").write_text('seed = 1\n[algorithm]\nkind = "sgd"\n')
    (here / "broken.toml").write_text('kind = "constant"\nstep = 0.0\n')
    (here / "rises.toml").write_text('kind = "constant"\npolarity = "up"\n')
    for name in ("taken.h5", "taken.png"):
        (here / name).write_text("mine")
    before = {path.name: path.read_bytes() for path in here.iterdir()}
    code, out, err = crossbar("response", *arguments)
    assert code == 2 and out == "" and message in err and "Traceback" not in err
    assert {path.name: path.read_bytes() for path in here.iterdir()} == before


def test_a_full_disk_leaves_nothing(here, monkeypatch):
    import errno
    from pathlib import Path

    def write_bytes(self, content):
        raise OSError(errno.ENOSPC, "No space left on device")

    monkeypatch.setattr(Path, "write_bytes", write_bytes)
    device = xb.SoftBounds()
    before = set(here.iterdir())
    with pytest.raises(xb.FileError, match=r"r.h5: the file must be writable \(got No space left on device\)"):
        save_response(xb.pulse_response(device, 2, 2), xb.characteristics(device, 2, 2), here / "r.h5")
    assert set(here.iterdir()) == before


def test_devices(crossbar):
    code, out, _ = crossbar("devices")
    lines = out.splitlines()
    assert code == 0 and [line.split()[0] for line in lines] == list(xb.device_names())
    assert lines[1].startswith("ecram ") and "linear, w_min -0.8276" in lines[1] and lines[1].endswith("1000 states")
    assert "retention.lifetime 1000000.0" in lines[0]
    assert next(line for line in lines if line.startswith("reram-es ")).endswith("granularity 0.00173635, 1152 states")
    assert "write_noise 86.1752," in out
