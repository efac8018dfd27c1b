"""Which model describes the curves best: AIC, BIC, and how well it foretells what it was not fitted to."""

from collections.abc import Iterator
from dataclasses import replace

import numpy as np

from crossbar.fitting.likelihood import Data, densities
from crossbar.fitting.search import Optimum, descend

FOLDS, BLOCKS = 5, 10
ROUNDS = 10  # of a search that begins at the optimum of all readings


def aic(log_likelihood: float, parameters: int) -> float:
    """Akaike 1974."""
    return 2 * parameters - 2 * log_likelihood


def bic(log_likelihood: float, parameters: int, readings: int) -> float:
    """Schwarz 1978."""
    return parameters * float(np.log(readings)) - 2 * log_likelihood


def folds(data: Data) -> Iterator[np.ndarray]:
    """Readings that are held out in turn: whole cycles, or of a single cycle every fifth of ten blocks a curve."""
    cycles = np.unique(data.cycles)
    group = np.searchsorted(cycles, data.cycles) if len(cycles) > 1 else _blocks(data)
    count = min(FOLDS, int(group.max()) + 1)
    for fold in range(count):
        if (mask := (group % count == fold) & data.counted).any():
            yield mask


def _blocks(data: Data) -> np.ndarray:
    sizes = np.diff(data.starts)
    return np.concatenate([np.arange(n) * BLOCKS // max(n, 1) for n in sizes])


def held_out(found: Optimum) -> np.ndarray:
    """(readings,): log density of every reading under parameters found without its fold; 0 where none is counted.

    The filter runs through the held-out readings too, so every density is that of a reading given all before it;
    only the parameters do not know them.
    """
    problem, data = found.problem, found.problem.data
    scores = np.zeros(len(data.y))
    for mask in folds(data):
        training = replace(problem, mask=data.counted & ~mask)
        z = descend(training, found.z, ROUNDS)[0]
        scores[mask] = densities(problem.model, problem.values(z), data, problem.unseen)[mask]
    return scores
