"""Curves in, a device out: every model fitted, ranked, and doubted."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import cached_property
from pathlib import Path
from typing import Any, Literal

import numpy as np

from crossbar.errors import SpecError
from crossbar.fitting import doubts as doubting
from crossbar.fitting import ranking
from crossbar.fitting.bootstrap import bootstrap as repeated
from crossbar.fitting.curves import Curves
from crossbar.fitting.likelihood import pack
from crossbar.fitting.models import NODES, Model, Values, chosen
from crossbar.fitting.one import fit_device, missed
from crossbar.fitting.population import Estimate, Population, population
from crossbar.fitting.reading import read_curves
from crossbar.fitting.search import Optimum

ReadNoise = Literal["device", "drop"]
SlowNoise = Literal["auto", "on", "off"]
RIVAL = 2.0  # of AIC: a difference that counts


@dataclass(frozen=True)
class ModelFit:
    """One model fitted to all devices, each on its own.  `scores`: held-out log densities of the readings."""

    model: Model
    optima: tuple[Optimum, ...]
    scores: np.ndarray

    @property
    def log_likelihood(self) -> float:
        return sum(o.log_likelihood for o in self.optima)

    @property
    def parameters(self) -> int:
        """Numbers that were found: those of every device."""
        return sum(len(o.problem.free) for o in self.optima)

    @property
    def readings(self) -> int:
        return sum(int(o.problem.data.counted.sum()) for o in self.optima)

    @property
    def aic(self) -> float:
        return ranking.aic(self.log_likelihood, self.parameters)

    @property
    def bic(self) -> float:
        return ranking.bic(self.log_likelihood, self.parameters, self.readings)

    @property
    def held_out(self) -> float:
        """Mean log density of a reading that the parameters did not see."""
        return float(self.scores.sum()) / self.readings

    @property
    def missed(self) -> frozenset[str]:
        """Parameters that the search left at a limit, on any device."""
        return frozenset(p.name for o in self.optima for p in missed(o))

    @property
    def converged(self) -> bool:
        return all(o.converged for o in self.optima)

    @property
    def sound(self) -> bool:
        return self.converged and not self.missed

    @property
    def state(self) -> str:
        """What is to be said of the search: nothing, or what went wrong."""
        words = [] if self.converged else ["did not converge"]
        words += [f"{name} at a limit of the search" for name in sorted(self.missed)]
        return ", ".join(words)

    @cached_property
    def population(self) -> Population:
        return population(self.optima, self.missed)


@dataclass(frozen=True)
class Fit:
    """What `fit` found: `fits` from the lowest BIC on, and the `best` of those whose search ended well.

    `estimates`: of the best model, with 95 % intervals, weights in units of half the window.  `doubts`: what the data
    cannot tell.  `sound`: whether the best model's search converged with no parameter at a limit.
    """

    curves: Curves
    fits: tuple[ModelFit, ...]
    best: ModelFit
    estimates: tuple[Estimate, ...]
    doubts: tuple[str, ...]
    read_noise_in: ReadNoise = "device"

    @property
    def sound(self) -> bool:
        return self.best.sound

    @property
    def read_noise(self) -> float:
        """Standard deviation of a reading around the state, slow noise included, in weights."""
        return visible(self.best.population.values)

    @cached_property
    def device(self) -> Any:
        """The spec of the best model, to train with."""
        return self.device_of(self.best)

    def device_of(self, fit: ModelFit) -> Any:
        """The spec of any of the models."""
        return _device(self.curves, fit, self.read_noise_in)

    @property
    def rival(self) -> ModelFit | None:
        """The model of the lowest AIC, where that prefers it to the best by more than 2."""
        likely = min(self.fits, key=lambda f: f.aic)
        return likely if likely.aic < self.best.aic - RIVAL else None

    def __getitem__(self, name: str) -> ModelFit:
        return next(f for f in self.fits if f.model.name == name)


def fit(
    curves: Curves | str | Path, models: str | Sequence[str] = "all", *, unit: str | None = None, bootstrap: int = 0,
    read_noise: ReadNoise = "device", slow_noise: SlowNoise = "auto", seed: int | None = None,
) -> Fit:  # fmt: skip
    """Fits device models to measured curves by maximum likelihood; docs/theory.md (10).

    curves: of `read_curves`, or the path of a CSV file, whose `unit` may be given.  models: "all", or names of
    crossbar.fitting.MODELS.  bootstrap: repetitions for the intervals of the best model; 0: from the likelihood.
    read_noise: "device", the noise of reading becomes the device's write_noise; "drop", it is the instrument's.
    slow_noise: whether readings may wander besides; "auto": in the models where BIC says so.
    seed: of the bootstrap; None: 0.  Raises SpecError (models, bootstrap, a seed without it), and as `read_curves`.
    """
    wanted = chosen(models if isinstance(models, str) else list(models))
    if bootstrap < 0 or 0 < bootstrap < 20:
        raise SpecError(f"bootstrap: must be 0 or at least 20 repetitions (got {bootstrap}); 200 give fair intervals.")
    if seed is not None and not bootstrap:
        raise SpecError(f"fit: seed cannot act here: without bootstrap nothing is drawn (got {seed}); give both or "
                        f"neither.")  # fmt: skip
    if read_noise not in ("device", "drop"):
        raise SpecError(f'read_noise: must be "device" or "drop" (got {read_noise}); see docs/theory.md (10.5).')
    if slow_noise not in ("auto", "on", "off"):
        raise SpecError(f'slow_noise: must be "auto", "on" or "off" (got {slow_noise}); see docs/theory.md (10.2).')
    if not isinstance(curves, Curves):
        curves = read_curves(curves, unit)
    elif unit is not None:
        raise SpecError(f"unit: must be left out where curves have been read (got {unit}); give it to read_curves.")
    fits = tuple(sorted((fit_model(model, curves, slow_noise) for model in wanted), key=lambda f: f.bic))
    best = next((f for f in fits if f.sound), fits[0])
    estimates = best.population.estimates
    if bootstrap:
        estimates = repeated(best.optima, estimates, bootstrap, seed or 0)
    return Fit(curves, fits, best, estimates, tuple(_doubts(curves, fits, best, estimates)), read_noise)


def fit_model(model: Model, curves: Curves, slow_noise: SlowNoise = "auto") -> ModelFit:
    """One model, every device on its own; with or without slow noise, and a table of as many nodes, as BIC prefers.

    Each law is judged with the noise that suits it: one that describes the mean well may need no slow noise.
    """
    data = [pack(curves.of(name)) for name in curves.devices]
    tried = [ModelFit(v, tuple(fit_device(v, d) for d in data), np.zeros(0)) for v in _variants(model, slow_noise)]
    found = min(tried, key=lambda f: f.bic)
    return replace(found, scores=np.concatenate([ranking.held_out(o) for o in found.optima]))


def _variants(model: Model, slow_noise: SlowNoise) -> list[Model]:
    slow = {"auto": (False, True), "on": (True,), "off": (False,)}[slow_noise]
    return [replace(model, nodes=n, slow=s) for n in (NODES if model.nodes else (0,)) for s in slow]


def _doubts(curves: Curves, fits: Sequence[ModelFit], best: ModelFit, estimates: Sequence[Estimate]) -> list[str]:
    found = [f"model: {f.model.name} has a lower BIC, but {f.state}." for f in fits if f.bic < best.bic and not f.sound]
    found += doubting.doubts(curves, best.optima, estimates)
    if best.model.additive and not best.model.clips:
        found.append("w_max, w_min: where noise does not vanish at a bound the estimate lies inside of it, and its "
                     "interval is too narrow; docs/theory.md (10.2).")  # fmt: skip
    found += [f"{name}: differs from device to device beyond its errors, and a device model has one for all."
              for name in best.population.differ]  # fmt: skip
    likely = min(fits, key=lambda f: f.aic)
    if likely.aic < best.aic - RIVAL:
        found.append(f"model: {likely.model.name} has an AIC lower by {best.aic - likely.aic:.1f}: more numbers, and "
                     f"more likely; BIC counts a number {np.log(best.readings) / 2:.1f} times as dear.")
    ahead = max(fits, key=lambda f: f.held_out)
    difference = ahead.scores - best.scores
    error = float(difference.std() * np.sqrt(len(difference)))
    if ahead is not best and difference.sum() > 2 * error > 0:
        found.append(f"model: {ahead.model.name} foretells held-out readings better ({difference.sum():.1f} +- "
                     f"{error:.1f} in log-likelihood).")
    return found


def visible(values: Values) -> float:
    """Spread of readings around the state that pulses act on, in weights."""
    return float(np.hypot(values["read_noise"], values.get("slow_noise", 0.0)))


def _device(curves: Curves, fit: ModelFit, read_noise: ReadNoise) -> Any:
    values, spreads = dict(fit.population.values), dict(fit.population.spreads)
    for name in ("c2c", "read_noise"):  # at the least that the search knows: none was found
        p = next(p for p in fit.model.parameters if p.name == name)
        if values[name] <= 1.01 * p.least:
            values[name] = 0.0
    further: dict[str, Any] = {**spreads}
    if curves.unit:
        low, high = curves.readings(values["w_min"]), curves.readings(values["w_max"])
        further |= {"g_min": max(float(low), 0.0), "g_max": float(high)}
    noise = visible(values) / fit.model.step(values)
    return fit.model.device(values, further, noise if read_noise == "device" else 0.0)
