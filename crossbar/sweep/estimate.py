"""What a sweep will take, before it begins: the first samples of a point of each class are measured."""

import json
import sys
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from time import perf_counter
from typing import Any, NamedTuple

import numpy as np

from crossbar import recording
from crossbar.errors import CrossbarError
from crossbar.experiment_spec import Experiment
from crossbar.sweep.points import Points
from crossbar.sweep.task import Task, agree, code, columns, data_of, ready
from crossbar.trainer import Trainer

SAMPLES, TESTS = 2048, 512  # measured of each class
OVERHEAD = 0.02  # seconds a point costs beside its samples: building the network, the record
ANEW = 3  # of a record: what an epoch's figures take beside the numbers of epoch 0, which are short
SAME = ("seed", "algorithm.learning_rate", "algorithm.transfer_rate")  # what never changes the class

Class = tuple[int, ...]


class Classes:
    """Points of one class need the same code, data and number of samples: an axis counts only if it changes those.

    So 10^5 points are told apart without making each of them.
    """

    def __init__(self, points: Points) -> None:
        self._points, self._shape = points, points.plan.shape
        self._seen: list[dict[str, int]] = [{} for _ in self._shape]
        self._kinds: list[dict[int, int]] = [{} for _ in self._shape]

    def of(self, number: int) -> Class:
        place = np.unravel_index(number, self._shape)
        return tuple(self._kind(axis, int(n)) for axis, n in enumerate(place))

    def _kind(self, axis: int, n: int) -> int:
        """The class of a value of an axis, the others at their first; one that cannot be made so is its own."""
        if all(key in SAME for key in self._points.plan.axes[axis]):
            return 0
        if n not in self._kinds[axis]:
            stride = int(np.prod(self._shape[axis + 1 :], dtype=np.int64))
            try:
                key = _cost(self._points.spec(n * stride))
            except CrossbarError:
                key = f"value {n}"
            self._kinds[axis][n] = self._seen[axis].setdefault(key, len(self._seen[axis]))
        return self._kinds[axis][n]


def _cost(spec: Experiment) -> str:
    """Specs of equal text take about as long."""
    return json.dumps([code(spec), spec.network.sizes, spec.data.model_dump(), spec.epochs, spec.batch_size,
                       spec.evaluation.model_dump(), spec.periphery.model_dump()])  # fmt: skip


class Measure(NamedTuple):
    """Of one point: seconds of a core, bytes of its network, of its record, and of the process that measured it."""

    seconds: float
    network: int
    record: float
    process: float


@dataclass(frozen=True)
class Estimate:
    """points to be computed; seconds of one core for all of them, and by the clock on `workers` workers; bytes of
    memory a worker takes, and on disk.  by_class: seconds a point of each class.  unknown: points of classes that could
    not be measured; they are taken for as long as the longest of the others."""

    points: int
    core_seconds: float
    workers: int
    memory: float
    disk: float
    by_class: dict[Class, float]
    unknown: int = 0

    @property
    def seconds(self) -> float:
        return self.core_seconds / max(self.workers, 1)

    def lines(self) -> Iterator[str]:
        many = "s" * (self.workers != 1)
        if self.by_class and self.unknown < self.points:
            yield (f"estimate: {self.points} points, {time(self.core_seconds)} of one core, {time(self.seconds)} on "
                   f"{self.workers} worker{many}; {size(self.memory)} of memory a worker, {size(self.disk)} on disk")
        if self.unknown:
            yield f"estimate: nothing is known of {self.unknown} points, which could not be measured"


def estimate(points: Points, pending: Sequence[int], classes: Classes, engine: Any) -> Estimate:
    """Lets the workers measure the first samples of a point of each class, which also compiles what they need.

    Pulses get fewer as a network learns, so it is an upper estimate of most trainings.
    """
    counts = Counter(classes.of(number) for number in pending)
    first: dict[Class, int] = {}
    for number in pending:
        first.setdefault(classes.of(number), number)
    found = dict(zip(first, engine.measure([points.task(number) for number in first.values()]), strict=True))
    known = {kind: each for kind, each in found.items() if each}
    longest = max((each.seconds for each in known.values()), default=1.0)
    seconds = {kind: known[kind].seconds if kind in known else longest for kind in counts}
    kept = 2.2 if points.plan.trajectories else 0.0
    return Estimate(
        len(pending), sum(n * seconds[kind] for kind, n in counts.items()), max(min(engine.workers, len(pending)), 1),
        max((each.process for each in known.values()), default=0.0),
        sum(counts[kind] * (each.record + kept * each.network) for kind, each in known.items()),
        seconds, sum(n for kind, n in counts.items() if kind not in known),
    )  # fmt: skip


def measure(task: Task, asked_by: str) -> Measure | None:
    """What a worker does first; None where the point cannot even begin, which its own turn will tell."""
    agree(asked_by)
    try:
        return _measure(task)
    except Exception:  # the same will be the reason of the point's failure
        return None


def _measure(task: Task) -> Measure:
    spec = task.spec
    data = data_of(spec, task.data_dir)
    trainer = Trainer(spec, data)
    ready(trainer)
    network, n, m = trainer.network, min(SAMPLES, len(data.train_x)), min(TESTS, len(data.test_x))
    n -= n % spec.batch_size
    row = recording.epoch_row(network, trainer.judge())
    start = perf_counter()
    network.train(data.train_x, data.train_t, np.arange(n, dtype=np.int64), 0, np.zeros(2))
    trained = (perf_counter() - start) / n
    start = perf_counter()
    network.evaluate(data.test_x[:m], data.test_t[:m], "evaluate test", 1)
    judged = (perf_counter() - start) / m
    tests = len(data.test_x) + spec.evaluation.train_samples
    seconds = spec.epochs * trained * len(data.train_x) + (spec.epochs + 1) * judged * tests + OVERHEAD
    record = ANEW * len(json.dumps(columns([row]))) * (spec.epochs + 1) + 2000
    return Measure(seconds, sum(a.nbytes for a in network.state_arrays().values()), record, process_bytes())


def process_bytes() -> float:
    """The most memory this process has held."""
    try:
        from resource import RUSAGE_SELF, getrusage
    except ImportError:
        return 0.0
    return float(getrusage(RUSAGE_SELF).ru_maxrss) * (1 if sys.platform == "darwin" else 1024)


def time(seconds: float) -> str:
    """1.2 s, 3 min 20 s, 2 h 05 min."""
    if seconds < 60:
        return f"{seconds:.1f} s" if seconds < 10 else f"{seconds:.0f} s"
    minutes = int(seconds // 60)
    return f"{minutes} min {seconds % 60:.0f} s" if minutes < 60 else f"{minutes // 60} h {minutes % 60:02d} min"


def size(bytes_: float) -> str:
    for unit, scale in (("GB", 1e9), ("MB", 1e6)):
        if bytes_ >= scale:
            return f"{bytes_ / scale:.1f} {unit}"
    return f"{max(bytes_ / 1e3, 0.1):.1f} kB"
