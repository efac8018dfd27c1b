"""One message out of a failed validation: a line a problem, with place, rule, value got and remedy."""

from collections.abc import Iterator
from difflib import get_close_matches
from typing import Any, Literal, NamedTuple, get_args, get_origin

from pydantic import BaseModel, ValidationError
from pydantic.fields import FieldInfo

from crossbar.expected import alternatives, expected, is_spec, kind_of, limits, members, plain, shown

Keys = tuple[str | int, ...]
BOUNDS = ("greater_than", "greater_than_equal", "less_than", "less_than_equal")


class Problem(NamedTuple):
    keys: Keys  # as in the TOML file: ("algorithm", "a", "af")
    text: str
    idle: bool = False  # the key has no place or no effect here: leaving it out is a remedy

    @property
    def path(self) -> str:
        return "".join(f"[{key}]" if isinstance(key, int) else f".{key}" for key in self.keys).lstrip(".")


class Place(NamedTuple):
    """Where an error's location leads."""

    keys: Keys
    field: FieldInfo | None  # None: no such key
    hint: Any
    metadata: tuple[Any, ...]
    spec: type[BaseModel]  # the innermost table
    siblings: tuple[type[BaseModel], ...]  # what else `kind` could have made of that table


def message(problems: list[Problem], who: str) -> str:
    """One line a problem, each beginning with `who` and the place."""
    return "\n".join(f"{'.'.join(part for part in (who, p.path) if part)}: {p.text}" for p in problems)


def find(error: ValidationError, model: type[BaseModel]) -> list[Problem]:
    """The problems of a failed validation of `model`: the first at a place, and not the list around it."""
    found: list[Problem] = []
    for detail in error.errors(include_url=False):
        for problem in translate(dict(detail), model):
            if not any(other.keys[: len(problem.keys)] == problem.keys for other in found):
                found.append(problem)
    return found


def translate(detail: dict[str, Any], model: type[BaseModel]) -> Iterator[Problem]:
    place, kind, got = walk(model, detail["loc"]), detail["type"], detail["input"]
    if kind == "combination":
        for problem in detail["ctx"]["problems"]:
            yield problem._replace(keys=place.keys + problem.keys)
    elif kind == "extra_forbidden":
        yield Problem(place.keys, unknown(place, got), idle=True)
    elif kind in ("union_tag_invalid", "union_tag_not_found"):
        yield Problem((*place.keys, "kind"), wrong_kind(place, got))
    elif kind == "missing":
        yield Problem(place.keys, f"is required: {meaning(place)} Give {wanted(place)}.")
    else:
        yield Problem(place.keys, f"must be {rule(place, kind)} (got {shown(got)}); {remedy(place, kind)}")


def walk(model: type[BaseModel], loc: Keys) -> Place:
    """Follows a location through tables, lists and choices, without pydantic's labels of branches."""
    place = Place((), None, model, (), model, ())
    for part in loc:
        following = step(place, part)
        if following is None:
            break
        place = following
    return place


def step(place: Place, part: str | int) -> Place | None:
    if chosen := [spec for spec in members(place.hint) if kind_of(spec) == part]:
        return place._replace(hint=chosen[0], spec=chosen[0], siblings=members(place.hint))
    if is_spec(place.hint):
        field = place.hint.model_fields.get(part)
        keys, spec = (*place.keys, part), place.hint
        siblings = place.siblings if spec is place.spec else ()
        if field is None:
            return Place(keys, None, None, (), spec, siblings)
        return Place(keys, field, *plain(field.annotation, tuple(field.metadata)), spec, siblings)
    if (origin := get_origin(place.hint)) in (dict, tuple):
        hint, metadata = plain(get_args(place.hint)[1 if origin is dict else 0])
        return place._replace(keys=(*place.keys, part), hint=hint, metadata=metadata)
    return None


def rule(place: Place, kind: str) -> str:
    if kind in BOUNDS and limits(place.metadata):
        return limits(place.metadata)
    if choices := members(place.hint):
        return f"a table with kind = {kinds(choices)}"
    return expected(place.hint, place.metadata, finite=kind == "finite_number")


def wanted(place: Place) -> str:
    return rule(place, "missing")


def meaning(place: Place) -> str:
    return sentence(place.field.description if place.field else None)


def remedy(place: Place, kind: str) -> str:
    """What the field's author says to those who got it wrong, or else how such a value looks."""
    extra = place.field.json_schema_extra if place.field else None
    said = extra.get("remedy") if isinstance(extra, dict) else None
    return sentence(str(said) if said else form(place, kind))


def form(place: Place, kind: str) -> str:
    """What to write, of a value with no remedy of its own."""
    if choices := members(place.hint):
        return f"give one, for instance {{ kind = {shown(kind_of(choices[0]))} }}"
    if is_spec(place.hint):
        return f"give a table; its keys: {', '.join(place.hint.model_fields)}"
    if get_origin(place.hint) is Literal or place.hint is bool:
        return "choose one of these"
    return "choose a value in that range" if kind in BOUNDS else "give such a value"


def sentence(text: str | None) -> str:
    return f"{text}." if text else "see `crossbar config`."


def unknown(place: Place, got: Any) -> str:
    """An unknown key: the kind it belongs to, else the nearest known key, else all of them."""
    key, known = str(place.keys[-1]), list(place.spec.model_fields)
    owners = [shown(kind_of(spec)) for spec in place.siblings if key in spec.model_fields]
    near = get_close_matches(key, known, 1)
    if owners:
        own = shown(kind_of(place.spec))
        hint = f"it belongs to kind = {alternatives(owners)}, and the kind here is {own}."
    elif near:
        hint = f"did you mean `{near[0]}`?"
    else:
        hint = f"known here: {', '.join(known)}."
    return f"unknown key (got {shown(got)}); {hint}"


def wrong_kind(place: Place, got: Any) -> str:
    choices = members(place.hint)
    value = got.get("kind") if isinstance(got, dict) else getattr(got, "kind", None)
    if value is None:
        return f"is required: {kinds(choices)}."
    near = nearest(str(value), [kind_of(spec) for spec in choices])
    return f"must be {kinds(choices)} (got {shown(value)}){near or '.'}"


def kinds(choices: tuple[type[BaseModel], ...]) -> str:
    return alternatives([shown(kind_of(spec)) for spec in choices])


def nearest(word: str, known: list[str]) -> str:
    """`; did you mean "soft_bounds"?`, or nothing where no known word is near."""
    near = get_close_matches(word.lower(), known, 1, 0.5)
    return f"; did you mean {shown(near[0])}?" if near else ""
