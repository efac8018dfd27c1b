"""The objects of a trajectory file: made all at once, for SWMR allows no new ones; read back from a file."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

import h5netcdf
import h5py
import numpy as np

from crossbar.errors import FileError
from crossbar.trajectory.schema import SCHEMA, VERSION, axis_of, check, own_variables
from crossbar.trajectory.variable import DENSE, Variable

LIBVER = ("v110", "v110")
_SCALE_ONLY = b"This is a netCDF dimension but not a netCDF variable."


def build(
    h5: h5py.File, variables: Sequence[Variable], root: Mapping[str, object], provenance: Mapping[str, object]
) -> None:
    """Make every object of a trajectory in the new file `h5` without rows."""
    check(variables)
    own = own_variables(variables)
    with h5netcdf.File(h5, "w") as nc:
        _attributes(nc, {"Conventions": "CF-1.11", "schema": SCHEMA, "schema_version": VERSION, **root})
        _attributes(nc.create_group("provenance"), provenance)
        for path in sorted({v.group for v in (*own, *variables)} - {""}):
            nc.create_group(path)
        for v in (*own, *variables):
            _create(h5, nc, v, axis_of(v, own))


def _attributes(group: h5netcdf.Group, values: Mapping[str, object]) -> None:
    for name, value in values.items():
        plain = value.item() if isinstance(value, np.generic) else value
        group.attrs[name] = plain if _is_int64(plain) or isinstance(plain, float) else _text(plain)


def _text(value: object) -> str:
    """As text that UTF-8 can hold: the name of a file need not be one."""
    return str(value).encode("utf-8", "backslashreplace").decode()


def _is_int64(value: object) -> bool:
    return isinstance(value, int) and -(2**63) <= value < 2**63


def _create(h5: h5py.File, nc: h5netcdf.File, v: Variable, axis: Variable | None) -> None:
    group = nc[v.group] if v.group else nc
    for dim, length in zip(v.dims, v.shape, strict=True):
        if dim not in group.dimensions:
            group.dimensions[dim] = length
    if axis is not None and v is axis:
        group.dimensions[v.name] = None
    if v.name in group.dimensions:
        _coordinate(group, v, axis)
    else:
        _plain(h5, v, axis)


def _coordinate(group: h5netcdf.Group, v: Variable, axis: Variable | None) -> None:
    """A variable that is the scale of its own axis."""
    dims = (() if axis is None else (axis.name,)) + v.dims
    made = group.create_variable(v.name, dims, _dtype(v), fillvalue=v.fill, **v.storage)
    made.attrs["units"], made.attrs["long_name"] = v.units, v.long_name
    if v.fill is not None:
        # The fill value stays a property of the data set.  As an attribute it would make xarray read integers
        # as floats, and CF forbids it on coordinates.
        del made.attrs["_FillValue"]


def _plain(h5: h5py.File, v: Variable, axis: Variable | None) -> None:
    """Any other variable, attached to the scales that h5netcdf has made.

    Not by h5netcdf, which asks every variable on an unlimited axis for its length when it makes another one: 80 of
    them took 0.15 s of the start of a run.
    """
    places = () if axis is None else (axis.path,)
    scales = [h5[place] for place in (*places, *(f"{v.group}/{dim}" for dim in v.dims))]
    shape, most = (v.shape, None) if axis is None else ((0, *v.shape), (None, *v.shape))
    made = h5.create_dataset(v.path, shape, _dtype(v), maxshape=most, fillvalue=v.fill, track_order=True, **v.storage)
    for n, scale in enumerate(scales):
        made.dims[n].attach_scale(scale)
    if scales:
        numbers = [scale.attrs["_Netcdf4Dimid"] for scale in scales]
        made.attrs["_Netcdf4Coordinates"] = np.array(numbers, "int32")
        if axis is None:
            made.attrs["_Netcdf4Dimid"] = numbers[0]
    made.attrs["units"], made.attrs["long_name"] = v.units, v.long_name


def _dtype(v: Variable) -> np.dtype:
    return h5py.string_dtype() if v.dtype == "str" else np.dtype(v.dtype)


def attributes(item: h5py.Group) -> dict[str, str | int | float]:
    """Attributes as Python has them: NetCDF stores a number as an array of one."""
    return {name: np.ravel(value)[0].item() if np.ndim(value) else value for name, value in item.attrs.items()}


def check_schema(h5: h5py.File) -> None:
    """Raise FileError unless `h5` is a trajectory of a version this program knows."""
    schema, version = h5.attrs.get("schema"), np.ravel(h5.attrs.get("schema_version", 0))[0]
    if schema != SCHEMA:
        raise FileError(
            f"{h5.filename}: must be a trajectory (attribute schema = {SCHEMA!r}), but has {schema!r}; "
            "give a file that crossbar wrote"
        )
    if version > VERSION:
        raise FileError(
            f"{h5.filename}: schema_version must be <= {VERSION}, but is newer, {version}; upgrade crossbar"
        )


def read_variables(h5: h5py.Group) -> list[Variable]:
    """The variables of a file, its own included, in the order in which they were made."""
    found = []
    for name in h5:
        item = h5[name]
        if isinstance(item, h5py.Group):
            found += read_variables(item)
        elif not bytes(item.attrs.get("NAME", b"")).startswith(_SCALE_ONLY):
            found.append(_read(item))
    return found


def _read(item: h5py.Dataset) -> Variable:
    is_scale = h5py.h5ds.is_scale(item.id)
    dims = (item.name.rpartition("/")[2],) if is_scale else tuple(_dim_name(axis) for axis in item.dims)
    cadence = dims[0] if dims and dims[0] in ("epoch", "snapshot", *DENSE) else "static"
    skip = int(cadence != "static")
    dtype = "str" if h5py.check_string_dtype(item.dtype) else item.dtype.name
    return Variable(
        path=item.name[1:],
        dims=dims[skip:],
        shape=item.shape[skip:],
        dtype=dtype,
        units=item.attrs["units"],
        long_name=item.attrs["long_name"],
        cadence=cadence,  # type: ignore[arg-type]
        rows=item.chunks[0] if cadence in DENSE else 0,
    )


def _dim_name(axis: h5py._hl.dims.DimensionProxy) -> str:
    return axis[0].name.rpartition("/")[2]
