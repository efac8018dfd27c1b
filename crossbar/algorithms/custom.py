"""A user's own algorithm: a NamedTuple registered with kernels.tiles.register, and what it is built from."""

from typing import TYPE_CHECKING, Annotated, Any, Literal

from pydantic import BeforeValidator

from crossbar.algorithms.algorithm import Algorithm
from crossbar.devices import AnyDevice
from crossbar.devices.loading import PATH, class_at, path_of
from crossbar.errors import SpecError
from crossbar.pulses import Pulses
from crossbar.spec import field

if TYPE_CHECKING:
    from crossbar.site import Site


class CustomAlgorithm(Algorithm):
    """The algorithm whose kernel state is the class `law`; docs/guide.md has an example.

    `law` is a NamedTuple registered with kernels.tiles.register, with a class method `of(spec, site)` that returns its
    state: arrays from `spec.arrays(site)`, the rest from the methods of `crossbar.site.Site`.  Its fields must have
    `c` (the weights), `rates` (from `site.rates(spec.rates)`), and where there is an auxiliary array `a`.  A method
    `weights(self)` says what the network sees, where that is not C alone.
    In Python `law` may be the class itself; in a file it is "module:Class".
    Raises SpecError: a class that cannot be imported, is not registered, or whose `of` gives something else.
    """

    kind: Literal["custom"] = field("custom", "the training algorithm")
    law: Annotated[str, BeforeValidator(path_of)] = field(
        ..., "the registered NamedTuple of the tile, as \"module:Class\"", pattern=PATH,
        remedy="write it as \"module:Class\"")
    transfer_rate: float | None = field(None, "second rate, which a schedule multiplies by its transfer_factor", gt=0)
    numbers: dict[str, float] = field({}, "further numbers, for the class to take")
    a: AnyDevice | None = field(None, "the devices of an auxiliary array A, where there is one")

    @property
    def rates(self) -> tuple[float, ...]:
        return (self.learning_rate,) if self.transfer_rate is None else (self.learning_rate, self.transfer_rate)

    @property
    def names(self) -> tuple[str, ...]:
        return ("c",) if self.a is None else ("c", "a")

    @property
    def visible(self) -> tuple[str, ...]:
        return self.names

    def writing(self, pulses: Pulses) -> dict[str, Pulses]:
        return dict.fromkeys(self.names, pulses)

    def arrays(self, site: "Site") -> tuple[Any, ...]:
        """C at its initial weights, and where there is one A at 0."""
        c = site.array("c", self.c, site.initial_weights())
        return (c,) if self.a is None else (c, site.array("a", self.a, site.zeros(site.n_in, site.n_out)))

    def tile(self, site: "Site") -> Any:
        from kernels.tiles import registered

        law = class_at(self.law, "CustomAlgorithm.law")
        if law not in registered():
            raise SpecError(f"CustomAlgorithm.law: must be registered (got {self.law}); call "
                            f"kernels.tiles.register(Class, current, current_back, learn, note_all) in its module.")
        if not hasattr(law, "of"):
            raise SpecError(f"CustomAlgorithm.law: must have a class method of(spec, site) (got {self.law} without); "
                            f"let it return the state of a tile.")
        state = law.of(self, site)
        if missing := [name for name in (*self.names, "rates") if not hasattr(state, name)]:
            raise SpecError(f"CustomAlgorithm.law: must have the fields {', '.join((*self.names, 'rates'))} (got "
                            f"{self.law} without {', '.join(missing)}); add them.")
        return state

    def weights(self, state: Any) -> Any:
        return state.weights() if hasattr(state, "weights") else super().weights(state)
