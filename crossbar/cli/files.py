"""Commands that read files: info, config, plot, ledger, age."""

from collections.abc import Sequence
from pathlib import Path
from typing import Any

from crossbar.cli.application import Flag, Set, Times, Whole, app, picture_of
from crossbar.errors import FileError, NoConductances, SpecError


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
    flops: float | None = None,
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
    flops
        Digital operations a second, for their time. Default: not counted.
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
    others: dict[str, Any] = {"adc_energy": adc_energy, "worst": worst, "limit": endurance, "flops": flops}
    picture = picture_of(plot)
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

    picture, table = picture_of(plot), check_table(out) if out else None
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


def _seconds(given: Sequence[str]) -> list[float]:
    try:
        return [float(part) for each in given for part in each.split(",")]
    except ValueError:
        raise SpecError(f"--seconds: must be numbers, one or several (got {' '.join(given)}); for instance "
                        f"--seconds 0,3600,86400.") from None  # fmt: skip
