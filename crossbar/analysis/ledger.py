"""`ledger`: what a training cost its devices and its hardware, from the trajectory alone.  docs/theory.md (9)."""

import os
from contextlib import nullcontext
from dataclasses import dataclass
from pathlib import Path

import numpy as np

from crossbar.analysis import counts
from crossbar.analysis.counts import ArrayCount, ReadCount
from crossbar.analysis.endurance import Endurance, endurance
from crossbar.analysis.energies import Drive, Energies, energies
from crossbar.analysis.operations import OperationCount, operations
from crossbar.analysis.stretches import ends
from crossbar.analysis.times import Times, times
from crossbar.errors import SpecError
from crossbar.trajectory import Run, open_run

WORST = 5


@dataclass(frozen=True)
class Ledger:
    """Counts since the start of the training; they are those of the trainer.

    operations: digital ones of each layer; none of a user's own algorithm, of which nothing is known.
    endurance: None where single devices were not counted (record.pulse_counts).  energies: what the given volts and
    energies say; empty parts where they were not given.  drive: those.
    """

    path: Path
    finished: bool
    epochs: int
    samples: int
    arrays: list[ArrayCount]
    reads: list[ReadCount]
    operations: list[OperationCount]
    endurance: Endurance | None
    times: Times
    drive: Drive
    energies: Energies


def ledger(
    run: Run | str | os.PathLike[str],
    *,
    write_volts: float | None = None,
    read_volts: float | None = None,
    adc_energy: float | None = None,
    duty: float | None = None,
    worst: int | None = None,
    limit: float | None = None,
    flops: float | None = None,
) -> Ledger:
    """Pulses, reads, conversions, wear, energies and hardware time of a training.

        write energy   V_w^2 t_pulse sum over pulses of g        g: mean over the ends of a stretch between snapshots
        read energy    V_r^2 t_read duty sum over reads of g     g: of all driven devices and their references
        conversions    adc_energy each

    run: open, or the path of a file; finished or not.  write_volts, read_volts: across a device, V.  adc_energy: J a
    conversion.  duty: share of a forward or backward read for which its lines are driven (None: all of it, an upper
    bound).  worst: so many of the most pulsed devices (None: 5).  limit: cycles that a device endures, a pulse each.
    flops: digital operations a second, for their time; it cannot act where they are not known.
    Raises SpecError (a value out of range or that cannot act, devices without conductances), FileError.
    """
    drive = Drive(write_volts, read_volts, adc_energy, duty)
    _check(worst, limit)
    with nullcontext(run) if isinstance(run, Run) else open_run(run) as opened:
        spec, samples = counts.spec_of(opened), counts.samples_of(opened)
        arrays, reads = list(counts.arrays(opened, spec)), list(counts.reads(opened, spec))
        digital = list(operations(spec, arrays, reads, samples))
        _check_flops(flops, digital)
        return Ledger(
            opened.path, opened.finished, int(opened.records[-1]) if opened.n_records else 0, samples, arrays, reads,
            digital, _endurance(opened, arrays, worst, limit), times(spec, arrays, reads, digital, flops), drive,
            energies(opened, spec, arrays, reads, drive),
        )  # fmt: skip


def _check(worst: int | None, limit: float | None) -> None:
    if worst is not None and (not isinstance(worst, int | np.integer) or worst < 0):
        raise SpecError(f"ledger: worst must be a whole number >= 0 (got {worst}).")
    if limit is not None and not (limit > 0 and np.isfinite(limit)):
        raise SpecError(f"ledger: the endurance must be a finite number of cycles > 0 (got {limit}).")


def _check_flops(flops: float | None, digital: list[OperationCount]) -> None:
    if flops is None:
        return
    if not (flops > 0 and np.isfinite(flops)):
        raise SpecError(f"ledger: flops must be a finite number > 0 (got {flops}); leave it out if it is not known.")
    if not digital:
        raise SpecError(f"ledger: flops cannot act here: nothing is known of the digital operations of a user's own "
                        f"algorithm (got {flops:g}); leave it out.")  # fmt: skip


def _endurance(run: Run, arrays: list[ArrayCount], worst: int | None, limit: float | None) -> Endurance | None:
    if any(array.counts is None for array in arrays):
        for name, value in (("worst", worst), ("the endurance", limit)):
            if value is not None:
                raise SpecError(f"ledger: {name} needs the pulses of every device (got {value}, and a file without "
                                f"them); train with --set record.pulse_counts=true.")  # fmt: skip
        return None
    last = int(run.records[ends(run, arrays[0])[-1]])
    return endurance(arrays, last, WORST if worst is None else worst, limit)
