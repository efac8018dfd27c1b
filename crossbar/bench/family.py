"""One training sample of every algorithm in U, and over one of Tiki-Taka: the devices and rates of lee2022.

Transfers of the row-by-row algorithms move one row a sample, as Tiki-Taka does; a buffer gets 40 A, as many pulses as
the transfer rate 0.04 asks with steps of 0.001.  Hamiltonian descent and residual learning move every row.
"""

from typing import Any

import numpy as np

from crossbar.bench.course import Course, in_turns, mean_in_time, sizes_of_chunks
from crossbar.bench.figure import Figure
from crossbar.bench.images import Images, images
from crossbar.bench.plan import Plan
from crossbar.bench.unit import Unit
from crossbar.experiment_spec import Experiment
from crossbar.presets import preset

BUFFERED: dict[str, Any] = {"learning_rate": 0.02, "buffer_rate": 40.0}
FAMILY: dict[str, dict[str, Any]] = {
    "tiki_taka": {}, "sgd": {"learning_rate": 0.01}, "ttv2": BUFFERED, "cttv2": BUFFERED, "agad": BUFFERED,
    "mixed_precision": {"learning_rate": 0.01}, "hamiltonian": {}, "residual": {"gamma": 0.1},
}  # fmt: skip


def experiment(kind: str, seed: int = 1) -> Experiment:
    """lee2022 with another algorithm; what the preset says of Tiki-Taka stays where it has a place."""
    said = {"kind": f'"{kind}"', **FAMILY[kind]}
    return preset("lee2022", [*(f"algorithm.{name}={value}" for name, value in said.items()), f"seed={seed}"])


def measure(plan: Plan) -> list[Figure]:
    found, unit = images(plan), Unit()
    found = Images(found.x[: plan.short], found.t[: plan.short], found.what)
    sizes = sizes_of_chunks(len(found.x), 1, plan.chunk // 2)
    taken: dict[str, list[np.ndarray]] = {kind: [] for kind in FAMILY}
    over: dict[str, list[np.ndarray]] = {kind: [] for kind in FAMILY}
    for seed in range(1, plan.courses + 1):
        courses = {kind: Course(experiment(kind, seed), found, plan.chunk // 2) for kind in FAMILY}
        turns = in_turns(courses, len(sizes), unit, plan)
        for kind, (_, own, units) in turns.items():
            taken[kind].append(own / units)
            over[kind].append(own / turns["tiki_taka"][1])
    note = f"{found.what.split(',')[0]}, first {len(found.x)} samples of the training, processor time"
    return [
        *(_figure(f"family_u.{kind}", "U", each, sizes, note) for kind, each in taken.items()),
        *(_figure(f"family_over_tiki_taka.{kind}", "1", each, sizes, note) for kind, each in over.items()),
    ]


def _figure(name: str, unit: str, repeats: list[np.ndarray], sizes: np.ndarray, note: str) -> Figure:
    low, middle, high = mean_in_time(repeats, sizes).tolist()
    return Figure(name, middle, unit, low, high, len(repeats), note)
