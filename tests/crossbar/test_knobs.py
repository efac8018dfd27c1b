"""Every knob moves something: for each field of each spec a changed value changes what a short run gives.

The tables below must be complete: a field that a spec has and its table lacks fails a test, and so does a value that
leaves every output bit where it was.  Devices are pulsed one by one (`pulse_response`); the rest runs on one tile.
"""

from typing import get_args

import numpy as np
import pytest

import crossbar as xb
from crossbar.algorithms import AnyAlgorithm
from crossbar.devices import AnyDevice
from crossbar.keeping import Kept

from .law_of_steps import LAW

X, D = (np.random.default_rng(n).uniform(-1, 1, (8, n)) for n in (5, 4))
DEVICE = xb.SoftBounds(step=0.01)
STEPLESS = xb.SoftBounds()  # for arrays that are written exactly, where a step that was set is refused
OTHER = xb.SoftBounds(step=0.02, af=0.5)
LITTLE = {
    "write_noise": 1e-6, "retention": xb.Retention(diffusion=1e-6), "half_select": xb.HalfSelect(probability=0.01),
}  # fmt: skip
FULL, OTHER_FULL = DEVICE.replace(**LITTLE), OTHER.replace(**LITTLE)  # one type for all of these, one compilation
SGD = {"learning_rate": 0.1, "c": DEVICE}
TIKI = {"learning_rate": 0.3, "transfer_rate": 5.0, "a": DEVICE, "c": DEVICE}


def on_a_tile(algorithm, pulses=None, periphery=None, times=1):
    """All that a tile gives: reads both ways before and after updates, and the weights on its arrays."""
    tile = xb.Tile(5, 4, algorithm, pulses=pulses, periphery=periphery, seed=2)
    tile.set_weights(5 * tile.array_weights())  # up to +-2, clipped to the bounds: outputs of some size
    found = [tile.forward(X), tile.backward(D)]
    tile.update(np.tile(X, (times, 1)), np.tile(D, (times, 1)))
    found += [tile.forward(X), tile.backward(D), *(tile.array_weights(name) for name in tile.arrays)]
    return b"".join(values.tobytes() for values in found)


def pulsed(device):
    """All that devices do under pulses, where they start and end, and in siemens; a refusal is an answer too."""
    try:
        found = xb.pulse_response(device, up=12, down=24, devices=5, seed=1, start=0.0)
    except xb.SpecError as error:
        return str(error)
    return found.weights.tobytes(), None if found.conductances is None else found.conductances.tobytes()


def updated(device):
    """The same under an update made of pulses, where it matters by what step they are counted."""
    return on_a_tile(xb.SGD(learning_rate=0.1, c=device))


def made(device):
    """What a tile of such devices begins with, for laws that would have to be compiled for a tile."""
    try:
        c = xb.Tile(5, 4, xb.SGD(learning_rate=0.1, c=device)).arrays["c"]
    except xb.SpecError as error:
        return str(error)
    parts = (c.dev.cells, c.cell, c.clock, c.half)
    return c.w.tobytes() + b"".join(np.asarray(v).tobytes() for part in parts for v in part)


def aged(**values):
    """Devices with conductances, so that there is a drift of them."""
    device = FULL.replace(g_min=1e-6, g_max=5e-6, retention=xb.Retention(**{"diffusion": 1e-6} | values))
    return often(device, clock=xb.Clock(sample_period=0.1))


def disturbed(**values):
    return often(FULL.replace(half_select=xb.HalfSelect(**values)))


def paired(**values):
    return often(xb.DifferentialPair(**values))


def shared(**values):
    return often(xb.MultiDevice(**values))


def timed(**values):
    """A clock turns the t0 of drift, in seconds, into samples."""
    drift = xb.Retention(diffusion=1e-6, drift=0.1, drift_t0=1e-6, drift_reference=True)
    return often(FULL.replace(retention=drift), clock=xb.Clock(**values))


def often(device, **about):
    """Weights after updates enough for pairs to be refreshed."""
    tile = xb.Tile(5, 4, xb.SGD(learning_rate=0.5, c=device), seed=2, kept=Kept(counted=True), **about)
    tile.update(np.tile(X, (10, 1)), np.tile(D, (10, 1)) * np.repeat([1, -1], 40)[:, None])
    return tile.array_weights().tobytes()


def counted(device):
    """That step itself, for laws that would have to be compiled for a tile."""
    return xb.Tile(5, 4, xb.SGD(learning_rate=0.1, c=device)).arrays["c"].s0


def clipped(device):
    """Where large weights end: at the bounds of each cell, which move with its reference."""
    tile = xb.Tile(5, 4, xb.SGD(learning_rate=0.1, c=device), seed=2)
    return tile.set_weights(50 * tile.array_weights()).tobytes()


class Knob:
    """Values of one field that must all differ in effect; `base`: what else is set with them."""

    def __init__(self, *values, **base):
        self.values, self.base = values, base

    def outcomes(self, name, run):
        return [run(**(self.base | {name: value})) for value in self.values]


REFUSED = "refused"  # a field that this spec takes over but cannot have: setting it is an error

PULSES = {
    "kind": Knob("stochastic", "mean_count", "implicit", "exact"),
    "max_length": Knob(31, 5, 1),
    "bl_management": Knob(True, False),
    "update_management": Knob(True, False, bl_management=False),
    "resolution": Knob(0.0, 0.1, 0.3),
    "rounding": Knob("nearest", "stochastic", resolution=0.1),
}
# In the row of a transfer a managed line always fires, p_i = 1 but for the ceiling of BL, and the two deterministic
# kinds are one; "exact" is tried by TikiTaka.transfer_pulses.
UNMANAGED = {"bl_management": False, "update_management": False}
PULSES_OF_ROWS = PULSES | {"kind": Knob("stochastic", "mean_count", "implicit", **UNMANAGED)}
FORWARD = {
    "dac_bits": Knob(7, 5, 0),
    "dac_bound": Knob(1.0, 0.5, 2.0),
    "adc_bits": Knob(9, 6, 0),
    "adc_bound": Knob(12.0, 6.0),
    "out_noise": Knob(0.06, 0.12, 0.0),
    "noise_management": Knob("abs_max", "none"),  # and "constant":
    "noise_constant": Knob(2.0, 3.0, noise_management="constant"),
    "bound_management": Knob(4, 1, 0, adc_bound=0.3),
}
BACKWARD = FORWARD | {"bound_management": REFUSED}
TRANSFER = FORWARD | {  # a single row with input 1; codes of the ADC are coarser than what a DAC does to it
    "dac_bits": Knob(7, 5, dac_bound=2.0, adc_bits=0),  # up to a bound of 1, or with 0, that 1 is exact
    "dac_bound": Knob(1.0, 0.5, 2.0, adc_bits=0),
    "adc_bound": Knob(12.0, 0.3),
    "noise_management": REFUSED, "noise_constant": REFUSED, "bound_management": REFUSED,
}  # fmt: skip
ALGORITHMS = {
    xb.SGD: {"learning_rate": Knob(0.1, 0.2, **SGD), "c": Knob(DEVICE, OTHER, **SGD)},
    xb.TikiTaka: {
        "learning_rate": Knob(0.3, 0.2, **TIKI),
        "transfer_rate": Knob(5.0, 2.0, **TIKI),
        "transfer_every": Knob(1, 2, 3, **TIKI),
        "gamma": Knob(0.0, 0.5, 1.0, **TIKI),
        "rows_per_transfer": Knob(1, 2, "all", **TIKI),
        "row_order": Knob("cyclic", "permuted", **TIKI),
        "a": Knob(DEVICE, OTHER, **TIKI),
        "c": Knob(DEVICE, OTHER, **TIKI),
        "transfer_pulses": Knob(xb.Pulses(), xb.Pulses(kind="exact"), **TIKI | {"c": STEPLESS}),
    },
}
OFTEN = 15  # times eight samples: 24 reads of each row
LARGER = xb.SoftBounds(step=0.03)  # OTHER has DEVICE's steps, counted otherwise: whole pulses do not look at that
BOTH = {"a": DEVICE, "c": DEVICE}
BUFFERED = {"learning_rate": 0.3, "buffer_rate": 4.0, **BOTH}
CHOPPED = BUFFERED | {"chopper_probability": 0.25}
MIXED = {"learning_rate": 0.3, "c": DEVICE}
RESIDUAL = {"learning_rate": 0.3, "transfer_rate": 1.0, "gamma": 0.5, "rows_per_transfer": 1, **BOTH}


def visited(given):
    """Knobs of when rows come."""
    return {
        "transfer_every": Knob(1, 2, 3, **given),
        "rows_per_transfer": Knob(1, 2, "all", **given),
        "row_order": Knob("cyclic", "permuted", **given),
    }


def buffered(given):
    """Knobs of the buffer and of what is around it."""
    return visited(given) | {
        "learning_rate": Knob(0.3, 0.2, **given),
        "buffer_rate": Knob(4.0, 2.0, **given),
        "threshold": Knob(1.0, 0.5, **given),
        "max_pulses": Knob(31, 2, 1, **given),
        "after_firing": Knob("subtract", "forget", **given),
        "momentum": Knob(0.0, 0.5, after_firing="forget", **given),
        "scaling": Knob("none", "fast", "fast_and_buffer", **given),
        "scaling_memory": Knob(100.0, 10.0, scaling="fast", **given),
        "gamma": Knob(0.0, 0.5, 1.0, **given),
        "a": Knob(DEVICE, OTHER, **given),
        "c": Knob(DEVICE, LARGER, **given),
    }


def chopped(given):
    """Knobs of choppers too."""
    return buffered(given) | {
        "chopper": Knob("random", "periodic", **given),
        "chopper_probability": Knob(0.25, 0.5, 1.0, **given),
        "column_chopper_probability": Knob(0.0, 0.3, 1.0, **given),
    }


FAMILY = {
    xb.TTv2: buffered(BUFFERED),
    xb.ChoppedTTv2: chopped(CHOPPED),
    xb.AGAD: chopped(CHOPPED) | {
        "reference_rate": Knob(0.5, 0.2, 1.0, **CHOPPED),
        "start_reads": Knob(1, 10, **CHOPPED),
    },
    xb.MixedPrecision: visited(MIXED) | {
        "learning_rate": Knob(0.3, 0.2, **MIXED),
        "max_pulses": Knob(31, 2, 1, **MIXED),
        "c": Knob(DEVICE, OTHER, **MIXED),
    },
    xb.Hamiltonian: {name: Knob(*knob.values, **TIKI) for name, knob in ALGORITHMS[xb.TikiTaka].items()
                     if name in ("learning_rate", "transfer_rate", "a", "c")} | {
        "transfer_pulses": Knob(xb.Pulses(), xb.Pulses(kind="mean_count"), **TIKI),
    },
    xb.ResidualLearning: visited(RESIDUAL) | {
        "learning_rate": Knob(0.3, 0.2, **RESIDUAL),
        "transfer_rate": Knob(1.0, 0.5, **RESIDUAL),
        "gamma": Knob(0.5, 0.2, 1.0, **RESIDUAL),
        "arrays": Knob(2, 3, **RESIDUAL),
        "buffer_rate": Knob(0.0, 0.3, 1.0, **RESIDUAL),
        "max_pulses": Knob(31, 2, 1, buffer_rate=1.0, **RESIDUAL),
        "a": Knob(DEVICE, OTHER, **RESIDUAL),
        "c": Knob(DEVICE, OTHER, **RESIDUAL),
        "transfer_pulses": Knob(xb.Pulses(), xb.Pulses(kind="mean_count"), **RESIDUAL),
    },
}  # fmt: skip

UNEQUAL = {"c2c": 0.3}  # so that pulses up and down in turn lead away from 0, whatever the law
DRIFT = {"drift": 0.1}
RETENTION = {
    "lifetime": Knob(0.0, 20.0, 30.0),
    "lifetime_d2d": Knob(0.0, 0.3, lifetime=20.0),
    "rest": Knob(0.0, 0.3, lifetime=20.0),
    "rest_std": Knob(0.0, 0.3, lifetime=20.0),
    "diffusion": Knob(1e-6, 0.01, 0.02),
    "diffusion_d2d": Knob(0.0, 0.3, diffusion=0.01),
    "drift": Knob(0.0, 0.1, 0.2),
    "drift_d2d": Knob(0.0, 0.3, **DRIFT),
    "drift_t0": Knob(1.0, 0.1, **DRIFT),
    "drift_reference": Knob(False, True, **DRIFT),
}
HALF_SELECT = {
    "probability": Knob(0.01, 0.3, 0.8, 1.0),
    "step": Knob(0.01, 0.1, 1.0, probability=0.3),
    "direction": Knob("either", "up", "down", probability=0.3),
}
PAIR = {
    "device": Knob(FULL, OTHER_FULL),
    "pulsed": Knob("one", "both", device=FULL),
    "refresh_at": Knob(0.0, 0.2, 0.4, device=FULL),
    "reset_std": Knob(0.0, 0.05, device=FULL, refresh_at=0.2),
}
MULTI = {"device": Knob(FULL, OTHER_FULL, devices=2), "devices": Knob(2, 3, 8, device=FULL)}
CLOCK = {
    "pulse_width": Knob(5e-9, 50e-9),
    "read_time": Knob(40e-9, 400e-9),
    "sample_period": Knob(None, 1e-6, 2e-6),
}

ANY = {  # of every device
    "w_min": Knob(-1.0, -0.3),
    "w_max": Knob(1.0, 0.3),
    "w_min_d2d": Knob(0.0, 0.3, w_min=-0.3),
    "w_max_d2d": Knob(0.0, 0.3, w_max=0.3),
    "c2c": Knob(0.0, 0.3, 0.6),
    "low_draw": Knob("floor", "error", w_max_d2d=2.0),
    "write_noise": Knob(0.0, 0.5, 1.0),
    "stuck": Knob(0.0, 0.5, 1.0),
    "polarity": Knob("both", "up"),
    "retention": Knob(xb.Retention(), xb.Retention(lifetime=20.0), xb.Retention(diffusion=0.1)),
    "half_select": Knob(xb.HalfSelect(), xb.HalfSelect(probability=0.1)),
    "g_min": Knob(1e-6, 2e-6, g_max=5e-6),
    "g_max": Knob(5e-6, 6e-6, g_min=1e-6),
    "reference": Knob("nominal", "zero_shift", **UNEQUAL),
    "reference_offset": Knob(0.0, 0.1, -0.1),
    "reference_std": Knob(0.0, 0.1, 0.2),
    "zero_shift_pairs": Knob(3, 5, reference="zero_shift", **UNEQUAL),
}
SHIFTS = ("reference", "reference_offset", "reference_std", "zero_shift_pairs")
KNOWS_R = {"cells": {"s_up": 0.05, "s_dn": 0.04, "r": 0.0}}  # a user's law must know of the shift
STEPPED = ANY | {
    "step": Knob(0.05, 0.06),
    "step_d2d": Knob(0.0, 0.3),
    "step_d2d_form": Knob("normal", "lognormal", step_d2d=0.3),
    "imbalance": Knob(0.0, 0.1),
    "imbalance_std": Knob(0.0, 0.1),
}
AFFINE = STEPPED | {"c2c_form": Knob("multiplicative", "additive", c2c=0.3)}
DEVICES = {
    xb.ConstantStep: ({"step": 0.05}, STEPPED),
    xb.LinearStep: ({"step": 0.05, "gamma_up": 0.8, "gamma_down": 0.7}, AFFINE | {
        "gamma_up": Knob(0.8, 0.5), "gamma_down": Knob(0.7, 0.5), "gamma_d2d": Knob(0.0, 0.2),
        "gamma_std": Knob(0.0, 0.1)}),
    xb.SoftBounds: ({"step": 0.05}, AFFINE | {
        "af": Knob(1.0, 2.0, 0.0), "af_d2d": Knob(0.0, 0.3),
        "af_reading": Knob("gain", "granularity", af=2.0, step=0.01),
        "reference": Knob("nominal", "symmetry_point", "zero_shift", imbalance=0.2)}),
    xb.ExpStep: ({"step": 0.05, "A_up": 0.4, "A_down": 0.5, "gamma_up": 0.9, "gamma_down": 0.8}, STEPPED | {
        "A_up": Knob(0.4, 0.2), "A_down": Knob(0.5, 0.2), "gamma_up": Knob(0.9, 0.5), "gamma_down": Knob(0.8, 0.5),
        "a": Knob(1.0, 0.5), "b": Knob(0.0, 0.2), "c2c_offset": Knob(0.0, 0.01, c2c=0.3),
        "c2c_slope": Knob(0.0, 0.1, c2c=0.3), "c2c_origin": Knob(0.0, -1.0, c2c=0.3, c2c_slope=0.1)}),
    xb.PowStep: ({"step": 0.05, "p_up": 1.0, "p_down": 1.0}, STEPPED | {
        "p_up": Knob(1.0, 0.5), "p_down": Knob(1.0, 0.5)}),
    xb.Table: ({"step": 0.05, "up": (1.0, 0.5), "down": (0.5, 1.0)}, STEPPED | {
        "up": Knob((1.0, 0.5), (1.0, 0.6)), "down": Knob((0.5, 1.0), (0.5, 1.0, 1.0))}),
    xb.Custom: ({"law": LAW, "cells": {"s_up": 0.05, "s_dn": 0.04}, "granularity": 0.05}, ANY | {
        "law": Knob(LAW, "kernels.devices:Constant"),
        "cells": Knob({"s_up": 0.05, "s_dn": 0.04}, {"s_up": 0.05, "s_dn": 0.05}),
        "cells_d2d": Knob({}, {"s_up": 0.3}, {"s_dn": 0.3}),
        "scalars": Knob({"p_up": 1.0, "p_dn": 1.0}, {"p_up": 1.0, "p_dn": 2.0}, law="kernels.devices:Power"),
        "granularity": Knob(0.01, 0.02)} | {
            name: Knob(*ANY[name].values, **ANY[name].base | KNOWS_R) for name in SHIFTS}),
}  # fmt: skip


def forward(**values):
    return on_a_tile(xb.SGD(**SGD), periphery=xb.Periphery(forward=xb.Read(**values)))


def backward(**values):
    return on_a_tile(xb.SGD(**SGD), periphery=xb.Periphery(backward=xb.BackwardRead(**values)))


def transfer(**values):
    return on_a_tile(xb.TikiTaka(**TIKI), periphery=xb.Periphery(transfer=xb.TransferRead(**values)))


def device(pulses):
    return STEPLESS if pulses.get("kind") == "exact" else DEVICE


def updates(**values):
    return on_a_tile(xb.SGD(**SGD | {"c": device(values)}), pulses=xb.Pulses(**values))


def transfers(**values):
    slow = TIKI | {"transfer_rate": 0.3}  # no train longer than 31 is asked for
    return on_a_tile(xb.TikiTaka(**slow, transfer_pulses=xb.Pulses(**values)))


def gradients(**values):
    return on_a_tile(xb.TikiTaka(**TIKI | {"a": device(values)}), pulses=xb.Pulses(**values))


TABLES = {  # name: spec, what runs it, its knobs
    "forward": (xb.Read, forward, FORWARD),
    "backward": (xb.BackwardRead, backward, BACKWARD),
    "transfer": (xb.TransferRead, transfer, TRANSFER),
    "pulses of SGD": (xb.Pulses, updates, PULSES),
    "pulses of A": (xb.Pulses, gradients, PULSES),
    "pulses of C": (xb.Pulses, transfers, PULSES_OF_ROWS),
    "retention": (xb.Retention, aged, RETENTION),
    "half-select": (xb.HalfSelect, disturbed, HALF_SELECT),
    "pair": (xb.DifferentialPair, paired, PAIR),
    "multi": (xb.MultiDevice, shared, MULTI),
    "clock": (xb.Clock, timed, CLOCK),
} | {
    cls.__name__: (cls, lambda cls=cls, **values: on_a_tile(cls(**values)), knobs) for cls, knobs in ALGORITHMS.items()
} | {
    cls.__name__: (cls, lambda cls=cls, **values: on_a_tile(cls(**values), times=OFTEN), knobs)
    for cls, knobs in FAMILY.items()
}


def fields(spec):
    """Of a spec that is one of several kinds, `kind` has one value; the test of kinds compares them."""
    kinds = {"kind"} if spec is not xb.Pulses else set()
    return set(spec.model_fields) - kinds


@pytest.mark.parametrize("table", [*TABLES, *DEVICES], ids=lambda t: getattr(t, "__name__", t))
def test_tables_are_complete(table):
    spec, knobs = (TABLES[table][0], TABLES[table][2]) if table in TABLES else (table, DEVICES[table][1])
    assert knobs.keys() == fields(spec)


def test_every_device_has_a_table():
    assert set(get_args(get_args(AnyDevice)[0])) == set(DEVICES) | {xb.DifferentialPair, xb.MultiDevice}


def test_every_algorithm_has_a_table():
    ours = set(get_args(get_args(AnyAlgorithm)[0])) - {xb.CustomAlgorithm}  # test_algorithms.py
    assert ours == set(ALGORITHMS) | set(FAMILY)


@pytest.mark.parametrize(("table", "name"), [(t, n) for t, (_, _, knobs) in TABLES.items() for n in knobs])
def test_every_knob_moves_something(table, name):
    spec, run, knobs = TABLES[table]
    if knobs[name] is REFUSED:
        value = {"noise_management": "abs_max", "noise_constant": 2.0, "bound_management": 4}[name]
        with pytest.raises(xb.SpecError, match=name):
            spec(**{name: value})
        return
    outcomes = knobs[name].outcomes(name, run)
    assert len(set(outcomes)) == len(outcomes)


@pytest.mark.parametrize(("device", "name"), [(d, n) for d, (_, knobs) in DEVICES.items() for n in knobs])
def test_every_knob_of_a_device_moves_something(device, name):
    given, knobs = DEVICES[device]

    beside = dict.fromkeys(("write_noise", "stuck", "polarity", "retention", "half_select"), made)
    run = (beside | {"af_reading": updated, "granularity": counted}).get(name, clipped if name in SHIFTS else pulsed)
    outcomes = knobs[name].outcomes(name, lambda **values: run(device(**(given | values))))
    assert len(set(outcomes)) == len(outcomes)


def test_kinds_differ():
    devices = [pulsed(device(**given)) for device, (given, _) in DEVICES.items()]
    assert len(set(devices)) == len(devices)
    assert on_a_tile(xb.SGD(**SGD)) != on_a_tile(xb.TikiTaka(**TIKI))


def test_the_same_knobs_give_the_same_bits():
    """Otherwise the tests above would prove nothing."""
    assert on_a_tile(xb.TikiTaka(**TIKI)) == on_a_tile(xb.TikiTaka(**TIKI))
    device = xb.SoftBounds(step=0.05, step_d2d=0.3, c2c=0.3)
    assert pulsed(device) == pulsed(device)
