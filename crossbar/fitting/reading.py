"""Curves from a CSV: long, one reading a line, or two columns, a staircase up and one down."""

import csv
import hashlib
import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise
from math import isfinite
from pathlib import Path

import numpy as np

from crossbar.errors import DataError, FileError, SpecError
from crossbar.expected import alternatives, shown
from crossbar.fitting.curves import UNITS, Curve, Curves, check

LONG = ("device", "cycle", "pulse", "polarity", "conductance")
WAYS = {"up": 1, "down": -1, "+": 1, "-": -1, "1": 1, "+1": 1, "-1": -1}
FORMS = f"either the columns {', '.join(LONG)}, or two columns up, down"


@dataclass(frozen=True)
class Row:
    line: int
    cells: tuple[str, ...]


def read_curves(
    path: str | Path, unit: str | None = None, window: tuple[float, float] | None = None
) -> Curves:
    """The curves in a CSV file, in siemens where the unit is known.

    Long: columns device, cycle, pulse, polarity (up, down), conductance, in any order under a header, in this one
    without; `pulse` counts pulses within a cycle, `polarity` is that of the pulse before the reading.  Or two columns
    up, down: one reading after each pulse of a staircase.  Separated by commas, semicolons or tabs.
    unit: S, mS, uS, nS, or a line `# unit: uS` in the file; neither: arbitrary.
    window: the readings (in the unit) that become the weights -1 and 1; None: the measured window.
    Raises FileError (unreadable), SpecError (unknown unit, empty window), DataError (file, line and column named).
    """
    path = Path(path)
    text, digest = _text(path)
    said = _units(path, text)
    if unit is not None and _known(unit) is None:
        raise SpecError(f"unit: must be {alternatives(list(UNITS))} (got {unit or 'nothing'}); leave it out for "
                        f"arbitrary units.")  # fmt: skip
    rows = list(_rows(path, text))
    header, rows, named = _header(path, rows)
    unit = _one_unit(path, said, named, _known(unit) if unit else None)
    factor = UNITS[unit] if unit else 1.0
    if window is not None and not window[0] < window[1]:
        raise SpecError(f"window: must rise from the reading of weight -1 to that of 1 (got {window}); swap them.")
    curves = _long(path, header, rows, factor) if len(header) > 2 else _columns(path, header, rows, factor)
    span = (window[0] * factor, window[1] * factor) if window else None
    return check(Curves(tuple(curves), unit, str(path), digest, span))


def _text(path: Path) -> tuple[str, str]:
    try:
        raw = path.read_bytes()
        return raw.decode("utf-8-sig"), hashlib.sha256(raw).hexdigest()
    except UnicodeDecodeError as error:
        raise DataError(f"{path}: must be a text in UTF-8 (got byte {error.start} = {raw[error.start]:#04x}); export "
                        f"it as CSV.") from None  # fmt: skip
    except OSError as error:
        raise FileError(f"{path}: must be a readable CSV file ({error.strerror}); check its name.") from None


def _known(unit: str) -> str | None:
    """The spelling we use; a micro sign is a u."""
    plain = unit.strip().replace("\N{MICRO SIGN}", "u").replace("\N{GREEK SMALL LETTER MU}", "u")
    return plain if plain in UNITS else None


def _units(path: Path, text: str) -> list[tuple[str, str]]:
    """Units of comment lines, each with its place."""
    found = []
    for number, line in enumerate(text.splitlines(), 1):
        if match := re.fullmatch(r"\s*#\s*units?\s*[:=]\s*(.*?)[\s,;]*", line, re.IGNORECASE):
            if (unit := _known(match[1])) is None:
                raise DataError(f"{path}, line {number}: unit must be {alternatives(list(UNITS))} (got "
                                f"{match[1] or 'nothing'}); convert the data, or drop the line for arbitrary units.")
            found.append((unit, f"line {number}"))
    return found


def _one_unit(path: Path, said: list[tuple[str, str]], named: list[tuple[str, str]], given: str | None) -> str:
    every = [*said, *named, *([(given, "--unit")] if given else [])]
    if len({unit for unit, _ in every}) > 1:
        places = ", ".join(f"{unit} in {place}" if place != "--unit" else f"{unit} by --unit" for unit, place in every)
        raise DataError(f"{path}: must have one unit (got {places}); convert the data, or drop what is wrong.")
    return every[0][0] if every else ""


def _rows(path: Path, text: str) -> Iterator[Row]:
    numbered = enumerate(text.splitlines(), 1)
    lines = [(n, line) for n, line in numbered if line.strip() and not line.lstrip().startswith("#")]
    if not lines:
        raise DataError(f"{path}: must hold readings (got no line of data); give {FORMS}.")
    separator = next((mark for mark in (";", "\t", ",") if mark in lines[0][1]), ",")
    for number, line in lines:
        yield Row(number, tuple(cell.strip() for cell in next(csv.reader([line], delimiter=separator))))


def _header(path: Path, rows: list[Row]) -> tuple[list[str], list[Row], list[tuple[str, str]]]:
    """Names of the columns, the other rows, and units in brackets behind names."""
    first, named = rows[0], []
    columns = len(first.cells)
    if any(_number(cell) is not None for cell in first.cells):
        if columns not in (2, len(LONG)):
            raise DataError(f"{path}, line {first.line}: must have 2 or {len(LONG)} columns without a header (got "
                            f"{columns}); give {FORMS}.")  # fmt: skip
        return (["up", "down"] if columns == 2 else list(LONG)), rows, []
    names = []
    for cell in first.cells:
        match = re.fullmatch(r"(.*?)\s*[\[(]\s*(.*?)\s*[\])]", cell)
        if match and (unit := _known(match[2])):
            named.append((unit, f"column {match[1]}"))
        names.append((match[1] if match else cell).strip().lower())
    wanted = ("up", "down") if columns <= 2 else LONG
    if missing := [name for name in wanted if name not in names]:
        raise DataError(f"{path}, line {first.line}: must have the column{'s' * (len(missing) > 1)} "
                        f"{', '.join(missing)} (got {', '.join(names)}); give {FORMS}.")  # fmt: skip
    if len(set(names)) < len(names):
        raise DataError(f"{path}, line {first.line}: must name each column once (got {', '.join(names)}); rename one.")
    return names, rows[1:], named


def _long(path: Path, names: list[str], rows: list[Row], factor: float) -> Iterator[Curve]:
    place = {name: names.index(name) for name in LONG}
    groups: dict[tuple[str, int], list[tuple[Row, int, int, float]]] = {}
    for row in rows:
        _whole_line(path, row, len(names))
        cell = {name: row.cells[k] for name, k in place.items()}
        if (way := WAYS.get(cell["polarity"].lower())) is None:
            raise DataError(_wrong(path, row, "polarity", "up or down", cell["polarity"]))
        cycle, pulse = (_whole(path, row, name, cell[name]) for name in ("cycle", "pulse"))
        value = _finite(path, row, "conductance", cell["conductance"])
        groups.setdefault((cell["device"], cycle), []).append((row, pulse, way, value * factor))
    for (device, cycle), readings in groups.items():
        if len(readings) < 2:
            raise DataError(f"{path}, line {readings[0][0].line}: device {device}, cycle {cycle} must have at least 2 "
                            f"readings (got a single point); drop it, or measure a staircase.")
        moves = [0, *(_moved(path, before, after) for before, after in pairwise(readings))]
        yield Curve(device, cycle, np.array(moves, np.int64), np.array([value for *_, value in readings]))


def _moved(path: Path, before: tuple[Row, int, int, float], after: tuple[Row, int, int, float]) -> int:
    """Signed pulses between two readings; the count may begin anew, at 0 or 1, where the direction changes."""
    (_, first, was, _), (row, second, way, _) = before, after
    if way != was and second <= first and second in (0, 1):
        return way * second
    if second <= first:
        raise DataError(f"{path}, line {row.line}, column pulse: must rise within a device and a cycle (got {second} "
                        f"after {first}); sort the lines, or count another cycle.")
    return way * (second - first)


def _columns(path: Path, names: list[str], rows: list[Row], factor: float) -> Iterator[Curve]:
    columns: dict[str, list[float]] = {"up": [], "down": []}
    ended: dict[str, int] = {}
    for row in rows:
        _whole_line(path, row, 2)
        for name, cell in zip(names, row.cells, strict=True):
            if cell == "" and any(row.cells):  # one staircase may be shorter
                ended.setdefault(name, row.line)
            elif name in ended:
                raise DataError(_wrong(path, Row(ended[name], ()), name, "a finite number", ""))
            else:
                columns[name].append(_finite(path, row, name, cell) * factor)
    for name, way in (("up", 1), ("down", -1)):
        if len(columns[name]) < 2:
            raise DataError(f"{path}, column {name}: must have at least 2 readings (got "
                            f"{'a single point' if columns[name] else 'none'}); measure a staircase.")
        pulses = np.full(len(columns[name]), way, np.int64)
        pulses[0] = 0
        yield Curve("1", 1, pulses, np.array(columns[name]))


def _whole_line(path: Path, row: Row, columns: int) -> None:
    if len(row.cells) != columns:
        raise DataError(f"{path}, line {row.line}: must have {columns} columns, as the first line (got "
                        f"{len(row.cells)}); complete it, or drop it.")  # fmt: skip


def _number(text: str) -> float | None:
    """float() without its underscores."""
    try:
        return float(text) if "_" not in text else None
    except ValueError:
        return None


def _finite(path: Path, row: Row, column: str, text: str) -> float:
    value = _number(text)
    if value is None or not isfinite(value):
        raise DataError(_wrong(path, row, column, "a finite number", text))
    return value


def _whole(path: Path, row: Row, column: str, text: str) -> int:
    value = _number(text)
    if value is None or not isfinite(value) or value != int(value) or value < 0:
        raise DataError(_wrong(path, row, column, "a whole number >= 0", text))
    return int(value)


def _wrong(path: Path, row: Row, column: str, rule: str, got: str) -> str:
    return (f"{path}, line {row.line}, column {column}: must be {rule} (got {shown(got) if got else 'nothing'}); "
            f"correct or drop the line.")  # fmt: skip
