"""A device as a TOML text: the device table at the top level (kind = ..., step = ...)."""

import tomllib
from pathlib import Path
from typing import Any, ClassVar

from crossbar.devices import AnyDevice
from crossbar.errors import FileError, SpecError
from crossbar.explain import message
from crossbar.spec import Spec, field


class DeviceFile(Spec):
    """What the table becomes, under a name for messages."""

    who: ClassVar[str | None] = ""

    device: AnyDevice = field(..., "a device")


def device_of(text: str, source: str) -> Any:
    """The device in a TOML text; `source` says in messages where it came from.  SpecError: not a device."""
    try:
        table: Any = parse(text)
        return DeviceFile(device=table).device
    except SpecError as error:
        problems = [problem._replace(keys=problem.keys[1:]) for problem in error.problems]
        lines = (message(problems, "") if problems else str(error)).splitlines()
        raise SpecError("\n".join(f"{source}: {line}" for line in lines), problems) from None


def parse(text: str) -> dict[str, Any]:
    """The table.  SpecError: not TOML, or a table without `kind`, as an experiment is."""
    try:
        table = tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        raise SpecError(f"not valid TOML: {error}; see https://toml.io for the form.") from None
    if "kind" not in table:
        got = ", ".join(list(table)[:5]) or "nothing"
        raise SpecError(f"must be a device, its table at the top level with kind = \"...\" (got {got}); "
                        "copy the table of an experiment's [algorithm.a], say, without its heading.")
    return table


def read(path: str | Path) -> str:
    try:
        return Path(path).read_text(encoding="utf-8-sig")
    except (OSError, UnicodeDecodeError) as error:
        reason = getattr(error, "strerror", None) or "not a text in UTF-8"
        raise FileError(f"{path}: cannot be read as a TOML file ({reason}); give the path of a device.") from error
