"""Memory of a Tiki-Taka tile in bytes a cross-point, both arrays with full d2d: counted, and as the process grew."""

import os
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import numpy as np

from crossbar.bench.devices import tiki_taka
from crossbar.bench.figure import Figure, counted, missing
from crossbar.bench.plan import Plan
from crossbar.layers import Tile

PEAK = "peak_rss_bytes_per_crosspoint"


def measure(plan: Plan) -> list[Figure]:
    n = plan.memory
    Tile(8, 8, tiki_taka(d2d=True))  # what is imported on the way is not the tile's
    before, top = resident(), peak()
    tile = Tile(n, n, tiki_taka(d2d=True))
    note = f"{n} x {n}, Tiki-Taka, d2d on both arrays"
    found = [counted("bytes_per_crosspoint", "bytes", bytes_of(tile.state) / n**2, f"{note}, every buffer once")]
    if before is None or top is None:
        return [*found, missing(PEAK, "bytes", "no /proc and no getrusage here")]
    grown = [("rss_bytes_per_crosspoint", resident(), "process, once built"), (PEAK, peak(), "at most while building")]
    return found + [
        counted(name, "bytes", ((now or 0) - before) / n**2, f"{note}, {what}") for name, now, what in grown
    ]


def bytes_of(state: Any) -> int:
    """Bytes of every array reachable from nested NamedTuples; arrays that share a buffer count once."""
    return sum({id(owner): owner.nbytes for owner in map(_owner, arrays_of(state))}.values())


def arrays_of(state: Any) -> Iterator[np.ndarray]:
    if isinstance(state, np.ndarray):
        yield state
    elif isinstance(state, tuple):
        for part in state:
            yield from arrays_of(part)


def _owner(array: np.ndarray) -> np.ndarray:
    while isinstance(array.base, np.ndarray):
        array = array.base
    return array


def resident() -> int | None:
    """Bytes of this process in memory."""
    try:
        pages = int(Path("/proc/self/statm").read_text().split()[1])
    except OSError:
        return None
    return pages * os.sysconf("SC_PAGE_SIZE")


def peak() -> int | None:
    """The most it ever had."""
    try:
        import resource
    except ImportError:
        return None
    most = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    return most if sys.platform == "darwin" else most * 1024
