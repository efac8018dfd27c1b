"""The scripts of figures 4-6 of Lee et al. 2022, of Wu et al. 2024, Kim et al. 2019 and Onen et al. 2022: their
files, targets met, bad input."""

import json

import pytest

from tests.crossbar.scripted import script

NAMES = {
    "lee2022_fig4_regression_sgd": "lee2022_fig4", "lee2022_fig5_regression_tiki_taka": "lee2022_fig5",
    "lee2022_fig6_scheduler_measured": "lee2022_fig6", "wu2024_least_squares": "wu2024_least_squares",
    "wu2024_tiki_taka": "wu2024_tiki_taka", "kim2019_zero_shift": "kim2019_zero_shift",
    "onen2022_hamiltonian": "onen2022_hamiltonian",
}  # fmt: skip


@pytest.mark.slow
@pytest.mark.parametrize("name", NAMES)
def test_every_target_of_the_quick_scale_is_met(tmp_path, name):
    pytest.importorskip("matplotlib")
    done = script(name, "--quick", "--out", tmp_path)
    assert done.returncode == 0, done.stdout + done.stderr
    for suffix in (".h5", ".png", ".svg"):
        assert (tmp_path / f"{NAMES[name]}{suffix}").stat().st_size > 1000
    found = json.loads(next(tmp_path.glob("*.targets.json")).read_text())["targets"]
    assert len(found) >= 9 and any(target["met"] for target in found)


@pytest.mark.slow
def test_another_device_is_drawn_and_not_judged(tmp_path):
    pytest.importorskip("matplotlib")
    name = "lee2022_fig6_scheduler_measured"
    done = script(name, "--device", "reram-sb", "--seeds", 2, "--out", tmp_path)
    assert done.returncode == 0 and "reram-sb" in done.stdout and "NOT MET" not in done.stdout


@pytest.mark.parametrize("name", NAMES)
def test_a_wrong_option_is_one_message(tmp_path, name):
    done = script(name, "--sceds", "3", "--out", tmp_path)
    assert done.returncode == 2 and "Traceback" not in done.stderr and "--sceds" in done.stderr


def test_an_unknown_device_is_one_message(tmp_path):
    done = script("lee2022_fig4_regression_sgd", "--device", "no-such", "--out", tmp_path)
    assert done.returncode == 2 and "Traceback" not in done.stderr and "no-such" in done.stderr
