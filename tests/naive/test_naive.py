"""The twins themselves: known answers, closed forms, binomial counts (|z| < 5, fixed addresses)."""
from itertools import pairwise
from math import exp, inf, sqrt
from random import Random

import pytest

from . import conversion, laws, mean_field, mvm, pulses, scheduler
from .mlp import MLP
from .philox import (
    BACKWARD_NOISE,
    C2C,
    FORWARD_NOISE,
    ROW_BITS,
    TRANSFER_NOISE,
    A,
    C,
    Place,
    block,
    normal,
    philox,
    shuffled,
    train,
    uniform,
)
from .tiles import Array, Sgd, TikiTaka
from .update import update

KEY = (1, 2)
HERE = Place(KEY, 5, layer=1, slot=3)
PI = (0x243F6A88, 0x85A308D3, 0x13198A2E, 0x03707344), (0xA4093822, 0x299F31D0)
EXACT = pulses.Scheme("none")
WIDE = laws.Device(laws.constant, -inf, inf, s_up=0.01, s_dn=0.01)


def matrix(n_in, n_out, seed=0, size=0.5):
    draw = Random(seed)
    return [[draw.uniform(-size, size) for _ in range(n_out)] for _ in range(n_in)]


# ---- random numbers


@pytest.mark.parametrize("counter, key, words", [
    ((0, 0, 0, 0), (0, 0), (0x6627E8D5, 0xE169C58D, 0xBC57AC4C, 0x9B00DBD8)),
    ((2**32 - 1,) * 4, (2**32 - 1,) * 2, (0x408F276D, 0x41C83B0E, 0xA20BC7C6, 0x6D5451FD)),
    (*PI, (0xD16CFE09, 0x94FDCCEB, 0x5001E420, 0x24126EA1)),
])
def test_philox_gives_the_known_answers_of_random123(counter, key, words):
    assert philox(counter, key) == words


def test_an_address_is_laid_out_as_said():
    place = Place(KEY, step=7, layer=2, array=A, slot=9)
    assert block(place, ROW_BITS, 11, sub=3) == philox((11, 7, 2 << 24 | 1 << 16 | 9, 4 << 24 | 3), KEY)


def test_a_train_is_the_bit_serial_comparison():
    p, length = 0.3, 40
    threshold = int(p * 2**32 + 0.5)
    expected = []
    for half in (0, 1):
        still_open, hit = 2**32 - 1, 0
        for r in range(32):
            word = block(HERE, ROW_BITS, 6, half << 8 | r >> 2)[r & 3]
            if threshold >> (31 - r) & 1:
                hit, still_open = hit | still_open & ~word, still_open & word
            else:
                still_open &= ~word
        expected += [hit >> bit & 1 for bit in range(32)]
    assert train(HERE, ROW_BITS, 6, p, length) == expected[:length]


def test_trains_of_probability_0_and_1():
    assert train(HERE, ROW_BITS, 0, 0.0, 63) == [0] * 63
    assert train(HERE, ROW_BITS, 0, 1.0, 63) == [1] * 63


@pytest.mark.parametrize("p", [0.5, 0.1, 0.01])
def test_trains_are_binomial(p):
    n = 100 * 60
    fired = sum(sum(train(HERE._replace(step=step), ROW_BITS, 0, p, 60)) for step in range(100))
    assert abs(fired - n * p) < 5 * sqrt(n * p * (1 - p))


def test_normals_and_uniforms_have_their_moments():
    n = 4000
    z = [normal(HERE, C2C, m) for m in range(n)]
    assert abs(sum(z)) < 5 * sqrt(n)
    assert abs(sum(v * v for v in z) - n) < 5 * sqrt(2 * n)
    assert abs(sum(a * b for a, b in zip(z[::2], z[1::2], strict=True))) < 5 * sqrt(n / 2)
    assert abs(sum(uniform(HERE, C2C, m) - 0.5 for m in range(n))) < 5 * sqrt(n / 12)


def test_a_shuffle_is_a_fair_permutation():
    n, sweeps = 5, 500
    orders = [shuffled(Place(KEY, sweep, array=A), n) for sweep in range(sweeps)]
    assert all(sorted(order) == list(range(n)) for order in orders)
    spread = sqrt(sweeps * (1 / n) * (1 - 1 / n))
    for first in range(n):
        assert abs(sum(order[0] == first for order in orders) - sweeps / n) < 5 * spread


# ---- pulses


@pytest.mark.parametrize("managed", [(True, True), (False, True), (False, False)])
def test_the_product_of_the_gains_is_invariant(managed):
    scheme = pulses.Scheme("stochastic", 31, *managed)
    for rate in (0.001, 0.02, 3.0):
        k, length, gain_d, gain_x = pulses.gains([0.5, -0.2], [0.01, 0.3], rate, 0.001, scheme)
        assert gain_d * gain_x == pytest.approx(rate / (0.001 * length), rel=1e-12)
        assert k == pytest.approx(rate * 0.5 * 0.3 / 0.001, rel=1e-12)
        assert length == (min(-int(-k // 1), 31) if managed[0] else 31)


def test_for_a_long_wish_the_rows_never_saturate_and_large_errors_do():
    x, d, rate, s0 = [1.0, 0.5], [1.0, 0.1], 0.062, 0.001  # k = 62 = 2 BL_max
    wish = pulses.plan(x, d, rate, s0, pulses.Scheme(), HERE)
    assert wish.p == pytest.approx([1.0, 0.5], rel=1e-12)
    assert wish.q == pytest.approx([1.0, 0.2], rel=1e-12)  # min(|d|, D BL_max/k) / (D BL_max/k)


def test_the_mean_update_of_an_ideal_device_is_the_gradient():
    x, d, rate, s0, n = [0.8, -0.3], [0.4, -0.02], 0.02, 0.001, 300  # k = 6.4, BL = 7
    wish = pulses.plan(x, d, rate, s0, pulses.Scheme(), HERE)
    device = laws.Device(laws.constant, -10, 10, s_up=s0, s_dn=s0)
    total = [[0.0] * 2 for _ in range(2)]
    for step in range(n):
        w, stats = update([[0.0] * 2] * 2, device, x, d, rate, s0, pulses.Scheme(), HERE._replace(step=step))
        total = [[a + b for a, b in zip(*rows, strict=True)] for rows in zip(total, w, strict=True)]
        assert not stats.saturated
    for i in range(2):
        for j in range(2):
            p = wish.p[i] * wish.q[j]
            spread = s0 * sqrt(n * wish.length * p * (1 - p))
            assert abs(total[i][j] + n * rate * x[i] * d[j]) < 5 * spread


def test_the_deterministic_counts():
    wish = pulses.Plan(0.0, 10, 0.0, 0.0, [0.44, 0.05], [0.75, 1.0])
    assert pulses.counts(wish, pulses.Scheme("mean_count"), HERE) == [[3, 4], [0, 0]]  # 4 * 8/10, 4; 0.5 -> 0
    assert pulses.counts(wish, pulses.Scheme("implicit"), HERE) == [[3, 4], [0, 0]]  # 3.3, 4.4; 0.375, 0.5


def test_a_resolution_rounds_probabilities_to_its_multiples():
    x, d = [1.0, 0.33], [1.0]
    nearest = pulses.plan(x, d, 0.01, 0.01, pulses.Scheme(resolution=0.25), HERE)
    assert nearest.p == [1.0, 0.25]
    drawn = [pulses.plan(x, d, 0.01, 0.01, pulses.Scheme(resolution=0.25, stochastic_rounding=True),
                         HERE._replace(step=step)).p[1] for step in range(400)]
    assert set(drawn) == {0.25, 0.5}
    assert abs(sum(drawn) - 400 * 0.33) < 5 * 0.25 * sqrt(400 * 0.32 * 0.68)


# ---- laws and the mean field


def pulsed(law, v, ups, z=0.0, **parameters):
    for up in ups:
        v = law(v, up, z, **parameters)
    return v


@pytest.mark.parametrize("af, expected", [
    (0, 1.0), (2, 1 - 2 * (1 - 1e-3) ** 4000), (6, 1 - 2 * (1 - 3e-3) ** 4000)])
def test_pulse_response(af, expected):
    cell = {"af": af, "s0": 5e-4, "v_min": -1, "v_max": 1}
    assert pulsed(laws.asymmetric, -1.0, [True] * 4000, **cell) == pytest.approx(expected, abs=1e-9)
    if af:
        assert mean_field.pulse_response(-1.0, 4000, af * 5e-4, 1.0) == pytest.approx(expected, abs=1e-9)


def test_the_closed_form_holds_down_and_for_the_linear_step():
    cell = {"s_up": 0.01, "s_dn": 0.02, "gamma_up": 0.4, "gamma_dn": 0.7, "v_min": -0.8, "v_max": 1.2}
    assert pulsed(laws.linear, 0.5, [False] * 30, **cell) == pytest.approx(
        mean_field.pulse_response(0.5, 30, 0.02, -0.8, 0.7), abs=1e-12)
    assert pulsed(laws.linear, 0.5, [True] * 30, **cell) == pytest.approx(
        mean_field.pulse_response(0.5, 30, 0.01, 1.2, 0.4), abs=1e-12)


def test_zero_shifting():
    cell = {"s_up": 0.03, "s_dn": 0.03, "v_min": -1, "v_max": 1}
    assert pulsed(laws.soft_bounds, 0.7, [True, False] * 25, **cell) == pytest.approx(
        mean_field.zero_shifting(0.7, 0.03, 25), abs=1e-12)


def test_asymmetry_factor_0_is_the_ideal_device_and_not_no_update():
    cell = {"s0": 0.01, "v_min": -1, "v_max": 1}
    assert laws.asymmetric(0.9, True, 0.0, af=0, **cell) == pytest.approx(0.91)
    assert laws.asymmetric(0.9, True, 0.0, af=1e-9, **cell) == pytest.approx(0.9, abs=1e-10)
    assert [laws.counting_step(af, 0.01, "gain") for af in (0, 2)] == [0.01, 0.01]
    assert [laws.counting_step(af, 0.01, "granularity") for af in (0, 2)] == [0.01, 0.02]


def test_one_pulse_of_the_other_laws():
    bounds = {"s_up": 0.1, "s_dn": 0.2, "v_min": -1, "v_max": 1, "c2c": 0.5}
    assert laws.constant(0.0, True, 2.0, 0.1, 0.2, 0.5) == pytest.approx(0.2)
    assert laws.soft_bounds(0.5, False, 1.0, **bounds) == pytest.approx(0.5 - 0.2 * 1.5 * 1.5)
    assert laws.soft_bounds_additive(0.5, False, 1.0, **bounds) == pytest.approx(0.5 - 0.2 * (1.5 + 0.5))
    assert laws.power(0.5, True, 0.0, p_up=2, p_dn=3, **bounds) == pytest.approx(0.5 + 0.1 / 16)
    assert laws.power(0.5, False, 0.0, p_up=2, p_dn=3, **bounds) == pytest.approx(0.5 - 0.2 * 27 / 64)
    nodes = {"t_up": [2.0, 1.0, 0.0], "t_dn": [0.0, 4.0]}
    assert laws.table(0.5, True, 0.0, **nodes, **bounds) == pytest.approx(0.5 + 0.1 * 0.5)
    assert laws.table(0.5, False, 0.0, **nodes, **bounds) == pytest.approx(0.5 - 0.2 * 3)
    curve = {"a": 0.0, "b": 0.0, "A_up": 0.25, "A_dn": 1.5, "g_up": 5, "g_dn": 5}
    assert laws.exponential(0.5, True, 0.0, **curve, **bounds) == pytest.approx(0.5 + 0.1 * 0.75)
    assert laws.exponential(0.5, False, 0.0, **curve, **bounds) == 0.5  # the step never turns round


def test_the_exponential_law_bends_as_its_curve_says():
    law = {"s_up": 0.1, "s_dn": 0.1, "a": -0.5, "b": -0.5, "A_up": -1.2, "A_dn": -0.08, "g_up": 5, "g_dn": 4,
           "v_min": -1, "v_max": 1}  # u = -0.5 v - 0.5
    assert laws.exponential(0.6, True, 0.0, **law) == pytest.approx(0.6 + 0.1 * (1 + 1.2 * exp(-4.0)))
    assert laws.exponential(0.6, False, 0.0, **law) == pytest.approx(0.6 - 0.1 * (1 + 0.08 * exp(3.2)))
    assert laws.granularity(laws.exponential, **law) == pytest.approx(
        0.1 * (2 + 1.2 * exp(-2.5) + 0.08 * exp(2.0)) / 2)


def test_a_shifted_reference_is_the_affine_law_with_folded_parameters():
    s_up, s_dn, v_min, v_max, r, w = 0.02, 0.03, -0.9, 1.1, 0.35, 0.2
    cell = laws.Device(laws.soft_bounds, v_min, v_max, r, s_up=s_up, s_dn=s_dn, v_min=v_min, v_max=v_max)
    b_up, b_dn = s_up / v_max, -s_dn / v_min
    assert cell.pulse(0, 0, w, True, 0.0) == pytest.approx(w + (s_up - b_up * r) - b_up * w, abs=1e-15)
    assert cell.pulse(0, 0, w, False, 0.0) == pytest.approx(w - (s_dn + b_dn * r) - b_dn * w, abs=1e-15)
    assert cell.clip(0, 0, 9.0) == v_max - r and cell.clip(0, 0, -9.0) == v_min - r


def test_the_symmetry_point():
    cell = {"s_up": 0.02, "s_dn": 0.013, "v_min": -0.7, "v_max": 1.1}
    point = mean_field.soft_symmetry_point(**cell)
    assert mean_field.symmetry_point(laws.soft_bounds, -0.7, 1.1, **cell) == pytest.approx(point, abs=1e-12)
    assert mean_field.G(laws.soft_bounds, point, 0.02, **cell) == pytest.approx(0, abs=1e-12)


def test_the_mismatch_factor_is_the_mean_field_of_the_asymmetric_law():
    cell = {"af": 1.7, "s0": 0.001, "v_min": -1, "v_max": 1}
    for sign in (1, -1):
        factor = mean_field.mismatch_factor(1.7, 0.4, sign, -1, 1)
        assert factor == pytest.approx(1.7 * (1 + sign * 0.4))
        moved = mean_field.update(laws.asymmetric, 0.4, -sign * 0.01, 0.001, **cell) - 0.4
        assert moved == pytest.approx(-sign * 0.01 * factor, abs=1e-15)


def test_the_pulse_engine_stays_near_the_mean_field():
    tau, s0, w = 0.8, 0.01, 0.3
    cell = {"s_up": s0, "s_dn": s0, "v_min": -tau, "v_max": tau}
    for n, up in ((5, True), (5, False), (20, True)):
        dw = n * s0 * (1 if up else -1)
        engine = pulsed(laws.soft_bounds, w, [up] * n, **cell)
        gap = abs(engine - mean_field.update(laws.soft_bounds, w, dw, s0, **cell))
        assert 0 < gap <= dw * dw / tau


def test_a_mean_array_is_the_mean_of_many_pulsed_ones():
    """k > BL_max on the first column, so that it saturates; 400 draws, 5 standard errors."""
    cell = {"s_up": 0.01, "s_dn": 0.01, "v_min": -1, "v_max": 1}
    w, x, d, scheme = [[0.3, -0.2], [0.5, 0.1]], [0.9, -0.4], [1.0, -0.05], pulses.Scheme(max_length=5)
    mean = mean_field.MeanArray(w, laws.soft_bounds, cell, (-1, 1), 0.01, scheme)
    mean.learn(x, d, 0.1, Place((1, 2), 0, 0, C, 0))
    device = laws.Device(laws.soft_bounds, -1, 1, **cell)
    found = [update(w, device, x, d, 0.1, 0.01, scheme, Place((1, 2), step, 0, C, 0))[0] for step in range(400)]
    for i in range(2):
        for j in range(2):
            drawn = [each[i][j] for each in found]
            average = sum(drawn) / len(drawn)
            spread = (sum((v - average) ** 2 for v in drawn) / len(drawn) / len(drawn)) ** 0.5
            curved = (mean.w[i][j] - w[i][j]) ** 2  # dw^2/tau
            assert abs(average - mean.w[i][j]) < 5 * spread + curved
            assert average != w[i][j]


def test_the_schedulers():
    assert scheduler.sgd(3) == [0, 0, 0, 1] and scheduler.momentum(2, 0.5) == [0.25, 0.5, 1]
    gradients, law = [0.5, -0.3, 0.8, 0.2, -0.6], (lambda w: 2 - 2 * w, lambda w: 2 + 2 * w)
    course = scheduler.tiki_taka(gradients, 0.1, 0.2, law, law)
    for T in range(5):
        t = scheduler.tiki_taka_schedule(course, T)
        step = -0.1 * 0.2 * sum(a * g for a, g in zip(t, gradients, strict=False))
        assert course[T][5] - course[T][3] == pytest.approx(step, abs=1e-16)
    requests = [-0.1 * g for g in gradients]
    kept = scheduler.retained(requests, 2, 2)
    assert sum(h * u for h, u in zip(kept, requests, strict=True)) == pytest.approx(course[-1][2], abs=1e-16)
    assert kept[0] < kept[-1] == 2


def test_the_lag_kernel_finds_a_filter():
    requests = [((7 * k * k + 3 * k) % 11 - 5) / 5 for k in range(30)]
    steps = [0.5 * u - 0.2 * v for u, v in zip(requests, [0, *requests], strict=False)]
    assert scheduler.lag_kernel(requests, steps, 3) == pytest.approx([0.5, -0.2, 0], abs=1e-12)


def test_conversion_goes_both_ways():
    ends = {"w_min": -0.5, "w_max": 1.5, "g_min": 2e-6, "g_max": 4e-5}
    assert conversion.siemens(-0.5, **ends) == pytest.approx(2e-6, rel=1e-12)
    assert conversion.siemens(1.5, **ends) == pytest.approx(4e-5, rel=1e-12)
    assert conversion.weight(conversion.siemens(0.3, **ends), **ends) == pytest.approx(0.3, rel=1e-12)


# ---- update


def test_an_update_numbers_its_normals_in_row_major_order():
    scheme, x, d = pulses.Scheme("implicit", 4), [1.0, -0.5], [-1.0, 0.5]  # k = 4: counts [[4, 2], [2, 1]]
    device = laws.Device(laws.constant, -9, 9, s_up=0.1, s_dn=0.1, c2c=0.3)
    w, stats = update([[0.0, 0.0]] * 2, device, x, d, 0.4, 0.1, scheme, HERE)
    z = [normal(HERE, C2C, m) for m in range(9)]
    steps = [sum(0.1 * (1 + 0.3 * v) for v in z[a:b]) for a, b in ((0, 4), (4, 6), (6, 8), (8, 9))]
    assert w == [pytest.approx([steps[0], -steps[1]]), pytest.approx([-steps[2], steps[3]])]
    assert stats == (5, 4, False)


def test_a_zero_input_or_error_changes_nothing():
    w = matrix(2, 3)
    assert update(w, WIDE, [0, 0], [1, 1, 1], 0.1, 0.01, pulses.Scheme(), HERE) == (w, (0, 0, False))
    assert update(w, WIDE, [1, 1], [0, 0, 0], 0.1, 0.01, pulses.Scheme(), HERE) == (w, (0, 0, False))


def test_every_scheme_clips():
    device = laws.Device(laws.constant, -0.1, 0.2, s_up=0.05, s_dn=0.05)
    for kind in ("stochastic", "mean_count", "implicit", "none"):
        w, _ = update([[0.15, -0.08]], device, [1.0], [-1.0, 1.0], 2.0, 0.05, pulses.Scheme(kind), HERE)
        assert w == [[0.2, -0.1]]


# ---- reads


QUIET = mvm.Periphery(out_noise=0.0)


def test_an_ideal_read_is_the_product():
    w, x, d = matrix(3, 2), [0.3, -1.2, 5.0], [0.1, -0.4]
    assert mvm.forward(w, x, mvm.IDEAL, HERE).y == pytest.approx(
        [sum(x[i] * w[i][j] for i in range(3)) for j in range(2)], abs=1e-15)
    assert mvm.backward(w, d, mvm.IDEAL, HERE).y == pytest.approx(
        [sum(d[j] * w[i][j] for j in range(2)) for i in range(3)], abs=1e-15)


def test_the_stages_of_a_quantised_read():
    trace = mvm.forward([[0.5, -40.0], [1.0, 0.0]], [2.0, 1.0], QUIET._replace(bound_management=0), HERE)
    assert (trace.scale, trace.inputs) == (2.0, [63, 32])  # 31.5 rounds to even
    assert trace.currents == pytest.approx([0.5 + 32 / 63, -40.0])
    assert trace.codes == [round((0.5 + 32 / 63) * 255 / 12), -850]
    assert trace.clipped == [False, True]
    assert trace.y == pytest.approx([21 * 12 / 255 * 2, -24.0])


def test_bound_management_halves_until_it_fits_and_then_gives_up():
    fits = mvm.forward([[40.0]], [1.0], QUIET, HERE)  # 40, 20, 10
    assert fits.attempt == 2 and fits.inputs == [16]  # 63/4 = 15.75
    assert fits.y == pytest.approx([round(40 * 16 / 63 * 255 / 12) * 12 / 255 * 4])
    gives_up = mvm.forward([[1000.0]], [1.0], QUIET, HERE)
    assert gives_up.attempt == 4 and gives_up.y == pytest.approx([12.0 * 16])
    assert mvm.backward([[1000.0]], [1.0], QUIET, HERE).attempt == 0


def test_output_noise_is_addressed_by_purpose_attempt_and_line():
    w = [[40.0, 1.0], [0.0, 2.0]]
    forward = mvm.forward(w, [1.0, 1.0], mvm.Periphery(), HERE)
    assert forward.attempt == 2
    for j in range(2):
        noise = 0.06 * normal(HERE, FORWARD_NOISE, j, sub=2)
        assert forward.noisy[j] - forward.currents[j] == pytest.approx(noise, abs=1e-14)
    backward = mvm.backward(w, [0.1, 1.0], mvm.Periphery(), HERE)
    for i in range(2):
        noise = 0.06 * normal(HERE, BACKWARD_NOISE, i)
        assert backward.noisy[i] - backward.currents[i] == pytest.approx(noise, abs=1e-14)


def test_noise_management():
    w, noisy = [[1.0]], mvm.Periphery()
    assert mvm.forward(w, [0.0], noisy, HERE).y == [0.0]
    assert mvm.forward(w, [0.0], noisy._replace(noise_management="none", adc_bits=0), HERE).y != [0.0]
    assert mvm.forward(w, [5.0], QUIET._replace(noise_management="none"), HERE).inputs == [63]
    halved = mvm.forward(w, [1.0], QUIET._replace(noise_management="constant", constant=2.0), HERE)
    assert halved.inputs == [32] and halved.y == pytest.approx([round(32 / 63 * 255 / 12) * 12 / 255 * 2])


# ---- tiles and networks


def test_tiki_taka_without_pulses_is_its_two_equations():
    def array(seed):
        return Array(matrix(3, 2, seed), WIDE, 0.01, EXACT)

    tile = TikiTaka(KEY, 0, array(1), array(2), 0.1, mvm.IDEAL, mvm.IDEAL, mvm.IDEAL,
                    transfer_rate=0.5, ns=2, gamma=0.3, rows_per_transfer=2)
    a, c, draw, t = matrix(3, 2, 1), matrix(3, 2, 2), Random(9), 0
    for step in range(6):
        x, d = [draw.gauss(0, 1) for _ in range(3)], [draw.gauss(0, 1) for _ in range(2)]
        tile.learn(step, x, d)
        a = [[a[i][j] - 0.1 * x[i] * d[j] for j in range(2)] for i in range(3)]
        for _ in range(2 if step % 2 else 0):
            c[t % 3] = [cv + 0.5 * av for cv, av in zip(c[t % 3], a[t % 3], strict=True)]
            t += 1
    assert t == 6
    for i in range(3):
        assert tile.a.w[i] == pytest.approx(a[i], abs=1e-14)
        assert tile.c.w[i] == pytest.approx(c[i], abs=1e-14)
        seen = [0.3 * p + q for p, q in zip(a[i], c[i], strict=True)]
        assert tile.weights()[i] == pytest.approx(seen, abs=1e-14)


def test_a_transfer_reads_a_with_its_own_noise_and_writes_the_row_of_c():
    a, c = Array(matrix(3, 2, 1), WIDE, 0.01, EXACT), Array(matrix(3, 2, 2), WIDE, 0.01, pulses.Scheme())
    tile = TikiTaka(KEY, 4, a, c, 0.1, mvm.IDEAL, mvm.IDEAL, mvm.IDEAL._replace(out_noise=0.06),
                    transfer_rate=0.5)
    tile.transfer(7, 1, 2)
    seen = [v + 0.06 * normal(Place(KEY, 7, 4, A, 1), TRANSFER_NOISE, j) for j, v in enumerate(a.w[2])]
    written, _ = update(matrix(3, 2, 2), WIDE, [0, 0, 1], [-v for v in seen], 0.5, 0.01, pulses.Scheme(),
                        Place(KEY, 7, 4, C, 1))
    assert tile.c.w == written and written[2] != matrix(3, 2, 2)[2]


def test_permuted_rows_are_visited_once_a_sweep_across_samples():
    array = Array(matrix(4, 1), WIDE, 0.01, EXACT)
    tile = TikiTaka(KEY, 2, array, array, 0.1, mvm.IDEAL, mvm.IDEAL, mvm.IDEAL,
                    transfer_rate=0.1, permuted=True)
    visited = [tile.next_row() for _ in range(12)]
    sweeps = [visited[0:4], visited[4:8], visited[8:12]]
    assert sweeps == [shuffled(Place(KEY, sweep, 2, A), 4) for sweep in range(3)]


def network(hidden="sigmoid", loss="cross_entropy", bias="analog", rate=0.0, scheme=EXACT, reads=mvm.IDEAL):
    sizes, extra = [4, 3, 2], bias == "analog"
    device = WIDE if scheme is EXACT else laws.Device(laws.constant, -1, 1, s_up=0.01, s_dn=0.01, c2c=0.3)
    tiles = [Sgd(KEY, k, Array(matrix(n + extra, m, k), device, 0.01, scheme), rate, reads, reads)
             for k, (n, m) in enumerate(pairwise(sizes))]
    return MLP(tiles, hidden, loss, bias, [[0.1, -0.2, 0.3], [0.05, -0.1]] if bias == "digital" else None)


def numbers(net):
    """Every trainable number: the row that holds it and its place there."""
    rows = [row for tile in net.tiles for row in tile.c.w] + (net.b if net.bias == "digital" else [])
    return [(row, k) for row in rows for k in range(len(row))]


@pytest.mark.parametrize("hidden", ["sigmoid", "tanh", "relu"])
@pytest.mark.parametrize("loss", ["cross_entropy", "mean_square"])
@pytest.mark.parametrize("bias", ["analog", "digital", "none"])
def test_one_exact_sample_is_a_step_down_the_gradient(hidden, loss, bias):
    x, target, rate, h = [0.3, -0.9, 1.4, 0.2], [0.0, 1.0], 0.01, 1e-6
    net, moved = network(hidden, loss, bias), network(hidden, loss, bias, rate)
    moved.train([x], [target])
    for (row, k), (new_row, _) in zip(numbers(net), numbers(moved), strict=True):
        value, losses = row[k], []
        for row[k] in (value + h, value - h):
            losses.append(net.loss(net.forward(0, x)[1], target)[0])
        row[k] = value
        assert new_row[k] - value == pytest.approx(-rate * (losses[0] - losses[1]) / (2 * h), abs=1e-10)


def test_a_mini_batch_is_read_with_frozen_weights():
    draw = Random(3)
    xs = [[draw.gauss(0, 1) for _ in range(4)] for _ in range(5)]
    targets = [[1.0, 0.0], [0.0, 1.0]] * 2 + [[1.0, 0.0]]
    frozen, batched, online = network(), network(rate=0.5), network(rate=0.5)
    before = frozen.train(xs, targets)
    losses = batched.train(xs, targets, batch=3)
    assert losses[:3] == before[:3] and losses[3] != before[3]
    assert online.train(xs, targets)[1] != before[1]


def test_pulses_learn_and_continue_across_calls():
    xs, targets = [[1.0, 0.0, 0.5, -1.0], [-1.0, 0.5, 0.0, 1.0]], [[1.0, 0.0], [0.0, 1.0]]
    whole, parts = (network("tanh", rate=0.2, scheme=pulses.Scheme(), reads=mvm.Periphery()) for _ in "ab")
    losses = whole.train(xs * 15, targets * 15)
    assert sum(losses[-4:]) < 0.5 * sum(losses[:4])
    assert parts.train(xs * 5, targets * 5) + parts.train(xs * 10, targets * 10, step=10) == losses
    assert parts.tiles[0].c.w == whole.tiles[0].c.w and whole.tiles[0].c.up > 0
