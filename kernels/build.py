"""States out of plain arrays: what makes the shapes and types that the loops were compiled for.

Everything of a type that could vary by accident (contiguity, integer width, a Python float) is settled here.
"""

import numpy as np

from .hits import BATCH, CAPACITY, MARGIN, SEGMENT, WINDOW, Bench, Hits
from .layers import Layer
from .mvm import Converters, Reader
from .pulses import Lines, Side
from .random import Stream
from .update import Array, Probe


def _padded(n):
    return -(-n // 4) * 4


def stream(k0, k1):
    """The address at which a run's (or an evaluation's) numbers begin."""
    return Stream(np.uint64(k0), np.uint64(k1), np.uint64(0), np.uint64(0))


def probe(cells=(), samples=0):
    cells = np.asarray(cells, np.int64).reshape(-1, 2)
    return Probe(np.hstack([cells, np.zeros((len(cells), 1), np.int64)]), np.zeros((samples, len(cells), 2)))


def array(w, dev, s0, cells=(), samples=0):
    """An array of weights w (n_in, n_out) with devices `dev`; `cells` are probed, for up to `samples` a call."""
    w = np.ascontiguousarray(w)
    own = np.zeros(CAPACITY if dev.cells.size > 1 else 1, dev.cells.dtype).view(np.recarray)
    bench = Bench(np.zeros(CAPACITY, w.dtype), own)
    return Array(w, dev, float(s0), np.zeros(4, np.int64), probe(cells, samples), bench)


def _side(n):
    return Side(np.zeros((2, n), np.int32), np.zeros(n), np.zeros((4, n), np.uint64))


def lines(n_in, n_out):
    """Scratch of updates of one tile."""
    normals = np.zeros(CAPACITY, np.float32), np.zeros(WINDOW + MARGIN, np.float32), np.zeros(BATCH, np.uint32)
    hits = Hits(np.zeros((3, CAPACITY), np.int32), *normals)
    return Lines(_side(n_in), _side(n_out), np.zeros(SEGMENT, np.int32), hits)


def converters(dtype, in_bits, in_bound, out_bits, out_bound, out_noise, management, constant, halvings):
    """Knobs of a reader; 0 bits: unquantised."""
    t = np.dtype(dtype).type
    levels = [t((2**bits - 2) / 2 if bits else 0) for bits in (in_bits, out_bits)]
    return Converters(
        levels[0], t(in_bound), levels[1], t(out_bound), t(out_noise), int(management), t(constant), int(halvings)
    )


def reader(knobs, n_driven, n_read):
    dtype = np.asarray(knobs.in_bound).dtype
    size = _padded(n_read)
    slots, stages = np.zeros(n_driven, dtype), np.zeros((3, n_read), dtype)
    return Reader(knobs, slots, stages, np.zeros(size, np.float32), np.zeros(size, np.uint32), np.zeros(3, np.int64))


def layer(index, tile, forward, backward, n_in, n_out, batch=1, analog_bias=False, digital_bias=False):
    """A layer of `n_in` rows, the analog bias row counted."""
    dtype = tile.c.w.dtype
    x = np.zeros((batch, n_in), dtype)
    if analog_bias:
        x[:, -1] = 1
    return Layer(
        int(index), tile, reader(forward, n_in, n_out), reader(backward, n_out, n_in), x, np.zeros(n_out, dtype),
        np.zeros((batch, n_out), dtype), np.zeros(n_in, dtype), np.zeros(n_out, dtype), bool(digital_bias),
    )  # fmt: skip
