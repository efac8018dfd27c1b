"""Rules about the array that sees the gradient.  docs/theory.md (15.9): where the limits are from."""

from collections.abc import Callable, Iterator
from math import isinf

from crossbar.experiment_spec import Experiment
from crossbar.explain.facts import DIGITAL, Facts

FEWEST_PULSES = 1e-3  # a sample, on an array
MOST_ASKED, MOSTLY = 10, 0.9  # pulses asked over the longest train; share of samples whose trains are saturated
MOST_LOST = 0.5  # share of cells of an A that forgets nothing which end at their bounds

Found = Iterator[tuple[str, str]]  # knob and text


def few_pulses(spec: Experiment, facts: Facts) -> Found:
    got, name = facts.asked.a_sample, facts.name.upper()
    if facts.name != DIGITAL and spec.pulses.kind != "exact" and got < FEWEST_PULSES:
        yield "algorithm.learning_rate", (
            f"must ask for {FEWEST_PULSES:g} pulses a sample or more (got {got:.2g} on the {facts.asked.cells} cells "
            f"of {name}); raise it, or give {name} a smaller step."
        )


def saturated(spec: Experiment, facts: Facts) -> Found:
    """Long trains that are cut a little cost nothing; where all are cut to a tenth, only signs are learnt."""
    most, asked = spec.pulses.max_length, facts.asked
    if facts.name == DIGITAL or asked.cut <= MOSTLY or asked.top <= MOST_ASKED * most:
        return
    yield "algorithm.learning_rate", (
        f"must ask for at most {MOST_ASKED} times the longest train, pulses.max_length = {most} (got {asked.top:.3g} "
        f"pulses, {asked.cut:.0%} of the trains saturated: large errors are cut); lower it {asked.top / most:.2g} "
        f"times, raise max_length, or give {facts.name.upper()} a coarser step."
    )


def endless(spec: Experiment, facts: Facts) -> Found:
    """An A without symmetry point sums up what was ever seen, and C answers undamped."""
    if facts.held and facts.moves and isinf(facts.held.memory) and facts.held.at_bound > MOST_LOST:
        yield f"algorithm.{facts.name}.kind", (
            f"must be a device whose steps fall toward its bounds: constant steps forget nothing, and C is not damped "
            f"(got {facts.held.at_bound:.0%} of the cells of A at a bound by the end, if the gradient stays); take "
            f"soft_bounds with af = 1, say."
        )


def pulled(spec: Experiment, facts: Facts) -> Found:
    """C that sees the gradient itself, of devices with a symmetry point."""
    if spec.algorithm.kind == "sgd" and facts.held and facts.held.memory < facts.samples:
        yield "algorithm.c.kind", (
            f"must be a device that does not forget within the training of {facts.samples:.4g} samples (got a memory "
            f"of {facts.held.memory:.3g}: every pulse pulls C to its symmetry point); take algorithm.kind = "
            f"\"tiki_taka\", say, or devices of constant step."
        )


def never_full(spec: Experiment, facts: Facts) -> Found:
    total = facts.waiting * facts.samples / facts.waits if facts.name == DIGITAL else 1.0
    if total < 1:
        yield "algorithm.learning_rate", (
            f"must let chi reach a step of C within the training (got {total:.2g} pulses a cell); raise it, or give C "
            f"a smaller step."
        )


def overflowing(spec: Experiment, facts: Facts) -> Found:
    """Chance alone does not fill chi without end, as what is fired draws it back; a drift that is larger does."""
    most = getattr(spec.algorithm, "max_pulses", 0)
    if facts.name == DIGITAL and facts.drift > most:
        yield "algorithm.max_pulses", (
            f"must exceed what a steady gradient brings to chi between visits (got {most}, and {facts.drift:.3g} "
            f"pulses: chi grows without end); raise it, visit rows more often, or lower learning_rate."
        )


RULES: tuple[Callable[[Experiment, Facts], Found], ...] = (
    few_pulses, saturated, endless, pulled, never_full, overflowing,
)  # fmt: skip
