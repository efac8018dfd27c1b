"""A pulse response in a file of its own: HDF5 that xarray and netCDF4 open, whole or not at all."""

import os
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import numpy as np

from crossbar.figures_of_merit import Characteristics, bounds, mean_steps, nominal
from crossbar.plain_file import Named, check_out, write
from crossbar.response import PulseResponse

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


def save_response(response: PulseResponse, figures: Characteristics, out: str | os.PathLike[str],
                  provenance: Mapping[str, str] | None = None) -> Path:  # fmt: skip
    """Writes the curves, the mean steps over the range and the figures; returns the path.

    Every variable has `units` and `long_name`.  provenance: further attributes.
    Raises FileError (see `crossbar.plain_file`).
    """
    pulses, devices = response.weights.shape
    about = {"seed": response.seed, "up": response.up, "down": response.down, "cycles": response.cycles}
    dims = {"pulse": pulses, "device": devices, "w": POINTS}
    named = [Named(*each) for each in _variables(response, figures)]
    return write(check_out(out), "pulse-crossbar response", dims, named, about | dict(provenance or {}))


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
