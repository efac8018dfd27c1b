"""What all devices have in common: bounds, noise, conductances."""

from collections.abc import Iterator
from typing import TYPE_CHECKING, Any, ClassVar, Literal, Self

from crossbar.devices import siemens
from crossbar.devices.retention import HalfSelect, Retention
from crossbar.expected import shown
from crossbar.spec import Spec, field

if TYPE_CHECKING:
    import numpy as np

    from crossbar.devices.draws import Draws


class Device(Spec):
    """A resistive device in weight units; docs/theory.md (2.0), (2.9).  Ideal by default: no spread, no noise."""

    kind: str = field("", "the law of one pulse")
    w_min: float = field(-1.0, "lower bound of the weight", lt=0, remedy="the bounds lie strictly around 0")
    w_max: float = field(1.0, "upper bound of the weight", gt=0, remedy="the bounds lie strictly around 0")
    w_min_d2d: float = field(0.0, "relative spread of w_min from cell to cell", ge=0)
    w_max_d2d: float = field(0.0, "relative spread of w_max from cell to cell", ge=0)
    c2c: float = field(0.0, "spread of a single step, relative to the step", ge=0)
    low_draw: Literal["floor", "error"] = field(
        "floor", "what happens to a drawn value under 1 % of its nominal one: set to 1 %, or an error"
    )
    write_noise: float = field(
        0.0, "spread of the weight around the state that pulses act on, drawn at each write, in units of step", ge=0
    )
    stuck: float = field(0.0, "share of cells that never move and sit at a uniform value of their range", ge=0, le=1)
    polarity: Literal["both", "up"] = field(
        "both", "pulses of both directions, or of one: such devices stand in pairs"
    )
    retention: Retention = field(Retention(), "what time does to the state")
    half_select: HalfSelect = field(HalfSelect(), "what pulses on one line alone do to the state")
    g_min: float | None = field(None, "conductance at w_min; with g_max, or neither", "S", ge=0)
    g_max: float | None = field(None, "conductance at w_max; with g_min, or neither", "S", gt=0)
    reference: Literal["nominal", "symmetry_point", "zero_shift"] = field(
        "nominal", "where the reference of a cell stands: at weight 0, at the cell's own symmetry point, or where "
        "zero_shift_pairs pulses up and down leave the cell"
    )
    reference_offset: float = field(0.0, "shift of all references beyond that, in units of the weight")
    reference_std: float = field(0.0, "error of a reference, a normal number of each cell, in units of the weight",
                                 ge=0)
    zero_shift_pairs: int = field(2000, "pulses up and down in turn, from weight 0, before a reference is programmed",
                                  "pairs", ge=1, le=2**31 - 1)

    if TYPE_CHECKING:  # a property of stepped devices, a field of Custom
        @property
        def granularity(self) -> float: ...

    SPREADS: ClassVar[tuple[str, ...]] = ("w_min_d2d", "w_max_d2d")
    shares: ClassVar[tuple[float, ...]] = (1.0,)  # one device is the weight; crossbar.devices.cells has others
    route: ClassVar[str] = "FIRST"
    WITHOUT_PULSES: ClassVar[tuple[str, ...]] = (  # what still acts where weights are written exactly
        "kind", "w_min", "w_max", "w_min_d2d", "w_max_d2d", "low_draw", "g_min", "g_max", "stuck", "retention",
        "reference_offset", "reference_std")

    @property
    def inner(self) -> "Device":
        """The device of each cell."""
        return self

    @property
    def pulse_step(self) -> float:
        """The step by which pulses are counted, docs/theory.md (3): the granularity."""
        return self.granularity

    @property
    def up_step(self) -> float:
        """The nominal up step at w = 0."""
        return self.granularity

    @property
    def noise_std(self) -> float:
        """The spread of the visible weight in weight units."""
        return self.write_noise * self.granularity

    @property
    def n_states(self) -> float:
        """(w_max - w_min)/granularity."""
        return (self.w_max - self.w_min) / self.granularity

    def build(self, n_in: int, n_out: int, rng: "np.random.Generator", dtype: Any = "float32") -> Any:
        """The kernel's state of n_in x n_out such devices; cells (1, 1) if all are equal, else (n_in, n_out).

        The spreads are drawn from children of `rng`, one a quantity (crossbar.devices.draws).
        SpecError: a draw under 1 % of its nominal value with low_draw = "error"; a number that dtype cannot hold.
        """
        raise NotImplementedError(f"{type(self).__name__} states no law")

    @property
    def shifts(self) -> bool:
        """Whether some reference departs from its nominal place, docs/theory.md (2.16)."""
        return self.reference != "nominal" or self.reference_offset != 0 or self.reference_std > 0

    def nominal(self) -> Self:
        """The same device without spreads from cell to cell."""
        return self.model_copy(update=dict.fromkeys((*self.SPREADS, "stuck"), 0.0))

    def shifted(self, dev: Any, r: Any) -> Any:
        """The state `dev` of such devices with the reference of every cell moved by r: weights are w = v - r.

        r: in units of the weight, one number or (n_in, n_out); cells (1, 1) become (n_in, n_out) with it.  The law
        stays what it is, its numbers per cell change: docs/theory.md (2.0), (2.2), (2.6).
        SpecError: bounds that the state's dtype cannot hold.
        """
        from crossbar.devices.folding import fold

        return fold(type(self).__name__, dev, r, self._fold)

    def _fold(self, columns: dict[str, Any], r: Any) -> None:
        """Moves the reference in a law's own numbers per cell; the bounds are moved already."""

    def conductances(self, w: Any) -> Any:
        """g = g_ref + w/K in siemens, in the precision of w; docs/theory.md (2.0).

        Where references are shifted, w + r is what to give: `Tile.conductances` does.

        SpecError: the device has no g_min and g_max.
        """
        return siemens.conductances(w, *self._window("conductances"))

    def weights(self, g: Any) -> Any:
        """w = K (g - g_ref), the inverse of `conductances`."""
        return siemens.weights(g, *self._window("weights"))

    def describe(self) -> str:
        """One line: the kind, what departs from the defaults, granularity and states."""
        listed = "".join(f", {name} {brief(value)}" for name, value in departures(self))
        return f"{self.kind}{listed}; granularity {self.granularity:g}, {self.n_states:.4g} states"

    def without_pulses(self) -> Iterator[str]:
        """The fields that cannot act where weights are written exactly: all but those of the bounds."""
        for name, info in type(self).model_fields.items():
            if name not in self.WITHOUT_PULSES and not info.is_required():
                yield name

    def states(self, w: "np.ndarray", low: "np.ndarray") -> "np.ndarray":
        """States (1, n_in, n_out) that make the weights w: themselves."""
        return w[None]

    def conflicts(self) -> Iterator[tuple[str, str]]:
        if not self.w_min <= self.retention.rest <= self.w_max:
            yield "retention.rest", (f"must lie within w_min = {self.w_min:g} and w_max = {self.w_max:g} (got "
                                     f"{self.retention.rest:g}); a state cannot come to rest outside its bounds.")
        if self.retention.drift > 0 and not self.retention.drift_reference and self.g_min is None:
            yield "retention.drift", (f"must have a conductance to act on, g_min and g_max (got drift = "
                                      f"{self.retention.drift:g} without); give both, or set drift_reference = true.")
        if self.polarity == "up" and self.reference != "nominal":
            yield "reference", ('must be "nominal" where polarity is "up" (got '
                                f'"{self.reference}"); without pulses down there is no symmetry point: leave it out.')
        if self.polarity == "up" and self.half_select.acts and self.half_select.direction != "up":
            yield "half_select.direction", ('must be "up" where polarity is "up" (got '
                                            f'"{self.half_select.direction}"); nothing lowers such a device: set it.')
        if (self.g_min is None) != (self.g_max is None):
            missing = "g_min" if self.g_min is None else "g_max"
            yield missing, "must be given with its partner (got nothing); set both g_min and g_max."
        elif self.g_min is not None and self.g_max is not None and self.g_min >= self.g_max:
            yield "g_max", f"must be > g_min = {self.g_min} (got {self.g_max}); g grows with the weight."

    def inert(self) -> Iterator[tuple[str, str]]:
        if not self._spread():
            yield "low_draw", "no spread is set, so nothing is drawn"
        if self.reference != "zero_shift":
            yield "zero_shift_pairs", 'only reference = "zero_shift" drives the cells by pulses'

    def _spread(self) -> bool:
        return any(getattr(self, name) > 0 for name in self.SPREADS) or self.retention.spreads

    def _draws(self, n_in: int, n_out: int, rng: "np.random.Generator", dtype: Any, **fields: Any) -> "Draws":
        from crossbar.devices.draws import Draws

        return Draws(type(self).__name__, (n_in, n_out), rng, self.low_draw, dtype, self.stuck, **fields)

    def _bounds(self, draws: "Draws") -> dict[str, Any]:
        """w_min (1 + s z) and w_max (1 + s z), each cell its own."""
        return {
            "w_min": self.w_min * draws.relative("w_min", self.w_min_d2d),
            "w_max": self.w_max * draws.relative("w_max", self.w_max_d2d),
        }

    def _window(self, wanted: str) -> tuple[float, float, float, float]:
        if self.g_min is None or self.g_max is None:
            raise siemens.missing(type(self).__name__, wanted)
        return self.w_min, self.w_max, self.g_min, self.g_max


def brief(value: Any) -> str:
    """A value in a line of text: numbers of many digits with six."""
    text = shown(value).strip('"')
    return f"{value:.6g}" if isinstance(value, float) and len(text) > 9 else text


def departures(spec: Spec) -> Iterator[tuple[str, Any]]:
    """Names and values of what departs from the defaults, a table's own with their table's name in front."""
    for name, info in type(spec).model_fields.items():
        if isinstance(value := getattr(spec, name), Spec):
            yield from ((f"{name}.{key}", inner) for key, inner in departures(value))
        elif value != info.default:
            yield name, value
