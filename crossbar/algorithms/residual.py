"""Residual learning on two or more arrays."""

from collections.abc import Iterator
from itertools import pairwise
from typing import TYPE_CHECKING, Any, Literal

from crossbar.algorithms.algorithm import RowByRow, RowCount
from crossbar.devices import AnyDevice
from crossbar.pulses import Pulses
from crossbar.spec import field

if TYPE_CHECKING:
    from crossbar.site import Site


class ResidualLearning(RowByRow):
    """Array A learns what C still lacks, and hands it on.  Wu et al. 2025.

        the network sees      W = C + gamma A                  (two arrays)
                              W = C + gamma A2 + gamma^2 A     (three, and so on)
        every sample          A <- A - learning_rate x d^T, pulsed
        every ns samples      A2_t <- A2_t + transfer_rate A_t,   C_t <- C_t + transfer_rate A2_t   for its rows t
        with a buffer         H_t <- (1 - buffer_rate) H_t + buffer_rate transfer_rate A_t,   n = trunc(H_t/s0) pulses

    s0: the step by which pulses on the array that is written are counted.
    """

    kind: Literal["residual"] = field("residual", "the training algorithm")
    transfer_rate: float = field(..., "rate of the transfer from each array to the next", gt=0)
    gamma: float = field(..., "share of each array beside the next coarser one: C + gamma A", gt=0, le=1)
    arrays: int = field(2, "arrays that make a weight: c, a, and in between a2, a3, ...", "arrays", ge=2, le=8)
    rows_per_transfer: RowCount = field("all", "rows written at a transfer", "rows")
    buffer_rate: float = field(0.0, "beta of the digital buffers between arrays; 0: no buffers", ge=0, le=1)
    max_pulses: int = field(31, "most pulses that one buffered transfer gives a cell", "pulses", ge=1, le=63)
    a: AnyDevice = field(..., "the devices of A, which sees the gradient, and of a2, a3, ...")
    transfer_pulses: Pulses = field(Pulses(), "how a transfer without buffer becomes pulses")

    @property
    def rates(self) -> tuple[float, ...]:
        return self.learning_rate, self.transfer_rate

    @property
    def names(self) -> tuple[str, ...]:
        return ("c", "a", *(f"a{n}" for n in range(2, self.arrays)))

    @property
    def visible(self) -> tuple[str, ...]:
        return self.names

    def device(self, name: str) -> AnyDevice:
        return self.c if name == "c" else self.a

    def writing(self, pulses: Pulses) -> dict[str, Pulses]:
        moved = Pulses(max_length=self.max_pulses) if self.buffer_rate > 0 else self.transfer_pulses
        return {name: pulses if name == "a" else moved for name in self.names}

    def held(self, state: Any) -> dict[str, Any]:
        return dict(zip(self.names, [state.c, *(link.array for link in links(state.chain))], strict=True))

    def with_array(self, state: Any, name: str, array: Any) -> Any:
        if name == "c":
            return state._replace(c=array)
        chain = links(state.chain)
        place = self.names.index(name) - 1
        fresh = chain[place]._replace(array=array)
        for link in reversed(chain[:place]):
            fresh = link._replace(coarser=fresh)
        return state._replace(chain=fresh)

    def weights(self, state: Any) -> Any:
        return state.c.w + sum(link.share * link.array.w for link in links(state.chain))

    def inert(self) -> Iterator[tuple[str, str]]:
        yield from super().inert()
        if self.buffer_rate > 0:
            yield "transfer_pulses", "a buffer (buffer_rate > 0) fires whole pulses"
        else:
            yield "max_pulses", "without a buffer (buffer_rate = 0) transfer_pulses say how rows are written"

    def tile(self, site: "Site") -> Any:
        """The state of one tile, docs/theory.md (5.10)."""
        from kernels.tiles import End, Link, Residual

        c = site.array("c", self.c, site.initial_weights())
        arrays = [c, *(site.array(name, self.a, site.zeros(site.n_in, site.n_out)) for name in self.names[:0:-1])]
        last = len(arrays) - 1
        chain: Any = End(0)
        for number, (target, array) in enumerate(pairwise(arrays)):
            buffer = site.buffer(float(target.s0), self.max_pulses, there=self.buffer_rate > 0)
            chain = Link(array, last - number, site.scalar(self.gamma ** (number + 1)), buffer, chain)
        return Residual(
            c, chain, site.lines(), site.rule(), site.rule(self.writing(Pulses())["c"]), site.rates(self.rates),
            site.scalar(self.buffer_rate), self.visits(site), site.row_reader(),
        )  # fmt: skip


def links(chain: Any) -> list[Any]:
    """The links of a chain, the finest array first."""
    return [chain, *links(chain.coarser)] if hasattr(chain, "coarser") else []
