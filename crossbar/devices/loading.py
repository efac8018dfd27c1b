"""Classes by their paths, "module:Class", and back."""

from functools import reduce
from importlib import import_module
from typing import Any

from crossbar.errors import SpecError

# Classes that were handed over as objects: found again where no import leads to them (in a notebook, say).
GIVEN: dict[str, type] = {}


def path_of(law: Any) -> Any:
    """The text "module:Class" of a class; anything else as it is."""
    if not isinstance(law, type):
        return law
    path = f"{law.__module__}:{law.__qualname__}"
    GIVEN[path] = law
    return path


def class_at(path: str) -> Any:
    """The class at "module:Class".  SpecError when the module or the class is not found."""
    if path in GIVEN:
        return GIVEN[path]
    module, _, name = path.partition(":")
    try:
        return reduce(getattr, name.split("."), import_module(module))
    except Exception as error:  # the module is the user's, and so is whatever it raises
        raise SpecError(
            f"Custom.law: must lead to a class (got {path}: {error}); check the name, and that the "
            f"module lies in the folder you work in, or on PYTHONPATH."
        ) from error
