"""Activations and losses, digital and exact.  docs/theory.md (6)."""

import numpy as np

from ._jit import ONE, ZERO, generic, inline, is_float32, kernel
from .functions import exp, log, sigmoid, sigmoid_float32, tanh

SIGMOID, TANH, RELU = 0, 1, 2
CROSS_ENTROPY, MEAN_SQUARE = 0, 1


@generic
def _sigmoid(out, y):
    """In the precision of the state."""

    def single(out, y):
        for j in range(len(y)):
            out[j] = sigmoid_float32(y[j])

    def double(out, y):
        for j in range(len(y)):
            out[j] = sigmoid(y[j])

    return single if is_float32(out) else double


@kernel
def _tanh(out, y):
    for j in range(len(y)):
        out[j] = tanh(y[j])


@kernel
def _relu(out, y):
    for j in range(len(y)):
        out[j] = max(y[j], ZERO)


@inline
def activate(kind, out, y):
    """out[:len(y)] = f(y)"""
    if kind == SIGMOID:
        _sigmoid(out, y)
    elif kind == TANH:
        _tanh(out, y)
    else:
        _relu(out, y)


@kernel
def through_slope(kind, d, e, a):
    """d = e f'(y), with f' written in the activation a = f(y) itself."""
    for j in range(len(d)):
        if kind == SIGMOID:
            d[j] = e[j] * (a[j] * (ONE - a[j]))
        elif kind == TANH:
            d[j] = e[j] * (ONE - a[j] * a[j])
        else:
            d[j] = e[j] if a[j] > ZERO else ZERO


@kernel
def _cross_entropy(d, y, t):
    """d = softmax(y) - t, loss = -sum t ln softmax(y)."""
    top = np.float64(y[0])
    for v in y:
        top = max(top, np.float64(v))
    total = 0.0
    for v in y:
        total += exp(np.float64(v) - top)
    loss, log_total = 0.0, log(total)
    for j in range(len(y)):
        shifted = np.float64(y[j]) - top
        loss -= np.float64(t[j]) * (shifted - log_total)
        d[j] = exp(shifted) / total - np.float64(t[j])
    return loss


@kernel
def _mean_square(d, y, t):
    """d = y - t, loss = sum (y - t)^2 / 2."""
    loss = 0.0
    for j in range(len(y)):
        d[j] = y[j] - t[j]
        loss += 0.5 * np.float64(d[j]) * np.float64(d[j])
    return loss


@inline
def output_error(kind, d, y, t):
    """The error at the output and the loss of one sample; t: targets, one-hot for classes."""
    if kind == CROSS_ENTROPY:
        return _cross_entropy(d, y, t)
    return _mean_square(d, y, t)


@kernel
def place_of_largest(v):
    best = 0
    for j in range(len(v)):
        best = j if v[j] > v[best] else best
    return best
