"""The settings of compare_algorithms.py: a grid of nine for each algorithm, on one device and one seed.

    python scripts/compare_settings.py --data-dir FOLDER_WITH_MNIST --full

20 states, reference of A at its symmetry point (sigma_r 0): not the device of the targets.  Every algorithm has the
same budget: nine points, 784-256-128-10, 3 epochs of 20,000 images, seed 100; Hamiltonian descent, which moves every
row at every sample, 2,000 images.  What is best after the last epoch is the setting; --quick: 10 epochs of the digits.
"""

from itertools import product
from math import prod

import numpy as np
from compare_cases import GRID, TUNED_ON, axis, data_of, point

from crossbar.analysis.targets import told
from crossbar.study import Study, main
from crossbar.sweep import Sweep, sweep
from crossbar.sweep.board import Board

SEED, IMAGES, SLOW = 100, 20_000, {"hamiltonian": 2_000}


def figure(study: Study) -> None:
    for kind, grid in GRID.items():
        accuracy = search(study, kind, grid)
        values = [dict(zip(grid, each, strict=True)) for each in product(*grid.values())]
        for settings, found in zip(values, accuracy, strict=True):
            study.say(f"  {kind:16} {told_of(settings):40} {100 * found:6.2f} %")
        best = int(np.nanargmax(accuracy))
        edges = [key for key, each in grid.items() if values[best][key] in (each[0], each[-1])]
        at = f"{told_of(values[best])}: {100 * accuracy[best]:.2f} %" + (f", at the edge of {', '.join(edges)}"
                                                                      if edges else "")  # fmt: skip
        study.check(told(f"{kind}, best of {prod(map(len, grid.values()))}", at, "-"))


def search(study: Study, kind: str, grid: dict[str, tuple[float, ...]]) -> np.ndarray:
    """(points,): test accuracy after the last epoch."""
    points = [point(kind, *TUNED_ON, dict(zip(grid, each, strict=True))) for each in product(*grid.values())]
    settings = data_of("digits") | {"epochs": 10}
    if study.full:
        settings = data_of("mnist") | {"epochs": 3, "data.train_samples": SLOW.get(kind, IMAGES)}
    plan = Sweep(name=f"settings-{kind}-{study.scale}", base="lee2022", set=settings | {"seed": SEED},
                 axes=[axis(points)])  # fmt: skip
    with Board() as board:
        grid_found = sweep(plan, study.out / "settings.sweep", workers=study.workers, watch=board,
                           data_dir=study.data_dir if study.full else None)  # fmt: skip
    for _, why in grid_found.failures():
        study.say(f"failed: {why['reason']}")
    return grid_found.last("test_accuracy")


def told_of(settings: dict[str, float]) -> str:
    return ", ".join(f"{name} {value:g}" for name, value in settings.items())


if __name__ == "__main__":
    main(figure, __doc__, ("data", "workers"))
