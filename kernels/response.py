"""Devices under a staircase of pulses: the response curve.  docs/theory.md (2)."""

import numpy as np

from ._jit import ZERO, entry, kernel
from .cells import apply, take_turn
from .devices import pulse
from .held import hold
from .hits import CAPACITY, CELL, PULSES, bench_of, hits_of
from .random import C2C, WRITE_NOISE, at_step, fill_normals, normal_at


@entry
def respond(dev, w, ups, out, stream, z, bits):
    """out[p] = the devices' weights w (devices,) before pulse p and, last, after all; ups[p]: pulse p goes up.

    The normal of device j at pulse p is number j of the C2C stream at step p.  z and bits: room for
    normals (`build.normals`); z is 0 at the start, and stays so without noise.
    """
    sj = min(dev.cells.shape[1] - 1, 1)
    for j in range(len(w)):
        out[0, j] = w[j]
    for p in range(len(ups)):
        if dev.c2c != ZERO:
            fill_normals(z, bits, 0, len(w), at_step(stream, p), C2C, np.uint64(0))
        for j in range(len(w)):
            cell = dev.cells[0, j * sj]
            v = pulse(dev, cell, w[j], ups[p], z[j])
            w[j] = min(max(v, cell.w_min), cell.w_max)
            out[p + 1, j] = w[j]


@entry
def show(out, noise, stream):
    """Adds to the states after each pulse the write noise that is seen with them: address of such a write at step p."""
    for p in range(1, len(out)):
        for j in range(out.shape[1]):
            out[p, j] += noise * normal_at(at_step(stream, p - 1), j, WRITE_NOISE, np.uint64(0))


@kernel
def _list(listed, first, n, up):
    """Cells first to first + n - 1, a pulse each."""
    for h in range(n):
        listed[CELL, h] = first + h
        listed[PULSES, h] = 2 + up


@entry
def respond_cells(array, hits, ups, out, stream):
    """The same for cross-points of several devices; array: (1, cells).

    Pulse p is a write on every cell; its random numbers are those of such an update at step p.  hits: scratch.
    """
    array, hits, bench = hold(array), hold(hits_of(hits, 0)), hold(bench_of(array.bench, 0))
    w, listed = array.w, hits.listed
    for j in range(w.shape[1]):
        out[0, j] = w[0, j]
    for p in range(len(ups)):
        for first in range(0, w.shape[1], CAPACITY):
            n = min(w.shape[1] - first, CAPACITY)
            _list(listed, first, n, 1 if ups[p] else 0)
            apply(array.cell, array, bench, hits, n, first, at_step(stream, p), 0)
        take_turn(array.cell)
        for j in range(w.shape[1]):
            out[p + 1, j] = w[0, j]
