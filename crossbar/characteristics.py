"""What characterises a device: its mean steps over its range, and the figures that papers quote.

docs/theory.md (2.9), (2.11), (2.13).  All of the law itself: spreads, noises and time are set aside.
"""

from dataclasses import dataclass
from typing import Any

import numpy as np

from crossbar.devices.device import Device
from crossbar.nonlinearity import nonlinearity

GRID, ROUNDS = 257, 3  # weights at which a sign change is looked for, and how often between the two beside it
NOISES = ("c2c", "write_noise", "stuck", "reference_std", "reference_d2d")  # 0: the law without chance


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

    up, down: `pulses_of(device)` where they are not given, which walks the whole range of a constant step.
    Raises SpecError as `pulse_response`.
    """
    from crossbar.response import pulse_response

    up, down = (pulses_of(device) if n is None else n for n in (up, down))
    quiet = nominal(device)
    walk = pulse_response(quiet, up, down, devices=1, cycles=cycles).weights[-1 - up - down :, 0]
    low, high = bounds(quiet)
    at_0, middle = mean_steps(quiet, 0.0), mean_steps(quiet, (low + high) / 2)
    return Characteristics(
        granularity=device.granularity, n_states=device.n_states,
        step_up=float(at_0[0]), step_down=float(-at_0[1]),
        symmetry_point=symmetry_point(quiet), asymmetry=float((middle[0] + middle[1]) / (middle[0] - middle[1])),
        nonlinearity_up=nonlinearity(walk[: up + 1], up=True), nonlinearity_down=nonlinearity(walk[up:], up=False),
        on_off=on_off(device), up=up, down=down,
    )  # fmt: skip


def pulses_of(device: Any) -> int:
    """The pulses of a staircase over the whole range: its number of states."""
    return max(int(np.ceil(device.n_states - 1e-9)), 1)


def on_off(device: Any) -> float:
    """g_max/g_min; NaN without siemens, infinite for g_min = 0."""
    if device.g_min is None:
        return float("nan")
    return device.g_max / device.g_min if device.g_min > 0 else float("inf")


def nominal(device: Device) -> Any:
    """The device without spreads and noises.  A copy beside validation, which refuses what cannot act any more."""
    fields = type(device).model_fields
    quiet: dict[str, Any] = {name: 0.0 for name in (*device.SPREADS, *NOISES) if name in fields}
    return device.model_copy(update=quiet | ({"cells_d2d": {}} if "cells_d2d" in fields else {}))


def state_of(device: Any) -> Any:
    """The kernel's state of one such device."""
    return device.build(1, 1, np.random.default_rng(0), "float64")


def bounds(device: Any) -> tuple[float, float]:
    cell = state_of(device).cells[0, 0]
    return float(cell.w_min), float(cell.w_max)


def mean_steps(device: Any, w: Any) -> tuple[np.ndarray, np.ndarray]:
    """One pulse up and one down at each of the weights w (any shape): the signed changes, without noise."""
    return steps_of_state(state_of(nominal(device)), w)


def steps_of_state(state: Any, w: Any, j: int = 0) -> tuple[np.ndarray, np.ndarray]:
    """The same for device j of a kernel's state."""
    from kernels import build
    from kernels.response import respond

    weights = np.asarray(w, np.float64)
    cells = state.cells[:, j : j + 1] if state.cells.shape[1] > 1 else state.cells
    alone, found = state._replace(cells=cells, c2c=state.c2c * 0), []
    for up in (True, False):
        out = np.zeros((2, weights.size))
        respond(alone, weights.ravel().copy(), np.array([up]), out, build.stream(0, 0), *build.normals(weights.size))
        found.append((out[1] - out[0]).reshape(weights.shape))
    return found[0], found[1]


def symmetry_point(device: Any) -> float:
    """The weight at which both steps are equally large; NaN where there is none, or where they are so everywhere."""
    return crossing(state_of(nominal(device)))


def crossing(state: Any, j: int = 0) -> float:
    """The symmetry point of device j of a kernel's state, between the weights at which a step is cut by a bound."""
    cell = state.cells[0, j if state.cells.shape[1] > 1 else 0]
    w, found = np.linspace(cell.w_min, cell.w_max, GRID), float("nan")
    for _ in range(ROUNDS):
        up, down = steps_of_state(state, w, j)
        whole = (w + up < cell.w_max) & (w + down > cell.w_min)
        w, net, size = w[whole], (up + down)[whole], (up - down)[whole]
        sign = np.sign(np.where(np.abs(net) <= 1e-12 * size, 0, net))
        change = np.flatnonzero(sign[:-1] != sign[1:])
        if not len(change):
            break
        n = change[0]
        found = float(w[n] - net[n] * (w[n + 1] - w[n]) / (net[n + 1] - net[n]))
        w = np.linspace(w[n], w[n + 1], GRID)
    return found
