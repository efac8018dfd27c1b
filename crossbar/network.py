"""`MLP`: tiles one behind the other, trained by the compiled epoch or step by step from Python, to the same bits."""

from collections.abc import Sequence
from itertools import pairwise
from typing import Any, NamedTuple, Self

import numpy as np

from crossbar.algorithms import AnyAlgorithm
from crossbar.crew import Crew
from crossbar.errors import DataError, SpecError
from crossbar.experiment_spec import Experiment
from crossbar.keeping import NOTHING, Kept
from crossbar.layers import Bias, Tile, checked_places, checked_step, numbers
from crossbar.periphery import Periphery, Read
from crossbar.pulses import Pulses
from crossbar.sections import Clock
from crossbar.seeds import key
from crossbar.site import knobs

HIDDEN = ("sigmoid", "tanh", "relu")  # as numbered in kernels.activations
LOSSES = ("cross_entropy", "mean_square")


class Score(NamedTuple):
    """Mean loss and share of samples whose largest output is the largest target."""

    loss: float
    accuracy: float


class MLP:
    """A multilayer perceptron, one tile a layer.

    sizes: inputs, hidden units, outputs.  Targets are rows of numbers, one-hot for classes.  The output error is
    softmax(y) - t for cross_entropy, y - t for mean_square (linear output).  probes: cells (layer, row, column)
    followed at every sample, up to `samples` (or `batch_size`) of them a call of `train`.  threads: how many share the
    work of a call on arrays of 2^20 cells or more, to the same bits.  clock, kept: as of Tile.
    Raises SpecError (sizes, names or probes out of range), DataError (samples of the wrong shape or type).
    """

    def __init__(
        self,
        sizes: Sequence[int],
        algorithm: AnyAlgorithm,
        *,
        hidden: str = "sigmoid",
        loss: str = "cross_entropy",
        bias: Bias = "analog",
        pulses: Pulses | None = None,
        periphery: Periphery | None = None,
        seed: int = 0,
        dtype: str = "float32",
        batch_size: int = 1,
        probes: Sequence[tuple[int, int, int]] = (),
        samples: int = 0,
        threads: int = 1,
        clock: Clock = Clock(),  # noqa: B008 - frozen
        kept: Kept = NOTHING,
    ) -> None:
        self.seed, self.batch_size = seed, batch_size
        self.hidden, self.loss = _number("hidden", hidden, HIDDEN), _number("loss", loss, LOSSES)
        sizes = _checked_sizes(sizes)
        cells = _check_probes(sizes, probes)
        self.crew = Crew("MLP", threads)
        self.tiles = tuple(
            Tile(
                n_in, n_out, algorithm, pulses=pulses, periphery=periphery, bias=bias, seed=seed, layer=layer,
                dtype=dtype, batch=batch_size, samples=samples, threads=self.crew, clock=clock, kept=kept,
                probes=tuple((row, col) for where, row, col in cells if where == layer),
            )
            for layer, (n_in, n_out) in enumerate(pairwise(sizes))
        )  # fmt: skip
        self.crew.check("MLP", max(tile.state.tile.c.w.size for tile in self.tiles))
        self.stream = self.tiles[0].stream

    @classmethod
    def of(cls, spec: Experiment, samples: int = 0) -> Self:
        """The network of an experiment; `samples`: the most samples of one call, where cells are probed."""
        return cls(
            spec.network.sizes, spec.algorithm, hidden=spec.network.hidden, loss=spec.network.loss,
            bias=spec.network.bias, pulses=spec.pulses if spec.algorithm.pulsed else None, periphery=spec.periphery,
            seed=spec.seed, dtype=spec.dtype,
            batch_size=spec.batch_size, probes=[(p.layer, p.row, p.col) for p in spec.record.probes], samples=samples,
            threads=spec.threads, clock=spec.clock, kept=spec.kept,
        )  # fmt: skip

    @property
    def layers(self) -> tuple[Any, ...]:
        """The state that the compiled loops work on."""
        return tuple(tile.state for tile in self.tiles)

    def set_rates(self, *factors: float) -> None:
        """Rates = those of the spec times the factors (learning rate, transfer rate)."""
        for tile in self.tiles:
            rates = tile.state.tile.rates
            rates[:] = np.array(tile.algorithm.rates) * factors[: len(rates)]

    def train(self, x: Any, t: Any, order: np.ndarray, step: int, totals: np.ndarray) -> None:
        """The compiled epoch over samples x[order], the first of which is number `step` of the training.

        x: (samples, n_in), t: (samples, n_out), finite, of the network's dtype (other types are converted as a whole);
        adds the loss and the hits before each update to totals, float64 (2,).
        """
        from kernels.epoch import train

        xs, ts = self._samples(x, t)
        places = self._order(order, len(xs))
        first, n = checked_step(step, len(places), "MLP.train: step"), len(places)
        with self.crew.at_work():
            train(
                self.layers, xs, ts, places, 0, n, self.batch_size, first, self.stream, self.hidden, self.loss, totals
            )

    def train_composed(self, x: Any, t: Any, step: int = 0) -> np.ndarray:
        """The same as `train` for one mini-batch, from tiles and Python: the losses of its samples."""
        signals, errors, losses = self._there_and_back(x, t, step)
        for tile, signal, error in zip(self.tiles, signals, errors, strict=True):
            tile.update(signal, error, step)
        return losses

    def signals(self, x: Any, t: Any, step: int = 0) -> tuple[list[np.ndarray], list[np.ndarray]]:
        """What the layers would learn from in a mini-batch: inputs (samples, n_in) and errors (samples, n_out) of each.

        Read by the periphery, without the bias; the weights stay as they are.
        """
        return self._there_and_back(x, t, step)[:2]

    def _there_and_back(self, x: Any, t: Any, step: int) -> tuple[list[np.ndarray], list[np.ndarray], np.ndarray]:
        """Inputs and errors of each layer, and the loss of each sample."""
        from kernels.epoch import error_batch, slope_batch

        signals, y = self._ahead(x, step)
        targets = self._targets(t, len(y))
        d, losses = np.zeros_like(y), np.zeros(len(y))
        error_batch(self.loss, d, y, targets, losses)
        errors = [d]
        for tile, signal in zip(self.tiles[:0:-1], signals[:0:-1], strict=True):
            e = tile.backward(errors[0], step)
            slope = np.zeros_like(e)
            slope_batch(self.hidden, slope, e, signal)
            errors.insert(0, slope)
        return signals, errors, losses

    def forward(self, x: Any, step: int | None = None) -> np.ndarray:
        """Outputs before the softmax, (n_out,) or (batch, n_out).

        step: number of the first read, for its random numbers; None: reads are counted.
        """
        y = self._ahead(x, max(tile.reads for tile in self.tiles) if step is None else step)[1]
        return y[0] if np.asarray(x).ndim == 1 else y

    def evaluate(self, x: Any, t: Any, name: str = "evaluate", epoch: int = 0, ideal: bool = False) -> Score:
        """Loss and accuracy over x through the periphery, or with exact reads; counters stay as they are.

        x: (samples, n_in), t: (samples, n_out).  (name, epoch) address the noise of these reads, so that no
        evaluation moves the training.
        """
        from kernels import build
        from kernels.epoch import evaluate

        xs, ts = self._samples(x, t)
        layers = tuple(_exact(layer) for layer in self.layers) if ideal else self.layers
        kept = [layer.forward.stats.copy() for layer in self.layers]
        totals = np.zeros(2)
        stream = build.stream(*key(self.seed, name, epoch))
        with self.crew.at_work():
            evaluate(layers, xs, ts, 0, len(xs), stream, self.hidden, self.loss, totals)
        for layer, stats in zip(self.layers, kept, strict=True):
            layer.forward.stats[:] = stats
        return Score(*(totals / max(len(xs), 1)).tolist())

    def compile(self) -> None:
        """Compiles, or fetches from the disk cache, what training and evaluation need."""
        x, t = (np.zeros((0, n), self.tiles[0].dtype) for n in (self.tiles[0].n_in, self.tiles[-1].n_out))
        self.train(x, t, np.zeros(0, np.int64), 0, np.zeros(2))
        self.evaluate(x, t)

    def state_arrays(self) -> dict[str, np.ndarray]:
        """What a checkpoint holds, by name."""
        return {
            f"layer{n}.{name}": value
            for n, tile in enumerate(self.tiles)
            for name, value in tile.state_arrays().items()
        }

    def restore(self, arrays: dict[str, np.ndarray]) -> None:
        """Puts back what `state_arrays` gave.  DataError: not the state of this network."""
        own = self.state_arrays()
        wrong = list(own.keys() ^ arrays.keys()) or [
            k for k in own if (own[k].shape, own[k].dtype) != (arrays[k].shape, arrays[k].dtype)
        ]
        if wrong:
            raise DataError(
                f"MLP.restore: the arrays must be those of a network of the same spec (got another {min(wrong)}); "
                f"restore into a network of the spec that was saved."
            )
        for name, value in arrays.items():
            own[name][...] = value

    def _ahead(self, x: Any, step: int) -> tuple[list[np.ndarray], np.ndarray]:
        from kernels.epoch import activate_batch

        signals = [np.atleast_2d(np.asarray(x, self.tiles[0].dtype))]
        y = self.tiles[0].forward(signals[0], step)
        for tile in self.tiles[1:]:
            signals.append(np.zeros_like(y))
            activate_batch(self.hidden, signals[-1], y)
            y = tile.forward(signals[-1], step)
        return signals, y

    def _targets(self, t: Any, rows: int) -> np.ndarray:
        values = np.atleast_2d(numbers(t, self.tiles[0].dtype, "MLP: targets"))
        return self._shaped(values, rows, self.tiles[-1].n_out, "targets")

    def _samples(self, x: Any, t: Any) -> tuple[np.ndarray, np.ndarray]:
        """x and t as the compiled loops take them, which check nothing themselves; NaN is not looked for."""
        dtype = self.tiles[0].dtype
        xs, ts = np.asarray(x, dtype), np.asarray(t, dtype)
        width = self.tiles[0].n_in
        if xs.ndim != 2:
            raise DataError(f"MLP: samples must be (samples, {width}), a row a sample (got shape {xs.shape}).")
        return self._shaped(xs, len(xs), width, "samples"), self._shaped(ts, len(xs), self.tiles[-1].n_out, "targets")

    @staticmethod
    def _shaped(values: np.ndarray, rows: int, width: int, who: str) -> np.ndarray:
        if values.shape != (rows, width):
            raise DataError(f"MLP: {who} must be {rows} x {width}, a row a sample (got shape {values.shape}).")
        return np.require(values, requirements=["C", "W"])

    def _order(self, order: Any, samples: int) -> np.ndarray:
        places = np.ascontiguousarray(order, np.int64)
        if places.ndim != 1 or (len(places) and not 0 <= places.min() <= places.max() < samples):
            raise DataError(f"MLP.train: order must be a list of numbers from 0 to {samples - 1} (got others).")
        probes = [tile.arrays["c"].probe for tile in self.tiles]
        room = min((len(probe.log) for probe in probes if len(probe.cells)), default=len(places))
        if len(places) > room:
            raise SpecError(f"MLP: samples must be at least {len(places)}, those of one call, where cells are probed "
                            f"(got {room}).")  # fmt: skip
        return places

    def __repr__(self) -> str:
        sizes = [self.tiles[0].n_in, *(tile.n_out for tile in self.tiles)]
        return f"<MLP {'-'.join(map(str, sizes))}, {self.tiles[0].algorithm.kind}>"


def compilations() -> int:
    """Loops of training and evaluation that this process has begun to compile; those found on disk do not count."""
    from kernels.epoch import evaluate, train

    loops = [loop for loop in (train, evaluate) if hasattr(loop, "stats")]  # interpreted ones have none
    return sum(sum(loop.stats.cache_misses.values()) for loop in loops)


def _exact(layer: Any) -> Any:
    reader = layer.forward
    return layer._replace(forward=reader._replace(knobs=knobs(Read.ideal(), layer.y.dtype.name)))


def _number(name: str, value: Any, known: tuple[str, ...]) -> int:
    """The number by which the kernels know a choice."""
    if value not in known:
        raise SpecError(f"MLP: {name} must be {', '.join(known[:-1])} or {known[-1]} (got {value}).")
    return known.index(value)


def _checked_sizes(sizes: Any) -> tuple[Any, ...]:
    """The sizes as a tuple of two or more; the tiles look at each."""
    listed = tuple(sizes) if isinstance(sizes, Sequence) or np.ndim(sizes) else ()
    if len(listed) < 2:
        raise SpecError(f"MLP: sizes must be two numbers or more, inputs, hidden units, outputs (got {sizes}).")
    return listed


def _check_probes(sizes: Sequence[int], probes: Any) -> tuple[Any, ...]:
    places = checked_places("MLP", probes, ("layer", "row", "column"))
    for place in places:
        if not 0 <= place[0] < len(sizes) - 1:
            raise SpecError(f"MLP: probes must lie within {len(sizes) - 1} layers, from 0 (got {place}).")
    return places
