"""How long a training sample takes on hardware.  docs/theory.md (9.5); Rasch et al. 2024."""

from collections.abc import Iterator
from typing import Any, ClassVar, Literal

from crossbar.analysis.operations import OF_A_ROW
from crossbar.spec import Spec, field

Algorithm = Literal["sgd", "tiki_taka", "ttv2", "cttv2", "agad", "mixed_precision", "hamiltonian", "residual"]
TRAINS = ("tiki_taka", "hamiltonian", "residual")  # a row that was read is written by a train, not by whole pulses
ALL_ROWS = ("hamiltonian", "residual")  # are moved at a transfer, others move one


class Runtime(Spec):
    """One update of an N x N array: digital operations, pulse slots and reads, one after the other."""

    who: ClassVar[str | None] = "runtime"

    algorithm: Algorithm = field("sgd", "the training algorithm")
    n: int = field(512, "lines of the array on each side", "lines", ge=1)
    transfer_every: int = field(2, "ns, samples between transfers", "samples", ge=1)
    pulses: float = field(5.0, "mean slots of a pulse train of the gradient", "slots", gt=0)
    pulse_width: float = field(5e-9, "one slot", "s", gt=0)
    read_time: float = field(40e-9, "one read of a row", "s", gt=0)
    flops: float = field(175e9, "digital operations a second", "1/s", gt=0)
    batch: int = field(100, "samples between writes of all rows", "samples", ge=1)

    @property
    def operations(self) -> float:
        """Digital operations a sample."""
        n = self.n
        if self.algorithm == "mixed_precision":
            return 2 * n * n + n
        return 2 * n + OF_A_ROW.get(self.algorithm, 0) * n * self.rows

    @property
    def rows(self) -> float:
        """Rows that are read for transfers, a sample."""
        if self.algorithm in ("sgd", "mixed_precision"):
            return 0.0
        every = 1 if self.algorithm == "hamiltonian" else self.transfer_every
        return (self.n if self.algorithm in ALL_ROWS else 1) / every

    @property
    def slots(self) -> float:
        """Pulse slots a sample."""
        if self.algorithm == "mixed_precision":
            return self.n / self.batch
        return self.pulses + (self.pulses if self.algorithm in TRAINS else 1.0) * self.rows

    @property
    def seconds(self) -> float:
        """operations/flops + slots pulse_width + reads read_time."""
        return self.operations / self.flops + self.slots * self.pulse_width + self.rows * self.read_time

    def inert(self) -> Iterator[tuple[str, str]]:
        if self.rows == 0:
            yield "read_time", f'algorithm = "{self.algorithm}" reads no rows for a transfer'
            yield "transfer_every", f'algorithm = "{self.algorithm}" reads no rows for a transfer'
        elif self.algorithm == "hamiltonian":
            yield "transfer_every", 'algorithm = "hamiltonian" moves every row at every sample'
        if self.algorithm == "mixed_precision":
            yield "pulses", 'algorithm = "mixed_precision" fires single pulses, no trains'
        else:
            yield "batch", f'algorithm = "{self.algorithm}" writes at every sample'


def runtime(algorithm: Algorithm = "sgd", **knobs: Any) -> float:
    """Seconds that the update of one sample takes on hardware; the forward and backward reads are not counted.

        sgd               2N/F + l t_p
        tiki_taka         (2N + N/ns)/F  + (l + l/ns) t_p + t_r/ns      (ours: a row is read, scaled and written)
        ttv2, cttv2       (2N + 2N/ns)/F + (l + 1/ns) t_p + t_r/ns
        agad              (2N + 6N/ns)/F + (l + 1/ns) t_p + t_r/ns
        mixed_precision   (2N^2 + N)/F + N/B t_p
        hamiltonian       (2N + N^2)/F + (l + N l) t_p + N t_r              (ours: as tiki_taka, every row)
        residual          (2N + N^2/ns)/F + (l + N l/ns) t_p + N/ns t_r     (ours: the same, two arrays, no buffer)

    algorithm: one of these.  Knobs: n = N lines (512), transfer_every = ns (2), pulses = l slots of a train (5),
    pulse_width = t_p (5e-9 s), read_time = t_r (40e-9 s), flops = F (175e9 a second), batch = B (100).
    Defaults and formulas, but those of ours: Rasch et al. 2024.  SpecError: out of range, or without effect there.
    """
    return Runtime(algorithm=algorithm, **knobs).seconds
