"""States out of plain arrays: what makes the shapes and types that the loops were compiled for.

Everything of a type that could vary by accident (contiguity, integer width, a Python float) is settled here.
"""

import numpy as np

from .beside import Beside
from .buffers import Buffer
from .choppers import Choppers
from .crew import AWAY, LEAST, QUIT, ROOM, STATE, TODO, Crew
from .hits import BATCH, CAPACITY, MARGIN, SEGMENT, WINDOW, Bench, Hits
from .lanes import LANES
from .layers import Layer
from .mvm import Converters, Driven, Reader
from .pulses import Lines, Side
from .random import GROUP, Stream
from .rows import RowReader, Visits
from .scaling import Scaling
from .update import Array, Probe

LINE = 64  # bytes: a vector that straddles two cache lines is read twice


def _zeros(shape, dtype=np.float64):
    """Zeros that begin where a cache line does."""
    dtype, count = np.dtype(dtype), int(np.prod(shape))
    room = np.zeros(count * dtype.itemsize + LINE, np.uint8)
    start = -room.ctypes.data % LINE
    return room[start : start + count * dtype.itemsize].view(dtype).reshape(shape)


def normals(n):
    """Room for n normals, and the scratch to make them."""
    groups = -(-n // GROUP)
    return _zeros(groups * GROUP, np.float32), _zeros((4, groups * GROUP // 4), np.uint32)


def stream(k0, k1):
    """The address at which a run's (or an evaluation's) numbers begin."""
    return Stream(np.uint64(k0), np.uint64(k1), np.uint64(0), np.uint64(0))


def in_a_row(dev, dtype=None):
    """A device's cells as (1, n), or one record; with a dtype a copy of all its numbers in that type."""
    if dtype is not None:
        dev = type(dev)(*(_as_type(part, dtype) for part in dev))
    return dev._replace(cells=dev.cells.reshape(1, -1).view(np.recarray))


def _as_type(part, dtype):
    if part.dtype.names is None:
        return part.astype(dtype)
    records = _zeros(part.shape, np.dtype([(name, dtype) for name in part.dtype.names], align=True))
    for name in part.dtype.names:
        records[name] = part[name]
    return records.view(np.recarray)


def probe(cells=(), samples=0):
    cells = np.asarray(cells, np.int64).reshape(-1, 2)
    return Probe(np.hstack([cells, np.zeros((len(cells), 1), np.int64)]), np.zeros((samples, len(cells), 2)))


def crew(threads=1, least=LEAST):
    """A leader and threads - 1 helpers, for arrays of `least` cells or more."""
    board = _zeros(threads * ROOM, np.int64)
    board[ROOM + STATE :: ROOM], board[ROOM + TODO :: ROOM] = AWAY, QUIT
    return Crew(int(threads), int(least), board)


ALONE = crew()
PLAIN = Beside()


def _members(crew, cells):
    """For how many an array has scratch."""
    return crew.size if cells >= crew.least else 1


def array(w, dev, s0, cells=(), samples=0, crew=ALONE, beside=PLAIN):
    """An array of weights w (n_in, n_out) with devices `dev`; `cells` are probed, for up to `samples` a call."""
    weights, members = _zeros(w.shape, w.dtype), _members(crew, w.size)
    weights[:] = w
    own = _zeros((members, CAPACITY if dev.cells.size > 1 else 1), dev.cells.dtype).view(np.recarray)
    bench = Bench(_zeros((members, CAPACITY), w.dtype), own)
    return Array(weights, dev, float(s0), np.zeros(5, np.int64), probe(cells, samples), bench, crew, *beside)


def _side(n, dtype):
    n += LANES
    return Side(_zeros((4, n), np.int32), _zeros(n, dtype), _zeros(n), _zeros((5, n), np.uint32))


def lines(n_in, n_out, dtype, crew=ALONE):
    """Scratch of updates of one tile."""
    members = _members(crew, n_in * n_out)
    listed = _zeros((members, 7, CAPACITY + LANES), np.int32)
    picked, z = _zeros((members, CAPACITY), np.float32), _zeros((members, WINDOW + MARGIN), np.float32)
    hits = Hits(listed, picked, z, _zeros((members, 4, BATCH // 4), np.uint32))
    counts, shares = _zeros((members, SEGMENT), np.int32), _zeros((members, 8), np.int64)
    return Lines(_side(n_in, dtype), _side(n_out, dtype), counts, hits, _zeros(n_in, np.int64), shares)


def converters(dtype, in_bits, in_bound, out_bits, out_bound, out_noise, management, constant, halvings):
    """Knobs of a reader; 0 bits: unquantised."""
    t = np.dtype(dtype).type
    levels = [t((2**bits - 2) / 2 if bits else 0) for bits in (in_bits, out_bits)]
    return Converters(
        levels[0], t(in_bound), levels[1], t(out_bound), t(out_noise), int(management), t(constant), int(halvings)
    )


def reader(knobs, n_driven, n_read):
    dtype = np.asarray(knobs.in_bound).dtype
    slots, stages = _zeros(n_driven, dtype), _zeros((3, n_read), dtype)
    driven = Driven(_zeros(n_driven + LANES, np.int32), _zeros(n_driven + LANES, dtype), _zeros(1, np.int64))
    return Reader(knobs, slots, driven, stages, *normals(n_read), _zeros(3, np.int64))


def visits(n_in, every, rows=1, permuted=False):
    """Which rows a transfer visits; rows: how many."""
    return Visits(int(every), int(rows), bool(permuted), np.zeros(2, np.int64), np.arange(n_in, dtype=np.int32))


def row_reader(knobs, n_in, n_out):
    dtype = np.asarray(knobs.in_bound).dtype
    return RowReader(reader(knobs, 1, n_out), *(_zeros(n, dtype) for n in (n_in, n_out, n_out)))


def buffer(h, n_out, threshold, most, forget=False, momentum=0.0):
    """A digital buffer with the numbers h (n_in, n_out), or (0, 0) where there is none."""
    t = h.dtype.type
    return Buffer(h, t(threshold), t(most), bool(forget), t(momentum), _zeros(n_out, h.dtype))


def scaling(kind, memory):
    return Scaling(int(kind), float(memory), np.zeros(2))


def choppers(n_in, n_out, dtype, chance, periodic=False):
    """Signs that are all 1 at first; chance: of a row after each read, of a column after each sweep."""
    period = np.array([round(1 / p) if periodic and p > 0 else 0 for p in chance], np.int64)
    signs, since = (np.ones(n, dtype) for n in (n_in, n_out)), np.zeros(n_in + 1, np.int64)
    scratch = (_zeros(n, dtype) for n in (n_out, n_in, n_out))
    return Choppers(*signs, np.array(chance, np.float64) * (not periodic), period, since, *scratch)


def layer(index, tile, forward, backward, n_in, n_out, batch=1, analog_bias=False, digital_bias=False):
    """A layer of `n_in` rows, the analog bias row counted."""
    dtype = tile.c.w.dtype
    x = _zeros((batch, n_in), dtype)
    if analog_bias:
        x[:, -1] = 1
    return Layer(
        int(index), tile, reader(forward, n_in, n_out), reader(backward, n_out, n_in), x, _zeros(n_out, dtype),
        _zeros((batch, n_out), dtype), _zeros(n_in, dtype), _zeros(n_out, dtype), bool(digital_bias),
    )  # fmt: skip
