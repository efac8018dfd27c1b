"""Write-verify: a cell is read and pulsed toward its target until the read is close enough.  docs/theory.md (2.17)."""

from typing import Any, NamedTuple

import numpy as np

from ._jit import ZERO, entry, inline, kernel
from .devices import pulse
from .random import C2C, FORWARD_NOISE, WRITE_NOISE, at_step, fill_normals

CHUNK = 1024  # cells worked on at a time


class Goal(NamedTuple):
    targets: Any  # float64 (n,)
    tolerance: Any  # float64: of the read
    read_noise: Any  # float64: standard deviation of a read
    budget: Any  # pulses a cell, at most
    write_noise: Any  # float64: spread of the weight around the state that pulses act on, new with each pulse
    up_only: Any  # bool: no cell can be lowered


class Outcome(NamedTuple):
    ups: Any  # int64 (n,): pulses up
    downs: Any  # int64 (n,): pulses down
    failed: Any  # bool (n,): never read within the tolerance; all True at the start
    drawn: Any  # state's type (n,): the write noise that the weight holds


class Room(NamedTuple):
    """Three times room for the normals of CHUNK cells (`build.normals`), 0 at the start."""

    z: Any  # of the pulses
    bits: Any
    z_read: Any
    bits_read: Any
    z_write: Any
    bits_write: Any


@kernel
def _draw(dev, goal, room, first, n, stream):
    none = np.uint64(0)
    if dev.c2c != ZERO:
        fill_normals(room.z, room.bits, first // 4, n, stream, C2C, none)
    if goal.read_noise != 0.0:
        fill_normals(room.z_read, room.bits_read, first // 4, n, stream, FORWARD_NOISE, none)
    if goal.write_noise != 0.0:
        fill_normals(room.z_write, room.bits_write, first // 4, n, stream, WRITE_NOISE, none)


@inline
def _miss(v, goal, outcome, room, at, j):
    """The target minus what is read."""
    seen = np.float64(v[at]) + np.float64(outcome.drawn[at]) + goal.read_noise * np.float64(room.z_read[j])
    return goal.targets[at] - seen


@inline
def _pulse(dev, v, up, goal, outcome, room, at, j):
    cell = dev.cells[0, at * min(dev.cells.shape[1] - 1, 1)]
    new = pulse(dev, cell, v[at], up, room.z[j])
    v[at] = min(max(new, cell.w_min), cell.w_max)
    outcome.drawn[at] = goal.write_noise * np.float64(room.z_write[j])
    if up:
        outcome.ups[at] += 1
    else:
        outcome.downs[at] += 1


@kernel
def _round(dev, v, goal, outcome, room, first, n, last):
    """A read of every open cell and, unless it was the last, a pulse where it missed; how many are open still."""
    left = 0
    for j in range(n):
        at = first + j
        if outcome.failed[at]:
            miss = _miss(v, goal, outcome, room, at, j)
            outcome.failed[at] = abs(miss) > goal.tolerance
            left += 1 if outcome.failed[at] else 0
            if outcome.failed[at] and not last and (miss > 0.0 or not goal.up_only):
                _pulse(dev, v, miss > 0.0, goal, outcome, room, at, j)
    return left


@entry
def write_verify(dev, v, goal, outcome, stream, room):
    """Reads each cell, and while the read misses its target pulses it once toward it and reads again.

    v (n,): the states that pulses act on; the weight is v + drawn.  dev.cells: (1, n), or one record.  In round
    k = 0, 1, ... cell j has normal j of FORWARD_NOISE for its read, of C2C for its pulse and of WRITE_NOISE for what is
    then seen of it, all at step k.  After `budget` pulses comes one more read.
    """
    for first in range(0, len(v), CHUNK):
        n = min(len(v) - first, CHUNK)
        for k in range(goal.budget + 1):
            _draw(dev, goal, room, first, n, at_step(stream, k))
            if _round(dev, v, goal, outcome, room, first, n, k == goal.budget) == 0:
                break
