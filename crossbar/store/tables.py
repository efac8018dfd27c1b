"""`crossbar collect`: a sweep as one netCDF file and one CSV."""

import csv
import io
import json
from pathlib import Path
from typing import Any

import numpy as np

from crossbar import plain_file
from crossbar.epoch_figures import EPOCH, TRANSFER_RATE
from crossbar.plain_file import Named
from crossbar.store.grid import Grid
from crossbar.trajectory import place

FIGURES = {**EPOCH, "transfer_rate": TRANSFER_RATE}  # units and meaning
SUFFIXES = (".nc", ".h5", ".hdf5")


def check_tables(out: Path, overwrite: bool = False) -> tuple[Path, Path]:
    """Where netCDF and CSV will lie: OUT and OUT with .csv.  FileError: another suffix, a file that exists."""
    return (place.of_output(out, "collected sweep", SUFFIXES, overwrite),
            place.of_output(out.with_suffix(".csv"), "table", (".csv",), overwrite))  # fmt: skip


def write_tables(grid: Grid, netcdf: Path, table: Path, overwrite: bool = False) -> tuple[Path, Path]:
    """Writes both; paths of `check_tables`.

    netCDF: every figure by (axes..., epoch), the axes as coordinates by their dotted keys, the base experiment, the
    command and the failures as attributes.  CSV: a row a point.
    """
    about = {"sweep": grid.name, "base": json.dumps(grid.base), "command": grid.command,
             "failures": json.dumps([{"at": at, "reason": why.get("reason", "")} for at, why in grid.failures()])}
    dims, variables = _variables(grid)
    plain_file.write(netcdf, "pulse-crossbar collected sweep", dims, variables, about, overwrite)
    text = _csv(grid)
    place.write_whole(table, "table", lambda temp: temp.write_text(text, encoding="utf-8"), overwrite)
    return netcdf, table


def _variables(grid: Grid) -> tuple[dict[str, int], list[Named]]:
    heads = [next(iter(axis)) for axis in grid.axes]  # an axis of the file is called by its first key
    dims = dict(zip(heads, grid.shape, strict=True))
    found = [Named(key, (head,), _column(values), "1", f"axis of the sweep, {key}")
             for head, axis in zip(heads, grid.axes, strict=True) for key, values in axis.items()]  # fmt: skip
    arrays = {name: grid[name] for name in grid.names() if "/" not in name}
    if arrays:
        records = next(iter(arrays.values())).shape[len(heads)]
        dims["epoch"] = records
        found.append(Named("epoch", ("epoch",), np.arange(records), "1", "epochs done; 0 is before the training"))
    for name, values in arrays.items():
        units, meaning = FIGURES.get(name, ("1", name.replace("_", " ")))
        found.append(Named(name, (*heads, "epoch"), values, units, meaning))
    found.append(Named("done", tuple(heads), grid.done.astype(np.int8), "1", "1: the point is there"))
    return dims, found


def _column(values: tuple[Any, ...]) -> np.ndarray:
    """Numbers stay numbers; anything else is text."""
    if all(isinstance(value, int | float) and not isinstance(value, bool) for value in values):
        return np.array(values)
    return np.array([value if isinstance(value, str) else json.dumps(value) for value in values], dtype="S")


def _csv(grid: Grid) -> str:
    keys = [key for axis in grid.axes for key in axis]
    names = [name for name in grid.names() if "/" not in name]
    bad = grid.store.failed()
    out = io.StringIO()
    rows = csv.writer(out, lineterminator="\n")
    rows.writerow([*keys, "state", "epochs", *(f"last_{name}" for name in names), "mean_of_last_3_test_accuracy",
                   "seconds_in_all", "address"])  # fmt: skip
    for at, address, record in zip(grid.coordinates(), grid.addresses, grid.records(), strict=True):
        cells = [value if isinstance(value, int | float | str) else json.dumps(value) for value in at.values()]
        if record is None:
            state = "failed" if address in bad else "missing"
            rows.writerow([*cells, state, "", *("" for _ in names), "", "", address])
            continue
        epochs = record["epochs"]
        last = [_last(epochs.get(name)) for name in names]
        mean = np.mean(np.array(epochs["test_accuracy"][1:][-3:], float)) if len(epochs["test_accuracy"]) > 1 else ""
        rows.writerow([*cells, "done", len(epochs["test_accuracy"]) - 1, *last, mean, record["seconds"], address])
    return out.getvalue()


def _last(rows: list[Any] | None) -> Any:
    return "" if not rows or rows[-1] is None else rows[-1]
