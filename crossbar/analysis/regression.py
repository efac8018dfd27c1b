"""A line fitted by an array of one cell a parameter: its training sample by sample, and what it shows.

    y = w x + b,   d = w x_k + b - y_k,   g = (d x_k, d),   W <- W - eta g by pulses

The array has two rows, w and the bias b, and one column; reads are exact, mini-batches are single samples, each epoch
has its own order.  docs/theory.md (12.1)-(12.3); Lee et al. 2022, fig. 4-6.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np

from crossbar.algorithms import AnyAlgorithm
from crossbar.analysis.scheduler import Increments
from crossbar.errors import DataError, SpecError
from crossbar.network import MLP
from crossbar.periphery import Periphery
from crossbar.pulses import Pulses
from crossbar.seeds import generator

W, B = 0, 1  # the two parameters, the last axis of everything here
START = (-0.5, -0.5)
CELLS = ((0, 0, 0), (0, 1, 0))  # layer, row, column


@dataclass(frozen=True)
class Points:
    """What a line is fitted to: x, y of (n,).  DataError: not two equally long lists of numbers."""

    x: np.ndarray
    y: np.ndarray

    def __post_init__(self) -> None:
        if np.ndim(self.x) != 1 or np.shape(self.x) != np.shape(self.y) or len(self.x) < 2:
            raise DataError(f"Points: x and y must be lists of the same length >= 2 (got shapes {np.shape(self.x)} and "
                            f"{np.shape(self.y)}).")  # fmt: skip

    @property
    def inputs(self) -> np.ndarray:
        """(n, 2): x and the bias row's 1."""
        return np.column_stack([self.x, np.ones(len(self.x))])

    @property
    def best(self) -> np.ndarray:
        """(w, b) of least squares."""
        return np.linalg.lstsq(self.inputs, self.y, rcond=None)[0]

    def loss(self, parameters: Any) -> np.ndarray:
        """sum_k (w x_k + b - y_k)^2/(2 n) of parameters (..., 2)."""
        return ((np.asarray(parameters) @ self.inputs.T - self.y) ** 2).mean(axis=-1) / 2

    def surface(self, w: np.ndarray, b: np.ndarray) -> np.ndarray:
        """The loss on a grid, (len(b), len(w))."""
        return self.loss(np.stack(np.meshgrid(w, b), axis=-1))


def noisy_line(n: int = 100, slope: float = 0.5, intercept: float = 0.5, noise: float = 0.05, seed: int = 0) -> Points:
    """y = slope x + intercept + N(0, noise^2), x ~ U(-1, 1), all x drawn before the noise."""
    rng = np.random.default_rng(seed)
    x = rng.uniform(-1, 1, n)
    return Points(x, slope * x + intercept + rng.normal(0, noise, n))


@dataclass(frozen=True)
class Course:
    """One training, sample by sample.

    order: (samples,), which point each sample was.  c, a: (samples + 1, 2), the weights before the first sample and
    after each; a None under SGD.  pulses: (samples, 2), signed, on the array that sees the gradient; unit: the step by
    which they are counted.  learning_rate, transfer_rate: eta, lambda (1 under SGD).
    """

    points: Points
    epochs: int
    order: np.ndarray
    c: np.ndarray
    a: np.ndarray | None
    pulses: np.ndarray
    unit: float
    learning_rate: float
    transfer_rate: float
    gamma: float = 0.0

    @property
    def seen(self) -> np.ndarray:
        """(samples + 1, 2): the weights that the network sees, gamma A + C."""
        return self.c if self.a is None else self.c + self.gamma * self.a

    @property
    def gradients(self) -> np.ndarray:
        """(samples, 2): g = (d x, d) of each sample."""
        inputs = self.points.inputs[self.order]
        d = (self.seen[:-1] * inputs).sum(axis=1) - self.points.y[self.order]
        return d[:, None] * inputs

    @property
    def ends(self) -> np.ndarray:
        """(epochs + 1, 2): the weights that the network sees at the start and after each epoch."""
        return self.seen[:: len(self.points.x)]

    def distance(self, last: int = 20, every_sample: bool = False) -> float:
        """|(w, b) - least squares| after an epoch, averaged over the last epochs; or after every sample of these.

        The second scatters less between seeds.
        """
        seen = self.seen[-last * len(self.points.x) :] if every_sample else self.ends[1:][-last:]
        return float(np.linalg.norm(seen - self.points.best, axis=1).mean())

    def path_length(self) -> float:
        """Length of the line through the weights at the ends of epochs."""
        return float(np.linalg.norm(np.diff(self.ends, axis=0), axis=1).sum())

    def sign_changes(self) -> np.ndarray:
        """(2,): how often each cell of A changes sign; a 0 between is no sign.  SpecError: no array A."""
        if self.a is None:
            raise SpecError("Course.sign_changes: must be asked of Tiki-Taka, which has an array A (got SGD).")
        return np.array([_changes(column) for column in self.a.T])

    def increments(self) -> Increments:
        """For `attributed`; requests are the pulses that fired times their step, so that its sums hold exactly."""
        return Increments(self.pulses * self.unit, self.c, self.a, self.transfer_rate)


def fit_line(points: Points, algorithm: AnyAlgorithm, *, epochs: int = 60, seed: int = 1, pulses: Pulses | None = None,
             start: Sequence[float] = START) -> Course:  # fmt: skip
    """Fits (w, b) to the points by the compiled pulse engine, one sample at a time, from `start`.

    algorithm: any, on any devices; of more than two arrays the course shows the first two.
    SpecError: epochs < 1, a start that is not two numbers.
    """
    if not isinstance(epochs, int) or epochs < 1:
        raise SpecError(f"fit_line: epochs must be a whole number >= 1 (got {epochs}); 60 is the paper's.")
    first = np.asarray(start, np.float64)
    if first.shape != (2,):
        raise SpecError(f"fit_line: start must be the two numbers w and b (got {start}); {START} is the default.")
    samples = epochs * len(points.x)
    network = _network(algorithm, pulses, seed, samples)
    tile = network.tiles[0]
    tile.set_weights(first[:, None])
    before = {name: array.w[:, 0].copy() for name, array in tile.arrays.items()}
    order = np.concatenate([generator(seed, "shuffle", n).permutation(len(points.x)) for n in range(epochs)])
    network.train(points.x[:, None], points.y[:, None], order, 0, np.zeros(2))
    logs = {name: array.probe.log.astype(np.float64) for name, array in tile.arrays.items()}
    c, a = (np.vstack([before[n], logs[n][..., 0]]) if n in logs else None for n in ("c", "a"))
    fast = "c" if a is None else "a"
    written, unit = logs[fast][..., 1], getattr(algorithm, fast).pulse_step
    transfer_rate, gamma = getattr(algorithm, "transfer_rate", 1.0), getattr(algorithm, "gamma", 0.0)
    return Course(points, epochs, order, np.asarray(c), a, written, unit, algorithm.learning_rate, transfer_rate, gamma)


def _network(algorithm: AnyAlgorithm, pulses: Pulses | None, seed: int, samples: int) -> MLP:
    """One input and the analog bias, one output whose error is prediction - y."""
    exact = Periphery.ideal(transfer=algorithm.reads_rows)
    return MLP((1, 1), algorithm, loss="mean_square", periphery=exact, pulses=pulses, seed=seed, probes=CELLS,
               samples=samples)  # fmt: skip


def _changes(values: np.ndarray) -> int:
    signs = np.sign(values[values != 0])
    return int(np.count_nonzero(signs[1:] != signs[:-1]))
