"""The settings of compare_algorithms.py: a grid of nine for each algorithm and number of states, on one seed.

    python scripts/compare_settings.py --data-dir FOLDER_WITH_MNIST --full

References at the symmetry points (sigma_r 0): not the device of the targets.  Every algorithm gets the same budget:
nine points, 784-256-128-10, 3 epochs of 20,000 images, seed 100; then the best three of them again, 3 epochs of 60,000.
Hamiltonian descent, which moves every row at every sample, has a tenth of the images.  What is best after the last
epoch is the setting.  --quick: the digits, 5 epochs and 15.  compare_cases.py says what of this was done for the
settings in use.
"""

from itertools import product

import numpy as np
from compare_cases import GRID, TUNED_AT, axis, data_of, point

from crossbar.analysis.targets import told
from crossbar.study import Study, main
from crossbar.sweep import Sweep, sweep
from crossbar.sweep.board import Board

SEED, IMAGES, SLOW, KEPT = 100, (20_000, 60_000), {"hamiltonian": 0.1}, 3
Settings = dict[str, float]


def figure(study: Study) -> None:
    for states, grids in GRID.items():
        for kind, grid in grids.items():
            values: list[Settings] = [dict(zip(grid, each, strict=True)) for each in product(*grid.values())]
            accuracy = search(study, kind, states, values, 0)
            values = [values[n] for n in np.argsort(-np.nan_to_num(accuracy), kind="stable")[:KEPT]]
            accuracy = search(study, kind, states, values, 1)
            best = values[int(np.nanargmax(accuracy))]
            edges = [key for key, each in grid.items() if best[key] in (each[0], each[-1])]
            found = f"{told_of(best)}: {100 * np.nanmax(accuracy):.2f} %"
            found += f", at the edge of {', '.join(edges)}" if edges else ""
            study.check(told(f"{kind}, {states} states, best of its grid", found, "-"))


def search(study: Study, kind: str, states: int, values: list[Settings], stage: int) -> np.ndarray:
    """(points,): test accuracy after the last epoch of the first or the second stage."""
    points = [point(kind, states, TUNED_AT, each) for each in values]
    settings = data_of("digits") | {"epochs": (5, 15)[stage]}
    if study.full:
        settings = data_of("mnist") | {"epochs": 3, "data.train_samples": int(IMAGES[stage] * SLOW.get(kind, 1))}
    name = f"settings-{kind}-{states}-{study.scale}-{stage + 1}"
    plan = Sweep(name=name, base="lee2022", set=settings | {"seed": SEED}, axes=[axis(points)])
    with Board() as board:
        grid_found = sweep(plan, study.out / "settings.sweep", workers=study.workers, watch=board,
                           data_dir=study.data_dir if study.full else None)  # fmt: skip
    for _, why in grid_found.failures():
        study.say(f"failed: {why['reason']}")
    accuracy = grid_found.last("test_accuracy")
    for each, found in zip(values, accuracy, strict=True):
        study.say(f"  {kind:16} {told_of(each):40} {100 * found:6.2f} %")
    return accuracy


def told_of(settings: Settings) -> str:
    return ", ".join(f"{name} {value:g}" for name, value in settings.items())


if __name__ == "__main__":
    main(figure, __doc__, ("data", "workers"))
