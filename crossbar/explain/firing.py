"""How many pulses a read of A becomes, on average.  docs/theory.md (15.5).

    at once       E[min(g |seen|, n_max)]
    a buffer      |v| coth(|v| h/q^2),   h = 1 + 1.17 q:   the first exit of a walk of drift v and step q from (-1, 1)
    a leaky one   -beta/ln(1 - 1/u),   u > 1:   the time to climb to 1 toward u
"""

from math import sqrt

import numpy as np

OVERSHOOT = 2 * 0.5826  # how far a walk of unit steps lands beyond its goal, twice; Siegmund 1985
NODES, WEIGHTS = np.polynomial.hermite_e.hermegauss(48)


def from_buffer(signal: float, noise: float, most: float) -> float:
    """Pulses a read and cell.  signal: spread over cells of what a read adds to H, in pulses; noise: of one read."""
    drift = np.abs(signal * NODES)
    return float(np.sum(WEIGHTS * np.minimum(_exits(drift, noise), most)) / WEIGHTS.sum())


def _exits(drift: np.ndarray, noise: float) -> np.ndarray:
    if noise == 0:
        return drift
    h = 1 + OVERSHOOT * noise
    x = drift * h / noise**2
    return np.where(x > 1e-6, drift / np.tanh(np.maximum(x, 1e-6)), noise**2 / h)


def from_leaky(signal: float, noise: float, leak: float, most: float) -> float:
    """The same of H <- (1 - leak) H + leak read; signal, noise: of a read, in pulses."""
    level = np.abs(sqrt(signal**2 + noise**2 * leak / 2) * NODES)
    climbed = np.where(level > 1, -leak / np.log1p(-1 / np.maximum(level, 1 + 1e-12)), 0.0)
    return float(np.sum(WEIGHTS * np.minimum(climbed, most)) / WEIGHTS.sum())
