"""The threads that share the work of a network or a tile on its large arrays."""

from collections.abc import Iterator
from concurrent.futures import Future, ThreadPoolExecutor, wait
from contextlib import contextmanager

import numpy as np

from crossbar.errors import SpecError

SHARED_CELLS = 2**20  # of an array, from which on its work is shared: kernels.crew.LEAST
MOST_THREADS = 1024


class Crew:
    """The calling thread, which leads, and threads - 1 helpers, which exist from the first call on.

    who: what messages call it.  Helpers work during calls only: they wait for jobs without sleeping, and go to rest
    when the call ends.  SpecError: threads out of range.
    """

    def __init__(self, who: str, threads: int) -> None:
        from kernels import build

        if not isinstance(threads, int | np.integer) or not 1 <= threads <= MOST_THREADS:
            raise SpecError(f"{who}: threads must be a whole number from 1 to {MOST_THREADS} (got {threads}); leave it "
                            f"out for one.")  # fmt: skip
        self.threads, self.state = int(threads), build.crew(int(threads))
        self._pool: ThreadPoolExecutor | None = None
        self._helpers: list[Future[None]] = []

    def check(self, who: str, cells: int) -> None:
        """SpecError: helpers that have nothing to do, the largest array having so many cells."""
        if self.threads > 1 and cells < SHARED_CELLS:
            raise SpecError(f"{who}: threads must be 1 where no array has 2^20 cells, for smaller ones are not shared "
                            f"(got {self.threads}, and {cells} cells at most); leave it out.")  # fmt: skip

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
        wait(self._helpers)  # where Ctrl-C cut short the wait at the end of a call
        crew.summon(self.state)
        self._helpers = []
        for member in range(1, self.threads):
            self._helpers.append(self._pool.submit(crew.serve, self.state, member))
