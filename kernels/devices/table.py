"""A step read from a table over the range, linear between its nodes.  docs/theory.md (2.8)."""

from typing import Any, NamedTuple

import numpy as np

from .._jit import ONE, ZERO, inline
from . import register


class Table(NamedTuple):
    cells: Any  # w_min, w_max, s_up, s_dn
    c2c: Any
    t_up: Any  # relative step at equally spaced q = (w - w_min)/(w_max - w_min), from 0 to 1
    t_dn: Any


@inline
def interpolate(t, q):
    last = len(t) - 1
    place = min(max(q, ZERO), ONE) * np.float32(last)
    k = min(int(place), last - 1)
    part = place - np.float32(k)
    return t[k] + (t[k + 1] - t[k]) * part


def table(dev, cell, w, up, z):
    noise = ONE + dev.c2c * z
    q = (w - cell.w_min) / (cell.w_max - cell.w_min)
    if up:
        return w + cell.s_up * interpolate(dev.t_up, q) * noise
    return w - cell.s_dn * interpolate(dev.t_dn, q) * noise


register(Table, table)
