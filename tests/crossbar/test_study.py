"""The frame of the scripts: targets that can fail, exit codes, what is written, options a script has not."""

import json
import sys

import numpy as np
import pytest

from crossbar.analysis.targets import above, all_met, at_least, at_most, holds, lines, near, positive, prototype, told
from crossbar.plain_file import Named
from crossbar.study import main


@pytest.mark.parametrize(("target", "met"), [
    (at_least("a", [0.9, 1.1], 1.0), True), (at_least("a", 0.99, 1.0), False),
    (at_most("a", 1.0, 1.0), True), (at_most("a", np.float64(1.1), 1.0), False),
    (near("a", 1.04, 1.0, np.float64(0.05)), True), (near("a", 1.06, 1.0, 0.05), False),
    (above("a", [2.0, 2.2], [1.0, 1.1]), True), (above("a", [2.0, 4.0], [1.0, 2.5]), False), (above("a", 1, 2), False),
    (positive("a", [1.0, 1.1]), True), (positive("a", [1.0, -1.1]), False), (positive("a", [1.0, 0.0]), False),
    (prototype("a", [1.0, 1.2], 1.0, 0.1), True), (prototype("a", [1.199, 1.201], 1.0, 0.1), False),
    (prototype("a", [1.05], 1.0, 0.1), None), (prototype("a", [2.0, 2.2], 1.0, 0.1, judged=False), None),
    (holds("a", "yes", "yes", np.bool_(True)), True), (told("a", 3.0, "2"), None),
])  # fmt: skip
def test_verdicts(target, met):
    assert target.met is met
    assert target.verdict in lines([target])[1]
    assert json.dumps(target.as_dict())
    assert all_met([target]) is (met is not False)


def test_an_order_is_judged_by_the_error_of_the_difference():
    """Means 1 apart, standard errors 0.2 and 0.15: 0.25 together, so 4 of them hold and 4.01 do not."""
    more, less = 2 + 0.2 * np.array([-1, 1]), 1 + 0.15 * np.array([-1, 1])
    assert above("a", more, less, z=3.99).met and not above("a", more, less, z=4.01).met
    assert above("a", more, less).error == pytest.approx(0.25)


def run(figure, *arguments, options=()):
    with pytest.raises(SystemExit) as end:
        main(figure, "What it is.", options, [str(each) for each in arguments])
        sys.exit(0)
    return end.value.code


def test_a_target_that_is_not_met_is_the_exit_code(tmp_path, capsys):
    assert run(lambda study: study.check(at_least("speed", 1.0, 0.5)), "--out", tmp_path) == 0
    assert run(lambda study: study.check(at_least("speed", 0.1, 0.5)), "--out", tmp_path) == 1
    out, err = capsys.readouterr()
    assert "NOT MET" in out and "is not met" in err
    found = json.loads(next(tmp_path.glob("*.targets.json")).read_text())
    assert found["scale"] == "quick" and found["targets"][0] == {
        "name": "speed", "wanted": ">= 0.5", "measured": "0.1", "error": None, "met": False, "source": ""}  # fmt: skip


@pytest.mark.parametrize(("arguments", "says"), [
    (("--data", "digits"), "Unknown option"), (("--quick", "--full"), "must be the only scale"),
    (("--medium",), "Unknown option"), (("--out", "/dev/null/x"), "must be one that can be made"),
])  # fmt: skip
def test_what_cannot_be(arguments, says, tmp_path, capsys, monkeypatch):
    monkeypatch.chdir(tmp_path)
    assert run(lambda study: pytest.fail("it ran"), *arguments) == 2
    assert says in capsys.readouterr().err


def test_options_a_script_has(tmp_path, capsys):
    seen = []
    given = ("--full", "--workers", 3, "--seeds", 2, "--out", tmp_path)
    assert run(seen.append, *given, options=("workers", "seeds")) == 0
    assert (seen[0].scale, seen[0].workers, seen[0].seeds, seen[0].quick) == ("full", 3, 2, False)
    assert run(seen.append, "--workers", 0, "--out", tmp_path, options=("workers",)) == 2
    assert "--workers: must be a whole number >= 1 (got 0)" in capsys.readouterr().err


def test_what_is_saved_takes_the_place_of_what_was(tmp_path):
    import h5py

    def figure(study):
        for number in (1, 2):
            study.save("fig", {"n": 2}, [Named("x", ("n",), np.array([number, 3]), "1", "numbers")], {"of": "me"})

    assert run(figure, "--out", tmp_path) == 0
    with h5py.File(tmp_path / "fig.h5") as file:
        assert file["x"][:].tolist() == [2, 3] and file.attrs["of"] == "me" and file.attrs["scale"] == "quick"
