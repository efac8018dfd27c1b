"""What a few seeds leave open: resampling them, each point's on their own."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

import numpy as np

from crossbar.errors import SpecError

RESAMPLES, COVER = 400, 0.95


@dataclass(frozen=True)
class Interval:
    """error: standard deviation over the resamples.  low, high: the middle 95 % of them.  Shapes: of the quantity."""

    error: np.ndarray
    low: np.ndarray
    high: np.ndarray


def over_seeds(values: Any) -> tuple[np.ndarray, np.ndarray]:
    """Mean over the last axis and its standard error s/sqrt(n), n - 1 in s; NaN is left out.

    The mean is NaN where nothing is there, the error where there are less than two.
    """
    values = np.asarray(values, np.float64)
    there = np.isfinite(values)
    n, filled = there.sum(axis=-1), np.where(there, values, 0)
    with np.errstate(invalid="ignore", divide="ignore"):
        mean = filled.sum(axis=-1) / n
        around = np.where(there, values - mean[..., None], 0)
        return mean, np.sqrt((around**2).sum(axis=-1) / (n - 1) / n)


def bootstrap(values: Any, statistic: Callable[[np.ndarray], dict[str, Any]], resamples: int = RESAMPLES,
              seed: int = 0) -> dict[str, Interval]:  # fmt: skip
    """Errors of every quantity of `statistic(values)`, a dict of numbers or arrays.

    values: (..., n) with repetitions last, n >= 2.  A resample draws n - 1 of the n with replacement, at each point
    anew: so the standard error of a mean is s/sqrt(n), s with n - 1 below.  Rao & Wu 1988; drawing all n is a factor
    sqrt(1 - 1/n) too low, 18 % at 3 seeds.  docs/theory.md (13.4).
    SpecError: less than two repetitions, less than two resamples.
    """
    values = np.asarray(values, np.float64)
    if values.ndim < 1 or values.shape[-1] < 2:
        raise SpecError(f"bootstrap: must have two repetitions or more (got shape {values.shape}); add seeds.")
    if resamples < 2:
        raise SpecError(f"resamples: must be >= 2 (got {resamples}); {RESAMPLES} is the default.")
    rng, drawn = np.random.default_rng(seed), []
    for _ in range(resamples):
        drawn.append(statistic(_resample(values, rng)))
    return {name: interval([each[name] for each in drawn]) for name in drawn[0]}


def _resample(values: np.ndarray, rng: np.random.Generator) -> np.ndarray:
    n = values.shape[-1]
    drawn = np.take_along_axis(values, rng.integers(n, size=(*values.shape[:-1], n - 1)), axis=-1)
    gone = np.isnan(drawn).all(axis=-1, keepdims=True)  # only failed ones were drawn: the mean of what is there
    return np.where(gone, np.nanmean(values, axis=-1, keepdims=True), drawn) if gone.any() else drawn


def interval(drawn: Any) -> Interval:
    """Of resamples along the first axis."""
    drawn = np.asarray(drawn, np.float64)
    low, high = np.quantile(drawn, [(1 - COVER) / 2, (1 + COVER) / 2], axis=0)
    return Interval(drawn.std(axis=0, ddof=1), low, high)
