"""`Trainer`: an epoch, then another."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from time import perf_counter

import numpy as np

from crossbar.datasets import Dataset
from crossbar.errors import DataError, SpecError
from crossbar.events import Events
from crossbar.experiment_spec import Experiment
from crossbar.network import MLP, Score
from crossbar.seeds import generator

READS = ("forward", "backward", "transfer")
CHUNK = 2048  # samples between looks at Ctrl-C and the progress bar: about a tenth of a second
NOTHING = Score(float("nan"), float("nan"))


@dataclass(frozen=True)
class Epoch:
    """What one epoch did.  Number 0 is the state before the training."""

    number: int
    train: Score  # while learning: before each sample's update
    test: Score
    judged: Score  # training samples after the epoch (evaluation.train_samples); NaN without
    samples: int
    rates: tuple[float, ...]
    seconds: float  # training only: no compilation, no evaluation
    seconds_evaluation: float
    counts: list[dict[str, np.ndarray]]  # what the counters of each layer gained in this epoch (Tile.counters)
    probes: list[dict[str, np.ndarray]] = field(default_factory=list)  # a layer each: array -> (samples, cells, 2)

    @property
    def pulses_per_sample(self) -> float:
        """Pulses on all arrays, both directions, a sample."""
        gained = [counts for layer in self.counts for name, counts in layer.items() if name not in READS]
        return sum(int(counts[:2].sum()) for counts in gained) / self.samples if self.samples else 0.0


Progress = Callable[[int, int, int], None]  # epoch, samples done, samples in all


class Trainer:
    """Trains the network of an experiment on a data set; iterate over it for one `Epoch` after another.

    network: one made by MLP.of(spec), else it is made here.  after: epochs already done, when a run goes on.
    on_progress(epoch, samples done, samples): called between chunks.
    Raises SpecError (a spec that does not fit the data), DataError (data of another dtype, or not finite).
    """

    def __init__(
        self, spec: Experiment, data: Dataset, network: MLP | None = None, after: int = 0,
        on_progress: Progress | None = None,
    ) -> None:  # fmt: skip
        _check(spec, data)
        self.spec, self.data, self.done = spec, data, after
        self.chunk = max(CHUNK // spec.batch_size, 1) * spec.batch_size
        self.events: Events | None = None
        self.network = network or MLP.of(spec, self.chunk)
        self.on_progress = on_progress
        if spec.kept.logged:
            self.events = Events(self.network)

    def __iter__(self) -> Iterator[Epoch]:
        if self.done == 0:
            yield self.judge()
        while self.done < self.spec.epochs:
            yield self.epoch()

    def judge(self) -> Epoch:
        """The state before the training, as epoch 0."""
        test, judged, seconds = self._evaluate(0)
        nothing = [{name: 0 * value for name, value in layer.items()} for layer in self._counters()]
        return Epoch(0, NOTHING, test, judged, 0, self._set_rates(), 0.0, seconds, nothing, [])

    def epoch(self) -> Epoch:
        """One pass over the training data, then the evaluation."""
        rates = self._set_rates()
        before = self._counters()
        number, order, totals, logs = self.done + 1, self._order(), np.zeros(2), []
        start = perf_counter()
        for at, end in self._calls(len(order), self.done * len(order)):
            self._chunk(order[at:end], self.done * len(order) + at, totals)
            logs.append(self._probe_logs(end - at))
            if self.events:
                self.events.collect()
            if self.on_progress:
                self.on_progress(number, end, len(order))
        seconds = perf_counter() - start
        self.done = number
        test, judged, evaluating = self._evaluate(number)
        gained = [{k: v - old[k] for k, v in now.items()} for now, old in zip(self._counters(), before, strict=True)]
        train = Score(*(totals / len(order)).tolist())
        return Epoch(number, train, test, judged, len(order), rates, seconds, evaluating, gained, _joined(logs))

    def _calls(self, samples: int, first: int) -> Iterator[tuple[int, int]]:
        """From where to where each call of an epoch goes; shorter where single pulses are logged."""
        logged, at = self.spec.kept.logged, 0
        few = self.spec.kept.samples([rows * columns for rows, columns in self.spec.network.shapes])
        while at < samples:
            end = min(at + self.chunk, samples)
            if logged and first + at < logged[1] and first + end > logged[0]:
                end = min(at + few, end)
            yield at, end
            at = end

    def _chunk(self, order: np.ndarray, step: int, totals: np.ndarray) -> None:
        self.network.train(self.data.train_x, self.data.train_t, order, step, totals)

    def _order(self) -> np.ndarray:
        n = len(self.data.train_x)
        if not self.spec.shuffle:
            return np.arange(n, dtype=np.int64)
        return generator(self.spec.seed, "shuffle", self.done).permutation(n).astype(np.int64)

    def _set_rates(self) -> tuple[float, ...]:
        self.network.set_rates(*self.spec.schedule.factors(self.done))
        return tuple(self.network.tiles[0].state.tile.rates.tolist())

    def _evaluate(self, epoch: int) -> tuple[Score, Score, float]:
        start, data = perf_counter(), self.data
        ideal = self.spec.evaluation.weights == "ideal"
        n = self.spec.evaluation.train_samples
        test = self.network.evaluate(data.test_x, data.test_t, "evaluate test", epoch, ideal)
        judged = NOTHING
        if n:
            judged = self.network.evaluate(data.train_x[:n], data.train_t[:n], "evaluate train", epoch, ideal)
        return test, judged, perf_counter() - start

    def _counters(self) -> list[dict[str, np.ndarray]]:
        return [tile.counters() for tile in self.network.tiles]

    def _probe_logs(self, n: int) -> list[dict[str, np.ndarray]]:
        return [
            {name: array.probe.log[:n].copy() for name, array in tile.arrays.items() if len(array.probe.cells)}
            for tile in self.network.tiles
        ]


def _joined(logs: list[list[dict[str, np.ndarray]]]) -> list[dict[str, np.ndarray]]:
    """Chunks one behind the other, layer by layer."""
    return [
        {name: np.concatenate([chunk[layer][name] for chunk in logs]) for name in logs[0][layer]}
        for layer in range(len(logs[0]))
    ]


def _check(spec: Experiment, data: Dataset) -> None:
    _check_data(spec, data)
    (_, features), (samples, classes) = data.train_x.shape, data.train_t.shape
    sizes, last, log = spec.network.sizes, len(spec.network.sizes) - 1, spec.record.pulse_log
    rules = (
        (sizes[0] == features, "network.sizes.0", f"equal the features of {data.name}, {features}", sizes[0]),
        (sizes[-1] == classes, f"network.sizes.{last}", f"equal the classes of {data.name}, {classes}", sizes[-1]),
        (spec.batch_size <= samples, "batch_size", f"be <= {samples}, the training samples", spec.batch_size),
        (spec.evaluation.train_samples <= samples, "evaluation.train_samples", f"be <= {samples}, the training samples",
         spec.evaluation.train_samples),
        (not log or log.first < spec.epochs * samples, "record.pulse_log.first",
         f"be < {spec.epochs * samples}, the samples of the training", log and log.first),
        (spec.epochs * samples < 2**32, "epochs", f"be < 2^32 / {samples}, the room of the addresses of its samples",
         spec.epochs),
    )  # fmt: skip
    for holds, key, rule, got in rules:
        if not holds:
            raise SpecError(f"{key}: must {rule} (got {got}); change it, or take other data.")


def _check_data(spec: Experiment, data: Dataset) -> None:
    """What the compiled loops take on trust."""
    parts = {name: getattr(data, name) for name in ("train_x", "train_t", "test_x", "test_t")}
    for name, values in parts.items():
        if values.dtype != spec.dtype:
            raise DataError(f"{data.name}.{name}: must be {spec.dtype}, the dtype of the experiment "
                            f"(got {values.dtype}); load the data with that dtype.")  # fmt: skip
        if values.ndim != 2 or not len(values):
            raise DataError(f"{data.name}.{name}: must have a row for each sample (got shape {values.shape}).")
        if not np.isfinite(values).all():
            raise DataError(f"{data.name}.{name}: must be finite (got NaN or infinity); mend the data.")
