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


class ExponentialNoisy(NamedTuple):
    """The same law with a noise that does not only go with the step."""

    cells: Any  # w_min, w_max, s_up, s_dn, slope, offset, origin
    c2c: Any
    A_up: Any
    A_dn: Any
    g_up: Any
    g_dn: Any
    n_off: Any  # in weight
    n_slope: Any  # in weight per weight from `origin`


def exponential(dev, cell, w, up, z):
    noise = ONE + dev.c2c * z
    u = cell.slope * w + cell.offset
    if up:
        return w + cell.s_up * max(1.0 - dev.A_up * exp(dev.g_up * u), 0.0) * noise
    return w - cell.s_dn * max(1.0 - dev.A_dn * exp(-dev.g_dn * u), 0.0) * noise


def exponential_noisy(dev, cell, w, up, z):
    u, besides = cell.slope * w + cell.offset, dev.n_off + dev.n_slope * abs(w - cell.origin)
    if up:
        step = cell.s_up * max(1.0 - dev.A_up * exp(dev.g_up * u), 0.0)
        return w + (step + dev.c2c * (step + besides) * z)
    step = cell.s_dn * max(1.0 - dev.A_dn * exp(-dev.g_dn * u), 0.0)
    return w - (step + dev.c2c * (step + besides) * z)


register(Exponential, exponential)
register(ExponentialNoisy, exponential_noisy)
