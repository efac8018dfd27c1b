"""The Tiki-Taka family on compiled tiles is the twins': every array and digital number, every rhythm, every option."""

import numpy as np
import pytest

from kernels import build, devices, epoch, update
from tests.naive.mvm import IDEAL, Periphery
from tests.naive.pulses import Scheme

from . import family
from .contracts import ALGORITHMS, weights
from .family import Algorithm
from .layers import KEY, Setup, gradients, kernel, learn, naive

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
        "columns that turn before some references": {"start": 8, "row_chance": 0.3, "column_chance": 0.8},
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
    noisy = BASE._replace(algorithm=Algorithm("residual", arrays=3), rows=3, transfer=QUANTISED)
    yield "residual: three arrays, each read with its own noise", noisy


SETUPS = dict(_cases())


@pytest.mark.parametrize("setup", SETUPS.values(), ids=SETUPS)
def test_the_twin_agrees(setup):
    """Differences start at the float32 normals of A (1e-8 a pulse) and pass through buffers and probabilities.

    A buffer within 1e-6 of a whole number of pulses would show as a step of 8e-3: at these fixed seeds there is none.
    """
    n = 36
    layer, tile = kernel(setup), naive(setup)
    xs, ds = gradients(setup, n, seed=3)
    xs[5] = 0.0  # a sample without a gradient, but with an error
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


READ = Periphery(7, 1.0, 9, 3.0, 0.06)


def seen(layer, xs, function):
    """What reads give of a layer at step 3, and their number of outputs."""
    ys = np.zeros((len(xs), layer.tile.c.w.shape[function is epoch.forward_batch]))
    function(layer, np.array(xs, order="C"), ys, 3, build.stream(*KEY))
    return ys


@pytest.mark.parametrize("kind", ["chopped", "residual"])
@pytest.mark.parametrize("periphery", [IDEAL, READ], ids=["ideal", "usual"])
def test_reads_are_the_twins(kind, periphery):
    """Of what the network sees, signs and shares and all: ideal to rounding, else to a noise of float32 and no code.

    The twin adds its currents in another order, so a code within 1e-15 of a tie could differ by a step: none does.
    """
    algorithm = Algorithm(kind, arrays=3, column_chance=0.4)
    setup = BASE._replace(algorithm=algorithm, gamma=0.4, rows=5, forward=periphery, backward=periphery)
    layer, tile = kernel(setup), naive(setup)
    xs, ds = gradients(setup, 8, seed=3)
    learn(layer, xs, ds)
    for ours, twin in zip(family.arrays(layer.tile), family.naive_arrays(tile), strict=True):
        twin.w = ours.w.tolist()
    if kind == "chopped":
        tile.rows, tile.columns = layer.tile.choppers.rows.tolist(), layer.tile.choppers.columns.tolist()
        assert -1 in tile.rows and -1 in tile.columns
    for function, signals, read in ((epoch.forward_batch, xs, tile.forward), (epoch.backward_batch, ds, tile.backward)):
        found = seen(layer, signals.astype(float), function)
        expected = [read(3 + k, signals[k]).y for k in range(len(signals))]
        np.testing.assert_allclose(found, expected, rtol=0, atol=1e-12)


def outcome(setup):
    """The weights of the arrays after some samples, and what is read of them: not the counters beside them."""
    layer, (xs, ds) = kernel(setup), gradients(setup, 30)
    learn(layer, xs, ds)
    return weights(layer) + seen(layer, np.eye(setup.n_in), epoch.forward_batch).tobytes()


KNOBS = {
    "threshold": 0.07, "most": 1, "after_firing": "forget", "momentum": 0.5, "scaling": "fast", "memory": 9.0,
    "periodic": True, "row_chance": 0.25, "column_chance": 0.8, "beta": 0.3, "start": 4,
}  # fmt: skip
NEEDED = {
    "momentum": {"after_firing": "forget"}, "memory": {"scaling": "fast_and_buffer"}, "periodic": {"row_chance": 0.5},
}  # fmt: skip
OF_A_SETUP = {"rate": 0.2, "ns": 2, "rows": 3, "permuted": True, "c2c": 0.2, "transfer_rate": 0.8, "gamma": 0.6}
WITHOUT = {"mixed_precision": ("transfer_rate", "gamma")}
EVERY_KNOB = [(n, knob) for n, a in ALGORITHMS.items() for knob in a.knobs()]
EVERY_SETUP = [(n, knob) for n, a in ALGORITHMS.items() for knob in OF_A_SETUP if knob not in WITHOUT.get(a.kind, ())]
QUICK = BASE._replace(rows=2, gamma=0.4, transfer=QUANTISED)


@pytest.mark.parametrize("name, knob", EVERY_KNOB)
def test_every_knob_of_an_algorithm_moves_something(name, knob):
    plain = ALGORITHMS[name]._replace(periodic=False, **NEEDED.get(knob, {}))
    changed = plain._replace(**{knob: KNOBS[knob]})
    assert outcome(QUICK._replace(algorithm=plain)) != outcome(QUICK._replace(algorithm=changed))


@pytest.mark.parametrize("name, knob", EVERY_SETUP)
def test_every_knob_of_a_tile_moves_something(name, knob):
    setup = QUICK._replace(algorithm=ALGORITHMS[name])
    assert outcome(setup) != outcome(setup._replace(**{knob: OF_A_SETUP[knob]}))


@pytest.mark.parametrize("name", [n for n, a in ALGORITHMS.items() if a.kind != "mixed_precision"])
@pytest.mark.parametrize("knob, value", {"dac_bound": 0.5, "adc_bits": 5, "adc_bound": 0.2, "out_noise": 0.1}.items())
def test_every_knob_of_a_transfer_moves_something(name, knob, value):
    setup = QUICK._replace(algorithm=ALGORITHMS[name])
    assert outcome(setup) != outcome(setup._replace(transfer=QUANTISED._replace(**{knob: value})))
