"""What each non-ideality of an experiment costs in test accuracy, from the accuracies of its ladder over seeds."""

import csv
import json
import os
from collections.abc import Iterator
from dataclasses import dataclass
from math import isfinite
from pathlib import Path
from typing import Any, NamedTuple

import numpy as np

from crossbar.analysis.resampling import over_seeds
from crossbar.analysis.targets import ORDER
from crossbar.trajectory import place

FIRST = "floating point"  # the rung that all are held against
COLUMNS = ("rung", "test_accuracy", "test_accuracy_error", "cost", "cost_error", "beyond_3_errors", "cost_in_all",
           "cost_in_all_error", "seeds", "meaning")  # fmt: skip


class Failed(NamedTuple):
    """A training that gave nothing."""

    rung: str
    seed: int
    reason: str


@dataclass(frozen=True)
class Costs:
    """A rung a row, a seed a column.  Costs are accuracies lost, differences within a seed: below 0 what is gained."""

    name: str
    names: tuple[str, ...]
    meanings: tuple[str, ...]  # what each rung has that the one before has not
    seeds: tuple[int, ...]
    epochs: int
    accuracy: np.ndarray  # (rungs, seeds), share of test samples classified right after the last epoch; NaN: failed
    left_out: tuple[tuple[str, str], ...]  # rungs that would change nothing, and why
    failures: tuple[Failed, ...]

    @property
    def mean(self) -> np.ndarray:
        """(rungs, 2): mean test accuracy over the seeds, and its standard error."""
        return _over_seeds(self.accuracy)

    @property
    def step(self) -> np.ndarray:
        """(rungs, 2): what each rung costs against the rung before; NaN of the first."""
        before = np.vstack([np.full((1, len(self.seeds)), np.nan), self.accuracy[:-1]])
        return _over_seeds(before - self.accuracy)

    @property
    def total(self) -> np.ndarray:
        """(rungs, 2): what it costs against floating point; that itself 0."""
        return _over_seeds(self.accuracy[self.names.index(FIRST)] - self.accuracy)

    @property
    def clear(self) -> np.ndarray:
        """bool (rungs,): the cost against the rung before differs from 0 by more than 3 standard errors."""
        cost, error = self.step.T
        return np.isfinite(error) & (np.abs(cost) > ORDER * error)

    def rows(self) -> Iterator[tuple[Any, ...]]:
        """A row a rung, in the order of COLUMNS."""
        there = np.isfinite(self.accuracy).sum(1)
        numbers = zip(self.mean, self.step, self.clear, self.total, there, strict=True)
        for name, meaning, (mean, step, clear, total, n) in zip(self.names, self.meanings, numbers, strict=True):
            yield name, *mean.tolist(), *step.tolist(), bool(clear), *total.tolist(), int(n), meaning


def lines(costs: Costs) -> Iterator[str]:
    """The table that `crossbar ablate` prints, in percent; `*`: beyond 3 standard errors."""
    seeds = ", ".join(map(str, costs.seeds))
    yield (f"{costs.name}: test accuracy in % after {costs.epochs} epochs, mean and standard error over "
           f"{len(costs.seeds)} seeds ({seeds}); costs within a seed, * beyond {ORDER:g} standard errors")  # fmt: skip
    yield f"{'rung':16}{'test':>16}{'cost':>17}  {'cost in all':>16}  what it has that the rung before has not"
    for name, mean, d_mean, cost, d_cost, clear, total, d_total, _, meaning in costs.rows():
        yield (f"{name:16}{_percent(mean, d_mean):>16}{_percent(cost, d_cost, '+'):>17}{'*' if clear else ' '} "
               f"{_percent(total, d_total, '+'):>16}  {meaning}")  # fmt: skip
    for reason in dict.fromkeys(reason for _, reason in costs.left_out):
        yield f"left out, {reason}: {', '.join(name for name, why in costs.left_out if why == reason)}"
    for failed in costs.failures:
        yield f"failed: {failed.rung}, seed {failed.seed}: {failed.reason}"


def as_json(costs: Costs) -> str:
    """One object: a table for each rung, null where there is no number, and the accuracy of every seed."""
    rungs = [dict(zip(COLUMNS, map(_plain, row), strict=True)) | {"test_accuracies": [_plain(x) for x in each]}
             for row, each in zip(costs.rows(), costs.accuracy.tolist(), strict=True)]  # fmt: skip
    failures = [failed._asdict() for failed in costs.failures]
    return json.dumps({"ablation": costs.name, "epochs": costs.epochs, "seeds": list(costs.seeds), "rungs": rungs,
                       "left_out": dict(costs.left_out), "failures": failures})  # fmt: skip


def check_table(out: str | os.PathLike[str]) -> Path:
    """The path of a table to be written.  FileError: no .csv, an existing file, no folder."""
    return place.of_output(out, "table", (".csv",))


def write_table(costs: Costs, path: Path) -> None:
    """A line a rung under a line of names; whole or not at all."""

    def write(temp: Path) -> None:
        with temp.open("w", newline="", encoding="utf-8") as stream:
            rows = [["" if _plain(cell) is None else cell for cell in row] for row in costs.rows()]
            csv.writer(stream, lineterminator="\n").writerows([COLUMNS, *rows])

    place.write_whole(path, "table", write)


def _over_seeds(values: np.ndarray) -> np.ndarray:
    """Of (rungs, seeds) mean and standard error of the seeds that are there: (rungs, 2)."""
    return np.stack(over_seeds(values), axis=-1)


def _percent(value: float, error: float, sign: str = "") -> str:
    if not isfinite(value):
        return "-"
    return f"{round(100 * value, 2) + 0:{sign}.2f}" + (f" +- {100 * error:.2f}" if isfinite(error) else "")


def _plain(value: Any) -> Any:
    return None if isinstance(value, float) and not isfinite(value) else value
