"""Checkpoints come back bit for bit, the newest that is whole; a failed one harms none."""

import errno
import os
from pathlib import Path

import numpy as np
import pytest

from crossbar.errors import DataError, FileError
from crossbar.trajectory import (
    DiskFull,
    Writer,
    checkpoints,
    describe,
    drop_checkpoints,
    load_checkpoint,
    save_checkpoint,
)
from tests.crossbar import known_records as known

CELL = np.dtype([("w_min", "f4"), ("c2c", "f8"), ("up", "?")], align=True)
ARRAYS = {
    "layer0/c": np.random.default_rng(0).normal(size=(7, 5)).astype("float32"),
    "layer0/cells": np.array([[(-1.5, 0.3, True)], [(-0.5, np.nan, False)]], CELL),
    "step": np.array(2**53 + 1),
    "empty": np.empty((0, 3), "uint8"),
    "strided": np.arange(20, dtype=">i2")[::3],
    "bits": np.array([np.nan, -0.0, np.inf, 5e-324]),
}
NUMBERS = {"step": 2**80, "rate": 0.1, "loss": float("inf"), "history": [1, 2.5, None], "name": "sgd"}


@pytest.fixture
def path(tmp_path):
    return tmp_path / "run.h5"


def save(path, *records):
    for record in records:
        save_checkpoint(path, record, {"state": np.full(3, record)}, {})


def test_everything_comes_back(path):
    file = save_checkpoint(path, 12, ARRAYS, NUMBERS)
    assert file == path.with_name("run.h5.checkpoints") / "000012.h5"
    found = load_checkpoint(path)
    assert (found.record, found.numbers) == (12, NUMBERS)
    assert list(found.arrays) == sorted(ARRAYS)
    for name, value in ARRAYS.items():
        assert found.arrays[name].shape == value.shape
        assert found.arrays[name].dtype == value.dtype
        if value.dtype == CELL:
            assert all(found.arrays[name][field].tobytes() == value[field].tobytes() for field in CELL.names)
        else:
            assert found.arrays[name].tobytes() == value.tobytes()


def test_the_last_two_are_kept(path):
    save(path, 0, 5, 9, 1_000_000)
    assert checkpoints(path) == [9, 1_000_000]
    assert sorted(os.listdir(path.with_name("run.h5.checkpoints"))) == ["000009.h5", "1000000.h5"]


@pytest.mark.parametrize(("upto", "record"), [(None, 9), (10, 9), (9, 9), (8, 5), (4, None), (-1, None)])
def test_the_newest_up_to_a_record(path, upto, record):
    save(path, 5, 9)
    found = load_checkpoint(path, upto)
    assert (found and found.record) == record
    assert found is None or found.arrays["state"].tolist() == [record] * 3


def test_none(path):
    assert load_checkpoint(path) is None
    assert checkpoints(path) == []
    drop_checkpoints(path)


def test_drop(path):
    save(path, 1)
    drop_checkpoints(path)
    assert os.listdir(path.parent) == []


def test_a_damaged_one_is_skipped(path):
    """Wherever a byte changes: the newest is found damaged, or the byte is none of the state's."""
    save(path, 3, 4)
    newest = path.with_name("run.h5.checkpoints") / "000004.h5"
    content = newest.read_bytes()
    records = []
    for at in [*range(0, len(content), max(1, len(content) // 50)), content.index(np.full(3, 4).tobytes())]:
        newest.write_bytes(content[:at] + bytes([content[at] ^ 0x10]) + content[at + 1 :])
        found = load_checkpoint(path)
        assert found.arrays["state"].tolist() == [found.record] * 3
        records.append(found.record)
    assert records[-1] == 3
    newest.write_bytes(content[: len(content) // 2])
    assert load_checkpoint(path).record == 3


@pytest.mark.parametrize(
    ("number", "error"), [(errno.ENOSPC, DiskFull), (errno.EFBIG, DiskFull), (errno.EIO, FileError)]
)
def test_a_failed_write_leaves_the_others(path, monkeypatch, number, error):
    save(path, 3, 4)

    def fail(_):
        raise OSError(number, os.strerror(number))

    with monkeypatch.context() as patch, pytest.raises(error, match=r"000005\.h5: .*; "):
        patch.setattr(os, "fsync", fail)
        save(path, 5)
    assert checkpoints(path) == [3, 4]
    assert not list(Path(path.with_name("run.h5.checkpoints")).glob("*.tmp"))


def test_what_cannot_be_stored(path):
    with pytest.raises(DataError, match="checkpoint 1: must hold arrays, and numbers for JSON"):
        save_checkpoint(path, 1, {}, {"when": object()})
    with pytest.raises(DataError, match="checkpoint 1"):
        save_checkpoint(path, 1, {"names": np.array([object()])}, {})
    assert os.listdir(path.parent) == []


def test_a_new_run_has_no_checkpoints_of_a_former_one(path):
    save(path, 7)
    known.create(path, 1).close()
    assert load_checkpoint(path) is None


def test_a_resumed_run_keeps_them(path):
    known.create(path, 3).close()
    save(path, 2)
    Writer.resume(path, 2).close()
    assert describe(path).checkpoints == [2]
