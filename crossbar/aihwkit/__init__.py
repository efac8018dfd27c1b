"""Devices of aihwkit, IBM's analog hardware acceleration kit, as ours, by their attributes; it is not imported.

Read from the sources of aihwkit 1.2 (configs/devices.py, configs/compounds.py; rpucuda/rpu_*_device.cpp).
docs/theory.md (2.19) has the equations of the conversion.
"""

from collections.abc import Iterator
from typing import Any

from crossbar.aihwkit.cells import CELL, lost_of_cell
from crossbar.aihwkit.fields import CELLS, Fields, read
from crossbar.aihwkit.laws import CONVERT
from crossbar.aihwkit.lost import lost
from crossbar.errors import SpecError


def from_aihwkit(source: Any) -> Any:
    """Our device for a device configuration of aihwkit: an object, or a dict with the class's name under "class".

    ConstantStepDevice, LinearStepDevice, SoftBoundsDevice, SoftBoundsReferenceDevice, ExpStepDevice, PowStepDevice,
    PiecewiseStepDevice, OneSidedUnitCell (as a pair), VectorUnitCell (as several devices a weight), and what is derived
    from them, as the presets are.  Keys that a dict leaves out have aihwkit's defaults.  Lifetimes and diffusion are
    counted in mini-batches there, in samples here; write noise comes with the first pulse on a cell here.
    Raises SpecError, which names every field that says something that cannot be said here.
    """
    name, fields = read(source)
    if problems := list(problems_of(name, fields)):
        raise SpecError("\n".join(f"from_aihwkit: {name}.{line}" for line in problems))
    if name in CELLS:
        return CELL[name](fields, from_aihwkit(fields["unit_cell_devices"][0]))
    return CONVERT[name](fields)


def problems_of(name: str, fields: Fields) -> Iterator[str]:
    """A line for each field that cannot be carried over."""
    if name not in CELLS:
        yield from lost(name, fields)
        return
    devices = [read(each) for each in fields["unit_cell_devices"]]
    yield from lost_of_cell(name, fields, devices)
    if devices:
        yield from (f"unit_cell_devices[0].{line}" for line in lost(*devices[0]))


__all__ = ["from_aihwkit"]
