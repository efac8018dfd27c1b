"""One read of an array: scale, DAC, currents, noise, ADC, and back.

Gokmen, Onen & Haensch 2017 (noise and bound management).  Rounding is half to even.
"""
from typing import NamedTuple

from .philox import BACKWARD_NOISE, FORWARD_NOISE, normal


class Periphery(NamedTuple):
    """Bits 0: not quantised.  A bound may be infinite where its converter is not quantised."""
    dac_bits: int = 7
    dac_bound: float = 1.0
    adc_bits: int = 9
    adc_bound: float = 12.0
    out_noise: float = 0.06  # standard deviation, in scaled units
    noise_management: str = "abs_max"  # none | abs_max | constant
    constant: float = 1.0  # the scale under `constant`
    bound_management: int = 4  # halvings at most; forward only


class Trace(NamedTuple):
    """Every stage of one read.  inputs: DAC codes (or clipped inputs); codes: of the ADC before its clip."""
    scale: float
    attempt: int
    inputs: list
    currents: list
    noisy: list
    codes: list
    clipped: list
    y: list


IDEAL = Periphery(0, float("inf"), 0, float("inf"), 0.0, "none", 1.0, 0)


def clip(value, bound):
    return min(max(value, -bound), bound)


def levels(bits):
    """The largest code of a converter: (2^bits - 2)/2."""
    return (2**bits - 2) // 2


def convert_in(x, scale, attempt, periphery):
    """The DAC: rint(x/scale/bound m 2^-attempt) clipped to +-m, and the worth of one such slot, bound/m."""
    bound, bits = periphery.dac_bound, periphery.dac_bits
    if bits == 0:
        return [clip(v / scale / 2**attempt, bound) for v in x], 1.0
    m = levels(bits)
    return [clip(round(v / scale / bound * m / 2**attempt), m) for v in x], bound / m


def convert_out(noisy, periphery):
    """The ADC: rint(y/step) before its clip, the largest code, the step = bound/n."""
    bound, bits = periphery.adc_bound, periphery.adc_bits
    if bits == 0:
        return list(noisy), bound, 1.0
    n = levels(bits)
    return [round(v / (bound / n)) for v in noisy], n, bound / n


def attempt_read(w, x, scale, attempt, periphery, place, purpose):
    """One pass through all stages with the inputs divided by scale 2^attempt."""
    inputs, slot = convert_in(x, scale, attempt, periphery)
    columns = [[float(v) for v in column] for column in zip(*w, strict=True)]
    currents = [slot * sum(v * c for v, c in zip(inputs, column, strict=True)) for column in columns]
    noisy = [c + periphery.out_noise * normal(place, purpose, j, attempt) for j, c in enumerate(currents)]
    codes, largest, step = convert_out(noisy, periphery)
    clipped = [abs(code) > largest for code in codes]
    y = [clip(code, largest) * step * scale * 2**attempt for code in codes]
    return Trace(scale, attempt, inputs, currents, noisy, codes, clipped, y)


def read(w, x, periphery, place, purpose, halvings=0):
    """y_j = sum_i x_i w_ij; again with halved inputs while an output is clipped, `halvings` times at most.

    The abs-max of nothing is 0: no read, the result is exactly 0, without noise.
    """
    x = [float(v) for v in x]
    biggest = max((abs(v) for v in x), default=0.0)
    scale = {"none": 1.0, "abs_max": biggest, "constant": periphery.constant}[periphery.noise_management]
    if scale == 0:
        zeros = [0.0] * len(w[0])
        return Trace(0.0, 0, [0] * len(x), zeros, zeros, [0] * len(zeros), [False] * len(zeros), zeros)
    for attempt in range(halvings + 1):
        trace = attempt_read(w, x, scale, attempt, periphery, place, purpose)
        if not any(trace.clipped):
            break
    return trace


def forward(w, x, periphery, place):
    """The read of the columns, with bound management."""
    return read(w, x, periphery, place, FORWARD_NOISE, periphery.bound_management)


def backward(w, d, periphery, place):
    """e_i = sum_j d_j w_ij: the read of the rows, without bound management."""
    return read([list(column) for column in zip(*w, strict=True)], d, periphery, place, BACKWARD_NOISE)
