"""The pieces of `crossbar bench`, and the whole in small.  No time is judged here."""

import json
import sys
from dataclasses import fields, replace
from itertools import chain

import numpy as np
import pytest

import crossbar as xb
from crossbar.bench import QUICK, Figure, Result, family, memory, table
from crossbar.bench import run as measure_all
from crossbar.bench.apart import measure_apart
from crossbar.bench.course import Course, mean_in_time, sizes_of_chunks
from crossbar.bench.devices import sgd
from crossbar.bench.figure import counted, figure, missing, nested
from crossbar.bench.images import ZERO_PIXELS, Images, synthetic
from crossbar.bench.measurements import MEASUREMENTS
from crossbar.bench.repeats import interleaved
from crossbar.bench.updates import DENSITIES, Update
from crossbar.datasets import Dataset
from crossbar.errors import CrossbarError, DataError, SpecError
from crossbar.network import MLP, Score
from tests.crossbar.small_runs import experiment

BY_NAME = {each.name: each for each in MEASUREMENTS}
KEYS = {
    "unit_us", "sample_u.sgd", "sample_u.tiki_taka", "ns_per_pulse", "threads_speedup", "run_many_speedup",
    "bytes_per_crosspoint", "warm_start_s", "cold_start_s", "family_u.tiki_taka",
}  # fmt: skip
TINY = replace(
    QUICK, images=20, chunk=8, products=3, short=10, rounds=2, sizes=(16,), digits_epochs=1, memory=32, starts=1,
    parallel=1024,
)  # fmt: skip


def test_repeats_take_turns_and_the_first_round_does_not_count():
    seen = []
    seconds = interleaved({"a": lambda: seen.append("a"), "b": lambda: seen.append("b")}, rounds=3)
    assert seen == ["a", "b"] * 4
    assert {name: len(taken) for name, taken in seconds.items()} == {"a": 3, "b": 3}
    assert all((taken > 0).all() for taken in seconds.values())


def test_a_figure_is_the_median_with_quartiles():
    assert figure("a.b", "us", [5, 1, 2, 4, 3], "x") == Figure("a.b", 3.0, "us", 2.0, 4.0, 5, "x")


def test_dots_in_names_are_tables():
    found = [counted("a", "1", 1.0), counted("b.c", "1", 2.0), missing("b.d.e", "1", "none here")]
    assert nested(found) == {"a": 1.0, "b": {"c": 2.0, "d": {"e": None}}}


def test_the_mean_over_time_is_of_the_medians_at_each_time():
    repeats = [np.array([1.0, 10.0]), np.array([2.0, 10.0]), np.array([9.0, 40.0])]
    expected = [(1.5 * 3 + 10) / 4, (2 * 3 + 10) / 4, (5.5 * 3 + 25) / 4]
    assert mean_in_time(repeats, np.array([3, 1])).tolist() == expected


def test_every_sample_of_every_epoch_is_in_one_chunk():
    assert sizes_of_chunks(20, 2, 8).tolist() == [8, 8, 4, 8, 8, 4]


def test_a_course_is_the_training_of_the_trainer(monkeypatch):
    """The same samples in the same order at the same steps."""
    calls = []
    monkeypatch.setattr(MLP, "compile", lambda self: None)
    monkeypatch.setattr(MLP, "train", lambda self, x, t, order, step, totals: calls.append((step, order.tolist())))
    spec, images = experiment(seed=3, epochs=2), Images(np.zeros((20, 4), "f"), np.zeros((20, 2), "f"), "zeros")
    course = Course(spec, images, chunk=8)
    for _ in range(6):
        course.go()
    data = Dataset(*([images.x, images.t, np.zeros(20, int)] * 2), "zeros", "")
    trained, calls[:] = list(calls), []
    trainer = xb.Trainer(spec, data)
    monkeypatch.setattr(MLP, "evaluate", lambda self, *_: Score(0, 0))
    trainer.epoch(), trainer.epoch()
    assert [step for step, _ in trained] == [0, 8, 16, 20, 28, 36]
    assert list(chain(*(order for _, order in trained))) == list(chain(*(order for _, order in calls)))


def test_made_up_images_have_the_zeros_of_mnist_and_say_what_they_are():
    found = synthetic(500)
    assert abs((found.x == 0).mean() - ZERO_PIXELS) < 1e-3
    assert found.x.shape == (500, 784) and found.t.sum(1).tolist() == [1] * 500
    assert found.x.min() >= 0 and found.x.max() <= 1
    assert "synthetic" in found.what and "not MNIST" in found.what


def test_share_of_zeros_is_that_of_mnist(mnist_dir):
    assert abs((xb.load_data("mnist", mnist_dir).train_x == 0).mean() - ZERO_PIXELS) < 1e-3


def test_memory_counts_every_buffer_once():
    w = np.zeros((4, 8), np.float32)
    cells = np.zeros(3, [("a", "f4"), ("b", "f4")]).view(np.recarray)
    state = (w, (w[1:], w.T, w.view(np.int32)), 5, cells, (cells["a"], np.zeros(2)))
    assert memory.bytes_of(state) == 4 * 8 * 4 + 3 * 8 + 2 * 8


def test_memory_of_a_tile_grows_with_its_arrays():
    """Weights and cell records: 4 bytes and a record a cell for each of the two arrays."""
    device = xb.SoftBounds(step=0.01, step_d2d=0.3)
    small, large = (
        xb.Tile(n, n, xb.TikiTaka(learning_rate=0.1, transfer_rate=0.1, a=device, c=device)) for n in (16, 64)
    )
    each = sum(4 + array.dev.cells.dtype.itemsize for array in large.arrays.values())
    grown = memory.bytes_of(large.state) - memory.bytes_of(small.state)
    lines = 64 - 16
    assert each * (64**2 - 16**2) <= grown <= each * (64**2 - 16**2) + 1000 * lines


@pytest.mark.parametrize("name", DENSITIES)
def test_pulses_of_an_update_are_counted(name):
    """k pulses at |x| = |d| = 1: a quarter of them a cell in the mean, by chance of the trains and of x, d."""
    density = DENSITIES[name]
    update = Update(xb.Tile(64, 64, sgd(1.0, d2d=False)), density)
    update.run(), update.run()
    cells = 64 * 64 * update.count
    expected = density.asked * np.abs(update.x).mean(1) @ np.abs(update.d).mean(1) / update.count * cells
    assert len(update.pulses) == 2
    assert abs(update.pulses[0] / expected - 1) < 0.2
    assert update.ns_per_pulse(np.array([1.0, 2.0])).tolist() == [1e9 / update.pulses[0], 2e9 / update.pulses[1]]


def test_the_measurements_report_the_keys_that_the_benchmark_promises():
    assert {key for each in MEASUREMENTS for key in each.keys} == KEYS
    assert len(BY_NAME) == len(MEASUREMENTS)


@pytest.mark.parametrize("name", [name for name in BY_NAME if name != "starts"])
def test_each_measurement_in_small(name, monkeypatch):
    """Those of the kernels run in this process, which has their compiled code already; so two of the family do."""
    monkeypatch.setattr(family, "FAMILY", {kind: family.FAMILY[kind] for kind in ("tiki_taka", "sgd")})
    plan = replace(TINY, sizes=(1024,), rounds=1) if name == "updates" else TINY
    found = BY_NAME[name].measure(plan)
    names = [each.name for each in found]
    assert set(BY_NAME[name].keys) <= set(names) and len(set(names)) == len(names)
    for each in found:
        assert (each.value is not None and np.isfinite(each.value) and each.value >= 0) or each.note
        assert each.low is None or each.low <= each.value <= each.high
    assert json.dumps(nested(found))


def test_figures_say_on_which_images_they_were_taken():
    found = {each.name: each for each in BY_NAME["samples"].measure(TINY)}
    assert all("synthetic" in found[f"sample_u.{kind}"].note for kind in ("sgd", "tiki_taka"))


def test_threads_and_many_runs_need_cores(monkeypatch):
    for name in ("threads", "many"):
        module = sys.modules[BY_NAME[name].measure.__module__]
        monkeypatch.setattr(module, "usable_cores", lambda: 1)
        (found,) = BY_NAME[name].measure(TINY)
        assert found.value is None and ("needs 2 cores (got 1)" in found.note or "has no" in found.note)


def test_a_process_of_its_own_brings_back_its_figures():
    found = {each.name: each for each in measure_apart(BY_NAME["transfers"], TINY)}
    assert found["transfer_us.d2d.128"].value > 0 and found["transfer_us.d2d.128"].repeats == TINY.rounds
    assert found["core_share.transfers"].value > 0


def test_what_fails_elsewhere_leaves_its_reason():
    with pytest.raises(CrossbarError, match="must hold the files of MNIST"):
        measure_apart(BY_NAME["samples"], replace(TINY, data_dir="/nowhere"))


@pytest.fixture
def small(monkeypatch):
    """`run` with measurements that are made up."""

    def apart(measurement, plan):
        if measurement.name == "trains":
            raise CrossbarError("trains: gone")
        return [counted(key, "us", 1.5) for key in measurement.keys]

    # By its name: the package's `run` is the function.
    monkeypatch.setattr(sys.modules["crossbar.bench.run"], "measure_apart", apart)


def values(result):
    found = json.loads(result.as_json())
    return found, {key: found[key.split(".")[0]] for key in KEYS}


def test_all_keys_are_there(small, capsys):
    found, keys = values(measure_all(quick=True))
    assert found["sample_u"] == {"sgd": 1.5, "tiki_taka": 1.5}
    assert all(keys[key] == 1.5 for key in KEYS if "." not in key)
    assert {"cpu", "cores", "numba", "numpy", "python"} <= found["machine"].keys()
    assert found["failed"] == {"trains": "trains: gone"} and found["quick"] is True
    said = capsys.readouterr()
    assert said.out == "" and "FAILED: trains: gone" in said.err and f"1 of {len(MEASUREMENTS)}" in said.err


def test_the_command_prints_lines_and_one_object_last(small, crossbar):
    code, out, _ = crossbar("bench", "--quick", "--only", "memory", "--only", "updates", "--json")
    lines = out.splitlines()
    assert code == 0 and json.loads(lines[-1])["ns_per_pulse"] == 1.5
    assert [line.split()[:3] for line in lines if line.startswith("bytes_")] == [["bytes_per_crosspoint", "1.5", "us"]]


def test_a_failed_measurement_is_an_error_after_the_others(small, crossbar):
    code, out, err = crossbar("bench", "--only", "trains", "--only", "memory", "--json")
    assert code == 2 and json.loads(out.splitlines()[-1])["bytes_per_crosspoint"] == 1.5
    assert err.splitlines()[-1].startswith("crossbar: bench: must measure") and "trains: gone" in err


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["--only", "tranis"], "bench: only must be one of samples, "),
        (["--data-dir", "/nowhere"], "data_dir: must hold the files of MNIST"),
        (["--fast"], "--fast"),
    ],
)
def test_errors_of_the_command(arguments, said, crossbar):
    code, out, err = crossbar("bench", *arguments)
    assert (code, out) == (2, "") and err.count("\n") == 1 and said in err


def test_errors_in_python():
    with pytest.raises(SpecError, match="must be one of"):
        measure_all(only=["all"])
    with pytest.raises(DataError, match="must hold the files"):
        measure_all(data_dir="/nowhere")


def test_a_terminal_gets_tables(monkeypatch, capsys):
    found = [counted("bytes_per_crosspoint", "bytes", 56.0), missing("peak", "bytes", "no [/proc]")]
    monkeypatch.setattr(sys.stdout, "isatty", lambda: True)
    table.show(Result({"cpu": "one"}, TINY, True, [(BY_NAME["memory"], found)], {}))
    out = capsys.readouterr().out
    assert "bytes_per_crosspoint" in out and "│" in out and "no [/proc]" in out


def test_a_plan_survives_its_way_to_another_process():
    found = json.loads(json.dumps({each.name: getattr(TINY, each.name) for each in fields(TINY)}))
    lists = {key: tuple(value) for key, value in found.items() if isinstance(value, list)}
    assert type(TINY)(**found | lists) == TINY
