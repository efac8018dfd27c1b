"""What a person sees of a fit, what a program reads, and the device file."""

import json
from collections.abc import Iterator
from math import isfinite, isnan
from pathlib import Path
from typing import Any

from crossbar.fitting.curves import UNITS, Curves
from crossbar.fitting.fit import Fit, ModelFit
from crossbar.fitting.population import Estimate
from crossbar.trajectory import place

HEAD = f"{'model':21}{'slow':>5}{'free':>5}{'log-lik':>11}{'dAIC':>8}{'dBIC':>8}{'held-out':>10}"
ALWAYS = ("kind", "w_min", "w_max", "step", "c2c")  # of a device file, whatever they are
MEANINGS = {"step_0": "mean step at w = 0", "imbalance_0": "imbalance at w = 0",
            "read_noise": "spread of one reading around the state", "slow_noise": "spread of readings that wander",
            "slow_time": "readings until that is forgotten"}  # fmt: skip


def lines(fit: Fit) -> Iterator[str]:
    """The table on the screen."""
    yield about(fit.curves)
    yield ""
    yield from ranking(fit)
    yield ""
    yield f"{fit.best.model.name}{'' if fit.sound else ' (an attempt: ' + fit.best.state + ')'}, 95 % intervals"
    for e in fit.estimates:
        yield f"  {node(e.name):14}{e.value:<12.5g}{interval(e)}{_siemens(fit, e)}".rstrip()
    yield f"  device: {fit.device.describe()}"
    for doubt in fit.doubts:
        yield f"! {doubt}"


def about(curves: Curves) -> str:
    low, high = (x / UNITS[curves.unit] if curves.unit else x for x in curves.window)
    counts = ((len(curves.devices), "device"), (len(curves.cycles), "cycle"))
    return (f"{Path(curves.source).name or 'curves'}: {curves.n_readings} readings, {curves.n_pulses} pulses, "
            + ", ".join(f"{n} {word}{'s' * (n > 1)}" for n, word in counts)
            + f"; {curves.unit or 'arbitrary units'}, {low:.5g} .. {high:.5g} is w = -1 .. 1")  # fmt: skip


def ranking(fit: Fit) -> Iterator[str]:
    """A line a model, the lowest BIC first.

    slow: whether it has slow noise of reading; held-out: mean log density of a reading that the parameters did not see.
    """
    yield HEAD
    aic, bic = min(f.aic for f in fit.fits), min(f.bic for f in fit.fits)
    for f in fit.fits:
        mark = "  <- best" if f is fit.best else ""
        slow = "yes" if f.model.slow else "no"
        yield (f"{f.model.name:21}{slow:>5}{f.parameters:5d}{f.log_likelihood:11.2f}{f.aic - aic:8.1f}"
               f"{f.bic - bic:8.1f}{f.held_out:10.4f}{mark}{'  ' + f.state if f.state else ''}")  # fmt: skip


def node(name: str) -> str:
    """ "up.3" of a table as "up[3]"."""
    return f"{name.split('.')[0]}[{name.split('.')[1]}]" if "." in name else name


def interval(e: Estimate) -> str:
    if e.interval.how == "held" or isnan(e.interval.low):
        return "held, not known from these curves"
    missed = ", at a limit of the search" if e.missed else ""
    return f"[{e.interval.low:.4g}, {e.interval.high:.4g}]  {e.interval.how}{missed}"


def _siemens(fit: Fit, e: Estimate) -> str:
    if not fit.curves.unit or e.name not in ("w_min", "w_max"):
        return ""
    return f"  = {float(fit.curves.readings(e.value)) / UNITS[fit.curves.unit]:.5g} {fit.curves.unit}"


def as_json(fit: Fit, out: Path | None = None) -> str:
    """One JSON object: the ranking, the best model's estimates, its device; null is what is not finite."""
    found = {
        "curves": fit.curves.source, "sha256": fit.curves.sha256, "unit": fit.curves.unit or None,
        "readings": fit.curves.n_readings, "pulses": fit.curves.n_pulses, "devices": len(fit.curves.devices),
        "cycles": len(fit.curves.cycles), "window": list(fit.curves.window), "best": fit.best.model.name,
        "sound": fit.sound, "models": [_model(f) for f in fit.fits],
        "estimates": {node(e.name): {"value": _finite(e.value), "low": _finite(e.interval.low),
                                     "high": _finite(e.interval.high), "how": e.interval.how} for e in fit.estimates},
        "device": fields(fit), "doubts": list(fit.doubts), "out": str(out) if out else None,
    }  # fmt: skip
    return json.dumps(found)


def _model(f: ModelFit) -> dict[str, Any]:
    return {"name": f.model.name, "slow_noise": f.model.slow, "parameters": f.parameters,
            "log_likelihood": _finite(f.log_likelihood), "aic": _finite(f.aic), "bic": _finite(f.bic),
            "held_out": _finite(f.held_out), "sound": f.sound, "state": f.state,
            "values": {node(n): _finite(v) for n, v in f.population.values.items()}}  # fmt: skip


def _finite(value: float) -> float | None:
    return value if isfinite(value) else None


def fields(fit: Fit) -> dict[str, Any]:
    """The keys of the device file: what departs from the defaults, and what nobody should have to look up."""
    device, idle = fit.device, fit.device.inactive()
    known = type(device).model_fields
    values = {name: getattr(device, name) for name in known if name not in idle}
    return {name: list(v) if isinstance(v, tuple) else v for name, v in values.items()
            if v is not None and (name in ALWAYS or v != known[name].default)}  # fmt: skip


def device_text(fit: Fit) -> str:
    """The device file: keys with their intervals, under where they come from."""
    import tomli_w

    by_name = {e.name: e for e in fit.estimates}
    notes = {"write_noise": f"readings spread by {fit.read_noise:.4g} around the state; without: --read-noise drop",
             "a": "with b = 0 this makes u = w"}  # fmt: skip
    rows = []
    for name, value in fields(fit).items():
        line = tomli_w.dumps({name: value}).strip()
        note = f"95 %: {interval(by_name[name])}" if name in by_name and name not in notes else notes.get(name, "")
        rows.append(f"{line:36}  # {note}" if note and "\n" not in line else line)
    return "\n".join([*(f"# {line}".rstrip() for line in _origin(fit)), "", *rows]) + "\n"


def _origin(fit: Fit) -> Iterator[str]:
    if not fit.sound:
        yield f"AN ATTEMPT ONLY: {fit.best.model.name} {fit.best.state}."
    yield 'Fitted by crossbar fit; use it as [algorithm.a], or by its path: algorithm.a = "device.toml".'
    yield f"sha256 {fit.curves.sha256 or 'unknown'}"
    yield about(fit.curves)
    for e in fit.estimates:
        if e.name in MEANINGS or "." in e.name:
            yield f"{node(e.name)} {e.value:.5g} {interval(e)}  {MEANINGS.get(e.name, 'step in weights')}"
    yield from ranking(fit)
    yield from (f"! {doubt}" for doubt in fit.doubts)


def save_device(fit: Fit, out: str | Path, overwrite: bool = False) -> Path:
    """Writes the device file, whole or not at all.  FileError: no .toml, existing file, no folder, not writable."""
    path, text = place.of_output(out, "device file", (".toml",), overwrite), device_text(fit)
    return place.write_whole(path, "device file", lambda temp: temp.write_text(text, encoding="utf-8"), overwrite)
