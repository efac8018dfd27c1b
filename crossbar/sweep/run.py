"""`sweep`: every point of a plan that the store does not have yet."""

import shlex
import sys
from collections.abc import Iterator, Sequence
from contextlib import nullcontext
from datetime import UTC, datetime
from pathlib import Path
from typing import Any, Protocol

from crossbar.errors import SpecError
from crossbar.machine import usable_cores
from crossbar.store import Grid, Store
from crossbar.sweep.engines import Dask, Here
from crossbar.sweep.estimate import Classes, Estimate, estimate
from crossbar.sweep.plan import Sweep
from crossbar.sweep.points import Points, axes_of
from crossbar.sweep.task import Outcome, Task
from crossbar.sweep.version import fingerprint

LIMIT = 10_000  # points beyond which a sweep wants a word more
BATCH = 1.0  # seconds of work that go to a worker at once
LARGEST = 100  # points of a batch


class Watch(Protocol):
    """What is told of a sweep: crossbar.sweep.board has one for a terminal."""

    def say(self, text: str) -> None: ...
    def begin(self, total: int, done: int, planned: Estimate) -> None: ...
    def tick(self, outcome: Outcome | None, at: dict[str, Any] | None, workers: int) -> None: ...


class Silent:
    def say(self, text: str) -> None: ...
    def begin(self, total: int, done: int, planned: Estimate) -> None: ...
    def tick(self, outcome: Outcome | None, at: dict[str, Any] | None, workers: int) -> None: ...


def sweep(
    plan: Sweep,
    out: str | Path | None = None,
    *,
    workers: int | None = None,
    scheduler: str | None = None,
    data_dir: str | Path | None = None,
    yes: bool = False,
    dry_run: bool = False,
    watch: Watch | None = None,
    command: str | None = None,
) -> Grid:
    """Computes every point of `plan` that the store `out` (default: NAME.sweep) does not have; returns the grid.

    A point's numbers depend on its experiment and data alone: not on the worker, the order or an interruption.
    Points that fail are kept as failures and do not stop the others; they are tried again the next time.

    workers: processes of this machine; None: one a core; 1: this process.  scheduler: the address of a dask scheduler,
    whose workers compute instead.  data_dir: where MNIST lies, here and on the workers.  yes: a grid of more than
    10,000 points is meant.  dry_run: everything is checked and estimated, nothing computed.
    Raises SpecError, DataError, FileError before anything is computed; KeyboardInterrupt loses nothing finished.
    """
    watch = watch or Silent()
    _check(plan, workers, scheduler, yes)
    points = Points(plan, data_dir)
    store = Store.create(_folder(plan, out)) if not dry_run else _glance(_folder(plan, out))
    with store.writing() if store else nullcontext():
        facts = _facts(plan, points, store, command)
        done = store.done() if store else set()
        pending = [number for number, address in enumerate(facts["points"]) if address not in done]
        watch.say(f"{plan.name}: {plan.size} points, {plan.size - len(pending)} of them in the store")
        if store and not dry_run:
            store.put_sweep(plan.name, facts)
        if pending:
            _Work(points, facts["points"], pending, store, watch).do(workers, scheduler, dry_run)
    return Grid(store or Store(_folder(plan, out)), plan.name, facts)


class _Work:
    """What is left to do of a sweep."""

    def __init__(self, points: Points, addresses: Sequence[str], pending: Sequence[int], store: Store | None,
                 watch: Watch) -> None:  # fmt: skip
        self.points, self.addresses, self.pending, self.store, self.watch = points, addresses, pending, store, watch
        self.classes = Classes(points)

    def do(self, workers: int | None, scheduler: str | None, dry_run: bool) -> None:
        count = min(usable_cores() if workers is None else workers, len(self.pending))
        engine: Any = Dask(count, scheduler) if scheduler or count > 1 else Here()
        with engine:
            if scheduler and not engine.workers:
                self.watch.say(f"waiting for workers: start some with `dask worker {scheduler}`")
            planned = estimate(self.points, self.pending, self.classes, engine)
            for line in planned.lines():
                self.watch.say(line)
            if self.store and not dry_run:
                self._compute(engine, planned, self.store)

    def _compute(self, engine: Any, planned: Estimate, store: Store) -> None:
        total = len(self.addresses)
        self.watch.begin(total, total - len(self.pending), planned)
        numbers = {self.addresses[number]: number for number in self.pending}
        for outcome in engine.outcomes(self._batches(planned, store)):
            if outcome and outcome.record:
                store.put(outcome.address, outcome.record)
            elif outcome and outcome.failure:
                store.put_failure(outcome.address, outcome.failure)
            at = self.points.at(numbers[outcome.address]) if outcome else None
            self.watch.tick(outcome, at, engine.workers)

    def _batches(self, planned: Estimate, store: Store) -> Iterator[list[Task]]:
        """Points of a class one behind the other, as many to a batch as a second holds."""
        order = sorted(self.pending, key=lambda number: (self.classes.of(number), number))
        share = max(len(order) // (4 * planned.workers), 1)
        at = 0
        while at < len(order):
            kind = self.classes.of(order[at])
            most = min(max(int(BATCH / planned.by_class[kind]), 1), LARGEST, share)
            batch = [number for number in order[at : at + most] if self.classes.of(number) == kind]
            at += len(batch)
            yield [self._task(number, store) for number in batch]

    def _task(self, number: int, store: Store) -> Task:
        address = self.addresses[number]
        kept = store.path("runs", address, ".h5").absolute() if self.points.plan.trajectories else None
        return self.points.task(number, address, kept)


def _folder(plan: Sweep, out: str | Path | None) -> Path:
    return Path(out if out is not None else f"{plan.name}.sweep")


def _facts(plan: Sweep, points: Points, store: Store | None, command: str | None) -> dict[str, Any]:
    """What the store keeps of the sweep; its list of addresses is made anew only if the sweep is another."""
    identity = points.identity()
    if store and plan.name in store.sweeps() and (before := store.sweep(plan.name)).get("identity") == identity:
        return before
    return {
        "name": plan.name, "identity": identity, "axes": axes_of(plan), "base": points.base_tables(),
        "points": points.addresses, "created": f"{datetime.now(UTC):%Y-%m-%dT%H:%M:%SZ}", "version": fingerprint(),
        "command": shlex.join(sys.argv) if command is None else command,
    }  # fmt: skip


def _check(plan: Any, workers: Any, scheduler: str | None, yes: bool) -> None:
    if not isinstance(plan, Sweep):
        raise SpecError(f"sweep: plan must be a Sweep (got {plan!r}); give xb.Sweep(...), or xb.load_sweep(FILE).")
    if workers is not None and (not isinstance(workers, int) or workers < 1):
        raise SpecError(f"--workers: must be a whole number >= 1 (got {workers}); leave it out for one a core.")
    if workers is not None and scheduler is not None:
        raise SpecError(f"--workers: cannot act beside --scheduler, which has its own (got {workers}); drop one.")
    if plan.size > LIMIT and not yes:
        raise SpecError(f"sweep {plan.name}: must have <= {LIMIT} points, or be meant (got {plan.size}); say --yes, or "
                        f"shorten an axis.")  # fmt: skip


def _glance(path: Path) -> Store | None:
    """The store, if there is one; a dry run makes none."""
    return Store.open(path) if path.exists() and any(path.iterdir()) else None
