"""`pulse_response`: what a device does under a staircase of pulses."""

from dataclasses import dataclass

import numpy as np

from crossbar.devices import AnyDevice
from crossbar.devices.device import Device
from crossbar.errors import SpecError
from crossbar.seeds import generator, key

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

    cycles: how many times in a row, each going on where the last one ended.  Every pulse is one step of the device's law with its own cycle-to-cycle noise and its own clip, docs/theory.md (2).
    start: the weight before the first pulse, clipped to each device's bounds; None: its w_min.
    dtype: of the weights, float32 or float64.  Raises SpecError (counts, start or dtype out of range).
    """
    from kernels import build
    from kernels.response import respond

    if not isinstance(device, Device):
        raise SpecError(f"pulse_response: device must be a device (got {device!r}); give xb.SoftBounds(af=1.0), say.")
    check_counts(up=up, down=down, devices=devices, cycles=cycles)
    _check(start, dtype)
    dev = device.build(1, devices, generator(seed, "devices", "response", 0), dtype)
    low, high = (np.broadcast_to(dev.cells[bound], (1, devices))[0] for bound in ("w_min", "w_max"))
    w = np.array(low if start is None else np.clip(np.full(devices, start), low, high), dtype)
    ups = directions(up, down, cycles)
    out = np.zeros((len(ups) + 1, devices), dtype)
    respond(dev, w, ups, out, build.stream(*key(seed, "response")), *build.normals(devices))
    siemens = device.conductances(out) if device.g_min is not None else None
    return PulseResponse(up, down, out, siemens, device, cycles, seed)


def directions(up: int, down: int, cycles: int) -> np.ndarray:
    """Whether each pulse of `cycles` staircases goes up."""
    return np.tile(np.arange(up + down) < up, cycles)


def check_counts(who: str = "pulse_response: ", **counts: int) -> None:
    """SpecError: a number of pulses below 0, or of devices or cycles below 1."""
    for name, value in counts.items():
        least = LEAST[name]
        if not isinstance(value, int | np.integer) or value < least:
            raise SpecError(f"{who}{name} must be a whole number >= {least} (got {value}).")
    if (size := (counts["up"] + counts["down"]) * counts["cycles"] * counts["devices"]) > MOST:
        raise SpecError(f"{who}pulses times devices must be <= {MOST} in all (got {size}); ask for fewer.")


def _check(start: float | None, dtype: str) -> None:
    if start is not None and not np.isfinite(start):
        raise SpecError(f"pulse_response: start must be a finite weight (got {start}); leave it out for w_min.")
    if dtype not in ("float32", "float64"):
        raise SpecError(f"pulse_response: dtype must be float32 or float64 (got {dtype}).")
