"""`crossbar response`: a device's curves and figures, on screen and in files."""

import json as text_json
from collections.abc import Iterator, Mapping
from dataclasses import asdict
from math import isfinite
from pathlib import Path
from typing import Any

from crossbar.device_presets import resolve
from crossbar.figures_of_merit import Characteristics, characteristics, pulses_of
from crossbar.response import PulseResponse, check_counts, pulse_response


def respond(
    source: str, given: Mapping[str, Any], out: Path | None = None, plot: Path | None = None, json: bool = False
) -> Iterator[str]:
    """The lines of the report of one device; writes `out` and `plot` where asked.

    given: up, down, cycles, devices, seed, start, where they are set.  All is checked before anything is computed.
    Raises SpecError (no such preset, not a device, counts out of range), FileError (a file that cannot be made).
    """
    device = resolve(source)
    up, down = pulses_of(device)
    counts = {"up": up, "down": down, "cycles": 1, "devices": 3, **given}
    check_counts("response: ", **{name: counts[name] for name in ("up", "down", "cycles", "devices")})
    check_files(out, plot)
    response = pulse_response(device, **counts)
    figures = characteristics(device, counts["up"], counts["down"], counts["cycles"])
    yield f"{source}: {device.describe()}"
    yield from table(figures, response)
    yield from files(response, figures, out, plot, source)
    if json:
        yield as_json(source, figures, response)


def check_files(out: Path | None, plot: Path | None) -> None:
    """FileError for whatever would stop the writing at the end."""
    if out is not None:
        from crossbar.plain_file import check_out

        check_out(out)
    if plot is not None:
        from crossbar.plots import check_picture

        check_picture(plot)


def table(figures: Characteristics, response: PulseResponse) -> Iterator[str]:
    """The figures, one a line."""
    times = f" x {response.cycles}" if response.cycles > 1 else ""
    n = response.weights.shape[1]
    lines = [
        ("staircase", f"{response.up} up, {response.down} down{times}; {n} device{'s' if n > 1 else ''}, "
                      f"seed {response.seed}"),
        ("granularity", f"{figures.granularity:.4g}"),
        ("states", f"{figures.n_states:.4g}"),
        ("step at weight 0", f"up {figures.step_up:.4g}, down {figures.step_down:.4g}"),
        ("symmetry point", number(figures.symmetry_point, "none within the bounds")),
        ("asymmetry", number(figures.asymmetry) + " at mid range, (up - down)/(up + down)"),
        ("nonlinearity", f"up {number(figures.nonlinearity_up)}, down {number(figures.nonlinearity_down)} "
                         "(label as in NeuroSim)"),
        ("on/off ratio", number(figures.on_off, "not stated: the device has no g_min and g_max")),
    ]  # fmt: skip
    yield from (f"  {name:18} {value}" for name, value in lines)


def number(value: float, none: str = "-") -> str:
    return none if value != value else f"{round(value, 4) + 0.0:.4g}"


def files(response: PulseResponse, figures: Characteristics, out: Path | None, plot: Path | None,
          source: str) -> Iterator[str]:  # fmt: skip
    if out is not None:
        from crossbar import __version__
        from crossbar.response_file import save_response

        named = {"source": source, "device_described": response.device.describe(), "crossbar_version": __version__}
        yield f"wrote {save_response(response, figures, out, named)}"
    if plot is not None:
        from crossbar.plots import save

        yield f"wrote {save(response, plot)}"


def as_json(source: str, figures: Characteristics, response: PulseResponse) -> str:
    """One line; null for what there is not."""
    values = {name: value if isfinite(value) else None for name, value in asdict(figures).items()}
    ran = {"cycles": response.cycles, "devices": response.weights.shape[1], "seed": response.seed}
    return text_json.dumps({"source": source, **values, **ran})
