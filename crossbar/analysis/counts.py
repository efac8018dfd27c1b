"""What a trajectory counted: pulses and writes on each array, reads and conversions of each layer.  docs/theory.md (9).
"""

import re
import tomllib
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

import numpy as np

from crossbar.errors import FileError
from crossbar.trajectory import Run

DIRECTIONS = ("forward", "backward", "transfer")
UP, DOWN = 0, 1


@dataclass(frozen=True)
class ArrayCount:
    """Of one array, in all.  Shapes: devices a cell, rows, columns."""

    layer: int
    array: str  # "c" or "a"
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


def config_of(run: Run) -> dict[str, Any]:
    """The experiment's tables.  FileError: none in the file, as in a file that is no training."""
    try:
        found = tomllib.loads(run.config)
    except tomllib.TOMLDecodeError:
        found = {}
    if "algorithm" not in found or not layers_of(run):
        raise FileError(f"{run.path}: must be the trajectory of a training (got {run.title!r} without an experiment "
                        f"or without arrays); give what `crossbar train` wrote.")  # fmt: skip
    return found


def layers_of(run: Run) -> list[int]:
    return sorted({int(match[1]) for name in run if (match := re.match(r"layer(\d+)/pulses_\w+$", name))})


def samples_of(run: Run) -> int:
    """Training samples so far: pulses on all arrays over pulses a sample, or else first forward reads."""
    total = sum(run[name].sum(axis=1) for name in run if re.match(r"layer\d+/pulses_[a-z]$", name))
    per_sample = run["pulses_per_sample"]
    first = run["layer0/conversions_forward"] / lines(run, 0, "forward") - run["layer0/halvings_forward"]
    epochs = np.where(per_sample > 0, total / np.where(per_sample > 0, per_sample, 1), first)
    return int(np.rint(epochs).sum())


def lines(run: Run, layer: int, direction: str) -> int:
    """Lines that one read converts."""
    rows, columns = run.variables[f"layer{layer}/weights_c"].shape
    return rows if direction == "backward" else columns


def arrays(run: Run, config: dict[str, Any]) -> Iterator[ArrayCount]:
    for layer in layers_of(run):
        for name in ("c", "a"):
            if f"layer{layer}/pulses_{name}" in run:
                yield _array(run, layer, name, devices(config["algorithm"][name]))


def devices(table: dict[str, Any]) -> int:
    """Devices of a cell."""
    return {"pair": 2, "multi": table.get("devices", 1)}.get(table["kind"], 1)


def _array(run: Run, layer: int, name: str, many: int) -> ArrayCount:
    group = f"layer{layer}"
    rows, columns = run.variables[f"{group}/weights_{name}"].shape
    up, down = run[f"{group}/pulses_{name}"].sum(axis=0).tolist()
    each = f"{group}/pulse_counts_{name}"
    counts = run.read(each, -1).reshape(2, many, rows, columns) if each in run and run.length(each) else None
    return ArrayCount(layer, name, (many, rows, columns), up, down, int(run[f"{group}/writes_{name}"].sum()), counts)


def reads(run: Run, config: dict[str, Any]) -> Iterator[ReadCount]:
    for layer in layers_of(run):
        for direction in DIRECTIONS:
            if f"layer{layer}/conversions_{direction}" in run:
                yield _read(run, layer, direction, config)


def _read(run: Run, layer: int, direction: str, config: dict[str, Any]) -> ReadCount:
    conversions, clipped = (
        int(run[f"layer{layer}/{what}_{direction}"].sum()) for what in ("conversions", "clipped")
    )
    repeated = int(run[f"layer{layer}/halvings_forward"].sum()) if direction == "forward" else 0
    converted = config.get("periphery", {}).get(direction, {}).get("adc_bits", 0) > 0
    number = conversions // lines(run, layer, direction)
    return ReadCount(layer, direction, number, repeated, conversions, clipped, converted)
