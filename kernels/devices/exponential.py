"""A step that falls exponentially toward the bound.  docs/theory.md (2.6)."""

from typing import Any, NamedTuple

from .._jit import ONE
from ..functions import exp
from . import register


class Exponential(NamedTuple):
    cells: Any  # w_min, w_max, s_up, s_dn, slope, offset
    c2c: Any
    A_up: Any
    A_dn: Any
    g_up: Any
    g_dn: Any


def exponential(dev, cell, w, up, z):
    noise = ONE + dev.c2c * z
    u = cell.slope * w + cell.offset
    if up:
        return w + cell.s_up * max(1.0 - dev.A_up * exp(dev.g_up * u), 0.0) * noise
    return w - cell.s_dn * max(1.0 - dev.A_dn * exp(-dev.g_dn * u), 0.0) * noise


register(Exponential, exponential)
