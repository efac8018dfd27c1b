"""All measurements, one after the other; what fails leaves its reason."""

import json
import sys
from collections.abc import Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from time import perf_counter
from typing import Any

from crossbar.bench.apart import QUIET, measure_apart
from crossbar.bench.figure import Figure, missing, nested
from crossbar.bench.images import found_mnist
from crossbar.bench.machine import machine
from crossbar.bench.measurements import MEASUREMENTS, Measurement
from crossbar.bench.plan import FULL, QUICK, Plan
from crossbar.errors import SpecError


@dataclass(frozen=True)
class Result:
    machine: dict[str, Any]
    plan: Plan
    quick: bool
    groups: list[tuple[Measurement, list[Figure]]]
    failed: dict[str, str]  # measurement -> reason

    @property
    def figures(self) -> list[Figure]:
        return [each for _, found in self.groups for each in found]

    def as_json(self) -> str:
        """One object: machine, every figure by its dotted name, their spreads and notes by the same names."""
        spreads = {f.name: [f.low, f.high, f.repeats] for f in self.figures if f.repeats}
        notes = {f.name: f.note for f in self.figures if f.note}
        facts = {"machine": self.machine, "quick": self.quick, "mnist": self.plan.data_dir is not None}
        return json.dumps(facts | nested(self.figures) | {"spreads": spreads, "notes": notes, "failed": self.failed})


def run(quick: bool = False, data_dir: str | Path | None = None, only: Sequence[str] = ()) -> Result:
    """Measures this machine; says on stderr what is being measured.

    quick: a minute instead of several.  data_dir: where MNIST lies; None: $CROSSBAR_DATA and the cache, no download.
    only: names of measurements, () for all.  Raises SpecError (no such measurement), DataError (no MNIST there).
    """
    wanted = _chosen(only)
    plan = replace(QUICK if quick else FULL, data_dir=found_mnist(data_dir))
    groups: list[tuple[Measurement, list[Figure]]] = []
    failed: dict[str, str] = {}
    for n, measurement in enumerate(wanted, 1):
        _say(f"{n} of {len(wanted)}: {measurement.about} ...")
        found, reason, seconds = _attempt(measurement, plan)
        _say(f"  {f'FAILED: {reason}' if reason else f'{seconds:.0f} s{_doubt(found)}'}")
        groups.append((measurement, found))
        failed |= {measurement.name: reason} if reason else {}
    return Result(machine(), plan, quick, groups, failed)


def _attempt(measurement: Measurement, plan: Plan) -> tuple[list[Figure], str, float]:
    start = perf_counter()
    try:
        return measure_apart(measurement, plan), "", perf_counter() - start
    except Exception as error:  # the other measurements are worth having
        reason = str(error) or type(error).__name__
        return [missing(key, "", reason) for key in measurement.keys], reason, perf_counter() - start


def _doubt(found: list[Figure]) -> str:
    """A word where a core was shared, so that nobody believes the times."""
    shared = [each for each in found if each.name.startswith("core_share.") and (each.value or 0) < QUIET]
    return "".join(f"; had {each.value:.0%} of its core: {each.note}" for each in shared)


def _chosen(only: Sequence[str]) -> list[Measurement]:
    known = [each.name for each in MEASUREMENTS]
    for name in only:
        if name not in known:
            raise SpecError(f"bench: only must be one of {', '.join(known)} (got {name}); leave it out for all.")
    return [each for each in MEASUREMENTS if not only or each.name in only]


def _say(line: str) -> None:
    print(line, file=sys.stderr, flush=True)
