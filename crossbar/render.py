"""An experiment as commented TOML: every field with its meaning, unit and range.  It can be fed back."""

import re
from collections.abc import Iterator, Mapping
from typing import Any

from pydantic.fields import FieldInfo

from crossbar.config import plain
from crossbar.expected import alternatives, expected, kind_of, members, shown
from crossbar.experiment_spec import Experiment
from crossbar.spec import Spec

WIDTH = 26  # where the comments begin


def render(spec: Experiment) -> str:
    """The resolved experiment; fields that cannot act or are not set stand in comments."""
    return "\n".join(table(spec, "", spec.inactive())).lstrip("\n") + "\n"


def table(spec: Spec, path: str, inactive: Mapping[str, str], kinds: str = "") -> Iterator[str]:
    """The lines of a table: its values, then the tables inside it.  `kinds`: what `kind` chooses from."""
    fields = type(spec).model_fields
    inner = [name for name in fields if isinstance(getattr(spec, name), Spec)]
    for name in fields:
        if name not in inner:
            text = comment(fields[name], kinds if name == "kind" else "")
            yield line(name, getattr(spec, name), text, inactive.get(path + name))
    for name in inner:
        yield ""
        if path + name in inactive:
            yield f"# [{path}{name}]  no effect here: {inactive[path + name]}"
        else:
            yield f"# {fields[name].description}"
            yield f"[{path}{name}]"
            choices = [shown(kind_of(choice)) for choice in members(fields[name].annotation)]
            yield from table(getattr(spec, name), f"{path}{name}.", inactive, alternatives(choices))


def line(name: str, value: Any, text: str, idle: str | None) -> str:
    """`name = value  # text`, itself a comment where the value is not set or cannot act."""
    if idle is not None:
        left, text = f"# {name}", f"no effect here: {idle}"
    elif value is None:
        left, text = f"# {name} =", f"(not set) {text}"
    else:
        left = f"{name} = {toml(plain(value, {}, name))}"
    return f"{left:{WIDTH}}  # {text}"


def comment(info: FieldInfo, choices: str = "") -> str:
    """Meaning, unit and range of a field."""
    extra = info.json_schema_extra if isinstance(info.json_schema_extra, dict) else {}
    unit = f" [{extra['unit']}]" if extra.get("unit", "1") != "1" else ""
    return f"{info.description}{unit}; {choices or expected(info.annotation, tuple(info.metadata))}"


def toml(value: Any) -> str:
    """A value on one line; tomli_w would break lists and tables into several."""
    if isinstance(value, list):
        return f"[{', '.join(toml(item) for item in value)}]"
    if isinstance(value, dict):
        return "{" + ", ".join(f"{key(name)} = {toml(item)}" for name, item in value.items()) + "}"
    import tomli_w

    return tomli_w.dumps({"v": value}).removeprefix("v = ").rstrip("\n")


def key(name: str) -> str:
    return name if re.fullmatch(r"[A-Za-z0-9_-]+", name) else toml(name)
