"""Device-to-device spread: numbers drawn once per cell when an array is made.  docs/theory.md (2.10)."""

from collections.abc import Mapping
from typing import Any

import numpy as np

from crossbar.errors import SpecError

# One child of the array's generator each, in this order; "cells" has a child per parameter of a user's law.
# Append only: the order is part of every seeded result.
QUANTITIES = (
    "gain", "imbalance", "w_min", "w_max", "af", "gamma_up", "gamma_down", "cells", "stuck", "stuck at", "lifetime",
    "rest", "diffusion", "drift",
)  # fmt: skip
FLOOR = 0.01
# The field of a spec that decides a number of the kernel's state, where the two have different names.
FIELDS = {
    "s_up": "step", "s_dn": "step", "a_up": "step", "a_dn": "step", "b_up": "step", "b_dn": "step", "slope": "a",
    "offset": "b", "A_dn": "A_down", "g_up": "gamma_up", "g_dn": "gamma_down", "p_dn": "p_down", "t_up": "up",
    "t_dn": "down", "n_off": "c2c_offset", "n_slope": "c2c_slope", "origin": "c2c_origin",
}  # fmt: skip


class Draws:
    """The draws of one array of n_in x n_out cells, and its state in `dtype`; (1, 1) where there is no spread.

    Every quantity has its own stream, spread or not, so that adding a spread moves no other's numbers.
    """

    def __init__(
        self, who: str, shape: tuple[int, int], rng: np.random.Generator, low_draw: str, dtype: Any,
        stuck: float = 0.0, fields: Mapping[str, str] = FIELDS,
    ) -> None:  # fmt: skip
        self.who, self.shape, self.low_draw, self.dtype, self.fields = who, shape, low_draw, np.dtype(dtype), fields
        self.stuck = stuck
        self.streams = dict(zip(QUANTITIES, rng.spawn(len(QUANTITIES)), strict=True))

    def parameters(self, names: list[str]) -> None:
        """Adds a stream for each parameter of a user's law, in the order of the names."""
        self.streams |= dict(zip(names, self.streams["cells"].spawn(len(names)), strict=True))

    def normal(self, name: str, spread: float) -> np.ndarray:
        """z of every cell in row-major order, or one 0 where the spread is 0."""
        return self.streams[name].standard_normal(self.shape) if spread > 0 else np.zeros((1, 1))

    def relative(self, name: str, spread: float, form: str = "normal", floor: bool = True) -> np.ndarray:
        """1 + spread z, or exp(spread z), at least 1 %."""
        z = spread * self.normal(name, spread)
        with np.errstate(over="ignore"):  # infinity is refused by `cast`
            factor = np.exp(z) if form == "lognormal" else 1 + z
        return self.at_least_1_percent(name, factor, 1.0) if floor else factor

    def at_least_1_percent(self, name: str, drawn: np.ndarray, nominal: float) -> np.ndarray:
        """Raises draws under 1 % of their nominal value to it; SpecError with low_draw = "error"."""
        low = int(np.count_nonzero(drawn < FLOOR * nominal))
        if low and self.low_draw == "error":
            raise SpecError(f"{self.who}: all draws of {name} must be >= 1 % of the nominal value (got {low} "
                            f"of {drawn.size} below); lower the spread or set low_draw = \"floor\".")
        return np.maximum(drawn, FLOOR * nominal)

    def cells(self, **columns: Any) -> np.recarray:
        """Aligned records of per-cell parameters, all of one dtype, in the shape the columns broadcast to."""
        layout = np.dtype([(name, self.dtype) for name in columns], align=True)
        records = np.empty(np.broadcast_shapes(*(np.shape(column) for column in columns.values())), layout)
        for name, column in columns.items():
            records[name] = self.cast(name, column)
        return (self._with_stuck(records) if self.stuck else records).view(np.recarray)

    def _with_stuck(self, records: np.ndarray) -> np.ndarray:
        """The bounds of stuck cells close around a uniform value of their range.

        They leave one unit in the last place between them: laws divide by the range.
        """
        every = np.broadcast_to(records, self.shape).copy()
        stays = self.streams["stuck"].random(self.shape) < self.stuck
        part = self.streams["stuck at"].random(self.shape).astype(self.dtype)
        value = every["w_min"] + part * (every["w_max"] - every["w_min"])
        every["w_min"][stays], every["w_max"][stays] = value[stays], np.nextafter(value, self.dtype.type(np.inf))[stays]
        return every

    def scalars(self, **values: float) -> dict[str, Any]:
        """Numbers of the state's dtype."""
        return {name: self.cast(name, value)[()] for name, value in values.items()}

    def cast(self, name: str, values: Any) -> np.ndarray:
        """The values in the state's dtype.  SpecError: one that it holds as infinity, or as 0 where it is not 0."""
        exact = np.asarray(values, np.float64)
        with np.errstate(over="ignore", under="ignore"):
            held = exact.astype(self.dtype)
        if (lost := ~np.isfinite(held) | ((held == 0) & (exact != 0))).any():
            remedy = "set dtype = \"float64\", or give another value" if held.itemsize == 4 else "give another value"
            raise SpecError(f"{self.who}.{self.fields.get(name, name)}: must be a number that {self.dtype} holds (got "
                            f"{name} = {exact[lost].flat[0]:g}, held as {held[lost].flat[0]:g}); {remedy}.")
        return held
