"""What is kept about single pulses: it adds up, it replays to the same weights, and it moves no number."""

import numpy as np
import pytest

from kernels import build, devices
from kernels.diary import Blank
from kernels.half_select import Undisturbed

from .contracts import everything
from .crews import at_work
from .crosspoints import KEPT, PAIR, POINTS, CrossPoint
from .layers import Setup, gradients, kernel, learn

EVERY = pytest.mark.parametrize("name", [*POINTS, "plain"])


def setup(name, diary=KEPT, **changes):
    """The types of tests/kernels/test_cells.py, for no compilation of its own."""
    point = {**POINTS, "plain": CrossPoint(), "often": PAIR._replace(refresh_at=0.3)}[name]
    point = point._replace(fate={}, half=(0.0, 0.1, "either"), diary=diary)
    return Setup(devices.SoftBounds, point=point, rate=0.2)._replace(**changes)


def learnt(case, n=12, step=7):
    layer = kernel(case)
    learn(layer, *gradients(case, n), step=step)
    return layer.tile.c


def events(diary):
    """All events in order of sample and place: (sample, place, signed), weights after."""
    used = [(diary.events[m, :n], diary.after[m, :n]) for m, n in enumerate(diary.used)]
    rows, after = (np.concatenate(parts) for parts in zip(*used, strict=True))
    order = np.lexsort((rows[:, 1], rows[:, 0]))
    return rows[order], after[order]


@pytest.mark.parametrize("name", [*POINTS, "plain", "often"])
def test_counts_are_the_statistics(name):
    """Up and down, to the pulse, those of refreshes among them."""
    array = learnt(setup(name))
    assert array.diary.counts.sum(axis=1).tolist() == array.stats[:2].tolist()
    assert array.stats[:2].sum() > 200


@EVERY
def test_the_log_says_what_every_write_asked_for(name):
    """Signed pulses of the log, cell by cell, against those of the devices."""
    array = learnt(setup(name))
    rows, _ = events(array.diary)
    asked = np.zeros((2, 20), np.int64)
    np.add.at(asked, ((rows[:, 2] < 0).astype(int), rows[:, 1]), abs(rows[:, 2]))
    counts = array.diary.counts.reshape(2, -1, 20)
    if name == "pair one" and not array.stats[4]:
        assert np.array_equal(counts[0], asked) and not counts[1].any()
    elif name == "pair both":
        assert np.array_equal(counts, np.stack([asked, asked[::-1]], axis=1))
    elif name != "pair one":
        assert np.array_equal(counts.sum(axis=1), asked)
    assert rows[:, 0].min() >= 7 and rows[:, 0].max() <= 18


@EVERY
def test_the_log_replays(name):
    """The last entry of each cell is its weight, bit for bit; at any sample before, what it was then."""
    case = setup(name)
    start, array = kernel(case).tile.c.w.copy(), learnt(case)
    rows, after = events(array.diary)
    for last, expected in ((18, array.w), (12, learnt_to(case, 6).w)):
        w = start.copy().reshape(-1)
        for (sample, place, _), value in zip(rows, after, strict=True):
            if sample <= last:
                w[place] = value
        assert w.tobytes() == expected.tobytes()


def learnt_to(case, n):
    """The first n of twelve samples."""
    layer = kernel(case)
    xs, ds = gradients(case, 12)
    learn(layer, xs[:n], ds[:n], step=7)
    return layer.tile.c


@EVERY
def test_keeping_moves_nothing(name):
    found = [
        learnt(setup(name, diary))
        for diary in (KEPT, {"counted": False}, {"span": (9, 12), "chosen": [3], "room": 2})
    ]
    assert len({b"".join(v.tobytes() for v in (array.w, array.stats)) for array in found}) == 1


def test_a_blank_diary_and_no_time_are_the_same_training():
    """Two other types altogether: what is not there and what does nothing give the same bits."""
    plain = Setup(devices.SoftBounds, rate=0.2)
    layer, other = kernel(plain), kernel(setup("plain"))
    assert layer.tile.c.diary == Blank(0) and layer.tile.c.half == Undisturbed(0)
    layer.tile.c.w[:] = other.tile.c.w
    for each in (layer, other):
        learn(each, *gradients(plain, 12), step=7)
    assert layer.tile.c.w.tobytes() == other.tile.c.w.tobytes()


def test_chosen_samples_and_cells():
    every, _ = events(learnt(setup("plain")).diary)
    some, after = events(learnt(setup("plain", {"span": (9, 12), "chosen": [3, 17], "room": 64})).diary)
    wanted = (every[:, 0] >= 9) & (every[:, 0] < 12) & np.isin(every[:, 1], [3, 17])
    assert np.array_equal(some, every[wanted]) and len(after) == wanted.sum() > 0


def test_what_has_no_room_is_counted():
    diary = learnt(setup("plain", {"span": (0, 10**6), "room": 5})).diary
    full = learnt(setup("plain")).diary
    assert diary.used.tolist() == full.used.tolist() and full.used[0] > 5
    assert np.array_equal(diary.after[0], full.after[0, :5])


@pytest.mark.parametrize("name", ["often", "three in turn", "plain"])
def test_a_crew_keeps_the_same(name):
    """Counts to the pulse, and the log as a set; each cell in the order of its samples."""
    found = []
    for threads in (1, 3):
        team = build.crew(threads, least=1)
        case = setup(name, n_in=37, n_out=150, crew=team, rate=0.05, diary={**KEPT, "room": 60_000})
        layer = kernel(case)
        with at_work(team):
            learn(layer, *gradients(case, 5), step=3)
        found.append((layer, *events(layer.tile.c.diary)))
    (one, rows, after), (three, others, later) = found
    assert all(a.tobytes() == b.tobytes() for a, b in zip(everything(one), everything(three), strict=True))
    assert np.array_equal(one.tile.c.diary.counts, three.tile.c.diary.counts)
    assert np.array_equal(rows, others) and np.array_equal(after, later)
    assert (three.tile.c.diary.used > 0).sum() > 1 and len(rows) == one.tile.c.diary.used[0] > 5000
