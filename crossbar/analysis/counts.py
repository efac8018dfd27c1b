"""What a trajectory counted: pulses and writes on each array, reads and conversions of each layer.  docs/theory.md (9).
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass

import numpy as np

from crossbar.config import loads
from crossbar.errors import FileError, SpecError
from crossbar.experiment_spec import Experiment
from crossbar.trajectory import Run

DIRECTIONS = ("forward", "backward", "transfer")
UP, DOWN = 0, 1


@dataclass(frozen=True)
class ArrayCount:
    """Of one array, in all.  Shapes: devices a cell, rows, columns."""

    layer: int
    array: str  # as the algorithm names it: "c", "a", ...
    shape: tuple[int, int, int]
    up: int
    down: int
    writes: int  # rank-one writes
    counts: np.ndarray | None  # (2, devices, rows, columns): up and down on every device; None: not recorded

    @property
    def pulses(self) -> int:
        return self.up + self.down

    @property
    def group(self) -> str:
        return f"layer{self.layer}"


@dataclass(frozen=True)
class ReadCount:
    """Of one direction of reading one layer, in all."""

    layer: int
    direction: str
    reads: int  # repeated ones too
    repeated: int  # by bound management
    conversions: int
    clipped: int
    converted: bool  # by an ADC: adc_bits > 0


def spec_of(run: Run) -> Experiment:
    """The experiment.  FileError: none in the file, as in a file that is no training."""
    try:
        spec = loads(run.config) if layers_of(run) else None
    except SpecError:
        spec = None
    if spec is None:
        raise FileError(f"{run.path}: must be the trajectory of a training (got {run.title!r} without an experiment "
                        f"or without arrays); give what `crossbar train` wrote.")  # fmt: skip
    return spec


def layers_of(run: Run) -> list[int]:
    return sorted({int(match[1]) for name in run if (match := re.match(r"layer(\d+)/pulses_\w+$", name))})


def samples_of(run: Run) -> int:
    """Training samples so far: pulses on all arrays over pulses a sample, or else first forward reads."""
    total = sum(run[name].sum(axis=1) for name in run if re.match(r"layer\d+/pulses_[a-z]\d*$", name))
    per_sample = run["pulses_per_sample"]
    first = run["layer0/conversions_forward"] / lines(run, 0, "forward") - run["layer0/halvings_forward"]
    epochs = np.where(per_sample > 0, total / np.where(per_sample > 0, per_sample, 1), first)
    return int(np.rint(epochs).sum())


def lines(run: Run, layer: int, direction: str) -> int:
    """Lines that one read converts."""
    rows, columns = run.variables[f"layer{layer}/weights_c"].shape
    return rows if direction == "backward" else columns


def arrays(run: Run, spec: Experiment) -> Iterator[ArrayCount]:
    """Those of the algorithm, in its order, layer by layer."""
    for layer in layers_of(run):
        for name in spec.algorithm.names:
            yield _array(run, layer, name, len(spec.algorithm.device(name).shares))


def _array(run: Run, layer: int, name: str, many: int) -> ArrayCount:
    group = f"layer{layer}"
    rows, columns = run.variables[f"{group}/weights_{name}"].shape
    up, down = run[f"{group}/pulses_{name}"].sum(axis=0).tolist()
    each = f"{group}/pulse_counts_{name}"
    counts = run.read(each, -1).reshape(2, many, rows, columns) if each in run and run.length(each) else None
    return ArrayCount(layer, name, (many, rows, columns), up, down, int(run[f"{group}/writes_{name}"].sum()), counts)


def reads(run: Run, spec: Experiment) -> Iterator[ReadCount]:
    for layer in layers_of(run):
        for direction in DIRECTIONS:
            if f"layer{layer}/conversions_{direction}" in run:
                yield _read(run, layer, direction, spec)


def _read(run: Run, layer: int, direction: str, spec: Experiment) -> ReadCount:
    conversions, clipped = (
        int(run[f"layer{layer}/{what}_{direction}"].sum()) for what in ("conversions", "clipped")
    )
    repeated = int(run[f"layer{layer}/halvings_forward"].sum()) if direction == "forward" else 0
    converted = getattr(spec.periphery, direction).adc_bits > 0
    number = conversions // lines(run, layer, direction)
    return ReadCount(layer, direction, number, repeated, conversions, clipped, converted)
