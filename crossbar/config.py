"""Experiments as TOML: read, changed by `dotted.key=value`, written."""

import tomllib
from collections.abc import Mapping, Sequence
from copy import deepcopy
from pathlib import Path
from typing import Any

from crossbar.device_presets import table_of
from crossbar.errors import FileError, SpecError
from crossbar.expected import shown
from crossbar.experiment_spec import Experiment
from crossbar.spec import Spec

Tables = dict[str, Any]
ARRAYS = ("a", "c")  # of algorithm: places of devices and cells


class Whole(dict[str, Any]):
    """A table that takes the place of another instead of going into it: that of a device file."""


def load(path: str | Path, overrides: Sequence[str] = ()) -> Experiment:
    """The experiment in a TOML file, with overrides.  FileError: unreadable; SpecError: not an experiment."""
    return loads(text_of(path, "an experiment"), overrides, str(path), Path(path).parent)


def text_of(path: str | Path, what: str) -> str:
    """The text of a TOML file that should hold `what`.  FileError: unreadable."""
    try:
        return Path(path).read_text(encoding="utf-8-sig")
    except (OSError, UnicodeDecodeError) as error:
        reason = getattr(error, "strerror", None) or "not a text in UTF-8"
        raise FileError(f"{path}: cannot be read as a TOML file ({reason}); give the path of {what}.") from error


def loads(text: str, overrides: Sequence[str] = (), name: str = "", folder: str | Path = ".") -> Experiment:
    """The experiment in a TOML text; `name`: its origin, for messages; `folder`: of its device files."""
    try:
        return build(apply_overrides(with_devices(parse(text), folder), overrides))
    except SpecError as error:
        lines = [f"{name}: {line}" if name else line for line in str(error).splitlines()]
        raise SpecError("\n".join(lines), error.problems) from None


def parse(text: str) -> Tables:
    try:
        return tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        raise SpecError(f"not valid TOML: {error}; see https://toml.io for the form.") from None


def dumps(spec: Experiment) -> str:
    """The resolved experiment as TOML: every value that acts; reading it gives an equal experiment."""
    import tomli_w

    return tomli_w.dumps(tables(spec, spec.inactive()))


def tables(spec: Spec, inactive: Mapping[str, str], prefix: str = "") -> Tables:
    """The values of a spec, without those that cannot act and those that are not set (None)."""
    values = {name: getattr(spec, name) for name in type(spec).model_fields if prefix + name not in inactive}
    return {
        name: plain(value, inactive, f"{prefix}{name}.")
        for name, value in values.items()
        if value is not None
    }


def plain(value: Any, inactive: Mapping[str, str], prefix: str) -> Any:
    if isinstance(value, Spec):
        return tables(value, inactive, prefix)
    return [plain(item, inactive, prefix) for item in value] if isinstance(value, tuple) else value


def with_devices(given: Tables, folder: str | Path = ".") -> Tables:
    """The same with texts that stand for devices as tables: of device presets and device files.

    They stand at algorithm.a and algorithm.c, or inside of a cell there, at algorithm.c.device.
    Paths count from `folder`.  FileError: no such file; SpecError: no such preset, not a device.
    """
    if isinstance(algorithm := given.get("algorithm"), dict):
        for name in ARRAYS:
            _read_device(algorithm, name, folder, f"algorithm.{name}")
            if isinstance(cell := algorithm.get(name), dict):
                _read_device(cell, "device", folder, f"algorithm.{name}.device")
    return given


def _read_device(tables: Tables, name: str, folder: str | Path, place: str) -> None:
    if isinstance(source := tables.get(name), str):
        tables[name] = Whole(_device_at(source, folder, place))


def _device_at(source: str, folder: str | Path, place: str) -> Tables:
    try:
        return table_of(source, folder)
    except SpecError as error:
        raise SpecError("\n".join(f"{place}: {line}" for line in str(error).splitlines())) from None
    except FileError as error:
        raise FileError(f"{place}: {error}") from None


def apply_overrides(base: Tables, overrides: Sequence[str]) -> Tables:
    """`base` with each "dotted.key=value" applied in turn; values in TOML, anything else as a text.

    A single override may stand for the list of it.
    """
    merged = deepcopy(base)
    for override in [overrides] if isinstance(overrides, str) else overrides:
        merge(merged, with_devices(assignment(override)))
    return merged


def assignment(override: str) -> Tables:
    """The text "a.b=1" as {"a": {"b": 1}}.  SpecError: no `=`, or an empty key."""
    path, equals, text = override.partition("=")
    keys = [key.strip() for key in path.split(".")]
    if not equals or not all(keys):
        raise SpecError(f"--set {override}: must be dotted.key=value; for instance --set algorithm.a.af=2.")
    tree: Any = toml_value(text.strip())
    for key in reversed(keys):
        tree = {key: tree}
    return dict(tree)


def toml_value(text: str) -> Any:
    try:
        found = tomllib.loads(f"value = {text}")
    except tomllib.TOMLDecodeError:
        return text
    return found["value"] if found.keys() == {"value"} else text


def merge(base: Tables, changes: Tables, path: str = "") -> None:
    """Puts the changes into `base`, table into table.  SpecError: a key inside a value that is no table."""
    for key, value in changes.items():
        if isinstance(value, Whole):
            base[key] = deepcopy(value)
        elif isinstance(value, dict) and isinstance(base.get(key), dict):
            merge(base[key], value, f"{path}{key}.")
        elif isinstance(value, dict) and key in base:
            raise SpecError(f"{path}{key}: must be a table before {', '.join(value)} can be set in it "
                            f"(got {shown(base[key])}); set it as a whole.")
        else:
            base[key] = deepcopy(value)


def build(given: Tables, preset: Tables | None = None) -> Experiment:
    """The experiment of what a person gave on top of a preset.

    Keys of the preset that have no place or no effect beside what was given (another `kind`) are dropped;
    keys that were given are not.  SpecError: all that is wrong, in one message.
    """
    merged = deepcopy(preset or {})
    merge(merged, given)
    while True:
        try:
            return Experiment(**merged)
        except SpecError as error:
            idle = [p.keys for p in error.problems if p.idle and not contains(given, p.keys)]
            if not idle:
                raise
        for keys in idle:
            drop(merged, keys)


def contains(tree: Any, keys: Sequence[str | int]) -> bool:
    for key in keys:
        if not isinstance(tree, dict):
            return True  # a whole value was given where the keys lead inside
        if key not in tree:
            return False
        tree = tree[key]
    return True


def drop(tree: Any, keys: Sequence[str | int]) -> None:
    for key in keys[:-1]:
        tree = tree[key]
    del tree[keys[-1]]
