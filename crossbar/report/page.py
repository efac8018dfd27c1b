"""From a file or a folder to a page of HTML."""

import os
from pathlib import Path
from typing import Any

from crossbar import __version__
from crossbar.errors import CrossbarError, FileError, SpecError
from crossbar.report.chart import SIZE
from crossbar.report.colours import VIRIDIS
from crossbar.report.folder import folder_page
from crossbar.report.parts import Page, kind
from crossbar.report.run import run_page
from crossbar.trajectory import place

SUFFIXES = (".html", ".htm")


def check_page(out: str | os.PathLike[str]) -> Path:
    """The path of a page to be made, before anything is read.

    FileError: another suffix, an existing file, no folder, not writable.  CrossbarError: no Jinja2.
    """
    path = place.of_output(out, "report", SUFFIXES)
    _templates()
    return path


def write_report(source: str | os.PathLike[str], out: str | os.PathLike[str], figure: str | None = None) -> Path:
    """Writes the page of `source` as the file `out`, which must not exist; returns its path.

    source: a trajectory, a store of sweeps, or the folder of a study.  figure: what the maps of sweeps show; None:
    test_accuracy.  Raises as `check_page` and `html`.
    """
    path = check_page(out)
    text = html(source, figure)
    return place.write_whole(path, "report", lambda temp: temp.write_text(text, encoding="utf-8"))


def html(source: str | os.PathLike[str], figure: str | None = None) -> str:
    """The page of `source`, as `write_report`; it holds all that it shows.

    FileError: nothing there that is known, or damaged.  SpecError: a figure for a trajectory.  CrossbarError: no
    Jinja2.
    """
    templates = _templates()
    page = _page(Path(source), figure)
    return str(templates.get_template("page.html").render(page=page))


def _page(source: Path, figure: str | None) -> Page:
    if not os.path.lexists(source):
        raise FileError(f"{source}: must be a trajectory, a store of sweeps, or the folder of a study; there is none; "
                        f"check the name.")  # fmt: skip
    if source.is_dir():
        return folder_page(source, figure)
    if figure is not None:
        raise SpecError(f"--figure: acts on the maps of sweeps, and {source} is no folder (got {figure}); leave it "
                        f"out.")  # fmt: skip
    return run_page(source)


def _templates() -> Any:
    try:
        from jinja2 import Environment, PackageLoader, StrictUndefined
    except ImportError:
        raise CrossbarError('report: needs Jinja2, which is not installed; pip install "pulse-crossbar[report]"'
                            ) from None  # fmt: skip
    templates = Environment(loader=PackageLoader("crossbar.report", "."), autoescape=True, undefined=StrictUndefined,
                            trim_blocks=True, lstrip_blocks=True)  # fmt: skip
    templates.globals |= {"viridis": VIRIDIS, "size": SIZE, "kind": kind, "version": __version__}
    return templates
