"""Statistics with fixed seeds: a tolerance is a number of standard errors that theory gives."""

import math

import numpy as np

LIMIT = 5.0  # a right program exceeds it once in 1.7 million comparisons


def z_score(measured, expected, variance, n):
    """Standard errors between the mean of n independent numbers and what it should be; elementwise."""
    return np.abs(np.asarray(measured, float) - expected) / np.sqrt(np.asarray(variance, float) / n)


def agree(measured, expected, variance, n):
    z = z_score(measured, expected, variance, n)
    assert np.all(z < LIMIT), f"z = {np.max(z):.1f}: {measured} instead of {expected} (n = {n})"


def binomial_fourth(n, p):
    """Fourth central moment of a binomial number."""
    v = n * p * (1 - p)
    return v * (1 + 3 * v * (n - 2) / n)


def kolmogorov(samples, cdf):
    """p-value of the samples under a continuous law, for many samples: 2 sum (-1)^(k-1) exp(-2 k^2 n D^2)."""
    ordered = cdf(np.sort(samples).astype(float))
    n = len(ordered)
    steps = np.arange(n + 1) / n
    gap = max(np.max(steps[1:] - ordered), np.max(ordered - steps[:-1]))
    return 2 * sum((-1) ** (k - 1) * math.exp(-2 * k * k * n * gap * gap) for k in range(1, 50))
