"""What an array may have beside its weights and devices; by default one plain device a cross-point.

Each choice is a type, so what an array does not have costs nothing in its loops.
"""

from typing import Any, NamedTuple

import numpy as np

from .ageing import Ageing, Timeless
from .cells import Compound, Single
from .diary import Blank, Diary
from .half_select import HalfSelect, Undisturbed

MOST_SLOTS = 63  # of a train: in so many one line of a cell can fire alone


class Beside(NamedTuple):
    cell: Any = Single(1)
    clock: Any = Timeless(0)
    half: Any = Undisturbed(0)
    diary: Any = Blank(0)


def compound(v, share, route, noise=0.0, refresh_at=0.0, reset_std=0.0, budget=0):
    """Cells of len(share) devices; v: (devices, n_in, n_out), their states."""
    t, (devices, n_in, n_out) = v.dtype.type, v.shape
    drawn = np.zeros(n_in * n_out if noise else 0, v.dtype)
    rows = np.ascontiguousarray(v.reshape(devices * n_in, n_out))
    return Compound(
        rows.copy(), np.array(share, v.dtype), int(route), np.zeros(1, np.int64), t(noise), drawn, t(refresh_at),
        t(reset_std), int(budget),
    )  # fmt: skip


def ageing(fate, states, start=1.0, drifts=False, noisy=False):
    """fate: records loss, rest, diffusion, nu, origin; states: how many devices there are."""
    return Ageing(fate, bool(noisy), float(start), np.zeros(states if drifts else 0, np.int64))


def half_select(probability, size, direction, n_in, n_out, dtype):
    """probability: a slot; size: of a device step; direction: of kernels.half_select."""
    often = probability > 0.5
    rare = 1.0 - probability if often else float(probability)
    none = (1.0 - rare) ** np.arange(MOST_SLOTS + 1)
    rows, columns = np.zeros((2, n_in), np.uint32), np.zeros((2, n_out), np.uint32)
    return HalfSelect(none, rare / (1 - rare), often, np.dtype(dtype).type(size), int(direction), rows, columns)


def diary(states, cells, counted=True, span=(0, 0), chosen=None, room=0, members=1):
    """states, cells: of the array; span: samples that are logged; chosen: places of cells, None for all."""
    picked = np.zeros(0 if chosen is None else cells, bool)
    if chosen is not None:
        picked[np.asarray(chosen, np.int64)] = True
    counts = np.zeros((2, states if counted else 0), np.int64)
    events, after = np.zeros((members, room, 3), np.int64), np.zeros((members, room))
    return Diary(counts, np.array(span, np.int64), picked, events, after, np.zeros(members, np.int64))
