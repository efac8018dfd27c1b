"""The Tiki-Taka family on compiled tiles is the twins': every array and digital number, every rhythm, every option."""

import numpy as np
import pytest

from kernels import devices, update
from tests.naive.mvm import Periphery
from tests.naive.pulses import Scheme

from . import family
from .family import Algorithm
from .layers import Setup, gradients, kernel, learn, naive

BASE = Setup(devices.Constant, devices.Linear, index=1, transfer_rate=1.5)
QUANTISED = Periphery(7, 1.0, 9, 1.0, 0.06, "none")
RHYTHMS = {
    "every sample": {},
    "every third sample": {"ns": 3},
    "two rows, sweeps straddled": {"rows": 2},
    "all rows": {"rows": 5, "ns": 2},
    "permuted, straddling": {"rows": 3, "ns": 2, "permuted": True},
    "a noisy quantised transfer": {"transfer": QUANTISED, "rows": 2},
    "without c2c": {"c2c": 0.0, "rows": 5},
    "exact, gamma": {"scheme": Scheme("none"), "gamma": 0.5},
}
SIGNS = {
    "by chance": {},
    "rows at every read": {"periodic": True, "row_chance": 1.0},
    "rows and columns by chance": {"column_chance": 0.4},
    "rows and columns in turn": {"periodic": True, "row_chance": 1 / 2, "column_chance": 1 / 2},
    "columns alone": {"row_chance": 0.0, "column_chance": 0.6},
    "columns alone in turn": {"periodic": True, "row_chance": 0.0, "column_chance": 1.0},
}
BUFFERS = {
    "few pulses": {"most": 2},
    "many pulses": {"most": 63, "threshold": 0.01},
    "forget": {"after_firing": "forget"},
    "forget, momentum": {"after_firing": "forget", "momentum": 0.6, "threshold": 0.2},
    "fast": {"scaling": "fast"},
    "fast and buffer": {"scaling": "fast_and_buffer", "memory": 2.0, "threshold": 0.5},
}
OPTIONS = {
    "ttv2": BUFFERS,
    "chopped": BUFFERS | SIGNS,
    "agad": SIGNS | {
        "a late reference": {"start": 4}, "a slow reference": {"beta": 0.1, "column_chance": 0.4},
        "forget": {"after_firing": "forget"}, "fast and buffer": {"scaling": "fast_and_buffer"},
    },
    "mixed_precision": {"few pulses": {"most": 2}, "many pulses": {"most": 63}},
    "hamiltonian": {},
    "residual": {
        "no buffer": {"beta": 0.0}, "few pulses": {"most": 2}, "at once": {"beta": 1.0},
        "three arrays": {"arrays": 3}, "three arrays without buffers": {"arrays": 3, "beta": 0.0},
    },
}  # fmt: skip


def _cases():
    """Every rhythm as the algorithm is by itself, every option at two rows a transfer and two samples."""
    for kind, options in OPTIONS.items():
        plain = Algorithm(kind, row_chance=0.6 if kind == "agad" else 0.3)
        for name, changes in RHYTHMS.items():
            yield f"{kind}: {name}", BASE._replace(algorithm=plain, **changes)
        for name, changes in options.items():
            yield f"{kind}: {name}", BASE._replace(algorithm=plain._replace(**changes), rows=3, ns=2)


SETUPS = dict(_cases())


@pytest.mark.parametrize("setup", SETUPS.values(), ids=SETUPS)
def test_the_twin_agrees(setup):
    """Differences start at the float32 normals of A (1e-8 a pulse) and pass through buffers and probabilities.

    A buffer within 1e-6 of a whole number of pulses would show as a step of 8e-3: at these fixed seeds there is none.
    """
    n = 36
    layer, tile = kernel(setup), naive(setup)
    xs, ds = gradients(setup, n, seed=3)
    learn(layer, xs, ds, step=7)
    for k in range(n):
        tile.learn(7 + k, xs[k], ds[k])
    close = 2e-6 if setup.c2c else 1e-12
    for ours, twin in zip(family.arrays(layer.tile), family.naive_arrays(tile), strict=True):
        np.testing.assert_allclose(ours.w, twin.w, rtol=0, atol=close)
        assert ours.stats[[update.UP, update.DOWN]].tolist() == [twin.up, twin.down]
    found = family.digital(layer.tile)
    for name, values in family.naive_digital(tile).items():
        if name != "means" or setup.algorithm.scaling != "none":
            np.testing.assert_allclose(found[name], values, rtol=0, atol=10 * close, err_msg=name)
    assert (layer.tile.c.w != kernel(setup).tile.c.w).any()
