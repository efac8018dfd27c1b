"""What the arrays of a network keep about single pulses: counts of every device, a log.  docs/theory.md (3.9)."""

from dataclasses import dataclass
from typing import Any, NamedTuple

import numpy as np

from crossbar.crew import Crew

ROOM = 2**18  # events an array has room for in one call; a sample that may need more gets more


class Place(NamedTuple):
    layer: int
    row: int
    col: int


@dataclass(frozen=True)
class Kept:
    """counted: pulses of every device.  logged: samples first to last - 1 whose pulses are noted, of the cells given
    (of all, where there are none).  batch: samples of the smallest call."""

    counted: bool = False
    logged: tuple[int, int] | None = None
    cells: tuple[Place, ...] = ()
    batch: int = 1

    def diary(self, shape: tuple[int, int, int], crew: Crew, layer: int) -> Any:
        """The diary of an array of shape (devices, n_in, n_out)."""
        from kernels import beside
        from kernels.diary import Blank

        if not self.counted and self.logged is None:
            return Blank(0)
        cells = shape[1] * shape[2]
        members = crew.state.size if cells >= crew.state.least else 1
        chosen = [place.row * shape[2] + place.col for place in self._in(layer)] if self.cells else None
        room = max(ROOM, self.batch * self._logged(layer, cells)) if self.logged else 0
        states = int(np.prod(shape))
        return beside.diary(states, cells, self.counted, self.logged or (0, 0), chosen, room, members)

    def samples(self, layers: list[int]) -> int:
        """How many logged samples a call may have, given the cells of each layer: a sample pulses a cell once."""
        most = max(self._logged(layer, cells) for layer, cells in enumerate(layers))
        return max(ROOM // max(most, 1) // self.batch, 1) * self.batch

    def _in(self, layer: int) -> list[Place]:
        return [place for place in self.cells if place.layer == layer]

    def _logged(self, layer: int, cells: int) -> int:
        return len(self._in(layer)) if self.cells else cells


NOTHING = Kept()
