"""What the pulse trains of a gradient ask of the cells, in expectation.  docs/theory.md (3.1)-(3.7), (15.2).

    k = eta max|x| max|d|/s0,   E[n_ij] = BL p_i p_j,   E[dw_ij] = -s0 BL p_i p_j sign(x_i d_j)
"""

from collections.abc import Iterator
from dataclasses import dataclass

import numpy as np

from crossbar.explain.signals import Signals
from crossbar.pulses import Pulses

MOST_ROWS, MOST_COLUMNS = 1024, 256  # of the cells that are looked at one by one, evenly spread


@dataclass(frozen=True)
class Trains:
    """Of the updates of one array.  asked, slots, pulses, saturated: one number a sample that teaches something.

    mean, size, square: E[dw], E|dw| and E[dw^2] over samples of the requested change, of cells evenly spread.
    """

    asked: np.ndarray  # k, pulses that the strongest cell is asked for
    slots: np.ndarray  # BL
    pulses: np.ndarray  # expected on all cells
    saturated: np.ndarray  # k > BL_max
    share: float  # of samples that teach something
    cells: int  # of the whole array
    mean: np.ndarray
    size: np.ndarray
    square: np.ndarray

    @property
    def top(self) -> float:
        """k, mean over samples."""
        return _mean(self.asked)

    @property
    def length(self) -> float:
        """BL, mean over samples."""
        return _mean(self.slots)

    @property
    def cut(self) -> float:
        """Share of these samples whose trains are saturated."""
        return _mean(self.saturated)

    @property
    def driven(self) -> np.ndarray:
        """Cells that are asked for anything."""
        return self.size > 0

    @property
    def a_sample(self) -> float:
        """Pulses expected on all cells, a sample."""
        return _mean(self.pulses) * self.share


def trains(rule: Pulses, rate: float, s0: float, signals: Signals) -> Trains:
    """rate: eta on this array; s0: the step by which its pulses are counted.  No noise is drawn."""
    live = signals.live
    x, d = signals.x[live], signals.d[live]
    asked = rate * signals.x_max[live] * signals.d_max[live] / s0
    saturated = (asked > rule.max_length) & (rule.kind != "exact")
    slots = _slots(rule, asked)
    rows, columns = _spread(x.shape[1], MOST_ROWS), _spread(d.shape[1], MOST_COLUMNS)
    share, cells = float(live.mean()), x.shape[1] * d.shape[1]
    if rule.kind == "exact":
        wanted = rate * x[:, rows], -d[:, columns]
        return Trains(asked, 0 * slots, 0 * asked, saturated, share, cells, *_of_products(*wanted, len(live)))
    p, q = _probabilities(rule, rate, s0, x, d, slots, saturated, asked)
    if rule.kind == "stochastic":
        pulses = slots * p.sum(axis=1) * q.sum(axis=1)
        wanted = s0 * slots[:, None] * (np.sign(x) * p)[:, rows], -(np.sign(d) * q)[:, columns]
        return Trains(asked, slots, pulses, saturated, share, cells, *_of_products(*wanted, len(live)))
    pulses, moves = np.zeros(len(x)), np.zeros((3, len(rows), len(columns)))
    for n, counts in enumerate(_counts(rule, p, q, slots)):
        pulses[n] = counts.sum()
        moved = -s0 * (counts * np.sign(x[n])[:, None] * np.sign(d[n]))[np.ix_(rows, columns)]
        moves += moved, np.abs(moved), moved**2
    return Trains(asked, slots, pulses, saturated, share, cells, *moves / max(len(live), 1))


def _mean(values: np.ndarray) -> float:
    return float(values.mean()) if len(values) else 0.0


def _slots(rule: Pulses, asked: np.ndarray) -> np.ndarray:
    if rule.bl_management:
        return np.clip(np.ceil(asked), 1, rule.max_length)
    return np.full(len(asked), float(rule.max_length))


def _probabilities(rule: Pulses, rate: float, s0: float, x: np.ndarray, d: np.ndarray, slots: np.ndarray,
                   saturated: np.ndarray, asked: np.ndarray) -> tuple[np.ndarray, np.ndarray]:  # fmt: skip
    """Of rows and columns, (samples, lines)."""
    gain, balance = np.sqrt(rate / (s0 * slots)), np.ones(len(x))
    if rule.update_management:
        top = np.abs(d).max(axis=1) * np.where(saturated, rule.max_length / np.maximum(asked, 1e-300), 1.0)
        balance = np.sqrt(np.abs(x).max(axis=1) / top)
    p = np.minimum((gain / balance)[:, None] * np.abs(x), 1)
    q = np.minimum((gain * balance)[:, None] * np.abs(d), 1)
    return _rounded(rule, p), _rounded(rule, q)


def _rounded(rule: Pulses, p: np.ndarray) -> np.ndarray:
    """To the resolution; stochastic rounding leaves the mean as it is."""
    if rule.resolution == 0 or rule.rounding == "stochastic":
        return p
    return np.minimum(np.rint(p / rule.resolution) * rule.resolution, 1)


def _counts(rule: Pulses, p: np.ndarray, q: np.ndarray, slots: np.ndarray) -> Iterator[np.ndarray]:
    """Pulses of every cell, sample by sample, of the two deterministic schemes."""
    for rows, columns, length in zip(p, q, slots, strict=True):
        if rule.kind == "implicit":
            yield np.rint(length * np.outer(rows, columns))
        else:
            yield np.rint(np.outer(np.rint(length * rows), np.rint(length * columns)) / length)


def _of_products(u: np.ndarray, v: np.ndarray, samples: int) -> tuple[np.ndarray, np.ndarray, np.ndarray]:
    """Means over `samples` of u_i v_j, its size and its square."""
    n = max(samples, 1)
    return u.T @ v / n, np.abs(u).T @ np.abs(v) / n, (u**2).T @ v**2 / n


def _spread(lines: int, most: int) -> np.ndarray:
    return np.unique(np.linspace(0, lines - 1, min(lines, most)).astype(int))
