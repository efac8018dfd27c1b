"""What a person writes: frozen, validated tables of values with bounds, units and meanings.

A spec refuses unknown keys, numbers given as texts, NaN, values out of range, and values that were set but
cannot act in the chosen combination; all problems come in one SpecError.
"""

from collections.abc import Iterator
from typing import Any, ClassVar, Self

from pydantic import BaseModel, ConfigDict, Field, ValidationError, model_validator
from pydantic_core import PydanticCustomError

from crossbar.errors import SpecError
from crossbar.expected import shown
from crossbar.problems import Keys, Problem, find, message


def field(default: Any, meaning: str, unit: str = "1", *, remedy: str = "", **limits: Any) -> Any:
    """A field with its meaning, its unit ("1": a pure number) and pydantic's limits (ge, gt, le, lt, ...).

    `...` as default: the value is required.  `remedy`: what to tell who gave a wrong value.
    """
    extra: dict[str, Any] = {"unit": unit, "remedy": remedy}
    return Field(default, description=meaning, json_schema_extra=extra, **limits)


class Spec(BaseModel):
    """The base of all specs.

    A subclass states rules between its fields in `conflicts` and knobs that cannot act in `inert`, both as
    pairs of a dotted field name and a reason.  Raises SpecError.
    """

    model_config = ConfigDict(
        frozen=True, extra="forbid", strict=True, allow_inf_nan=False, ser_json_inf_nan="strings"
    )
    who: ClassVar[str | None] = None  # what messages call the spec; None: its class name

    def __init__(self, /, **values: Any) -> None:
        try:
            super().__init__(**values)
        except ValidationError as error:
            problems, who = find(error, type(self)), type(self).who
            raise SpecError(
                message(problems, type(self).__name__ if who is None else who), problems
            ) from None

    # Tells pydantic to make tables inside tables its own way: their errors then carry the whole path.
    __init__.__pydantic_base_init__ = True  # type: ignore[attr-defined]

    def __setattr__(self, name: str, value: Any) -> None:
        raise SpecError(
            f"{type(self).__name__}.{name}: a spec is frozen; make a changed copy: "
            f"spec.replace({name}={value!r})."
        )

    def replace(self, **changes: Any) -> Self:
        """A validated copy with some fields changed; what was set before stays set."""
        kept = {
            name: getattr(self, name) for name in type(self).model_fields if name in self.model_fields_set
        }
        return type(self)(**(kept | changes))

    def conflicts(self) -> Iterator[tuple[str, str]]:
        """Fields whose values do not fit each other, each with `must be ... (got ...); remedy.`"""
        yield from ()

    def inert(self) -> Iterator[tuple[str, str]]:
        """Fields that cannot act in the chosen combination, each with the reason."""
        yield from ()

    def inactive(self) -> dict[str, str]:
        """The fields of this spec and of those inside it that cannot act, by dotted name, and the reasons."""
        found = dict(self.inert())
        for name in type(self).model_fields:
            if isinstance(inner := getattr(self, name), Spec):
                found |= {f"{name}.{key}": reason for key, reason in inner.inactive().items()}
        return found

    @model_validator(mode="before")
    @classmethod
    def _from_numpy(cls, values: Any) -> Any:
        """Strict validation knows Python's numbers only."""
        return {key: native(value) for key, value in values.items()} if isinstance(values, dict) else values

    @model_validator(mode="after")
    def _combination(self) -> Self:
        problems = [Problem(keys(name), reason) for name, reason in self.conflicts()]
        for name, reason in self.inert():
            if (value := self._given(name)) is not UNSET:
                problems.append(Problem(keys(name), without_effect(reason, value), idle=True))
        if problems:
            raise PydanticCustomError("combination", "values that do not go together", {"problems": problems})
        return self

    def _given(self, name: str) -> Any:
        """The value at a dotted name where it was set, else UNSET: a default does not count."""
        node: Any = self
        for part in name.split("."):
            if part not in node.model_fields_set:
                return UNSET
            node = getattr(node, part)
        return node


UNSET = object()


def keys(name: str) -> Keys:
    """A dotted name as keys; numbers count in lists."""
    return tuple(int(part) if part.isdigit() else part for part in name.split("."))


def without_effect(reason: str, value: Any) -> str:
    got = "a table" if isinstance(value, Spec) else shown(value)
    return f"cannot act here: {reason} (got {got}); leave it out."


def native(value: Any) -> Any:
    """NumPy's numbers and arrays as Python's, also inside a list; anything else as it is."""
    if isinstance(value, list | tuple):
        return type(value)(map(native, value)) if type(value) in (list, tuple) else value
    return value.tolist() if type(value).__module__ == "numpy" else value
