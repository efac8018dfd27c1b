"""What time does to a device between pulses.  docs/theory.md (2.13).

Once a sample, on every state v:   v <- rest + (v - rest) keep                       decay, keep = 1 - 1/lifetime
                                   v <- v + diffusion z                              diffusion
                                   v <- origin + (v - origin) ((t + 1)/t)^(-nu)      drift, t samples after its pulse
and the clip.
"""

from typing import Any, NamedTuple

import numpy as np

from ._jit import ONE, ZERO, class_of, generic, kernel
from .functions import power
from .hits import BATCH, CELL
from .mvm import clear
from .random import RETENTION, fill_normals


class Timeless(NamedTuple):
    """Nothing happens."""

    rate: int  # 0


class Ageing(NamedTuple):
    fate: Any  # records keep, rest, diffusion, nu, origin; (devices n_in, n_out), or (1, 1) when all are equal
    noisy: bool  # whether anything diffuses
    start: Any  # state's type: age at which a pulse leaves a device, in samples
    since: Any  # state's type (states,): samples since the last pulse; (0,): nothing drifts


@generic
def touch(clock, listed, m):
    """The m listed devices have just been pulsed."""

    def nothing(clock, listed, m):
        pass

    def young(clock, listed, m):
        since, places = clock.since, listed[CELL]
        if len(since) > 0:
            for h in range(m):
                since[places[h]] = ZERO

    return nothing if class_of(clock) is Timeless else young


@kernel
def _decay(v, fates, bounds, z, at, n):
    """The n states from place `at` on, decayed and diffused; z: their normals."""
    f, b = fates.reshape(fates.size), bounds.reshape(bounds.size)
    for q in range(n):
        place = at + q
        fate = f[place if len(f) > 1 else 0]
        own = b[place if len(b) > 1 else 0]
        new = fate.rest + (v[place] - fate.rest) * fate.keep + fate.diffusion * z[q]
        v[place] = min(max(new, own.w_min), own.w_max)


@kernel
def _drift(v, fates, bounds, start, since, at, n):
    f, b = fates.reshape(fates.size), bounds.reshape(bounds.size)
    for q in range(n):
        place = at + q
        fate = f[place if len(f) > 1 else 0]
        own = b[place if len(b) > 1 else 0]
        t = start + since[place]
        new = fate.origin + (v[place] - fate.origin) * power(t / (t + ONE), fate.nu)
        v[place] = min(max(new, own.w_min), own.w_max)
        since[place] += ONE


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
            _decay(v, clock.fate, dev.cells, z, at, n)
            if len(clock.since) > 0:
                _drift(v, clock.fate, dev.cells, clock.start, clock.since, at, n)
        return True

    return nothing if class_of(clock) is Timeless else older
