"""The ledger: its totals are the trainer's counters; energies, wear and times against plain sums over the file."""

import json
from math import inf

import h5py
import numpy as np
import pytest

import crossbar as xb
from crossbar.analysis import endurance
from crossbar.analysis.counts import ArrayCount, ReadCount
from crossbar.analysis.operations import operations
from crossbar.errors import FileError, NoConductances, SpecError
from tests.crossbar.files_of_small_runs import DEVICE, PAIR, TIKI, Trained
from tests.crossbar.small_runs import SGD, experiment

VOLTS = {"write_volts": 1.5, "read_volts": 0.2}
RESIDUAL = {"kind": "residual", "learning_rate": 0.1, "transfer_rate": 0.2, "gamma": 0.5, "arrays": 3,
            "buffer_rate": 0.5, "max_pulses": 7, "rows_per_transfer": 2, "a": DEVICE, "c": DEVICE}  # fmt: skip
PLAIN = {"algorithm": SGD, "network": {"bias": "none"}, "record": {"weights_every": 2}}


@pytest.fixture(scope="module")
def tiki(tmp_path_factory):
    return Trained(tmp_path_factory.mktemp("tiki") / "run.h5", algorithm=TIKI)


@pytest.fixture(scope="module")
def pair(tmp_path_factory):
    return Trained(tmp_path_factory.mktemp("pair") / "run.h5", algorithm=PAIR, network={"bias": "digital"})


@pytest.fixture(scope="module")
def plain(tmp_path_factory):
    """No conductances, no counts of devices, weights of epochs 0, 2 and 3 only."""
    return Trained(tmp_path_factory.mktemp("plain") / "run.h5", **PLAIN)


@pytest.fixture(scope="module")
def three(tmp_path_factory):
    """Residual learning on three arrays, with buffers between them."""
    return Trained(tmp_path_factory.mktemp("three") / "run.h5", algorithm=RESIDUAL)


@pytest.fixture(params=["tiki", "pair", "plain"])
def any_run(request):
    return request.getfixturevalue(request.param)


class TestCounts:
    def test_of_arrays_are_those_of_the_trainer(self, any_run):
        found = xb.ledger(any_run.path)
        assert (found.finished, found.epochs, found.samples) == (True, 3, 90)
        assert [(a.layer, a.array) for a in found.arrays] == [
            (n, name) for n, tile in enumerate(any_run.network.tiles) for name in tile.arrays
        ]
        for array in found.arrays:
            counted = any_run.network.tiles[array.layer].counters()[array.array]
            assert [array.up, array.down, array.writes] == counted[:3].tolist() and array.pulses > 0
            summed = sum(epoch[array.layer][array.array][:3] for epoch in any_run.counts)
            assert summed.tolist() == counted[:3].tolist()

    def test_of_reads_are_those_of_the_trainer(self, any_run):
        for read in xb.ledger(any_run.path).reads:
            tile = any_run.network.tiles[read.layer]
            conversions, clipped, halvings = tile.counters()[read.direction].tolist()
            lines = tile.state.x.shape[1] if read.direction == "backward" else tile.n_out
            assert (read.conversions, read.clipped, read.repeated) == (conversions, clipped, halvings)
            assert read.reads * lines == conversions
            expected = {"forward": 90 + halvings, "backward": 90 * (read.layer > 0), "transfer": 90}
            assert read.reads == expected[read.direction]

    @pytest.mark.parametrize("name", ["tiki", "pair"])
    def test_of_devices_add_up(self, name, request):
        run = request.getfixturevalue(name)
        for array in xb.ledger(run.path).arrays:
            counts = array.counts
            assert counts.shape == (2, *array.shape) and array.shape[0] == (2 if name == "pair" else 1)
            assert counts.sum(axis=(1, 2, 3)).tolist() == [array.up, array.down]
            own = run.network.tiles[array.layer].arrays[array.array].diary.counts
            assert np.array_equal(counts.ravel(), own.ravel())

    def test_of_three_arrays(self, three):
        found = xb.ledger(three.path)
        assert [(a.layer, a.array) for a in found.arrays] == [(n, name) for n in (0, 1) for name in ("c", "a", "a2")]
        for array in found.arrays:
            counted = three.network.tiles[array.layer].counters()[array.array]
            assert [array.up, array.down, array.writes] == counted[:3].tolist() and array.pulses > 0
        assert {r.reads for r in found.reads if r.direction == "transfer"} == {90 * 2 * 2}
        assert found.samples == 90

    def test_reads_that_were_repeated(self, tmp_path):
        """An ADC that is too narrow: bound management reads again, and each of these is a read."""
        tables = {"algorithm": SGD, "record": {}, "periphery": {"forward": {"adc_bound": 0.5}}}
        found = xb.ledger(Trained(tmp_path / "run.h5", **tables).path)
        forward = [read for read in found.reads if read.direction == "forward"]
        assert sum(read.repeated for read in forward) > 0 and found.samples == 90
        assert all(read.reads == 90 + read.repeated for read in forward)

    def test_of_an_open_run(self, plain):
        with xb.open_run(plain.path) as run:
            assert xb.ledger(run).samples == 90
            assert run["test_accuracy"].size == 4  # it stays open

    def test_of_an_interrupted_run(self, tmp_path):
        def stop(epoch, network):
            if epoch.number == 1:
                raise KeyboardInterrupt

        spec = xb.preset("digits", ["epochs=3", "data.train_samples=30", "data.test_samples=10",
                                    "record.pulse_counts=true"])  # fmt: skip
        with pytest.raises(KeyboardInterrupt):
            xb.run(spec, tmp_path / "run.h5", callbacks=[stop])
        found = xb.ledger(tmp_path / "run.h5")
        assert (found.finished, found.epochs, found.samples) == (False, 1, 30)


class TestEnergies:
    def test_of_writing(self, tiki, pair):
        """Every pulse at the mean conductance of its device before and after its epoch."""
        for run in (tiki, pair):
            found = xb.ledger(run.path, **VOLTS).energies
            with h5py.File(run.path) as file:
                for (layer, name), energy in found.writes.items():
                    counts, g = file[f"layer{layer}/pulse_counts_{name}"][:], conductances(file, layer, name)
                    gained = np.diff(counts, axis=0).sum(axis=1)
                    expected = 1.5**2 * 5e-9 * (gained * (g[1:] + g[:-1]) / 2).sum()
                    np.testing.assert_allclose(energy, expected, rtol=1e-12)

    def test_of_writing_without_the_counts_of_devices(self, tmp_path):
        """Weights of epochs 0, 2 and 3: two stretches, in each the mean conductance of the array."""
        run = Trained(tmp_path / "run.h5", algorithm=TIKI, record={"weights_every": 2})
        found = xb.ledger(run.path, **VOLTS).energies
        with h5py.File(run.path) as file:
            g, pulses = conductances(file, 1, "c"), file["layer1/pulses_c"][:].sum(axis=1)
            mean = (g[1:] + g[:-1]).mean(axis=(1, 2)) / 2
        expected = 1.5**2 * 5e-9 * ((pulses[1] + pulses[2]) * mean[0] + pulses[3] * mean[1])
        np.testing.assert_allclose(found.writes[1, "c"], expected, rtol=1e-12)

    def test_of_reading(self, tiki):
        """Forward and backward reads drive A too, since gamma > 0; a transfer drives one row of A, all of the read."""
        found = xb.ledger(tiki.path, **VOLTS, duty=0.25).energies.reads
        work = 0.2**2 * 40e-9
        with h5py.File(tiki.path) as file:
            reference = 5e-6 * 4 * 2  # the conductance at weight 0, of 4 x 2 cells
            sums = {name: conductances(file, 1, name).sum(axis=(1, 2)) + reference for name in "ca"}
            between = {name: (total[1:] + total[:-1]) / 2 for name, total in sums.items()}
            reads = file["layer1/conversions_forward"][1:] / 2
        both = between["c"] + between["a"]
        np.testing.assert_allclose(found[1, "forward"], 0.25 * work * (reads * both).sum(), rtol=1e-12)
        np.testing.assert_allclose(found[1, "backward"], 0.25 * work * 30 * both.sum(), rtol=1e-12)
        np.testing.assert_allclose(found[1, "transfer"], work * 30 * between["a"].sum() / 4, rtol=1e-12)
        assert found[0, "backward"] == 0

    def test_of_reading_three_arrays(self, three):
        """The network sees all of them; a transfer reads a row of a and one of a2 in turn."""
        found = xb.ledger(three.path, **VOLTS).energies.reads
        work, reference = 0.2**2 * 40e-9, 5e-6 * 4 * 2
        with h5py.File(three.path) as file:
            sums = {name: conductances(file, 1, name).sum(axis=(1, 2)) + reference for name in ("c", "a", "a2")}
        between = {name: ((total[1:] + total[:-1]) / 2).sum() for name, total in sums.items()}
        np.testing.assert_allclose(found[1, "backward"], work * 30 * sum(between.values()), rtol=1e-12)
        rows = work * 60 * (between["a"] + between["a2"]) / 4
        np.testing.assert_allclose(found[1, "transfer"], rows, rtol=1e-12)

    def test_a_pair_needs_no_reference_beside_it(self, pair):
        found = xb.ledger(pair.path, **VOLTS).energies.reads
        with h5py.File(pair.path) as file:
            total = conductances(file, 1, "c").sum(axis=(1, 2, 3))
        expected = 0.2**2 * 40e-9 * 30 * ((total[1:] + total[:-1]) / 2).sum()
        np.testing.assert_allclose(found[1, "backward"], expected, rtol=1e-12)

    def test_of_the_adc(self, plain):
        found = xb.ledger(plain.path, adc_energy=2e-12)
        assert found.energies.conversions == {(r.layer, r.direction): r.conversions * 2e-12 for r in found.reads}
        assert not found.energies.reads and not found.energies.writes

    def test_nothing_is_assumed(self, tiki):
        found = xb.ledger(tiki.path).energies
        assert not (found.writes or found.reads or found.conversions) and found.total == 0

    def test_refused_without_conductances(self, plain):
        for given in ({"write_volts": 1.0}, {"read_volts": 1.0}):
            with pytest.raises(NoConductances, match=r"none of array C of layer 0.*g_min and g_max of algorithm\.c,"):
                xb.ledger(plain.path, **given)


def conductances(file, layer, name):
    group = file[f"layer{layer}"]
    states = group[f"states_{name}" if f"states_{name}" in group else f"weights_{name}"][:].astype(np.float64)
    assert group[f"device_{name}"].keys() & {"g_reference", "g_at_state_0"}
    return 5e-6 + 4e-6 * states  # from 1e-6 S at -1 to 9e-6 S at 1


class TestEndurance:
    COUNTS = np.array([[[[3, 0], [7, 1]]], [[[1, 0], [7, 9]]]])  # up, down; one device, two rows, two columns

    def found(self, **given):
        arrays = [array(0, 2 * self.COUNTS), array(1, self.COUNTS)]
        return endurance.endurance(arrays, **({"epochs": 4, "worst": 3, "limit": None} | given))

    def test_the_worst_devices(self):
        worst = [(w.layer, w.row, w.column, w.up, w.down) for w in self.found().worst]
        assert worst == [(0, 1, 0, 14, 14), (0, 1, 1, 2, 18), (1, 1, 0, 7, 7)]
        assert len(self.found(worst=99).worst) == 8 and not self.found(worst=0).worst

    def test_of_equals_the_first(self):
        arrays = [array(n, np.ones((2, 1, 3, 2), int)) for n in (0, 1)]
        worst = endurance.endurance(arrays, 1, 4, None).worst
        assert [(w.layer, w.row, w.column) for w in worst] == [(0, 0, 0), (0, 0, 1), (0, 1, 0), (0, 1, 1)]

    def test_moments(self):
        pulses = [8, 0, 28, 20, 4, 0, 14, 10]
        found = self.found()
        assert found.mean == np.mean(pulses) and found.quantiles == tuple(np.quantile(pulses, [0.5, 0.9, 0.99]))
        assert (found.devices, found.beyond, found.lifetime) == (8, None, None)

    def test_beyond_a_limit_and_lifetime(self):
        found = self.found(limit=14)
        assert found.beyond == 2 / 8  # 14 pulses are not beyond 14
        assert found.lifetime == 14 / (28 / 4)
        assert endurance.endurance([array(0, 0 * self.COUNTS)], 4, 1, 10).lifetime == inf

    def test_histogram(self):
        number, edges = endurance.histogram(array(0, self.COUNTS))
        assert number.sum() == 4 and number[[0, 4, 10, 14]].tolist() == [1, 1, 1, 1] and edges[-1] == 15

    def test_of_a_run(self, tiki):
        found = xb.ledger(tiki.path, worst=1, limit=50).endurance
        counts = np.concatenate([a.counts.sum(axis=0).ravel() for a in xb.ledger(tiki.path).arrays])
        assert found.worst[0].pulses == counts.max() and found.beyond == (counts > 50).mean()
        assert found.lifetime == pytest.approx(50 * 3 / counts.max())

    @pytest.mark.parametrize("given", [{"worst": 3}, {"limit": 1e3}])
    def test_needs_counts(self, plain, given):
        assert xb.ledger(plain.path).endurance is None
        with pytest.raises(SpecError, match=r"every device .* record\.pulse_counts=true"):
            xb.ledger(plain.path, **given)


def array(layer, counts):
    up, down = counts.sum(axis=(1, 2, 3)).tolist()
    return ArrayCount(layer, "c", counts.shape[1:], up, down, 1, counts)


class TestTimes:
    def test_by_the_clock(self, tmp_path):
        """Reads one after the other, writes of the layers side by side, at most 31 slots each."""
        clock = {"pulse_width": 1e-8, "read_time": 3e-8}
        found = xb.ledger(Trained(tmp_path / "run.h5", algorithm=TIKI, clock=clock).path)
        number = {way: sum(r.reads for r in found.reads if r.direction == way) for way in ("forward", "backward")}
        assert found.times.forward == number["forward"] * 3e-8
        assert found.times.backward == number["backward"] * 3e-8 and found.times.transfer == 90 * 3e-8
        writes = max(sum(a.writes for a in found.arrays if a.layer == n) for n in (0, 1))
        assert found.times.pulses == pytest.approx(writes * 31 * 1e-8)

    def test_whole_pulses_take_as_many_slots_as_there_may_be(self, three):
        found = xb.ledger(three.path)
        longest = {"a": 31, "a2": 7, "c": 7}
        slots = [sum(a.writes * longest[a.array] for a in found.arrays if a.layer == n) for n in (0, 1)]
        assert found.times.pulses == pytest.approx(max(slots) * 5e-9)

    def test_of_the_digital_part(self, tiki):
        plain, timed = xb.ledger(tiki.path), xb.ledger(tiki.path, flops=1e9)
        number = sum(each.total for each in timed.operations)
        assert plain.times.digital == 0 and timed.times.digital == pytest.approx(number * 1e-9)
        assert timed.times.total == pytest.approx(plain.times.total + number * 1e-9)

    def test_exact_writes_take_no_slots(self, tmp_path):
        algorithm = {"kind": "sgd", "learning_rate": 0.1, "c": {"kind": "soft_bounds"}}
        run = Trained(tmp_path / "run.h5", algorithm=algorithm, pulses={"kind": "exact"}, record={})
        assert xb.ledger(run.path).times.pulses == 0


class TestOperations:
    """A layer of 4 rows and 3 columns, 10 samples, 20 rows read for transfers."""

    @pytest.mark.parametrize(("kind", "more", "gradient", "transfer"), [
        ("sgd", {}, 10 * 7, 0), ("tiki_taka", {"transfer_rate": 0.1}, 10 * 7, 20 * 3),
        ("hamiltonian", {"transfer_rate": 0.1}, 10 * 7, 20 * 3),
        ("ttv2", {"buffer_rate": 0.1}, 10 * 7, 20 * 2 * 3), ("cttv2", {"buffer_rate": 0.1}, 10 * 7, 20 * 2 * 3),
        ("agad", {"buffer_rate": 0.1}, 10 * 7, 20 * 6 * 3),
        ("residual", {"transfer_rate": 0.1, "gamma": 0.1}, 10 * 7, 20 * 3),
        ("residual", {"transfer_rate": 0.1, "gamma": 0.1, "buffer_rate": 0.1}, 10 * 7, 20 * 3 * 3),
        ("mixed_precision", {"transfer_every": 2}, 10 * 24, 5 * 3),
        ("mixed_precision", {"transfer_every": 3, "rows_per_transfer": "all"}, 10 * 24, 3 * 4 * 3),
    ])  # fmt: skip
    def test_by_hand(self, kind, more, gradient, transfer):
        device = {"kind": "soft_bounds"}
        table = {"kind": kind, "learning_rate": 0.1, "c": device, **more}
        if kind not in ("sgd", "mixed_precision"):
            table["a"] = device
        arrays = [ArrayCount(0, name, (1, 4, 3), 0, 0, 0, None) for name in "ca"]
        reads = [ReadCount(0, "transfer", 20, 0, 60, 0, True)] if "a" in table else []
        (found,) = operations(experiment(algorithm=table), arrays, reads, 10)
        assert (found.layer, found.gradient, found.transfer) == (0, gradient, transfer)

    def test_nothing_is_known_of_an_algorithm_of_ones_own(self):
        table = {"kind": "custom", "learning_rate": 0.1, "law": "somewhere:Own", "c": {"kind": "soft_bounds"}}
        assert not list(operations(experiment(algorithm=table), [], [], 10))

    def test_of_a_run(self, tiki):
        first, last = xb.ledger(tiki.path).operations
        assert (first.gradient, first.transfer) == (90 * (5 + 3), 90 * 3)
        assert (last.gradient, last.transfer) == (90 * (4 + 2), 90 * 2)


class TestRuntime:
    @pytest.mark.parametrize(("algorithm", "nanoseconds"), [
        ("sgd", 30.9), ("ttv2", 56.3), ("cttv2", 56.3), ("agad", 62.1), ("mixed_precision", 3024.5),
    ])  # fmt: skip
    def test_published(self, algorithm, nanoseconds):
        """Rasch et al. 2024, 512 lines, ns = 2, trains of 5 slots of 5 ns, reads of 40 ns, 175 GFLOP/s."""
        assert abs(1e9 * xb.runtime(algorithm) - nanoseconds) < 0.1

    def test_tiki_taka(self):
        """A row every second sample: (1024 + 256)/175e9 + 7.5 x 5 ns + 20 ns."""
        assert xb.runtime("tiki_taka") == pytest.approx(1280 / 175e9 + 57.5e-9)

    def test_every_row(self):
        """Ours: N rows, each read, scaled and written by a train."""
        row = 512 / 175e9 + 25e-9 + 40e-9
        assert xb.runtime("hamiltonian") == pytest.approx(1024 / 175e9 + 25e-9 + 512 * row)
        assert xb.runtime("residual", transfer_every=4) == pytest.approx(1024 / 175e9 + 25e-9 + 128 * row)

    def test_knobs(self):
        assert xb.runtime("sgd", n=1024, pulses=10, pulse_width=2e-9, flops=1e12) == pytest.approx(2048e-12 + 20e-9)
        assert xb.runtime("ttv2", transfer_every=4, read_time=1e-7) == pytest.approx(
            (1024 + 256) / 175e9 + 5.25 * 5e-9 + 25e-9)
        assert xb.runtime("mixed_precision", batch=512) == pytest.approx((2 * 512**2 + 512) / 175e9 + 5e-9)

    @pytest.mark.parametrize(("given", "said"), [
        ({"algorithm": "adam"}, "algorithm"), ({"n": 0}, "n: must be >= 1"), ({"flops": -1}, "flops"),
        ({"algorithm": "sgd", "transfer_every": 3}, "cannot act"), ({"algorithm": "ttv2", "batch": 3}, "cannot act"),
        ({"algorithm": "mixed_precision", "pulses": 3.0}, "cannot act"), ({"lines": 3}, "unknown key"),
        ({"algorithm": "hamiltonian", "transfer_every": 3}, "every row at every sample"),
    ])  # fmt: skip
    def test_wrong(self, given, said):
        with pytest.raises(SpecError, match=said):
            xb.runtime(**given)


@pytest.mark.parametrize(("given", "said"), [
    ({"write_volts": 0}, "write_volts must be a finite number > 0"), ({"read_volts": inf}, "read_volts"),
    ({"adc_energy": -1.0}, "adc_energy"), ({"duty": 0.5}, "without read_volts"), ({"worst": -1}, "worst"),
    ({"read_volts": 1.0, "duty": 1.5}, "at most 1"), ({"limit": 0}, "endurance"), ({"flops": 0.0}, "flops must be"),
])  # fmt: skip
def test_values_out_of_range(tiki, given, said):
    with pytest.raises(SpecError, match=said):
        xb.ledger(tiki.path, **given)


def test_no_adc_has_no_energy(tmp_path):
    reads = dict.fromkeys(("forward", "backward"), "ideal")
    run = Trained(tmp_path / "run.h5", algorithm=SGD, periphery=reads, record={})
    with pytest.raises(SpecError, match="adc_bits = 0"):
        xb.ledger(run.path, adc_energy=1e-12)


def test_a_file_that_is_no_training(finished):
    with pytest.raises(FileError, match="must be the trajectory of a training"):
        xb.ledger(finished)


class TestCommand:
    def test_what_it_prints(self, crossbar, tiki):
        code, out, err = crossbar("ledger", tiki.path, "--json", "--write-volts", 1.5, "--worst", 2, "--endurance", 50)
        assert (code, err) == (0, "")
        found = xb.ledger(tiki.path, write_volts=1.5, worst=2, limit=50)
        result = json.loads(out.splitlines()[-1])
        assert [row["up"] for row in result["arrays"]] == [a.up for a in found.arrays]
        assert result["energy"] == {"writes": sum(found.energies.writes.values()), "reads": None, "conversions": None}
        assert [w["up"] for w in result["endurance"]["worst"]] == [w.up for w in found.endurance.worst]
        assert "3 epochs, 90 samples, finished" in out and "give --read-volts V" in out
        assert "an endurance of 50 pulses" in out and out.count(" pulses (") == 2
        assert all(f"layer{a.layer} {a.array.upper()}" in out and str(a.up) in out for a in found.arrays)

    def test_counts_are_told_where_energies_are_refused(self, crossbar, plain):
        code, out, err = crossbar("ledger", plain.path, "--read-volts", 0.2)
        assert code == 2 and "g_min and g_max" in err and "90 samples" in out and "time a sample" in out

    def test_plot(self, crossbar, tiki, tmp_path):
        pytest.importorskip("matplotlib")
        code, *_ = crossbar("ledger", tiki.path, "--plot", tmp_path / "wear.png")
        assert code == 0 and (tmp_path / "wear.png").read_bytes().startswith(b"\x89PNG")
        code, _, err = crossbar("ledger", tiki.path, "--plot", tmp_path / "wear.png")
        assert code == 2 and "must not exist" in err
        assert "suffix" in crossbar("ledger", tiki.path, "--plot", tmp_path / "wear.bmp")[2]

    def test_nothing_to_plot(self, crossbar, plain, tmp_path):
        pytest.importorskip("matplotlib")
        code, _, err = crossbar("ledger", plain.path, "--plot", tmp_path / "wear.png")
        assert code == 2 and "record.pulse_counts=true" in err and not (tmp_path / "wear.png").exists()


def test_figure(tiki):
    """A map and a histogram for each array; the map holds the counts of the file."""
    pytest.importorskip("matplotlib")
    found = xb.ledger(tiki.path)
    axes = xb.plot_ledger(found).axes
    assert len(axes) == 8
    for array, ax in zip(found.arrays, axes[::2], strict=True):
        drawn = np.ma.getdata(ax.images[0].get_array())
        assert np.array_equal(drawn, array.counts.sum(axis=0).max(axis=0))
