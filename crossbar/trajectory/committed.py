"""Open a trajectory file for reading, whatever state it is in, and tell which of its rows are committed."""

from __future__ import annotations

from pathlib import Path
from typing import NamedTuple

import h5py
import numpy as np

from crossbar.errors import FileError
from crossbar.trajectory import place
from crossbar.trajectory.faults import reading
from crossbar.trajectory.objects import check_schema
from crossbar.trajectory.swmr import open_swmr
from crossbar.trajectory.variable import DENSE, Variable


class Committed(NamedTuple):
    """Numbers of the committed records, and how many rows that makes on each record axis."""

    records: np.ndarray
    rows: dict[str, int]


def open_hdf5(path: Path) -> h5py.File:
    """Open for reading: plainly if the file was closed, else as a reader of a file being written (SWMR).

    Raises FileError (missing, no HDF5 file, truncated, no trajectory, newer schema).
    """
    closed = place.was_closed(path)
    with reading(path):
        h5 = h5py.File(path, "r") if closed else open_swmr(path)
    try:
        with reading(path):
            check_schema(h5)
    except FileError:
        h5.close()
        raise
    return h5


def committed(h5: h5py.File, variables: list[Variable], upto: int | None = None) -> Committed:
    """The committed rows of records <= `upto` (None: all)."""
    record = h5["record"][()]
    record = record[: np.argmin(np.append(record, -1) >= 0)]
    if upto is not None:
        record = record[record <= upto]
    rows = {"epoch": len(record)}
    for axis in variables:
        if axis.name == axis.cadence == "snapshot":
            number = h5[axis.path][()]
            rows["snapshot"] = int(np.sum((number >= 0) & np.isin(number, record)))
        if axis.name == axis.cadence and axis.name in DENSE:
            rows[axis.name] = int(h5[f"{axis.name}_end"][len(record) - 1]) if len(record) else 0
    return Committed(record, rows)
