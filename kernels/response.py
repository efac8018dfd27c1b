"""Devices under a staircase of pulses: the response curve.  docs/theory.md (2)."""

import numpy as np

from ._jit import ZERO, entry
from .devices import pulse
from .random import C2C, at_step, fill_normals


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
