"""`program`: write-verify, cells brought to targets by reads and pulses in turn.  docs/theory.md (2.17)."""

from dataclasses import dataclass
from typing import Any, Literal

import numpy as np

from crossbar import crosspoint
from crossbar.devices.device import Device
from crossbar.devices.loading import compiled
from crossbar.errors import DataError, SpecError
from crossbar.references import place
from crossbar.seeds import key

Unit = Literal["weight", "S"]
MOST_PULSES = 2**32 - 2  # of a cell: rounds are addresses of 32 bits


@dataclass(frozen=True)
class Programmed:
    """What write-verify made of its targets; arrays in the shape of the targets."""

    targets: np.ndarray  # in `unit`
    weights: np.ndarray  # after the last pulse, whatever the unit
    conductances: np.ndarray | None  # the same in siemens, where the device states them
    error: np.ndarray  # true value minus target, in `unit`; without read noise within the tolerance unless failed
    pulses_up: np.ndarray
    pulses_down: np.ndarray
    failed: np.ndarray  # bool: no read within the tolerance, the one after the last pulse included
    unit: Unit
    tolerance: float  # in `unit`

    def __repr__(self) -> str:
        pulses = (self.pulses_up + self.pulses_down).mean()
        worst = np.abs(self.error[~self.failed]).max(initial=0.0)
        return (f"<Programmed {' x '.join(map(str, self.error.shape))} cells, {self.failed.sum()} failed, the others "
                f"within {worst:.3g}{' S' if self.unit == 'S' else ''}, {pulses:.4g} pulses a cell>")


@dataclass(frozen=True)
class Goal:
    """Targets in the units of the weight, checked; `unit`, `targets` and `tolerance` as they were given."""

    who: str
    device: Device
    targets: Any
    tolerance: float
    budget: int
    read_noise: float
    unit: Unit

    def checked(self) -> np.ndarray:
        """The targets in float64.  SpecError, DataError: what cannot be asked for."""
        if self.unit not in ("weight", "S"):
            raise SpecError(f"{self.who}: unit must be \"weight\" or \"S\" (got {self.unit!r}).")
        if not np.isfinite(self.tolerance) or self.tolerance <= 0:
            raise SpecError(f"{self.who}: tolerance must be a finite number > 0 (got {self.tolerance}); half a step is "
                            f"the least that pulses reach.")
        if not np.isfinite(self.read_noise) or self.read_noise < 0:
            raise SpecError(f"{self.who}: read_noise must be a finite number >= 0 (got {self.read_noise}).")
        if not isinstance(self.budget, int | np.integer) or not 0 <= self.budget <= MOST_PULSES:
            raise SpecError(f"{self.who}: budget must be a whole number from 0 to {MOST_PULSES}, pulses a cell (got "
                            f"{self.budget}).")
        targets = _finite(self.targets, f"{self.who}: targets")
        if self.unit == "S":
            self._check_magnitude(targets)
        return targets

    def _check_magnitude(self, targets: np.ndarray) -> None:
        """DataError: no target is within a range of the device's window: they are in another unit."""
        low, high = self.device.g_min, self.device.g_max
        if low is None or high is None or not targets.size:
            return
        if np.all((targets < 2 * low - high) | (targets > 2 * high - low)):
            raise DataError(f"{self.who}: targets must lie about the window of the device, {low:g} to {high:g} S (got "
                            f"{targets.min():g} to {targets.max():g}); give siemens, 1e-6 for 1 uS.")

    def in_weights(self, values: np.ndarray, r: Any) -> np.ndarray:
        """Of values in the unit of the goal; r: the shift of the references, or None."""
        if self.unit == "weight":
            return values
        return self.device.weights(values) - (0.0 if r is None else r)

    @property
    def per_unit(self) -> float:
        """Units of the weight a unit of the goal."""
        return 1.0 if self.unit == "weight" else float(np.diff(self.device.weights(np.array([0.0, 1.0])))[0])


def program(
    device: Device, targets: Any, *, tolerance: float, budget: int, read_noise: float = 0.0,
    unit: Unit = "weight", seed: int = 0, start: Any = None, dtype: str = "float64",
) -> Programmed:  # fmt: skip
    """Brings a cell of `device` to each of the targets, all cells side by side.

    A cell is read, with read_noise z added; while |read - target| > tolerance it gets one pulse toward the target and
    is read again, until `budget` pulses are spent.  A pulse is one step of the device's law with its own noise and
    clip, seen with its write noise; a device of polarity "up" gets no pulse down.  Time stands still meanwhile.
    targets: (n,) or (rows, columns), weights, or conductances with unit = "S".  tolerance, read_noise, start: in the
    same unit; budget: pulses a cell.  start: a number or the targets' shape, clipped to the bounds; None: weight 0.
    The devices' spreads and references are drawn with `seed`.  dtype: of the weights, float32 or float64.
    Raises SpecError (a knob out of range, siemens of a device that states none), DataError (targets that are no finite
    numbers, or of another shape).
    """
    if not isinstance(device, Device):
        raise SpecError(f"program: device must be a single device (got {getattr(device, 'kind', repr(device))}); give "
                        f"xb.SoftBounds(af=1.0), say, or the device inside a cell.")
    if dtype not in ("float32", "float64"):
        raise SpecError(f"program: dtype must be float32 or float64 (got {dtype}).")
    goal = Goal("program", device, targets, tolerance, budget, read_noise, unit)
    wanted = goal.checked()
    if wanted.ndim not in (1, 2) or not wanted.size:
        raise DataError(f"program: targets must be (n,) or (rows, columns), not empty (got shape {wanted.shape}).")
    shape = np.atleast_2d(wanted).shape
    dev, r = place(device, shape, seed, "program", 0, dtype)
    first = np.zeros(shape) if start is None else goal.in_weights(_start(start, wanted.shape, shape), r)
    v = np.clip(first, dev.cells.w_min, dev.cells.w_max).astype(dtype)
    return write(goal, wanted, dev, r, v, np.zeros_like(v), key(seed, "program"))


def bring(goal: Goal, wanted: np.ndarray, array: Any, r: Any, words: tuple[int, int]) -> Programmed:
    """Programs an array of one device a cell, from where it stands; its pulses are counted as those of updates."""
    v = crosspoint.held(array)
    drawn = getattr(array.cell, "drawn", np.empty(0))
    noise = drawn.reshape(v.shape) if drawn.size else np.zeros_like(v)
    found = write(goal, wanted, array.dev, r, v, noise, words)
    array.w[:] = found.weights
    crosspoint.pulsed(array, found.pulses_up, found.pulses_down)
    return found


def write(
    goal: Goal, wanted: np.ndarray, dev: Any, r: Any, v: np.ndarray, drawn: np.ndarray, words: tuple[int, int]
) -> Programmed:
    """Programs the states v (rows, columns), seen with the write noise `drawn`, in place; words: the key of numbers."""
    from kernels import build
    from kernels import programming as kernel

    targets, n, K = goal.in_weights(wanted.reshape(v.shape), r).reshape(-1), v.size, goal.per_unit
    outcome = kernel.Outcome(np.zeros(n, np.int64), np.zeros(n, np.int64), np.ones(n, bool), drawn.reshape(-1))
    aim = kernel.Goal(
        targets, goal.tolerance * K, goal.read_noise * K, int(goal.budget), goal.device.noise_std,
        goal.device.polarity == "up",
    )  # fmt: skip
    room = kernel.Room(*(part for _ in range(3) for part in build.normals(kernel.CHUNK)))
    with compiled(goal.device):
        kernel.write_verify(build.in_a_row(dev), v.reshape(-1), aim, outcome, build.stream(*words), room)
    weights = v + drawn
    siemens = None
    if goal.device.g_min is not None:
        siemens = goal.device.conductances(weights.astype(np.float64) + (0.0 if r is None else r)).reshape(wanted.shape)
    weights = weights.reshape(wanted.shape)
    error = np.asarray(siemens if goal.unit == "S" else weights, np.float64) - wanted
    ups, downs, failed = (each.reshape(wanted.shape) for each in outcome[:3])
    return Programmed(wanted, weights, siemens, error, ups, downs, failed, goal.unit, float(goal.tolerance))


def _finite(values: Any, who: str) -> np.ndarray:
    try:
        found = np.array(values, np.float64)
    except (TypeError, ValueError):
        raise DataError(f"{who} must be an array of real numbers (got {type(values).__name__}).") from None
    if (wrong := np.count_nonzero(~np.isfinite(found))) > 0:
        raise DataError(f"{who} must be finite (got NaN or infinity in {wrong} of {found.size} places).")
    return found


def _start(start: Any, given: tuple[int, ...], shape: tuple[int, ...]) -> np.ndarray:
    values = _finite(start, "program: start")
    if values.shape not in ((), given):
        raise DataError(f"program: start must be a number or of the targets' shape {given} (got shape {values.shape}).")
    return np.broadcast_to(values, given).reshape(shape)
