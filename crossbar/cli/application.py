"""The application that commands join, the kinds of their options, and what they say on stderr."""

import re
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import Annotated, Any

from cyclopts import App, Parameter

ATTEMPT, PROBLEM, INTERRUPTED = 1, 2, 130


def _whole(_: Any, tokens: Sequence[Any]) -> int:
    """cyclopts alone would round 1.5."""
    if not re.fullmatch(r"[+-]?\d+", text := tokens[0].value):
        raise ValueError(f"must be a whole number (got {text})")
    return int(text)


Set = Annotated[list[str] | None, Parameter(name="--set", negative=())]
Only = Annotated[list[str] | None, Parameter(negative=())]
Whole = Annotated[int | None, Parameter(converter=_whole)]
WholeNumber = Annotated[int, Parameter(converter=_whole)]
Flag = Annotated[bool, Parameter(negative=())]
Times = Annotated[list[str], Parameter(negative=())]

app = App(
    name="crossbar",
    help="Pulse-level simulation of learning on resistive crossbar arrays.",
    version=lambda: __import__("crossbar").__version__,
    result_action="return_value",
    suppress_keyboard_interrupt=False,  # `main` has a word to say
)


def picture_of(plot: Path | None) -> Path | None:
    """Where a picture will lie; what is wrong with it is said before any work."""
    if plot is None:
        return None
    from crossbar.plots import check_picture

    return check_picture(plot)


def say(message: str) -> None:
    print(f"crossbar: {message}", file=sys.stderr, flush=True)
