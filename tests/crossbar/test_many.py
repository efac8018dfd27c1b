"""`xb.run_many`: the bits of one by one, the data once, and what is left when something goes wrong."""

import _thread
import os
import signal
import threading

import numpy as np
import pytest

import crossbar as xb
from crossbar import experiment, many
from crossbar.trajectory import DiskFull, describe
from tests.crossbar import eventful
from tests.crossbar.small_runs import SGD, TIKI
from tests.crossbar.small_runs import experiment as small

DIGITS = {"data": {"name": "digits", "train_samples": 60, "test_samples": 20}}


def spec(seed=1, epochs=2, algorithm=TIKI, **changes):
    """Digits, two layers: a training of milliseconds."""
    return small((64, 4, 10), algorithm, seed=seed, epochs=epochs, **(DIGITS | changes))


def paths(folder, n):
    return [folder / f"{k}.h5" for k in range(n)]


def by_one(specs, folder):
    folder.mkdir()
    return [xb.run(each, path) for each, path in zip(specs, paths(folder, len(specs)), strict=True)]


def assert_equal(run, other):
    assert [v.__dict__ for v in run.variables.values()] == [v.__dict__ for v in other.variables.values()]
    a, b = eventful.arrays(run), eventful.arrays(other)
    assert a.keys() == b.keys() and a["finished"] == 1
    for name in a:
        np.testing.assert_array_equal(a[name], b[name], err_msg=name)
    assert run.config == other.config
    same = run.provenance.keys() - {"run", "created"}
    assert {name: run.provenance[name] for name in same} == {name: other.provenance[name] for name in same}


@pytest.fixture(scope="module")
def known(tmp_path_factory):
    """Two algorithms, two seeds, a spec that comes twice: specs, and what each gives alone."""
    specs = [spec(1), spec(2, algorithm=SGD), spec(1), spec(4, batch_size=7)]
    return specs, by_one(specs, tmp_path_factory.mktemp("known") / "one")


@pytest.mark.parametrize("workers", [1, 2, 7])
def test_the_bits_of_one_by_one(tmp_path, known, workers):
    specs, alone = known
    runs = xb.run_many(specs, paths(tmp_path, 4), workers=workers)
    assert [run.path for run in runs] == paths(tmp_path, 4)
    for run, other in zip(runs, alone, strict=True):
        assert_equal(run, other)
    np.testing.assert_array_equal(runs[0]["layer0/weights_a"], runs[2]["layer0/weights_a"])


def test_eventful_runs(tmp_path):
    """Probes, permuted rows, evaluation of training samples, checkpoints that skip epochs, at the same time."""
    specs = [eventful.spec(eventful.PLAIN, epochs=3, seed=seed) for seed in (5, 6)]
    for run, other in zip(xb.run_many(specs, tmp_path, workers=2), by_one(specs, tmp_path / "one"), strict=True):
        assert_equal(run, other)


def test_they_run_at_the_same_time(tmp_path, monkeypatch):
    """Each waits for the other before it makes its file: one after the other, they would wait in vain."""
    both, threads, variables = threading.Barrier(2), set(), experiment.recording.variables

    def meet(*arguments):
        threads.add(threading.current_thread())
        both.wait(timeout=100)
        return variables(*arguments)

    monkeypatch.setattr(experiment.recording, "variables", meet)
    xb.run_many([spec(1), spec(2)], tmp_path, workers=2)
    assert len(threads) == 2 and threading.main_thread() not in threads


def test_the_data_are_shared(tmp_path, monkeypatch):
    """One copy for all that name the same set, samples and dtype; no other copies."""
    loaded, trained = [], []
    load, train_into = many.load_data, experiment.train_into

    def count(*arguments):
        loaded.append(load(*arguments))
        return loaded[-1]

    def keep(path, spec, data, **rest):
        trained.append(data)
        train_into(path, spec, data, **rest)

    monkeypatch.setattr(many, "load_data", count)
    monkeypatch.setattr("crossbar.workers.train_into", keep)
    fewer = {"data": DIGITS["data"] | {"train_samples": 50}}
    xb.run_many([spec(1), spec(2), spec(3, **fewer), spec(4, algorithm=SGD)], tmp_path, workers=1)
    assert len(loaded) == 2
    assert [trained.index(data) for data in trained] == [0, 0, 2, 0]


def test_callbacks_know_the_run(tmp_path):
    epochs, progress, starts = [], [], []
    xb.run_many(
        [spec(1), spec(2, epochs=1)], tmp_path, workers=2,
        callbacks=[lambda number, epoch, network: epochs.append((number, epoch.number, type(network)))],
        on_progress=lambda *said: progress.append(said),
        on_start=lambda number, spec, finished: starts.append((number, spec.seed, finished)),
    )  # fmt: skip
    assert sorted(epochs) == [(n, e, xb.MLP) for n, e in ((0, 0), (0, 1), (0, 2), (1, 0), (1, 1))]
    assert sorted(progress) == [(0, 1, 60, 60), (0, 2, 60, 60), (1, 1, 60, 60)]
    assert sorted(starts) == [(0, 1, 0), (1, 2, 0)]


def test_calls_come_one_at_a_time(tmp_path):
    inside = threading.Lock()

    def alone(*_):
        assert inside.acquire(blocking=False)
        threading.Event().wait(0.01)
        inside.release()

    xb.run_many([spec(1), spec(2)], tmp_path, workers=2, callbacks=[alone], on_progress=alone, on_start=alone)


def test_where_they_go(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    (tmp_path / "runs").mkdir()
    for outs, folder in ((None, tmp_path), ("runs", tmp_path / "runs")):
        names = [run.path.name for run in xb.run_many([spec(1), spec(1)], outs)]
        assert all(name.startswith("digits-tiki_taka-seed1-") for name in names) and len(set(names)) == 2
        assert sorted(names) == sorted(each.name for each in folder.glob("*.h5"))
    assert xb.run_many([]) == []


def refused(tmp_path, error, message, specs, *arguments, **options):
    """Nothing begins: no file, no folder of checkpoints."""
    before = sorted(os.listdir(tmp_path))
    with pytest.raises(error, match=message):
        xb.run_many(specs, *arguments, **options)
    assert sorted(os.listdir(tmp_path)) == before


def test_all_is_checked_before_any_training(tmp_path):
    good, two = spec(), paths(tmp_path, 2)
    refused(tmp_path, xb.SpecError, "specs must be a list of experiments", good, tmp_path)
    refused(tmp_path, xb.SpecError, r"specs\.1: run: spec must be an Experiment \(got 'a'\)", [good, "a"], two)
    refused(tmp_path, xb.SpecError, r"specs\.1: run: spec must be an Experiment", [good, None], tmp_path)
    wide = small((65, 4, 10), **DIGITS)
    refused(tmp_path, xb.SpecError, r"specs\.1: network\.sizes\.0: must equal the features", [good, wide], two)
    many_samples = spec(data={"name": "digits", "train_samples": 10**6})
    refused(tmp_path, xb.DataError, r"specs\.1: data\.train_samples", [good, many_samples], two)
    refused(tmp_path, xb.SpecError, "outs must name a file for each of the 2 specs", [good, good], two[:1])
    same = [two[0], tmp_path / "." / "0.h5"]
    refused(tmp_path, xb.SpecError, r"outs must differ .*0\.h5 for specs 0 and 1", [good, good], same)
    refused(tmp_path, xb.FileError, "outs must be a folder", [good], tmp_path / "none")
    lost = [two[0], tmp_path / "none" / "b.h5"]
    refused(tmp_path, xb.FileError, r"specs\.1: .*folder must exist", [good, good], lost)
    two[1].write_text("precious")
    refused(tmp_path, xb.FileError, r"specs\.1: .*must not exist yet", [good, good], two)
    refused(tmp_path, xb.SpecError, "data_dir acts on mnist only", [good], tmp_path, data_dir=tmp_path)


@pytest.mark.parametrize("workers", [0, -1, 1.5, "two"])
def test_workers_out_of_bounds(tmp_path, workers):
    refused(tmp_path, xb.SpecError, "workers must be a whole number >= 1", [spec()], tmp_path, workers=workers)


def test_the_default_is_one_a_core(monkeypatch):
    monkeypatch.setattr(many, "usable_cores", lambda: 3)
    assert [many._threads(None, runs) for runs in (0, 1, 3, 8)] == [1, 1, 3, 3]
    assert many._threads(5, 2) == 2


def failing(number, epoch):
    def fail(run, at, network):
        if (run, at.number) == (number, epoch):
            raise ValueError("no more")

    return fail


@pytest.mark.parametrize("workers", [1, 2])
def test_one_that_fails_does_not_stop_the_others(tmp_path, workers):
    specs, files = [spec(n, epochs=3) for n in range(3)], paths(tmp_path, 3)
    with pytest.raises(xb.RunsError) as caught:
        xb.run_many(specs, files, workers=workers, callbacks=[failing(1, 2)])
    first, line = str(caught.value).splitlines()
    assert first == f"run_many: 1 of 3 runs failed; finished: {files[0]}, {files[2]}."
    assert line.startswith(f"run 1, {files[1]}: ValueError: no more; ") and "xb.resume" in line
    assert list(caught.value.failed) == [1] and isinstance(caught.value.__cause__, ValueError)
    assert list(caught.value.paths) == files and not caught.value.hard_exit
    assert [describe(file).state for file in files] == ["finished", "stopped", "finished"]
    xb.resume(files[1]).close()
    for file, other in zip(files, by_one(specs, tmp_path / "one"), strict=True):
        eventful.assert_same(file, other)


def test_a_full_disk(tmp_path, monkeypatch):
    """The error of the whole keeps what the command line must know of a single one."""
    save = experiment.save_checkpoint

    def full(path, record, *state):
        if path.name == "0.h5" and record == 1:
            raise DiskFull(f"{path}: no room")
        return save(path, record, *state)

    monkeypatch.setattr(experiment, "save_checkpoint", full)
    with pytest.raises(xb.RunsError, match=r"0\.h5: no room; its epochs so far are kept") as caught:
        xb.run_many([spec(1), spec(2)], paths(tmp_path, 2), workers=2)
    assert caught.value.hard_exit
    assert describe(tmp_path / "1.h5").whole


def interrupting(number, epoch, how):
    def interrupt(run, at, network):
        if (run, at.number) == (number, epoch):
            how()

    return interrupt


def key():
    os.kill(os.getpid(), signal.SIGINT)


def raised():
    raise KeyboardInterrupt


@pytest.mark.parametrize("how", [key, _thread.interrupt_main, raised], ids=["key", "interrupt_main", "callback"])
def test_ctrl_c_ends_all_at_committed_epochs(tmp_path, how):
    before = signal.signal(signal.SIGINT, signal.default_int_handler)  # in the background it may be ignored
    specs, files = [spec(1, epochs=1), *(spec(n, epochs=300) for n in (2, 3, 4))], paths(tmp_path, 4)
    try:
        with pytest.raises(KeyboardInterrupt) as caught:
            xb.run_many(specs, files, workers=2, callbacks=[interrupting(2, 4, how)])
    finally:
        signal.signal(signal.SIGINT, before)
    assert str(caught.value) == (
        f"run_many: interrupted; finished: {files[0]}; go on with xb.resume for: {files[1]}, {files[2]}."
    )
    assert [describe(file).state for file in files[:3]] == ["finished", "stopped", "stopped"]
    assert not files[3].exists()
    assert not any(t.name.startswith("crossbar") for t in threading.enumerate())
    for file, least in ((files[1], 0), (files[2], 4)):
        with xb.open_run(file) as run:
            reached = int(run.records[-1])
            assert run["epoch"].tolist() == list(range(reached + 1)) and reached >= least
    target = reached + 2
    xb.resume(files[2], epochs=target).close()
    whole = xb.run(specs[2].replace(epochs=target), tmp_path / "whole.h5")
    eventful.assert_same(files[2], whole)
