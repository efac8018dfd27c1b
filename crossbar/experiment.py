"""One spec in, one trajectory out: `run` and `resume`."""

import json
import sys
from collections.abc import Callable, Sequence
from datetime import datetime
from pathlib import Path
from typing import Any

import numpy as np

from crossbar import datasets, recording
from crossbar.config import dumps, loads
from crossbar.errors import FileError, SpecError
from crossbar.experiment_spec import Experiment
from crossbar.network import MLP
from crossbar.trainer import Epoch, Progress, Trainer
from crossbar.trajectory import (
    Run,
    Writer,
    drop_checkpoints,
    load_checkpoint,
    open_run,
    provenance,
    save_checkpoint,
)

Callback = Callable[[Epoch, MLP], Any]  # called after each committed epoch


def fresh_name(spec: Experiment, folder: str | Path = ".") -> Path:
    """A file name that does not exist: data set, algorithm, seed and time, and a number where that is not enough."""
    data = Path(spec.data.name).name or "data"
    stem = f"{data}-{spec.algorithm.kind}-seed{spec.seed}-{datetime.now():%Y%m%d-%H%M%S}"
    names = (Path(folder) / f"{stem}{tail}.h5" for tail in ("", *(f"-{n}" for n in range(2, 1000))))
    return next(name for name in names if not name.exists())


def run(
    spec: Experiment,
    out: str | Path | None = None,
    *,
    data_dir: str | Path | None = None,
    callbacks: Sequence[Callback] = (),
    on_progress: Progress | None = None,
    on_compile: Callable[[], Any] | None = None,
    argv: Sequence[str] | None = None,
) -> Run:
    """Trains the network of `spec`, writes its trajectory to `out` (None: a fresh name here), opens it.

    callbacks: each called as f(epoch, network) after an epoch is committed.  on_progress(epoch, samples done, samples).
    on_compile(): called before compiled code is made or fetched.  data_dir: where MNIST lies.
    Raises SpecError, DataError, FileError, each with one message that names the remedy; KeyboardInterrupt leaves
    a file that ends at a committed epoch and can be resumed.
    """
    path = Path(out) if out is not None else fresh_name(spec)
    if path.exists():
        raise FileError(f"{path}: exists already and is never overwritten; give another name or remove it.")
    data = _data(spec, data_dir)
    trainer = Trainer(spec, data, on_progress=on_progress)
    facts = provenance(dumps(spec), spec.model_dump_json(), spec.seed, list(argv if argv is not None else sys.argv))
    facts |= {"data_checksum": data.checksum, "data_dir": str(Path(data_dir).absolute()) if data_dir else ""}
    found = recording.variables(trainer.network, len(data.train_x))
    with Writer.create(path, found, recording.static(trainer.network), facts) as writer:
        _train(trainer, writer, callbacks, on_compile)
    return open_run(path)


def resume(
    path: str | Path,
    *,
    epochs: int | None = None,
    data_dir: str | Path | None = None,
    callbacks: Sequence[Callback] = (),
    on_progress: Progress | None = None,
    on_compile: Callable[[], Any] | None = None,
) -> Run:
    """Goes on with an interrupted run after its last checkpoint: the same bits as if it had never stopped.

    epochs: a new total, to extend the run.  The trajectory keeps its records up to the checkpoint and goes on there.
    Raises as `run`; FileError too for a finished run (without a larger `epochs`) or a file that is none of ours.
    """
    with open_run(path) as before:
        finished, text, facts = before.finished, before.config, before.provenance
        last = int(before.records[-1]) if before.epochs else -1
    spec = _extended(loads(text), epochs, finished, path, last)
    data = _data(spec, data_dir or str(facts.get("data_dir", "")) or None)
    if data.checksum != facts.get("data_checksum"):
        raise FileError(f"{path}: the data set {spec.data.name} is not the one it was trained on "
                        f"(got checksum {data.checksum[:12]}..., not {str(facts.get('data_checksum'))[:12]}...); "
                        f"give --data-dir.")  # fmt: skip
    checkpoint = load_checkpoint(path, last)
    after = checkpoint.record if checkpoint else -1
    trainer = Trainer(spec, data, after=max(after, 0), on_progress=on_progress)
    if checkpoint:
        trainer.network.restore(checkpoint.arrays)
    text_now = {"config_toml": dumps(spec), "config_json": spec.model_dump_json()}
    with Writer.resume(path, after, text_now) as writer:
        _train(trainer, writer, callbacks, on_compile, fresh=checkpoint is None)
    return open_run(path)


def _data(spec: Experiment, data_dir: str | Path | None) -> datasets.Dataset:
    return datasets.load(spec.data.name, data_dir, spec.data.train_samples, spec.data.test_samples, spec.dtype)


def _extended(spec: Experiment, epochs: int | None, finished: bool, path: str | Path, last: int) -> Experiment:
    if epochs is not None and epochs < max(last, 1):
        raise SpecError(f"epochs: must be at least the {last} that {path} holds (got {epochs}); ask for more.")
    if finished and (epochs is None or epochs <= last):
        raise FileError(f"{path}: is finished after {last} epochs; nothing to resume. Extend it with --epochs N > {last}.")
    return spec if epochs is None else spec.replace(epochs=epochs)


def _train(
    trainer: Trainer, writer: Writer, callbacks: Sequence[Callback], on_compile: Callable[[], Any] | None,
    fresh: bool = True,
) -> None:  # fmt: skip
    if on_compile:
        on_compile()
    trainer.network.compile()
    for epoch in trainer:
        if epoch.number == 0 and not fresh:
            continue
        _commit(trainer, writer, epoch)
        for callback in callbacks:
            callback(epoch, trainer.network)
    writer.close(finished=True)
    drop_checkpoints(writer.path)


def _commit(trainer: Trainer, writer: Writer, epoch: Epoch) -> None:
    """The record first, then the checkpoint: a kill between the two costs one epoch, never a record."""
    record, last = trainer.spec.record, epoch.number == trainer.spec.epochs
    every = record.weights_every
    wanted = last or epoch.number == 0 or (every and epoch.number % every == 0)
    writer.commit(
        epoch.number,
        recording.epoch_row(trainer.network, epoch),
        recording.snapshot_row(trainer.network) if wanted else None,
        recording.sample_rows(epoch),
    )
    if epoch.number % record.checkpoint_every == 0 or last:
        save_checkpoint(writer.path, epoch.number, trainer.network.state_arrays(), {"epoch": epoch.number})


def as_json(path: str | Path) -> str:
    """One JSON object of a run: `run`, and per-epoch lists from epoch 1 on."""
    with open_run(path) as done:
        names = ("train_loss", "train_accuracy", "test_loss", "test_accuracy", "seconds", "pulses_per_sample")
        lists = {name: np.asarray(done[name])[1:].tolist() for name in names}
        return json.dumps({"run": str(path), "epochs": len(lists["seconds"]), **lists})
