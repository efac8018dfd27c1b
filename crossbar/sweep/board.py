"""What a person sees of a sweep: a live table on a terminal, a plain line now and then elsewhere."""

import sys
from time import monotonic
from types import TracebackType
from typing import Any, Self

from crossbar.expected import shown
from crossbar.sweep.estimate import Estimate, time
from crossbar.sweep.task import Outcome

EVERY = 15.0  # seconds between plain lines


class Board:
    """Reports a sweep; as a context manager it cleans the terminal behind itself."""

    def __init__(self) -> None:
        self.done = self.failed = self.total = self.fresh = self.workers = 0
        self.start = self.said = monotonic()
        self.planned: Estimate | None = None
        self.latest = ""
        self._live: Any = None

    def __enter__(self) -> Self:
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, tb: TracebackType | None) -> None:
        if self._live:
            self._live.stop()
            self._live = None

    def say(self, text: str) -> None:
        print(text, flush=True)

    def begin(self, total: int, done: int, planned: Estimate) -> None:
        self.total, self.done, self.planned = total, done, planned
        self.start = self.said = monotonic()
        self.workers = planned.workers
        if sys.stdout.isatty():
            from rich.live import Live

            self._live = Live(self._table(), refresh_per_second=2, transient=True)
            self._live.start()

    def tick(self, outcome: Outcome | None, at: dict[str, Any] | None, workers: int) -> None:
        self.workers = workers
        if outcome:
            self.fresh += 1
            self.done += outcome.record is not None
            self.failed += outcome.record is None
            self.latest = self._latest(outcome, at or {})
        if self._live:
            self._live.update(self._table())
        elif monotonic() - self.said > EVERY:
            self.said = monotonic()
            print(self.line(), flush=True)

    @property
    def remaining(self) -> float:
        """Seconds: by the rate so far, before there is one by the estimate."""
        left = self.total - self.done - self.failed
        if self.fresh:
            return left * (monotonic() - self.start) / self.fresh
        return self.planned.seconds if self.planned else 0.0

    def line(self) -> str:
        failed = f", {self.failed} failed" if self.failed else ""
        return (f"{self.done} of {self.total} points{failed}, {time(monotonic() - self.start)} so far, "
                f"{time(self.remaining)} to go on {self.workers} worker{'s' * (self.workers != 1)}")  # fmt: skip

    def _latest(self, outcome: Outcome, at: dict[str, Any]) -> str:
        place = _place(at)
        if outcome.record is None:
            return f"{place}: failed"
        last = outcome.record["epochs"]["test_accuracy"][-1]
        return f"{place}: test accuracy {last:.4f}" if last is not None else place

    def _table(self) -> Any:
        from rich.progress_bar import ProgressBar
        from rich.table import Table

        table = Table.grid(padding=(0, 2))
        rows: list[tuple[str, Any]] = [
            ("points", f"{self.done} of {self.total} done, {self.failed} failed"),
            ("", ProgressBar(total=max(self.total, 1), completed=self.done + self.failed, width=50)),
            ("time", f"{time(monotonic() - self.start)} so far, {time(self.remaining)} to go"),
            ("workers", str(self.workers)),
            ("latest", self.latest or "-"),
        ]
        for name, value in rows:
            table.add_row(name, value)
        return table


def failures(found: list[tuple[dict[str, Any], dict[str, Any]]]) -> list[str]:
    """A line a failed point, of `Grid.failures`."""
    return [f"failed: {_place(at)}: {why.get('reason', 'no reason was kept')}" for at, why in found]


def _place(at: dict[str, Any]) -> str:
    return ", ".join(f"{key} = {shown(value)}" for key, value in at.items())
