"""What the studies beyond the paper share: their base, their size, their files."""

import numpy as np

from crossbar.analysis.resampling import over_seeds
from crossbar.errors import SpecError
from crossbar.plain_file import Named
from crossbar.sweep import Sweep, sweep
from crossbar.sweep.board import Board

STUDY = ("data", "workers", "seeds")
ARRAY_A = "asymmetry factor of A"
LAST = 3  # epochs that are averaged
DIGITS = {"data.name": "digits", "network.sizes": [64, 48, 10], "epochs": 30}


def run(study, name, axes, base=None, seeds=3):
    """Accuracies (axes..., seed) of sweeps over the devices of lee2022.toml, and a line that says what was trained."""
    seeds = study.seeds or seeds
    data = study.data or ("digits" if study.quick else "mnist")
    if data not in ("digits", "mnist"):
        raise SpecError(f"--data: must be digits or mnist here (got {data}); leave it out.")
    settings = (DIGITS if data == "digits" else {"epochs": 10}) | (base or {})
    plan = Sweep(name=f"{name}-{study.scale}", base="lee2022", set=settings,
                 axes=[*axes, {"seed": range(1, seeds + 1)}])  # fmt: skip
    with Board() as board:
        grid = sweep(plan, study.out / f"{name}.sweep", workers=study.workers, data_dir=study.data_dir,
                     watch=board, command=study.command)  # fmt: skip
    for at, why in grid.failures():
        study.say(f"failed at {at}: {why['reason']}")
    about = f"{data} · {grid.base['epochs']} epochs · mean of the last {LAST} · {seeds} seeds"
    return grid.last("test_accuracy", LAST), about


def cells(study, name, accuracy, axes):
    """OUT/NAME.h5: accuracies, means and errors by the named axes, each its values and meaning."""
    dims = dict(zip((*axes, "seed"), accuracy.shape, strict=True))
    mean, error = over_seeds(accuracy)
    study.save(name, dims, [
        *(Named(axis, (axis,), np.array(values, np.float64), "1", meaning) for axis, (values, meaning) in axes.items()),
        Named("accuracy", tuple(dims), accuracy, "1", "test accuracy, mean of the last three epochs"),
        Named("accuracy_mean", tuple(axes), mean, "1", "mean over the seeds"),
        Named("accuracy_error", tuple(axes), error, "1", "its standard error"),
    ])  # fmt: skip
