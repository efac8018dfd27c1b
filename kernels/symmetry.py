"""Where the steps up and down of a cell are equal, and how pulses take it there.  docs/theory.md (2.15), (2.16).

Cells lie in one row, as (1, n), or are one record for all; computed in float64 whatever an array's own type.
"""

import numpy as np

from ._jit import ZERO, entry, inline, kernel
from .devices import pulse
from .random import ZERO_SHIFT, at_step, fill_normals

HALVINGS = 100  # more than halve any range down to neighbouring numbers
STUCK = 1e-6  # a range so small beside its place is that of a cell that cannot move, whatever its type
CHUNK = 1024  # cells worked on at a time: their weights and normals stay in the cache


@inline
def _difference(dev, cell, v):
    """The mean step up minus the mean step down."""
    return (pulse(dev, cell, v, True, ZERO) - v) + (pulse(dev, cell, v, False, ZERO) - v)


@kernel
def _bisect(dev, cell, low, high):
    for _ in range(HALVINGS):
        middle = (low + high) / 2
        if _difference(dev, cell, middle) > 0:
            low = middle
        else:
            high = middle
    return (low + high) / 2


@kernel
def _point(dev, cell):
    """The point and whether there is one: 0 where it is one, else where the difference falls through 0."""
    low, high = np.float64(cell.w_min), np.float64(cell.w_max)
    if high - low <= STUCK * max(abs(low), abs(high)):
        return low, True
    if low < 0.0 < high and _difference(dev, cell, 0.0) == 0:
        return 0.0, True
    if _difference(dev, cell, low) < 0 or _difference(dev, cell, high) > 0:
        return 0.0, False
    return _bisect(dev, cell, low, high), True


@entry
def find_points(dev, points, found):
    """points[j] = the symmetry point of cell j, float64; found[j]: whether it has one within its bounds."""
    sj = min(dev.cells.shape[1] - 1, 1)
    for j in range(len(points)):
        points[j], found[j] = _point(dev, dev.cells[0, j * sj])


@kernel
def _pulse_all(dev, w, first, n, up, z):
    sj = min(dev.cells.shape[1] - 1, 1)
    for j in range(n):
        cell = dev.cells[0, (first + j) * sj]
        v = pulse(dev, cell, w[first + j], up, z[j])
        w[first + j] = min(max(v, cell.w_min), cell.w_max)


@entry
def settle(dev, w, pairs, stream, z, bits):
    """Pulses every cell w (n,), float64, up and down in turn, `pairs` times, beginning with up.

    The normal of cell j at pulse p = 0, 1, ... is number j of the ZERO_SHIFT stream at step p.  z and bits: room for
    the normals of CHUNK cells (`build.normals`); z is 0 at the start, and stays so without noise.
    """
    for first in range(0, len(w), CHUNK):
        n = min(len(w) - first, CHUNK)
        for p in range(2 * pairs):
            if dev.c2c != ZERO:
                fill_normals(z, bits, first // 4, n, at_step(stream, p), ZERO_SHIFT, np.uint64(0))
            _pulse_all(dev, w, first, n, p % 2 == 0, z)
