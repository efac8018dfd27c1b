"""What can go wrong with a file, said in one line; and how to let go of a file that cannot be written."""

from __future__ import annotations

import errno
import os
import re
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

import h5py

from crossbar.errors import FileError, SpecError

_FULL = {getattr(errno, name) for name in ("ENOSPC", "EFBIG", "EDQUOT") if hasattr(errno, name)}
# What h5py raises on a damaged file (it has no exception of its own; AttributeError: nothing where an object should
# be), and Variable on nonsense in one.
_DAMAGE = (OSError, RuntimeError, KeyError, ValueError, TypeError, IndexError, OverflowError, AttributeError, SpecError)


class DiskFull(FileError):
    """A write found no room.  Everything acknowledged before stays readable."""

    hard_exit = True


@contextmanager
def reading(path: Path) -> Iterator[None]:
    """Turn whatever h5py raises on a damaged file into one FileError."""
    try:
        yield
    except _DAMAGE as error:
        raise FileError(
            f"{path}: must be a readable trajectory file; it is truncated or damaged ({cause(error)}); "
            "use a copy of it, or run the experiment again"
        ) from error


@contextmanager
def writing(path: Path, let_go: Callable[[], None] = lambda: None) -> Iterator[None]:
    """Turn a failed write into DiskFull or FileError, after `let_go()` has dropped what can no longer be
    saved."""
    try:
        yield
    except (OSError, RuntimeError) as error:
        let_go()
        raise _cannot_write(path, error) from error


def _cannot_write(path: Path, error: OSError | RuntimeError) -> FileError:
    number = _errno(error)
    if number in _FULL:
        return DiskFull(
            f"{path}: needs room to grow, but the disk or the quota is full ({os.strerror(number)}); what "
            "was acknowledged is kept: make room, then resume"
        )
    reason = os.strerror(number) if number else cause(error)
    return FileError(f"{path}: must be writable ({reason}); check the folder and its permissions")


def _errno(error: OSError | RuntimeError) -> int:
    """The error number, which h5py sometimes hides in the text of a RuntimeError."""
    if isinstance(error, OSError) and error.errno:
        return error.errno
    found = re.search(r"errno = (\d+)", str(error))
    return int(found[1]) if found else 0


def cause(error: BaseException) -> str:
    """The innermost reason that an error of h5py gives, in parentheses at the end of its first line, or all of it."""
    text = str(error.args[0] if isinstance(error, KeyError) and error.args else error).strip().partition("\n")[0]
    inner = re.search(r"\(([^()]+)\)?$", text)
    return inner[1] if inner else text or type(error).__name__


def abandon(h5: h5py.File) -> None:
    """Drop a file whose writes fail.

    HDF5 keeps what it could not write and tries again at every close, and a failed close crashes the
    interpreter at its end (measured, HDF5 2.0).  So the file's descriptor is pointed at the null device
    first: the bytes that had no room go nowhere, and the file on disk stays as a kill would have left it.
    It is open for writing only, so that HDF5 fails where it would read: in SWMR mode it takes the bytes that the
    null device does not give for late ones, and waits for them, ever longer (measured: for ever).
    """
    if not h5.id.valid:
        return
    null = os.open(os.devnull, os.O_WRONLY)
    os.dup2(null, h5.id.get_vfd_handle())
    os.close(null)
    with suppress(Exception):
        h5.close()
