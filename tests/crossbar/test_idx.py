"""The idx reader takes what is whole and names what is not."""

import gzip
import hashlib
import struct

import numpy as np
import pytest

from crossbar import idx
from crossbar.errors import DataError


def packed(array, kind=8, axes=None):
    header = struct.pack(">BBBB", 0, 0, kind, array.ndim if axes is None else axes)
    return header + struct.pack(f">{array.ndim}I", *array.shape) + array.tobytes()


IMAGES = np.arange(3 * 4 * 5, dtype=np.uint8).reshape(3, 4, 5)
WHOLE = packed(IMAGES)


@pytest.mark.parametrize("pack", [bytes, gzip.compress])
def test_reads_plain_and_gzipped(tmp_path, pack):
    path = tmp_path / "any name"
    path.write_bytes(pack(WHOLE))
    array, checksum = idx.read(path, 3)
    np.testing.assert_array_equal(array, IMAGES)
    assert array.dtype == np.uint8
    assert checksum == hashlib.sha256(WHOLE).hexdigest()


BROKEN = {
    "no magic": (b"\0\0", "truncated: 2 bytes"),
    "empty file": (b"", "truncated: 0 bytes"),
    "not idx": (b"<html>sorry</html>", "magic number 0x3c68746d, not 0x00000803"),
    "float32": (packed(IMAGES, kind=0x0D), "magic number 0x00000d03, not 0x00000803"),
    "labels": (packed(IMAGES[:, 0, 0]), "1 axes, not 3"),
    "header cut": (WHOLE[:15], "truncated: 15 bytes, the header alone has 16"),
    "one byte short": (WHOLE[:-1], "truncated: 3 x 4 x 5 values need 60 bytes, 59 follow"),
    "one byte long": (WHOLE + b"\0", "trailing bytes: 3 x 4 x 5 values need 60 bytes, 61 follow"),
    "header lies": (packed(IMAGES)[:4] + b"\xff" * 12 + b"\0", "truncated: 4294967295 x"),
    "no images": (packed(IMAGES[:0]), "empty: its header says 0 x 4 x 5"),
    "gzip cut": (gzip.compress(WHOLE)[:-9], "broken gzip"),
    "gzip tail cut": (gzip.compress(WHOLE)[:-1], "broken gzip"),
    "gzip damaged": (gzip.compress(WHOLE)[:20] + b"\xff\xff" + gzip.compress(WHOLE)[22:], "broken gzip"),
    "gzip and more": (gzip.compress(WHOLE) + b"more", "broken gzip"),
}


@pytest.mark.parametrize(("content", "what"), BROKEN.values(), ids=BROKEN)
def test_broken_file_is_named(tmp_path, content, what):
    path = tmp_path / "train-images-idx3-ubyte"
    path.write_bytes(content)
    with pytest.raises(DataError) as error:
        idx.read(path, 3)
    message = str(error.value)
    assert message.startswith(f"{path}: ")
    assert what in message
    assert "fetch it again" in message


def test_missing_file_is_named(tmp_path):
    with pytest.raises(DataError, match="cannot be read \\(No such file"):
        idx.read(tmp_path / "nothing", 1)
