"""Hardware time of a training, from its counts and its clock.  docs/theory.md (9.4)."""

from dataclasses import dataclass
from typing import Any

from crossbar.analysis.counts import ArrayCount, ReadCount
from crossbar.sections import Clock


@dataclass(frozen=True)
class Times:
    """Seconds in all.  Reads go layer by layer; transfers and pulses of all layers side by side.

    The file does not hold the length of each train: pulses is that of the longest ones, an upper bound.
    """

    forward: float  # repeated reads too
    backward: float
    transfer: float
    pulses: float

    @property
    def total(self) -> float:
        return self.forward + self.backward + self.transfer + self.pulses


def times(config: dict[str, Any], arrays: list[ArrayCount], reads: list[ReadCount]) -> Times:
    clock = Clock(**config.get("clock", {}))
    number = {way: [r.reads for r in reads if r.direction == way] for way in ("forward", "backward", "transfer")}
    layers = {array.layer for array in arrays}
    slots = [sum(a.writes * _slots(config, a.array) for a in arrays if a.layer == layer) for layer in layers]
    return Times(
        sum(number["forward"]) * clock.read_time, sum(number["backward"]) * clock.read_time,
        max(number["transfer"], default=0) * clock.read_time, max(slots) * clock.pulse_width,
    )  # fmt: skip


def _slots(config: dict[str, Any], array: str) -> int:
    """The longest train on an array; 0 where it is written without pulses."""
    of_transfer = array == "c" and "a" in config["algorithm"]
    pulses = config["algorithm"].get("transfer_pulses", {}) if of_transfer else config.get("pulses", {})
    return 0 if pulses.get("kind") == "exact" else pulses["max_length"]
