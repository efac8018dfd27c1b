"""What stands at the cross-points of a layer, said once and built twice: for the kernels and for the twins."""

from typing import Any, NamedTuple

import numpy as np

from kernels import beside as kernel
from kernels.ageing import Timeless
from kernels.cells import Single
from kernels.diary import Blank
from kernels.half_select import Undisturbed
from tests.naive.ageing import Clock
from tests.naive.cells import Cell, CrossPoints
from tests.naive.half_select import HalfSelect

from .states import S0, twin

ROUTES = ("first", "by sign", "both", "in turn")
DIRECTIONS = ("either", "up", "down")
FATE = {"loss": 0.0, "rest": 0.0, "diffusion": 0.0, "nu": 0.0, "origin": 0.0}


class CrossPoint(NamedTuple):
    shares: tuple = (1.0,)
    route: str = "first"
    noise: float = 0.0
    refresh_at: float = 0.0
    reset_std: float = 0.0
    budget: int = 0
    fate: Any = None  # {name of FATE: number, or array (devices n_in, n_out)}; None: no time
    start: float = 1.0
    half: Any = None  # (probability, size, direction); None: none
    diary: Any = None  # arguments of kernels.beside.diary; None: none

    def seen(self, v):
        """The weights of states (devices, n_in, n_out)."""
        total = v.dtype.type(self.shares[0]) * v[0]
        for share, state in zip(self.shares[1:], v[1:], strict=True):
            total = total + v.dtype.type(share) * state
        return total

    @property
    def single(self):
        return len(self.shares) == 1 and self.noise == 0


PLAIN = CrossPoint()
KEPT = {"span": (0, 10**6), "room": 4096}
PAIR = CrossPoint((1.0, -1.0), "by sign", refresh_at=0.8, reset_std=0.01, budget=500)
POINTS = {
    "pair one": PAIR,
    "pair both": CrossPoint((1.0, -1.0), "both"),
    "three in turn": CrossPoint((1 / 3,) * 3, "in turn", noise=0.02),
    "write noise": CrossPoint(noise=0.02),
}
TIME = {"loss": 1 / 20, "rest": 0.1, "diffusion": 0.003, "nu": 0.1, "origin": -0.7}


def states(setup, array=0):
    """States that float32 holds exactly, within the bounds of every device."""
    if setup.weights is not None and array == 0:
        return np.float32(setup.weights)[np.newaxis]
    rng = np.random.default_rng([setup.seed, 6, array])
    return rng.uniform(-0.3, 0.3, (len(setup.point.shares), setup.n_in, setup.n_out)).astype(np.float32)


def _clock(point, v):
    if point.fate is None:
        return Timeless(0)
    columns = FATE | point.fate
    shape = np.broadcast_shapes((1, 1), *map(np.shape, columns.values()))
    fate = np.zeros(shape, np.dtype([(name, v.dtype) for name in FATE], align=True)).view(np.recarray)
    for name, values in columns.items():
        fate[name] = values
    return kernel.ageing(fate, v.size, point.start, np.any(fate.nu), np.any(fate.diffusion))


def beside(setup, v):
    """As the kernels take it.  v: (devices, n_in, n_out)."""
    point, (_, n_in, n_out) = setup.point, v.shape
    cell = Single(1) if point.single else kernel.compound(
        v, point.shares, ROUTES.index(point.route), point.noise, point.refresh_at, point.reset_std, point.budget)
    half = Undisturbed(0)
    if point.half is not None:
        probability, size, direction = point.half
        half = kernel.half_select(probability, size, DIRECTIONS.index(direction), n_in, n_out, v.dtype)
    members = setup.crew.size if n_in * n_out >= setup.crew.least else 1
    diary = Blank(0) if point.diary is None else kernel.diary(v.size, n_in * n_out, members=members, **point.diary)
    return kernel.Beside(cell, _clock(point, v), half, diary)


def crosspoints(setup, v, device, p, scheme):
    """The array in the twins' words; p: parameters of all its devices."""
    point, (devices, n_in, n_out) = setup.point, v.shape

    def of(k, values):
        return values[k * n_in : (k + 1) * n_in] if np.ndim(values) == 2 and len(values) > 1 else values

    each = [twin(device, {name: of(k, value) for name, value in p.items()}, setup.c2c) for k in range(devices)]
    cell = Cell(v, each, point.shares, point.route, point.noise, point.refresh_at, point.reset_std, point.budget)
    clock = half = None
    if point.fate is not None:
        fate = {n: [of(k, v) for k in range(devices)] if np.ndim(v) else v for n, v in (FATE | point.fate).items()}
        clock = Clock(devices, n_in, n_out, **fate, start=point.start)
    if point.half is not None:
        half = HalfSelect(*point.half)
    return CrossPoints(cell, S0, scheme, clock, half)
