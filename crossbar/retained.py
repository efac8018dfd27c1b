"""What is left of a device's state after a time without pulses, in closed form.  docs/theory.md (9.6)."""

from typing import Any

import numpy as np


def mean_after(v: np.ndarray, fate: Any, samples: float) -> np.ndarray:
    """rest + (v - rest)(1 - loss)^samples.  v: float64; fate: records of `crossbar.crosspoint.fates`, in float64."""
    with np.errstate(divide="ignore"):  # loss = 1: nothing is left
        return fate.rest + (v - fate.rest) * np.exp(samples * np.log1p(-fate.loss))


def spread_after(fate: Any, samples: float) -> np.ndarray:
    """diffusion sqrt((1 - k^(2 samples))/(1 - k^2)), k = 1 - loss; sqrt(samples) where nothing decays."""
    with np.errstate(divide="ignore"):
        rate = 2 * np.log1p(-fate.loss)  # loss = 1: the state of the last sample alone
    moving = np.expm1(np.where(rate < 0, samples * rate, 0.0)) / np.where(rate < 0, np.expm1(rate), 1.0)
    return fate.diffusion * np.sqrt(np.where(rate < 0, moving, samples))


def drifted(v: np.ndarray, fate: Any, ratio: float) -> np.ndarray:
    """origin + (v - origin) ratio^(-nu).  ratio: t/t0, the ages of the last pulse at the end and at the start."""
    return fate.origin + (v - fate.origin) * np.power(ratio, -fate.nu)


def after(
    v: np.ndarray, fate: Any, low: np.ndarray, high: np.ndarray, samples: float, ratio: float, z: np.ndarray | float
) -> np.ndarray:
    """States v (devices n_in, n_out) after so many samples: decay and diffusion, then drift, then the clip.

    z: a standard normal each.  Exact for each of the three alone while no bound is touched on the way.
    """
    if samples == 0:
        return v
    wide = v.astype(np.float64)
    moved = mean_after(wide, fate, samples) + spread_after(fate, samples) * z
    return np.clip(drifted(moved, fate, ratio), low, high).astype(v.dtype)
