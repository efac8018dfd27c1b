"""What is timed: a name, and what makes a call without arguments that keeps a kernel busy for a few milliseconds.

State goes on from round to round; seeds are fixed, so the work of a round is the same in every process.
"""

from functools import partial

import numpy as np

import crossbar as xb

STEP = 0.001
D2D = {"step_d2d": 0.3, "imbalance_std": 0.02, "w_min_d2d": 0.3, "w_max_d2d": 0.3}


def device(**spreads):
    return xb.SoftBounds(af=1.0, step=STEP, **({"c2c": 0.3} | spreads))


def signals(*shape):
    return np.random.default_rng(1).uniform(-1, 1, shape).astype(np.float32)


def update(size, pulses_asked, count, **spreads):
    """k = pulses_asked at |x| = |d| = 1; a cell gets a quarter of them in the mean."""
    tile = xb.Tile(size, size, xb.SGD(learning_rate=pulses_asked * STEP, c=device(**spreads)))
    return partial(tile.update, *signals(2, count, size))


def trains():
    """Rows whose trains are drawn but hardly ever fire; the column always fires."""
    pulses = xb.Pulses(max_length=31, bl_management=False, update_management=False)
    tile = xb.Tile(4096, 1, xb.SGD(learning_rate=31 * STEP, c=device(c2c=0)), pulses=pulses)
    return partial(tile.update, 1e-3 * (1.5 + 0.5 * signals(32, 4096)), np.ones((32, 1), np.float32))


def read(direction, count=200):
    tile = xb.Tile(785, 256, xb.SGD(learning_rate=0.01, c=device()))
    return partial(getattr(tile, direction), signals(count, 785 if direction == "forward" else 256))


def transfer(rows=256):
    """Errors of 0 leave A as it is: what remains of a sample is the transfer of one row."""
    algorithm = xb.TikiTaka(learning_rate=0.02, transfer_rate=0.04, a=device(), c=device())
    tile = xb.Tile(rows, 256, algorithm)
    tile.set_weights(0.05 * signals(rows, 256), "a")
    return partial(tile.update, np.ones((rows, rows), np.float32), np.zeros((rows, 256), np.float32))


def samples(algorithm, count=100):
    """Training of 784-256-10 on images of which 81 % is 0, as MNIST's."""
    network, rng = xb.MLP((784, 256, 10), algorithm, seed=1), np.random.default_rng(2)
    x = np.where(rng.uniform(size=(count, 784)) < 0.81, 0, rng.uniform(0.1, 1, (count, 784))).astype(np.float32)
    t = np.eye(10, dtype=np.float32)[np.arange(count) % 10]
    return partial(network.train, x, t, np.arange(count), 0, np.zeros(2))


WORK = {
    "trains": trains,
    "update_dense_d2d": partial(update, 256, 31, 2, **D2D),
    "update_dense_equal": partial(update, 256, 31, 2),
    "update_sparse_d2d": partial(update, 1024, 0.2, 8, **D2D),
    "update_sparse_equal": partial(update, 1024, 0.2, 8),
    "update_sparse_noiseless": partial(update, 1024, 0.2, 8, c2c=0),
    "forward": partial(read, "forward"),
    "backward": partial(read, "backward"),
    "transfer": transfer,
    "sample_sgd": lambda: samples(xb.SGD(learning_rate=0.01, c=device())),
    "sample_tiki_taka": lambda: samples(
        xb.TikiTaka(learning_rate=0.02, transfer_rate=0.04, a=device(), c=device())
    ),
    "sample_ttv2": lambda: samples(xb.TTv2(learning_rate=0.02, buffer_rate=40.0, a=device(), c=device())),
    "sample_agad": lambda: samples(xb.AGAD(learning_rate=0.02, buffer_rate=40.0, a=device(), c=device())),
}  # fmt: skip
