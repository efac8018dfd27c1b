"""A step that is a power of the distance to the bound.  docs/theory.md (2.7)."""

from typing import TYPE_CHECKING, Any, Literal

from crossbar.devices.stepped import Stepped
from crossbar.spec import field

if TYPE_CHECKING:
    import numpy as np


class PowStep(Stepped):
    """up: w + s_up ((w_max - w)/(w_max - w_min))^p_up (1 + c2c z); down with (w - w_min) and p_down."""

    kind: Literal["power"] = field("power", "the law of one pulse")
    p_up: float = field(..., "exponent of the up step; 0: constant step", ge=0)
    p_down: float = field(..., "exponent of the down step; 0: constant step", ge=0)

    def at_zero(self) -> tuple[float, float]:
        span = self.w_max - self.w_min
        return (self.w_max / span) ** self.p_up, (-self.w_min / span) ** self.p_down

    def build(self, n_in: int, n_out: int, rng: "np.random.Generator", dtype: Any = "float32") -> Any:
        from kernels.devices import Power

        draws = self._draws(n_in, n_out, rng, dtype)
        s_up, s_dn = self._steps(draws)
        return Power(
            draws.cells(**self._bounds(draws), s_up=s_up, s_dn=s_dn),
            **draws.scalars(c2c=self.c2c, p_up=self.p_up, p_dn=self.p_down),
        )
