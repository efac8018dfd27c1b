"""One layer: a tile with its two readers and the buffers of a mini-batch.  docs/theory.md (4), (6)."""

from typing import Any, NamedTuple

import numpy as np

from ._jit import TWO, ZERO, kernel
from .lanes import list_nonzero
from .mvm import CURRENTS, HALVINGS, Reader, clear, convert, drive, forget, noise_scale, rescale
from .random import BACKWARD_NOISE, FORWARD_NOISE, at, at_step
from .tiles import current, current_back, learn


class Layer(NamedTuple):
    index: int  # place in the network: part of every address
    tile: Any
    forward: Reader
    backward: Reader
    x: Any  # (batch, n_in): inputs; the analog bias row is last and always 1
    y: Any  # (n_out,): output of the last forward read
    d: Any  # (batch, n_out): errors at the output
    e: Any  # (n_in,): result of the last backward read
    bias: Any  # (n_out,): the digital bias; zeros when there is none
    digital: bool  # whether the digital bias learns


@kernel
def _add(y, bias):
    for j in range(len(y)):
        y[j] += bias[j]


@kernel
def read_forward(layer, x, stream):
    """layer.y = x @ W as the periphery sees it.

    Bound management: while a code lies above the ADC's bound, half the input and read again with fresh noise.
    """
    reader, driven, y = layer.forward, layer.forward.driven, layer.y
    currents = reader.stages[CURRENTS]
    scale = noise_scale(reader.knobs, x)
    clear(y)
    if scale == ZERO:
        forget(reader)
    else:
        here = at(stream, layer.index, 0, 0)
        attempt, again = np.int64(0), True
        while again:
            drive(reader.knobs, reader.slots, x, scale)
            driven.count[0] = list_nonzero(driven.lines, driven.slots, reader.slots)
            clear(currents)
            current(layer.tile, driven, currents)
            again = convert(y, reader, attempt, here, FORWARD_NOISE) and attempt < reader.knobs.halvings
            if again:
                attempt += 1
                scale = scale * TWO
                reader.stats[HALVINGS] += 1
        rescale(y, scale)
    if layer.digital:
        _add(y, layer.bias)


@kernel
def read_backward(layer, d, stream):
    """layer.e = W @ d as the periphery sees it."""
    reader, e, currents = layer.backward, layer.e, layer.backward.stages[CURRENTS]
    scale = noise_scale(reader.knobs, d)
    clear(e)
    if scale == ZERO:
        forget(reader)
    else:
        drive(reader.knobs, reader.slots, d, scale)
        clear(currents)
        current_back(layer.tile, reader.slots, currents)
        convert(e, reader, np.int64(0), at(stream, layer.index, 0, 0), BACKWARD_NOISE)
        rescale(e, scale)


@kernel
def _learn_bias(bias, d, rate):
    for j in range(len(bias)):
        bias[j] -= rate * d[j]


@kernel
def learn_sample(layer, x, d, step, stream):
    """What sample number `step` does to the layer: W <- W - eta x d^T, in the way of its tile."""
    learn(layer.tile, step, x, d, at_step(stream, step), layer.index)
    if layer.digital:
        _learn_bias(layer.bias, d, layer.tile.rates[0])
