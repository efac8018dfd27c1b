"""U, the unit of all figures: one NumPy product x @ W in float32, W (785, 256), on one thread."""

from time import perf_counter

import numpy as np

SHAPE = (785, 256)  # the first layer of lee2022, its bias row counted


class Unit:
    """Measures U."""

    def __init__(self) -> None:
        rng = np.random.default_rng(0)
        self.x = rng.uniform(-1, 1, SHAPE[0]).astype(np.float32)
        self.w = rng.uniform(-1, 1, SHAPE).astype(np.float32)

    def product(self) -> np.ndarray:
        return self.x @ self.w

    def seconds(self, n: int = 200) -> float:
        """The median of n products, W in the cache: the first few bring it there."""
        times = np.zeros(n)
        for i in range(n):
            start = perf_counter()
            self.product()
            times[i] = perf_counter() - start
        return float(np.median(times))
