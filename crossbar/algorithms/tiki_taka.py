"""Tiki-Taka, version 1."""

from typing import TYPE_CHECKING, Any, Literal

from crossbar.algorithms.algorithm import Auxiliary
from crossbar.pulses import Pulses
from crossbar.spec import field

if TYPE_CHECKING:
    from crossbar.site import Site


class TikiTaka(Auxiliary):
    """A <- A - learning_rate x d^T at every sample, C_t <- C_t + transfer_rate A_t row by row.

    The network sees W = gamma A + C; A starts at 0.  Gokmen & Haensch 2020.
    """

    kind: Literal["tiki_taka"] = field("tiki_taka", "the training algorithm")
    transfer_rate: float = field(..., "rate of the transfer from A to C", gt=0)
    transfer_pulses: Pulses = field(Pulses(), "how a transfer becomes pulses on C")

    @property
    def rates(self) -> tuple[float, ...]:
        return self.learning_rate, self.transfer_rate

    def writing(self, pulses: Pulses) -> dict[str, Pulses]:
        return {"a": pulses, "c": self.transfer_pulses}

    def tile(self, site: "Site") -> Any:
        """The state of one tile, docs/theory.md (5.2)."""
        from kernels.tiles import TikiTaka as State

        return State(
            *self.arrays(site), site.lines(), site.rule(), site.rule(self.transfer_pulses), site.rates(self.rates),
            site.scalar(self.gamma), self.visits(site), site.row_reader(),
        )  # fmt: skip
