"""A figure of a sweep, its seeds taken together: mean, standard error, and how many."""

from dataclasses import dataclass
from functools import cached_property
from itertools import product
from typing import Any

import numpy as np

from crossbar.analysis.resampling import over_seeds
from crossbar.store import Grid

LAST = 3  # epochs over which a figure is averaged
Place = tuple[int, ...]


@dataclass(frozen=True)
class Averages:
    """`figure` over the last three epochs of every point, by the axes other than the seed.

    mean, error (standard error, std/sqrt(n) with n - 1 below; NaN for one seed), count (seeds that are there):
    (axes without the seed...).  Shares between 0 and 1 whose name ends in _accuracy are given in %.
    """

    grid: Grid
    figure: str

    @property
    def percent(self) -> bool:
        return self.figure.endswith("_accuracy")

    @property
    def name(self) -> str:
        return self.figure.replace("_", " ")

    @property
    def unit(self) -> str:
        return " %" if self.percent else ""

    @cached_property
    def seed_axis(self) -> int | None:
        return next((n for n, axis in enumerate(self.grid.axes) if set(axis) == {"seed"}), None)

    @cached_property
    def axes(self) -> list[dict[str, tuple[Any, ...]]]:
        """Those of the sweep without the seed."""
        return [axis for n, axis in enumerate(self.grid.axes) if n != self.seed_axis]

    @property
    def shape(self) -> Place:
        return self.count.shape

    @property
    def seeds(self) -> int:
        """Of a point, where all are there."""
        return 1 if self.seed_axis is None else self.grid.shape[self.seed_axis]

    def _seeds_last(self, values: np.ndarray) -> np.ndarray:
        """The seeds as the axis behind the others; of length 1 where there is none."""
        if self.seed_axis is None:
            return np.expand_dims(values, len(self.grid.shape))
        return np.moveaxis(values, self.seed_axis, len(self.grid.shape) - 1)

    @cached_property
    def _values(self) -> np.ndarray:
        return self._seeds_last(self.grid.last(self.figure, LAST)) * (100 if self.percent else 1)

    @cached_property
    def count(self) -> np.ndarray:
        return np.isfinite(self._values).sum(-1)

    @cached_property
    def mean(self) -> np.ndarray:
        return over_seeds(self._values)[0]

    @cached_property
    def error(self) -> np.ndarray:
        return over_seeds(self._values)[1]

    @cached_property
    def failed(self) -> np.ndarray:
        """Seeds of each point that failed."""
        bad = self.grid.store.failed()
        lost = np.array([address in bad for address in self.grid.addresses]).reshape(self.grid.shape)
        return self._seeds_last(lost & ~self.grid.done).sum(-1)

    def reason(self, place: Place) -> str:
        """Why the first of its seeds that failed did so."""
        at = self.at(place)
        found = next(why for where, why in self._failures if all(where[key] == at[key] for key in at))
        return str(found.get("reason", ""))

    @cached_property
    def _failures(self) -> list[tuple[dict[str, Any], dict[str, Any]]]:
        return self.grid.failures()

    def curve(self, place: Place) -> tuple[np.ndarray, np.ndarray]:
        """Mean and standard error after each epoch, 0 first: (epochs + 1,)."""
        values = self._seeds_last(self.grid[self.figure])[place] * (100 if self.percent else 1)
        return over_seeds(values.T)

    def at(self, place: Place) -> dict[str, Any]:
        """The values of all keys at a place."""
        return {key: values[n] for axis, n in zip(self.axes, place, strict=True) for key, values in axis.items()}

    def ranked(self) -> list[Place]:
        """Places that have a value, the largest first."""
        places = [place for place in product(*map(range, self.shape)) if self.count[place]]
        return sorted(places, key=lambda place: -self.mean[place])

    def shown(self, place: Place) -> str:
        """The value and its error, as text."""
        return f"{self.text(place)}{self.unit}{self.spread(place)}"

    def text(self, place: Place) -> str:
        return f"{self.mean[place]:.2f}" if self.percent else f"{self.mean[place]:.4g}"

    def spread(self, place: Place) -> str:
        error = self.error[place]
        return f" ± {error:.2f}" if self.percent and error >= 0.01 else f" ± {error:.1g}" if error >= 0 else ""


def value_text(value: Any) -> str:
    """A value of an axis."""
    if isinstance(value, float | int) and not isinstance(value, bool):
        return f"{value:g}"
    if isinstance(value, dict):
        return ", ".join(f"{key} {value_text(each)}" for key, each in value.items())
    return str(value)


def at_text(at: dict[str, Any]) -> str:
    return ", ".join(f"{key} = {value_text(value)}" for key, value in at.items())
