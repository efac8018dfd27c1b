"""Commands about devices: fit, response, program, devices."""

from pathlib import Path
from typing import Any, Literal

from crossbar.cli.application import ATTEMPT, Flag, Whole, WholeNumber, app, picture_of, say


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
    picture = picture_of(plot)
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
        say(f"fit: {found.best.model.name} {found.best.state}; what was found is an attempt only.")
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
    budget: WholeNumber,
    read_noise: float = 0.0,
    unit: Literal["weight", "S"] = "weight",
    start: float | None = None,
    seed: WholeNumber = 0,
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
