"""The robustness score and its map, from Lee et al. 2022, eq. 16, in plain Python.

Accuracies are nested lists, accuracy[eta][lambda][seed] of one pair (AF_A, AF_C); maps are lists of rows.
"""
from itertools import pairwise
from math import ceil, exp


def score(accuracy, threshold):
    """The number of pairs (eta, lambda) whose accuracy, averaged over the seeds, exceeds the threshold."""
    return sum(sum(seeds) / len(seeds) > threshold for row in accuracy for seeds in row)


def between(x, points, values):
    """Piecewise linear through (points, values)."""
    for (x0, v0), (x1, v1) in pairwise(zip(points, values, strict=True)):
        if x0 <= x <= x1:
            return v0 + (v1 - v0) * (x - x0) / (x1 - x0)
    raise ValueError(x)


def interpolated(scores, af_a, af_c, fine_a, fine_c):
    """First along AF_C, then along AF_A."""
    rows = [[between(x, af_c, row) for x in fine_c] for row in scores]
    columns = [[between(x, af_a, [row[n] for row in rows]) for x in fine_a] for n in range(len(fine_c))]
    return [[column[m] for column in columns] for m in range(len(fine_a))]


def kernel(sigma, reach):
    """exp(-k^2/(2 sigma^2)), k = -reach ... reach, divided by its sum: the printed prefactor is left out."""
    bells = [exp(-k * k / (2 * sigma * sigma)) for k in range(-reach, reach + 1)]
    return [bell / sum(bells) for bell in bells]


def reflected(k, n):
    """The place that stands for k outside of 0 ... n - 1: the border lies half a step outside of the last point."""
    k %= 2 * n
    return k if k < n else 2 * n - 1 - k


def smoothed(rows, sigma, reach=None):
    """The sum over both axes at once; sigma in grid steps."""
    reach = ceil(4 * sigma) if reach is None else reach
    bells, n, m = kernel(sigma, reach), len(rows), len(rows[0])
    return [[sum(bells[p + reach] * bells[q + reach] * rows[reflected(i + p, n)][reflected(j + q, m)]
                 for p in range(-reach, reach + 1) for q in range(-reach, reach + 1))
             for j in range(m)] for i in range(n)]


def regions(rows, level):
    """Sets of points (i, j) at or above the level that touch along an axis; walked from each point not seen yet."""
    high = {(i, j) for i, row in enumerate(rows) for j, value in enumerate(row) if value >= level}
    found = []
    while high:
        region, edge = set(), [high.pop()]
        while edge:
            i, j = edge.pop()
            region.add((i, j))
            for other in ((i + 1, j), (i - 1, j), (i, j + 1), (i, j - 1)):
                if other in high:
                    high.remove(other)
                    edge.append(other)
        found.append(region)
    return found
