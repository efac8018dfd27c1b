"""The most probable parameters: Fisher's scoring, damped after Levenberg, within limits.  docs/theory.md (10.3)."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace

import numpy as np

from crossbar.fitting.likelihood import Data, densities, follow
from crossbar.fitting.models import Model, Parameter

STEP = 1e-4  # of differences, in coordinates of the search
GAIN = 2e-2  # log-likelihood that a step still promises where a search has not converged
ENOUGH = 1e-4  # promise at which it ends
EDGE = 1e-9
ROUNDS = 40
BEGUN, SHORT, TRIED = 8, 8, 2  # beginnings that are tried, their rounds, and how many of them go on
MOST = 2.0  # longest step of one coordinate
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

    def score(self, z: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
        """Gradient, and Fisher's information sum_i (e' e'^T/s + s' s'^T/(2 s^2)), of central differences of e and s."""
        e, s, (de, ds) = self.slopes(z)
        gradient = (de * (e / s)).sum(1) + (ds * ((1 - e * e / s) / (2 * s))).sum(1)
        # einsum, not @: threads of a linear algebra library cost milliseconds for so little
        return gradient, sum(np.einsum("ki,mi->km", x, x) for x in (de / np.sqrt(s), ds / (np.sqrt(2) * s)))

    def of_means(self, z: np.ndarray) -> np.ndarray:
        """The part of Fisher's information that is in the means of readings."""
        _, s, (de, _) = self.slopes(z)
        x = de / np.sqrt(s)
        return np.asarray(np.einsum("ki,mi->km", x, x))

    def slopes(self, z: np.ndarray) -> tuple[np.ndarray, np.ndarray, np.ndarray]:
        """Innovations and variances of the readings that count, and (2, parameters, readings): how they change."""
        low, high = self.limits
        counted = self.data.counted if self.mask is None else self.mask
        e, s, _ = follow(self.model, self.values(z), self.data, self.unseen)[:, counted]
        slopes = np.empty((2, len(z), len(e)))
        for k in range(len(z)):
            up, down = z.copy(), z.copy()
            up[k], down[k] = min(z[k] + STEP, high[k]), max(z[k] - STEP, low[k])
            more, less = (follow(self.model, self.values(x), self.data, self.unseen)[:2, counted] for x in (up, down))
            slopes[:, k] = (more - less) / (up[k] - down[k])
        return e, s, slopes

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
    information: np.ndarray
    converged: bool
    at_limit: tuple[str, ...] = field(default=())
    bias: Mapping[str, float] = field(default_factory=dict)  # of coordinates of z: by how much the optimum is off

    @property
    def values(self) -> dict[str, float]:
        """The estimates: the optimum less its known bias."""
        low, high = self.problem.limits
        shift = np.array([self.bias.get(p.name, 0.0) for p in self.problem.free])
        return self.problem.values(np.clip(self.z - shift, low, high))

    @property
    def inner(self) -> np.ndarray:
        """Which free parameters lie off their limits."""
        return np.array([p.name not in self.at_limit for p in self.problem.free], bool)


def best(problem: Problem, beginnings: Sequence[Mapping[str, float]]) -> Optimum:
    """The best of searches from the most promising beginnings, of which few are brought to their end."""
    places = sorted((problem.at(values) for values in beginnings), key=problem)
    ordered = sorted((descend(problem, z, SHORT)[0] for z in places[:BEGUN]), key=problem)
    return max((search(problem, z) for z in ordered[:TRIED]), key=lambda o: o.log_likelihood)


def search(problem: Problem, z: np.ndarray) -> Optimum:
    """The optimum next to z, with Fisher's information there: second differences would see every node of the grid."""
    z, promise, _ = descend(problem, z)
    low, high = problem.limits
    names = tuple(p.name for p, at in zip(problem.free, (z <= low + EDGE) | (z >= high - EDGE), strict=True) if at)
    return Optimum(problem, z, -problem(z), problem.score(z)[1], bool(promise < GAIN), names)


def descend(problem: Problem, z: np.ndarray, rounds: int = ROUNDS) -> tuple[np.ndarray, float, np.ndarray]:
    """Where scoring ends, the log-likelihood it still promises, and which parameters lie on a limit."""
    low, high = problem.limits
    z, damping, promise = np.clip(z, low, high), 1e-3, np.inf
    here, limited = problem(z), np.zeros(len(z), bool)
    for _ in range(rounds):
        gradient, information = problem.score(z)
        limited = on_limit(problem, z, gradient)
        promise = step(gradient, information, ~limited, 1e-9)[1]
        if promise < ENOUGH:
            break
        for _ in range(12):
            move = step(gradient, information, ~limited, damping)[0]
            there = np.clip(z + np.clip(move, -MOST, MOST), low, high)
            if (value := problem(there)) < here:
                break
            damping = max(damping, 1e-6) * 8
        else:
            break
        z, here, damping = there, value, max(damping / 10, 1e-9)
    return z, promise, limited


def step(gradient: np.ndarray, information: np.ndarray, inner: np.ndarray, damping: float) -> tuple[np.ndarray, float]:
    """The damped step of the inner parameters, and the gain in log-likelihood that it promises.

    No coordinate is trusted beyond MOST: along what the data hardly know, a parabola promises gains that lie far
    outside of where it is a picture of the likelihood.
    """
    move = np.zeros(len(gradient))
    if not inner.any():
        return move, 0.0
    g, A = gradient[inner], information[np.ix_(inner, inner)]
    scale = np.sqrt(np.diag(A)) + 1e-2  # what moves nothing promises little and is not run away in
    values, vectors = np.linalg.eigh(A / np.outer(scale, scale))
    along = vectors.T @ (g / scale)
    size = np.maximum(values, 1e-10) + damping
    move[inner] = -(vectors @ (along / size)) / scale
    share = min(1.0, MOST / max(float(np.abs(move).max()), 1e-300))
    return move, float(share * (2 - share) * 0.5 * np.sum(along**2 / size))


def on_limit(problem: Problem, z: np.ndarray, gradient: np.ndarray) -> np.ndarray:
    low, high = problem.limits
    return ((z <= low + EDGE) & (gradient >= 0)) | ((z >= high - EDGE) & (gradient <= 0))
