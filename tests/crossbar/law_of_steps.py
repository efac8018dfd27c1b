"""A user's law with the fields of the constant step, but for the first pulse up of which half is lost."""

from typing import Any, NamedTuple

import numpy as np

from kernels.devices import register

HALF, ZERO = np.float32(0.5), np.float32(0)


class Steps(NamedTuple):
    cells: Any  # w_min, w_max, s_up, s_dn
    c2c: Any


def steps(dev, cell, w, up, z):
    noise = np.float32(1) + dev.c2c * z
    if up:
        return w + cell.s_up * noise * (HALF if w > ZERO else np.float32(1))
    return w - cell.s_dn * noise


register(Steps, steps)
LAW = f"{__name__}:Steps"
