"""The idx files that MNIST comes in: magic 0, 0, type, number of axes; the axes' lengths; then the numbers.

Source: Y. LeCun, C. Cortes, C. Burges, "The MNIST database", section "File formats".  Integers are
big-endian; of the types only unsigned bytes (0x08) carry images and labels, so nothing else is read.
"""

import gzip
import hashlib
import math
import zlib
from pathlib import Path

import numpy as np

from crossbar.errors import DataError

UBYTE = 0x08
GZIP = b"\x1f\x8b"
REMEDY = "delete it and fetch it again; it must be an idx file of unsigned bytes, plain or gzipped"


def read(path: str | Path, axes: int) -> tuple[np.ndarray, str]:
    """The array of an idx file and the SHA-256 of its unpacked bytes.

    Plain or gzipped, told apart by the first two bytes, not by the name.

    Parameters
    ----------
    path : file
    axes : axes the array must have, 3 for images, 1 for labels

    Returns
    -------
    array : uint8, as many axes as asked, every length >= 1
    checksum : 64 hexadecimal digits

    Raises
    ------
    DataError : unreadable, not gzip though it begins like it, wrong magic, type or axes, empty, truncated, or
        longer than its header says
    """
    raw = _unpack(Path(path))
    lengths = _lengths(path, raw, axes)
    start, expected = 4 + 4 * axes, math.prod(lengths)
    found = len(raw) - start
    if found != expected:
        what = "truncated" if found < expected else "trailing bytes"
        raise _error(path, f"{what}: {_shape(lengths)} values need {expected} bytes, {found} follow it")
    return np.frombuffer(raw, np.uint8, offset=start).reshape(lengths), hashlib.sha256(raw).hexdigest()


def _error(path: str | Path, what: str) -> DataError:
    return DataError(f"{path}: {what}; {REMEDY}")


def _shape(lengths: tuple[int, ...]) -> str:
    return " x ".join(map(str, lengths))


def _unpack(path: Path) -> bytes:
    try:
        raw = path.read_bytes()
    except OSError as error:
        raise _error(path, f"cannot be read ({error.strerror or error})") from error
    if not raw.startswith(GZIP):
        return raw
    try:
        return gzip.decompress(raw)
    except (OSError, EOFError, zlib.error) as error:
        raise _error(path, f"broken gzip ({error})") from error


def _lengths(path: str | Path, raw: bytes, axes: int) -> tuple[int, ...]:
    """The checked header."""
    if len(raw) < 4:
        raise _error(path, f"truncated: {len(raw)} bytes, the magic number alone has 4")
    if raw[:2] != b"\0\0" or raw[2] != UBYTE:
        raise _error(path, f"magic number 0x{raw[:4].hex()}, not 0x{bytes([0, 0, UBYTE, axes]).hex()}")
    if raw[3] != axes:
        raise _error(path, f"{raw[3]} axes, not {axes}; images have 3 and labels 1, are they swapped?")
    if len(raw) < 4 + 4 * axes:
        raise _error(path, f"truncated: {len(raw)} bytes, the header alone has {4 + 4 * axes}")
    lengths = tuple(int(n) for n in np.frombuffer(raw, ">u4", axes, 4))
    if 0 in lengths:
        raise _error(path, f"empty: its header says {_shape(lengths)}")
    return lengths
