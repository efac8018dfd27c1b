"""Many specs in one process: one copy of the data, a thread for each run."""

import os
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from crossbar.datasets import Dataset
from crossbar.errors import CrossbarError, FileError, SpecError
from crossbar.experiment import destination, fresh_name, get_ready, load_data
from crossbar.experiment_spec import Experiment
from crossbar.machine import usable_cores
from crossbar.trainer import Trainer
from crossbar.trajectory import Run, open_run
from crossbar.workers import Callback, Calls, Job, Progress, RunsError, Start, failures, interrupted, train_all


def run_many(
    specs: Sequence[Experiment],
    outs: Sequence[str | Path] | str | Path | None = None,
    *,
    workers: int | None = None,
    data_dir: str | Path | None = None,
    callbacks: Sequence[Callback] = (),
    on_progress: Progress | None = None,
    on_start: Start | None = None,
) -> list[Run]:
    """Trains the network of every spec, `workers` of them at a time, to the same bits as `run` one by one.

    Specs that name the same data (set, numbers of samples, dtype) share one copy of it.  Everything is checked, and
    all code compiled, before the first training begins.

    outs: a file for each spec, or a folder for files of fresh names (None: this one).
    workers: threads; None: one for each core that this process may use.
    data_dir: where MNIST lies, for those specs that learn it.
    callbacks, on_progress, on_start: as those of `run`, with the number of the run (from 0) as first argument; called
        on the threads of the runs, one at a time.

    Returns the open runs in the order of the specs.
    Raises SpecError, DataError, FileError before anything is trained.  A run that fails later does not stop the
    others: when they are finished, RunsError says which failed and why.  KeyboardInterrupt ends all of them at
    committed epochs and says which files can be resumed.
    """
    specs = _listed(specs)
    threads = _threads(workers, len(specs))
    jobs = _jobs(specs, _paths(specs, outs), data_dir)
    calls = Calls(callbacks, on_progress, on_start)
    errors = train_all(jobs, calls, threads)
    if calls.stop.is_set():
        raise KeyboardInterrupt(interrupted(jobs, errors))
    if errors:
        raise RunsError(failures(jobs, errors), errors, [job.path for job in jobs]) from next(iter(errors.values()))
    return [open_run(job.path) for job in jobs]


def _listed(specs: Any) -> list[Experiment]:
    if isinstance(specs, Experiment) or not hasattr(specs, "__iter__"):
        raise SpecError(f"run_many: specs must be a list of experiments (got {type(specs).__name__}); "
                        f"give [spec], or use xb.run.")  # fmt: skip
    return list(specs)


def _threads(workers: int | None, runs: int) -> int:
    """How many are of use."""
    if workers is None:
        workers = usable_cores()
    if not isinstance(workers, int) or workers < 1:
        raise SpecError(f"run_many: workers must be a whole number >= 1 (got {workers}); leave it out for one a core.")
    return max(min(workers, runs), 1)


def _paths(specs: list[Experiment], outs: Sequence[str | Path] | str | Path | None) -> list[Path]:
    """A file for each spec, all of them different and none there yet."""
    outs = _outs(specs, outs)
    if len(outs) != len(specs):
        raise SpecError(f"run_many: outs must name a file for each of the {len(specs)} specs (got {len(outs)}); "
                        f"give as many, or a folder.")  # fmt: skip
    paths: list[Path] = []
    first: dict[Path, int] = {}
    for n, (spec, out) in enumerate(zip(specs, outs, strict=True)):
        with _naming(n):
            paths.append(destination(spec, out))
        if (other := first.setdefault(paths[n].resolve(), n)) != n:
            raise SpecError(f"run_many: outs must differ (got {out} for specs {other} and {n}); name another file.")
    return paths


def _outs(specs: list[Experiment], outs: Sequence[str | Path] | str | Path | None) -> list[Any]:
    if outs is not None and not isinstance(outs, str | os.PathLike):
        return list(outs)
    folder = Path(outs or ".")
    if not folder.is_dir():
        raise FileError(f"run_many: outs must be a folder that exists, or a list of files (got {folder}); make it.")
    return [fresh_name(spec, folder) if isinstance(spec, Experiment) else None for spec in specs]


def _jobs(specs: list[Experiment], paths: list[Path], data_dir: str | Path | None) -> list[Job]:
    """Every run as it would begin, its data loaded once for all that share it, its code compiled in this thread.

    The networks are made here to be checked, and again when their turn comes: all of them may not fit in memory.
    """
    if data_dir is not None and not any(spec.data.name == "mnist" for spec in specs):
        raise SpecError(f"run_many: data_dir acts on mnist only, which no spec learns (got {data_dir}); leave it out.")
    jobs: list[Job] = []
    loaded: dict[Any, Dataset] = {}
    for n, (spec, path) in enumerate(zip(specs, paths, strict=True)):
        home, key = data_dir if spec.data.name == "mnist" else None, (spec.data, spec.dtype)
        with _naming(n):
            if key not in loaded:
                loaded[key] = load_data(spec, home)
            get_ready(Trainer(spec, loaded[key]))
        jobs.append(Job(n, path, spec, loaded[key], home))
    return jobs


@contextmanager
def _naming(number: int) -> Iterator[None]:
    """Messages of the checks say which spec they are about."""
    try:
        yield
    except CrossbarError as error:
        lines = [f"specs.{number}: {line}" for line in str(error).splitlines()]
        raise type(error)("\n".join(lines)) from error
