"""Where a tile is built: its shape, its place in the network, and how its arrays are written and read.

The one place where specs become the states that kernels were compiled for.
"""

from dataclasses import dataclass, field
from typing import Any

import numpy as np

from crossbar import crosspoint
from crossbar.crew import Crew
from crossbar.devices import AnyDevice
from crossbar.keeping import NOTHING, Kept
from crossbar.periphery import Periphery, Read
from crossbar.pulses import Pulses
from crossbar.references import place
from crossbar.seeds import generator

KINDS = ("stochastic", "mean_count", "implicit", "exact")  # as numbered in kernels.pulses
MANAGEMENT = ("none", "abs_max", "constant")  # as numbered in kernels.mvm
Cells = tuple[tuple[int, int], ...]


@dataclass(frozen=True)
class Site:
    """n_in, n_out: rows (the analog bias row counted) and columns.  layer: the place in all addresses.

    probes: cells followed at every sample, in at most `samples` a call.  crew: the threads that share large arrays.
    references: filled in by `array`, the shift r of each cell of an array by name, where there is one.
    """

    n_in: int
    n_out: int
    seed: int
    layer: int
    dtype: str
    pulses: Pulses
    periphery: Periphery
    crew: Crew
    probes: Cells = ()
    samples: int = 0
    period: float = 1.0  # seconds a sample lasts
    kept: Kept = NOTHING
    references: dict[str, np.ndarray] = field(default_factory=dict)

    def array(self, name: str, device: AnyDevice, weights: np.ndarray) -> Any:
        """An array of devices, its weights clipped to the bounds of its cells."""
        from kernels import beside, build

        shape, rows = (self.n_in, self.n_out), len(device.shares) * self.n_in
        dev, r = place(device.inner, (rows, self.n_out), self.seed, name, self.layer, self.dtype)
        if r is not None:
            self.references[name] = r
        v = crosspoint.states(device, dev, weights)
        time = generator(self.seed, "retention", name, self.layer)
        about = beside.Beside(
            crosspoint.cell(device, v),
            crosspoint.clock(device, dev, shape, time, self.period, 0.0 if r is None else r),
            crosspoint.half(device, shape, self.dtype),
            self.kept.diary(v.shape, self.crew, self.layer),
        )
        inside = crosspoint.seen(device, v)
        return build.array(inside, dev, device.pulse_step, self.probes, self.samples, self.crew.state, about)

    def initial_weights(self) -> np.ndarray:
        """U(-1, 1)/sqrt(n_in), the bias row counted."""
        rng = generator(self.seed, "weights", self.layer)
        return rng.uniform(-1, 1, (self.n_in, self.n_out)) / np.sqrt(self.n_in)

    def lines(self) -> Any:
        from kernels import build

        return build.lines(self.n_in, self.n_out, self.dtype, self.crew.state)

    def rule(self, pulses: Pulses | None = None) -> Any:
        """How an update becomes pulses, as numbers."""
        from kernels.pulses import Rule

        p = pulses or self.pulses
        return Rule(
            KINDS.index(p.kind), p.max_length, p.bl_management, p.update_management, p.resolution,
            p.rounding == "stochastic",
        )  # fmt: skip

    def converters(self, direction: str) -> Any:
        """The knobs of one direction of reading."""
        return knobs(getattr(self.periphery, direction), self.dtype)

    def trains(self, longest: int) -> Any:
        """The rule of whole pulses: trains that a buffer makes, at most so long."""
        return self.rule(Pulses(max_length=longest))

    def visits(self, every: int, rows: int | str, permuted: bool) -> Any:
        """Which rows a transfer visits."""
        from kernels import build

        return build.visits(self.n_in, every, self.n_in if rows == "all" else rows, permuted)

    def row_reader(self) -> Any:
        """The read of one row of an auxiliary array."""
        from kernels import build

        return build.row_reader(self.converters("transfer"), self.n_in, self.n_out)

    def buffer(self, threshold: float, most: int, forget: bool = False, momentum: float = 0.0,
               there: bool = True) -> Any:  # fmt: skip
        """A digital buffer; there: or a place for none."""
        from kernels import build

        h = self.zeros(*((self.n_in, self.n_out) if there else (0, 0)))
        return build.buffer(h, self.n_out, threshold, most, forget, momentum)

    def rates(self, values: tuple[float, ...]) -> np.ndarray:
        return np.array(values, np.float64)

    def scalar(self, value: float) -> Any:
        return np.dtype(self.dtype).type(value)

    def zeros(self, *shape: int) -> np.ndarray:
        return np.zeros(shape, self.dtype)

    def counters(self, n: int) -> np.ndarray:
        return np.zeros(n, np.int64)


def knobs(read: Read, dtype: str) -> Any:
    """A read's spec as numbers of the state's type."""
    from kernels import build

    return build.converters(
        dtype, read.dac_bits, read.dac_bound, read.adc_bits, read.adc_bound, read.out_noise,
        MANAGEMENT.index(read.noise_management), read.noise_constant, read.bound_management,
    )  # fmt: skip
