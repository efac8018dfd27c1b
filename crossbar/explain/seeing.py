"""What a transfer sees of a row of A: rounding, noise, clip.  docs/theory.md (15.4).

    seen = clip(Delta rint((A + sigma z)/Delta))
    dE[seen]/dA at A = 0:  1 + 2 sum_k (-1)^k exp(-2 (pi k sigma/Delta)^2)
"""

from dataclasses import dataclass
from math import exp, inf, pi, sqrt

import numpy as np
from scipy.special import ndtr

from crossbar.periphery import Read

FINE, MOST_LEVELS = 1e-3, 4096  # a step below FINE of the spread, or of so many levels, is no step


@dataclass(frozen=True)
class Seeing:
    """step: of the ADC, 0: none; bound: of what it tells; noise: before it; drive: the input 1 after its DAC."""

    step: float
    bound: float
    noise: float
    drive: float

    @classmethod
    def of(cls, read: Read) -> "Seeing":
        step = 2 * read.adc_bound / (2**read.adc_bits - 2) if read.adc_bits else 0.0
        return cls(step, read.adc_bound, read.out_noise, min(1.0, read.dac_bound))

    @property
    def gain(self) -> float:
        """How much of a small A is seen on average: 0 where the ADC rounds it away, 1 where noise dithers it."""
        if self.step == 0:
            return self.drive
        ratio = pi * self.noise / self.step
        if ratio == 0:
            return 0.0
        if ratio < 0.6:  # the same sum the other way round: densities of the noise at the thresholds
            at = (np.arange(-50, 50) + 0.5) * self.step / self.noise
            return self.drive * float(np.exp(-(at**2) / 2).sum() * self.step / self.noise / sqrt(2 * pi))
        return self.drive * (1 + 2 * sum((-1) ** k * exp(-2 * (k * ratio) ** 2) for k in range(1, 9)))

    def gain_at(self, a: float) -> float:
        """The same of an A that scatters by a: E[A seen]/E[A^2]."""
        spread = self.spread(a)
        if self.step == 0 or a == 0:
            return self.gain
        return self.drive * Seeing(self.step, self.bound, spread, 1.0).gain

    def mean(self, spread: float, gain: float = 1.0, most: float = inf) -> float:
        """E[min(gain |seen|, most)] of a row whose entries, noise counted, are N(0, spread^2)."""
        heights, tails = self._steps(spread)
        grown = np.minimum(gain * heights, most)
        return float(np.sum(np.diff(grown, prepend=0.0) * tails))

    def square(self, spread: float) -> float:
        """E[seen^2] of the same."""
        heights, tails = self._steps(spread)
        return float(np.sum(np.diff(heights**2, prepend=0.0) * tails))

    def spread(self, a: float) -> float:
        """Of what goes to the ADC where A itself has the spread a."""
        return sqrt((self.drive * a) ** 2 + self.noise**2)

    def _steps(self, spread: float) -> tuple[np.ndarray, np.ndarray]:
        """The values of |seen| in rising order, and how likely each or a larger one is."""
        if spread == 0:
            return np.zeros(1), np.zeros(1)
        if self.step > FINE * spread and self.step > 0:
            heights = self.step * np.arange(1, int(min(self.bound / self.step + 0.5, MOST_LEVELS)) + 1)
            return heights, 2 * ndtr(-(heights - self.step / 2) / spread)
        heights = np.linspace(0, min(self.bound, 8 * spread), 2001)
        middle = np.concatenate([heights[:1], (heights[1:] + heights[:-1]) / 2])
        return heights, 2 * ndtr(-middle / spread)
