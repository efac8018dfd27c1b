"""`crossbar program`: an array of targets in, what was reached out; bad input is one message and leaves nothing."""

import json
import re

import h5netcdf
import numpy as np
import pytest

import crossbar as xb
from crossbar.cli import main
from crossbar.programming_report import read_targets

GOAL = ["--tolerance", "0.05", "--budget", "400"]


@pytest.fixture
def device(tmp_path):
    path = tmp_path / "device.toml"
    path.write_text('kind = "soft_bounds"\nstep = 0.02\nc2c = 0.3\n')
    return str(path)


@pytest.fixture
def targets(tmp_path):
    path = tmp_path / "targets.csv"
    path.write_text("# a row a row of cells\n0.5,-0.25,0.0\n\n-0.5,0.75,0.1\n")
    return path


def test_it_is_program(device, targets, tmp_path, capsys):
    out = tmp_path / "done.nc"
    main(["program", device, "--targets", str(targets), *GOAL, "--seed", "3", "--out", str(out), "--json"])
    wanted = np.array([[0.5, -0.25, 0.0], [-0.5, 0.75, 0.1]])
    found = xb.program(xb.SoftBounds(step=0.02, c2c=0.3), wanted, tolerance=0.05, budget=400, seed=3)
    said = json.loads(capsys.readouterr().out.splitlines()[-1])
    assert said["cells"] == 6 and said["failed"] == 0 and said["pulses_max"] == (
        found.pulses_up + found.pulses_down).max()  # fmt: skip
    with h5netcdf.File(out) as nc:
        np.testing.assert_array_equal(nc["targets"][...], wanted)
        for name in ("weights", "error", "pulses_up", "pulses_down", "failed"):
            np.testing.assert_array_equal(nc[name][...], getattr(found, name))
            assert nc[name].attrs["units"] == "1" and nc[name].attrs["long_name"]


def test_targets_of_numpy(tmp_path):
    values = np.random.default_rng(0).uniform(-1, 1, (3, 2))
    np.save(tmp_path / "t.npy", values)
    np.testing.assert_array_equal(read_targets(tmp_path / "t.npy"), values)


@pytest.mark.parametrize(
    ("text", "said"),
    [("0.1,x\n", r"line 1, column 2: must be a number \(got 'x'\)"), ("1,2\n3\n", r"line 2: must have 2.*got 1"),
     ("", "must be .n,. or .rows, columns., not empty"), ("nan,1\n", "must be finite .got NaN")],
)  # fmt: skip
def test_targets_that_are_none(device, tmp_path, text, said, capsys):
    (tmp_path / "t.csv").write_text(text)
    with pytest.raises(SystemExit) as end:
        main(["program", device, "--targets", str(tmp_path / "t.csv"), *GOAL, "--out", str(tmp_path / "o.h5")])
    assert end.value.code == 2 and not (tmp_path / "o.h5").exists()
    assert re.search(said, capsys.readouterr().err)


@pytest.mark.parametrize(
    ("name", "said"), [("t.txt", "must be .npy or .csv"), ("no.csv", "must be a readable file"), ("no.npy", "readable")]
)
def test_files_that_are_none(device, tmp_path, name, said, capsys):
    (tmp_path / "t.txt").write_text("1")
    with pytest.raises(SystemExit):
        main(["program", device, "--targets", str(tmp_path / name), *GOAL])
    assert said in capsys.readouterr().err


def test_nothing_is_overwritten(device, targets, tmp_path, capsys):
    (tmp_path / "there.h5").write_text("mine")
    with pytest.raises(SystemExit):
        main(["program", device, "--targets", str(targets), *GOAL, "--out", str(tmp_path / "there.h5")])
    assert (tmp_path / "there.h5").read_text() == "mine" and "must not exist" in capsys.readouterr().err
