"""One writer at a time, and a way to tell a living writer from a killed one.

The lock lies on one byte far behind the end of the file.  It belongs to the open file (Linux: "open file
description locks"), so it ends with the process however that ends, stays when the same process closes another
reader of the file, and does not meet HDF5's own locks, which readers hold too.  Elsewhere than on Linux
nothing is locked or checked.
"""

from __future__ import annotations

import os
import struct
import sys
from contextlib import suppress
from pathlib import Path

from crossbar.errors import FileError

if sys.platform == "linux":
    from fcntl import F_OFD_GETLK, F_OFD_SETLK, F_UNLCK, F_WRLCK, fcntl

_FLOCK = "hhqqi"  # struct flock: type, whence, start, length, process
_FAR = 1 << 62


def lock(path: Path) -> int:
    """Hold `path` as its one writer: returns a descriptor, to be given to `unlock`.

    Raises FileError if another writer holds it or it may not be written.
    """
    try:
        descriptor = os.open(path, os.O_RDWR)
    except OSError as error:
        raise FileError(f"{path}: must be writable ({error.strerror}); change its permissions") from None
    try:
        if sys.platform == "linux":
            fcntl(descriptor, F_OFD_SETLK, _on_far_byte())
    except BlockingIOError:
        os.close(descriptor)
        raise FileError(
            f"{path}: must have no other writer, but a process is writing it; wait for it or stop it"
        ) from None
    except OSError:
        pass  # a file system without locks
    return descriptor


def _on_far_byte() -> bytes:
    return struct.pack(_FLOCK, F_WRLCK, os.SEEK_SET, _FAR, 1, 0)


def unlock(descriptor: int) -> None:
    """Give up a lock; -1 stands for none."""
    if descriptor >= 0:
        os.close(descriptor)


def is_same(descriptor: int, path: Path) -> bool:
    """Whether `path` is still the file that was opened as `descriptor`."""
    return path.exists() and os.path.samestat(os.fstat(descriptor), os.stat(path))


def is_being_written(path: Path) -> bool:
    """Whether a living writer holds `path`; False where there are no locks."""
    with suppress(OSError), open(path, "rb") as file:
        if sys.platform == "linux":
            found = fcntl(file, F_OFD_GETLK, _on_far_byte())
            return struct.unpack_from(_FLOCK, found)[0] != F_UNLCK
    return False
