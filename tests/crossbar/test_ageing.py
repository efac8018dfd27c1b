"""Ageing: its closed forms against single samples of time on a tile; accuracy of aged networks, by file."""

import csv
import json

import numpy as np
import pytest

import crossbar as xb
from crossbar import ageing, crosspoint
from crossbar.errors import DataError, FileError, SpecError
from crossbar.retained import after, spread_after
from crossbar.seeds import generator
from tests.crossbar.files_of_small_runs import PAIR, TIKI, Trained
from tests.crossbar.small_runs import SGD

PERIOD, DRIFT = 0.01, "algorithm.c.retention.drift=0.3"
ASSUME = [DRIFT, "algorithm.c.retention.drift_reference=true"]


def waiting(retention, cells=(4, 3), samples=25, start=None, **device):
    """States before and after so many samples without pulses, and what the closed form needs."""
    device = xb.SoftBounds(step=0.01, retention=xb.Retention(**retention), **device)
    clock = xb.Clock(sample_period=PERIOD)
    tile = xb.Tile(*cells, xb.SGD(learning_rate=0.1, c=device), seed=3, dtype="float64", clock=clock)
    if start is not None:
        tile.set_weights(np.full(cells, start))
    before = tile.states()
    tile.update(np.zeros((samples, cells[0])), np.zeros((samples, cells[1])))
    fate = crosspoint.fates(device, cells, generator(3, "retention", "c", 0), np.float64)
    t0 = device.retention.drift_t0
    own, ratio = tile.arrays["c"].dev.cells, (t0 + samples * PERIOD) / t0
    return tile.states(), lambda z: after(before, fate, own.w_min, own.w_max, samples, ratio, z), fate


class TestClosedForms:
    def test_decay(self):
        """25 samples, each its own lifetime and rest; sums of rounding only."""
        retention = {"lifetime": 30.0, "lifetime_d2d": 0.3, "rest": 0.2, "rest_std": 0.1}
        found, expected, fate = waiting(retention)
        assert fate.shape == (4, 3) and len(np.unique(fate.loss)) == 12
        np.testing.assert_allclose(found, expected(0.0), rtol=1e-13, atol=1e-15)

    @pytest.mark.parametrize("device", [{"g_min": 2e-6, "g_max": 1e-5}, {}], ids=["conductance", "weight"])
    def test_drift(self, device):
        """The product of 25 ratios ((t + 1)/t)^(-nu) is one; of the conductance, or of the weight."""
        retention = {"drift": 0.2, "drift_d2d": 0.3, "drift_t0": 0.05, "drift_reference": not device}
        found, expected, fate = waiting(retention, **device)
        assert fate.origin.ravel()[0] == pytest.approx(-1.5 if device else 0)  # 2 uS at -1, 10 uS at 1: nothing at -1.5
        np.testing.assert_allclose(found, expected(0.0), rtol=1e-12)

    def test_drift_in_siemens(self):
        """g(t) = g(t0) (t/t0)^(-nu), 0.3 s after 0.05 s."""
        device = {"g_min": 2e-6, "g_max": 1e-5}
        found, _, _ = waiting({"drift": 0.2, "drift_t0": 0.05}, start=0.5, **device)
        siemens = xb.SoftBounds(**device).conductances
        np.testing.assert_allclose(siemens(found), siemens(np.array(0.5)) * (0.30 / 0.05) ** -0.2, rtol=1e-12)

    def test_the_clip(self):
        """Cells whose own bound lies below where they decay to end at it."""
        found, expected, _ = waiting({"lifetime": 3.0, "rest": 1.0}, w_max_d2d=0.3)
        np.testing.assert_allclose(found, expected(0.0), rtol=1e-13)
        assert 0 < np.count_nonzero(found < 0.99) < found.size and found.max() < 1

    def test_stuck_cells_stay(self):
        found, expected, _ = waiting({"lifetime": 3.0, "rest": 0.9}, stuck=1.0)
        np.testing.assert_allclose(found, expected(0.0), rtol=1e-15)
        assert len(np.unique(found)) == 12

    @pytest.mark.statistics
    @pytest.mark.parametrize("lifetime", [0.0, 15.0])
    def test_diffusion(self, lifetime):
        """Variance of 6000 cells after 25 samples: relative standard error sqrt(2/6000) = 0.018, the bound 4.5 of it.

        The mean lies within 4.5 standard errors of that of the decay alone.
        """
        found, expected, fate = waiting({"diffusion": 0.01, "lifetime": lifetime}, (100, 60), start=0.3)
        variance = 1e-4 * sum((1 - 1 / lifetime if lifetime else 1) ** (2 * k) for k in range(25))
        np.testing.assert_allclose(spread_after(fate, 25) ** 2, variance, rtol=1e-12)
        mean = expected(0.0)[0, 0]
        assert abs(found.var() / variance - 1) < 4.5 * np.sqrt(2 / 6000)
        assert abs(found.mean() - mean) < 4.5 * np.sqrt(variance / 6000)
        np.testing.assert_allclose(expected(2.0), mean + 2 * np.sqrt(variance), rtol=1e-12)

    def test_lifetimes_beyond_float32(self):
        """1 - 1e-11 is 1 in float32; a day of samples of 235 ns is 3.7e11 of them."""
        device = xb.SoftBounds(retention=xb.Retention(lifetime=1e11))
        fate = crosspoint.fates(device, (1, 1), generator(0, "x"), np.float64)
        found = after(np.full((1, 1), 0.5, np.float32), fate, -np.ones((1, 1)), np.ones((1, 1)), 1e11, 1.0, 0.0)
        assert found.dtype == np.float32 and found[0, 0] == pytest.approx(0.5 * np.exp(-1), rel=1e-5)

    def test_no_time_changes_no_bit(self):
        v = np.random.default_rng(0).uniform(-1, 1, (5, 5)).astype(np.float32)
        device = xb.SoftBounds(retention=xb.Retention(lifetime=3.0, rest=0.3, diffusion=0.1))
        fate = crosspoint.fates(device, (5, 5), generator(0, "x"), np.float64)
        assert after(v, fate, -np.ones((1, 1)), np.ones((1, 1)), 0.0, 1.0, 1.0).tobytes() == v.tobytes()


@pytest.fixture(scope="module")
def digits(tmp_path_factory):
    path = tmp_path_factory.mktemp("digits") / "run.h5"
    xb.run(xb.preset("digits", ["epochs=12"]), path).close()
    return path


class TestAccuracy:
    def test_after_no_time_it_is_the_recorded_one(self, digits):
        found = xb.age(digits, 0, overrides=ASSUME)
        with xb.open_run(digits) as run:
            assert found.recorded == run["test_accuracy"][-1] > 0.8
            assert (found.accuracy.tolist(), found.loss.tolist()) == ([found.recorded], [run["test_loss"][-1]])
        assert found.moved.tolist() == [0] and found.epochs == 12

    def test_strong_drift_spoils_it(self, digits):
        """Conductances that fall beside references that stay, by a factor of 30 within a day."""
        siemens = [DRIFT, "algorithm.c.retention.drift_d2d=0.5", ASSUME[1]]
        found = xb.age(digits, [0, 60, 86400], overrides=siemens)
        assert found.accuracy[2] < found.accuracy[0] - 0.05 and np.all(np.diff(found.moved) > 0)

    def test_a_drift_of_all_weights_alike_is_a_smaller_scale(self, digits):
        """No d2d and a reference that drifts: W shrinks by 4^-0.5; the root mean square change is half of W's."""
        found = xb.age(digits, 3, overrides=["algorithm.c.retention.drift=0.5", ASSUME[1]])
        with xb.open_run(digits) as run:
            w = np.concatenate([run.read(f"layer{n}/weights_c", -1).ravel() for n in (0, 1)])
        np.testing.assert_allclose(found.moved, np.sqrt(np.mean(w.astype(float) ** 2)) / 2, rtol=1e-6)

    def test_other_times_change_nothing(self, digits):
        """Each time is a state of its own, whatever else is asked for and in whatever order."""
        sets = ["algorithm.c.retention.diffusion=1e-6"]
        both, one = xb.age(digits, [5, 50], overrides=sets), xb.age(digits, 50, overrides=sets)
        assert (both.accuracy[1], both.loss[1], both.moved[1]) == (one.accuracy[0], one.loss[0], one.moved[0])
        assert both.moved[1] == pytest.approx(both.moved[0] * np.sqrt(10), rel=0.01)  # some cells are at a bound
        assert xb.age(digits, 50, overrides=sets, seed=1).loss == one.loss  # the run's
        assert xb.age(digits, 50, overrides=sets, seed=2).loss != one.loss

    def test_seconds_become_samples_by_the_clock(self, digits):
        sets = ["algorithm.c.retention.lifetime=1e6"]
        slow = xb.age(digits, 10, overrides=[*sets, "clock.sample_period=1e-4"])
        fast = xb.age(digits, 1, overrides=[*sets, "clock.sample_period=1e-5"])
        assert slow.loss == fast.loss and slow.moved == fast.moved
        by_parts = xb.age(digits, 1, overrides=[*sets, "clock.read_time=1e-6", "clock.pulse_width=1e-7"])
        period = 2e-6 + 31e-7
        assert by_parts.loss == xb.age(digits, 1, overrides=[*sets, f"clock.sample_period={period!r}"]).loss


class TestSmallRuns:
    @pytest.fixture
    def trained(self, tmp_path, monkeypatch):
        def train(**tables):
            run = Trained(tmp_path / "run.h5", **tables)
            monkeypatch.setattr(ageing, "data_again", lambda *_: run.data)
            return run

        return train

    def test_a_pair_of_devices(self, trained):
        """0 s: the recorded accuracy and loss; later w = v_plus - v_minus of both aged devices."""
        run = trained(algorithm=PAIR, network={"bias": "digital"})
        assert run.network.tiles[0].counters()["c"][4] > 0  # some pairs were refreshed in the training
        found = xb.age(run.path, [0, 1e-4])
        with xb.open_run(run.path) as file:
            assert (found.accuracy[0], found.loss[0]) == (file["test_accuracy"][-1], file["test_loss"][-1])
            changes = []
            for layer, tile in enumerate(run.network.tiles):
                states = file.read(f"layer{layer}/states_c", -1)[0]
                changes.append((by_hand(run.spec, tile, layer, states) - tile.array_weights()).ravel())
        np.testing.assert_allclose(found.moved[1], np.sqrt(np.mean(np.concatenate(changes) ** 2)), rtol=1e-4)

    def test_what_the_network_sees_of_a(self, trained):
        """gamma A + C: A ages too, and its change counts with gamma."""
        run, table = trained(algorithm=TIKI), "algorithm.a.retention={drift=0.5, drift_reference=true}"
        found = xb.age(run.path, [0, 3], overrides=table)  # 4^-0.5 = 1/2
        half = np.concatenate([tile.array_weights("a").ravel() / 2 for tile in run.network.tiles])
        np.testing.assert_allclose(found.moved, [0, 0.3 * np.sqrt(np.mean(half.astype(float) ** 2))], rtol=1e-5)
        assert found.accuracy[0] == found.recorded and "(A)" in found.law

    def test_write_noise_stays_with_the_weight(self, trained):
        device = SGD["c"] | {"write_noise": 2.0, "retention": {"drift": 0.5, "drift_reference": True}}
        run = trained(algorithm=SGD | {"c": device})
        found = xb.age(run.path, [0, 3])
        assert found.loss[0] == xb.open_run(run.path)["test_loss"][-1]
        states = np.concatenate([tile.states().ravel() for tile in run.network.tiles])
        np.testing.assert_allclose(found.moved[1], np.sqrt(np.mean((states.astype(float) / 2) ** 2)), rtol=1e-4)


def by_hand(spec, tile, layer, states):
    """w of a pair 1e-4 s after states (2, rows, columns): 31 slots of 5 ns and two reads of 40 ns are a sample."""
    device, (rows, columns) = spec.algorithm.c, states.shape[1:]
    keeps = device.device.retention
    fate = crosspoint.fates(device, (rows, columns), generator(spec.seed, "retention", "c", layer), np.float64)
    z = generator(spec.seed, "age", "c", layer).standard_normal((2 * rows, columns))
    n, keep = 1e-4 / (31 * 5e-9 + 80e-9), 1 - 1 / keeps.lifetime
    spread = keeps.diffusion * np.sqrt((1 - keep ** (2 * n)) / (1 - keep**2))
    v = keeps.rest + (states.reshape(z.shape) - keeps.rest) * keep**n + spread * z
    v = fate.origin + (v - fate.origin) * (1 + 1e-4) ** -fate.nu
    v = np.clip(v, tile.arrays["c"].dev.cells.w_min, tile.arrays["c"].dev.cells.w_max).reshape(states.shape)
    return v[0] - v[1]


class TestWrong:
    @pytest.mark.parametrize(("given", "said"), [
        ({"seconds": -1}, "must be a time >= 0"), ({"seconds": [1, np.nan]}, "time >= 0"),
        ({"seconds": []}, "time >= 0"), ({"seconds": "a"}, "time >= 0"),
        ({"overrides": []}, "assume one"), ({"seed": 3}, "no device diffuses"),
        ({"overrides": ["algorithm.c.step=0.1"]}, "of a retention or of the clock"),
        ({"overrides": ["algorithm.a.retention.drift=0.1"]}, "does not see array A"),
        ({"overrides": [*ASSUME, "clock.read_time=1e-6"]}, "drift goes by seconds"),
        ({"overrides": ["algorithm.c.retention.drift=0.1"]}, "g_min and g_max"),
        ({"overrides": ["algorithm.c.retention.lifetime=0.5"]}, "must be > 1 sample"),
        ({"overrides": ["algorithm.c.retention.lifetime=10", "algorithm.c.retention.drift_d2d=0.1"]}, "cannot act"),
        ({"overrides": ["algorithm.c.retention.lifetime=10", "clock.sample_period=1", "clock.read_time=1"]},
         "leave one of them out"),
        ({"overrides": ["algorithm.c.retention.drft=1"]}, "did you mean `drift`"),
    ])  # fmt: skip
    def test_what_cannot_act_or_is_out_of_range(self, digits, given, said):
        with pytest.raises(SpecError, match=said):
            xb.age(digits, **({"seconds": 1, "overrides": ASSUME} | given))

    def test_an_unfinished_run(self, tmp_path):
        def stop(epoch, network):
            raise KeyboardInterrupt

        spec = xb.preset("digits", ["data.train_samples=30", "data.test_samples=10"])
        with pytest.raises(KeyboardInterrupt):
            xb.run(spec, tmp_path / "run.h5", callbacks=[stop])
        with pytest.raises(FileError, match=r"must be a finished run .*crossbar resume"):
            xb.age(tmp_path / "run.h5", 1, overrides=ASSUME)

    def test_a_damaged_file(self, digits, tmp_path):
        bytes_ = bytearray(digits.read_bytes())
        with xb.open_run(digits) as run:
            at = run._h5["layer0/weights_c"].id.get_chunk_info(3).byte_offset
        bytes_[at + 20] ^= 0xFF
        (tmp_path / "run.h5").write_bytes(bytes_)
        with pytest.raises(FileError, match="readable as a whole"):
            xb.age(tmp_path / "run.h5", 1, overrides=ASSUME)

    def test_a_folder_for_data_that_need_none(self, digits, tmp_path):
        with pytest.raises(DataError, match="data_dir: acts on mnist only"):
            xb.age(digits, 1, overrides=ASSUME, data_dir=tmp_path)

    def test_a_file_that_is_no_training(self, finished):
        with pytest.raises((FileError, SpecError)):
            xb.age(finished, 1)


class TestCommand:
    def test_what_it_prints_and_writes(self, crossbar, digits, tmp_path):
        pytest.importorskip("matplotlib")
        table, picture = tmp_path / "age.csv", tmp_path / "age.png"
        sets = [word for each in ASSUME for word in ("--set", each)]
        times = ["--seconds", "0,60", "--seconds", "86400"]
        code, out, err = crossbar("age", digits, *times, *sets, "--out", table, "--plot", picture, "--json")
        assert (code, err) == (0, "")
        found = xb.age(digits, [0, 60, 86400], overrides=ASSUME)
        result = json.loads(out.splitlines()[-1])
        assert result["seconds"] == [0, 60, 86400] and result["test_accuracy"] == found.accuracy.tolist()
        assert result["recorded"] == found.recorded and f"{found.recorded:.2%} after the training" in out
        with table.open() as lines:
            names, *rows = csv.reader(lines)
        assert names == ["seconds", "test_accuracy", "test_loss", "rms_change"]
        assert [tuple(map(float, row)) for row in rows] == list(found.rows())
        assert picture.read_bytes().startswith(b"\x89PNG")
        code, _, err = crossbar("age", digits, *times, *sets, "--out", table)
        assert code == 2 and "must not exist" in err

    @pytest.mark.parametrize(("given", "said"), [
        (["--seconds", "1"], "--set algorithm.c.retention"), (["--seconds", "a"], "--seconds: must be numbers"),
        ([], "--seconds"), (["--seconds", "1", "--out", "x.txt"], "must be .csv"),
        (["--seconds", "1", "--plot", "x.txt"], "suffix"),
    ])  # fmt: skip
    def test_wrong(self, crossbar, digits, given, said):
        code, _, err = crossbar("age", digits, *given)
        assert code == 2 and said in err and err.count("\n") == 1

    def test_no_such_file(self, crossbar):
        code, _, err = crossbar("age", "nowhere.h5", "--seconds", 1)
        assert code == 2 and "nowhere.h5" in err


def test_figure(digits):
    pytest.importorskip("matplotlib")
    found = xb.age(digits, [0, 60, 86400], overrides=ASSUME)
    error, moved = xb.plot_age(found).axes
    np.testing.assert_array_equal(error.lines[1].get_ydata(), 100 * (1 - found.accuracy))
    np.testing.assert_array_equal(moved.lines[0].get_ydata(), found.moved)
