"""Small trainings whose every bit is compared between processes; `python -m tests.kernels.runs [ours]` prints them.

`ours` leaves out what holds a user's device: it is not in the cache on disk, and would be compiled once more.
"""

import json
import sys

import numpy as np

from kernels import build, devices, epoch, programming, symmetry
from tests.naive.mvm import Periphery
from tests.naive.pulses import Scheme

from .contracts import CASES, everything
from .crosspoints import KEPT, PAIR, POINTS, TIME, CrossPoint
from .layers import KEY, Setup, gradients, kernel, learn
from .networks import DOUBLE, MIXED, SINGLE, Net, arrays, data, layers, train
from .states import spread_cells, state
from .user_law import Quadratic

SCHEMES = {
    "63 slots": Scheme(max_length=63),
    "by chance": Scheme(resolution=0.07, stochastic_rounding=True),
    "mean count": Scheme("mean_count"),
    "implicit": Scheme("implicit"),
    "exact": Scheme("none"),
}
FULL = {"fate": TIME, "half": (0.2, 0.3, "either"), "diary": KEPT}
CELLS = {
    "a pair that is refreshed": PAIR._replace(refresh_at=0.3, **FULL),
    "in turn": POINTS["three in turn"]._replace(**FULL),
    "one device in time": CrossPoint(**FULL),
}
USUAL = {"forward": Periphery(adc_bound=1.0), "backward": Periphery()}
NETS = {
    "sgd": (Net(SINGLE._replace(**USUAL), (6, 4, 2)), "f8"),
    "tiki-taka": (Net(DOUBLE._replace(gamma=0.3, **USUAL), (6, 4, 2), "tanh", "mean_square", "digital", 2), "f8"),
    "pairs": (Net(SINGLE._replace(point=CELLS["a pair that is refreshed"], **USUAL), (6, 4, 2)), "f8"),
    "the family": (MIXED._replace(layer=MIXED.layer._replace(permuted=True, **USUAL)), "f8"),
    "a user's device": (
        Net(DOUBLE._replace(device=Quadratic, auxiliary=devices.Constant, permuted=True, **USUAL), (6, 4, 2)),
        "f4",
    ),
}


def _learnt(layer, setup):
    learn(layer, *gradients(setup, 4), step=11)
    return everything(layer)


def _trained(net, dtype):
    stack = layers(net, dtype)
    totals = train(stack, net, data(net, 5), step=11)
    return [*arrays(stack), totals]


def _reads(dtype, function, width, out):
    setup = Setup(n_in=6, n_out=40, forward=Periphery(adc_bound=0.3), backward=Periphery(0, np.inf, 0, np.inf))
    xs = np.random.default_rng(6).normal(0, 1, (4, width)).astype(dtype)
    ys = np.zeros((4, out), dtype)
    function(kernel(setup, dtype), xs, ys, 3, build.stream(*KEY))
    return [ys]


def _uneven():
    """Cells with 63 pulses beside cells with 2 in one list of hits, at the very end of the window of normals."""
    setup = Setup(n_in=16, n_out=31, scheme=Scheme("implicit", 63), rate=1.0)
    xs, ds = np.repeat([1.0, 2 / 63], 8)[np.newaxis], np.ones((1, 31))
    layer = kernel(setup)
    learn(layer, xs, ds, step=11)
    return everything(layer)


def _settled(dtype):
    """Zero shifting, symmetry points and write-verify of cells that differ, more than one chunk of them."""
    dev, n = state(devices.LinearAdditive, spread_cells(devices.LinearAdditive, 1, 1100, 5), dtype, 0.3), 1100
    row, w, points, has = build.in_a_row(dev, np.float64), np.zeros(n), np.zeros(n), np.zeros(n, bool)
    symmetry.settle(row, w, 3, build.stream(*KEY), *build.normals(symmetry.CHUNK))
    symmetry.find_points(row, points, has)
    outcome = programming.Outcome(np.zeros(n, np.int64), np.zeros(n, np.int64), np.ones(n, bool), np.zeros(n, dtype))
    goal = programming.Goal(np.linspace(-0.3, 0.3, n), 0.01, 0.005, 9, 0.002, False)
    room, v = programming.Room(*(part for _ in range(3) for part in build.normals(1024))), w.astype(dtype)
    programming.write_verify(build.in_a_row(dev), v, goal, outcome, build.stream(*KEY), room)
    return [w, points, has, v, *outcome]


def _users(*found):
    return Quadratic in found


def runs(ours=False):
    """Name -> the arrays that a run ends with."""
    found = {c.name: _learnt(c.layer(), c.setup) for c in CASES if not (ours and _users(c.setup[0], c.setup[1]))}
    for name, scheme in SCHEMES.items():
        setup = Setup(devices.Linear, scheme=scheme)
        found[name] = _learnt(kernel(setup), setup)
    for name, (net, dtype) in NETS.items():
        if not (ours and _users(net.layer.device)):
            found["net: " + name] = _trained(net, dtype)
    for name, point in CELLS.items():
        setup = Setup(devices.SoftBounds, point=point, rate=0.2)
        found[name] = _learnt(kernel(setup), setup)
        crew = setup._replace(n_in=7, crew=build.crew(3, least=1))
        found[f"a crew of three, {name}"] = _learnt(kernel(crew), crew)
    found["uneven hits"] = _uneven()
    for scheme in (Scheme(), Scheme("implicit")):
        setup = Setup(devices.Linear, n_in=7, scheme=scheme, crew=build.crew(3, least=1))
        found[f"a crew of three, {scheme.kind}"] = _learnt(kernel(setup), setup)
    for dtype in ("f4", "f8"):
        found[f"references and programming {dtype}"] = _settled(dtype)
        found[f"forward {dtype}"] = _reads(dtype, epoch.forward_batch, 6, 40)
        found[f"backward {dtype}"] = _reads(dtype, epoch.backward_batch, 40, 6)
    return found


def written(found):
    """As JSON can carry it: type and bytes of every array."""
    return {name: [[v.dtype.str, v.tobytes().hex()] for v in values] for name, values in found.items()}


def read(text):
    """Back to arrays, flat."""
    return {
        name: [np.frombuffer(bytes.fromhex(data), kind) for kind, data in values]
        for name, values in json.loads(text).items()
    }


if __name__ == "__main__":
    print(json.dumps(written(runs("ours" in sys.argv[1:]))))
