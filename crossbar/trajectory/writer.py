"""Write a trajectory so that a kill at any moment loses no record that was acknowledged.

The order of things is everything (measured: 46 of 46 kills lost nothing): all objects are made first, in a
temporary file in the format of HDF5 1.10, then SWMR is switched on, then the file appears under its name.  A
commit writes the data, flushes, writes the marker `record`, flushes.  This holds against the end of a
process, not against a loss of power: nothing forces the disk's own buffers out.
"""

from __future__ import annotations

import os
from collections.abc import Mapping, Sequence
from pathlib import Path
from threading import Lock

import h5py
import numpy as np

from crossbar.errors import DataError, FileError
from crossbar.trajectory import place
from crossbar.trajectory.checkpoint import drop_checkpoints
from crossbar.trajectory.faults import abandon, writing
from crossbar.trajectory.lock import is_being_written, unlock
from crossbar.trajectory.newfile import begin, history, new_file
from crossbar.trajectory.objects import read_variables
from crossbar.trajectory.resume import resumed
from crossbar.trajectory.rows import Arrays, Fitted, append, fitted
from crossbar.trajectory.schema import OWN, own_variables
from crossbar.trajectory.variable import Cadence, Variable

TITLE = "Trajectory of simulated resistive crossbar arrays"
# Making a file is a thousand short calls of h5py: two threads that take turns at them need longer than one after the
# other (measured: 0.28 s instead of 2 x 0.09 s).
_ONE_AT_A_TIME = Lock()


class Writer:
    """The one writer of a trajectory file; made by `Writer.create` or `Writer.resume`.

    path: the file.  variables: what it stores, the file's own coordinates and marker left out.
    records: number of committed records.  last: number of the last one, or None.
    As a context manager it closes the file at the end, not finished unless `close(finished=True)` came
    before.
    """

    def __init__(self, path: Path, h5: h5py.File, held: int, found: Sequence[Variable] = ()) -> None:
        """Take over `h5`, in SWMR mode and with nothing but committed rows; use `create` or `resume`.

        found: all its variables, its own included, where they are known.
        """
        self.path, self._h5, self._held, self._torn, self._open = path, h5, held, False, True
        found = found or read_variables(h5)
        self.variables = [v for v in found if v.name not in OWN]
        self._axes = {v.name: v for v in found if v.name == v.cadence}
        self._on = {v.path: v.cadence for v in found if v.cadence != "static"}
        # Handles stay open: one that closes after a failed write raises where nobody can catch it.
        self._sets = {v.path: h5[v.path] for v in found}
        self._ends = {name: len(self._sets[axis.path]) for name, axis in self._axes.items()}
        self.last = int(self._sets["record"][-1]) if self.records else None
        self._streamed: dict[Cadence, int] = {}  # rows that belong to no record yet
        self._remember()

    @classmethod
    def create(
        cls,
        path: str | os.PathLike[str],
        variables: Sequence[Variable],
        static: Arrays,
        provenance: Mapping[str, object],
        overwrite: bool = False,
    ) -> Writer:
        """Make a new file with every variable, the static ones filled, and no record yet.

        path: must not exist, unless `overwrite`.  static: an array for each variable of cadence "static".
        provenance: attributes of `/provenance`, text or numbers.
        Raises FileError (file exists, folder missing or not writable), DiskFull, SpecError (variables that do
        not fit together), DataError (static arrays that do not fit their variables).
        """
        path = Path(path).absolute()
        place.must_be_writable(path, overwrite)
        if is_being_written(path):
            raise FileError(f"{path}: must have no other writer to be replaced; wait for it or stop it")
        values = fitted([v for v in variables if v.cadence == "static"], static)
        root = {"title": TITLE, "history": history(f"created by {provenance.get('command', 'crossbar')}")}
        with _ONE_AT_A_TIME, new_file(path, variables, root, provenance) as (h5, temp):
            sets = {name: h5[name] for name in values}
            for name, value in values.items():
                sets[name][...] = value
            held = begin(h5, temp)
            drop_checkpoints(path)  # of a former run of this name
            place.move(temp, path, overwrite)
            return cls(path, h5, held, [*own_variables(variables), *variables])

    @classmethod
    def resume(
        cls,
        path: str | os.PathLike[str],
        upto_record: int | None = None,
        provenance: Mapping[str, object] | None = None,
    ) -> Writer:
        """Go on with a killed or closed file after its record `upto_record` (None: the last committed one).

        The committed rows up to there are copied into a new file that replaces the old one in one step; later
        rows, and those that were never committed, are gone.  A number before the first record keeps no row.
        provenance: entries that replace those of the file.
        Raises FileError (missing, damaged, being written, `upto_record` not reached), DiskFull.
        """
        path = Path(path).absolute()
        return cls(path, *resumed(path, upto_record, provenance or {}))

    @property
    def records(self) -> int:
        """Number of committed records."""
        return self._ends["epoch"]

    def commit(
        self,
        record: int,
        epoch: Arrays | None = None,
        snapshot: Arrays | None = None,
        sample: Arrays | None = None,
        pulse: Arrays | None = None,
    ) -> None:
        """Write one record; when this returns it is acknowledged, and no end of the process can lose it.

        record: its number, >= 0 and larger than the last.  epoch: a row for each variable of cadence "epoch".
        snapshot: likewise, or None for no snapshot at this record.  sample, pulse: arrays of n rows, n the same
        for all of them, or None for n = 0; rows that `stream` wrote before belong to this record too.
        Raises DataError before anything is written (names, shapes, types); DiskFull or FileError when a write
        fails: the file is then dropped as a kill would leave it, and this writer is of no more use.
        """
        self._must_be_open()
        rows = self._rows_of(record, epoch or {}, snapshot, {"sample": sample, "pulse": pulse})
        with writing(self.path, self._let_go):
            self._untear()
            self._torn = True
            self._append(rows)
            self._append({"record": np.array([record])})
        # One assignment: Ctrl-C finds the ends of all axes before this record, or of all after it.
        self._ends = {name: self._at(name) + len(rows.get(axis.path, ())) for name, axis in self._axes.items()}
        self.last, self._torn, self._streamed = record, False, {}

    def stream(self, axis: Cadence, rows: Arrays) -> None:
        """Write rows of a dense axis ahead of the record that they will belong to, so that none need be kept.

        Until that record is committed, readers do not see them, and the end of the process loses them.
        Raises as `commit`.
        """
        self._must_be_open()
        fit = self._dense(axis, rows)
        with writing(self.path, self._let_go):
            self._untear()
            self._torn = True
            self._append(fit)
        self._streamed[axis] = self._streamed.get(axis, 0) + len(fit[self._axes[axis].path])
        self._torn = False

    def close(self, finished: bool = False) -> None:
        """Close the file, as one that has reached its end or not; closing twice does nothing.

        Raises DiskFull or FileError if that cannot be written; the committed records stay readable.
        """
        if not self._open:
            return
        with writing(self.path, self._let_go):
            self._torn = self._torn or bool(self._streamed)
            self._streamed = {}  # no record will claim these
            self._untear()
            self._sets["finished"][()] = int(finished)
            self._h5.flush()
        with writing(self.path, self._forget):  # what HDF5 fails to close must not be touched again: it crashes
            self._h5.close()
        self._forget()

    def __enter__(self) -> Writer:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    def __repr__(self) -> str:
        state = "open" if self._open else "closed"
        return f"<Writer {str(self.path)!r}: {self.records} records, {state}>"

    def _rows_of(
        self, record: int, epoch: Arrays, snapshot: Arrays | None, dense: Mapping[Cadence, Arrays | None]
    ) -> Fitted:
        """All new rows by path, coordinates included, with their record axis in front."""
        if record < 0 or (self.last is not None and record <= self.last):
            raise DataError(f"{self.path}: a record must be >= 0 and after the last, {self.last} (got {record})")
        rows = {"epoch": np.array([record])} | _single(fitted(self._of("epoch"), epoch))
        if snapshot is not None:
            rows |= _single(fitted(self._of("snapshot"), snapshot))
            rows |= {axis.path: np.array([record]) for name, axis in self._axes.items() if name == "snapshot"}
        for axis, given in dense.items():
            if axis in self._axes or given:
                new = self._dense(axis, given)
                rows |= new | {f"{axis}_end": np.array([self._at(axis) + len(new[self._axes[axis].path])])}
        return rows

    def _dense(self, axis: Cadence, given: Arrays | None) -> Fitted:
        """New rows of a dense axis and their numbers."""
        if axis not in self._axes:
            raise DataError(f"{self.path}: has no variable of cadence {axis!r} (got {sorted(given or ())}); leave them "
                            f"out")  # fmt: skip
        rows, start = fitted(self._of(axis), given, several=True) if given else {}, self._at(axis)
        return rows | {self._axes[axis].path: np.arange(start, start + len(next(iter(rows.values()), ())))}

    def _at(self, axis: Cadence) -> int:
        """Where the next row of an axis goes."""
        return self._ends[axis] + self._streamed.get(axis, 0)

    def _of(self, cadence: str) -> list[Variable]:
        return [v for v in self.variables if v.cadence == cadence]

    def _append(self, rows: Fitted) -> None:
        """Put rows behind the committed ones, and out of this process."""
        for path, value in rows.items():
            if len(value):
                append(self._sets[path].id, self._at(self._on[path]), value)
        self._h5.flush()

    def _untear(self) -> None:
        """Take back the rows of a commit that Ctrl-C has cut short."""
        if self._torn:
            for path, axis in self._on.items():
                self._sets[path].resize(self._at(axis), 0)
            self._torn = False

    def _remember(self) -> None:
        """Have HDF5 hold where the last chunks lie: a file that cannot be written is closed without reading it."""
        for path, axis in self._on.items():
            data = self._sets[path]
            if at := self._ends[axis]:
                data.id.get_chunk_info_by_coord((at - 1,) + (0,) * (data.ndim - 1))

    def _must_be_open(self) -> None:
        if not self._open:
            raise FileError(f"{self.path}: must be open to take a record; this writer is closed; use Writer.resume")

    def _let_go(self) -> None:
        """Drop a file whose writes fail, once: it may stay half open."""
        self._forget()
        abandon(self._h5)

    def _forget(self) -> None:
        unlock(self._held)
        self._held, self._open = -1, False


def _single(rows: Fitted) -> Fitted:
    return {path: value[np.newaxis] for path, value in rows.items()}
