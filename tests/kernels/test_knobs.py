"""Every knob of the kernels moves something: a run-time value that changes no output fails."""

import numpy as np
import pytest

from kernels import devices
from tests.naive.mvm import Periphery
from tests.naive.pulses import Scheme

from .layers import Setup, gradients, kernel, learn
from .networks import DOUBLE, Net, arrays, data, layers, train

PERIPHERY = Periphery(7, 1.2, 9, 0.3, 0.06, "constant", 1.3, 2)
SCHEME = Scheme(max_length=20, resolution=0.01)
BASE = DOUBLE._replace(
    forward=PERIPHERY, backward=PERIPHERY, transfer=PERIPHERY, scheme=SCHEME, transfer_scheme=SCHEME, gamma=0.2
)
PERIPHERY_CHANGES = {
    "dac_bits": 5, "dac_bound": 0.5, "adc_bits": 7, "adc_bound": 0.1, "out_noise": 0.1,
    "noise_management": "abs_max", "constant": 0.8, "bound_management": 0,
}  # fmt: skip
SCHEME_CHANGES = {
    "kind": "implicit", "max_length": 7, "length_management": False, "resolution": 0.3, "stochastic_rounding": True,
}  # fmt: skip
LAYER_CHANGES = {"rate": 0.2, "transfer_rate": 0.8, "ns": 2, "gamma": 0.4, "rows": 2, "permuted": True, "c2c": 0.2}


def final(setup, hidden="sigmoid", loss="cross_entropy", bias="analog", batch=1):
    net = Net(setup, (6, 5, 3), hidden, loss, bias, batch)
    stack = layers(net)
    totals = train(stack, net, data(net, 10))
    return b"".join(v.tobytes() for v in [*arrays(stack), totals] if v.dtype == float)


@pytest.fixture(scope="module")
def base():
    return final(BASE)


@pytest.mark.parametrize("name, value", LAYER_CHANGES.items())
def test_of_the_algorithm(base, name, value):
    assert final(BASE._replace(**{name: value})) != base


@pytest.mark.parametrize("which", ["forward", "backward", "transfer"])
@pytest.mark.parametrize("name, value", PERIPHERY_CHANGES.items())
def test_of_the_periphery(base, which, name, value):
    """Bound management acts forward only; a transfer has no noise management."""
    idle = {
        "backward": ["bound_management"],
        "transfer": ["bound_management", "noise_management", "constant"],
    }
    changed = final(BASE._replace(**{which: PERIPHERY._replace(**{name: value})}))
    assert (changed == base) == (name in idle.get(which, []))


@pytest.mark.parametrize("which", ["scheme", "transfer_scheme"])
@pytest.mark.parametrize("name, value", SCHEME_CHANGES.items())
def test_of_the_pulses(base, which, name, value):
    assert final(BASE._replace(**{which: SCHEME._replace(**{name: value})})) != base


def test_of_the_update_management(base):
    fixed = Scheme(length_management=False)
    assert final(BASE._replace(scheme=fixed)) != final(BASE._replace(scheme=fixed._replace(update_management=False)))


NETWORK_CHANGES = [
    ("hidden", "tanh"),
    ("hidden", "relu"),
    ("loss", "mean_square"),
    ("bias", "digital"),
    ("bias", "none"),
]


@pytest.mark.parametrize("name, value", [*NETWORK_CHANGES, ("batch", 2)])
def test_of_the_network(base, name, value):
    assert final(BASE, **{name: value}) != base


def test_the_nominal_step():
    """s0 sets how many pulses are asked for, whatever a step of the cells is worth."""
    setup = Setup(devices.Linear)
    plain, changed = kernel(setup), kernel(setup)
    c = changed.tile.c
    changed = changed._replace(tile=changed.tile._replace(c=c._replace(s0=c.s0 / 2)))
    for layer in (plain, changed):
        learn(layer, *gradients(setup, 4))
    assert plain.tile.c.stats[:2].sum() < 0.7 * changed.tile.c.stats[:2].sum()
    assert not np.array_equal(plain.tile.c.w, changed.tile.c.w)
