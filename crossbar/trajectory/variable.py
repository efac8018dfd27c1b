"""What one variable of a trajectory file is: its place, its axes, its meaning, and how often a row of it
comes."""

from __future__ import annotations

from dataclasses import dataclass
from math import prod
from typing import Literal, get_args

import numpy as np

from crossbar.errors import SpecError

Cadence = Literal["static", "epoch", "snapshot", "sample", "pulse"]
DENSE = ("sample", "pulse")  # any number of rows at a commit

SMALL = 1024  # bytes a row: below it many rows share one uncompressed chunk
BLOCK = 4096  # bytes of such a shared chunk, at most 64 rows
CHUNK = 4 << 20  # bytes: a larger row is cut along its first axis
SERIES = 1 << 20  # bytes a chunk of a dense series


@dataclass(frozen=True)
class Variable:
    """One named array of a trajectory file.

    path: "train_loss" lies in the root, "layer0/weights_c" in the group `layer0`.
    dims, shape: names and lengths of the axes of one row, without the record axis.  The names belong to the
        variable's own group: `layer0` and `layer1` may both have an `input` of their own length.
    dtype: an integer or a float of NumPy; "str" for static text.
    cadence: "static" is written once, at creation; "epoch" gets a row at every commit; "snapshot" at some
        commits, on the axis `snapshot`, whose coordinate is the record it belongs to; "sample" and "pulse"
        get any number of rows at a commit, on the axes `sample` and `pulse`.
    rows: for these two only, the usual number of rows of a commit: chunks are cut to end where commits end.
    Raises SpecError where these do not fit together.
    """

    path: str
    dims: tuple[str, ...]
    shape: tuple[int, ...]
    dtype: str
    units: str
    long_name: str
    cadence: Cadence = "epoch"
    rows: int = 0

    def __post_init__(self) -> None:
        for holds, rule, got in self._rules():
            if not holds:
                raise SpecError(f"trajectory variable {self.path!r}: {rule} (got {got!r})")

    def _rules(self) -> list[tuple[bool, str, object]]:
        kind = "U" if self.dtype == "str" else np.dtype(self.dtype).str[1:]
        parts = self.path.split("/")
        kinds = "i1 i2 i4 i8 u1 u2 u4 u8 f4 f8" + " U" * (self.cadence == "static")
        return [
            (self.cadence in get_args(Cadence), f"cadence must be one of {get_args(Cadence)}", self.cadence),
            (all(part.isidentifier() for part in parts), "the path must be names joined by '/'", self.path),
            (len(self.dims) == len(self.shape), "needs one length a dimension", (self.dims, self.shape)),
            (all(n > 0 for n in self.shape), "lengths must be >= 1; leave an empty variable out", self.shape),
            (len(set(self.dims)) == len(self.dims), "dimension names must differ", self.dims),
            (not set(get_args(Cadence)[1:]) & set(self.dims), "dims has no record axis", self.dims),
            (parts[-1] not in self.dims or self.dims == (parts[-1],),
             "only a coordinate, with one axis, may be named as its dimension", self.dims),
            (kind in kinds.split(),
             "dtype must be an integer or float of NetCDF, or static text", self.dtype),
            (bool(self.units and self.long_name), "needs units ('1': a number) and long_name", self.units),
            (self.cadence not in DENSE or self.rows > 0, "rows must be the usual number a commit", self.rows),
        ]  # fmt: skip

    @property
    def group(self) -> str:
        """Path of the group that holds the variable; "" is the root."""
        return self.path.rpartition("/")[0]

    @property
    def name(self) -> str:
        """The last part of the path."""
        return self.path.rpartition("/")[2]

    @property
    def row_bytes(self) -> int:
        """Bytes of one row (text counts 16 bytes a word, its reference in the file)."""
        return prod(self.shape) * (16 if self.dtype == "str" else np.dtype(self.dtype).itemsize)

    @property
    def fill(self) -> float | int | None:
        """What a row holds before it is committed: NaN, -1, or the largest unsigned number."""
        if self.dtype == "str" or self.cadence == "static":
            return None
        dtype = np.dtype(self.dtype)
        return {"f": np.nan, "i": -1, "u": np.iinfo(dtype).max if dtype.kind == "u" else 0}[dtype.kind]

    @property
    def storage(self) -> dict[str, object]:
        """Options of the HDF5 data set.

        A chunk is a commit unit: rewriting a compressed chunk leaks the room of its former version.  So a
        large row has chunks of its own, a series has chunks as long as a commit, and small rows share chunks
        that are not compressed and are rewritten in place.
        """
        if self.cadence not in DENSE and (self.row_bytes <= SMALL or self.dtype == "str"):
            if self.cadence == "static":
                return {}
            return {"chunks": (max(1, min(64, BLOCK // self.row_bytes)), *self.shape)}
        filters = {"compression": "gzip", "compression_opts": 1, "shuffle": True, "fletcher32": True}
        return {"chunks": self._chunk(), **filters}

    def _chunk(self) -> tuple[int, ...]:
        if self.cadence in DENSE:
            return (_block(self.rows, max(1, SERIES // self.row_bytes)), *self.shape)
        first = _block(self.shape[0], max(1, CHUNK * self.shape[0] // self.row_bytes))
        return (1,) * (self.cadence != "static") + (first, *self.shape[1:])


def _block(rows: int, most: int) -> int:
    """Rows a chunk: all of them, or a divisor of them near `most`, so that commits end where chunks end."""
    if rows <= most:
        return rows
    return next((n for n in range(most, most // 2, -1) if rows % n == 0), most)
