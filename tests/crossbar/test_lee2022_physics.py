"""The scripts of figures 1 and 3 of Lee et al. 2022: what they write, that their targets are met, bad input."""

import json

import pytest

from tests.crossbar.scripted import script


@pytest.mark.parametrize(("name", "number"), [("lee2022_fig1_response", 1), ("lee2022_fig3_scheduler", 3)])
def test_every_target_is_met(tmp_path, name, number):
    pytest.importorskip("matplotlib")
    done = script(name, "--quick", "--out", tmp_path)
    assert done.returncode == 0, done.stdout + done.stderr
    for suffix in (".h5", ".png", ".svg"):
        assert (tmp_path / f"lee2022_fig{number}{suffix}").stat().st_size > 1000
    found = json.loads(next(tmp_path.glob("*.targets.json")).read_text())["targets"]
    assert len(found) >= 10 and all(target["met"] for target in found)


def test_another_device_is_drawn_and_not_judged(tmp_path):
    pytest.importorskip("matplotlib")
    done = script("lee2022_fig1_response", "--device", "reram-es", "--out", tmp_path)
    assert done.returncode == 0 and "symmetry point" in done.stdout and "NOT MET" not in done.stdout


@pytest.mark.parametrize(("arguments", "said"), [(("--device", "no-such"), "no-such"), (("--sceds", "3"), "--sceds")])
def test_bad_input_is_one_message(tmp_path, arguments, said):
    done = script("lee2022_fig1_response", *arguments, "--out", tmp_path)
    assert done.returncode == 2 and "Traceback" not in done.stderr
    assert done.stderr.startswith("lee2022_fig1_response: ") and said in done.stderr
