"""Rates that follow the size of the signals.  docs/theory.md (5.7); Rasch et al. 2024.

    mu <- mu + (max - mu)/memory   for max|x| and max|d|,   factor = mu_x mu_d
"""

from typing import Any, NamedTuple

from ._jit import inline, kernel
from .mvm import abs_max

NONE, FAST, FAST_AND_BUFFER = 0, 1, 2


class Scaling(NamedTuple):
    kind: int
    memory: float  # samples
    means: Any  # float64 (2,): mu_x, mu_d; 0 before the first sample


@kernel
def _follow(scaling, x, d):
    x_max, d_max = abs_max(x), abs_max(d)
    if x_max * d_max != 0.0:
        means = scaling.means
        new = 1.0 if means[0] == 0.0 else 1.0 / scaling.memory
        means[0] += new * (x_max - means[0])
        means[1] += new * (d_max - means[1])


@inline
def fast_rate(scaling, rate, x, d):
    """The rate of this sample's gradient on A: rate/(mu_x mu_d) where it follows the signals."""
    if scaling.kind == NONE:
        return rate
    _follow(scaling, x, d)
    factor = scaling.means[0] * scaling.means[1]
    return rate / factor if factor > 0.0 else rate


@inline
def buffer_rate(scaling, rate):
    """The rate of what goes to the buffer: rate mu_x mu_d where that follows too."""
    if scaling.kind != FAST_AND_BUFFER:
        return rate
    return rate * (scaling.means[0] * scaling.means[1])
