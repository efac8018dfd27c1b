"""Device files: a TOML file whose keys are those of one device, to stand in an experiment by its path."""

from collections.abc import Sequence
from pathlib import Path
from typing import Any, ClassVar

from crossbar.devices import AnyDevice
from crossbar.errors import FileError, SpecError
from crossbar.spec import Spec, field


class Holder(Spec):
    """A place for any device, so that its kind decides what its keys mean."""

    who: ClassVar[str | None] = ""

    device: AnyDevice = field(..., "a device")


def names_file(source: str, presets: Sequence[str], folder: str | Path = ".") -> bool:
    """Whether a text is the path of a file, from `folder`, and not the name of one of the presets."""
    if source in presets:
        return False
    return source.endswith(".toml") or "/" in source or bool(source and (Path(folder) / source).exists())


def read_device(path: str | Path) -> Any:
    """The device in a TOML file.  FileError: unreadable; SpecError: no device, with file and key."""
    return device_in(device_table(path), str(path))


def device_table(path: str | Path) -> dict[str, Any]:
    """The keys of a device file as they stand there, once they have proved to be a device."""
    import tomllib

    try:
        table = tomllib.loads(Path(path).read_text(encoding="utf-8-sig"))
    except (OSError, UnicodeDecodeError) as error:
        reason = getattr(error, "strerror", None) or "not a text in UTF-8"
        raise FileError(f"{path}: must be a readable device file ({reason}); give the path of a TOML file, as crossbar "
                        f"fit --out writes it.") from None  # fmt: skip
    except tomllib.TOMLDecodeError as error:
        raise SpecError(f"{path}: not valid TOML: {error}; see https://toml.io for the form.") from None
    if "kind" not in table:
        raise SpecError(f"{path}: must be a device, with its `kind` among the outermost keys (got "
                        f"{', '.join(table) or 'an empty file'}); an experiment goes to crossbar train itself.")
    device_in(table, str(path))
    return table


def device_in(table: dict[str, Any], name: str) -> Any:
    """The device of a table; `name` says in messages where it came from."""
    try:
        return Holder(device=table).device  # type: ignore[arg-type]
    except SpecError as error:
        lines = [f"{name}: {line.removeprefix('device.')}" for line in str(error).splitlines()]
        raise SpecError("\n".join(lines), error.problems) from None
