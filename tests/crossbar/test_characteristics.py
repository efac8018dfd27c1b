"""Figures of merit against closed forms; pulse responses in cycles, of cells and with write noise."""

import numpy as np
import pytest

import crossbar as xb
from crossbar.response import array_of, walk
from crossbar.seeds import key
from kernels import build
from kernels.response import respond_cells
from tests.naive import nonlinearity as naive


def soft(step=0.02, imbalance=0.0, w_min=-1.0, w_max=1.0, **values):
    return xb.SoftBounds(step=step, imbalance=imbalance, w_min=w_min, w_max=w_max, **values)


class TestFigures:
    @pytest.mark.parametrize("imbalance, w_min, w_max", [(0.0, -1.0, 1.0), (0.2, -1.0, 1.0), (-0.1, -0.75, 1.25)])
    def test_soft_bounds(self, imbalance, w_min, w_max):
        """(s_up - s_dn)/(s_up/w_max - s_dn/w_min); both steps linear, so the secant is exact to rounding."""
        up, down = 0.02 * (1 + imbalance), 0.02 * (1 - imbalance)
        found = xb.characteristics(soft(0.02, imbalance, w_min, w_max))
        assert found.symmetry_point == pytest.approx((up - down) / (up / w_max - down / w_min), abs=1e-12)
        assert (found.step_up, found.step_down) == (pytest.approx(up, rel=1e-12), pytest.approx(down, rel=1e-12))
        middle = (w_min + w_max) / 2
        rise, fall = up * (1 - middle / w_max), down * (1 - middle / w_min)
        assert found.asymmetry == pytest.approx((rise - fall) / (rise + fall), abs=1e-12)
        assert found.granularity == pytest.approx(0.02) and found.n_states == pytest.approx((w_max - w_min) / 0.02)

    def test_labels_of_soft_bounds(self):
        """A staircase up is w_max - (w_max - w_min)(1 - s)^n: the curve itself, with rate -n ln(1 - s)."""
        found = xb.characteristics(soft(), up=150, down=50)
        expected = naive.label(1 / (-150 * np.log(1 - 0.02)))
        assert found.nonlinearity_up == pytest.approx(expected, abs=1e-4)
        assert found.nonlinearity_down == pytest.approx(-naive.label(1 / (-50 * np.log(1 - 0.02))), abs=1e-4)

    def test_a_constant_step(self):
        """Symmetric everywhere, hence at no point of its own; as straight as can be; the range is walked exactly."""
        found = xb.characteristics(xb.ConstantStep(step=0.01))
        assert np.isnan(found.symmetry_point) and found.asymmetry == pytest.approx(0, abs=1e-12)
        assert (found.up, found.down) == (200, 200)
        assert abs(found.nonlinearity_up) < 1e-6 and abs(found.nonlinearity_down) < 1e-6

    def test_an_imbalanced_constant_step_has_no_symmetry_point(self):
        found = xb.characteristics(xb.ConstantStep(step=0.01, imbalance=0.1))
        assert np.isnan(found.symmetry_point) and found.asymmetry == pytest.approx(0.1)

    def test_an_exponential_step(self):
        """Where 1 + A_up' e^(g u) = ..., found by plain bisection of the law."""
        device = xb.ExpStep(step=0.001, A_up=-1.2, A_down=-0.1, gamma_up=5.0, gamma_down=4.0, a=-0.5, b=-0.3)
        low, high = -1.0, 1.0
        for _ in range(100):
            w = (low + high) / 2
            u = 2 * -0.5 * w / 2 - 0.3
            rises = (1 + 1.2 * np.exp(5 * u)) > (1 + 0.1 * np.exp(-4 * u))
            low, high = (w, high) if rises else (low, w)
        assert xb.characteristics(device, 5, 5).symmetry_point == pytest.approx(low, abs=1e-7)

    def test_spreads_and_noises_do_not_count(self):
        noisy = soft(step_d2d=0.3, c2c=2.0, w_max_d2d=0.3, imbalance_std=0.2, write_noise=5.0, stuck=0.3)
        found, plain = (xb.characteristics(each, 50, 50) for each in (noisy, soft()))
        assert vars(found) == pytest.approx(vars(plain), nan_ok=True)

    def test_on_off(self):
        assert xb.characteristics(soft(g_min=2e-6, g_max=5e-5), 5, 5).on_off == pytest.approx(25)
        assert xb.characteristics(soft(g_min=0.0, g_max=5e-5), 5, 5).on_off == np.inf
        assert np.isnan(xb.characteristics(soft(), 5, 5).on_off)

    def test_several_cycles_count_the_last(self):
        """Soft bounds from -1: after one staircase of 20 pulses the next begins elsewhere."""
        third = xb.characteristics(soft(0.1), 20, 20, cycles=3)
        w = xb.pulse_response(soft(0.1), 20, 20, 1, cycles=3).weights[-41:, 0]
        assert third.nonlinearity_up == pytest.approx(naive.label(naive.fitted(w[:21].tolist())), abs=1e-4)

    def test_a_device_that_only_rises(self):
        found = xb.characteristics(soft(polarity="up"))
        assert found.down == 0 and np.isnan([found.step_down, found.symmetry_point, found.nonlinearity_down]).all()
        assert found.step_up == pytest.approx(0.02)
        with pytest.raises(xb.SpecError, match=r'down must be 0 for a device of polarity "up" \(got 4000\)'):
            xb.pulse_response(soft(polarity="up"))

    def test_a_pair_is_symmetric_at_0(self):
        found = xb.characteristics(xb.device("pcm"), 4, 4)
        assert found.symmetry_point == pytest.approx(0, abs=1e-9)
        assert found.step_up == pytest.approx(0.01 * (1 + 27.235))  # both devices at their lower bound


class TestReferences:
    @pytest.mark.parametrize("device", [
        soft(0.02, 0.2), xb.LinearStep(step=0.01, gamma_up=0.3, gamma_down=0.6, imbalance=0.1, w_max=1.2),
        xb.PowStep(step=0.01, p_up=1.0, p_down=2.0),
    ], ids=["soft bounds", "linear", "power"])  # fmt: skip
    def test_the_symmetry_point_moves_with_them(self, device):
        v = xb.symmetry_point(device)
        for changes, r in (({}, 0.0), ({"reference": "symmetry_point"}, v), ({"reference_offset": 0.1}, 0.1)):
            found = xb.characteristics(device.replace(**changes), 5, 5)
            assert found.symmetry_point == pytest.approx(v - r, abs=1e-9)

    def test_conductances_are_those_of_the_device(self):
        device = soft(0.05, 0.3, g_min=1e-6, g_max=11e-6)
        plain, moved = (xb.pulse_response(each, 20, 20, 2) for each in (device, device.replace(reference_offset=0.25)))
        np.testing.assert_allclose(moved.weights, plain.weights - 0.25, atol=1e-12)
        np.testing.assert_allclose(moved.conductances, plain.conductances, rtol=1e-9)


class TestMeanSteps:
    def test_of_any_shape(self):
        w = np.array([[-0.5, 0.0, 0.25], [0.5, 0.9, -1.0]])
        up, down = xb.mean_steps(soft(c2c=0.5, step_d2d=0.3), w)
        np.testing.assert_allclose(up, 0.02 * (1 - w), rtol=0, atol=1e-15)
        np.testing.assert_allclose(down, -0.02 * (1 + w), rtol=0, atol=1e-15)


class TestCycles:
    def test_the_first_cycle_is_the_call_of_before(self):
        device = soft(c2c=0.3, step_d2d=0.2)
        once, thrice = (xb.pulse_response(device, 7, 5, 4, seed=3, cycles=n) for n in (1, 3))
        assert thrice.weights.shape == (37, 4) and thrice.cycles == 3
        assert thrice.weights[:13].tobytes() == once.weights.tobytes()
        np.testing.assert_array_equal(thrice.ups, np.tile([True] * 7 + [False] * 5, 3))

    def test_each_goes_on_where_the_last_ended(self):
        w = xb.pulse_response(xb.ConstantStep(step=0.1), 2, 1, 1, start=0.0, cycles=3).weights[:, 0]
        np.testing.assert_allclose(w, [0, 0.1, 0.2, 0.1, 0.2, 0.3, 0.2, 0.3, 0.4, 0.3], atol=1e-15)

    @pytest.mark.parametrize("cycles", [0, -1, 1.5])
    def test_counts(self, cycles):
        with pytest.raises(xb.SpecError, match="cycles must be a whole number >= 1"):
            xb.pulse_response(soft(), 1, 1, cycles=cycles)

    def test_no_more_than_memory(self):
        with pytest.raises(xb.SpecError, match=r"must be <= 100000000 in all \(got 120000000\)"):
            xb.pulse_response(soft(), 10**6, 10**6, devices=20, cycles=3)


N = 3000


class TestWriteNoise:
    def test_moves_what_is_seen_and_not_the_state(self):
        """Hidden + std step z, a fresh z each pulse; before the first there is none.  5 standard errors."""
        seen, hidden = (xb.pulse_response(soft(write_noise=n), 3, 2, N, seed=4).weights for n in (4.0, 0.0))
        noise = seen - hidden
        assert (noise[0] == 0).all()
        for one in noise[1:]:
            assert abs(one.mean()) < 5 * 0.08 / np.sqrt(N) and abs(one.std() / 0.08 - 1) < 5 / np.sqrt(2 * N)
        correlations = np.corrcoef(noise[1:])[np.triu_indices(5, 1)]
        assert np.abs(correlations).max() < 5 / np.sqrt(N)

    def test_leaves_the_normals_of_the_pulses(self):
        """The same noise of the step, pulse by pulse, seen through write noise or not: more devices than one batch."""
        tiny = 1e-9
        seen, plain = (xb.pulse_response(soft(c2c=0.3, write_noise=n), 4, 3, 1500, seed=4) for n in (tiny, 0.0))
        np.testing.assert_allclose(seen.weights, plain.weights, atol=10 * tiny * 0.02)


@pytest.mark.parametrize("start", [-0.5, 0.0, 0.4])
def test_noise_that_does_not_go_with_the_step(start):
    """Standard deviation c2c (step + offset + slope |w - origin|), 5 standard errors."""
    device = xb.ExpStep(step=0.001, A_up=0.0, A_down=0.0, gamma_up=0.0, gamma_down=0.0, c2c=0.5, c2c_offset=0.002,
                        c2c_slope=0.004, c2c_origin=-1.0)  # fmt: skip
    w = xb.pulse_response(device, 1, 0, N, seed=2, start=start).weights
    spread = 0.5 * (0.001 + 0.002 + 0.004 * (start + 1))
    step = w[1] - w[0]
    assert abs(step.mean() - 0.001) < 5 * spread / np.sqrt(N) and abs(step.std() / spread - 1) < 5 / np.sqrt(2 * N)


class TestCells:
    def test_write_noise_is_that_of_an_update(self):
        """Pulses worked off as those of an update are, on a compound cell: the same bits as state and noise apart."""
        device, ups = soft(0.05, c2c=0.3, write_noise=3.0), np.array([True, True, False, True])
        (array, _), out = array_of(device, np.zeros(5), 3, "float32"), np.zeros((5, 5), np.float32)
        respond_cells(array, build.lines(1, 5, np.float32).hits, ups, out, build.stream(*key(3, "response")))
        np.testing.assert_array_equal(walk(array_of(device, np.zeros(5), 3, "float32")[0], ups, 3), out)

    def test_a_pair_raises_one_and_the_other(self):
        device = xb.DifferentialPair(device=xb.ConstantStep(step=0.1, polarity="up"))
        w = xb.pulse_response(device, 3, 5, 1, start=0.0).weights[:, 0]
        np.testing.assert_allclose(w, [0, 0.1, 0.2, 0.3, 0.2, 0.1, 0, -0.1, -0.2], atol=1e-12)

    def test_several_devices_take_turns(self):
        device = xb.MultiDevice(device=xb.ConstantStep(step=0.3), devices=3)
        response = xb.pulse_response(device, 4, 1, 2, start=0.0)
        np.testing.assert_allclose(response.weights[:, 0], [0, 0.1, 0.2, 0.3, 0.4, 0.3], atol=1e-12)
        assert response.conductances is None

    def test_from_the_lowest_weight(self):
        device = xb.ConstantStep()
        for cell, low in ((xb.DifferentialPair(device=device), -2), (xb.MultiDevice(device=device, devices=2), -1)):
            assert xb.pulse_response(cell, 0, 0, 1).weights[0, 0] == pytest.approx(low, abs=1e-12)


@pytest.mark.parametrize("work", [
    lambda: xb.pulse_response(soft(), 3, 3, seed=-1),
    lambda: xb.program(soft(), [0.1], tolerance=0.1, budget=3, seed=-1),
])  # fmt: skip
def test_a_seed_below_0(work):
    with pytest.raises(xb.SpecError, match=r"seed: must be a whole number >= 0 \(got -1\)"):
        work()


def test_mean_steps_at_no_weight():
    with pytest.raises(xb.SpecError, match="mean_steps: weights must be finite numbers"):
        xb.mean_steps(soft(), [0.0, np.nan])
