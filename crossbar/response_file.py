"""A pulse response in a file of its own: HDF5 that xarray and netCDF4 open, whole or not at all."""

import os
from collections.abc import Mapping
from datetime import UTC, datetime
from io import BytesIO
from pathlib import Path
from typing import Any

import numpy as np

from crossbar.errors import FileError
from crossbar.figures_of_merit import Characteristics, bounds, mean_steps, nominal
from crossbar.response import PulseResponse
from crossbar.trajectory import place

SUFFIXES = (".h5", ".hdf5", ".nc")
POINTS = 201  # weights at which the mean steps are written
MEANINGS = {
    "granularity": "mean of the up and down step at weight 0",
    "n_states": "range over granularity",
    "step_up": "up step at weight 0, without spreads and noise",
    "step_down": "size of the down step at weight 0, without spreads and noise",
    "symmetry_point": "weight at which the nominal up and down step are equally large",
    "asymmetry": "(up - down)/(up + down) of the step sizes at mid range",
    "nonlinearity_up": "nonlinearity label of the nominal staircase up",
    "nonlinearity_down": "nonlinearity label of the nominal staircase down",
    "on_off": "largest over smallest conductance",
}


def check_out(out: str | os.PathLike[str]) -> Path:
    """The path of the file.  FileError: another suffix, an existing file, no folder."""
    path = Path(out).absolute()
    if path.suffix.lower() not in SUFFIXES:
        raise FileError(f"{path}: the file's suffix must be one of {', '.join(SUFFIXES)} (got {path.suffix!r}); "
                        "change the name.")
    place.must_be_writable(path)
    return path


def save_response(response: PulseResponse, figures: Characteristics, out: str | os.PathLike[str],
                  provenance: Mapping[str, str] | None = None) -> Path:  # fmt: skip
    """Writes the curves, the mean steps over the range and the figures; returns the path.

    Every variable has `units` and `long_name`.  provenance: further attributes.
    Raises FileError (see `check_out`; not writable).
    """
    path = check_out(out)
    temp, content = place.temporary(path), _content(response, figures, provenance or {})
    try:
        temp.write_bytes(content)
        place.move(temp, path, overwrite=False)
    except OSError as error:
        raise FileError(f"{path}: the file must be writable (got {error.strerror or error}); make room, check "
                        "permissions, or choose another folder.") from None
    finally:
        temp.unlink(missing_ok=True)
    return path


def _content(response: PulseResponse, figures: Characteristics, provenance: Mapping[str, str]) -> bytes:
    """The whole file, made in memory: HDF5 crashes where a disk is full."""
    import h5netcdf
    import h5py

    pulses, devices = response.weights.shape
    buffer = BytesIO()
    with h5py.File(buffer, "w") as h5, h5netcdf.File(h5, "w") as nc:
        nc.attrs.update({"Conventions": "CF-1.11", "schema": "pulse-crossbar response", "schema_version": 1,
                         "seed": response.seed, "up": response.up, "down": response.down, "cycles": response.cycles,
                         "history": f"{datetime.now(UTC):%Y-%m-%dT%H:%M:%SZ} written", **provenance})
        nc.dimensions = {"pulse": pulses, "device": devices, "w": POINTS}
        for name, dims, values, units, meaning in _variables(response, figures):
            made = nc.create_variable(name, dims, data=values)
            made.attrs["units"], made.attrs["long_name"] = units, meaning
    return buffer.getvalue()


def _variables(response: PulseResponse, figures: Characteristics) -> list[tuple[str, tuple[str, ...], Any, str, str]]:
    """Name, axes, values, units and meaning of each variable."""
    pulses, devices = response.weights.shape
    length = max(response.up + response.down, 1)
    went = np.concatenate([[0], np.where(response.ups, 1, -1)]).astype(np.int8)
    cycle = np.maximum(np.arange(pulses) - 1, 0) // length
    w = np.linspace(*bounds(nominal(response.device)), POINTS)
    up, down = mean_steps(response.device, w)
    curves = [
        ("pulse", ("pulse",), np.arange(pulses), "1", "pulses so far"),
        ("device", ("device",), np.arange(devices), "1", "drawn device"),
        ("w", ("w",), w, "1", "weight at which the mean steps are stated"),
        ("direction", ("pulse",), went, "1", "direction of the pulse before this value: 1 up, -1 down, 0 none"),
        ("cycle", ("pulse",), cycle, "1", "number of the staircase"),
        ("weight", ("pulse", "device"), response.weights, "1", "visible weight after so many pulses"),
        ("mean_step_up", ("w",), up, "1", "mean change by one pulse up of the nominal device"),
        ("mean_step_down", ("w",), down, "1", "mean change by one pulse down of the nominal device"),
    ]  # fmt: skip
    if response.conductances is not None:
        curves.append(("conductance", ("pulse", "device"), response.conductances, "S", "conductance likewise"))
    return curves + [(name, (), np.float64(getattr(figures, name)), "1", text) for name, text in MEANINGS.items()]
