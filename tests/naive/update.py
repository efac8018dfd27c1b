"""The rank-one pulsed update W <- W - rate x d^T of one array (Gokmen & Vlasov 2016)."""
from typing import NamedTuple

from .philox import C2C, normal
from .pulses import counts, plan


class Stats(NamedTuple):
    """Pulses fired up and down; whether the wish exceeded the longest train, k > BL_max."""
    up: int = 0
    down: int = 0
    saturated: bool = False


def update(w, device, x, d, rate, s0, scheme, place):
    """The new weights (n_in, n_out) and Stats.

    Each cell gets n_ij pulses, up where x_i d_j < 0, one after the other, each with its own normal number
    (numbered over the update: row by row, column by column, pulse by pulse) and its own clip.
    """
    if scheme.kind == "none":
        return outer_product(w, device, x, d, rate), Stats()
    wish = plan(x, d, rate, s0, scheme, place)
    if wish is None:
        return [[float(v) for v in row] for row in w], Stats()
    new, m, fired = [], 0, [0, 0]
    for i, n_row in enumerate(counts(wish, scheme, place)):
        new.append([])
        for j, n in enumerate(n_row):
            value, up = float(w[i][j]), float(x[i]) * float(d[j]) < 0
            for _ in range(n):
                value = device.pulse(i, j, value, up, normal(place, C2C, m))
                m += 1
            new[i].append(value)
            fired[up] += n
    return new, Stats(fired[True], fired[False], wish.k > scheme.max_length)


def outer_product(w, device, x, d, rate):
    """Without pulses: w_ij - rate x_i d_j, clipped."""
    return [[device.clip(i, j, float(w[i][j]) - rate * float(x[i]) * float(d[j])) for j in range(len(d))]
            for i in range(len(x))]


def fire_row(w, device, t, counts, place):
    """The new weights and Stats: |counts[j]| pulses on cell (t, j), up where positive.

    Their normal numbers are numbered as those of an update.
    """
    new, m, fired = [[float(v) for v in row] for row in w], 0, [0, 0]
    for j, n in enumerate(counts):
        for _ in range(abs(n)):
            new[t][j] = device.pulse(t, j, new[t][j], n > 0, normal(place, C2C, m))
            m += 1
        fired[n > 0] += abs(n)
    return new, Stats(fired[True], fired[False])
