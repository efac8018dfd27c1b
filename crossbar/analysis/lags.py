"""The scheduler by regression: how much a request counts in the step so many samples later.  docs/theory.md (11.6).

    dC_T = sum_l h(l) u_(T-l) + noise

by least squares, for any algorithm that starts from nothing: u = 0 before the first sample.  h is the mean of t over T:
a delta for SGD, beta^l for momentum, flat for Tiki-Taka on ideal devices, rho^l where A forgets.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import Any

import numpy as np

from crossbar.errors import SpecError


@dataclass(frozen=True)
class LagKernel:
    """h of lags first[n] ... last[n], one number for all of them, (bins,).

    error: its standard error, from the scatter between cells (one cell: as if noise were white).  share: of the
    steps' variance that the kernel explains.  samples: of the record.
    """

    first: np.ndarray
    last: np.ndarray
    weight: np.ndarray
    error: np.ndarray
    share: float
    samples: int

    @property
    def lag(self) -> np.ndarray:
        """The middle of each bin."""
        return (self.first + self.last) / 2

    def averaged(self, h: Any) -> np.ndarray:
        """A kernel h(0), h(1), ... of single lags as means over these bins; lag l counts as it occurs, samples - l."""
        often = self.samples - np.arange(self.last[-1] + 1)
        parts = [slice(a, b + 1) for a, b in zip(self.first, self.last, strict=True)]
        return np.array([np.average(np.asarray(h, np.float64)[part], weights=often[part]) for part in parts])

    def distance(self, expected: Any) -> float:
        """How far the kernel is from expected weights, one a bin, at most: in standard errors."""
        return float((np.abs(self.weight - expected) / self.error).max())


def logarithmic(samples: int, per_octave: int = 2) -> list[int]:
    """Edges 0, 1, 2, 3, 4, 6, 8, ... samples: bins of one lag first, then wider ones."""
    octaves = int(np.ceil(np.log2(max(samples, 2))))
    found = np.rint(2.0 ** (np.arange(octaves * per_octave + 1) / per_octave)).astype(int)
    return [0, *sorted({int(edge) for edge in found if edge < samples}), samples]


def lag_kernel(requests: np.ndarray, steps: np.ndarray, edges: Sequence[int] | None = None) -> LagKernel:
    """h by least squares over all samples and cells.

    requests: (samples, cells), -eta g or pulses times their step; steps: (samples, cells), dC.  edges: bin n holds lags
    edges[n] ... edges[n + 1] - 1; None: `logarithmic(samples)`.  Lags beyond the last edge are left out, harmless
    where requests are not correlated.  SpecError: shapes that differ, edges that do not rise from 0 to at most samples.
    """
    u, y = (np.asarray(values, np.float64).reshape(len(values), -1) for values in (requests, steps))
    bins = list(pairwise(logarithmic(len(u)) if edges is None else edges))
    _check(u, y, bins)
    total = np.vstack([0 * u[:1], np.cumsum(u, axis=0)])  # total[T] = u_0 + ... + u_(T-1)
    then = np.arange(1, len(u) + 1)
    columns = [total[np.maximum(then - a, 0)] - total[np.maximum(then - b, 0)] for a, b in bins]
    table = np.stack(columns, axis=-1)  # (samples, cells, bins)
    weight, error, rest = _fit(table, y)
    first, last = np.array(bins).T
    share = 1 - float((rest**2).sum() / (y**2).sum()) if y.any() else 0.0
    return LagKernel(first, last - 1, weight, error, share, len(u))


def _fit(table: np.ndarray, y: np.ndarray) -> tuple[np.ndarray, np.ndarray, np.ndarray]:
    """Weights, their standard errors (Liang & Zeger 1986: cells as clusters), residuals."""
    cells = y.shape[1]
    inverse = np.linalg.pinv(np.einsum("tcb,tcd->bd", table, table), hermitian=True)
    weight = inverse @ np.einsum("tcb,tc->b", table, y)
    rest = y - table @ weight
    if cells > 1:
        scores = np.einsum("tcb,tc->cb", table, rest)
        middle = scores.T @ scores * cells / (cells - 1)
        covariance = inverse @ middle @ inverse
    else:
        covariance = inverse * (rest**2).sum() / max(y.size - len(weight), 1)
    return weight, np.sqrt(np.diag(covariance)), rest


def _check(u: np.ndarray, y: np.ndarray, bins: list[tuple[int, int]]) -> None:
    if u.shape != y.shape:
        raise SpecError(f"lag_kernel: steps must have the shape of requests, {u.shape} (got {y.shape}).")
    rising = all(a < b for a, b in bins) and bins and bins[0][0] == 0 and bins[-1][1] <= len(u)
    if not rising:
        raise SpecError(f"lag_kernel: edges must rise from 0 to at most {len(u)}, the samples (got "
                        f"{[a for a, _ in bins] + [b for _, b in bins[-1:]]}); leave them out for logarithmic ones.")
