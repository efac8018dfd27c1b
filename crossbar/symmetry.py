"""Symmetry points: where the mean steps up and down of a device are equal.  docs/theory.md (2.15)."""

from typing import Any

import numpy as np

from crossbar.devices import AnyDevice, ConstantStep, LinearStep, SoftBounds
from crossbar.devices.device import Device
from crossbar.devices.loading import compiled
from crossbar.errors import SpecError

REMEDY = "give it a step that falls toward the bounds (soft_bounds, say), or equal steps up and down"


def symmetry_point(device: AnyDevice) -> float:
    """v* in [w_min, w_max], where the mean steps up and down of the nominal device are equal; no spreads, no noise.

    It is in the device's own coordinate v, whatever its `reference` is.  Linear steps, soft bounds with gamma = 1:

        v* = (s_up - s_dn)/(gamma_up s_up/v_max - gamma_down s_dn/v_min)

    Other laws: by bisection of the compiled law, in float64, to a rounding.  Where every point is one, as with a
    constant step without imbalance, 0.  A point at which the difference grows, from which pulses lead away, does not
    count unless it is 0.
    Raises SpecError (no device; no such point within the bounds).
    """
    if not isinstance(device, Device):
        raise SpecError(f"symmetry_point: device must be a single device (got {device!r}); give xb.SoftBounds(af=1.0), "
                        f"say, or the device inside a cell.")
    if device.polarity == "up":
        raise SpecError('symmetry_point: device must be pulsed both ways (got polarity = "up"); set polarity = "both".')
    point = closed_form(device) if isinstance(device, ConstantStep | LinearStep | SoftBounds) else _bisected(device)
    if point is None:
        raise SpecError(f"symmetry_point: device must have a point between {device.w_min:g} and {device.w_max:g} where "
                        f"up and down steps are equal (got none: {device.describe()}); {REMEDY}.")
    return point


def closed_form(device: ConstantStep | LinearStep | SoftBounds) -> float | None:
    """v* of the linear family; None where there is none."""
    up, down = 1 + device.imbalance, 1 - device.imbalance
    gamma_up, gamma_down = slopes(device)
    fall = gamma_up * up / device.w_max - gamma_down * down / device.w_min
    if up == down:
        return 0.0
    point = (up - down) / fall if fall > 0 else np.inf
    return float(point) if device.w_min <= point <= device.w_max else None


def slopes(device: ConstantStep | LinearStep | SoftBounds) -> tuple[float, float]:
    """gamma_up and gamma_down."""
    if isinstance(device, LinearStep):
        return device.gamma_up, device.gamma_down
    soft = isinstance(device, SoftBounds) and device.af > 0
    return float(soft), float(soft)


def _bisected(device: Any) -> float | None:
    dev = device.nominal().build(1, 1, np.random.default_rng(0), "float64")
    with compiled(device):
        points, found = points_of(dev)
    return float(points[0, 0]) if found.all() else None


def points_of(dev: Any) -> tuple[np.ndarray, np.ndarray]:
    """The symmetry point of every cell of a state, float64, and whether there is one; in the shape of its cells."""
    from kernels import build
    from kernels.symmetry import find_points

    points, found = np.zeros(dev.cells.size), np.zeros(dev.cells.size, bool)
    find_points(build.in_a_row(dev, np.float64), points, found)
    return points.reshape(dev.cells.shape), found.reshape(dev.cells.shape)
