"""The digital parts of a network in NumPy, a row a sample: activations, losses.  docs/theory.md (6.1)-(6.4)."""

import numpy as np


def activate(hidden: str, y: np.ndarray) -> np.ndarray:
    """h(y): 1/(1 + e^-y), tanh y or max(y, 0)."""
    from scipy.special import expit

    if hidden == "sigmoid":
        return expit(y)
    return np.tanh(y) if hidden == "tanh" else np.maximum(y, 0.0)


def slope(hidden: str, h: np.ndarray) -> np.ndarray:
    """dh/dy as a function of h."""
    if hidden == "sigmoid":
        return h * (1 - h)
    return 1 - h * h if hidden == "tanh" else (h > 0).astype(np.float64)


def error(loss: str, y: np.ndarray, t: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
    """The loss of every sample and the errors of its outputs: softmax(y) - t, or y - t for mean_square."""
    from scipy.special import log_softmax

    if loss == "mean_square":
        return ((y - t) ** 2).sum(1) / 2, y - t
    log_p = log_softmax(y, axis=1)
    return -(t * log_p).sum(1), np.exp(log_p) - t


def hits(y: np.ndarray, t: np.ndarray) -> int:
    """Samples whose largest output is the largest target."""
    return int((y.argmax(1) == t.argmax(1)).sum())
