"""Trainings on threads: compiled epochs run without the interpreter's lock, so they run at the same time.

What they share is read only; HDF5 is entered by one thread at a time (h5py has a lock of its own).
"""

from collections.abc import Callable, Sequence
from concurrent.futures import Future, ThreadPoolExecutor, wait
from functools import partial
from pathlib import Path
from threading import Event, Lock
from typing import Any, NamedTuple

from crossbar.datasets import Dataset
from crossbar.errors import CrossbarError
from crossbar.experiment import train_into
from crossbar.experiment_spec import Experiment
from crossbar.network import MLP
from crossbar.trainer import Epoch

Callback = Callable[[int, Epoch, MLP], Any]  # those of xb.run, with the number of the run in front
Progress = Callable[[int, int, int, int], Any]
Start = Callable[[int, Experiment, int], Any]

LOOK = 0.1  # seconds between looks at Ctrl-C


class RunsError(CrossbarError):
    """Some of many runs failed, after the others were finished.

    failed: what each of them raised, by its number.  paths: the files of all runs, in the order of the specs.
    """

    def __init__(self, message: str, failed: dict[int, BaseException], paths: Sequence[Path]) -> None:
        super().__init__(message)
        self.failed, self.paths = failed, tuple(paths)
        self.hard_exit = any(getattr(error, "hard_exit", False) for error in failed.values())


class _Stopped(Exception):
    """A run that ends early because the others do."""


class Job(NamedTuple):
    """One run: its number, where it goes, and what it needs."""

    number: int
    path: Path
    spec: Experiment
    data: Dataset
    data_dir: str | Path | None


class Calls:
    """The calls that the user asked for, one at a time; `stop` ends every run at its next call, asked for or not."""

    def __init__(self, callbacks: Sequence[Callback], on_progress: Progress | None, on_start: Start | None) -> None:
        self.callbacks, self.on_progress, self.on_start = callbacks, on_progress, on_start
        self.stop, self._lock = Event(), Lock()

    def train(self, job: Job) -> None:
        """What a thread does."""
        try:
            self._look()
            train_into(
                job.path, job.spec, job.data, data_dir=job.data_dir,
                callbacks=[partial(self._call, callback, job.number) for callback in self.callbacks],
                on_progress=partial(self._call, self.on_progress, job.number),
                on_start=partial(self._call, self.on_start, job.number),
            )  # fmt: skip
        except KeyboardInterrupt:  # of a user's call; the main thread has its own
            self.stop.set()
            raise _Stopped from None

    def _call(self, wanted: Callable[..., Any] | None, *arguments: Any) -> None:
        self._look()
        if wanted:
            with self._lock:
                wanted(*arguments)

    def _look(self) -> None:
        if self.stop.is_set():
            raise _Stopped


def train_all(jobs: list[Job], calls: Calls, threads: int) -> dict[int, BaseException]:
    """What was raised by each run that did not reach its end."""
    futures: dict[int, Future[None]] = {}
    with ThreadPoolExecutor(threads, "crossbar") as pool:
        try:
            for job in jobs:
                futures[job.number] = pool.submit(calls.train, job)
            while wait(futures.values(), LOOK).not_done:
                pass  # a wait without end may be deaf to Ctrl-C
        except BaseException as error:
            calls.stop.set()  # leaving the `with` waits for the threads
            if not isinstance(error, KeyboardInterrupt):
                raise
    ends = {job.number: futures[job.number].exception() if job.number in futures else _Stopped() for job in jobs}
    return {number: end for number, end in ends.items() if end}


def interrupted(jobs: list[Job], errors: dict[int, BaseException]) -> str:
    """What an interruption leaves, and how to go on."""
    begun = [job for job in jobs if isinstance(errors.get(job.number), _Stopped) and job.path.exists()]
    failed = {n: error for n, error in errors.items() if not isinstance(error, _Stopped)}
    lines = [f"run_many: interrupted; finished: {_finished(jobs, errors)}; go on with xb.resume for: {_names(begun)}."]
    return "\n".join(lines + _reasons(jobs, failed))


def failures(jobs: list[Job], errors: dict[int, BaseException]) -> str:
    """Which runs failed, why, and which did not."""
    head = f"run_many: {len(errors)} of {len(jobs)} runs failed; finished: {_finished(jobs, errors)}."
    return "\n".join([head, *_reasons(jobs, errors)])


def _finished(jobs: list[Job], errors: dict[int, BaseException]) -> str:
    return _names([job for job in jobs if job.number not in errors])


def _names(jobs: list[Job]) -> str:
    return ", ".join(str(job.path) for job in jobs) or "none"


def _reasons(jobs: list[Job], failed: dict[int, BaseException]) -> list[str]:
    lines = []
    for n, error in failed.items():
        said = str(error) if isinstance(error, CrossbarError) else f"{type(error).__name__}: {error}"
        kept = "; its epochs so far are kept, xb.resume goes on with them" if jobs[n].path.exists() else ""
        lines.append(f"run {n}, {jobs[n].path}: {said}{kept}")
    return lines
