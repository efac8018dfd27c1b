"""Hits worked off together: what a noiseless law is given, and room for cells that are done before others."""

from typing import Any, NamedTuple

import numba
import numpy as np

from kernels import build, hits
from kernels.devices import register

from .layers import KEY


class Bare(NamedTuple):
    cells: Any
    c2c: Any


def bare(dev, cell, w, up, z):
    return w + z


register(Bare, bare)


@numba.njit
def work_off(array, bench, listed, m, stream):
    return hits.work_off(array.w, array.dev, bench, listed, m, 0, stream, np.uint64(0))


def test_without_noise_z_is_zero_whatever_lay_in_the_scratch():
    dtype = np.dtype([("w_min", "f4"), ("w_max", "f4")], align=True)
    cells = np.array([[(-1, 1)]], dtype).view(np.recarray)
    array = build.array(np.zeros((1, 3), np.float32), Bare(cells, np.float32(0)), 0.01)
    lines = build.lines(1, 3, np.float32)
    bench = hits.Bench(*(room[0] for room in array.bench))
    mine = hits.Hits(*(room[0] for room in lines.hits))
    mine.picked[:] = 0.25
    mine.listed[hits.CELL, :3], mine.listed[hits.PULSES, :3] = (0, 1, 2), (3, 2, 5)
    assert work_off(array, bench, mine, 3, build.stream(*KEY)) == (3, 4)
    assert not array.w.any()


def test_the_window_of_normals_holds_what_is_looked_at():
    """`_pick` reads number first + shift + r: first < WINDOW, shift <= 3, r <= 62."""
    assert len(build.lines(1, 1, np.float32).hits.z[0]) >= (hits.WINDOW - 1) + 3 + 62 + 1
