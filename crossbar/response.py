"""`pulse_response`: what a device does under a staircase of pulses."""

from dataclasses import dataclass
from typing import Any

import numpy as np

from crossbar.crew import Crew
from crossbar.devices import AnyDevice, Cell
from crossbar.devices.device import Device
from crossbar.devices.loading import compiled
from crossbar.errors import SpecError
from crossbar.periphery import Periphery
from crossbar.pulses import Pulses
from crossbar.seeds import key
from crossbar.site import Site

LEAST = {"up": 0, "down": 0, "devices": 1, "cycles": 1}
MOST = 10**8  # weights in all: 0.8 GB


@dataclass(frozen=True)
class PulseResponse:
    """Weights (and conductances in siemens, where the device states them) before and after every pulse."""

    up: int
    down: int
    weights: np.ndarray  # (cycles (up + down) + 1, devices)
    conductances: np.ndarray | None
    device: AnyDevice
    cycles: int = 1
    seed: int = 0

    @property
    def ups(self) -> np.ndarray:
        """(cycles (up + down),): whether each pulse goes up."""
        return directions(self.up, self.down, self.cycles)


def pulse_response(
    device: AnyDevice, up: int = 4000, down: int = 4000, devices: int = 3, seed: int = 0, start: float | None = None,
    dtype: str = "float64", cycles: int = 1,
) -> PulseResponse:  # fmt: skip
    """`up` pulses up, then `down` pulses down, on `devices` devices drawn with `seed`, each from its lower bound.

    cycles: how many times in a row, each going on where the last one ended.
    Every pulse is one step of the device's law with its own cycle-to-cycle noise and its own clip, docs/theory.md (2).
    Weights are those that a read sees: with write noise, and w = v - r of (2.0) where references are shifted.
    Time does not act: no decay, no drift.
    start: the weight before the first pulse, clipped to each device's bounds; None: its w_min.
    dtype: of the weights, float32 or float64.  Raises SpecError (counts, start or dtype out of range).
    """
    if not isinstance(device, Device | Cell):
        raise SpecError(f"pulse_response: device must be a device (got {device!r}); give xb.SoftBounds(af=1.0), say.")
    check_counts(up=up, down=down, devices=devices, cycles=cycles)
    _check(device, down, start, dtype)
    array, r = array_of(device, np.full(devices, -beyond(device) if start is None else start), seed, dtype)
    with compiled(device.inner):
        out = walk(array, directions(up, down, cycles), seed)
    stated = isinstance(device, Device) and device.g_min is not None
    siemens = device.conductances((out + r).astype(dtype)) if stated else None
    return PulseResponse(up, down, out, siemens, device, cycles, seed)


def array_of(device: AnyDevice, w: np.ndarray, seed: int, dtype: str = "float64") -> tuple[Any, np.ndarray]:
    """The kernel's array of one row of such devices, their weights w (devices,) clipped to each one's bounds.

    And the shifts of their references, (rows, devices) or (1, 1).
    """
    site = Site(1, len(w), seed, 0, dtype, Pulses(), Periphery(), Crew("pulse_response", 1))
    array = site.array("response", device, w[None])
    return array, site.references.get("response", np.zeros((1, 1)))


def walk(array: Any, ups: np.ndarray, seed: int = 0) -> np.ndarray:
    """(pulses + 1, devices): the weights before each of these pulses and after the last; they change the array."""
    from kernels import build, response
    from kernels.cells import Single

    n = array.w.shape[1]
    out, stream = np.zeros((len(ups) + 1, n), array.w.dtype), build.stream(*key(seed, "response"))
    single = isinstance(array.cell, Single)
    if not single and len(array.cell.share) > 1:
        response.respond_cells(array, build.lines(1, n, array.w.dtype).hits, ups, out, stream)
        return out
    response.respond(array.dev, array.w[0] if single else array.cell.v[0], ups, out, stream, *build.normals(n))
    if not single:
        response.show(out, array.cell.noise, stream)
    return out


def beyond(device: AnyDevice) -> float:
    """A weight above all bounds; finite for several devices, whose states are sums and differences of it."""
    if isinstance(device, Device):
        return float("inf")
    return 64 * (device.w_max - device.w_min) + abs(device.inner.reference_offset)


def directions(up: int, down: int, cycles: int) -> np.ndarray:
    """Whether each pulse of `cycles` staircases goes up."""
    return np.tile(np.arange(up + down) < up, cycles)


def check_counts(who: str = "pulse_response: ", **counts: int) -> None:
    """SpecError: a number of pulses below 0, or of devices or cycles below 1."""
    for name, value in counts.items():
        least = LEAST[name]
        if not isinstance(value, int | np.integer) or value < least:
            raise SpecError(f"{who}{name} must be a whole number >= {least} (got {value}); choose such a number.")
    if (size := (counts["up"] + counts["down"]) * counts["cycles"] * counts["devices"]) > MOST:
        raise SpecError(f"{who}pulses times devices must be <= {MOST} in all (got {size}); ask for fewer.")


def _check(device: AnyDevice, down: int, start: float | None, dtype: str) -> None:
    if isinstance(device, Device) and device.polarity == "up" and down > 0:
        raise SpecError(f"pulse_response: down must be 0 for a device of polarity \"up\" (got {down}); put it into a "
                        "pair, kind = \"pair\", or leave the pulses down out.")
    if start is not None and not np.isfinite(start):
        raise SpecError(f"pulse_response: start must be a finite weight (got {start}); leave it out for w_min.")
    if dtype not in ("float32", "float64"):
        raise SpecError(f"pulse_response: dtype must be float32 or float64 (got {dtype}).")
