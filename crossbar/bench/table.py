"""What a person sees of it: a table on a terminal, plain lines elsewhere."""

import sys
from collections.abc import Iterator

from crossbar.bench.figure import Figure
from crossbar.bench.measurements import Measurement
from crossbar.bench.run import Result

COLUMNS = ("figure", "median", "unit", "quartiles", "of")


def show(result: Result) -> None:
    for name, value in result.machine.items():
        print(f"{name:12} {value}")
    for measurement, figures in result.groups:
        if sys.stdout.isatty():
            _table(measurement, figures)
        else:
            _lines(measurement, figures)


def rows(figures: list[Figure]) -> Iterator[tuple[str, str, str, str, str]]:
    for f in figures:
        spread = f"{f.low:.4g} - {f.high:.4g}" if f.repeats > 1 else ""
        yield f.name, "-" if f.value is None else f"{f.value:.4g}", f.unit, spread, f.note


def _lines(measurement: Measurement, figures: list[Figure]) -> None:
    print(f"\n{measurement.about}")
    for name, value, unit, spread, note in rows(figures):
        print(f"{name:36} {value:>9} {unit:10} {spread:19} {note}".rstrip())


def _table(measurement: Measurement, figures: list[Figure]) -> None:
    from rich.console import Console
    from rich.table import Table

    table = Table(title=measurement.about, title_justify="left")
    for column in COLUMNS:
        table.add_column(column, justify="right" if column == "median" else "left")
    for row in rows(figures):
        table.add_row(*row)
    Console(markup=False, highlight=False).print(table)
