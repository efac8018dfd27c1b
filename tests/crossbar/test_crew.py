"""`threads`: the same bits, an error where it cannot act, helpers that rest between calls, no trace in checkpoints."""

import threading

import numpy as np
import pytest

import crossbar as xb
from crossbar import crew
from kernels import epoch
from kernels.crew import AWAY, LEAST, ROOM, STATE, TODO

LARGE = 1024
SGD = xb.SGD(learning_rate=0.01, c=xb.SoftBounds(step=0.01))
RNG = np.random.default_rng(1)
X, D = (RNG.uniform(-1, 1, (3, LARGE)).astype(np.float32) for _ in range(2))


def tile(threads):
    return xb.Tile(LARGE, LARGE, SGD, seed=3, threads=threads)


def at_rest(state):
    return (state.board[ROOM + STATE :: ROOM] == AWAY).all()


def done(one):
    found = [one.forward(X), one.backward(D)]
    one.update(X, D)
    return [*found, one.weights, *one.counters().values()]


def test_the_size_that_messages_name_is_the_one_that_acts():
    assert crew.SHARED_CELLS == LEAST == 2**20


def test_a_tile_gives_the_same_bits():
    alone = done(tile(1))
    for threads in (2, np.int64(3)):
        shared = tile(threads)
        assert all(a.tobytes() == b.tobytes() for a, b in zip(done(shared), alone, strict=True))
        assert at_rest(shared.crew.state)


def network(threads):
    net = xb.MLP([LARGE, LARGE, 2], SGD, seed=3, threads=threads)
    totals = np.zeros(2)
    net.train(X, np.eye(2, dtype=np.float32)[[0, 1, 0]], np.arange(3), 0, totals)
    return net, [*net.state_arrays().values(), net.forward(X), totals, np.array(net.evaluate(X, X[:, :2]))]


def test_a_network_gives_the_same_bits_and_checkpoints():
    (one, alone), (two, shared) = network(1), network(2)
    assert one.state_arrays().keys() == two.state_arrays().keys()
    assert all(a.tobytes() == b.tobytes() for a, b in zip(shared, alone, strict=True))
    assert two.tiles[0].crew is two.tiles[1].crew is two.crew and at_rest(two.crew.state)


def test_helpers_take_part():
    """They may come late to the first call; after a hundred jobs they must have come."""
    shared = tile(2)
    for _ in range(100):
        shared.update(X, D)
        if shared.crew.state.board[TODO]:
            return
    pytest.fail("no job was shared in a hundred calls")


def test_trainings_side_by_side_do_not_meet():
    found = {}
    others = [threading.Thread(target=lambda n=n: found.update({n: network(2)[1]})) for n in range(2)]
    for other in others:
        other.start()
    for other in others:
        other.join()
    alone = network(1)[1]
    for shared in found.values():
        assert all(a.tobytes() == b.tobytes() for a, b in zip(shared, alone, strict=True))


@pytest.mark.parametrize("error", [KeyboardInterrupt, ValueError])
def test_helpers_rest_when_the_call_fails(monkeypatch, error):
    shared = tile(2)
    shared.forward(X)

    def fails(*arguments):
        raise error

    monkeypatch.setattr(epoch, "forward_batch", fails)
    with pytest.raises(error):
        shared.forward(X)
    assert at_rest(shared.crew.state)
    monkeypatch.undo()
    assert np.isfinite(shared.forward(X)).all()


@pytest.mark.parametrize("threads", [0, -1, 1.5, "2", None, 10**6])
@pytest.mark.parametrize("who", ["Tile", "MLP"])
def test_numbers_out_of_range(who, threads):
    make = {"Tile": lambda: xb.Tile(5, 4, threads=threads), "MLP": lambda: xb.MLP([5, 4], SGD, threads=threads)}
    with pytest.raises(xb.SpecError, match=rf"^{who}: threads must be a whole number from 1 to 1024 \(got "):
        make[who]()


def test_threads_that_have_nothing_to_share():
    rule = r"threads must be 1 where no array has 2\^20 cells, for smaller ones are not shared \(got 2, and "
    with pytest.raises(xb.SpecError, match=rf"^Tile: {rule}20 cells at most\); leave it out\."):
        xb.Tile(5, 4, threads=2)
    with pytest.raises(xb.SpecError, match=rf"^MLP: {rule}42 cells at most\)"):
        xb.MLP([5, 7, 4], SGD, threads=2)  # 6 x 7, the bias row counted


def test_in_an_experiment():
    with pytest.raises(xb.SpecError, match="threads: cannot act here: no array of the network has 2\\^20 cells"):
        xb.preset("digits", ["threads=2"])
    with pytest.raises(xb.SpecError, match="threads: must be between 1 and 1024"):
        xb.preset("digits", ["threads=0"])
    assert xb.preset("digits", ["network.sizes=[64, 16384, 10]", "threads=2"]).threads == 2  # 65 x 16384


def test_a_network_of_an_experiment_has_its_threads():
    spec = xb.preset("digits", ["network.sizes=[64, 16384, 10]", "threads=2"])
    assert xb.MLP.of(spec).crew.threads == 2
