"""What every device must do in every tile: the cases of the contracts, from the registry."""

from typing import Any, NamedTuple

import numpy as np

from kernels import devices

from . import family
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
ALGORITHMS = {  # every tile of the Tiki-Taka family, in float64 as their comparison with the twins
    "ttv2": family.Algorithm("ttv2"),
    "chopped": family.Algorithm("chopped", periodic=True, row_chance=1 / 3, column_chance=1 / 2),
    "agad": family.Algorithm("agad", periodic=True, row_chance=1 / 2, column_chance=1 / 3),
    "mixed precision": family.Algorithm("mixed_precision"),
    "residual": family.Algorithm("residual", arrays=3),
}
PAIR = Setup(devices.Constant, devices.Linear, transfer_rate=1.5, rows=2)
FAMILY = [Case(PAIR._replace(algorithm=a), "f8", f"{name}-f8") for name, a in ALGORITHMS.items()]
CASES = SINGLES + DOUBLES + FAMILY


def arrays(layer):
    """The arrays of a tile, the one that takes the gradient first."""
    return family.arrays(layer.tile)


def gradient_array(layer):
    return arrays(layer)[0]


def weights(layer):
    return b"".join(array.w.tobytes() for array in arrays(layer))


def everything(layer) -> list[Any]:
    """Every number that learning changes."""
    found = [np.copy(v) for array in arrays(layer) for v in (array.w, array.stats, *_beside(array))]
    return found + [np.copy(v) for v in family.digital(layer.tile).values()]


def _beside(array):
    """States of compound cells, ages and counts, where there are any."""
    parts = (array.cell, ("v", "drawn", "turn")), (array.clock, ("since",)), (array.diary, ("counts",))
    return [getattr(part, name) for part, names in parts for name in names if hasattr(part, name)]
