"""How an array is read: DAC, noise, ADC, noise and bound management.  docs/theory.md (4).

The defaults are the reference periphery of the literature: a 7-bit DAC (bound 1), a 9-bit ADC (bound 12),
output noise 0.06, inputs scaled by abs-max, bound management in the forward pass only (Gokmen, Onen & Haensch
2017; Rasch et al. 2019).
"""

from collections.abc import Iterator
from math import inf
from typing import Annotated, Any, ClassVar, Literal, Self

from pydantic import Field, model_validator

from crossbar.spec import Spec, field

Zero = Annotated[int, Field(ge=0, le=0)]
DacBits = Zero | Annotated[int, Field(ge=2, le=16)]
AdcBits = Zero | Annotated[int, Field(ge=2, le=24)]
IDEAL = {"dac_bits": 0, "dac_bound": inf, "adc_bits": 0, "adc_bound": inf, "out_noise": 0.0,
         "noise_management": "none", "bound_management": 0}
FORWARD_ONLY = "bound management belongs to the forward read only"
UNSCALED = "a transfer reads one row with input 1, which needs no scale"
A_READ = "give a table, or the word \"ideal\""


class Read(Spec):
    """The forward read.  The word "ideal" in place of the table: no rounding, no bounds, no noise."""

    FIXED: ClassVar[dict[str, str]] = {}  # what this kind of read cannot have, and why

    dac_bits: DacBits = field(7, "bits of the input; 0: not quantised")
    dac_bound: float = field(1.0, "largest scaled input", gt=0, allow_inf_nan=True)
    adc_bits: AdcBits = field(9, "bits of the output; 0: not quantised")
    adc_bound: float = field(12.0, "largest output", gt=0, allow_inf_nan=True)
    out_noise: float = field(0.06, "standard deviation of the noise before the ADC, in scaled units", ge=0)
    noise_management: Literal["abs_max", "none", "constant"] = field(
        "abs_max", "inputs are divided by max|x|, by 1, or by noise_constant, and outputs multiplied by it")
    noise_constant: float = field(1.0, "the divisor of noise_management = \"constant\"", gt=0)
    bound_management: int = field(
        4, "how often an output over the bound is read again, with half the input", "times", ge=0, le=30)

    @classmethod
    def ideal(cls) -> Self:
        """No rounding, no bounds, no noise, no management."""
        return cls(**cls._ideal())

    @classmethod
    def _ideal(cls) -> dict[str, Any]:
        return {name: value for name, value in IDEAL.items() if name not in cls.FIXED}

    @model_validator(mode="before")
    @classmethod
    def _other_forms(cls, values: Any) -> Any:
        """The word "ideal"; or another kind of read, from which what is off here anyway is left out."""
        if isinstance(values, str) and values == "ideal":
            return cls._ideal()
        if isinstance(values, Read) and not isinstance(values, cls):
            given = {name: getattr(values, name) for name in values.model_fields_set}
            return {n: v for n, v in given.items() if n not in cls.FIXED or v != cls.model_fields[n].default}
        return values

    def conflicts(self) -> Iterator[tuple[str, str]]:
        if self.dac_bits > 0 and self.dac_bound == inf:
            yield "dac_bound", f"must be finite with dac_bits = {self.dac_bits} (got inf); or dac_bits = 0."
        if self.adc_bits > 0 and self.adc_bound == inf:
            yield "adc_bound", f"must be finite with adc_bits = {self.adc_bits} (got inf); or adc_bits = 0."

    def inert(self) -> Iterator[tuple[str, str]]:
        yield from self.FIXED.items()
        if self.noise_management != "constant" and "noise_constant" not in self.FIXED:
            yield "noise_constant", f"noise_management = \"{self.noise_management}\" does not use it"
        if self.adc_bound == inf and self.bound_management > 0 and "bound_management" not in self.FIXED:
            yield "bound_management", "no output lies over adc_bound = inf"
        if self.dac_bits == 0 and 1 <= self.dac_bound < inf and self._at_most_1():
            yield "dac_bound", "with dac_bits = 0 it could only cut, and no scaled input here lies over 1"

    def _at_most_1(self) -> bool:
        """Whether no scaled input can lie over 1."""
        return self.noise_management == "abs_max"


class BackwardRead(Read):
    """The read of errors through the columns: no bound management."""

    FIXED: ClassVar[dict[str, str]] = {"bound_management": FORWARD_ONLY}

    bound_management: int = field(0, "none in the backward read", "times")


class TransferRead(Read):
    """The read of one row of an auxiliary array: neither noise nor bound management."""

    FIXED: ClassVar[dict[str, str]] = {
        "noise_management": UNSCALED, "noise_constant": UNSCALED, "bound_management": FORWARD_ONLY}

    noise_management: Literal["abs_max", "none", "constant"] = field("none", "none in the transfer read")
    bound_management: int = field(0, "none in the transfer read", "times")

    def inert(self) -> Iterator[tuple[str, str]]:
        yield from super().inert()
        if self.dac_bound <= 1:
            yield "dac_bits", "the one input of a transfer, 1, is the largest slot of any DAC whose bound is <= 1"

    def _at_most_1(self) -> bool:
        return True  # the one input is 1


class Periphery(Spec):
    """The three reads."""

    forward: Read = field(Read(), "the read of activations through the rows", remedy=A_READ)
    backward: BackwardRead = field(BackwardRead(), "the read of errors through the columns", remedy=A_READ)
    transfer: TransferRead = field(TransferRead(), "the read of a row of the auxiliary array", remedy=A_READ)

    @classmethod
    def ideal(cls, transfer: bool = True) -> Self:
        """Ideal reads; `transfer=False` under algorithms that have no transfer (SGD)."""
        given: dict[str, Any] = {"transfer": TransferRead.ideal()} if transfer else {}
        return cls(forward=Read.ideal(), backward=BackwardRead.ideal(), **given)
