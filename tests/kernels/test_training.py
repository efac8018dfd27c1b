"""A whole epoch, compiled, is the twin's at the same addresses; and it learns."""

import numpy as np
import pytest

from kernels import devices
from tests.naive.pulses import Scheme

from . import family
from .layers import Setup
from .networks import DOUBLE, MIXED, NOISY, SINGLE, USUAL, Net, arrays, data, evaluate, layers, mlp, train
from .states import S0

# Differences start at the float32 normals (a pulse 3e-8, a read 6e-7) and pass through sigmoids and probabilities of
# slope 1; 12 samples of some dozens of pulses add them up.  A threshold or a code within 1e-6 of a tie would show as
# one pulse (4e-3) or one code (5e-2): at these fixed seeds there is none.
CLOSE = 2e-5


def noisy(setup):
    return setup._replace(forward=NOISY, backward=NOISY._replace(bound_management=0))


def usual(setup):
    return setup._replace(forward=USUAL, backward=USUAL)


NETS = {
    "sgd": Net(noisy(SINGLE)),
    "sgd in mini-batches": Net(noisy(SINGLE), batch=3),
    "sgd quantised": Net(usual(SINGLE)),
    "sgd, tanh, mean square, digital bias": Net(noisy(SINGLE), (6, 4, 3), "tanh", "mean_square", "digital"),
    "sgd, relu, no bias": Net(noisy(SINGLE), (6, 4, 3), "relu", "cross_entropy", "none", 5),
    "sgd exact": Net(SINGLE._replace(scheme=Scheme("none"), c2c=0.0)),
    "tiki-taka": Net(noisy(DOUBLE)),
    "tiki-taka in mini-batches": Net(noisy(DOUBLE._replace(ns=2, rows=3)), batch=3),
    "tiki-taka, gamma, permuted, quantised": Net(usual(DOUBLE._replace(gamma=0.4, permuted=True))),
    "the family": MIXED._replace(layer=noisy(MIXED.layer)),
    "the family, permuted, in mini-batches": MIXED._replace(layer=noisy(MIXED.layer._replace(permuted=True)), batch=3),
    "tiki-taka, digital bias, noisy transfer": Net(noisy(DOUBLE._replace(transfer=NOISY)), bias="digital"),
}


@pytest.mark.parametrize("net", NETS.values(), ids=NETS)
def test_an_epoch_is_the_twins(net):
    points, stack, twin = data(net), layers(net), mlp(net)
    totals = train(stack, net, points, step=100)
    images, targets = (v[points.order].astype(float).tolist() for v in (points.images, points.targets))
    losses = twin.train(images, targets, net.batch, step=100)
    close = CLOSE if net.layer.c2c else 1e-12
    assert totals[0] == pytest.approx(sum(losses), abs=12 * close)
    for layer, tile, bias in zip(stack, twin.tiles, twin.b, strict=True):
        np.testing.assert_allclose(layer.bias, bias, rtol=0, atol=close)
        for ours, naive in zip(family.arrays(layer.tile), family.naive_arrays(tile), strict=True):
            np.testing.assert_allclose(ours.w, naive.w, rtol=0, atol=close)
            assert ours.stats[:2].tolist() == [naive.up, naive.down]
    assert max(np.abs(a - b).max() for a, b in zip(arrays(stack), arrays(layers(net)), strict=True)) > 0.01


EVALUATED = ["sgd", "sgd, tanh, mean square, digital bias", "tiki-taka, gamma, permuted, quantised"]


@pytest.mark.parametrize("name", EVALUATED)
def test_an_evaluation_is_the_twins(name):
    """Its step is the sample's index; nothing is learnt."""
    net = NETS[name]
    points, stack, twin = data(net), layers(net), mlp(net)
    losses, hits = 0.0, 0
    for k, (x, t) in enumerate(zip(points.images, points.targets, strict=True)):
        y = twin.forward(k, x)[1]
        losses, hits = losses + twin.loss(y, t)[0], hits + (np.argmax(y) == np.argmax(t))
    assert evaluate(stack, net, points) == pytest.approx([losses, hits], abs=12 * CLOSE)
    assert all(np.array_equal(a, b) for a, b in zip(arrays(stack), arrays(layers(net)), strict=True))


def accuracies(net, n=600, epochs=4):
    """Share of hits before each update, by epoch, and the final one of an evaluation."""
    points, stack = data(net, n), layers(net)
    hits = [train(stack, net, points, step=k * n)[1] / n for k in range(epochs)]
    return hits[0], evaluate(stack, net, points)[1] / n


SOFT = {"s_up": S0 / 8, "s_dn": S0 / 8, "v_min": -1.0, "v_max": 1.0, "shift": 0.0, "gamma_up": 1.0, "gamma_dn": 1.0}
DOUBLE_SOFT = Setup(devices.Constant, devices.Linear, rate=0.3, transfer_rate=0.5, parameters=SOFT)
LEARNERS = {
    "sgd": Setup(devices.Linear, rate=0.3, parameters=SOFT),
    "tiki-taka": DOUBLE_SOFT,
    "gamma": DOUBLE_SOFT._replace(gamma=0.5),
    "two permuted rows": DOUBLE_SOFT._replace(ns=2, rows=2, permuted=True),
}


@pytest.mark.parametrize("setup", LEARNERS.values(), ids=LEARNERS)
def test_it_learns(setup):
    """Three well separated clusters through the usual periphery; chance is 1/3."""
    first, last = accuracies(Net(usual(setup), (6, 8, 3)))
    assert first < 0.9 and last > 0.95
