"""A step that falls linearly with the weight; soft bounds are the case where it ends at the bound.

docs/theory.md (2.2)-(2.5); Lee et al. 2022, eq. 12.  In affine form, step_up = a_up - b_up w and
step_dn = a_dn + b_dn w: a shift of the reference changes the numbers, not the law.  Soft bounds need differences
only, b_up (w_max - w) and b_dn (w - w_min): four numbers a cell instead of six.
"""

from typing import Any, NamedTuple

from .._jit import ONE
from . import register


class Linear(NamedTuple):
    cells: Any  # w_min, w_max, a_up, b_up, a_dn, b_dn
    c2c: Any


class LinearAdditive(NamedTuple):
    """The form whose noise does not shrink with the step: its amplitude is that of the unshifted step at 0."""

    cells: Any  # w_min, w_max, a_up, b_up, a_dn, b_dn, s_up, s_dn
    c2c: Any


class SoftBounds(NamedTuple):
    cells: Any  # w_min, w_max, b_up, b_dn
    c2c: Any


def linear(dev, cell, w, up, z):
    noise = ONE + dev.c2c * z
    if up:
        return w + (cell.a_up - cell.b_up * w) * noise
    return w - (cell.a_dn + cell.b_dn * w) * noise


def linear_additive(dev, cell, w, up, z):
    noise = dev.c2c * z
    if up:
        return w + (cell.a_up - cell.b_up * w + cell.s_up * noise)
    return w - (cell.a_dn + cell.b_dn * w + cell.s_dn * noise)


def soft_bounds(dev, cell, w, up, z):
    noise = ONE + dev.c2c * z
    if up:
        return w + cell.b_up * (cell.w_max - w) * noise
    return w + cell.b_dn * (cell.w_min - w) * noise  # added as above: the two directions share the sum in vector code


register(Linear, linear)
register(LinearAdditive, linear_additive)
register(SoftBounds, soft_bounds)
