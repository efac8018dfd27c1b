"""What a field takes, in words, for messages and comments: `a number >= 0`, `"gain" or "granularity"`."""

import json
from types import NoneType, UnionType
from typing import Annotated, Any, Literal, Union, get_args, get_origin

from pydantic import BaseModel

NAMES = {float: "a number", int: "a whole number", bool: "true or false", str: "a text"}


def expected(hint: Any, metadata: tuple[Any, ...] = (), finite: bool = False) -> str:
    """What a value of the type `hint` with pydantic's `metadata` must be; `finite`: say so of numbers."""
    hint, metadata = plain(hint, metadata)
    if get_origin(hint) in (Union, UnionType):
        return " or ".join(expected(part, metadata, finite) for part in get_args(hint))
    if get_origin(hint) is Literal:
        return alternatives([shown(value) for value in get_args(hint)])
    if get_origin(hint) is tuple:
        return f"a list{length(metadata)}, each {expected(get_args(hint)[0], (), finite)}"
    if get_origin(hint) is dict:
        return f"a table of names, each {expected(get_args(hint)[1], (), finite)}"
    if is_spec(hint):
        return f"a table ({hint.__name__})"
    if (only := single(metadata)) is not None:
        return only
    name = "a finite number" if finite and hint is float else NAMES.get(hint, "a value")
    return " ".join(part for part in (name, limits(metadata), infinity(metadata)) if part)


def plain(hint: Any, metadata: tuple[Any, ...] = ()) -> tuple[Any, tuple[Any, ...]]:
    """The type without Annotated and without None, and all its metadata in one list."""
    if get_origin(hint) is Annotated:
        inner, *more = get_args(hint)
        found = [m for extra in more for m in (getattr(extra, "metadata", None) or [extra])]
        return plain(inner, (*metadata, *found))
    if get_origin(hint) in (Union, UnionType):
        parts = tuple(part for part in get_args(hint) if part is not NoneType)
        return plain(parts[0], metadata) if len(parts) == 1 else (Union[parts], metadata)  # noqa: UP007
    return hint, metadata


def limits(metadata: tuple[Any, ...]) -> str:
    """`between 0 and 1`, `> 0 and <= 63`, or nothing."""
    bounds = {
        name: getattr(m, name) for m in metadata for name in ("ge", "gt", "le", "lt") if hasattr(m, name)
    }
    if bounds.keys() == {"ge", "le"}:
        return f"between {bounds['ge']} and {bounds['le']}"
    signs = {"ge": ">=", "gt": ">", "le": "<=", "lt": "<"}
    return " and ".join(f"{signs[name]} {value}" for name, value in bounds.items())


def single(metadata: tuple[Any, ...]) -> str | None:
    """The one number that the limits leave, if it is only one."""
    least = [m.ge for m in metadata if hasattr(m, "ge")]
    return str(least[0]) if least and least == [m.le for m in metadata if hasattr(m, "le")] else None


def infinity(metadata: tuple[Any, ...]) -> str:
    return "(inf allowed)" if any(getattr(m, "allow_inf_nan", False) for m in metadata) else ""


def length(metadata: tuple[Any, ...]) -> str:
    """` of 2 to 256 entries`, or nothing."""
    least = next((m.min_length for m in metadata if hasattr(m, "min_length")), None)
    most = next((m.max_length for m in metadata if hasattr(m, "max_length")), None)
    if least is None:
        return "" if most is None else f" of at most {most} entries"
    return f" of at least {least} entries" if most is None else f" of {least} to {most} entries"


def members(hint: Any) -> tuple[type[BaseModel], ...]:
    """The specs between which `kind` chooses; empty where the type is not such a choice."""
    hint, _ = plain(hint)
    parts = get_args(hint) if get_origin(hint) in (Union, UnionType) else ()
    parts = tuple(plain(part)[0] for part in parts)
    return parts if parts and all(is_spec(part) for part in parts) else ()


def kind_of(spec: type[BaseModel]) -> str:
    return str(get_args(spec.model_fields["kind"].annotation)[0])


def is_spec(hint: Any) -> bool:
    return isinstance(hint, type) and issubclass(hint, BaseModel)


def alternatives(words: list[str]) -> str:
    return f"{', '.join(words[:-1])} or {words[-1]}" if len(words) > 1 else "".join(words)


def shown(value: Any) -> str:
    """A value as a person would have written it, at most about 60 characters long."""
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, dict):
        return "a table"
    text = json.dumps(value, ensure_ascii=False) if isinstance(value, str) else repr(value)
    return text if len(text) <= 60 else text[:57] + "..."
