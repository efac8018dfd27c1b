"""Kim et al. 2019: imbalanced devices before and after zero shifting, and what an error of the references costs.

    python scripts/kim2019_zero_shift.py [--quick | --full] [--data-dir FOLDER_WITH_MNIST] [--seeds N] [--workers N]

First, pulses up and down in turn take single cells to their symmetry points, beside the closed form.  Then networks
learn by Tiki-Taka (the preset lee2022) with an array A whose up and down steps differ by 0.3 +- 0.2 of their mean from
cell to cell, so that its symmetry points lie at 0.3 +- 0.2: with nominal references, with references found by n pairs
of pulses, with exact ones, and with exact ones that are off by sigma_r z or by one offset.
--quick: the embedded digits, 30 epochs, 3 seeds.  --full: MNIST, 5 epochs, 3 seeds.
"""

import numpy as np
from beyond_sweep import STUDY, run

import crossbar as xb
from crossbar.analysis.resampling import over_seeds
from crossbar.analysis.targets import above, at_most, near, told
from crossbar.analysis.zero_shift import Pairs
from crossbar.plain_file import Named
from crossbar.plots.zero_shift import plot_zero_shift
from crossbar.study import Study, main

SOURCE, THEORY = "Kim et al. 2019", "theory (2.16)"
UNEVEN = {"imbalance": 0.3, "imbalance_std": 0.2}
PAIRS, ERRORS, OFFSETS = (30, 100, 300, 1000, 3000, 10000), (0.05, 0.1, 0.2, 0.4, 0.8), (0.05, 0.1, 0.2, 0.4)
EXACT = UNEVEN | {"reference": "symmetry_point"}
WAYS = {
    "balanced": {}, "nominal": UNEVEN, "exact": EXACT,
    **{f"{n} pairs": UNEVEN | {"reference": "zero_shift", "zero_shift_pairs": n} for n in PAIRS},
    **{f"error {e:g}": EXACT | {"reference_std": e} for e in ERRORS},
    **{f"offset {o:g}": EXACT | {"reference_offset": o} for o in OFFSETS},
}  # fmt: skip
CELLS = {  # device and where it starts
    "step 0.001, from 0.5": (xb.SoftBounds(step=0.001), 0.5), "step 0.01, from 0.5": (xb.SoftBounds(step=0.01), 0.5),
    "step 0.01, from -0.8": (xb.SoftBounds(step=0.01), -0.8),
    "step 0.002, up 1.3, down 0.7": (xb.SoftBounds(step=0.002, imbalance=0.3), 0.0),
}  # fmt: skip
COUNTS = np.unique(np.geomspace(1, 3000, 25).round().astype(int))
CHEAP = 0.01  # of accuracy


def figure(study: Study) -> None:
    approach = study_approach(study)
    digits = (study.data or ("digits" if study.quick else "mnist")) == "digits"
    axes = [{"algorithm.a": list(WAYS.values())}]
    accuracy, about = run(study, "zero_shift", axes, None if digits else {"epochs": 5})
    found = dict(zip(WAYS, accuracy, strict=True))
    mean, error = over_seeds(accuracy)
    study.check(*recovery(found), *costs(found))
    dims = {"cell": len(CELLS), "count": len(COUNTS), "way": len(WAYS), "seed": accuracy.shape[1]}
    study.save("kim2019_zero_shift", dims, [
        Named("count", ("count",), COUNTS.astype(np.float64), "1", "pairs of pulses on a single cell"),
        Named("pulses", ("cell", "count"), np.array([a for a, _ in approach.values()]), "1", "distance from the end"),
        Named("closed", ("cell", "count"), np.array([b for _, b in approach.values()]), "1", "its closed form"),
        Named("accuracy", ("way", "seed"), accuracy, "1", "test accuracy, mean of the last three epochs"),
        Named("accuracy_mean", ("way",), mean, "1", "mean over the seeds"),
        Named("accuracy_error", ("way",), error, "1", "its standard error"),
    ], {"cells": "; ".join(CELLS), "ways": "; ".join(WAYS), "trained": about})  # fmt: skip
    lines = {"by pairs": (np.array(PAIRS), np.stack([found[f"{n} pairs"] for n in PAIRS])),
             "sigma_r z": (np.array(ERRORS), np.stack([found[f"error {e:g}"] for e in ERRORS])),
             "one offset": (np.array(OFFSETS), np.stack([found[f"offset {o:g}"] for o in OFFSETS]))}  # fmt: skip
    study.draw("kim2019_zero_shift", plot_zero_shift(COUNTS, approach, lines, found["nominal"], found["exact"],
                                                    f"Zero shifting of array A, up/down imbalance 0.3 ± 0.2\n{about}"))


def study_approach(study):
    """Name -> distances of one cell from its end after each number of pairs: by pulses in float64, closed form."""
    found = {}
    for name, (device, start) in CELLS.items():
        pairs = Pairs.of(device)
        pulses = np.array([by_pulses(device, start, int(n)) for n in COUNTS])
        closed = pairs.after(COUNTS, start)
        study.check(at_most(f"{name}: pulses less the closed form, at most", float(np.abs(pulses - closed).max()), 1e-6,
                            source=THEORY))  # fmt: skip
        found[name] = np.abs(pulses - pairs.end), np.abs(closed - pairs.end)
    uneven = CELLS["step 0.002, up 1.3, down 0.7"][0]
    low = (xb.symmetry_point(uneven) - Pairs.of(uneven).end) / (0.0026 * 0.7)  # the step up at 0.3, its symmetry point
    study.check(near("its end below its symmetry point, in steps: d/(u + d)", low, 0.35, 0.001, source=THEORY))
    return found


def by_pulses(device, start, pairs):
    """Where a cell of a tile stands in its own coordinate after zero shifting: the reference that was found."""
    tile = xb.Tile(1, 1, xb.SGD(learning_rate=0.01, c=device), dtype="float64")
    tile.set_weights([[start]])
    return tile.zero_shift("c", pairs)[0, 0]


def recovery(found):
    last = f"{PAIRS[-1]} pairs"
    yield above(f"imbalanced: {last} above nominal references", found[last], found["nominal"], SOURCE)
    yield near(f"imbalanced, {last}: less the balanced device", found[last].mean() - found["balanced"].mean(), 0, 0.01,
               beside(found[last], found["balanced"]), SOURCE)  # fmt: skip
    yield near(f"imbalanced, {last}: less exact references", found[last].mean() - found["exact"].mean(), 0, 0.005,
               beside(found[last], found["exact"]), SOURCE)  # fmt: skip
    yield above("more pairs are better: 3000 above 300", found["3000 pairs"], found["300 pairs"], SOURCE)
    q = Pairs.of(xb.SoftBounds(step=0.001, imbalance=0.3)).kept
    for n in PAIRS:
        yield told(f"accuracy after {n} pairs ({100 * q**n:.2g} % of the way left)", found[f"{n} pairs"], "-")


def costs(found):
    yield above("no error of the references above one of 0.8", found["exact"], found["error 0.8"], SOURCE)
    yield above("no offset of the references above one of 0.4", found["exact"], found["offset 0.4"], SOURCE)
    for label, values in (("error", ERRORS), ("offset", OFFSETS)):
        borne = [v for v in values if found[f"{label} {v:g}"].mean() > found["exact"].mean() - CHEAP]
        yield told(f"largest {label} that costs less than {100 * CHEAP:g} %", max(borne, default=0.0), "-")
    for name in ("balanced", "nominal", "exact"):
        yield told(f"accuracy, {name}", found[name], "-")


def beside(a, b):
    """Standard error of the difference of two means."""
    if len(a) < 2:
        return float("nan")
    return float(np.hypot(over_seeds(a)[1], over_seeds(b)[1]))


if __name__ == "__main__":
    main(figure, __doc__, STUDY)
