"""The same seed gives the same bits, whatever else happens; and what a run leaves can be read by others."""

import os
import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor
from itertools import pairwise

import numpy as np
import pytest

import crossbar as xb
from crossbar import trainer
from tests.crossbar import eventful

DEVICE = {"kind": "soft_bounds", "step": 0.002, "c2c": 0.3, "step_d2d": 0.2}
SGD = {"kind": "sgd", "learning_rate": 0.05, "c": DEVICE}


def spec(**changes):
    return eventful.spec(eventful.PLAIN, epochs=3, **changes)


@pytest.fixture(scope="module")
def run(tmp_path_factory):
    with xb.run(spec(), tmp_path_factory.mktemp("run") / "run.h5") as run:
        yield run


def differing(run, other):
    """Names of variables that two runs have and that differ."""
    a, b = eventful.arrays(run), eventful.arrays(other)
    return {name for name in a.keys() & b.keys() if not np.array_equal(a[name], b[name], equal_nan=True)}


class TestBits:
    def test_twice(self, run, tmp_path):
        eventful.assert_same(run, xb.run(spec(), tmp_path / "again.h5"))

    def test_another_seed(self, run, tmp_path):
        """Moves all that is drawn or trained, and nothing else."""
        moved = differing(run, xb.run(spec(seed=6), tmp_path / "other.h5"))
        assert {"train_loss", "test_loss", "layer0/weights_c", "layer1/weights_a", "layer0/pulses_a", "layer1/bias",
                "layer0/device_a/b_up", "probes/weight_c", "probes/pulses_a"} <= moved  # fmt: skip
        kept = {"epoch", "record", "finished", "snapshot", "learning_rate", "probes/row", "layer0/writes_a",
                "layer0/conversions_transfer"}  # fmt: skip
        assert not kept & moved

    def test_any_number_of_threads(self, run, tmp_path):
        """The compiler's threads; a process has one number of them."""
        (tmp_path / "run.toml").write_text(xb.dumps(spec()))
        program = "import sys; from crossbar.cli import main; main(sys.argv[1:])"
        command = [sys.executable, "-c", program, "train", str(tmp_path / "run.toml"), "--out"]
        children = [
            subprocess.Popen([*command, str(tmp_path / f"{n}.h5")], stderr=subprocess.PIPE, stdout=subprocess.DEVNULL,
                             env=os.environ | {"NUMBA_NUM_THREADS": str(n)}, text=True)
            for n in (1, 2)
        ]  # fmt: skip
        for n, child in zip((1, 2), children, strict=True):
            errors = child.communicate(timeout=200)[1]
            assert child.returncode == 0, errors
            eventful.assert_same(run, tmp_path / f"{n}.h5")

    def test_beside_other_trainings(self, run, tmp_path):
        """Threads of one process share code, and no number."""
        specs = [spec(), spec(seed=6), spec()]
        with ThreadPoolExecutor(3) as pool:
            runs = list(pool.map(xb.run, specs, [tmp_path / f"{n}.h5" for n in range(3)]))
        eventful.assert_same(run, runs[0])
        eventful.assert_same(run, runs[2])
        assert "train_loss" in differing(run, runs[1])

    @pytest.mark.parametrize("chunk", [7, 70])
    def test_in_pieces(self, run, tmp_path, monkeypatch, chunk):
        """Between the pieces of an epoch one can interrupt it; 300 samples are no multiple of either."""
        monkeypatch.setattr(trainer, "CHUNK", chunk)
        seen = []
        again = xb.run(spec(), tmp_path / "again.h5", on_progress=lambda *progress: seen.append(progress))
        assert len(seen) == 3 * -(-300 // chunk) and seen[-1] == (3, 300, 300)
        eventful.assert_same(run, again)

    @pytest.mark.parametrize("epoch", [0, 1, 2])
    def test_resumed(self, run, tmp_path, epoch):
        def interrupt(done, network):
            if done.number == epoch:
                raise KeyboardInterrupt

        path = tmp_path / "run.h5"
        with pytest.raises(KeyboardInterrupt):
            xb.run(spec(), path, callbacks=[interrupt])
        assert xb.open_run(path).n_records == epoch + 1
        eventful.assert_same(run, xb.resume(path))

    def test_a_probe_more(self, run, tmp_path):
        """It is one column more beside the others; and without any, all else stays."""
        probes = (*spec().record.probes, xb.Probe(layer=0, row=40, col=7))
        more = xb.run(spec(record=spec().record.replace(probes=probes)), tmp_path / "more.h5")
        moved = differing(run, more)
        assert moved == {name for name in run if name.startswith("probes/") and name != "probes/sample"}
        layers = more["probes/layer"].tolist()
        kept = [n for n, cell in enumerate(zip(layers, more["probes/row"], strict=True)) if cell != (0, 40)]
        for name in moved:
            np.testing.assert_array_equal(more[name][..., kept], run[name], err_msg=name)
        none = xb.run(spec(record=spec().record.replace(probes=())), tmp_path / "none.h5")
        assert not differing(run, none) and not any(name.startswith("probes") for name in none)

    def test_a_layer_more_at_the_end(self):
        """Nobody else's devices, weights, reads or pulses move: their numbers are addressed by the layer."""
        two = xb.MLP.of(spec(record=xb.Record()))
        three = xb.MLP.of(spec(network=xb.Network(sizes=(64, 8, 10, 4), bias="digital"), record=xb.Record()))
        x, d = (np.random.default_rng(n).uniform(-1, 1, (5, n)).astype(np.float32) for n in (64, 8))
        for tile, same in zip(two.tiles, three.tiles[:2], strict=True):
            assert tile.state_arrays().keys() == same.state_arrays().keys()
        first, same = two.tiles[0], three.tiles[0]
        np.testing.assert_array_equal(first.forward(x, 3), same.forward(x, 3))
        first.update(x, d, 3)
        same.update(x, d, 3)
        for (name, value), (_, other) in zip(states(two.tiles), states(three.tiles[:2]), strict=True):
            np.testing.assert_array_equal(value, other, err_msg=name)
        assert (first.arrays["a"].w != 0).any()


def states(tiles):
    return [pair for tile in tiles for pair in tile.state_arrays().items()]


@pytest.mark.parametrize("batch", [1, 3])
@pytest.mark.parametrize("algorithm", ["tiki_taka", "sgd"])
def test_the_compiled_epoch_is_its_layers_composed(algorithm, batch):
    """Bit for bit, with gamma, permuted rows, a digital bias and spreads."""
    changes = {"algorithm": SGD, "pulses": xb.Pulses(max_length=15)} if algorithm == "sgd" else {}
    case = spec(batch_size=batch, record=xb.Record(), **changes)
    data = xb.load_data("digits", train_samples=24)
    fused, composed = xb.MLP.of(case), xb.MLP.of(case)
    totals, losses = np.zeros(2), []
    fused.train(data.train_x, data.train_t, np.arange(24), 50, totals)
    for start, stop in pairwise(range(0, 25, batch)):
        losses += composed.train_composed(data.train_x[start:stop], data.train_t[start:stop], 50 + start).tolist()
    assert totals[0] == pytest.approx(sum(losses), rel=1e-14)
    before = xb.MLP.of(case).state_arrays()
    for name, value in fused.state_arrays().items():
        np.testing.assert_array_equal(value, composed.state_arrays()[name], err_msg=name)
        assert not name.endswith(("bias", "a.w")) or (value != before[name]).any()


class TestPython:
    def test_run_and_open_run(self, run, tmp_path, monkeypatch):
        monkeypatch.chdir(tmp_path)
        numbers = []
        made = xb.run(spec(), callbacks=[lambda epoch, network: numbers.append((epoch.number, network.tiles[0].n_in))])
        assert numbers == [(n, 64) for n in range(4)]
        assert made.path.parent == tmp_path and made.finished
        with xb.open_run(made.path) as again:
            eventful.assert_same(run, again)
            assert xb.loads(again.config) == spec()
            assert again["layer0/weights_c"].shape == (2, 64, 8)  # epochs 0 and 3, of every third and the last
            assert again["probes/weight_a"].shape == (900, 2)
        with pytest.raises(xb.FileError, match="must not exist"):
            xb.run(spec(), made.path)

    def test_while_it_grows(self, run, tmp_path):
        """What has been committed can be read at once, in this process and in xarray."""
        xarray = pytest.importorskip("xarray")
        path, seen = tmp_path / "run.h5", []

        def look(epoch, network):
            with xb.open_run(path) as growing:
                assert not growing.finished
                eventful.assert_begins(growing, run)
                seen.append(growing.n_records)
            with xarray.open_dataset(path, engine="h5netcdf", driver_kwds={"swmr": True}) as root:
                np.testing.assert_array_equal(root["test_loss"], run["test_loss"][: epoch.number + 1])
            with xarray.open_datatree(path, engine="h5netcdf", driver_kwds={"swmr": True}) as tree:
                snapshots = tree["layer1/weights_c"]
                np.testing.assert_array_equal(snapshots, run["layer1/weights_c"][: len(snapshots)])

        xb.run(spec(), path, callbacks=[look])
        assert seen == [1, 2, 3, 4]

    @pytest.mark.parametrize("engine", ["h5netcdf", "netcdf4"])
    def test_in_xarray(self, run, engine):
        xarray = pytest.importorskip("xarray")
        pytest.importorskip("netCDF4")
        with xarray.open_dataset(run.path, engine=engine) as root:
            np.testing.assert_array_equal(root["train_loss"], run["train_loss"])
            assert root["train_loss"].dims == ("epoch",) and root["seconds"].units == "s"
        with xarray.open_datatree(run.path, engine=engine) as tree:
            weights = tree["layer0/weights_a"]
            assert weights.dims == ("snapshot", "input", "output") and weights.dtype == "float32"
            np.testing.assert_array_equal(weights, run["layer0/weights_a"])
            np.testing.assert_array_equal(tree["layer0"]["snapshot"], [0, 3])
            np.testing.assert_array_equal(tree["probes/pulses_c"], run["probes/pulses_c"])
            assert "[algorithm.a]" in tree["provenance"].attrs["config_toml"]

    def test_in_netcdf4(self, run):
        netcdf = pytest.importorskip("netCDF4")
        with netcdf.Dataset(run.path) as file:
            np.testing.assert_array_equal(file["layer1/pulses_a"][:], run["layer1/pulses_a"])
            assert file["layer1/pulses_a"].dimensions == ("epoch", "direction")

    def test_to_xarray(self, run):
        pytest.importorskip("xarray")
        tree = run.to_xarray()
        np.testing.assert_array_equal(tree["layer1/bias"], run["layer1/bias"])
