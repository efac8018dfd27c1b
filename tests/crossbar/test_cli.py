"""The command line: what it prints, what it leaves, and one message for everything that can be wrong.

In this process, through `main`; the children are for what a process of its own decides (help, a user's law).
"""

import json
import os
import re
import subprocess
import sys
import tomllib
from pathlib import Path

import h5py
import numpy as np
import pytest

import crossbar as xb
from crossbar import mnist
from crossbar.network import MLP
from crossbar.trajectory import checkpoints
from tests.crossbar import eventful
from tests.crossbar.test_idx import packed

ROOT = Path(__file__).parents[2]


@pytest.fixture(autouse=True)
def alone(monkeypatch, tmp_path):
    """A folder of our own to work in, no data but the digits, no network."""
    monkeypatch.setattr(sys, "path", [*sys.path])
    monkeypatch.setenv("NO_PROXY", "*")
    monkeypatch.delenv("CROSSBAR_DATA", raising=False)
    monkeypatch.setattr(mnist, "cache_folder", lambda: tmp_path / "cache")  # compiled code stays in the usual one
    monkeypatch.setattr(mnist, "MIRRORS", ("http://127.0.0.1:9/",))
    (tmp_path / "here").mkdir()
    monkeypatch.chdir(tmp_path / "here")
    Path("small.toml").write_text(eventful.PLAIN)


@pytest.fixture(scope="module")
def trained(tmp_path_factory):
    """A finished run of two epochs; not to be changed."""
    path = tmp_path_factory.mktemp("trained") / "run.h5"
    xb.run(eventful.spec(eventful.PLAIN, epochs=2), path).close()
    return path


@pytest.fixture
def run(trained):
    """A copy of it here."""
    Path("run.h5").write_bytes(trained.read_bytes())
    return Path("run.h5")


def child(*arguments, program="import sys; from crossbar.cli import main; main(sys.argv[1:])"):
    command = [sys.executable, "-c", program, *arguments]
    return subprocess.run(command, capture_output=True, text=True, timeout=200)


def contents():
    return {str(path): path.read_bytes() for path in Path().rglob("*") if path.is_file()}


class TestHelp:
    def test_it_imports_nothing_that_takes_time(self):
        """Half a second is what a person does not notice; NumPy, pydantic and numba alone take longer."""
        heavy = {"numba", "numpy", "h5py", "pydantic", "scipy", "matplotlib", "xarray"}
        program = "import sys; from crossbar.cli import main; main(['--help']); print(*sys.modules)"
        done = child(program=program)
        assert done.returncode == 0 and "resume" in done.stdout
        assert not heavy & set(done.stdout.splitlines()[-1].split())

    @pytest.mark.parametrize("command", ["train", "resume", "info", "config", "plot", "ledger", "age", "doctor"])
    def test_every_command_explains_itself(self, crossbar, command):
        code, out, _ = crossbar(command, "--help")
        assert code == 0 and out.count("\n") > 2

    def test_all_presets_are_named(self, crossbar):
        _, out, _ = crossbar("train", "--help")
        assert all(name in out for name in xb.preset_names())

    def test_no_command_is_a_question_for_help(self, crossbar):
        code, out, _ = crossbar()
        assert code == 0 and "doctor" in out

    def test_version(self, crossbar):
        assert crossbar("--version")[:2] == (0, f"{xb.__version__}\n")


class TestTrain:
    def test_what_it_prints(self, crossbar):
        """One plain line an epoch, the file, the line that opens it, and JSON last."""
        code, out, err = crossbar("train", "small.toml", "--out", "new.h5", "--seed", "6", "--json")
        assert (code, err) == (0, "")
        lines = out.splitlines()
        assert lines[0] == "digits: 64-8-10, tiki_taka, seed 6, 8 epochs"
        assert "\x1b" not in out and max(map(len, lines[:-1])) <= 80
        number = r"[\d.]+"
        epoch = rf"epoch +(\d+)  loss {number}  train +{number}%  test +{number}% +{number} pulses/sample +{number} s"
        found = [match[1] for line in lines if (match := re.fullmatch(epoch, line))]
        assert found == [str(n) for n in range(1, 9)]
        assert lines[-3:-1] == ["wrote new.h5", 'open it with:  xarray.open_dataset("new.h5", engine="h5netcdf")']
        result = json.loads(lines[-1])
        assert result["run"] == "new.h5"
        with xb.open_run("new.h5") as run:
            assert run.finished and xb.loads(run.config) == eventful.spec(eventful.PLAIN, seed=6)
            for name in ("train_loss", "test_accuracy", "seconds", "pulses_per_sample"):
                assert result[name] == run[name][1:].tolist()
        assert len(result["train_loss"]) == 8 and min(result["seconds"]) > 0

    def test_what_is_not_finite_is_null_in_json(self, crossbar, monkeypatch):
        trained = MLP.train

        def diverges(network, *arguments):
            trained(network, *arguments)
            arguments[-1][0] = np.inf  # totals: the loss

        monkeypatch.setattr(MLP, "train", diverges)
        out = crossbar("train", "small.toml", "--epochs", 1, "--json")[1]
        assert json.loads(out.splitlines()[-1], parse_constant=pytest.fail)["train_loss"] == [None]

    def test_default_names_differ(self, crossbar):
        """Also of runs that begin in the same second."""
        for _ in range(2):
            assert crossbar("train", "small.toml", "--epochs", 1)[0] == 0
        names = sorted(path.name for path in Path().glob("*.h5"))
        assert len(names) == 2
        assert all(re.fullmatch(r"digits-tiki_taka-seed5-\d{8}-\d{6}-[0-9a-f]{6}\.h5", name) for name in names)

    def test_a_data_set_of_ones_own(self, crossbar, tmp_path):
        """Found again by `resume` from another folder, and after it has moved."""
        write_idx("it's mine")
        small = ("network.sizes=[6,8,3]", "record.probes=[]", "evaluation.train_samples=0", "data.train_samples=20",
                 "data.test_samples=10")  # fmt: skip
        sets = [word for each in small for word in ("--set", each)]
        code, _, err = crossbar("train", "small.toml", *sets, "--data", "it's mine", "--epochs", 1, "--out", "own.h5")
        assert (code, err) == (0, "")
        os.chdir(tmp_path)
        assert crossbar("resume", "here/own.h5", "--epochs", 2)[0] == 0
        Path("here/it's mine").rename("moved")
        code, _, err = crossbar("resume", "here/own.h5", "--epochs", 3)
        assert code == 2 and "it's mine" in err
        assert crossbar("resume", "here/own.h5", "--epochs", 3, "--data-dir", "moved")[0] == 0
        write_idx("other", label=2)
        code, _, err = crossbar("resume", "here/own.h5", "--epochs", 4, "--data-dir", "other")
        assert code == 2 and "must be the one it was trained on" in err
        assert xb.open_run("here/own.h5").n_records == 4

    @pytest.mark.skipif(sys.platform != "linux", reason="elsewhere file names are texts")
    def test_a_name_that_is_no_text(self, crossbar):
        code, out, err = crossbar("train", "small.toml", "--epochs", 1, "--out", os.fsdecode(b"\xff.h5"))
        assert (code, err) == (0, "") and "wrote \\udcff.h5\n" in out
        assert [os.fsencode(path) for path in Path().glob("*.h5")] == [b"\xff.h5"]

    def test_interrupted_before_there_is_a_file(self, crossbar, monkeypatch):
        def interrupted(network):
            raise KeyboardInterrupt

        monkeypatch.setattr(MLP, "compile", interrupted)
        before = contents()
        code, _, err = crossbar("train", "small.toml", "--out", "new.h5")
        assert (code, err) == (130, "crossbar: interrupted before anything was written.\n")
        assert contents() == before


class TestConfig:
    @pytest.mark.parametrize("arguments", [[], ["lee2022"], ["gokmen-vlasov", "--set", "algorithm.c.kind=soft_bounds"]])
    def test_it_can_be_fed_back(self, crossbar, arguments):
        code, text, _ = crossbar("config", *arguments)
        assert code == 0
        Path("again.toml").write_text(text)
        assert xb.load("again.toml") == xb.preset(*(arguments[:1] or ["digits"]), arguments[2:])
        assert crossbar("config", "again.toml")[1] == text

    def test_through_a_pipe(self, crossbar, monkeypatch):
        read, write = os.pipe()
        os.write(write, crossbar("config", "--set", "seed=9")[1].encode())
        os.close(write)
        assert tomllib.loads(crossbar("config", f"/dev/fd/{read}")[1])["seed"] == 9

    def test_another_kind_drops_what_the_preset_alone_has(self, crossbar):
        _, text, _ = crossbar("config", "lee2022", "--set", "algorithm.kind=sgd")
        found = tomllib.loads(text)["algorithm"]
        assert found["kind"] == "sgd" and found["learning_rate"] == 0.02
        assert not {"a", "gamma", "transfer_rate"} & found.keys()

    def test_another_kind_drops_nothing_that_was_given(self, crossbar):
        for source in ("lee2022", "small.toml"):
            given = ["--set", "algorithm.kind=sgd", "--set", "algorithm.gamma=0.5"]
            code, out, err = crossbar("config", source, *given)
            assert (code, out) == (2, "") and "algorithm.gamma: unknown key (got 0.5)" in err


class TestFiles:
    def test_info(self, crossbar, run):
        code, out, err = crossbar("info", run)
        assert (code, err) == (0, "")
        for line in ("state +finished, whole", "records +3, the last is epoch 2", "experiment +digits: 64-8-10, .*"):
            assert re.search(rf"^{line}$", out, re.MULTILINE), line
        assert "go on with" not in out

    def test_info_of_a_stopped_run(self, crossbar):
        with pytest.raises(KeyboardInterrupt):
            xb.run(eventful.spec(), "new.h5", callbacks=[stop_after(3)])
        out = crossbar("info", "new.h5")[1]
        assert re.search(r"^state +stopped, not at its end$", out, re.MULTILINE)
        assert re.search(r"^records +4, the last is epoch 3$", out, re.MULTILINE)
        assert re.search(r"^go on with +crossbar resume \S*new\.h5$", out, re.MULTILINE)

    def test_resume(self, crossbar):
        """Interrupted, resumed and extended: the bits of a run that was meant to be so long from the start."""
        text = eventful.TOML.replace("weights_every = 3", "weights_every = 1")  # the last one is always recorded
        with pytest.raises(KeyboardInterrupt):
            xb.run(xb.loads(text), "new.h5", callbacks=[stop_after(3)])
        code, out, err = crossbar("resume", "new.h5", "--json")
        assert (code, err) == (0, "")
        assert "going on after epoch 2" in out.splitlines()[0]
        assert len(json.loads(out.splitlines()[-1])["seconds"]) == 8
        assert checkpoints("new.h5") == [8]
        assert "going on after epoch 8" in crossbar("resume", "new.h5", "--epochs", 10)[1]
        eventful.assert_same(xb.run(xb.loads(text).replace(epochs=10), "whole.h5"), "new.h5")

    def test_plot(self, crossbar, run):
        pytest.importorskip("matplotlib")
        code, out, _ = crossbar("plot", run)
        assert code == 0 and Path(out.strip()) == Path("run.png").absolute()
        assert Path("run.png").read_bytes().startswith(b"\x89PNG")

    def test_a_device_law_of_ones_own(self):
        """A module in the working folder, named in a TOML file: trained and resumed from the command line."""
        Path("mylaw.py").write_text(LAW)
        Path("own.toml").write_text(OWN)
        Path("h5py.py").write_text("raise ImportError('a file of the user, not the library')")
        program = ("from crossbar.cli import main\n"
                   "main(['train', 'own.toml', '--out', 'own.h5'])\n"
                   "main(['resume', 'own.h5', '--epochs', '3'])")  # fmt: skip
        # -P: the folder is not on sys.path by itself, as it is not for the installed command.
        done = subprocess.run([sys.executable, "-P", "-c", program], capture_output=True, text=True, timeout=200)
        assert done.returncode == 0, done.stderr
        with xb.open_run("own.h5") as run:
            assert run.n_records == 4 and run["test_accuracy"][-1] > 0.5
            assert run["layer0/device_c/curve"] == 0.5


def stop_after(epoch):
    def callback(done, network):
        if done.number == epoch:
            raise KeyboardInterrupt

    return callback


LAW = '''
from typing import Any, NamedTuple

import numpy as np

from kernels.devices import register

ONE = np.float32(1)


class MyDevice(NamedTuple):
    cells: Any
    c2c: Any
    curve: Any


def law(dev, cell, w, up, z):
    step = (ONE - dev.curve * w * w) * (ONE + dev.c2c * z)
    return w + cell.s_up * step if up else w - cell.s_dn * step


register(MyDevice, law)
'''
OWN = """
epochs = 2
[data]
train_samples = 300
test_samples = 100
[network]
sizes = [64, 10]
[algorithm]
kind = "sgd"
learning_rate = 0.02
[algorithm.c]
kind = "custom"
law = "mylaw:MyDevice"
granularity = 0.001
cells = { s_up = 0.001, s_dn = 0.001 }
scalars = { curve = 0.5 }
"""


def write_idx(folder, label=0, **changed):
    """A data set of 2 x 3 pixels and 3 classes, in which every file may be replaced by other bytes."""
    rng = np.random.default_rng(1)
    files = {}
    for part, n in (("train", 20), ("t10k", 10)):
        files[f"{part}-images-idx3-ubyte"] = packed(rng.integers(0, 256, (n, 2, 3), np.uint8))
        files[f"{part}-labels-idx1-ubyte"] = packed(np.array([label, *np.arange(n - 1) % 3], np.uint8))
    Path(folder).mkdir(exist_ok=True)
    for name, raw in files.items():
        raw = changed.get(name.partition("-idx")[0].replace("-", "_"), lambda raw: raw)(raw)
        (Path(folder) / name).write_bytes(raw)


def damage(path, at=0.5, bytes_=b"\xff" * 64):
    """Overwrites some bytes in the middle."""
    raw = bytearray(Path(path).read_bytes())
    start = int(len(raw) * at)
    raw[start : start + len(bytes_)] = bytes_
    Path(path).write_bytes(raw)


# Arguments, and what the one message must say of it: place, value given, allowed, remedy.
WORDS = {
    "no such command": (["bogus"], ["bogus", "train, resume, info"]),
    "no such option": (["train", "--epoch", "3"], ["--epoch", "--epochs"]),
    "one word too many": (["train", "digits", "lee2022"], ["lee2022", "--help"]),
    "option without value": (["train", "--set"], ["--set", "--help"]),
    "no file named": (["info"], ["FILE", "--help"]),
    "no such preset": (["train", "digts"], ["digts", "digits, gokmen-vlasov, lee2022", "did you mean digits?"]),
    "nothing": (["train", ""], ["preset", "digits, gokmen-vlasov, lee2022"]),
    "half an epoch": (["train", "--epochs", "1.5"], ["--epochs", "whole number", "1.5"]),
    "no number": (["resume", "run.h5", "--epochs", "x"], ["--epochs", "whole number", "x"]),
    "half a seed": (["train", "--seed", "1.5"], ["--seed", "whole number", "1.5"]),
    "no epochs": (["train", "--epochs", "0"], ["epochs", ">= 1", "got 0"]),
    "said twice": (["train", "--epochs", "3", "--set", "epochs=4"], ["epochs", "epochs=4", "once"]),
    "no assignment": (["train", "--set", "epochs"], ["--set epochs", "dotted.key=value"]),
    "unknown key": (["train", "--set", "algorithm.a.stepp=1"], ["algorithm.a.stepp", "got 1", "`step`"]),
    "wrong type": (["train", "--set", "algorithm.a.step='a'"], ["algorithm.a.step", 'got "a"', "number > 0"]),
    "out of range": (["train", "--set", "algorithm.gamma=2"], ["algorithm.gamma", "between 0 and 1", "got 2"]),
    "not a number": (["train", "--set", "algorithm.a.af=nan"], ["algorithm.a.af", "finite", "got nan"]),
    "infinity": (["config", "--set", "algorithm.a.step=inf"], ["algorithm.a.step", "finite", "got inf"]),
    "bounds beside 0": (["train", "--set", "algorithm.a.w_min=0.1"], ["algorithm.a.w_min", "< 0", "around 0"]),
    "wrong inputs": (["train", "--set", "network.sizes=[63,10]"], ["network.sizes.0", "64", "got 63", "digits"]),
    "wrong outputs": (["train", "--set", "network.sizes=[64,8,9]"], ["network.sizes.2", "10", "got 9"]),
    "no such cell": (["train", "--set", "record.probes=[{layer=0,row=3,col=99}]"], ["probes[0].col", "47", "got 99"]),
    "too few samples": (["train", "--set", "data.train_samples=9999"], ["train_samples", "1..1437", "got 9999"]),
    "batch too large": (["train", "--set", "batch_size=2000"], ["batch_size", "1437", "got 2000"]),
    "cannot act": (["train", "--set", "pulses.kind=exact", "--set", "pulses.max_length=9"],
                   ["pulses.max_length", "cannot act", "got 9", "leave it out"]),
    "no such folder of data": (["train", "--data", "nowhere"], ["data.name", "digits, mnist", "nowhere"]),
    "data folder of digits": (["train", "--data-dir", "."], ["data_dir", "mnist only", "leave it out"]),
    "no MNIST there": (["train", "lee2022", "--data-dir", "."], ["data_dir", "train-images-idx3-ubyte", "got ."]),
    "no network": (["train", "lee2022"], ["mnist", "download failed", "--data-dir"]),
    "no such law": (["train", "--set", "algorithm.a.kind=custom", "--set", "algorithm.a.law=none:Law",
                     "--set", "algorithm.a.granularity=0.1"], ["none:Law", "PYTHONPATH"]),
    "no such TOML file": (["train", "none.toml"], ["none.toml", "No such file"]),
    "folder for TOML": (["train", "./"], ["./", "directory"]),
    "no such trajectory": (["info", "none.h5"], ["none.h5", "there is none"]),
    "folder for a trajectory": (["resume", "."], ["directory"]),
    "TOML for a trajectory": (["plot", "small.toml"], ["small.toml", "HDF5"]),
    "trajectory for TOML": (["train", "run.h5"], ["run.h5", "TOML"]),
    "file is there": (["train", "--out", "small.toml"], ["small.toml", "must not exist", "another name"]),
    "folder is missing": (["train", "--out", "no/run.h5"], ["no/run.h5", "folder must exist", "create it"]),
    "folder is a file": (["train", "--out", "small.toml/run.h5"], ["small.toml/run.h5", "folder must exist"]),
    "folder for the output": (["train", "--out", "."], ["must be a file", "add a file name"]),
    "a place for no files": (["train", "--out", "/proc/run.h5"], ["/proc/run.h5", "must be writable"]),
    "finished": (["resume", "run.h5"], ["run.h5", "finished after 2 epochs", "> 2"]),
    "shorter than it is": (["resume", "run.h5", "--epochs", "1"], ["run.h5", "> 2", "got 1"]),
    "no checkpoints": (["resume", "run.h5", "--epochs", "3"], ["run.h5", "run.h5.checkpoints", "train anew"]),
    "no picture": (["plot", "run.h5", "--out", "run.doc"], ["run.doc", ".png, .svg, .pdf"]),
    "picture is there": (["plot", "run.h5", "--out", "small.toml"], ["small.toml"]),
}  # fmt: skip


def assert_one_message(answer, words, before):
    """Exit code 2, one message, no traceback, nothing on stdout, no file touched or left."""
    code, out, err = answer
    assert code == 2, out + err
    assert err.startswith("crossbar: ") and err.count("crossbar: ") == 1 and err.endswith("\n")
    assert "Traceback" not in err and err.count("\n") == 1
    for word in words:
        assert word in err
    assert contents() == before
    return out


@pytest.mark.skipif(not Path("/proc").is_dir(), reason="/proc is that of Linux")
@pytest.mark.parametrize(("arguments", "words"), WORDS.values(), ids=WORDS)
def test_bad_words(crossbar, run, arguments, words):
    before = contents()
    out = assert_one_message(crossbar(*arguments), words, before)
    assert not out or arguments[-1] == "/proc/run.h5"  # that it holds no files shows when one is made


BYTES = {
    "not TOML": (b"a = \n", ["line 1"]),
    "not a text": (b"\xff\xfe\x00\x01", ["UTF-8"]),
    "an empty file": (b"", ["network", "algorithm", "required"]),
    "one key twice": (b"seed = 1\nseed = 2\n", ["not valid TOML"]),
}


@pytest.mark.parametrize(("raw", "words"), BYTES.values(), ids=BYTES)
def test_bad_toml(crossbar, raw, words):
    Path("bad.toml").write_bytes(raw)
    code, out, err = crossbar("train", "bad.toml", "--out", "new.h5")
    assert (code, out) == (2, "") and "bad.toml" in err and "Traceback" not in err
    assert all(word in err for word in words)
    assert not Path("new.h5").exists()


def test_toml_with_a_byte_order_mark(crossbar):
    """As some editors write it."""
    Path("marked.toml").write_bytes(b"\xef\xbb\xbf" + eventful.PLAIN.encode())
    assert crossbar("config", "marked.toml") == crossbar("config", "small.toml")


def truncated(raw):
    return raw[:-3]


IDX = {
    "truncated images": ({"train_images": truncated}, ["train-images-idx3-ubyte", "truncated", "117"]),
    "truncated header": ({"t10k_labels": lambda raw: raw[:6]}, ["t10k-labels-idx1-ubyte", "truncated"]),
    "another magic number": ({"train_labels": lambda raw: b"\x01" + raw[1:]}, ["train-labels", "magic", "0x01000801"]),
    "broken gzip": ({"t10k_images": lambda raw: b"\x1f\x8b" + raw[2:]}, ["t10k-images-idx3-ubyte", "gzip"]),
    "an empty file": ({"train_images": lambda raw: b""}, ["train-images-idx3-ubyte", "truncated"]),
}


@pytest.mark.parametrize(("changed", "words"), IDX.values(), ids=IDX)
def test_bad_idx_files(crossbar, changed, words):
    write_idx("own", **changed)
    before = contents()
    assert not assert_one_message(crossbar("train", "--data", "own", "--out", "new.h5"), ["own/", *words], before)


def test_a_missing_idx_file(crossbar):
    write_idx("own")
    Path("own/t10k-labels-idx1-ubyte").unlink()
    before = contents()
    assert_one_message(crossbar("train", "--data", "own"), ["own", "no t10k-labels-idx1-ubyte", "put"], before)


def test_files_that_are_not_mnist(crossbar):
    write_idx("own")
    before = contents()
    answer = crossbar("train", "lee2022", "--data-dir", "own", "--out", "new.h5")
    assert_one_message(answer, ["own/train-images-idx3-ubyte", "SHA-256", mnist.SHA256["train-images"]], before)


HDF5 = {
    "truncated": (lambda: os.truncate("run.h5", Path("run.h5").stat().st_size // 2), ["truncated or damaged"]),
    "truncated to its first bytes": (lambda: os.truncate("run.h5", 10), ["HDF5"]),
    "emptied": (lambda: os.truncate("run.h5", 0), ["HDF5"]),
    "damaged at its head": (lambda: damage("run.h5", 0.0, b"\x00" * 8), ["HDF5"]),
    "somebody else's": (lambda: h5py.File("run.h5", "w").close(), ["must be a trajectory", "crossbar wrote"]),
}


@pytest.mark.parametrize(("spoil", "words"), HDF5.values(), ids=HDF5)
@pytest.mark.parametrize("command", [["info"], ["resume", "--epochs", "9"], ["plot"]], ids=lambda words: words[0])
def test_bad_trajectories(crossbar, run, command, spoil, words):
    spoil()
    before = contents()
    assert not assert_one_message(crossbar(command[0], "run.h5", *command[1:]), ["run.h5", *words], before)


def test_damage_inside_is_found(crossbar, run):
    """Weights have checksums: `info` reads all of them."""
    with h5py.File(run) as h5:
        chunk = h5["layer0/weights_c"].id.get_chunk_info(1)
    damage(run, chunk.byte_offset / run.stat().st_size, b"\xff" * (chunk.size // 2))
    code, out, err = crossbar("info", run)
    assert code == 2 and "run.h5: must be readable as a whole (got 1 damaged" in err
    assert re.search(r"^damage +layer0/weights_c: ", out, re.MULTILINE)


def test_checkpoints_of_another_run(crossbar):
    """Same shapes, other run: going on from there would be wrong without being noticed."""
    for seed in (1, 2):
        with pytest.raises(KeyboardInterrupt):
            xb.run(eventful.spec(seed=seed), f"{seed}.h5", callbacks=[stop_after(3)])
    Path("1.h5").replace("2.h5")
    before = contents()
    assert_one_message(crossbar("resume", "2.h5"), ["2.h5.checkpoints", "another run"], before)


def test_an_unwritable_folder(crossbar, monkeypatch):
    monkeypatch.setattr(os, "access", lambda *arguments: False)
    before = contents()
    words = ["new.h5", "folder must be writable", "permissions"]
    assert not assert_one_message(crossbar("train", "--out", "new.h5"), words, before)


def test_too_little_memory(crossbar, monkeypatch):
    def too_large(*arguments):
        raise MemoryError("Unable to allocate 29.1 GiB")

    monkeypatch.setattr(MLP, "of", too_large)
    before = contents()
    assert_one_message(crossbar("train", "small.toml"), ["29.1 GiB", "shrink network.sizes"], before)


def test_a_law_that_does_not_compile(crossbar):
    """One line of numba's hundred, and no file."""
    Path("wrong_law.py").write_text(LAW.replace("dev.curve", "dev.bend"))
    Path("own.toml").write_text(OWN.replace("mylaw:", "wrong_law:"))
    before = contents()
    answer = crossbar("train", "own.toml", "--out", "new.h5")
    words = ["algorithm.c.law = wrong_law:MyDevice", "Unknown attribute 'bend'"]
    before |= {name: raw for name, raw in contents().items() if "__pycache__" in name}
    assert_one_message(answer, words, before)


def test_a_reader_that_goes_away():
    """`crossbar config | head -1`."""
    program = "import sys; from crossbar.cli import main; sys.stdout.write('x' * 10**6); main(['config'])"
    with subprocess.Popen([sys.executable, "-c", program], stdout=subprocess.PIPE, stderr=subprocess.PIPE) as process:
        process.stdout.close()
        assert process.stderr.read() == b"" or b"Traceback" not in process.stderr.read()
    assert process.returncode == 1


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="needs /dev/full")
def test_a_full_disk_under_stdout():
    with open("/dev/full", "w") as full:
        program = "from crossbar.cli import main; main(['config'])"
        done = subprocess.run([sys.executable, "-c", program], stdout=full, stderr=subprocess.PIPE, text=True)
    assert done.returncode == 2
    assert done.stderr == "crossbar: standard output: cannot be used (No space left on device); check it.\n"


class TestDoctor:
    def test_all_is_well(self, crossbar):
        code, out, err = crossbar("doctor")
        assert (code, err) == (0, "")
        assert len(re.findall("^ok ", out, re.MULTILINE)) >= 3 and "FAIL" not in out
        assert "numba" in out and "compiled code" in out

    def test_a_wrong_answer_is_told(self, crossbar, monkeypatch):
        from crossbar import doctor

        monkeypatch.setattr(doctor, "checks", lambda: [("one and one are three", False, "2")])
        code, out, err = crossbar("doctor")
        assert code == 2 and "FAIL one and one are three: 2" in out and "cannot be trusted" in err
