"""Ctrl-C and the end of a batch job: work ends where it can be gone on with."""

import signal
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import Any


@contextmanager
def interruptible() -> Iterator[Callable[[Callable[..., Any]], Callable[..., Any]]]:
    """SIGTERM, by which batch systems end a job, ends at a committed record too, as Ctrl-C does.

    Python drops an exception that a signal raises while an object is being cleared away; so the signal is remembered,
    and each callback that went through what this yields looks for it.
    """
    asked = []

    def stop(*_: Any) -> None:
        asked.append(True)
        raise KeyboardInterrupt

    def look(callback: Callable[..., Any]) -> Callable[..., Any]:
        def looking(*args: Any) -> Any:
            if asked:
                raise KeyboardInterrupt
            return callback(*args)

        return looking

    before = {number: signal.signal(number, stop) for number in (signal.SIGINT, signal.SIGTERM)}
    try:
        yield look
    finally:
        for number, handler in before.items():
            signal.signal(number, handler)
