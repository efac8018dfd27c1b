"""The store of a sweep: whole files or none, one schema, fast when it is large; the grid that reads it."""

import csv
import json
import threading
from time import perf_counter

import numpy as np
import pytest

from crossbar.errors import FileError
from crossbar.store import Grid, Store, check_tables, write_tables
from crossbar.store.folder import address_of
from crossbar.sweep import sweep
from crossbar.sweep.points import Points, axes_of
from tests.crossbar.sweeps import plan


@pytest.fixture(scope="module")
def swept(tmp_path_factory):
    """A sweep of eight points, in this process."""
    return sweep(plan(), tmp_path_factory.mktemp("swept") / "store", workers=1)


def test_an_address_is_that_of_the_content():
    assert address_of({"a": 1, "b": [2.5]}) == address_of({"b": [2.5], "a": 1}) != address_of({"a": 1, "b": [2.6]})
    assert len(address_of({})) == 40


def test_the_grid_has_an_axis_for_each_axis(swept):
    assert swept.shape == (2, 2, 2) and swept.done.all()
    assert swept.values("algorithm.a.af") == (0.5, 1.0)
    accuracy = swept["test_accuracy"]
    assert accuracy.shape == (2, 2, 2, 3) and np.isfinite(accuracy).all()
    assert swept["layer0/pulses_c"].shape == (2, 2, 2, 3, 2)
    assert np.isnan(swept["train_loss"][..., 0]).all()  # there is none before the training
    last = swept.last("test_accuracy", 2)
    assert np.array_equal(last, accuracy[..., 1:].mean(-1)) and np.array_equal(swept.last("test_accuracy", 9), last)
    assert (swept.seconds > 0).all()


def test_it_is_read_from_files_alone(swept):
    again = Grid.open(swept.store.folder)
    assert again.name == "small" and again.axes == swept.axes
    assert np.array_equal(again["test_loss"], swept["test_loss"])
    with pytest.raises(FileError, match=r"must have an axis algorithm\.b"):
        again.values("algorithm.b")
    with pytest.raises(FileError, match="test_accuracy"):
        again["accuracy"]


def test_points_that_are_not_there_are_nan(tmp_path, swept):
    store = Store.create(tmp_path / "part")
    store.put_sweep("small", swept.facts)
    store.put(swept.addresses[3], swept.store.get(swept.addresses[3]))
    store.put_failure(swept.addresses[5], {"reason": "it broke", "kind": "ValueError"})
    part = Grid.open(store.folder)
    assert part.done.sum() == 1 and np.isfinite(part.last("test_accuracy")).sum() == 1
    assert part.failures() == [({"algorithm.a.af": 1.0, "algorithm.learning_rate": 0.02, "seed": 2},
                                {"reason": "it broke", "kind": "ValueError"})]  # fmt: skip
    table = _collected(part, tmp_path)[1]
    assert [row["state"] for row in table].count("failed") == 1 and [row["state"] for row in table].count("done") == 1


def test_an_empty_sweep_can_be_read(tmp_path, swept):
    store = Store.create(tmp_path / "none")
    store.put_sweep("small", swept.facts)
    grid = Grid.open(store.folder)
    assert not grid.done.any() and grid.names() == []
    assert _collected(grid, tmp_path)[1][0]["state"] == "missing"


def test_collected_tables_hold_the_same_numbers(tmp_path, swept):
    xarray = pytest.importorskip("xarray")
    path, rows = _collected(swept, tmp_path)
    with xarray.open_dataset(path, engine="h5netcdf") as found:
        chosen = found["test_accuracy"].sel({"algorithm.a.af": 1.0, "algorithm.learning_rate": 0.05, "seed": 2})
        assert np.array_equal(chosen, swept["test_accuracy"][1, 1, 1])
        assert json.loads(found.attrs["base"])["network"]["sizes"] == [64, 10]
    row = next(row for row in rows if (row["algorithm.a.af"], row["algorithm.learning_rate"], row["seed"]) ==
               ("1.0", "0.05", "2"))  # fmt: skip
    assert float(row["last_test_accuracy"]) == swept["test_accuracy"][1, 1, 1, -1]
    assert row["address"] == swept.addresses[7] and row["state"] == "done" and row["epochs"] == "2"


def _collected(grid, folder):
    netcdf, table = write_tables(grid, *check_tables(folder / "all.nc"))
    return netcdf, list(csv.DictReader(table.open()))


def test_collected_tables_overwrite_nothing(tmp_path, swept):
    (tmp_path / "all.csv").write_text("mine")
    with pytest.raises(FileError, match=r"all\.csv: the output must not exist"):
        check_tables(tmp_path / "all.nc")
    with pytest.raises(FileError, match=r"suffix must be one of \.nc"):
        check_tables(tmp_path / "all.txt")


def test_other_folders_are_left_alone(tmp_path):
    (tmp_path / "notes.txt").write_text("mine")
    with pytest.raises(FileError, match="must be a store of sweeps, an empty folder"):
        Store.create(tmp_path)
    with pytest.raises(FileError, match=r"got no store\.json in it"):
        Store.open(tmp_path)
    with pytest.raises(FileError, match="a file"):
        Store.create(tmp_path / "notes.txt")
    assert [path.name for path in tmp_path.iterdir()] == ["notes.txt"]


def test_a_store_of_another_schema_is_left_alone(tmp_path):
    Store.create(tmp_path / "store")
    head = tmp_path / "store" / "store.json"
    text = head.read_text().replace('"schema":1', '"schema":7')
    head.write_text(text)
    with pytest.raises(FileError, match=r"schema 1 \(got 7\)"):
        sweep(plan(), tmp_path / "store", workers=1)
    assert head.read_text() == text and len(list((tmp_path / "store").iterdir())) == 1


def test_a_damaged_point_says_how_to_mend_it(tmp_path, swept):
    store = Store.create(tmp_path / "store")
    store.put(swept.addresses[0], {"a": 1})
    path = store.path("points", swept.addresses[0])
    path.write_text('{"a":')
    with pytest.raises(FileError, match="delete it and run the sweep again"):
        store.get(swept.addresses[0])


def test_which_sweep_of_several(tmp_path, swept):
    store = Store.create(tmp_path / "store")
    with pytest.raises(FileError, match="got no sweep"):
        store.sweep()
    for name in ("one", "two"):
        store.put_sweep(name, {**swept.facts, "name": name})
    with pytest.raises(FileError, match=r"got no name.*one of: one, two"):
        Grid.open(store.folder)
    with pytest.raises(FileError, match="got three"):
        Grid.open(store.folder, "three")
    assert Grid.open(store.folder, "two").name == "two"


def test_one_writer_at_a_time(tmp_path):
    store = Store.create(tmp_path / "store")
    with store.writing(), pytest.raises(FileError, match="must have no other writer"):
        sweep(plan(), tmp_path / "store", workers=1)


def test_points_are_whole_whenever_they_are_read(tmp_path, swept):
    """Readers beside a writer that writes one address again and again."""
    store, record = Store.create(tmp_path / "store"), swept.store.get(swept.addresses[0])
    address, stop = swept.addresses[0], threading.Event()
    store.put(address, record)

    def write():
        while not stop.is_set():
            store.put(address, record)

    writer = threading.Thread(target=write)
    writer.start()
    try:
        assert all(store.get(address) == record for _ in range(200))
    finally:
        stop.set()
        writer.join()
    assert store.done() == {address}


@pytest.mark.slow
def test_a_store_of_100000_points_is_resumed_in_seconds(tmp_path):
    """All points but one are there: only that one is made, validated and computed."""
    large = plan(axes=[{"seed": list(range(1, 100_001))}])
    points = Points(large)
    store = Store.create(tmp_path / "store")
    addresses = [address_of({"point": n}) for n in range(large.size - 1)]  # that of the last is the true one
    addresses.append(points.address(points.spec(large.size - 1)))
    for n in range(256):
        (store.folder / "points" / f"{n:02x}").mkdir(parents=True)
    for address in addresses[:-1]:
        store.path("points", address).write_bytes(b"{}")
    store.put_sweep("small", {"name": "small", "identity": points.identity(), "axes": axes_of(large),
                              "base": points.base_tables(), "points": addresses})  # fmt: skip
    start = perf_counter()
    grid = sweep(large, store.folder, workers=1, yes=True)
    seconds = perf_counter() - start
    assert grid.done.all() and store.get(addresses[-1])["experiment"]["seed"] == 100_000
    assert seconds < 60  # 2 s on an idle machine; making every point again takes minutes
