"""Where alternating pulses take a cell, in closed form.  docs/theory.md (2.16); Kim et al. 2019.

    up     w -> w + u (w_max - w),     u = s_up/w_max
    down   w -> w - d (w - w_min),     d = -s_dn/w_min
    n pairs, up first:   w_n = w_end + (w_0 - w_end) q^n,     q = (1 - u)(1 - d)
    w_end = ((1 - d) u w_max + d w_min)/(u + d - u d)

Steps u = d = s and bounds +-1:  w_n = (w_0 + e)(1 - s)^(2 n) - e,  e = s/(2 - s).  Without noise.
"""

from dataclasses import dataclass
from math import log

import numpy as np

from crossbar.devices import SoftBounds
from crossbar.errors import SpecError


@dataclass(frozen=True)
class Pairs:
    """Pairs of pulses on one soft-bounds cell.  u, d: its relative steps; w_min, w_max: its bounds."""

    u: float
    d: float
    w_min: float = -1.0
    w_max: float = 1.0

    @classmethod
    def of(cls, device: SoftBounds) -> "Pairs":
        """Of the nominal device, in its own coordinate.  SpecError: no soft bounds, or ideal ones."""
        if not isinstance(device, SoftBounds) or device.af == 0:
            raise SpecError(f"Pairs.of: must be given soft bounds with af > 0 (got {device.describe()}); other laws "
                            "have no closed form, crossbar.references.settled drives them by pulses.")  # fmt: skip
        s = device.af * device.step
        up, down = s * (1 + device.imbalance), s * (1 - device.imbalance)
        return cls(up / device.w_max, -down / device.w_min, device.w_min, device.w_max)

    @property
    def kept(self) -> float:
        """q, the share of the way to the end that one pair leaves."""
        return (1 - self.u) * (1 - self.d)

    @property
    def end(self) -> float:
        """w_end: d/(u + d) of a step below the symmetry point, half a step for u = d: the last pulse went down."""
        return ((1 - self.d) * self.u * self.w_max + self.d * self.w_min) / (self.u + self.d - self.u * self.d)

    def after(self, pairs: int | np.ndarray, start: float = 0.0) -> np.ndarray:
        """w_n for each number of pairs, float64, from w_0 = start."""
        return self.end + (start - self.end) * self.kept ** np.asarray(pairs, np.float64)

    def needed(self, share: float) -> float:
        """The number of pairs that leave `share` of the way, 0 < share <= 1."""
        return log(share) / log(self.kept)
