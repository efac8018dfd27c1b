"""Stochastic Hamiltonian descent on the loss w^2/2 of single cells: oscillation, and what damps it.

    p <- p - eta w - |eta w| p/tau_A,   then   w <- w + lambda p - |lambda p| w/tau_C      soft bounds, mean field
    ideal devices, tau infinite:  Q = eta w^2 + lambda p^2 - eta lambda p w  never changes,
        cos(omega) = 1 - eta lambda/2
    else the amplitude a = sqrt(Q/eta) falls as  1/a = 1/a_0 + kappa t,
        kappa = 2 (eta/tau_A + sqrt(eta lambda)/tau_C)/(3 pi)

In the reading `gain` an array of asymmetry factor AF > 0 learns AF times as fast.  docs/theory.md (12.8);
Onen et al. 2022.
"""

from dataclasses import dataclass

import numpy as np
from scipy.optimize import curve_fit

from crossbar.algorithms import Hamiltonian
from crossbar.analysis.least_squares import moved
from crossbar.devices import SoftBounds
from crossbar.errors import SpecError
from crossbar.layers import Tile
from crossbar.periphery import Periphery
from crossbar.pulses import Pulses


@dataclass(frozen=True)
class Swing:
    """Rates and asymmetry factors; bounds of both arrays +-tau.  SpecError: a rate or tau <= 0, an AF < 0."""

    learning_rate: float
    transfer_rate: float
    af_a: float = 0.0
    af_c: float = 0.0
    tau: float = 1.0

    def __post_init__(self) -> None:
        for name in ("learning_rate", "transfer_rate", "tau", "af_a", "af_c"):
            value, zero = getattr(self, name), name.startswith("af")
            if not (value > 0 or (zero and value == 0)):
                raise SpecError(f"Swing.{name}: must be {'>=' if zero else '>'} 0 (got {value}); choose such a value.")

    @property
    def eta(self) -> float:
        """What a request is worth on A, at p = 0."""
        return self.learning_rate * (self.af_a or 1.0)

    @property
    def rate(self) -> float:
        """lambda, the same on C."""
        return self.transfer_rate * (self.af_c or 1.0)

    @property
    def omega(self) -> float:
        """Radians a sample, of ideal devices."""
        return float(np.arccos(1 - self.eta * self.rate / 2))

    @property
    def kappa(self) -> float:
        """By how much 1/a grows in a sample."""
        of_a = self.eta if self.af_a else 0.0
        of_c = np.sqrt(self.eta * self.rate) if self.af_c else 0.0
        return float(2 * (of_a + of_c) / (3 * np.pi * self.tau))

    def amplitude(self, p: np.ndarray, w: np.ndarray) -> np.ndarray:
        """a = sqrt(Q/eta), of each p and w."""
        eta, rate = self.eta, self.rate
        return np.sqrt((eta * w**2 + rate * p**2 - eta * rate * p * w) / eta)


def swing(of: Swing, steps: int, start: float, noise: float = 0.0, cells: int = 1, old: bool = False,
          seed: int = 1) -> tuple[np.ndarray, np.ndarray]:  # fmt: skip
    """p and w before each step and after the last, (steps + 1, cells), in the mean field, from p = 0 and w = start.

    noise: standard deviation of the gradient's noise.  old: w moves with the p before the gradient (so that energy is
    gained, a (1 + eta lambda)^(t/2)).
    """
    rng, tau_a, tau_c = np.random.default_rng(seed), of.tau if of.af_a else np.inf, of.tau if of.af_c else np.inf
    p, w = np.zeros((steps + 1, cells)), np.full((steps + 1, cells), start)
    for t in range(steps):
        g = w[t] + noise * rng.standard_normal(cells) if noise else w[t]
        p[t + 1] = moved(p[t], -of.eta * g, tau_a)
        w[t + 1] = moved(w[t], of.rate * p[t if old else t + 1], tau_c)
    return p, w


def swing_by_pulses(of: Swing, unit: float, steps: int, start: float, cells: int = 1,
                    seed: int = 1) -> tuple[np.ndarray, np.ndarray]:  # fmt: skip
    """The same by `Hamiltonian` on one row of cells that is driven with 1; unit: the step of the devices, no c2c.

    Trains of up to 63 slots; exact reads.
    """
    tile = _tile(of, unit, cells, seed)
    tile.set_weights(np.full((1, cells), start))
    p, w = np.zeros((steps + 1, cells)), np.zeros((steps + 1, cells))
    w[0], one = tile.array_weights("c")[0], np.ones((1, 1))
    for t in range(steps):
        tile.update(one, w[t : t + 1].astype(np.float32), t)
        p[t + 1], w[t + 1] = tile.array_weights("a")[0], tile.array_weights("c")[0]
    return p, w


def _tile(of: Swing, unit: float, cells: int, seed: int) -> Tile:
    def device(af: float) -> SoftBounds:
        return SoftBounds(af=af, step=unit, w_min=-of.tau, w_max=of.tau, c2c=0.0)

    long = Pulses(max_length=63)
    algorithm = Hamiltonian(learning_rate=of.learning_rate, transfer_rate=of.transfer_rate, a=device(of.af_a),
                            c=device(of.af_c), transfer_pulses=long)  # fmt: skip
    return Tile(1, cells, algorithm, pulses=long, periphery=Periphery.ideal(), seed=seed)


@dataclass(frozen=True)
class Decay:
    """a(t) = a_0 (1 + t/t_0)^(-exponent), and the slope of 1/a."""

    exponent: float
    start: float
    time: float
    slope: float


def decay_of(a: np.ndarray) -> Decay:
    """Fits amplitudes (steps + 1,) by least squares on their logarithm; the slope of 1/a is that of a straight line."""
    t = np.arange(len(a), dtype=np.float64)

    def law(t: np.ndarray, log_start: float, log_time: float, exponent: float) -> np.ndarray:
        return log_start - exponent * np.log1p(t / np.exp(log_time))

    found, _ = curve_fit(law, t, np.log(a), (np.log(a[0]), np.log(len(a) / 4), 1.0), maxfev=20000)
    return Decay(float(found[2]), float(np.exp(found[0])), float(np.exp(found[1])), float(np.polyfit(t, 1 / a, 1)[0]))
