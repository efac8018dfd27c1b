"""What is known to fail, of all layers: knob, rule, number got, remedy.  docs/theory.md (15.9)."""

from dataclasses import dataclass

from crossbar.experiment_spec import Experiment
from crossbar.explain import doubts_moving, doubts_writing
from crossbar.explain.facts import Facts


@dataclass(frozen=True)
class Doubt:
    """knob: dotted name.  layers: where the rule is broken.  text: rule, number got, remedy, of the first of them."""

    knob: str
    layers: tuple[int, ...]
    text: str

    def __str__(self) -> str:
        return f"{self.knob} (layer {', '.join(map(str, self.layers))}): {self.text}"


def doubts_of(spec: Experiment, layers: list[Facts]) -> list[Doubt]:
    """One for each rule that is broken and its knob."""
    found: dict[tuple[str, str], tuple[list[int], str]] = {}
    for facts in layers:
        for rule in (*doubts_writing.RULES, *doubts_moving.RULES):
            for knob, text in rule(spec, facts):
                found.setdefault((rule.__name__, knob), ([], text))[0].append(facts.layer)
    return [Doubt(knob, tuple(where), text) for (_, knob), (where, text) in found.items()]
