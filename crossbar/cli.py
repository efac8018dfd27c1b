"""The command line.  Every command imports what it needs when it runs, so that help comes at once."""

import sys
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

from cyclopts import App, CycloptsError, Parameter

from crossbar.errors import CrossbarError

if TYPE_CHECKING:
    from crossbar.console import Console

PROBLEM, INTERRUPTED = 2, 130
Set = Annotated[list[str] | None, Parameter(name="--set", negative=())]

app = App(
    name="crossbar",
    help="Pulse-level simulation of learning on resistive crossbar arrays.",
    version=lambda: __import__("crossbar").__version__,
    result_action="return_value",
)


@app.command
def train(
    source: str = "digits",
    *,
    set: Set = None,
    data: str | None = None,
    data_dir: Path | None = None,
    epochs: int | None = None,
    seed: int | None = None,
    out: Path | None = None,
    json: bool = False,
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
    from crossbar.console import Console
    from crossbar.experiment import as_json, fresh_name, run
    from crossbar.presets import resolve

    given = list(set or [])
    given += [f"{key}={_toml(value)}" for key, value in (("data.name", data), ("epochs", epochs), ("seed", seed))
              if value is not None]  # fmt: skip
    spec = resolve(source, given)
    path = out or fresh_name(spec)
    console = Console(spec)

    def work() -> Any:
        return run(spec, path, data_dir=data_dir, callbacks=[console.epoch], on_progress=console.progress,
                   on_compile=console.compiling)  # fmt: skip

    _trained(console, path, work, (lambda: as_json(path)) if json else None)


@app.command
def resume(
    file: Path, *, epochs: int | None = None, data_dir: Path | None = None, json: bool = False
) -> None:
    """Go on with an interrupted run: the same bits as if it had never stopped.

    Parameters
    ----------
    file
        The trajectory.
    epochs
        A new total number of epochs, to extend the run.
    data_dir
        Folder with the MNIST files, if they have moved.
    json
        Print one JSON object as the last line.
    """
    from crossbar.config import loads
    from crossbar.console import Console
    from crossbar.experiment import as_json
    from crossbar.experiment import resume as go_on
    from crossbar.trajectory import open_run

    with open_run(file) as before:
        spec = loads(before.config)
    console = Console(spec if epochs is None else spec.replace(epochs=epochs))

    def work() -> Any:
        return go_on(file, epochs=epochs, data_dir=data_dir, callbacks=[console.epoch], on_progress=console.progress,
                     on_compile=console.compiling)  # fmt: skip

    _trained(console, file, work, (lambda: as_json(file)) if json else None)


@app.command
def info(file: Path) -> None:
    """Say what a trajectory file is, how far it got, and whether it is whole.

    Parameters
    ----------
    file
        The trajectory.
    """
    from crossbar.trajectory import describe

    print(describe(file))


@app.command
def config(source: str = "digits", *, set: Set = None) -> None:
    """Print the full experiment as TOML, with meaning, unit and range of every field; it can be fed back.

    Parameters
    ----------
    source
        A preset or a TOML file.
    set
        dotted.key=value, may be repeated.
    """
    from crossbar.presets import resolve
    from crossbar.render import render

    print(render(resolve(source, set or [])))


@app.command
def plot(file: Path, *, out: Path | None = None) -> None:
    """Draw a trajectory: error, weights and conductances, probes, pulses.

    Parameters
    ----------
    file
        The trajectory.
    out
        The picture (.png, .svg, .pdf); it must not exist. Default: the trajectory's name with .png.
    """
    from crossbar.plots import save

    print(save(file, out or file.with_suffix(".png")))


@app.command
def doctor() -> None:
    """Check the installation: versions, processor, cache, and the kernels against known answers."""
    from crossbar.doctor import checks, facts

    for name, value in facts():
        print(f"{name:16} {value}")
    good = True
    for name, holds, found in checks():
        print(f"{'ok  ' if holds else 'FAIL'} {name}: {found}", flush=True)
        good = good and holds
    if not good:
        raise CrossbarError("doctor: a self-test failed; the results of this installation cannot be trusted.")


def _toml(value: Any) -> str:
    """A value of an option as the override it stands for."""
    return f"'{value}'" if isinstance(value, str) else str(value)


def _trained(console: "Console", path: Path, work: Callable[[], Any], result: Callable[[], str] | None) -> None:
    """Runs a training; says how to go on, or how to open what came out."""
    try:
        with console, work():
            pass
    except KeyboardInterrupt:
        print(f"\ninterrupted; {path} holds every committed epoch. Go on with: crossbar resume {path}", file=sys.stderr)
        raise SystemExit(INTERRUPTED) from None
    console.done(path)
    if result:
        print(result())


def main(argv: list[str] | None = None) -> None:
    """Runs the command line; errors are one message on stderr and exit code 2."""
    import os

    sys.path.insert(0, os.getcwd())  # a user's own device law lies beside the TOML file that names it
    try:
        app(argv, exit_on_error=False, print_error=False)
    except CycloptsError as error:
        _fail(str(error).strip() or type(error).__name__)
    except CrossbarError as error:
        if error.hard_exit:
            _say(str(error))
            os._exit(PROBLEM)
        _fail(str(error))
    except KeyboardInterrupt:
        _say("interrupted")
        raise SystemExit(INTERRUPTED) from None
    except BrokenPipeError:
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        raise SystemExit(1) from None


def _say(message: str) -> None:
    print(f"crossbar: {message}", file=sys.stderr, flush=True)


def _fail(message: str) -> None:
    _say(message)
    raise SystemExit(PROBLEM)


if __name__ == "__main__":
    main()
