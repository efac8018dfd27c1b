"""Warnings of `crossbar explain`: each against a training, or a layer at work, that indeed fails where its neighbour
does not; the numbers that the limits are from stand in docs/theory.md (15.9)."""

import numpy as np
import pytest

import crossbar as xb
from crossbar.explain import doubts_moving, explain_experiment
from tests.crossbar import small_runs
from tests.crossbar.test_explain import A, C, steady

SOFT = {"kind": "soft_bounds", "step": 0.01}
ARRAYS = {"a": SOFT, "c": SOFT}
BUFFER = {"learning_rate": 0.1, "buffer_rate": 4.0, **ARRAYS}


@pytest.fixture(scope="module")
def data():
    return xb.load_data("digits")


def knobs(found):
    return {doubt.knob for doubt in found.doubts}


def accuracy(spec, data):
    return list(xb.Trainer(spec, data))[-1].test.accuracy


@pytest.fixture(scope="module")
def sound(data):
    """Accuracy of the preset after ten epochs: about 0.93."""
    return accuracy(xb.preset("digits", ["epochs=10", "seed=2"]), data)


SGD = ("algorithm.kind=sgd", "algorithm.learning_rate=0.01")
OFF = ("algorithm.a.reference=symmetry_point", "algorithm.a.reference_std=0.5")
FAILS = {  # overrides of digits, the knob that is named, the most that the training may reach
    "few pulses": (("algorithm.learning_rate=1e-9",), "algorithm.learning_rate", 0.2),
    "saturated": (("algorithm.learning_rate=20",), "algorithm.learning_rate", 0.8),
    "slow": (("algorithm.learning_rate=1", "algorithm.transfer_every=30"), "algorithm.transfer_every", 0.3),
    "blind": (("periphery.transfer.adc_bits=5", "periphery.transfer.out_noise=0"), "periphery.transfer.adc_bound", 0.5),
    "unmoved": (("algorithm.transfer_rate=1e-6",), "algorithm.transfer_rate", 0.2),
    "violent": (("algorithm.transfer_rate=100", "algorithm.c.step=0.05"), "algorithm.transfer_rate", 0.85),
    "off centre": (OFF, "algorithm.a.reference", 0.88),
    "pulled": (SGD, "algorithm.c.kind", 0.7),
}
HOLDS = {  # what lies beside them, with the same knob set, and is not named
    "saturated a little": ("algorithm.learning_rate=0.1", "algorithm.transfer_rate=0.2"),
    "fast enough": ("algorithm.learning_rate=0.1", "algorithm.transfer_rate=0.2", "algorithm.transfer_every=2"),
    "seen": ("periphery.transfer.adc_bits=7", "periphery.transfer.out_noise=0"),
    "strong": ("algorithm.transfer_rate=1", "algorithm.c.step=0.02"),
    "nearly centred": ("algorithm.a.reference=symmetry_point", "algorithm.a.reference_std=0.1"),
    "not pulled": (*SGD, "algorithm.c.af=0"),
}


class TestTrainings:
    """On the digits, ten epochs, seed 2."""

    @pytest.mark.parametrize("name", FAILS)
    def test_what_is_named_fails(self, name, data, sound):
        overrides, knob, most = FAILS[name]
        spec = xb.preset("digits", ["epochs=10", "seed=2", *overrides])
        assert knob in knobs(explain_experiment(spec, data))
        assert sound > 0.9 and accuracy(spec, data) < most

    @pytest.mark.parametrize("name", HOLDS)
    def test_what_holds_is_not_named(self, name, data):
        spec = xb.preset("digits", ["epochs=10", "seed=2", *HOLDS[name]])
        assert not knobs(explain_experiment(spec, data))
        assert accuracy(spec, data) > 0.88

    @pytest.mark.slow
    @pytest.mark.parametrize(("overrides", "knob", "most"), [
        (("algorithm.threshold=10000",), "algorithm.buffer_rate", 0.2),
        (("algorithm.threshold=0.001",), "algorithm.threshold", 0.6)])  # fmt: skip
    def test_thresholds(self, overrides, knob, most, data):
        """A buffer that never fires, and one that fires all at every read; beside one that learns."""
        given = ["epochs=10", "seed=2", "algorithm.kind=ttv2", "algorithm.buffer_rate=20"]
        assert accuracy(xb.preset("digits", given), data) > 0.8
        spec = xb.preset("digits", [*given[:3], "algorithm.buffer_rate=2", *overrides])
        assert knob in knobs(explain_experiment(spec, data))
        assert accuracy(spec, data) < most

    @pytest.mark.slow
    def test_endless(self, mnist_dir):
        """The preset lee2022 learns 0.89 of MNIST in an epoch, with ideal devices 0.2."""
        spec = xb.preset("lee2022", ["epochs=1", "algorithm.a.af=0", "algorithm.c.af=0"])
        data = xb.load_data("mnist", mnist_dir)
        assert "algorithm.a.kind" in knobs(explain_experiment(spec, data))
        assert accuracy(spec, data) < 0.5


def at_work(algorithm, epochs=40, **tables):
    """Explanation, first tile after so many epochs of clouds with the signals of the untrained network, C before."""
    given = {"epochs": epochs, "periphery": {"forward": "ideal", "backward": "ideal"}} | tables
    spec, data = small_runs.experiment(algorithm=algorithm, **given), small_runs.data()
    found, network = explain_experiment(spec, data), xb.MLP.of(spec)
    x, d = (each[0] for each in network.signals(np.tile(data.train_x, (epochs, 1)), np.tile(data.train_t, (epochs, 1))))
    tile = network.tiles[0]
    before = tile.array_weights()
    tile.update(x, d)
    return found, tile, before


@pytest.mark.slow
class TestLayers:
    """One layer at work, with gradients that stay as they are."""

    def test_signs_that_do_not_turn(self):
        found, tile, _ = at_work({"kind": "cttv2", "chopper_probability": 0.001, **BUFFER})
        assert knobs(found) == {"algorithm.chopper_probability"}
        assert (tile.digital["chopper_rows"] > 0).all()  # in 240 reads of a row

    def test_regular_turns_that_cancel(self):
        """With as many turns by chance a steady gradient moves C several times as far."""
        rates = {"learning_rate": 0.005, "buffer_rate": 20.0, "chopper_probability": 0.1}
        given = {"kind": "cttv2", "a": A, "c": C} | rates
        moved = {}
        for chopper in ("periodic", "random"):
            facts, tile, before = steady(given | {"chopper": chopper})
            moved[chopper] = -(tile.array_weights() - before).mean()
            assert bool(list(doubts_moving.cancelled(None, facts))) == (chopper == "periodic")
        assert moved["periodic"] < moved["random"] / 3

    def test_references_that_are_never_taken(self):
        found, tile, before = at_work({"kind": "agad", "start_reads": 10_000, **BUFFER})
        assert knobs(found) == {"algorithm.start_reads"}
        assert (tile.array_weights() == before).all()

    def test_chi_that_never_fills(self):
        found, tile, before = at_work({"kind": "mixed_precision", "learning_rate": 1e-6, "max_pulses": 7, "c": SOFT})
        assert "algorithm.learning_rate" in knobs(found)
        assert (tile.array_weights() == before).all()

    @pytest.mark.parametrize(("rate", "named"), [(3.0, False), (30.0, True)])
    def test_chi_that_grows(self, rate, named):
        """31 pulses of 0.01 leave at a visit; without an end chi holds many times as much after 240 visits."""
        found, tile, _ = at_work({"kind": "mixed_precision", "learning_rate": rate, "c": SOFT})
        assert ("algorithm.max_pulses" in knobs(found)) == named
        waits = np.abs(tile.digital["chi"]).max() / (31 * 0.01)
        assert waits > 100 if named else waits < 1

    @pytest.mark.parametrize(("gamma", "named"), [(0.001, True), (0.5, False)])
    def test_residuals_between_two_states(self, gamma, named):
        """A target between two states of C, 0.2 apart: gamma A must make up the rest."""
        given = {"kind": "residual", "learning_rate": 0.05, "transfer_rate": 0.001, "gamma": gamma, "a": SOFT,
                 "c": {"kind": "soft_bounds", "af": 0.0, "step": 0.2}}  # fmt: skip
        periphery = dict.fromkeys(("forward", "backward", "transfer"), "ideal")
        spec = small_runs.experiment((1, 50), given, network={"bias": "none"}, periphery=periphery)
        data = small_runs.data((1, 50), train=60)
        assert ("algorithm.gamma" in knobs(explain_experiment(spec, data))) == named
        tile, wanted = xb.MLP.of(spec).tiles[0], np.linspace(-0.5, 0.5, 50).astype("f4")
        away = []
        for _ in range(3000):
            tile.update(np.ones((1, 1), "f4"), tile.weights - wanted)
            away.append(np.mean((tile.weights - wanted) ** 2))
        settled = np.sqrt(np.mean(away[1000:]))
        assert settled > 0.1 if named else settled < 0.04
