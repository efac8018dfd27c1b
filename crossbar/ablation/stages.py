"""The stages of a ladder, and what the tables of a device hold at each of them."""

from copy import deepcopy
from typing import Any

from crossbar.devices import (
    AnyDevice,
    Cell,
    ConstantStep,
    DifferentialPair,
    ExpStep,
    LinearStep,
    PowStep,
    SoftBounds,
    Table,
)
from crossbar.devices.device import Device

Tables = dict[str, Any]
WIDE = 1e6  # bounds that no weight reaches; float32 holds steps of any weight that trains

STAGES = {  # in their order, with what each switches on
    "floating point": "exact outer products on weights without bounds, ideal reads",
    "quantised reads": "DAC and ADC of the reads, with their bounds and management, without noise",
    "read noise": "output noise of the reads",
    "pulses": "pulses of constant step, on devices without bounds",
    "bounds": "the bounds of the devices",
    "asymmetry": "steps that depend on the weight and the direction",
    "c2c": "cycle-to-cycle noise of the steps",
    "d2d": "spreads from cell to cell",
    "imbalance": "mean imbalance of up and down steps",
    "stuck": "stuck cells",
    "write noise": "write noise",
    "half-select": "half-select disturb",
    "retention": "decay, diffusion and drift, with their spreads",
    "references": "the references of the cells where the experiment has them",
}
ORDER = tuple(STAGES)

FEATURES = {  # what of a device's table appears at which stage; d2d also has the law's own spreads
    "c2c": ("c2c", "c2c_form", "c2c_offset", "c2c_slope", "c2c_origin"),
    "d2d": ("low_draw", "step_d2d_form", "cells_d2d"),
    "imbalance": ("imbalance",),
    "stuck": ("stuck",),
    "write noise": ("write_noise",),
    "half-select": ("half_select",),
    "retention": ("retention",),
    "references": ("reference", "reference_offset", "reference_std", "zero_shift_pairs"),
}


def reached(stage: str, other: str) -> bool:
    """Whether `stage` is `other` or a later one."""
    return ORDER.index(stage) >= ORDER.index(other)


def constant_device(device: AnyDevice, stage: str) -> Tables:
    """The table of constant steps with the granularity of `device`, within its bounds or none."""
    low, high = (device.w_min, device.w_max) if reached(stage, "bounds") else (-WIDE, WIDE)
    return {"kind": "constant", "w_min": low, "w_max": high, "step": device.granularity}


def stripped(table: Tables, device: AnyDevice, stage: str) -> Tables:
    """The device's own table without what belongs to later stages; inside of a cell that of its devices."""
    found = deepcopy(table)
    later = [name for feature, names in FEATURES.items() if not reached(stage, feature)
             for name in names + (device.inner.SPREADS if feature == "d2d" else ())]  # fmt: skip
    if _only_up(device):
        later = [name for name in later if name != "imbalance"]
    for name in later:
        found.pop(name, None)
        found.get("device", {}).pop(name, None)
    if isinstance(device, Cell) and not reached(stage, "c2c"):
        found.pop("reset_std", None)
    return found


def is_constant(device: AnyDevice) -> bool:
    """Whether a pulse moves the weight equally far wherever it stands, and in both directions."""
    match device:
        case ConstantStep():
            return True
        case SoftBounds():
            return device.af == 0
        case LinearStep():
            return device.gamma_up == device.gamma_down == 0
        case PowStep():
            return device.p_up == device.p_down == 0
        case ExpStep():
            return device.A_up == device.A_down == 0
        case Table():
            return len({*device.up, *device.down}) == 1
    return False  # cells of several devices; a law of a user's, of which nothing is known


def law(device: AnyDevice) -> str:
    """In words, for the meaning of the asymmetry."""
    inner: Device = device.inner
    return f"{device.kind} of {inner.kind}" if isinstance(device, Cell) else inner.kind


def _only_up(device: AnyDevice) -> bool:
    """Where no device is ever lowered its imbalance is a scale of the step and stays with the law."""
    return device.inner.polarity == "up" or (isinstance(device, DifferentialPair) and device.pulsed == "one")
