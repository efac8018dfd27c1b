"""Reading an array: DAC or PWM, currents, noise, ADC.  docs/theory.md (4).

scale -> DAC rounding -> clip -> currents -> noise -> ADC rounding -> clip -> (bound management: again) -> rescale.
Rounding is half to even; the noise is in scaled units, before the rescale.
"""

from typing import Any, NamedTuple

import numpy as np

from ._jit import ONE, ZERO, dot, inline, kernel, largest
from .random import fill_normals

NO_MANAGEMENT, ABS_MAX, CONSTANT = 0, 1, 2
CURRENTS, NOISE, CODES = 0, 1, 2  # places in `stages`
CONVERSIONS, CLIPPED, HALVINGS = 0, 1, 2  # places in `stats`


class Converters(NamedTuple):
    """Knobs of one direction of reading.  Floats are of the state's type."""

    in_levels: Any  # (2^bits - 2)/2 time slots at the input bound; 0: unquantised
    in_bound: Any
    out_levels: Any  # (2^bits - 2)/2 codes at the output bound; 0: unquantised
    out_bound: Any
    out_noise: Any  # standard deviation, in scaled units
    management: int  # NO_MANAGEMENT, ABS_MAX, CONSTANT
    constant: Any  # the divisor of CONSTANT
    halvings: int  # bound management: at most so many more reads


class Reader(NamedTuple):
    """One direction of reading an array: knobs, every stage of the last read, and counts."""

    knobs: Converters
    slots: Any  # signed time slots (or scaled inputs where unquantised), one a line driven
    stages: Any  # (3, lines read): CURRENTS before the noise; NOISE added, scaled units; CODES of the ADC, clipped
    z: Any  # float32 normals, whole blocks of four
    bits: Any  # uint32
    stats: Any  # int64 (3,): conversions, clipped conversions, halvings


@largest
def abs_max(x):
    top = ZERO * x[0]
    for i in range(len(x)):
        top = max(top, abs(x[i]))
    return top


@inline
def noise_scale(knobs, x):
    """What the input is divided by.  0, the abs-max of nothing: no read, the result is exactly 0, without noise."""
    if knobs.management == ABS_MAX:
        return abs_max(x)
    return knobs.constant if knobs.management == CONSTANT else ONE + ZERO * knobs.out_noise


@kernel
def drive(knobs, slots, x, scale):
    """DAC: slots = clip(rint(x/scale/bound levels), +-levels); unquantised: clip(x/scale, +-bound)."""
    levels = knobs.in_levels
    if levels > ZERO:
        for i in range(len(x)):  # the signal over its scale first: a product of factors would overflow for tiny signals
            slots[i] = min(max(np.rint(x[i] / scale / knobs.in_bound * levels), -levels), levels)
    else:
        for i in range(len(x)):
            slots[i] = min(max(x[i] / scale, -knobs.in_bound), knobs.in_bound)


@inline
def slot_unit(knobs):
    """The input, in units of the scale, that one time slot stands for."""
    if knobs.in_levels > ZERO:
        return knobs.in_bound / knobs.in_levels
    return ONE + ZERO * knobs.out_noise  # a 1 of the state's type; a bound may be infinite


@inline
def _add_row(y, s, row):
    for j in range(len(y)):
        y[j] += s * row[j]


@kernel
def charge(y, slots, w, factor):
    """y_j += factor sum_i slots_i w_ij: a row at a time, rows without input skipped."""
    for i in range(len(slots)):
        if slots[i] != ZERO:
            _add_row(y, factor * slots[i], w[i])


@dot
def _product(row, slots):
    total = ZERO * row[0]
    for j in range(len(slots)):
        total += row[j] * slots[j]
    return total


@kernel
def charge_back(e, slots, w, factor):
    """e_i += factor sum_j w_ij slots_j.  The one sum that may be reassociated."""
    for i in range(len(e)):
        e[i] += factor * _product(w[i], slots)


@kernel
def forget(reader):
    """No read took place: no stage of an earlier one is left."""
    clear(reader.slots)
    for stage in range(3):
        clear(reader.stages[stage])


@kernel
def clear(y):
    for j in range(len(y)):
        y[j] = ZERO


@kernel
def _noise(reader, stream, purpose, sub):
    """noise = out_noise z"""
    noise = reader.stages[NOISE]
    fill_normals(reader.z, reader.bits, 0, len(noise), stream, purpose, sub)
    for j in range(len(noise)):
        noise[j] = reader.knobs.out_noise * reader.z[j]


@kernel
def _digitise(y, reader, unit):
    """y = currents unit + noise, through the ADC; returns how many codes lay strictly above the bound."""
    knobs = reader.knobs
    levels, bound = knobs.out_levels, knobs.out_bound
    quantised = levels > ZERO
    step = bound / levels if quantised else ONE + ZERO * knobs.out_noise
    top = levels if quantised else bound
    currents, noise, codes = reader.stages[CURRENTS], reader.stages[NOISE], reader.stages[CODES]
    clipped = 0
    for j in range(len(y)):
        v = (currents[j] * unit + noise[j]) / step
        code = np.rint(v) if quantised else v
        clipped += 1 if abs(code) > top else 0
        code = min(max(code, -top), top)
        codes[j] = code
        y[j] = code * step
    return clipped


@kernel
def convert(y, reader, attempt, stream, purpose):
    """Noise and ADC on the currents of the reader; returns whether a code was clipped."""
    knobs = reader.knobs
    if knobs.out_noise > ZERO:
        _noise(reader, stream, purpose, np.uint64(attempt))
    else:
        clear(reader.stages[NOISE])
    clipped = _digitise(y, reader, slot_unit(knobs))
    reader.stats[CONVERSIONS] += len(y)
    reader.stats[CLIPPED] += clipped
    return clipped > 0


@kernel
def rescale(y, scale):
    for j in range(len(y)):
        y[j] *= scale
