"""What a trajectory file is, how far it got, and whether it is whole: the facts behind `crossbar info`."""

from __future__ import annotations

import os
from dataclasses import dataclass
from typing import Literal

from crossbar.errors import FileError
from crossbar.trajectory import place
from crossbar.trajectory.checkpoint import checkpoints
from crossbar.trajectory.faults import cause
from crossbar.trajectory.lock import is_being_written
from crossbar.trajectory.reader import Run, open_run

State = Literal["finished", "stopped", "running", "killed"]
BLOCK = 64 << 20  # bytes read at a time


@dataclass(frozen=True)
class Description:
    """Facts about one file.

    state: "finished"; "stopped", closed before the end; "running", a writer holds it; "killed", its writer is
    gone. records, last_record, snapshots, samples, pulses (logged events): what is committed.  checkpoints: the
    records they stand at.  whole: finished, and every committed value can be read.  damage: what cannot.
    """

    path: str
    title: str
    schema_version: int
    state: State
    records: int
    last_record: int | None
    snapshots: int
    samples: int
    pulses: int
    variables: int
    bytes: int
    checkpoints: list[int]
    whole: bool
    damage: list[str]
    provenance: dict[str, str | int | float]


def describe(path: str | os.PathLike[str]) -> Description:
    """Read all of a file (its checksums are tested on the way) and say what it is.

    Raises FileError if it cannot be opened at all.
    """
    with open_run(path) as run:
        damage = _damage(run)
        axes = {v.cadence: run.length(v.path) for v in run.variables.values()}
        return Description(
            path=str(run.path),
            title=run.title,
            schema_version=run.schema_version,
            state=_state(run),
            records=run.n_records,
            last_record=int(run.records[-1]) if run.n_records else None,
            snapshots=axes.get("snapshot", 0),
            samples=axes.get("sample", 0),
            pulses=axes.get("pulse", 0),
            variables=len(run),
            bytes=run.path.stat().st_size,
            checkpoints=checkpoints(run.path),
            whole=run.finished and not damage,
            damage=damage,
            provenance=run.provenance,
        )


def _state(run: Run) -> State:
    if place.was_closed(run.path):
        return "finished" if run.finished else "stopped"
    return "running" if is_being_written(run.path) else "killed"


def _damage(run: Run) -> list[str]:
    """One line for each variable that cannot be read."""
    found = []
    for name in run:
        try:
            _read_through(run, name)
        except FileError as error:
            found.append(f"{name}: {cause(error.__cause__ or error)}")
    return found


def _read_through(run: Run, name: str) -> None:
    v = run.variables[name]
    if v.cadence == "static":
        run[name]
        return
    step = max(1, BLOCK // v.row_bytes)
    for at in range(0, run.length(name), step):
        run.read(name, at, at + step)
