"""Where points are computed: in this process, on local workers, or on a cluster of dask workers.

An engine is a context manager; `outcomes` takes batches of tasks one by one, a window of them at a time, and gives
what came of each point as it comes, in any order; None now and then, so that who waits can look around.
"""

from collections.abc import Iterable, Iterator, Sequence
from contextlib import suppress
from itertools import count
from queue import Empty, SimpleQueue
from tempfile import TemporaryDirectory
from time import monotonic, sleep
from typing import Any, Self

from crossbar.errors import CrossbarError, SpecError
from crossbar.sweep.estimate import Measure, measure
from crossbar.sweep.task import OtherVersion, Outcome, Task, attempt, compute, failure
from crossbar.sweep.version import fingerprint

LOOK = 0.5  # seconds between looks around
PATIENCE = 15.0  # seconds a scheduler may take to answer
AHEAD = 2  # batches a worker has in hand: one at work, one waiting
RECOUNT = 5.0  # seconds between counts of the workers

Batch = Sequence[Task]


class Here:
    """This process, one point after the other; needs no dask."""

    workers = 1

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        pass

    def measure(self, tasks: Batch) -> list[Measure | None]:
        return [measure(task, fingerprint()) for task in tasks]

    def outcomes(self, batches: Iterable[Batch]) -> Iterator[Outcome | None]:
        for batch in batches:
            for task in batch:
                yield attempt(task)


class Dask:
    """dask.distributed: `workers` processes of this machine, or the workers of a scheduler by address.

    Raises SpecError (no scheduler at the address), OtherVersion (a worker with other code), CrossbarError (dask is not
    installed, the scheduler is lost).
    """

    def __init__(self, workers: int = 0, scheduler: str | None = None) -> None:
        self.workers, self.scheduler = workers, scheduler
        self._client: Any = None
        self._cluster: Any = None
        self._folder: TemporaryDirectory[str] | None = None
        self._counted = 0.0

    def __enter__(self) -> Self:
        distributed = _distributed()
        if self.scheduler is None:
            self._folder = TemporaryDirectory(prefix="pulse-crossbar-workers-")
            self._cluster = distributed.LocalCluster(
                n_workers=self.workers, threads_per_worker=1, processes=True, dashboard_address="127.0.0.1:0",
                local_directory=self._folder.name, silence_logs=50, host="127.0.0.1",
                preload=["crossbar.sweep.worker_process"],
            )  # fmt: skip
        self._client = self._connect(distributed)
        self._agree()
        return self

    def __exit__(self, *_: object) -> None:
        for part in (self._client, self._cluster):
            with suppress(Exception):  # a scheduler that is gone cannot be told
                if part is not None:
                    part.close()
        if self._folder:
            with suppress(OSError):
                self._folder.cleanup()

    def measure(self, tasks: Batch) -> list[Measure | None]:
        """What each point takes; None for one that could not be measured, or killed its worker."""
        futures = [self._client.submit(measure, task, fingerprint(), pure=False) for task in tasks]
        found: list[Measure | None] = []
        for future in futures:
            while not future.done():
                sleep(LOOK / 10)
                self._must_be_there()
            error = future.exception() if future.status == "error" else None
            if isinstance(error, OtherVersion):
                raise error
            found.append(future.result() if future.status == "finished" else None)
        return found

    def outcomes(self, batches: Iterable[Batch]) -> Iterator[Outcome | None]:
        waiting, queue, names = iter(batches), SimpleQueue(), count()  # type: ignore[var-annotated]
        flying: dict[Any, Batch] = {}
        again: list[Batch] = []

        def send(batch: Batch) -> None:
            future = self._client.submit(compute, list(batch), fingerprint(), pure=False,
                                         key=f"points-{id(self)}-{next(names)}")  # fmt: skip
            flying[future] = batch
            future.add_done_callback(queue.put)

        exhausted = False
        while True:
            while len(flying) < self._window():
                batch = again.pop() if again else next(waiting, None)
                if batch is None:
                    exhausted = True
                    break
                send(batch)
            if not flying and exhausted:
                return
            try:
                future = queue.get(timeout=LOOK)
            except Empty:
                self._must_be_there()
                yield None
                continue
            batch = flying.pop(future)
            yield from self._came(future, batch, again)

    def _came(self, future: Any, batch: Batch, again: list[Batch]) -> Iterator[Outcome]:
        if future.status == "finished":
            yield from future.result()
            return
        error = future.exception() if future.status == "error" else None
        if isinstance(error, OtherVersion):
            raise error
        if error is None:
            self._must_be_there()
            again += [[task] for task in batch]
        elif len(batch) > 1:  # one of them may have killed the worker: each for itself
            again += [[task] for task in batch]
        else:
            died = type(error).__name__ == "KilledWorker"
            reason = ("its worker died each time it was tried (out of memory, or a crash of compiled code)" if died
                      else f"{type(error).__name__}: {error}")  # fmt: skip
            yield Outcome(batch[0].address, None, failure(reason, type(error).__name__))

    def _connect(self, distributed: Any) -> Any:
        address = self.scheduler or self._cluster
        try:
            return distributed.Client(address, set_as_default=False, timeout=PATIENCE)
        except (OSError, TimeoutError, ValueError) as error:
            raise SpecError(f"--scheduler: must be the address of a running dask scheduler (got {self.scheduler}: "
                            f"{str(error) or type(error).__name__}); start one with `dask scheduler`, or leave it out "
                            f"for workers of this machine.") from None  # fmt: skip

    def _agree(self) -> None:
        """OtherVersion: a worker that is there runs other code; those that come later are asked at their first task."""
        try:
            found = self._client.run(own_version)
        except Exception as error:  # what a worker without this package, or with an old one, answers
            raise OtherVersion(f"--scheduler: its workers must have this version of pulse-crossbar, {fingerprint()} "
                               f"(got {type(error).__name__}: {error}); install it there.") from None  # fmt: skip
        if other := {address: version for address, version in found.items() if version != fingerprint()}:
            address, version = next(iter(other.items()))
            raise OtherVersion(f"--scheduler: its workers must have this version of pulse-crossbar, {fingerprint()} "
                               f"(got {version} on {address}, {len(other)} of {len(found)} workers); install the same "
                               f"there.")  # fmt: skip
        self._count()

    def _window(self) -> int:
        if monotonic() - self._counted > RECOUNT:
            self._count()
        return AHEAD * max(self.workers, 1)

    def _count(self) -> None:
        with suppress(Exception):  # said by _must_be_there, where it lasts
            self.workers = sum(self._client.nthreads().values())
        self._counted = monotonic()

    def _must_be_there(self) -> None:
        if self._client.status not in ("running", "connecting"):
            raise CrossbarError("sweep: the dask scheduler is gone; points that are in the store stay, and the same "
                                "command goes on with the others.")  # fmt: skip


def own_version() -> str:
    """What a worker says of itself."""
    return fingerprint()


def _distributed() -> Any:
    try:
        import distributed
    except ImportError:
        raise CrossbarError('sweep: more than one worker needs dask.distributed, which is not installed; pip install '
                            '"pulse-crossbar[sweep]", or take --workers 1.') from None  # fmt: skip
    return distributed
