"""The mean-field twin of a training run: what the experiment would do without chance.  docs/theory.md (11.3).

The same initial weights, devices, order of samples, rates, schedule and transfers; every update is its mean
(crossbar.analysis.mean_field), every read exact, every number float64, whatever the experiment says of these.
"""

from collections.abc import Iterator, Mapping
from typing import Any

import numpy as np

from crossbar.analysis.mean_field import mean_array
from crossbar.analysis.perceptron import activate, error, hits, slope
from crossbar.analysis.row_order import RowOrder
from crossbar.datasets import Dataset
from crossbar.errors import DataError, SpecError
from crossbar.experiment_spec import Experiment
from crossbar.layers import Tile
from crossbar.network import MLP
from crossbar.seeds import generator

Rates = tuple[float, float]  # learning rate, transfer rate


class MeanTile:
    """One layer in the mean field: array C, and under Tiki-Taka array A, on which gradients are collected."""

    def __init__(self, tile: Tile, spec: Experiment) -> None:
        algorithm = spec.algorithm
        writing = {"a": spec.pulses, "c": getattr(algorithm, "transfer_pulses", spec.pulses)}
        self.arrays = {name: mean_array(f"algorithm.{name}", getattr(algorithm, name), array, writing[name])
                       for name, array in tile.arrays.items()}  # fmt: skip
        self.c, self.a = self.arrays["c"], self.arrays.get("a")
        if self.a is not None:
            self.rows = RowOrder(algorithm, spec.seed, int(tile.state.index), len(self.a.w))
        self.gamma, self.every = getattr(algorithm, "gamma", 0.0), getattr(algorithm, "transfer_every", 1)
        self.kind, self.bias = tile.bias, np.zeros(tile.n_out)

    @property
    def weights(self) -> np.ndarray:
        """gamma A + C: what the network sees."""
        return self.c.w + self.gamma * self.a.w if self.a is not None and self.gamma else self.c.w

    def signals(self, h: np.ndarray) -> np.ndarray:
        """Inputs (samples, n_in) as the rows see them."""
        return np.hstack([h, np.ones((len(h), 1))]) if self.kind == "analog" else h

    def learn(self, x: np.ndarray, d: np.ndarray, rates: Rates, step: int) -> None:
        """What one sample does, number `step` of the training."""
        (self.c if self.a is None else self.a).learn(x, d, rates[0])
        if self.a is not None and (step + 1) % self.every == 0:
            rows = self.rows.take()
            self.c.learn_rows(rows, -self.a.w[rows], rates[1])
        if self.kind == "digital":
            self.bias -= rates[0] * d


class MeanField(Mapping[str, np.ndarray]):
    """A training in the mean field; arrays under the names of its trajectory: `twin["test_accuracy"]`.

    test_loss, test_accuracy, train_loss, train_accuracy, learning_rate, transfer_rate: (epochs + 1,), record 0 lies
    before the training.  layerN/weights_c, layerN/weights_a: (epochs + 1, n_in, n_out), layerN/bias without n_in.
    probes/weight_c, probes/weight_a, probes/gradient = x_i d_j: (samples, probes), of the cells in `record.probes`.
    """

    def __init__(self, spec: Experiment, data: Dataset) -> None:
        """Trains; as `mean_field_run`."""
        if spec.algorithm.kind not in ("sgd", "tiki_taka"):
            raise SpecError(f'mean field: algorithm.kind must be "sgd" or "tiki_taka" (got "{spec.algorithm.kind}"); '
                            f"the mean of the others is not known here.")  # fmt: skip
        network = MLP.of(spec, 2048)
        _check(spec, data)
        self.spec, self.tiles, self.steps = spec, [MeanTile(tile, spec) for tile in network.tiles], 0
        self.train = np.asarray(data.train_x, np.float64), np.asarray(data.train_t, np.float64)
        self.test = np.asarray(data.test_x, np.float64), np.asarray(data.test_t, np.float64)
        rows = [self._row(np.nan, np.nan, self._rates(0))]
        self.noted: list[list[np.ndarray]] = []
        rows += [self._epoch(done) for done in range(spec.epochs)]
        self._arrays = {name: np.array([row[name] for row in rows]) for name in rows[0]} | self._probes()

    def __getitem__(self, name: str) -> np.ndarray:
        if name not in self._arrays:
            raise SpecError(f"mean field: the name must be one of {', '.join(self._arrays)} (got {name}).")
        return self._arrays[name]

    def __iter__(self) -> Iterator[str]:
        return iter(self._arrays)

    def __len__(self) -> int:
        return len(self._arrays)

    def forward(self, x: np.ndarray) -> tuple[list[np.ndarray], np.ndarray]:
        """What the rows of every layer see, and the outputs.  x: (samples, n_in) of the network."""
        signals, y = [], x
        for n, tile in enumerate(self.tiles):
            signals.append(tile.signals(activate(self.spec.network.hidden, y) if n else y))
            y = signals[n] @ tile.weights + tile.bias
        return signals, y

    def backward(self, signals: list[np.ndarray], d: np.ndarray) -> list[np.ndarray]:
        """The errors at the outputs of every layer."""
        errors = [d]
        for n in range(len(self.tiles) - 1, 0, -1):
            e = errors[0] @ self.tiles[n].weights.T * slope(self.spec.network.hidden, signals[n])
            errors.insert(0, e[:, : len(self.tiles[n - 1].bias)])  # without the bias row
        return errors

    def _rates(self, done: int) -> Rates:
        (of_a, of_c), rates = self.spec.schedule.factors(done), self.spec.algorithm.rates
        return rates[0] * of_a, rates[-1] * of_c

    def _epoch(self, done: int) -> dict[str, Any]:
        (x, t), loss, right, rates = self.train, 0.0, 0, self._rates(done)
        shuffle = generator(self.spec.seed, "shuffle", done).permutation
        order = shuffle(len(x)) if self.spec.shuffle else np.arange(len(x))
        for start in range(0, len(x), self.spec.batch_size):
            batch = order[start : start + self.spec.batch_size]
            signals, y = self.forward(x[batch])
            losses, d = error(self.spec.network.loss, y, t[batch])
            loss, right = loss + losses.sum(), right + hits(y, t[batch])
            self._learn(signals, self.backward(signals, d), rates)
        return self._row(loss / len(x), right / len(x), rates)

    def _learn(self, signals: list[np.ndarray], errors: list[np.ndarray], rates: Rates) -> None:
        for b in range(len(signals[0])):
            for tile, x, d in zip(self.tiles, signals, errors, strict=True):
                tile.learn(x[b], d[b], rates, self.steps)
            self._note([(x[b], d[b]) for x, d in zip(signals, errors, strict=True)])
            self.steps += 1

    def _note(self, sample: list[tuple[np.ndarray, np.ndarray]]) -> None:
        """The probed cells: x_i d_j, then the weights on every array."""
        if probes := self.spec.record.probes:
            gradients = [sample[p.layer][0][p.row] * sample[p.layer][1][p.col] for p in probes]
            weights = [[self.tiles[p.layer].arrays[name].w[p.row, p.col] for p in probes]
                       for name in self.tiles[0].arrays]  # fmt: skip
            self.noted.append([np.array(values) for values in (gradients, *weights)])

    def _probes(self) -> dict[str, np.ndarray]:
        if not self.noted:
            return {}
        names = ["gradient", *(f"weight_{name}" for name in self.tiles[0].arrays)]
        series = {f"probes/{name}": np.array(values) for name, values in zip(names, zip(*self.noted, strict=True),
                                                                            strict=True)}  # fmt: skip
        return series | {f"probes/{key}": np.array([getattr(p, key) for p in self.spec.record.probes])
                         for key in ("layer", "row", "col")}  # fmt: skip

    def _row(self, train_loss: float, train_accuracy: float, rates: Rates) -> dict[str, Any]:
        """A record of the trajectory."""
        y = self.forward(self.test[0])[1]
        row: dict[str, Any] = {
            "train_loss": train_loss, "train_accuracy": train_accuracy,
            "test_loss": error(self.spec.network.loss, y, self.test[1])[0].mean(),
            "test_accuracy": hits(y, self.test[1]) / len(y), "learning_rate": rates[0],
        }  # fmt: skip
        if self.tiles[0].a is not None:
            row["transfer_rate"] = rates[1]
        for n, tile in enumerate(self.tiles):
            row |= {f"layer{n}/weights_{name}": array.w.copy() for name, array in tile.arrays.items()}
            row |= {f"layer{n}/bias": tile.bias.copy()} if tile.kind == "digital" else {}
        return row


def mean_field_run(spec: Experiment, data: Dataset) -> MeanField:
    """Trains the mean-field twin of an experiment on a data set (any float dtype).

    Samples are learnt one by one in NumPy: a pass over the 1,437 digits takes about half a second, one over MNIST
    about two minutes.  Raises SpecError (no Experiment; devices that have no mean field
    here, as `mean_array`), DataError (data that do not fit the network).
    """
    if not isinstance(spec, Experiment):
        raise SpecError(f"mean_field_run: spec must be an Experiment (got {spec!r}); give xb.preset(\"digits\"), say.")
    return MeanField(spec, data)


def _check(spec: Experiment, data: Dataset) -> None:
    ends, given = (spec.network.sizes[0], spec.network.sizes[-1]), (data.features, data.classes)
    if ends != given:
        raise DataError(f"mean_field_run: {data.name} must have the network's first and last size as features and "
                        f"classes, {ends} (got {given}); change network.sizes, or take other data.")
