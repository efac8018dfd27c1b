"""Published devices, one TOML file each: the device table at the top level; the file names its source."""

import tomllib
from difflib import get_close_matches
from importlib.resources import files
from pathlib import Path
from typing import Any

from crossbar.device_file import device_in, device_table, names_file, read_device
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


def preset_table(name: str) -> dict[str, Any]:
    """The keys of a device preset.  SpecError: no such preset."""
    return tomllib.loads(device_text(name))


def device(name: str, **changes: Any) -> Any:
    """The device of a preset, with some fields changed: `device("reram-sb", c2c=0.0)`.

    SpecError: no such preset; a change that does not fit the device.
    """
    found = device_in(preset_table(name), f"device {name}")
    return found.replace(**changes) if changes else found


def is_path(source: str, folder: str | Path = ".") -> bool:
    """Whether a text that stands for a device is the path of a file, from `folder`, and not a preset's name."""
    return names_file(source, device_names(), folder)


def table_of(source: str, folder: str | Path = ".") -> dict[str, Any]:
    """The keys of the device of a preset's name, or of a TOML file's path from `folder`, as in `algorithm.a`.

    SpecError: no such preset, or no device in the file.  FileError: the file cannot be read.
    """
    return device_table(Path(folder) / source) if is_path(source, folder) else preset_table(source)


def resolve(source: str) -> Any:
    """The device of `crossbar response SOURCE`: a preset's name, or the path of a TOML file.  Raises as `table_of`."""
    return read_device(source) if is_path(source) else device(source)


__all__ = ["device", "device_names", "device_text", "preset_table", "resolve", "table_of"]
