"""`ablate`: the rungs of a ladder trained over seeds, by the engine and the store of sweeps."""

from collections.abc import Sequence
from pathlib import Path
from typing import Any

import numpy as np

from crossbar.ablation.ladder import VARIED, Ladder, ladder
from crossbar.analysis.costs import Costs, Failed
from crossbar.config import Whole
from crossbar.errors import SpecError
from crossbar.experiment_spec import Experiment
from crossbar.store import Grid
from crossbar.sweep.plan import Sweep
from crossbar.sweep.run import Silent, Watch, sweep


def ablate(
    spec: Experiment,
    out: str | Path | None = None,
    *,
    seeds: int | Sequence[int] = 3,
    digital_rate: float | None = None,
    name: str = "ablation",
    workers: int | None = None,
    scheduler: str | None = None,
    data_dir: str | Path | None = None,
    watch: Watch | None = None,
) -> Costs:
    """Trains every rung of `ladder(spec)` with every seed; returns test accuracies after the last epoch and costs.

    All rungs of a seed share its random numbers: initial weights, orders of the samples, read noise, and the trains
    where lines fire with equal probabilities; so costs are differences within a seed.
    out: the store, default NAME.sweep; what is in it is not computed again, and the last rung is the point that a
    sweep has for the experiment itself.  seeds: a list, or how many from the seed of `spec` on.
    digital_rate, name: the yardstick's learning rate; what the sweep is called.  Others: as of `xb.run_sweep`.
    A training that fails is NaN and listed in `failures`.  Raises as `ladder` and `xb.run_sweep` do.
    """
    found = ladder(spec, digital_rate)
    plan = plan_of(found, _seeds(spec, seeds), name)
    grid = sweep(plan, out, workers=workers, scheduler=scheduler, data_dir=data_dir,
                 watch=_Named(watch or Silent(), found))  # fmt: skip
    return _costs(found, grid)


def plan_of(found: Ladder, seeds: Sequence[int], name: str) -> Sweep:
    """The sweep: an axis of whole tables, one a rung, and an axis of seeds."""
    made = [rung.tables for rung in found.rungs]
    axis = {key: tuple(Whole(tables[key]) for tables in made) for key in VARIED}
    return Sweep(name=name, base=found.rungs[-1].spec, axes=(axis, {"seed": tuple(seeds)}))


def _seeds(spec: Experiment, seeds: Any) -> list[int]:
    if isinstance(seeds, int):
        if seeds < 1:
            raise SpecError(f"--seeds: must be a whole number >= 1 (got {seeds}); 3 is the default.")
        return [spec.seed + n for n in range(seeds)]
    return list(seeds)


def _costs(found: Ladder, grid: Grid) -> Costs:
    rungs, seeds = found.rungs, grid.values("seed")
    bad = grid.store.failed()
    failures = tuple(
        Failed(rungs[at[0]].name, seeds[at[1]], str(grid.store.failure(address).get("reason", "")))
        for at, address in zip(np.ndindex(*grid.shape), grid.addresses, strict=True) if address in bad
    )  # fmt: skip
    none = not grid.done.any()
    accuracy = np.full(grid.shape, np.nan) if none else grid.last("test_accuracy")
    return Costs(grid.name, tuple(rung.name for rung in rungs), tuple(rung.meaning for rung in rungs), seeds,
                 rungs[-1].spec.epochs, accuracy, found.left_out, failures)  # fmt: skip


class _Named:
    """Tells a watch the name of the rung instead of its tables."""

    def __init__(self, watch: Watch, found: Ladder) -> None:
        self._watch = watch
        self._names = [(rung.tables, rung.name) for rung in found.rungs]
        self.say, self.begin = watch.say, watch.begin

    def tick(self, outcome: Any, at: dict[str, Any] | None, workers: int) -> None:
        if at:
            name = next(name for made, name in self._names if all(made[key] == at[key] for key in VARIED))
            at = {"rung": name, "seed": at["seed"]}
        self._watch.tick(outcome, at, workers)
