"""Single pulses on their way from the arrays into the trajectory.  docs/theory.md (3.9).

An event is what one write did to one cell: sample, layer, array, row, column, signed number of pulses, weight after.
"""

from collections.abc import Callable
from typing import Any

import numpy as np

from crossbar.errors import SpecError
from crossbar.network import MLP

BLOCK = 2**16  # events handed on at a time: a chunk of the file
ARRAYS = ("c", "a", "a2", "a3", "a4", "a5", "a6", "a7")  # as numbered in addresses and in the log
COLUMNS = {  # name: dtype, meaning; "weight" has the dtype of the network
    "at_sample": ("i8", "number of the training sample since the start"),
    "layer": ("i2", "number of the layer"),
    "array": ("i1", "0: C, which holds the weights; 1: A, the auxiliary array; 2, 3, ...: a2, a3, ..."),
    "row": ("i4", "row of the cell"),
    "col": ("i4", "column of the cell"),
    "count": ("i2", "signed number of pulses of one write: up positive"),
    "weight": ("", "weight after them"),
}
Columns = dict[str, np.ndarray]


def types(dtype: Any) -> dict[str, np.dtype]:
    return {name: np.dtype(kind or dtype) for name, (kind, _) in COLUMNS.items()}


class Events:
    """Takes the events of a network out of its arrays after each call, and hands them on in blocks.

    hand_on(columns): gets BLOCK events at a time, fewer from `flush`; None: they are kept for `flush`.
    """

    def __init__(self, network: MLP, hand_on: Callable[[Columns], Any] | None = None) -> None:
        self.network, self.hand_on, self.waiting, self.found = network, hand_on, 0, list[Columns]()

    def collect(self) -> None:
        """Those of the last call, in the order of its samples; the arrays' logs are empty then."""
        parts = [
            part for layer, tile in enumerate(self.network.tiles) for name, array in tile.arrays.items()
            if (part := _taken(layer, ARRAYS.index(name), array)) is not None
        ]  # fmt: skip
        if parts:
            columns = {name: np.concatenate([part[name] for part in parts]) for name in COLUMNS}
            order = np.argsort(columns["at_sample"], kind="stable")
            self.found.append({name: values[order] for name, values in columns.items()})
            self.waiting += len(order)
        if self.hand_on and self.waiting >= BLOCK:
            self._hand_on(self.waiting // BLOCK * BLOCK)

    def flush(self) -> Columns:
        """What has not been handed on, and forgets it."""
        rest = self._joined()
        self.found, self.waiting = [], 0
        return rest

    def _hand_on(self, n: int) -> None:
        whole = self.flush()
        assert self.hand_on is not None
        self.hand_on({name: values[:n] for name, values in whole.items()})
        self.found = [{name: values[n:] for name, values in whole.items()}]
        self.waiting = len(self.found[0]["row"])

    def _joined(self) -> Columns:
        kinds = types(self.network.tiles[0].dtype)
        return {
            name: np.concatenate([np.zeros(0, kind), *(part[name] for part in self.found)])
            for name, kind in kinds.items()
        }


def _taken(layer: int, number: int, array: Any) -> Columns | None:
    """The log of one array, member by member of its crew: a cell belongs to one of them at each write."""
    from kernels.diary import PLACE, SAMPLE, SIGNED

    used = getattr(array.diary, "used", None)
    if used is None or not used.any():
        return None
    room = array.diary.after.shape[1]
    assert used.max() <= room, "the log of an array has overflowed: Kept.samples promised that it cannot"
    events = np.concatenate([array.diary.events[m, :n] for m, n in enumerate(used)])
    after = np.concatenate([array.diary.after[m, :n] for m, n in enumerate(used)])
    used[:] = 0
    kinds, rows = types(array.w.dtype), len(events)
    row, col = np.divmod(events[:, PLACE], array.w.shape[1])
    found = {
        "at_sample": events[:, SAMPLE], "layer": np.full(rows, layer), "array": np.full(rows, number), "row": row,
        "col": col, "count": events[:, SIGNED], "weight": after,
    }  # fmt: skip
    return {name: values.astype(kinds[name]) for name, values in found.items()}


def replay(weights: np.ndarray, log: Columns, layer: int, array: str = "c") -> np.ndarray:
    """The weights (n_in, n_out) of one array after the logged pulses, bit for bit; weights: before them.

    log: columns of a trajectory's `pulse_log`.  Every pulse on the array must be logged, and nothing but pulses may
    move its devices (no retention, no half-select).
    SpecError: no such array; a log of an array of another shape.
    """
    if array not in ARRAYS:
        raise SpecError(f'replay: array must be "a" or "c", or "a2" to "a7" (got {array!r}); name one of them.')
    mine = (log["layer"] == layer) & (log["array"] == ARRAYS.index(array))
    w = np.array(weights)
    reached = tuple(int(log[name][mine].max(initial=-1)) + 1 for name in ("row", "col"))
    if w.ndim != 2 or any(size > has for size, has in zip(reached, w.shape, strict=True)):
        raise SpecError(f"replay: weights must be those of the logged array, of at least {reached[0]} x {reached[1]} "
                        f"cells (got {w.shape}); take layer{layer}/weights_{array}.")
    w[log["row"][mine], log["col"][mine]] = log["weight"][mine]  # in order: the last one stays
    return w
