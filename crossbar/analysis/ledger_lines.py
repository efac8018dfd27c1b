"""A ledger as lines of text, and as JSON."""

import json
from collections.abc import Iterator
from math import isfinite
from typing import Any

from crossbar.analysis.endurance import PARTS, Endurance
from crossbar.analysis.ledger import Ledger

PREFIXES = ((1e9, "G"), (1e6, "M"), (1e3, "k"), (1.0, ""), (1e-3, "m"), (1e-6, "u"), (1e-9, "n"), (1e-12, "p"),
            (1e-15, "f"))  # fmt: skip
GIVE = {  # what to give for an energy that is not known
    "writes": ("write", "write_volts", "--write-volts V"),
    "reads": ("read", "read_volts", "--read-volts V"),
    "conversions": ("ADC", "adc_energy", "--adc-energy J"),
}


def amount(value: float, unit: str) -> str:
    """In the prefix that leaves a number of at least 1: 12.3 nJ."""
    size, letter = next((p for p in PREFIXES if value >= p[0]), PREFIXES[-1])
    return f"{value / size:.4g} {letter}{unit}" if value else f"0 {unit}"


def lines(found: Ledger) -> Iterator[str]:
    """What `crossbar ledger` prints."""
    state = "finished" if found.finished else "not finished"
    yield f"{found.path.name}: {found.epochs} epochs, {found.samples} samples, {state}"
    yield ""
    yield from _arrays(found)
    yield ""
    yield from _reads(found)
    yield ""
    yield from _operations(found)
    yield from _times(found)
    yield from _energies(found)
    yield ""
    yield from _endurance(found.endurance)


def _arrays(found: Ledger) -> Iterator[str]:
    yield f"{'array':10}{'devices':>12}{'pulses up':>14}{'pulses down':>14}{'a sample':>10}{'writes':>12}  energy"
    for array in found.arrays:
        devices, rows, columns = array.shape
        size = f"{rows}x{columns}" + (f"x{devices}" if devices > 1 else "")
        energy = found.energies.writes.get((array.layer, array.array))
        yield (f"layer{array.layer} {array.array.upper():4}{size:>11}{array.up:14}{array.down:14}"
               f"{_per(array.pulses, found.samples):>10}{array.writes:12}  {_known(energy)}")  # fmt: skip


def _reads(found: Ledger) -> Iterator[str]:
    yield f"{'read':18}{'times':>12}{'repeated':>10}{'a sample':>10}{'conversions':>14}  energy      of the ADC"
    for read in found.reads:
        key = read.layer, read.direction
        energy, adc = _known(found.energies.reads.get(key)), _known(found.energies.conversions.get(key))
        yield (f"layer{read.layer} {read.direction:11}{read.reads:12}{read.repeated:10}"
               f"{_per(read.reads, found.samples):>10}{read.conversions:14}  {energy:10}  {adc}")  # fmt: skip


def _operations(found: Ledger) -> Iterator[str]:
    if found.operations:
        gradient, transfer = (sum(each.gradient for each in found.operations),
                              sum(each.transfer for each in found.operations))  # fmt: skip
        yield (f"digital operations a sample: {_per(gradient, found.samples)} for the gradient, "
               f"{_per(transfer, found.samples)} for transfers")  # fmt: skip


def _times(found: Ledger) -> Iterator[str]:
    spent, n = found.times, max(found.samples, 1)
    names = ("forward", "backward", "transfer", *(("digital",) if spent.digital else ()))
    parts = ", ".join(f"{name} {amount(getattr(spent, name) / n, 's')}" for name in names)
    yield f"time a sample: {parts}, pulses at most {amount(spent.pulses / n, 's')}"
    yield f"time in all: at most {amount(spent.total, 's')}"


def _energies(found: Ledger) -> Iterator[str]:
    missing = [name for name, (_, given, _) in GIVE.items() if getattr(found.drive, given) is None]
    for name in GIVE:
        if getattr(found.energies, name):
            total = sum(getattr(found.energies, name).values())
            part = amount(total / max(found.samples, 1), "J")
            yield f"{GIVE[name][0]} energy: {amount(total, 'J')}, {part} a sample{_assumed(found, name)}"
    if missing:
        yield "not known: " + ", ".join(f"{GIVE[name][0]} energy (give {GIVE[name][2]})" for name in missing)


def _assumed(found: Ledger, name: str) -> str:
    if name != "reads":
        return ""
    duty = found.drive.duty
    return " (driven lines driven all of each read, an upper bound: --duty)" if duty is None else f" (duty {duty:g})"


def _endurance(worn: Endurance | None) -> Iterator[str]:
    if worn is None:
        yield "wear of single devices: not recorded; train with --set record.pulse_counts=true"
        return
    quantiles = ", ".join(f"{part:.0%} have at most {q:.4g}" for part, q in zip(PARTS, worn.quantiles, strict=True))
    yield f"pulses a device after {worn.epochs} epochs: mean {worn.mean:.4g}; {quantiles}"
    for device in worn.worst:
        where = f"layer{device.layer} {device.array.upper()} row {device.row} column {device.column}"
        where += f" device {device.device}" if device.device else ""
        yield f"  {device.pulses:8} pulses ({device.up} up, {device.down} down) on {where}"
    if worn.limit is not None:
        yield (f"an endurance of {worn.limit:g} pulses: {worn.beyond:.3%} of the devices are beyond it; the worst "
               f"device reaches it after {worn.lifetime:.4g} epochs")  # fmt: skip


def _per(count: int, samples: int) -> str:
    return f"{count / samples:.4g}" if samples else "-"


def _known(energy: float | None) -> str:
    return "-" if energy is None else amount(energy, "J")


def as_json(found: Ledger) -> str:
    """One object: what `lines` tells, joules and seconds; null stands for what is not known."""
    return json.dumps({
        "run": str(found.path), "finished": found.finished, "epochs": found.epochs, "samples": found.samples,
        "arrays": [_array(found, array) for array in found.arrays],
        "reads": [_read(found, read) for read in found.reads],
        "operations": [vars(each) for each in found.operations],
        "seconds": {name: getattr(found.times, name)
                    for name in ("forward", "backward", "transfer", "pulses", "digital", "total")},
        "energy": {name: sum(part.values()) if (part := getattr(found.energies, name)) else None for name in GIVE},
        "drive": vars(found.drive), "endurance": _worn(found.endurance),
    })  # fmt: skip


def _array(found: Ledger, array: Any) -> dict[str, Any]:
    names = ("layer", "array", "shape", "up", "down", "writes")
    row = {name: getattr(array, name) for name in names}
    return row | {"energy": found.energies.writes.get((array.layer, array.array))}


def _read(found: Ledger, read: Any) -> dict[str, Any]:
    key = read.layer, read.direction
    energies = {"energy": found.energies.reads.get(key), "adc_energy": found.energies.conversions.get(key)}
    return vars(read) | energies


def _worn(worn: Endurance | None) -> dict[str, Any] | None:
    if worn is None:
        return None
    lifetime = worn.lifetime if worn.lifetime is not None and isfinite(worn.lifetime) else None
    return vars(worn) | {"worst": [device._asdict() for device in worn.worst], "lifetime": lifetime}
