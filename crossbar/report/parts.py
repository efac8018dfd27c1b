"""What a page is made of: sections of parts, each part drawn by the macro of its name in parts.html."""

from collections.abc import Sequence
from typing import Any, NamedTuple


class Facts(NamedTuple):
    """Names and values below each other."""

    rows: Sequence[tuple[str, str]]


class Table(NamedTuple):
    """numbers: columns that stand to the right."""

    caption: str
    heads: Sequence[str]
    rows: Sequence[Sequence[str]]
    numbers: Sequence[int] = ()


class Text(NamedTuple):
    text: str


class Code(NamedTuple):
    """Text to copy; with a caption it is folded."""

    text: str
    caption: str = ""


class Picture(NamedTuple):
    """source: a data URI."""

    caption: str
    source: str


class Targets(NamedTuple):
    """rows: name, source, wanted, measured, verdict ("met", "NOT MET", "told")."""

    caption: str
    rows: Sequence[tuple[str, str, str, str, str]]


class Section(NamedTuple):
    title: str
    parts: Sequence[Any]


class Page(NamedTuple):
    title: str
    about: Sequence[str]
    sections: Sequence[Section]


def kind(part: Any) -> str:
    """The name of the macro that draws a part."""
    return type(part).__name__.lower()


class Cell(NamedTuple):
    """Of a map.  text, small: what is seen; tip: what is told on hover, focus or tap; paint: its colours (CSS)."""

    text: str
    small: Sequence[str]
    tip: str
    paint: str = ""
    state: str = ""


class Map(NamedTuple):
    """rows: a label and its cells each."""

    caption: str
    columns: Sequence[str]
    rows: Sequence[tuple[str, Sequence[Cell]]]


class Maps(NamedTuple):
    """Maps of one pair of axes, for all values of the others; low, high: the ends of their common scale."""

    caption: str
    row_key: str
    column_key: str
    maps: Sequence[Map]
    low: str
    high: str
    folded: bool = False

