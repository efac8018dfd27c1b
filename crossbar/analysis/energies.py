"""Energies of writing, reading and converting.  docs/theory.md (9.3)."""

from dataclasses import dataclass

import numpy as np

from crossbar.analysis.counts import ArrayCount, ReadCount, lines
from crossbar.analysis.stretches import Scale, Stretch, scale, stretches
from crossbar.errors import SpecError
from crossbar.experiment_spec import Experiment
from crossbar.trajectory import Run


@dataclass(frozen=True)
class Drive:
    """What the user says of the hardware; None: not said, and what needs it stays unknown.

    write_volts: across a pulsed device.  read_volts: across a driven one.  adc_energy: joules a conversion.
    duty: share of a forward or backward read for which its lines are driven; None: all of it, an upper bound.
    """

    write_volts: float | None = None
    read_volts: float | None = None
    adc_energy: float | None = None
    duty: float | None = None

    def __post_init__(self) -> None:
        for name, most in (("write_volts", np.inf), ("read_volts", np.inf), ("adc_energy", np.inf), ("duty", 1.0)):
            value = getattr(self, name)
            if value is not None and not (0 < value <= most and np.isfinite(value)):
                rule = "a finite number > 0" if most == np.inf else "> 0 and at most 1"
                raise SpecError(f"ledger: {name} must be {rule} (got {value}); leave it out if it is not known.")
        if self.duty is not None and self.read_volts is None:
            raise SpecError(f"ledger: duty cannot act here: without read_volts no read has an energy (got {self.duty});"
                            f" give both or neither.")  # fmt: skip


@dataclass(frozen=True)
class Energies:
    """Joules, in all; what is not known is not there."""

    writes: dict[tuple[int, str], float]  # (layer, array)
    reads: dict[tuple[int, str], float]  # (layer, direction)
    conversions: dict[tuple[int, str], float]

    @property
    def total(self) -> float:
        return sum(sum(part.values()) for part in (self.writes, self.reads, self.conversions))


def energies(run: Run, spec: Experiment, arrays: list[ArrayCount], reads: list[ReadCount],
             drive: Drive) -> Energies:  # fmt: skip
    """SpecError: conductances that are needed and not stated, or no ADC to give an energy to."""
    found: dict[tuple[int, str], list[Stretch]] = {}
    scales: dict[tuple[int, str], Scale] = {}
    if drive.write_volts is not None or drive.read_volts is not None:
        for a in arrays:
            known = scale(run, a, spec.algorithm)
            scales[a.layer, a.array], found[a.layer, a.array] = known, list(stretches(run, a, known))
    written, read = {}, {}
    if drive.write_volts is not None:
        charge = drive.write_volts**2 * spec.clock.pulse_width
        written = {key: charge * sum(s.pulsed for s in listed) for key, listed in found.items()}
    if drive.read_volts is not None:
        work = drive.read_volts**2 * spec.clock.read_time
        read = {(r.layer, r.direction): work * _driven(run, spec, r, found, drive.duty or 1.0) for r in reads}
    return Energies(written, read, _converted(reads, drive))


def _driven(run: Run, spec: Experiment, read: ReadCount, found: dict[tuple[int, str], list[Stretch]],
            duty: float) -> float:  # fmt: skip
    """Conductance summed over the reads of one direction, S, times the share of them for which it is driven.

    A forward or backward read drives all lines of all arrays that the network sees, a transfer one row, by 1: of A,
    or of each auxiliary array in its turn.
    """
    per_epoch = run[f"layer{read.layer}/conversions_{read.direction}"] / lines(run, read.layer, read.direction)
    rows = run.variables[f"layer{read.layer}/weights_c"].shape[0]
    if read.direction == "transfer":
        driven = spec.algorithm.names[1:] or spec.algorithm.names
        share = 1 / (rows * len(driven))
    else:
        driven, share = spec.algorithm.visible, duty
    return share * sum(
        s.siemens * float(per_epoch[slice(*s.epochs)].sum()) for name in driven for s in found[read.layer, name]
    )


def _converted(reads: list[ReadCount], drive: Drive) -> dict[tuple[int, str], float]:
    if drive.adc_energy is None:
        return {}
    if not any(read.converted for read in reads):
        raise SpecError(f"ledger: adc_energy cannot act here: no read goes through an ADC, adc_bits = 0 (got "
                        f"{drive.adc_energy:g}); leave it out.")  # fmt: skip
    return {(r.layer, r.direction): r.conversions * drive.adc_energy for r in reads if r.converted}
