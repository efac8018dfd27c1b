"""The figure of a ledger: where the devices of every array wear, and how many wear how much."""

from functools import partial
from typing import TYPE_CHECKING

import numpy as np

from crossbar.errors import SpecError
from crossbar.plots.canvas import (
    ARRAY_COLOURS,
    DARK,
    GREEN,
    GREY,
    Panel,
    arrange,
    blank_figure,
    empty_panel,
    entitle,
    legend,
)

if TYPE_CHECKING:
    from matplotlib.axes import Axes
    from matplotlib.figure import Figure

    from crossbar.analysis.counts import ArrayCount
    from crossbar.analysis.ledger import Ledger

LAYERS = 6  # drawn of a network
BINS = 40  # of a histogram, equal on its axis
WIDE = 20  # most over least pulses from which an axis is logarithmic


def plot_ledger(ledger: "Ledger") -> "Figure":
    """Draws, for each layer and array, a map of the pulses of every cell (both directions, its most pulsed device) and
    their histogram over all devices.

    ledger: of `xb.ledger`, of a run whose devices were counted.  Cells without a pulse are left grey.
    Raises CrossbarError without matplotlib; SpecError where single devices were not counted.
    """
    worn = ledger.endurance
    if worn is None:
        raise SpecError(f"plot_ledger: needs the pulses of every device (got none in {ledger.path.name}); "
                        f"train with --set record.pulse_counts=true.")  # fmt: skip
    figure = blank_figure()
    layers = sorted({array.layer for array in ledger.arrays})
    arrange(figure, [_row([a for a in ledger.arrays if a.layer == layer], worn.limit) for layer in layers[:LAYERS]])
    more = f"; {LAYERS} of {len(layers)} layers drawn" if len(layers) > LAYERS else ""
    worst = worn.worst[0] if worn.worst else None
    most = f", at most {worst.pulses} (layer {worst.layer}, {worst.array.upper()})" if worst else ""
    entitle(figure, f"{ledger.path.name}  ·  pulses a device after {worn.epochs} epochs: mean {worn.mean:.4g}"
                    f"{most}{more}")  # fmt: skip
    return figure


def _row(arrays: list["ArrayCount"], limit: float | None) -> list[Panel]:
    return [panel for array in arrays for panel in (partial(_map, array=array),
                                                    partial(_histogram, array=array, limit=limit))]  # fmt: skip


def _map(ax: "Axes", array: "ArrayCount") -> None:
    from matplotlib.colors import LogNorm, Normalize

    ax.set_title(f"Layer {array.layer}: pulses on {array.array.upper()}")
    pulses = _pulses(array).max(axis=0)
    if not pulses.any():
        return empty_panel(ax, "no pulse yet")
    ax.set_facecolor("#DDDDDD")
    low, high, wide = _range(pulses)
    norm = LogNorm(low, high) if wide else Normalize(low, high)
    image = ax.imshow(np.ma.masked_equal(pulses, 0), norm=norm, cmap="viridis", aspect="auto", interpolation="nearest")
    ax.set(xlabel="column (output)", ylabel="row (input)")
    bar = ax.figure.colorbar(image, cax=ax.inset_axes((1.03, 0.0, 0.05, 1.0)))
    bar.ax.tick_params(labelsize=8, length=3)


def _histogram(ax: "Axes", array: "ArrayCount", limit: float | None) -> None:
    ax.set_title(f"Layer {array.layer}: wear of {array.array.upper()}")
    pulses = _pulses(array).ravel()
    if not pulses.any():
        return empty_panel(ax, "no pulse yet")
    low, high, wide = _range(pulses)
    wide = wide or (limit is not None and not low / WIDE < limit < low * WIDE)  # its line is on the axis too
    edges = np.geomspace(0.9 * low, 1.1 * high, BINS + 1) if wide else np.linspace(low, high + 1, BINS + 1)
    never = 100 * float((pulses == 0).mean())
    label, middle = (f"{never:.3g} % without a pulse", "median of the others") if never else (None, "median")
    ax.stairs(100 * np.histogram(pulses, edges)[0] / pulses.size, edges, fill=True, alpha=0.75,
              color=ARRAY_COLOURS.get(array.array, GREEN), label=label)  # fmt: skip
    ax.axvline(float(np.median(pulses[pulses > 0])), color=GREY, linestyle=":", linewidth=1, label=middle)
    if limit is not None:
        ax.axvline(limit, color=DARK, linestyle="--", linewidth=1.2, label="endurance")
    ax.set(xscale="log" if wide else "linear", xlabel="pulses on a device", ylabel="devices per bin (%)")
    if not wide:
        ax.locator_params(axis="x", nbins=5)
    ax.set_ylim(0, 1.35 * ax.dataLim.y1)  # room for the legend
    legend(ax, loc="upper left")


def _range(pulses: np.ndarray) -> tuple[int, int, bool]:
    """Least (of those that are not 0) and most, and whether a logarithmic axis is needed between them."""
    low, high = int(pulses[pulses > 0].min()), int(pulses.max())
    return low, high, high > WIDE * low


def _pulses(array: "ArrayCount") -> np.ndarray:
    """Both directions, (devices, rows, columns)."""
    assert array.counts is not None
    return array.counts.sum(axis=0)
