"""What the network sees of two arrays: W = gamma A + C, as one combined current.  docs/theory.md (5.2)."""

from .._jit import ONE, ZERO
from ..mvm import charge, charge_back


def current(tile, driven, y):
    charge(y, driven, tile.c, ONE)
    if tile.gamma != ZERO:
        charge(y, driven, tile.a, tile.gamma)


def current_back(tile, slots, e):
    charge_back(e, slots, tile.c, ONE)
    if tile.gamma != ZERO:
        charge_back(e, slots, tile.a, tile.gamma)
