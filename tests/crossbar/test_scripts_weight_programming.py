"""scripts/rasch2024_weight_programming.py: its files, its targets met, bad input."""

import json

import pytest

from tests.crossbar.scripted import script

NAME = "rasch2024_weight_programming"


@pytest.mark.slow
@pytest.mark.timeout(1200)  # eight loops to compile where there is no cache yet
def test_every_target_of_the_quick_scale_is_met(tmp_path):
    pytest.importorskip("matplotlib")
    done = script(NAME, "--quick", "--out", tmp_path)
    assert done.returncode == 0, done.stdout + done.stderr
    for name in (NAME, "rasch2024_constant_gradient", "rasch2024_symmetry"):
        for suffix in (".png", ".svg"):
            assert (tmp_path / f"{name}{suffix}").stat().st_size > 1000
    assert (tmp_path / f"{NAME}.h5").stat().st_size > 1000
    found = json.loads((tmp_path / f"{NAME}.targets.json").read_text())["targets"]
    assert sum(target["met"] is True for target in found) >= 23


def test_a_wrong_option_is_one_message(tmp_path):
    done = script(NAME, "--data", "mnist", "--out", tmp_path)
    assert done.returncode == 2 and "Traceback" not in done.stderr and "--data" in done.stderr
