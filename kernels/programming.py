"""Write-verify: every cell is read and pulsed toward its target until the read is close enough.  docs/theory.md (2.14)."""

from typing import Any, NamedTuple

import numpy as np

from ._jit import ZERO, entry, kernel
from .devices import pulse
from .random import C2C, FORWARD_NOISE, at_step, fill_normals

CHUNK = 1024  # cells worked on at a time


class Goal(NamedTuple):
    targets: Any  # float64 (n,)
    tolerance: Any  # float64: of the read
    read_noise: Any  # float64: standard deviation of a read
    budget: Any  # pulses a cell, at most


class Outcome(NamedTuple):
    ups: Any  # int64 (n,): pulses up
    downs: Any  # int64 (n,): pulses down
    failed: Any  # bool (n,): never read within the tolerance; all True at the start


class Room(NamedTuple):
    """Normals of CHUNK cells (`build.normals`): of the pulses and of the reads, 0 at the start."""

    z: Any
    bits: Any
    z_read: Any
    bits_read: Any


@kernel
def _draw(dev, goal, room, first, n, stream):
    if dev.c2c != ZERO:
        fill_normals(room.z, room.bits, first // 4, n, stream, C2C, np.uint64(0))
    if goal.read_noise != 0.0:
        fill_normals(room.z_read, room.bits_read, first // 4, n, stream, FORWARD_NOISE, np.uint64(0))


@kernel
def _round(dev, w, goal, outcome, room, first, n, last):
    """A read of every open cell and, unless it was the last, a pulse where it missed; how many are open still."""
    sj, left = min(dev.cells.shape[1] - 1, 1), 0
    for j in range(n):
        at = first + j
        if not outcome.failed[at]:
            continue
        miss = goal.targets[at] - (np.float64(w[at]) + goal.read_noise * np.float64(room.z_read[j]))
        if abs(miss) <= goal.tolerance:
            outcome.failed[at] = False
            continue
        left += 1
        if last:
            continue
        cell = dev.cells[0, at * sj]
        v = pulse(dev, cell, w[at], miss > 0.0, room.z[j])
        w[at] = min(max(v, cell.w_min), cell.w_max)
        if miss > 0.0:
            outcome.ups[at] += 1
        else:
            outcome.downs[at] += 1
    return left


@entry
def write_verify(dev, w, goal, outcome, stream, room):
    """Reads each cell of w (n,), and while the read misses its target pulses it once toward it and reads again.

    dev.cells: (1, n), or one record.  In round k = 0, 1, ... the noise of the read of cell j is normal j of
    FORWARD_NOISE, that of its pulse normal j of C2C, both at step k.  After `budget` pulses comes one more read.
    """
    for first in range(0, len(w), CHUNK):
        n = min(len(w) - first, CHUNK)
        for k in range(goal.budget + 1):
            _draw(dev, goal, room, first, n, at_step(stream, k))
            if _round(dev, w, goal, outcome, room, first, n, k == goal.budget) == 0:
                break
