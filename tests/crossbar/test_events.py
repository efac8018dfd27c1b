"""What is kept of single pulses: counts that equal the trainer's, a log that replays to the weights, bit for bit."""

import numpy as np
import pytest

import crossbar as xb
from crossbar import events, keeping
from crossbar.trainer import Trainer
from crossbar.trajectory import Writer, open_run
from tests.crossbar.small_runs import SGD, data, experiment, state

EVERY = {"pulse_counts": True, "pulse_log": {"samples": 10_000}}
DIGITS = ["epochs=3", "data.train_samples=50", "data.test_samples=20", "network.sizes=[64,6,10]"]
LOGGED = [*DIGITS, "record.pulse_counts=true", "record.pulse_log={samples=10000}"]


def log_of(run):
    return {name: run[f"pulse_log/{name}"] for name in events.COLUMNS}


@pytest.fixture(scope="module")
def run(tmp_path_factory):
    with xb.run(xb.preset("digits", LOGGED), tmp_path_factory.mktemp("logged") / "run.h5") as run:
        yield run


class TestLog:
    def test_replay_gives_the_weights(self, run):
        log = log_of(run)
        for layer in (0, 1):
            for name in "ca":
                weights = run[f"layer{layer}/weights_{name}"]
                for k, end in enumerate(run["pulse_end"]):
                    now = xb.replay(weights[0], {n: v[:end] for n, v in log.items()}, layer, name)
                    assert now.tobytes() == weights[k].tobytes()
                assert np.any(weights[0] != weights[-1])

    def test_counts_are_the_trainers(self, run):
        log = log_of(run)
        for layer in (0, 1):
            for number, name in enumerate("ca"):
                signed = log["count"][(log["layer"] == layer) & (log["array"] == number)]
                up_down = run[f"layer{layer}/pulses_{name}"].sum(axis=0)
                assert [signed[signed > 0].sum(), -signed[signed < 0].sum()] == up_down.tolist()
                counted = run[f"layer{layer}/pulse_counts_{name}"]
                assert counted[-1].sum(axis=(1, 2)).tolist() == up_down.tolist() and not counted[0].any()
                assert np.all(np.diff(counted, axis=0) >= 0)

    def test_events_come_in_order(self, run):
        log = log_of(run)
        assert np.all(np.diff(log["at_sample"]) >= 0) and log["at_sample"][-1] == 149
        assert np.all(log["count"] != 0) and log["row"].max() == 64 and log["col"].max() == 9

    def test_it_changes_no_bit(self, run, tmp_path):
        with xb.run(xb.preset("digits", DIGITS), tmp_path / "plain.h5") as plain:
            same = [name for name in plain if not name.startswith("seconds")]
            assert all(np.array_equal(plain[name], run[name], equal_nan=True) for name in same)
            assert {name for name in run if name not in plain} == {
                *(f"layer{n}/pulse_counts_{a}" for n in (0, 1) for a in "ca"),
                *(f"pulse_log/{name}" for name in (*events.COLUMNS, "pulse")), "pulse_end",
            }  # fmt: skip

    def test_small_blocks_and_short_calls_are_the_same_file(self, run, tmp_path, monkeypatch):
        monkeypatch.setattr(events, "BLOCK", 100)
        monkeypatch.setattr(keeping, "ROOM", 1500)  # three samples a call
        with xb.run(xb.preset("digits", LOGGED), tmp_path / "again.h5") as again:
            same = [name for name in run if not name.startswith("seconds")]
            assert all(np.array_equal(again[name], run[name], equal_nan=True) for name in same)

    def test_chosen_samples_and_cells(self, run, tmp_path):
        cells = "cells=[{layer=0,row=20,col=1},{layer=0,row=64,col=5},{layer=1,row=6,col=9}]"
        some = xb.preset("digits", [*DIGITS, f"record.pulse_log={{first=45,samples=30,{cells}}}"])
        whole = log_of(run)
        at = np.stack([whole[name] for name in ("layer", "row", "col")], axis=1)
        chosen = (at[:, None] == [(0, 20, 1), (0, 64, 5), (1, 6, 9)]).all(axis=2).any(axis=1)
        chosen &= (whole["at_sample"] >= 45) & (whole["at_sample"] < 75)
        with xb.run(some, tmp_path / "some.h5") as part:
            assert chosen.sum() > 10 and "layer0/pulse_counts_c" not in part
            assert all(np.array_equal(part[f"pulse_log/{n}"], v[chosen]) for n, v in whole.items())

    @pytest.mark.parametrize(("cells", "name", "words"), [
        ((65, 6), "x", "or \"a2\" to \"a7\" (got 'x')"), ((3, 6), "c", "65 x 6 cells (got (3, 6))"),
        ((65,), "c", "65 x 6 cells (got (65,))"),
    ])  # fmt: skip
    def test_replay_on_another_array(self, run, cells, name, words):
        with pytest.raises(xb.SpecError) as error:
            xb.replay(np.zeros(cells), log_of(run), 0, name)
        assert words in str(error.value)

    def test_xarray_opens_it(self, run):
        xarray = pytest.importorskip("xarray")
        with xarray.open_datatree(run.path, engine="h5netcdf") as tree:
            assert tree["pulse_log/weight"].dims == ("pulse",)
            assert tree["layer0/pulse_counts_c"].dims == ("snapshot", "direction", "input", "output")


class TestInterrupted:
    def test_between_blocks(self, run, tmp_path, monkeypatch):
        """Blocks of an epoch that never ended are in the file, belong to no record, and are gone on resuming."""
        monkeypatch.setattr(events, "BLOCK", 100)
        monkeypatch.setattr(keeping, "ROOM", 1500)

        def stop(epoch, done, samples):
            if (epoch, done) >= (2, 30):
                raise KeyboardInterrupt

        path = tmp_path / "run.h5"
        with pytest.raises(KeyboardInterrupt):
            xb.run(xb.preset("digits", LOGGED), path, on_progress=stop)
        with open_run(path) as half:
            assert half.records.tolist() == [0, 1]
            assert len(half["pulse_log/row"]) == half["pulse_end"][-1] == run["pulse_end"][1]
        with xb.resume(path) as again:
            same = [name for name in run if not name.startswith("seconds")]
            assert all(np.array_equal(again[name], run[name], equal_nan=True) for name in same)

    def test_streamed_rows_belong_to_the_next_record(self, tmp_path):
        from crossbar.trajectory import Variable

        path, variable = tmp_path / "w.h5", Variable("log/v", (), (), "i8", "1", "numbers", "pulse", 4)
        with Writer.create(path, [variable], {}, {}) as writer:
            writer.stream("pulse", {"log/v": np.arange(3)})
            writer.stream("pulse", {"log/v": np.arange(3, 5)})
            writer.commit(0, pulse={"log/v": np.arange(5, 6)})
            writer.commit(1)
            writer.stream("pulse", {"log/v": np.arange(6, 9)})
        with open_run(path) as found:
            assert found["log/v"].tolist() == list(range(6)) and found["pulse_end"].tolist() == [6, 6]
            assert found["log/pulse"].tolist() == list(range(6))


class TestWithoutAFile:
    def test_the_trainer_keeps_them(self):
        trainer = Trainer(experiment(record=EVERY), data())
        for epoch in trainer:
            found = trainer.events.flush()
            assert len(found["row"]) > 0 if epoch.number else not len(found["row"])
            assert np.all(found["at_sample"] // 30 == epoch.number - 1)

    def test_counts_survive_a_checkpoint(self):
        first, second = (Trainer(experiment(record=EVERY), data()) for _ in range(2))
        list(first)
        second.network.restore(first.network.state_arrays())
        assert state(first.network) == state(second.network)
        assert any(name.endswith("diary.counts") for name in state(first.network))


class TestRefusals:
    def test_where_there_are_no_pulses(self):
        exact = {**SGD, "c": {"kind": "soft_bounds"}}
        with pytest.raises(xb.SpecError, match=r"record\.pulse_counts: .*every array is written exactly"):
            experiment(algorithm=exact, pulses={"kind": "exact"}, record={"pulse_counts": True})

    def test_a_cell_that_is_not_there(self):
        with pytest.raises(xb.SpecError, match=r"record\.pulse_log\.cells\[0\]\.col: must be between 0 and 2"):
            experiment(record={"pulse_log": {"samples": 5, "cells": [{"layer": 0, "row": 0, "col": 3}]}})

    def test_a_span_after_the_end(self):
        with pytest.raises(xb.SpecError, match=r"record\.pulse_log\.first: must be < 90.*got 90"):
            Trainer(experiment(record={"pulse_log": {"first": 90, "samples": 5}}), data())
