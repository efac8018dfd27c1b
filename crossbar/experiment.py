"""One spec in, one trajectory out: `run` and `resume`."""

import sys
from collections.abc import Callable, Sequence
from datetime import datetime
from pathlib import Path
from secrets import token_hex
from typing import Any

from crossbar import datasets, recording
from crossbar.config import dumps, loads
from crossbar.devices.loading import reason
from crossbar.errors import FileError, SpecError
from crossbar.experiment_spec import Experiment
from crossbar.network import MLP
from crossbar.trainer import Epoch, Progress, Trainer
from crossbar.trajectory import (
    Checkpoint,
    Run,
    Writer,
    drop_checkpoints,
    load_checkpoint,
    open_run,
    place,
    provenance,
    save_checkpoint,
)

Callback = Callable[[Epoch, MLP], Any]  # called after each committed epoch
Start = Callable[[Experiment, int], Any]  # spec and finished epochs; called before compiled code is made or fetched
NAMED = ("digits", "mnist")  # any other data set is a folder


def fresh_name(spec: Experiment, folder: str | Path = ".") -> Path:
    """A new file name: data set, algorithm, seed, time, and six digits that part runs begun in the same second."""
    data = Path(spec.data.name).name or "data"
    when = f"{datetime.now():%Y%m%d-%H%M%S}"
    return Path(folder) / f"{data}-{spec.algorithm.kind}-seed{spec.seed}-{when}-{token_hex(3)}.h5"


def run(
    spec: Experiment,
    out: str | Path | None = None,
    *,
    data_dir: str | Path | None = None,
    callbacks: Sequence[Callback] = (),
    on_progress: Progress | None = None,
    on_start: Start | None = None,
    argv: Sequence[str] | None = None,
) -> Run:
    """Trains the network of `spec`, writes its trajectory to `out` (None: a fresh name here), opens it.

    callbacks: each called as f(epoch, network) after an epoch is committed.  on_progress(epoch, samples done, samples).
    on_start(spec, 0): called before compiled code is made or fetched.  data_dir: where MNIST lies.
    Raises SpecError, DataError, FileError, each with one message that names the remedy; KeyboardInterrupt leaves
    no file, or one that ends at a committed epoch and can be resumed.
    """
    path = destination(spec, out)
    data = load_data(spec, data_dir)
    train_into(
        path, spec, data, data_dir=data_dir, callbacks=callbacks, on_progress=on_progress, on_start=on_start, argv=argv
    )
    return open_run(path)


def destination(spec: Experiment, out: str | Path | None = None) -> Path:
    """Where the trajectory of `spec` will lie (None: a fresh name here).

    Raises SpecError (no Experiment), FileError (a file that exists, or cannot be made).
    """
    if not isinstance(spec, Experiment):
        raise SpecError(f"run: spec must be an Experiment (got {spec!r}); give xb.preset(\"digits\"), say, or "
                        f"xb.load(\"my.toml\").")  # fmt: skip
    path = Path(out) if out is not None else fresh_name(spec)
    place.must_be_writable(path)
    return path


def train_into(
    path: Path,
    spec: Experiment,
    data: datasets.Dataset,
    *,
    data_dir: str | Path | None = None,
    callbacks: Sequence[Callback] = (),
    on_progress: Progress | None = None,
    on_start: Start | None = None,
    argv: Sequence[str] | None = None,
) -> None:
    """Trains the network of `spec` on `data` and writes its trajectory to `path`; as `run`."""
    trainer = Trainer(spec, data, on_progress=on_progress)
    get_ready(trainer, on_start)  # before the file: a law that does not compile leaves none
    facts = provenance(dumps(spec), spec.model_dump_json(), spec.seed, list(argv if argv is not None else sys.argv))
    facts |= {"data_checksum": data.checksum, "data_dir": _home(spec, data_dir), "run": token_hex(8)}
    found = recording.variables(trainer.network, len(data.train_x))
    with Writer.create(path, found, recording.static(trainer.network), facts) as writer:
        _train(trainer, writer, callbacks, str(facts["run"]))


def resume(
    path: str | Path,
    *,
    epochs: int | None = None,
    data_dir: str | Path | None = None,
    callbacks: Sequence[Callback] = (),
    on_progress: Progress | None = None,
    on_start: Start | None = None,
) -> Run:
    """Goes on with an interrupted run after its last checkpoint: the same bits as if it had never stopped.

    epochs: a new total, to extend the run.  data_dir: where MNIST or the folder of idx files lies, if it has moved.
    The trajectory keeps all its records; epochs after the checkpoint are computed again, to the same bits.
    Raises as `run`; FileError too for a finished run (without a larger `epochs`), a file that is none of ours, or
    one whose checkpoints are gone.
    """
    with open_run(path) as before:
        finished, text, facts = before.finished, before.config, before.provenance
        last = int(before.records[-1]) if before.n_records else -1
    spec = _extended(loads(text, (), str(path)), epochs, finished, path, last)
    checkpoint, identity = _checkpoint(path, last, facts), str(facts.get("run", ""))
    data = data_again(path, spec, facts, data_dir)
    trainer = Trainer(spec, data, after=max(checkpoint.record, 0), on_progress=on_progress)
    if checkpoint.arrays:
        trainer.network.restore(checkpoint.arrays)
    get_ready(trainer, on_start)
    text_now = {"config_toml": dumps(spec), "config_json": spec.model_dump_json()}
    with Writer.resume(path, last, text_now) as writer:
        _train(trainer, writer, callbacks, identity)
    return open_run(path)


def load_data(spec: Experiment, data_dir: str | Path | None, moved: bool = False) -> datasets.Dataset:
    """The data of a spec; `moved`: `data_dir` may also stand for its folder of idx files."""
    name = spec.data.name
    if moved and data_dir and name not in NAMED:
        name, data_dir = str(data_dir), None
    return datasets.load(name, data_dir, spec.data.train_samples, spec.data.test_samples, spec.dtype)


def data_again(path: str | Path, spec: Experiment, facts: dict[str, Any],
               data_dir: str | Path | None) -> datasets.Dataset:  # fmt: skip
    """The data that the run in `path` was trained on; data_dir: where they lie, if they have moved.

    Raises DataError; FileError, other data than those.
    """
    data = load_data(spec, data_dir or str(facts.get("data_dir", "")) or None, moved=True)
    if data.checksum != facts.get("data_checksum"):
        wanted = str(facts.get("data_checksum"))
        raise FileError(f"{path}: the data set {spec.data.name} must be the one it was trained on, checksum "
                        f"{wanted[:12]}... (got {data.checksum[:12]}...); give --data-dir.")  # fmt: skip
    return data


def _home(spec: Experiment, data_dir: str | Path | None) -> str:
    """Where the data lie, also for a later process in another folder; "" where they are found by their name."""
    folder = data_dir or (spec.data.name if spec.data.name not in NAMED else "")
    return str(Path(folder).expanduser().absolute()) if folder else ""


def _extended(spec: Experiment, epochs: int | None, finished: bool, path: str | Path, last: int) -> Experiment:
    if finished and (epochs is None or epochs <= last):
        got = "none" if epochs is None else epochs
        raise FileError(f"{path}: is finished after {last} epochs; to extend it, epochs must be > {last} (got {got}).")
    if epochs is not None and epochs < max(last, 1):
        raise SpecError(f"epochs: must be >= {max(last, 1)}, those that {path} holds (got {epochs}); ask for more.")
    return spec if epochs is None else spec.replace(epochs=epochs)


def _checkpoint(path: str | Path, last: int, facts: dict[str, Any]) -> Checkpoint:
    """Where to go on: the newest whole checkpoint, or the start (record -1, no arrays) if none can have been kept."""
    found = load_checkpoint(path, last)
    if found is None and last > 0:  # the first checkpoint follows record 0
        raise FileError(f"{path}: holds {last} epochs, but no whole checkpoint is left in {path}.checkpoints; "
                        f"put that folder back beside it, or train anew.")  # fmt: skip
    if found and found.numbers.get("run") != facts.get("run"):
        raise FileError(f"{path}: the checkpoints in {path}.checkpoints must be its own (got those of another run); "
                        f"put its own folder there.")  # fmt: skip
    return found or Checkpoint(-1, {}, {})


def get_ready(trainer: Trainer, on_start: Start | None = None) -> None:
    """Compiles or fetches what the training needs.  SpecError: a user's law that does not compile."""
    if on_start:
        on_start(trainer.spec, trainer.done)
    try:
        trainer.network.compile()
    except Exception as error:  # numba's, and whatever else a user's law sets off
        found = [f"{place} = {law}" for place, law in trainer.spec.algorithm.laws.items()]
        if not found:
            raise
        raise SpecError(f"{', '.join(found)}: must be a law that numba compiles (got {reason(error)}).") from error


def _train(trainer: Trainer, writer: Writer, callbacks: Sequence[Callback], identity: str) -> None:
    """Epochs that the file holds already, after the checkpoint, are lived through again but stay as they are.

    They were acknowledged, so no kill on the way may lose them; and they would be the same bits.
    """
    there = -1 if writer.last is None else writer.last
    if trainer.events:
        trainer.events.hand_on = lambda events: (
            writer.stream("pulse", recording.pulse_rows(events)) if trainer.done + 1 > there else None
        )
    for epoch in trainer:
        if epoch.number > there:
            _commit(trainer, writer, epoch)
        elif trainer.events:
            trainer.events.flush()
        _keep(trainer, writer, epoch, identity)
        if epoch.number > there:
            for callback in callbacks:
                callback(epoch, trainer.network)
    writer.close(finished=True)
    drop_checkpoints(writer.path, keep=1)  # from which a finished run can be extended


def _commit(trainer: Trainer, writer: Writer, epoch: Epoch) -> None:
    """Writes the record of an epoch; its checkpoint comes after it, so that no checkpoint is ahead of the records."""
    every, last = trainer.spec.record.weights_every, epoch.number == trainer.spec.epochs
    wanted = last or epoch.number == 0 or (every and epoch.number % every == 0)
    writer.commit(
        epoch.number,
        recording.epoch_row(trainer.network, epoch),
        recording.snapshot_row(trainer.network) if wanted else None,
        recording.sample_rows(epoch),
        recording.pulse_rows(trainer.events.flush()) if trainer.events else None,
    )


def _keep(trainer: Trainer, writer: Writer, epoch: Epoch, identity: str) -> None:
    """Saves a checkpoint where one is due."""
    if epoch.number % trainer.spec.record.checkpoint_every == 0 or epoch.number == trainer.spec.epochs:
        save_checkpoint(writer.path, epoch.number, trainer.network.state_arrays(), {"run": identity})
