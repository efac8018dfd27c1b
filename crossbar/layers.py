"""`Tile`: one crossbar layer, usable alone.  Arrays in, arrays out; batch or single vector."""

from collections.abc import Iterator
from dataclasses import dataclass
from operator import index
from typing import TYPE_CHECKING, Any, Literal

import numpy as np

from crossbar import crosspoint
from crossbar.algorithms import SGD, AnyAlgorithm, Hardware
from crossbar.crew import Crew
from crossbar.devices import AnyDevice, SoftBounds
from crossbar.errors import DataError, SpecError
from crossbar.keeping import NOTHING, Kept
from crossbar.periphery import Periphery
from crossbar.pulses import Pulses
from crossbar.sections import MOST_LINES, Clock
from crossbar.seeds import key
from crossbar.site import Cells, Site

if TYPE_CHECKING:
    from crossbar.programming import Programmed

Bias = Literal["analog", "digital", "none"]
MOST_CELLS = 2**31 - 1  # of an array: kernels.hits lists the places of cells as int32
# What a checkpoint leaves out: what never changes, and scratch that every sample overwrites.
NOT_STATE = {
    "dev", "lines", "log", "slots", "driven", "stages", "z", "bits", "x", "y", "d", "e", "one", "moved", "bench",
    "crew", "fate", "share", "half", "events", "after", "used", "span", "chosen", "seen", "turned",
    "fired",
}  # fmt: skip
DIGITAL = {  # leaves of the state of a tile that are digital arrays: name, axes, meaning
    "h": ("h", ("input", "output"), "buffer H, in which rows of A wait to become pulses on C"),
    "chi": ("chi", ("input", "output"), "sum chi of the gradient that waits to become pulses on C"),
    "choppers.rows": ("chopper_rows", ("input",), "signs with which the rows of A are written and read"),
    "choppers.columns": ("chopper_columns", ("output",), "signs with which the columns of A are written and read"),
    "past": ("past", ("input", "output"), "P, the mean of recent reads of A"),
    "learnt": ("learnt", ("input", "output"), "Pref, the reference of A that was learnt"),
}


@dataclass(frozen=True)
class Trace:
    """Every stage of the last attempt of one forward read; docs/theory.md (4).

    y = scale adc_step adc_codes (+ digital bias),   adc_codes = clip(rint((currents + noise)/adc_step))
    """

    scale: float  # what the input was divided by, bound management counted; 0: nothing was driven
    attempts: int  # reads it took; 0 where nothing was driven
    dac_codes: np.ndarray  # (rows,) signed time slots, the bias row last; scaled inputs where unquantised
    currents: np.ndarray  # (n_out,) before the noise, in scaled units
    noise: np.ndarray  # (n_out,) what was added, in scaled units
    adc_codes: np.ndarray  # (n_out,) after the clip; values where unquantised
    adc_step: float  # scaled units a code; 1 where unquantised
    clipped: np.ndarray  # (n_out,) bool: the code before the clip lay above the bound
    y: np.ndarray  # (n_out,) the output, rescaled, with the digital bias


class Tile:
    """A layer of n_in inputs and n_out outputs on the arrays of an algorithm.

        y = x W as read,   e = W d as read,   update: W <- W - learning_rate x d^T by pulses

    n_in: inputs, the bias not counted.  algorithm: SGD or TikiTaka (None: SGD with rate 0.01 on default soft
    bounds).  bias: "analog" (a last row whose input is 1), "digital" or "none".  seed, layer: address of all random
    numbers.  probes: cells (row, column) followed at every update, up to `samples` (or `batch`) of them a call.
    threads: how many share the work of a call on arrays of 2^20 cells or more, to the same bits; a network gives its
    tiles its Crew.  clock: what turns samples into seconds, for drift.  kept: what is kept about single pulses.
    Weights are in units of the device's range, arrays of the tile's dtype.
    Raises SpecError (shapes, steps or names out of range, values that cannot act or be held),
    DataError (signals of the wrong shape, NaN or infinity).
    """

    def __init__(
        self,
        n_in: int,
        n_out: int,
        algorithm: AnyAlgorithm | None = None,
        *,
        pulses: Pulses | None = None,
        periphery: Periphery | None = None,
        bias: Bias = "none",
        seed: int = 0,
        layer: int = 0,
        dtype: str = "float32",
        batch: int = 1,
        probes: Cells = (),
        samples: int = 0,
        threads: int | Crew = 1,
        clock: Clock = Clock(),  # noqa: B008 - frozen
        kept: Kept = NOTHING,
    ) -> None:
        from kernels import build

        _check_choice("bias", bias, ("analog", "digital", "none"))
        _check_choice("dtype", dtype, ("float32", "float64"))
        hardware = _hardware(algorithm, pulses, periphery)
        self.algorithm = hardware.algorithm
        rows = _check_numbers(n_in, n_out, bias, seed, layer, batch, samples)
        cells = checked_places("Tile", probes, ("row", "column"))
        _check_rows(rows, n_out, self.algorithm, cells)
        self.n_in, self.n_out, self.bias, self.seed = n_in, n_out, bias, seed
        self.crew = threads if isinstance(threads, Crew) else Crew("Tile", threads)
        if self.crew is not threads:
            self.crew.check("Tile", rows * n_out)
        site = Site(
            rows, n_out, seed, layer, dtype, hardware.pulses, hardware.periphery, self.crew, cells,
            max(samples, batch), clock.period(hardware.pulses.max_length), kept,
        )  # fmt: skip
        self.state = build.layer(
            layer, self.algorithm.tile(site), site.converters("forward"), site.converters("backward"), rows, n_out,
            batch, bias == "analog", bias == "digital",
        )  # fmt: skip
        self.references = site.references
        self.stream = build.stream(*key(seed, "train"))
        self.reads = self.writes = self.calls = 0

    @property
    def dtype(self) -> np.dtype:
        return self.state.x.dtype

    @property
    def arrays(self) -> dict[str, Any]:
        """The kernels' arrays by name: "c" holds the weights, the others ("a", ...) are auxiliary."""
        return self.algorithm.held(self.state.tile)

    @property
    def digital(self) -> dict[str, np.ndarray]:
        """The digital arrays of the algorithm by name, as they are (no copies): buffers, signs, references."""
        return dict(_digital(self.state.tile))

    def forward(self, x: Any, step: int | None = None) -> np.ndarray:
        """y = x W through DAC, noise and ADC.  x: (n_in,) or (batch, n_in); y: (n_out,) or (batch, n_out).

        step: number of the first read, for its random numbers; None: reads are counted.
        """
        from kernels.epoch import forward_batch

        xs, single = self._signals(x, self.n_in, "forward: x")
        ys = np.zeros((len(xs), self.n_out), self.dtype)
        with self.crew.at_work():
            forward_batch(self.state, self._with_bias(xs), ys, self._step(step, len(xs)), self.stream)
        return ys[0] if single else ys

    def backward(self, d: Any, step: int | None = None) -> np.ndarray:
        """e = W d through DAC, noise and ADC.  d: (n_out,) or (batch, n_out); e likewise of n_in, no bias row."""
        from kernels.epoch import backward_batch

        ds, single = self._signals(d, self.n_out, "backward: d")
        es = np.zeros((len(ds), self.state.x.shape[1]), self.dtype)
        with self.crew.at_work():
            backward_batch(self.state, ds, es, self._step(step, len(ds)), self.stream)
        inputs = np.ascontiguousarray(es[:, : self.n_in])
        return inputs[0] if single else inputs

    def update(self, x: Any, d: Any, step: int | None = None) -> None:
        """One pulsed update per row of x (batch, n_in) and d (batch, n_out), in order."""
        from kernels.epoch import learn_batch

        xs, _ = self._signals(x, self.n_in, "update: x")
        ds, _ = self._signals(d, self.n_out, "update: d")
        if len(xs) != len(ds):
            raise DataError(f"Tile.update: x and d must have as many rows as each other (got {len(xs)} and {len(ds)}).")
        first = checked_step(self.writes if step is None else step, len(xs), "Tile.update: step")
        self.writes = max(self.writes, first + len(xs))
        rows, probe = self._with_bias(xs), self.arrays["c"].probe
        chunk = len(probe.log) if len(probe.cells) else max(len(xs), 1)
        with self.crew.at_work():
            for at in range(0, len(xs), chunk):
                learn_batch(self.state, rows[at : at + chunk], ds[at : at + chunk], first + at, self.stream)

    def trace(self, x: Any, step: int | None = None) -> Trace:
        """One forward read of a single vector with every stage of it."""
        xs, single = self._signals(x, self.n_in, "trace: x")
        if not single:
            raise DataError(f"Tile.trace: x must be a single vector (got shape {np.shape(x)}); trace row by row.")
        reader, knobs = self.state.forward, self.state.forward.knobs
        from kernels.mvm import HALVINGS

        before = int(reader.stats[HALVINGS])
        y = self.forward(xs[0], step)
        halvings = int(reader.stats[HALVINGS]) - before
        scale = self._scale(self._with_bias(xs)[0], knobs)
        slots, (charges, noise, codes) = reader.slots.copy(), reader.stages.copy()
        currents = charges * (knobs.in_bound / knobs.in_levels if knobs.in_levels else 1)
        adc_step = knobs.out_bound / knobs.out_levels if knobs.out_levels else 1.0
        return Trace(
            float(scale * 2**halvings), halvings + 1 if scale else 0, slots, currents, noise, codes, float(adc_step),
            self._clipped(currents + noise, knobs), y,
        )  # fmt: skip

    @property
    def weights(self) -> np.ndarray:
        """The weights the network sees, (n_in, n_out), the bias row last where it is analog: a copy."""
        return np.asarray(self.algorithm.weights(self.state.tile))

    def array_weights(self, name: str = "c") -> np.ndarray:
        """The weights on one array, a copy."""
        return self._array(name).w.copy()

    def conductances(self, name: str = "c") -> np.ndarray:
        """The conductances of one array in siemens.  SpecError: its device states no g_min and g_max."""
        v = self.states(name)
        if name in self.references:
            v = (v + self.reference(name)).astype(v.dtype)
        return self._device(name).conductances(v)

    def states(self, name: str = "c") -> np.ndarray:
        """The states that pulses act on, a copy: (n_in, n_out), or (devices, n_in, n_out) where a cell has several."""
        device, array = self._device(name), self._array(name)
        v = getattr(array.cell, "v", array.w).reshape(len(device.shares), *array.w.shape).copy()
        return v if len(v) > 1 else v[0]

    def reference(self, name: str = "c") -> np.ndarray:
        """The shift r of the reference of every device of one array, float64, in the shape of `states`: w = v - r."""
        v = self.states(name)
        r = np.broadcast_to(self.references.get(name, 0.0), crosspoint.held(self._array(name)).shape)
        return r.reshape(v.shape).copy()

    def zero_shift(self, name: str = "c", pairs: int = 2000, error_std: float = 0.0) -> np.ndarray:
        """Programs the references of one array with its symmetry points, found by pulses; returns the references.

        Every device is pulsed up and down in turn, `pairs` times, from where it stands.  Its reference is set to where
        that left it, plus error_std z (units of the weight), so that its state is -error_std z afterwards.
        A tile of the same spec knows nothing of it, and so neither does a network into which a checkpoint is restored,
        nor a log of pulses: an experiment says reference = "zero_shift" of its device instead, which is made again
        from the seed.
        Raises SpecError (numbers out of range; devices of one polarity; a user's law whose cells have no r).
        """
        from crossbar.references import reset

        array, device = self._array(name), self._device(name)
        _check_shift(device, pairs, error_std)
        self.calls += 1
        fresh, moved = reset(device, array, pairs, error_std, (self.seed, name, int(self.state.index), self.calls))
        self.state = self.state._replace(tile=self.algorithm.with_array(self.state.tile, name, fresh))
        self.references[name] = self.references.get(name, 0.0) + moved
        return self.reference(name)

    def program(
        self, targets: Any, name: str = "c", *, tolerance: float, budget: int, read_noise: float = 0.0,
        unit: Literal["weight", "S"] = "weight",
    ) -> "Programmed":  # fmt: skip
        """Brings one array to targets (rows, n_out) by write-verify, from where it stands; see `crossbar.program`.

        Its pulses are counted as those of the array.  Raises as `crossbar.program`; SpecError too where several
        devices make a weight.
        """
        from crossbar.programming import Goal, bring

        array, device = self._array(name), self._device(name)
        goal = Goal("Tile.program", device.inner, targets, tolerance, budget, read_noise, unit)
        if len(device.shares) > 1:
            raise SpecError(f"Tile.program: {name} must have one device a weight (got {device.kind}); use set_weights.")
        if (wanted := goal.checked()).shape != array.w.shape:
            raise DataError(f"Tile.program: targets must be {array.w.shape[0]} x {array.w.shape[1]}, rows x columns"
                            f"{', the bias row last' if self.bias == 'analog' else ''} (got shape {wanted.shape}).")
        self.calls += 1
        words = key(self.seed, "program", name, int(self.state.index), self.calls)
        return bring(goal, wanted, array, self.references.get(name), words)

    def set_weights(self, w: Any, name: str = "c") -> np.ndarray:
        """Sets the weights of one array, clipped to the bounds of each cell; returns what was set.

        w: (rows, n_out), the bias row last where it is analog.
        """
        array = self._array(name)
        values = numbers(w, self.dtype, "Tile.set_weights: w")
        if values.shape != array.w.shape:
            raise DataError(
                f"Tile.set_weights: w must be {array.w.shape[0]} x {array.w.shape[1]}, rows x columns"
                f"{', the bias row last' if self.bias == 'analog' else ''} (got shape {values.shape})."
            )
        device = self._device(name)
        v = crosspoint.states(device, array.dev, values)
        crosspoint.put(device, array, v)
        return array.w.copy()

    def counters(self) -> dict[str, np.ndarray]:
        """Counts since the tile was made, by name.

        Arrays: pulses up, pulses down (as the devices see them), writes, writes with saturated trains, refreshed pairs.
        Reads ("forward", "backward", "transfer"): conversions, clipped conversions, halvings of the input.
        """
        readers = {"forward": self.state.forward, "backward": self.state.backward}
        if (read := getattr(self.state.tile, "read", None)) is not None:
            readers["transfer"] = read.reader
        return {name: part.stats.copy() for name, part in (self.arrays | readers).items()}

    def state_arrays(self) -> dict[str, np.ndarray]:
        """Every array that a later sample depends on or that counts something, by name: what a checkpoint holds."""
        return dict(_walk("", self.state))

    def _array(self, name: str) -> Any:
        if name not in self.arrays:
            raise SpecError(f"Tile: the array must be {' or '.join(map(repr, self.arrays))} (got {name!r}).")
        return self.arrays[name]

    def _device(self, name: str) -> AnyDevice:
        self._array(name)
        return self.algorithm.device(name)

    def _step(self, step: int | None, n: int) -> int:
        first = checked_step(self.reads if step is None else step, n, "Tile: step")
        self.reads = max(self.reads, first + n)  # a read that is repeated gives no number out again
        return first

    def _signals(self, v: Any, width: int, who: str) -> tuple[np.ndarray, bool]:
        values = numbers(v, self.dtype, f"Tile.{who}")
        if values.ndim not in (1, 2) or values.shape[-1] != width:
            raise DataError(f"Tile.{who} must be ({width},) or (batch, {width}) (got shape {values.shape}).")
        return np.require(np.atleast_2d(values), requirements=["C", "W"]), values.ndim == 1

    def _with_bias(self, xs: np.ndarray) -> np.ndarray:
        if self.bias != "analog":
            return xs
        return np.ascontiguousarray(np.hstack([xs, np.ones((len(xs), 1), self.dtype)]))

    @staticmethod
    def _scale(x: np.ndarray, knobs: Any) -> Any:
        from kernels.mvm import ABS_MAX, CONSTANT

        if knobs.management == ABS_MAX:
            return np.abs(x).max()
        return knobs.constant if knobs.management == CONSTANT else 1

    @staticmethod
    def _clipped(values: np.ndarray, knobs: Any) -> np.ndarray:
        if knobs.out_levels:
            return np.abs(np.rint(values / (knobs.out_bound / knobs.out_levels))) > knobs.out_levels
        return np.abs(values) > knobs.out_bound

    def __repr__(self) -> str:
        return f"<Tile {self.n_in} x {self.n_out}, {self.algorithm.kind}, bias {self.bias}, {self.dtype}>"


def _walk(prefix: str, value: Any) -> Any:
    """All arrays inside nested NamedTuples, with dotted names."""
    for name, part in value._asdict().items():
        if name in NOT_STATE:
            continue
        if isinstance(part, np.ndarray):
            yield f"{prefix}{name}", part
        elif hasattr(part, "_asdict"):
            yield from _walk(f"{prefix}{name}.", part)


def _digital(tile: Any) -> Iterator[tuple[str, np.ndarray]]:
    """Digital arrays of a tile by name; further ones of a kind are numbered, as a2 is after a."""
    seen: dict[str, int] = {}
    for path, values in _walk("", tile):
        for leaf, (name, _, _) in DIGITAL.items():
            if f".{path}".endswith(f".{leaf}") and values.size:
                seen[name] = seen.get(name, 0) + 1
                yield name if seen[name] == 1 else f"{name}{seen[name]}", values


def numbers(v: Any, dtype: Any, who: str) -> np.ndarray:
    """v as an array of dtype.  DataError: not numbers, NaN or infinity (also by overflow of the dtype)."""
    try:
        with np.errstate(over="ignore"):
            values = np.asarray(v).astype(dtype, casting="same_kind", copy=False)
    except (TypeError, ValueError):
        raise DataError(f"{who} must be an array of real numbers (got {type(v).__name__}).") from None
    if (wrong := np.count_nonzero(~np.isfinite(values))) > 0:
        raise DataError(f"{who} must be finite (got NaN or infinity in {wrong} of {values.size} places).")
    return values


def checked_step(step: Any, n: int, who: str) -> int:
    """The number of the first of n samples: steps are addresses of 32 bits."""
    if not isinstance(step, int | np.integer) or not 0 <= step <= 2**32 - n:
        raise SpecError(f"{who} must be a whole number from 0 to 2^32 - {n}, the number of samples (got {step}).")
    return int(step)


def checked_places(who: str, probes: Any, axes: tuple[str, ...]) -> tuple[Any, ...]:
    """Probes as tuples of whole numbers, one an axis."""
    try:
        places = tuple(tuple(map(index, probe)) for probe in probes)
    except TypeError:
        places = ((),)
    if any(len(place) != len(axes) for place in places):
        raise SpecError(f"{who}: probes must be a list of ({', '.join(axes)}), whole numbers from 0 (got {probes!r}).")
    return places


def _hardware(algorithm: AnyAlgorithm | None, pulses: Pulses | None, periphery: Periphery | None) -> Hardware:
    """What was given, checked together as in an experiment, and the defaults."""
    default = SGD(learning_rate=0.01, c=SoftBounds())
    given: dict[str, Any] = {"algorithm": algorithm or default, "pulses": pulses, "periphery": periphery}
    return Hardware(**{name: value for name, value in given.items() if value is not None})


def _check_choice(name: str, value: Any, known: tuple[str, ...]) -> None:
    if value not in known:
        raise SpecError(f"Tile: {name} must be {', '.join(known[:-1])} or {known[-1]} (got {value}).")


def _check_numbers(n_in: int, n_out: int, bias: str, seed: int, layer: int, batch: int, samples: int) -> int:
    """The number of rows, once all is in range."""
    most = MOST_LINES - (bias == "analog")
    rules = (
        ("n_in", n_in, 1, most), ("n_out", n_out, 1, MOST_LINES), ("seed", seed, 0, 2**63 - 1),
        ("layer", layer, 0, 255), ("batch", batch, 1, 2**31), ("samples", samples, 0, 2**31),
    )  # fmt: skip
    for name, value, low, high in rules:
        if not isinstance(value, int | np.integer) or not low <= value <= high:
            raise SpecError(f"Tile: {name} must be a whole number from {low} to {high} (got {value}).")
    return int(n_in) + (bias == "analog")


def _check_shift(device: AnyDevice, pairs: Any, error_std: Any) -> None:
    if not isinstance(pairs, int | np.integer) or not 1 <= pairs <= 2**31 - 1:
        raise SpecError(f"Tile.zero_shift: pairs must be a whole number from 1 to 2^31 - 1 (got {pairs}).")
    if not np.isfinite(error_std) or error_std < 0:
        raise SpecError(f"Tile.zero_shift: error_std must be a finite number >= 0 (got {error_std}).")
    device.inner.replace(reference="zero_shift")  # refuses devices that cannot be shifted


def _check_rows(rows: int, n_out: int, algorithm: AnyAlgorithm, probes: Cells) -> None:
    if rows * n_out > MOST_CELLS:
        raise SpecError(f"Tile: n_in and n_out must make at most {MOST_CELLS} cells, numbered in 32 bits "
                        f"(got {rows} x {n_out}); split the layer.")  # fmt: skip
    visited = getattr(algorithm, "rows_per_transfer", 1)
    if visited != "all" and visited > rows:
        raise SpecError(f'Tile: rows_per_transfer must be at most {rows}, the rows, or "all" (got {visited}).')
    for row, column in probes:
        if not (0 <= row < rows and 0 <= column < n_out):
            raise SpecError(f"Tile: probes must lie within {rows} rows and {n_out} columns (got {row}, {column}).")
