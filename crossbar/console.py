"""What a training shows: a progress bar on a terminal, one plain line per epoch elsewhere."""

import sys
from pathlib import Path
from threading import Timer
from types import TracebackType
from typing import Any, Self

from crossbar.experiment_spec import Experiment

PATIENCE = 1.0  # seconds after which a silent compilation says what it does


class Console:
    """Reports a training on stdout; as a context manager it cleans the terminal behind itself."""

    def __init__(self, spec: Experiment) -> None:
        self.spec, self._timer, self._bar, self._task = spec, None, None, None  # type: Any, Any, Any, Any

    def __enter__(self) -> Self:
        spec = self.spec
        sizes = "-".join(map(str, spec.network.sizes))
        print(f"{spec.data.name}: {sizes}, {spec.algorithm.kind}, seed {spec.seed}, {spec.epochs} epochs", flush=True)
        if sys.stdout.isatty():
            from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeRemainingColumn

            columns = (TextColumn("{task.description}"), BarColumn(), MofNCompleteColumn(), TimeRemainingColumn())
            self._bar = Progress(*columns, transient=True)
            self._task = self._bar.add_task("starting", total=None)
            self._bar.start()
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, tb: TracebackType | None) -> None:
        self._quiet()
        if self._bar:
            self._bar.stop()

    def compiling(self) -> None:
        """Compiled code is being made or fetched: says so if it takes a while."""
        self._timer = Timer(PATIENCE, self._say, ["compiling the kernels (once for these devices and layers) ..."])
        self._timer.daemon = True
        self._timer.start()

    def progress(self, epoch: int, done: int, samples: int) -> None:
        if self._bar:
            self._bar.update(self._task, description=f"epoch {epoch}", completed=done, total=samples)

    def epoch(self, epoch: Any, network: Any) -> None:
        """One line per epoch: loss, train and test accuracy, pulses per sample, seconds."""
        self._quiet()
        if epoch.number == 0:
            self._say(f"epoch {0:3d}  {'':38}test {epoch.test.accuracy:7.2%}   (before training)")
            return
        self._say(
            f"epoch {epoch.number:3d}  loss {epoch.train.loss:7.4f}  train {epoch.train.accuracy:7.2%}"
            f"  {'':9}test {epoch.test.accuracy:7.2%}   {epoch.pulses_per_sample:9.1f} pulses/sample"
            f"   {epoch.seconds:6.2f} s"
        )

    def done(self, path: Path) -> None:
        """The file's path and the line that opens it."""
        print(f"wrote {path}")
        print(f'open it with:  xarray.open_dataset("{path}", engine="h5netcdf")', flush=True)

    def _quiet(self) -> None:
        if self._timer:
            self._timer.cancel()
            self._timer = None

    def _say(self, line: str) -> None:
        if self._bar:
            self._bar.console.print(line, highlight=False)
        else:
            print(line, flush=True)
