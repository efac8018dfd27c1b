"""Checkpoints: everything a run needs to go on after one of its records, in a folder beside its file.

`run.h5` has `run.h5.checkpoints/000012.h5`: arrays, numbers, and a SHA-256 over all of them.  The file is
made in memory and written by plain calls, so that a full disk is an ordinary error; it appears under its name
in one step, after its bytes are on the disk.  The last two are kept, so that one is whole whatever happens.
"""

from __future__ import annotations

import hashlib
import io
import json
import os
from collections.abc import Mapping
from contextlib import suppress
from pathlib import Path
from shutil import rmtree
from typing import NamedTuple

import h5py
import numpy as np
from h5py import h5d, h5g, h5p, h5s, h5t

from crossbar.errors import DataError, FileError
from crossbar.trajectory.faults import reading, writing

KEEP = 2
_GROUPS = h5p.create(h5p.LINK_CREATE)  # "/" in a name makes a group
_GROUPS.set_create_intermediate_group(True)


class Checkpoint(NamedTuple):
    """The state after `record`: arrays as they were (dtype, shape, bits), numbers as JSON holds them."""

    record: int
    arrays: dict[str, np.ndarray]
    numbers: dict[str, object]


def save_checkpoint(
    path: str | os.PathLike[str], record: int, arrays: Mapping[str, np.ndarray], numbers: Mapping[str, object]
) -> Path:
    """Keep the state after `record` of the run at `path`; returns the checkpoint's file.

    arrays: NumPy arrays of any shape, numeric, bool or structured; "/" in a name makes a group.
    numbers: what JSON can hold: integers and floats come back exactly.
    Raises DiskFull, FileError (folder not writable), DataError (what cannot be stored).
    """
    folder = _folder(path)
    image = _image(Checkpoint(record, {k: np.asarray(v) for k, v in arrays.items()}, dict(numbers)))
    final = folder / f"{record:06d}.h5"
    temp = final.with_suffix(".tmp")
    with writing(final):
        folder.mkdir(exist_ok=True)
        try:
            _write_through(temp, image)
            os.replace(temp, final)
        except BaseException:
            temp.unlink(missing_ok=True)
            raise
        _sync_folder(folder)
        for left in (*folder.glob("*.tmp"), *_files(path)[:-KEEP]):
            left.unlink(missing_ok=True)
    return final


def load_checkpoint(path: str | os.PathLike[str], upto_record: int | None = None) -> Checkpoint | None:
    """The newest checkpoint of the run at `path` that is whole and stands at a record <= `upto_record`, or
    None."""
    for file in reversed(_files(path)):
        if upto_record is None or int(file.stem) <= upto_record:
            try:
                return _read(file)
            except FileError:
                continue  # damaged: the one before it is whole
    return None


def checkpoints(path: str | os.PathLike[str]) -> list[int]:
    """Records at which the run at `path` has checkpoints, whole or not, in order."""
    return [int(file.stem) for file in _files(path)]


def drop_checkpoints(path: str | os.PathLike[str], keep: int = 0) -> None:
    """Remove the checkpoints of the run at `path`, if any, but for the last `keep`."""
    if not keep:
        rmtree(_folder(path), ignore_errors=True)
    for left in _files(path)[:-keep] if keep else ():
        with suppress(OSError):
            left.unlink()


def _folder(path: str | os.PathLike[str]) -> Path:
    path = Path(path).absolute()
    return path.with_name(path.name + ".checkpoints")


def _files(path: str | os.PathLike[str]) -> list[Path]:
    return sorted((f for f in _folder(path).glob("*.h5") if f.stem.isdecimal()), key=lambda f: int(f.stem))


def _image(checkpoint: Checkpoint) -> bytes:
    """The bytes of the HDF5 file."""
    memory = io.BytesIO()
    try:
        numbers = json.dumps(checkpoint.numbers)
        with h5py.File(memory, "w", libver=("v110", "v110")) as h5:
            group = h5.create_group("arrays").id
            for name, value in checkpoint.arrays.items():
                _store(group, name, value)
            h5.attrs["record"], h5.attrs["numbers"] = checkpoint.record, numbers
            h5.attrs["sha256"] = _digest(checkpoint.record, checkpoint.arrays, numbers)
    except (TypeError, ValueError) as error:
        raise DataError(
            f"checkpoint {checkpoint.record}: must hold arrays, and numbers for JSON ({error}); convert it"
        ) from error
    return memory.getvalue()


def _store(group: h5g.GroupID, name: str, value: np.ndarray) -> None:
    """`group[name] = value` by h5py's inner calls: dozens of arrays an epoch, and the threads of others wait."""
    kind, shape = h5t.py_create(value.dtype, logical=True), h5s.create_simple(value.shape)
    h5d.create(group, name.encode(), kind, shape, lcpl=_GROUPS).write(h5s.ALL, h5s.ALL, np.ascontiguousarray(value))


def _read(file: Path) -> Checkpoint:
    with reading(file), h5py.File(io.BytesIO(file.read_bytes()), "r") as h5:
        arrays: dict[str, np.ndarray] = {}
        h5.get("arrays", h5).visititems(
            lambda name, item: arrays.update({name: item[()]}) if isinstance(item, h5py.Dataset) else None
        )
        arrays = {name: np.asarray(value) for name, value in arrays.items()}
        record, numbers = int(h5.attrs["record"]), str(h5.attrs["numbers"])
        if h5.attrs["sha256"] != _digest(record, arrays, numbers):
            raise ValueError("its SHA-256 does not fit")
        return Checkpoint(record, arrays, json.loads(numbers))


def _digest(record: int, arrays: Mapping[str, np.ndarray], numbers: str) -> str:
    """SHA-256 over names, types, shapes and values; padding of structured types left out."""
    digest = hashlib.sha256(f"{record} {numbers}".encode())
    for name, value in sorted(arrays.items()):
        digest.update(f"{name} {value.shape} {value.dtype.names or value.dtype.str}".encode())
        for column in value.dtype.names or ():
            digest.update(np.ascontiguousarray(value[column]).tobytes())
        if not value.dtype.names:
            digest.update(np.ascontiguousarray(value).tobytes())
    return digest.hexdigest()


def _write_through(temp: Path, image: bytes) -> None:
    with open(temp, "wb") as file:
        file.write(image)
        file.flush()
        os.fsync(file.fileno())


def _sync_folder(folder: Path) -> None:
    """Make the new name itself last; Windows cannot, and has no need to."""
    if os.name == "posix":
        descriptor = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(descriptor)
        finally:
            os.close(descriptor)
