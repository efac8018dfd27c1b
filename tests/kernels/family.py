"""The Tiki-Taka family, each algorithm said once in the twins' words and built twice: for the kernels and the twins."""

from typing import Any, NamedTuple

import numpy as np

from kernels import build, tiles
from tests.naive import buffered, chains, chopped, digital_sum
from tests.naive.pulses import Scheme

from .states import S0

SCALINGS = ("none", "fast", "fast_and_buffer")


class Algorithm(NamedTuple):
    """The knobs of all of them beside those of a `Setup`, whose transfer_rate is the buffer rate; a kind takes its own.

    kind: ttv2, chopped, agad, mixed_precision, hamiltonian, residual.
    """

    kind: str
    threshold: float = 0.05
    most: int = 31
    after_firing: str = "subtract"
    momentum: float = 0.0
    scaling: str = "none"
    memory: float = 5.0
    periodic: bool = False
    row_chance: float = 0.3
    column_chance: float = 0.0
    beta: float = 0.5  # of AGAD's P; of the buffers of residual learning, where 0 is none
    start: int = 2
    arrays: int = 2

    def knobs(self):
        """The fields that act in this kind."""
        buffer = ("threshold", "most", "after_firing", "momentum", "scaling", "memory")
        signs = (*buffer, "periodic", "row_chance", "column_chance")
        return {
            "ttv2": buffer, "chopped": signs, "agad": (*signs, "beta", "start"), "mixed_precision": ("most",),
            "hamiltonian": (), "residual": ("most", "beta"),
        }[self.kind]  # fmt: skip


class Parts(NamedTuple):
    """What the kernels' tiles have in common; arrays: C, A, A2, ..."""

    setup: Any
    arrays: list
    lines: Any
    rule: Any
    transfer_rule: Any
    firing: Any  # of whole pulses
    visits: Any
    read: Any
    dtype: str

    def scalar(self, value):
        return np.dtype(self.dtype).type(value)

    def zeros(self):
        return np.zeros((self.setup.n_in, self.setup.n_out), self.dtype)

    def buffer(self, threshold, there=True):
        a = self.setup.algorithm
        h = self.zeros() if there else self.zeros()[:0, :0]
        return build.buffer(h, self.setup.n_out, threshold, a.most, a.after_firing == "forget", a.momentum)


def _buffered(p):
    a, s = p.setup.algorithm, p.setup
    return (
        *p.arrays, p.lines, p.rule, p.firing, np.array([s.rate, s.transfer_rate]), p.scalar(s.gamma), p.visits, p.read,
        p.buffer(a.threshold), build.scaling(SCALINGS.index(a.scaling), a.memory),
    )  # fmt: skip


def _choppers(p):
    a, s = p.setup.algorithm, p.setup
    return build.choppers(s.n_in, s.n_out, p.dtype, (a.row_chance, a.column_chance), a.periodic)


def _agad(p):
    a, reads = p.setup.algorithm, np.zeros(p.setup.n_in, np.int64)
    learnt = tiles.Learnt(p.zeros(), p.zeros(), p.scalar(a.beta), a.start, reads)
    return tiles.Agad(*_buffered(p), _choppers(p), learnt)


def _mixed_precision(p):
    s = p.setup
    return tiles.MixedPrecision(
        p.arrays[0], p.lines, p.firing, np.array([s.rate]), p.visits, p.zeros(), p.scalar(s.algorithm.most),
        np.zeros(s.n_out, p.dtype),
    )  # fmt: skip


def _hamiltonian(p):
    rates = np.array([p.setup.rate, p.setup.transfer_rate])
    return tiles.TikiTaka(*p.arrays, p.lines, p.rule, p.transfer_rule, rates, p.scalar(0), p.visits, p.read)


def _residual(p):
    a, s = p.setup.algorithm, p.setup
    chain = tiles.End(0)
    for k in range(len(p.arrays) - 1):  # from C to finer ones
        number = len(p.arrays) - 1 - k
        chain = tiles.Link(p.arrays[number], number, p.scalar(s.gamma ** (k + 1)), p.buffer(S0, a.beta > 0), chain)
    moving, rates = p.firing if a.beta > 0 else p.transfer_rule, np.array([s.rate, s.transfer_rate])
    return tiles.Residual(p.arrays[0], chain, p.lines, p.rule, moving, rates, p.scalar(a.beta), p.visits, p.read)


BUILT = {
    "ttv2": lambda p: tiles.TTv2(*_buffered(p)),
    "chopped": lambda p: tiles.ChoppedTTv2(*_buffered(p), _choppers(p)),
    "agad": _agad,
    "mixed_precision": _mixed_precision,
    "hamiltonian": _hamiltonian,
    "residual": _residual,
}
TWINS = {
    "ttv2": buffered.TTv2, "chopped": chopped.ChoppedTTv2, "agad": chopped.Agad, "hamiltonian": chains.Hamiltonian,
    "residual": chains.Residual,
}  # fmt: skip


def rows(setup):
    """ns, rows a transfer, in which order; Hamiltonian descent has no choice."""
    if setup.algorithm is not None and setup.algorithm.kind == "hamiltonian":
        return 1, setup.n_in, False
    return setup.ns, setup.rows, setup.permuted


def count(setup):
    """How many arrays."""
    if setup.algorithm is None:
        return 1 if setup.auxiliary is None else 2
    return {"mixed_precision": 1, "residual": setup.algorithm.arrays}.get(setup.algorithm.kind, 2)


def schemes(setup):
    """How the twins of C, A, A2, ... are written."""
    return [setup.transfer_scheme if n != 1 else setup.scheme for n in range(count(setup))]


def naive(setup, arrays, key):
    """The tile in the twins' words.  arrays: C, A, A2, ..."""
    s, a = setup, setup.algorithm
    named = {name: getattr(a, name) for name in a.knobs()}
    visits = {"ns": s.ns, "rows_per_transfer": s.rows, "permuted": s.permuted}
    if a.kind == "mixed_precision":
        return digital_sum.MixedPrecision(key, s.index, arrays[0], s.rate, s.forward, s.backward, **visits, **named)
    parts = key, s.index, arrays[1], arrays[0], s.rate, s.forward, s.backward, s.transfer
    if a.kind == "hamiltonian":
        return chains.Hamiltonian(*parts, transfer_rate=s.transfer_rate)
    rate = "transfer_rate" if a.kind == "residual" else "buffer_rate"
    named |= {"between": arrays[2:]} if a.kind == "residual" else {}
    return TWINS[a.kind](*parts, gamma=s.gamma, **visits, **{rate: s.transfer_rate}, **named)


WHOLE = Scheme()  # the rule of whole pulses: of stochastic trains, which the buffer lays out itself


def links(tile):
    """The auxiliary arrays of residual learning as links, the finest first."""
    link, found = getattr(tile, "chain", None), []
    while hasattr(link, "coarser"):
        found, link = [*found, link], link.coarser
    return found


def arrays(tile):
    """The arrays of a kernels' tile, the one that takes the gradient first, C last."""
    return [*(link.array for link in links(tile)), *([tile.a] if hasattr(tile, "a") else []), tile.c]


def naive_arrays(tile):
    """The same of a twin."""
    return getattr(tile, "chain", [tile.a, tile.c] if hasattr(tile, "a") else [tile.c])


def digital(tile):
    """Every digital number of a kernels' tile that a later sample depends on, by name."""
    places = {"buffer": ("h",), "choppers": ("rows", "columns", "since"), "reference": ("past", "learnt", "reads"),
              "scaling": ("means",), "visits": ("count", "order")}  # fmt: skip
    found = {n: getattr(getattr(tile, part), n) for part, names in places.items() for n in names if hasattr(tile, part)}
    found |= {f"h{k}": link.buffer.h for k, link in enumerate(links(tile)) if link.buffer.h.size}
    return found | ({"chi": tile.chi} if hasattr(tile, "chi") else {})


def naive_digital(tile):
    """The same of a twin, as far as it has them."""
    found = {name: getattr(tile, name) for name in ("rows", "columns", "past", "learnt", "chi") if hasattr(tile, name)}
    if hasattr(tile, "means"):
        found["h"] = tile.h
        found["means"] = [tile.means.x, tile.means.d]
    if getattr(tile, "beta", 0) and hasattr(tile, "chain"):
        found |= {f"h{k}": h for k, h in enumerate(tile.h)}
    return found
