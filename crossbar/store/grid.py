"""`Grid`: the points of a sweep as arrays, an axis of the array for each axis of the sweep."""

import os
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from functools import cached_property
from itertools import product
from math import nan
from typing import Any, NamedTuple

import numpy as np

from crossbar.errors import FileError
from crossbar.store.folder import Store

Axis = dict[str, tuple[Any, ...]]  # dotted keys and their values, all equally many


class _Read(NamedTuple):
    """root: figures of the network, (axes..., epochs + 1), short points padded with NaN.  rows, seconds: (axes...)."""

    root: dict[str, np.ndarray]
    rows: np.ndarray
    seconds: np.ndarray


@dataclass(frozen=True)
class Grid:
    """A sweep as it lies in a store, finished or not.

    axes: one table of dotted keys and values each; several keys of an axis change together.  shape: their lengths.
    Points that are not there, or failed, are NaN.
    """

    store: Store
    name: str
    facts: dict[str, Any] = field(repr=False)

    @classmethod
    def open(cls, folder: str | os.PathLike[str], name: str | None = None) -> "Grid":
        """The sweep `name` in the store `folder`; without a name the only one.  FileError: as Store.open, no sweep."""
        store = Store.open(folder)
        facts = store.sweep(name)
        return cls(store, str(facts["name"]), facts)

    @property
    def axes(self) -> list[Axis]:
        return [{key: tuple(values) for key, values in axis.items()} for axis in self.facts["axes"]]

    @property
    def shape(self) -> tuple[int, ...]:
        return tuple(len(next(iter(axis.values()))) for axis in self.axes)

    @property
    def addresses(self) -> list[str]:
        """Of all points, the last axis running fastest."""
        return list(self.facts["points"])

    @property
    def base(self) -> dict[str, Any]:
        """The experiment of which the points are variations, as tables."""
        return dict(self.facts["base"])

    @property
    def command(self) -> str:
        return str(self.facts.get("command", ""))

    def values(self, key: str) -> tuple[Any, ...]:
        """The values of a dotted key along its axis.  FileError: no axis of that key."""
        for axis in self.axes:
            if key in axis:
                return axis[key]
        raise FileError(f"{self.store.folder}: the sweep {self.name} must have an axis {key} (it has "
                        f"{', '.join(key for axis in self.axes for key in axis)}); name one of them.")  # fmt: skip

    def coordinates(self) -> Iterator[dict[str, Any]]:
        """The values of all keys at each point, in the order of `addresses`."""
        for place in product(*map(range, self.shape)):
            yield {key: values[n] for axis, n in zip(self.axes, place, strict=True) for key, values in axis.items()}

    @cached_property
    def done(self) -> np.ndarray:
        """bool (axes...): the points that are there."""
        there = self.store.done()
        return np.array([address in there for address in self.addresses]).reshape(self.shape)

    def records(self) -> Iterator[dict[str, Any] | None]:
        """What was kept of each point, in the order of `addresses`; None where there is nothing."""
        for address, there in zip(self.addresses, self.done.ravel(), strict=True):
            yield self.store.get(address) if there else None

    def record(self, place: tuple[int, ...]) -> dict[str, Any] | None:
        """What was kept of the point at these indices."""
        return self.store.get(self.addresses[np.ravel_multi_index(place, self.shape)]) if self.done[place] else None

    def failures(self) -> list[tuple[dict[str, Any], dict[str, Any]]]:
        """Coordinates of each point that failed when it was last tried, and what is known: reason, kind, created."""
        bad = self.store.failed()
        places = zip(self.coordinates(), self.addresses, strict=True)
        return [(at, self.store.failure(address)) for at, address in places if address in bad]

    @cached_property
    def _read(self) -> _Read:
        """What is asked for most, from one reading of all records."""
        records = list(self.records())
        rows = [len(next(iter(record["epochs"].values()))) if record else 0 for record in records]
        seconds = [record["seconds"] if record else nan for record in records]
        root = self._arrays(records, lambda name: "/" not in name)
        return _Read(root, np.array(rows).reshape(self.shape), np.array(seconds).reshape(self.shape))

    def names(self) -> list[str]:
        """What there is to be asked for: figures of the network first, then those of each layer."""
        first = next((record for record in self.records() if record), None)
        return sorted(first["epochs"], key=lambda name: ("/" in name, name)) if first else []

    def __getitem__(self, name: str) -> np.ndarray:
        """A figure at every point: float64 (axes..., epochs + 1, ...); record 0 is before the training."""
        found = self._read.root if "/" not in name else self._arrays(list(self.records()), lambda other: other == name)
        if name not in found:
            there = self.names()
            what = f"one of {', '.join(there)}" if there else "one of a finished point"
            raise FileError(f"{self.store.folder}: the figure must be {what} (got {name}); name another.")
        return found[name]

    def last(self, name: str, epochs: int = 1) -> np.ndarray:
        """The mean over the last so many epochs of each point: (axes..., ...); fewer where a point has fewer."""
        values, ends = self[name], self._read.rows
        out = np.full(self.shape + values.shape[len(self.shape) + 1 :], nan)
        for place in np.ndindex(*self.shape):
            if (end := ends[place]) > 0:
                out[place] = values[place][max(end - epochs, min(1, end - 1)) : end].mean(0)
        return out

    @property
    def seconds(self) -> np.ndarray:
        """(axes...): what each point took, seconds of its worker."""
        return self._read.seconds

    def _arrays(self, records: list[Any], wanted: Callable[[str], bool]) -> dict[str, np.ndarray]:
        out: dict[str, np.ndarray] = {}
        longest = max((len(next(iter(record["epochs"].values()))) for record in records if record), default=0)
        for n, record in enumerate(records):
            for name, rows in record["epochs"].items() if record else ():
                if wanted(name):
                    values = np.array(rows, np.float64)
                    if name not in out:
                        out[name] = np.full((len(records), longest, *values.shape[1:]), nan)
                    out[name][n, : len(values)] = values
        return {name: values.reshape(self.shape + values.shape[1:]) for name, values in out.items()}
