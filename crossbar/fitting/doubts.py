"""What the data cannot tell, and where the model is wrong: said, each in one line."""

from collections.abc import Iterator, Sequence
from math import isfinite
from typing import TYPE_CHECKING

import numpy as np

from crossbar.fitting.curves import Curves, smooth
from crossbar.fitting.likelihood import follow
from crossbar.fitting.search import Optimum

if TYPE_CHECKING:
    from crossbar.fitting.population import Estimate

PER_PARAMETER = 10  # readings
LAGS = 10
UNLIKELY = 1e-3
LOOSE = 2.0  # the ends of an interval of a bound differ by more than this factor


def doubts(curves: Curves, optima: Sequence[Optimum], estimates: Sequence["Estimate"]) -> Iterator[str]:
    """About the fit of one model to all devices."""
    yield from _bounds(optima, estimates)
    yield from _noises(estimates)
    yield from _amount(curves, optima)
    yield from _residuals(optima)
    yield from _drift(curves)


def residuals(found: Optimum) -> np.ndarray:
    """Innovations in units of their standard deviations, in the order of the readings that count."""
    data = found.problem.data
    e, s, _ = follow(found.problem.model, found.values, data, found.problem.unseen)
    return e[data.counted] / np.sqrt(s[data.counted])


def _bounds(optima: Sequence[Optimum], estimates: Sequence["Estimate"]) -> Iterator[str]:
    known = {e.name: e.interval for e in estimates}
    for bound, side in (("w_max", "upper"), ("w_min", "lower")):
        unseen = sum(bound in o.problem.unseen for o in optima)
        if unseen == len(optima):
            yield (f"{bound}: the curves never feel the {side} bound, so the data cannot tell it; held at the end of "
                   f"what they reached. More pulses that way would tell.")
        elif unseen:
            yield f"{bound}: {unseen} of {len(optima)} devices never feel the {side} bound; taken from the others."
        elif bound in known and (ends := sorted(map(abs, (known[bound].low, known[bound].high)))) and (
            not isfinite(ends[1]) or ends[1] > LOOSE * ends[0]
        ):
            yield (f"{bound}: the window is never reached far enough to tell the {side} bound (interval "
                   f"{known[bound].low:.3g} .. {known[bound].high:.3g}). More pulses that way would tell.")


def _noises(estimates: Sequence["Estimate"]) -> Iterator[str]:
    known = {e.name: e for e in estimates}
    c2c, read = known["c2c"], known["read_noise"]
    if c2c.interval.low == 0:
        yield ("c2c: cannot be told from 0: the noise of steps is swamped by that of reading "
               f"({read.value:.3g}); average several readings a pulse, or pulse more between readings.")
    elif not c2c.interval.high < 10 * c2c.interval.low:
        yield ("c2c: known within a factor of 10 at best: the mean step is small beside its own noise; only their "
               "product is sure.")  # fmt: skip
    elif c2c.value > 1:
        yield (f"c2c: {c2c.value:.3g} times the mean step: single pulses go either way, and slow wandering of readings "
               f"counts as noise of steps.")


def _amount(curves: Curves, optima: Sequence[Optimum]) -> Iterator[str]:
    fewest = min(optima, key=lambda o: o.problem.data.counted.sum() / max(len(o.problem.free), 1))
    readings, free = int(fewest.problem.data.counted.sum()), len(fewest.problem.free)
    if readings < PER_PARAMETER * free:
        yield (f"readings: {readings} of a device for {free} parameters; fewer than {PER_PARAMETER} each leave the "
               f"intervals rough.")
    if len(curves.devices) == 1:
        yield "devices: one; spreads from device to device (_d2d, imbalance_std) are unknown and left at 0."
    if len(curves.cycles) == 1:
        yield "cycles: one; held-out scores are those of blocks of pulses, not of other cycles."


def _residuals(optima: Sequence[Optimum]) -> Iterator[str]:
    from scipy.stats import chi2, jarque_bera

    every = [residuals(o) for o in optima]
    rho = np.array([np.sum([(u[k:] * u[:-k]).sum() for u in every]) / np.sum([(u * u).sum() for u in every])
                    for k in range(1, min(LAGS, min(map(len, every)) - 1) + 1)])  # fmt: skip
    n = sum(map(len, every))
    box = float(n * (n + 2) * np.sum(rho**2 / (n - np.arange(1, len(rho) + 1))))  # Ljung & Box 1978
    if chi2.sf(box, len(rho)) < UNLIKELY:
        worst = int(np.argmax(np.abs(rho)))
        yield (f"residuals: correlated (Ljung-Box p {chi2.sf(box, len(rho)):.1g}; {rho[worst]:+.2f} at distance "
               f"{worst + 1}), so the noise is not that of the model: reading that wanders slowly counts as c2c.")
    together = np.concatenate(every)
    if n >= 50 and (p := float(jarque_bera(together).pvalue)) < UNLIKELY:
        kurtosis = float(np.mean(together**4) / np.mean(together**2) ** 2)
        yield (f"residuals: not normal (Jarque-Bera p {p:.1g}, kurtosis {kurtosis:.2f} instead of 3); intervals may be "
               f"too narrow.")


def _drift(curves: Curves) -> Iterator[str]:
    """A straight line through what each cycle reached, against its number, by device."""
    from scipy.stats import linregress

    low, high = curves.window
    for device in curves.devices:
        rows = []
        for cycle in curves.cycles:
            levels = [smooth(c.values, c.pulses) for c in curves.curves if c.device == device and c.cycle == cycle]
            if levels:
                rows.append((cycle, min(x.min() for x in levels), max(x.max() for x in levels)))
        if len(rows) < 4:
            continue
        numbers, *ends = map(np.array, zip(*rows, strict=True))
        for name, values in zip(("lower", "upper"), ends, strict=True):
            line = linregress(numbers, values)
            moved = line.slope * np.ptp(numbers) / (high - low)
            if line.pvalue < UNLIKELY and abs(moved) > 0.02:
                yield (f"drift: the {name} end of device {device} moves by {moved:+.1%} of the window from the first "
                       f"to the last cycle; a fit has no drift, and takes it for noise.")
