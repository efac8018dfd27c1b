"""Digital buffers between arrays, and the whole pulses that are fired from them.  docs/theory.md (5.4)."""

from typing import Any, NamedTuple

import numpy as np

from ._jit import ZERO, kernel
from .update import fire_row


class Buffer(NamedTuple):
    h: Any  # (n_in, n_out): what waits, in units of its threshold's; up where positive
    threshold: Any  # state's type: so much of h is one pulse
    most: Any  # state's type: most pulses that one transfer gives a cell
    forget: bool  # where h fired, the share `momentum` of it stays; or h loses what was fired
    momentum: Any  # state's type
    fired: Any  # (n_out,): pulses of the row that fires, up positive


@kernel
def gather(buffer, row, seen, rate):
    """h_row <- h_row + rate seen"""
    h = buffer.h[row]
    for j in range(len(seen)):
        h[j] += rate * seen[j]


@kernel
def leak(buffer, row, share, seen, rate):
    """h_row <- (1 - share) h_row + share rate seen"""
    h = buffer.h[row]
    for j in range(len(seen)):
        h[j] += share * (rate * seen[j] - h[j])


@kernel
def _count(buffer, row):
    """fired = trunc(h_row/threshold) within +-most, which h_row loses."""
    h, fired, threshold, most = buffer.h[row], buffer.fired, buffer.threshold, buffer.most
    for j in range(len(fired)):
        n = min(max(np.trunc(h[j] / threshold), -most), most)
        fired[j] = n
        if buffer.forget:
            h[j] = h[j] if n == ZERO else buffer.momentum * h[j]
        else:
            h[j] -= n * threshold


@kernel
def fire_whole(buffer, row, array, lines, rule, stream):
    """The whole pulses that wait for a row of `array`."""
    _count(buffer, row)
    fire_row(array, row, buffer.fired, lines, rule, stream)
