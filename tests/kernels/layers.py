"""One layer, said once in the twins' words and built twice: for the kernels and for the twins."""

from typing import Any, NamedTuple

import numpy as np

from kernels import build, devices, epoch, mvm, pulses, tiles
from tests.naive.mvm import IDEAL, Periphery
from tests.naive.pulses import Scheme
from tests.naive.tiles import Array, Sgd, TikiTaka

from . import family
from .crosspoints import PLAIN, CrossPoint, beside, crosspoints, states
from .states import S0, spread_cells, state, twin

KEY = (0xDEADBEEF, 0x9E3779B9)  # both words above 2^31: nothing signed may slip in


class Setup(NamedTuple):
    device: Any = devices.Linear  # of C
    auxiliary: Any = None  # device of A; None: SGD on C
    n_in: int = 5  # the bias row counted
    n_out: int = 4
    seed: int = 0  # of weights and cells
    index: int = 0
    c2c: float = 0.3
    rate: float = 0.05
    scheme: Scheme = Scheme()
    forward: Periphery = IDEAL
    backward: Periphery = IDEAL
    bias: str = "none"
    batch: int = 1
    parameters: Any = None  # of the cells of C; None: they all differ
    weights: Any = None  # of C; None: random
    transfer: Periphery = IDEAL
    transfer_scheme: Scheme = Scheme()
    transfer_rate: float = 0.3
    ns: int = 1
    gamma: float = 0.0
    rows: int = 1
    permuted: bool = False
    samples: int = 0  # every cell is probed for so many samples a call
    crew: Any = build.ALONE  # who works on its arrays
    point: CrossPoint = PLAIN  # what stands at the cross-points of all its arrays
    algorithm: Any = None  # of family.py; None: SGD, or Tiki-Taka where there is an auxiliary array


def device(setup, array):
    """Of C, number 0, or of an auxiliary array."""
    return setup.auxiliary if array else setup.device


def cells(setup, array=0):
    if setup.parameters is not None:
        return setup.parameters
    rows = len(setup.point.shares) * setup.n_in
    return spread_cells(device(setup, array), rows, setup.n_out, 2 * setup.seed + array)


def weights(setup, array=0):
    """Numbers that float32 holds exactly, within the bounds of every cell."""
    if setup.weights is not None and array == 0:
        return np.float32(setup.weights)
    rng = np.random.default_rng([setup.seed, 2, array])
    return rng.uniform(-0.3, 0.3, (setup.n_in, setup.n_out)).astype(np.float32)


def rule(scheme):
    kind = ("stochastic", "mean_count", "implicit", "none").index(scheme.kind)
    balanced = scheme.length_management or scheme.update_management
    return pulses.Rule(
        kind, scheme.max_length, scheme.length_management, balanced, scheme.resolution, scheme.stochastic_rounding
    )


def knobs(p, dtype, forward=False):
    management = {"none": mvm.NO_MANAGEMENT, "abs_max": mvm.ABS_MAX, "constant": mvm.CONSTANT}[p.noise_management]
    return build.converters(
        dtype, p.dac_bits, p.dac_bound, p.adc_bits, p.adc_bound, p.out_noise, management, p.constant,
        p.bound_management if forward else 0,
    )  # fmt: skip


def _array(setup, dtype, array):
    every = [(i, j) for i in range(setup.n_in) for j in range(setup.n_out)] if setup.samples else ()
    dev = state(device(setup, array), cells(setup, array), dtype, setup.c2c)
    if setup.point == PLAIN:
        return build.array(weights(setup, array).astype(dtype), dev, S0, every, setup.samples, setup.crew)
    v = states(setup, array).astype(dtype)
    about = beside(setup, v)
    return build.array(setup.point.seen(v), dev, S0, every, setup.samples, setup.crew, about)


def _tile(setup, dtype):
    shape = setup.n_in, setup.n_out
    arrays = [_array(setup, dtype, n) for n in range(family.count(setup))]
    lines = build.lines(*shape, dtype, setup.crew)
    if setup.algorithm is None and setup.auxiliary is None:
        return tiles.Sgd(c=arrays[0], lines=lines, rule=rule(setup.scheme), rates=np.array([setup.rate]))
    visits = build.visits(setup.n_in, *family.rows(setup))
    read = build.row_reader(knobs(setup.transfer._replace(noise_management="none"), dtype), *shape)
    rules = rule(setup.scheme), rule(setup.transfer_scheme)
    if setup.algorithm is not None:
        parts = family.Parts(setup, arrays, lines, *rules, rule(family.WHOLE), visits, read, dtype)
        return family.BUILT[setup.algorithm.kind](parts)
    return tiles.TikiTaka(
        *arrays, lines, *rules, rates=np.array([setup.rate, setup.transfer_rate]),
        gamma=np.dtype(dtype).type(setup.gamma), visits=visits, read=read,
    )  # fmt: skip


def kernel(setup, dtype="f8"):
    """The layer as the kernels take it."""
    forward, backward = knobs(setup.forward, dtype, True), knobs(setup.backward, dtype)
    bias = {"analog_bias": setup.bias == "analog", "digital_bias": setup.bias == "digital"}
    return build.layer(
        setup.index, _tile(setup, dtype), forward, backward, setup.n_in, setup.n_out, setup.batch, **bias
    )


def _naive_array(setup, array, scheme):
    law, p = device(setup, array), cells(setup, array)
    if setup.point == PLAIN:
        return Array(weights(setup, array), twin(law, p, setup.c2c), S0, scheme)
    return crosspoints(setup, states(setup, array), law, p, scheme)


def naive(setup, key=KEY):
    """The tile in the twins' words."""
    single = setup.algorithm is None and setup.auxiliary is None
    schemes = [setup.scheme] if single else family.schemes(setup)
    arrays = [_naive_array(setup, n, scheme) for n, scheme in enumerate(schemes)]
    if setup.algorithm is not None:
        return family.naive(setup, arrays, key)
    if single:
        return Sgd(key, setup.index, arrays[0], setup.rate, setup.forward, setup.backward)
    return TikiTaka(
        key, setup.index, arrays[1], arrays[0], setup.rate, setup.forward, setup.backward, setup.transfer,
        transfer_rate=setup.transfer_rate, ns=setup.ns, gamma=setup.gamma, rows_per_transfer=setup.rows,
        permuted=setup.permuted,
    )  # fmt: skip


def learn(layer, xs, ds, step=0, key=KEY):
    """One update for each row of xs, ds."""
    dtype = layer.x.dtype
    epoch.learn_batch(layer, np.array(xs, dtype, order="C"), np.array(ds, dtype, order="C"), step, build.stream(*key))


def gradients(setup, n, seed=0):
    """Inputs with zeros among them, and errors of very different sizes, such that some trains saturate."""
    rng = np.random.default_rng([seed, 3])
    xs = rng.uniform(-1, 1, (n, setup.n_in)) * (rng.random((n, setup.n_in)) < 0.8)
    ds = rng.normal(0, 1, (n, setup.n_out)) * np.geomspace(0.03, 6, n)[:, None]
    return xs.astype(np.float32), ds.astype(np.float32)


def probed(layer):
    """Weights of C after each sample and signed pulses during it, both (samples, n_in, n_out)."""
    log = layer.tile.c.probe.log
    weights, pulses = (log[:, :, k].reshape(-1, *layer.tile.c.w.shape) for k in (0, 1))
    return weights, pulses
