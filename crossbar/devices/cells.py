"""Cross-points of several devices: a differential pair, or devices that share a weight.  docs/theory.md (2.12)."""

from collections.abc import Iterator
from typing import TYPE_CHECKING, Annotated, Any, ClassVar, Literal

from pydantic import Field

from crossbar.devices.constant import ConstantStep
from crossbar.devices.custom import Custom
from crossbar.devices.exponential import ExpStep
from crossbar.devices.linear import LinearStep, SoftBounds
from crossbar.devices.power import PowStep
from crossbar.devices.table import Table
from crossbar.spec import Spec, field

if TYPE_CHECKING:
    import numpy as np

AnySingle = Annotated[
    ConstantStep | LinearStep | SoftBounds | ExpStep | PowStep | Table | Custom, Field(discriminator="kind")
]


class Cell(Spec):
    """What both kinds have in common.  Bounds, steps and states are those of the weight."""

    WITHOUT_PULSES: ClassVar[tuple[str, ...]] = ("kind", "device")

    kind: str = field("", "what stands at a cross-point")
    device: AnySingle = field(..., "the devices of a cell", remedy="give a device, for instance xb.SoftBounds()")

    @property
    def shares(self) -> tuple[float, ...]:
        """w = sum of share times state over the devices."""
        raise NotImplementedError

    @property
    def granularity(self) -> float:
        """How far a pulse moves the weight, at w = 0."""
        raise NotImplementedError

    def states(self, w: "np.ndarray", low: "np.ndarray") -> "np.ndarray":
        """States (devices, n_in, n_out) that make the weights w; low: the devices' lower bounds, of that shape."""
        raise NotImplementedError

    @property
    def inner(self) -> Any:
        return self.device

    @property
    def w_min(self) -> float:
        return sum(min(s * self.device.w_min, s * self.device.w_max) for s in self.shares)

    @property
    def w_max(self) -> float:
        return sum(max(s * self.device.w_min, s * self.device.w_max) for s in self.shares)

    @property
    def pulse_step(self) -> float:
        """The step by which pulses are counted, docs/theory.md (3)."""
        return self.granularity * self.device.pulse_step / self.device.granularity

    @property
    def n_states(self) -> float:
        return (self.w_max - self.w_min) / self.granularity

    @property
    def g_min(self) -> float | None:
        return self.device.g_min

    def conductances(self, states: Any) -> Any:
        """g in siemens of each device, of its state.  SpecError: the device has no g_min and g_max."""
        return self.device.conductances(states)

    def describe(self) -> str:
        device = self.device.describe().rpartition("; granularity")[0]
        own = "".join(f", {name} {getattr(self, name)}" for name in type(self).model_fields
                      if name not in ("kind", "device", "devices"))  # fmt: skip
        return (f"{self.kind} of {len(self.shares)}{own}, each {device}; granularity {self.granularity:g}, "
                f"{self.n_states:.4g} states")

    def without_pulses(self) -> Iterator[str]:
        yield from (f"device.{name}" for name in self.device.without_pulses())


class DifferentialPair(Cell):
    """w = v_plus - v_minus.  An up pulse raises v_plus; a down pulse raises v_minus, or ("both") each does both.

    Where both states of a cell lie beyond `refresh_at` of their range after a write, both are reset to their lower
    bound (within reset_std) and one of them is raised by pulses until their difference is there again.
    """

    kind: Literal["pair"] = field("pair", "what stands at a cross-point")
    pulsed: Literal["one", "both"] = field(
        "one", "up raises plus and down raises minus; or each pulse also lowers the other device")
    refresh_at: float = field(0.0, "share of the range beyond which both devices are reset; 0: never", ge=0, lt=1)
    reset_std: float = field(0.0, "spread of the state after a reset, above the lower bound", ge=0)

    @property
    def shares(self) -> tuple[float, ...]:
        return (1.0, -1.0)

    @property
    def granularity(self) -> float:
        return self.device.up_step if self.pulsed == "one" else 2 * self.device.granularity

    @property
    def route(self) -> str:
        return "BY_SIGN" if self.pulsed == "one" else "BOTH"

    def states(self, w: "np.ndarray", low: "np.ndarray") -> "np.ndarray":
        import numpy as np

        if self.pulsed == "both":
            return np.stack([w / 2, -w / 2])
        minus = np.maximum(low[1], low[0] - w)
        return np.stack([np.maximum(low[0], minus + w), minus])

    def conflicts(self) -> Iterator[tuple[str, str]]:
        if self.pulsed == "both" and self.device.polarity == "up":
            yield "pulsed", 'must be "one" where device.polarity is "up" (got "both"); such devices cannot be lowered.'

    def inert(self) -> Iterator[tuple[str, str]]:
        if self.pulsed == "both":
            yield "refresh_at", 'pulsed = "both" lowers one device whenever it raises the other'
        if self.refresh_at == 0:
            yield "reset_std", "refresh_at = 0 resets no device"


class MultiDevice(Cell):
    """w = mean of the states of several devices; the pulses of each write go to the next of them in turn.

    Boybat et al. 2018 (the multi-memristive synapse, with one counter for the array).
    """

    kind: Literal["multi"] = field("multi", "what stands at a cross-point")
    devices: int = field(..., "devices that share a weight", ge=2, le=64)

    @property
    def shares(self) -> tuple[float, ...]:
        return (1 / self.devices,) * self.devices

    @property
    def granularity(self) -> float:
        return self.device.granularity / self.devices

    @property
    def route(self) -> str:
        return "IN_TURN"

    def states(self, w: "np.ndarray", low: "np.ndarray") -> "np.ndarray":
        import numpy as np

        return np.broadcast_to(w, (self.devices, *w.shape)).copy()

    def conflicts(self) -> Iterator[tuple[str, str]]:
        if self.device.polarity == "up":
            yield "device.polarity", 'must be "both" (got "up"); devices that only go up need a pair.'
