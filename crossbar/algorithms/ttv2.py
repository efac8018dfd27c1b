"""Tiki-Taka, version 2: a digital buffer between A and C."""

from collections.abc import Iterator
from typing import TYPE_CHECKING, Any, Literal

from crossbar.algorithms.algorithm import Auxiliary
from crossbar.pulses import Pulses
from crossbar.spec import field

if TYPE_CHECKING:
    from crossbar.site import Site

SCALING = ("none", "fast", "fast_and_buffer")  # as numbered in kernels.scaling


class Buffered(Auxiliary):
    """What those have in common that collect rows of A in a digital buffer H and write whole pulses to C."""

    buffer_rate: float = field(..., "rate at which rows of A, as read, are added to the buffer H", gt=0)
    threshold: float = field(1.0, "so much of H is one pulse on C", "units of H", gt=0)
    max_pulses: int = field(31, "most pulses that one transfer gives a cell of C", "pulses", ge=1, le=63)
    after_firing: Literal["subtract", "forget"] = field(
        "subtract", "H loses what was fired; or, where it fired, all but the share `momentum`"
    )
    momentum: float = field(0.0, 'share of H that stays where it fired, with after_firing = "forget"', ge=0, lt=1)
    scaling: Literal["none", "fast", "fast_and_buffer"] = field(
        "none", "fast: learning_rate is divided by mu_x mu_d, the running means of max|x| and max|d|; "
        "fast_and_buffer: buffer_rate is multiplied by them as well")
    scaling_memory: float = field(100.0, "how far back these means reach", "samples", ge=1)

    @property
    def rates(self) -> tuple[float, ...]:
        return self.learning_rate, self.buffer_rate

    def writing(self, pulses: Pulses) -> dict[str, Pulses]:
        return {"a": pulses, "c": Pulses(max_length=self.max_pulses)}

    def inert(self) -> Iterator[tuple[str, str]]:
        yield from super().inert()
        if self.after_firing == "subtract":
            yield "momentum", 'after_firing = "subtract" takes off what was fired'
        if self.scaling == "none":
            yield "scaling_memory", 'scaling = "none" keeps the rates as they are'

    def parts(self, site: "Site") -> tuple[Any, ...]:
        """The first fields of the state of a tile."""
        from kernels import build

        forget = self.after_firing == "forget"
        buffer = site.buffer(self.threshold, self.max_pulses, forget, self.momentum)
        scaling = build.scaling(SCALING.index(self.scaling), self.scaling_memory)
        return (
            *self.arrays(site), site.lines(), site.rule(), site.trains(self.max_pulses),
            site.rates(self.rates), site.scalar(self.gamma), self.visits(site), site.row_reader(), buffer, scaling,
        )  # fmt: skip


class TTv2(Buffered):
    """Tiki-Taka with a digital buffer H between A and C.  Gokmen 2021.

        every sample                     A <- A - learning_rate x d^T, pulsed
        every ns samples, a row t of A   H_t <- H_t + buffer_rate A_t,   n = trunc(H_t/threshold) within +-max_pulses
                                         n pulses on C_t, up where n > 0;   H_t <- H_t - n threshold
    """

    kind: Literal["ttv2"] = field("ttv2", "the training algorithm")

    def tile(self, site: "Site") -> Any:
        """The state of one tile, docs/theory.md (5.4)."""
        from kernels.tiles import TTv2 as State

        return State(*self.parts(site))
