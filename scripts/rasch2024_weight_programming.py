"""Rasch et al. 2024: weights programmed by learning, over the states of devices and errors of their references.

    python scripts/rasch2024_weight_programming.py [--quick | --medium | --full] [--seeds N] [--out DIR]

Figure 4: 20 x 20 arrays of noisy soft bounds are taught W^ ~ N(0, 0.3^2) by SGD, Tiki-Taka, TTv2, chopped TTv2 and
AGAD; error 100 std(W - W^).  Figure 3: a constant gradient with the reference of A 0.8 too low.  Beyond: the error
against the symmetry of the steps.  What the paper leaves open was chosen on 20 states alone, docs/theory.md (16).
--quick: 20 and 100 states, 3 seeds; --medium: a map, and the readings that were not chosen; --full: finer, 6 seeds.
"""

from dataclasses import replace

import numpy as np

from crossbar.analysis.targets import above, at_most, holds, mean_and_error, near, told
from crossbar.analysis.weight_programming import KINDS, Task, constant_gradient, end, lesson, program_by_learning
from crossbar.plain_file import Named
from crossbar.plots.about import ALGORITHMS
from crossbar.plots.weight_programming import plot_constant_gradient, plot_error_maps, plot_symmetry
from crossbar.study import Study, main

SPREADS = (0.0, 0.5, 1.0)
PUBLISHED = {"sgd": (26.4, 42.0, 82.7), "ttv2": (4.8, 77.7, 91.8), "cttv2": (4.2, 4.1, 4.2), "agad": (4.6, 4.5, 4.5)}
SCALES = {  # states, spreads of the references, seeds, inputs, slopes
    "quick": ((20, 100), SPREADS, 3, 40_000, (0.0, 0.5, 1.0)),
    "medium": ((10, 20, 50, 100, 500), (0.0, 0.1, 0.25, 0.5, 1.0), 3, 40_000, (0.0, 0.25, 0.5, 0.75, 1.0)),
    "full": ((10, 20, 40, 100, 200, 500, 1000), (0.0, 0.1, 0.2, 0.3, 0.5, 0.7, 1.0), 6, 80_000,
             (0.0, 0.1, 0.25, 0.5, 0.75, 0.9, 1.0)),
}  # fmt: skip
OTHERS = {  # readings that were not chosen, and what they concern
    "lambda_H constant": (Task(follows=False), ("ttv2", "cttv2", "agad")),
    "random choppers": (Task(chopper="random"), ("cttv2", "agad")),
    "forget": (Task(after_firing="forget"), ("ttv2", "cttv2", "agad")),
    "mu over 20 samples": (Task(memory=20.0), ("ttv2", "cttv2", "agad")),
    "SGD at rate lambda": (Task(sgd_follows=False), ("sgd",)),
    "500 states, up to 63 pulses on C a read": (Task(states=500, max_pulses=63), ("ttv2", "cttv2", "agad")),
    "100 states in place of m in lambda_H": (Task(states=100, gain=40.0), ("ttv2", "cttv2", "agad")),
}
DRIVEN = Task(size=5, states=40, c2c=0.0, step_d2d=0.0, bounds_d2d=0.0, imbalance_std=0.0, follows=False)
FLAT = Task(imbalance_std=0.0)  # cells whose symmetry point is 0 whatever the slope
SOURCE = "Rasch et al. 2024, fig. 4"


def figure(study: Study) -> None:
    states, spreads, seeds, inputs, slopes = SCALES[study.scale]
    seeds = study.seeds or seeds
    errors = study_map(study, states, spreads, seeds, inputs)
    rows = study_drive(study, 5 if study.quick else 20)
    symmetric = study_symmetry(study, slopes, 1 if study.quick else seeds, inputs)
    if not study.quick:
        study_others(study, seeds, inputs)
    index = np.array([replace(FLAT, slope=slope).symmetry_index for slope in slopes])
    study.save("rasch2024_weight_programming",
               {"states": len(states), "spread": len(spreads), "seed": seeds, "published": 3, "index": len(index),
                "symmetry_spread": 2, "symmetry_seed": symmetric["sgd"].shape[-1], "update": 1001, "offset": 2},
               [Named("states", ("states",), np.array(states, float), "1", "states of a device, 2/step"),
                Named("spread", ("spread",), np.array(spreads), "1", "standard deviation of the references"),
                Named("index", ("index",), index, "1", "symmetry index"),
                *(Named(f"error_{kind}", ("states", "spread", "seed"), found, "%", f"weight error, {ALGORITHMS[kind]}")
                  for kind, found in errors.items()),
                *(Named(f"published_{kind}", ("published",), np.array(found), "%", "of 20 states, spreads 0, 0.5, 1")
                  for kind, found in PUBLISHED.items()),
                *(Named(f"symmetry_{kind}", ("symmetry_spread", "index", "symmetry_seed"), found, "%",
                        "weight error, spreads 0 and 0.5") for kind, found in symmetric.items()),
                *(Named(f"driven_{kind}", ("offset", "update"),
                        np.stack([row[kind].c[:, 0, 0] / DRIVEN.step for row in rows.values()]), "steps",
                        "C(0, 0) under a constant gradient, offsets 0, -0.8") for kind in next(iter(rows.values())))],
               {"inputs": inputs, "task": repr(Task())})  # fmt: skip
    beside = {(kind, 20, spread): value for kind, found in PUBLISHED.items()
              for spread, value in zip(SPREADS, found, strict=True)}  # fmt: skip
    study.draw("rasch2024_weight_programming", plot_error_maps(
        errors, states, spreads, beside, f"Weights programmed by learning, 20 × 20, error in % of the range 1  ·  "
        f"{inputs} inputs, {seeds} seeds\nIn brackets: {SOURCE} (20 states only)"))  # fmt: skip
    study.draw("rasch2024_constant_gradient", plot_constant_gradient(
        rows, DRIVEN.step, "A constant gradient, one cell of 5 × 5  ·  40 states without noise; Rasch 2024, fig. 3"))
    study.draw("rasch2024_symmetry", plot_symmetry(
        index, {f"σ of the references {spread:g}": {kind: found[n] for kind, found in symmetric.items()}
                for n, spread in enumerate((0.0, 0.5))},
        "Weight error, 20 states  ·  symmetry index 1: equal steps up and down, 0.5: soft bounds",
    ))  # fmt: skip


def ends(task, kind, inputs, seeds):
    """The error of each seed at the end; target and inputs are the same for all."""
    taught = lesson(task.size, inputs)
    return np.array([end(program_by_learning(task, kind, taught, seed)) for seed in range(seeds)])


def study_map(study, states, spreads, seeds, inputs):
    """Algorithm -> errors (states, spreads, seeds)."""
    found = {}
    for kind in KINDS:
        found[kind] = np.array([[ends(Task(states=n, reference_std=spread), kind, inputs, seeds) for spread in spreads]
                                for n in states])  # fmt: skip
        study.say(f"{ALGORITHMS[kind]}: " + "; ".join(
            f"{n} states " + " ".join(f"{value:.1f}" for value in row.mean(axis=1))
            for n, row in zip(states, found[kind], strict=True)))  # fmt: skip
    judge(study, {(kind, spread): found[kind][states.index(20), spreads.index(spread)]
                  for kind in KINDS for spread in SPREADS})  # fmt: skip
    tell(study, found, states, spreads)
    return found


def judge(study, at):
    """Orders and numbers of 20 states."""
    for kind, published in PUBLISHED.items():
        for spread, value in zip(SPREADS, published, strict=True):
            study.check(near(f"{ALGORITHMS[kind]}, 20 states, sigma {spread:g}", at[kind, spread], value,
                             1.0 if value < 5 else 0.25 * value, source=SOURCE))  # fmt: skip
    for kind in ("ttv2", "cttv2", "agad"):
        study.check(above(f"sigma 0: SGD above twice {ALGORITHMS[kind]}", at["sgd", 0.0], 2 * at[kind, 0.0], SOURCE))
    study.check(above("TTv2: sigma 0.5 above five times sigma 0", at["ttv2", 0.5], 5 * at["ttv2", 0.0], SOURCE),
                above("sigma 0.5: TTv2 above SGD", at["ttv2", 0.5], at["sgd", 0.5], SOURCE))  # fmt: skip
    for kind in ("cttv2", "agad"):
        for spread in SPREADS[1:]:
            moved, error = mean_and_error(at[kind, spread] - at[kind, 0.0])
            study.check(at_most(f"{ALGORITHMS[kind]}: points between sigma 0 and {spread:g}", abs(moved), 1.0, error,
                                SOURCE))  # fmt: skip


def tell(study, found, states, spreads):
    """Tiki-Taka, and all other states: computed once the setting stood."""
    for n, count in enumerate(states):
        for kind in KINDS if count != 20 else ("tiki_taka",):
            values = " / ".join("{:.1f}({:.1f})".format(*mean_and_error(row)) for row in found[kind][n])
            name = f"{ALGORITHMS[kind]}, {count} states, sigma {', '.join(f'{spread:g}' for spread in spreads)}"
            study.check(told(name, values, "none in the table", source=SOURCE))


def study_drive(study, seeds):
    """Label of the reference -> algorithm -> its courses of the first seed."""
    kinds, rows = ("ttv2", "cttv2", "agad"), {}
    for label, offset in (("reference right", 0.0), ("0.8 too low", -0.8)):
        task = replace(DRIVEN, reference_offset=offset)
        courses = {kind: [constant_gradient(task, kind, seed=seed) for seed in range(seeds)] for kind in kinds}
        rows[label] = {kind: found[0] for kind, found in courses.items()}
        moved = {kind: np.array([drive.moved(task.step).mean() for drive in found]) for kind, found in courses.items()}
        for kind, found in moved.items():
            mean, error = mean_and_error(found)
            name, source = f"constant gradient, {label}: {ALGORITHMS[kind]} moves by steps", "Rasch et al. 2024, fig. 3"
            if offset == 0:
                study.check(told(name, found, "down", source=source))
            elif kind == "ttv2":
                study.check(holds(name, "within 1 of 0", mean, abs(mean) <= 1, source, error))
            else:
                study.check(holds(name, "-9 to -6, in whole steps", mean, -9 <= round(mean) <= -6, source, error))
    return rows


def study_symmetry(study, slopes, seeds, inputs):
    """Algorithm -> errors (spread 0 and 0.5, slopes, seeds)."""
    return {kind: np.array([[ends(replace(FLAT, slope=slope, reference_std=spread), kind, inputs, seeds)
                             for slope in slopes] for spread in (0.0, 0.5)]) for kind in KINDS}  # fmt: skip


def study_others(study, seeds, inputs):
    for label, (task, kinds) in OTHERS.items():
        for kind in kinds:
            tasks = [replace(task, reference_std=spread) for spread in SPREADS]
            found = [mean_and_error(ends(each, kind, inputs, seeds)) for each in tasks]
            beside = " / ".join(f"{value:g}" for value in PUBLISHED[kind]) if task.states == 20 else "none in the table"
            values = " / ".join(f"{mean:.1f}({error:.1f})" for mean, error in found)
            study.check(told(f"{label}: {ALGORITHMS[kind]}, sigma 0, 0.5, 1", values, beside, source=SOURCE))


if __name__ == "__main__":
    main(figure, __doc__, ("seeds", "medium"))
