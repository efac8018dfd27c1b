"""The figure of a device's answer to pulses."""

from functools import partial, reduce
from typing import TYPE_CHECKING, Any

import numpy as np

from crossbar.plots.about import device_text
from crossbar.plots.canvas import CELL_COLOURS, GREY, arrange, blank_figure, entitle, legend, prefix

if TYPE_CHECKING:
    from matplotlib.axes import Axes
    from matplotlib.figure import Figure

    from crossbar.devices import AnyDevice
    from crossbar.response import PulseResponse


def plot_response(response: "PulseResponse") -> "Figure":
    """Draws weight (conductance, where the device states it) against pulse number, and every step against weight.

    response: of `pulse_response`.  Steps: w after a pulse minus w before it, at the weight before it.
    Raises CrossbarError without matplotlib.
    """
    figure = blank_figure()
    arrange(figure, [[partial(_staircase, response=response), partial(_steps, response=response)]])
    kind = device_text(_acting(response.device))
    entitle(figure, f"Pulse response: {response.up} up, then {response.down} down\n{kind}")
    return figure


def _acting(device: "AnyDevice") -> dict[str, Any]:
    """The fields of a device but those that cannot act."""
    table = device.model_dump()
    for name in device.inactive():
        *path, last = name.split(".")
        reduce(dict.__getitem__, path, table).pop(last)
    return table


def _staircase(ax: "Axes", response: "PulseResponse") -> None:
    ax.set_title("Staircase")
    values, label, factor = response.weights, "weight", 1.0
    if response.conductances is not None:
        values = response.conductances
        unit, factor = prefix(float(np.max(values)))
        label = f"conductance ({unit})"
    for n, column in enumerate(factor * values.T):
        ax.plot(column, color=CELL_COLOURS[n % len(CELL_COLOURS)], linewidth=1.2, label=f"device {n}")
    if 0 < response.up < response.up + response.down:
        ax.axvline(response.up, color=GREY, linewidth=0.8, linestyle=":")
    ax.set(xlabel="pulse number", ylabel=label)
    if len(ax.lines) <= len(CELL_COLOURS) + 1:
        legend(ax)


def _steps(ax: "Axes", response: "PulseResponse") -> None:
    ax.set_title("Step of every pulse")
    before, after = response.weights[:-1], response.weights[1:]
    ax.axhline(0, color=GREY, linewidth=0.8)
    for n in range(before.shape[1]):
        ax.plot(before[:, n], (after - before)[:, n], ".", color=CELL_COLOURS[n % len(CELL_COLOURS)], markersize=2.2,
                alpha=0.5, markeredgewidth=0, rasterized=True)  # fmt: skip
    ax.set(xlabel="weight before the pulse", ylabel="step of weight")
