"""What a run is, in words, and what its file holds."""

import re
import tomllib
from collections.abc import Iterable
from pathlib import Path
from typing import Any

import numpy as np

from crossbar.plots.canvas import prefix
from crossbar.trajectory import Run

ALGORITHMS = {
    "sgd": "SGD", "tiki_taka": "Tiki-Taka", "ttv2": "TTv2", "cttv2": "chopped TTv2", "agad": "AGAD",
    "mixed_precision": "mixed precision", "hamiltonian": "Hamiltonian descent", "residual": "residual learning",
}


def run_title(run: Run, part: str) -> Iterable[str]:
    """Data set, network, algorithm and seed; the devices; what is missing."""
    try:
        config: dict[str, Any] = tomllib.loads(run.config)
    except tomllib.TOMLDecodeError:
        config = {}
    network, algorithm = config.get("network", {}), config.get("algorithm", {})
    sizes, kind = network.get("sizes", []), algorithm.get("kind", "")
    facts = [
        Path(config.get("data", {}).get("name", run.path.name)).name,
        "–".join(map(str, sizes)) + (f" {network['hidden']}" if len(sizes) > 2 and "hidden" in network else ""),
        ALGORITHMS.get(kind, kind),
        f"seed {config['seed']}" if "seed" in config else "",
        part,
        "" if run.finished else _progress(run, config),
    ]
    yield "  ·  ".join(fact for fact in facts if fact)
    yield from _devices(algorithm)


def _progress(run: Run, config: dict[str, Any]) -> str:
    done = int(run.records[-1]) if run.n_records else 0
    return f"not finished: {done} of {config.get('epochs', '?')} epochs"


def _devices(algorithm: dict[str, Any]) -> Iterable[str]:
    """A line for the devices of each array; one line where they are equal."""
    texts = {name.upper(): device_text(value) for name, value in sorted(algorithm.items(), reverse=True)
             if len(name) == 1 and isinstance(value, dict)}  # fmt: skip
    for text in dict.fromkeys(texts.values()):
        yield f"devices of {' and '.join(name for name in texts if texts[name] == text)}: {text}"


def device_text(table: dict[str, Any]) -> str:
    """The kind of a device and its numbers that are not 0; no line may end between a name and its number.

    Of a cell of several devices: those of the devices inside, then its own.
    """
    kind = str(table.get("kind", "")).replace("_", " ")
    if isinstance(inside := table.get("device"), dict):
        own = [_number(key, value) for key, value in table.items() if isinstance(value, float | int) and value]
        return "; ".join([f"{kind} of {device_text(inside)}", *own])
    pairs = [pair for key, value in table.items()
             for pair in (value.items() if isinstance(value, dict) else [(key, value)])]  # fmt: skip
    numbers = [_number(key, value) for key, value in pairs if isinstance(value, float | int) and value]
    where = str(table.get("reference", "nominal"))
    shifted = [f"reference at {where}".replace("_", " ")] if where != "nominal" else []
    return ", ".join([f"{kind} {table.get('law', '')}".strip(), *numbers, *shifted])


def _number(name: str, value: float) -> str:
    unit = ""
    if name in ("g_min", "g_max"):
        unit, factor = prefix(value)
        value *= factor
    return f"{name} {value:g} {unit}".strip().replace(" ", "\N{NO-BREAK SPACE}").replace("-", "−")


def layers_of(run: Run) -> list[str]:
    names = {name.split("/")[0] for name in run if re.match(r"layer\d+/(weights|pulses)_\w+$", name)}
    return sorted(names, key=lambda name: int(name[5:]))


def arrays_of(run: Run, group: str, what: str) -> list[str]:
    """The names of the arrays of which `group` has a variable, C first."""
    names = [name.removeprefix(f"{group}/{what}_") for name in run if name.startswith(f"{group}/{what}_")]
    return sorted(names, key=lambda name: (name != "c", name))


def axis_of(run: Run, cadence: str) -> np.ndarray:
    """The coordinate of a record axis; it lies in the group of its variables."""
    return run[next(v.path for v in run.variables.values() if v.name == cadence)]
