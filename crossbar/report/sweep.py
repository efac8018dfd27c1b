"""The sections of a sweep: maps, the best points, learning curves, failures, and where it comes from."""

from collections.abc import Iterator
from typing import Any

import tomli_w

from crossbar.errors import FileError
from crossbar.report.averages import LAST, Averages, at_text, value_text
from crossbar.report.chart import Line, chart
from crossbar.report.maps import maps
from crossbar.report.origin import command, origin
from crossbar.report.parts import Code, Facts, Section, Table, Text
from crossbar.store import Grid

FIGURE = "test_accuracy"
BEST, FAILURES = 5, 200  # listed


def sweep_sections(grid: Grid, figure: str | None = None) -> Iterator[Section]:
    """figure: of the root of a trajectory; None: test_accuracy.  FileError: a figure that the points do not have."""
    yield Section(f"Sweep {grid.name}", [Facts(_state(grid)), _axes(grid)])
    if grid.done.any():
        found = Averages(grid, _figure(grid, figure))
        parts = [Text(_reading(found)), *maps(found), *_best(found)]
        yield Section(_labelled(found).capitalize(), parts)
        yield Section("Learning", list(_curves(found)))
    if failures := list(_failures(grid)):
        yield Section("Failures", failures)
    yield Section("How to get it again", list(_again(grid)))
    yield Section("Where it comes from", [Facts(_origin(grid))])


def _figure(grid: Grid, figure: str | None) -> str:
    there = [name for name in grid.names() if "/" not in name]
    if figure is not None and figure not in there:
        raise FileError(f"{grid.store.folder}: the figure must be one of {', '.join(there)} (got {figure}); name "
                        f"another.")  # fmt: skip
    return figure or (FIGURE if FIGURE in there else there[0])


def _state(grid: Grid) -> list[tuple[str, str]]:
    failed, done = len(grid.failures()), int(grid.done.sum())
    rows = [("points", f"{done:,} of {grid.done.size:,} done" + (f", {failed:,} failed" if failed else ""))]
    return [*rows, ("begun", str(grid.facts.get("created", ""))), ("store", grid.store.folder.absolute().name)]


def _axes(grid: Grid) -> Table:
    rows = [[key, str(len(values)), ", ".join(map(value_text, values))]
            for axis in grid.axes for key, values in axis.items()]  # fmt: skip
    return Table("What is varied", ["key", "values", ""], rows, (1,))


def _labelled(found: Averages) -> str:
    return f"{found.name} (%)" if found.percent else found.name


def _reading(found: Averages) -> str:
    cells = f"Each cell is the mean over the last {LAST} epochs, of {found.seeds} seed{'s' * (found.seeds > 1)}"
    return cells + ("; behind ± stands the standard error over the seeds." if found.seeds > 1 else ".")


def _best(found: Averages) -> Iterator[Table]:
    keys = [key for axis in found.axes for key in axis]
    rows = [[found.shown(place), str(found.count[place]), *(value_text(value) for value in found.at(place).values())]
            for place in found.ranked()[:BEST]]  # fmt: skip
    yield Table(f"The largest {len(rows)}", [found.name, "seeds", *keys], rows, tuple(range(len(keys) + 2)))


def _curves(found: Averages) -> Iterator[Any]:
    order = found.ranked()
    if not order:
        return
    ends = {"largest": 0, "upper quarter": len(order) // 4, "middle": len(order) // 2,
            "lower quarter": 3 * len(order) // 4, "smallest": len(order) - 1}  # fmt: skip
    chosen = {rank: word for word, rank in reversed(ends.items())}  # a short list has each of its points once
    lines = [Line(f"{chosen[rank]}: {at_text(found.at(order[rank])) or 'all'}", *found.curve(order[rank]))
             for rank in sorted(chosen)]  # fmt: skip
    epochs = range(len(lines[0].y))
    if drawn := chart(f"{found.name.capitalize()}, points by their rank", _labelled(found), epochs, lines):
        yield drawn
        if found.seeds > 1:
            yield Text("Bands: ± one standard error over the seeds.")


def _failures(grid: Grid) -> Iterator[Any]:
    found = grid.failures()
    rows = [[at_text(at), str(why.get("reason", "")), str(why.get("created", ""))] for at, why in found[:FAILURES]]
    if rows:
        yield Table(f"{len(found):,} points failed when they were last tried", ["point", "reason", "tried"], rows)
    if len(found) > FAILURES:
        yield Text(f"{len(found) - FAILURES:,} more are in the store.")


def _again(grid: Grid) -> Iterator[Any]:
    if grid.command:
        yield Text("This command made it; given again, it computes what is missing:")
        yield Code(command(grid.command))
    yield Code(tomli_w.dumps(grid.base), "The experiment of the first point (TOML)")


def _origin(grid: Grid) -> list[tuple[str, str]]:
    """Of all points together: every processor and version that had a hand in them, seconds in all."""
    facts: dict[str, dict[str, None]] = {}
    seconds, times = 0.0, []
    for record in grid.records():
        if record:
            seconds += record["seconds"]
            times.append(str(record["provenance"]["created"]))
            for key, value in (record["provenance"] | {"data_checksum": record["data_checksum"]}).items():
                if key != "created":
                    facts.setdefault(key, {})[str(value)] = None
    rows = [("asked by version", str(grid.facts.get("version", "")))]
    if times:
        rows += [("points made", f"{min(times)} to {max(times)}"), ("seconds of workers", f"{seconds:.4g}")]
    return [*rows, *origin({key: ", ".join(values) for key, values in facts.items()})]
