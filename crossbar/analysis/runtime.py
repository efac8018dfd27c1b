"""How long a training sample takes on hardware.  docs/theory.md (9.5); Rasch et al. 2024."""

from collections.abc import Iterator
from typing import Any, ClassVar, Literal

from crossbar.spec import Spec, field

Algorithm = Literal["sgd", "tiki_taka", "ttv2", "cttv2", "agad", "mixed_precision"]
# Digital operations of a transfer, in units of the lines N: scaling the row (tiki_taka), the buffer, the references.
TRANSFER = {"tiki_taka": 1, "ttv2": 2, "cttv2": 2, "agad": 6}
NO_TRANSFER = ("transfer_every", "read_time")


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
        return 2 * n + TRANSFER.get(self.algorithm, 0) * n / self.transfer_every

    @property
    def slots(self) -> float:
        """Pulse slots a sample."""
        if self.algorithm == "mixed_precision":
            return self.n / self.batch
        trains = {"sgd": 0.0, "tiki_taka": self.pulses}.get(self.algorithm, 1.0)  # of a transfer
        return self.pulses + trains / self.transfer_every

    @property
    def seconds(self) -> float:
        """operations/flops + slots pulse_width + reads read_time."""
        reads = 1 / self.transfer_every if self.algorithm in TRANSFER else 0.0
        return self.operations / self.flops + self.slots * self.pulse_width + reads * self.read_time

    def inert(self) -> Iterator[tuple[str, str]]:
        if self.algorithm not in TRANSFER:
            for name in NO_TRANSFER:
                yield name, f'algorithm = "{self.algorithm}" reads no rows for a transfer'
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

    algorithm: one of these.  Knobs: n = N lines (512), transfer_every = ns (2), pulses = l slots of a train (5),
    pulse_width = t_p (5e-9 s), read_time = t_r (40e-9 s), flops = F (175e9 a second), batch = B (100).
    Defaults and formulas, but tiki_taka: Rasch et al. 2024.  SpecError: out of range, or without effect there.
    """
    return Runtime(algorithm=algorithm, **knobs).seconds
