"""One experiment: everything that decides its numbers."""

from collections.abc import Iterator
from math import inf
from typing import ClassVar, Literal

from crossbar.algorithms import AnyAlgorithm, unfit, without_effect, written_arrays
from crossbar.crew import MOST_THREADS, SHARED_CELLS
from crossbar.keeping import Kept, Place
from crossbar.periphery import Periphery
from crossbar.pulses import Pulses
from crossbar.sections import Clock, Data, Evaluation, Network, Probe, Record, Schedule
from crossbar.spec import Spec, field


class Experiment(Spec):
    """One experiment = one TOML file = one trajectory."""

    who: ClassVar[str | None] = ""

    seed: int = field(1, "the seed of all random numbers", ge=0, le=2**63 - 1)
    epochs: int = field(10, "passes over the training data", "epochs", ge=1)
    batch_size: int = field(
        1, "samples read with the same weights; updates are made one by one", "samples", ge=1
    )
    dtype: Literal["float32", "float64"] = field("float32", "precision of weights and signals")
    threads: int = field(
        1, "threads that share the work on arrays of 2^20 cells or more; the same bits for any number", "threads", ge=1,
        le=MOST_THREADS,
    )
    shuffle: bool = field(True, "a new order of the training samples at each epoch")
    data: Data = field(Data(), "what is learnt")
    network: Network = field(..., "the multilayer perceptron")
    algorithm: AnyAlgorithm = field(..., "what happens to the arrays at every sample")
    pulses: Pulses = field(Pulses(), "how an update becomes pulses on the array that sees the gradient")
    periphery: Periphery = field(
        Periphery(), "how an array is read", remedy="give a table of reads, for instance periphery.forward = \"ideal\""
    )
    schedule: Schedule = field(Schedule(), "how the rates change")
    evaluation: Evaluation = field(Evaluation(), "how the network is judged")
    clock: Clock = field(Clock(), "what turns steps into seconds")
    record: Record = field(Record(), "what the trajectory holds")

    @property
    def kept(self) -> Kept:
        """What the arrays keep about single pulses."""
        log = self.record.pulse_log
        span = (log.first, log.first + log.samples) if log else None
        cells = tuple(Place(cell.layer, cell.row, cell.col) for cell in (log.cells if log else ()))
        return Kept(self.record.pulse_counts, span, cells, self.batch_size)

    def conflicts(self) -> Iterator[tuple[str, str]]:
        logged = self.record.pulse_log.cells if self.record.pulse_log else ()
        for place, cells in (("record.probes", self.record.probes), ("record.pulse_log.cells", logged)):
            for number, probe in enumerate(cells):
                for key, value, size, what in self._axes(probe):
                    if value >= size:
                        rule = f"must be between 0 and {size - 1}, {what} (got {value}); all are counted from 0."
                        yield f"{place}.{number}.{key}", rule
        yield from unfit(self.algorithm, self.pulses)
        yield from self._too_few_samples()
        yield from self._too_many_rows()
        if late := [epoch for epoch in self.schedule.at if epoch >= self.epochs]:
            yield "schedule.at", f"must be < epochs = {self.epochs} (got {late[0]}); drop it or raise epochs."

    def _too_many_rows(self) -> Iterator[tuple[str, str]]:
        """No row is read twice in a transfer."""
        rows = getattr(self.algorithm, "rows_per_transfer", 1)
        fewest = min(n_in for n_in, _ in self.network.shapes)
        if rows != "all" and rows > fewest:
            rule = f"must be <= {fewest}, the rows of the smallest array (got {rows}); or set it to \"all\"."
            yield "algorithm.rows_per_transfer", rule

    def _too_few_samples(self) -> Iterator[tuple[str, str]]:
        """Where the subset of data is known here: nothing may want more of it."""
        most = self.data.train_samples or inf
        for name, wanted in (("batch_size", self.batch_size),
                             ("evaluation.train_samples", self.evaluation.train_samples)):
            if wanted > most:
                yield name, f"must be <= data.train_samples = {most} (got {wanted}); lower it."

    def inert(self) -> Iterator[tuple[str, str]]:
        if len(self.algorithm.rates) == 1:
            yield "schedule.transfer_factor", f"algorithm.kind = \"{self.algorithm.kind}\" has no rate of a transfer"
        if not any(rows * columns >= SHARED_CELLS for rows, columns in self.network.shapes):
            yield "threads", "no array of the network has 2^20 cells or more, and smaller ones are not shared"
        yield from without_effect(self.algorithm, self.pulses)
        if all(writing.kind == "exact" for _, _, writing in written_arrays(self.algorithm, self.pulses)):
            for name in ("pulse_counts", "pulse_log"):
                yield f"record.{name}", "every array is written exactly, without pulses"

    def _axes(self, probe: Probe) -> Iterator[tuple[str, int, int, str]]:
        """Key, value and size of each coordinate of a probe; of a wrong layer no more than the layer."""
        shapes = self.network.shapes
        yield "layer", probe.layer, len(shapes), "the layers of the network"
        if probe.layer < len(shapes):
            rows, columns = shapes[probe.layer]
            yield "row", probe.row, rows, f"the rows of layer {probe.layer}"
            yield "col", probe.col, columns, f"the columns of layer {probe.layer}"
