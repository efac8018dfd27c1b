"""What happens to the arrays at every sample.  docs/theory.md (5).

`c` is the array that holds the weights under every algorithm, `a` the auxiliary one.  A spec builds the state of
its tile, the arrays and knobs that kernels/tiles works on.
"""

from collections.abc import Iterator
from typing import TYPE_CHECKING, Annotated, Any, Literal

from pydantic import Field

from crossbar.devices import AnyDevice
from crossbar.pulses import Pulses
from crossbar.spec import Spec, field

if TYPE_CHECKING:
    from crossbar.site import Site

RowCount = Annotated[int, Field(ge=1)] | Literal["all"]


class SGD(Spec):
    """Stochastic gradient descent on the array itself: C <- C - learning_rate x d^T, pulsed."""

    kind: Literal["sgd"] = field("sgd", "the training algorithm")
    learning_rate: float = field(..., "learning rate on C", gt=0)
    c: AnyDevice = field(..., "the devices of C, which holds the weights")

    @property
    def rates(self) -> tuple[float, ...]:
        return (self.learning_rate,)

    def tile(self, site: "Site") -> Any:
        """The state of one tile, docs/theory.md (5.1)."""
        from kernels.tiles import Sgd

        return Sgd(site.array("c", self.c, site.initial_weights()), site.lines(), site.rule(), site.rates(self.rates))


class TikiTaka(Spec):
    """A <- A - learning_rate x d^T at every sample, C_t <- C_t + transfer_rate A_t row by row.

    The network sees W = gamma A + C; A starts at 0.  Gokmen & Haensch 2020.
    """

    kind: Literal["tiki_taka"] = field("tiki_taka", "the training algorithm")
    learning_rate: float = field(..., "learning rate on A, the array that sees the gradient", gt=0)
    transfer_rate: float = field(..., "rate of the transfer from A to C", gt=0)
    transfer_every: int = field(1, "samples between transfers", "samples", ge=1)
    gamma: float = field(0.0, "share of A in the weights the network sees: gamma A + C", ge=0, le=1)
    rows_per_transfer: RowCount = field(1, "rows of A written to C at a transfer", "rows")
    row_order: Literal["cyclic", "permuted"] = field(
        "cyclic", "rows one after the other, or shuffled at each sweep"
    )
    a: AnyDevice = field(..., "the devices of A, which collects the gradient")
    c: AnyDevice = field(..., "the devices of C, which holds the weights")
    transfer_pulses: Pulses = field(Pulses(), "how a transfer becomes pulses on C")

    @property
    def rates(self) -> tuple[float, ...]:
        return self.learning_rate, self.transfer_rate

    def tile(self, site: "Site") -> Any:
        """The state of one tile, docs/theory.md (5.2)."""
        from kernels.tiles import TikiTaka as State

        return State(
            site.array("c", self.c, site.initial_weights()),
            site.array("a", self.a, site.zeros(site.n_in, site.n_out)),
            site.lines(),
            site.rule(),
            site.rule(self.transfer_pulses),
            site.rates(self.rates),
            site.scalar(self.gamma),
            self.transfer_every,
            site.n_in if self.rows_per_transfer == "all" else self.rows_per_transfer,
            self.row_order == "permuted" and self.rows_per_transfer != "all",
            site.counters(2),
            site.in_order(site.n_in),
            site.reader("transfer", 1, site.n_out),
            site.zeros(site.n_in),
            site.zeros(site.n_out),
        )

    def inert(self) -> Iterator[tuple[str, str]]:
        if self.rows_per_transfer == "all":
            yield "row_order", 'rows_per_transfer = "all" visits every row at every transfer'


AnyAlgorithm = Annotated[SGD | TikiTaka, Field(discriminator="kind")]
