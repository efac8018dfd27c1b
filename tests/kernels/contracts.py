"""What every device must do in every tile: the cases of the contracts, from the registry."""

from typing import Any, NamedTuple

import numpy as np

from .layers import Setup, kernel
from .states import DEVICES


class Case(NamedTuple):
    setup: Setup
    dtype: str
    name: str

    def layer(self, **changes):
        return kernel(self.setup._replace(**changes), self.dtype)


def _pairs():
    """Every device as A or as C of a Tiki-Taka tile: a tile for each two devices, for tiles take long to compile."""
    names = list(DEVICES)
    names += names[: len(names) % 2]
    return zip(names[::2], names[1::2], strict=True)


SINGLES = [Case(Setup(d), dtype, f"{d.__name__}-{dtype}") for d in DEVICES for dtype in ("f4", "f8")]
DOUBLES = [Case(Setup(c, a, transfer_rate=1.5, rows=2), "f4", f"{c.__name__}+{a.__name__}-f4") for c, a in _pairs()]
CASES = SINGLES + DOUBLES


def arrays(layer):
    """The arrays of a tile, the one that takes the gradient first."""
    tile = layer.tile
    return [tile.a, tile.c] if hasattr(tile, "a") else [tile.c]


def gradient_array(layer):
    return arrays(layer)[0]


def weights(layer):
    return b"".join(array.w.tobytes() for array in arrays(layer))


def everything(layer) -> list[Any]:
    """Every number that learning changes."""
    return [np.copy(v) for array in arrays(layer) for v in (array.w, array.stats, *_beside(array))]


def _beside(array):
    """States of compound cells, ages and counts, where there are any."""
    parts = (array.cell, ("v", "drawn", "turn")), (array.clock, ("since",)), (array.diary, ("counts",))
    return [getattr(part, name) for part, names in parts for name in names if hasattr(part, name)]
