"""A multilayer perceptron, said once in the twins' words and built twice: for the kernels and for the twins."""

from itertools import pairwise
from typing import Any, NamedTuple

import numpy as np

from kernels import activations, build, devices, epoch
from tests.naive.mlp import MLP
from tests.naive.mvm import Periphery

from .contracts import everything
from .family import Algorithm
from .layers import KEY, Setup, kernel, naive

HIDDEN = {"sigmoid": activations.SIGMOID, "tanh": activations.TANH, "relu": activations.RELU}
LOSS = {"cross_entropy": activations.CROSS_ENTROPY, "mean_square": activations.MEAN_SQUARE}
SINGLE = Setup(devices.Linear, rate=0.1)
DOUBLE = Setup(devices.Constant, devices.Linear, rate=0.1, transfer_rate=0.5)

# Layers of one network need not be of one algorithm.  Each takes as long to compile as a network of its own, so two of
# the family: signs, a buffer and a reference; and a chain of arrays.
FAMILY = Algorithm("agad", row_chance=0.6, column_chance=0.4), Algorithm("residual", arrays=3)


class Net(NamedTuple):
    layer: Setup = SINGLE  # what all layers have in common
    sizes: tuple = (6, 4, 3)
    hidden: str = "sigmoid"
    loss: str = "cross_entropy"
    bias: str = "analog"
    batch: int = 1
    algorithms: tuple = ()  # of family.py, one a layer; (): all as `layer` says


def setups(net):
    extra = net.bias == "analog"
    shapes = enumerate(pairwise(net.sizes))
    found = [net.layer._replace(n_in=n + extra, n_out=m, index=k, seed=k, bias=net.bias, batch=net.batch)
             for k, (n, m) in shapes]  # fmt: skip
    algorithms = net.algorithms or [net.layer.algorithm] * len(found)
    return [setup._replace(algorithm=a) for setup, a in zip(found, algorithms, strict=True)]


def layers(net, dtype="f8"):
    """The network as the kernels take it."""
    return tuple(kernel(setup, dtype) for setup in setups(net))


def mlp(net):
    """The network in the twins' words."""
    return MLP([naive(setup) for setup in setups(net)], net.hidden, net.loss, net.bias)


class Data(NamedTuple):
    images: Any
    targets: Any
    order: Any


def data(net, n=12, seed=0):
    """Points around one centre for each class, seen in a random order."""
    rng = np.random.default_rng([seed, 5])
    centres, labels = rng.normal(0, 1, (net.sizes[-1], net.sizes[0])), rng.integers(0, net.sizes[-1], n)
    images = centres[labels] + rng.normal(0, 0.3, (n, net.sizes[0]))
    images[rng.random(images.shape) < 0.2] = 0
    return Data(images.astype(np.float32), np.eye(net.sizes[-1], dtype=np.float32)[labels], rng.permutation(n))


def train(stack, net, points, first=0, last=None, step=0, key=KEY):
    """Trains on order[first:last]; sum of the losses, number of hits."""
    dtype, totals = stack[0].x.dtype, np.zeros(2)
    epoch.train(
        stack, points.images.astype(dtype), points.targets.astype(dtype), points.order.astype(np.int64), first,
        len(points.order) if last is None else last, net.batch, step, build.stream(*key), HIDDEN[net.hidden],
        LOSS[net.loss], totals,
    )  # fmt: skip
    return totals


def evaluate(stack, net, points, key=KEY):
    dtype, totals = stack[0].x.dtype, np.zeros(2)
    epoch.evaluate(
        stack, points.images.astype(dtype), points.targets.astype(dtype), 0, len(points.images), build.stream(*key),
        HIDDEN[net.hidden], LOSS[net.loss], totals,
    )  # fmt: skip
    return totals


def arrays(stack):
    """Every trained number of every layer."""
    return [v for layer in stack for v in (layer.bias, *everything(layer))]


MIXED = Net(DOUBLE._replace(gamma=0.3, rows=2, transfer_rate=1.5), (6, 4, 3), algorithms=FAMILY)
USUAL = Periphery()
NOISY = Periphery(0, float("inf"), 0, float("inf"), 0.06)  # noise, and no code that could lie on a tie
