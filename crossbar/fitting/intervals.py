"""95 % intervals: from Fisher's information, or where that says nothing from its profile.

docs/theory.md (10.3).
"""

from collections.abc import Callable
from dataclasses import dataclass
from math import inf, isfinite

import numpy as np

from crossbar.fitting.models import Parameter
from crossbar.fitting.search import Optimum, Problem, descend

NORMAL, DROP = 1.959964, 1.920729  # of a standard normal and, halved, of chi square with one degree: 95 %
WIDE = {"linear": 1.5}  # half-width beyond which a parabola is no picture of the likelihood; of other scales 0.5
FLAT = 1e-6  # curvature that stands for none
FAR = 12.0  # in coordinates of the search: nothing found by then is an open end


@dataclass(frozen=True)
class Interval:
    """`how`: information, profile, bootstrap, devices, or held (not fitted)."""

    low: float
    high: float
    how: str


def covariance(found: Optimum) -> np.ndarray:
    """Of the inner free parameters, in coordinates of the search; huge along directions of no curvature."""
    values, vectors = np.linalg.eigh(found.information[np.ix_(found.inner, found.inner)])
    return (vectors / np.maximum(values, FLAT)) @ vectors.T


def deviations(found: Optimum) -> dict[str, float]:
    """Standard deviations by parameter; inf where the likelihood says nothing."""
    names = [p.name for p, inner in zip(found.problem.free, found.inner, strict=True) if inner]
    spread = np.sqrt(np.diag(covariance(found)))
    spread[spread > 0.1 / np.sqrt(FLAT)] = inf
    return {p.name: inf for p in found.problem.free} | dict(zip(names, map(float, spread), strict=True))


def intervals(found: Optimum, careful: bool = True) -> dict[str, Interval]:
    """Of every free parameter; `careful`: by the profile of the likelihood where that is no guide."""
    out, spread = {}, deviations(found)
    for k, p in enumerate(found.problem.free):
        half, (low, high) = NORMAL * spread[p.name], p.limits
        doubtful = half > WIDE.get(p.scale, 0.5) or not low < found.z[k] - half < found.z[k] + half < high
        if careful and (doubtful or not isfinite(half)):
            ends = profile(found, k)
        else:
            ends = max(found.z[k] - half, low), min(found.z[k] + half, high)
        how = "profile" if careful and doubtful else "information"
        out[p.name] = Interval(*ordered(p, *shifted(p, ends, found.bias.get(p.name, 0.0))), how)
    return out


def shifted(p: Parameter, ends: tuple[float, float], bias: float) -> tuple[float, float]:
    """Ends without the bias of the optimum; an open end stays open."""
    low, high = p.limits
    first, last = ends
    return (first if first <= low + 1e-9 else max(first - bias, low)), (
        last if last >= high - 1e-9 else min(last - bias, high))  # fmt: skip


def ordered(p: Parameter, low: float, high: float) -> tuple[float, float]:
    """Ends in the parameter itself; a limit of the search is an open end, or 0 of what may vanish."""
    at_least, at_most = (z <= lim + 1e-9 if side == 0 else z >= lim - 1e-9
                         for side, (z, lim) in enumerate(zip((low, high), p.limits, strict=True)))  # fmt: skip
    first = 0.0 if at_least and 0 in p.ends and p.least >= 0 else p.outside(low)
    last = p.outside(high)
    if p.scale == "asinh":
        return (-inf if at_least and 0 not in p.ends else first), (inf if at_most and 1 not in p.ends else last)
    if p.scale == "log":
        return first, inf if at_most else last
    if p.scale == "minus_log":
        return (-inf if at_most else last), first
    return first, last


def profile(found: Optimum, k: int) -> tuple[float, float]:
    """Where the largest likelihood with parameter k held falls by 1.92; a limit where it never does."""
    p, here = found.problem.free[k], found.z[k]
    spread = deviations(found)[p.name]
    first = NORMAL * spread if isfinite(spread) and 0 < spread < 3 else 0.3
    return tuple(_end(found, k, here, limit, first) for limit in p.limits)  # type: ignore[return-value]


def _end(found: Optimum, k: int, here: float, limit: float, first: float) -> float:
    """Walks out until the likelihood has fallen far enough, then closes in."""
    way, along = (1.0 if limit > here else -1.0), _ridge(found, k)
    last, others = here, np.delete(found.z, k)

    def short(x: float) -> float:
        nonlocal last, others
        problem = held(found.problem, k, x)
        low, high = problem.limits
        shifted = np.clip(others + (x - last) * along, low, high)
        last, others = x, descend(problem, min(others, shifted, key=problem))[0]
        return problem(others) + found.log_likelihood - DROP

    near, reach = (here, -DROP), min(first, abs(limit - here))
    while (far := (here + way * reach, short(here + way * reach)))[1] <= 0:
        if reach >= min(FAR, abs(limit - here)):
            return limit
        near, reach = far, min(2 * reach, FAR, abs(limit - here))
    return _closed_in(short, near, far, here)


def _ridge(found: Optimum, k: int) -> np.ndarray:
    """By how much the other parameters follow one: along the likelihood's ridge."""
    follow = np.zeros(len(found.z))
    if found.inner[k]:
        C, row = covariance(found), int(found.inner[:k].sum())
        follow[found.inner] = C[row] / C[row, row]
    return np.delete(follow, k)


def _closed_in(
    short: Callable[[float], float], near: tuple[float, float], far: tuple[float, float], here: float
) -> float:
    """Between a point that is not far enough and one that is too far; the fall is about a parabola from `here`."""
    for _ in range(3):
        a, b = (np.sqrt(max(f + DROP, 0.0)) for _, f in (near, far))
        share = float(np.clip((np.sqrt(DROP) - a) / max(b - a, 1e-12), 0.05, 0.95))
        x = near[0] + share * (far[0] - near[0])
        point = (x, short(x))
        if abs(point[1]) < 0.05 or abs(far[0] - near[0]) < 1e-3 * abs(x - here):
            return x
        near, far = (point, far) if point[1] <= 0 else (near, point)
    return (near[0] + far[0]) / 2


def held(problem: Problem, k: int, x: float) -> Problem:
    """The problem with free parameter k held at the coordinate x."""
    p = problem.free[k]
    return problem.without(p.name, p.outside(x))
