"""`crossbar explain`: what it expects against what is counted, formulas against walks and naive sums, text and JSON."""

import json
from math import sqrt

import numpy as np
import pytest

import crossbar as xb
from crossbar import mnist
from crossbar.explain import explain_experiment, firing
from crossbar.explain.facts import facts_of
from crossbar.explain.lines import lines
from crossbar.explain.seeing import Seeing
from crossbar.explain.signals import Measured, Signals
from crossbar.explain.trains import trains
from tests.crossbar import small_runs
from tests.crossbar.family import FAMILY
from tests.naive import pulses as naive

SOFT = xb.SoftBounds(step=0.01)
A = {"kind": "soft_bounds", "step": 0.002}
C = {"kind": "soft_bounds", "step": 0.0005, "w_min": -5000.0, "w_max": 5000.0}  # no test comes near the ends


def signals(samples=300, rows=6, columns=5, seed=0, mean=0.0):
    rng = np.random.default_rng(seed)
    x, d = rng.uniform(0, 1, (samples, rows)), mean + 0.3 * rng.standard_normal((samples, columns))
    x[:, 0] = 0.0
    return Signals(x, d)


class TestTrains:
    @pytest.mark.parametrize("rule", [
        {}, {"max_length": 5}, {"max_length": 10, "bl_management": False, "update_management": False},
        {"bl_management": False, "resolution": 0.05}, {"resolution": 0.05, "rounding": "stochastic"},
    ])  # fmt: skip
    def test_pulses_are_those_that_are_counted(self, rule):
        """The standard error is that of the counts themselves about what was expected, sample by sample."""
        tile, found = xb.Tile(6, 5, xb.SGD(learning_rate=0.2, c=SOFT), pulses=xb.Pulses(**rule), seed=1), signals()
        expected = trains(xb.Pulses(**rule), 0.2, 0.01, found).pulses
        counted = np.zeros(len(found.x))
        for n, (x, d) in enumerate(zip(found.x, found.d, strict=True)):
            before = tile.counters()["c"][:2].sum()
            tile.update(x[None].astype("f4"), d[None].astype("f4"))
            counted[n] = tile.counters()["c"][:2].sum() - before
        away = counted - expected
        assert abs(away.sum()) < 4 * sqrt(np.sum(away**2))
        assert sqrt(np.sum(away**2)) < 0.1 * expected.sum()  # or the line above would say nothing

    @pytest.mark.parametrize("kind", ["mean_count", "implicit"])
    def test_deterministic_schemes_to_the_pulse(self, kind):
        rule, found = xb.Pulses(kind=kind, max_length=20), signals(40)
        tile = xb.Tile(6, 5, xb.SGD(learning_rate=0.2, c=SOFT), pulses=rule, dtype="float64")
        tile.update(found.x, found.d)
        assert trains(rule, 0.2, 0.01, found).pulses.sum() == tile.counters()["c"][:2].sum()

    @pytest.mark.parametrize("rule", [{}, {"max_length": 5}, {"bl_management": False, "update_management": False}])
    def test_naive_twin(self, rule):
        """E[n_ij] = BL p_i p_j summed cell by cell, with the naive plan."""
        rule, found = xb.Pulses(**rule), signals(20)
        scheme = naive.Scheme("stochastic", rule.max_length, rule.bl_management, rule.update_management)
        for x, d, pulses in zip(found.x, found.d, trains(rule, 0.2, 0.01, found).pulses, strict=True):
            plan = naive.plan(list(x), list(d), 0.2, 0.01, scheme, None)
            assert pulses == pytest.approx(sum(plan.length * p * q for p in plan.p for q in plan.q), rel=1e-12)

    def test_requests_are_minus_the_gradient_where_nothing_saturates(self):
        found = signals()
        asked = trains(xb.Pulses(), 0.02, 0.01, found)
        assert not asked.saturated.any()
        np.testing.assert_allclose(asked.mean, -0.02 * found.x.T @ found.d / len(found.x), atol=1e-15)
        assert not asked.driven[0].any() and asked.driven[1:].all()

    def test_samples_that_teach_nothing_count_in_the_mean(self):
        found = signals()
        found.d[::2] = 0
        asked = trains(xb.Pulses(), 0.02, 0.01, found)
        assert asked.a_sample == pytest.approx(asked.pulses.sum() / len(found.x))


class TestSeeing:
    @pytest.mark.parametrize(("bits", "bound", "noise", "a"), [
        (9, 12, 0.06, 0.1), (5, 1, 0.0, 0.2), (4, 2, 0.1, 0.3), (0, 12, 0.06, 0.02), (7, 0.3, 0.05, 0.4)])  # fmt: skip
    def test_means_are_those_of_reads(self, bits, bound, noise, a):
        """Of 10^5 drawn reads, within 4 standard errors."""
        seeing = Seeing.of(xb.TransferRead(adc_bits=bits, adc_bound=bound, out_noise=noise))
        rng = np.random.default_rng(1)
        values = rng.normal(0, a, 100_000)
        seen = values + rng.normal(0, noise, len(values))
        step = 2 * bound / (2**bits - 2) if bits else 0.0
        seen = np.clip(step * np.rint(seen / step) if bits else seen, -bound, bound)
        spread = seeing.spread(a)
        for expected, each in (
            (seeing.mean(spread), np.abs(seen)), (seeing.square(spread), seen**2),
            (seeing.mean(spread, 40.0, 5.0), np.minimum(40 * np.abs(seen), 5)),
        ):  # fmt: skip
            assert abs(each.mean() - expected) < 4 * each.std() / sqrt(len(each)) + 2e-4 * expected
        if bound > 5 * a:  # the gain knows nothing of a clip
            slope = values * seen
            assert abs(slope.mean() / a**2 - seeing.gain_at(a)) < 4 * slope.std() / sqrt(len(slope)) / a**2

    def test_both_sums_of_the_gain_agree(self):
        """Densities at the thresholds, and their Fourier series: on both sides of where one takes over."""
        gains = [Seeing(1.0, 12.0, noise, 1.0).gain for noise in (0.6 / np.pi - 1e-6, 0.6 / np.pi + 1e-6)]
        assert gains[0] == pytest.approx(gains[1], abs=1e-4) and 0.1 < gains[0] < 0.2
        assert Seeing(1.0, 12.0, 0.0, 1.0).gain == 0 and Seeing(0.0, 12.0, 0.1, 1.0).gain == 1


class TestFiring:
    @pytest.mark.parametrize("drift", [0.0, 0.01, 0.2, 1.5])
    @pytest.mark.parametrize("noise", [0.05, 0.3, 1.0, 3.0])
    def test_buffer_against_a_walk(self, drift, noise):
        """Within 10 %: the overshoot is that of small steps, the drift that of a continuous walk."""
        rng, h, fired, n = np.random.default_rng(2), np.zeros(400), 0.0, 3000
        for _ in range(n):
            h += drift + noise * rng.standard_normal(len(h))
            pulses = np.trunc(h)
            h -= pulses
            fired += np.abs(pulses).sum()
        expected = float(firing._exits(np.array([drift]), noise)[0])
        assert fired / n / len(h) == pytest.approx(expected, rel=0.1)

    @pytest.mark.parametrize("level", [0.8, 1.3, 5.0])
    def test_leaky_buffer_against_itself(self, level):
        """Climbs are whole reads, so that the mean is met to the leak, 2 %, times a read a climb."""
        h, fired, leak = 0.0, 0, 0.02
        for _ in range(20_000):
            h += leak * (level - h)
            fired += int(h)
            h -= int(h)
        expected = -leak / np.log1p(-1 / level) if level > 1 else 0.0
        assert fired / 20_000 == pytest.approx(expected, rel=0.1)
        assert firing.from_leaky(1e9, 0.0, leak, 1.0) == pytest.approx(1.0)  # most


def steady(algorithm, samples=4000, rows=24, columns=200, mean=0.05):
    """A layer whose gradient keeps its mean: its facts, the tile after it, C before it."""
    rng = np.random.default_rng(3)
    found = Signals(np.ones((samples, rows)), mean + 0.2 * rng.standard_normal((samples, columns)))
    periphery = {"forward": "ideal", "backward": "ideal"} | ({"transfer": "ideal"} if "a" in algorithm else {})
    spec = small_runs.experiment((rows, columns), algorithm, epochs=1, network={"bias": "none"}, periphery=periphery)
    facts = facts_of(spec, Measured((found,), "", False, samples))[0]
    tile = xb.MLP.of(spec).tiles[0]
    before = tile.array_weights()
    tile.update(found.x.astype("f4"), found.d.astype("f4"))
    return facts, tile, before


CHOPPED = {"buffer_rate": 5.0, "chopper_probability": 0.1}
RATES = {  # algorithm, and how far C may be from what its effective rate says
    "sgd": ({"kind": "sgd"}, 0.02),
    "tiki_taka": ({"kind": "tiki_taka", "transfer_rate": 0.02}, 0.04),
    "hamiltonian": ({"kind": "hamiltonian", "transfer_rate": 0.002}, 0.02),
    "ttv2": ({"kind": "ttv2", "buffer_rate": 5.0}, 0.03),
    "random signs": ({"kind": "cttv2", **CHOPPED}, 0.25),
    "regular signs": ({"kind": "cttv2", "chopper": "periodic", **CHOPPED}, 0.25),
    "agad": ({"kind": "agad", **CHOPPED}, 0.25),
    "mixed_precision": ({"kind": "mixed_precision", "learning_rate": 0.005}, 0.02),
    "residual": ({"kind": "residual", "transfer_rate": 0.01, "gamma": 0.5, "buffer_rate": 0.5}, 0.05),
}


class TestEffectiveRate:
    @pytest.mark.slow
    @pytest.mark.parametrize("name", RATES)
    def test_moves_c_as_said(self, name):
        """Within a few per cent, of which the steps of A and the whole sweeps are made.  With signs: in 167 reads of 24
        rows a sign turns 400 times, each turn starts a new piece of a length that scatters as much as its mean: 5 %,
        and the reads before the first references of AGAD are lost, 5 to 15 of them, 3 to 9 %."""
        algorithm, close = RATES[name]
        given = {"learning_rate": 0.02, "c": C} | algorithm
        if given["kind"] not in ("sgd", "mixed_precision"):
            given["a"] = A
        facts, tile, before = steady(given)
        moved = (tile.array_weights() - before).mean()
        mean = float(facts.signals.d.mean())
        assert moved == pytest.approx(-facts.effective * mean * facts.samples, rel=close)

    @pytest.mark.slow
    def test_what_a_holds_and_c_gets(self):
        """A: 5 %.  C: a mean that is the same in all cells is taken for one that is spread, E|N(0, 1)| = 0.8 of it."""
        facts, tile, _ = steady({"kind": "tiki_taka", "learning_rate": 0.02, "transfer_rate": 0.02, "a": A, "c": C})
        assert np.sqrt(np.mean(tile.array_weights("a") ** 2)) == pytest.approx(facts.typical, rel=0.05)
        expected = facts.moves[0].pulses * 24 * 200 / facts.moves[0].transfer.sweep
        assert 0.75 < expected * 4000 / tile.counters()["c"][:2].sum() < 1.1


@pytest.fixture(scope="module")
def digits():
    spec = xb.preset("digits")
    return spec, explain_experiment(spec)


class TestDigits:
    def test_expected_pulses_are_those_of_the_first_samples(self, digits):
        """4 standard errors of 256 samples against 200 others, and of the pulses of a sample about its own mean, whose
        trains are shared by all cells of a line: less than that of the samples in layer 0, twice it in layer 1."""
        spec, found = digits
        data = xb.load_data("digits")
        network = xb.Trainer(spec, data).network
        order = np.random.default_rng(5).permutation(len(data.train_x))[:200]
        network.train(data.train_x, data.train_t, order, 0, np.zeros(2))
        for layer, tile in zip(found.layers, network.tiles, strict=True):
            spread = layer.facts.asked.pulses.std()
            error = spread * sqrt(1 / 256 + 1 / 200 + 4 / 200)
            counted = tile.counters()["a"][:2].sum() / 200
            assert abs(counted - layer.figure("expected pulses", "a")) < 4 * error
            assert 4 * error < 0.12 * counted
            quiet, typical = (move * 200 * np.prod(layer.facts.shape) / layer.facts.moves[0].transfer.sweep
                              for move in (layer.facts.moves[0].quiet, layer.facts.moves[0].pulses))
            assert 0.9 * quiet < tile.counters()["c"][:2].sum() < 1.1 * typical

    def test_no_doubts_about_the_presets(self, digits):
        assert not digits[1].doubts and not digits[1].assumed

    def test_figures(self, digits):
        layer = digits[1].layers[0]
        assert layer.figure("samples until all rows are read", "a") == 65
        assert layer.figure("states", "c") == pytest.approx(2000)
        assert layer.figure("ADC step", "a") == 24 / 510
        assert layer.figure("ADC levels over the range", "a") == 43  # as the guide says
        with pytest.raises(xb.SpecError, match="figure"):
            layer.figure("no such")

    def test_lines_say_all_of_it(self, digits):
        said = "\n".join(lines(digits[1]))
        assert "256 training samples of digits" in said and "no combination that is known to fail" in said
        assert all(figure.name in said for layer in digits[1].layers for figure in layer.figures)
        assert max(map(len, said.splitlines())) <= 140

    def test_hardware_is_that_of_runtime(self, digits):
        layer = digits[1].layers[0]
        train = layer.facts.asked.length
        assert layer.figure("hardware, update of a sample") == pytest.approx(
            xb.runtime("tiki_taka", n=65, transfer_every=1, pulses=train), rel=1e-9)  # fmt: skip

    @pytest.mark.parametrize("kind", FAMILY)
    def test_every_algorithm(self, kind):
        found = explain_experiment(small_runs.experiment(algorithm=FAMILY[kind]), small_runs.data())
        assert found.layers[0].facts.effective > 0 and list(lines(found))
        chain = [move.transfer for move in found.layers[0].facts.moves]
        assert [link.target for link in chain] == {"mixed_precision": [], "residual": ["a2", "c"]}.get(kind, ["c"])

    def test_scaling_shows_its_numbers(self):
        spec = small_runs.experiment(algorithm=FAMILY["agad"])
        facts = explain_experiment(spec, small_runs.data()).layers[0].facts
        factor = facts.signals.x_max.mean() * facts.signals.d_max.mean()
        assert facts.rate == pytest.approx(0.2 / factor)
        assert facts.moves[0].transfer.pulses_per_unit == pytest.approx(4 * factor)


class TestCommand:
    def test_prints_and_ends_with_json(self, crossbar):
        code, out, err = crossbar(
            "explain", "digits", "--samples", 64, "--set", "algorithm.learning_rate=1e-9", "--json")  # fmt: skip
        assert (code, err) == (0, "")
        found = json.loads(out.splitlines()[-1])
        assert found["experiment"].startswith("digits: 64-48-10, tiki_taka") and not found["assumed"]
        assert {"array", "name", "symbol", "value", "unit", "formula"} == set(found["layers"][0]["figures"][0])
        assert found["warnings"][0]["knob"] == "algorithm.learning_rate" and found["warnings"][0]["layers"] == [0, 1]
        assert "warning: algorithm.learning_rate (layer 0, 1): must " in out

    @pytest.mark.parametrize("arguments", [
        ("nosuch",), ("digits", "--set", "algorithm.a.af=-1"), ("digits", "--samples", 1),
        ("digits", "--set", "network.sizes=[3,10]")])  # fmt: skip
    def test_what_is_wrong_is_said(self, crossbar, arguments):
        code, out, err = crossbar("explain", *arguments)
        assert code == 2 and not out and err.startswith("crossbar: ") and err.count("\n") == 1

    def test_without_data_signals_are_assumed(self, crossbar, monkeypatch, tmp_path):
        monkeypatch.delenv("CROSSBAR_DATA", raising=False)
        monkeypatch.setattr(mnist, "cache_folder", lambda: tmp_path / "cache")
        monkeypatch.setattr(mnist, "MIRRORS", ("http://127.0.0.1:9/",))
        code, out, _ = crossbar("explain", "lee2022", "--set", "network.sizes=[784,8,10]")
        assert code == 0 and "signals: assumed, inputs U(0, 1)" in out and "60000 samples" in out
