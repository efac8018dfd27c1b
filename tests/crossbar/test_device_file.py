"""Device files in experiments: by path, relative to the experiment, whole; and what is wrong with them."""

from pathlib import Path

import pytest

import crossbar as xb
from crossbar.errors import FileError, SpecError

DEVICE = 'kind = "linear"\nstep = 0.002\ngamma_up = 0.1\ngamma_down = 0.9\nw_min = -0.8\n'
EXPERIMENT = """
network.sizes = [64, 10]
[algorithm]
kind = "tiki_taka"
learning_rate = 0.1
transfer_rate = 0.1
a = "parts/device.toml"
c = {kind = "constant"}
"""


@pytest.fixture
def device(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    Path("device.toml").write_text(DEVICE)
    return xb.LinearStep(step=0.002, gamma_up=0.1, gamma_down=0.9, w_min=-0.8)


def test_a_path_stands_for_the_device(device):
    spec = xb.preset("digits", ["algorithm.a=device.toml", "algorithm.c=device.toml"])
    assert spec.algorithm.a == spec.algorithm.c == device == xb.load_device("device.toml")
    assert xb.loads(xb.dumps(spec)) == spec  # what a trajectory stores needs no file


def test_it_takes_the_place_of_the_preset_whole(device):
    """Of the preset's device nothing stays, not even what both kinds have: digits has c2c = 0.3, step_d2d = 0.3."""
    found = xb.preset("digits", ["algorithm.a=device.toml"]).algorithm.a
    assert found.c2c == 0 and found.step_d2d == 0 and found.w_max == 1


def test_it_can_be_changed_afterwards(device):
    spec = xb.preset("digits", ["algorithm.a=device.toml", "algorithm.a.c2c=0.5"])
    assert spec.algorithm.a == device.replace(c2c=0.5)


def test_its_path_counts_from_the_experiment(device, tmp_path):
    (tmp_path / "there" / "parts").mkdir(parents=True)
    (tmp_path / "there" / "parts" / "device.toml").write_text(DEVICE)
    (tmp_path / "there" / "experiment.toml").write_text(EXPERIMENT)
    assert xb.load(tmp_path / "there" / "experiment.toml").algorithm.a == device
    assert xb.load("there/experiment.toml", ["algorithm.c=device.toml"]).algorithm.c == device


def test_it_stands_inside_of_a_cell(device, tmp_path):
    """By path and by preset, from the experiment's folder and by --set."""
    (tmp_path / "there").mkdir()
    (tmp_path / "there" / "inner.toml").write_text(DEVICE)
    cells = EXPERIMENT.replace('a = "parts/device.toml"', 'a = {kind = "multi", devices = 3, device = "reram-sb"}')
    cells = cells.replace('c = {kind = "constant"}', 'c = {kind = "pair", device = "inner.toml"}')
    (tmp_path / "there" / "cells.toml").write_text(cells)
    spec = xb.load("there/cells.toml")
    assert spec.algorithm.c == xb.DifferentialPair(device=device)
    assert spec.algorithm.a == xb.MultiDevice(devices=3, device=xb.device("reram-sb"))
    changed = xb.load("there/cells.toml", ["algorithm.a.device=device.toml", "algorithm.a.device.c2c=0.5"])
    assert changed.algorithm.a.device == device.replace(c2c=0.5)
    assert xb.loads(xb.dumps(spec)) == spec


def test_a_cell_does_not_stand_inside_of_another():
    with pytest.raises(SpecError, match=r'algorithm.c.device.kind: must be .* \(got "pair"\)'):
        xb.preset("digits", ['algorithm.c={kind="pair", device="pcm"}'])


BAD = {
    "missing": (None, FileError, ["algorithm.a", "bad.toml", "No such file"]),
    "not TOML": ("kind = \n", SpecError, ["algorithm.a", "bad.toml", "not valid TOML", "line 1"]),
    "an experiment": (EXPERIMENT, SpecError, ["algorithm.a", "bad.toml", "`kind`", "network, algorithm"]),
    "empty": ("", SpecError, ["bad.toml", "an empty file"]),
    "no such kind": ('kind = "perfect"', SpecError, ["algorithm.a: bad.toml: kind", "perfect"]),
    "out of range": (DEVICE.replace("0.002", "-1"), SpecError, ["algorithm.a: bad.toml: step", "> 0", "got -1"]),
    "unknown key": (DEVICE + "stepp = 1", SpecError, ["algorithm.a: bad.toml: stepp", "step"]),
}


@pytest.mark.parametrize(("text", "kind", "words"), BAD.values(), ids=BAD)
def test_bad_files(device, text, kind, words):
    if text is not None:
        Path("bad.toml").write_text(text)
    with pytest.raises(kind) as error:
        xb.preset("digits", ["algorithm.a=bad.toml"])
    assert all(word in str(error.value) for word in words), error.value
