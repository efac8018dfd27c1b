"""How what one array holds moves the next, kind by kind.  docs/theory.md (15.6).

    eta_C = eta_A gathered per_read/S:   dC a sample = -eta_C g for a gradient g that stays what it is

S: samples between reads of a row; gathered: samples of gradient that a read finds; per_read: what it moves C by per
unit of A.
"""

from collections.abc import Callable
from dataclasses import dataclass
from itertools import pairwise
from math import exp, inf, isinf, pi, sqrt, tanh
from typing import Any

from crossbar.explain.firing import from_buffer, from_leaky
from crossbar.explain.seeing import Seeing


@dataclass(frozen=True)
class Transfer:
    """From the array `source` to the array `target`.

    pulses_per_unit: pulses of a read per unit of A.  most: pulses that a read fires on a cell at most.  way: "at once",
    "buffer" or "leaky".  turns: chances that the signs of a row and of a column turn after a read.
    """

    source: str
    target: str
    sweep: float  # S, samples between reads of a row
    pulses_per_unit: float
    most: float
    way: str
    formula: str  # of pulses_per_unit
    leak: float = 1.0
    turns: tuple[float, float] = (0.0, 0.0)
    periodic: bool = False
    learnt: float = 0.0  # beta of a learnt reference; 0: none
    start: int = 0  # reads of a row before its first reference

    def pulses(self, seeing: Seeing, typical: float) -> float:
        """Expected of a read, on one cell."""
        spread = seeing.spread(typical)
        if self.way == "at once":
            return seeing.mean(spread, self.pulses_per_unit, self.most)
        noise = seeing.square(seeing.noise)
        signal = max(seeing.square(spread) - noise, 0.0) ** 0.5
        both = self.pulses_per_unit * signal, self.pulses_per_unit * noise**0.5
        return from_leaky(*both, self.leak, self.most) if self.way == "leaky" else from_buffer(*both, self.most)

    def kept(self, seeing: Seeing, typical: float) -> float:
        """Share of A that reaches the target: what is seen of it, less what a leaky buffer loses, about 1/2u."""
        seen = seeing.gain_at(typical)
        if self.way != "leaky" or typical == 0:
            return seen
        level = self.pulses_per_unit * seen * typical
        whole = self.leak * level * sqrt(2 / pi)
        return seen * from_leaky(level, 0.0, self.leak, inf) / whole if whole > 0 else 0.0

    @property
    def turning(self) -> float:
        """Chance that the sign of a cell, row times column, turns after a read."""
        p, q = self.turns
        return p + q - 2 * p * q

    def gathered(self, memory: float, samples: float) -> float:
        """Samples of a steady gradient that a read finds in A, its sign counted; the mean over the training."""
        if self.turning > 0:
            return (self._learnt if self.learnt else self._chopped)(min(memory, 1e9 * samples))
        if isinf(memory):
            return samples / 2
        share = samples / memory
        return memory * (1 - (1 - exp(-share)) / share) if share > 0 else 0.0

    def _chopped(self, memory: float) -> float:
        """E[c_k A_k] over a steady gradient."""
        forgets = exp(-self.sweep / memory)
        one = memory * (1 - forgets)
        if not self.periodic:
            return one / (1 - (1 - 2 * self.turning) * forgets)
        reads = round(1 / self.turning)
        edge = memory * tanh(reads * self.sweep / memory / 2)
        mean = forgets * (1 - forgets**reads) / (1 - forgets) / reads
        return memory - (memory + edge) * mean

    def _learnt(self, memory: float) -> float:
        """E[c_k (A_k - Pref)]: what A gained since the last turn, less the lag of P."""
        forgets, p = exp(-self.sweep / memory), self.turning
        if self.periodic:
            reads = round(1 / p)
            left = forgets * (1 - forgets**reads) / (1 - forgets) / reads
            edge = memory * tanh(reads * self.sweep / memory / 2)
        else:
            left = p * forgets / (1 - (1 - p) * forgets)
            edge = memory * (1 - forgets) / (1 - (1 - 2 * p) * forgets)
        lag = memory * (1 - forgets) * (1 - self.learnt) / (1 - (1 - self.learnt) * forgets)
        return (memory + edge) * (1 - left) - lag


def transfers(
    algorithm: Any, rows: int, s0: Callable[[str], float], buffer_rate: float | None = None
) -> list[Transfer]:
    """In the order of a sample; empty for an algorithm that has none or that only its code knows.

    rows: of the array.  s0(name): the step by which pulses on an array are counted.  buffer_rate: where the signals
    scale it, else the one of the spec.
    """
    make = KINDS.get(algorithm.kind)
    return make(algorithm, rows, s0, buffer_rate) if make else []


def _sweep(algorithm: Any, rows: int) -> float:
    visited = algorithm.rows_per_transfer
    return float(algorithm.transfer_every * rows / (rows if visited == "all" else visited))


def _at_once(algorithm: Any, rows: int, s0: Callable[[str], float], _: Any) -> list[Transfer]:
    spec = algorithm.as_tiki_taka if algorithm.kind == "hamiltonian" else algorithm
    unit = spec.transfer_rate / s0("c")
    return [Transfer("a", "c", _sweep(spec, rows), unit, _most(spec.transfer_pulses), "at once", "lambda/s0_C")]


def _most(pulses: Any) -> float:
    return inf if pulses.kind == "exact" else float(pulses.max_length)


def _buffered(algorithm: Any, rows: int, s0: Callable[[str], float], rate: float | None) -> list[Transfer]:
    unit = (algorithm.buffer_rate if rate is None else rate) / algorithm.threshold
    turns = (getattr(algorithm, "chopper_probability", 0.0), getattr(algorithm, "column_chopper_probability", 0.0))
    return [Transfer(
        "a", "c", _sweep(algorithm, rows), unit, algorithm.max_pulses, "buffer", "lambda_H/threshold", turns=turns,
        periodic=getattr(algorithm, "chopper", "") == "periodic", learnt=getattr(algorithm, "reference_rate", 0.0),
        start=getattr(algorithm, "start_reads", 0),
    )]  # fmt: skip


def _residual(algorithm: Any, rows: int, s0: Callable[[str], float], _: Any) -> list[Transfer]:
    leak, sweep = algorithm.buffer_rate, _sweep(algorithm, rows)
    way = "leaky" if leak > 0 else "at once"
    most = algorithm.max_pulses if leak > 0 else _most(algorithm.transfer_pulses)
    return [
        Transfer(source, target, sweep, algorithm.transfer_rate / s0(target), most, way, f"lambda/s0_{target.upper()}",
                 leak=leak or 1.0)
        for source, target in pairwise((*algorithm.names[1:], "c"))
    ]  # fmt: skip


KINDS: dict[str, Callable[..., list[Transfer]]] = {
    "tiki_taka": _at_once, "hamiltonian": _at_once, "ttv2": _buffered, "cttv2": _buffered, "agad": _buffered,
    "residual": _residual,
}  # fmt: skip


def period(p: float, sweep: float) -> float:
    """Samples between two turns of a sign, on average."""
    return sweep / p if p > 0 else inf

