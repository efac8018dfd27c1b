"""What the parameters of the mean take from the noise: a bias of first order, taken out.  docs/theory.md (10.3)."""

from dataclasses import replace

import numpy as np

from crossbar.fitting.search import Optimum

NOISE = ("c2c", "read_noise", "slow_noise", "slow_time")
STEP = 1e-2  # of differences of information, in coordinates of the search
MOST = 0.3  # a correction beyond is none of first order
LEAST = 1e-8  # eigenvalue of the scaled information that counts as none


def unbiased(found: Optimum) -> Optimum:
    """The optimum with the bias of its noise, and the information at the estimates without it.

    Parameters b of the mean follow the readings, so that less is left for the noise t: where l is the likelihood, the
    restricted one l - log|I_bb|/2 has no such bias (Patterson & Thompson 1971; Cox & Reid 1987).  Its optimum is off
    by -I_tt^-1 d/dt log|I_bb|/2 in first order.
    """
    inner = found.inner
    noise = np.array([p.name in NOISE for p in found.problem.free]) & inner
    mean = inner & ~noise
    if not noise.any() or not mean.any():
        return found
    slopes = np.array([_slope(found, int(k), mean) for k in np.flatnonzero(noise)])
    information = found.information[np.ix_(noise, noise)]
    off = 0.5 * np.linalg.solve(information + 1e-6 * np.diag(1 + np.diag(information)), slopes)
    names = [p.name for p, mine in zip(found.problem.free, noise, strict=True) if mine]
    found = replace(found, bias=dict(zip(names, map(float, np.clip(off, -MOST, MOST)), strict=True)))
    # Too little noise would also promise too much of the parameters of the mean.
    return replace(found, information=found.problem.score(found.problem.at(found.values))[1])


def _slope(found: Optimum, k: int, mean: np.ndarray) -> float:
    """d/dt log|I_bb| by central differences."""
    ends = []
    for way in (1, -1):
        z = found.z.copy()
        z[k] += way * STEP
        ends.append(found.problem.of_means(z)[np.ix_(mean, mean)])
    scale = np.sqrt(np.diag(ends[0])) + 1e-2  # as the search: what moves nothing takes nothing
    more, less = (np.linalg.eigvalsh(A / np.outer(scale, scale)) for A in ends)
    known = np.minimum(more, less) > LEAST
    return float(np.sum(np.log(more[known] / less[known])) / (2 * STEP))
