"""Reads through the periphery beside NumPy's product of the same shape and a plain copy of the weights."""

from collections.abc import Callable
from functools import partial

import numpy as np

from crossbar.bench.devices import sgd
from crossbar.bench.figure import Figure, figure
from crossbar.bench.plan import Plan
from crossbar.bench.repeats import interleaved
from crossbar.bench.unit import SHAPE
from crossbar.layers import Tile

BYTES_A_ROUND = 20_000_000  # of weights


def measure(plan: Plan) -> list[Figure]:
    shapes = [SHAPE, *((size, size) for size in plan.sizes)]
    return [found for shape in shapes for found in _of_shape(shape, plan)]


def _of_shape(shape: tuple[int, int], plan: Plan) -> list[Figure]:
    from kernels.epoch import backward_batch, forward_batch

    tile, rng = Tile(*shape, sgd(1.0, d2d=False)), np.random.default_rng(3)
    w, n = tile.weights, int(np.clip(BYTES_A_ROUND / tile.weights.nbytes, 1, 100))
    xs, ys = rng.uniform(-1, 1, (n, shape[0])).astype(np.float32), np.zeros((n, shape[1]), np.float32)
    ds, es = rng.uniform(-1, 1, (n, shape[1])).astype(np.float32), np.zeros((n, shape[0]), np.float32)
    jobs = {
        "forward": partial(forward_batch, tile.state, xs, ys, 0, tile.stream),
        "numpy_forward": partial(_each, w.T.__matmul__, xs),
        "backward": partial(backward_batch, tile.state, ds, es, 0, tile.stream),
        "numpy_backward": partial(_each, w.__matmul__, ds),
        "copy": partial(_copies, np.empty_like(w), w, n),
    }
    seconds = {name: taken / n for name, taken in interleaved(jobs, plan.rounds).items()}
    return _figures(f"{shape[0]}x{shape[1]}", seconds, w)


def _figures(shape: str, seconds: dict[str, np.ndarray], w: np.ndarray) -> list[Figure]:
    found = []
    for name in ("forward", "backward"):
        numpy, mine = seconds[f"numpy_{name}"], seconds[name]
        found += [
            figure(f"read.{name}.{shape}.gflops", "GFLOP/s", 2e-9 * w.size / mine, "a product and a sum a cell"),
            figure(f"read.{name}.{shape}.of_sgemv", "1", numpy / mine, "its speed over that of NumPy's product"),
            figure(f"read.{name}.{shape}.of_copy", "1", seconds["copy"] / mine, "over that of copying the weights"),
        ]
    return [*found, figure(f"copy.{shape}.gbs", "GB/s", 2e-9 * w.nbytes / seconds["copy"], "read and written")]


def _each(product: Callable[[np.ndarray], np.ndarray], vectors: np.ndarray) -> None:
    for vector in vectors:
        product(vector)


def _copies(target: np.ndarray, source: np.ndarray, n: int) -> None:
    for _ in range(n):
        np.copyto(target, source)
