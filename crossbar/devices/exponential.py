"""A step that falls exponentially toward the bound.  docs/theory.md (2.6)."""

from collections.abc import Iterator
from math import exp
from typing import TYPE_CHECKING, Any, Literal

from crossbar.devices.stepped import Stepped
from crossbar.spec import field

if TYPE_CHECKING:
    import numpy as np

LARGEST_EXPONENT = 700.0  # beyond it exp() leaves the range of float64


class ExpStep(Stepped):
    """up: w + s_up max(1 - A_up exp(gamma_up u), 0)(1 + c2c z); down with A_down exp(-gamma_down u).

    u = 2 a w/(w_max - w_min) + b, with the nominal bounds.  The form of Gong et al. 2018 as in aihwkit.  With
    c2c_offset or c2c_slope the noise is c2c (|step| + c2c_offset + c2c_slope |w - c2c_origin|) z.
    """

    kind: Literal["exponential"] = field("exponential", "the law of one pulse")
    A_up: float = field(..., "weight of the exponential in the up step; 0: constant step")
    A_down: float = field(..., "weight of the exponential in the down step; 0: constant step")
    gamma_up: float = field(..., "rate of the exponential in the up step")
    gamma_down: float = field(..., "rate of the exponential in the down step")
    a: float = field(1.0, "scale of the weight in u = 2 a w/(w_max - w_min) + b")
    b: float = field(0.0, "offset of the weight in u = 2 a w/(w_max - w_min) + b")

    c2c_offset: float = field(0.0, "what c2c is relative to besides the step, in units of the weight", ge=0)
    c2c_slope: float = field(0.0, "and how much of it comes with each unit of the weight from c2c_origin", ge=0)
    c2c_origin: float = field(0.0, "weight at which c2c_slope adds nothing")

    def inert(self) -> Iterator[tuple[str, str]]:
        yield from super().inert()
        for name in ("c2c_offset", "c2c_slope"):
            if self.c2c == 0:
                yield name, "c2c = 0 leaves no noise"
        if self.c2c_slope == 0:
            yield "c2c_origin", "c2c_slope = 0 has no weight to count from"

    def at_zero(self) -> tuple[float, float]:
        up = 1 - self.A_up * exp(min(self.gamma_up * self.b, LARGEST_EXPONENT))
        down = 1 - self.A_down * exp(min(-self.gamma_down * self.b, LARGEST_EXPONENT))
        return max(up, 0.0), max(down, 0.0)

    def build(self, n_in: int, n_out: int, rng: "np.random.Generator", dtype: Any = "float32") -> Any:
        from kernels.devices import Exponential, ExponentialNoisy

        draws = self._draws(n_in, n_out, rng, dtype)
        s_up, s_dn = self._steps(draws)
        u = {"slope": 2 * self.a / (self.w_max - self.w_min), "offset": self.b}
        shape = {"A_up": self.A_up, "A_dn": self.A_down, "g_up": self.gamma_up, "g_dn": self.gamma_down}
        cells = {**self._bounds(draws), "s_up": s_up, "s_dn": s_dn, **u}
        if self.c2c_offset == self.c2c_slope == 0:
            return Exponential(draws.cells(**cells), **draws.scalars(c2c=self.c2c, **shape))
        besides = {"n_off": self.c2c_offset, "n_slope": self.c2c_slope}
        return ExponentialNoisy(
            draws.cells(**cells, origin=self.c2c_origin), **draws.scalars(c2c=self.c2c, **shape, **besides)
        )

    def _fold(self, columns: dict[str, Any], r: Any) -> None:
        columns["offset"] = columns["offset"] + columns["slope"] * r
