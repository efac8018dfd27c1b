"""A step read from a table over the range, linear between its nodes.  docs/theory.md (2.8)."""

from typing import TYPE_CHECKING, Annotated, Any, Literal

from pydantic import Field

from crossbar.devices.stepped import Stepped
from crossbar.spec import field

if TYPE_CHECKING:
    import numpy as np

Node = Annotated[float, Field(ge=0)]


class Table(Stepped):
    """up: w + s_up T_up(q)(1 + c2c z), q = (w - w_min)/(w_max - w_min); down with s_dn T_down(q)."""

    kind: Literal["table"] = field("table", "the law of one pulse")
    up: tuple[Node, ...] = field(
        ..., "up step in units of step at equally spaced q from 0 to 1", strict=False, min_length=2
    )
    down: tuple[Node, ...] = field(
        ..., "down step in units of step at equally spaced q from 0 to 1", strict=False, min_length=2
    )

    def at_zero(self) -> tuple[float, float]:
        q = -self.w_min / (self.w_max - self.w_min)
        return between(self.up, q), between(self.down, q)

    def build(self, n_in: int, n_out: int, rng: "np.random.Generator", dtype: Any = "float32") -> Any:
        from kernels.devices import Table as State

        draws = self._draws(n_in, n_out, rng, dtype)
        s_up, s_dn = self._steps(draws)
        return State(
            draws.cells(**self._bounds(draws), s_up=s_up, s_dn=s_dn),
            **draws.scalars(c2c=self.c2c),
            t_up=draws.cast("t_up", self.up),
            t_dn=draws.cast("t_dn", self.down),
        )


def between(nodes: tuple[float, ...], q: float) -> float:
    """Linear between nodes equally spaced over q = 0 .. 1."""
    place = q * (len(nodes) - 1)
    left = min(int(place), len(nodes) - 2)
    return nodes[left] + (nodes[left + 1] - nodes[left]) * (place - left)
