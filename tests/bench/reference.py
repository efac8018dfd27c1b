"""The frozen reference: NumPy's x @ W in float32, W (785, 256), on one thread.  Nothing of ours takes part.

A change here changes every ratio: run scripts/update_bench_baseline.py with it.
"""

from time import perf_counter

import numpy as np

PRODUCTS = 100

_rng = np.random.default_rng(0)
_x = _rng.uniform(-1, 1, 785).astype(np.float32)
_w = _rng.uniform(-1, 1, (785, 256)).astype(np.float32)


def seconds():
    """The median of a hundred products, W in the cache."""
    times = np.zeros(PRODUCTS)
    for n in range(PRODUCTS):
        start = perf_counter()
        _x @ _w
        times[n] = perf_counter() - start
    return float(np.median(times))
