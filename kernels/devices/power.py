"""A step that is a power of the distance to the bound.  docs/theory.md (2.7)."""

from typing import Any, NamedTuple

from .._jit import ONE
from ..functions import power
from . import register


class Power(NamedTuple):
    cells: Any  # w_min, w_max, s_up, s_dn
    c2c: Any
    p_up: Any
    p_dn: Any


def power_step(dev, cell, w, up, z):
    noise = ONE + dev.c2c * z
    span = cell.w_max - cell.w_min
    if up:
        return w + cell.s_up * power((cell.w_max - w) / span, dev.p_up) * noise
    return w - cell.s_dn * power((w - cell.w_min) / span, dev.p_dn) * noise


register(Power, power_step)
