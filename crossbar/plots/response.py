"""The figure of a device's answer to pulses."""

from functools import partial, reduce
from typing import TYPE_CHECKING, Any

import numpy as np

from crossbar.plots.about import device_text
from crossbar.plots.canvas import CELL_COLOURS, DARK, GREY, arrange, blank_figure, entitle, legend, prefix

if TYPE_CHECKING:
    from matplotlib.axes import Axes
    from matplotlib.figure import Figure

    from crossbar.devices import AnyDevice
    from crossbar.figures_of_merit import Characteristics
    from crossbar.response import PulseResponse

POINTS = 201  # of a line of mean steps
FEW = 1000  # up to so many steps each is a larger dot
SHOWN = 4  # times the largest mean step: noisier steps would leave the means a line at 0
DOTS = 20_000  # steps drawn; of more, every second or third ... pulse


def plot_response(response: "PulseResponse", figures: "Characteristics | None" = None) -> "Figure":
    """Draws weight (conductance, where the device states it) against pulse number, and every step against weight.

    response: of `pulse_response`.  Steps: w after a pulse minus w before it, at the weight before it; under write
    noise both as they are seen.  figures: of `characteristics`; they go into the title, the mean steps and the
    symmetry point of the device without spreads into the second panel.  Raises CrossbarError without matplotlib.
    """
    figure = blank_figure()
    steps = partial(_steps, response=response, figures=figures)
    arrange(figure, [[partial(_staircase, response=response), steps]])
    head = f"{response.up} up, then {response.down} down"
    head += f", {response.cycles} times" if response.cycles > 1 else ""
    lines = [f"Pulse response: {head}", device_text(_acting(response.device))]
    entitle(figure, "\n".join([*lines, *([figures_text(figures)] if figures else [])]))
    return figure


def figures_text(figures: "Characteristics") -> str:
    """The figures that a device is known by, in one line; what there is not is left out."""
    parts = [f"{states_text(figures.n_states)} states"]
    if np.isfinite(figures.symmetry_point):
        parts.append(f"symmetry point {_number(figures.symmetry_point, 3)}")
    labels = figures.nonlinearity_up, figures.nonlinearity_down
    if np.isfinite(labels).any():
        parts.append("nonlinearity " + "/".join(_number(value, 2) for value in labels if np.isfinite(value)))
    if np.isfinite(figures.on_off):
        parts.append(f"on/off {figures.on_off:.3g}")
    return "  ·  ".join(parts)


def states_text(states: float) -> str:
    return f"{states:.0f}" if states >= 100 else f"{states:.3g}"


def _number(value: float, digits: int) -> str:
    return f"{round(value, digits) + 0.0:.{digits}f}".replace("-", "−")  # no minus before a 0


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
    devices = len(ax.lines)
    for turn in np.flatnonzero(np.diff(response.ups)) + 1:
        ax.axvline(int(turn), color=GREY, linewidth=0.8, linestyle=":")
    ax.set(xlabel="pulse number", ylabel=label)
    if devices <= len(CELL_COLOURS) and response.cycles == 1:
        legend(ax)


def _steps(ax: "Axes", response: "PulseResponse", figures: "Characteristics | None") -> None:
    ax.set_title("Step of every pulse")
    every = max(1, response.weights.size // DOTS)
    before, step = response.weights[:-1][::every], np.diff(response.weights, axis=0)[::every]
    ax.axhline(0, color=GREY, linewidth=0.8)
    size = 2.2 if step.size > FEW else 4.5
    for n in range(before.shape[1]):
        ax.plot(before[:, n], step[:, n], ".", color=CELL_COLOURS[n % len(CELL_COLOURS)], markersize=size,
                alpha=0.5, markeredgewidth=0, rasterized=True)  # fmt: skip
    ax.set(xlabel="weight before the pulse", ylabel="step of weight")
    if figures is not None:
        _means(ax, response.device, figures)


def _means(ax: "Axes", device: Any, figures: "Characteristics") -> None:
    """The mean steps of the device without spreads, and where they are equally large."""
    from crossbar.figures_of_merit import bounds, mean_steps

    w = np.linspace(*bounds(device), POINTS)
    up, down = mean_steps(device, w)
    ax.plot(w[:-1], up[:-1], color=DARK, linewidth=1.2, label="mean, no spreads")  # at the bound itself it is cut
    ax.plot(w[1:], down[1:], color=DARK, linewidth=1.2)
    if np.isfinite(figures.symmetry_point):
        ax.axvline(figures.symmetry_point, color=DARK, linewidth=0.9, linestyle="--", label="symmetry point")
    most = SHOWN * float(np.nanmax(np.abs([up, down])))
    if max(map(abs, ax.get_ylim())) > most > 0:
        ax.set_ylim(-most, most)
        ax.set_title(f"Steps, to {SHOWN} times the mean")
    legend(ax)
