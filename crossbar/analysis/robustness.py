"""How many pairs of rates a pair of asymmetries works with: scores, their map, and its high regions.

Lee et al. 2022, eq. 16; docs/theory.md (13.1)-(13.4).  Axes: AF of array A is the first of a map, AF of array C the
second; accuracies are (n_a, n_c, n_eta, n_lambda, n_seeds), as shares of 1.
"""

from dataclasses import dataclass
from typing import Any

import numpy as np

from crossbar.analysis.regions import Region, peak, regions
from crossbar.analysis.resampling import RESAMPLES, Interval, bootstrap
from crossbar.errors import SpecError

STEP = SIGMA = 0.2  # of the map and of its filter, in units of AF
REACH = 4.0  # where the bell is cut, in sigma


@dataclass(frozen=True)
class Map:
    """The map of one threshold.

    scores: (n_a, n_c) at af_a, af_c.  linear, smooth: (m_a, m_c) at fine_a, fine_c, before and after the filter.
    best: (AF_A, AF_C) of the maximum of `smooth`.  spread: what the seeds leave open, None with a single one.
    """

    threshold: float
    af_a: np.ndarray
    af_c: np.ndarray
    scores: np.ndarray
    fine_a: np.ndarray
    fine_c: np.ndarray
    linear: np.ndarray
    smooth: np.ndarray
    best: tuple[float, float]
    pairs: int
    spread: "Spread | None" = None

    @property
    def best_score(self) -> float:
        return float(self.smooth.max())

    def regions(self, level: float) -> list[Region]:
        """Where `smooth` >= level: connected areas, the largest first."""
        return regions(self.smooth, self.fine_a, self.fine_c, level)


@dataclass(frozen=True)
class Spread:
    """Standard errors and 95 % intervals over resampled seeds, of the fields of a Map with these names."""

    scores: Interval
    smooth: Interval
    best_score: Interval
    best: Interval  # (2,)


def scores(accuracy: Any, threshold: float) -> np.ndarray:
    """The number of pairs (eta, lambda) whose accuracy, averaged over the seeds, exceeds the threshold; (n_a, n_c).

    accuracy: (n_a, n_c, n_eta, n_lambda, n_seeds); NaN where a training failed, which leaves its seed out.
    SpecError: another shape, a threshold beyond 0 ... 1, a pair without any seed.
    """
    accuracy = checked(accuracy)
    if not 0 <= threshold <= 1:
        raise SpecError(f"threshold: must lie within 0 and 1 (got {threshold:g}); 0.97 is 97 %.")
    return (mean(accuracy) > threshold).sum(axis=(2, 3)).astype(np.float64)


def mean(accuracy: np.ndarray) -> np.ndarray:
    """Over the seeds (the last axis) that are there."""
    return np.nanmean(accuracy, axis=-1)


def checked(accuracy: Any) -> np.ndarray:
    accuracy = np.asarray(accuracy, np.float64)
    if accuracy.ndim != 5 or not accuracy.size:
        raise SpecError(f"accuracy: must have the axes AF_A, AF_C, eta, lambda, seed, none of them empty (got shape "
                        f"{accuracy.shape}); give a single seed an axis of length 1.")  # fmt: skip
    if (none := np.isnan(accuracy).all(axis=-1)).any():
        where = ", ".join(str(tuple(map(int, place))) for place in np.argwhere(none)[:3])
        raise SpecError(f"accuracy: must have a seed that is a number at every point (got none at {none.sum()} of "
                        f"{none.size}, (AF_A, AF_C, eta, lambda) number {where}); run the sweep again.")  # fmt: skip
    return accuracy


def regular(values: Any, step: float = STEP) -> np.ndarray:
    """first, first + step, ... up to the last value, where rounding does not matter."""
    values = np.asarray(values, np.float64)
    if values.ndim != 1 or len(values) < 2 or not (np.diff(values) > 0).all():
        raise SpecError(f"AF: must be two values or more that rise (got {values.tolist()}); sort them.")
    fine = values[0] + step * np.arange(int(np.floor((values[-1] - values[0]) / step + 1e-9)) + 1)
    if len(fine) < 2:
        raise SpecError(f"step: must be at most the range of AF (got {step:g}, AF {values[0]:g} to {values[-1]:g}); "
                        f"make it finer.")  # fmt: skip
    return np.minimum(fine, values[-1])


def interpolate(values: Any, af_a: Any, af_c: Any, fine_a: Any, fine_c: Any) -> np.ndarray:
    """Piecewise linear in AF along both axes: values (..., n_a, n_c) become (..., m_a, m_c)."""
    from scipy.interpolate import make_interp_spline

    along_a = make_interp_spline(af_a, np.asarray(values, np.float64), k=1, axis=-2)(fine_a)
    return make_interp_spline(af_c, along_a, k=1, axis=-1)(fine_c)


def smooth(values: Any, sigma: float) -> np.ndarray:
    """A Gaussian filter over the last two axes; sigma in grid steps.

    sum_{p, q} k_p k_q v[i + p, j + q], k_p ~ exp(-p^2/(2 sigma^2)) with sum 1, reflecting half a step beyond the last
    points: a constant stays what it is, and so does the mean of any map.
    """
    from scipy.ndimage import gaussian_filter

    return gaussian_filter(np.asarray(values, np.float64), sigma, mode="reflect", truncate=REACH, axes=(-2, -1))


def robustness(accuracy: Any, af_a: Any, af_c: Any, threshold: float, step: float = STEP, sigma: float = SIGMA,
               resamples: int = RESAMPLES, seed: int = 0) -> Map:  # fmt: skip
    """The map of scores: linear between the AF, on a grid of `step`, smoothed by sigma (both in units of AF).

    With two seeds or more, errors by `resamples` resamplings of the seeds, of random numbers from `seed`.
    SpecError: as `scores` and `regular`; values of AF that do not fit the accuracies.
    """
    accuracy = checked(accuracy)
    af_a, af_c = np.asarray(af_a, np.float64), np.asarray(af_c, np.float64)
    fine_a, fine_c = regular(af_a, step), regular(af_c, step)
    if accuracy.shape[:2] != (len(af_a), len(af_c)):
        raise SpecError(f"accuracy: must have a value for each AF, {len(af_a)} of A and {len(af_c)} of C (got shape "
                        f"{accuracy.shape}); give the axes as they were swept.")  # fmt: skip

    def found(points: np.ndarray) -> dict[str, Any]:
        raw = scores(points, threshold)
        linear = interpolate(raw, af_a, af_c, fine_a, fine_c)
        filtered = smooth(linear, sigma / step)
        return {"scores": raw, "linear": linear, "smooth": filtered, "best": peak(filtered, fine_a, fine_c),
                "best_score": filtered.max()}  # fmt: skip

    spread = None
    if accuracy.shape[-1] > 1:
        drawn = bootstrap(accuracy, found, resamples, seed)
        spread = Spread(**{name: drawn[name] for name in Spread.__dataclass_fields__})
    said = found(accuracy)
    return Map(threshold=threshold, af_a=af_a, af_c=af_c, fine_a=fine_a, fine_c=fine_c, scores=said["scores"],
               linear=said["linear"], smooth=said["smooth"], best=said["best"],
               pairs=accuracy.shape[2] * accuracy.shape[3], spread=spread)  # fmt: skip
