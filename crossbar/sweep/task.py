"""What a worker does: points, one after the other, on data and compiled code that it keeps for the next ones."""

import json
import os
from collections.abc import Iterator, Sequence
from contextlib import contextmanager, suppress
from datetime import UTC, datetime
from pathlib import Path
from platform import node
from threading import Lock
from time import perf_counter
from typing import Any, NamedTuple

import numpy as np

from crossbar import recording
from crossbar.config import tables
from crossbar.datasets import Dataset
from crossbar.errors import CrossbarError
from crossbar.experiment import get_ready, load_data, resume, train_into
from crossbar.experiment_spec import Experiment
from crossbar.machine import processor
from crossbar.store.folder import SCHEMA
from crossbar.sweep.version import fingerprint, versions
from crossbar.trainer import Trainer
from crossbar.trajectory import describe, drop_checkpoints, open_run

KEPT = 2  # data sets that a worker holds


class Task(NamedTuple):
    """One point as it is sent to a worker.  trajectory: the file for the whole of it, or None."""

    address: str
    spec: Experiment
    data_dir: str | None
    trajectory: str | None


class Outcome(NamedTuple):
    """What came of a point: a record for the store, or why there is none."""

    address: str
    record: dict[str, Any] | None
    failure: dict[str, Any] | None


class OtherVersion(CrossbarError):
    """A worker runs another version of this package than the one that asks."""


_data: dict[Any, Dataset] = {}
_data_lock = Lock()
_compiled: set[str] = set()


def compute(tasks: Sequence[Task], asked_by: str) -> list[Outcome]:
    """All outcomes of some points.  asked_by: `fingerprint()` of who asks; OtherVersion if it is not this one's."""
    agree(asked_by)
    return [attempt(task) for task in tasks]


def agree(asked_by: str) -> None:
    """OtherVersion: who asks runs other code than this process."""
    if (here := fingerprint()) != asked_by:
        raise OtherVersion(f"sweep: workers must have the version of pulse-crossbar that asks them, {asked_by} (got "
                           f"{here} on {node()}); install the same there.")  # fmt: skip


def attempt(task: Task) -> Outcome:
    """A point, its error caught: one that cannot be computed takes nobody along."""
    try:
        return Outcome(task.address, record_of(task), None)
    except Exception as error:  # whatever a device law of a user's may raise
        reason = str(error) if isinstance(error, CrossbarError) else f"{type(error).__name__}: {error}"
        return Outcome(task.address, None, failure(reason, type(error).__name__))


def failure(reason: str, kind: str) -> dict[str, Any]:
    return {"reason": reason, "kind": kind, "created": f"{datetime.now(UTC):%Y-%m-%dT%H:%M:%SZ}", **versions()}


def record_of(task: Task) -> dict[str, Any]:
    """Trains a point and returns what a store keeps of it; the names of wall-clock values begin with "seconds"."""
    start, spec = perf_counter(), task.spec
    data = data_of(spec, task.data_dir)
    epochs = _kept(task, data) if task.trajectory else _trained(spec, data)
    return {
        "schema": SCHEMA, "address": task.address, "experiment": tables(spec, spec.inactive()),
        "data_checksum": data.checksum, "epochs": epochs, "seconds": perf_counter() - start,
        "provenance": {"created": f"{datetime.now(UTC):%Y-%m-%dT%H:%M:%SZ}", "cpu": processor(), **versions()},
    }  # fmt: skip


def _trained(spec: Experiment, data: Dataset) -> dict[str, list[Any]]:
    trainer = Trainer(spec, data)
    ready(trainer)
    return columns([recording.epoch_row(trainer.network, epoch) for epoch in trainer])


def columns(rows: list[dict[str, Any]]) -> dict[str, list[Any]]:
    """Rows of epochs as a list for each figure, in numbers that JSON holds exactly; null for NaN."""
    return {name: [_plain(row[name]) for row in rows] for name in rows[0]}


def _plain(value: Any) -> Any:
    value = np.asarray(value)
    if value.ndim:
        return [_plain(item) for item in value]
    number = value.item()
    return number if not isinstance(number, float) or np.isfinite(number) else None


def _kept(task: Task, data: Dataset) -> dict[str, list[Any]]:
    """The same from a trajectory that is written meanwhile; one that a killed worker left goes on where it was."""
    path, part = Path(str(task.trajectory)), Path(f"{task.trajectory}.part.h5")
    part.parent.mkdir(parents=True, exist_ok=True)
    if not path.exists():
        if part.exists() and not _finished(part):
            resume(part, data_dir=task.data_dir).close()
        elif not part.exists():
            train_into(part, task.spec, data, data_dir=task.data_dir)
        drop_checkpoints(part)
        os.replace(part, path)
    with open_run(path) as run:
        names = [v.path for v in run.variables.values() if v.cadence == "epoch"]
        return {name: [_plain(row) for row in run[name]] for name in names}


def _finished(path: Path) -> bool:
    return describe(path).state == "finished"


def data_of(spec: Experiment, data_dir: Any) -> Dataset:
    """The data of a spec, loaded once for all points of this process that learn the same."""
    key = (spec.data, spec.dtype, str(data_dir or ""))
    with _data_lock:
        if key not in _data:
            while len(_data) >= KEPT:
                _data.pop(next(iter(_data)))
            _data[key] = load_data(spec, data_dir)
        return _data[key]


def ready(trainer: Trainer) -> None:
    """Compiles or fetches what a training needs; one process of a host at a time, for cold compilations side by side
    into one cache can crash."""
    kind = code(trainer.spec)
    if kind not in _compiled:
        with _alone():
            get_ready(trainer)
        _compiled.add(kind)


def code(spec: Experiment) -> str:
    """Specs of equal text need the same compiled code: classes of devices and algorithm, dtype, number of layers."""
    algorithm = spec.algorithm
    devices = [_shape_of(algorithm.device(name)) for name in algorithm.names]
    return json.dumps([algorithm.kind, getattr(algorithm, "law", ""), devices, spec.dtype, len(spec.network.sizes),
                       spec.record.pulse_counts, bool(spec.record.pulse_log)])  # fmt: skip


def _shape_of(device: Any) -> list[Any]:
    """What of a device may be a type of the compiled code."""
    inner = device.inner
    return [device.kind, len(device.shares), inner.kind, getattr(inner, "law", ""), getattr(inner, "af", 1) == 0,
            getattr(inner, "c2c_form", ""), inner.write_noise > 0, inner.retention != type(inner.retention)(),
            inner.half_select.acts]  # fmt: skip


@contextmanager
def _alone() -> Iterator[None]:
    """A lock that ends with the process, however that ends; nothing where there are none."""
    try:
        from fcntl import LOCK_EX, flock
    except ImportError:
        yield
        return
    from kernels._jit import CACHE_FOLDER

    with open(CACHE_FOLDER / "compiling.lock", "w") as file:
        with suppress(OSError):
            flock(file, LOCK_EX)
        yield

