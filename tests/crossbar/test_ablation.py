"""`xb.ablate`, `crossbar ablate`: the ladder, its common random numbers, what it costs, and how it is told."""

import csv
import json
from math import sqrt

import numpy as np
import pytest

import crossbar as xb
from crossbar.ablation import ladder
from crossbar.ablation.run import plan_of
from crossbar.ablation.stages import ORDER, WIDE
from crossbar.analysis.costs import Costs, Failed, as_json, lines
from crossbar.config import tables
from crossbar.sweep.plan import flat
from crossbar.sweep.points import Points
from crossbar.trainer import Trainer
from tests.crossbar.small_runs import data
from tests.crossbar.small_runs import experiment as small

FULL = {  # a device that has all there is
    "kind": "soft_bounds", "af": 2.0, "step": 0.01, "w_min": -0.8, "c2c": 0.3, "c2c_form": "additive",
    "step_d2d": 0.2, "step_d2d_form": "lognormal", "imbalance_std": 0.02, "w_max_d2d": 0.1, "af_d2d": 0.1,
    "imbalance": 0.1, "stuck": 0.01, "write_noise": 0.5, "half_select": {"probability": 0.01},
    "retention": {"lifetime": 1000.0, "lifetime_d2d": 0.1}, "reference": "symmetry_point", "reference_std": 0.01,
    "g_min": 1e-6, "g_max": 1e-5,
}  # fmt: skip
PLAIN = {"kind": "soft_bounds", "step": 0.01, "c2c": 0.3}
LAWS = {
    "constant": {"kind": "constant", "step": 0.01},
    "ideal soft bounds": {"kind": "soft_bounds", "step": 0.01, "af": 0.0},
    "soft bounds": {"kind": "soft_bounds", "step": 0.01},
    "linear": {"kind": "linear", "step": 0.01, "gamma_up": 0.5, "gamma_down": 0.2},
    "exponential": {"kind": "exponential", "step": 0.01, "A_up": 0.3, "A_down": 0.2, "gamma_up": 2.0,
                    "gamma_down": 2.0},
    "power": {"kind": "power", "step": 0.01, "p_up": 1.5, "p_down": 1.0},
    "table": {"kind": "table", "step": 0.01, "up": [1.0, 0.5], "down": [0.5, 1.0]},
    "flat table": {"kind": "table", "step": 0.01, "up": [1.0, 1.0], "down": [1.0, 1.0]},
}
CONSTANT = ("constant", "ideal soft bounds", "flat table")
PAIR = {"kind": "pair", "device": {"kind": "soft_bounds", "polarity": "up", "step": 0.01, "imbalance": 0.2, "c2c": 0.3},
        "refresh_at": 0.7, "reset_std": 0.01}  # fmt: skip


def spec(a=PLAIN, c=PLAIN, **changes):
    algorithm = {"kind": "tiki_taka", "learning_rate": 0.1, "transfer_rate": 0.2, "a": a, "c": c}
    return small((4, 3, 2), algorithm | changes.pop("algorithm", {}), **changes)


def sgd(c=PLAIN, **changes):
    return small((4, 3, 2), {"kind": "sgd", "learning_rate": 0.1, "c": c}, **changes)


def weights(trainer, layer):
    return trainer.network.tiles[layer].array_weights("c")


def names(found):
    return [rung.name for rung in found.rungs]


def changed(rung, before):
    """Dotted keys whose values differ; a key that only one of them has counts."""
    new, old = ({key: value for key, value in flat(each.tables).items() if not key.startswith("record.")}
                for each in (rung, before))  # fmt: skip
    return {key for key in new.keys() | old.keys() if new.get(key, "-") != old.get(key, "-")}


def given(experiment):
    return tables(experiment, experiment.inactive())


class TestLadder:
    def test_of_all_there_is_each_rung_differs_by_what_it_says(self):
        found = ladder(spec(FULL, FULL))
        assert names(found) == ["digital SGD", *ORDER] and not found.left_out
        rungs = {rung.name: rung for rung in found.rungs}
        both = {
            "c2c": {"c2c", "c2c_form"},
            "d2d": {"step_d2d", "step_d2d_form", "imbalance_std", "w_max_d2d", "af_d2d", "low_draw"},
            "imbalance": {"imbalance"}, "stuck": {"stuck"}, "write noise": {"write_noise"},
            "half-select": {"half_select.probability", "half_select.step", "half_select.direction"},
            "retention": {"retention.lifetime", "retention.lifetime_d2d", "retention.rest", "retention.rest_std"},
            "references": {"reference", "reference_std"}, "bounds": {"w_min", "w_max"},
        }  # fmt: skip
        for name, keys in both.items():
            before = found.rungs[names(found).index(name) - 1]
            wanted = {f"algorithm.{array}.{key}" for array in "ac" for key in keys}
            assert changed(rungs[name], before) == wanted, name
        reads = changed(rungs["read noise"], rungs["quantised reads"])
        assert reads == {f"periphery.{read}.out_noise" for read in ("forward", "backward", "transfer")}
        for name, before, tops in (("quantised reads", "floating point", {"periphery"}),
                                   ("pulses", "read noise", {"algorithm", "pulses"})):  # fmt: skip
            assert {key.split(".")[0] for key in changed(rungs[name], rungs[before])} == tops

    def test_pulses_have_the_granularity_of_the_device(self):
        at = {rung.name: rung.spec.algorithm for rung in ladder(spec(FULL, PLAIN)).rungs}
        assert at["pulses"].a.step == pytest.approx(0.02) and at["pulses"].c.step == 0.01
        assert (at["pulses"].a.w_min, at["pulses"].a.w_max) == (-WIDE, WIDE)
        assert (at["bounds"].a.kind, at["bounds"].a.w_min, at["bounds"].a.w_max) == ("constant", -0.8, 1.0)
        assert at["asymmetry"].a.kind == "soft_bounds" and at["asymmetry"].a.af == 2 and at["asymmetry"].a.c2c == 0

    @pytest.mark.parametrize("law", LAWS)
    @pytest.mark.parametrize("make", [sgd, lambda c: spec(c, c)], ids=["sgd", "tiki_taka"])
    def test_every_law_ends_at_the_experiment(self, make, law):
        found = ladder(make(LAWS[law]))
        assert given(found.rungs[-1].spec) == given(make(LAWS[law]))
        assert ("asymmetry" in names(found)) == (law not in CONSTANT)
        assert {name for name, _ in found.left_out} | set(names(found)) - {"digital SGD"} == set(ORDER)

    def test_a_pair_is_one_device_before_the_asymmetry(self):
        found = ladder(sgd(PAIR))
        at = {rung.name: rung.spec.algorithm.c for rung in found.rungs}
        assert at["bounds"].kind == "constant" and (at["bounds"].w_min, at["bounds"].w_max) == (-2.0, 2.0)
        assert at["bounds"].step == pytest.approx(0.012)  # a pulse up, whose imbalance is its scale here
        assert at["asymmetry"].kind == "pair" and at["asymmetry"].device.imbalance == 0.2
        assert (at["asymmetry"].reset_std, at["c2c"].reset_std) == (0, 0.01)
        assert "imbalance" not in names(found) and "pair of soft_bounds" in found.rungs[5].meaning

    @pytest.mark.parametrize(("changes", "out"), [
        ({"periphery": dict.fromkeys(("forward", "backward", "transfer"), "ideal")}, {"quantised reads", "read noise"}),
        ({"pulses": {"kind": "exact"}, "a": {"kind": "constant"}, "c": LAWS["constant"]}, {"c2c", "asymmetry"}),
        ({"c": LAWS["constant"], "a": LAWS["soft bounds"]}, {"c2c"}),
    ])  # fmt: skip
    def test_what_would_change_nothing_is_left_out(self, changes, out):
        found = ladder(spec(**changes))
        assert out <= {name for name, _ in found.left_out} and not out & set(names(found))

    def test_what_is_written_exactly_has_neither_pulses_nor_asymmetry(self):
        found = ladder(sgd({"kind": "soft_bounds", "w_max": 0.5}, pulses={"kind": "exact"}))
        assert names(found) == ["floating point", "quantised reads", "read noise", "bounds"]
        assert given(found.rungs[-1].spec)["algorithm"]["c"]["kind"] == "soft_bounds"

    def test_the_yardstick(self):
        first = ladder(spec(schedule={"kind": "steps", "at": [1], "transfer_factor": 0.5}), 0.3).rungs[0]
        assert first.name == "digital SGD" and first.spec.algorithm.learning_rate == 0.3
        assert first.spec.schedule.at == (1,) and first.spec.pulses.kind == "exact"
        assert names(ladder(sgd()))[0] == "floating point"

    @pytest.mark.parametrize(("make", "words"), [
        (lambda: ladder(sgd(), 0.1), ["--digital-rate", "cannot act", "got 0.1"]),
        (lambda: ladder(spec(), -1.0), ["--digital-rate", "> 0", "got -1"]),
        (lambda: ladder("digits"), ["Experiment", "got str"]),
        (lambda: xb.ablate(spec(), seeds=0), ["--seeds", ">= 1", "got 0"]),
    ])  # fmt: skip
    def test_errors(self, make, words):
        with pytest.raises(xb.SpecError) as caught:
            make()
        assert all(word in str(caught.value) for word in words)


class TestCommonRandomNumbers:
    """On clouds, whose weights stay within the bounds where nothing is spread."""

    def trainers(self, experiment, epochs):
        for rung in ladder(experiment).rungs:
            trainer = Trainer(rung.spec, data())
            rows = [trainer.judge(), *(trainer.epoch() for _ in range(epochs))]
            yield rung.name, trainer, rows

    def test_initial_weights_are_the_same_bits_in_all_rungs(self):
        first = None
        for name, trainer, _ in self.trainers(spec(c=PLAIN | {"w_max_d2d": 0.3, "w_min_d2d": 0.3}), 0):
            found = [weights(trainer, layer) for layer in (0, 1)]
            first = first or found
            for mine, theirs in zip(found, first, strict=True):
                if name == "d2d":  # a cell whose own bound was drawn below its weight begins there
                    inside = mine == theirs
                    assert inside.mean() > 0.5 and (np.abs(mine[~inside]) < np.abs(theirs[~inside])).all()
                else:
                    np.testing.assert_array_equal(mine, theirs, err_msg=name)

    def test_reads_before_the_training_have_the_same_noise(self):
        loss = {name: rows[0].test.loss for name, _, rows in self.trainers(spec(), 0)}
        noisy = {loss[name] for name in ("read noise", "pulses", "bounds", "asymmetry", "c2c")}
        assert len(noisy) == 1 and loss["quantised reads"] not in noisy

    def test_trains_and_orders_are_the_same(self):
        """Bounds that are never reached change no bit, so all random numbers must be shared."""
        far = {"kind": "constant", "step": 0.01, "w_min": -100.0, "w_max": 100.0}
        end = {name: [weights(trainer, layer).tobytes() for layer in (0, 1)]
               for name, trainer, _ in self.trainers(sgd(far), 2)}  # fmt: skip
        assert end["pulses"] == end["bounds"] and end["pulses"] != end["read noise"]


class TestStore:
    def test_the_last_rung_is_the_experiment(self):
        plain = xb.preset("digits")
        points = Points(plan_of(ladder(plain), [5, 6], "ladder"))
        alone = Points(xb.Sweep(base="digits", axes=[{"seed": [5, 6]}]))
        assert points.addresses[-2:] == alone.addresses
        assert len(set(points.addresses)) == points.plan.size

    def test_what_is_in_the_store_is_not_computed_again(self, tmp_path):
        quick = xb.preset("digits", ["epochs=1", "data.train_samples=50", "network.sizes=[64, 4, 10]"])
        alone = xb.Sweep(base=quick, axes=[{"seed": [1, 2]}])
        xb.run_sweep(alone, tmp_path / "store", workers=1)
        said = Said()
        costs = xb.ablate(quick, tmp_path / "store", seeds=2, workers=1, watch=said)
        size = costs.accuracy.size
        assert said.lines[0] == f"ablation: {size} points, 2 of them in the store"
        assert {at["rung"] for at in said.at} == set(costs.names[:-1]) and len(said.at) == size - 2
        assert np.isfinite(costs.accuracy).all() and costs.seeds == (1, 2)
        again = Said()
        same = xb.ablate(quick, tmp_path / "store", seeds=2, workers=1, watch=again)
        assert not again.at and (same.accuracy == costs.accuracy).all()

    def test_an_experiment_is_a_base_from_which_idle_keys_fall(self):
        base = spec(record={"pulse_counts": True})
        plan = xb.Sweep(base=base, set={"epochs": 2}, axes=[{"pulses.kind": ["stochastic", "implicit"]}])
        assert [Points(plan).spec(n).pulses.kind for n in (0, 1)] == ["stochastic", "implicit"]
        assert Points(plan).spec(0).epochs == 2 and Points(plan).spec(0).record.pulse_counts


class Said:
    def __init__(self):
        self.lines, self.at = [], []

    def say(self, text):
        self.lines.append(text)

    def begin(self, total, done, planned):
        pass

    def tick(self, outcome, at, workers):
        self.at += [at] if outcome else []


class TestCosts:
    ACCURACY = np.array([[0.90, 0.92, 0.94], [0.95, 0.95, 0.98], [0.80, np.nan, 0.86], [0.80, 0.7, 0.85]])

    @pytest.fixture
    def costs(self):
        return Costs("toy", ("digital SGD", "floating point", "pulses", "c2c"), ("s", "f", "p", "n"), (1, 2, 3), 4,
                     self.ACCURACY, (("d2d", "none"),), (Failed("pulses", 2, "it broke"),))  # fmt: skip

    def test_by_hand(self, costs):
        np.testing.assert_allclose(costs.mean[0], [0.92, 0.02 / sqrt(3)])
        np.testing.assert_allclose(costs.step[1], [-0.04, 0.01 / sqrt(3)])  # -0.05, -0.03, -0.04
        np.testing.assert_allclose(costs.step[2], [0.135, 0.015])  # seeds 1 and 3: 0.15, 0.12
        np.testing.assert_allclose(costs.total[2], costs.step[2])
        np.testing.assert_allclose(costs.total[1], [0, 0], atol=1e-15)
        np.testing.assert_allclose(costs.step[3], [0.005, 0.005])  # 0, 0.01
        assert np.isnan(costs.step[0]).all() and costs.clear.tolist() == [False, True, True, False]

    def test_told(self, costs):
        told = "\n".join(lines(costs))
        assert "13.50 +- 1.50*" in told and "left out, none: d2d" in told and "failed: pulses, seed 2: it broke" in told
        found = json.loads(as_json(costs))
        assert found["rungs"][0]["cost"] is None and found["rungs"][2]["test_accuracies"] == [0.80, None, 0.86]
        assert found["rungs"][2]["seeds"] == 2 and found["failures"] == [
            {"rung": "pulses", "seed": 2, "reason": "it broke"}]  # fmt: skip

    def test_one_seed_has_no_error(self, costs):
        one = Costs("toy", costs.names, costs.meanings, (1,), 4, self.ACCURACY[:, :1], (), ())
        assert np.isnan(one.step[:, 1]).all() and not one.clear.any() and "+-" not in "\n".join(lines(one))

    def test_drawn(self, costs):
        figure = xb.plot_ablation(costs)
        assert [text.get_text() for text in figure.axes[0].get_yticklabels()] == list(costs.names)
        widths = [bar.get_width() for bar in figure.axes[1].patches]
        np.testing.assert_allclose(widths, 100 * costs.step[1:, 0])


class TestCommand:
    QUICK = ("digits", "--epochs", "1", "--seeds", "2", "--workers", "1", "--set", "network.sizes=[64,4,10]",
             "--set", "data.train_samples=60")  # fmt: skip

    @pytest.fixture(autouse=True)
    def alone(self, monkeypatch, tmp_path):
        monkeypatch.chdir(tmp_path)

    def test_a_quick_ladder(self, crossbar, tmp_path):
        code, out, err = crossbar("ablate", *self.QUICK, "--csv", "t.csv", "--plot", "l.svg", "--json")
        assert (code, err) == (0, "")
        found = json.loads(out.splitlines()[-1])
        wanted = ["digital SGD", *ORDER[:8]]
        assert [rung["rung"] for rung in found["rungs"]] == wanted and found["seeds"] == [1, 2]
        assert [row["rung"] for row in csv.DictReader((tmp_path / "t.csv").open())] == wanted
        assert (tmp_path / "l.svg").stat().st_size > 1000 and (tmp_path / "digits.ablation" / "store.json").is_file()
        code, out, _ = crossbar("ablate", *self.QUICK)
        assert code == 0 and "18 points, 18 of them in the store" in out

    def test_a_training_that_fails(self, crossbar, monkeypatch):
        from crossbar.sweep import engines

        attempt = engines.attempt

        def breaks(task):
            if task.spec.seed == 2 and task.spec.algorithm.kind == "sgd":
                return engines.Outcome(task.address, None, engines.failure("it broke", "Error"))
            return attempt(task)

        monkeypatch.setattr(engines, "attempt", breaks)
        code, out, err = crossbar("ablate", *self.QUICK)
        assert code == 1 and "failed: digital SGD, seed 2: it broke" in out
        assert err.startswith("crossbar: ablate: 1 of 18 trainings failed") and err.count("\n") == 1
        monkeypatch.undo()

    @pytest.mark.parametrize(("arguments", "words"), [
        (["--seeds", "0"], ["--seeds", "got 0"]),
        (["--seeds", "1.5"], ["whole number", "1.5"]),
        (["none.toml"], ["none.toml"]),
        (["gokmen-vlasov", "--digital-rate", "0.1"], ["--digital-rate", "cannot act"]),
        (["--workers", "0"], ["--workers", "got 0"]),
        (["--plot", "a.doc"], ["a.doc", ".png"]),
        (["--csv", "a.doc"], ["a.doc", ".csv"]),
        (["--epochs", "2", "--set", "epochs=3"], ["epochs", "once"]),
        (["--data-dir", "."], ["data_dir", "mnist only"]),
    ])  # fmt: skip
    def test_errors(self, crossbar, arguments, words):
        code, _, err = crossbar("ablate", *arguments)
        assert code == 2 and err.startswith("crossbar: ") and err.count("\n") == 1
        assert all(word in err for word in words), err
