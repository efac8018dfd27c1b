"""Measured curves: readings of a device between pulses, and the window they span."""

from dataclasses import dataclass, replace
from functools import cached_property
from typing import Any

import numpy as np

from crossbar.errors import DataError

UNITS = {"S": 1.0, "mS": 1e-3, "uS": 1e-6, "nS": 1e-9}
FEWEST = 5  # pulses in each direction, of each device


@dataclass(frozen=True)
class Curve:
    """One run of readings of one device, each after some pulses."""

    device: str
    cycle: int
    pulses: np.ndarray  # (readings,) int64: signed number of pulses since the reading before, + up; the first is idle
    values: np.ndarray  # (readings,) float64: siemens, or arbitrary units


@dataclass(frozen=True)
class Curves:
    """All curves of a file.  `unit`: of the file, the values are in siemens then; "": arbitrary.

    `span`: the readings that are to be the weights -1 and 1; None: the measured window.
    """

    curves: tuple[Curve, ...]
    unit: str = ""
    source: str = ""
    sha256: str = ""
    span: tuple[float, float] | None = None

    @property
    def devices(self) -> tuple[str, ...]:
        return tuple(dict.fromkeys(curve.device for curve in self.curves))

    @property
    def cycles(self) -> tuple[int, ...]:
        return tuple(sorted({curve.cycle for curve in self.curves}))

    @property
    def n_readings(self) -> int:
        return sum(len(curve.values) for curve in self.curves)

    @property
    def n_pulses(self) -> int:
        return int(sum(np.abs(curve.pulses[1:]).sum() for curve in self.curves))

    @cached_property
    def window(self) -> tuple[float, float]:
        """The lowest and highest conductance the devices reached, read noise smoothed away: medians over devices."""
        if self.span:
            return self.span
        ends = [self._ends(name) for name in self.devices]
        return float(np.median([low for low, _ in ends])), float(np.median([high for _, high in ends]))

    def weights(self, values: Any) -> Any:
        """Readings as weights: the window is -1 .. 1."""
        low, high = self.window
        return (np.asarray(values) - (low + high) / 2) / ((high - low) / 2)

    def readings(self, w: Any) -> Any:
        """The inverse of `weights`."""
        low, high = self.window
        return (low + high) / 2 + np.asarray(w) * ((high - low) / 2)

    def of(self, device: str) -> "Curves":
        """The curves of one device, in the same window."""
        return replace(self, curves=tuple(c for c in self.curves if c.device == device), span=self.window)

    def _ends(self, device: str) -> tuple[float, float]:
        levels = [smooth(c.values, c.pulses) for c in self.curves if c.device == device]
        return min(float(x.min()) for x in levels), max(float(x.max()) for x in levels)


def check(curves: Curves) -> Curves:
    """DataError: too few readings, constant data, one direction only, siemens below 0."""
    who = curves.source or "curves"
    if not curves.curves:
        raise DataError(f"{who}: must hold readings (got a header and no line of data); measure a staircase.")
    for name in curves.devices:
        mine = [c for c in curves.curves if c.device == name]
        moves = np.concatenate([c.pulses[1:] for c in mine])
        for word, number in (("up", int((moves > 0).sum())), ("down", int((moves < 0).sum()))):
            if number < FEWEST:
                raise DataError(f"{who}: device {name} must have at least {FEWEST} readings after a pulse {word} (got "
                                f"{number}); a device needs both directions, measure a whole staircase.")
        if np.ptp(np.concatenate([c.values for c in mine])) == 0:
            raise DataError(f"{who}: device {name} must move under pulses (got {mine[0].values[0]:g} at every one of "
                            f"{sum(len(c.values) for c in mine)} readings); check the contact and the column.")
    if curves.unit and curves.window[0] < 0:
        raise DataError(f"{who}: conductances in siemens must be >= 0 (got a window from {curves.window[0]:g} S); "
                        f"subtract the offset of the instrument, or leave the unit out.")
    return curves


def smooth(values: np.ndarray, pulses: np.ndarray) -> np.ndarray:
    """Moving means over stretches of one direction, as long as read noise needs and the steps allow."""
    turns = np.flatnonzero(np.diff(np.sign(pulses[1:]))) + 1
    return np.concatenate([_mean(part) for part in np.split(values, turns + 1) if len(part)])


def _mean(values: np.ndarray) -> np.ndarray:
    half = half_width(values)
    if half == 0:
        return values
    sums = np.concatenate([[0.0], np.cumsum(values)])
    n = np.arange(len(values))
    reach = np.minimum(np.minimum(n, len(values) - 1 - n) + half // 2, half)  # at the ends one-sided, half as wide
    low, high = np.maximum(n - reach, 0), np.minimum(n + reach + 1, len(values))
    return (sums[high] - sums[low]) / (high - low)


def half_width(values: np.ndarray) -> int:
    """Where the noise of a mean over n readings, r/sqrt(n), meets the step made meanwhile, n |mean step|/2."""
    if len(values) < 8:
        return 0
    d = np.diff(values)
    d = d - d.mean()
    r2, step = max(-float(np.mean(d[1:] * d[:-1])), 0.0), abs(values[-1] - values[0]) / len(values)
    if r2 == 0 or r2 < 0.1 * step**2:
        return 0
    return int(min((4 * r2 / max(step, 1e-300) ** 2) ** (1 / 3) / 2, len(values) // 12))
