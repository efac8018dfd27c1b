"""MNIST: the real files, the order of search, the download, and what is said when there is none."""

import gzip
import hashlib
import shutil
import sys
import threading
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer

import numpy as np
import pytest

from crossbar import datasets, idx_folder, mnist
from crossbar.errors import DataError
from tests.crossbar.test_idx import packed

ARRAYS = {
    "train-images": np.arange(48, dtype=np.uint8).reshape(4, 3, 4),
    "train-labels": np.array([0, 1, 2, 1], np.uint8),
    "t10k-images": np.arange(24, dtype=np.uint8).reshape(2, 3, 4),
    "t10k-labels": np.array([2, 0], np.uint8),
}


@pytest.fixture(autouse=True)
def alone(monkeypatch, tmp_path):
    """No data in the environment, an empty cache, no network."""
    monkeypatch.delenv("CROSSBAR_DATA", raising=False)
    monkeypatch.setenv("CROSSBAR_CACHE", str(tmp_path / "cache"))
    monkeypatch.setenv("NO_PROXY", "*")
    monkeypatch.setattr(mnist, "MIRRORS", ("http://127.0.0.1:9/one/", "http://127.0.0.1:9/two/"))


@pytest.fixture
def tiny(monkeypatch, tmp_path):
    """Small files that pass for MNIST here, gzipped in a folder."""
    folder = tmp_path / "served"
    folder.mkdir()
    for stem, array in ARRAYS.items():
        raw = packed(array)
        (folder / f"{idx_folder.names(stem)[0]}.gz").write_bytes(gzip.compress(raw))
        monkeypatch.setitem(mnist.SHA256, stem, hashlib.sha256(raw).hexdigest())
    return folder


@pytest.fixture
def mirror(tiny):
    """A mirror of the small files on this machine: its address and the names asked of it."""
    asked = []

    class Handler(SimpleHTTPRequestHandler):
        def log_message(self, *args):
            asked.append(self.path)

    with ThreadingHTTPServer(("127.0.0.1", 0), partial(Handler, directory=str(tiny))) as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        yield f"http://127.0.0.1:{server.server_port}/", asked
        server.shutdown()


def test_the_real_one(mnist_dir):
    data = datasets.load("mnist", mnist_dir)
    assert data.train_x.shape == (60000, 784) and data.test_t.shape == (10000, 10)
    assert np.bincount(data.train_y).tolist() == [5923, 6742, 5958, 6131, 5842, 5421, 5918, 6265, 5851, 5949]
    assert data.train_y[:5].tolist() == [5, 0, 4, 1, 9] and data.test_y[:5].tolist() == [7, 2, 1, 0, 4]
    assert (data.train_x.min(), data.train_x.max()) == (0, 1)
    assert abs(data.train_x.mean(dtype=float) - 0.1306604762738429) < 1e-7  # float32: 6e-8


def test_a_real_file_changed_in_one_byte_is_refused(mnist_dir, tmp_path):
    for path in mnist_dir.glob("*.gz"):
        shutil.copyfile(path, tmp_path / path.name)
    labels = tmp_path / "t10k-labels-idx1-ubyte.gz"
    raw = bytearray(gzip.decompress(labels.read_bytes()))
    raw[-1] ^= 1
    labels.write_bytes(gzip.compress(raw))
    with pytest.raises(DataError) as error:
        datasets.load("mnist", tmp_path)
    assert str(error.value).startswith(f"{labels}: not MNIST's t10k-labels: SHA-256")
    assert hashlib.sha256(raw).hexdigest() in str(error.value)
    assert datasets.load(str(tmp_path)).classes == 10  # but as data of one's own it is taken


def test_order_of_search(tiny, tmp_path, monkeypatch):
    cached, named = tmp_path / "cache" / "mnist", tmp_path / "environment"
    shutil.copytree(tiny, cached)
    assert mnist.folder() == cached
    monkeypatch.setenv("CROSSBAR_DATA", str(named))
    assert mnist.folder() == cached  # $CROSSBAR_DATA may hold other data, or nothing yet
    shutil.copytree(tiny, named / "mnist")
    assert mnist.folder() == named / "mnist"
    assert mnist.folder(tiny) == tiny


@pytest.mark.parametrize("exists", [True, False])
def test_a_data_dir_without_it_is_an_error_although_the_cache_has_it(tiny, tmp_path, exists):
    shutil.copytree(tiny, tmp_path / "cache" / "mnist")
    given = tmp_path / "given"
    if exists:
        given.mkdir()
    what = "has none" if exists else "is not a folder"
    with pytest.raises(DataError, match=rf"^data_dir: must hold .*\(got {given}, which {what}\)"):
        datasets.load("mnist", given)


def test_download_goes_to_the_cache_once(mirror, monkeypatch, tmp_path):
    address, asked = mirror
    monkeypatch.setattr(mnist, "MIRRORS", ("http://127.0.0.1:9/dead/", address))
    data = datasets.load("mnist")
    np.testing.assert_array_equal(data.train_y, ARRAYS["train-labels"])
    assert len(asked) == 4
    assert [path.name for path in (tmp_path / "cache").iterdir()] == ["mnist"]
    assert datasets.load("mnist").checksum == data.checksum
    assert len(asked) == 4


def test_a_wrong_download_leaves_nothing(mirror, monkeypatch, tmp_path):
    address, _ = mirror
    monkeypatch.setattr(mnist, "MIRRORS", (address,))
    monkeypatch.setitem(mnist.SHA256, "t10k-labels", "0" * 64)
    with pytest.raises(DataError, match=f"download failed .*{address}: .*not MNIST's t10k-labels"):
        datasets.load("mnist")
    assert list((tmp_path / "cache").iterdir()) == []


def test_nowhere_and_no_network(monkeypatch, tmp_path):
    monkeypatch.setenv("CROSSBAR_DATA", str(tmp_path / "away"))
    with pytest.raises(DataError) as error:
        datasets.load("mnist")
    told = ["data_dir (not given)", "$CROSSBAR_DATA (none in", "the cache (none in", "/one/", "/two/"]
    places = [str(error.value).index(each) for each in told]
    assert places == sorted(places)
    assert "train-images-idx3-ubyte, train-labels-idx1-ubyte" in str(error.value)


def test_without_pooch_the_extra_is_named(monkeypatch):
    monkeypatch.setitem(sys.modules, "pooch", None)
    with pytest.raises(DataError, match=r'pip install "pulse-crossbar\[download\]"'):
        datasets.load("mnist")


def test_an_unwritable_cache_is_told(monkeypatch, tmp_path):
    (tmp_path / "file").write_text("")
    monkeypatch.setenv("CROSSBAR_CACHE", str(tmp_path / "file" / "below"))
    with pytest.raises(DataError, match=r"download failed .*Not a directory"):
        datasets.load("mnist")
