"""What all algorithms have in common, and what those have that visit rows or collect the gradient on an array A."""

from collections.abc import Iterator
from typing import TYPE_CHECKING, Annotated, Any, Literal

from pydantic import Field

from crossbar.devices import AnyDevice
from crossbar.pulses import Pulses
from crossbar.spec import Spec, field

if TYPE_CHECKING:
    from crossbar.site import Site

RowCount = Annotated[int, Field(ge=1)] | Literal["all"]


class Algorithm(Spec):
    """An algorithm on the arrays of one layer.

    A subclass says its `kind`, its further fields, `tile`, and where they differ `rates`, `names` and `writing`.
    """

    kind: str = field("", "the training algorithm")
    learning_rate: float = field(..., "learning rate on A, the array that sees the gradient", gt=0)
    c: AnyDevice = field(..., "the devices of C, which holds the weights")

    @property
    def rates(self) -> tuple[float, ...]:
        """The learning rate, and where rows are moved the rate of that: what a schedule multiplies."""
        return (self.learning_rate,)

    @property
    def names(self) -> tuple[str, ...]:
        """The arrays by name, in the order of their numbers in addresses."""
        return ("c",)

    @property
    def reads_rows(self) -> bool:
        """Whether rows of an auxiliary array are read."""
        return len(self.names) > 1

    @property
    def pulsed(self) -> bool:
        """Whether the gradient is written to an array as the experiment's `pulses` say."""
        return True

    @property
    def visible(self) -> tuple[str, ...]:
        """The arrays that the network sees."""
        return ("c",)

    def device(self, name: str) -> AnyDevice:
        """The devices of an array."""
        device: AnyDevice = getattr(self, name)
        return device

    @property
    def laws(self) -> dict[str, str]:
        """Classes of a user's own in it, by the places where they are named."""
        found = {"algorithm.law": getattr(self, "law", "")}
        found |= {f"algorithm.{name}.law": getattr(self.device(name), "law", "") for name in ("a", "c")
                  if name in self.names}  # fmt: skip
        return {place: law for place, law in found.items() if law}

    def writing(self, pulses: Pulses) -> dict[str, Pulses]:
        """How each array is written; `pulses`: how the gradient is.  An array that gets whole numbers of pulses is
        said by trains as long as the most of them."""
        return {"c": pulses}

    def tile(self, site: "Site") -> Any:
        """The state of one tile."""
        raise NotImplementedError

    def held(self, state: Any) -> dict[str, Any]:
        """The kernels' arrays of a tile by name."""
        return {name: getattr(state, name) for name in self.names}

    def with_array(self, state: Any, name: str, array: Any) -> Any:
        """The state of a tile with another array."""
        return state._replace(**{name: array})

    def weights(self, state: Any) -> Any:
        """The weights (n_in, n_out) that the network sees, a copy."""
        return state.c.w.copy()


class RowByRow(Algorithm):
    """Some rows are visited after every `transfer_every` samples, one after the other."""

    transfer_every: int = field(1, "samples between transfers", "samples", ge=1)
    rows_per_transfer: RowCount = field(1, "rows written to C at a transfer", "rows")
    row_order: Literal["cyclic", "permuted"] = field(
        "cyclic", "rows one after the other, or shuffled at each sweep"
    )

    def inert(self) -> Iterator[tuple[str, str]]:
        yield from super().inert()
        if self.rows_per_transfer == "all":
            yield "row_order", 'rows_per_transfer = "all" visits every row at every transfer'

    def visits(self, site: "Site") -> Any:
        rows, permuted = self.rows_per_transfer, self.row_order == "permuted"
        return site.visits(self.transfer_every, rows, permuted and rows != "all")


class Auxiliary(RowByRow):
    """An array A collects the gradient, and its rows are moved to C: the network sees W = gamma A + C."""

    gamma: float = field(0.0, "share of A in the weights the network sees: gamma A + C", ge=0, le=1)
    a: AnyDevice = field(..., "the devices of A, which collects the gradient")

    @property
    def names(self) -> tuple[str, ...]:
        return ("c", "a")

    @property
    def visible(self) -> tuple[str, ...]:
        return ("c", "a") if self.gamma > 0 else ("c",)

    def weights(self, state: Any) -> Any:
        return state.c.w + state.gamma * state.a.w if self.gamma > 0 else state.c.w.copy()

    def arrays(self, site: "Site") -> tuple[Any, Any]:
        """C at its initial weights, A at 0."""
        c = site.array("c", self.c, site.initial_weights())
        return c, site.array("a", self.a, site.zeros(site.n_in, site.n_out))
