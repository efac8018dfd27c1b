"""The transfer of Tiki-Taka, in microseconds a row: a row of A is read through the periphery and written to C.

The errors are 0, so that A is not written and the transfer is all that a sample does.
"""

from functools import partial

import numpy as np

from crossbar.bench.devices import tiki_taka
from crossbar.bench.figure import Figure, figure
from crossbar.bench.plan import Plan
from crossbar.bench.repeats import interleaved
from crossbar.layers import Tile

ROWS, COLUMNS, A = 256, (128, 256, 1024), 0.05  # A: spread of the weights on the auxiliary array


def measure(plan: Plan) -> list[Figure]:
    tiles = {f"{cells}.{n}": _tile(n, cells == "d2d") for n in COLUMNS for cells in ("equal", "d2d")}
    x = np.ones((ROWS, ROWS), np.float32)
    jobs = {name: partial(tile.update, x, np.zeros((ROWS, tile.n_out), np.float32)) for name, tile in tiles.items()}
    seconds = interleaved(jobs, plan.rounds)
    return [_figure(name, tile, seconds[name]) for name, tile in tiles.items()]


def _figure(name: str, tile: Tile, seconds: np.ndarray) -> Figure:
    pulses = int(tile.arrays["c"].stats[:2].sum()) / tile.writes
    return figure(f"transfer_us.{name}", "us/row", 1e6 * seconds / ROWS, f"{pulses:.0f} pulses a row, rates of lee2022")


def _tile(columns: int, d2d: bool) -> Tile:
    tile = Tile(ROWS, columns, tiki_taka(d2d))
    tile.set_weights(np.random.default_rng(4).normal(0, A, (ROWS, columns)), "a")
    return tile
