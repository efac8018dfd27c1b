"""The trajectory file: what is written comes back, whoever reads it and whenever; what is wrong is said."""

import os
import sys

import h5py
import netCDF4
import numpy as np
import pytest
import xarray

from crossbar.errors import CrossbarError, FileError
from crossbar.trajectory import Variable, Writer, describe, open_run, provenance
from tests.crossbar import known_records as known
from tests.crossbar.known_records import create


def as_killed(path):
    """A copy of a file that is being written: what a kill would leave."""
    copy = path.with_name("killed.h5")
    copy.write_bytes(path.read_bytes())
    return copy


# What is written comes back


def test_finished_run(finished):
    with open_run(finished) as run:
        known.check(run, 5)
        assert run.finished
        assert run.n_records == 5
        assert run.config == "seed = 1\n"
        assert run.provenance == known.PROVENANCE
        assert repr(run) == "<Run 'run.h5': 5 records, the last is 4, finished, 16 variables>"


def test_variables_come_back(finished):
    with open_run(finished) as run:
        for v in known.VARIABLES:
            assert run.variables[v.path] == v
        assert all(v.units and v.long_name for v in run.variables.values())


def test_some_rows(finished):
    with open_run(finished) as run:
        np.testing.assert_array_equal(run.read("layer0/weights_c", -1), run["layer0/weights_c"][-1:])
        np.testing.assert_array_equal(run.read("probes/pulses", 40, 80), run["probes/pulses"][40:80])
        assert run.read("train_loss", 3, 2).shape == (0,)


def test_run_without_records(path):
    create(path).close()
    with open_run(path) as run:
        known.check(run, 0)
        assert not run.finished


def test_numbers_may_start_anywhere_and_leap(path):
    with create(path) as writer:
        for number in (3, 10):
            writer.commit(number, **known.rows(number))
        assert (writer.records, writer.last) == (2, 10)
    with open_run(path) as run:
        assert run.records.tolist() == run["epoch"].tolist() == [3, 10]
        assert run["snapshot"].tolist() == [10]


def test_commit_without_samples(path):
    with create(path) as writer:
        for record in range(3):
            writer.commit(record, **known.rows(record) | ({"sample": None} if record == 1 else {}))
    with open_run(path) as run:
        assert run["sample_end"].tolist() == [40, 40, 80]
        assert len(run["probes/pulses"]) == 80


def test_context_manager_closes(path):
    with create(path, 2) as writer:
        pass
    assert describe(path).state == "stopped"
    with pytest.raises(FileError, match=r"this writer is closed; use Writer\.resume"):
        writer.commit(2, **known.rows(2))


# Others read it


@pytest.mark.parametrize("engine", ["h5netcdf", "netcdf4"])
def test_xarray_tree(finished, engine):
    with xarray.open_datatree(finished, engine=engine) as tree, open_run(finished) as run:
        for name in run.names():
            found = tree[name].values
            np.testing.assert_array_equal(found, run[name], err_msg=name)
            assert found.dtype.kind == run[name].dtype.kind, name
        assert tree["layer0/weights_c"].dims == ("snapshot", "input", "output")
        assert tree["layer1"].sizes["input"] == 21
        assert tree["layer0/weights_c"].sel(snapshot=4).shape == (30, 20)
        assert tree["probes/pulses"].dims == ("sample", "probe")
        assert "sample" not in tree["layer0"].sizes
        assert tree["layer0/pulses"].attrs == {"units": "1", "long_name": "pulses received"}
        assert tree["provenance"].attrs["config_toml"] == "seed = 1\n"


@pytest.mark.parametrize("engine", ["h5netcdf", "netcdf4"])
def test_xarray_root(finished, engine):
    with xarray.open_dataset(finished, engine=engine) as data:
        assert data.indexes["epoch"].tolist() == [0, 1, 2, 3, 4]
        assert data.epoch.dtype == data.record.dtype == np.int64
        assert data.train_loss.sel(epoch=3) == known.rows(3)["epoch"]["train_loss"]
        assert data.attrs["Conventions"] == "CF-1.11"
        assert (data.attrs["schema"], data.attrs["schema_version"]) == ("crossbar-trajectory", 1)
        assert "created by a test" in data.attrs["history"]


def test_netcdf4(finished):
    with netCDF4.Dataset(finished) as data, open_run(finished) as run:
        for name in run.names():
            found = data[name][...]
            assert not np.ma.is_masked(found)
            np.testing.assert_array_equal(found, run[name], err_msg=name)
        assert data["layer0/weights_c"].dimensions == ("snapshot", "input", "output")
        assert data.dimensions["epoch"].isunlimited()
        assert all(data[name].units and data[name].long_name for name in run.names())


def test_to_xarray(finished):
    with open_run(finished) as run:
        tree = run.to_xarray()
        np.testing.assert_array_equal(tree["layer0/weights_c"], run["layer0/weights_c"])
        tree.close()


def test_to_xarray_names_the_extra(finished, monkeypatch):
    monkeypatch.setitem(sys.modules, "xarray", None)
    with (
        open_run(finished) as run,
        pytest.raises(CrossbarError, match=r'pip install "pulse-crossbar\[xarray\]"'),
    ):
        run.to_xarray()


# While it is being written, by a commit that is not complete, after a close in the middle of one


def half_commit(writer, monkeypatch, until="probes/pulses"):
    """Begin a commit that Ctrl-C interrupts when it comes to the variable `until`."""
    append = Writer._append

    def interrupted(self, rows):
        names = list(rows)
        append(self, {name: rows[name] for name in names[: names.index(until)]} if until in rows else rows)
        if until in rows:
            raise KeyboardInterrupt

    with monkeypatch.context() as patch, pytest.raises(KeyboardInterrupt):
        patch.setattr(Writer, "_append", interrupted)
        writer.commit(writer.records, **known.rows(writer.records))


def test_growing_run(path):
    writer = create(path)
    with open_run(path) as run:
        for record in range(4):
            assert run.n_records == record
            known.check(run, record)
            writer.commit(record, **known.rows(record))
            known.check(run, record)  # until it looks again
            run.refresh()
        assert describe(path).state == "running"
        writer.close(finished=True)
        assert run.refresh().finished


def test_growing_run_in_xarray(path):
    with create(path, 3):
        for opened in (xarray.open_dataset, xarray.open_datatree):
            with opened(path, engine="h5netcdf", driver_kwds={"swmr": True}) as data:
                assert data.epoch.values.tolist() == data.record.values.tolist() == [0, 1, 2]


@pytest.mark.parametrize("until", ["layer0/pulses", "probes/pulses", "record"])
def test_half_a_record_is_no_record(path, monkeypatch, until):
    """Neither our reader nor the marker shows it, and what xarray shows of it is the data or fill values."""
    writer = create(path, 2)
    half_commit(writer, monkeypatch, until)
    with open_run(path) as run:
        known.check(run, 2)
        with run.to_xarray() as tree:
            assert tree.sizes["epoch"] == 2
            assert tree["probes"].sizes["sample"] == 80
    with xarray.open_datatree(path, engine="h5netcdf", driver_kwds={"swmr": True}) as tree:
        assert tree.record.values.tolist() == [0, 1, -1]
        if until == "layer0/pulses":
            assert np.all(tree["layer0/pulses"].values[2] == -1)
    writer.close()


def test_the_marker_comes_after_the_data(path, monkeypatch):
    """On the disk there is a moment with all data of a record and no marker; once acknowledged, there are both."""
    seen = []

    def flush(h5):
        plain(h5)
        with h5py.File(as_killed(path), "r", swmr=True) as killed:
            seen.append((len(killed["probes/pulses"]) // known.SAMPLES, killed["record"][-1:].tolist()))

    plain = h5py.File.flush
    with create(path, 1) as writer:
        monkeypatch.setattr(h5py.File, "flush", flush)
        writer.commit(1, **known.rows(1))
        monkeypatch.undo()
    assert seen == [(2, [0]), (2, [1])]


def test_a_record_can_be_committed_again(path, monkeypatch):
    """Also one whose snapshot was half written, but which has none the second time."""
    with create(path, 2) as writer:
        half_commit(writer, monkeypatch)
        writer.commit(2, **known.rows(2) | {"snapshot": None})
    with open_run(path) as run:
        assert run["snapshot"].tolist() == [0]
        np.testing.assert_array_equal(run["probes/pulses"][80:], known.rows(2)["sample"]["probes/pulses"])


def test_closing_takes_half_a_record_back(path, monkeypatch):
    writer = create(path, 2)
    half_commit(writer, monkeypatch)
    writer.close()
    with xarray.open_datatree(path, engine="h5netcdf") as tree:
        assert tree.record.values.tolist() == [0, 1]
        assert tree["snapshot"].values.tolist() == [0]
        assert tree["probes"].sizes["sample"] == 80


# Resume


@pytest.mark.parametrize("upto", [None, 4, 2, 0, -1])
def test_resume(path, upto):
    create(path, 5).close()
    kept = 5 if upto is None else upto + 1
    writer = Writer.resume(path, upto)
    assert (writer.records, writer.last) == (kept, kept - 1 if kept else None)
    with open_run(path) as run:
        known.check(run, kept)
    for record in range(kept, 7):
        writer.commit(record, **known.rows(record))
    writer.close(finished=True)
    with open_run(path) as run:
        known.check(run, 7)
        assert run.finished
        assert run.provenance == known.PROVENANCE
        assert [v.path for v in run.variables.values()] == [v.path for v in open_run(path).variables.values()]


def test_resume_drops_half_a_record(path, monkeypatch):
    with create(path, 3) as writer:
        half_commit(writer, monkeypatch)
        killed = as_killed(path)
    assert describe(killed).state == "killed"
    with Writer.resume(killed):
        pass
    with xarray.open_datatree(killed, engine="h5netcdf") as tree:
        assert tree.record.values.tolist() == [0, 1, 2]
        assert "resumed after record 2" in tree.attrs["history"]


def test_resume_a_finished_run(path):
    create(path, 2).close(finished=True)
    with Writer.resume(path, provenance={"config_toml": "epochs = 9\n"}):
        assert not open_run(path).finished
    with open_run(path) as run:
        assert run.config == "epochs = 9\n"
        assert run.provenance["seed"] == 1


def test_a_reader_is_no_writer(path):
    """Open readers, of a closed or a growing file, keep nobody from resuming it."""
    with create(path, 2):
        killed = as_killed(path)
    for file in (path, killed):
        with open_run(file) as run, Writer.resume(file) as writer:
            writer.commit(2, **known.rows(2))
            known.check(run, 2)
            known.check(run.refresh(), 3)


def test_one_writer_at_a_time(path):
    with create(path, 1):
        open_run(path).close()  # closing a reader in the same process does not give up the lock
        for second in (lambda: Writer.resume(path), lambda: create(path, overwrite=True)):
            with pytest.raises(FileError, match=r"run\.h5: must have no other writer"):
                second()


def test_resume_beyond_the_last_record(path):
    create(path, 2).close()
    with pytest.raises(FileError, match=r"after record 1 at most \(got 5\)"):
        Writer.resume(path, 5)
    with open_run(path) as run:
        known.check(run, 2)
    assert os.listdir(path.parent) == ["run.h5"]


# Storage


def test_a_file_is_not_much_larger_than_its_data(path):
    """Random weights do not compress; leaks of rewritten chunks would show (4 x in 16-record chunks)."""
    shape, records = (64, 50), 40
    variables = [
        Variable("layer0/weights_c", ("input", "output"), shape, "float32", "1", "weights", "epoch"),
        Variable("train_loss", (), (), "float64", "1", "loss"),
        Variable("probes/weight", ("probe",), (2,), "float64", "1", "weight", "sample", 1000),
    ]
    draw = np.random.default_rng(1)
    with Writer.create(path, variables, {}, {}) as writer:
        for record in range(records):
            epoch = {"layer0/weights_c": draw.normal(size=shape), "train_loss": draw.normal()}
            writer.commit(record, epoch, sample={"probes/weight": draw.normal(size=(1000, 2))})
    raw = records * (64 * 50 * 4 + 8 + 1000 * 2 * 8)
    assert path.stat().st_size < 1.1 * raw


@pytest.mark.parametrize(
    ("cadence", "shape", "rows", "chunks"),
    [
        ("epoch", (), 0, (64,)),
        ("epoch", (2, 2), 0, (64, 2, 2)),
        ("epoch", (16, 8), 0, (4, 16, 8)),
        ("epoch", (784, 256), 0, (1, 784, 256)),
        ("snapshot", (4096, 4096), 0, (1, 128, 4096)),
        ("static", (784, 256), 0, (784, 256)),
        ("static", (4096, 4096), 0, (128, 4096)),
        ("sample", (3,), 1617, (1617, 3)),
        ("sample", (100,), 60000, (1250, 100)),
        ("sample", (100,), 59999, (1310, 100)),
    ],
)
def test_chunks_end_where_commits_end(cadence, shape, rows, chunks):
    """Chunks hold whole commits or equal parts of one; in bytes as the constants of `variable` say."""
    dims = tuple("xy"[: len(shape)])
    v = Variable("v", dims, shape, "float64", "1", "v", cadence, rows)
    assert v.storage["chunks"] == chunks
    assert ("compression" in v.storage) == (cadence == "sample" or v.row_bytes > 1024)


# Facts


def test_describe(finished):
    found = describe(finished)
    assert (found.state, found.whole, found.damage) == ("finished", True, [])
    assert (found.records, found.last_record, found.snapshots, found.samples) == (5, 4, 3, 200)
    assert found.bytes == finished.stat().st_size
    assert found.checkpoints == []


def test_provenance():
    found = provenance("seed = 7\n", '{"seed": 7}', 7, ["crossbar", "train", "a file.toml"])
    assert found["command"] == "crossbar train 'a file.toml'"
    assert found["seed"] == 7
    assert found["version_numpy"] == np.__version__
    assert found["version_hdf5"] == h5py.version.hdf5_version
    assert found["cpu"]
    assert len(found["git_commit"].removesuffix("-dirty")) in (0, 40)


def test_large_provenance(path):
    """Far beyond the 64 KiB that an attribute could hold in older formats; and numbers of any size."""
    big = {"config_toml": "x = 1\n" * 50_000, "seed": 2**70, "share": 0.25, "count": np.int64(3)}
    Writer.create(path, known.VARIABLES[:1], {}, big).close()
    with open_run(path) as run:
        assert run.provenance == big | {"seed": str(2**70)}
