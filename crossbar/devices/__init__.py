"""Device specs, mirroring kernels/devices: what one pulse does, how cells differ, what they are in siemens.

Every spec has `granularity`, `pulse_step`, `n_states`, `conductances(w)`, `weights(g)`, `describe()` and
`build(n_in, n_out, rng, dtype)`, which makes the kernel's state.  docs/theory.md (2).
"""

from typing import Annotated

from pydantic import Field

from crossbar.devices.cells import AnySingle, Cell, DifferentialPair, MultiDevice
from crossbar.devices.constant import ConstantStep
from crossbar.devices.custom import Custom
from crossbar.devices.exponential import ExpStep
from crossbar.devices.linear import LinearStep, SoftBounds
from crossbar.devices.power import PowStep
from crossbar.devices.retention import HalfSelect, Retention
from crossbar.devices.table import Table

AnyDevice = Annotated[
    ConstantStep | LinearStep | SoftBounds | ExpStep | PowStep | Table | Custom | DifferentialPair | MultiDevice,
    Field(discriminator="kind"),
]

__all__ = [
    "AnyDevice", "AnySingle", "Cell", "ConstantStep", "Custom", "DifferentialPair", "ExpStep", "HalfSelect",
    "LinearStep", "MultiDevice", "PowStep", "Retention", "SoftBounds", "Table",
]  # fmt: skip
