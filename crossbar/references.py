"""The references of an array's cells: where they stand, and the devices built with them.  docs/theory.md (2.16).

    r = r0 + reference_offset + reference_std z,    w = v - r

r0 = 0 (`nominal`), the cell's own symmetry point, or where alternating pulses leave the cell (`zero_shift`).
"""

from typing import Any

import numpy as np

from crossbar import crosspoint
from crossbar.devices.device import Device
from crossbar.devices.loading import compiled
from crossbar.errors import SpecError
from crossbar.seeds import generator, key
from crossbar.symmetry import points_of

Shape = tuple[int, int]


def place(device: Device, shape: Shape, seed: int, name: str, layer: int, dtype: str) -> tuple[Any, Any]:
    """The state of an array of such devices with their references in place, and r: float64, (1, 1) or `shape`.

    seed, name, layer: the address of all draws.  r is None where no reference is shifted.
    SpecError: as `device.build`; a cell without a symmetry point; shifts that dtype cannot hold.
    """
    dev = device.build(*shape, generator(seed, "devices", name, layer), dtype)
    if not device.shifts:
        return dev, None
    with compiled(device):
        r = _base(device, dev, shape, seed, name, layer) + device.reference_offset
    if device.reference_std > 0:
        r = r + device.reference_std * generator(seed, "references", name, layer).standard_normal(shape)
    return device.shifted(dev, r), r


def _base(device: Device, dev: Any, shape: Shape, seed: int, name: str, layer: int) -> np.ndarray:
    """r0 of every cell; (1, 1) where all are alike."""
    if device.reference == "symmetry_point":
        points, found = points_of(dev)
        if not found.all():
            raise SpecError(
                f"{type(device).__name__}.reference: every cell must have a symmetry point (got {(~found).sum()} of "
                f"{found.size} without one); give a step that falls toward the bounds, or \"zero_shift\"."
            )
        return points
    if device.reference == "zero_shift":
        alike = dev.cells.shape if dev.c2c == 0 else shape
        start = np.clip(np.zeros(alike), dev.cells.w_min, dev.cells.w_max)
        return settled(dev, start, device.zero_shift_pairs, seed, name, layer)
    return np.zeros((1, 1))


def settled(dev: Any, w: np.ndarray, pairs: int, seed: int, name: str, layer: int, call: int = 0) -> np.ndarray:
    """Where `pairs` pulses up and down in turn take the weights w, float64; call: number of the time it is done."""
    from kernels import build
    from kernels.symmetry import CHUNK, settle

    found = np.array(w, np.float64).reshape(-1)
    stream = build.stream(*key(seed, "zero shift", name, layer, call))
    settle(build.in_a_row(dev, np.float64), found, int(pairs), stream, *build.normals(CHUNK))
    return found.reshape(w.shape)


def reset(device: Any, array: Any, pairs: int, error_std: float, address: tuple[str | int, ...]) -> tuple[Any, Any]:
    """The array after its references were programmed where `pairs` pairs of pulses took it, and by how much they moved.

    error_std: of that programming, in units of the weight.  address: seed, name, layer and number of the call.
    """
    from kernels import build

    seed, name, layer, call = address
    v = crosspoint.held(array)
    with compiled(device.inner):
        found = settled(array.dev, v, pairs, int(seed), str(name), int(layer), int(call))
    error = error_std * generator(int(seed), "references", name, layer, call).standard_normal(v.shape)
    dev = device.inner.shifted(array.dev, found + error)
    crosspoint.pulsed(array, pairs, pairs)
    fresh = array._replace(
        dev=dev, clock=crosspoint.moved(device, array.clock, found + error),
        bench=build.array(array.w, dev, array.s0, crew=array.crew).bench,  # scratch of unequal cells
    )  # fmt: skip
    rest = np.clip(0.0 - error, dev.cells.w_min, dev.cells.w_max).astype(v.dtype)
    crosspoint.put(device, fresh, rest.reshape(len(device.shares), *array.w.shape))
    return fresh, found + error
