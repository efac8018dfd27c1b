"""Files in their place: temporary names, atomic appearance, whether a file was closed."""

from __future__ import annotations

import os
from collections.abc import Callable, Sequence
from pathlib import Path

from crossbar.errors import FileError

SIGNATURE = b"\x89HDF\r\n\x1a\n"


def must_be_writable(path: Path, overwrite: bool = False) -> None:
    """Raise FileError unless a file can be made at `path`, where one may exist only with `overwrite`."""
    folder = path.parent
    if os.path.isdir(path):
        raise FileError(f"{path}: the output must be a file, but is a folder; add a file name")
    if not overwrite and os.path.lexists(path):
        raise FileError(f"{path}: the output must not exist yet; choose another name or move it away")
    if not os.path.isdir(folder):
        raise FileError(f"{path}: the output's folder must exist ({folder} does not); create it or choose another")
    if not os.access(folder, os.W_OK | os.X_OK):
        raise FileError(f"{path}: the output's folder must be writable; change its permissions or choose another")


def of_output(out: str | os.PathLike[str], what: str, suffixes: Sequence[str], overwrite: bool = False) -> Path:
    """Where a file that is asked for will lie.  FileError: another suffix, and as `must_be_writable`."""
    path = Path(out).absolute()
    if path.suffix.lower() not in suffixes:
        rule = f"one of {', '.join(suffixes)}" if len(suffixes) > 1 else suffixes[0]
        raise FileError(f"{path}: the {what}'s suffix must be {rule} (got {path.suffix!r}); change the name.")
    must_be_writable(path, overwrite)
    return path


def write_whole(path: Path, what: str, write: Callable[[Path], object], overwrite: bool = False) -> Path:
    """Lets `write` make a file, which appears at `path` whole or not at all; returns it.  FileError: not writable."""
    temp = temporary(path)
    try:
        write(temp)
        move(temp, path, overwrite)
    except OSError as error:
        raise FileError(f"{path}: the {what} must be writable (got {error.strerror or error}); make room, check "
                        "permissions, or choose another folder.") from None
    finally:
        temp.unlink(missing_ok=True)
    return path


def temporary(path: Path) -> Path:
    """A hidden name beside `path`, this process's own."""
    return path.with_name(f".{path.name}.{os.getpid()}.tmp")


def remove_leftovers(path: Path) -> None:
    """Remove temporary files of killed writers of `path`; only its writer may call this."""
    for left in path.parent.glob(f".{_escaped(path.name)}.*.tmp"):
        left.unlink(missing_ok=True)


def _escaped(name: str) -> str:
    return "".join(f"[{c}]" if c in "*?[" else c for c in name)


def move(temp: Path, path: Path, overwrite: bool) -> None:
    """Let `temp` appear as `path` in one atomic step; raise FileError if that exists by now and is not to be
    replaced.

    A hard link never replaces a file, a rename does.  Where the file system has no links, an empty file
    reserves the name first.
    """
    if overwrite:
        os.replace(temp, path)
        return
    try:
        _move_new(temp, path)
    except FileExistsError:
        raise FileError(f"{path}: the output must not exist yet, but has just appeared; choose another") from None


def _move_new(temp: Path, path: Path) -> None:
    try:
        os.link(temp, path)
    except FileExistsError:
        raise
    except OSError:
        os.close(os.open(path, os.O_CREAT | os.O_EXCL | os.O_WRONLY))
        os.replace(temp, path)
    else:
        os.unlink(temp)


def was_closed(path: Path) -> bool:
    """Whether the last writer closed `path`: False while it is written and after a kill.

    Byte 11 of superblocks 2 and 3 holds the consistency flags (HDF5 File Format Specification 3.0, II.A).
    Raises FileError where there is no HDF5 file.
    """
    try:
        with open(path, "rb") as file:
            head = file.read(12)
    except FileNotFoundError:
        raise FileError(f"{path}: must be a trajectory file; there is none; check the name") from None
    except OSError as error:
        raise FileError(f"{path}: must be a readable file ({error.strerror}); check name and permissions") from None
    if len(head) < 12 or not head.startswith(SIGNATURE):
        raise FileError(f"{path}: must be an HDF5 file, but begins with {head[:8]!r}; give a file that crossbar wrote")
    return head[8] < 2 or head[11] == 0
