"""Hardware time of a training, from its counts and its clock.  docs/theory.md (9.4)."""

from dataclasses import dataclass

from crossbar.analysis.counts import ArrayCount, ReadCount
from crossbar.analysis.operations import OperationCount
from crossbar.experiment_spec import Experiment


@dataclass(frozen=True)
class Times:
    """Seconds in all.  Reads and digital operations go layer by layer; transfers and pulses of all layers side by side.

    The file does not hold the length of each train: pulses is that of the longest ones, an upper bound.
    """

    forward: float  # repeated reads too
    backward: float
    transfer: float
    pulses: float
    digital: float  # 0 where the speed of the digital part is not known

    @property
    def total(self) -> float:
        return self.forward + self.backward + self.transfer + self.pulses + self.digital


def times(spec: Experiment, arrays: list[ArrayCount], reads: list[ReadCount], operations: list[OperationCount],
          flops: float | None) -> Times:  # fmt: skip
    """flops: digital operations a second."""
    clock = spec.clock
    number = {way: [r.reads for r in reads if r.direction == way] for way in ("forward", "backward", "transfer")}
    writing = spec.algorithm.writing(spec.pulses)
    longest = {name: 0 if pulses.kind == "exact" else pulses.max_length for name, pulses in writing.items()}
    layers = {array.layer for array in arrays}
    slots = [sum(a.writes * longest[a.array] for a in arrays if a.layer == layer) for layer in layers]
    return Times(
        sum(number["forward"]) * clock.read_time, sum(number["backward"]) * clock.read_time,
        max(number["transfer"], default=0) * clock.read_time, max(slots) * clock.pulse_width,
        sum(each.total for each in operations) / flops if flops else 0.0,
    )  # fmt: skip
