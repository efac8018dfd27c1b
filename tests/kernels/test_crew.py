"""Several threads at one array: the same bits for any number of them, whoever comes late, whatever is shared.

Noise makes these tests sharp: a helper that began with the wrong normal number would move every cell behind it.
"""

import numpy as np
import pytest

from kernels import build, crew, devices, epoch, portions
from tests.naive.mvm import Periphery
from tests.naive.pulses import Scheme

from .contracts import ALGORITHMS, everything
from .crews import at_work, here, jobs
from .layers import KEY, Setup, gradients, kernel, learn
from .networks import DOUBLE, Net, arrays, data, layers, train
from .states import equal_cells

SHAPE = {"n_in": 37, "n_out": 150}  # 5,550 cells: many lists of hits; three blocks of 64 columns
ONE_ARRAY = Setup(devices.Linear, **SHAPE)
TWO_ARRAYS = Setup(devices.Constant, devices.Linear, transfer_rate=1.5, gamma=0.3, **SHAPE)
UPDATES = {
    "noisy cells that differ": ONE_ARRAY,
    "equal cells": ONE_ARRAY._replace(parameters=equal_cells(devices.Linear)),
    "noiseless": ONE_ARRAY._replace(c2c=0.0),
    "trains of 1": ONE_ARRAY._replace(scheme=Scheme(max_length=1)),
    "trains of 63": ONE_ARRAY._replace(scheme=Scheme(max_length=63), rate=0.5),
    "sparse": ONE_ARRAY._replace(rate=0.0005),
    "probed": ONE_ARRAY._replace(samples=4),
    "mean count": ONE_ARRAY._replace(scheme=Scheme("mean_count")),
    "implicit": ONE_ARRAY._replace(scheme=Scheme("implicit", 63)),
    "exact": ONE_ARRAY._replace(scheme=Scheme("none")),
    "few rows": ONE_ARRAY._replace(n_in=2),
    "one row": ONE_ARRAY._replace(n_in=1),
    "few columns": ONE_ARRAY._replace(n_out=3),
    "one row a transfer": TWO_ARRAYS,
    "all rows a transfer": TWO_ARRAYS._replace(rows=37, ns=2),
} | {name: TWO_ARRAYS._replace(algorithm=algorithm, rows=3) for name, algorithm in ALGORITHMS.items()}
READ = Periphery(7, 1.0, 9, 3.0, 0.06, "abs_max", 1.0, 2)
READS = {
    "one array": ONE_ARRAY._replace(forward=READ, backward=READ),
    "gamma": TWO_ARRAYS._replace(forward=READ, backward=READ),
    "signs": TWO_ARRAYS._replace(forward=READ, backward=READ, algorithm=ALGORITHMS["chopped"]),
    "few rows": ONE_ARRAY._replace(n_in=2),
    "few columns": ONE_ARRAY._replace(n_out=3),
}
DTYPES = ("f4", "f8")


def members(threads):
    return build.crew(threads, least=1)


def learnt(setup, dtype, team):
    layer = kernel(setup._replace(crew=team), dtype)
    with at_work(team):
        learn(layer, *gradients(setup, 4), step=11)
    return [*everything(layer), layer.tile.c.probe.log]


def same(found, other):
    return all(a.tobytes() == b.tobytes() for a, b in zip(found, other, strict=True))


def some(table, dtype):
    """One array in both; two in float32, or in float64 where other tests compile them so: they take long."""
    return table.auxiliary is None or dtype == ("f4" if table.algorithm is None else "f8")


@pytest.mark.parametrize("name, dtype", [(n, t) for t in DTYPES for n in UPDATES if some(UPDATES[n], t)])
def test_updates_are_the_same_bits(name, dtype):
    setup = UPDATES[name]
    alone = learnt(setup, dtype, members(1))
    for threads in (2, 3, 7):
        team = members(threads)
        assert same(learnt(setup, dtype, team), alone)
        assert (jobs(team) > 0) == (name not in ("one row", "mixed precision"))  # whole pulses go to a row


def read(setup, dtype, team):
    layer, rng = kernel(setup._replace(crew=team), dtype), np.random.default_rng(7)
    if setup.algorithm is not None:
        layer.tile.choppers.rows[::3] = layer.tile.choppers.columns[1::2] = -1
    found = []
    with at_work(team):
        for function, width, out in (
            (epoch.forward_batch, setup.n_in, setup.n_out), (epoch.backward_batch, setup.n_out, setup.n_in)
        ):  # fmt: skip
            xs, ys = rng.normal(0, 1, (3, width)).astype(dtype), np.zeros((3, out), dtype)
            function(layer, xs, ys, 3, build.stream(*KEY))
            found.append(ys)
    return found


@pytest.mark.parametrize("name, dtype", [(n, t) for t in DTYPES for n in READS if some(READS[n], t)])
def test_reads_are_the_same_bits(name, dtype):
    alone = read(READS[name], dtype, members(1))
    assert all(ys.any() for ys in alone)
    for threads in (2, 3, 7):
        team = members(threads)
        assert same(read(READS[name], dtype, team), alone)
        assert jobs(team) > 0


NET = Net(DOUBLE._replace(gamma=0.3, forward=Periphery(adc_bound=1.0), backward=Periphery()), (6, 70, 2), batch=2)


def trained(team):
    stack = layers(NET._replace(layer=NET.layer._replace(crew=team)), "f8")
    with at_work(team):
        totals = train(stack, NET, data(NET, 8))
    return [*arrays(stack), totals]


def test_a_training_is_the_same_bits():
    """Networks of other sizes too, after one another: jobs of all layers go over one board."""
    alone = trained(members(1))
    for threads in (2, 3):
        team = members(threads)
        assert same(trained(team), alone) and jobs(team) > 8


def test_whoever_does_not_come_is_not_waited_for():
    team = members(3)
    layer = kernel(ONE_ARRAY._replace(crew=team), "f4")
    learn(layer, *gradients(ONE_ARRAY, 4), step=11)
    assert jobs(team) == 0
    assert same(everything(layer), learnt(ONE_ARRAY, "f4", members(1))[:-1])


def test_small_arrays_are_not_shared():
    team = build.crew(2, least=37 * 150 + 1)
    assert same(learnt(ONE_ARRAY, "f4", team), learnt(ONE_ARRAY, "f4", members(1)))
    assert jobs(team) == 0


def test_every_helper_leaves_when_the_leader_fails():
    team = members(3)
    with pytest.raises(ZeroDivisionError), at_work(team):
        learn(kernel(ONE_ARRAY._replace(crew=team), "f4"), *gradients(ONE_ARRAY, 1))
        raise ZeroDivisionError
    assert here(team) == 0


def test_a_helper_that_comes_after_the_end_goes_at_once():
    team = members(2)
    crew.summon(team)
    crew.dismiss(team)
    crew.serve(team, 1)
    assert here(team) == 0


def test_rows_are_split_by_their_pulses():
    """A row that is driven hard counts for many: no member has half of the work where three share it."""
    setup = Setup(devices.Linear, n_in=64, n_out=256, c2c=0.0, scheme=Scheme("implicit", 31), rate=0.2, crew=members(3))
    x = np.where(np.arange(64) < 8, 1.0, 0.05)[np.newaxis]
    layer = kernel(setup, "f4")
    with at_work(setup.crew):
        learn(layer, x, np.ones((1, 256)))
    shares = layer.tile.lines.shares
    assert shares[0, portions.FROM] == 0 and shares[-1, portions.TO] == 64
    assert np.array_equal(shares[1:, portions.FROM], shares[:-1, portions.TO])
    pulses = shares[:, portions.PULSES]
    assert pulses.sum() == layer.tile.c.stats[:2].sum() > 0
    assert pulses.max() < 0.5 * pulses.sum()
