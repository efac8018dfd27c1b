"""A user's own law: a NamedTuple registered with kernels.devices.register, and its cells' parameters."""

from collections.abc import Iterator
from typing import TYPE_CHECKING, Annotated, Any, ClassVar, Literal, Self

from pydantic import BeforeValidator, Field

from crossbar.devices.device import Device
from crossbar.devices.loading import PATH, class_at, path_of
from crossbar.errors import SpecError
from crossbar.expected import shown
from crossbar.spec import field

if TYPE_CHECKING:
    import numpy as np

Spread = Annotated[float, Field(ge=0)]


class Custom(Device):
    """The device whose kernel state is the class `law`, with the fields cells, c2c and those of `scalars`.

    In Python `law` may be the class itself; in a file it is "module:Class".  `build` raises SpecError when
    the class cannot be imported, is not registered, or has other fields.
    The reference of a cell can be shifted where the law works in v = w + cell.r: then `cells` has an `r`, 0 as a rule.
    """

    # Without pulses these cannot act either, but the class cannot be filled without them.
    WITHOUT_PULSES: ClassVar[tuple[str, ...]] = (*Device.WITHOUT_PULSES, "cells", "scalars")

    kind: Literal["custom"] = field("custom", "the law of one pulse")
    law: Annotated[str, BeforeValidator(path_of)] = field(
        ..., "the registered NamedTuple of the law, as \"module:Class\"", pattern=PATH,
        remedy="write it as \"module:Class\"")
    cells: dict[str, float] = field({}, "nominal parameters of every cell; w_min and w_max are added")
    cells_d2d: dict[str, Spread] = field({}, "relative spreads of parameters in `cells`")
    scalars: dict[str, float] = field({}, "further fields of the class")
    granularity: float = field(..., "mean of the nominal up and down step at w = 0", gt=0)

    def build(self, n_in: int, n_out: int, rng: "np.random.Generator", dtype: Any = "float32") -> Any:
        fields = {name: f"{table}.{name}" for table in ("cells", "scalars") for name in getattr(self, table)}
        draws = self._draws(n_in, n_out, rng, dtype, fields=fields)
        names = sorted(self.cells)  # equal specs draw equal numbers, in whatever order they were written
        draws.parameters(names)
        own = {n: self.cells[n] * draws.relative(n, self.cells_d2d.get(n, 0.0)) for n in names}
        return self._state()(cells=draws.cells(**self._bounds(draws), **own),
                             **draws.scalars(c2c=self.c2c, **self.scalars))

    def conflicts(self) -> Iterator[tuple[str, str]]:
        yield from super().conflicts()
        for table in ("cells", "scalars"):
            for name in getattr(self, table):
                if not name.isidentifier() or name in ("w_min", "w_max", "cells", "c2c"):
                    yield table, (f"must have names that are free and Python's (got {shown(name)}); w_min, "
                                  f"w_max and c2c stand beside `{table}`.")
        if self.shifts and "r" not in self.cells:
            name = next(n for n in ("reference", "reference_offset", "reference_std")
                        if getattr(self, n) != type(self).model_fields[n].default)
            yield name, (f"must be left out where a law cannot know of the shift (got {shown(getattr(self, name))}); "
                         f"let the law work in v = w + cell.r and give cells = {{ r = 0.0, ... }}.")
        if unknown := [name for name in self.cells_d2d if name not in self.cells]:
            yield "cells_d2d", f"must spread parameters in `cells` (got {shown(unknown[0])}); add it there."

    def nominal(self) -> Self:
        return super().nominal().model_copy(update={"cells_d2d": {}})

    def _fold(self, columns: dict[str, Any], r: Any) -> None:
        columns["r"] = columns["r"] + r

    def _spread(self) -> bool:
        return super()._spread() or any(spread > 0 for spread in self.cells_d2d.values())

    def _state(self) -> Any:
        """The class of the kernel's state."""
        from kernels.devices import registered

        state = class_at(self.law)
        if state not in registered():
            raise SpecError(f"Custom.law: must be registered (got {self.law}); call "
                            f"kernels.devices.register(Class, law) in the module that defines it.")
        if set(state._fields) != (given := {"cells", "c2c", *self.scalars}):
            raise SpecError(f"Custom.scalars: with cells and c2c, must name the fields of {self.law}, "
                            f"{sorted(state._fields)} (got {sorted(given)}); make them the same.")
        return state
