"""The devices that kernels are timed on: the reference asymmetry of lee2022, cells equal or each its own."""

from typing import Any

from crossbar.algorithms import SGD, TikiTaka
from crossbar.devices import SoftBounds
from crossbar.pulses import Pulses

STEP, C2C = 0.001, 0.3
D2D = {"step_d2d": 0.3, "imbalance_std": 0.02, "w_min_d2d": 0.3, "w_max_d2d": 0.3}  # those of the preset digits


def device(d2d: bool, c2c: bool = True) -> SoftBounds:
    given: dict[str, Any] = {"step": STEP, "c2c": C2C if c2c else 0.0} | (D2D if d2d else {})
    return SoftBounds(af=1.0, **given)


def sgd(pulses_asked: float, d2d: bool, c2c: bool = True) -> SGD:
    """Asks for so many pulses where |x| = |d| = 1."""
    return SGD(learning_rate=pulses_asked * STEP, c=device(d2d, c2c))


def tiki_taka(d2d: bool, c2c: bool = True) -> TikiTaka:
    """The rates of lee2022."""
    both = device(d2d, c2c)
    return TikiTaka(learning_rate=0.02, transfer_rate=0.04, a=both, c=both)


def long_trains(length: int = 31) -> Pulses:
    """Trains of one length, however few pulses are asked."""
    return Pulses(max_length=length, bl_management=False)
