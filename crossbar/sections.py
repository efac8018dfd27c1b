"""The tables of an experiment that are not hardware: data, network, schedule, evaluation, record."""

from collections.abc import Iterator
from itertools import pairwise
from typing import Annotated, Literal

from pydantic import Field

from crossbar.spec import Spec, field

MOST_LAYERS, MOST_LINES = 255, 65535  # what the addresses of random numbers have room for
Size = Annotated[int, Field(ge=1, le=MOST_LINES)]
Epoch = Annotated[int, Field(ge=1)]


class Data(Spec):
    """What is learnt."""

    name: str = field("digits", "digits, mnist, or a folder of idx files", min_length=1,
                      remedy="digits, mnist, or a folder of idx files")
    train_samples: int | None = field(None, "only so many training samples", "samples", ge=1)
    test_samples: int | None = field(None, "only so many test samples", "samples", ge=1)


class Network(Spec):
    """A multilayer perceptron, one crossbar a layer."""

    sizes: tuple[Size, ...] = field(
        ..., "inputs, hidden units, outputs", "lines", strict=False, min_length=2, max_length=MOST_LAYERS + 1
    )
    hidden: Literal["sigmoid", "tanh", "relu"] = field("sigmoid", "activation of the hidden layers")
    loss: Literal["cross_entropy", "mean_square"] = field(
        "cross_entropy", "softmax cross-entropy, or mean square"
    )
    bias: Literal["analog", "digital", "none"] = field(
        "analog", "a last row of the array, exact numbers, or none"
    )

    @property
    def bias_rows(self) -> int:
        return 1 if self.bias == "analog" else 0

    @property
    def shapes(self) -> tuple[tuple[int, int], ...]:
        """(rows, columns) of the array of each layer, the analog bias row counted."""
        return tuple((n_in + self.bias_rows, n_out) for n_in, n_out in pairwise(self.sizes))

    def conflicts(self) -> Iterator[tuple[str, str]]:
        if (rows := max(n_in for n_in, _ in self.shapes)) > MOST_LINES:
            yield "sizes", f"must leave room for the bias, {MOST_LINES} rows (got {rows}); shrink the layer."

    def inert(self) -> Iterator[tuple[str, str]]:
        if len(self.sizes) == 2:
            yield "hidden", "two sizes are one layer, which has no hidden units"


class Schedule(Spec):
    """How the rates change with the epochs."""

    kind: Literal["constant", "steps"] = field("constant", "rates that stay, or fall in steps")
    at: tuple[Epoch, ...] = field(
        (), "numbers of finished epochs at which rates are multiplied", "epochs", strict=False
    )
    factor: float = field(0.1, "by what learning_rate is multiplied at each step", gt=0)
    transfer_factor: float = field(1.0, "by what transfer_rate is multiplied at each step", gt=0)

    def factors(self, finished: int) -> tuple[float, float]:
        """Of the learning and the transfer rate, after `finished` epochs."""
        steps = sum(finished >= epoch for epoch in self.at)
        return self.factor**steps, self.transfer_factor**steps

    def conflicts(self) -> Iterator[tuple[str, str]]:
        if self.kind == "steps" and not self.at:
            yield "at", 'must name at least one epoch where kind = "steps" (got none); give at = [20], say.'
        if any(later <= earlier for earlier, later in pairwise(self.at)):
            yield "at", f"must rise from epoch to epoch (got {list(self.at)}); sort it and drop repetitions."

    def inert(self) -> Iterator[tuple[str, str]]:
        if self.kind == "constant":
            for name in ("at", "factor", "transfer_factor"):
                yield name, 'kind = "constant" keeps the rates'


class Evaluation(Spec):
    """How the network is judged after each epoch."""

    weights: Literal["periphery", "ideal"] = field("periphery", "read through the periphery, or exactly")
    train_samples: int = field(0, "training samples judged after each epoch; 0: none", "samples", ge=0)


class Clock(Spec):
    """What turns steps into seconds; the ledger of times and energies and the drift of devices go by it.

    Defaults: pulses and reads as in Rasch et al. 2024.
    """

    pulse_width: float = field(5e-9, "one slot of a pulse train", "s", gt=0)
    read_time: float = field(40e-9, "one read of an array", "s", gt=0)
    sample_period: float | None = field(
        None, "one training sample; none: a forward and a backward read and the longest train", "s", gt=0
    )

    def period(self, slots: int) -> float:
        """Seconds a sample lasts, its longest train having so many slots."""
        return self.sample_period or 2 * self.read_time + slots * self.pulse_width


class Probe(Spec):
    """A cell that is followed at every sample."""

    layer: int = field(..., "number of the layer, from 0", ge=0)
    row: int = field(..., "number of the row, from 0; the bias row is the last", ge=0)
    col: int = field(..., "number of the column, from 0", ge=0)


class PulseLog(Spec):
    """Single pulses in the trajectory: sample, cell, signed number, weight after them."""

    first: int = field(0, "first sample that is logged, counted from the start of the training", "samples", ge=0)
    samples: int = field(..., "how many samples are logged", "samples", ge=1)
    cells: tuple[Probe, ...] = field((), "only these cells; none: every cell", strict=False)


class Record(Spec):
    """What the trajectory holds."""

    weights_every: int = field(
        1, "epochs between records of all weights; 0: the first and the last", "epochs", ge=0
    )
    probes: tuple[Probe, ...] = field((), "cells followed at every sample", strict=False)
    checkpoint_every: int = field(1, "epochs between checkpoints", "epochs", ge=1)
    pulse_counts: bool = field(False, "pulses up and down of every device since the start, with each record of weights")
    pulse_log: PulseLog | None = field(None, "single pulses of chosen samples and cells; none: not logged")
