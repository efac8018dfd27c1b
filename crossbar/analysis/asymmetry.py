"""Response factors: what a unit of requested change is worth at a weight, up and down.  docs/theory.md (2.11), (11.1).

    q_up(w), q_dn(w) = mean step up, down per unit of requested change,   F = (q_dn + q_up)/2,   G = (q_dn - q_up)/2

A request is counted in steps of `device.pulse_step`, so q = step/pulse_step.  F is what an update keeps (Sym), G what
pulls it to the symmetry point (Asym), where G = 0.  Lee et al. 2022, eq. 11-12; Wu et al. 2024, eq. 23 (whose leading
minus of G contradicts its own definition).
"""

from abc import ABC, abstractmethod
from dataclasses import dataclass
from typing import Any

import numpy as np

from crossbar.devices import AnyDevice, Cell
from crossbar.devices.device import Device
from crossbar.devices.stepped import Stepped
from crossbar.errors import SpecError
from crossbar.figures_of_merit import bounds, mean_steps, nominal, rises_only
from crossbar.response import array_of

NODES = 2049  # weights at which a law that is not linear is tabulated
POINTS = 201  # of `response_factors` where no weights are given


class Response(ABC):
    """q_up and q_dn of the cells of an array; w_min, w_max, unit (the step by which pulses are counted).

    Numbers of a cell broadcast against weights: single ones, or arrays of the array's shape.
    """

    w_min: Any
    w_max: Any
    unit: float

    @abstractmethod
    def q(self, w: Any) -> tuple[Any, Any]:
        """(q_up, q_dn) at the weights w, the bounds left out."""

    def F(self, w: Any) -> Any:
        """(q_dn + q_up)/2: Sym of Lee et al. 2022."""
        up, down = self.q(w)
        return (down + up) / 2

    def G(self, w: Any) -> Any:
        """(q_dn - q_up)/2: Asym; 0 at the symmetry point."""
        up, down = self.q(w)
        return (down - up) / 2

    def mismatch(self, w: Any, sign: Any) -> Any:
        """MF(w, sign) = F + sign G: what a request is worth; sign: of the gradient, > 0 moves down.

        AF (1 + sign w/w_max) for soft bounds with w_min = -w_max (Lee et al. 2022, eq. 12); F where sign = 0.
        """
        up, down = self.q(w)
        return (down + up) / 2 + np.sign(sign) * (down - up) / 2

    @abstractmethod
    def rows(self, rows: Any) -> "Response":
        """The response of these rows of the array."""


@dataclass(frozen=True)
class Affine(Response):
    """Constant steps, linear steps and soft bounds, exactly: q_up = a_up - b_up w, q_dn = a_dn + b_dn w."""

    a_up: Any
    b_up: Any
    a_dn: Any
    b_dn: Any
    w_min: Any
    w_max: Any
    unit: float

    def q(self, w: Any) -> tuple[Any, Any]:
        return self.a_up - self.b_up * w, self.a_dn + self.b_dn * w

    def rows(self, rows: Any) -> "Affine":
        each = {name: value[rows] if np.ndim(value) else value for name, value in vars(self).items()}
        return Affine(**each)


@dataclass(frozen=True)
class Tabulated(Response):
    """Any other law, linear between NODES weights; all cells alike."""

    w: np.ndarray
    q_up: np.ndarray
    q_dn: np.ndarray
    w_min: float
    w_max: float
    unit: float

    def q(self, w: Any) -> tuple[Any, Any]:
        return np.interp(w, self.w, self.q_up), np.interp(w, self.w, self.q_dn)

    def rows(self, rows: Any) -> "Tabulated":
        return self


@dataclass(frozen=True)
class Factors:
    """The response of a device at weights w, arrays of one shape; without unit."""

    w: np.ndarray
    q_up: np.ndarray
    q_dn: np.ndarray

    @property
    def F(self) -> np.ndarray:
        """Sym."""
        return (self.q_dn + self.q_up) / 2

    @property
    def G(self) -> np.ndarray:
        """Asym."""
        return (self.q_dn - self.q_up) / 2

    def mismatch(self, sign: Any) -> np.ndarray:
        """MF(w, sign) = F + sign G; sign: of the gradient, > 0 moves down."""
        return self.F + np.sign(sign) * self.G


def response_factors(device: AnyDevice, w: Any = None) -> Factors:
    """q_up, q_dn, F and G of a device without spreads and noises at weights w; None: 201 of its range.

    Cells of several devices are set to each weight first.  Raises as `response_of`, but takes such cells; SpecError: a
    weight that is no finite number.
    """
    at = np.linspace(*bounds(device), POINTS) if w is None else np.asarray(w, np.float64)
    if not np.all(np.isfinite(at)):
        raise SpecError(f"response_factors: weights must be finite numbers (got {w}); leave out the others.")
    up, down = (tabulated(device) if isinstance(device, Cell) else response_of(device)).q(at)
    return Factors(at, up + 0 * at, down + 0 * at)


def response_of(device: Device) -> Response:
    """The response of a device without spreads and noises, its reference counted.

    SpecError: not a single device, or one that is pulsed up only.
    """
    if not isinstance(device, Device):
        raise SpecError(f"response_of: device must be a single device (got {device!r}); give xb.SoftBounds(af=1.0), "
                        f"say, or the device inside a cell.")
    if rises_only(device):
        raise SpecError('response_of: device must be pulsed both ways (got polarity = "up"); set polarity = "both".')
    quiet = nominal(device)
    return affine_of(array_of(quiet, np.zeros(1), 0)[0].dev, quiet.pulse_step) or tabulated(quiet)


def affine_of(dev: Any, unit: float) -> Affine | None:
    """The response of every cell of a kernel's state; None for a law whose step is not linear in w."""
    from kernels.devices import Constant, Linear, LinearAdditive, SoftBounds

    if not isinstance(dev, Constant | Linear | LinearAdditive | SoftBounds):
        return None
    cell = {name: _number(dev.cells[name]) for name in dev.cells.dtype.names}
    low, high = cell["w_min"], cell["w_max"]
    if isinstance(dev, Constant):
        steps = cell["s_up"], 0.0 * low, cell["s_dn"], 0.0 * low
    elif isinstance(dev, SoftBounds):
        steps = cell["b_up"] * high, cell["b_up"], -cell["b_dn"] * low, cell["b_dn"]
    else:
        steps = cell["a_up"], cell["b_up"], cell["a_dn"], cell["b_dn"]
    a_up, b_up, a_dn, b_dn = (step / unit for step in steps)
    return Affine(a_up, b_up, a_dn, b_dn, low, high, unit)


def _number(values: Any) -> Any:
    """A parameter of all cells in float64: one number where they are equal."""
    exact = np.asarray(values, np.float64)
    return float(exact[0, 0]) if exact.shape == (1, 1) else exact


def tabulated(device: AnyDevice) -> Tabulated:
    """q at NODES weights from the law's own steps; steps that a bound cuts are continued from those beside them."""
    low, high = bounds(device)
    w = np.linspace(low, high, NODES)
    fine = _finer(device, (high - low) / (4 * NODES))
    up, down = mean_steps(fine, w)
    q_up = _continued(w, up, w + up < high) / fine.pulse_step
    q_dn = _continued(w, -down, w + down > low) / fine.pulse_step
    return Tabulated(w, q_up, q_dn, low, high, device.pulse_step)


def _finer(device: Any, granularity: float) -> Any:
    """The device with smaller steps, where its law is a step times a shape: then a bound cuts the last node only."""
    if isinstance(device, Stepped) and device.granularity > granularity:
        return device.model_copy(update={"step": device.step * granularity / device.granularity})
    return device


def _continued(w: np.ndarray, step: np.ndarray, whole: np.ndarray) -> np.ndarray:
    """The steps, those that are not whole by the straight line through the two nearest whole ones."""
    from scipy.interpolate import interp1d

    if whole.sum() < 2:
        return step
    return interp1d(w[whole], step[whole], fill_value="extrapolate", assume_sorted=True)(w)
