"""Mixed precision: the gradient is summed in digital, the array gets whole pulses."""

from typing import TYPE_CHECKING, Any, Literal

from crossbar.algorithms.algorithm import RowByRow
from crossbar.pulses import Pulses
from crossbar.spec import field

if TYPE_CHECKING:
    from crossbar.site import Site


class MixedPrecision(RowByRow):
    """A digital sum chi of the gradient, of which whole pulses go to C.  Nandakumar et al. 2020.

        every sample                  chi <- chi + learning_rate x d^T
        every ns samples, a row t     n = -trunc(chi_t/s0) within +-max_pulses;   n pulses on C_t;   chi_t += n s0

    s0 is the step by which pulses on C are counted.  What chi keeps is never lost, but it takes n_in n_out words and as
    many operations a sample.
    """

    kind: Literal["mixed_precision"] = field("mixed_precision", "the training algorithm")
    learning_rate: float = field(..., "learning rate, at which the gradient is added to chi", gt=0)
    max_pulses: int = field(31, "most pulses that one transfer gives a cell of C", "pulses", ge=1, le=63)

    @property
    def pulsed(self) -> bool:
        return False

    def writing(self, pulses: Pulses) -> dict[str, Pulses]:
        return {"c": Pulses(max_length=self.max_pulses)}

    def tile(self, site: "Site") -> Any:
        """The state of one tile, docs/theory.md (5.8)."""
        from kernels.tiles import MixedPrecision as State

        return State(
            site.array("c", self.c, site.initial_weights()), site.lines(),
            site.trains(self.max_pulses), site.rates(self.rates), self.visits(site),
            site.zeros(site.n_in, site.n_out), site.scalar(self.max_pulses), site.zeros(site.n_out),
        )  # fmt: skip
