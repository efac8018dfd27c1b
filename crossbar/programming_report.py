"""`crossbar program`: targets from a file, the outcome on screen and in files."""

import json as text_json
from collections.abc import Iterator
from pathlib import Path
from typing import Any, Literal

import numpy as np

from crossbar import plain_file
from crossbar.device_presets import resolve
from crossbar.errors import DataError, FileError
from crossbar.plain_file import Named
from crossbar.programming import Programmed, program

MEANINGS = {
    "targets": "target of the cell", "weights": "weight after the last pulse", "error": "what was reached minus target",
    "pulses_up": "pulses up on the cell", "pulses_down": "pulses down on the cell",
    "failed": "1 where no read was within the tolerance",
}  # fmt: skip


def programmed(
    source: str, targets: Path, out: Path | None, plot: Path | None, json: bool, **goal: Any
) -> Iterator[str]:
    """The lines of the report; writes `out` and `plot` where asked.  goal: as of `program`.

    Raises SpecError, DataError, FileError, before anything is computed.
    """
    device, wanted = resolve(source), read_targets(targets)
    paths = _checked(out, plot)
    found = program(device, wanted, **goal)
    yield f"{source}: {device.describe()}"
    yield from lines(found)
    yield from _written(found, *paths, source)
    if json:
        yield as_json(source, found)


def read_targets(path: Path) -> np.ndarray:
    """The targets in a .npy file, or in a .csv of rows of numbers.

    FileError: unreadable, another suffix.  DataError: no numbers, with line and column; rows of unequal length.
    """
    try:
        if path.suffix.lower() == ".npy":
            return np.load(path, allow_pickle=False)
        if path.suffix.lower() == ".csv":
            return _csv(path)
    except (OSError, UnicodeDecodeError) as error:
        reason = getattr(error, "strerror", None) or "not a text in UTF-8"
        raise FileError(f"{path}: must be a readable file of targets (got: {reason}); check the name.") from None
    except ValueError as error:
        raise DataError(f"{path}: must hold an array of numbers (got: {error}); save it with numpy.save.") from None
    raise FileError(f"{path}: the file of targets must be .npy or .csv (got {path.suffix!r}); save it as one of them.")


def _csv(path: Path) -> np.ndarray:
    rows: list[list[float]] = []
    for number, line in enumerate(path.read_text(encoding="utf-8-sig").splitlines(), 1):
        if line.strip() and not line.startswith("#"):
            rows.append([_number(text, path, number, column) for column, text in enumerate(line.split(","), 1)])
            if len(rows[-1]) != len(rows[0]):
                raise DataError(f"{path}, line {number}: must have {len(rows[0])} numbers, as the first row has (got "
                                f"{len(rows[-1])}); fill the gaps.")  # fmt: skip
    return np.array(rows)


def _number(text: str, path: Path, line: int, column: int) -> float:
    try:
        return float(text)
    except ValueError:
        raise DataError(f"{path}, line {line}, column {column}: must be a number (got {text.strip()!r}); mend it, or "
                        f"begin a line of text with #.") from None  # fmt: skip


def lines(found: Programmed) -> Iterator[str]:
    pulses, verified = found.pulses_up + found.pulses_down, ~found.failed
    unit = " S" if found.unit == "S" else ""
    worst = np.abs(found.error[verified]).max(initial=0.0)
    values = [
        ("cells", f"{found.error.size}, {found.failed.sum()} failed ({found.failed.mean():.2%})"),
        ("tolerance", f"{found.tolerance:g}{unit}"),
        ("error", f"rms {np.sqrt(np.mean(found.error**2)):.3g}{unit}, of verified cells at most {worst:.3g}{unit}"),
        ("pulses a cell", f"{pulses.mean():.4g} on average, {pulses.max()} at most"),
    ]
    yield from (f"  {name:18} {value}" for name, value in values)


def as_json(source: str, found: Programmed) -> str:
    """One line."""
    pulses = found.pulses_up + found.pulses_down
    return text_json.dumps({
        "source": source, "cells": found.error.size, "failed": int(found.failed.sum()), "unit": found.unit,
        "tolerance": found.tolerance, "rms_error": float(np.sqrt(np.mean(found.error**2))),
        "pulses_mean": float(pulses.mean()), "pulses_max": int(pulses.max()),
    })  # fmt: skip


def _checked(out: Path | None, plot: Path | None) -> tuple[Path | None, Path | None]:
    """FileError for whatever would stop the writing at the end."""
    picture: Path | None = None
    if plot is not None:
        from crossbar.plots import check_picture

        picture = check_picture(plot)
    return plain_file.check_out(out) if out is not None else None, picture


def _written(found: Programmed, out: Path | None, picture: Path | None, source: str) -> Iterator[str]:
    if out is not None:
        yield f"wrote {save_programmed(found, out, source)}"
    if picture is not None:
        from crossbar.plots import plot_programming, write_picture

        yield f"wrote {write_picture(plot_programming(found), picture)}"


def save_programmed(found: Programmed, out: Path, source: str = "") -> Path:
    """The outcome as arrays (row, column).  FileError: as of `crossbar.plain_file`."""
    shape = np.atleast_2d(found.targets).shape
    unit: Literal["S", "1"] = "S" if found.unit == "S" else "1"
    units = {"targets": unit, "error": unit}
    variables = [
        Named(name, ("row", "column"), _plain(getattr(found, name)).reshape(shape), units.get(name, "1"), meaning)
        for name, meaning in MEANINGS.items()
    ]
    if found.conductances is not None:
        values = found.conductances.reshape(shape)
        variables.append(Named("conductances", ("row", "column"), values, "S", "conductance after the last pulse"))
    about = {"source": source, "tolerance": found.tolerance}
    dims = dict(zip(("row", "column"), shape, strict=True))
    return plain_file.write(plain_file.check_out(out), "pulse-crossbar programming", dims, variables, about)


def _plain(values: np.ndarray) -> np.ndarray:
    return values.astype(np.int8) if values.dtype == bool else values
