"""One training sample of lee2022 in U with and without spreads, from cell to cell (d2d) and cycle to cycle (c2c)."""

import numpy as np

from crossbar.algorithms import TikiTaka
from crossbar.bench.course import Course, in_turns, mean_in_time, sizes_of_chunks
from crossbar.bench.devices import device
from crossbar.bench.figure import Figure
from crossbar.bench.images import Images, images
from crossbar.bench.plan import Plan
from crossbar.bench.samples import KINDS, lee2022
from crossbar.bench.unit import Unit
from crossbar.experiment_spec import Experiment

VARIANTS = {"equal": (False, False), "c2c": (False, True), "d2d": (True, False), "d2d_c2c": (True, True)}


def variant(kind: str, d2d: bool, c2c: bool) -> Experiment:
    spec, cells = lee2022(kind), device(d2d, c2c)
    given = {"a": cells, "c": cells} if isinstance(spec.algorithm, TikiTaka) else {"c": cells}
    return spec.replace(algorithm=spec.algorithm.replace(**given))


def measure(plan: Plan) -> list[Figure]:
    found, unit, samples = images(plan), Unit(), plan.short
    found = Images(found.x[:samples], found.t[:samples], found.what)
    sizes = sizes_of_chunks(len(found.x), 1, plan.chunk // 2)
    taken: dict[str, list[np.ndarray]] = {}
    for _ in range(plan.courses):
        courses = {
            f"{kind}.{name}": Course(variant(kind, *spreads), found, plan.chunk // 2)
            for kind in KINDS for name, spreads in VARIANTS.items()
        }  # fmt: skip
        for name, (seconds, _, units) in in_turns(courses, len(sizes), unit, plan).items():
            taken.setdefault(name, []).append(seconds / units)
    note = f"{found.what.split(',')[0]}, first {len(found.x)} samples of the training"
    return [_figure(name, ratios, sizes, note) for name, ratios in taken.items()]


def _figure(name: str, ratios: list[np.ndarray], sizes: np.ndarray, note: str) -> Figure:
    low, middle, high = mean_in_time(ratios, sizes).tolist()
    return Figure(f"short_sample_u.{name}", middle, "U", low, high, len(ratios), note)
