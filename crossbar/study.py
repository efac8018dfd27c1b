"""The frame of scripts/*.py: their options, where they write, and the table of targets that they end with.

    from crossbar.study import Study, main

    def figure(study: Study) -> None:
        ...
        study.check(at_least("test accuracy", accuracy, 0.97, source="Lee et al. 2022, fig. 2"))

    if __name__ == "__main__":
        main(figure, __doc__)
"""

import json
import sys
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from time import perf_counter
from typing import Annotated, Any

from cyclopts import App, CycloptsError, Parameter

from crossbar import plain_file
from crossbar.analysis.targets import Target, all_met, lines
from crossbar.errors import CrossbarError, FileError, SpecError
from crossbar.machine import usable_cores
from crossbar.trajectory import place

SCALES = ("quick", "medium", "full")
OPTIONS: dict[str, tuple[str, ...]] = {  # what a script may take beside --quick, --full and --out
    "data": ("data", "data_dir"), "device": ("device",), "workers": ("workers",), "seeds": ("seeds",),
    "medium": ("medium",),
}  # fmt: skip
NOT_MET, PROBLEM, INTERRUPTED = 1, 2, 130


@dataclass
class Study:
    """One run of a script.

    scale: "quick", "medium" or "full".  out: the folder it writes into.  workers, seeds, data, data_dir, device: as
    asked for, None where not.
    """

    name: str
    scale: str
    out: Path
    workers: int = 1
    seeds: int | None = None
    data: str | None = None
    data_dir: Path | None = None
    device: str | None = None
    targets: list[Target] = field(default_factory=list)
    command: str = ""

    @property
    def quick(self) -> bool:
        return self.scale == "quick"

    @property
    def full(self) -> bool:
        return self.scale == "full"

    def say(self, text: str) -> None:
        """A line for the person who waits."""
        print(text, flush=True)

    def save(self, name: str, dims: Mapping[str, int], variables: Sequence[plain_file.Named],
             attributes: Mapping[str, Any] | None = None) -> Path:  # fmt: skip
        """Writes OUT/NAME.h5, in the place of an older one; the scale and the command are attributes of it."""
        path = self.out / f"{name}.h5"
        about = {"study": self.name, "scale": self.scale, "command": self.command, **(attributes or {})}
        plain_file.write(path, f"pulse-crossbar {self.name}", dims, variables, about, overwrite=True)
        self.say(f"wrote {path}")
        return path

    def draw(self, name: str, figure: Any) -> Path:
        """Writes a matplotlib figure as OUT/NAME.png and OUT/NAME.svg, in the place of older ones."""
        from crossbar.plots import write_picture

        for suffix in (".png", ".svg"):
            self.say(f"wrote {write_picture(figure, self.out / (name + suffix), overwrite=True)}")
        return self.out / f"{name}.png"

    def check(self, *targets: Target) -> None:
        """Adds to the table of targets."""
        self.targets += targets

    def finish(self) -> bool:
        """Prints the table and writes OUT/NAME.targets.json; whether all targets of this scale are met."""
        if self.targets:
            print("\n".join(["", *lines(self.targets)]), flush=True)
        found = {"study": self.name, "scale": self.scale, "command": self.command,
                 "targets": [target.as_dict() for target in self.targets]}  # fmt: skip
        text = json.dumps(found, indent=1)
        place.write_whole(self.out / f"{self.name}.targets.json", "table", lambda temp: temp.write_text(text), True)
        return all_met(self.targets)


def main(figure: Callable[[Study], None], text: str | None, options: Sequence[str] = (),
         argv: Sequence[str] | None = None, out: str | None = None) -> None:  # fmt: skip
    """Runs a script: exit code 0, 1 where a target is not met, 2 where something given is wrong (one message).

    figure: the work.  text: what --help says, the script's docstring.  options: names in OPTIONS.
    out: the folder that --out defaults to, where several scripts share one.
    """
    script = Path(sys.argv[0]).stem
    arguments = list(sys.argv[1:] if argv is None else argv)
    try:
        study = _parse(script, text or "", options, arguments, out or script)
        if study is None:
            raise SystemExit(0)
        start = perf_counter()
        figure(study)
        good = study.finish()
        study.say(f"{script} --{study.scale}: {perf_counter() - start:.0f} s")
    except (CrossbarError, CycloptsError) as error:
        print(f"{script}: {str(error).strip()}", file=sys.stderr, flush=True)
        raise SystemExit(PROBLEM) from None
    except KeyboardInterrupt:
        print(f"{script}: interrupted", file=sys.stderr, flush=True)
        raise SystemExit(INTERRUPTED) from None
    if not good:
        print(f"{script}: a target of the scale \"{study.scale}\" is not met, see the table.", file=sys.stderr)
        raise SystemExit(NOT_MET)


Flag = Annotated[bool, Parameter(negative=())]


def _parse(script: str, text: str, options: Sequence[str], arguments: list[str],
           home: str) -> Study | None:
    """The study that was asked for; None where only help was.  Options that the script has not are unknown ones."""
    allowed = {name for option in options for name in OPTIONS[option]}

    def take(
        *,
        quick: Annotated[Flag, Parameter(help="Seconds to two minutes on two cores; the default.")] = False,
        full: Annotated[Flag, Parameter(help="The grid of the paper.")] = False,
        out: Annotated[Path | None, Parameter(help=f"The folder to write into. Default: {home}.")] = None,
        medium: Annotated[Flag, Parameter(help="About an hour on two cores.", parse="medium" in allowed)] = False,
        workers: Annotated[int | None, Parameter(help="Trainings at a time. Default: one a core.",
                                                 parse="workers" in allowed)] = None,
        seeds: Annotated[int | None, Parameter(help="Repetitions of each point.", parse="seeds" in allowed)] = None,
        data: Annotated[str | None, Parameter(help="digits, mnist, or a folder of idx files.",
                                              parse="data" in allowed)] = None,
        data_dir: Annotated[Path | None, Parameter(help="Folder with the MNIST files.",
                                                   parse="data_dir" in allowed)] = None,
        device: Annotated[str | None, Parameter(help="A device file (TOML) or preset instead of soft bounds.",
                                                parse="device" in allowed)] = None,
    ) -> Study:  # fmt: skip
        chosen = [name for name, on in (("quick", quick), ("medium", medium), ("full", full)) if on]
        if len(chosen) > 1:
            raise SpecError(f"--{chosen[1]}: must be the only scale (got --{chosen[0]} too); drop one of them.")
        for name, value in (("workers", workers), ("seeds", seeds)):
            if value is not None and value < 1:
                raise SpecError(f"--{name}: must be a whole number >= 1 (got {value}); leave it out for the default.")
        return Study(script, chosen[0] if chosen else "quick", _folder(out or Path(home)),
                     workers or usable_cores(), seeds, data, data_dir, device)  # fmt: skip

    app = App(name=script, help=text, version_flags=(), result_action="return_value", default_command=take)
    study = app(arguments, exit_on_error=False, print_error=False)
    if study is not None:
        study.command = " ".join(["python", f"scripts/{script}.py", *arguments])
    return study


def _folder(out: Path) -> Path:
    """FileError: not a folder, or one that cannot be made."""
    try:
        out.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise FileError(f"{out}: the folder to write into must be one that can be made ({error.strerror}); "
                        f"choose another by --out.") from None  # fmt: skip
    return out
