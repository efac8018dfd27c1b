"""The command line.  Every command imports what it needs when it runs, so that help comes at once."""

import os
import re
import signal
import sys
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from io import TextIOWrapper
from pathlib import Path
from typing import Annotated, Any, Literal

from cyclopts import App, CycloptsError, Parameter

from crossbar.errors import CrossbarError, FileError, NoConductances, SpecError

ATTEMPT, PROBLEM, INTERRUPTED = 1, 2, 130


def _whole(_: Any, tokens: Sequence[Any]) -> int:
    """cyclopts alone would round 1.5."""
    if not re.fullmatch(r"[+-]?\d+", text := tokens[0].value):
        raise ValueError(f"must be a whole number (got {text})")
    return int(text)


Set = Annotated[list[str] | None, Parameter(name="--set", negative=())]
Only = Annotated[list[str] | None, Parameter(negative=())]
Whole = Annotated[int | None, Parameter(converter=_whole)]
Flag = Annotated[bool, Parameter(negative=())]
Times = Annotated[list[str], Parameter(negative=())]

app = App(
    name="crossbar",
    help="Pulse-level simulation of learning on resistive crossbar arrays.",
    version=lambda: __import__("crossbar").__version__,
    result_action="return_value",
    suppress_keyboard_interrupt=False,  # `main` has a word to say
)


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

    spec = resolve(source, _overrides(set or [], {"data.name": data, "epochs": epochs, "seed": seed}))
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


@app.command
def info(file: Path, /) -> None:
    """Say what a trajectory file is, how far it got, and whether it is whole.

    Parameters
    ----------
    file
        The trajectory.
    """
    from crossbar.console import facts
    from crossbar.trajectory import describe

    found = describe(file)
    for name, value in facts(found):
        print(f"{name:12} {value}")
    if found.damage:
        raise FileError(f"{file}: must be readable as a whole (got {len(found.damage)} damaged variables, above); "
                        f"use a copy.")  # fmt: skip


@app.command
def config(source: str = "digits", /, *, set: Set = None) -> None:
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

    print(render(resolve(source, set or [])), end="")


@app.command
def plot(file: Path, /, *, out: Path | None = None) -> None:
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
def ledger(
    file: Path,
    /,
    *,
    write_volts: float | None = None,
    read_volts: float | None = None,
    adc_energy: float | None = None,
    duty: float | None = None,
    worst: Whole = None,
    endurance: float | None = None,
    plot: Path | None = None,
    json: Flag = False,
) -> None:
    """Count pulses, reads and conversions of a training: wear, energies, hardware time.

    Parameters
    ----------
    file
        The trajectory; finished or not.
    write_volts
        Voltage across a pulsed device, in V; with g_min and g_max of the devices it gives the write energy.
    read_volts
        Voltage across a driven device, in V, for the read energy.
    adc_energy
        Energy of one conversion, in J.
    duty
        Share of a forward or backward read for which its lines are driven. Default: all of it, an upper bound.
    worst
        So many of the most pulsed devices. Default: 5. Needs a run with record.pulse_counts = true.
    endurance
        Pulses that a device endures: the share of devices beyond, the lifetime. Needs record.pulse_counts too.
    plot
        A picture of the wear of every device (.png, .svg, .pdf); it must not exist.
    json
        Print one JSON object as the last line.
    """
    from dataclasses import replace

    from crossbar.analysis.energies import Drive
    from crossbar.analysis.ledger import ledger as read
    from crossbar.analysis.ledger_lines import as_json, lines

    volts: dict[str, Any] = {"write_volts": write_volts, "read_volts": read_volts, "duty": duty}
    others: dict[str, Any] = {"adc_energy": adc_energy, "worst": worst, "limit": endurance}
    picture = _picture(plot)
    refused = None
    try:
        found = read(file, **volts, **others)
    except NoConductances as error:  # counts and times are told anyway
        found, refused = replace(read(file, **others), drive=Drive(**volts, adc_energy=adc_energy)), error
    print("\n".join(lines(found)))
    if picture:
        from crossbar.plots import plot_ledger, write_picture

        print(f"\nwrote {write_picture(plot_ledger(found), picture)}")
    if json:
        print(as_json(found))
    if refused:
        raise refused


@app.command
def age(
    file: Path,
    /,
    *,
    seconds: Times,
    set: Set = None,
    data_dir: Path | None = None,
    seed: Whole = None,
    out: Path | None = None,
    plot: Path | None = None,
    json: Flag = False,
) -> None:
    """Let a trained network age by the retention of its devices, and test it again.

    Parameters
    ----------
    file
        The trajectory of a finished run.
    seconds
        Time since the training. May be repeated, or a list: 0,3600,86400.
    set
        An assumed retention or clock, for instance --set algorithm.c.retention.drift=0.05. May be repeated.
    data_dir
        Folder with the data (MNIST or your own idx files), if they have moved.
    seed
        Of the diffusion. Default: that of the run.
    out
        A table to write (.csv); it must not exist.
    plot
        A picture of error and change against time (.png, .svg, .pdf); it must not exist.
    json
        Print one JSON object as the last line.
    """
    from crossbar.ageing import age as grow_old
    from crossbar.analysis.aged import as_json, check_table, lines, write_table

    picture, table = _picture(plot), check_table(out) if out else None
    aged = grow_old(file, _seconds(seconds), data_dir=data_dir, seed=seed, overrides=set or [])
    print("\n".join(lines(aged)))
    if table:
        write_table(aged, table)
        print(f"wrote {table}")
    if picture:
        from crossbar.plots import plot_age, write_picture

        print(f"wrote {write_picture(plot_age(aged), picture)}")
    if json:
        print(as_json(aged))


@app.command
def fit(
    curves: Path,
    /,
    *,
    unit: str | None = None,
    models: str = "all",
    out: Path | None = None,
    plot: Path | None = None,
    bootstrap: Whole = None,
    read_noise: Literal["device", "drop"] = "device",
    slow_noise: Literal["auto", "on", "off"] = "auto",
    seed: Whole = None,
    json: Flag = False,
) -> None:
    """Fit device models to measured curves of conductance against pulses; write the best as a device file.

    Leaves with exit code 1 where the search of the best model did not converge or ended at a limit.

    Parameters
    ----------
    curves
        A CSV file: columns device, cycle, pulse, polarity, conductance; or two columns up, down, a staircase each.
    unit
        S, mS, uS or nS, where no line of the file says it. Without a unit the data are arbitrary.
    models
        all (constant, linear, soft_bounds, exponential, power, table), or some of these, linear_additive and
        soft_bounds_additive, separated by commas.
    out
        The device file (TOML) to write; it must not exist. Train with --set algorithm.a=FILE.
    plot
        A picture of data, fit and residuals (.png, .svg, .pdf); it must not exist.
    bootstrap
        Repetitions for the intervals of the best model; without it they come from the likelihood.
    read_noise
        device: the noise of reading becomes write_noise of the device; drop: it is the instrument's.
    slow_noise
        Whether readings may wander besides: auto (in the models where BIC says so), on, off.
    seed
        Of the bootstrap.
    json
        Print one JSON object as the last line.
    """
    from crossbar.fitting import fit as fitted
    from crossbar.fitting import report
    from crossbar.trajectory import place

    if out:
        place.of_output(out, "device file", (".toml",))
    picture = _picture(plot)
    found = fitted(curves, models, unit=unit, bootstrap=bootstrap or 0, read_noise=read_noise, slow_noise=slow_noise,
                   seed=seed)  # fmt: skip
    print("\n".join(report.lines(found)))
    if out:
        print(f"wrote {report.save_device(found, out)}")
        print(f"train with it:  crossbar train --set algorithm.a={out} --set algorithm.c={out}")
    if picture:
        from crossbar.plots import save_fit

        print(f"wrote {save_fit(found, picture)}")
    if json:
        print(report.as_json(found, out))
    if not found.sound:
        _say(f"fit: {found.best.model.name} {found.best.state}; what was found is an attempt only.")
        raise SystemExit(ATTEMPT)


@app.command
def response(
    source: str,
    /,
    *,
    up: Whole = None,
    down: Whole = None,
    cycles: Whole = None,
    devices: Whole = None,
    seed: Whole = None,
    start: float | None = None,
    out: Path | None = None,
    plot: Path | None = None,
    json: Flag = False,
) -> None:
    """Drive devices by staircases of pulses: their curves, symmetry point, states, nonlinearity, on/off ratio.

    Parameters
    ----------
    source
        A device preset (see crossbar devices) or a TOML file with a device's table at the top level.
    up
        Pulses up of a staircase. Default: as many as the device has states.
    down
        Pulses down of a staircase, after them. Default: as many.
    cycles
        Staircases, one after the other. Default: 1.
    devices
        Devices drawn with their spreads. Default: 3.
    seed
        Of all random numbers. Default: 0.
    start
        The weight before the first pulse. Default: each device's lower bound.
    out
        A file for all curves (.h5, .hdf5, .nc); it must not exist.
    plot
        A picture of them (.png, .svg, .pdf); it must not exist.
    json
        Print one JSON object as the last line.
    """
    from crossbar.response_report import respond

    counts = {"up": up, "down": down, "cycles": cycles, "devices": devices, "seed": seed, "start": start}
    for piece in respond(source, {name: n for name, n in counts.items() if n is not None}, out, plot, json):
        print(piece)


@app.command
def program(
    source: str,
    /,
    *,
    targets: Path,
    tolerance: float,
    budget: Annotated[int, Parameter(converter=_whole)],
    read_noise: float = 0.0,
    unit: Literal["weight", "S"] = "weight",
    start: float | None = None,
    seed: Annotated[int, Parameter(converter=_whole)] = 0,
    out: Path | None = None,
    plot: Path | None = None,
    json: Flag = False,
) -> None:
    """Program an array of devices to targets by write-verify: read, pulse toward the target, read again.

    Parameters
    ----------
    source
        A device preset (see crossbar devices) or a TOML file with a device's table at the top level.
    targets
        A .npy or .csv file with a target for each cell, a row of numbers a row of cells.
    tolerance
        A cell is done when it reads within this of its target.
    budget
        Pulses a cell may get.
    read_noise
        Standard deviation of one read.
    unit
        Of targets, tolerance, read noise and start: weight, or S for devices that state g_min and g_max.
    start
        Where every cell begins. Default: weight 0.
    seed
        Of all random numbers.
    out
        A file for targets, errors, pulses and failures (.h5, .hdf5, .nc); it must not exist.
    plot
        A picture of errors, pulses and failures (.png, .svg, .pdf); it must not exist.
    json
        Print one JSON object as the last line.
    """
    from crossbar.programming_report import programmed

    goal: dict[str, Any] = {"tolerance": tolerance, "budget": budget, "read_noise": read_noise, "unit": unit}
    for piece in programmed(source, targets, out, plot, json, **goal, start=start, seed=seed):
        print(piece)


@app.command
def devices() -> None:
    """List the device presets: published devices, for crossbar response and as algorithm.a or algorithm.c."""
    from crossbar.device_presets import device, device_names

    for name in device_names():
        print(f"{name:20} {device(name).describe()}")


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


@app.command
def warmup(*sources: str, set: Set = None) -> None:
    """Compile ahead what trainings need; without names, what every preset needs. Kept on disk.

    Parameters
    ----------
    sources
        Presets or TOML files.
    set
        dotted.key=value, may be repeated.
    """
    from crossbar.warmup import warm_up

    for piece in warm_up(sources, set or []):
        print(piece, end="", flush=True)


@app.command
def bench(*, quick: Flag = False, data_dir: Path | None = None, only: Only = None, json: Flag = False) -> None:
    """Measure this machine: kernels, training samples, memory, starts; docs/performance.md explains the figures.

    Parameters
    ----------
    quick
        A minute instead of several: fewer samples, sizes and repeats.
    data_dir
        Folder with the MNIST files; without MNIST, images are made up.
    only
        One measurement (samples, spreads, updates, ...). May be repeated.
    json
        Print one JSON object as the last line.
    """
    from crossbar.bench import run
    from crossbar.bench.table import show

    result = run(quick, data_dir, only or [])
    show(result)
    if json:
        print(result.as_json())
    if result.failed:
        raise CrossbarError(f"bench: must measure all that was asked (got no figures of {', '.join(result.failed)}: "
                            f"{'; '.join(result.failed.values())}).")  # fmt: skip


def _picture(plot: Path | None) -> Path | None:
    """Where a picture will lie; what is wrong with it is said before any work."""
    if plot is None:
        return None
    from crossbar.plots import check_picture

    return check_picture(plot)


def _seconds(given: Sequence[str]) -> list[float]:
    try:
        return [float(part) for each in given for part in each.split(",")]
    except ValueError:
        raise SpecError(f"--seconds: must be numbers, one or several (got {' '.join(given)}); for instance "
                        f"--seconds 0,3600,86400.") from None  # fmt: skip


def _overrides(given: Sequence[str], options: dict[str, Any]) -> list[str]:
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
        with _interruptible() as look, console:
            progress, epoch = look(console.progress), look(console.epoch)
            work(callbacks=[epoch], on_progress=progress, on_start=console.start).close()
    except KeyboardInterrupt:
        _say(how_to_go_on(path))
        raise SystemExit(INTERRUPTED) from None
    console.done(path)
    if json:
        print(as_json(path))


@contextmanager
def _interruptible() -> Iterator[Callable[[Callable[..., Any]], Callable[..., Any]]]:
    """SIGTERM, by which batch systems end a job, ends at a committed record too, as Ctrl-C does.

    Python drops an exception that a signal raises while an object is being cleared away; so the signal is remembered,
    and each callback that went through what this yields looks for it.
    """
    asked = []

    def stop(*_: Any) -> None:
        asked.append(True)
        raise KeyboardInterrupt

    def look(callback: Callable[..., Any]) -> Callable[..., Any]:
        def looking(*args: Any) -> Any:
            if asked:
                raise KeyboardInterrupt
            return callback(*args)

        return looking

    before = {number: signal.signal(number, stop) for number in (signal.SIGINT, signal.SIGTERM)}
    try:
        yield look
    finally:
        for number, handler in before.items():
            signal.signal(number, handler)


def main(argv: list[str] | None = None) -> None:
    """Runs the command line; errors are one message on stderr and exit code 2."""
    if (here := os.getcwd()) not in sys.path:
        sys.path.append(here)  # a user's own device law; last, so that nothing here hides a module of ours
    if isinstance(sys.stdout, TextIOWrapper):
        sys.stdout.reconfigure(errors="backslashreplace")  # a file's name may be no text at all
    try:
        app(argv, exit_on_error=False, print_error=False)
        sys.stdout.flush()
    except CycloptsError as error:
        _fail(f"{str(error).strip().rstrip('.')}; see {' '.join(['crossbar', *(error.command_chain or ())])} --help.")
    except CrossbarError as error:
        if error.hard_exit:
            _say(str(error))
            os._exit(PROBLEM)
        _fail(str(error))
    except KeyboardInterrupt:
        _say("interrupted")
        raise SystemExit(INTERRUPTED) from None
    except MemoryError as error:
        _fail(f"needs more memory than there is ({error}); shrink network.sizes or batch_size, or probe fewer cells.")
    except BrokenPipeError:
        _drop_stdout()
        raise SystemExit(1) from None
    except OSError as error:
        _drop_stdout()
        _fail(f"{error.filename or 'standard output'}: cannot be used ({error.strerror or error}); check it.")


def _drop_stdout() -> None:
    """What could not be written would be tried again when the interpreter ends, and complained of."""
    os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())


def _say(message: str) -> None:
    print(f"crossbar: {message}", file=sys.stderr, flush=True)


def _fail(message: str) -> None:
    _say(message)
    raise SystemExit(PROBLEM)


if __name__ == "__main__":
    main()
