"""From fits of single devices to nominal values and spreads.  docs/theory.md (10.4).

Every device is fitted on its own.  What the spec spreads from cell to cell (step, bounds, imbalance, gamma) is
averaged, and its spread is what the estimates scatter beyond their own errors; what all cells share (c2c, read noise,
exponents) is averaged with the weights of its errors.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from math import inf, isfinite, nan, sqrt

import numpy as np

from crossbar.fitting import laws
from crossbar.fitting.intervals import NORMAL, Interval, deviations, intervals, ordered
from crossbar.fitting.models import Model, Parameter
from crossbar.fitting.search import Optimum

SPREAD = {"step": "step_d2d", "w_max": "w_max_d2d", "w_min": "w_min_d2d", "imbalance": "imbalance_std",
          "step_0": "step_d2d", "imbalance_0": "imbalance_std"}  # fmt: skip
RELATIVE = ("step", "step_0", "w_max", "w_min")


@dataclass(frozen=True)
class Estimate:
    """A number with its 95 % interval; `parameter` as in the device's spec, a node of a table as "up[3]"."""

    name: str
    value: float
    interval: Interval
    missed: bool = False  # the search left it at a limit


@dataclass(frozen=True)
class Population:
    values: dict[str, float]  # in the parameters of the model
    spreads: dict[str, float]  # fields of the spec
    estimates: tuple[Estimate, ...]
    differ: tuple[str, ...] = ()  # shared parameters in which the devices differ beyond their errors


def population(optima: Sequence[Optimum], missed: frozenset[str], careful: bool = True) -> Population:
    if len(optima) == 1:
        return _single(optima[0], missed, careful)
    values, spreads, estimates, differ = {}, {}, [], []
    tables = bool(optima[0].problem.model.nodes)
    gains = _gains(optima) if tables else None
    for p in optima[0].problem.model.parameters:
        if "." in p.name:
            assert gains is not None
            x = np.array([o.values[p.name] for o in optima]) / gains[0] * gains[0].mean()
            values[p.name], interval = _mean(x)
        elif p.name in SPREAD or (p.name in ("gamma_up", "gamma_down") and optima[0].problem.model.kind == "linear"):
            values[p.name], interval, spread = _spread_out(p, optima, values)
            if p.name in SPREAD and spread is not None:
                spreads[SPREAD[p.name]] = spread.value
                estimates.append(spread)
        else:
            values[p.name], interval, apart = _shared(p, optima)
            differ += [p.name] if apart else []
        estimates.append(Estimate(p.name, values[p.name], interval, p.name in missed))
    if gains is not None:
        spread = _excess("step_d2d", gains[0], gains[1] ** 2, abs(float(gains[0].mean())))
        spreads["step_d2d"] = spread.value
        estimates.append(spread)
    if optima[0].problem.model.at_zero and "imbalance_std" in spreads:
        factor = _spec_imbalance(optima[0].problem.model, values)
        spreads["imbalance_std"] *= factor
        estimates = [_times(e, factor) if e.name == "imbalance_std" else e for e in estimates]
    return Population(values, {n: s for n, s in spreads.items() if s > 0}, tuple(estimates), tuple(differ))


def _spec_imbalance(model: Model, values: Mapping[str, float]) -> float:
    """By how much the spec's imbalance moves with that at w = 0."""
    here = values["imbalance_0"]
    more, less = (model.fields({**values, "imbalance_0": here + d})["imbalance"] for d in (1e-4, -1e-4))
    return abs(float(more - less)) / 2e-4


def _times(e: Estimate, factor: float) -> Estimate:
    interval = replace(e.interval, low=e.interval.low * factor, high=e.interval.high * factor)
    return replace(e, value=e.value * factor, interval=interval)


def _single(found: Optimum, missed: frozenset[str], careful: bool) -> Population:
    known, values = intervals(found, careful), found.values
    order = [p.name for p in found.problem.model.parameters]
    vanished = {p.name for p in found.problem.free if p.name in found.at_limit and p.scale == "log" and 0 in p.ends}
    held = Interval(nan, nan, "held")
    estimates = tuple(Estimate(name, 0.0 if name in vanished else values[name], known.get(name, held), name in missed)
                      for name in order)  # fmt: skip
    return Population(values, {}, estimates)


def _spread_out(
    p: Parameter, optima: Sequence[Optimum], nominal: Mapping[str, float]
) -> tuple[float, Interval, Estimate | None]:
    """Mean, its interval, and the spread from cell to cell, over the devices whose curves know the parameter."""
    known = [o for o in optima if any(q.name == p.name for q in o.problem.free)]
    x = np.array([_own(p, o, nominal) for o in known or optima])
    if len(known) < 2:
        ends = {} if known else {"w_max": x.max(), "w_min": x.min()}
        return float(ends.get(p.name, x.mean())), Interval(nan, nan, "held"), None
    errors = np.array([_error(p, o) for o in known])
    sure = np.isfinite(errors) & (errors < np.abs(x) + (p.name not in RELATIVE))
    if sure.sum() < 2:
        return float(np.median(x)), Interval(-inf, inf, "devices"), None
    value, interval = _mean(x[sure])
    scale = abs(value) if p.name in RELATIVE else 1.0
    return value, interval, _excess(SPREAD.get(p.name, ""), x[sure], errors[sure] ** 2, scale)


def _own(p: Parameter, o: Optimum, nominal: Mapping[str, float]) -> float:
    """The slope of a linear step belongs to the nominal bounds in an array, to the device's own in its fit."""
    value = o.values[p.name]
    if p.name in ("gamma_up", "gamma_down"):
        bound = "w_max" if p.name == "gamma_up" else "w_min"
        return value * nominal[bound] / o.values[bound] if bound in nominal else value
    return value


def _error(p: Parameter, o: Optimum) -> float:
    """The standard deviation of an estimate, in the parameter itself."""
    spread, z = deviations(o)[p.name], p.inside(o.values[p.name])
    return abs(p.outside(z + 1e-4) - p.outside(z - 1e-4)) / 2e-4 * spread


def _mean(x: np.ndarray) -> tuple[float, Interval]:
    from scipy.stats import t

    value, half = float(x.mean()), float(t.ppf(0.975, len(x) - 1) * x.std(ddof=1) / sqrt(len(x)))
    return value, Interval(value - half, value + half, "devices")


def _excess(name: str, x: np.ndarray, errors: np.ndarray, scale: float) -> Estimate:
    """The scatter of x beyond its errors, relative to `scale`; the interval is that of a variance, chi square."""
    from scipy.stats import chi2

    n, total, own = len(x), float(x.var(ddof=1)), float(np.mean(np.where(np.isfinite(errors), errors, 0)))
    ends = (n - 1) * total / chi2.ppf([0.975, 0.025], n - 1)
    value, low, high = (sqrt(max(v - own, 0.0)) / scale for v in (total, *ends))
    return Estimate(name, float(value), Interval(float(low), float(high), "devices"))


def _shared(p: Parameter, optima: Sequence[Optimum]) -> tuple[float, Interval, bool]:
    """Mean with the weights of the errors, in coordinates of the search; the last: whether the devices differ."""
    from scipy.stats import chi2

    z = np.array([p.inside(o.values[p.name]) for o in optima])
    errors = np.array([deviations(o).get(p.name, inf) for o in optima])
    sure = np.isfinite(errors) & (errors > 0)
    if not sure.any():
        return p.outside(float(np.median(z))), Interval(*ordered(p, *p.limits), "devices"), False
    weights = 1 / errors[sure] ** 2
    mean = float(np.sum(weights * z[sure]) / weights.sum())
    Q, freedom = float(np.sum(weights * (z[sure] - mean) ** 2)), int(sure.sum()) - 1
    half = NORMAL / sqrt(weights.sum()) * max(1.0, sqrt(Q / freedom) if freedom else 1.0)
    low, high = p.limits
    interval = Interval(*ordered(p, max(mean - half, low), min(mean + half, high)), "devices")
    return p.outside(mean), interval, bool(freedom and isfinite(Q) and chi2.sf(Q, freedom) < 1e-3)


def _gains(optima: Sequence[Optimum]) -> tuple[np.ndarray, np.ndarray]:
    """Mean step at w = 0 of each device's table, and its error by the device's curvature."""
    gains, errors = [], []
    for o in optima:
        gain, spread = _gain(o, o.z), deviations(o)
        slopes = [(_gain(o, o.z + 1e-4 * e) - gain) / 1e-4 for e in np.eye(len(o.z))]
        own = [s * spread[p.name] for s, p in zip(slopes, o.problem.free, strict=True) if isfinite(spread[p.name])]
        gains.append(gain)
        errors.append(float(np.sqrt(np.sum(np.square(own)))))
    return np.array(gains), np.array(errors)


def _gain(o: Optimum, z: np.ndarray) -> float:
    f = o.problem.model.fields(o.problem.values(z))
    return float(sum(side[0] for side in laws.table(f, np.zeros(1)))) / 2
