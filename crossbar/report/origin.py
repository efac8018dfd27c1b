"""Where something comes from, in words."""

from collections.abc import Mapping
from pathlib import Path
from typing import Any

NAMES = {"created": "made", "cpu": "processor", "git_commit": "git commit"}
APART = ("config_toml", "config_json", "command")  # shown elsewhere


def origin(facts: Mapping[str, Any]) -> list[tuple[str, str]]:
    """Names and values of a provenance; what is empty is left out."""
    return [(_name(key), str(value)) for key, value in facts.items() if key not in APART and str(value)]


def _name(key: str) -> str:
    return NAMES.get(key, key.removeprefix("version_").replace("_", "-" if key.startswith("version_") else " "))


def command(text: str) -> str:
    """A command line without the folder in which `crossbar` happened to be installed."""
    program, space, rest = text.partition(" ")
    ours = Path(program).name == "crossbar" or program.endswith("crossbar/cli/__main__.py")
    return f"crossbar{space}{rest}" if ours else text
