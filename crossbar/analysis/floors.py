"""Closed forms beside `least_squares`: the error of digital SGD, and where analog SGD and Tiki-Taka rest.

    digital   H = A^T A/N = V diag(l) V^T, c = V^T W*, k steps from W = 0:
              E error = sum_i l_i (r c_i^2 + (1 - r) rate noise^2/(l_i (2 - rate l_i)))/(2 D),
              r = (1 - rate l_i)^(2 k)
    analog    the mean update is 0:  m + E|g| (W - point)/tau = 0,  m = H (W - W*),  g ~ N(m, noise^2):
              E|g| = noise sqrt(2/pi) exp(-m^2/(2 noise^2)) + m erf(m/(noise sqrt 2))
    Tiki-Taka the mean of P is 0, and so   m = E|g| point_P/tau,  equal in all D;   it scatters about that by
              lambda noise tau sqrt(pi/2)/4

The first is exact.  The others leave out that W (of Tiki-Taka: P) scatters, and so are the limit of small rates.
docs/theory.md (12.5), (12.6).
"""

import numpy as np
from scipy.special import erf

from crossbar.analysis.least_squares import Problem, Way
from crossbar.errors import SpecError

TURNS, SETTLED = 1000, 1e-13


def digital_error(problem: Problem, rate: float, steps: int, last: int) -> np.ndarray:
    """E of `descend` with tau = inf: the error averaged over the last of the steps from W = 0, (repeats,)."""
    values, vectors = np.linalg.eigh(_hessian(problem))
    c = np.einsum("rij,ri->rj", vectors, solution_of(problem))
    k = np.arange(steps - last + 1, steps + 1)[:, None, None]
    r = (1 - rate * values) ** (2 * k)
    each = values * r * c**2 + (1 - r) * rate * problem.noise**2 / (2 - rate * values)
    return each.mean(axis=(0, 2)) / 2


def resting_error(problem: Problem, way: Way) -> np.ndarray:
    """The error where analog SGD or Tiki-Taka rests in the limit of small rates, (repeats,).

    That of Tiki-Taka is 0 where the symmetry point of its auxiliary array is 0, and no matter where that of W is.
    SpecError: a problem without noise (W = W* then rests, and nothing pulls).
    """
    if problem.noise <= 0:
        raise SpecError(f"resting_error: must be given a noise > 0 (got {problem.noise:g}); descend takes all others.")
    return _tiki_taka(problem, way) if way.fast else _analog(problem, way)


def scatter_error(problem: Problem, way: Way) -> float:
    """What the scatter of P adds to the error of Tiki-Taka: lambda noise tau sqrt(pi/2)/4, small rates."""
    return way.rate * problem.noise * way.tau * float(np.sqrt(np.pi / 2)) / 4


def _tiki_taka(problem: Problem, way: Way) -> np.ndarray:
    """H (W - W*) = m 1, so the error is m^2 1^T H^-1 1/(2 D)."""
    m, share = np.zeros(1), way.auxiliary_point / way.tau
    for _ in range(TURNS):
        before, m = m, share * _mean_size(m, problem.noise)
        if np.abs(m - before).max() < SETTLED:
            break
    ones = np.ones((len(problem.right), problem.matrix.shape[2], 1))
    return m[0] ** 2 * np.linalg.solve(_hessian(problem), ones).mean(axis=(1, 2)) / 2


def _analog(problem: Problem, way: Way) -> np.ndarray:
    hessian, solution = _hessian(problem), solution_of(problem)
    target, w = np.einsum("rij,rj->ri", hessian, solution), solution
    for _ in range(TURNS):
        pull = _mean_size(np.einsum("rij,rj->ri", hessian, w) - target, problem.noise) / way.tau
        drawn = hessian + pull[:, :, None] * np.eye(w.shape[1])
        before, w = w, np.linalg.solve(drawn, (target + pull * way.point)[..., None])[..., 0]
        if np.abs(w - before).max() < SETTLED:
            break
    return problem.error(w)


def _mean_size(m: np.ndarray, noise: float) -> np.ndarray:
    """E|g| of g ~ N(m, noise^2)."""
    z = m / noise
    return noise * np.sqrt(2 / np.pi) * np.exp(-(z**2) / 2) + m * erf(z / np.sqrt(2))


def _hessian(problem: Problem) -> np.ndarray:
    return np.einsum("rni,rnj->rij", problem.matrix, problem.matrix) / problem.matrix.shape[1]


def solution_of(problem: Problem) -> np.ndarray:
    """W*, (repeats, D): b = A W* without a rest."""
    normal = np.einsum("rni,rn->ri", problem.matrix, problem.right) / problem.matrix.shape[1]
    return np.linalg.solve(_hessian(problem), normal[..., None])[..., 0]
