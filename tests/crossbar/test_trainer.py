"""The trainer: schedules, orders, mini-batches, evaluation, counts, callbacks, and data that does not fit."""

from dataclasses import replace

import numpy as np
import pytest

import crossbar as xb
from crossbar.network import MLP
from crossbar.seeds import key
from crossbar.trainer import CHUNK, Trainer
from tests.naive import laws, mvm, pulses, tiles
from tests.naive.mlp import MLP as Twin

from .small_runs import SGD, TIKI, data, experiment, state

IDEAL = {"forward": "ideal", "backward": "ideal"}


def trained(spec, *args, **values):
    trainer = Trainer(spec, data(spec.network.sizes), *args, **values)
    return trainer.network, list(trainer)


class Watched(MLP):
    """Keeps the orders in which samples are presented."""

    def train(self, x, t, order, step, totals):
        self.__dict__.setdefault("seen", []).append((step, order.copy()))
        super().train(x, t, order, step, totals)


class TestSchedule:
    def test_constant(self):
        _, epochs = trained(experiment())
        assert [epoch.rates for epoch in epochs] == [(0.1, 0.2)] * 4

    def test_steps_multiply_both_rates(self):
        steps = {"kind": "steps", "at": [1, 3], "factor": 0.5, "transfer_factor": 0.1}
        _, epochs = trained(experiment(epochs=5, schedule=steps))
        eta, transfer = zip(*(epoch.rates for epoch in epochs[1:]), strict=True)
        np.testing.assert_allclose(eta, 0.1 * np.array([1, 0.5, 0.5, 0.25, 0.25]))
        np.testing.assert_allclose(transfer, 0.2 * np.array([1, 0.1, 0.1, 0.01, 0.01]))

    def test_steps_leave_the_transfer_rate_unless_told(self):
        _, epochs = trained(experiment(epochs=2, schedule={"kind": "steps", "at": [1]}))
        assert epochs[2].rates == pytest.approx((0.01, 0.2))

    @pytest.mark.parametrize("name", ["factor", "transfer_factor"])
    def test_the_rates_are_those_that_train(self, name):
        """The second epoch at a multiplied rate is the epoch of a network whose rates were set so by hand."""
        spec = experiment(epochs=2, schedule={"kind": "steps", "at": [1], "factor": 1.0} | {name: 0.5}, shuffle=False)
        stepped, _ = trained(spec)
        by_hand, _ = trained(experiment(epochs=1, shuffle=False))
        constant, _ = trained(experiment(epochs=2, shuffle=False))
        by_hand.set_rates(*((0.5, 1.0) if name == "factor" else (1.0, 0.5)))
        d = data()
        by_hand.train(d.train_x, d.train_t, np.arange(30), 30, np.zeros(2))
        assert state(stepped) == state(by_hand) != state(constant)


class TestOrder:
    def orders(self, **values):
        spec = experiment(**values)
        network = Watched.of(spec)
        trained(spec, network)
        return network.seen

    def test_shuffled_anew_at_each_epoch(self):
        (first, one), (second, two), (third, three) = self.orders()
        assert (first, second, third) == (0, 30, 60)
        for order in (one, two, three):
            np.testing.assert_array_equal(np.sort(order), np.arange(30))
        assert (one != two).any() and (two != three).any() and (one != np.arange(30)).any()

    def test_of_another_seed(self):
        np.testing.assert_array_equal(self.orders()[0][1], self.orders()[0][1])
        assert (self.orders()[0][1] != self.orders(seed=2)[0][1]).any()

    def test_unshuffled(self):
        for _, order in self.orders(shuffle=False):
            np.testing.assert_array_equal(order, np.arange(30))

    def test_shuffling_matters(self):
        assert state(trained(experiment())[0]) != state(trained(experiment(shuffle=False))[0])

    def test_chunks_end_where_mini_batches_end(self):
        """More samples than a chunk: every step once, in order, and no mini-batch cut."""
        spec = experiment(epochs=1, batch_size=7, shuffle=False)
        network, d = Watched.of(spec), data(train=CHUNK + 100)
        list(Trainer(spec, d, network))
        assert [step for step, _ in network.seen] == [0, CHUNK // 7 * 7]
        np.testing.assert_array_equal(np.concatenate([order for _, order in network.seen]), np.arange(CHUNK + 100))
        whole = MLP.of(spec)
        whole.train(d.train_x, d.train_t, np.arange(CHUNK + 100), 0, np.zeros(2))
        assert state(network) == state(whole)


class TestMiniBatches:
    @pytest.mark.parametrize("algorithm", [SGD, TIKI], ids=["sgd", "tiki_taka"])
    @pytest.mark.parametrize("batch", [1, 4])
    @pytest.mark.parametrize("bias", ["analog", "digital", "none"])
    def test_composed_and_compiled_are_the_same_bits(self, algorithm, batch, bias):
        """The last mini-batch is a short one."""
        spec = experiment(algorithm=algorithm, batch_size=batch, epochs=1, shuffle=False, network={"bias": bias})
        d, composed = data(), MLP.of(spec)
        losses = [
            composed.train_composed(d.train_x[at : at + batch], d.train_t[at : at + batch], at)
            for at in range(0, 30, batch)
        ]
        fused, (_, epoch) = trained(spec)
        assert state(composed) == state(fused)
        assert np.concatenate(losses).mean() == pytest.approx(epoch.train.loss, rel=1e-12)

    def test_are_read_with_frozen_weights(self):
        networks = [trained(experiment(batch_size=n, shuffle=False))[0] for n in (1, 2, 30)]
        assert len({network.tiles[0].weights.tobytes() for network in networks}) == 3

    @pytest.mark.parametrize("bias", ["analog", "digital", "none"])
    def test_are_applied_sample_by_sample_like_the_twins(self, bias):
        """Bounds act between samples: devices of 10 steps across, rates that drive them from bound to bound."""
        device = {"kind": "soft_bounds", "af": 0.0, "step": 0.1, "w_min": -0.5, "w_max": 0.5}
        sgd = {"kind": "sgd", "learning_rate": 1.0, "c": device}
        spec = experiment(
            algorithm=sgd, batch_size=5, epochs=1, shuffle=False, periphery=IDEAL, network={"bias": bias}, seed=4
        )
        start = [tile.weights for tile in MLP.of(spec).tiles]
        law = laws.Device(laws.constant, -0.5, 0.5, s_up=0.1, s_dn=0.1)
        layers = [
            tiles.Sgd(key(4, "train"), n, tiles.Array(w, law, 0.1, pulses.Scheme()), 1.0, mvm.IDEAL, mvm.IDEAL)
            for n, w in enumerate(start)
        ]
        twin, d = Twin(layers, bias=bias), data()
        losses = twin.train(d.train_x.tolist(), d.train_t.tolist(), batch=5)
        network, (_, epoch) = trained(spec)
        for tile, layer, b in zip(network.tiles, layers, twin.b, strict=True):
            np.testing.assert_allclose(tile.weights, layer.c.w, atol=1e-5)  # one pulse more or less were 0.1
            np.testing.assert_allclose(tile.state.bias, b, atol=1e-5)
            assert [*tile.counters()["c"][:2]] == [layer.c.up, layer.c.down]
        assert any((np.abs(tile.weights) == 0.5).any() for tile in network.tiles)
        assert epoch.train.loss == pytest.approx(np.mean(losses), rel=1e-5)


def outputs(network, x):
    """What exact reads of the weights give, in numpy."""
    h = x.astype(float)
    for n, tile in enumerate(network.tiles):
        y = np.hstack([h, np.ones((len(h), 1))]) @ tile.weights.astype(float)
        h = 1 / (1 + np.exp(-y)) if n < len(network.tiles) - 1 else y
    return h


def score(network, x, t):
    y = outputs(network, x)
    log_p = y - np.log(np.exp(y).sum(1, keepdims=True))
    return -(t * log_p).sum(1).mean(), (y.argmax(1) == t.argmax(1)).mean()


class TestEvaluation:
    def test_with_ideal_weights_is_the_product(self):
        network, epochs = trained(experiment(evaluation={"weights": "ideal", "train_samples": 20}))
        d = data()
        for found, (x, t) in ((epochs[-1].test, (d.test_x, d.test_t)),
                              (epochs[-1].judged, (d.train_x[:20], d.train_t[:20]))):  # fmt: skip
            loss, accuracy = score(network, x, t)
            assert found.accuracy == accuracy and found.loss == pytest.approx(loss, rel=1e-5)

    def test_through_the_periphery_is_another_number(self):
        _, ideal = trained(experiment(evaluation={"weights": "ideal"}))
        _, noisy = trained(experiment())
        _, exact = trained(experiment(periphery=IDEAL | {"transfer": {}}))
        assert all(a.test.loss != b.test.loss for a, b in zip(ideal, noisy, strict=True))
        assert [a.train for a in ideal[1:]] == [a.train for a in noisy[1:]] != [a.train for a in exact[1:]]

    def test_of_training_samples(self):
        network, epochs = trained(experiment(evaluation={"train_samples": 30}))
        d = data()
        again = network.evaluate(d.train_x, d.train_t, "evaluate train", 3)
        assert epochs[-1].judged == again
        assert all(np.isnan(epoch.judged).all() for epoch in trained(experiment())[1])

    def test_noise_is_its_own_at_every_epoch(self):
        network, d = MLP.of(experiment()), data()
        losses = {network.evaluate(d.test_x, d.test_t, "evaluate test", epoch).loss for epoch in range(4)}
        assert len(losses) == 4

    @pytest.mark.parametrize("evaluation", [{"train_samples": 30}, {"weights": "ideal"}], ids=str)
    def test_never_moves_the_training(self, evaluation):
        plain, before = trained(experiment())
        judged, after = trained(experiment(evaluation=evaluation))
        assert state(plain) == state(judged)
        assert [epoch.train for epoch in before[1:]] == [epoch.train for epoch in after[1:]]
        for one, other in zip(before, after, strict=True):
            for a, b in zip(one.counts, other.counts, strict=True):
                assert all((a[name] == b[name]).all() for name in a)

    def test_of_the_wrong_shape(self):
        network, d = MLP.of(experiment()), data()
        with pytest.raises(xb.DataError, match=r"MLP: samples must be 12 x 4.*\(got shape \(12, 3\)\)"):
            network.evaluate(d.test_x[:, :3], d.test_t)
        with pytest.raises(xb.DataError, match=r"MLP: samples must be \(samples, 4\).*\(got shape \(4,\)\)"):
            network.evaluate(d.test_x[0], d.test_t[0])
        with pytest.raises(xb.DataError, match="MLP: targets must be 12 x 2"):
            network.evaluate(d.test_x, d.test_t[:3])


class TestCounts:
    def test_are_those_of_the_probes(self):
        """Every cell of a network of two cells is probed: all pulses are seen; an update has one direction a cell."""
        probes = [{"layer": n, "row": 0, "col": 0} for n in (0, 1)]
        network = {"bias": "none", "loss": "mean_square"}
        spec = experiment((1, 1, 1), network=network, record={"probes": probes})
        d = data((1, 1, 1))
        d = replace(d, train_t=-d.train_t)  # sigmoid units and a weight under 1 do not reach it: there is an error
        trainer = Trainer(spec, d)
        for epoch in list(trainer)[1:]:
            for counts, logs in zip(epoch.counts, epoch.probes, strict=True):
                for name in ("a", "c"):
                    signed = logs[name][:, 0, 1]
                    assert counts[name][0] == signed[signed > 0].sum()
                    assert counts[name][1] == -signed[signed < 0].sum()
                    assert len(signed) == 30 and np.abs(signed).sum() > 0
            total = sum(np.abs(logs[name][:, :, 1]).sum() for logs in epoch.probes for name in ("a", "c"))
            assert epoch.pulses_per_sample == total / 30

    def test_of_reads(self):
        """Forward reads of both layers, backward of the second, a transfer a sample; those of evaluations are not."""
        for epoch in trained(experiment())[1][1:]:
            first, second = epoch.counts
            assert first["forward"][0] - first["forward"][2] * 3 == 30 * 3
            assert second["forward"][0] - second["forward"][2] * 2 == 30 * 2
            assert (first["backward"][0], second["backward"][0]) == (0, 30 * 4)
            assert (first["transfer"][0], second["transfer"][0]) == (30 * 3, 30 * 2)
            assert first["a"][2] == second["a"][2] == 30

    def test_are_of_one_epoch(self):
        network, epochs = trained(experiment())
        for layer, tile in enumerate(network.tiles):
            for name, total in tile.counters().items():
                np.testing.assert_array_equal(total, sum(epoch.counts[layer][name] for epoch in epochs))


def test_a_name_is_no_experiment(tmp_path):
    with pytest.raises(xb.SpecError, match=r"run: spec must be an Experiment \(got 'digits'\); give xb.preset"):
        xb.run("digits", tmp_path / "run.h5")


def test_reads_of_a_network_go_on_behind_those_of_its_tiles():
    """Reads without a step draw fresh numbers in every tile, whatever was trained, repeated or read alone before."""
    network, d = MLP.of(experiment()), data()
    network.train_composed(d.train_x[:1], d.train_t[:1], step=4)
    network.train_composed(d.train_x[:1], d.train_t[:1], step=1)
    assert [tile.reads for tile in network.tiles] == [tile.writes for tile in network.tiles] == [5, 5]
    network.tiles[1].backward(np.zeros(2))
    assert network.forward(d.train_x[0]).tobytes() == network.forward(d.train_x[0], step=6).tobytes()


class TestEpochs:
    def test_number_0_is_the_state_before(self):
        spec = experiment()
        before, d = MLP.of(spec), data()
        _, epochs = trained(spec)
        first = epochs[0]
        assert [epoch.number for epoch in epochs] == [0, 1, 2, 3]
        assert first.test == before.evaluate(d.test_x, d.test_t, "evaluate test", 0)
        assert np.isnan(first.train).all() and first.samples == first.seconds == first.pulses_per_sample == 0
        assert not any(counts.any() for layer in first.counts for counts in layer.values())

    def test_go_on_where_another_trainer_ended(self):
        whole, epochs = trained(experiment(epochs=3))
        half, _ = trained(experiment(epochs=2))
        rest = list(Trainer(experiment(epochs=3), data(), half, after=2))
        assert state(half) == state(whole)
        assert [epoch.number for epoch in rest] == [3]
        assert (rest[0].test, rest[0].train) == (epochs[3].test, epochs[3].train)

    def test_training_scores_are_of_the_reads_before_each_update(self):
        """Sample by sample: the hit that is counted is that of the read at the same step, weights as they were."""
        network, d, totals = MLP.of(experiment()), data(), np.zeros(2)
        found = []
        for step in range(30):
            y = network.forward(d.train_x[step], step=step)
            before = totals.copy()
            network.train(d.train_x, d.train_t, np.array([step]), step, totals)
            hit, p = y.argmax() == d.train_t[step].argmax(), np.exp(y) / np.exp(y).sum()
            assert totals[1] - before[1] == hit
            assert totals[0] - before[0] == pytest.approx(-np.log(p[d.train_t[step].argmax()]), rel=1e-5)
            found.append(hit)
        assert 0 < sum(found) < 30

    def test_progress(self):
        calls = []
        spec = experiment(epochs=2)
        trainer = Trainer(spec, data(train=2 * CHUNK + 5), on_progress=lambda *call: calls.append(call))
        list(trainer)
        n = 2 * CHUNK + 5
        assert calls == [(epoch, done, n) for epoch in (1, 2) for done in (CHUNK, 2 * CHUNK, n)]

    def test_callbacks_come_after_the_commit(self, tmp_path):
        seen = []

        def look(epoch, network):
            with xb.open_run(tmp_path / "run.h5") as run:
                seen.append((epoch.number, run.n_records, run["test_loss"][-1] == epoch.test.loss, type(network)))

        xb.run(xb.preset("digits", ["epochs=2"]), tmp_path / "run.h5", callbacks=[look]).close()
        assert seen == [(n, n + 1, True, MLP) for n in range(3)]


SPECS = {
    "features": (experiment((5, 3, 2)), r"network.sizes.0: must equal the features of clouds, 4 \(got 5\)"),
    "classes": (experiment((4, 3, 3)), r"network.sizes.2: must equal the classes of clouds, 2 \(got 3\)"),
    "batch": (experiment(batch_size=31), r"batch_size: must be <= 30, .*\(got 31\)"),
    "judged": (experiment(evaluation={"train_samples": 31}), r"evaluation.train_samples: must be <= 30, .*\(got 31\)"),
    "addresses": (experiment(epochs=2**32 // 30 + 1), r"epochs: must be < 2\^32 / 30"),
}


@pytest.mark.parametrize("case", SPECS.values(), ids=SPECS)
def test_a_spec_that_does_not_fit_the_data(case):
    spec, text = case
    with pytest.raises(xb.SpecError, match=text):
        Trainer(spec, data())


def without(name, value):
    return replace(data(), **{name: value})


NAN = np.full((30, 4), np.nan, np.float32)
DATA = {
    "dtype": (data(dtype="float64"), r"clouds.train_x: must be float32, .*\(got float64\)"),
    "NaN": (without("train_x", NAN), "clouds.train_x: must be finite"),
    "nothing": (without("test_x", np.zeros((0, 4), np.float32)), r"clouds.test_x: must have a row .*\(0, 4\)"),
    "images": (without("train_x", np.zeros((30, 2, 2), np.float32)), r"must have a row .*\(30, 2, 2\)"),
}


@pytest.mark.parametrize("case", DATA.values(), ids=DATA)
def test_data_that_compiled_loops_would_choke_on(case):
    with pytest.raises(xb.DataError, match=case[1]):
        Trainer(experiment(), case[0])


NETWORKS = {
    "hidden": ({"hidden": "softmax"}, r"MLP: hidden must be sigmoid, tanh or relu \(got softmax\)"),
    "loss": ({"loss": "hinge"}, "MLP: loss must be cross_entropy or mean_square"),
    "one size": ({"sizes": [4]}, "MLP: sizes must be two numbers or more"),
    "no list of sizes": ({"sizes": 4}, r"MLP: sizes must be two numbers or more.*\(got 4\)"),
    "a probe of two numbers": ({"probes": [(0, 1)]}, r"MLP: probes must be a list of \(layer, row, column\)"),
    "a transfer of SGD": ({"algorithm": xb.SGD(learning_rate=1, c=xb.SoftBounds()), "periphery": xb.Periphery.ideal()},
                          "Tile.periphery.transfer: cannot act here"),
    "a size of 0": ({"sizes": [4, 0, 2]}, "Tile: n_out must be"),
    "a probe of no layer": ({"probes": [(2, 0, 0)]}, r"within 2 layers, from 0 \(got \(2, 0, 0\)\)"),
    "a probe of no cell": ({"probes": [(1, 4, 0)]}, r"within 4 rows and 2 columns \(got 4, 0\)"),
}


@pytest.mark.parametrize("case", NETWORKS.values(), ids=NETWORKS)
def test_networks_that_cannot_be(case):
    values, text = case
    with pytest.raises(xb.SpecError, match=text):
        MLP(**({"sizes": [4, 3, 2], "algorithm": experiment().algorithm} | values))


def train(network, x=None, t=None, order=None, step=0):
    d = data()
    order = np.arange(30) if order is None else order
    network.train(d.train_x if x is None else x, d.train_t if t is None else t, order, step, np.zeros(2))


CALLS = {
    "x": ({"x": np.zeros((30, 3))}, xb.DataError, "MLP: samples must be 30 x 4"),
    "t": ({"t": np.zeros((30, 3))}, xb.DataError, "MLP: targets must be 30 x 2"),
    "fewer t": ({"t": np.zeros((29, 2))}, xb.DataError, r"targets must be 30 x 2, .*\(got shape \(29, 2\)"),
    "order": ({"order": np.array([0, 30])}, xb.DataError, "from 0 to 29"),
    "order under 0": ({"order": np.array([-1])}, xb.DataError, "from 0 to 29"),
    "step": ({"step": 2**32 - 29}, xb.SpecError, r"MLP.train: step .*\(got 4294967267\)"),
}


@pytest.mark.parametrize("case", CALLS.values(), ids=CALLS)
def test_calls_of_the_compiled_epoch(case):
    """It checks nothing itself: what is refused here would read or write beyond its arrays."""
    values, error, text = case
    network = MLP.of(experiment())
    before = state(network)
    with pytest.raises(error, match=text):
        train(network, **values)
    assert state(network) == before


def test_more_samples_than_the_probes_have_room_for():
    network = MLP([4, 3, 2], experiment().algorithm, probes=[(0, 0, 0)], samples=29)
    with pytest.raises(xb.SpecError, match=r"samples must be at least 30, .*\(got 29\)"):
        train(network)


@pytest.mark.parametrize("wrong", ["a name", "a shape", "a dtype"])
def test_a_state_of_another_network(wrong):
    network = MLP.of(experiment())
    arrays = network.state_arrays()
    if wrong == "a name":
        arrays.pop("layer1.tile.a.w")
    else:
        w = arrays["layer0.tile.c.w"]
        arrays["layer0.tile.c.w"] = w[:2] if wrong == "a shape" else w.astype("float64")
    with pytest.raises(xb.DataError, match=r"MLP.restore: the arrays must be .*got another layer"):
        network.restore(arrays)


def test_forward_of_a_network():
    """Reads are counted where no step is given; a vector in, a vector out."""
    network, d = MLP.of(experiment(periphery=IDEAL | {"transfer": {}})), data()
    np.testing.assert_allclose(network.forward(d.test_x), outputs(network, d.test_x), atol=1e-6)
    assert network.forward(d.test_x[0]).shape == (2,)
    noisy = MLP.of(experiment())
    first, second = noisy.forward(d.test_x[0]), noisy.forward(d.test_x[0])
    assert (first != second).any() and (noisy.forward(d.test_x[0], step=0) == first).all()
