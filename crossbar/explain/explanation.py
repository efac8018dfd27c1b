"""`explain_experiment`: derived quantities and doubts of an experiment, before it is run.  docs/theory.md (15)."""

from dataclasses import dataclass
from pathlib import Path

from crossbar.datasets import Dataset
from crossbar.errors import SpecError
from crossbar.experiment_spec import Experiment
from crossbar.explain.doubts import Doubt, doubts_of
from crossbar.explain.facts import Facts, facts_of
from crossbar.explain.figures import Figure, figures_of
from crossbar.explain.signals import SAMPLES, measure


@dataclass(frozen=True)
class Layer:
    """One layer: its facts in numbers, and the figures that are printed of them."""

    facts: Facts
    figures: list[Figure]

    def figure(self, name: str, array: str = "") -> float:
        """The value of a figure by its name.  SpecError: there is none."""
        for figure in self.figures:
            if (figure.name.strip(), figure.array) == (name, array):
                return figure.value
        raise SpecError(f"figure: must be one of those of the layer (got {name!r} of {array!r}); print them.")


@dataclass(frozen=True)
class Explanation:
    """title: the experiment in a line.  signals: where x and d are from; assumed: not of its own data."""

    title: str
    signals: str
    assumed: bool
    custom: bool  # an algorithm that only its code knows
    layers: list[Layer]
    doubts: list[Doubt]


def explain_experiment(
    spec: Experiment, data: Dataset | None = None, *, data_dir: str | Path | None = None, samples: int = SAMPLES
) -> Explanation:
    """What follows from an experiment: pulses, trains, memories, rates, reads, times, and what is known to fail.

    Signals x and d are those of `samples` training samples, chosen at random, through the untrained network; errors
    fall as it learns, and with them pulses and gradients.  data: instead of those that the spec names.  data_dir: where
    MNIST lies.  Where data cannot be loaded, signals are assumed, and `signals` says so.
    Raises SpecError (no Experiment, samples < 2, a network that does not fit the data).
    """
    if not isinstance(spec, Experiment):
        raise SpecError(f"explain_experiment: spec must be an Experiment (got {spec!r}); give xb.preset(\"digits\"), "
                        f"say.")  # fmt: skip
    if samples < 2:
        raise SpecError(f"explain_experiment: samples must be >= 2 (got {samples}); {SAMPLES} are the default.")
    found = measure(spec, data, data_dir, samples)
    layers = facts_of(spec, found)
    network = "-".join(map(str, spec.network.sizes))
    title = (f"{spec.data.name}: {network}, {spec.algorithm.kind}, seed {spec.seed}, {spec.epochs} epochs of "
             f"{found.samples} samples")  # fmt: skip
    return Explanation(
        title, found.source, found.assumed, spec.algorithm.kind == "custom",
        [Layer(facts, figures_of(spec, facts)) for facts in layers], doubts_of(spec, layers),
    )  # fmt: skip
