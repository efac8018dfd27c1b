"""Experiments that come with the package, one TOML file each; the file names its source."""

from collections.abc import Sequence
from difflib import get_close_matches
from importlib.resources import files
from pathlib import Path

from crossbar.config import apply_overrides, build, load, parse
from crossbar.device_file import names_file
from crossbar.errors import SpecError
from crossbar.experiment_spec import Experiment

DEFAULT = "digits"


def preset_names() -> tuple[str, ...]:
    """The names, the default first."""
    found = (Path(entry.name) for entry in files(__package__).iterdir())
    names = sorted(path.stem for path in found if path.suffix == ".toml")
    return (DEFAULT, *(name for name in names if name != DEFAULT))


def preset_text(name: str) -> str:
    """The TOML file of a preset.  SpecError: no such preset."""
    if name not in preset_names():
        near = get_close_matches(name, preset_names(), 1, 0.5)
        raise SpecError(
            f"preset: must be one of {', '.join(preset_names())} (got {name}); "
            + (f"did you mean {near[0]}?" if near else "or give the path of a TOML file.")
        )
    return files(__package__).joinpath(f"{name}.toml").read_text(encoding="utf-8")


def preset(name: str = DEFAULT, overrides: Sequence[str] = ()) -> Experiment:
    """The experiment of a preset, with overrides "dotted.key=value".

    Where they change a `kind`, keys of the preset that the new kind does not have are dropped.
    """
    return build(apply_overrides({}, overrides), parse(preset_text(name)))


def resolve(source: str, overrides: Sequence[str] = ()) -> Experiment:
    """The experiment of `crossbar train SOURCE --set ...`: a preset's name, or the path of a TOML file."""
    return load(source, overrides) if names_file(source, preset_names()) else preset(source, overrides)
