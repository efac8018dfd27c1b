"""How an update becomes pulses.  docs/theory.md (3)."""

from collections.abc import Iterator
from typing import Literal

from crossbar.spec import Spec, field


class Pulses(Spec):
    """Pulse trains on rows and columns; a cell is pulsed where they coincide.

    Gokmen & Vlasov 2016 (stochastic trains); Gokmen, Onen & Haensch 2017 (management of trains and updates).
    """

    kind: Literal["stochastic", "mean_count", "implicit", "exact"] = field(
        "stochastic",
        "stochastic: random trains; mean_count, implicit: rounded mean counts, of the lines or of the cells; "
        "exact: the outer product itself, without pulses",
    )
    max_length: int = field(31, "longest train", "slots", ge=1, le=63)
    bl_management: bool = field(True, "trains no longer than the largest entry needs")
    update_management: bool = field(True, "rows and columns fire equally often at their largest entries")
    resolution: float = field(0.0, "firing probabilities are multiples of this; 0: any value", ge=0, le=1)
    rounding: Literal["nearest", "stochastic"] = field(
        "nearest", "how probabilities are brought to the resolution"
    )

    def conflicts(self) -> Iterator[tuple[str, str]]:
        if self.kind != "exact" and self.bl_management and not self.update_management:
            yield (
                "update_management",
                (
                    "must be true where bl_management is (got false); "
                    "set bl_management = false as well, or leave update management on."
                ),
            )

    def inert(self) -> Iterator[tuple[str, str]]:
        if self.kind == "exact":
            for name in ("max_length", "bl_management", "update_management", "resolution", "rounding"):
                yield name, 'kind = "exact" adds the outer product itself, without pulses'
        elif self.resolution == 0:
            yield "rounding", "resolution = 0 leaves nothing to round"
