"""Which rows of A a transfer visits: cyclic, or a new permutation a sweep.  docs/theory.md (5.2)."""

from typing import Any

import numpy as np

from crossbar.seeds import key


class RowOrder:
    """The rows of layer `layer` of a Tiki-Taka training, in the order in which its kernel visits them."""

    def __init__(self, algorithm: Any, seed: int, layer: int, rows: int) -> None:
        self.rows, self.words, self.layer = rows, key(seed, "train"), layer
        self.each = rows if algorithm.rows_per_transfer == "all" else algorithm.rows_per_transfer
        self.permuted = algorithm.row_order == "permuted" and algorithm.rows_per_transfer != "all"
        self.visits, self.order = 0, np.arange(rows)

    def take(self) -> np.ndarray:
        """The rows of the next transfer, in order."""
        return np.array([self._next() for _ in range(self.each)])

    def _next(self) -> int:
        sweep, place = divmod(self.visits, self.rows)
        if self.permuted and place == 0:
            self.order = self._shuffled(sweep)
        self.visits += 1
        return int(self.order[place])

    def _shuffled(self, sweep: int) -> np.ndarray:
        """Fisher and Yates with the words of purpose ROW_ORDER at the address of the sweep."""
        order = np.arange(self.rows)
        for i in range(self.rows - 1, 0, -1):
            pick = self._word(sweep, self.rows - 1 - i) * (i + 1) >> 32
            order[i], order[pick] = order[pick], order[i]
        return order

    def _word(self, sweep: int, number: int) -> int:
        from kernels.epoch import philox_words
        from kernels.random import ROW_ORDER

        address = number >> 2, sweep & 0xFFFFFFFF, self.layer << 24 | 1 << 16, int(ROW_ORDER) << 24
        return int(philox_words(*map(np.uint64, (*address, *self.words)))[number & 3])
