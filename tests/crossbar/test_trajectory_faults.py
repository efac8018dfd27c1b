"""What is wrong with a trajectory file, or with what is put into one, is said in one message; nothing is lost by it."""

import os
from dataclasses import replace

import h5py
import numpy as np
import pytest

from crossbar.errors import DataError, FileError, SpecError
from crossbar.trajectory import Writer, describe, open_run
from tests.crossbar import known_records as known
from tests.crossbar.known_records import create


def damaged(finished, path, change):
    """A copy of a finished run with its bytes changed."""
    content = bytearray(finished.read_bytes())
    path.write_bytes(change(content) or content)
    return path


# Files in the way, files that are not there, files of others


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
    with pytest.raises(FileError, match="the output's folder must exist"):
        create(path.parent / "missing" / "run.h5")
    with pytest.raises(FileError, match="is a folder"):
        create(path.parent, overwrite=True)
    with pytest.raises(FileError, match="must be writable"):
        create(path.with_name(300 * "x"))


@pytest.mark.skipif(not hasattr(os, "geteuid") or os.geteuid() == 0, reason="root may write anywhere")
def test_unwritable_folder(tmp_path):
    tmp_path.chmod(0o500)
    with pytest.raises(FileError, match="must be writable"):
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
    with pytest.raises(FileError, match=r"run\.h5: must be a readable trajectory file; it is truncated or damaged"):
        open_run(path)


@pytest.mark.parametrize("part", [0.1, 0.3, 0.6, 0.9])
def test_truncated_killed_file(path, part):
    """Such a file may open (readers beside a writer must not trust the size), but what is lost is said, and soon."""
    with create(path, 5):
        content = path.read_bytes()
    path.write_bytes(content[: int(part * len(content))])
    try:
        damage = describe(path).damage
    except FileError as error:
        damage = [str(error)]
    assert damage


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
        (replace(LOSS, path="train_loss/x"), "name is taken"),
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
