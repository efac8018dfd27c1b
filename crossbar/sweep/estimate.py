"""What a sweep will take, before it begins: the first samples of one point of each class are measured here."""

import json
import sys
from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from time import perf_counter
from typing import Any

import numpy as np

from crossbar import recording
from crossbar.errors import CrossbarError
from crossbar.experiment_spec import Experiment
from crossbar.sweep.points import Points
from crossbar.sweep.task import code, columns, data_of, ready
from crossbar.trainer import Trainer

SAMPLES, TESTS = 2048, 512  # measured of each class
OVERHEAD = 0.02  # seconds a point costs beside its samples: building the network, the record
ANEW = 3  # of a record: what an epoch's figures take beside the numbers of epoch 0, which are short

Class = tuple[int, ...]


class Classes:
    """Points of one class need the same code, data and number of samples: an axis counts only if it changes those.

    So 10^5 points are told apart without making each of them.
    """

    def __init__(self, points: Points) -> None:
        self._shape = points.plan.shape
        self._kinds = [self._axis(points, n) for n in range(len(self._shape))]

    def of(self, number: int) -> Class:
        place = np.unravel_index(number, self._shape)
        return tuple(kinds[n] for kinds, n in zip(self._kinds, place, strict=True))

    def _axis(self, points: Points, axis: int) -> list[int]:
        """The class of each value of an axis, the others at their first; one that cannot be made so is its own."""
        stride = int(np.prod(self._shape[axis + 1 :], dtype=np.int64))
        seen: dict[str, int] = {}
        kinds = []
        for n in range(self._shape[axis]):
            try:
                key = _cost(points.spec(n * stride))
            except CrossbarError:
                key = f"value {n}"
            kinds.append(seen.setdefault(key, len(seen)))
        return kinds


def _cost(spec: Experiment) -> str:
    """Specs of equal text take about as long."""
    return json.dumps([code(spec), spec.network.sizes, spec.data.model_dump(), spec.epochs, spec.batch_size,
                       spec.evaluation.model_dump(), spec.periphery.model_dump()])  # fmt: skip


@dataclass(frozen=True)
class Estimate:
    """points to be computed; seconds of one core for all of them, and by the clock on `workers` workers; bytes of
    memory a worker takes, and on disk.  by_class: seconds a point of each class."""

    points: int
    core_seconds: float
    workers: int
    memory: float
    disk: float
    by_class: dict[Class, float]

    @property
    def seconds(self) -> float:
        return self.core_seconds / max(self.workers, 1)

    def lines(self) -> list[str]:
        return [f"estimate: {self.points} points, {time(self.core_seconds)} of one core, {time(self.seconds)} on "
                f"{self.workers} worker{'s' * (self.workers != 1)}; {size(self.memory)} of memory a worker, "
                f"{size(self.disk)} on disk"]  # fmt: skip


def estimate(points: Points, pending: Sequence[int], classes: Classes, workers: int,
             on_class: Callable[[str], Any] | None = None) -> Estimate:  # fmt: skip
    """Measures the first samples of a point of each class; pulses get fewer as a network learns, so it is an upper
    estimate of most trainings.  Compiles what the points need: nobody else has to."""
    counts = Counter(classes.of(number) for number in pending)
    first: dict[Class, int] = {}
    for number in pending:
        first.setdefault(classes.of(number), number)
    seconds, memory, disk = {}, 0, 0.0
    for kind, number in first.items():
        spec = points.spec(number)
        if on_class:
            on_class(f"measuring {len(seconds) + 1} of {len(first)} kinds of points")
        seconds[kind], network, record = _measure(spec, points)
        memory = max(memory, network)
        disk += counts[kind] * (record + (2.2 * network if points.plan.trajectories else 0))
    total = sum(counts[kind] * seconds[kind] for kind in counts)
    return Estimate(len(pending), total, workers, memory + _process(), disk, seconds)


def _measure(spec: Experiment, points: Points) -> tuple[float, int, float]:
    """Seconds a point takes, bytes of its network, bytes of its record."""
    data = data_of(spec, points.home(spec))
    trainer = Trainer(spec, data)
    ready(trainer)
    network, n, m = trainer.network, min(SAMPLES, len(data.train_x)), min(TESTS, len(data.test_x))
    n -= n % spec.batch_size
    row = recording.epoch_row(network, trainer.judge())
    start = perf_counter()
    network.train(data.train_x, data.train_t, np.arange(n, dtype=np.int64), 0, np.zeros(2))
    trained = perf_counter() - start
    start = perf_counter()
    network.evaluate(data.test_x[:m], data.test_t[:m], "evaluate test", 1)
    judged = (perf_counter() - start) / m
    tests = len(data.test_x) + spec.evaluation.train_samples
    epochs = spec.epochs * (trained / n * len(data.train_x)) + (spec.epochs + 1) * judged * tests
    record = ANEW * len(json.dumps(columns([row]))) * (spec.epochs + 1) + 2000
    return epochs + OVERHEAD, sum(a.nbytes for a in network.state_arrays().values()), record


def _process() -> float:
    """The most memory this process has held: about what a worker with the same data takes."""
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
