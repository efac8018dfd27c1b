"""What algorithms reach and what they cost, side by side: which one for which device.  docs/theory.md (9.7)."""

import os
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import NamedTuple

import numpy as np

from crossbar.analysis.ledger import ledger
from crossbar.trajectory import Run

MARGIN = 0.005  # of accuracy: what lies closer to the best counts as good as it


@dataclass(frozen=True)
class Hardware:
    """What is assumed beside the clock of the experiment: V, V, J a conversion, 1/s, J a digital operation."""

    write_volts: float = 1.0
    read_volts: float = 0.2
    adc_energy: float = 5e-12
    flops: float = 175e9
    operation_energy: float = 1e-12


class Cost(NamedTuple):
    """Of a training, its evaluations left out."""

    pulses: float  # on a device, mean of all, in all
    reads: float  # a sample, of all layers and directions
    operations: float  # digital ones, a sample
    energy: float  # J a sample: writing, reading, converting, digital operations
    seconds: float  # a sample on hardware, (9.4) with the digital operations


def cost(run: Run | str | os.PathLike[str], hardware: Hardware) -> Cost:
    """From the ledger of a training.  Raises as `ledger`."""
    found = ledger(run, write_volts=hardware.write_volts, read_volts=hardware.read_volts,
                   adc_energy=hardware.adc_energy, flops=hardware.flops)  # fmt: skip
    devices = sum(int(np.prod(array.shape)) for array in found.arrays)
    digital = sum(each.total for each in found.operations)
    n = found.samples
    return Cost(
        sum(array.pulses for array in found.arrays) / devices, sum(read.reads for read in found.reads) / n, digital / n,
        (found.energies.total + digital * hardware.operation_energy) / n, found.times.total / n,
    )  # fmt: skip


class Choice(NamedTuple):
    """Of one device: the best accuracy, what is as good as it, and of these what takes least energy and least time."""

    best: str
    good: tuple[str, ...]  # the best first
    thrifty: str
    quick: str


def choose(names: Sequence[str], accuracy: np.ndarray, energy: np.ndarray, seconds: np.ndarray) -> Choice:
    """accuracy, energy, seconds: (names,); NaN: not known."""
    order = [int(n) for n in np.argsort(-np.nan_to_num(accuracy, nan=-1.0), kind="stable")]
    good = [n for n in order if accuracy[n] >= accuracy[order[0]] - MARGIN]
    least = [good[int(np.nanargmin(values[good]))] for values in (energy, seconds)]
    return Choice(names[order[0]], tuple(names[n] for n in good), *(names[n] for n in least))


def table(head: Sequence[str], rows: Sequence[Sequence[str]]) -> Iterator[str]:
    """A table in Markdown."""
    yield f"| {' | '.join(head)} |"
    yield f"|{'---|' * len(head)}"
    for row in rows:
        yield f"| {' | '.join(row)} |"
