"""The gradient scheduler: the step at sample T as a weighted sum over past gradients.  docs/theory.md (11.4)-(11.6).

    dC_T = -rate sum_k t(k) g_k,   k = 0 ... T        rate = eta, or eta lambda under Tiki-Taka

Closed forms, and t(k) measured from what was recorded: `attributed` takes the increments of A and C apart,
`crossbar.analysis.lags.lag_kernel` finds the same by regression where only steps and gradients are known.
Lee et al. 2022, eq. 13-15.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

import numpy as np

from crossbar.analysis.asymmetry import Response
from crossbar.analysis.mean_field import update
from crossbar.errors import DataError, FileError, SpecError


def sgd_schedule(at: int) -> np.ndarray:
    """t(k) = 1 at k = T = at, else 0; (T + 1,)."""
    return np.eye(at + 1)[at]


def momentum_schedule(at: int, beta: float) -> np.ndarray:
    """t(k) = beta^(T - k), of v_T = beta v_(T-1) + g_T."""
    return float(beta) ** np.arange(at, -1, -1)


def tiki_taka_schedule(increments: "Increments", a: Response, c: Response, at: int = -1) -> np.ndarray:
    """t(k) = MF_A,k MF_C,T (ns = 1, all rows, gamma = 0), the factors those of the laws at the recorded weights.

    (T + 1, cells).  1 everywhere on ideal devices.  SpecError: not of Tiki-Taka, no such sample.
    """
    weights_a, last = _auxiliary(increments), _place(increments, at)
    factor_a = a.mismatch(weights_a[: last + 1], -increments.requests[: last + 1])
    return factor_a * c.mismatch(increments.c[last], -weights_a[last + 1])


def retention_of(response: Response, request: float) -> float:
    """rho = 1 - G'(0) E|u|: the share of A that a sample leaves, for requests of mean size E|u| = `request`.

    Soft bounds: 1 - AF E|u|/w_max.  So t(k), averaged over cells, is F_A F_C rho^(T - k) while C is near 0.
    """
    h = 1e-3 * min(np.min(response.w_max), -np.max(response.w_min))
    return float(1 - np.mean(response.G(h) - response.G(-h)) / (2 * h) * request)


@dataclass(frozen=True)
class Increments:
    """What was recorded of some cells, a column each.

    requests: (samples, cells), changes asked of the array that sees the gradient: -eta g, or its signed pulses times
    the step by which they are counted.  c, a: (samples + 1, cells), the weights before the first sample and after each;
    a None under SGD.  transfer_rate: (samples, 1) or one number, lambda.
    """

    requests: np.ndarray
    c: np.ndarray
    a: np.ndarray | None = None
    transfer_rate: Any = 1.0

    def __post_init__(self) -> None:
        shape = (self.requests.shape[0] + 1, *self.requests.shape[1:])
        for name, found in (("c", self.c), ("a", self.a)):
            if found is not None and found.shape != shape:
                raise DataError(f"Increments.{name}: must have a row before the first sample and one after each, "
                                f"{shape} beside requests of shape {self.requests.shape} (got {found.shape}).")

    @property
    def steps(self) -> np.ndarray:
        """dC_T, (samples, cells)."""
        return np.diff(self.c, axis=0)


def increments_of(run: Mapping[str, np.ndarray] | Any) -> Increments:
    """The probed cells of a trajectory with `record.probes` (an open run), or of a mean-field twin.

    A twin holds gradients, so requests = -eta g; a run holds signed pulses, so requests = pulses x pulse step.
    FileError: a run without probes.
    """
    if "probes/weight_c" not in run:
        raise FileError(f"{run!r}: must hold probed cells; name some in record.probes and train again.")
    cells = list(zip(*(run[f"probes/{key}"].tolist() for key in ("layer", "row", "col")), strict=True))
    c, a = (_course(run, name, cells) for name in ("c", "a"))
    if c is None:
        raise FileError(f"{run!r}: must hold the weights of C before the training; keep the first record.")
    samples = len(c) - 1
    if "probes/gradient" in run:
        requests = -_each(run["learning_rate"], samples) * run["probes/gradient"]
    else:
        fast = "c" if a is None else "a"
        steps = np.array([float(run[f"layer{layer}/device_{fast}/pulse_step"]) for layer, _, _ in cells])
        requests = run[f"probes/pulses_{fast}"] * steps
    return Increments(requests, c, a, 1.0 if a is None else _each(run["transfer_rate"], samples))


def _course(run: Any, name: str, cells: list[tuple[int, int, int]]) -> np.ndarray | None:
    """The weights of the probed cells before the first sample and after each."""
    if f"probes/weight_{name}" not in run:
        return None
    first = [float(run[f"layer{layer}/weights_{name}"][0, row, col]) for layer, row, col in cells]
    return np.vstack([first, run[f"probes/weight_{name}"]])


def _each(rates: np.ndarray, samples: int) -> np.ndarray:
    """A rate of every epoch as one of every sample, (samples, 1)."""
    return np.repeat(rates[1:], samples // max(len(rates) - 1, 1))[:, None]


@dataclass(frozen=True)
class Attribution:
    """The step at T, taken apart; (T + 1, cells) and (cells,).

    t: its weights, dC_T = lambda sum_k t(k) u_k with requests u = -eta g (SGD: without lambda).
    mf_a: MF_A,k = dA_k/u_k.  mf_c: MF_C,T = dC_T/(lambda A_T).  NaN where nothing was asked.  gap: A_T, or dC_T under
    SGD, less the sum over its parts.
    """

    t: np.ndarray
    mf_a: np.ndarray
    mf_c: np.ndarray
    gap: np.ndarray


def attributed(increments: Increments, at: int = -1) -> Attribution:
    """t(k) of the step at sample T = at, from recorded increments alone; -1: the last sample.

    SGD: t(T) = dC_T/u_T, else 0.  Tiki-Taka, where the cell's row is transferred at T (at every sample with ns = 1, all
    rows): A_T = sum_k u_k MF_A,k and dC_T = lambda A_T MF_C,T, so t(k) = MF_A,k MF_C,T.  No law is asked for; where a
    bound cuts a step, MF is what was left of it.  A must start at 0.  SpecError: no such sample.
    """
    last = _place(increments, at)
    u, step = increments.requests[: last + 1], increments.steps[last]
    if increments.a is None:
        mf_c = _ratio(step, u[last])
        t = np.where(np.arange(last + 1)[:, None] == last, mf_c, 0.0)
        return Attribution(t, np.ones_like(u), mf_c, step - np.nan_to_num(mf_c) * u[last])
    mf_a = _ratio(np.diff(increments.a[: last + 2], axis=0), u)
    held = increments.a[last + 1]
    mf_c = _ratio(step, np.broadcast_to(increments.transfer_rate, increments.requests.shape)[last] * held)
    return Attribution(mf_a * mf_c, mf_a, mf_c, held - np.nansum(u * mf_a, axis=0))


def mean_field_course(requests: np.ndarray, transfer_rate: float, a: Response, c: Response) -> Increments:
    """A and C of cells that are asked for `requests` (samples, cells) under Tiki-Taka, in the mean field, from 0.

    ns = 1, all rows, gamma = 0: A' = U(A, u), then C' = U(C, lambda A').
    """
    weights = np.zeros((2, len(requests) + 1, *requests.shape[1:]))
    for k, u in enumerate(requests):
        weights[0, k + 1] = update(a, weights[0, k], u)
        weights[1, k + 1] = update(c, weights[1, k], transfer_rate * weights[0, k + 1])
    return Increments(np.asarray(requests, np.float64), weights[1], weights[0], transfer_rate)


def _ratio(part: np.ndarray, whole: np.ndarray) -> np.ndarray:
    return np.divide(part, whole, out=np.full(np.shape(whole), np.nan), where=whole != 0)


def _auxiliary(increments: Increments) -> np.ndarray:
    if increments.a is None:
        raise SpecError("scheduler: increments must hold array A, that of Tiki-Taka (got C alone); use sgd_schedule.")
    return increments.a


def _place(increments: Increments, at: int) -> int:
    samples = len(increments.requests)
    if not -samples <= at < samples:
        raise SpecError(f"scheduler: at must be a sample from 0 to {samples - 1}, or from the end (got {at}).")
    return at % samples
