"""Small experiments that several tests train: two layers, SGD or Tiki-Taka on soft bounds, so that all of them run
the same two compiled epochs."""

import numpy as np

import crossbar as xb
from crossbar.datasets import Dataset

TIKI = {
    "kind": "tiki_taka", "learning_rate": 0.1, "transfer_rate": 0.2,
    "a": {"kind": "soft_bounds", "step": 0.01, "c2c": 0.3}, "c": {"kind": "soft_bounds", "step": 0.01, "c2c": 0.3},
}  # fmt: skip
SGD = {"kind": "sgd", "learning_rate": 0.1, "c": {"kind": "soft_bounds", "step": 0.01, "c2c": 0.3}}


def experiment(sizes=(4, 3, 2), algorithm=None, **tables):
    """`tables` as in a TOML file; a `network` table is completed with the sizes."""
    network = {"sizes": sizes} | tables.pop("network", {})
    return xb.Experiment(**({"epochs": 3, "network": network, "algorithm": algorithm or TIKI} | tables))


def data(sizes=(4, 3, 2), train=30, test=12, seed=0, dtype="float32"):
    """Two noisy clouds a class: learnable, not trivial."""
    rng = np.random.default_rng(seed)
    centres = rng.uniform(0, 1, (sizes[-1], sizes[0]))
    y = np.arange(train + test) % sizes[-1]
    x = (centres[y] + rng.normal(0, 0.1, (train + test, sizes[0]))).astype(dtype)
    t = np.eye(sizes[-1], dtype=dtype)[y]
    return Dataset(x[:train], t[:train], y[:train], x[train:], t[train:], y[train:], "clouds", "0" * 64)


def state(network):
    """All that a checkpoint would hold, as bytes."""
    return {name: value.tobytes() for name, value in network.state_arrays().items()}
