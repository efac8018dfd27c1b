"""The pulsed update, in nanoseconds a pulse: by size, by density, cells equal or each its own."""

from copy import copy
from typing import NamedTuple

import numpy as np

from crossbar.bench.devices import STEP, long_trains, sgd
from crossbar.bench.figure import Figure, figure
from crossbar.bench.plan import Plan
from crossbar.bench.repeats import interleaved
from crossbar.layers import Tile
from crossbar.pulses import Pulses

PULSES_A_ROUND = 400_000  # enough that the call from Python does not show


class Density(NamedTuple):
    asked: float  # k: pulses asked where |x| = |d| = 1; a cell gets a quarter of them in the mean
    pulses: Pulses
    note: str


DENSITIES = {
    "dense": Density(31.0, Pulses(), "k = 31, 7.8 pulses a cell, BL 31"),
    "sparse": Density(0.2, Pulses(), "0.05 pulses a cell, BL 1 by train-length management"),
    "sparse_bl31": Density(0.2, long_trains(), "0.05 pulses a cell, BL 31 fixed"),
}
HEADLINES = {"dense": "ns_per_pulse", "sparse": "ns_per_pulse_sparse", "sparse_bl31": "ns_per_pulse_sparse_bl31"}
HEADLINE_SIZE = 1024


class Update:
    """Updates of one tile at one density; counts its pulses."""

    def __init__(self, tile: Tile, density: Density) -> None:
        self.tile, rng, n = _at(tile, density), np.random.default_rng(1), tile.n_in
        self.count = int(np.clip(PULSES_A_ROUND / (density.asked / 4 * n * n), 1, 200))
        self.x, self.d = rng.uniform(-1, 1, (2, self.count, n)).astype(np.float32)
        self.pulses: list[int] = []

    def run(self) -> None:
        before = self._counted()
        self.tile.update(self.x, self.d)
        self.pulses.append(self._counted() - before)

    def _counted(self) -> int:
        return int(self.tile.arrays["c"].stats[:2].sum())

    def ns_per_pulse(self, seconds: np.ndarray) -> np.ndarray:
        return 1e9 * seconds / np.array(self.pulses[-len(seconds) :])


def _at(tile: Tile, density: Density) -> Tile:
    """The same arrays under another rule and rate: large ones are built once."""
    small = Tile(1, 1, sgd(density.asked, d2d=False), pulses=density.pulses).state.tile
    other = copy(tile)
    rates = np.array([density.asked * STEP])
    other.state = tile.state._replace(tile=tile.state.tile._replace(rule=small.rule, rates=rates))
    return other


def measure(plan: Plan) -> list[Figure]:
    return [found for size in plan.sizes for found in _of_size(size, plan)]


def _of_size(size: int, plan: Plan) -> list[Figure]:
    tiles = {"d2d": Tile(size, size, sgd(1.0, d2d=True)), "equal": Tile(size, size, sgd(1.0, d2d=False))}
    jobs = {
        f"{cells}.{density}": Update(tile, DENSITIES[density]) for cells, tile in tiles.items() for density in DENSITIES
    }
    seconds = interleaved({name: job.run for name, job in jobs.items()}, plan.rounds)
    found = {name: job.ns_per_pulse(seconds[name]) for name, job in jobs.items()}
    notes = {name: f"{size} x {size}, c2c 0.3, {DENSITIES[name.split('.')[1]].note}" for name in jobs}
    headlines = [
        figure(key, "ns", found[f"d2d.{density}"], f"d2d, {notes[f'd2d.{density}']}")
        for density, key in HEADLINES.items() if size == HEADLINE_SIZE
    ]  # fmt: skip
    return headlines + [figure(f"update_ns.{name}.{size}", "ns", found[name], notes[name]) for name in jobs]
