"""What tiles of two arrays have in common: W = gamma A + C as one current, time, probes.  docs/theory.md (5.2)."""

from .._jit import ONE, ZERO, kernel
from ..cells import grow_old
from ..hits import hits_of
from ..mvm import charge, charge_back
from ..random import at
from ..update import note


def current(tile, driven, y):
    charge(y, driven, tile.c, ONE)
    if tile.gamma != ZERO:
        charge(y, driven, tile.a, tile.gamma)


def current_back(tile, slots, e):
    charge_back(e, slots, tile.c, ONE)
    if tile.gamma != ZERO:
        charge_back(e, slots, tile.a, tile.gamma)


@kernel
def let_time_pass(tile, stream, layer):
    """A sample of time, on both arrays."""
    grow_old(tile.c.cell, tile.c, hits_of(tile.lines.hits, 0), at(stream, layer, 0, 0))
    grow_old(tile.a.cell, tile.a, hits_of(tile.lines.hits, 0), at(stream, layer, 1, 0))


def note_all(tile, sample):
    note(tile.c, sample)
    note(tile.a, sample)
