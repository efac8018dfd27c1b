"""A user's own device: a NamedTuple, one scalar law, `register`; and what it needs to go through the contracts.

The step falls with the square of the device's own coordinate v = w + r:
up v + s_up (1 - curve v^2)(1 + c2c z), down v - s_dn (1 - curve v^2)(1 + c2c z).
"""

from typing import Any, NamedTuple

import numpy as np

from kernels.devices import register

ONE = np.float32(1)


class Quadratic(NamedTuple):
    cells: Any  # w_min, w_max, s_up, s_dn, r
    c2c: Any
    curve: Any


def quadratic(dev, cell, w, up, z):
    v = w + cell.r
    step = (ONE - dev.curve * (v * v)) * (ONE + dev.c2c * z)
    if up:
        return w + cell.s_up * step
    return w - cell.s_dn * step


register(Quadratic, quadratic)


def textbook(v, up, z, s_up, s_dn, curve, c2c=0.0):
    """The law again, for the twins."""
    step = (1 - curve * v * v) * (1 + c2c * z)
    return v + s_up * step if up else v - s_dn * step
