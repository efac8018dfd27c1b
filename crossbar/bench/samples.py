"""One training sample of lee2022 in U, for SGD and Tiki-Taka: the preset as it is, averaged over its first epochs."""

import numpy as np

from crossbar.bench.course import Course, in_turns, mean_in_time, sizes_of_chunks
from crossbar.bench.figure import Figure, counted, figure
from crossbar.bench.images import Images, images
from crossbar.bench.plan import Plan
from crossbar.bench.unit import Unit
from crossbar.experiment_spec import Experiment
from crossbar.presets import preset

KINDS = {"sgd": ["algorithm.kind=sgd", "algorithm.learning_rate=0.01"], "tiki_taka": []}


def lee2022(kind: str, seed: int = 1) -> Experiment:
    return preset("lee2022", [*KINDS[kind], f"seed={seed}"])


def measure(plan: Plan) -> list[Figure]:
    found, unit = images(plan), Unit()
    sizes = sizes_of_chunks(len(found.x), plan.epochs, plan.chunk)
    taken: dict[str, list[np.ndarray]] = {kind: [] for kind in KINDS}
    pulses = {}
    for seed in range(1, plan.courses + 1):
        courses = {kind: Course(lee2022(kind, seed), found, plan.chunk) for kind in KINDS}
        for kind, each in in_turns(courses, len(sizes), unit, plan).items():
            taken[kind].append(each)
            pulses[kind] = courses[kind].pulses_per_sample
    units = np.concatenate([1e6 * each[2] for kind in KINDS for each in taken[kind]])
    yours = [each for kind in KINDS for each in _of(kind, taken[kind], sizes, found, plan, pulses[kind])]
    return [figure("unit_us", "us", units, f"x @ W, W 785 x 256, {plan.products} products a look"), *yours]


def _of(
    kind: str, taken: list[np.ndarray], sizes: np.ndarray, found: Images, plan: Plan, pulses: float
) -> list[Figure]:
    ratios = [seconds / unit for seconds, _, unit in taken]
    own = [processor / unit for _, processor, unit in taken]
    per_epoch = len(sizes) // plan.epochs
    said = f"{found.what}, epochs 1 to {plan.epochs}" if plan.epochs > 1 else f"{found.what}, epoch 1"
    result = [
        _timed(f"sample_u.{kind}", "U", ratios, sizes, said),
        _timed(f"sample_cpu_u.{kind}", "U", own, sizes, f"{said}, processor time"),
        _timed(f"sample_us.{kind}", "us", [1e6 * seconds for seconds, _, _ in taken], sizes, said),
        counted(f"pulses_per_sample.{kind}", "pulses", pulses, said),
    ]
    for epoch in range(plan.epochs) if plan.epochs > 1 else ():
        at = slice(epoch * per_epoch, (epoch + 1) * per_epoch)
        here = f"{found.what}, epoch {epoch + 1}"
        result.append(_timed(f"sample_u_by_epoch.{kind}.{epoch + 1}", "U", [r[at] for r in ratios], sizes[at], here))
        if plan.data_dir and plan.images is None:
            whole = [seconds[at] * sizes[at].sum() for seconds, _, _ in taken]
            result.append(_timed(f"mnist_epoch_s.{kind}.{epoch + 1}", "s", whole, sizes[at], "training only"))
    return result


def _timed(name: str, unit: str, repeats: list[np.ndarray], weights: np.ndarray, note: str) -> Figure:
    low, middle, high = mean_in_time(repeats, weights).tolist()
    return Figure(name, middle, unit, low, high, len(repeats), note)
