"""Arrays in a small HDF5 file that xarray and netCDF4 open: made in memory, on disk whole or not at all."""

import os
from collections.abc import Mapping, Sequence
from datetime import UTC, datetime
from io import BytesIO
from pathlib import Path
from typing import Any, NamedTuple

from crossbar.trajectory import place

SUFFIXES = (".h5", ".hdf5", ".nc")


class Named(NamedTuple):
    name: str
    dims: tuple[str, ...]
    values: Any
    units: str
    meaning: str


def check_out(out: str | os.PathLike[str]) -> Path:
    """The path of the file.  FileError: another suffix, an existing file, no folder."""
    return place.of_output(out, "file", SUFFIXES)


def write(path: Path, schema: str, dims: Mapping[str, int], variables: Sequence[Named],
          attributes: Mapping[str, Any], overwrite: bool = False) -> Path:  # fmt: skip
    """Writes the variables, each with `units` and `long_name`.  path: of `check_out`.  FileError: not writable."""
    content = _content(schema, dims, variables, attributes)
    return place.write_whole(path, "file", lambda temp: temp.write_bytes(content), overwrite)


def _content(schema: str, dims: Mapping[str, int], variables: Sequence[Named], attributes: Mapping[str, Any]) -> bytes:
    """The whole file, made in memory: HDF5 crashes where a disk is full."""
    import h5netcdf
    import h5py

    buffer = BytesIO()
    with h5py.File(buffer, "w") as h5, h5netcdf.File(h5, "w") as nc:
        nc.attrs.update({"Conventions": "CF-1.11", "schema": schema, "schema_version": 1,
                         "history": f"{datetime.now(UTC):%Y-%m-%dT%H:%M:%SZ} written", **attributes})
        nc.dimensions = dict(dims)
        for each in variables:
            made = nc.create_variable(each.name, each.dims, data=each.values)
            made.attrs["units"], made.attrs["long_name"] = each.units, each.meaning
    return buffer.getvalue()
