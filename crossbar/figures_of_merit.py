"""What characterises a device: its mean steps over its range, and the figures that papers quote.

docs/theory.md (2.9), (2.11), (2.18).  All of the law itself: spreads, noises and time are set aside.
"""

from dataclasses import dataclass
from typing import Any

import numpy as np

from crossbar.devices import Cell
from crossbar.devices.device import Device
from crossbar.errors import SpecError
from crossbar.nonlinearity import nonlinearity
from crossbar.response import array_of, beyond, pulse_response, walk

GRID, ROUNDS = 257, 3  # weights at which a sign change is looked for, and how often between the two beside it
NOISES = ("c2c", "write_noise", "stuck", "reference_std")  # 0: the law without chance


@dataclass(frozen=True)
class Characteristics:
    """Figures of a device without spreads and noises; NaN where there is none.

    symmetry_point: the weight at which the up and the down step are equally large.  asymmetry: (up - down)/(up + down)
    of the step sizes at mid range.  nonlinearity_up, _down: labels of the last staircase of `up` and `down` pulses.
    on_off: g_max/g_min, where the device states siemens.
    """

    granularity: float
    n_states: float
    step_up: float
    step_down: float
    symmetry_point: float
    asymmetry: float
    nonlinearity_up: float
    nonlinearity_down: float
    on_off: float
    up: int
    down: int


def characteristics(device: Any, up: int | None = None, down: int | None = None, cycles: int = 1) -> Characteristics:
    """The figures of a device, its labels under `cycles` staircases of `up` and `down` pulses from its lower bound.

    up, down: `pulses_of(device)` where they are not given, which walks the whole range of a constant step.  Of a device
    that can only be raised there are no figures of the down step.  Raises SpecError as `pulse_response`.
    """
    up, down = pulses_of(device, up, down)
    quiet = nominal(device)
    curve = pulse_response(quiet, up, down, devices=1, cycles=cycles).weights[-1 - up - down :, 0]
    low, high = bounds(quiet)
    at_0, middle = mean_steps(quiet, 0.0), mean_steps(quiet, (low + high) / 2)
    return Characteristics(
        granularity=device.granularity, n_states=device.n_states,
        step_up=float(at_0[0]), step_down=float(-at_0[1]),
        symmetry_point=balance(quiet), asymmetry=float((middle[0] + middle[1]) / (middle[0] - middle[1])),
        nonlinearity_up=nonlinearity(curve[: up + 1], up=True), nonlinearity_down=nonlinearity(curve[up:], up=False),
        on_off=on_off(device.inner), up=up, down=down,
    )  # fmt: skip


def pulses_of(device: Any, up: int | None = None, down: int | None = None) -> tuple[int, int]:
    """The pulses of a staircase, where they are not given: as many as the device has states; down only if it can."""
    whole = max(int(np.ceil(device.n_states - 1e-9)), 1)
    return whole if up is None else up, (0 if rises_only(device) else whole) if down is None else down


def rises_only(device: Any) -> bool:
    return isinstance(device, Device) and device.polarity == "up"


def on_off(device: Device) -> float:
    """g_max/g_min; NaN without siemens, infinite for g_min = 0."""
    if device.g_min is None or device.g_max is None:
        return float("nan")
    return device.g_max / device.g_min if device.g_min > 0 else float("inf")


def nominal(device: Any) -> Any:
    """The device without spreads and noises.  A copy beside validation, which refuses what cannot act any more."""
    if isinstance(device, Cell):
        reset = {"reset_std": 0.0} if "reset_std" in type(device).model_fields else {}
        return device.model_copy(update={"device": nominal(device.device), **reset})
    return device.nominal().model_copy(update=dict.fromkeys(NOISES, 0.0))


def bounds(device: Any) -> tuple[float, float]:
    """The lowest and the highest weight of the device without spreads."""
    low, high = array_of(nominal(device), np.array([-1, 1]) * beyond(device), 0)[0].w[0]
    return float(low), float(high)


def mean_steps(device: Any, w: Any) -> tuple[np.ndarray, np.ndarray]:
    """One pulse up and one down at each of the weights w (any shape): the signed changes, without noise.

    Down is NaN for a device that can only be raised; cells of several devices are set to w first.
    SpecError: a weight that is no finite number.
    """
    if not np.all(np.isfinite(w)):
        raise SpecError(f"mean_steps: weights must be finite numbers (got {w}); leave out the others.")
    w, quiet = np.asarray(w, np.float64), nominal(device)
    before, up = walk(array_of(quiet, w.ravel(), 0)[0], np.array([True]))
    down = walk(array_of(quiet, w.ravel(), 0)[0], np.array([False]))[1] if not rises_only(device) else before + np.nan
    return (up - before).reshape(w.shape), (down - before).reshape(w.shape)


def balance(device: Any) -> float:
    """The weight at which both mean steps are equally large; NaN where there is none, or where they are so everywhere.

    That of `symmetry_point` as a weight, w = v - r, and of cells of several devices.  Looked for between the weights at
    which a bound cuts a step.
    """
    low, high = bounds(device)
    w, found = np.linspace(low, high, GRID), float("nan")
    for _ in range(ROUNDS):
        up, down = mean_steps(device, w)
        whole = (w + up < high) & (w + down > low)
        w, net, size = w[whole], (up + down)[whole], (up - down)[whole]
        sign = np.sign(np.where(np.abs(net) <= 1e-12 * size, 0, net))
        change = np.flatnonzero(sign[:-1] != sign[1:])
        if not len(change):
            break
        n = change[0]
        found = float(w[n] - net[n] * (w[n + 1] - w[n]) / (net[n + 1] - net[n]))
        w = np.linspace(w[n], w[n + 1], GRID)
    return found
