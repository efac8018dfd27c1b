"""A line fitted by an array of two cells (Lee et al. 2022, fig. 4-6): what is kept of its training, point by point."""


def least_squares(x, y):
    """(w, b) of the normal equations."""
    n, sx, sy = len(x), sum(x), sum(y)
    sxx, sxy = sum(v * v for v in x), sum(u * v for u, v in zip(x, y, strict=True))
    w = (n * sxy - sx * sy) / (n * sxx - sx * sx)
    return w, (sy - w * sx) / n


def loss(x, y, w, b):
    """sum (w x + b - y)^2/(2 n)."""
    return sum((w * u + b - v) ** 2 for u, v in zip(x, y, strict=True)) / (2 * len(x))


def gradients(x, y, order, weights):
    """(d x, d) of each sample, d = w x + b - y at the weights before it."""
    found = []
    for k, (w, b) in zip(order, weights, strict=False):
        d = w * x[k] + b - y[k]
        found.append((d * x[k], d))
    return found


def distance(x, y, weights, last):
    """Mean distance from least squares at the ends of the last epochs; weights[0] stands before the first sample."""
    best, ends = least_squares(x, y), weights[:: len(x)][1:][-last:]
    return sum(((w - best[0]) ** 2 + (b - best[1]) ** 2) ** 0.5 for w, b in ends) / len(ends)


def path_length(weights, n):
    """From the end of one epoch of n samples to the next."""
    ends = weights[::n]
    return sum(((w - v) ** 2 + (b - c) ** 2) ** 0.5 for (w, b), (v, c) in zip(ends[1:], ends, strict=False))


def sign_changes(values):
    signs = [v > 0 for v in values if v != 0]
    return sum(a != b for a, b in zip(signs[1:], signs, strict=False))
