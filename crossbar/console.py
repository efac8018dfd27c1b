"""What a person sees of a run: a bar on a terminal, one plain line per epoch elsewhere; the facts of a file."""

import json
import sys
import tomllib
from collections.abc import Iterator
from math import isfinite
from pathlib import Path
from shlex import quote
from threading import Timer
from types import TracebackType
from typing import Any, Self

import numpy as np

from crossbar.experiment_spec import Experiment
from crossbar.network import compilations
from crossbar.trajectory import Description, open_run

PATIENCE = 1.0  # seconds after which a silent compilation says what it does
COMPILING = "compiling the kernels (once for these devices and layers) ..."
LISTS = ("train_loss", "train_accuracy", "test_loss", "test_accuracy", "seconds", "pulses_per_sample")


class Console:
    """Reports a training on stdout; as a context manager it cleans the terminal behind itself."""

    def __init__(self) -> None:
        self._timer, self._bar, self._task = None, None, None  # type: Any, Any, Any

    def __enter__(self) -> Self:
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, tb: TracebackType | None) -> None:
        self._quiet()
        if self._bar:
            self._bar.stop()

    def start(self, spec: Experiment, finished: int) -> None:
        """What will be trained; then compiled code is made or fetched, which says so if it takes a while."""
        going_on = f", going on after epoch {finished}" if finished else ""
        print(_headline(spec.model_dump()) + going_on, flush=True)
        if sys.stdout.isatty():
            self._draw_bar()
        self._watch(compilations())

    def _watch(self, before: int) -> None:
        """Says so once the compiler has been at work for a while; code that is fetched from disk needs no word."""
        self._timer = Timer(PATIENCE, self._look, [before])
        self._timer.daemon = True
        self._timer.start()

    def _look(self, before: int) -> None:
        if compilations() > before:
            self._say(COMPILING)
        elif self._timer:
            self._watch(before)

    def _draw_bar(self) -> None:
        from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeRemainingColumn

        columns = (TextColumn("{task.description}"), BarColumn(), MofNCompleteColumn(), TimeRemainingColumn())
        self._bar = Progress(*columns, transient=True)
        self._task = self._bar.add_task("starting", total=None)
        self._bar.start()

    def progress(self, epoch: int, done: int, samples: int) -> None:
        if self._bar:
            self._bar.update(self._task, description=f"epoch {epoch}", completed=done, total=samples)

    def epoch(self, epoch: Any, network: Any) -> None:
        """One line per epoch: loss, train and test accuracy, pulses per sample, seconds.  At most 80 columns."""
        self._quiet()
        if epoch.number == 0:
            self._say(f"epoch {0:3d}  {'before the training':26}  test {epoch.test.accuracy:7.2%}")
            return
        self._say(
            f"epoch {epoch.number:3d}  loss {epoch.train.loss:6.4f}  train {epoch.train.accuracy:7.2%}"
            f"  test {epoch.test.accuracy:7.2%} {epoch.pulses_per_sample:6.0f} pulses/sample {epoch.seconds:5.2f} s"
        )

    def done(self, path: Path) -> None:
        """The file's path and the line that opens it."""
        print(f"wrote {path}")
        print(f"open it with:  xarray.open_dataset({json.dumps(str(path), ensure_ascii=False)}, engine=\"h5netcdf\")",
              flush=True)  # fmt: skip

    def _quiet(self) -> None:
        if self._timer:
            self._timer.cancel()
            self._timer = None

    def _say(self, line: str) -> None:
        if self._bar:
            self._bar.console.print(line, highlight=False, markup=False, soft_wrap=True)
        else:
            print(line, flush=True)


def as_json(path: str | Path) -> str:
    """One JSON object of a run: `run`, and per-epoch lists from epoch 1 on; null stands for what is not finite."""
    with open_run(path) as run:
        lists = {name: _finite(np.asarray(run[name])[1:].tolist()) for name in LISTS}
        return json.dumps({"run": str(path), "epochs": len(lists["seconds"]), **lists})


def _finite(values: list[float]) -> list[float | None]:
    return [value if isfinite(value) else None for value in values]


def how_to_go_on(path: Path) -> str:
    """What an interrupted run has left, and the command that goes on with it."""
    if not path.exists():
        return "interrupted before anything was written."
    with open_run(path) as run:
        last = f"after epoch {run.records[-1]}" if run.n_records else "before the first record"
    return f"interrupted {last}; go on with: crossbar resume {quote(str(path))}"


def facts(found: Description) -> Iterator[tuple[str, str]]:
    """What a file is, how far it got, whether it is whole, and what to do next."""
    origin = found.provenance
    yield "file", f"{found.path}, {found.bytes / 1e6:.1f} MB"
    yield "what", f"{found.title}, schema {found.schema_version}, {found.variables} variables"
    yield "experiment", _experiment(str(origin.get("config_toml", "")))
    yield "state", f"{found.state}, {'whole' if found.whole else 'damaged' if found.damage else 'not at its end'}"
    yield "records", f"{found.records}, the last is epoch {found.last_record}" if found.records else "none"
    yield "snapshots", f"{found.snapshots} of all weights"
    if found.samples:
        yield "probes", f"{found.samples} samples"
    yield "checkpoints", ", ".join(f"after epoch {n}" for n in found.checkpoints) or "none"
    yield "made", f"{origin.get('created', '')} by {origin.get('command', '')}"
    yield "with", f"pulse-crossbar {origin.get('version_pulse_crossbar', '')}, {origin.get('cpu', '')}"
    for line in found.damage:
        yield "damage", line
    if found.state in ("stopped", "killed"):
        yield "go on with", f"crossbar resume {quote(found.path)}"


def _experiment(config: str) -> str:
    try:
        return _headline(tomllib.loads(config))
    except (tomllib.TOMLDecodeError, KeyError, TypeError):
        return "none that crossbar knows"


def _headline(spec: dict[str, Any]) -> str:
    data, network = spec["data"]["name"], "-".join(map(str, spec["network"]["sizes"]))
    return f"{data}: {network}, {spec['algorithm']['kind']}, seed {spec['seed']}, {spec['epochs']} epochs"
