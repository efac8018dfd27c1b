"""Readings that a fitted model would give: for the bootstrap, and for checks of the fit on known devices."""

import numpy as np

from crossbar.fitting.models import Model, Values


def simulate(
    model: Model, values: Values, pulses: np.ndarray, start: float, copies: int, rng: np.random.Generator,
    unseen: frozenset[str] = frozenset(),
) -> np.ndarray:  # fmt: skip
    """(readings, copies): the state from `start` through signed `pulses`, each noisy and clipped, plus read noise.

    `unseen`: those of w_max and w_min at which nothing is clipped.
    """
    low = -np.inf if "w_min" in unseen else values["w_min"]
    high = np.inf if "w_max" in unseen else values["w_max"]
    slow = values.get("slow_noise", 0.0)
    keep, u = (np.exp(-1 / values["slow_time"]) if slow else 0.0), slow * rng.standard_normal(copies)
    v, out = np.clip(np.full(copies, float(start)), low, high), np.empty((len(pulses), copies))
    for i, n in enumerate(pulses):
        side, way = (0, 1.0) if n > 0 else (1, -1.0)
        for _ in range(abs(int(n))):
            steps = model.steps(values, v)
            step, spread = steps[side], model.spreads(values, *steps)[side]
            v = np.clip(v + way * (step + spread * rng.standard_normal(copies)), low, high)
        if i:
            u = keep * u + np.sqrt(1 - keep**2) * slow * rng.standard_normal(copies)
        out[i] = v + u + values["read_noise"] * rng.standard_normal(copies)
    return out
