"""What happens to a device between its own pulses: by time, and by pulses on its neighbours.

docs/theory.md (2.13), (2.14).
"""

from collections.abc import Iterator
from typing import ClassVar, Literal

from crossbar.spec import Spec, field


class Retention(Spec):
    """Once a sample: decay toward a resting value, diffusion, drift of the conductance; then the clip.

        v <- rest + (v - rest)(1 - 1/lifetime),   v <- v + diffusion z,   g(t) = g(t0) (t/t0)^(-drift)
    """

    lifetime: float = field(0.0, "samples in which the state decays toward rest by 1/e; 0: never", "samples", ge=0)
    lifetime_d2d: float = field(0.0, "relative spread of the lifetime from cell to cell", ge=0)
    rest: float = field(0.0, "weight toward which the state decays")
    rest_std: float = field(0.0, "absolute spread of rest from cell to cell", ge=0)
    diffusion: float = field(0.0, "spread of the random step of every sample", "1/sample^0.5", ge=0)
    diffusion_d2d: float = field(0.0, "relative spread of diffusion from cell to cell", ge=0)
    drift: float = field(0.0, "exponent nu of the drift", ge=0)
    drift_d2d: float = field(0.0, "relative spread of nu from cell to cell", ge=0)
    drift_t0: float = field(1.0, "age at which a pulse leaves a device, from which its drift is counted", "s", gt=0)
    drift_reference: bool = field(False, "the reference drifts alike: the weight drifts, not the conductance")

    SPREADS: ClassVar[dict[str, str]] = {  # each with what it belongs to
        "lifetime_d2d": "lifetime", "rest_std": "lifetime", "diffusion_d2d": "diffusion", "drift_d2d": "drift"}
    OF: ClassVar[dict[str, str]] = SPREADS | {"rest": "lifetime", "drift_t0": "drift", "drift_reference": "drift"}

    @property
    def decays(self) -> bool:
        return self.lifetime > 0

    @property
    def acts(self) -> bool:
        """Whether time does anything at all."""
        return self.lifetime > 0 or self.diffusion > 0 or self.drift > 0

    @property
    def spreads(self) -> bool:
        return any(getattr(self, name) > 0 for name in self.SPREADS)

    def conflicts(self) -> Iterator[tuple[str, str]]:
        if 0 < self.lifetime <= 1:
            yield "lifetime", f"must be > 1 sample, or 0 for a state that stays (got {self.lifetime}); raise it."

    def inert(self) -> Iterator[tuple[str, str]]:
        for name, needed in self.OF.items():
            if getattr(self, needed) == 0:
                yield name, f"{needed} = 0 leaves nothing for it to act on"


class HalfSelect(Spec):
    """In a slot in which only the row or only the column of a cell fires, the cell may move a little."""

    probability: float = field(0.0, "chance that a slot of one line alone disturbs a cell", ge=0, le=1)
    step: float = field(0.01, "how far a disturbance moves it, in units of a device step", gt=0, le=1)
    direction: Literal["either", "up", "down"] = field(
        "either", "direction of disturbances; either: up as often as down"
    )

    @property
    def acts(self) -> bool:
        return self.probability > 0

    def inert(self) -> Iterator[tuple[str, str]]:
        if not self.acts:
            for name in ("step", "direction"):
                yield name, "probability = 0 disturbs no cell"
