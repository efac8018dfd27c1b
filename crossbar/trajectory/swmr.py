"""Open a file as a reader beside its writer (single writer, multiple readers), or after a kill."""

from __future__ import annotations

import ctypes
from pathlib import Path

import h5py
from h5py import h5f, h5p
from h5py._objects import phil

# HDF5 reads a piece of metadata again while its checksum does not fit, in case a writer is at it, and sleeps twice as
# long each time: 1 ns, 2 ns ...  Its default of 100 times never ends on a damaged file.  24 times make 17 ms.
ATTEMPTS = 24


def open_swmr(path: Path) -> h5py.File:
    """The file at `path` for reading, whether a writer has it open or not; raises OSError as h5py does."""
    access = h5p.create(h5p.FILE_ACCESS)
    _limit_attempts(access)
    flags = h5f.ACC_RDONLY | h5f.ACC_SWMR_READ
    return h5py.File(h5f.open(str(path).encode(), flags, fapl=access))


def _limit_attempts(access: h5p.PropFAID) -> None:
    """H5Pset_metadata_read_attempts, which h5py does not wrap, from the HDF5 library that h5py has loaded."""
    try:
        set_attempts = ctypes.CDLL(h5p.__file__).H5Pset_metadata_read_attempts
    except (OSError, AttributeError):
        return  # not found: damaged files take long, all else is the same
    set_attempts.argtypes = (ctypes.c_int64, ctypes.c_uint)
    with phil:  # HDF5 takes one thread at a time: this is h5py's lock
        set_attempts(access.id, ATTEMPTS)
