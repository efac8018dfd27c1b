"""`crossbar fit`: what it prints and leaves, its exit codes, and from a CSV to a trained network."""

import json
import tomllib
from pathlib import Path

import numpy as np
import pytest

import crossbar as xb

SHORT = ["--models", "soft_bounds,constant", "--slow-noise", "off"]


@pytest.fixture(autouse=True)
def alone(tmp_path, monkeypatch):
    """A folder with curves.csv: two devices, two cycles, in microsiemens, from the simulator."""
    monkeypatch.chdir(tmp_path)
    device = xb.SoftBounds(step=0.03, c2c=0.2, g_min=1e-6, g_max=9e-6)
    rows = ["# unit: uS", "device,cycle,pulse,polarity,conductance"]
    for cycle in (1, 2):
        w = xb.pulse_response(device, up=80, down=80, devices=2, seed=cycle, start=-0.9).weights
        g = 1e6 * device.conductances(w + 0.01 * np.random.default_rng(cycle).standard_normal(w.shape))
        rows += [f"d{k},{cycle},{n},{'up' if n <= 80 else 'down'},{g[n, k]:.9g}" for k in (0, 1) for n in range(161)]
    Path("curves.csv").write_text("\n".join(rows))


def contents():
    return {str(path): path.read_bytes() for path in sorted(Path(".").rglob("*")) if path.is_file()}


def test_from_a_csv_to_a_trained_network(crossbar):
    code, out, err = crossbar("fit", "curves.csv", *SHORT, "--out", "device.toml", "--plot", "fit.png", "--json")
    assert (code, err) == (0, "")
    for words in ("644 readings, 640 pulses, 2 devices, 2 cycles; uS", "soft_bounds", "<- best", "95 % intervals",
                  "wrote ", "crossbar train"):  # fmt: skip
        assert words in out
    found = json.loads(out.splitlines()[-1])
    assert found["best"] == "soft_bounds" and found["sound"] and found["models"][0]["name"] == "soft_bounds"
    low, high = found["estimates"]["step"]["low"], found["estimates"]["step"]["high"]
    assert low < found["estimates"]["step"]["value"] < high
    device = xb.load_device("device.toml")
    assert device.kind == "soft_bounds" and device.g_max == pytest.approx(9e-6, rel=0.05)
    assert tomllib.loads(Path("device.toml").read_text()) == found["device"]
    assert Path("fit.png").read_bytes().startswith(b"\x89PNG")
    code, out, err = crossbar("train", "--set", "algorithm.a=device.toml", "--set", "algorithm.c=device.toml",
                              "--epochs", "1", "--out", "run.h5")  # fmt: skip
    assert code == 0, err
    with xb.open_run("run.h5") as run:
        assert tomllib.loads(run.config)["algorithm"]["a"]["step"] == device.step


def test_the_device_file_says_where_it_comes_from(crossbar):
    crossbar("fit", "curves.csv", *SHORT, "--out", "device.toml")
    text = Path("device.toml").read_text()
    digest = xb.read_curves("curves.csv").sha256
    for words in ("curves.csv", f"sha256 {digest}", "640 pulses", "95 %", "dBIC", "devices"):
        assert words in text
    assert "ATTEMPT" not in text


def test_read_noise_is_dropped_when_asked(crossbar):
    crossbar("fit", "curves.csv", *SHORT, "--out", "with.toml")
    crossbar("fit", "curves.csv", *SHORT, "--out", "without.toml", "--read-noise", "drop")
    assert xb.load_device("with.toml").noise_std == pytest.approx(0.01, rel=0.3)
    assert xb.load_device("without.toml").write_noise == 0


def test_an_attempt_is_said_saved_and_marked(crossbar):
    """Steps that grow toward the bounds: soft bounds run to the end of their limits."""
    y = np.concatenate([-1 + 2 * np.linspace(0, 1, 60) ** 2]), 1 - 2 * np.linspace(0, 1, 60) ** 2
    noise = 0.003 * np.random.default_rng(0).standard_normal((2, 60))
    Path("odd.csv").write_text("\n".join(f"{a:.6f},{b:.6f}" for a, b in (np.array(y) + noise).T))
    code, out, err = crossbar("fit", "odd.csv", "--models", "soft_bounds", *SHORT[2:], "--out", "device.toml")
    assert code == 1 and err.count("\n") == 1 and "an attempt only" in err and "limit of the search" in err
    assert "(an attempt:" in out and "# AN ATTEMPT ONLY" in Path("device.toml").read_text()
    assert xb.load_device("device.toml").kind == "soft_bounds"


BAD = {
    "no file": (["none.csv"], ["none.csv", "readable CSV"]),
    "no model": (["curves.csv", "--models", "magic"], ["models", "soft_bounds", "magic"]),
    "no unit": (["curves.csv", "--unit", "Ohm"], ["unit", "S, mS, uS or nS", "Ohm"]),
    "another unit": (["curves.csv", "--unit", "nS"], ["one unit", "uS in line 1", "nS by --unit"]),
    "output is there": (["curves.csv", "--out", "old.toml"], ["old.toml", "must not exist"]),
    "output of another kind": (["curves.csv", "--out", "device.txt"], ["device.txt", "must be .toml", "got '.txt'"]),
    "nothing to draw": (["curves.csv", "--seed", "3"], ["seed cannot act here", "without bootstrap", "got 3"]),
    "a seed below 0": (["curves.csv", *SHORT, "--bootstrap", "20", "--seed", "-3"], ["seed", ">= 0", "got -3"]),
    "picture is there": (["curves.csv", "--plot", "old.png"], ["old.png", "must not exist"]),
    "no picture": (["curves.csv", "--plot", "fit.doc"], ["fit.doc", ".png, .svg, .pdf"]),
    "no folder": (["curves.csv", "--out", "no/device.toml"], ["no/device.toml", "folder must exist"]),
    "few repetitions": (["curves.csv", "--bootstrap", "2"], ["bootstrap", "at least 20", "got 2"]),
    "half a repetition": (["curves.csv", "--bootstrap", "1.5"], ["--bootstrap", "whole number"]),
    "no such noise": (["curves.csv", "--read-noise", "keep"], ["--read-noise", "keep"]),
    "not numbers": (["text.csv"], ["text.csv", "line 2", "column down", '"b"']),
}


@pytest.mark.parametrize(("arguments", "words"), BAD.values(), ids=BAD)
def test_bad_words(crossbar, arguments, words):
    Path("old.png").write_bytes(b"old")
    Path("old.toml").write_bytes(b"old")
    Path("text.csv").write_text("1,2\n3,b\n")
    before = contents()
    code, out, err = crossbar("fit", *arguments)
    assert (code, out) == (2, "") and err.startswith("crossbar: ") and err.count("\n") == 1 and "Traceback" not in err
    assert all(word in err for word in words), err
    assert contents() == before


def test_the_picture_says_what_is_in_it(crossbar):
    from crossbar.plots import plot_fit

    found = xb.fit("curves.csv", "soft_bounds", slow_noise="off")
    figure = plot_fit(found)
    curves, steps, left, correlation = figure.axes
    assert curves.get_ylabel() == "conductance (µS)" and steps.get_ylabel() == "step (µS)"
    assert [t.get_text() for t in curves.get_legend().get_texts()] == ["read, up", "read, down", "model without noise"]
    assert sum(len(line.get_xdata()) for line in left.lines[:4]) == found.best.readings  # 2 devices, 2 directions
    assert len(correlation.lines[1].get_xdata()) == 20
    model = steps.lines[2].get_ydata()
    width = found.curves.window[1] - found.curves.window[0]
    assert 0 < model.max() < 2.5 * found.device.step * width / 2 * 1e6
