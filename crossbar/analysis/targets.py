"""What a study claims, checked by the study itself: target, measured value with its standard error, met or not met."""

from collections.abc import Iterable, Sequence
from dataclasses import asdict, dataclass
from math import isfinite, isnan, nan, sqrt
from typing import Any

import numpy as np

ORDER = 3.0  # standard errors by which an order must hold


@dataclass(frozen=True)
class Target:
    """One claim.  error: standard error of what was measured, NaN without one.  met: None where nothing is judged."""

    name: str
    wanted: str
    measured: str
    error: float
    met: bool | None
    source: str = ""

    @property
    def verdict(self) -> str:
        return "told" if self.met is None else "met" if self.met else "NOT MET"

    def as_dict(self) -> dict[str, Any]:
        """For JSON: null stands for what there is not."""
        return asdict(self) | {"error": self.error if isfinite(self.error) else None}


def mean_and_error(values: Any, error: float = nan) -> tuple[float, float]:
    """Mean and standard error: of one value a repetition, std/sqrt(n) with n - 1 below; `error` of a single number."""
    found = np.asarray(values, np.float64).ravel()
    if len(found) < 2:
        return float(found.mean()), error
    return float(found.mean()), float(found.std(ddof=1) / sqrt(len(found)))


def at_least(name: str, value: Any, limit: float, error: float = nan, source: str = "") -> Target:
    """mean >= limit.  value: a number, or one a repetition."""
    mean, error = mean_and_error(value, error)
    return Target(name, f">= {limit:g}", number(mean), error, bool(mean >= limit), source)


def at_most(name: str, value: Any, limit: float, error: float = nan, source: str = "") -> Target:
    """mean <= limit."""
    mean, error = mean_and_error(value, error)
    return Target(name, f"<= {limit:g}", number(mean), error, bool(mean <= limit), source)


def near(name: str, value: Any, wanted: float, tolerance: float, error: float = nan, source: str = "") -> Target:
    """|mean - wanted| <= tolerance."""
    mean, error = mean_and_error(value, error)
    met = bool(abs(mean - wanted) <= tolerance)
    return Target(name, f"{wanted:g} +- {tolerance:.2g}", number(mean), error, met, source)


def above(name: str, more: Any, less: Any, source: str = "", z: float = ORDER) -> Target:
    """An order: mean(more) - mean(less) > z standard errors of that difference.

    more, less: one value a repetition; numbers that have none (closed forms) must only differ.
    """
    (a, da), (b, db) = mean_and_error(more), mean_and_error(less)
    error = sqrt(sum(e * e for e in (da, db) if not isnan(e)))
    wanted = f"> {number(b)} by > {z:g} s.e." if error > 0 else f"> {number(b)}"
    return Target(name, wanted, number(a), error if error > 0 else nan, bool(a - b > z * error), source)


def positive(name: str, difference: Any, source: str = "", z: float = ORDER) -> Target:
    """An order taken repetition by repetition: mean(difference) > z of its standard errors."""
    return above(name, difference, np.zeros(2), source, z)


def prototype(name: str, values: Any, wanted: float, precision: float, source: str = "", judged: bool = True) -> Target:
    """A prototype's number, known to a relative precision: |mean - wanted| <= precision wanted + 3 standard errors.

    The error is that of the mean over repetitions: their spread is no excuse.  Told, not judged, where not `judged` and
    of less than two repetitions.
    """
    mean, error = mean_and_error(values)
    if not judged or isnan(error):
        return told(name, mean, f"{wanted:g} (prototype)", error, source)
    tolerance = precision * wanted + ORDER * error
    said = f"{wanted:g} +- {tolerance:.2g} ({100 * precision:g} % and {ORDER:g} s.e.)"
    return holds(name, said, mean, abs(mean - wanted) <= tolerance, source, error)


def holds(name: str, wanted: str, measured: Any, met: bool, source: str = "", error: float = nan) -> Target:
    """Any other rule, judged by the caller."""
    said = measured if isinstance(measured, str) else number(float(measured))
    return Target(name, wanted, said, error, bool(met), source)


def told(name: str, value: Any, wanted: str, error: float = nan, source: str = "") -> Target:
    """Reported beside what is published, not judged."""
    if isinstance(value, str):
        return Target(name, wanted, value, error, None, source)
    mean, error = mean_and_error(value, error)
    return Target(name, wanted, number(mean), error, None, source)


def number(value: float) -> str:
    return f"{value:.4g}"


def lines(targets: Sequence[Target]) -> list[str]:
    """The table, a line a target."""
    heads = ("target", "wanted", "measured", "s.e.", "", "source")
    rows = [(t.name, t.wanted, t.measured, f"{t.error:.2g}" if isfinite(t.error) else "-", t.verdict, t.source)
            for t in targets]  # fmt: skip
    widths = [max(len(row[n]) for row in [heads, *rows]) for n in range(len(heads))]
    return ["  ".join(cell.ljust(width) for cell, width in zip(row, widths, strict=True)).rstrip()
            for row in [heads, *rows]]  # fmt: skip


def all_met(targets: Iterable[Target]) -> bool:
    return all(target.met is not False for target in targets)
