"""A step that is the same everywhere.  docs/theory.md (2.1)."""

from typing import Any, NamedTuple

from .._jit import ONE
from . import register


class Constant(NamedTuple):
    cells: Any  # w_min, w_max, s_up, s_dn
    c2c: Any


def constant(dev, cell, w, up, z):
    noise = ONE + dev.c2c * z
    if up:
        return w + cell.s_up * noise
    return w - cell.s_dn * noise


register(Constant, constant)
