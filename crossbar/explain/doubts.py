"""What is known to fail: knob, rule, number got, remedy.  docs/theory.md (15.9)."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from math import isinf
from typing import Any

from crossbar.experiment_spec import Experiment
from crossbar.explain.facts import DIGITAL, Facts, Move

FEWEST_PULSES = 1e-3  # a sample, on an array
MOSTLY = 0.9  # share of samples whose trains are saturated
BLIND = 0.5  # share of a small A that the transfer must see
FAR = 0.1  # share of the range that a single read may move C by, or that symmetry points may lie off
MOST_LOST = 0.05  # share of cells of an A that forgets nothing which end at their bounds


@dataclass(frozen=True)
class Doubt:
    """A knob in dotted form, the layers, and one sentence with rule, number and remedy."""

    knob: str
    layers: tuple[int, ...]
    text: str

    def __str__(self) -> str:
        where = f" (layer {', '.join(map(str, self.layers))})"
        return f"{self.knob}{where}: {self.text}"


Found = Iterator[tuple[str, str]]  # knob and text


def doubts_of(spec: Experiment, layers: list[Facts]) -> list[Doubt]:
    """One of each rule and knob, of all layers where it holds; the text is that of the first of them."""
    found: dict[tuple[str, str], tuple[list[int], str]] = {}
    for facts in layers:
        for rule in RULES:
            for knob, text in rule(spec, facts):
                found.setdefault((rule.__name__, knob), ([], text))[0].append(facts.layer)
    return [Doubt(knob, tuple(where), text) for (_, knob), (where, text) in found.items()]


def few_pulses(spec: Experiment, facts: Facts) -> Found:
    if facts.name != DIGITAL and spec.pulses.kind != "exact" and facts.asked.a_sample < FEWEST_PULSES:
        yield "algorithm.learning_rate", (
            f"must ask for {FEWEST_PULSES:g} pulses a sample or more (got {facts.asked.a_sample:.2g} on {facts.name.upper()}, "
            f"of {facts.shape[0]} x {facts.shape[1]} cells); raise it, or give {facts.name.upper()} a smaller step.")  # fmt: skip


def saturated(spec: Experiment, facts: Facts) -> Found:
    if facts.name == DIGITAL or not len(facts.asked.asked) or (share := facts.asked.saturated.mean()) <= MOSTLY:
        return
    most = facts.asked.asked.mean()
    yield "algorithm.learning_rate", (
        f"must leave some gradients within trains of pulses.max_length = {spec.pulses.max_length} (got {most:.3g} pulses "
        f"asked, {share:.0%} of the trains saturated, large errors cut); lower it by {most / spec.pulses.max_length:.2g} "
        f"times, raise max_length, or give {facts.name.upper()} a coarser step.")  # fmt: skip


def endless(spec: Experiment, facts: Facts) -> Found:
    """An A without symmetry point sums up, and ends at its bounds."""
    if facts.held and facts.moves and isinf(facts.held.memory) and facts.held.at_bound > MOST_LOST:
        yield f"algorithm.{facts.name}.kind", (
            f"must be a device whose steps fall toward its bounds: A of constant steps forgets nothing (got "
            f"{facts.held.at_bound:.0%} of its cells at a bound by the end, if the gradient stays); take soft_bounds with "
            f"af = 1, say.")  # fmt: skip


def pulled(spec: Experiment, facts: Facts) -> Found:
    """C that sees the gradient itself, of devices with a symmetry point."""
    if facts.name == "c" and facts.held and facts.held.memory < facts.samples and spec.algorithm.kind == "sgd":
        yield "algorithm.c", (
            f"must not forget within the training of {facts.samples:.3g} samples (got a memory of {facts.held.memory:.3g}: "
            f"every pulse pulls C to its symmetry point); take kind = \"tiki_taka\", say, or devices of constant step.")


def unmoved(spec: Experiment, facts: Facts) -> Found:
    """So few pulses on C that nothing is written."""
    for move in facts.moves:
        link = move.transfer
        total = move.pulses * facts.samples / link.sweep
        if total < 1:
            yield _rate_of(spec, link), (
                f"must let a cell of {link.target.upper()} get a pulse within the training (got {total:.2g}: "
                f"{move.pulses:.2g} a read of a typical A = {move.typical:.2g}, {facts.samples / link.sweep:.3g} reads"
                f"{_buffer_says(link)}); raise it{', or lower the threshold' if link.way == 'buffer' else ''}.")  # fmt: skip
    if facts.name == DIGITAL and (total := facts.waiting * facts.samples / facts.waits) < 1:
        yield "algorithm.learning_rate", (
            f"must let chi reach a step of C within the training (got {total:.2g} pulses a cell); raise it, or give C a "
            f"smaller step.")  # fmt: skip


def _rate_of(spec: Experiment, link: Any) -> str:
    return f"algorithm.{'buffer_rate' if link.way == 'buffer' else 'transfer_rate'}"


def _buffer_says(link: Any) -> str:
    return ", so that the buffer never crosses its threshold" if link.way != "at once" else ""


def blind(spec: Experiment, facts: Facts) -> Found:
    """The ADC rounds A away, and no noise carries it over the threshold."""
    for move in facts.moves[:1]:
        seeing = facts.seeing
        if seeing.step > 0 and seeing.gain_at(move.typical) < BLIND:
            yield "periphery.transfer.adc_bound", (
                f"must make ADC steps that a typical A = {move.typical:.2g} crosses (got steps of {seeing.step:.3g}, and "
                f"noise of {seeing.noise:.2g}: {seeing.gain_at(move.typical):.0%} of A is seen); lower it to the range of "
                f"A, {facts.laws[facts.name].high:g}, or raise adc_bits.")  # fmt: skip


def slow(spec: Experiment, facts: Facts) -> Found:
    for move in facts.moves[:1]:
        if facts.held and move.transfer.sweep > facts.held.memory:
            yield "algorithm.transfer_every", (
                f"must let every row be read within the memory of A, {facts.held.memory:.3g} samples (got a sweep of "
                f"{move.transfer.sweep:.4g}: {_lost(move, facts)} of the gradient is forgotten unread); lower it, raise "
                f"rows_per_transfer, or lower learning_rate.")  # fmt: skip


def _lost(move: Move, facts: Facts) -> str:
    from math import exp

    share = move.transfer.sweep / facts.held.memory if facts.held else 0.0
    return f"{1 - (1 - exp(-share)) / share:.0%}"


def violent(spec: Experiment, facts: Facts) -> Found:
    """One read that moves C by a good part of its range."""
    for move in facts.moves:
        link = move.transfer
        law, s0 = facts.laws[link.target], facts.s0[link.target]
        moved = move.pulses * s0 * law.F
        if moved > FAR * (law.high - law.low) / 2:
            yield _rate_of(spec, link), (
                f"must move a cell of {link.target.upper()} by less than {FAR:.0%} of its range at a read (got {moved:.2g} of "
                f"{(law.high - law.low) / 2:.2g}); lower it {10 * moved / (law.high - law.low) * 2:.2g} times.")  # fmt: skip
        elif link.way != "at once" and move.quiet >= 0.9 * link.most:
            yield "algorithm.threshold", (
                f"must be more than a single read brings (got {link.most:g} pulses, max_pulses, at every read, of its noise "
                f"alone); raise it, or lower buffer_rate.")  # fmt: skip


def off_centre(spec: Experiment, facts: Facts) -> Found:
    """Reads of A tell its symmetry point besides the gradient."""
    if not facts.moves or facts.moves[0].transfer.turning > 0 or not facts.points:
        return
    high = facts.laws[facts.name].high
    if facts.offset > FAR * high:
        yield f"algorithm.{facts.name}.reference", (
            f"must put the symmetry points of A within {FAR:.0%} of its range around 0 (got {facts.offset:.2g} of {high:.2g}, "
            f"their root mean square: C is driven by them without end); set reference = \"symmetry_point\" or "
            f"\"zero_shift\" with a smaller reference_std, or take kind = \"cttv2\" or \"agad\".")  # fmt: skip


def unturned(spec: Experiment, facts: Facts) -> Found:
    for move in facts.moves:
        link = move.transfer
        reads = facts.samples / link.sweep
        if link.turning > 0 and reads * link.turning < 2:
            yield "algorithm.chopper_probability", (
                f"must turn signs several times within the training (got {reads * link.turning:.2g} turns in {reads:.3g} reads "
                f"of a row); raise it.")  # fmt: skip
        if link.start > reads:
            yield "algorithm.start_reads", (
                f"must be below the reads of a row within the training, {reads:.3g} (got {link.start}: nothing is ever written "
                f"to C); lower it, or transfer more often.")  # fmt: skip


def cancelled(spec: Experiment, facts: Facts) -> Found:
    """Regular turns: what A gathers under one sign it must first give back under the other."""
    for move in facts.moves:
        link = move.transfer
        if link.periodic and not link.learnt and 0 < link.turning and facts.held:
            turns = link.sweep / link.turning
            if move.gathered < turns / 10 and facts.held.memory > turns:
                yield "algorithm.chopper_probability", (
                    f"must leave time between regular turns, S/p = {turns:.3g} samples, to forget, T = {facts.held.memory:.3g} "
                    f"(got {move.gathered:.3g} samples of gradient in a read: halves of opposite sign cancel); lower it, or "
                    f"chopper = \"random\".")  # fmt: skip


def coarse(spec: Experiment, facts: Facts) -> Found:
    """Residual learning: what A can hold is less than a step of the array that it refines."""
    if spec.algorithm.kind != "residual":
        return
    law, target = facts.laws[facts.moves[0].transfer.source], facts.laws[facts.moves[0].transfer.target]
    reach = spec.algorithm.gamma * min(law.high, -law.low)
    if reach < target.step / 2:
        yield "algorithm.gamma", (
            f"must let gamma A reach half a step of the next array, {target.step / 2:.2g} (got {reach:.2g}): between two of its "
            f"states no weight can be made; raise it.")  # fmt: skip


def clipped(spec: Experiment, facts: Facts) -> Found:
    if facts.name == DIGITAL and facts.waiting > 0.9 * spec.algorithm.max_pulses:
        yield "algorithm.max_pulses", (
            f"must exceed what a visit finds in chi (got {spec.algorithm.max_pulses} of at least {facts.waiting:.3g} pulses: chi "
            f"grows without end); raise it, visit rows more often, or lower learning_rate.")  # fmt: skip


Rule = Callable[[Experiment, Facts], Found]
RULES: tuple[Rule, ...] = (
    few_pulses, saturated, endless, pulled, slow, blind, unmoved, violent, off_centre, unturned, cancelled, coarse, clipped,
)  # fmt: skip
