"""Least squares on arrays of cells: the gradient as one row of D cells that is driven with 1.

x = 1 and d = g make W <- W - rate g a rank-one update, on soft bounds +-tau of step `unit` without c2c.  A symmetry
point at s is a reference that stands at -s.  Trains of up to 63 slots: larger requests saturate.

docs/theory.md (12.6), (12.7); Wu et al. 2024.
"""

import numpy as np

from crossbar.algorithms import SGD, AnyAlgorithm, TikiTaka
from crossbar.analysis.least_squares import Problem, Way, stepped
from crossbar.devices import SoftBounds
from crossbar.errors import SpecError
from crossbar.layers import Tile
from crossbar.periphery import Periphery
from crossbar.pulses import Pulses


def descend_by_pulses(problem: Problem, way: Way, unit: float, steps: int, last: int, pairs: int = 0,
                      seed: int = 1) -> np.ndarray:  # fmt: skip
    """The error averaged over the last steps, (repeats,), as `least_squares.descend` with the same noise.

    unit: the step of the devices.  pairs: of pulses that shift the reference of the auxiliary array (of W where there
    is none) before the training, `Tile.zero_shift`; 0: it stays where way says.  SpecError: tau infinite, pairs < 0.
    """
    _check("descend_by_pulses", way, pairs)
    rng, shape = np.random.default_rng(seed), problem.matrix.shape[::2]
    tiles = [_tile(way, unit, shape[1], seed + n) for n in range(shape[0])]
    for tile in tiles if pairs else ():
        tile.zero_shift("a" if way.fast else "c", pairs)
    w, one, total = np.zeros(shape), np.ones((1, 1), np.float32), np.zeros(shape[0])
    for step in range(steps):
        g = problem.gradient(w, rng.standard_normal(shape)).astype(np.float32)
        for n, tile in enumerate(tiles):
            tile.update(one, g[n : n + 1], step)
            w[n] = tile.array_weights()[0]
        if step >= steps - last:
            total += problem.error(w)
    return total / last


def beside_pulses(problem: Problem, way: Way, unit: float, steps: int, seed: int = 1) -> np.ndarray:
    """|W by pulses - W in the mean field| after each step, root mean square over D, (steps,).

    The first of the problems; both see the same noise, each its own gradient.  SpecError: tau infinite.
    """
    _check("beside_pulses", way)
    one = Problem(problem.matrix[:1], problem.right[:1], problem.noise)
    tile = _tile(way, unit, one.matrix.shape[2], seed)
    rng, shape = np.random.default_rng(seed), (1, one.matrix.shape[2])
    w, fast, found = np.zeros(shape), np.zeros(shape), np.zeros(steps)
    for step in range(steps):
        z = rng.standard_normal(shape)
        tile.update(np.ones((1, 1)), one.gradient(tile.array_weights(), z).astype(np.float32), step)
        w, fast = stepped(w, fast, one.gradient(w, z), way)
        found[step] = np.sqrt(((tile.array_weights() - w) ** 2).mean())
    return found


def _check(who: str, way: Way, pairs: int = 0) -> None:
    if not np.isfinite(way.tau):
        raise SpecError(f"{who}: way must have a finite tau, as its devices have (got {way}); give bounds.")
    if pairs < 0:
        raise SpecError(f"{who}: pairs must be >= 0 (got {pairs}); 0 leaves the reference where it is.")


def _tile(way: Way, unit: float, width: int, seed: int) -> Tile:
    def device(point: float) -> SoftBounds:
        return SoftBounds(step=unit, w_min=-way.tau, w_max=way.tau, c2c=0.0, reference_offset=-point)

    long = Pulses(max_length=63)
    algorithm: AnyAlgorithm = SGD(learning_rate=way.rate, c=device(way.point))
    if way.fast:
        algorithm = TikiTaka(learning_rate=way.fast, transfer_rate=way.rate, a=device(way.auxiliary_point),
                             c=device(way.point), transfer_pulses=long)  # fmt: skip
    exact = Periphery.ideal() if way.fast else Periphery.ideal(transfer=False)
    tile = Tile(1, width, algorithm, pulses=long, periphery=exact, seed=seed)
    tile.set_weights(np.zeros((1, width)))
    return tile
