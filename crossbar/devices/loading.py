"""Classes by their paths, "module:Class", and back; what the compiler says of their laws."""

from collections.abc import Iterator
from contextlib import contextmanager
from functools import reduce
from importlib import import_module
from typing import Any

from crossbar.errors import SpecError

PATH = r"^[\w.]+:[\w.<>]+$"
# Classes that were handed over as objects: found again where no import leads to them (in a notebook, say).
GIVEN: dict[str, type] = {}


def path_of(law: Any) -> Any:
    """The text "module:Class" of a class; anything else as it is."""
    if not isinstance(law, type):
        return law
    path = f"{law.__module__}:{law.__qualname__}"
    GIVEN[path] = law
    return path


def class_at(path: str, who: str = "Custom.law") -> Any:
    """The class at "module:Class".  SpecError when the module or the class is not found."""
    if path in GIVEN:
        return GIVEN[path]
    module, _, name = path.partition(":")
    try:
        return reduce(getattr, name.split("."), import_module(module))
    except Exception as error:  # the module is the user's, and so is whatever it raises
        raise SpecError(
            f"{who}: must lead to a class (got {path}: {error}); check the name, and that the "
            f"module lies in the folder you work in, or on PYTHONPATH."
        ) from error


@contextmanager
def compiled(device: Any) -> Iterator[None]:
    """What a user's law sets off in the compiler becomes a SpecError."""
    try:
        yield
    except Exception as error:
        if not (law := getattr(device, "law", None)) or isinstance(error, SpecError):
            raise
        raise SpecError(f"Custom.law = {law}: must be a law that numba compiles (got {reason(error)}).") from error


def reason(error: Exception) -> str:
    """The innermost of numba's many lines, which says what is wrong."""
    lines = [line.strip() for line in str(error).splitlines() if line.strip()]
    failed = [n for n, line in enumerate(lines) if "Failed in nopython mode pipeline" in line]
    said = lines[failed[-1] + 1 if failed else 0 :]
    return f"{type(error).__name__}: {' '.join(said[: 2 if said[0].endswith(':') else 1])}" if said else repr(error)
