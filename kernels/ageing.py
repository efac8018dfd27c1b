"""What time does to a device between pulses.  docs/theory.md (2.13).

Once a sample, on every state v:   v <- v - (v - rest) loss                          decay, loss = 1/lifetime
                                   v <- v + diffusion z                              diffusion
                                   v <- origin + (v - origin) (t/u)^(-nu)            drift, t samples after its pulse
and the clip.  u: the age at the step before.  A step of drift is due at every sample up to an age of 2048 samples, then
at every second, fourth, ...: whenever the age has grown by 1/2048 to 1/1024.  The steps multiply to the exact law, and
are large enough not to be lost in the rounding of a float32 state, as nu/t a sample is from some 10^6 samples on.
"""

from typing import Any, NamedTuple

import numpy as np

from ._jit import class_of, generic, inline, kernel
from .functions import power
from .hits import BATCH, CELL
from .mvm import clear
from .random import RETENTION, fill_normals


class Timeless(NamedTuple):
    """Nothing happens."""

    rate: int  # 0


class Ageing(NamedTuple):
    fate: Any  # records loss, rest, diffusion, nu, origin; (devices n_in, n_out), or (1, 1) when all are equal
    noisy: bool  # whether anything diffuses
    start: float  # age at which a pulse leaves a device, in samples
    since: Any  # int64 (states,): samples since the last pulse; (0,): nothing drifts


@generic
def touch(clock, listed, m):
    """The m listed devices have just been pulsed."""

    def nothing(clock, listed, m):
        pass

    def young(clock, listed, m):
        since, places = clock.since, listed[CELL]
        if len(since) > 0:
            for h in range(m):
                since[places[h]] = 0

    return nothing if class_of(clock) is Timeless else young


@generic
def touch_one(clock, place):
    """So has one device."""

    def nothing(clock, place):
        pass

    def young(clock, place):
        if len(clock.since) > 0:
            clock.since[place] = 0

    return nothing if class_of(clock) is Timeless else young


@inline
def _older(v, fate, own, z):
    return min(max(v - (v - fate.rest) * fate.loss + fate.diffusion * z, own.w_min), own.w_max)


@kernel
def _decay_alike(v, fate, own, z, n):
    """The n first states, decayed and diffused, where all devices are alike: this vectorises."""
    for q in range(n):
        v[q] = _older(v[q], fate, own, z[q])


@kernel
def _decay(v, fates, bounds, z, at, n):
    """The n states from place `at` on, where devices differ; z: their normals."""
    f, b = fates.reshape(fates.size), bounds.reshape(bounds.size)
    for q in range(n):
        place = at + q
        fate = f[place if len(f) > 1 else 0]
        own = b[place if len(b) > 1 else 0]
        v[place] = _older(v[place], fate, own, z[q])


@inline
def _stride(age):
    """Samples between steps of drift: the largest power of two within age/1024, at least 1."""
    bits = np.float64(max(age * 2.0**-10, 1.0)).view(np.int64)
    return np.int64((bits >> np.int64(52)) - np.int64(1023))


@inline
def _last_step(start, n):
    """Samples after its pulse at which a device drifted last before sample n, at which it drifts."""
    shift = _stride(start + n)
    whole = np.int64(1) << shift
    half = whole >> np.int64(1)
    return n - whole if half == 0 or _stride(start + (n - half)) == shift else n - half


@kernel
def _drift(v, fates, bounds, start, since, at, n):
    f, b = fates.reshape(fates.size), bounds.reshape(bounds.size)
    for q in range(n):
        place = at + q
        since[place] += 1
        age = since[place]
        if age & ((np.int64(1) << _stride(start + age)) - np.int64(1)) == 0:
            fate = f[place if len(f) > 1 else 0]
            own = b[place if len(b) > 1 else 0]
            grown = (start + _last_step(start, age)) / (start + age)
            new = fate.origin + (v[place] - fate.origin) * power(grown, fate.nu)
            v[place] = min(max(new, own.w_min), own.w_max)


@generic
def age(clock, states, dev, hits, stream):
    """One sample of time for the states (devices n_in, n_out) of an array; returns whether anything happened."""

    def nothing(clock, states, dev, hits, stream):
        return False

    def older(clock, states, dev, hits, stream):
        v = states.reshape(states.size)
        for at in range(0, len(v), BATCH):
            n, z = min(len(v) - at, BATCH), hits.picked
            if clock.noisy:
                fill_normals(hits.z, hits.bits, at // 4, n, stream, RETENTION, np.uint64(0))
                z = hits.z
            else:
                clear(z)
            if clock.fate.size == 1 and dev.cells.size == 1:
                _decay_alike(v[at:], clock.fate[0, 0], dev.cells[0, 0], z, n)
            else:
                _decay(v, clock.fate, dev.cells, z, at, n)
            if len(clock.since) > 0:
                _drift(v, clock.fate, dev.cells, clock.start, clock.since, at, n)
        return True

    return nothing if class_of(clock) is Timeless else older
