"""Figures of a trajectory, and of a device's answer to pulses.

They are matplotlib `Figure` objects; pyplot and its state stay untouched.  matplotlib is the extra `plot`.
"""

import os
import re
import tomllib
from collections.abc import Callable, Iterable
from contextlib import nullcontext
from functools import partial
from pathlib import Path
from textwrap import fill
from typing import TYPE_CHECKING, Any

import numpy as np

from crossbar.errors import CrossbarError, FileError
from crossbar.trajectory import Run, open_run, place

if TYPE_CHECKING:
    from matplotlib.axes import Axes
    from matplotlib.figure import Figure

    from crossbar.response import PulseResponse

# Okabe & Ito 2008, "Color Universal Design": told apart with any colour vision.
BLUE, VERMILLION, GREEN, ORANGE, SKY, PINK = "#0072B2", "#D55E00", "#009E73", "#E69F00", "#56B4E9", "#CC79A7"
DARK, GREY = "#222222", "#8C8C8C"
ARRAY_COLOURS = {"c": BLUE, "a": VERMILLION}
CELL_COLOURS = (GREEN, PINK, ORANGE, SKY, DARK)

SUFFIXES = ("png", "svg", "pdf")
DPI = 150  # dots an inch of a PNG
LAYERS = 8  # drawn of a network; of a deeper one the first seven and the last
POINTS = 600  # of a line; a longer series becomes a band
BLOCK = 1 << 16  # samples read at a time
MARKED = 30  # up to so many epochs each has its marker
PREFIXES = (("S", 1.0), ("mS", 1e3), ("µS", 1e6), ("nS", 1e9), ("pS", 1e12))
ALGORITHMS = {"sgd": "SGD", "tiki_taka": "Tiki-Taka"}

Panel = Callable[["Axes"], None]


def plot_run(run: Run | str | os.PathLike[str]) -> "Figure":
    """Draws a trajectory: error, probed cells, and for each layer the pulses and the weights of every array.

    run: open, or the path of a file; finished, killed, or being written.  What it does not hold is left out.
    Error: 100 (1 - accuracy) in %.  Probes: weights after each sample; where samples outnumber points, a band from
    the smallest to the largest of each group.  Pulses per sample: those of one array and direction in an epoch, over
    its samples.  Weights: share of cells in each bin, first and last snapshot; with a second axis
    g = g_reference + g_per_weight w where the file has the two.
    Raises CrossbarError without matplotlib; FileError as `open_run`.
    """
    figure = _figure()
    with nullcontext(run) if isinstance(run, Run) else open_run(run) as opened:
        layers = _layers(opened)
        shown = layers if len(layers) <= LAYERS else [*layers[: LAYERS - 1], layers[-1]]
        rows = [row for row in [_top_row(opened), *(_layer_row(opened, layer) for layer in shown)] if row]
        _arrange(figure, rows or [[partial(_empty, text="nothing here that could be drawn")]])
        part = f"{len(shown)} of {len(layers)} layers drawn" if len(shown) < len(layers) else ""
        _title(figure, "\n".join(_run_title(opened, part)))
    return figure


def plot_response(response: "PulseResponse") -> "Figure":
    """Draws weight (conductance, where the device states it) against pulse number, and every step against weight.

    response: of `pulse_response`.  Steps: w after a pulse minus w before it, at the weight before it.
    Raises CrossbarError without matplotlib.
    """
    figure = _figure()
    _arrange(figure, [[partial(_staircase, response=response), partial(_steps, response=response)]])
    kind = _device(response.device.model_dump())
    _title(figure, f"Pulse response: {response.up} up, then {response.down} down\n{kind}")
    return figure


def save(run: Run | str | os.PathLike[str], out: str | os.PathLike[str], overwrite: bool = False) -> Path:
    """Draws `plot_run(run)` into the file `out`, in the format of its suffix (.png, .svg, .pdf); returns its path.

    A file appears whole or not at all, and replaces another only with `overwrite`.
    Raises FileError (unknown suffix, existing file, no folder, not writable), and as `plot_run`.
    """
    path = Path(out).absolute()
    kind = path.suffix.lower().removeprefix(".")
    if kind not in SUFFIXES:
        known = ", ".join(f".{suffix}" for suffix in SUFFIXES)
        raise FileError(f"{path}: the picture's suffix must be one of {known} (got {path.suffix!r}); change the name.")
    place.must_be_writable(path, overwrite)
    figure, temp = plot_run(run), place.temporary(path)
    try:
        figure.savefig(temp, format=kind, dpi=DPI)
        place.move(temp, path, overwrite)
    except OSError as error:
        raise FileError(
            f"{path}: the picture must be writable (got {error.strerror or error}); "
            "make room, check permissions, or choose another folder."
        ) from None
    finally:
        temp.unlink(missing_ok=True)
    return path


# A figure and its panels


def _figure() -> "Figure":
    try:
        from matplotlib.figure import Figure
        from matplotlib.layout_engine import ConstrainedLayoutEngine
    except ImportError:
        raise CrossbarError(
            'plots: needs matplotlib, which is not installed; pip install "pulse-crossbar[plot]"'
        ) from None
    return Figure(layout=ConstrainedLayoutEngine(w_pad=0.08, h_pad=0.08), facecolor="white")


def _arrange(figure: "Figure", rows: list[list[Panel]]) -> None:
    """One panel a cell of a grid; the first of a short row takes the room that is left over."""
    columns = max(map(len, rows))
    figure.set_size_inches(max(3.5 * columns, 7.0), 2.6 * len(rows) + 0.7)
    grid = figure.add_gridspec(len(rows), columns)
    for r, row in enumerate(rows):
        spare = columns - len(row)
        for n, panel in enumerate(row):
            panel(figure.add_subplot(grid[r, n + spare if n else slice(0, spare + 1)]))
    for n, ax in enumerate(figure.axes):
        _dress(ax, "abcdefghijklmnopqrstuvwxyz"[n] if n < 26 else str(n + 1))


def _dress(ax: "Axes", letter: str) -> None:
    ax.set_title(f"{letter}  {ax.get_title()}", loc="left", fontsize=9, fontweight="bold")
    ax.set_title("")
    ax.spines[["top", "right"]].set_visible(False)
    ax.tick_params(labelsize=8, length=3)
    ax.xaxis.label.set_fontsize(8.5)
    ax.yaxis.label.set_fontsize(8.5)


def _title(figure: "Figure", text: str) -> None:
    """The first line names the picture, the others explain it; a $ in a name is no formula."""
    width = int(12.5 * figure.get_figwidth())  # characters of 9.5 points
    text = "\n".join(fill(line, width, break_long_words=False) for line in text.split("\n"))
    figure.suptitle(text, x=0.012, ha="left", fontsize=9.5, linespacing=1.35, parse_math=False)


def _empty(ax: "Axes", text: str) -> None:
    ax.text(0.5, 0.5, text, transform=ax.transAxes, ha="center", va="center", color=GREY, fontsize=8.5)
    ax.set(xticks=[], yticks=[])


def _legend(ax: "Axes", **options: Any) -> None:
    ax.legend(fontsize=7.5, frameon=False, handlelength=1.8, **options)


def _marker(points: int, shape: str) -> dict[str, Any]:
    return {"marker": shape if points <= MARKED else "", "markersize": 3.5, "linewidth": 1.3}


def _epoch_axis(ax: "Axes") -> None:
    from matplotlib.ticker import MaxNLocator

    ax.set_xlabel("epoch")
    ax.xaxis.set_major_locator(MaxNLocator(integer=True, nbins=8))


def _value_axis(ax: "Axes") -> None:
    """Logarithmic, labelled with plain numbers, where the lines span more than a factor of 5 above 0; else from 0."""
    from matplotlib.ticker import FuncFormatter, LogLocator, NullLocator

    values = np.concatenate([np.asarray(line.get_ydata(), float) for line in ax.lines])
    values = values[np.isfinite(values)]
    if values.size and values.min() > 0 and values.max() > 5 * values.min():
        ax.set_yscale("log")
        ax.yaxis.set_major_locator(LogLocator(subs=(1.0, 2.0, 5.0)))
        ax.yaxis.set_minor_locator(NullLocator())
        ax.yaxis.set_major_formatter(FuncFormatter(lambda value, _: f"{value:g}"))
    else:
        ax.set_ylim(0, 1.25 * values.max() if values.any() else 1)


# What a run is


def _run_title(run: Run, part: str) -> Iterable[str]:
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
    texts = {name.upper(): _device(value) for name, value in sorted(algorithm.items(), reverse=True)
             if len(name) == 1 and isinstance(value, dict)}  # fmt: skip
    for text in dict.fromkeys(texts.values()):
        yield f"devices of {' and '.join(name for name in texts if texts[name] == text)}: {text}"


def _device(table: dict[str, Any]) -> str:
    """The kind of a device and its numbers that are not 0; no line may end between a name and its number."""
    kind = str(table.get("kind", "")).replace("_", " ")
    pairs = [pair for key, value in table.items()
             for pair in (value.items() if isinstance(value, dict) else [(key, value)])]  # fmt: skip
    numbers = [_number(key, value) for key, value in pairs if isinstance(value, float | int) and value]
    return ", ".join([f"{kind} {table.get('law', '')}".strip(), *numbers])


def _number(name: str, value: float) -> str:
    unit = ""
    if name in ("g_min", "g_max"):
        unit, factor = _prefix(value)
        value *= factor
    return f"{name} {value:g} {unit}".strip().replace(" ", "\N{NO-BREAK SPACE}").replace("-", "−")


def _layers(run: Run) -> list[str]:
    names = {name.split("/")[0] for name in run if re.match(r"layer\d+/(weights|pulses)_\w+$", name)}
    return sorted(names, key=lambda name: int(name[5:]))


def _arrays(run: Run, group: str, what: str) -> list[str]:
    """The names of the arrays of which `group` has a variable, C first."""
    names = [name.removeprefix(f"{group}/{what}_") for name in run if name.startswith(f"{group}/{what}_")]
    return sorted(names, key=lambda name: (name != "c", name))


def _axis(run: Run, cadence: str) -> np.ndarray:
    """The coordinate of a record axis; it lies in the group of its variables."""
    return run[next(v.path for v in run.variables.values() if v.name == cadence)]


# Which panels


def _top_row(run: Run) -> list[Panel]:
    curves = "test_accuracy", "train_accuracy", "judged_accuracy"
    found: list[Panel] = [partial(_error, run=run)] if any(name in run for name in curves) else []
    arrays = _arrays(run, "probes", "weight")
    return found + [partial(_probes, run=run, array=array, key=array == arrays[0]) for array in arrays]


def _layer_row(run: Run, layer: str) -> list[Panel]:
    found: list[Panel] = []
    if "pulses_per_sample" in run and _arrays(run, layer, "pulses"):
        found.append(partial(_pulses, run=run, layer=layer))
    return found + [partial(_weights, run=run, layer=layer, array=a) for a in _arrays(run, layer, "weights")]


# The panels


def _error(ax: "Axes", run: Run) -> None:
    ax.set_title("Classification error")
    lines = (("train_accuracy", "training, while learning", GREY, "s"),
             ("judged_accuracy", "training, after the epoch", ORANGE, "D"),
             ("test_accuracy", "test", DARK, "o"))  # fmt: skip
    for name, label, colour, shape in lines:
        error = 100 * (1 - run[name]) if name in run else np.empty(0)
        if np.isfinite(error).any():
            ax.plot(run["epoch"], error, color=colour, label=label, **_marker(len(error), shape))
    if not ax.lines:
        return _empty(ax, "no epoch recorded yet")
    _final(ax)
    _epoch_axis(ax)
    ax.set_ylabel("error (%)")
    _value_axis(ax)
    _legend(ax)


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
        return _empty(ax, "no epoch of training yet")
    per_sample = _per_sample(run)[trained]
    for array in _arrays(run, layer, "pulses"):
        counts, colour = run[f"{layer}/pulses_{array}"][trained], ARRAY_COLOURS.get(array, GREEN)
        for n, (word, dash, shape) in enumerate((("up", "-", "^"), ("down", "--", "v"))):
            ax.plot(run["epoch"][trained], counts[:, n] * per_sample, color=colour, linestyle=dash,
                    label=f"{array.upper()} {word}", **_marker(len(counts), shape))  # fmt: skip
    _epoch_axis(ax)
    ax.set_ylabel("pulses per sample")
    _value_axis(ax)
    _legend(ax, ncols=2)


def _per_sample(run: Run) -> np.ndarray:
    """One over the samples of each epoch: pulses per sample over pulses on all arrays; 0 where there was none."""
    names = [f"{layer}/pulses_{array}" for layer in _layers(run) for array in _arrays(run, layer, "pulses")]
    total = np.sum([run[name].sum(axis=1) for name in names], axis=0)
    return run["pulses_per_sample"] / np.maximum(total, 1)


def _weights(ax: "Axes", run: Run, layer: str, array: str) -> None:
    ax.set_title(f"Layer {layer[5:]}: weights on {array.upper()}")
    name, epochs = f"{layer}/weights_{array}", _axis(run, "snapshot")
    if not len(epochs):
        return _empty(ax, "no snapshot recorded yet")
    first, last = (w[np.isfinite(w)] for w in (run.read(name, 0, 1), run.read(name, -1)))
    edges = np.histogram_bin_edges(np.concatenate([first, last]), int(np.clip(np.sqrt(last.size), 10, 60)))
    if len(epochs) > 1:
        _histogram(ax, first, edges, color=GREY, linewidth=1.2, label=f"epoch {epochs[0]}")
    _histogram(ax, last, edges, color=ARRAY_COLOURS.get(array, GREEN), alpha=0.75, fill=True, zorder=0.5,
               label=f"epoch {epochs[-1]}")  # fmt: skip
    ax.set(xlabel="weight", ylabel="cells per bin (%)")
    ax.set_ylim(0, 1.25 * (ax.dataLim.y1 if ax.patches else 80))  # room for the legend
    _legend(ax)
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
    unit, factor = _prefix(max(abs(g + per * w) for w in ax.get_xlim()))

    def conductance(w: Any) -> Any:
        return factor * (g + per * w)

    def weight(conductance: Any) -> Any:
        return (conductance / factor - g) / per

    axis = ax.secondary_xaxis("top", functions=(conductance, weight))
    axis.set_xlabel(f"conductance ({unit})", fontsize=8.5)
    axis.tick_params(labelsize=8, length=3)


def _prefix(siemens: float) -> tuple[str, float]:
    """The unit in which a conductance is at least 1, and how many of it make one siemens."""
    return next((p for p in PREFIXES if siemens * p[1] >= 1), PREFIXES[-1])


def _probes(ax: "Axes", run: Run, array: str, key: bool) -> None:
    """`key`: with the legend, which one panel of several needs."""
    ax.set_title(f"Probed cells: weights on {array.upper()}")
    name, cells = f"probes/weight_{array}", _cells(run)
    at, low, high, every = _bands(run, name)
    if not len(at):
        return _empty(ax, "no sample recorded yet")
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
        _legend(ax, title=title, title_fontsize=7.5, ncols=3, loc="upper left", alignment="left", columnspacing=1.2)


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
    middle = _axis(run, "sample")[::every] + (every - 1) / 2
    return middle, np.concatenate(low), np.concatenate(high), every


def _staircase(ax: "Axes", response: "PulseResponse") -> None:
    ax.set_title("Staircase")
    values, label, factor = response.weights, "weight", 1.0
    if response.conductances is not None:
        values = response.conductances
        unit, factor = _prefix(float(np.max(values)))
        label = f"conductance ({unit})"
    for n, column in enumerate(factor * values.T):
        ax.plot(column, color=CELL_COLOURS[n % len(CELL_COLOURS)], linewidth=1.2, label=f"device {n}")
    if 0 < response.up < response.up + response.down:
        ax.axvline(response.up, color=GREY, linewidth=0.8, linestyle=":")
    ax.set(xlabel="pulse number", ylabel=label)
    if len(ax.lines) <= len(CELL_COLOURS) + 1:
        _legend(ax)


def _steps(ax: "Axes", response: "PulseResponse") -> None:
    ax.set_title("Step of every pulse")
    before, after = response.weights[:-1], response.weights[1:]
    ax.axhline(0, color=GREY, linewidth=0.8)
    for n in range(before.shape[1]):
        ax.plot(before[:, n], (after - before)[:, n], ".", color=CELL_COLOURS[n % len(CELL_COLOURS)], markersize=2.2,
                alpha=0.5, markeredgewidth=0, rasterized=True)  # fmt: skip
    ax.set(xlabel="weight before the pulse", ylabel="step of weight")
