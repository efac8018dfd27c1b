"""A new trajectory file: made in a temporary file, then put in its place with SWMR on."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager, suppress
from datetime import UTC, datetime
from pathlib import Path

import h5py

from crossbar.trajectory import place
from crossbar.trajectory.faults import abandon, writing
from crossbar.trajectory.lock import lock
from crossbar.trajectory.objects import LIBVER, build
from crossbar.trajectory.variable import Variable


@contextmanager
def new_file(
    path: Path, variables: Sequence[Variable], root: Mapping[str, object], provenance: Mapping[str, object]
) -> Iterator[tuple[h5py.File, Path]]:
    """A file with every object of a trajectory under a temporary name beside `path`, for the caller to fill
    and move.

    If the caller fails, the temporary file is removed.
    """
    temp = place.temporary(path)
    h5: h5py.File | None = None
    try:
        with writing(path):
            h5 = h5py.File(temp, "w", libver=LIBVER, track_order=True)
            build(h5, variables, root, provenance)
            yield h5, temp
    except BaseException:
        if h5 is not None:
            abandon(h5)
        with suppress(OSError):  # the error that brought us here is the one to tell
            temp.unlink()
        raise


def begin(h5: h5py.File, temp: Path) -> int:
    """Switch SWMR on, from when on a kill leaves a readable file; returns the writer's lock."""
    h5.flush()
    h5.swmr_mode = True
    return lock(temp)


def history(what: str) -> str:
    """A line of the attribute `history`: the time (UTC) and what happened."""
    return f"{datetime.now(UTC):%Y-%m-%dT%H:%M:%SZ} {what}"
