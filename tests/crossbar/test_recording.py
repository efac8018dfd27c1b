"""What a run writes: names, units, device parameters, weights, counts, shares and probes against the network itself."""

import h5py
import numpy as np
import pytest

import crossbar as xb
from crossbar import recording
from crossbar.network import MLP
from crossbar.trainer import NOTHING, Epoch, Trainer

from .small_runs import SGD, TIKI, data, experiment

SPREAD = {
    "kind": "soft_bounds", "step": 0.01, "c2c": 0.3, "step_d2d": 0.3, "w_max_d2d": 0.1, "g_min": 1e-6, "g_max": 9e-6,
}  # fmt: skip
PROBES = [{"layer": 1, "row": 3, "col": 1}, {"layer": 0, "row": 4, "col": 2}, {"layer": 0, "row": 0, "col": 0}]
SPEC = experiment(
    algorithm=TIKI | {"a": SPREAD | {"w_max": 0.5}, "c": SPREAD}, network={"bias": "analog"}, record={"probes": PROBES},
    evaluation={"train_samples": 10},
)  # fmt: skip


class Recorded:
    """A run of small data, all rows kept as the writer would get them."""

    def __init__(self, spec):
        self.data = data(spec.network.sizes)
        trainer = Trainer(spec, self.data)
        self.network = trainer.network
        self.variables = {v.path: v for v in recording.variables(self.network, len(self.data.train_x))}
        self.static = recording.static(self.network)
        self.epochs, self.rows, self.snapshots, self.samples = [], [], [], []
        for epoch in trainer:
            self.epochs.append(epoch)
            self.rows.append(recording.epoch_row(self.network, epoch))
            self.snapshots.append({k: np.array(v) for k, v in recording.snapshot_row(self.network).items()})
            self.samples.append(recording.sample_rows(epoch))

    def paths(self, cadence):
        return {path for path, variable in self.variables.items() if variable.cadence == cadence}


@pytest.fixture(scope="module")
def run():
    return Recorded(SPEC)


@pytest.mark.parametrize("spec", [
    SPEC, experiment(algorithm=SGD), experiment(algorithm=SGD, network={"bias": "digital"}),
    experiment(network={"bias": "none"}, record={"probes": PROBES[2:]}),
], ids=["all", "sgd", "digital", "none"])  # fmt: skip
def test_rows_are_those_that_were_declared(spec):
    """Every declared variable gets a row of its shape at its cadence, and nothing else is written."""
    run = Recorded(spec)
    assert run.static.keys() == run.paths("static")
    assert all(row.keys() == run.paths("epoch") for row in run.rows)
    assert all(row.keys() == run.paths("snapshot") for row in run.snapshots)
    assert run.samples[0] is None
    for rows in run.samples[1:]:
        assert (rows or {}).keys() == run.paths("sample")
    for found in (run.static, *run.rows, *run.snapshots):
        for path, value in found.items():
            assert np.shape(value) == run.variables[path].shape, path


def test_every_variable_of_a_file_has_units_and_long_name(tmp_path):
    spec = xb.preset("digits", ["epochs=1", "record.probes=[{layer = 0, row = 3, col = 2}]", "algorithm.c.g_min=0.0",
                                "algorithm.c.g_max=1e-5", "data.train_samples=100"])  # fmt: skip
    xb.run(spec, tmp_path / "run.h5").close()
    found = []

    def visit(path, item):
        if isinstance(item, h5py.Dataset) and not item.is_scale:
            found.append(path)
            assert item.attrs.get("units") and item.attrs.get("long_name"), path

    with h5py.File(tmp_path / "run.h5") as file:
        file.visititems(visit)
    assert {"train_loss", "layer0/weights_a", "layer1/device_c/g_reference", "probes/weight_c"} <= set(found)


def test_long_names_tell_variables_apart(run):
    """But for the same thing of another layer."""
    for group in ("", "layer0", "layer1", "layer0/device_c", "probes"):
        names = [v.long_name for v in run.variables.values() if v.group == group]
        assert len(set(names)) == len(names), group


class TestDevices:
    def test_cells_that_differ_are_stored_one_by_one(self, run):
        for n, tile in enumerate(run.network.tiles):
            for name, array in tile.arrays.items():
                for field in array.dev.cells.dtype.names:
                    path = f"layer{n}/device_{name}/{field}"
                    assert run.variables[path].dims == ("input", "output")
                    np.testing.assert_array_equal(run.static[path], array.dev.cells[field])
        w_max = run.static["layer0/device_c/w_max"]
        assert w_max.shape == (5, 3) and len(np.unique(w_max)) == 15

    def test_cells_that_are_equal_are_stored_once(self):
        run = Recorded(experiment(algorithm=SGD))
        for field, value in {"w_min": -1, "w_max": 1, "b_up": 0.01, "b_dn": 0.01}.items():
            assert run.variables[f"layer0/device_c/{field}"].shape == ()
            assert run.static[f"layer0/device_c/{field}"] == np.float32(value)

    def test_common_parameters(self, run):
        assert run.static["layer1/device_a/c2c"] == np.float32(0.3)
        assert run.static["layer1/device_a/pulse_step"] == 0.01

    def test_tables_have_a_node_axis(self):
        table = {"kind": "table", "step": 0.01, "up": [1.0, 0.5, 0.2], "down": [0.3, 1.0]}
        network = MLP.of(experiment(algorithm=SGD | {"c": table}))
        found = {v.path: v for v in recording.variables(network, 30)}
        assert found["layer0/device_c/t_up"].dims == ("node_t_up",) and found["layer0/device_c/t_dn"].shape == (2,)
        np.testing.assert_array_equal(recording.static(network)["layer0/device_c/t_up"], np.float32([1, 0.5, 0.2]))

    def test_siemens(self, run):
        """g = g_reference + g_per_weight w is the device's own conversion, cell by cell."""
        for n, tile in enumerate(run.network.tiles):
            for name in ("a", "c"):
                home, w = f"layer{n}/device_{name}", run.snapshots[-1][f"layer{n}/weights_{name}"]
                g = run.static[f"{home}/g_reference"] + run.static[f"{home}/g_per_weight"] * w.astype(float)
                np.testing.assert_allclose(g, tile.conductances(name), rtol=1e-5)
                assert {run.variables[f"{home}/{v}"].units for v in ("g_reference", "g_per_weight")} == {"S"}
        assert run.static["layer0/device_c/g_per_weight"] == pytest.approx(4e-6)
        assert run.static["layer0/device_a/g_per_weight"] == pytest.approx(8e-6 / 1.5)

    def test_without_siemens_there_are_none(self):
        assert not any("g_" in path for path in Recorded(experiment(algorithm=SGD)).static)


class TestEpochs:
    def test_scores_and_rates(self, run):
        for row, epoch in zip(run.rows, run.epochs, strict=True):
            names = ("train_loss", "train_accuracy", "test_loss", "test_accuracy", "judged_loss", "judged_accuracy")
            np.testing.assert_array_equal([row[n] for n in names], [*epoch.train, *epoch.test, *epoch.judged])
            assert (row["learning_rate"], row["transfer_rate"]) == epoch.rates == (0.1, 0.2)
            assert row["pulses_per_sample"] == epoch.pulses_per_sample

    def test_counts_are_the_trainers(self, run):
        for row, epoch in zip(run.rows, run.epochs, strict=True):
            for n, counts in enumerate(epoch.counts):
                for name in ("a", "c"):
                    up, down, writes, saturated, _ = counts[name]
                    assert row[f"layer{n}/pulses_{name}"] == [up, down] and row[f"layer{n}/writes_{name}"] == writes
                    assert row[f"layer{n}/saturated_{name}"] == (saturated / writes if writes else 0)
                for read in ("forward", "backward", "transfer"):
                    found = [row[f"layer{n}/{what}_{read}"] for what in ("conversions", "clipped")]
                    assert found == counts[read][:2].tolist()
                assert row[f"layer{n}/halvings_forward"] == counts["forward"][2]
        totals = [sum(sum(row[f"layer{n}/pulses_{name}"]) for n in (0, 1) for name in "ac") for row in run.rows]
        assert totals[0] == 0 < totals[1] and totals == [30 * row["pulses_per_sample"] for row in run.rows]

    def test_weights(self, run):
        for n, tile in enumerate(run.network.tiles):
            for name, array in tile.arrays.items():
                np.testing.assert_array_equal(run.snapshots[-1][f"layer{n}/weights_{name}"], array.w)

    def test_digital_bias(self):
        run = Recorded(experiment(algorithm=SGD, network={"bias": "digital"}))
        assert not run.snapshots[0]["layer1/bias"].any()
        np.testing.assert_array_equal(run.snapshots[-1]["layer1/bias"], run.network.tiles[1].state.bias)
        assert run.snapshots[-1]["layer1/bias"].all()


class TestProbes:
    def test_places(self, run):
        """Layer by layer; within a layer in the order given."""
        places = [run.static[f"probes/{name}"].tolist() for name in ("layer", "row", "col")]
        assert list(zip(*places, strict=True)) == [(0, 4, 2), (0, 0, 0), (1, 3, 1)]

    def test_end_where_the_weights_are(self, run):
        for rows, snapshot in zip(run.samples[1:], run.snapshots[1:], strict=True):
            for name in ("a", "c"):
                last = [snapshot[f"layer{n}/weights_{name}"][i, j] for n, i, j in ((0, 4, 2), (0, 0, 0), (1, 3, 1))]
                np.testing.assert_array_equal(rows[f"probes/weight_{name}"][-1], last)
                assert rows[f"probes/weight_{name}"].shape == (30, 3)

    def test_move_where_pulses_arrive_and_only_there(self, run):
        """In the direction of the pulses; a step that c2c 0.3 turns round is one in 2000."""
        for name in ("a", "c"):
            before = run.snapshots[0]
            start = [before[f"layer{n}/weights_{name}"][i, j] for n, i, j in ((0, 4, 2), (0, 0, 0), (1, 3, 1))]
            w = np.vstack([[start], *(rows[f"probes/weight_{name}"] for rows in run.samples[1:])])
            pulses = np.vstack([rows[f"probes/pulses_{name}"] for rows in run.samples[1:]])
            moved = np.diff(w, axis=0)
            assert pulses.dtype == np.int32 and pulses.any() and (pulses == 0).any()
            assert not moved[pulses == 0].any()
            assert (moved[pulses != 0] * np.sign(pulses[pulses != 0]) > 0).mean() > 0.95

    def test_of_one_layer_only(self):
        run = Recorded(experiment(record={"probes": PROBES[:1]}))
        assert run.samples[1]["probes/weight_a"].shape == (30, 1)
        np.testing.assert_array_equal(run.static["probes/layer"], [1])


def made_case(spec, change):
    """The row of a network to which `change` was done by hand, with its counters as those of an epoch."""
    network = MLP.of(spec)
    change(network)
    counts = [tile.counters() for tile in network.tiles]
    return recording.epoch_row(network, Epoch(1, NOTHING, NOTHING, NOTHING, 5, (0.1, 0.2), 0.0, 0.0, counts))


class TestShares:
    def test_of_cells_at_a_bound(self):
        """7 of 15 cells at their own bounds, 4 above and 3 below; one just inside."""

        def change(network):
            cells, w = network.tiles[0].arrays["c"].dev.cells, np.zeros((5, 3), np.float32)
            w.flat[:4], w.flat[4:7] = cells.w_max.flat[:4], cells.w_min[0, 0]
            w.flat[7] = np.nextafter(cells.w_max.flat[7], np.float32(0))
            network.tiles[0].set_weights(w)

        row = made_case(SPEC, change)
        assert row["layer0/at_bound_c"] == 7 / 15 and row["layer0/at_bound_a"] == row["layer1/at_bound_c"] == 0

    def test_of_all_cells(self):
        row = made_case(SPEC, lambda network: network.tiles[1].set_weights(np.full((4, 2), 9.0), "a"))
        assert row["layer1/at_bound_a"] == 1 and row["layer0/at_bound_a"] == 0

    def test_of_saturated_trains(self):
        """k = rate X D/s0 = 0.1 D/0.01 with X = 1: 2 of 5 updates ask for more than 31; zero errors are no writes."""

        def change(network):
            d = np.outer([3.0, 3.2, 0.5, 0.0, 10.0, 0.01], [1.0, -0.5, 0.1])
            network.tiles[0].update(np.tile([1.0, 0.2, 0.1, 0.5], (6, 1)), d)

        row = made_case(experiment(algorithm=SGD), change)
        assert row["layer0/writes_c"] == 5 and row["layer0/saturated_c"] == 2 / 5
        assert row["layer1/writes_c"] == row["layer1/saturated_c"] == 0
