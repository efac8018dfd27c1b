"""What an array of devices holds when it is pulsed by gradients that stay as they are.  docs/theory.md (5), (15.3).

    loss a sample  r = G' E|dw| + 1/lifetime,   A_T = F E[dw] (1 - e^(-r T))/r,   T_A = 1/r
    Var[A_T] = F^2 (Var[dw] + s0 E|dw| (1 + c2c^2)) (1 - e^(-2 r T))/(2 r)
"""

from dataclasses import dataclass, replace
from math import inf
from typing import Any

import numpy as np

from crossbar.analysis.asymmetry import response_factors
from crossbar.devices import AnyDevice, Cell
from crossbar.errors import CrossbarError
from crossbar.explain.trains import Trains
from crossbar.figures_of_merit import balance, bounds, nominal, rises_only
from crossbar.references import place
from crossbar.symmetry import points_of

MOST_CELLS = 4096  # whose symmetry points are drawn


@dataclass(frozen=True)
class Law:
    """What one requested unit of change is worth (F), and the share of an excursion that it costs (slope, G').

    decay: the share that a sample costs without any.
    """

    F: float
    slope: float
    low: float
    high: float
    step: float  # granularity
    decay: float = 0.0

    def memory(self, size: float) -> float:
        """Samples, where `size` is requested in each."""
        loss = self.slope * size + self.decay
        return 1 / loss if loss > 0 else inf

    @property
    def exact(self) -> "Law":
        """The same written without pulses, of which only the bounds act."""
        return replace(self, F=1.0, slope=0.0)


@dataclass(frozen=True)
class Held:
    """Of the cells that are driven.  memory: T_A in samples, of the mean loss; inf: nothing is forgotten.

    signal, scatter: root mean squares of A_T, its mean and its chance.
    at_bound: share of cells that would leave their bounds.
    """

    memory: float
    signal: float
    scatter: float
    at_bound: float

    @property
    def typical(self) -> float:
        return float(np.hypot(self.signal, self.scatter))


def law_of(device: AnyDevice) -> Law:
    """At the symmetry point nearest to 0 that the law has, or at 0."""
    low, high = bounds(device)
    keeps = device.inner.retention
    decay = 1 / keeps.lifetime if keeps.decays else 0.0
    if rises_only(device):
        return Law(1.0, 0.0, low, high, device.granularity, decay)
    point = balance(nominal(device))
    at = point if np.isfinite(point) else 0.0
    h = 0.02 * min(high - at, at - low) or 0.02 * (high - low)
    found = response_factors(device, np.array([at - h, at, at + h]))
    slope = float((found.G[2] - found.G[0]) / (2 * h))
    return Law(float(found.F[1]), slope if slope > 1e-9 else 0.0, low, high, device.granularity, decay)


def held(law: Law, c2c: float, s0: float, asked: Trains, samples: float) -> Held:
    """After so many samples from A = 0; the gradient, as measured, stays what it is."""
    driven = asked.driven
    if not driven.any() or samples <= 0:
        return Held(law.memory(0.0), 0.0, 0.0, 0.0)
    size, mean = asked.size[driven], law.F * asked.mean[driven]
    loss = law.slope * size + law.decay
    once, twice = _gathered(loss, samples), _gathered(2 * loss, samples)
    chance = law.F**2 * (np.maximum(asked.square[driven] - asked.mean[driven] ** 2, 0) + s0 * size * (1 + c2c**2))
    settled, scatter = mean * once, np.sqrt(chance * twice)
    # The mean of so few samples has chance of its own, which is none of the signal.
    few = np.mean((asked.square[driven] - asked.mean[driven] ** 2) * law.F**2 * once**2) / max(len(asked.asked), 1)
    beyond = (settled > law.high) | (settled < law.low)
    settled = np.clip(settled, law.low, law.high)
    signal = np.sqrt(max(float(np.mean(settled**2) - few), 0.0)) if not beyond.any() else rms(settled)
    return Held(law.memory(float(size.mean())), signal, min(rms(scatter), law.high), float(beyond.mean()))


def rms(values: np.ndarray) -> float:
    return float(np.sqrt(np.mean(np.square(values))))


def _gathered(loss: np.ndarray, samples: float) -> np.ndarray:
    """(1 - e^(-r T))/r, T where r = 0."""
    return np.where(loss * samples > 1e-12, -np.expm1(-loss * samples) / np.maximum(loss, 1e-300), samples)


def symmetry_points(device: AnyDevice, shape: tuple[int, int], seed: int, name: str, layer: int,
                    dtype: str) -> tuple[float, float] | None:  # fmt: skip
    """Mean and spread of the weights at which the cells of an array are drawn to rest, of the cells the run will have.

    None where a cell is several devices, has no such point, or is ideal (rests anywhere).
    """
    if isinstance(device, Cell) or rises_only(device) or law_of(device).slope == 0:
        return None
    try:
        dev, _ = place(device, shape, seed, name, layer, dtype)
        points, found = points_of(_few(dev))
    except CrossbarError:
        return None
    return (float(points[found].mean()), float(points[found].std())) if found.any() else None


def _few(dev: Any) -> Any:
    cells = dev.cells.reshape(-1)[:MOST_CELLS]
    return dev._replace(cells=np.ascontiguousarray(cells).reshape(1, -1).view(np.recarray))
