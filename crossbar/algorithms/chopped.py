"""Chopped Tiki-Taka, version 2: signs that turn round average the reference of A out."""

from collections.abc import Iterator
from math import isclose
from typing import TYPE_CHECKING, Any, Literal

from crossbar.algorithms.ttv2 import Buffered
from crossbar.spec import field

if TYPE_CHECKING:
    from crossbar.site import Site

CHOPPERS = ("chopper_probability", "column_chopper_probability")


class Chopped(Buffered):
    """What those have in common that write and read A with signs c_i of its rows and k_j of its columns."""

    chopper: Literal["random", "periodic"] = field(
        "random", "signs turn by chance, or regularly, at every 1/p-th occasion")
    chopper_probability: float = field(
        0.1, "p of a row: with which its sign turns after each read of the row", "1/reads", ge=0, le=1)
    column_chopper_probability: float = field(
        0.0, "p of a column: with which its sign turns after each sweep of the rows", "1/sweeps", ge=0, le=1)

    def conflicts(self) -> Iterator[tuple[str, str]]:
        yield from super().conflicts()
        if self.chopper_probability == self.column_chopper_probability == 0:
            yield "chopper_probability", "must be > 0 where columns have no chopper (got 0); or kind = \"ttv2\"."
        for name in CHOPPERS if self.chopper == "periodic" else ():
            p = getattr(self, name)
            if p > 0 and not isclose(1 / p, round(1 / p), rel_tol=1e-6):
                yield name, f'must be 1 over a whole number with chopper = "periodic" (got {p}); or "random".'

    def weights(self, state: Any) -> Any:
        if self.gamma == 0:
            return super().weights(state)
        signs = state.choppers.rows[:, None] * state.choppers.columns
        return state.c.w + signs * (state.gamma * state.a.w)

    def choppers(self, site: "Site") -> Any:
        from kernels import build

        chances = self.chopper_probability, self.column_chopper_probability
        return build.choppers(site.n_in, site.n_out, site.dtype, chances, self.chopper == "periodic")


class ChoppedTTv2(Chopped):
    """TTv2 whose array A is written and read with signs.  Rasch, Carta, Fagbohungbe & Gokmen 2024.

        every sample                     A_ij <- A_ij - learning_rate c_i x_i k_j d_j, pulsed
        every ns samples, a row t of A   H_tj <- H_tj + buffer_rate c_t k_j A_tj, then as TTv2; then c_t may turn
        the network sees                 gamma c_i k_j A_ij + C_ij

    A constant offset of the reference of A reaches H with both signs and averages out.
    """

    kind: Literal["cttv2"] = field("cttv2", "the training algorithm")

    def tile(self, site: "Site") -> Any:
        """The state of one tile, docs/theory.md (5.5)."""
        from kernels.tiles import ChoppedTTv2 as State

        return State(*[*self.parts(site), self.choppers(site)])
