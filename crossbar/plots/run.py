"""The figure of a trajectory: error, probed cells, and for each layer pulses and weights."""

import os
from contextlib import nullcontext
from functools import partial
from typing import TYPE_CHECKING, Any

import numpy as np

from crossbar.plots.about import arrays_of, axis_of, layers_of, run_title
from crossbar.plots.canvas import (
    ARRAY_COLOURS,
    CELL_COLOURS,
    DARK,
    GREEN,
    GREY,
    ORANGE,
    Panel,
    arrange,
    blank_figure,
    empty_panel,
    entitle,
    epoch_axis,
    legend,
    marker,
    prefix,
    value_axis,
)
from crossbar.trajectory import Run, open_run

if TYPE_CHECKING:
    from matplotlib.axes import Axes
    from matplotlib.figure import Figure

LAYERS = 8  # drawn of a network; of a deeper one the first seven and the last
POINTS = 600  # of a line; a longer series becomes a band
BLOCK = 1 << 16  # samples read at a time


def plot_run(run: Run | str | os.PathLike[str]) -> "Figure":
    """Draws a trajectory: error, probed cells, and for each layer the pulses and the weights of every array.

    run: open, or the path of a file; finished, killed, or being written.  What it does not hold is left out.
    Error: 100 (1 - accuracy) in %.  Probes: weights after each sample; where samples outnumber points, a band from
    the smallest to the largest of each group.  Pulses per sample: those of one array and direction in an epoch, over
    its samples.  Weights: share of cells in each bin, first and last snapshot; with a second axis
    g = g_reference + g_per_weight (w + r) where the file has these, r the mean shift of the references.
    Raises CrossbarError without matplotlib; FileError as `open_run`.
    """
    figure = blank_figure()
    with nullcontext(run) if isinstance(run, Run) else open_run(run) as opened:
        layers = layers_of(opened)
        shown = layers if len(layers) <= LAYERS else [*layers[: LAYERS - 1], layers[-1]]
        rows = [row for row in [_top_row(opened), *(_layer_row(opened, layer) for layer in shown)] if row]
        arrange(figure, rows or [[partial(empty_panel, text="nothing here that could be drawn")]])
        part = f"{len(shown)} of {len(layers)} layers drawn" if len(shown) < len(layers) else ""
        entitle(figure, "\n".join(run_title(opened, part)))
    return figure


def _top_row(run: Run) -> list[Panel]:
    curves = "test_accuracy", "train_accuracy", "judged_accuracy"
    found: list[Panel] = [partial(_error, run=run)] if any(name in run for name in curves) else []
    arrays = arrays_of(run, "probes", "weight")
    return found + [partial(_probes, run=run, array=array, key=array == arrays[0]) for array in arrays]


def _layer_row(run: Run, layer: str) -> list[Panel]:
    found: list[Panel] = []
    if "pulses_per_sample" in run and arrays_of(run, layer, "pulses"):
        found.append(partial(_pulses, run=run, layer=layer))
    return found + [partial(_weights, run=run, layer=layer, array=a) for a in arrays_of(run, layer, "weights")]


def _error(ax: "Axes", run: Run) -> None:
    ax.set_title("Classification error")
    lines = (("train_accuracy", "training, while learning", GREY, "s"),
             ("judged_accuracy", "training, after the epoch", ORANGE, "D"),
             ("test_accuracy", "test", DARK, "o"))  # fmt: skip
    for name, label, colour, shape in lines:
        error = 100 * (1 - run[name]) if name in run else np.empty(0)
        if np.isfinite(error).any():
            ax.plot(run["epoch"], error, color=colour, label=label, **marker(len(error), shape))
    if not ax.lines:
        return empty_panel(ax, "no epoch recorded yet")
    _final(ax)
    epoch_axis(ax)
    ax.set_ylabel("error (%)")
    value_axis(ax)
    legend(ax)


def _final(ax: "Axes") -> None:
    """The last value of the last line, in numbers."""
    x, y = (np.asarray(values, float) for values in (ax.lines[-1].get_xdata(), ax.lines[-1].get_ydata()))
    x, y = x[np.isfinite(y)], y[np.isfinite(y)]
    ax.annotate(f"{y[-1]:.2f} %", (x[-1], y[-1]), (6, 0), textcoords="offset points", va="center", fontsize=8.5,
                fontweight="bold", color=ax.lines[-1].get_color(), annotation_clip=False)  # fmt: skip


def _pulses(ax: "Axes", run: Run, layer: str) -> None:
    ax.set_title(f"Layer {layer[5:]}: pulses")
    trained = run["epoch"] > 0  # row 0 is the state before the training
    if not trained.any():
        return empty_panel(ax, "no epoch of training yet")
    per_sample = _per_sample(run)[trained]
    for array in arrays_of(run, layer, "pulses"):
        counts, colour = run[f"{layer}/pulses_{array}"][trained], ARRAY_COLOURS.get(array, GREEN)
        for n, (word, dash, shape) in enumerate((("up", "-", "^"), ("down", "--", "v"))):
            ax.plot(run["epoch"][trained], counts[:, n] * per_sample, color=colour, linestyle=dash,
                    label=f"{array.upper()} {word}", **marker(len(counts), shape))  # fmt: skip
    epoch_axis(ax)
    ax.set_ylabel("pulses per sample")
    value_axis(ax)
    legend(ax, ncols=2)


def _per_sample(run: Run) -> np.ndarray:
    """One over the samples of each epoch: pulses per sample over pulses on all arrays; 0 where there was none."""
    names = [f"{layer}/pulses_{array}" for layer in layers_of(run) for array in arrays_of(run, layer, "pulses")]
    total = np.sum([run[name].sum(axis=1) for name in names], axis=0)
    return run["pulses_per_sample"] / np.maximum(total, 1)


def _weights(ax: "Axes", run: Run, layer: str, array: str) -> None:
    ax.set_title(f"Layer {layer[5:]}: weights on {array.upper()}")
    name, epochs = f"{layer}/weights_{array}", axis_of(run, "snapshot")
    if not len(epochs):
        return empty_panel(ax, "no snapshot recorded yet")
    first, last = (w[np.isfinite(w)] for w in (run.read(name, 0, 1), run.read(name, -1)))
    edges = np.histogram_bin_edges(np.concatenate([first, last]), int(np.clip(np.sqrt(last.size), 10, 60)))
    if len(epochs) > 1:
        _histogram(ax, first, edges, color=GREY, linewidth=1.2, label=f"epoch {epochs[0]}")
    _histogram(ax, last, edges, color=ARRAY_COLOURS.get(array, GREEN), alpha=0.75, fill=True, zorder=0.5,
               label=f"epoch {epochs[-1]}")  # fmt: skip
    ax.set(xlabel="weight", ylabel="cells per bin (%)")
    ax.set_ylim(0, 1.25 * (ax.dataLim.y1 if ax.patches else 80))  # room for the legend
    legend(ax)
    _siemens(ax, run, f"{layer}/device_{array}")


def _histogram(ax: "Axes", w: np.ndarray, edges: np.ndarray, **style: Any) -> None:
    """In % of all cells; equal weights, as at the start of A, are one line at their place."""
    if w.size and w.min() == w.max():
        style = {key: value for key, value in style.items() if key != "fill"}
        ax.axvline(w[0], linestyle="--", **style | {"label": f"{style['label']}: all at {w[0]:g}", "alpha": 1})
    else:
        ax.stairs(100 * np.histogram(w, edges)[0] / max(w.size, 1), edges, **style)


def _siemens(ax: "Axes", run: Run, device: str) -> None:
    """A second axis in siemens, where the file knows it."""
    if f"{device}/g_reference" not in run or f"{device}/g_per_weight" not in run:
        return
    g, per = float(run[f"{device}/g_reference"]), float(run[f"{device}/g_per_weight"])
    shift = np.asarray(run[f"{device}/reference"]) if f"{device}/reference" in run else np.zeros(())
    g += per * float(shift.mean())
    unit, factor = prefix(max(abs(g + per * w) for w in ax.get_xlim()))

    def conductance(w: Any) -> Any:
        return factor * (g + per * w)

    def weight(conductance: Any) -> Any:
        return (conductance / factor - g) / per

    axis = ax.secondary_xaxis("top", functions=(conductance, weight))
    where = ", mean reference" if shift.ndim else ""
    axis.set_xlabel(f"conductance{where} ({unit})", fontsize=8.5)
    axis.tick_params(labelsize=8, length=3)





def _probes(ax: "Axes", run: Run, array: str, key: bool) -> None:
    """`key`: with the legend, which one panel of several needs."""
    ax.set_title(f"Probed cells: weights on {array.upper()}")
    name, cells = f"probes/weight_{array}", _cells(run)
    at, low, high, every = _bands(run, name)
    if not len(at):
        return empty_panel(ax, "no sample recorded yet")
    for n, colour in zip(range(low.shape[1]), CELL_COLOURS, strict=False):
        label = cells[n] if cells else f"probe {n}"
        if every == 1:
            ax.plot(at, low[:, n], color=colour, linewidth=0.9, label=label)
        else:
            ax.fill_between(at, low[:, n], high[:, n], color=colour, linewidth=0.7, label=label)
    band = f" (band: min to max of {every})" if every > 1 else ""
    ax.set(xlabel=f"training sample{band}", ylabel="weight")
    ax.set_xlim(0, None)
    if key:
        low_end, high_end = ax.get_ylim()
        ax.set_ylim(low_end, high_end + 0.4 * (high_end - low_end))  # room for the legend
        more = low.shape[1] - len(CELL_COLOURS)
        title = "layer (row, col)" + (f"; {more} more not drawn" if more > 0 else "")
        legend(ax, title=title, title_fontsize=7.5, ncols=3, loc="upper left", alignment="left", columnspacing=1.2)


def _cells(run: Run) -> list[str]:
    """The place of every probed cell."""
    names = "probes/layer", "probes/row", "probes/col"
    if not all(name in run for name in names):
        return []
    return [f"{n} ({i}, {j})" for n, i, j in zip(*(run[name] for name in names), strict=True)]


def _bands(run: Run, name: str) -> tuple[np.ndarray, np.ndarray, np.ndarray, int]:
    """Middle, smallest and largest value of groups of a series; how many samples a group has.

    Read in blocks: a series of many epochs may be larger than the memory.
    """
    every = max(1, -(-run.length(name) // POINTS))
    rows, (cells,) = every * max(1, BLOCK // every), run.variables[name].shape
    low, high = [np.empty((0, cells))], [np.empty((0, cells))]
    for at in range(0, run.length(name), rows):
        part = run.read(name, at, at + rows)
        starts = np.arange(0, len(part), every)
        low.append(np.minimum.reduceat(part, starts))
        high.append(np.maximum.reduceat(part, starts))
    middle = axis_of(run, "sample")[::every] + (every - 1) / 2
    return middle, np.concatenate(low), np.concatenate(high), every
