"""Stochastic Hamiltonian descent."""

from typing import TYPE_CHECKING, Any, Literal

from crossbar.algorithms.algorithm import Algorithm
from crossbar.algorithms.tiki_taka import TikiTaka
from crossbar.devices import AnyDevice
from crossbar.pulses import Pulses
from crossbar.spec import field

if TYPE_CHECKING:
    from crossbar.site import Site


class Hamiltonian(Algorithm):
    """Array A holds a momentum p whose friction is the asymmetry of its devices.  Onen et al. 2022.

        p <- p - learning_rate x d^T,   then   w <- w + transfer_rate p   with the new p, every row at every sample

    w is the array C.  It is Tiki-Taka that moves all rows at every sample, gamma = 0: the same compiled tile.
    """

    kind: Literal["hamiltonian"] = field("hamiltonian", "the training algorithm")
    transfer_rate: float = field(..., "rate at which the momentum moves C", gt=0)
    a: AnyDevice = field(..., "the devices of A, which holds the momentum")
    transfer_pulses: Pulses = field(Pulses(), "how the momentum becomes pulses on C")

    @property
    def rates(self) -> tuple[float, ...]:
        return self.learning_rate, self.transfer_rate

    @property
    def names(self) -> tuple[str, ...]:
        return ("c", "a")

    def writing(self, pulses: Pulses) -> dict[str, Pulses]:
        return {"a": pulses, "c": self.transfer_pulses}

    @property
    def as_tiki_taka(self) -> TikiTaka:
        """The same algorithm in the words of Tiki-Taka."""
        return TikiTaka(
            learning_rate=self.learning_rate, transfer_rate=self.transfer_rate, rows_per_transfer="all", a=self.a,
            c=self.c, transfer_pulses=self.transfer_pulses,
        )  # fmt: skip

    def tile(self, site: "Site") -> Any:
        """The state of one tile, docs/theory.md (5.9)."""
        return self.as_tiki_taka.tile(site)
