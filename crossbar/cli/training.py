"""Commands that train: train, resume; SIGTERM and Ctrl-C end at a committed record."""

from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any

from crossbar.cli.application import INTERRUPTED, Flag, Set, Whole, app, say
from crossbar.cli.interruption import interruptible
from crossbar.errors import SpecError


@app.command
def train(
    source: str = "digits",
    /,
    *,
    set: Set = None,
    data: str | None = None,
    data_dir: Path | None = None,
    epochs: Whole = None,
    seed: Whole = None,
    out: Path | None = None,
    json: Flag = False,
) -> None:
    """Train a network on simulated crossbar arrays and store the whole trajectory in HDF5.

    Parameters
    ----------
    source
        A preset (digits, lee2022, gokmen-vlasov) or a TOML file.
    set
        dotted.key=value, for instance --set algorithm.a.af=2. May be repeated.
    data
        Data set instead of the one of the source: digits, mnist, or a folder of idx files.
    data_dir
        Folder with the MNIST files.
    epochs
        Passes over the training data.
    seed
        Of all random numbers.
    out
        The file to write; it must not exist. Default: a fresh name in this folder.
    json
        Print one JSON object as the last line.
    """
    from crossbar.experiment import fresh_name, run
    from crossbar.presets import resolve

    spec = resolve(source, overrides(set or [], {"data.name": data, "epochs": epochs, "seed": seed}))
    path = out or fresh_name(spec)
    _train(path, json, lambda **shown: run(spec, path, data_dir=data_dir, **shown))


@app.command
def resume(file: Path, /, *, epochs: Whole = None, data_dir: Path | None = None, json: Flag = False) -> None:
    """Go on with an interrupted run: the same bits as if it had never stopped.

    Parameters
    ----------
    file
        The trajectory.
    epochs
        A new total number of epochs, to extend the run.
    data_dir
        Folder with the data (MNIST or your own idx files), if they have moved.
    json
        Print one JSON object as the last line.
    """
    from crossbar.experiment import resume as go_on

    _train(file, json, lambda **shown: go_on(file, epochs=epochs, data_dir=data_dir, **shown))


def overrides(given: Sequence[str], options: dict[str, Any]) -> list[str]:
    """--set and the options that stand for one, of which none may be given twice."""
    from crossbar.render import toml

    said = {name: value for name, value in options.items() if value is not None}
    for each in given:
        if (name := each.partition("=")[0].strip()) in said:
            raise SpecError(f"{name}: must be given once (got --set {each} and an option for it); drop one of them.")
    return [*given, *(f"{name}={toml(value)}" for name, value in said.items())]


def _train(path: Path, json: bool, work: Callable[..., Any]) -> None:
    """Runs a training; says how to open what came out, or how to go on."""
    from crossbar.console import Console, as_json, how_to_go_on

    console = Console()
    try:
        with interruptible() as look, console:
            progress, epoch = look(console.progress), look(console.epoch)
            work(callbacks=[epoch], on_progress=progress, on_start=console.start).close()
    except KeyboardInterrupt:
        say(how_to_go_on(path))
        raise SystemExit(INTERRUPTED) from None
    console.done(path)
    if json:
        print(as_json(path))
