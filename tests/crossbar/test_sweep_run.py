"""Sweeps as they are run: the same bits on one worker or several, whoever is killed meanwhile; failures; clusters."""

import os
import re
import signal
import subprocess
import sys
from time import monotonic, sleep

import pytest

from crossbar.errors import CrossbarError, SpecError
from crossbar.store import Grid, Store
from crossbar.sweep import engines, sweep
from crossbar.sweep.task import OtherVersion, agree
from crossbar.sweep.version import fingerprint
from tests.crossbar.sweeps import SMALL, bits, plan

distributed = pytest.importorskip("distributed")
pytestmark = [pytest.mark.timeout(600), pytest.mark.filterwarnings("ignore")]
CROSSBAR = "import sys; from crossbar.cli import main; sys.exit(main(sys.argv[1:]))"
PATIENCE = 240  # seconds; another process may compile first


@pytest.fixture(scope="module")
def whole(tmp_path_factory):
    """The sweep that nobody disturbs, in this process."""
    return sweep(plan(), tmp_path_factory.mktemp("whole") / "store", workers=1)


def toml(path, epochs=2, seeds=2):
    """The sweep of `plan` as a file; more epochs and seeds take longer."""
    path.write_text(
        f'base = "digits"\nname = "small"\n[set]\nepochs = {epochs}\n"network.sizes" = [64, 10]\n'
        '"data.train_samples" = 64\n"data.test_samples" = 32\n[[axes]]\n"algorithm.a.af" = [0.5, 1.0]\n'
        f'[[axes]]\n"algorithm.learning_rate" = [0.02, 0.05]\n[[axes]]\nseed = {list(range(1, seeds + 1))}\n'
    )
    return path


def start(*arguments, **options):
    command = [sys.executable, "-c", CROSSBAR, *map(str, arguments)]
    return subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True, **options)


def until(condition, process=None):
    end = monotonic() + PATIENCE
    while not (found := condition()):
        assert monotonic() < end, "it did not come"
        assert process is None or process.poll() is None, process.communicate()
        sleep(0.05)
    return found


def test_two_workers_give_the_bits_of_one(whole, tmp_path):
    grid = sweep(plan(), tmp_path / "store", workers=2)
    assert grid.done.all() and bits(grid.store) == bits(whole.store)


def test_what_is_done_is_never_run_again(whole, tmp_path):
    sweep(plan(axes=[{"algorithm.a.af": [0.5]}, {"algorithm.learning_rate": [0.02, 0.05]}, {"seed": [1, 2]}]),
          tmp_path / "store", workers=1)  # fmt: skip
    before = {path: path.stat().st_mtime_ns for path in (tmp_path / "store" / "points").rglob("*.json")}
    assert len(before) == 4
    grid = sweep(plan(), tmp_path / "store", workers=1)
    assert {path: path.stat().st_mtime_ns for path in before} == before
    assert grid.done.all() and bits(grid.store) == bits(whole.store)


def test_a_dry_run_leaves_nothing(tmp_path):
    said = []

    class Watch:
        say = staticmethod(said.append)

    sweep(plan(), tmp_path / "store", workers=1, dry_run=True, watch=Watch())
    assert not list(tmp_path.iterdir())
    assert re.match(r"small: 8 points, 0 of them in the store", said[0])
    assert re.match(r"estimate: 8 points, .* of one core, .* of memory a worker, .* on disk", said[1])


def test_trajectories_are_those_of_train(tmp_path, whole):
    import crossbar as xb

    grid = sweep(plan(trajectories=True), tmp_path / "store", workers=1)
    assert set(grid.addresses).isdisjoint(whole.addresses)
    address = grid.addresses[7]
    with xb.open_run(grid.store.path("runs", address, ".h5")) as run:
        assert run.finished and run["test_accuracy"].tolist() == grid["test_accuracy"][1, 1, 1].tolist()
        assert run["layer0/weights_c"].shape == (3, 65, 10)
    assert grid["test_loss"].tolist() == whole["test_loss"].tolist()
    assert not list(grid.store.folder.rglob("*.part.h5*"))


def test_a_point_that_fails_stops_nobody(tmp_path, crossbar, whole):
    """A law whose module is not there: the point cannot be built where it is computed."""
    path = toml(tmp_path / "small.toml")
    text = path.read_text().replace('"algorithm.a.af" = [0.5, 1.0]', '"algorithm.a" = [{ kind = "soft_bounds", af = 1.0'
        ' }, { kind = "custom", law = "tests.crossbar.nowhere:Law", granularity = 0.001 }]')  # fmt: skip
    path.write_text(text)
    code, out, err = crossbar("sweep", path, "--workers", 1, "--out", tmp_path / "store")
    assert code == 1 and out.count("failed: algorithm.a = ") == 4 and "nowhere" in out
    assert "4 of 8 points failed" in err
    assert "4 of 8 points in" in out
    grid = Grid.open(tmp_path / "store")
    assert grid.done[0].all() and not grid.done[1].any() and len(grid.failures()) == 4
    code, out, _ = crossbar("sweep", path, "--workers", 1, "--out", tmp_path / "store")
    assert code == 1 and "8 points, 4 of them in the store" in out  # what failed is tried again
    code, out, _ = crossbar("collect", tmp_path / "store", "--out", tmp_path / "all.nc")
    assert code == 0 and (tmp_path / "all.nc").exists() and (tmp_path / "all.csv").read_text().count(",failed,") == 4
    code, _, err = crossbar("collect", tmp_path / "store", "--out", tmp_path / "all.nc")
    assert code == 2 and "must not exist" in err


@pytest.mark.slow
def test_a_point_that_kills_its_worker_stops_nobody(tmp_path):
    law = {"kind": "custom", "law": "tests.crossbar.poisonous:Deadly", "granularity": 0.001}
    mixed = plan(axes=[{"algorithm.a": [{"kind": "soft_bounds", "af": 1.0}, law]}, {"seed": [1, 2]}])
    grid = sweep(mixed, tmp_path / "store", workers=2)
    assert grid.done[0].all() and not grid.done[1].any()
    assert [why["kind"] for _, why in grid.failures()] == ["KilledWorker", "KilledWorker"]
    assert "its worker died each time" in grid.failures()[0][1]["reason"]


@pytest.mark.slow
def test_killed_workers_and_a_killed_client_cost_no_bit(tmp_path):
    """Kill a worker, then the client and all it leaves, run again: the bits of a sweep nobody disturbed."""
    path, store = toml(tmp_path / "small.toml", epochs=600, seeds=6), tmp_path / "store"
    process = start("sweep", path, "--workers", 2, "--out", store, start_new_session=True)
    until(lambda: len(list(store.glob("points/*/*.json"))) > 1, process)
    os.kill(until(lambda: workers_of(process.pid), process)[0], signal.SIGKILL)
    until(lambda: len(list(store.glob("points/*/*.json"))) > 5, process)
    os.killpg(process.pid, signal.SIGKILL)
    process.communicate()
    kept = len(Store.open(store).done())
    assert 5 < kept < 24
    again = start("sweep", path, "--workers", 2, "--out", store)
    out, err = again.communicate(timeout=PATIENCE)
    assert again.returncode == 0, err
    assert f"24 points, {kept} of them in the store" in out and "24 of 24 points" in out
    quiet = start("sweep", path, "--workers", 1, "--out", tmp_path / "quiet")
    assert quiet.wait(PATIENCE) == 0
    assert bits(Store.open(store)) == bits(Store.open(tmp_path / "quiet"))


def workers_of(pid):
    """Processes below `pid` that compute: grandchildren of a client, children of a nanny."""
    out = subprocess.run(["ps", "-wweo", "pid,ppid,args"], capture_output=True, text=True, check=True).stdout
    rows = [line.split(None, 2) for line in out.splitlines()[1:]]
    return [int(p) for p, parent, args in rows if int(parent) == pid and "spawn_main" in args]


@pytest.mark.slow
def test_ctrl_c_says_how_to_go_on(tmp_path):
    path, store = toml(tmp_path / "small.toml", epochs=600, seeds=6), tmp_path / "store"
    process = start("sweep", path, "--workers", 2, "--out", store, start_new_session=True)
    until(lambda: len(list(store.glob("points/*/*.json"))) > 1, process)
    os.killpg(process.pid, signal.SIGINT)  # as a terminal does, to workers too
    out, err = process.communicate(timeout=PATIENCE)
    assert process.returncode == 130, out + err
    assert "the same command goes on with the others" in err and "Traceback" not in err
    assert len(Store.open(store).done()) > 1


@pytest.mark.slow
def test_a_cluster_of_separate_processes(tmp_path, whole):
    """`dask scheduler` and `dask worker` on the loopback address, a worker that comes late."""
    with cluster(tmp_path) as address:
        path = toml(tmp_path / "small.toml")
        process = start("sweep", path, "--scheduler", address, "--out", tmp_path / "store")
        out, err = process.communicate(timeout=PATIENCE)
        assert process.returncode == 0, out + err
    assert bits(Store.open(tmp_path / "store")) == bits(whole.store)


class cluster:
    """A scheduler and two workers, started as separate processes."""

    def __init__(self, folder):
        self.folder, self.processes = folder, []

    def __enter__(self):
        at = self.folder / "scheduler.json"
        self._run("distributed.cli.dask_scheduler", "--host", "127.0.0.1", "--port", "0", "--no-dashboard",
                  "--scheduler-file", str(at))  # fmt: skip
        until(at.exists, self.processes[0])
        address = until(lambda: re.search(r'"address": "([^"]+)"', at.read_text()), self.processes[0])[1]
        for _ in range(2):
            self._run("distributed.cli.dask_worker", address, "--nthreads", "1", "--no-dashboard", "--local-directory",
                      str(self.folder))  # fmt: skip
        return address

    def _run(self, module, *arguments):
        quiet = {"stdout": subprocess.DEVNULL, "stderr": subprocess.DEVNULL}
        self.processes.append(subprocess.Popen([sys.executable, "-m", module, *arguments], **quiet))

    def __exit__(self, *_):
        for process in reversed(self.processes):
            process.terminate()
            process.wait(30)


def test_a_scheduler_that_is_not_there(tmp_path, crossbar, monkeypatch):
    monkeypatch.setattr(engines, "PATIENCE", 1.0)
    path = toml(tmp_path / "small.toml")
    code, _, err = crossbar("sweep", path, "--scheduler", "tcp://127.0.0.1:9", "--out", tmp_path / "store")
    assert code == 2 and "--scheduler: must be the address of a running dask scheduler" in err and err[-1] == "\n"
    assert Store.open(tmp_path / "store").done() == set()
    code, _, err = crossbar("sweep", path, "--scheduler", "nonsense", "--out", tmp_path / "store")
    assert code == 2 and "--scheduler: must be the address" in err


def test_workers_with_another_version():
    agree(fingerprint())
    with pytest.raises(OtherVersion, match=r"workers must have the version of pulse-crossbar that asks them, 0\.0\.9"):
        agree("0.0.9+abc")
    assert issubclass(OtherVersion, CrossbarError)


@pytest.mark.slow
def test_workers_with_another_version_are_found_before_the_start(tmp_path, monkeypatch):
    """A worker answers with its own version, whatever this process says of itself."""
    monkeypatch.setattr(engines, "fingerprint", lambda: "0.0.9+abc")
    with pytest.raises(OtherVersion, match=r"must have this version of pulse-crossbar, 0\.0\.9"):
        sweep(plan(), tmp_path / "store", workers=2)
    assert Store.open(tmp_path / "store").done() == set()


def test_without_dask_one_worker_is_enough(tmp_path, monkeypatch, whole):
    monkeypatch.setitem(sys.modules, "distributed", None)
    with pytest.raises(CrossbarError, match=r"pip install \"pulse-crossbar\[sweep\]\", or take --workers 1"):
        sweep(plan(), tmp_path / "store", workers=2)
    assert sweep(plan(), tmp_path / "store", workers=1).done.all()


def test_data_dir_that_cannot_act(tmp_path):
    with pytest.raises(SpecError, match="data_dir acts on mnist only"):
        sweep(plan(set=SMALL), tmp_path / "store", workers=1, data_dir=tmp_path)
