"""Readings of a pulsed device: a Kalman filter for state and slow noise, and increments without a filter.

The law is given as functions of the weight; a step is linearised about the mean of the state, and the state clipped as
a normal variable is.  `increments` needs no filter: for a constant step without bounds the increments of the readings
are jointly normal, with covariances that can be written down.
"""
from itertools import pairwise
from math import erf, exp, inf, log, pi, sqrt


def phi(x):
    return exp(-0.5 * x * x) / sqrt(2 * pi) if abs(x) < inf else 0.0


def Phi(x):
    return 0.5 * (1 + erf(x / sqrt(2)))


def clipped(m, p, low, high):
    """Mean, variance and P(not clipped) of min(max(x, low), high), x ~ N(m, p)."""
    if p == 0:
        return min(max(m, low), high), 0.0, 1.0
    s = sqrt(p)
    a, b = (low - m) / s, (high - m) / s
    below, above = Phi(a), 1 - Phi(b)
    inside = 1 - below - above
    ends = (a * below if below else 0.0) + (b * above if above else 0.0)
    first = ends + phi(a) - phi(b)
    squares = (a * a * below if below else 0.0) + (b * b * above if above else 0.0)
    edges = (a * phi(a) if phi(a) else 0.0) - (b * phi(b) if phi(b) else 0.0)
    second = squares + inside + edges
    return m + s * first, p * max(second - first**2, 0.0), inside


def follow(y, pulses, law, low, high, read, slow=0.0, keep=0.0):
    """Innovations and their variances of one curve, from its second reading on.

    law(v, up): mean signed step, its slope, spread of a step, its slope.  read, slow: variances; keep: correlation of
    the slow noise from reading to reading.
    """
    m, p, inside = clipped(y[0], read + slow, low, high)
    u, q, c = 0.0, slow, -slow * inside
    found = []
    for reading, n in zip(y[1:], pulses[1:], strict=True):
        for _ in range(abs(n)):
            step, slope, spread, spread_slope = law(m, n > 0)
            p = (1 + slope) ** 2 * p + spread**2 + spread_slope**2 * p
            m, p, inside = clipped(m + step, p, low, high)
            c = c * (1 + slope) * inside
        u, c, q = keep * u, keep * c, keep**2 * q + (1 - keep**2) * slow
        e, s = reading - m - u, p + 2 * c + q + read
        found.append((e, s))
        m, u = m + (p + c) / s * e, u + (c + q) / s * e
        p, c, q = p - (p + c) ** 2 / s, c - (p + c) * (c + q) / s, q - (c + q) ** 2 / s
    return found


def log_likelihood(innovations):
    return sum(-0.5 * (log(2 * pi * s) + e * e / s) for e, s in innovations)


def increments(y, step, spread, read):
    """Log-likelihood of the increments of y under steps `step` + spread z and readings with variance `read`.

    Their covariance is spread^2 + 2 read on the diagonal and -read beside it; solved by elimination.
    """
    d = [b - a - step for a, b in pairwise(y)]
    total, pivot, rest = 0.0, 0.0, 0.0
    for n, each in enumerate(d):
        factor = -read / pivot if n else 0.0
        rest = each - factor * rest
        pivot = spread**2 + 2 * read - factor**2 * pivot
        total -= 0.5 * (log(2 * pi * pivot) + rest**2 / pivot)
    return total
