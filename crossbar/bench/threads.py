"""Two threads against one on a large tile: update and both reads, to the same bits."""

from functools import partial
from typing import Any

import numpy as np

from crossbar.bench.devices import sgd
from crossbar.bench.figure import Figure, figure, missing
from crossbar.bench.plan import Plan
from crossbar.bench.repeats import interleaved
from crossbar.layers import Tile
from crossbar.machine import usable_cores

NAME, THREADS = "threads_speedup", 2
PARTS = ("update", "forward", "backward")


def measure(plan: Plan) -> list[Figure]:
    if usable_cores() < THREADS:
        return [missing(NAME, "1", f"needs {THREADS} cores (got {usable_cores()})")]
    n = plan.parallel
    jobs = {f"{part}.{threads}": job for threads in (1, THREADS) for part, job in _jobs(n, threads).items()}
    seconds = interleaved(jobs, plan.rounds)
    note = f"{n} x {n}, d2d and c2c, k = 31: {THREADS} threads against 1"
    one, two = (sum(seconds[f"{part}.{threads}"] for part in PARTS) for threads in (1, THREADS))
    parts = [
        figure(f"threads_speedups.{part}", "1", seconds[f"{part}.1"] / seconds[f"{part}.{THREADS}"], note)
        for part in PARTS
    ]
    return [figure(NAME, "1", np.asarray(one) / two, f"{note}; an update and both reads"), *parts]


def _jobs(n: int, threads: int) -> dict[str, Any]:
    tile, rng = Tile(n, n, sgd(31.0, d2d=True), threads=threads), np.random.default_rng(5)
    x, d = rng.uniform(-1, 1, (2, 2, n)).astype(np.float32)
    many = np.repeat(x, 10, axis=0)
    return {
        "update": partial(tile.update, x, d),
        "forward": partial(tile.forward, many),
        "backward": partial(tile.backward, many),
    }
