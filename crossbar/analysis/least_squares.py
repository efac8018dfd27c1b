"""Least squares under asymmetric updates in the mean field; `least_squares_pulses` has it by pulses.

    loss |A W - b|^2/(2 N),   g = A^T (A W - b)/N + noise z,   error |A W - b|^2/(2 N D)
    U(w, dw) = w + dw - |dw| (w - s)/tau          soft bounds s +- tau whose symmetry point is s

    digital  W <- W - eta g;   analog SGD  W <- U(W, -eta g);   Tiki-Taka  P <- U(P, -fast g), W <- U(W, transfer P)

docs/theory.md (12.4)-(12.6); Wu et al. 2024, eq. 20-23.
"""

from dataclasses import dataclass
from typing import Any

import numpy as np

from crossbar.errors import SpecError


@dataclass(frozen=True)
class Problem:
    """`repeats` problems at once.  matrix: (repeats, N, D), right: (repeats, N); noise: std of the gradient's noise."""

    matrix: np.ndarray
    right: np.ndarray
    noise: float

    def gradient(self, w: np.ndarray, z: np.ndarray) -> np.ndarray:
        """w, z and the result: (repeats, D)."""
        rest = np.einsum("rnd,rd->rn", self.matrix, w) - self.right
        return np.einsum("rnd,rn->rd", self.matrix, rest) / self.matrix.shape[1] + self.noise * z

    def error(self, w: np.ndarray) -> np.ndarray:
        """|A W - b|^2/(2 N D), (repeats,)."""
        rest = np.einsum("rnd,rd->rn", self.matrix, w) - self.right
        return (rest**2).sum(axis=1) / (2 * self.matrix.shape[1] * self.matrix.shape[2])


def random_problem(n: int, d: int, spread: float, solution: float, noise: float, repeats: int = 1,
                   seed: int = 0) -> Problem:  # fmt: skip
    """b = A W*, A ~ N(0, spread^2), W* ~ N(0, solution^2)."""
    rng = np.random.default_rng(seed)
    matrix = rng.normal(0, spread, (repeats, n, d))
    return Problem(matrix, np.einsum("rnd,rd->rn", matrix, rng.normal(0, solution, (repeats, d))), noise)


def moved(w: Any, dw: Any, tau: float, point: float = 0.0) -> Any:
    """U(w, dw) = w + dw - |dw| (w - point)/tau."""
    return w + dw - np.abs(dw) * (w - point) / tau


@dataclass(frozen=True)
class Way:
    """How W is learnt.  tau: inf is digital.  fast: rate on the auxiliary array, 0 without one; rate is then that of
    the transfer.  point, auxiliary_point: symmetry points of W and of the auxiliary array.
    SpecError: a rate <= 0, tau <= 0, fast < 0.
    """

    rate: float
    tau: float = np.inf
    fast: float = 0.0
    point: float = 0.0
    auxiliary_point: float = 0.0

    def __post_init__(self) -> None:
        for name, value, good in (("rate", self.rate, self.rate > 0), ("tau", self.tau, self.tau > 0),
                                  ("fast", self.fast, self.fast >= 0)):  # fmt: skip
            if not good:
                raise SpecError(f"Way.{name}: must be {'>=' if name == 'fast' else '>'} 0 (got {value}).")


def descend(problem: Problem, way: Way, steps: int, last: int, start: Any = 0.0, seed: int = 1) -> np.ndarray:
    """The error averaged over the last steps, (repeats,), in the mean field.

    start: W before the first step, a number or (D,).  Two ways with the same seed see the same noise.
    """
    rng, shape = np.random.default_rng(seed), problem.matrix.shape[::2]
    w = np.broadcast_to(np.asarray(start, np.float64), shape).copy()
    fast, total = np.zeros(shape), np.zeros(shape[0])
    for step in range(steps):
        g = problem.gradient(w, rng.standard_normal(shape))
        w, fast = stepped(w, fast, g, way)
        if step >= steps - last:
            total += problem.error(w)
    return total / last


def stepped(w: np.ndarray, fast: np.ndarray, g: np.ndarray, way: Way) -> tuple[np.ndarray, np.ndarray]:
    """W and the auxiliary array after one gradient."""
    if not way.fast:
        return moved(w, -way.rate * g, way.tau, way.point), fast
    fast = moved(fast, -way.fast * g, way.tau, way.auxiliary_point)
    return moved(w, way.rate * fast, way.tau, way.point), fast
