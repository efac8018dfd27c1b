"""Every algorithm there is, and what cannot act or be written beside one."""

from collections.abc import Iterator
from typing import Annotated, ClassVar

from pydantic import Field

from crossbar.algorithms.agad import AGAD
from crossbar.algorithms.algorithm import Algorithm
from crossbar.algorithms.chopped import ChoppedTTv2
from crossbar.algorithms.custom import CustomAlgorithm
from crossbar.algorithms.hamiltonian import Hamiltonian
from crossbar.algorithms.mixed_precision import MixedPrecision
from crossbar.algorithms.residual import ResidualLearning
from crossbar.algorithms.sgd import SGD
from crossbar.algorithms.tiki_taka import TikiTaka
from crossbar.algorithms.ttv2 import TTv2
from crossbar.devices import AnyDevice, Cell
from crossbar.periphery import Periphery
from crossbar.pulses import Pulses
from crossbar.spec import Spec, field

AnyAlgorithm = Annotated[
    SGD | TikiTaka | TTv2 | ChoppedTTv2 | AGAD | MixedPrecision | Hamiltonian | ResidualLearning | CustomAlgorithm,
    Field(discriminator="kind"),
]


class Hardware(Spec):
    """What a tile is made of, and what cannot act in it."""

    who: ClassVar[str | None] = "Tile"

    algorithm: AnyAlgorithm = field(..., "what happens to the arrays at every sample", remedy="give xb.SGD(...) or "
                                    "xb.TikiTaka(...)")
    pulses: Pulses = field(Pulses(), "how an update becomes pulses", remedy="give xb.Pulses(...)")
    periphery: Periphery = field(
        Periphery(), "how an array is read",
        remedy="give xb.Periphery(...), or xb.Periphery.ideal(), with transfer=False under SGD")

    def conflicts(self) -> Iterator[tuple[str, str]]:
        yield from unfit(self.algorithm, self.pulses)

    def inert(self) -> Iterator[tuple[str, str]]:
        yield from without_effect(self.algorithm, self.pulses)


def unfit(algorithm: Algorithm, pulses: Pulses) -> Iterator[tuple[str, str]]:
    """Devices that cannot be written as they are asked to be, in dotted names, and the rule."""
    for name, device, writing in written_arrays(algorithm, pulses):
        if isinstance(device, Cell):
            if writing.kind == "exact":
                yield f"{name}.kind", (f"must be a single device where weights are written exactly (got "
                                       f'"{device.kind}"); write this array by pulses, or give it a single device.')
        elif device.polarity == "up":
            yield f"{name}.polarity", ('must be "both" for a device that stands alone (got "up"); put it into a pair: '
                                       'kind = "pair", device = { ... }.')


def without_effect(algorithm: Algorithm, pulses: Pulses) -> Iterator[tuple[str, str]]:
    """What cannot act beside this algorithm and these pulses, in dotted names, and why."""
    if not algorithm.reads_rows:
        yield "periphery.transfer", f'algorithm.kind = "{algorithm.kind}" has no transfer'
    if not algorithm.pulsed:
        yield "pulses", f'algorithm.kind = "{algorithm.kind}" adds the gradient up in digital'
    for name, device, writing in written_arrays(algorithm, pulses):
        for key in device.without_pulses() if writing.kind == "exact" else ():
            yield f"{name}.{key}", "this array is written exactly, so only the bounds of its devices act"
        if writing.kind in ("mean_count", "implicit"):
            inner = "device." if isinstance(device, Cell) else ""
            reason = f'pulses of kind "{writing.kind}" have no trains in which a line fires alone'
            yield f"{name}.{inner}half_select", reason


def written_arrays(algorithm: Algorithm, pulses: Pulses) -> Iterator[tuple[str, AnyDevice, Pulses]]:
    """Each place of devices with what writes them; arrays of the same devices are one place."""
    for name, writing in sorted(algorithm.writing(pulses).items()):
        if name in type(algorithm).model_fields:
            yield f"algorithm.{name}", algorithm.device(name), writing
