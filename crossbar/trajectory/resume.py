"""Copy the committed rows of a file through the same schema into a new one that takes its place."""

from __future__ import annotations

import os
from collections.abc import Mapping
from math import ceil
from pathlib import Path

import h5py

from crossbar.errors import FileError
from crossbar.trajectory import place
from crossbar.trajectory.committed import Committed, committed, open_hdf5
from crossbar.trajectory.faults import reading
from crossbar.trajectory.lock import is_same, lock, unlock
from crossbar.trajectory.newfile import begin, history, new_file
from crossbar.trajectory.objects import attributes, read_variables
from crossbar.trajectory.schema import OWN
from crossbar.trajectory.variable import Variable

BLOCK = 64 << 20  # bytes copied at a time


def resumed(path: Path, upto: int | None, provenance: Mapping[str, object]) -> tuple[h5py.File, int]:
    """The new file, in SWMR mode under the name of the old one, and its lock; as `Writer.resume`."""
    place.was_closed(path)  # or says why there is nothing to resume
    place.must_be_writable(path, overwrite=True)
    held = lock(path)
    try:
        place.remove_leftovers(path)
        with open_hdf5(path) as old:
            return _copy(path, old, upto, provenance, held)
    finally:
        unlock(held)


def _copy(
    path: Path, old: h5py.File, upto: int | None, provenance: Mapping[str, object], held: int
) -> tuple[h5py.File, int]:
    with reading(path):
        variables = read_variables(old)
        keep = _kept(path, old, variables, upto)
        root, old_provenance = attributes(old), attributes(old["provenance"])
        sources = {v.path: old[v.path] for v in variables}
    last = keep.records[-1] if len(keep.records) else "none"
    root = {
        "title": root["title"],
        "history": f"{root['history']}\n{history(f'resumed after record {last}')}",
    }
    users = [v for v in variables if v.name not in OWN]
    with new_file(path, users, root, old_provenance | dict(provenance)) as (h5, temp):
        sets = {v.path: h5[v.path] for v in variables}
        for v in variables:
            if v.path != "finished":
                _copy_variable(path, v, sources[v.path], sets[v.path], keep.rows.get(v.cadence, 0))
        new = begin(h5, temp)
        if not is_same(held, path):
            raise FileError(f"{path}: must stay in place while it is resumed, but was replaced; try again")
        os.replace(temp, path)
        return h5, new


def _kept(path: Path, old: h5py.File, variables: list[Variable], upto: int | None) -> Committed:
    whole = committed(old, variables)
    last = whole.records[-1] if len(whole.records) else -1
    if upto is not None and upto > last:
        raise FileError(f"{path}: can be resumed after record {last} at most (got {upto}); resume earlier")
    return whole if upto is None else committed(old, variables, upto)


def _copy_variable(path: Path, v: Variable, old: h5py.Dataset, new: h5py.Dataset, rows: int) -> None:
    if v.cadence == "static":
        with reading(path):
            value = old[()]
        new[...] = value
        return
    new.resize(rows, 0)
    chunk = new.chunks[0]
    step = chunk * ceil(BLOCK / (v.row_bytes * chunk))
    for at in range(0, rows, step):
        with reading(path):
            value = old[at : min(at + step, rows)]
        new[at : at + len(value)] = value
