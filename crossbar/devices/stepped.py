"""Devices whose law is a step times a shape: s_up and s_dn of every cell, and the granularity."""

from collections.abc import Iterator
from math import inf
from typing import TYPE_CHECKING, Any, ClassVar, Literal

from crossbar.devices.device import Device
from crossbar.spec import field

if TYPE_CHECKING:
    from crossbar.devices.draws import Draws


class Stepped(Device):
    """One gain per cell shared by both directions, and an imbalance between them; docs/theory.md (2.10).

    s_up = step (g + r), s_dn = step (g - r), r = imbalance + imbalance_std z,
    g = 1 + step_d2d z or exp(step_d2d z)
    """

    step: float = field(0.001, "nominal step, the scale of the law", gt=0)
    step_d2d: float = field(0.0, "relative spread of the step from cell to cell", ge=0)
    step_d2d_form: Literal["normal", "lognormal"] = field(
        "normal", "the gain of a cell: 1 + step_d2d z, or exp(step_d2d z)"
    )
    imbalance: float = field(
        0.0, "mean imbalance: up steps (1 + imbalance), down steps (1 - imbalance)", gt=-1, lt=1
    )
    imbalance_std: float = field(0.0, "absolute spread of the imbalance from cell to cell", ge=0)

    SPREADS: ClassVar[tuple[str, ...]] = (*Device.SPREADS, "step_d2d", "imbalance_std")

    def at_zero(self) -> tuple[float, float]:
        """The shapes of the up and the down step at w = 0, in units of s_up and s_dn."""
        return 1.0, 1.0

    @property
    def granularity(self) -> float:
        """Mean of the nominal up and down step at w = 0; the up step alone where there is no other."""
        up, down = self.at_zero()
        if self.polarity == "up":
            return self.step * (1 + self.imbalance) * up
        return self.step * ((1 + self.imbalance) * up + (1 - self.imbalance) * down) / 2

    @property
    def up_step(self) -> float:
        return self.step * (1 + self.imbalance) * self.at_zero()[0]

    @property
    def noise_std(self) -> float:
        return self.write_noise * self.step

    def conflicts(self) -> Iterator[tuple[str, str]]:
        yield from super().conflicts()
        if not 0 < (mean := self.granularity) < inf:
            yield "step", f"must move the weight at w = 0 (got {mean:g} there); change the shape of the law."

    def inert(self) -> Iterator[tuple[str, str]]:
        yield from super().inert()
        if self.step_d2d == 0:
            yield "step_d2d_form", "step_d2d = 0 leaves no spread to have a form"

    def _steps(self, draws: "Draws") -> tuple[Any, Any]:
        """s_up and s_dn of every cell, at least 1 % of their nominal values."""
        gain = draws.relative("gain", self.step_d2d, self.step_d2d_form, floor=False)
        shift = self.imbalance + self.imbalance_std * draws.normal("imbalance", self.imbalance_std)
        up = draws.at_least_1_percent("step", gain + shift, 1 + self.imbalance)
        down = draws.at_least_1_percent("step", gain - shift, 1 - self.imbalance)
        return self.step * up, self.step * down
