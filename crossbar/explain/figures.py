"""The facts of a layer as figures: name, symbol, value, unit, formula.  docs/theory.md (15)."""

from collections.abc import Iterator
from dataclasses import dataclass
from math import floor

import numpy as np

from crossbar.experiment_spec import Experiment
from crossbar.explain.facts import DIGITAL, Facts, Move
from crossbar.explain.hardware import seconds
from crossbar.explain.holding import Held
from crossbar.explain.moving import period

CELL, READ, SAMPLE = "pulses a cell", "pulses a read", "pulses a sample"


@dataclass(frozen=True)
class Figure:
    """`array`: what it is of, "" for the layer.  value: inf is said as `never`."""

    array: str
    name: str
    value: float
    unit: str = ""
    symbol: str = ""
    formula: str = ""


def figures_of(spec: Experiment, facts: Facts) -> list[Figure]:
    """All figures of one layer, in the order in which they are printed."""
    states = [] if facts.name == DIGITAL else [_states(facts, facts.name)]
    found = [*_signals(facts), *states, *_rate(spec, facts)]
    found += _chi(facts) if facts.name == DIGITAL else _pulses(spec, facts)
    for move in facts.moves:
        found += [*_read(facts, move), *_written(facts, move)]
    if spec.algorithm.kind != "custom":  # what its code does with A is not known here
        found.append(_effective(facts))
    if (time := seconds(spec, facts)) is not None:
        formula = "(9.5), without forward and backward read"
        found.append(Figure("", "hardware, update of a sample", time, "s", "t", formula))
    return found


def _signals(facts: Facts) -> Iterator[Figure]:
    signals, live = facts.signals, facts.signals.live
    for name, values, most in (("x", signals.x, signals.x_max), ("d", signals.d, signals.d_max)):
        top = float(most[live].mean()) if live.any() else 0.0
        yield Figure("", f"largest {name} of a sample", top, "", f"max|{name}|", "mean over samples")
        mean = float(np.abs(values).mean())
        yield Figure("", f"mean {name}", mean, "", f"mean|{name}|", "over samples and lines")


def _rate(spec: Experiment, facts: Facts) -> Iterator[Figure]:
    scaled, given = getattr(spec.algorithm, "scaling", "none") != "none", f"{spec.algorithm.learning_rate:g}"
    formula = f"{given}/(mu_x mu_d), running means of max|x| and max|d|" if scaled else "learning_rate"
    yield Figure(facts.name, "learning rate", facts.rate, "", "eta", formula)
    formula = "eta max|x| max|d|/s0, mean over samples"
    yield Figure(facts.name, "pulses of a full-scale gradient", facts.asked.top, "pulses", "k", formula)
    largest = float(facts.asked.asked.max()) if len(facts.asked.asked) else 0.0
    yield Figure(facts.name, "  of the largest of these samples", largest, "pulses", "k")


def _chi(facts: Facts) -> Iterator[Figure]:
    cells = float(facts.asked.driven.mean()) * facts.asked.cells / facts.waits
    yield Figure(facts.name, "samples until all rows are visited", facts.waits, "samples", "S", "ns n_in/rows")
    yield Figure("c", "pulses of a visit", facts.waiting, CELL, "n", "what S gradients leave in chi, over s0")
    yield Figure("c", "expected pulses", facts.waiting * cells, SAMPLE, "", "n cells/S, of driven cells")
    yield _states(facts, "c")


def _pulses(spec: Experiment, facts: Facts) -> Iterator[Figure]:
    name, asked = facts.name, facts.asked
    yield Figure(name, "train", asked.length, "slots", "BL", "min(ceil(k), BL_max), mean over samples")
    yield Figure(name, "saturated trains", 100 * asked.cut, "%", "", "k > BL_max")
    each = 2 if getattr(spec.algorithm.device(name), "route", "") == "BOTH" else 1  # devices that a pulse moves
    yield Figure(name, "expected pulses", each * asked.a_sample, SAMPLE, "", "BL sum p_i sum p_j, mean over samples")
    if facts.held:
        formula = "1/(dG/dw E|dw| + 1/lifetime), mean of driven cells"
        yield Figure(name, "memory", facts.held.memory, "samples", "T", formula)
    if facts.held and name != "c":
        yield from _auxiliary(facts, facts.held)


def _states(facts: Facts, name: str) -> Figure:
    law = facts.laws[name]
    return Figure(name, "states", (law.high - law.low) / law.step, "", "", "(w_max - w_min)/granularity")


def _auxiliary(facts: Facts, held: Held) -> Iterator[Figure]:
    name = facts.name
    yield Figure(name, "typical value, if the gradient stays", facts.typical, "", "A", "root mean square, made of:")
    yield Figure(name, "  signal", held.signal, "", "", "F E[dw] T (1 - e^(-t/T)), t samples of training")
    yield Figure(name, "  scatter", held.scatter, "", "", "F ((Var[dw] + s0 E|dw| (1 + c2c^2)) T/2)^(1/2)")
    if facts.points:
        yield Figure(name, "  symmetry points", facts.offset, "", "w*", "of its own cells")


def _read(facts: Facts, move: Move) -> Iterator[Figure]:
    link, seeing, name = move.transfer, facts.seeing, move.transfer.source
    yield Figure(name, "samples until all rows are read", link.sweep, "samples", "S", "ns n_in/rows")
    for what, p in zip(("row", "column"), link.turns, strict=True):
        if p > 0:
            yield Figure(name, f"samples between turns of a {what}", period(p, link.sweep), "samples", "", "S/p")
    if seeing.step > 0:
        reach = min(facts.laws[name].high, seeing.bound)
        yield Figure(name, "ADC step", seeing.step, "", "Delta", "2 adc_bound/(2^adc_bits - 2)")
        yield Figure(name, "ADC levels over the range", 1 + 2 * floor(reach / seeing.step + 0.5))
        yield Figure(name, "ADC steps in a typical value", move.typical / seeing.step, "", "", "A/Delta")
    yield Figure(name, "noise of a read", seeing.noise, "", "sigma", "out_noise")
    yield Figure(name, "share of a small value that is seen", 100 * seeing.gain, "%", "", "dE[seen]/dA at A = 0")
    yield Figure(name, "gradients that a read finds", move.gathered, "samples", "M", _found(move))


def _found(move: Move) -> str:
    if move.transfer.learnt:
        return "since the last turn, less the lag of P"
    return "of equal sign" if move.transfer.turning else "T (1 - (1 - e^(-t/T)) T/t), t samples of training"


WAYS = {"at once": "E min(|A as read| lambda/s0, BL_max)",
        "buffer": "|v| coth(|v| h/q^2), v drift and q noise of H a read",
        "leaky": "-beta/ln(1 - 1/u), u = |A| lambda/s0"}  # fmt: skip


def _written(facts: Facts, move: Move) -> Iterator[Figure]:
    link, name, cells = move.transfer, move.transfer.target, facts.asked.cells / move.transfer.sweep
    yield Figure(name, "pulses of a unit of A", link.pulses_per_unit * link.leak, READ, "n_1", link.formula)
    yield Figure(name, "pulses of a read", move.pulses, CELL, "n", WAYS[link.way])
    yield Figure(name, "  of the noise alone", move.quiet, CELL, "", "A = 0")
    yield Figure(name, "expected pulses", move.pulses * cells, SAMPLE, "", "n cells/S")
    yield Figure(name, "  of the noise alone", move.quiet * cells, SAMPLE, "", "A = 0, as at the start")
    yield _states(facts, name)
    yield Figure(name, "memory", move.memory, "samples", "T", "S/(dG/dw n s0)")


def _effective(facts: Facts) -> Figure:
    links = len(facts.moves)
    formula = "eta M n_1 dw/S" if links == 1 else f"eta (M n_1 dw/S) of {links} links" if links else "eta F"
    return Figure("c", "effective rate", facts.effective, "", "eta_C", f"{formula}: C moves by -eta_C g a sample")
