"""What a sweep may say, what its points are, and what is wrong with others."""

import pytest

import crossbar as xb
from crossbar.errors import DataError, FileError, SpecError
from crossbar.sweep import Sweep, load_sweep, sweep
from crossbar.sweep.points import Points
from tests.crossbar.sweeps import SMALL, plan


def refused(**changes):
    with pytest.raises(SpecError) as found:
        Points(plan(**changes)).addresses  # noqa: B018 - making them is the check
    return str(found.value)


def test_axes_are_crossed_and_keys_of_one_axis_change_together():
    axes = [{"algorithm.a.af": [0.5, 1.0, 2.0], "algorithm.c.af": [1.0, 2.0, 3.0]}, {"seed": [1, 2]}]
    points = Points(plan(axes=axes))
    found = [(p.algorithm.a.af, p.algorithm.c.af, p.seed) for p in map(points.spec, range(6))]
    assert found == [(0.5, 1.0, 1), (0.5, 1.0, 2), (1.0, 2.0, 1), (1.0, 2.0, 2), (2.0, 3.0, 1), (2.0, 3.0, 2)]


def test_a_point_is_the_experiment_that_train_would_run():
    overrides = [f"{key}={value}" for key, value in SMALL.items()]
    alone = xb.preset("digits", [*overrides, "algorithm.a.af=1.0", "algorithm.learning_rate=0.05", "seed=2"])
    assert Points(plan()).spec(7) == alone


def test_addresses_know_experiment_and_data_and_nothing_else():
    points = Points(plan())
    spec = points.spec(0)
    address = points.address(spec)
    assert address == points.address(spec.replace(record=spec.record.replace(weights_every=3)))  # moves no bit
    assert address != points.address(spec.replace(seed=9))
    assert address != points.address(spec.replace(data=spec.data.replace(test_samples=31)))
    assert address == Points(plan(name="other", axes=[{"seed": [1]}], set={**SMALL, "algorithm": {
        "a": {"af": 0.5}, "learning_rate": 0.02}})).address(spec)  # the way it was written does not count


def test_the_file_of_a_sweep(tmp_path):
    path = tmp_path / "mine.toml"
    path.write_text('base = "digits"\nset = { epochs = 3, "data.train_samples" = 64 }\n'
                    '[[axes]]\nseed = [1, 2, 3]\n[[axes]]\n"algorithm.a" = ["reram-sb", "ecram"]\n')
    found = load_sweep(path)
    assert (found.name, found.shape) == ("mine", (3, 2))
    points = Points(found)
    assert [points.spec(n).algorithm.a for n in (0, 1)] == [xb.device("reram-sb"), xb.device("ecram")]


def test_paths_count_from_the_file_of_the_sweep(tmp_path, monkeypatch):
    (tmp_path / "sub").mkdir()
    (tmp_path / "sub" / "device.toml").write_text('kind = "soft_bounds"\naf = 3.0\n')
    (tmp_path / "sub" / "base.toml").write_text(
        '[network]\nsizes = [64, 10]\n[algorithm]\nkind = "sgd"\nlearning_rate = 0.1\n[algorithm.c]\n'
        'kind = "soft_bounds"\n')
    (tmp_path / "sub" / "mine.toml").write_text(
        'base = "base.toml"\n[[axes]]\n"algorithm.c" = ["device.toml", "idealized"]\n')
    monkeypatch.chdir(tmp_path)
    assert Points(load_sweep("sub/mine.toml")).spec(0).algorithm.c.af == 3.0


def test_an_axis_that_names_no_field():
    message = refused(axes=[{"algorithm.a.aff": [1, 2]}])
    assert "sweep small, at algorithm.a.aff = 1: algorithm.a.aff: " in message and "af" in message


@pytest.mark.parametrize(("axes", "says"), [
    ([{"seed": []}], "sweep.axes[0].seed: must be a list of at least 1 entries"),
    ([], "axes"),
    ([{}], "sweep.axes[0]: must be a table"),
    ([{"seed": [1, 2], "algorithm.a.af": [1.0]}], "equally many values"),
    ([{"seed": [1, 2]}, {"seed": [3]}], "keys of its own"),
    ([{"seed": [1, 1]}], "once"),
    ([{"epochs": [3]}], "what an axis varies"),
])  # fmt: skip
def test_axes_that_cannot_be(axes, says):
    message = refused(axes=axes)
    assert says in message and message.startswith("sweep.")


def test_a_value_out_of_range_says_at_which_point():
    message = refused(axes=[{"algorithm.a.af": [1.0, -1.0]}, {"seed": [1, 2]}])
    assert message.startswith("sweep small, at algorithm.a.af = -1.0, seed = 1: algorithm.a.af: must be >= 0")


def test_an_axis_that_changes_nothing():
    message = refused(axes=[{"record.weights_every": [1, 2]}])
    assert "must change what is computed" in message and "record.weights_every = 2" in message


def test_a_large_grid_must_be_meant(tmp_path):
    large = plan(axes=[{"seed": list(range(10_001))}])
    with pytest.raises(SpecError, match=r"<= 10000 points, or be meant \(got 10001\); say --yes"):
        sweep(large, tmp_path / "store")
    assert not (tmp_path / "store").exists()


def test_a_base_that_is_not_there():
    with pytest.raises(SpecError, match="must be one of digits"):
        Points(plan(base="digit"))
    with pytest.raises(FileError, match=r"nowhere\.toml"):
        Points(plan(base="nowhere.toml"))


def test_data_dir_acts_on_mnist_only(tmp_path):
    with pytest.raises(SpecError, match="data_dir acts on mnist only"):
        Points(plan(), tmp_path).addresses  # noqa: B018
    with pytest.raises(DataError):
        Points(plan(base="lee2022", set={}, axes=[{"seed": [1]}]), tmp_path).addresses  # noqa: B018


def test_unknown_keys_of_the_file(tmp_path):
    path = tmp_path / "mine.toml"
    path.write_text('base = "digits"\naxis = 1\n[[axes]]\nseed = [1]\n')
    with pytest.raises(SpecError, match=r"mine\.toml: sweep\.axis"):
        load_sweep(path)
    path.write_text('base = ')
    with pytest.raises(SpecError, match=r"mine\.toml: not valid TOML"):
        load_sweep(path)
    with pytest.raises(FileError, match="cannot be read"):
        load_sweep(tmp_path / "none.toml")


@pytest.mark.parametrize(("given", "says"), [
    ({"workers": 0}, "--workers: must be a whole number >= 1"),
    ({"workers": 2, "scheduler": "tcp://127.0.0.1:1"}, "cannot act beside --scheduler"),
])  # fmt: skip
def test_workers_that_cannot_be(tmp_path, given, says):
    with pytest.raises(SpecError, match=says):
        sweep(plan(), tmp_path / "store", **given)
    assert not (tmp_path / "store").exists()


def test_what_is_no_plan(tmp_path):
    with pytest.raises(SpecError, match="plan must be a Sweep"):
        sweep({"base": "digits"}, tmp_path / "store")
    with pytest.raises(SpecError, match=r"sweep\.base"):
        Sweep(axes=[{"seed": [1]}])
