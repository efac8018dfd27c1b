"""How probable the readings are under a model: Gaussian innovations of a filter.  docs/theory.md (10.2)."""

from dataclasses import dataclass

import numpy as np

from crossbar.fitting.curves import Curves
from crossbar.fitting.models import Model, Values

NODES = 401  # at which a law is tabulated for the compiled filter
REACH = 1.0  # of the grid beyond the readings, in units of the window's half
WAYS = np.array([[1.0], [-1.0]])
UNSEEN = 1e3  # a bound so far out is not felt
INSIDE = 1e-4  # of the range, how far from a bound a law is still told apart
LEAST_NOISE = 1e-8  # of a reading, in weights: rounding


@dataclass(frozen=True)
class Data:
    """The curves of one device as weights, one behind the other."""

    y: np.ndarray
    pulses: np.ndarray
    starts: np.ndarray
    cycles: np.ndarray  # (readings,)
    grid: np.ndarray
    floor: float  # the weight of 0 siemens; w_min is not below it

    @property
    def counted(self) -> np.ndarray:
        """Which readings have a density: all but the first of each curve."""
        mask = np.ones(len(self.y), bool)
        mask[self.starts[:-1]] = False
        return mask


def pack(curves: Curves) -> Data:
    y = np.concatenate([curves.weights(c.values) for c in curves.curves])
    sizes = [len(c.values) for c in curves.curves]
    cycles = np.repeat([c.cycle for c in curves.curves], sizes)
    grid = np.linspace(y.min() - REACH, y.max() + REACH, NODES)
    pulses, edges = np.concatenate([c.pulses for c in curves.curves]), np.concatenate([[0], np.cumsum(sizes)])
    return Data(y, pulses, edges, cycles, grid, float(curves.weights(0.0)) if curves.unit else -UNSEEN)


def tabulate(model: Model, values: Values, grid: np.ndarray) -> np.ndarray:
    """(2, 4, nodes): mean step, slope, spread, slope, of up and down; a down step is negative."""
    with np.errstate(all="ignore"):  # a search may look where steps are no numbers; there is no likelihood there
        return _table(model, values, grid)


def _table(model: Model, values: Values, grid: np.ndarray) -> np.ndarray:
    steps = np.array(model.steps(values, grid))
    table = np.empty((2, 4, len(grid)))
    table[:, 0], table[:, 2] = steps * WAYS, model.spreads(values, *steps)
    table[:, 1::2, 1:-1] = (table[:, ::2, 2:] - table[:, ::2, :-2]) / (2 * (grid[1] - grid[0]))
    table[:, 1::2, 0], table[:, 1::2, -1] = table[:, 1::2, 1], table[:, 1::2, -2]
    return table


def follow(model: Model, values: Values, data: Data, unseen: frozenset[str] = frozenset()) -> np.ndarray:
    """(3, readings): innovations, their variances, means of the state after each reading.

    `unseen`: those of w_max and w_min at which nothing is clipped.
    """
    from kernels.filter import follow as run

    low = -UNSEEN if "w_min" in unseen else values["w_min"]
    high = UNSEEN if "w_max" in unseen else values["w_max"]
    out = np.empty((3, len(data.y)))
    grid = within(data.grid, low, high)
    run(data.y, data.pulses, data.starts, tabulate(model, values, grid), float(grid[0]), float(grid[1] - grid[0]),
        float(low), float(high), noise(values), out)
    return out


def within(grid: np.ndarray, low: float, high: float) -> np.ndarray:
    """The grid between the bounds: a node beyond one would bend the law at it, and move the bend from node to node.

    It ends just inside of them, since a power of 0 at the bound itself jumps where the exponent leaves 0.
    """
    first, last = max(grid[0], low + INSIDE * (high - low)), min(grid[-1], high - INSIDE * (high - low))
    return np.linspace(first, last, len(grid)) if last > first else grid


def noise(values: Values) -> np.ndarray:
    """Variance of one reading, variance of the slow noise, its correlation from one reading to the next."""
    slow = values.get("slow_noise", 0.0)
    keep = np.exp(-1 / values["slow_time"]) if slow else 0.0
    return np.array([values["read_noise"] ** 2 + LEAST_NOISE**2, slow**2, keep])


def densities(model: Model, values: Values, data: Data, unseen: frozenset[str] = frozenset()) -> np.ndarray:
    """(readings,): the logarithm of the density of each reading, given all before; 0 at the first of a curve."""
    e, s, _ = follow(model, values, data, unseen)
    s = np.where(data.counted, s, 1.0)
    return np.where(data.counted, -0.5 * (np.log(2 * np.pi * s) + e * e / s), 0.0)
