"""`Sweep`: a base experiment and axes, as a person writes them in TOML or in Python."""

from collections.abc import Iterator
from math import prod
from pathlib import Path
from typing import Annotated, Any, ClassVar

from pydantic import Field

from crossbar.config import merge, parse, text_of
from crossbar.errors import SpecError
from crossbar.expected import shown
from crossbar.experiment_spec import Experiment
from crossbar.spec import Spec, field

Name = Annotated[str, Field(min_length=1)]
Values = Annotated[tuple[Any, ...], Field(strict=False, min_length=1)]
Axis = Annotated[dict[str, Values], Field(min_length=1)]


class Sweep(Spec):
    """A base experiment, and what is varied in it.

    An axis is a table of dotted keys with their values; the keys of one axis change together (they are zipped), axes
    are crossed.  Seeds are an axis like any other.
    """

    who: ClassVar[str | None] = "sweep"

    name: str = field("sweep", "what it is called in its store", pattern=r"^[A-Za-z0-9][A-Za-z0-9._-]*$",
                      remedy="use letters, digits, and . _ - behind the first")
    base: Name | Experiment = field(
        ..., "a preset, or the path of an experiment (TOML), counted from the sweep's own file; in Python also an "
        "experiment itself")
    set: dict[str, Any] = field({}, "what differs from the base in all points: dotted keys or tables")
    axes: tuple[Axis, ...] = field(..., "tables of dotted keys with lists of values", min_length=1, strict=False)
    trajectories: bool = field(False, "keep the whole trajectory of every point too, as `crossbar train` writes it")
    folder: str = field(".", "where the paths in it count from")

    @property
    def shape(self) -> tuple[int, ...]:
        return tuple(len(next(iter(axis.values()))) for axis in self.axes)

    @property
    def size(self) -> int:
        """Points in all."""
        return prod(self.shape)

    def conflicts(self) -> Iterator[tuple[str, str]]:
        seen: dict[str, int] = {}
        for n, axis in enumerate(self.axes):
            lengths = {key: len(values) for key, values in axis.items()}
            if len(set(lengths.values())) > 1:
                yield f"axes.{n}", (f"must have equally many values for keys that change together (got "
                                    f"{', '.join(f'{key}: {length}' for key, length in lengths.items())}); fill up the "
                                    "shorter list, or make axes of their own of them.")
            for key, values in axis.items():
                if key in seen:
                    yield f"axes.{n}", f"must name keys of its own (got {key}, which axes.{seen[key]} has); drop one."
                seen.setdefault(key, n)
                if len(axis) == 1 and len({f"{type(value).__name__} {value!r}" for value in values}) < len(values):
                    yield f"axes.{n}", f"must have each value of {key} once (got {shown(list(values))}); drop the copy."
        for key in flat(self.set):
            if hit := next((other for other in seen if key == other or key.startswith(f"{other}.")), None):
                yield "set", f"must not name what an axis varies (got {key}, and an axis {hit}); drop one of them."


def flat(tree: dict[str, Any], prefix: str = "") -> dict[str, Any]:
    """Nested tables as dotted keys."""
    out: dict[str, Any] = {}
    for key, value in tree.items():
        out |= flat(value, f"{prefix}{key}.") if isinstance(value, dict) and value else {prefix + key: value}
    return out


def nested(values: dict[str, Any]) -> dict[str, Any]:
    """Dotted keys as nested tables.  SpecError: a key inside of a value that is no table."""
    out: dict[str, Any] = {}
    for key, value in values.items():
        tree: Any = value
        for part in reversed(key.split(".")):
            tree = {part: tree}
        merge(out, tree)
    return out


def load_sweep(path: str | Path) -> Sweep:
    """The sweep in a TOML file; its name is that of the file unless it says another.

    FileError: unreadable; SpecError: not a sweep, all problems in one message.
    """
    path = Path(path)
    text = text_of(path, "a sweep")
    try:
        return Sweep(**{"name": path.stem, "folder": str(path.parent), **parse(text)})
    except SpecError as error:
        lines = [f"{path}: {line}" for line in str(error).splitlines()]
        raise SpecError("\n".join(lines), error.problems) from None
