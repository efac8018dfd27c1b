"""The trajectory file: what is written comes back, whoever reads it and whenever; what is wrong is said."""

import os
import sys
from dataclasses import replace

import h5py
import netCDF4
import numpy as np
import pytest
import xarray

from crossbar.errors import CrossbarError, DataError, FileError, SpecError
from crossbar.trajectory import Variable, Writer, describe, open_run, provenance
from tests.crossbar import known_records as known


def create(path, records=0, **options):
    writer = Writer.create(path, known.VARIABLES, known.STATIC, known.PROVENANCE, **options)
    for record in range(records):
        writer.commit(record, **known.rows(record))
    return writer


@pytest.fixture
def path(tmp_path):
    return tmp_path / "run.h5"


@pytest.fixture(scope="module")
def finished(tmp_path_factory):
    """A finished run of 5 records, to be read only."""
    path = tmp_path_factory.mktemp("finished") / "run.h5"
    create(path, 5).close(finished=True)
    return path


def damaged(finished, path, change):
    """A copy of a finished run with its bytes changed."""
    content = bytearray(finished.read_bytes())
    path.write_bytes(change(content) or content)
    return path


# What is written comes back


def test_finished_run(finished):
    with open_run(finished) as run:
        known.check(run, 5)
        assert run.finished
        assert run.epochs == 5
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


def arrays(tree):
    return {
        f"{node.path}/{name}".replace("//", "/")[1:]: variable.values
        for node in tree.subtree
        for name, variable in node.dataset.variables.items()
    }


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
        assert tree["probes"].sizes == {"sample": 200, "probe": 3}
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
            assert run.epochs == record
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
    writer = create(path, 3)
    half_commit(writer, monkeypatch)
    writer._let_go()  # as a kill would
    assert describe(path).state == "killed"
    with Writer.resume(path):
        pass
    with xarray.open_datatree(path, engine="h5netcdf") as tree:
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
    writer = create(path, 2)
    with open_run(path) as growing:
        writer._let_go()
        with open_run(path), Writer.resume(path):
            known.check(growing, 2)
    with open_run(path), Writer.resume(path):
        pass


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
        ("epoch", (32, 8), 0, (2, 32, 8)),
        ("epoch", (784, 256), 0, (1, 784, 256)),
        ("snapshot", (4096, 4096), 0, (1, 128, 4096)),
        ("static", (784, 256), 0, (784, 256)),
        ("static", (4096, 4096), 0, (128, 4096)),
        ("sample", (3,), 1617, (1617, 3)),
        ("sample", (100,), 60000, (2500, 100)),
        ("sample", (100,), 59999, (1310, 100)),
    ],
)
def test_chunks_end_where_commits_end(cadence, shape, rows, chunks):
    """Chunks hold whole commits or equal parts of one; in bytes as the constants of `variable` say."""
    dims = tuple("xy"[: len(shape)])
    v = Variable("v", dims, shape, "float64", "1", "v", cadence, rows)
    assert v.storage["chunks"] == chunks
    assert ("compression" in v.storage) == (cadence == "sample" or v.row_bytes > 1024)


# What is wrong is said


def test_existing_output(path):
    path.write_text("precious")
    with pytest.raises(FileError, match=r"run\.h5: the output must not exist yet"):
        create(path)
    assert path.read_text() == "precious"
    create(path, 1, overwrite=True).close()
    with open_run(path) as run:
        known.check(run, 1)


def test_output_that_appears_meanwhile(path, monkeypatch):
    monkeypatch.setattr("crossbar.trajectory.place.must_be_writable", lambda *_: path.write_text("precious"))
    with pytest.raises(FileError, match="has just appeared"):
        create(path)
    assert path.read_text() == "precious"
    assert os.listdir(path.parent) == ["run.h5"]


def test_file_system_without_links(path, monkeypatch):
    monkeypatch.setattr(os, "link", lambda *_: (_ for _ in ()).throw(PermissionError(1, "no links here")))
    create(path, 1).close()
    assert os.listdir(path.parent) == ["run.h5"]
    with pytest.raises(FileError, match="must not exist yet"):
        create(path)


def test_no_folder(path):
    with pytest.raises(FileError, match="folder must exist"):
        create(path.parent / "missing" / "run.h5")
    with pytest.raises(FileError, match="is a folder"):
        create(path.parent, overwrite=True)


@pytest.mark.skipif(not hasattr(os, "geteuid") or os.geteuid() == 0, reason="root may write anywhere")
def test_unwritable_folder(tmp_path):
    tmp_path.chmod(0o500)
    with pytest.raises(FileError, match="folder must be writable"):
        create(tmp_path / "run.h5")


def test_unwritable_folder_as_told_by_the_system(path, monkeypatch):
    monkeypatch.setattr(os, "access", lambda *_: False)
    with pytest.raises(FileError, match=r"run\.h5: the output's folder must be writable"):
        create(path)


def test_missing_file(path):
    for read in (open_run, describe, Writer.resume):
        with pytest.raises(FileError, match=r"run\.h5: must be a trajectory file; there is none"):
            read(path)


def test_folder_in_place_of_a_file(tmp_path):
    with pytest.raises(FileError, match="must be a readable file"):
        open_run(tmp_path)


@pytest.mark.parametrize("content", [b"", b"\x89HDF", b"epoch,loss\n1,0.5\n"])
def test_not_hdf5(path, content):
    path.write_bytes(content)
    with pytest.raises(FileError, match=r"run\.h5: must be an HDF5 file, but begins with"):
        open_run(path)


def test_foreign_hdf5(path):
    with h5py.File(path, "w") as h5:
        h5["epoch"] = np.arange(3)
    with pytest.raises(FileError, match="attribute schema = 'crossbar-trajectory'"):
        open_run(path)


def test_newer_schema(finished, path):
    path.write_bytes(finished.read_bytes())
    with h5py.File(path, "r+") as h5:
        h5.attrs["schema_version"] = 2
    with pytest.raises(FileError, match="schema_version must be <= 1, but is newer, 2; upgrade"):
        open_run(path)


@pytest.mark.parametrize("part", [0.02, 0.2, 0.5, 0.8, 0.99])
def test_truncated_file(finished, path, part):
    damaged(finished, path, lambda content: content[: int(part * len(content))])
    with pytest.raises(
        FileError, match=r"run\.h5: must be a readable trajectory file; it is truncated or damaged"
    ):
        open_run(path)


@pytest.mark.parametrize("part", [0.1, 0.3, 0.6, 0.9])
def test_truncated_killed_file(path, part):
    """Such a file may open (SWMR readers must not trust the size), but what is lost is said."""
    writer = create(path, 5)
    writer._let_go()
    content = path.read_bytes()
    path.write_bytes(content[: int(part * len(content))])
    try:
        damage = describe(path).damage
    except FileError as error:
        damage = [str(error)]
    assert damage
    assert all("truncated or damaged" in line for line in damage)


def test_flipped_bits(finished, path):
    """A changed byte is noticed, or lies where nobody reads, or in small uncompressed series and attributes."""
    size = finished.stat().st_size
    said = 0
    for at in np.random.default_rng(5).integers(0, size, 60):
        damaged(finished, path, lambda content, at=at: content.__setitem__(at, content[at] ^ 0x55))
        try:
            said += bool(describe(path).damage)
        except FileError:
            said += 1
    assert said > 5


def test_damaged_chunk_is_found(finished, path):
    with h5py.File(finished) as h5:
        at = h5["layer0/weights_c"].id.get_chunk_info(1).byte_offset
    damaged(finished, path, lambda content: content.__setitem__(at + 20, content[at + 20] ^ 1))
    found = describe(path)
    assert not found.whole
    assert [line.partition(":")[0] for line in found.damage] == ["layer0/weights_c"]
    with pytest.raises(FileError, match="damaged"):
        Writer.resume(path)
    assert os.listdir(path.parent) == ["run.h5"]


def test_unknown_name(finished):
    with (
        open_run(finished) as run,
        pytest.raises(FileError, match="has no variable 'train_los'; there are train_loss"),
    ):
        run["train_los"]


def test_closed_run(finished):
    run = open_run(finished)
    run.close()
    with pytest.raises(FileError, match="this run is closed"):
        run["train_loss"]


LOSS, WEIGHTS = known.VARIABLES[0], known.VARIABLES[5]


@pytest.mark.parametrize(
    ("change", "rule"),
    [
        ({"path": "a//b"}, "names joined by '/'"),
        ({"path": "train loss"}, "names joined by '/'"),
        ({"dims": ("x",)}, "one length a dimension"),
        ({"dims": ("x",), "shape": (0,)}, "leave an empty variable out"),
        ({"dims": ("x", "x"), "shape": (2, 2)}, "must differ"),
        ({"dims": ("epoch",), "shape": (2,)}, "no record axis"),
        ({"dims": ("train_loss", "x"), "shape": (2, 2)}, "only a coordinate"),
        ({"dtype": "bool"}, "dtype must be"),
        ({"dtype": "float16"}, "dtype must be"),
        ({"dtype": "str"}, "dtype must be"),
        ({"units": ""}, "needs units"),
        ({"long_name": ""}, "needs units"),
        ({"cadence": "hourly"}, "cadence must be one of"),
        ({"cadence": "sample"}, "rows must be"),
    ],
)
def test_bad_variable(change, rule):
    with pytest.raises(SpecError, match=f"^trajectory variable '.*': .*{rule}"):
        replace(LOSS, **change)


@pytest.mark.parametrize(
    ("more", "rule"),
    [
        (LOSS, "name is taken"),
        (replace(LOSS, path="layer0/record"), "name is taken"),
        (replace(LOSS, path="provenance/x"), "name is taken"),
        (
            replace(WEIGHTS, path="layer0/other", shape=(31, 20)),
            "axis 'input' must be as long as in '/layer0', 30",
        ),
        (
            replace(WEIGHTS, path="layer0/deep/w", shape=(30, 21)),
            "axis 'output' must be as long as in '/layer0'",
        ),
    ],
)
def test_variables_that_do_not_fit(path, more, rule):
    with pytest.raises(SpecError, match=rule):
        Writer.create(path, [*known.VARIABLES, more], known.STATIC, {})
    assert not os.listdir(path.parent)


def put(record, cadence, name, value):
    given = known.rows(record)
    given[cadence] = given[cadence] | {name: value}
    return given


@pytest.mark.parametrize(
    ("given", "rule"),
    [
        (put(2, "epoch", "loss", 1.0), r"unknown \['loss'\]"),
        ({**known.rows(2), "epoch": {"train_loss": 1.0}}, r"missing \['layer0/pulses', 'seconds'\]"),
        ({**known.rows(2), "epoch": None}, "missing"),
        (put(2, "epoch", "train_loss", [1.0]), r"must have shape \(\) \(got \(1,\)\)"),
        (put(2, "snapshot", "layer1/weights_c", np.ones((4, 21))), r"must have shape \(21, 4\)"),
        (put(2, "epoch", "layer0/pulses", np.ones((2, 2))), r"must hold int64 values \(got float64"),
        (put(2, "epoch", "train_loss", "high"), "must hold float64 values"),
        (put(2, "sample", "probes/pulses", np.full((40, 3), 2**40)), "must hold int32 values"),
        (put(2, "sample", "probes/pulses", np.ones((39, 3), int)), "same number of rows"),
        (put(2, "sample", "probes/pulses", 1), "must have shape"),
    ],
)
def test_rows_that_do_not_fit(path, given, rule):
    """They leave no trace: nothing is written before all of it is known to fit."""
    with create(path, 2) as writer:
        size = path.stat().st_size
        with pytest.raises(DataError, match=rule):
            writer.commit(2, **given)
        assert path.stat().st_size == size
        writer.commit(2, **known.rows(2))
    with open_run(path) as run:
        known.check(run, 3)


@pytest.mark.parametrize("record", [1, 0, -1])
def test_records_only_rise(path, record):
    with create(path, 2) as writer, pytest.raises(DataError, match="must be >= 0 and after the last, 1"):
        writer.commit(record, **known.rows(2))


def test_series_where_none_is_declared(path):
    with (
        Writer.create(path, [LOSS], {}, {}) as writer,
        pytest.raises(DataError, match="has no variable of cadence 'sample'"),
    ):
        writer.commit(0, {"train_loss": 1.0}, sample={"probes/pulses": [1]})


def test_static_arrays_that_do_not_fit(path):
    with pytest.raises(DataError, match=r"missing \['probes/row'\]"):
        static = {name: value for name, value in known.STATIC.items() if name != "probes/row"}
        Writer.create(path, known.VARIABLES, static, {})
    assert not os.listdir(path.parent)


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
    assert found["hdf5"] == h5py.version.hdf5_version
    assert found["cpu"]
    assert len(found["git_commit"].removesuffix("-dirty")) in (0, 40)


def test_large_provenance(path):
    """Far beyond the 64 KiB that an attribute could hold in older formats; and numbers of any size."""
    big = {"config_toml": "x = 1\n" * 50_000, "seed": 2**70, "share": 0.25, "count": np.int64(3)}
    Writer.create(path, [LOSS], {}, big).close()
    with open_run(path) as run:
        assert run.provenance == big | {"seed": str(2**70)}
