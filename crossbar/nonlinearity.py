"""The nonlinearity label of a pulse curve: how far from a straight line it runs.  docs/theory.md (2.18)."""

from math import log
from typing import Any

import numpy as np

LABEL_SCALE = 10.1015  # label of a curve per largest distance from the line: what NeuroSim's table amounts to
STEEPEST = 1e4  # 1/A beyond which the first pulse does it all


def curve(x: Any, rate: float) -> Any:
    """(1 - exp(-rate x))/(1 - exp(-rate)), the straight line x at rate 0; x from 0 to 1, rate = P_max/A.

    Rates below 0 bend the other way, steps growing with x.
    """
    x = np.asarray(x, np.float64)
    if abs(rate) < 1e-9:
        return x
    if rate < 0:
        return 1 - curve(1 - x, -rate)
    return np.expm1(-rate * x) / np.expm1(-rate)


def label(rate: float) -> float:
    """The label of the curve with this rate: 10.1015 times its largest distance from the line, with its sign.

    With D = 1 - exp(-rate), the largest distance is 1/D - (1 - ln(D/rate))/rate.
    """
    size = abs(rate)
    if size < 1e-3:  # where the difference cancels: rate/8, the next term being smaller by rate^2/60
        return LABEL_SCALE * rate / 8
    full = -float(np.expm1(-size))
    distance = 1 / full - (1 - log(full / size)) / size
    return float(np.copysign(LABEL_SCALE * distance, rate))


def rate_of(values: Any) -> float:
    """The rate whose curve is nearest, in least squares, to values from the first to the last of one staircase.

    values: (pulses + 1,), rising or falling; NaN where there are fewer than two pulses or first and last are equal.
    """
    from scipy.optimize import minimize_scalar

    values = np.asarray(values, np.float64)
    if len(values) < 3 or values[-1] == values[0]:
        return float("nan")
    y, x = (values - values[0]) / (values[-1] - values[0]), np.linspace(0, 1, len(values))

    def distance(t: float) -> float:
        return float(np.sum((curve(x, np.sinh(t)) - y) ** 2))

    grid = np.linspace(-np.arcsinh(STEEPEST), np.arcsinh(STEEPEST), 81)
    best = int(np.argmin([distance(t) for t in grid]))
    low, high = grid[max(best - 1, 0)], grid[min(best + 1, len(grid) - 1)]
    return float(np.sinh(minimize_scalar(distance, bounds=(low, high), method="bounded", options={"xatol": 1e-9}).x))


def nonlinearity(values: Any, up: bool) -> float:
    """The label of a measured staircase: > 0 up and < 0 down where steps shrink on the way, as it usually is."""
    rate = rate_of(values)
    return label(rate) if up else -label(rate)
