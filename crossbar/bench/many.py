"""Independent trainings side by side in one process: xb.run_many with two workers against one, and against xb.run.

Everything that a run takes is in the time: data, networks, evaluation, the file.
"""

import tempfile
from contextlib import chdir
from functools import partial
from typing import Any

import crossbar as xb
from crossbar.bench.figure import Figure, figure, missing
from crossbar.bench.plan import Plan
from crossbar.bench.repeats import interleaved
from crossbar.experiment_spec import Experiment
from crossbar.machine import usable_cores

NAME, WORKERS, DIGITS_RUNS = "run_many_speedup", 2, 4
EPOCHS = 6


def measure(plan: Plan) -> list[Figure]:
    if usable_cores() < WORKERS:
        return [missing(NAME, "1", f"needs {WORKERS} cores (got {usable_cores()})")]
    specs, given = _specs(plan)
    jobs = {str(workers): partial(together, specs, workers, given) for workers in (1, WORKERS)}
    jobs["run"] = partial(one_by_one, specs, given)
    with tempfile.TemporaryDirectory(prefix="crossbar-bench-") as folder, chdir(folder):
        seconds = interleaved(jobs, max(plan.rounds // 6, 1))
    note = f"{len(specs)} runs of {specs[0].data.name}, epochs {specs[0].epochs}, {WORKERS} workers"
    two = seconds[str(WORKERS)]
    return [
        figure(NAME, "1", seconds["1"] / two, f"{note} against one worker"),
        figure("run_many_speedup_over_run", "1", seconds["run"] / two, f"{note} against xb.run on one after the other"),
    ]


def _specs(plan: Plan) -> tuple[list[Experiment], dict[str, Any]]:
    """Half the epochs of lee2022 for each worker, or some runs of digits; and what else a run is given."""
    if plan.data_dir and plan.images is None:
        specs = [xb.preset("lee2022", [f"seed={seed}", f"epochs={EPOCHS}"]) for seed in range(1, WORKERS + 1)]
        return specs, {"data_dir": plan.data_dir}
    epochs = f"epochs={2 * plan.digits_epochs}"
    return [xb.preset("digits", [f"seed={seed}", epochs]) for seed in range(1, DIGITS_RUNS + 1)], {}


def one_by_one(specs: list[Experiment], given: dict[str, Any]) -> None:
    for spec in specs:
        xb.run(spec, **given).close()


def together(specs: list[Experiment], workers: int, given: dict[str, Any]) -> None:
    for run in xb.run_many(specs, workers=workers, **given):
        run.close()
