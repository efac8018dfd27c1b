"""Rows on their way into a file: are they the right ones, and do they fit?"""

from __future__ import annotations

from collections.abc import Mapping, Sequence

import numpy as np
from h5py import h5d, h5s
from numpy.typing import ArrayLike

from crossbar.errors import DataError
from crossbar.trajectory.variable import Variable

Arrays = Mapping[str, ArrayLike]
Fitted = dict[str, np.ndarray]


def fitted(variables: Sequence[Variable], given: Arrays, several: bool = False) -> Fitted:
    """One array for each variable, in its dtype; with `several`, n rows each, n the same for all.

    Raises DataError for a missing or unknown name, a shape that does not fit, a value that the dtype cannot
    hold.
    """
    names = {v.path for v in variables}
    if names != set(given):
        raise DataError(
            f"trajectory: needs exactly the declared variables (missing {sorted(names - set(given))}, "
            f"unknown {sorted(set(given) - names)}); give each of them"
        )
    arrays = {v.path: _fit(v, given[v.path], several) for v in variables}
    lengths = {name: len(value) for name, value in arrays.items()} if several else {}
    if len(set(lengths.values())) > 1:
        raise DataError(f"trajectory: series of one commit must have the same number of rows (got {lengths})")
    return arrays


def _fit(v: Variable, value: ArrayLike, several: bool) -> np.ndarray:
    if v.dtype == "str":
        array = np.asarray(value, dtype=object)
    else:
        array = _cast(v, np.asarray(value))
    shape = array.shape[several:] if array.ndim >= several else None
    if shape != v.shape:
        raise DataError(f"trajectory variable {v.path!r}: a row must have shape {v.shape} (got {shape})")
    return array


def _cast(v: Variable, array: np.ndarray) -> np.ndarray:
    """Into the variable's dtype: integers into floats, but no float into an integer, and no overflow."""
    dtype = np.dtype(v.dtype)
    if array.dtype.kind in ("biu" if dtype.kind in "iu" else "biuf"):
        cast = array.astype(dtype, copy=False)
        if dtype.kind == "f" or np.array_equal(cast, array):
            return cast
    raise DataError(f"trajectory variable {v.path!r}: must hold {dtype} values (got {array.dtype}: {_some(array)})")


def _some(array: np.ndarray) -> str:
    return np.array2string(array.ravel()[:4], threshold=4)


def append(data: h5d.DatasetID, at: int, value: np.ndarray) -> None:
    """Make `value` the rows of a data set from row `at` on, its last ones.

    By h5py's inner calls: dozens of data sets a record, and the threads of others wait.
    """
    data.set_extent((at + len(value), *value.shape[1:]))
    place = data.get_space()
    place.select_hyperslab((at,) + (0,) * (value.ndim - 1), value.shape)
    data.write(h5s.create_simple(value.shape), place, np.ascontiguousarray(value))
