"""Tiles: what the arrays of one layer do at each sample under each algorithm.  docs/theory.md (5).

A tile is a NamedTuple of arrays and knobs.  An algorithm says four things about its tile, and `register` makes them
part of every loop:

    current(tile, driven, y)       y += slots @ W of the visible weight W, over the rows that are driven
    current_back(tile, slots, e)   e += W @ slots
    learn(tile, step, x, d, stream, layer)   what one sample does
    note_all(tile, sample)         writes the probed cells of its arrays into their logs
"""

from .._jit import class_of, generic

_PARTS = {}


@generic
def current(tile, driven, y):
    return _PARTS[class_of(tile)][0]


@generic
def current_back(tile, slots, e):
    return _PARTS[class_of(tile)][1]


@generic
def learn(tile, step, x, d, stream, layer):
    return _PARTS[class_of(tile)][2]


@generic
def note_all(tile, sample):
    return _PARTS[class_of(tile)][3]


def register(cls, current, current_back, learn, note_all):
    """Makes the NamedTuple class `cls` a tile."""
    _PARTS[cls] = (current, current_back, learn, note_all)
    return cls


def registered():
    return tuple(_PARTS)


from .agad import Agad, Learnt  # noqa: E402
from .chopped import ChoppedTTv2  # noqa: E402
from .mixed_precision import MixedPrecision  # noqa: E402
from .residual import End, Link, Residual  # noqa: E402
from .sgd import Sgd  # noqa: E402
from .tiki_taka import TikiTaka  # noqa: E402
from .ttv2 import TTv2  # noqa: E402

__all__ = [
    "Agad", "ChoppedTTv2", "End", "Learnt", "Link", "MixedPrecision", "Residual", "Sgd", "TTv2", "TikiTaka", "current",
    "current_back", "learn", "note_all", "register", "registered",
]  # fmt: skip
