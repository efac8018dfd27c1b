"""The same numbers, bit for bit: interpreted, with any number of threads, beside another training, in pieces."""

import os
import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import numpy as np
import pytest

from .contracts import CASES, everything
from .layers import gradients, learn
from .networks import NOISY, Net, arrays, data, layers, train
from .runs import NETS, read, runs

ROOT = Path(__file__).parents[2]
WAIT = 800  # seconds for a process that compiles or interprets every case


def child(*arguments, **environment):
    command = [sys.executable, "-m", "tests.kernels.runs", *arguments]
    return subprocess.Popen(
        command, cwd=ROOT, env=os.environ | environment, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True
    )


def answer(process):
    out, errors = process.communicate(timeout=WAIT)
    assert process.returncode == 0, errors
    return read(out)


@pytest.fixture(scope="module")
def interpreter():
    """Started first: it runs beside the compiler."""
    process = child(NUMBA_DISABLE_JIT="1")
    yield process
    process.kill()


@pytest.fixture(scope="module")
def compiled(interpreter):
    return runs()


def differing(found, other):
    same = {n: all(a.tobytes() == b.tobytes() for a, b in zip(found[n], other[n], strict=True)) for n in other}
    return {name for name, equal in same.items() if not equal}


@pytest.mark.timeout(2 * WAIT)
def test_compiled_is_interpreted(compiled, interpreter):
    """Exactly, whatever the device, tile, dtype and scheme."""
    interpreted = answer(interpreter)
    assert set(interpreted) == set(compiled) and len(compiled) >= 28
    assert not differing(compiled, interpreted)


@pytest.mark.timeout(2 * WAIT)
def test_the_number_of_threads_does_not_matter(compiled):
    one, two = child("ours", NUMBA_NUM_THREADS="1"), child("ours", NUMBA_NUM_THREADS="2")
    for process in (one, two):
        found = answer(process)
        assert len(found) >= 20 and not differing(compiled, found)


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.name)
def test_concurrent_threads_do_not_meet(case):
    """Two trainings at once, in threads that run without the interpreter's lock, end as they would alone."""
    xs, ds = gradients(case.setup, 3000)
    cases = [case.layer(seed=seed, scheme=scheme) for scheme in [case.setup.scheme] for seed in (0, 1, 0, 1)]
    for layer in cases[:2]:
        learn(layer, xs, ds)
    with ThreadPoolExecutor(2) as pool:
        list(pool.map(lambda layer: learn(layer, xs, ds), cases[2:]))
    for alone, beside in zip(cases[:2], cases[2:], strict=True):
        assert all(np.array_equal(a, b) for a, b in zip(everything(alone), everything(beside), strict=True))


@pytest.mark.parametrize("name", NETS)
def test_an_epoch_in_pieces_is_the_whole(name):
    """Cut between mini-batches; buffers that a piece leaves behind do not matter."""
    net, dtype = NETS[name]
    points = data(net, 12)
    whole, parts = layers(net, dtype), layers(net, dtype)
    total = train(whole, net, points, step=2**31)
    pieces = [train(parts, net, points, a, b, 2**31 + a) for a, b in ((0, 2), (2, 4), (4, 10), (10, 12))]
    assert all(np.array_equal(a, b) for a, b in zip(arrays(whole), arrays(parts), strict=True))
    np.testing.assert_allclose(np.sum(pieces, axis=0), total, rtol=1e-14)


@pytest.mark.parametrize("name", NETS)
def test_a_seed_is_all_there_is(name):
    """The same key, the same bits; one bit of either word, or of the step, others."""
    net, dtype = NETS[name]
    points = data(net, 6)

    def weights(**changes):
        stack = layers(net, dtype)
        train(stack, net, points, **changes)
        return b"".join(layer.tile.c.w.tobytes() for layer in stack)

    first = weights(key=(5, 6))
    assert first == weights(key=(5, 6))
    assert len({first, weights(key=(4, 6)), weights(key=(5, 7)), weights(key=(5, 6), step=1)}) == 4


def test_layers_have_numbers_of_their_own():
    """Two layers alike, at the same step: other noise, other trains."""
    net = Net(NETS["sgd"][0].layer._replace(forward=NOISY), (4, 4, 4), bias="none")
    stack = layers(net)
    for layer in stack:
        layer.tile.c.w[:] = 0
        learn(layer, np.ones((1, 4)), np.full((1, 4), 0.1))
    assert not np.array_equal(stack[0].tile.c.w, stack[1].tile.c.w)
