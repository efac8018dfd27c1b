"""A device law that kills the process it is made in, if that is a worker; and one that cannot be made at all."""

import multiprocessing
import os
from typing import Any, NamedTuple

from kernels.devices import register

if multiprocessing.parent_process() is not None or os.environ.get("POISON"):
    os._exit(9)


class Deadly(NamedTuple):
    cells: Any


def deadly(dev, cell, w, up, z):
    return w


register(Deadly, deadly)
