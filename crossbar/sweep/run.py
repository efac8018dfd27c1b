"""`sweep`: every point of a plan that the store does not have yet."""

import shlex
import sys
from collections.abc import Iterator, Sequence
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
    store = Store.create(out if out is not None else f"{plan.name}.sweep") if not dry_run else _glance(out, plan)
    if store is None:
        _estimated(points, points.addresses, set(), workers, scheduler, watch)
        return _unmade(plan, points)
    with store.writing():
        facts = _facts(plan, points, store, command)
        addresses, done = facts["points"], store.done()
        pending, classes, planned = _estimated(points, addresses, done, workers, scheduler, watch)
        if not dry_run:
            store.put_sweep(plan.name, facts)
            if pending:
                watch.begin(len(addresses), len(addresses) - len(pending), planned)
                _compute(points, addresses, pending, classes, planned, store, scheduler, watch)
    return Grid(store, plan.name, facts)


def _compute(points: Points, addresses: Sequence[str], pending: Sequence[int], classes: Classes, planned: Estimate,
             store: Store, scheduler: str | None, watch: Watch) -> None:  # fmt: skip
    numbers = {addresses[number]: number for number in pending}
    workers = planned.workers
    engine: Any = Dask(workers, scheduler) if scheduler or workers > 1 else Here()
    with engine:
        for outcome in engine.outcomes(_batches(points, addresses, pending, classes, planned, store)):
            if outcome and outcome.record:
                store.put(outcome.address, outcome.record)
            elif outcome and outcome.failure:
                store.put_failure(outcome.address, outcome.failure)
            watch.tick(outcome, points.at(numbers[outcome.address]) if outcome else None, engine.workers)


def _batches(points: Points, addresses: Sequence[str], pending: Sequence[int], classes: Classes, planned: Estimate,
             store: Store) -> Iterator[list[Task]]:  # fmt: skip
    """Points of a class one behind the other, as many to a batch as a second holds."""
    order = sorted(pending, key=lambda number: (classes.of(number), number))
    share = max(len(order) // (4 * max(planned.workers, 1)), 1)
    at = 0
    while at < len(order):
        kind = classes.of(order[at])
        most = min(max(int(BATCH / planned.by_class[kind]), 1), LARGEST, share)
        batch = [number for number in order[at : at + most] if classes.of(number) == kind]
        at += len(batch)
        yield [_task(points, number, addresses[number], store) for number in batch]


def _task(points: Points, number: int, address: str, store: Store) -> Task:
    spec = points.spec(number)
    home = points.home(spec)
    kept = str(store.path("runs", address, ".h5").absolute()) if points.plan.trajectories else None
    return Task(address, spec, str(Path(home).absolute()) if home else None, kept)


def _estimated(points: Points, addresses: Sequence[str], done: set[str], workers: int | None, scheduler: str | None,
               watch: Watch) -> tuple[list[int], Classes, Estimate]:  # fmt: skip
    """What is left to do, and what it will take."""
    pending = [number for number, address in enumerate(addresses) if address not in done]
    watch.say(f"{points.plan.name}: {len(addresses)} points, {len(addresses) - len(pending)} of them in the store")
    classes = Classes(points)
    most = usable_cores() if workers is None else workers
    planned = estimate(points, pending, classes, max(min(most, len(pending)), 1), watch.say if pending else None)
    if pending:
        for line in planned.lines():
            watch.say(line + (" (measured on this machine)" if scheduler else ""))
    return pending, classes, planned


def _facts(plan: Sweep, points: Points, store: Store, command: str | None) -> dict[str, Any]:
    """What the store keeps of the sweep; its list of addresses is made anew only if the sweep is another."""
    identity = points.identity()
    if plan.name in store.sweeps() and (before := store.sweep(plan.name)).get("identity") == identity:
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


def _glance(out: str | Path | None, plan: Sweep) -> Store | None:
    """The store, if there is one; a dry run makes none."""
    path = Path(out if out is not None else f"{plan.name}.sweep")
    return Store.open(path) if path.exists() and any(path.iterdir()) else None


def _unmade(plan: Sweep, points: Points) -> Grid:
    facts = {"name": plan.name, "axes": axes_of(plan), "points": points.addresses, "base": points.base_tables()}
    return Grid(Store(Path(f"{plan.name}.sweep")), plan.name, facts)

