"""What follows for each layer from an experiment and its signals.  docs/theory.md (15)."""

from dataclasses import dataclass, field, replace
from math import sqrt
from typing import Any

import numpy as np

from crossbar.experiment_spec import Experiment
from crossbar.explain.firing import from_buffer
from crossbar.explain.holding import Held, Law, held, law_of, rms, symmetry_points
from crossbar.explain.moving import Transfer, transfers
from crossbar.explain.seeing import Seeing
from crossbar.explain.signals import Measured, Signals
from crossbar.explain.trains import Trains, trains
from crossbar.pulses import Pulses

DIGITAL = "chi"  # where mixed precision sums the gradient


@dataclass(frozen=True)
class Move:
    """A transfer in numbers: pulses expected of a read and cell, the rate eta of its target, the target's memory."""

    transfer: Transfer
    typical: float  # root mean square of the source
    pulses: float
    quiet: float  # of them where the source is 0: of the noise of the read
    gathered: float
    rate: float
    memory: float


@dataclass(frozen=True)
class Facts:
    """Of one layer.  `name`: the array that sees the gradient; rate: its learning rate, scaling counted."""

    layer: int
    shape: tuple[int, int]
    samples: float  # of the training
    signals: Signals
    name: str
    rate: float
    asked: Trains
    laws: dict[str, Law]
    s0: dict[str, float]
    held: Held | None  # of an array; None for chi
    points: tuple[float, float] | None  # symmetry points of that array, mean and spread
    seeing: Seeing
    moves: list[Move] = field(default_factory=list)
    waits: float = 0.0  # chi: samples between visits of a row
    waiting: float = 0.0  # chi: pulses of a visit and cell
    drift: float = 0.0  # chi: of them what a steady gradient brings, root mean square

    @property
    def offset(self) -> float:
        """Root mean square of the weights at which A comes to rest."""
        return float(np.hypot(*self.points)) if self.points else 0.0

    @property
    def typical(self) -> float:
        return float(np.hypot(self.held.typical, self.offset)) if self.held else 0.0

    @property
    def effective(self) -> float:
        """eta_C: C moves by -eta_C g a sample where the gradient g stays what it is."""
        return self.moves[-1].rate if self.moves else self.rate * self.laws["c"].F


def facts_of(spec: Experiment, found: Measured) -> list[Facts]:
    """One of each layer."""
    laws = {name: law_of(spec.algorithm.device(name)) for name in spec.algorithm.names}
    for name, writing in spec.algorithm.writing(spec.pulses).items():
        laws[name] = laws[name].exact if writing.kind == "exact" else laws[name]
    return [_layer(spec, found, layer, laws) for layer in range(len(found.layers))]


def gradient_array(algorithm: Any) -> str:
    """Where the gradient goes: the auxiliary array, where there is one; of a user's algorithm this is a guess."""
    if not algorithm.pulsed:
        return DIGITAL
    return "a" if "a" in algorithm.names else "c"


def _layer(spec: Experiment, found: Measured, layer: int, laws: dict[str, Law]) -> Facts:
    algorithm, signals = spec.algorithm, found.layers[layer]
    shape, samples = spec.network.shapes[layer], float(spec.epochs * found.samples)
    s0 = {name: algorithm.device(name).pulse_step for name in algorithm.names}
    name, (rate, buffer_rate) = gradient_array(algorithm), rates_of(algorithm, signals)
    rule = Pulses(kind="exact") if name == DIGITAL else algorithm.writing(spec.pulses)[name]
    asked = trains(rule, rate, s0.get(name, s0["c"]), signals)
    known: dict[str, Any] = {"seeing": Seeing.of(spec.periphery.transfer), "held": None, "points": None}
    if name == DIGITAL:
        known |= _waiting(algorithm, shape[0], s0["c"], asked)
    else:
        device = algorithm.device(name)
        step, c2c = 0.0 if rule.kind == "exact" else s0[name], getattr(device.inner, "c2c", 0.0)
        known["held"] = held(laws[name], c2c, step, asked, samples)
        known["points"] = symmetry_points(device, shape, spec.seed, name, layer, spec.dtype) if name == "a" else None
    facts = Facts(layer, shape, samples, signals, name, rate, asked, laws, s0, **known)
    facts.moves.extend(_moves(facts, transfers(algorithm, shape[0], s0.__getitem__, buffer_rate)))
    return facts


def rates_of(algorithm: Any, signals: Signals) -> tuple[float, float | None]:
    """Learning rate and buffer rate, mu_x and mu_d counted where they scale with the signals."""
    scaling, factor = getattr(algorithm, "scaling", "none"), scale_of(signals)
    fast = algorithm.learning_rate / factor if scaling != "none" and factor > 0 else algorithm.learning_rate
    return fast, algorithm.buffer_rate * factor if scaling == "fast_and_buffer" else None


def scale_of(signals: Signals) -> float:
    """mu_x mu_d."""
    live = signals.live
    return float(signals.x_max[live].mean() * signals.d_max[live].mean()) if live.any() else 0.0


def _waiting(algorithm: Any, rows: int, s0: float, asked: Trains) -> dict[str, float]:
    """Of chi: a visit finds drift S E[g] and a random sum of S gradients, in steps of C."""
    visited = algorithm.rows_per_transfer
    sweep = algorithm.transfer_every * rows / (rows if visited == "all" else visited)
    chance = float(np.maximum(asked.square - asked.mean**2, 0).mean())
    # The mean of so few samples has chance of its own, which is no drift.
    drift = sqrt(max(rms(asked.mean) ** 2 - chance / max(len(asked.asked), 1), 0.0)) * sweep / s0
    noise = sqrt(chance * sweep) / s0
    return {"waits": sweep, "drift": drift, "waiting": from_buffer(drift, noise, algorithm.max_pulses)}


def _moves(facts: Facts, chain: list[Transfer]) -> list[Move]:
    """Link by link; what a link hands on is the next one's gradient."""
    found: list[Move] = []
    if not chain or not facts.held:
        return found
    rate = facts.rate * facts.laws[facts.name].F
    memory, typical, share = facts.held.memory, facts.typical, float(facts.asked.driven.mean())
    gradient = rms(facts.asked.mean[facts.asked.driven]) / facts.rate if share else 0.0
    if chain[0].turning > 0:
        still = replace(chain[0], turns=(0.0, 0.0)).gathered(memory, facts.samples)
        turned = min(max(chain[0].gathered(memory, facts.samples) / still, 0.0), 1.0)
        typical = sqrt(facts.held.signal**2 * turned + facts.held.scatter**2 + facts.offset**2)
    for link in chain:
        law, s0 = facts.laws[link.target], facts.s0[link.target]
        gathered = link.gathered(memory, facts.samples)
        quiet = link.pulses(facts.seeing, 0.0)
        pulses = share * link.pulses(facts.seeing, typical) + (1 - share) * quiet
        per_read = s0 * law.F * link.pulses_per_unit * link.leak * link.kept(facts.seeing, typical)
        rate *= gathered * per_read / link.sweep
        size = pulses * s0 / link.sweep
        memory = law.memory(size)
        found.append(Move(link, typical, pulses, quiet, gathered, rate, memory))
        typical = _next(law, rate * gradient, size, s0, memory, facts.samples)
    return found


def _next(law: Law, drift: float, size: float, s0: float, memory: float, samples: float) -> float:
    """What an array between A and C holds: what comes in over its memory, and the chance of its pulses."""
    reach = min(memory, samples)
    return min(float(np.hypot(drift * reach, law.F * sqrt(s0 * size * reach / 2))), law.high)
