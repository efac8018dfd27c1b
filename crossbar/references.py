"""The references of an array's cells: where they stand, and the devices built with them.  docs/theory.md (2.13).

    r = r0 + reference_offset + reference_std z,    w = v - r

r0 = 0 (`nominal`), the cell's own symmetry point, or where alternating pulses leave the cell (`zero_shift`).
"""

from typing import Any

import numpy as np

from crossbar.devices import AnyDevice
from crossbar.errors import SpecError
from crossbar.seeds import generator, key
from crossbar.symmetry import points_of

Shape = tuple[int, int]


def place(device: AnyDevice, shape: Shape, seed: int, name: str, layer: int, dtype: str) -> tuple[Any, Any]:
    """The state of an array of such devices with their references in place, and r: float64, (1, 1) or `shape`.

    seed, name, layer: the address of all draws.  r is None where no reference is shifted.
    SpecError: as `device.build`; a cell without a symmetry point; shifts that dtype cannot hold.
    """
    dev = device.build(*shape, generator(seed, "devices", name, layer), dtype)
    if not device.shifts:
        return dev, None
    r = _base(device, dev, shape, seed, name, layer) + device.reference_offset
    if device.reference_std > 0:
        r = r + device.reference_std * generator(seed, "references", name, layer).standard_normal(shape)
    return device.shifted(dev, r), r


def _base(device: AnyDevice, dev: Any, shape: Shape, seed: int, name: str, layer: int) -> np.ndarray:
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


def reset(device: AnyDevice, array: Any, pairs: int, error_std: float, address: tuple[int, str, int, int]) -> Any:
    """The array after its references were programmed where `pairs` pairs of pulses took it, and by how much they moved.

    error_std: of that programming, in units of the weight.  address: seed, name, layer and number of the call.
    """
    from kernels import build

    seed, name, layer, call = address
    moved = settled(array.dev, array.w, pairs, seed, name, layer, call)
    rest = error_std * generator(seed, "references", name, layer, call).standard_normal(moved.shape)
    dev = device.shifted(array.dev, moved + rest)
    array.w[:] = np.clip(0.0 - rest, dev.cells.w_min, dev.cells.w_max)
    array.stats[:2] += pairs * moved.size
    fresh = build.array(array.w, dev, array.s0, crew=array.crew)  # for the scratch of unequal cells
    return array._replace(dev=dev, bench=fresh.bench), moved + rest
