"""Data sets: what comes out, how the digits are split, and what broken or missing data says."""

import dataclasses
import hashlib
import re
from importlib import resources
from pathlib import Path

import numpy as np
import pytest

from crossbar import datasets, idx_folder
from crossbar.errors import DataError
from tests.crossbar.test_idx import packed

ROOT = Path(__file__).parents[2]
README = (ROOT / "data" / "README.md").read_text()


@pytest.fixture
def digits():
    return datasets.load("digits")


@pytest.fixture
def small(tmp_path):
    """A folder of idx files: 6 + 4 images of 2 x 3, labels 0..4, some plain and some gzipped by name."""
    rng = np.random.default_rng(7)
    arrays = {
        "train-images": rng.integers(0, 256, (6, 2, 3), np.uint8),
        "train-labels": np.array([0, 1, 2, 0, 1, 2], np.uint8),
        "t10k-images": rng.integers(0, 256, (4, 2, 3), np.uint8),
        "t10k-labels": np.array([0, 1, 2, 4], np.uint8),
    }
    return write(tmp_path / "small", arrays), arrays


def write(folder, arrays):
    folder.mkdir(exist_ok=True)
    for stem, array in arrays.items():
        (folder / idx_folder.names(stem)[0]).write_bytes(packed(array))
    return folder


def test_digits(digits):
    assert (digits.name, digits.features, digits.classes) == ("digits", 64, 10)
    assert digits.train_x.shape == (1437, 64) and digits.test_x.shape == (360, 64)
    assert digits.train_t.shape == (1437, 10) and digits.test_t.shape == (360, 10)
    for part in ("train", "test"):
        x, t, y = (getattr(digits, f"{part}_{array}") for array in "xty")
        assert (x.dtype, t.dtype, y.dtype) == (np.float32, np.float32, np.int64)
        assert (x.min(), x.max()) == (0, 1)
        np.testing.assert_array_equal(x * 16, np.rint(x * 16))
        np.testing.assert_array_equal(t.argmax(1), y)
        np.testing.assert_array_equal(t.sum(1), 1)
        assert all(a.flags.c_contiguous and a.flags.writeable for a in (x, t, y))


def test_digits_are_split_as_the_readme_says(digits):
    with np.load(ROOT / "data" / "digits.npz") as file:
        images, labels = file["images"].reshape(-1, 64), file["labels"]
    counts = np.bincount(labels)
    assert counts.tolist() == [178, 182, 177, 183, 181, 182, 181, 179, 174, 180]  # UCI's description
    test = sorted(sorted(range(1797), key=lambda i: (labels[i], i))[::5])
    train = sorted(set(range(1797)) - set(test))
    np.testing.assert_array_equal(digits.test_x * 16, images[test])
    np.testing.assert_array_equal(digits.train_x * 16, images[train])
    np.testing.assert_array_equal(digits.test_y, labels[test])
    np.testing.assert_array_equal(digits.train_y, labels[train])
    assert np.abs(np.bincount(digits.test_y) - counts / 5).max() < 1


def test_digits_are_the_file_that_the_readme_describes(digits):
    stored = resources.files("crossbar.data").joinpath("digits.npz").read_bytes()
    assert stored == (ROOT / "data" / "digits.npz").read_bytes()
    assert digits.checksum == hashlib.sha256(stored).hexdigest()
    with np.load(ROOT / "data" / "digits.npz") as file:
        arrays = hashlib.sha256(file["images"].tobytes() + file["labels"].tobytes()).hexdigest()
    assert set(re.findall(r"`([0-9a-f]{64})`", README)) == {digits.checksum, arrays}


def test_damaged_digits_are_noticed(monkeypatch):
    monkeypatch.setattr(datasets, "DIGITS_SHA256", "0" * 64)
    with pytest.raises(DataError, match=r"digits\.npz must be 0{64} \(got b2dab7"):
        datasets.load("digits")


def test_folder_of_idx_files(small):
    folder, arrays = small
    data = datasets.load(str(folder))
    assert (data.features, data.classes) == (6, 5)  # the largest label, 4, occurs in the test only
    pixels = arrays["train-images"].reshape(6, 6).astype("f4")
    np.testing.assert_array_equal(data.train_x, pixels / np.float32(255))
    np.testing.assert_array_equal(data.test_y, arrays["t10k-labels"])
    assert data.name == str(folder)


def test_float64_is_not_float32_widened(small):
    exact = datasets.load(str(small[0]), dtype="float64")
    rounded = datasets.load(str(small[0]))
    assert exact.train_x.dtype == exact.train_t.dtype == np.float64
    np.testing.assert_array_equal(exact.train_x, small[1]["train-images"].reshape(6, 6) / 255)
    np.testing.assert_array_equal(exact.train_x.astype("f4"), rounded.train_x)
    assert not np.array_equal(exact.train_x, rounded.train_x)


def test_subsets_are_the_first_samples(digits):
    part = datasets.load("digits", train_samples=10, test_samples=3)
    whole, fewer = dataclasses.asdict(digits), dataclasses.asdict(part)
    assert fewer["checksum"] == whole["checksum"]
    for part, n in {"train": 10, "test": 3}.items():
        for array in (f"{part}_x", f"{part}_t", f"{part}_y"):
            np.testing.assert_array_equal(fewer[array], whole[array][:n])


@pytest.mark.parametrize(("field", "n", "most"), [("train_samples", 1438, 1437), ("test_samples", 361, 360)])
@pytest.mark.parametrize("given", ["n", 0, -5, 7.0])
def test_samples_that_are_not_there(field, n, most, given):
    value = n if given == "n" else given
    rule = rf"^data.{field}: must be a whole number in 1\.\.{most}, .*digits has \(got {value}\)"
    with pytest.raises(DataError, match=rule):
        datasets.load("digits", **{field: value})


def test_checksum_tells_contents_apart(small):
    folder, arrays = small
    before = datasets.load(str(folder)).checksum
    changed = arrays["t10k-images"].copy()
    changed[3, 1, 2] ^= 1
    write(folder, {"t10k-images": changed})
    assert datasets.load(str(folder)).checksum != before


def test_what_cannot_act_is_an_error(small):
    with pytest.raises(DataError, match=r"^data_dir: acts on mnist only \(got elsewhere for digits\)"):
        datasets.load("digits", data_dir="elsewhere")
    with pytest.raises(DataError, match=r"^dtype: must be float32 or float64 \(got float16\)"):
        datasets.load("digits", dtype="float16")


def test_unknown_name():
    with pytest.raises(DataError, match=r"^data\.name: must be digits, mnist, or .* \(got mnits, no fo"):
        datasets.load("mnits")


MISMATCHES = {
    "labels": ({"train-labels": np.zeros(5, np.uint8)}, "train-images has 6 images, train-labels 5 labels"),
    "test labels": ({"t10k-labels": np.zeros(5, np.uint8)}, "t10k-images has 4 images, t10k-labels 5 labels"),
    "sizes": ({"t10k-images": np.zeros((4, 3, 2), np.uint8)}, "have 2 x 3 pixels, test images 3 x 2"),
}


@pytest.mark.parametrize(("arrays", "what"), MISMATCHES.values(), ids=MISMATCHES)
def test_files_that_do_not_belong_together(small, arrays, what):
    folder = write(small[0], arrays)
    with pytest.raises(DataError, match=what) as error:
        datasets.load(str(folder))
    assert str(error.value).startswith(f"{folder}: ")


@pytest.mark.parametrize("stem", idx_folder.AXES)
def test_missing_file_of_a_folder(small, stem):
    folder, _ = small
    (folder / idx_folder.names(stem)[0]).unlink()
    with pytest.raises(DataError, match=f": no {idx_folder.names(stem)[0]} .*put the missing one there"):
        datasets.load(str(folder))


def test_all_names_of_a_file(small):
    folder, arrays = small
    expected = datasets.load(str(folder)).checksum
    for name in idx_folder.names("train-labels"):
        idx_folder.find(folder, "train-labels").unlink()
        (folder / name).write_bytes(packed(arrays["train-labels"]))
        assert datasets.load(str(folder)).checksum == expected
