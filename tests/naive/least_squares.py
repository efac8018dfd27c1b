"""Least squares under asymmetric updates in the mean field (Wu et al. 2024), one number after another."""


def moved(w, dw, tau, point=0.0):
    """w' = w + dw - |dw| (w - point)/tau."""
    return w + dw - abs(dw) * (w - point) / tau


def gradient(matrix, right, w, noise):
    """A^T (A w - b)/N + noise."""
    n, d = len(matrix), len(w)
    rest = [sum(row[j] * w[j] for j in range(d)) - b for row, b in zip(matrix, right, strict=True)]
    return [sum(matrix[i][j] * rest[i] for i in range(n)) / n + noise[j] for j in range(d)]


def error(matrix, right, w):
    """|A w - b|^2/(2 N D)."""
    rest = [sum(a * v for a, v in zip(row, w, strict=True)) - b for row, b in zip(matrix, right, strict=True)]
    return sum(r * r for r in rest) / (2 * len(matrix) * len(w))


def descend(matrix, right, noises, rate, tau, fast=0.0, point=0.0, auxiliary_point=0.0):
    """The error after each step; fast = 0: SGD, else Tiki-Taka with transfers of rate `rate` at every step."""
    w, p, errors = [0.0] * len(matrix[0]), [0.0] * len(matrix[0]), []
    for noise in noises:
        g = gradient(matrix, right, w, noise)
        for j in range(len(w)):
            if fast:
                p[j] = moved(p[j], -fast * g[j], tau, auxiliary_point)
                w[j] = moved(w[j], rate * p[j], tau, point)
            else:
                w[j] = moved(w[j], -rate * g[j], tau, point)
        errors.append(error(matrix, right, w))
    return errors
