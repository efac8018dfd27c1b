"""Device laws: what one pulse does to one device.  docs/theory.md (2).

A device is a NamedTuple with at least `cells` (records of per-cell parameters, among them `w_min` and `w_max`; shape
(n_in, n_out), or (1, 1) when all cells are equal) and `c2c` (0: no normals are drawn).  A law is one scalar function

    law(dev, cell, w, up, z) -> w'

of the device, the cell's record, its weight, the direction and a fresh standard normal.  The loop clips w' to the
cell's bounds.  `register(Class, law)` compiles it into every loop at full speed.
"""

import inspect

from .._jit import HALF, ONE, TWO, ZERO, class_of, generic_inline

_LAWS = {}


@generic_inline
def pulse(dev, cell, w, up, z):
    """The weight after one pulse, before the clip."""
    return _LAWS[class_of(dev)]


def register(cls, law):
    """Makes `law` the law of the devices whose state is the NamedTuple class `cls`.

    Raises TypeError when the class or the law has not the form described at the head of this package.
    """
    name = getattr(cls, "__name__", repr(cls))
    missing = [f for f in ("cells", "c2c") if f not in getattr(cls, "_fields", ())]
    if missing:
        raise TypeError(f"register: {name} must be a NamedTuple with the fields cells and c2c (missing: {missing})")
    arguments = list(inspect.signature(law).parameters)
    if arguments != ["dev", "cell", "w", "up", "z"]:
        raise TypeError(f"register: the law of {name} must take (dev, cell, w, up, z) (got {tuple(arguments)})")
    _LAWS[cls] = law
    return cls


def registered():
    """The registered classes, in the order of their registration."""
    return tuple(_LAWS)


from .constant import Constant  # noqa: E402
from .exponential import Exponential, ExponentialNoisy  # noqa: E402
from .linear import Linear, LinearAdditive, SoftBounds  # noqa: E402
from .power import Power  # noqa: E402
from .table import Table  # noqa: E402

__all__ = [
    "HALF", "ONE", "TWO", "ZERO",
    "Constant", "Exponential", "ExponentialNoisy", "Linear", "LinearAdditive", "Power", "SoftBounds", "Table",
    "pulse", "register", "registered",
]  # fmt: skip
