"""Reading an array: DAC or PWM, currents, noise, ADC.  docs/theory.md (4).

scale -> DAC rounding -> clip -> currents -> noise -> ADC rounding -> clip -> (bound management: again) -> rescale.
Rounding is half to even; the noise is in scaled units, before the rescale.
"""

from typing import Any, NamedTuple

import numpy as np

from ._jit import ONE, ZERO, inline, kernel
from .crew import hands, part, shared
from .lanes import LANES, load, most, read, rise, save, spread, total, write
from .random import fill_normals

NO_MANAGEMENT, ABS_MAX, CONSTANT = 0, 1, 2
CURRENTS, NOISE, CODES = 0, 1, 2  # places in `stages`
CONVERSIONS, CLIPPED, HALVINGS = 0, 1, 2  # places in `stats`
FAR = 2**18  # cells of an array that no longer lies in a core's own cache


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


class Driven(NamedTuple):
    """Scratch: the lines that a forward read drives."""

    lines: Any  # int32 (n + LANES,)
    slots: Any  # state's type (n + LANES,): their signed time slots
    count: Any  # int64 (1,)


class Reader(NamedTuple):
    """One direction of reading an array: knobs, every stage of the last read, and counts."""

    knobs: Converters
    slots: Any  # signed time slots (or scaled inputs where unquantised), one a line
    driven: Driven
    stages: Any  # (3, lines read): CURRENTS before the noise; NOISE added, scaled units; CODES of the ADC, clipped
    z: Any  # float32 normals, room for whole groups
    bits: Any  # uint32, scratch of normals
    stats: Any  # int64 (3,): conversions, clipped conversions, halvings


@kernel
def abs_max(x):
    top = spread(ZERO * x[0])
    for q in range(0, len(x), LANES):
        top = rise(top, load(x, q, len(x)))
    return most(top)


@inline
def noise_scale(knobs, x):
    """What the input is divided by.  0, the abs-max of nothing: no read, the result is exactly 0, without noise."""
    if knobs.management == ABS_MAX:
        return abs_max(x)
    return knobs.constant if knobs.management == CONSTANT else ONE + ZERO * knobs.out_noise


@kernel
def drive(knobs, slots, x, scale):
    """DAC: slots = clip(rint(x/scale/bound levels), +-levels); unquantised: clip(x/scale, +-bound)."""
    levels, bound = knobs.in_levels, knobs.in_bound
    if levels > ZERO:
        for i in range(len(x)):  # the signal over its scale first: a product of factors would overflow for tiny signals
            slots[i] = min(max(np.rint(x[i] / scale / bound * levels), -levels), levels)
    else:
        for i in range(len(x)):
            slots[i] = min(max(x[i] / scale, -bound), bound)


@inline
def slot_unit(knobs):
    """The input, in units of the scale, that one time slot stands for."""
    if knobs.in_levels > ZERO:
        return knobs.in_bound / knobs.in_levels
    return ONE + ZERO * knobs.out_noise  # a 1 of the state's type; a bound may be infinite


@kernel
def _in_registers(y, at, end, driven, w, factor):
    """Sixty-four columns from `at` on, whose sums stay in registers while the rows pass."""
    lines, slots = driven.lines, driven.slots
    b, c, d = at + LANES, at + 2 * LANES, at + 3 * LANES
    y0, y1, y2, y3 = load(y, at, end), load(y, b, end), load(y, c, end), load(y, d, end)
    for k in range(driven.count[0]):
        row, s = w[lines[k]], spread(factor * slots[k])
        y0 = y0 + s * load(row, at, end)
        y1 = y1 + s * load(row, b, end)
        y2 = y2 + s * load(row, c, end)
        y3 = y3 + s * load(row, d, end)
    save(y, at, end, y0)
    save(y, b, end, y1)
    save(y, c, end, y2)
    save(y, d, end, y3)


@kernel
def _add_row(y, first, end, s, row):
    s, whole = spread(s), first + (end - first) // LANES * LANES
    for q in range(first, whole, LANES):
        write(y, q, read(y, q) + s * read(row, q))
    save(y, whole, end, load(y, whole, end) + s * load(row, whole, end))


@kernel
def _add_four(y, first, end, r0, r1, r2, r3, s0, s1, s2, s3):
    """Four rows, one after the other, in one pass over y."""
    s0, s1, s2, s3 = spread(s0), spread(s1), spread(s2), spread(s3)
    whole = first + (end - first) // LANES * LANES
    for q in range(first, whole, LANES):
        sums = ((read(y, q) + s0 * read(r0, q)) + s1 * read(r1, q)) + s2 * read(r2, q)
        write(y, q, sums + s3 * read(r3, q))
    q = whole
    sums = ((load(y, q, end) + s0 * load(r0, q, end)) + s1 * load(r1, q, end)) + s2 * load(r2, q, end)
    save(y, q, end, sums + s3 * load(r3, q, end))


@kernel
def _along_rows(y, first, end, driven, w, factor):
    """Whole rows, four at a time: an array that comes from memory is read as it lies there."""
    lines, slots, n = driven.lines, driven.slots, driven.count[0]
    for k in range(0, n - 3, 4):
        a, b, c, d = lines[k], lines[k + 1], lines[k + 2], lines[k + 3]
        sa, sb, sc, sd = factor * slots[k], factor * slots[k + 1], factor * slots[k + 2], factor * slots[k + 3]
        _add_four(y, first, end, w[a], w[b], w[c], w[d], sa, sb, sc, sd)
    for k in range(n // 4 * 4, n):
        _add_row(y, first, end, factor * slots[k], w[lines[k]])


@kernel
def _charge(y, first, end, driven, w, factor):
    """Columns first .. end - 1; in either way each sums its rows one after the other."""
    if w.size > FAR:
        _along_rows(y, first, end, driven, w, factor)
    else:
        for at in range(first, end, 4 * LANES):
            _in_registers(y, at, end, driven, w, factor)


@shared
def _charge_part(member, members, y, driven, w, factor):
    """A member's columns, in whole blocks of those that registers hold."""
    block = 4 * LANES
    first, end = part((len(y) + block - 1) // block, member, members)
    _charge(y, first * block, min(end * block, len(y)), driven, w, factor)


@kernel
def charge(y, driven, array, factor):
    """y_j += factor sum_i slots_i w_ij over the driven rows; a crew splits the columns."""
    members = hands(array.crew, array.w.size, driven.count[0] * len(y))
    _charge_part(array.crew, members, y, driven, array.w, factor)


@kernel
def charge_row(y, slot, row):
    """y_j = slot w_j: one row driven alone."""
    for j in range(len(y)):
        y[j] = slot * row[j]


@shared
def _charge_back_part(member, members, e, slots, w, factor):
    n, nothing = len(slots), spread(ZERO * slots[0])
    whole = n // LANES * LANES
    rest = load(slots, whole, n)
    first, end = part(len(e), member, members)
    mine, rows = e[first:end], w[first:end]  # a loop from 0 on: its indices are seen not to be negative
    for i in range(len(mine)):
        row, sums = rows[i], nothing
        for q in range(0, whole, LANES):
            sums = sums + read(row, q) * read(slots, q)
        sums = sums + load(row, whole, n) * rest
        mine[i] += factor * total(sums)


@kernel
def charge_back(e, slots, array, factor):
    """e_i += factor sum_j w_ij slots_j, every sixteenth column in a lane of its own; a crew splits the rows."""
    members = hands(array.crew, array.w.size, array.w.size)
    _charge_back_part(array.crew, members, e, slots, array.w, factor)


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
    noise, width, z = reader.stages[NOISE], reader.knobs.out_noise, reader.z
    fill_normals(z, reader.bits, 0, len(noise), stream, purpose, sub)
    for j in range(len(noise)):
        noise[j] = width * z[j]


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
