"""Read a trajectory: finished, closed early, killed, or while it is being written."""

from __future__ import annotations

import os
from collections.abc import Iterator
from difflib import get_close_matches
from pathlib import Path
from typing import TYPE_CHECKING

import numpy as np

from crossbar.errors import CrossbarError, FileError
from crossbar.trajectory import place
from crossbar.trajectory.committed import committed, open_hdf5
from crossbar.trajectory.faults import reading
from crossbar.trajectory.objects import attributes, read_variables
from crossbar.trajectory.variable import Variable

if TYPE_CHECKING:
    import xarray


class Run:
    """A trajectory as arrays by name: `run["layer0/weights_c"]`; made by `open_run`.

    Only committed rows are shown, those that were committed when the run was opened or last refreshed.
    path, variables (by path: dims, units, long_name ...), records (numbers of the committed records),
    n_records, finished, provenance, config (TOML), title, schema_version.
    """

    def __init__(self, path: str | os.PathLike[str]) -> None:
        """Open the file at `path`; raises as `open_run`."""
        self.path = Path(path).absolute()
        self._open()

    def _open(self) -> None:
        self._h5 = open_hdf5(self.path)
        with reading(self.path):
            self.variables: dict[str, Variable] = {v.path: v for v in read_variables(self._h5)}
            self.records, self._rows = committed(self._h5, list(self.variables.values()))
            self.finished = bool(self._h5["finished"][()])
            self.provenance = attributes(self._h5["provenance"])
            root = attributes(self._h5)
            self.title, self.schema_version = str(root["title"]), int(root["schema_version"])

    @property
    def n_records(self) -> int:
        """Number of committed records."""
        return len(self.records)

    @property
    def config(self) -> str:
        """The resolved configuration in TOML; "" if none was stored."""
        return str(self.provenance.get("config_toml", ""))

    def names(self) -> list[str]:
        """Paths of all variables."""
        return list(self.variables)

    def length(self, name: str) -> int:
        """Number of committed rows of a variable; 1 for a static one."""
        return self._rows.get(self._variable(name).cadence, 1)

    def __getitem__(self, name: str) -> np.ndarray:
        """All committed rows of a variable, or the one array of a static one; FileError if there is no such
        name."""
        if self._variable(name).cadence == "static":
            with reading(self.path):
                return self._array(name, ())
        return self.read(name, 0, self.length(name))

    def read(self, name: str, start: int, stop: int | None = None) -> np.ndarray:
        """Rows start..stop of a variable without those before and after; negative numbers count from the
        end."""
        if self._variable(name).cadence == "static":
            raise FileError(f"{self.path}: read needs a variable with rows, but {name!r} is static; use run[{name!r}]")
        start, stop, _ = slice(start, stop).indices(self.length(name))
        with reading(self.path):
            return self._array(name, slice(start, max(start, stop)))

    def _array(self, name: str, rows: slice | tuple[()]) -> np.ndarray:
        data = self._h5[name]
        if self.variables[name].dtype == "str":
            return np.asarray(data.asstr()[rows], dtype=np.str_)
        return np.asarray(data[rows])

    def _variable(self, name: str) -> Variable:
        if not self._h5.id.valid:
            raise FileError(f"{self.path}: must be open to be read; this run is closed; use open_run again")
        if name not in self.variables:
            near = get_close_matches(name, self.variables, 3) or list(self.variables)
            raise FileError(f"{self.path}: has no variable {name!r}; there are {', '.join(near)}")
        return self.variables[name]

    def __contains__(self, name: object) -> bool:
        return name in self.variables

    def __iter__(self) -> Iterator[str]:
        return iter(self.variables)

    def __len__(self) -> int:
        return len(self.variables)

    def to_xarray(self) -> xarray.DataTree:
        """The committed rows as a tree of xarray datasets, read from the file when they are used.

        Needs the extra `xarray`; raises CrossbarError without it.
        """
        try:
            import xarray
        except ImportError:
            raise CrossbarError(
                'to_xarray: needs xarray, which is not installed; pip install "pulse-crossbar[xarray]"'
            ) from None
        swmr = {"swmr": not place.was_closed(self.path)}
        with reading(self.path):
            tree = xarray.open_datatree(self.path, engine="h5netcdf", driver_kwds=swmr)
            return tree.isel({axis: slice(0, n) for axis, n in self._rows.items()}, missing_dims="ignore")

    def refresh(self) -> Run:
        """See what has been committed since; also after the file was replaced by a resumed run."""
        self.close()
        self._open()
        return self

    def close(self) -> None:
        """Close the file; arrays that were read stay."""
        self._h5.close()

    def __enter__(self) -> Run:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    def __repr__(self) -> str:
        last = f", the last is {self.records[-1]}" if self.n_records else ""
        state = "finished" if self.finished else "not finished"
        return f"<Run {self.path.name!r}: {self.n_records} records{last}, {state}, {len(self)} variables>"


def open_run(path: str | os.PathLike[str]) -> Run:
    """Open a trajectory file, also while it is being written and after a kill.

    Raises FileError: no such file, not an HDF5 file, truncated or damaged, no trajectory, newer schema.
    """
    return Run(path)
