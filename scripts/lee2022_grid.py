"""The trainings behind figures 7-9 of Lee et al. 2022: which they are, and their accuracies from the store they share.

The plans are lee2022_quick.toml, lee2022_medium.toml and lee2022_full.toml beside this file; `crossbar sweep` takes
them too, and a point that either has computed into a store is not computed again.
"""

from dataclasses import dataclass, replace
from pathlib import Path

import numpy as np

from crossbar.datasets import load
from crossbar.device_file import read_device
from crossbar.device_presets import device, device_names
from crossbar.errors import SpecError
from crossbar.plain_file import Named
from crossbar.sweep import Sweep, load_sweep, sweep
from crossbar.sweep.board import Board

HERE = Path(__file__).parent
OUT = "lee2022_maps"  # the folder of all three figures, so that they share their points
OPTIONS = ("data", "device", "workers", "seeds", "medium")
AF_A, AF_C, ETA, LAMBDA = ("algorithm.a.af", "algorithm.c.af", "algorithm.learning_rate", "algorithm.transfer_rate")
LAST = {"quick": 1, "medium": 3, "full": 3}  # epochs that are averaged; 3 in the paper
THRESHOLDS = {"quick": (0.83, 0.88), "medium": (0.965, 0.97), "full": (0.97, 0.975)}
DIGITS_THRESHOLDS = (0.96, 0.975)
PARTS = {"data.train_samples", "data.test_samples"}  # of MNIST: other data are small
DIGITS = [64, 48, 10]


@dataclass(frozen=True)
class Accuracies:
    """accuracy: (n_a, n_c, n_eta, n_lambda, n_seeds), the mean of the last epochs; NaN where one failed."""

    accuracy: np.ndarray
    af_a: tuple[float, ...]
    af_c: tuple[float, ...]
    etas: tuple[float, ...]
    lambdas: tuple[float, ...]
    about: str

    def variables(self):
        """For plain_file: dims and variables."""
        dims = dict(zip(("af_a", "af_c", "eta", "lambda", "seed"), self.accuracy.shape, strict=True))
        axes = {"af_a": self.af_a, "af_c": self.af_c, "eta": self.etas, "lambda": self.lambdas}
        meanings = ("asymmetry factor of A", "asymmetry factor of C", "learning rate", "transfer rate")
        return dims, [
            *(Named(name, (name,), np.array(values), "1", meaning)
              for (name, values), meaning in zip(axes.items(), meanings, strict=True)),
            Named("accuracy", tuple(dims), self.accuracy, "1", "test accuracy, mean of the last epochs"),
        ]  # fmt: skip


def accuracies(study):
    """Trains what the store under OUT does not have yet."""
    asked = plan(study)
    with Board() as board:
        grid = sweep(asked, study.out / f"{asked.name}.sweep", workers=study.workers, data_dir=study.data_dir,
                     watch=board, command=study.command)  # fmt: skip
    for at, why in grid.failures():
        study.say(f"failed at {at}: {why['reason']}")
    values = [tuple(map(float, grid.values(key))) for key in (AF_A, AF_C, ETA, LAMBDA)]
    return Accuracies(grid.last("test_accuracy", LAST[study.scale]), *values, about(grid, study))


def plan(study):
    """The plan of a scale, with what was asked for: another data set, device, or number of seeds."""
    found = load_sweep(HERE / f"lee2022_{study.scale}.toml")
    changed, axes = dict(found.set), [dict(axis) for axis in found.axes]
    if study.data not in (None, "mnist"):
        changed = {key: value for key, value in changed.items() if key not in PARTS} | _data(study.data)
    if study.device is not None:
        _check(study.device)
        changed |= {"algorithm.a": study.device, "algorithm.c": study.device}
    if study.seeds is not None:
        axes[-1] = {"seed": range(1, study.seeds + 1)}
    return Sweep(name=found.name, base=found.base, set=changed, axes=axes)


def thresholds(study):
    return DIGITS_THRESHOLDS if study.data == "digits" else THRESHOLDS[study.scale]


def judged(study, targets):
    """The paper speaks of MNIST and its own devices: with others all is told, nothing judged."""
    own = study.device is None and study.data in (None, "mnist")
    return [target if own else replace(target, met=None) for target in targets]


def _data(name):
    """Another data set, with a network of its size."""
    if name == "digits":
        return {"data.name": name, "network.sizes": DIGITS, "epochs": 30}
    own = load(name)
    return {"data.name": str(Path(name).absolute()), "network.sizes": [own.features, 256, 128, own.classes]}


def _check(source):
    """SpecError: a device without an asymmetry factor."""
    found = device(source) if source in device_names() else read_device(source)
    if getattr(found, "af", None) is None:
        raise SpecError(f"--device: must be of kind soft_bounds, whose asymmetry factor is what this study varies (got "
                        f"{found.kind} of {source}); fit one by `crossbar fit --models soft_bounds`, or vary another "
                        f"key by a sweep of your own, see docs/guide.md.")  # fmt: skip


def about(grid, study):
    base, shape = grid.base, grid.shape
    last = LAST[study.scale]
    part = base["data"].get("train_samples")
    images = f"{part} images" if part else "all images"
    mean = f"mean of the last {last}" if last > 1 else "the last"
    text = (f"{base['data']['name']}, {images} · {base['epochs']} epochs · {mean} · "
            f"{shape[-1]} seed{'s' if shape[-1] > 1 else ''}")  # fmt: skip
    return text + (f" · devices: {study.device}" if study.device else "")
