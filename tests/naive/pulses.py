"""From a gradient to pulses: how often each cell of a rank-one update is hit.

Gokmen & Vlasov 2016 (stochastic trains); Gokmen, Onen & Haensch 2017 (update management).
"""
from math import ceil, floor, sqrt
from typing import NamedTuple

from .philox import COLUMN_BITS, COLUMN_ROUND, ROW_BITS, ROW_ROUND, train, uniform


class Scheme(NamedTuple):
    """How pulses are made: stochastic | mean_count | implicit | none (the exact outer product)."""
    kind: str = "stochastic"
    max_length: int = 31
    length_management: bool = True  # trains no longer than needed; then update management is on too
    update_management: bool = True  # rows and columns fire equally often at their largest entry
    resolution: float = 0.0  # of the probabilities; 0: not quantised
    stochastic_rounding: bool = False


class Plan(NamedTuple):
    """k wished pulses of the largest entry, the length BL, the gains A and B, p of rows and q of columns."""
    k: float
    length: int
    gain_d: float
    gain_x: float
    p: list
    q: list


def largest(values):
    return max((abs(float(v)) for v in values), default=0.0)


def gains(x, d, rate, s0, scheme):
    """k = rate X D/s0, BL, and A, B with A B = rate/(s0 BL): A multiplies |d|, B multiplies |x|."""
    X, D = largest(x), largest(d)
    k, longest = rate * X * D / s0, scheme.max_length
    length = min(max(ceil(k), 1), longest) if scheme.length_management else longest
    gain_d = gain_x = sqrt(rate / (s0 * length))
    if scheme.length_management or scheme.update_management:
        D = D * longest / k if k > longest else D
        gain_d, gain_x = gain_d * sqrt(X / D), gain_x * sqrt(D / X)
    return k, length, gain_d, gain_x


def quantised(p, scheme, place, purpose, line):
    """p to a whole multiple of the resolution: the nearest one, or floor(p/resolution + u)."""
    if scheme.resolution == 0:
        return p
    units = p / scheme.resolution
    units = floor(units + uniform(place, purpose, line)) if scheme.stochastic_rounding else round(units)
    return min(units * scheme.resolution, 1.0)


def plan(x, d, rate, s0, scheme, place):
    """The firing probabilities p_i = min(B |x_i|, 1), q_j = min(A |d_j|, 1); None where nothing is to do."""
    if rate * largest(x) * largest(d) == 0:
        return None
    k, length, gain_d, gain_x = gains(x, d, rate, s0, scheme)
    p = [quantised(min(gain_x * abs(float(v)), 1.0), scheme, place, ROW_ROUND, i) for i, v in enumerate(x)]
    q = [quantised(min(gain_d * abs(float(v)), 1.0), scheme, place, COLUMN_ROUND, j) for j, v in enumerate(d)]
    return Plan(k, length, gain_d, gain_x, p, q)


def stochastic(plan, place):
    """n_ij = how many of the BL slots find both lines firing; a line's bits are shared by all its cells."""
    rows = [train(place, ROW_BITS, i, p, plan.length) for i, p in enumerate(plan.p)]
    columns = [train(place, COLUMN_BITS, j, q, plan.length) for j, q in enumerate(plan.q)]
    return [[sum(a & b for a, b in zip(row, column, strict=True)) for column in columns] for row in rows]


def mean_count(plan, place):
    """n_ij = rint(rint(BL p_i) rint(BL q_j)/BL), half to even."""
    BL = plan.length
    return [[round(round(BL * p) * round(BL * q) / BL) for q in plan.q] for p in plan.p]


def implicit(plan, place):
    """n_ij = rint(BL p_i q_j), half to even."""
    return [[round(plan.length * p * q) for q in plan.q] for p in plan.p]


def counts(plan, scheme, place):
    """The number of pulses of every cell, (n_in, n_out), for every scheme but `none`."""
    kinds = {"stochastic": stochastic, "mean_count": mean_count, "implicit": implicit}
    return kinds[scheme.kind](plan, place)
