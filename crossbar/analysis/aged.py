"""What became of a trained network with time, and how it is told."""

import csv
import json
import os
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import numpy as np

from crossbar.trajectory import place

COLUMNS = ("seconds", "test_accuracy", "test_loss", "rms_change")


@dataclass(frozen=True)
class Aged:
    """A row of each array for each time.  law: what time did, in words."""

    path: Path
    epochs: int
    recorded: float  # test accuracy in the file, after the training
    law: str
    seconds: np.ndarray  # since the end of the training
    accuracy: np.ndarray  # share of test samples classified right
    loss: np.ndarray  # mean loss of the test samples
    moved: np.ndarray  # root mean square change of the weights that the network sees, all layers together

    def rows(self) -> Iterator[tuple[float, ...]]:
        """A row for each time, in the order of COLUMNS."""
        columns = (self.seconds, self.accuracy, self.loss, self.moved)
        yield from zip(*(column.tolist() for column in columns), strict=True)


def lines(aged: Aged) -> Iterator[str]:
    """What `crossbar age` prints."""
    yield f"{aged.path.name}: {aged.epochs} epochs, test {aged.recorded:.2%} after the training; then {aged.law}"
    yield f"{'seconds':>14}{'test':>10}{'loss':>9}  rms change of the weights"
    for seconds, accuracy, loss, moved in aged.rows():
        yield f"{seconds:14g}{accuracy:10.2%}{loss:9.4f}  {moved:.4g}"


def as_json(aged: Aged) -> str:
    """One object: the file, the accuracy recorded in it, and a list for each column."""
    columns = dict(zip(COLUMNS, map(list, zip(*aged.rows(), strict=True)), strict=True))
    return json.dumps({"run": str(aged.path), "recorded": aged.recorded, "law": aged.law, **columns})


def check_table(out: str | os.PathLike[str]) -> Path:
    """The path of a table to be written.  FileError: no .csv, an existing file, no folder."""
    return place.of_output(out, "table", (".csv",))


def write_table(aged: Aged, path: Path) -> None:
    """A line a time under a line of names; whole or not at all."""

    def write(temp: Path) -> None:
        with temp.open("w", newline="", encoding="utf-8") as stream:
            csv.writer(stream).writerows([COLUMNS, *aged.rows()])

    place.write_whole(path, "table", write)
