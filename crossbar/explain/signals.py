"""What the arrays of each layer get before anything is learnt: inputs x and errors d.  docs/theory.md (15.1)."""

from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np

from crossbar.datasets import Dataset
from crossbar.errors import DataError
from crossbar.experiment import load_data
from crossbar.experiment_spec import Experiment
from crossbar.network import MLP
from crossbar.seeds import generator
from crossbar.trainer import Trainer

SAMPLES = 256  # that are looked at
LIKE_MNIST = 60000  # training samples that are assumed where the data are not there and no number is given


@dataclass(frozen=True)
class Signals:
    """Of one layer: x (samples, rows), the analog bias row last; d (samples, columns); both as read, in float64."""

    x: np.ndarray
    d: np.ndarray

    @property
    def live(self) -> np.ndarray:
        """Samples of which something is learnt: max|x| max|d| > 0."""
        return self.x_max * self.d_max > 0

    @property
    def x_max(self) -> np.ndarray:
        return np.abs(self.x).max(axis=1)

    @property
    def d_max(self) -> np.ndarray:
        return np.abs(self.d).max(axis=1)


@dataclass(frozen=True)
class Measured:
    """The signals of all layers, where they come from, and how many samples an epoch has."""

    layers: tuple[Signals, ...]
    source: str
    assumed: bool
    samples: int  # of an epoch


def measure(spec: Experiment, data: Dataset | None = None, data_dir: str | Path | None = None,
            samples: int = SAMPLES) -> Measured:  # fmt: skip
    """Some training samples through the untrained network, forward and backward, as read by its periphery.

    Where the data cannot be loaded: inputs U(0, 1) and classes at random instead.  SpecError: a spec that does not
    fit the data.
    """
    try:
        data = data or load_data(spec, data_dir)
    except DataError as error:
        return _assumed(spec, samples, str(error).partition(";")[0])
    network, n = Trainer(spec, data).network, len(data.train_x)
    chosen = generator(spec.seed, "explain").permutation(n)[:samples]
    x, t = data.train_x[chosen], data.train_t[chosen]
    source = f"{len(x)} training samples of {data.name} through the untrained network"
    return Measured(tuple(_layers(network, x, t)), source, False, n)


def _assumed(spec: Experiment, samples: int, why: str) -> Measured:
    sizes, rng = spec.network.sizes, generator(spec.seed, "explain")
    x = rng.uniform(0, 1, (samples, sizes[0]))
    t = np.eye(sizes[-1])[rng.integers(0, sizes[-1], samples)]
    source = (f"assumed, inputs U(0, 1) and classes at random through the untrained network, since the data cannot be "
              f"loaded ({why})")  # fmt: skip
    n = spec.data.train_samples or LIKE_MNIST
    return Measured(tuple(_layers(MLP.of(spec), x, t)), f"{source}; {n} samples an epoch", True, n)


def _layers(network: MLP, x: Any, t: Any) -> Any:
    for tile, ahead, errors in zip(network.tiles, *network.signals(x, t), strict=True):
        ones = np.ones((len(ahead), 1 if tile.bias == "analog" else 0))
        yield Signals(np.hstack([ahead, ones]).astype(np.float64), errors.astype(np.float64))
