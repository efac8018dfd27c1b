"""`MLP`: tiles one behind the other, trained by the compiled epoch or step by step from Python, to the same bits."""

from collections.abc import Sequence
from itertools import pairwise
from typing import Any, NamedTuple, Self

import numpy as np

from crossbar.algorithms import AnyAlgorithm
from crossbar.errors import DataError
from crossbar.experiment_spec import Experiment
from crossbar.layers import Bias, Tile
from crossbar.periphery import Periphery, Read
from crossbar.pulses import Pulses
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
    softmax(y) - t for cross_entropy, y - t for mean_square (linear output).
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
    ) -> None:
        self.seed, self.batch_size = seed, batch_size
        self.hidden, self.loss = HIDDEN.index(hidden), LOSSES.index(loss)
        self.tiles = tuple(
            Tile(
                n_in, n_out, algorithm, pulses=pulses, periphery=periphery, bias=bias, seed=seed, layer=layer,
                dtype=dtype, batch=batch_size, samples=samples,
                probes=tuple((row, col) for where, row, col in probes if where == layer),
            )
            for layer, (n_in, n_out) in enumerate(pairwise(sizes))
        )  # fmt: skip
        self.stream = self.tiles[0].stream

    @classmethod
    def of(cls, spec: Experiment, samples: int = 0) -> Self:
        """The network of an experiment; `samples`: the most samples of one call, where cells are probed."""
        return cls(
            spec.network.sizes, spec.algorithm, hidden=spec.network.hidden, loss=spec.network.loss,
            bias=spec.network.bias, pulses=spec.pulses, periphery=spec.periphery, seed=spec.seed, dtype=spec.dtype,
            batch_size=spec.batch_size, probes=[(p.layer, p.row, p.col) for p in spec.record.probes], samples=samples,
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

        x: (samples, n_in), t: (samples, n_out), of the network's dtype; adds loss and hits to totals (2,).
        """
        from kernels.epoch import train

        train(
            self.layers, x, t, order, 0, len(order), self.batch_size, step, self.stream, self.hidden, self.loss, totals
        )

    def train_composed(self, x: Any, t: Any, step: int = 0) -> np.ndarray:
        """The same as `train` for one mini-batch, from tiles and Python: the losses of its samples."""
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
        for tile, signal, error in zip(self.tiles, signals, errors, strict=True):
            tile.update(signal, error, step)
        return losses

    def forward(self, x: Any, step: int = 0) -> np.ndarray:
        """Outputs before the softmax, (n_out,) or (batch, n_out)."""
        y = self._ahead(x, step)[1]
        return y[0] if np.asarray(x).ndim == 1 else y

    def evaluate(self, x: Any, t: Any, name: str = "evaluate", epoch: int = 0, ideal: bool = False) -> Score:
        """Loss and accuracy over x through the periphery, or with exact reads; counters stay as they are.

        (name, epoch) address the noise of these reads, so that no evaluation moves the training.
        """
        from kernels import build
        from kernels.epoch import evaluate

        layers = tuple(_exact(layer) for layer in self.layers) if ideal else self.layers
        kept = [layer.forward.stats.copy() for layer in self.layers]
        totals = np.zeros(2)
        stream = build.stream(*key(self.seed, name, epoch))
        evaluate(layers, x, t, 0, len(x), stream, self.hidden, self.loss, totals)
        for layer, stats in zip(self.layers, kept, strict=True):
            layer.forward.stats[:] = stats
        return Score(*(totals / max(len(x), 1)).tolist())

    def compile(self) -> None:
        """Compiles, or fetches from the disk cache, what training and evaluation need."""
        x, t = (np.zeros((0, n), self.tiles[0].dtype) for n in (self.tiles[0].n_in, self.tiles[-1].n_out))
        self.train(x, t, np.zeros(0, np.int64), 0, np.zeros(2))
        self.evaluate(x, t)

    def state_arrays(self) -> dict[str, np.ndarray]:
        """What a checkpoint holds, by name."""
        return {
            f"layer{n}.{name}": value for n, tile in enumerate(self.tiles) for name, value in tile.state_arrays().items()
        }

    def restore(self, arrays: dict[str, np.ndarray]) -> None:
        """Puts back what `state_arrays` gave.  DataError: not the state of this network."""
        own = self.state_arrays()
        if own.keys() != arrays.keys() or any(own[k].shape != arrays[k].shape for k in own):
            raise DataError("MLP.restore: the arrays must be those of a network of the same spec (got others).")
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
        targets = np.ascontiguousarray(np.atleast_2d(np.asarray(t, self.tiles[0].dtype)))
        if targets.shape != (rows, self.tiles[-1].n_out):
            raise DataError(
                f"MLP: targets must be {rows} x {self.tiles[-1].n_out}, a row a sample (got shape {targets.shape})."
            )
        return targets

    def __repr__(self) -> str:
        sizes = [self.tiles[0].n_in, *(tile.n_out for tile in self.tiles)]
        return f"<MLP {'-'.join(map(str, sizes))}, {self.tiles[0].algorithm.kind}>"


def _exact(layer: Any) -> Any:
    reader = layer.forward
    return layer._replace(forward=reader._replace(knobs=knobs(Read.ideal(), layer.y.dtype.name)))
