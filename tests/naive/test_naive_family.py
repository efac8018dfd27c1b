"""The twins of the Tiki-Taka family: conservation, closed forms, what signs and references take out."""
from itertools import pairwise
from math import acos, inf, pi, sqrt
from random import Random

import pytest

from . import cells, half_select, laws, mean_field, mvm, pulses
from .buffered import TTv2
from .chains import Hamiltonian, Residual
from .chopped import Agad, ChoppedTTv2
from .digital_sum import MixedPrecision
from .philox import C2C, CHOPPER, A, C, Place, normal, uniform
from .tiles import Array

KEY = (1, 2)
S0 = 1 / 64
FAR = 1e9  # a threshold that is never reached
EXACT = pulses.Scheme("none")
WIDE = laws.Device(laws.constant, -inf, inf, s_up=S0, s_dn=S0)
NOISY = laws.Device(laws.constant, -inf, inf, s_up=S0, s_dn=S0, c2c=0.3)
IDEAL = (mvm.IDEAL,) * 3


def array(w, device=WIDE, scheme=EXACT):
    return Array(w, device, S0, scheme)


def pair(n_in=2, n_out=3, a=0.0):
    """An array A full of one number and a C full of zeros."""
    return array([[a] * n_out for _ in range(n_in)]), array([[0.0] * n_out for _ in range(n_in)])


def signals(n, n_in=2, n_out=3, seed=4):
    draw = Random(seed)
    return [([draw.gauss(0, 1) for _ in range(n_in)], [draw.gauss(0, 1) for _ in range(n_out)]) for _ in range(n)]


def rest(tile, n):
    """n samples without a gradient."""
    for step in range(n):
        tile.learn(step, [0.0] * len(tile.c.w), [0.0] * len(tile.c.w[0]))
    return tile


# ---- whole pulses


def test_a_row_fires_whole_pulses_with_normals_in_row_major_order():
    tested, here = array([[0.0] * 3, [0.0] * 3], NOISY), Place(KEY, 7, 2, C, 1)
    tested.fire(1, [2, 0, -1], here)
    z = [normal(here, C2C, m) for m in range(3)]
    up = S0 * (1 + 0.3 * z[0]) + S0 * (1 + 0.3 * z[1])
    assert tested.w == [[0.0] * 3, pytest.approx([up, 0.0, -S0 * (1 + 0.3 * z[2])], abs=1e-15)]
    assert (tested.up, tested.down) == (2, 1)


def test_lines_that_begin_together_half_select_what_they_miss():
    """Each slot with one line alone disturbs: BL - |n_j| on the row, |n_j| on the other rows."""
    v = [[[0.0] * 3 for _ in range(2)]]
    points = cells.CrossPoints(cells.Cell(v, [WIDE]), S0, EXACT, half=half_select.HalfSelect(1.0, 0.125, "up"))
    points.fire(1, [4, 0, -1], Place(KEY, 0))
    assert points.w == [pytest.approx([4 * S0 / 8, 0.0, S0 / 8]), pytest.approx([4 * S0, 4 * S0 / 8, -S0 + 3 * S0 / 8])]
    assert [event[3] for event in points.events] == [4, -1]


# ---- TTv2


def ttv2(a, c, cls=TTv2, rate=0.1, **named):
    return cls(KEY, 0, a, c, rate, *IDEAL, **{"buffer_rate": 0.7} | named)


def test_a_buffer_loses_what_it_fires_and_nothing_else():
    """H + n threshold = buffer_rate times the sum of the rows as read, and C moves by n steps."""
    a, c = pair()
    tile, gathered = ttv2(a, c, threshold=0.25, most=2), [[0.0] * 3, [0.0] * 3]
    for step, (x, d) in enumerate(signals(40)):
        tile.learn(step, x, d)
        t = step % 2
        gathered[t] = [g + 0.7 * v for g, v in zip(gathered[t], tile.a.w[t], strict=True)]
    fired = [[w / S0 for w in row] for row in tile.c.w]
    assert tile.c.up > 20 and tile.c.down > 20
    for i in range(2):
        assert tile.h[i] == pytest.approx([g - 0.25 * n for g, n in zip(gathered[i], fired[i], strict=True)], abs=1e-12)


def test_what_is_left_in_the_buffer():
    def after(h, **named):
        tile = ttv2(*pair(), **named)
        tile.h[1] = [h, -h, 0.5]
        tile.fire(0, 0, 1)
        return [n / S0 for n in tile.c.w[1]], tile.h[1]

    assert after(5.25, most=2) == ([2, -2, 0], [3.25, -3.25, 0.5])  # what was clipped stays
    assert after(5.25, threshold=2.0) == ([2, -2, 0], [1.25, -1.25, 0.5])
    assert after(5.25, after_firing="forget") == ([5, -5, 0], [0.0, 0.0, 0.5])
    assert after(5.25, after_firing="forget", momentum=0.5) == ([5, -5, 0], [2.625, -2.625, 0.5])
    assert after(0.99) == ([0, 0, 0], [0.99, -0.99, 0.5])


def test_scaled_rates_do_not_see_the_size_of_the_signals():
    """fast: A does not; fast_and_buffer: H does, as the gradient would; the first sample sets both means."""
    def learnt(size, scaling):
        tile = ttv2(*pair(), scaling=scaling, memory=4.0, threshold=FAR)
        for step, (x, d) in enumerate(signals(12)):
            tile.learn(step, x, [size * v for v in d])
        return tile

    for scaling, in_a, in_h in (("none", 8, 8), ("fast", 1, 1), ("fast_and_buffer", 1, 8)):
        one, other = learnt(1.0, scaling), learnt(8.0, scaling)
        assert other.a.w[0] == pytest.approx([in_a * v for v in one.a.w[0]], rel=1e-12)
        assert other.h[0] == pytest.approx([in_h * v for v in one.h[0]], rel=1e-12)


def test_running_means():
    tile = ttv2(*pair(), scaling="fast", memory=4.0)
    tile.learn(0, [0.0, 0.0], [1.0, 1.0, 1.0])  # does not count
    assert tile.means.product() == 0
    tile.learn(1, [0.5, -2.0], [0.0, 1.0, -3.0])
    tile.learn(2, [1.0, 0.0], [0.0, 0.0, 7.0])
    assert (tile.means.x, tile.means.d) == (2.0 - 0.25, 3.0 + 1.0)
    assert tile.a.w[0] == pytest.approx([0.0, -0.1 / 6 * 0.5, 0.1 / 6 * 1.5 - 0.1 / 7 * 7.0])


# ---- choppers


def test_choppers_average_a_constant_offset_out_exactly():
    """A at rest at 1/4, which is nothing but an offset: after an even number of turns H has of it what it had."""
    still = {"threshold": FAR, "buffer_rate": 0.5}
    plain = rest(ttv2(*pair(a=0.25), **still), 24)
    rows = rest(ttv2(*pair(a=0.25), ChoppedTTv2, periodic=True, row_chance=1 / 3, **still), 24)
    columns = rest(ttv2(*pair(a=0.25), ChoppedTTv2, periodic=True, row_chance=0.0, column_chance=1 / 6, **still), 24)
    assert plain.h == [[12 * 0.5 * 0.25] * 3] * 2
    assert rows.h == columns.h == [[0.0] * 3] * 2
    assert rest(ttv2(*pair(a=0.25), ChoppedTTv2, periodic=True, row_chance=1 / 6, **still), 12).h[0] == [0.75] * 3


@pytest.mark.parametrize("offset", [0.0, -0.8])
def test_a_constant_gradient_passes_choppers_whatever_the_offset(offset):
    """Period m: A runs down for m reads from 0, then with the other sign back to 0: -eta g m in two periods."""
    m, eta, d = 4, 0.1, 0.5
    tile = ttv2(*pair(1, 1, offset), ChoppedTTv2, periodic=True, row_chance=1 / m, rate=eta, threshold=FAR)
    for step in range(2 * m):
        tile.learn(step, [1.0], [d])
    assert tile.a.w[0][0] == pytest.approx(offset, abs=1e-15)
    assert tile.h[0][0] == pytest.approx(-0.7 * eta * d * m, abs=1e-14)


def test_the_network_sees_a_with_its_signs():
    tile = ttv2(array([[1.0, 2.0], [3.0, 4.0]]), array([[0.5, 0.5], [0.5, 0.5]]), ChoppedTTv2, gamma=0.25)
    tile.rows, tile.columns = [1, -1], [-1, 1]
    assert tile.weights() == [[0.25, 1.0], [1.25, -0.5]]
    assert tile.forward(0, [1.0, 0.0]).y == [0.25, 1.0]


def test_a_step_down_the_gradient_of_what_is_seen():
    """With gamma = 1, whatever the signs, W <- W - eta x d^T."""
    tile = ttv2(array([[1.0, 2.0], [3.0, 4.0]]), array([[0.0, 0.0]] * 2), ChoppedTTv2, gamma=1.0, ns=9)
    tile.rows, tile.columns = [1, -1], [-1, 1]
    before, (x, d) = tile.weights(), signals(1, 2, 2)[0]
    tile.learn(0, x, d)
    for i in range(2):
        assert tile.weights()[i] == pytest.approx([before[i][j] - 0.1 * x[i] * d[j] for j in range(2)], abs=1e-14)


def test_choppers_turn_by_chance_at_their_addresses():
    tile, turns, n, p = ttv2(*pair(), ChoppedTTv2, row_chance=0.3, column_chance=0.2), 0, 2000, 0.3
    for step in range(n):
        before, columns, t = list(tile.rows), list(tile.columns), step % 2
        tile.learn(step, [0.0] * 2, [0.0] * 3)
        turned = uniform(Place(KEY, step, 0, A), CHOPPER, t) < p
        turns += turned
        assert [a != b for a, b in zip(before, tile.rows, strict=True)] == [turned and i == t for i in range(2)]
        swept = [t == 1 and uniform(Place(KEY, step, 0, C), CHOPPER, j) < 0.2 for j in range(3)]
        assert [a != b for a, b in zip(columns, tile.columns, strict=True)] == swept
    assert abs(turns - n * p) < 5 * sqrt(n * p * (1 - p))


# ---- AGAD


def test_agad_takes_a_constant_offset_out():
    """beta 1: at once; else H keeps but a geometric series: from reference n on, (1 - beta)^n of the offset."""
    still = {"periodic": True, "row_chance": 1 / 4, "threshold": FAR, "buffer_rate": 0.5, "start": 3}
    assert rest(ttv2(*pair(a=0.25), Agad, beta=1.0, **still), 64).h == [[0.0] * 3] * 2
    tile = rest(ttv2(*pair(a=0.25), Agad, beta=0.5, **still), 32)  # 16 reads of each row, turns after 4, 8, 12, 16
    expected = 0.5 * 0.25 * (-4 / 2**4 + 4 / 2**8 - 4 / 2**12)
    assert tile.h[0] == [expected] * 3
    assert tile.past[0] == [0.25 * (1 - 2**-16)] * 3 == tile.learnt[0]


def test_agad_waits_for_a_reference_of_each_row():
    """The first turn at or after read `start`; P is followed from the first read, and Pref is 0 until then."""
    def reads_before_h(start, **named):
        tile = ttv2(*pair(1, 2, 0.25), Agad, beta=0.5, threshold=FAR, start=start, **named)
        for step in range(40):
            if any(tile.h[0]):
                return step - 1
            assert tile.past[0] == [0.25 * (1 - 0.5**step)] * 2 and tile.learnt[0] in ([0.0] * 2, tile.past[0])
            tile.learn(step, [0.0], [0.0, 0.0])

    by_period = {"periodic": True, "row_chance": 1 / 4}
    assert [reads_before_h(n, **by_period) for n in (1, 4, 5, 8, 9)] == [4, 4, 8, 8, 12]
    assert reads_before_h(6, row_chance=0.0, column_chance=0.01) == 6


def test_agad_takes_the_reference_of_a_column_that_turns():
    tile = ttv2(*pair(2, 2, 0.25), Agad, row_chance=0.0, column_chance=1 / 4, periodic=True, beta=0.5, start=2)
    rest(tile, 7)  # both rows at read 2 or later; the columns turn after sweep 4, at sample 8
    assert tile.learnt == [[0.25 * (1 - 2**-2)] * 2] * 2
    tile.learn(7, [0.0] * 2, [0.0] * 2)
    assert tile.columns == [-1, -1] and tile.learnt == [[0.25 * (1 - 2**-4)] * 2] * 2


# ---- mixed precision


def test_mixed_precision_loses_nothing():
    """chi - (C - C_0) = eta sum x d^T, and a row that has fired keeps less than a step."""
    c, total = array([[0.1] * 3, [-0.2] * 3]), [[0.0] * 3, [0.0] * 3]
    tile = MixedPrecision(KEY, 0, c, 0.1, mvm.IDEAL, mvm.IDEAL, most=63)
    for step, (x, d) in enumerate(signals(60)):
        tile.learn(step, x, d)
        total = [[s + 0.1 * u * v for s, v in zip(row, d, strict=True)] for row, u in zip(total, x, strict=True)]
        assert max(abs(v) for v in tile.chi[step % 2]) < S0
    assert c.up > 20 and c.down > 20
    for i, start in enumerate((0.1, -0.2)):
        kept = [chi - (w - start) for chi, w in zip(tile.chi[i], tile.c.w[i], strict=True)]
        assert kept == pytest.approx(total[i], abs=1e-12)


def test_mixed_precision_fires_down_where_chi_is_positive_and_so_much_at_most():
    tile = MixedPrecision(KEY, 0, array([[0.0, 0.0]]), 1.0, mvm.IDEAL, mvm.IDEAL, most=3, ns=2)
    tile.learn(0, [1.0], [5.5 * S0, -1.5 * S0])
    assert tile.c.w == [[0.0, 0.0]]
    tile.learn(1, [0.0], [1.0, 1.0])
    assert tile.c.w == [[-3 * S0, S0]] and tile.chi == [[2.5 * S0, -0.5 * S0]]


# ---- Hamiltonian descent


ETA, LAMBDA, START = 0.02, 0.05, 0.8


def swing(af, steps):
    """w and p of one cell whose loss is w^2/2, in the mean field: x = 1, d = w."""
    law = {"af": af, "s0": 0.01, "v_min": -1.0, "v_max": 1.0}
    p, w = (mean_field.MeanArray([[v]], laws.asymmetric, law, (-9, 9), 0.01, pulses.Scheme()) for v in (0.0, START))
    tile, path = Hamiltonian(KEY, 0, p, w, ETA, *IDEAL, transfer_rate=LAMBDA), []
    w.parameters = law | {"af": 0.0}
    for step in range(steps):
        tile.learn(step, [1.0], [w.w[0][0]])
        path.append((w.w[0][0], p.w[0][0]))
    return path


def energy(w, p):
    """What p <- p - eta w, w <- w + lambda p keeps: eta w^2 + lambda p^2 - eta lambda p w."""
    return ETA * w * w + LAMBDA * p * p - ETA * LAMBDA * p * w


def test_an_ideal_momentum_oscillates_and_keeps_its_energy():
    """cos(omega) = 1 - eta lambda/2"""
    steps, omega = 2000, acos(1 - ETA * LAMBDA / 2)
    path = swing(0.0, steps)
    assert [energy(*each) for each in path] == pytest.approx([energy(START, 0.0)] * steps, rel=1e-10)
    crossings = sum(a[0] * b[0] < 0 for a, b in pairwise(path))
    assert abs(crossings - steps * omega / pi) <= 1 and crossings > 15


def test_asymmetry_damps_it_algebraically():
    """Soft bounds +-1: 1/a = 1/a_0 + 2 eta t/(3 pi), a = sqrt(Q/eta); corrections of the order of p/tau, 10 %."""
    path = swing(1.0, 8000)
    inverse = [1 / sqrt(energy(*path[t - 1]) / ETA) for t in (2000, 4000, 8000)]
    slopes = [(inverse[1] - inverse[0]) / 2000, (inverse[2] - inverse[1]) / 4000]
    assert slopes == pytest.approx([2 * ETA / (3 * pi)] * 2, rel=0.1)
    assert inverse[2] > 8 / START


def test_the_old_momentum_would_gain_energy():
    """Why the new p moves w: with the old one Q' grows by (1 + eta lambda) a step."""
    w, p = START, 0.0
    for _ in range(500):
        w, p = w + LAMBDA * p, p - ETA * w
    grown = ETA * w * w + LAMBDA * p * p
    assert grown == pytest.approx(ETA * START**2 * (1 + ETA * LAMBDA) ** 500, rel=1e-10)


# ---- residual learning


def residual(between=1, **named):
    a, c = pair()
    return Residual(KEY, 0, a, c, 0.1, *IDEAL, between=[pair()[0] for _ in range(between)],
                    **{"transfer_rate": 0.5, "gamma": 0.25, "rows_per_transfer": 2} | named)


def test_three_arrays_are_their_equations_and_their_weighted_sum():
    tile, a, b, c = residual(), *([[0.0] * 3 for _ in range(2)] for _ in range(3))
    for step, (x, d) in enumerate(signals(8)):
        tile.learn(step, x, d)
        a = [[a[i][j] - 0.1 * x[i] * d[j] for j in range(3)] for i in range(2)]
        b = [[b[i][j] + 0.5 * a[i][j] for j in range(3)] for i in range(2)]
        c = [[c[i][j] + 0.5 * b[i][j] for j in range(3)] for i in range(2)]
    assert tile.numbers == [1, 2, 0]
    for i in range(2):
        assert tile.chain[0].w[i] == pytest.approx(a[i], abs=1e-14)
        assert tile.chain[1].w[i] == pytest.approx(b[i], abs=1e-14)
        assert tile.c.w[i] == pytest.approx(c[i], abs=1e-14)
        seen = [c[i][j] + 0.25 * b[i][j] + 0.0625 * a[i][j] for j in range(3)]
        assert tile.weights()[i] == pytest.approx(seen, abs=1e-14)


def test_two_arrays_are_tiki_taka():
    tile, a = residual(0), [[0.0] * 3 for _ in range(2)]
    for step, (x, d) in enumerate(signals(4)):
        tile.learn(step, x, d)
        a = [[a[i][j] - 0.1 * x[i] * d[j] for j in range(3)] for i in range(2)]
    assert tile.numbers == [1, 0] and tile.a.w[1] == pytest.approx(a[1], abs=1e-14)
    assert tile.weights()[1] == pytest.approx([0.25 * p + q for p, q in zip(a[1], tile.c.w[1], strict=True)], abs=1e-14)


def test_a_leaky_buffer_tends_to_what_is_read_and_fires_whole_steps_of_its_target():
    """A at rest: H = lambda A (1 - (1 - beta)^n) until it reaches s0; then it loses s0."""
    tile = residual(0, beta=0.25, transfer_rate=0.5)
    tile.a.w = [[1.9 * S0] * 3, [2.2 * S0] * 3]  # lambda A = 0.95 s0 and 1.1 s0
    rest(tile, 8)
    assert tile.h[0][0] == pytest.approx([0.95 * S0 * (1 - 0.75**8)] * 3, rel=1e-12)
    assert tile.h[0][1] == pytest.approx([1.1 * S0 * (1 - 0.75**8)] * 3, rel=1e-12)
    assert tile.c.w == [[0.0] * 3] * 2 and 1.1 * (1 - 0.75**9) > 1
    rest(tile, 1)
    assert tile.c.w == [[0.0] * 3, [S0] * 3]
    assert tile.h[0][1] == pytest.approx([S0 * (1.1 * (1 - 0.75**9) - 1)] * 3, abs=1e-15)
