"""Repeats in turns: what drifts on the machine drifts under all jobs alike."""

from collections.abc import Callable, Mapping
from time import perf_counter

import numpy as np

Job = Callable[[], object]


def interleaved(jobs: Mapping[str, Job], rounds: int, warm: int = 1) -> dict[str, np.ndarray]:
    """Seconds of each job, (rounds,): every round runs every job once; the first `warm` rounds do not count."""
    seconds = {name: np.zeros(rounds) for name in jobs}
    for n in range(-warm, rounds):
        for name, job in jobs.items():
            taken = timed(job)
            if n >= 0:
                seconds[name][n] = taken
    return seconds


def timed(job: Job) -> float:
    start = perf_counter()
    job()
    return perf_counter() - start
