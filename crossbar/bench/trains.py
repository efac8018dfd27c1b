"""Pulse trains, in nanoseconds a line, by their length.

Derived from updates of a 4096 x 1 array whose column fires in every slot and whose rows fire once in a thousand:
drawing a train costs the same whatever its probability, and next to no pulses follow.
"""

from functools import partial

import numpy as np

from crossbar.algorithms import SGD
from crossbar.bench.devices import STEP, device
from crossbar.bench.figure import Figure, figure
from crossbar.bench.plan import Plan
from crossbar.bench.repeats import interleaved
from crossbar.layers import Tile
from crossbar.pulses import Pulses

LINES, LENGTHS, UPDATES = 4096, (1, 7, 15, 31, 63), 16


def measure(plan: Plan) -> list[Figure]:
    rng = np.random.default_rng(2)
    x = 1e-3 * rng.uniform(0.5, 1.5, (UPDATES, LINES)).astype(np.float32)
    d = np.ones((UPDATES, 1), np.float32)
    jobs = {str(length): partial(_tile(length).update, x, d) for length in LENGTHS}
    found = interleaved(jobs, plan.rounds)
    note = f"{LINES} lines; of an update of {LINES} x 1 with next to no pulses"
    return [figure(f"train_ns.bl{name}", "ns/line", 1e9 * s / (UPDATES * LINES), note) for name, s in found.items()]


def _tile(length: int) -> Tile:
    """A row fires with probability |x| in each slot, the column with |d|."""
    pulses = Pulses(max_length=length, bl_management=False, update_management=False)
    return Tile(LINES, 1, SGD(learning_rate=length * STEP, c=device(d2d=False, c2c=False)), pulses=pulses)
