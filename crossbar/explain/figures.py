"""The facts of a layer as figures: name, symbol, value, unit, formula.  docs/theory.md (15)."""

from collections.abc import Iterator
from dataclasses import dataclass

import numpy as np

from crossbar.experiment_spec import Experiment
from crossbar.explain.facts import DIGITAL, Facts, Move
from crossbar.explain.hardware import seconds
from crossbar.explain.moving import period


@dataclass(frozen=True)
class Figure:
    """`array`: what it is of, "" for the layer.  value: NaN where there is none; inf is said as `never`."""

    array: str
    name: str
    symbol: str
    value: float
    unit: str
    formula: str


def figures_of(spec: Experiment, facts: Facts) -> list[Figure]:
    """All figures of one layer, in the order in which they are printed."""
    found = [*_signals(facts), *_gradient(spec, facts)]
    for move in facts.moves:
        found += _transfer(facts, move)
    found.append(_effective(facts))
    if (time := seconds(spec, facts)) is not None:
        found.append(Figure("", "hardware, update of a sample", "t", time, "s", "(9.5), forward and backward reads apart"))
    return found


def _signals(facts: Facts) -> Iterator[Figure]:
    live = facts.signals.live
    for name, values, most in (("x", facts.signals.x, facts.signals.x_max), ("d", facts.signals.d, facts.signals.d_max)):
        top = float(most[live].mean()) if live.any() else 0.0
        yield Figure("", f"largest {name} of a sample", f"max|{name}|", top, "", "mean over samples")
        yield Figure("", f"mean {name}", f"mean|{name}|", float(np.abs(values).mean()), "", "mean over samples and lines")


def _gradient(spec: Experiment, facts: Facts) -> Iterator[Figure]:
    name, asked = facts.name, facts.asked
    scaled = getattr(spec.algorithm, "scaling", "none") != "none"
    formula = f"{spec.algorithm.learning_rate:g}/(mu_x mu_d), running means of max|x|, max|d|" if scaled else "learning_rate"
    yield Figure(name, "learning rate", "eta", facts.rate, "", formula)
    if name != DIGITAL:
        yield from _states(facts, name)
    mean, most = (float(f(asked.asked)) if len(asked.asked) else 0.0 for f in (np.mean, np.max))
    yield Figure(name, "pulses of a full-scale gradient", "k", mean, "pulses", "eta max|x| max|d|/s0, mean over samples")
    if name == DIGITAL:
        yield Figure(name, "samples until a row is visited again", "S", facts.waits, "samples", "ns n_in/rows")
        yield Figure("c", "pulses of a visit", "n", facts.waiting, "pulses a cell", "what S gradients leave in chi, over s0")
        yield Figure("c", "expected pulses", "n_C", facts.waiting * facts.asked.driven.mean() * np.prod(facts.shape) / facts.waits,
                     "pulses a sample", "n n_in n_out/S")  # fmt: skip
        yield from _states(facts, "c")
        return
    yield Figure(name, "  of the largest of these samples", "k", most, "pulses", "")
    yield Figure(name, "train", "BL", float(asked.slots.mean()) if len(asked.slots) else 0.0, "slots", "min(ceil(k), BL_max), mean")
    yield Figure(name, "saturated trains", "", 100 * float(asked.saturated.mean()) if len(asked.asked) else 0.0, "%", "k > BL_max")
    yield Figure(name, "expected pulses", "", _each(spec, name) * asked.a_sample, "pulses a sample", "BL sum p_i sum p_j")
    if facts.held:
        yield Figure(name, "memory", "T", facts.held.memory, "samples", "1/(dG/dw E|dw|), mean over driven cells")
    if name != "c" and facts.held:
        yield from _auxiliary(facts)


def _each(spec: Experiment, name: str) -> int:
    """Devices that a pulse of the cell moves."""
    return 2 if getattr(spec.algorithm.device(name), "route", "") == "BOTH" else 1


def _states(facts: Facts, name: str) -> Iterator[Figure]:
    law = facts.laws[name]
    yield Figure(name, "states", "", (law.high - law.low) / law.step, "", "(w_max - w_min)/dw_min")


def _auxiliary(facts: Facts) -> Iterator[Figure]:
    held, name = facts.held, facts.name
    assert held is not None
    yield Figure(name, "typical, if the gradient stays", "A", facts.typical, "", "root mean square; of it:")
    yield Figure(name, "  signal", "", held.signal, "", "F E[dw] T (1 - e^(-samples/T))")
    yield Figure(name, "  scatter", "", held.scatter, "", "F^2 (Var[dw] + s0 E|dw| (1 + c2c^2)) T/2, its root")
    if facts.points:
        yield Figure(name, "  rest: symmetry points", "w*", facts.offset, "", "root mean square of its own cells")


def _transfer(facts: Facts, move: Move) -> Iterator[Figure]:
    link, seeing, law = move.transfer, facts.seeing, facts.laws[move.transfer.source]
    name = link.source
    yield Figure(name, "samples until all rows are read", "S", link.sweep, "samples", "ns n_in/rows")
    for what, p, sweep in zip(("row", "column"), link.turns, (link.sweep, link.sweep), strict=True):
        if p > 0:
            yield Figure(name, f"samples between turns of a {what}", "", period(p, sweep), "samples", "S/p")
    if seeing.step > 0:
        yield Figure(name, "ADC step", "Delta", seeing.step, "", "2 adc_bound/(2^bits - 2)")
        yield Figure(name, "ADC levels over the range", "", 1 + 2 * np.floor(min(law.high, seeing.bound) / seeing.step + 0.5), "", "")
        yield Figure(name, "ADC steps in a typical value", "", move.typical / seeing.step, "", "A/Delta")
    yield Figure(name, "noise of a read", "sigma", seeing.noise, "", "out_noise")
    yield Figure(name, "seen of a small value", "", 100 * seeing.gain, "%", "sum of the noise's density at the thresholds")
    yield Figure(link.target, "pulses of a unit of A", "", link.pulses_per_unit, "pulses a read", link.formula)
    yield Figure(link.target, "pulses of a read", "n", move.pulses, "pulses a cell", _WAYS[link.way])
    yield Figure(link.target, "  of the noise alone", "", move.quiet, "pulses a cell", "A = 0")
    cells = float(np.prod(facts.shape)) / link.sweep
    yield Figure(link.target, "expected pulses", "", move.pulses * cells, "pulses a sample", "n n_in n_out/S")
    yield from _states(facts, link.target)
    yield Figure(link.target, "memory", "T", move.memory, "samples", "S/(dG/dw n s0)")
    yield Figure(name, "gradients that a read finds", "M", move.gathered, "samples", _found(facts, move))


_WAYS = {"at once": "E min(lambda |A as read|/s0, BL_max)", "buffer": "|v| coth(|v| h/q^2), v drift, q noise of H a read",
         "leaky": "-beta/ln(1 - 1/u), u = lambda |A|/s0"}  # fmt: skip


def _found(facts: Facts, move: Move) -> str:
    if move.transfer.learnt:
        return "since the last turn, less the lag of P"
    if move.transfer.turning:
        return "with equal signs"
    return "T (1 - (1 - e^(-t/T)) T/t), t samples of the training"


def _effective(facts: Facts) -> Figure:
    links = len(facts.moves)
    formula = "eta F" if not links else "eta F_A" + (" M n_1 dw_C/S" if links == 1 else f" (M n_1 dw/S of {links} links)")
    return Figure("c", "effective rate", "eta_C", facts.effective, "", f"{formula}: C moves by -eta_C g a sample")

