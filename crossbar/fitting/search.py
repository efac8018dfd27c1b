"""The most probable parameters: bounded quasi-Newton steps, then Newton steps until no likelihood is left to gain."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace

import numpy as np
from scipy.optimize import minimize

from crossbar.fitting.likelihood import Data, densities
from crossbar.fitting.models import Model, Parameter

STEP = 1e-4  # of differences, in coordinates of the search
GAIN = 1e-2  # log-likelihood that Newton's step still promises where a search has not converged
EDGE = 1e-6
NEWTONS = 25
WORST = 1e12


@dataclass(frozen=True)
class Problem:
    """Minus the log-likelihood of some parameters of a model, the others held.  `mask`: which readings count."""

    model: Model
    data: Data
    free: tuple[Parameter, ...]
    held: Mapping[str, float]
    unseen: frozenset[str] = frozenset()
    mask: np.ndarray | None = None

    def values(self, z: np.ndarray) -> dict[str, float]:
        return {**self.held, **{p.name: p.outside(x) for p, x in zip(self.free, z, strict=True)}}

    def at(self, values: Mapping[str, float]) -> np.ndarray:
        return np.array([p.inside(values[p.name]) for p in self.free])

    def __call__(self, z: np.ndarray) -> float:
        found = densities(self.model, self.values(z), self.data, self.unseen)
        total = -float(found.sum() if self.mask is None else found[self.mask].sum())
        return total if np.isfinite(total) else WORST

    def gradient(self, z: np.ndarray) -> np.ndarray:
        low, high = self.limits
        out = np.empty(len(z))
        for k in range(len(z)):
            up, down = z.copy(), z.copy()
            up[k], down[k] = min(z[k] + STEP, high[k]), max(z[k] - STEP, low[k])
            out[k] = (self(up) - self(down)) / (up[k] - down[k])
        return out

    @property
    def limits(self) -> tuple[np.ndarray, np.ndarray]:
        low, high = np.array([p.limits for p in self.free]).reshape(-1, 2).T
        return low, high

    def without(self, name: str, value: float) -> "Problem":
        """The same with one parameter more held."""
        return replace(self, free=tuple(p for p in self.free if p.name != name), held={**self.held, name: value})


@dataclass(frozen=True)
class Optimum:
    problem: Problem
    z: np.ndarray
    log_likelihood: float
    hessian: np.ndarray
    converged: bool
    at_limit: tuple[str, ...] = field(default=())

    @property
    def values(self) -> dict[str, float]:
        return self.problem.values(self.z)

    @property
    def inner(self) -> np.ndarray:
        """Which free parameters lie off their limits."""
        return np.array([p.name not in self.at_limit for p in self.problem.free], bool)


def best(problem: Problem, beginnings: Sequence[Mapping[str, float]], tried: int = 2) -> Optimum:
    """The best of the searches from the most promising of the beginnings."""
    ordered = sorted(beginnings, key=lambda values: problem(problem.at(values)))
    return max((search(problem, problem.at(values)) for values in ordered[:tried]), key=lambda o: o.log_likelihood)


def search(problem: Problem, z: np.ndarray, iterations: int = 40) -> Optimum:
    z = descend(problem, z, iterations)
    for _ in range(NEWTONS):
        gradient, H = problem.gradient(z), hessian(problem, z)
        limited = on_limit(problem, z, gradient)
        move, promise = newton(gradient, H, ~limited)
        if promise < GAIN / 10:
            break
        z, moved = _line(problem, z, move)
        if not moved:
            break
    names = tuple(p.name for p, at in zip(problem.free, limited, strict=True) if at)
    return Optimum(problem, z, -problem(z), H, bool(promise < GAIN), names)


def descend(problem: Problem, z: np.ndarray, iterations: int = 40) -> np.ndarray:
    low, high = problem.limits
    start = np.clip(z, low, high)
    if not len(z):
        return start
    options = {"maxiter": iterations, "ftol": 1e-11, "gtol": 1e-5, "maxcor": 20}
    found = minimize(problem, start, jac=problem.gradient, method="L-BFGS-B",
                     bounds=list(zip(low, high, strict=True)), options=options)  # fmt: skip
    return np.clip(found.x, low, high)


def hessian(problem: Problem, z: np.ndarray) -> np.ndarray:
    """By central differences of the gradient's kind, with steps fit for second differences."""
    n, h = len(z), 2e-3
    H, middle = np.empty((n, n)), problem(z)
    low, high = problem.limits
    z = np.clip(z, low + h, high - h)

    def at(*moves: tuple[int, float]) -> float:
        moved = z.copy()
        for k, by in moves:
            moved[k] += by
        return problem(moved)

    middle = problem(z)
    plus, minus = [at((k, h)) for k in range(n)], [at((k, -h)) for k in range(n)]
    for k in range(n):
        H[k, k] = (plus[k] - 2 * middle + minus[k]) / h**2
        for m in range(k):
            both = at((k, h), (m, h)) + at((k, -h), (m, -h))
            H[k, m] = H[m, k] = (both - plus[k] - plus[m] - minus[k] - minus[m] + 2 * middle) / (2 * h**2)
    return H


def on_limit(problem: Problem, z: np.ndarray, gradient: np.ndarray) -> np.ndarray:
    low, high = problem.limits
    return ((z <= low + EDGE) & (gradient >= 0)) | ((z >= high - EDGE) & (gradient <= 0))


def newton(gradient: np.ndarray, H: np.ndarray, inner: np.ndarray) -> tuple[np.ndarray, float]:
    """Newton's step of the inner parameters, and the gain in log-likelihood that it promises."""
    move = np.zeros(len(gradient))
    if not inner.any():
        return move, 0.0
    values, vectors = np.linalg.eigh(H[np.ix_(inner, inner)])
    stiff = np.maximum(np.abs(values), 1e-2)  # flat directions promise little and are not run away in
    along = vectors.T @ gradient[inner]
    move[inner] = -vectors @ (along / stiff)
    return move, float(0.5 * np.sum(along**2 / stiff))


def _line(problem: Problem, z: np.ndarray, move: np.ndarray) -> tuple[np.ndarray, bool]:
    low, high = problem.limits
    here = problem(z)
    for share in (1.0, 0.3, 0.1, 0.01):
        there = np.clip(z + share * move, low, high)
        if problem(there) < here:
            return there, True
    return z, False
