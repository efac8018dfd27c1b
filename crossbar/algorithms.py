"""What happens to the arrays at every sample.  docs/theory.md (5).

`c` is the array that holds the weights under every algorithm, `a` the auxiliary one.  A spec builds the state of
its tile, the arrays and knobs that kernels/tiles works on.
"""

from collections.abc import Iterator
from typing import TYPE_CHECKING, Annotated, Any, ClassVar, Literal

from pydantic import Field

from crossbar.devices import AnyDevice, Cell
from crossbar.periphery import Periphery
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


class Hardware(Spec):
    """What a tile is made of, and what cannot act in it."""

    who: ClassVar[str | None] = "Tile"

    algorithm: AnyAlgorithm = field(..., "what happens to the arrays at every sample", remedy="give xb.SGD(...) or "
                                    "xb.TikiTaka(...)")
    pulses: Pulses = field(Pulses(), "how an update becomes pulses", remedy="give xb.Pulses(...)")
    periphery: Periphery = field(
        Periphery(), "how an array is read",
        remedy="give xb.Periphery(...), or xb.Periphery.ideal(), with transfer=False under SGD")

    def conflicts(self) -> Iterator[tuple[str, str]]:
        yield from unfit(self.algorithm, self.pulses)

    def inert(self) -> Iterator[tuple[str, str]]:
        yield from without_effect(self.algorithm, self.pulses)


def unfit(algorithm: SGD | TikiTaka, pulses: Pulses) -> Iterator[tuple[str, str]]:
    """Devices that cannot be written as they are asked to be, in dotted names, and the rule."""
    for name, device, writing in written_arrays(algorithm, pulses):
        if isinstance(device, Cell):
            if writing.kind == "exact":
                yield f"{name}.kind", (f"must be a single device where weights are written exactly (got "
                                       f'"{device.kind}"); write this array by pulses, or give it a single device.')
        elif device.polarity == "up":
            yield f"{name}.polarity", ('must be "both" for a device that stands alone (got "up"); put it into a pair: '
                                       'kind = "pair", device = { ... }.')


def without_effect(algorithm: SGD | TikiTaka, pulses: Pulses) -> Iterator[tuple[str, str]]:
    """What cannot act beside this algorithm and these pulses, in dotted names, and why."""
    if algorithm.kind == "sgd":
        yield "periphery.transfer", 'algorithm.kind = "sgd" has no transfer'
    for name, device, writing in written_arrays(algorithm, pulses):
        for key in device.without_pulses() if writing.kind == "exact" else ():
            yield f"{name}.{key}", "this array is written exactly, so only the bounds of its devices act"
        if writing.kind in ("mean_count", "implicit"):
            inner = "device." if isinstance(device, Cell) else ""
            reason = f'pulses of kind "{writing.kind}" have no trains in which a line fires alone'
            yield f"{name}.{inner}half_select", reason


def written_arrays(algorithm: SGD | TikiTaka, pulses: Pulses) -> Iterator[tuple[str, AnyDevice, Pulses]]:
    """Each array with what writes it."""
    if isinstance(algorithm, TikiTaka):
        yield "algorithm.a", algorithm.a, pulses
        yield "algorithm.c", algorithm.c, algorithm.transfer_pulses
    else:
        yield "algorithm.c", algorithm.c, pulses
