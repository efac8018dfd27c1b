"""The page of a folder: a store of sweeps, or what studies wrote, with the stores inside."""

import base64
import json
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from crossbar.errors import FileError, SpecError
from crossbar.report.parts import Code, Page, Picture, Section, Targets, Text
from crossbar.report.sweep import sweep_sections
from crossbar.store import Grid, Store

STORE, TARGETS = "store.json", "*targets.json"
LARGE = 1_500_000  # bytes of an SVG beyond which the PNG beside it is taken
KINDS = {".svg": "image/svg+xml", ".png": "image/png"}


def folder_page(folder: Path, figure: str | None = None) -> Page:
    """FileError: a folder with nothing in it that is known; as Grid.  SpecError: a figure, and no sweep."""
    places = [folder, *_below(folder)]
    sections = [section for place in places for section in _sections(place, figure)]
    if not sections:
        raise FileError(f"{folder}: must hold a store of sweeps, or targets and pictures of a study (got none of "
                        f"them); give the folder that crossbar sweep or a script wrote, or a trajectory.")  # fmt: skip
    if figure is not None and not any((place / STORE).exists() for place in places):
        raise SpecError(f"--figure: acts on the maps of sweeps, and {folder} holds none (got {figure}); leave it out.")
    return Page(folder.absolute().name, _about(sections), sections)


def _below(folder: Path) -> list[Path]:
    if (folder / STORE).exists():
        return []
    return sorted(path for path in folder.iterdir() if path.is_dir() and not path.name.startswith("."))


def _sections(folder: Path, figure: str | None) -> Iterator[Section]:
    for path in sorted(folder.glob(TARGETS)):
        yield _study(path)
    if pictures := list(_pictures(folder)):
        yield Section(f"Pictures of {folder.absolute().name}", pictures)
    if (folder / STORE).exists():
        for name in Store.open(folder).sweeps():
            yield from sweep_sections(Grid.open(folder, name), figure)


def _study(path: Path) -> Section:
    """FileError: not a table of targets."""
    try:
        found = json.loads(path.read_text(encoding="utf-8"))
        rows = [_row(target) for target in found["targets"]]
        title, said = f"{found['study']}, scale {found['scale']}", str(found["command"])
    except (OSError, ValueError, KeyError, TypeError) as error:
        raise FileError(f"{path}: must be the table of targets that a study wrote (got "
                        f"{type(error).__name__}: {error}); run the study again, or move it away.") from None
    judged = [row[-1] for row in rows if row[-1] != "told"]
    caption = f"{judged.count('met')} of {len(judged)} targets are met" if judged else "No target is judged"
    parts: list[Any] = [Targets(caption, rows)] if rows else [Text("It has no targets.")]
    return Section(title, [*parts, Text("This command made it:"), Code(said)] if said else parts)


def _row(target: dict[str, Any]) -> tuple[str, str, str, str, str]:
    met, error = target["met"], target["error"]
    measured = f"{target['measured']} +- {error:.2g}" if error is not None else str(target["measured"])
    verdict = "told" if met is None else "met" if met else "NOT MET"
    return str(target["name"]), str(target["source"]), _set(str(target["wanted"])), _set(measured), verdict


def _set(text: str) -> str:
    """Signs as they are printed; no line ends inside a number."""
    return re.sub(r"-(?=\d)", "−", text.replace("+-", "±").replace("<=", "≤").replace(">=", "≥"))


def _pictures(folder: Path) -> Iterator[Picture]:
    """Each once: the SVG, or the PNG where that is missing or large.  As images, they can run and fetch nothing."""
    for stem in sorted({path.stem for path in folder.iterdir() if path.suffix in KINDS and path.is_file()}):
        there = [path for suffix in KINDS if (path := folder / (stem + suffix)).is_file()]
        path = there[-1] if there[0].stat().st_size > LARGE else there[0]
        coded = base64.b64encode(path.read_bytes()).decode()
        yield Picture(stem, f"data:{KINDS[path.suffix]};base64,{coded}")


def _about(sections: list[Section]) -> list[str]:
    """Over all studies of the page."""
    verdicts = [row[-1] for section in sections for part in section.parts if isinstance(part, Targets)
                for row in part.rows]  # fmt: skip
    judged = [verdict for verdict in verdicts if verdict != "told"]
    return [f"{judged.count('met')} of {len(judged)} targets are met"] if judged else []
