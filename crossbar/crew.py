"""The threads that share the work of a network or a tile on its large arrays."""

from collections.abc import Iterator
from concurrent.futures import Future, ThreadPoolExecutor, wait
from contextlib import contextmanager
from typing import Any

from crossbar.errors import SpecError

SHARED_CELLS = 2**20  # of an array, from which on its work is shared: kernels.crew.LEAST
MOST_THREADS = 1024


def check_threads(who: str, threads: Any, cells: int) -> int:
    """threads, for arrays of at most so many cells.  SpecError: out of range, or more than 1 where nothing is shared."""
    if not isinstance(threads, int) or not 1 <= threads <= MOST_THREADS:
        raise SpecError(f"{who}: threads must be a whole number from 1 to {MOST_THREADS} (got {threads}).")
    if threads > 1 and cells < SHARED_CELLS:
        raise SpecError(f"{who}: threads must be 1 where no array has 2^20 cells or more: smaller ones are not shared "
                        f"(got {threads}, and {cells} cells); leave it out.")  # fmt: skip
    return threads


class Crew:
    """The calling thread, which leads, and threads - 1 helpers, which exist from the first call on.

    Helpers work during calls only: they wait for jobs without sleeping, and go to rest when the call ends.
    """

    def __init__(self, threads: int = 1) -> None:
        from kernels import build

        self.threads, self.state = threads, build.crew(threads)
        self._pool: ThreadPoolExecutor | None = None
        self._helpers: list[Future[None]] = []

    @contextmanager
    def at_work(self) -> Iterator[None]:
        """Helpers help inside the `with`, and are back at rest behind it, whatever is raised."""
        from kernels import crew

        if self.threads == 1:
            yield
            return
        try:
            self._summon()
            yield
        finally:
            crew.dismiss(self.state)
            wait(self._helpers)

    def _summon(self) -> None:
        from kernels import crew

        if self._pool is None:
            crew.serve(self.state, 1)  # dismissed already: compiles, in this thread
            self._pool = ThreadPoolExecutor(self.threads - 1, "crossbar-helper")
        crew.summon(self.state)
        self._helpers = [self._pool.submit(crew.serve, self.state, n) for n in range(1, self.threads)]
