"""What a training run writes into its trajectory: the variables, and the rows of each epoch.

Root: a row an epoch (0 is the state before the training).  `layerN`: what happened on each array and in each read.
`layerN/device_c`: parameters of the devices.  `probes`: cells followed at every sample.
"""

from typing import Any

import numpy as np

from crossbar.epoch_figures import EPOCH, TRANSFER_RATE
from crossbar.events import BLOCK, COLUMNS, Columns, types
from crossbar.layers import DIGITAL
from crossbar.network import MLP
from crossbar.trainer import READS, Epoch
from crossbar.trajectory import Variable

ARRAYS = {"c": "C, which holds the weights", "a": "A, the auxiliary array"}  # others: by their names
FIGURES = {name: (axes, about) for name, axes, about in DIGITAL.values()}


def variables(network: MLP, samples: int) -> list[Variable]:
    """All variables of the trajectory of a network trained on `samples` samples an epoch."""
    found = [Variable(name, (), (), "f8", *about) for name, about in EPOCH.items()]
    if len(network.tiles[0].algorithm.rates) > 1:
        found.append(Variable("transfer_rate", (), (), "f8", *TRANSFER_RATE))
    for n, tile in enumerate(network.tiles):
        found += _layer(f"layer{n}", tile)
    return found + _probes(network, samples) + _pulse_log(network)


def _pulse_log(network: MLP) -> list[Variable]:
    if not any(hasattr(array.diary, "used") and array.diary.after.size
               for tile in network.tiles for array in tile.arrays.values()):  # fmt: skip
        return []
    kinds = types(network.tiles[0].dtype)
    return [Variable(f"pulse_log/{name}", (), (), kinds[name].str[1:], "1", about, "pulse", BLOCK)
            for name, (_, about) in COLUMNS.items()]  # fmt: skip


def _layer(group: str, tile: Any) -> list[Variable]:
    found = []
    dtype = tile.dtype.str[1:]
    for name, array in tile.arrays.items():
        what, shape = ARRAYS.get(name, name), array.w.shape
        found += [
            Variable(f"{group}/pulses_{name}", ("direction",), (2,), "i8", "1", f"pulses up and down on {what}"),
            Variable(f"{group}/writes_{name}", (), (), "i8", "1", f"rank-one writes on {what}"),
            Variable(f"{group}/saturated_{name}", (), (), "f8", "1",
                     f"share of writes on {what} that asked for more pulses than the longest train holds"),
            Variable(f"{group}/at_bound_{name}", (), (), "f8", "1", f"share of cells of {what} at a bound"),
            Variable(f"{group}/weights_{name}", ("input", "output"), shape, dtype, "1", f"weights on {what}",
                     "snapshot"),
        ]  # fmt: skip
        found += _of_devices(group, tile, name, dtype)
        if hasattr(array.cell, "refresh_at") and array.cell.refresh_at:
            found.append(Variable(f"{group}/refreshes_{name}", (), (), "i8", "1", f"refreshed pairs of {what}"))
        found += [variable for variable, _ in _static_of(group, tile, name)]
    for name, values in tile.digital.items():
        axes, about = FIGURES[name.rstrip("0123456789")]
        found.append(Variable(f"{group}/digital_{name}", axes, values.shape, dtype, "1", about, "snapshot"))
    for name in READS:
        if name in tile.counters():
            found += [
                Variable(f"{group}/conversions_{name}", (), (), "i8", "1", f"conversions of {name} reads in training"),
                Variable(f"{group}/clipped_{name}", (), (), "i8", "1", f"conversions of {name} reads over the bound"),
            ]
    found.append(Variable(f"{group}/halvings_forward", (), (), "i8", "1", "reads repeated by bound management"))
    if tile.bias == "digital":
        found.append(Variable(f"{group}/bias", ("output",), (tile.n_out,), dtype, "1", "digital bias", "snapshot"))
    return found


def _of_devices(group: str, tile: Any, name: str, dtype: str) -> list[Variable]:
    """Snapshots of the single devices of an array: their states where a cell has several, their pulses if counted."""
    array, what, found = tile.arrays[name], ARRAYS.get(name, name), []
    devices = len(tile.algorithm.device(name).shares)
    dims, shape = _layout(name, devices, array.w.shape)
    if hasattr(array.cell, "v"):
        found.append(Variable(f"{group}/states_{name}", dims, shape, dtype, "1",
                              f"states of the devices of {what}, on which pulses act", "snapshot"))  # fmt: skip
    if _counted(array):
        found.append(Variable(f"{group}/pulse_counts_{name}", ("direction", *dims), (2, *shape), "i8", "1",
                              f"pulses up and down on every device of {what} since the start", "snapshot"))  # fmt: skip
    return found


def _layout(name: str, devices: int, cells: tuple[int, ...]) -> tuple[tuple[str, ...], tuple[int, ...]]:
    """Axes and shape of what every device of an array has; no axis may be called as the group device_c."""
    if devices == 1:
        return ("input", "output"), cells
    return (f"devices_{name}", "input", "output"), (devices, *cells)


def _counted(array: Any) -> bool:
    counts = getattr(array.diary, "counts", None)
    return counts is not None and counts.shape[1] > 0


def _static_of(group: str, tile: Any, name: str) -> list[tuple[Variable, np.ndarray]]:
    """Device parameters of one array."""
    array, device, home = tile.arrays[name], tile.algorithm.device(name), f"{group}/device_{name}"
    found: list[tuple[Variable, np.ndarray]] = []

    def add(path: str, dims: tuple[str, ...], value: Any, units: str, about: str) -> None:
        value = np.asarray(value)
        dtype = value.dtype.str[1:]
        found.append((Variable(f"{home}/{path}", dims, value.shape, dtype, units, about, "static"), value))

    def add_each(path: str, values: np.ndarray, about: str) -> None:
        """A number of every device; one if all are equal."""
        dims, shape = _layout(name, len(device.shares), array.w.shape)
        uniform = values.shape == (1, 1)
        value = values[0, 0] if uniform else values.reshape(shape)
        add(path, () if uniform else dims, value, "1", f"{about} of each cell; one number if all equal")

    for field in array.dev.cells.dtype.names:
        add_each(field, array.dev.cells[field], field)
    for field, value in array.dev._asdict().items():
        if field != "cells":
            dims = (f"node_{field}",) * np.ndim(value)
            add(field, dims, value, "1", f"{field} of the device law {type(array.dev).__name__}")
    if (r := tile.references.get(name)) is not None:
        add_each("reference", r, "shift r of the reference, weight = v - r,")
    add("pulse_step", (), np.float64(array.s0), "1", "step by which pulses are counted")
    if device.g_min is not None:
        g0, g1 = device.conductances(np.array([0.0, 1.0]))
        what = "weight" if len(device.shares) == 1 else "state"  # of several devices each has a conductance of its own
        add("g_reference" if what == "weight" else "g_at_state_0", (), g0, "S",
            f"conductance at {what} 0 of a reference that is not shifted")
        add(f"g_per_{what}", (), g1 - g0, "S", f"conductance per unit of {what}")
    return found


def _probes(network: MLP, samples: int) -> list[Variable]:
    n = sum(len(tile.arrays["c"].probe.cells) for tile in network.tiles)
    if n == 0:
        return []
    places = [Variable(f"probes/{v}", ("probe",), (n,), "i4", "1", f"{v} of the cell", "static")
              for v in ("layer", "row", "col")]  # fmt: skip
    series = []
    for name in network.tiles[0].arrays:
        what = ARRAYS.get(name, name)
        about = (("weight", "f8", f"weight on {what} after the sample"),
                 ("pulses", "i4", f"signed pulses on {what} during the sample"))  # fmt: skip
        series += [Variable(f"probes/{v}_{name}", ("probe",), (n,), t, "1", text, "sample", samples)
                   for v, t, text in about]  # fmt: skip
    return places + series


def static(network: MLP) -> dict[str, np.ndarray]:
    """The values of all static variables."""
    found: dict[str, np.ndarray] = {}
    for n, tile in enumerate(network.tiles):
        for name in tile.arrays:
            found |= {variable.path: value for variable, value in _static_of(f"layer{n}", tile, name)}
    cells = [(n, *cell[:2]) for n, tile in enumerate(network.tiles) for cell in tile.arrays["c"].probe.cells]
    if cells:
        found |= dict(zip(("probes/layer", "probes/row", "probes/col"), np.array(cells, np.int32).T, strict=True))
    return found


def epoch_row(network: MLP, epoch: Epoch) -> dict[str, Any]:
    """The row of an epoch for each variable of cadence "epoch"."""
    row: dict[str, Any] = {
        "train_loss": epoch.train.loss, "train_accuracy": epoch.train.accuracy,
        "test_loss": epoch.test.loss, "test_accuracy": epoch.test.accuracy,
        "judged_loss": epoch.judged.loss, "judged_accuracy": epoch.judged.accuracy,
        "learning_rate": epoch.rates[0], "pulses_per_sample": epoch.pulses_per_sample,
        "seconds": epoch.seconds, "seconds_evaluation": epoch.seconds_evaluation,
    }  # fmt: skip
    if len(epoch.rates) > 1:
        row["transfer_rate"] = epoch.rates[1]
    for n, (tile, counts) in enumerate(zip(network.tiles, epoch.counts, strict=True)):
        row |= _layer_row(f"layer{n}", tile, counts)
    return row


def _layer_row(group: str, tile: Any, counts: dict[str, np.ndarray]) -> dict[str, Any]:
    row: dict[str, Any] = {}
    for name, array in tile.arrays.items():
        up, down, writes, saturated, refreshes = counts[name]
        if hasattr(array.cell, "refresh_at") and array.cell.refresh_at:
            row[f"{group}/refreshes_{name}"] = refreshes
        row |= {
            f"{group}/pulses_{name}": [up, down],
            f"{group}/writes_{name}": writes,
            f"{group}/saturated_{name}": saturated / writes if writes else 0.0,
            f"{group}/at_bound_{name}": _at_bound(array),
        }
    for name in READS:
        if name in counts:
            row |= {f"{group}/conversions_{name}": counts[name][0], f"{group}/clipped_{name}": counts[name][1]}
    return row | {f"{group}/halvings_forward": counts["forward"][2]}


def _at_bound(array: Any) -> float:
    cells = array.dev.cells
    v, tight = getattr(array.cell, "v", array.w), np.nextafter(cells.w_min, np.inf) >= cells.w_max  # stuck ones
    return float((((v <= cells.w_min) | (v >= cells.w_max)) & ~tight).mean())


def snapshot_row(network: MLP) -> dict[str, np.ndarray]:
    """The weights of every array, and what is kept of its single devices."""
    row: dict[str, np.ndarray] = {}
    for n, tile in enumerate(network.tiles):
        for name, array in tile.arrays.items():
            states = tile.states(name)
            row[f"layer{n}/weights_{name}"] = array.w
            if hasattr(array.cell, "v"):
                row[f"layer{n}/states_{name}"] = states
            if _counted(array):
                row[f"layer{n}/pulse_counts_{name}"] = array.diary.counts.reshape(2, *states.shape)
        row |= {f"layer{n}/digital_{name}": values for name, values in tile.digital.items()}
        if tile.bias == "digital":
            row[f"layer{n}/bias"] = tile.state.bias
    return row


def sample_rows(epoch: Epoch) -> dict[str, np.ndarray] | None:
    """The probed cells at every sample of the epoch; None without probes."""
    names = dict.fromkeys(name for layer in epoch.probes for name in layer)
    if not names:
        return None
    rows = {}
    for name in names:
        log = np.concatenate([layer[name] for layer in epoch.probes if name in layer], axis=1)
        rows[f"probes/weight_{name}"] = log[:, :, 0]
        rows[f"probes/pulses_{name}"] = log[:, :, 1].astype(np.int32)
    return rows


def pulse_rows(events: Columns) -> dict[str, np.ndarray]:
    """Logged events by the names of their variables."""
    return {f"pulse_log/{name}": values for name, values in events.items()}
