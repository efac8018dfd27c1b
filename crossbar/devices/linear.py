"""Steps that fall linearly with the weight; soft bounds are the case where they end at the bound.

docs/theory.md (2.2)-(2.5).  In the kernel's affine form: step_up = a_up - b_up w, step_dn = a_dn + b_dn w; soft bounds
in differences: step_up = b_up (w_max - w), step_dn = b_dn (w - w_min).
"""

from collections.abc import Iterator
from typing import TYPE_CHECKING, Any, ClassVar, Literal

from crossbar.devices.stepped import Stepped
from crossbar.spec import field

if TYPE_CHECKING:
    import numpy as np

    from crossbar.devices.draws import Draws


class Affine(Stepped):
    """What the two laws below share: the form of the cycle-to-cycle noise, and the affine kernels."""

    c2c_form: Literal["multiplicative", "additive"] = field(
        "multiplicative", "the noise of a step shrinks with the step, or keeps its size at w = 0"
    )

    def build(self, n_in: int, n_out: int, rng: "np.random.Generator", dtype: Any = "float32") -> Any:
        draws = self._draws(n_in, n_out, rng, dtype)
        law, columns = self._law(draws, self._bounds(draws), *self._steps(draws))
        return law(draws.cells(**columns), **draws.scalars(c2c=self.c2c))

    def inert(self) -> Iterator[tuple[str, str]]:
        yield from super().inert()
        if self.c2c == 0:
            yield "c2c_form", "c2c = 0 leaves no noise to have a form"

    def _fold(self, columns: dict[str, Any], r: Any) -> None:
        if "a_up" in columns:  # differences from a bound, and constant steps, need nothing
            columns["a_up"] = columns["a_up"] - columns["b_up"] * r
            columns["a_dn"] = columns["a_dn"] + columns["b_dn"] * r

    def _law(self, draws: "Draws", bounds: dict[str, Any], s_up: Any, s_dn: Any) -> tuple[Any, dict[str, Any]]:
        """The kernel's class and the columns of its cells, of each cell's bounds and its steps at w = 0."""
        raise NotImplementedError

    def _affine(self, bounds: dict[str, Any], a_up: Any, b_up: Any, a_dn: Any, b_dn: Any) -> tuple[Any, dict[str, Any]]:
        from kernels.devices import Linear, LinearAdditive

        columns = {**bounds, "a_up": a_up, "b_up": b_up, "a_dn": a_dn, "b_dn": b_dn}
        if self.c2c_form == "additive":
            return LinearAdditive, {**columns, "s_up": a_up, "s_dn": a_dn}
        return Linear, columns


class LinearStep(Affine):
    """up: w + s_up (1 - gamma_up w/w_max)(1 + c2c z); down: w - s_dn (1 - gamma_down w/w_min)(1 + c2c z).

    The slopes belong to the nominal bounds.  A cell whose own bound was drawn beyond the weight at which its
    step vanishes ends there: no pulse leads further, and a step is never negative within the bounds.
    """

    kind: Literal["linear"] = field("linear", "the law of one pulse")
    gamma_up: float = field(..., "share of the up step that is lost between 0 and w_max", ge=0, le=1)
    gamma_down: float = field(..., "share of the down step that is lost between 0 and w_min", ge=0, le=1)
    gamma_d2d: float = field(0.0, "relative spread of gamma_up and gamma_down from cell to cell", ge=0)

    gamma_std: float = field(0.0, "absolute spread of gamma_up and gamma_down; instead of gamma_d2d", ge=0)

    SPREADS: ClassVar[tuple[str, ...]] = (*Stepped.SPREADS, "gamma_d2d", "gamma_std")

    def conflicts(self) -> Iterator[tuple[str, str]]:
        yield from super().conflicts()
        if self.gamma_std > 0 and self.gamma_d2d > 0:
            yield "gamma_std", f"must be 0 beside gamma_d2d (got {self.gamma_std}); state one spread of the slopes."
        elif self.gamma_std > 0 and (self.gamma_up == 0) != (self.gamma_down == 0):
            flat = "gamma_up" if self.gamma_up == 0 else "gamma_down"
            yield "gamma_std", f"must be 0 where {flat} = 0 (got {self.gamma_std}); use gamma_d2d."

    def inert(self) -> Iterator[tuple[str, str]]:
        yield from super().inert()
        if self.gamma_up == self.gamma_down == 0:
            for name in ("gamma_d2d", "gamma_std"):
                yield name, "gamma_up = gamma_down = 0 is the constant step, which has no slope to spread"

    def _law(self, draws: "Draws", bounds: dict[str, Any], s_up: Any, s_dn: Any) -> tuple[Any, dict[str, Any]]:
        import numpy as np

        gamma_up = self.gamma_up * draws.relative("gamma_up", self._gamma_d2d(self.gamma_up))
        gamma_dn = self.gamma_down * draws.relative("gamma_down", self._gamma_d2d(self.gamma_down))
        if self.gamma_up > 0:
            bounds["w_max"] = np.minimum(bounds["w_max"], self.w_max / gamma_up)
        if self.gamma_down > 0:
            bounds["w_min"] = np.maximum(bounds["w_min"], self.w_min / gamma_dn)
        return self._affine(bounds, s_up, s_up * gamma_up / self.w_max, s_dn, -s_dn * gamma_dn / self.w_min)

    def _gamma_d2d(self, gamma: float) -> float:
        return self.gamma_std / gamma if self.gamma_std > 0 else self.gamma_d2d


class SoftBounds(Affine):
    """up: w + AF s_up (1 - w/w_max)(1 + c2c z); down: w - AF s_dn (1 - w/w_min)(1 + c2c z).

    Each cell with its own bounds.  AF = 0 is by definition the ideal device, the constant step.
    Lee et al. 2022, eq. 12 (equations 6, 7, 10 and the first line of 11 are misprinted there).
    """

    kind: Literal["soft_bounds"] = field("soft_bounds", "the law of one pulse")
    af: float = field(
        1.0, "asymmetry factor", ge=0, remedy="0 is the ideal device, 1 the reference asymmetry"
    )
    af_d2d: float = field(0.0, "relative spread of the asymmetry factor from cell to cell", ge=0)
    af_reading: Literal["gain", "granularity"] = field(
        "gain",
        "pulses are counted by step and worth af step; or counted by af step, so that the mean update stays",
    )

    SPREADS: ClassVar[tuple[str, ...]] = (*Stepped.SPREADS, "af_d2d")

    def at_zero(self) -> tuple[float, float]:
        return (self.af, self.af) if self.af > 0 else (1.0, 1.0)

    @property
    def pulse_step(self) -> float:
        """The step by which pulses are counted: step in the reading `gain`, af step in `granularity`."""
        return self.step if self.af_reading == "gain" else self.granularity

    def inert(self) -> Iterator[tuple[str, str]]:
        yield from super().inert()
        if self.af == 0:
            for name in ("af_d2d", "af_reading"):
                yield name, "af = 0 is the ideal device of constant step, which has no asymmetry"
            if self.c2c > 0:
                yield "c2c_form", "af = 0 is the ideal device of constant step, where both forms are one"

    def _steps(self, draws: "Draws") -> tuple[Any, Any]:
        s_up, s_dn = super()._steps(draws)
        factor = self.at_zero()[0] * draws.relative("af", self.af_d2d)
        return factor * s_up, factor * s_dn

    def _law(self, draws: "Draws", bounds: dict[str, Any], s_up: Any, s_dn: Any) -> tuple[Any, dict[str, Any]]:
        from kernels import devices

        if self.af == 0:  # a constant step has one noise, whatever its form
            return devices.Constant, {**bounds, "s_up": s_up, "s_dn": s_dn}
        b_up, b_dn = s_up / bounds["w_max"], -s_dn / bounds["w_min"]
        if self.c2c_form == "additive":
            return self._affine(bounds, s_up, b_up, s_dn, b_dn)
        return devices.SoftBounds, {**bounds, "b_up": b_up, "b_dn": b_dn}
