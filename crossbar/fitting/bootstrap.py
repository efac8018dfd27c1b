"""Intervals from data that the fitted model made, or from other draws of the devices.  Efron & Tibshirani 1993."""

from collections.abc import Iterator, Sequence
from dataclasses import replace

import numpy as np

from crossbar.fitting.intervals import Interval, ordered
from crossbar.fitting.likelihood import follow
from crossbar.fitting.population import Estimate, population
from crossbar.fitting.search import Optimum, Problem, search
from crossbar.fitting.simulation import simulate
from crossbar.seeds import generator

ENDS = (2.5, 97.5)  # percent


def bootstrap(
    optima: Sequence[Optimum], estimates: Sequence[Estimate], draws: int, seed: int = 0
) -> tuple[Estimate, ...]:
    """The estimates with intervals of `draws` repetitions.

    One device: readings simulated by the fitted model, fitted again.  Several: devices drawn with replacement.
    """
    if len(optima) > 1:
        return _devices(optima, estimates, draws, seed)
    found = optima[0]
    z = np.array([search(p, found.z).z for p in _again(found, draws, seed)])
    by_name, truth = {}, found.problem.at(found.values)  # of the simulated readings
    for k, p in enumerate(found.problem.free):
        low, high = p.limits
        ends = found.z[k] + truth[k] - np.percentile(z[:, k], ENDS[::-1])  # basic: bias turned round
        by_name[p.name] = Interval(*ordered(p, *map(float, np.clip(ends, low, high))), "bootstrap")
    return tuple(replace(e, interval=by_name.get(e.name, e.interval)) for e in estimates)


def _again(found: Optimum, draws: int, seed: int) -> Iterator[Problem]:
    """The problem with other readings, made by the fitted model from where each curve began."""
    problem, data = found.problem, found.problem.data
    means, rng = follow(problem.model, found.values, data, problem.unseen)[2], generator(seed, "fit", "bootstrap")
    parts = [simulate(problem.model, found.values, data.pulses[a:b], means[a], draws, rng, problem.unseen)
             for a, b in zip(data.starts[:-1], data.starts[1:], strict=True)]  # fmt: skip
    for y in np.concatenate(parts).T:
        yield replace(problem, data=replace(data, y=np.ascontiguousarray(y)))


def _devices(
    optima: Sequence[Optimum], estimates: Sequence[Estimate], draws: int, seed: int
) -> tuple[Estimate, ...]:
    rng = generator(seed, "fit", "bootstrap")
    found: dict[str, list[float]] = {}
    for _ in range(draws):
        drawn = [optima[k] for k in rng.integers(len(optima), size=len(optima))]
        for e in population(drawn, frozenset(), careful=False).estimates:
            found.setdefault(e.name, []).append(e.value)
    return tuple(replace(e, interval=_percentiles(found[e.name])) if e.name in found and e.interval.how != "held" else e
                 for e in estimates)  # fmt: skip


def _percentiles(values: list[float]) -> Interval:
    low, high = np.percentile(values, ENDS)
    return Interval(float(low), float(high), "bootstrap")
