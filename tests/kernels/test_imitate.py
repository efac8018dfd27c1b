"""A layer taught a matrix, against its naive twin: each weight after each sample."""

import numpy as np
import pytest

from kernels import build, devices
from kernels.imitate import imitate
from kernels.scaling import FAST, NONE
from tests.naive import imitate as twin

from .layers import KEY, Setup, kernel, naive

CASES = {
    "SGD": (Setup(n_in=4, n_out=4, rate=0.4), None),
    "SGD, scaled": (Setup(n_in=4, n_out=4, rate=0.05), 5.0),
    "Tiki-Taka, scaled": (Setup(auxiliary=devices.Linear, n_in=4, n_out=4, ns=2, transfer_rate=1.5, gamma=0.3), 5.0),
}


@pytest.mark.parametrize(("setup", "memory"), CASES.values(), ids=CASES)
def test_each_weight_is_that_of_the_naive_twin(setup, memory):
    rng = np.random.default_rng(1)
    xs, wanted = rng.standard_normal((30, 4)), 0.2 * rng.standard_normal((4, 4))
    xs[7] = 0.0
    layer, log = kernel(setup), np.zeros((30, 4, 4))
    scaling = build.scaling(NONE if memory is None else FAST, memory or 1.0)
    imitate(layer, xs, wanted, 0.25, scaling, 0, build.stream(*KEY), 1, log)
    courses = twin.imitate(naive(setup), xs.tolist(), wanted.tolist(), 4, memory)
    np.testing.assert_allclose(log, courses, rtol=0, atol=2e-6)
    assert np.ptp(log[-1] - log[0]) > 0.01


def test_weights_are_noted_after_each_so_many_samples():
    setup, xs = Setup(n_in=4, n_out=4, rate=0.4), np.random.default_rng(1).standard_normal((10, 4))
    logs = {}
    for every in (1, 4):
        logs[every] = np.zeros((10 // every, 4, 4))
        imitate(kernel(setup), xs, np.zeros((4, 4)), 0.25, build.scaling(NONE, 1.0), 0, build.stream(*KEY), every,
                logs[every])  # fmt: skip
    assert np.array_equal(logs[4], logs[1][[3, 7]])
