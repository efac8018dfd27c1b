"""Cells under gradients that are given: what an algorithm makes of them, pulse by pulse."""

from collections.abc import Callable
from typing import Any

import numpy as np

from crossbar.algorithms import AnyAlgorithm
from crossbar.analysis.scheduler import Increments
from crossbar.errors import DataError
from crossbar.layers import Tile
from crossbar.periphery import Periphery
from crossbar.pulses import Pulses


def driven(algorithm: AnyAlgorithm, gradients: Any, *, signal: Callable[[np.ndarray], np.ndarray] | None = None,
           fired: bool = False, pulses: Pulses | None = None, seed: int = 0) -> Increments:  # fmt: skip
    """The increments of cells, all weights 0 at first, under gradients (samples, cells); exact reads, float64.

    One row whose input is 1 and a column a cell: so "all rows" of Tiki-Taka is one row.  signal: what is written in the
    gradients' place, of their shape, such as a digital velocity.  fired: requests are the pulses that were fired times
    their step; else -eta g, to be known from the gradients alone.  DataError: gradients of another shape or not finite.
    """
    g = np.asarray(gradients, np.float64)
    if g.ndim != 2 or not g.size or not np.isfinite(g).all():
        raise DataError(f"driven: gradients must be finite numbers, (samples, cells) (got shape {g.shape}); a row is "
                        f"a sample.")
    samples, cells = g.shape
    tile = Tile(1, cells, algorithm, pulses=pulses, periphery=Periphery.ideal(algorithm.reads_rows), seed=seed,
                dtype="float64", probes=tuple((0, col) for col in range(cells)), samples=samples)  # fmt: skip
    tile.set_weights(np.zeros((1, cells)))
    tile.update(np.ones((samples, 1)), g if signal is None else signal(g))
    logs = {name: array.probe.log[:samples] for name, array in tile.arrays.items()}
    fast = "a" if "a" in logs else "c"
    asked = logs[fast][:, :, 1] * tile.arrays[fast].s0 if fired else -algorithm.learning_rate * g
    weights = {name: np.vstack([np.zeros((1, cells)), log[:, :, 0]]) for name, log in logs.items()}
    return Increments(asked, weights["c"], weights.get("a"), getattr(algorithm, "transfer_rate", 1.0))


def velocity(beta: float) -> Callable[[np.ndarray], np.ndarray]:
    """v_k = beta v_(k-1) + g_k, for `signal`."""
    from scipy.signal import lfilter

    return lambda g: lfilter([1.0], [1.0, -beta], g, axis=0)
