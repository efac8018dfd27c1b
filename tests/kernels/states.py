"""Every registered device, said once in textbook parameters and built twice: for the kernels and for the twins.

A device registered in `kernels` goes through every contract by one entry of `DEVICES`; without it, a test fails.
Parameters are numbers (equal cells) or arrays (n_in, n_out): s_up, s_dn, v_min, v_max, the shift r of the reference,
and those of the law.  Steps are about 1/128 and bounds about +-1/2: a few trains of 31 pulses cross the range.
"""

import inspect
from collections.abc import Callable, Mapping
from types import MappingProxyType
from typing import Any, NamedTuple

import numpy as np

from kernels import devices
from tests.naive import laws

from .user_law import Quadratic, textbook

S0 = 2.0**-7  # a power of two: where rate = n s0, the number of pulses asked for is n exactly


class Device(NamedTuple):
    law: Callable  # the textbook law of the twin
    columns: Callable  # parameters -> the fields of `cells` beside w_min and w_max
    common: tuple = ()  # names of the parameters that stand beside `cells` and c2c
    parameters: Mapping[str, Any] = MappingProxyType({})  # of the law, beside steps and bounds


def _steps(p):
    return {"s_up": p["s_up"], "s_dn": p["s_dn"]}


def _affine(p):
    b_up, b_dn = p["gamma_up"] * p["s_up"] / p["v_max"], -p["gamma_dn"] * p["s_dn"] / p["v_min"]
    return {"a_up": p["s_up"] - b_up * p["shift"], "b_up": b_up, "a_dn": p["s_dn"] + b_dn * p["shift"], "b_dn": b_dn}


def _soft_bounds(p):
    return {"b_up": p["s_up"] / p["v_max"], "b_dn": -p["s_dn"] / p["v_min"]}


def _additive(p):
    return _affine(p) | _steps(p)


def _exponential(p):
    slope = 2 * p["a"] / (p["v_max"] - p["v_min"])
    return _steps(p) | {"slope": slope, "offset": p["b"] + slope * p["shift"]}


def _exponential_noisy(p):
    return _exponential(p) | {"origin": p["origin"] - p["shift"]}


def _quadratic(p):
    return _steps(p) | {"r": p["shift"]}


GAMMA = {"gamma_up": 0.8, "gamma_dn": 0.9}
CURVE = {"a": 1.0, "b": 0.1, "A_up": 0.3, "A_dn": 0.4, "g_up": 0.9, "g_dn": 0.8}
NOISE = {"n_off": 2.0**-8, "n_slope": 2.0**-6, "origin": -0.2}
NODES = {"t_up": [1.6, 1.1, 0.9, 0.3], "t_dn": [0.2, 1.0, 1.5]}

DEVICES = {
    devices.Constant: Device(laws.constant, _steps),
    devices.Linear: Device(laws.linear, _affine, (), GAMMA),
    devices.LinearAdditive: Device(laws.linear_additive, _additive, (), GAMMA),
    devices.SoftBounds: Device(laws.soft_bounds, _soft_bounds),
    devices.Exponential: Device(laws.exponential, _exponential, ("A_up", "A_dn", "g_up", "g_dn"), CURVE),
    devices.ExponentialNoisy: Device(
        laws.exponential_noisy, _exponential_noisy, ("A_up", "A_dn", "g_up", "g_dn", "n_off", "n_slope"), CURVE | NOISE
    ),
    devices.Power: Device(laws.power, _steps, ("p_up", "p_dn"), {"p_up": 1.7, "p_dn": 0.6}),
    devices.Table: Device(laws.table, _steps, ("t_up", "t_dn"), NODES),
    Quadratic: Device(textbook, _quadratic, ("curve",), {"curve": 0.9}),
}


def equal_cells(device, **changes):
    """Parameters of an array whose cells are all the same."""
    p = {"s_up": S0, "s_dn": 1.2 * S0, "v_min": -0.5, "v_max": 0.6, "shift": 0.03}
    return p | dict(DEVICES[device].parameters) | changes


def spread_cells(device, n_in, n_out, seed):
    """Parameters of an array of cells that all differ, in steps, bounds and references."""
    rng = np.random.default_rng([seed, 1])
    p = equal_cells(device)
    for name in ("s_up", "s_dn", "v_min", "v_max"):
        p[name] = p[name] * rng.uniform(0.8, 1.2, (n_in, n_out))
    return p | {"shift": rng.uniform(-0.1, 0.1, (n_in, n_out))}


def state(device, p, dtype, c2c):
    """The device as the kernels take it."""
    dtype = np.dtype(dtype)
    columns = {"w_min": p["v_min"] - p["shift"], "w_max": p["v_max"] - p["shift"]} | DEVICES[device].columns(p)
    shape = np.broadcast_shapes((1, 1), *map(np.shape, columns.values()))
    cells = np.zeros(shape, np.dtype([(name, dtype) for name in columns], align=True)).view(np.recarray)
    for name, values in columns.items():
        cells[name] = values
    common = (np.array(p[name], dtype) if np.ndim(p[name]) else dtype.type(p[name]) for name in DEVICES[device].common)
    return device(cells, dtype.type(c2c), *common)


def twin(device, p, c2c):
    """The same device in the twins' words."""
    law = DEVICES[device].law
    taken = inspect.signature(law).parameters
    values = {name: value for name, value in (p | {"c2c": c2c}).items() if name in taken}
    return laws.Device(law, p["v_min"], p["v_max"], p["shift"], **values)
