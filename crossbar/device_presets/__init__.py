"""Published devices, one TOML file each: the device table at the top level; the file names its source."""

from difflib import get_close_matches
from importlib.resources import files
from pathlib import Path
from typing import Any

from crossbar.device_presets.table import device_of, parse, read
from crossbar.errors import SpecError

ADVICE = "`crossbar devices` lists them, or give the path of a TOML file"


def device_names() -> tuple[str, ...]:
    """The names of the presets."""
    found = (Path(entry.name) for entry in files(__package__).iterdir())
    return tuple(sorted(path.stem for path in found if path.suffix == ".toml"))


def device_text(name: str) -> str:
    """The TOML file of a device preset.  SpecError: no such preset."""
    if name not in device_names():
        near = get_close_matches(name.lower().replace("_", "-"), device_names(), 1, 0.5)
        raise SpecError(f"device: must be a preset, one of {', '.join(device_names())} (got {name}); "
                        + (f"did you mean {near[0]}?" if near else f"{ADVICE}."))
    return files(__package__).joinpath(f"{name}.toml").read_text(encoding="utf-8")


def device(name: str, **changes: Any) -> Any:
    """The device of a preset, with some fields changed: `device("reram-sb", c2c=0.0)`.

    SpecError: no such preset; a change that does not fit the device.
    """
    found = device_of(device_text(name), f"device {name}")
    return found.replace(**changes) if changes else found


def device_table(source: str) -> dict[str, Any]:
    """The table of a preset's name or of a TOML file's path, unchecked, for what stands in an experiment in its place.

    SpecError: no such preset, not TOML, no device.  FileError: the file cannot be read.
    """
    return parse(read(source) if names_a_file(source) else device_text(source))


def names_a_file(source: str) -> bool:
    if source in device_names():
        return False
    return source.endswith(".toml") or "/" in source or bool(source and Path(source).exists())


def resolve(source: str) -> Any:
    """The device of `crossbar response SOURCE`: a preset's name, or the path of a TOML file.

    SpecError: no such preset, or no device in the file.  FileError: the file cannot be read.
    """
    return load_device(source) if names_a_file(source) else device(source)


def load_device(path: str | Path) -> Any:
    """The device in a TOML file, its table at the top level.  FileError: unreadable; SpecError: not a device."""
    return device_of(read(path), str(path))


__all__ = ["device", "device_names", "device_table", "device_text", "load_device", "resolve"]
