"""Rules about transfers from array to array.  docs/theory.md (15.9): where the limits are from."""

from collections.abc import Callable, Iterator
from math import exp, isinf

from crossbar.experiment_spec import Experiment
from crossbar.explain.facts import Facts
from crossbar.explain.moving import Transfer

BLIND = 0.5  # share of A that the transfer must see
FARTHEST = 0.5  # share of its half range that a read may move C by
OFF = 0.15  # share of the range of A that symmetry points may lie off
UNREAD = 2  # sweep over memory
FEWEST_TURNS = 2  # of a sign

Found = Iterator[tuple[str, str]]  # knob and text


def slow(spec: Experiment, facts: Facts) -> Found:
    """A forgets what no read has found."""
    for move in facts.moves[:1]:
        memory, sweep = facts.held.memory if facts.held else 0.0, move.transfer.sweep
        if sweep > UNREAD * memory:
            lost = 1 - (1 - exp(-sweep / memory)) * memory / sweep
            yield "algorithm.transfer_every", (
                f"must let every row be read within {UNREAD} memories of A of {memory:.3g} samples (got a sweep of "
                f"{sweep:.4g}: {lost:.0%} of the gradient is forgotten unread); lower it, raise rows_per_transfer, or "
                f"lower learning_rate."
            )


def blind(spec: Experiment, facts: Facts) -> Found:
    """The ADC rounds A away, and no noise carries it over the threshold."""
    for move in facts.moves[:1]:
        seeing = facts.seeing
        seen = seeing.gain_at(move.typical)
        if seeing.step > 0 and seen < BLIND:
            yield "periphery.transfer.adc_bound", (
                f"must make ADC steps that a typical A, {move.typical:.2g}, crosses (got steps of {seeing.step:.3g} "
                f"and noise of {seeing.noise:.2g}: {seen:.0%} of A is seen); lower it to the range of A, "
                f"{facts.laws[facts.name].high:g}, or raise adc_bits."
            )


def unmoved(spec: Experiment, facts: Facts) -> Found:
    """So few pulses that nothing is written."""
    for move in facts.moves:
        link, reads = move.transfer, facts.samples / move.transfer.sweep
        if move.pulses * reads < 1 and not isinf(link.most):  # of exact writes nothing is lost
            buffered = link.way != "at once"
            yield _rate_of(link), (
                f"must give a cell of {link.target.upper()} a pulse within the training (got "
                f"{move.pulses * reads:.2g}, {move.pulses:.2g} a read of a typical A = {move.typical:.2g}, "
                f"{reads:.3g} reads{': the buffer never crosses its threshold' if buffered else ''}); raise it"
                f"{', or lower threshold' if link.way == 'buffer' else ''}."
            )


def violent(spec: Experiment, facts: Facts) -> Found:
    """One read moves C by a good part of its range, or fires all it can of its noise alone."""
    for move in facts.moves:
        link, law = move.transfer, facts.laws[move.transfer.target]
        share = 2 * move.pulses * facts.s0[link.target] * law.F / (law.high - law.low)
        if share > FARTHEST:
            yield _rate_of(link), (
                f"must move a cell of {link.target.upper()} by less than {FARTHEST:.0%} of half its range at a read "
                f"(got {share:.0%}, by {move.pulses:.3g} pulses); lower it {10 * share:.2g} times."
            )
        elif link.way != "at once" and move.quiet >= 0.9 * link.most:
            yield "algorithm.threshold" if link.way == "buffer" else "algorithm.transfer_rate", (
                f"must leave more to the buffer than a single read brings (got max_pulses = {link.most:g} at every "
                f"read, of its noise alone); {'raise threshold' if link.way == 'buffer' else 'lower it'}, or lower "
                f"buffer_rate."
            )


def _rate_of(link: Transfer) -> str:
    return f"algorithm.{'buffer_rate' if link.way == 'buffer' else 'transfer_rate'}"


def off_centre(spec: Experiment, facts: Facts) -> Found:
    """Reads of A tell its symmetry point besides the gradient, and no sign turns it round."""
    high = facts.laws[facts.name].high if facts.moves else 0.0
    if facts.moves and facts.moves[0].transfer.turning == 0 and facts.offset > OFF * high:
        yield f"algorithm.{facts.name}.reference", (
            f"must put the symmetry points of A within {OFF:.0%} of its range around 0 (got {facts.offset:.2g} of "
            f"{high:.2g}, root mean square of its cells: they drive C without end); set reference = "
            f"\"symmetry_point\" or \"zero_shift\" and a small reference_std, or take kind = \"cttv2\" or \"agad\"."
        )


def unturned(spec: Experiment, facts: Facts) -> Found:
    for move in facts.moves:
        link, reads = move.transfer, facts.samples / move.transfer.sweep
        if 0 < reads * link.turning < FEWEST_TURNS:
            yield "algorithm.chopper_probability", (
                f"must turn a sign {FEWEST_TURNS} times or more within the training (got {reads * link.turning:.2g}, "
                f"in {reads:.3g} reads of a row); raise it."
            )
        if link.start > reads:
            yield "algorithm.start_reads", (
                f"must be below the reads of a row within the training, {reads:.3g} (got {link.start}: nothing is ever "
                f"written to C); lower it, or transfer more often."
            )


def cancelled(spec: Experiment, facts: Facts) -> Found:
    """Regular turns: what A gathers under one sign it first gives back under the other."""
    for move in facts.moves:
        link, memory = move.transfer, facts.held.memory if facts.held else 0.0
        turns = link.sweep / link.turning if link.turning > 0 else 0.0
        if link.periodic and not link.learnt and move.gathered < turns / 10 and memory > turns:
            yield "algorithm.chopper_probability", (
                f"must leave A time to forget, {memory:.3g} samples, between regular turns (got S/p = {turns:.3g}: "
                f"halves of opposite sign cancel, a read finds {move.gathered:.3g} samples of gradient); lower it, "
                f"or set chopper = \"random\"."
            )


def coarse(spec: Experiment, facts: Facts) -> Found:
    """Residual learning: what A can hold is less than a step of the array that it refines."""
    if spec.algorithm.kind != "residual":
        return
    link = facts.moves[0].transfer
    law, step = facts.laws[link.source], facts.laws[link.target].step
    reach = spec.algorithm.gamma * min(law.high, -law.low)
    if reach < step / 2:
        yield "algorithm.gamma", (
            f"must let gamma A reach half a step of the next array, {step / 2:.2g} (got {reach:.2g}: between two of "
            f"its states no weight can be made); raise it."
        )


RULES: tuple[Callable[[Experiment, Facts], Found], ...] = (
    slow, blind, unmoved, violent, off_centre, unturned, cancelled, coarse,
)  # fmt: skip
