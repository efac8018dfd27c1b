"""A step that is the same everywhere.  docs/theory.md (2.1)."""

from typing import TYPE_CHECKING, Any, Literal

from crossbar.devices.stepped import Stepped
from crossbar.spec import field

if TYPE_CHECKING:
    import numpy as np


class ConstantStep(Stepped):
    """up: w + s_up (1 + c2c z); down: w - s_dn (1 + c2c z).  Gokmen & Vlasov 2016."""

    kind: Literal["constant"] = field("constant", "the law of one pulse")

    def build(self, n_in: int, n_out: int, rng: "np.random.Generator", dtype: Any = "float32") -> Any:
        from kernels.devices import Constant

        draws = self._draws(n_in, n_out, rng, dtype)
        s_up, s_dn = self._steps(draws)
        return Constant(
            draws.cells(**self._bounds(draws), s_up=s_up, s_dn=s_dn), **draws.scalars(c2c=self.c2c)
        )
