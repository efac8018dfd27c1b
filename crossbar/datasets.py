"""Images and labels to train on: the embedded digits, MNIST, or a folder of idx files."""

import hashlib
import io
from collections.abc import Callable
from dataclasses import dataclass
from importlib import resources
from pathlib import Path

import numpy as np

from crossbar import idx_folder, mnist
from crossbar.errors import DataError
from crossbar.idx_folder import Raw

DIGITS_SHA256 = "b2dab7b501728c22e9119ad76740b2e17c77a231e42d1e592380d90886f1a05e"  # also in data/README.md


@dataclass(frozen=True, eq=False)
class Dataset:
    """Samples as rows: `x` inputs in 0..1, `t` targets (1 for the class, else 0), `y` labels."""

    train_x: np.ndarray  # (n, features)
    train_t: np.ndarray  # (n, classes)
    train_y: np.ndarray  # (n,) int64
    test_x: np.ndarray
    test_t: np.ndarray
    test_y: np.ndarray
    name: str
    checksum: str  # SHA-256 of the source, the same for every subset and dtype

    @property
    def features(self) -> int:
        return self.train_x.shape[1]

    @property
    def classes(self) -> int:
        return self.train_t.shape[1]


def load(
    name: str,
    data_dir: str | Path | None = None,
    train_samples: int | None = None,
    test_samples: int | None = None,
    dtype: str = "float32",
) -> Dataset:
    """The data set of that name.

    Pixels are scaled by `x = pixel/full` with full = 16 for the digits, 255 otherwise; classes = the largest
    label of both parts + 1.

    Parameters
    ----------
    name : `digits` (embedded: 1,437 + 360 images of 8 x 8; data/README.md says how they are split), `mnist`
        (60,000 + 10,000 of 28 x 28), or a folder of idx files under MNIST's names, images of any size
    data_dir : where MNIST lies; without it `$CROSSBAR_DATA`, the cache and the network in that order
    train_samples, test_samples : take the first so many, in the order of the files; None takes all
    dtype : of inputs and targets, `float32` or `float64`

    Returns
    -------
    Dataset : contiguous arrays, `train_x` (n, features), `train_t` (n, classes), `train_y` (n,); so `test_*`

    Raises
    ------
    DataError : missing, broken or wrong files; more samples than there are; a `data_dir` that cannot act
    """
    if dtype not in ("float32", "float64"):
        raise DataError(f"dtype: must be float32 or float64 (got {dtype})")
    if data_dir is not None and name != "mnist":
        raise DataError(f"data_dir: acts on mnist only (got {data_dir} for {name}); leave it out")
    raw, checksum, full = _SOURCES.get(name, _folder)(name, data_dir)
    n_train = _count("train_samples", train_samples, len(raw.train_x), name)
    n_test = _count("test_samples", test_samples, len(raw.test_x), name)
    classes = int(max(raw.train_y.max(), raw.test_y.max())) + 1
    train = _part(raw.train_x[:n_train], raw.train_y[:n_train], full, classes, dtype)
    test = _part(raw.test_x[:n_test], raw.test_y[:n_test], full, classes, dtype)
    return Dataset(*train, *test, name, checksum)


Source = tuple[Raw, str, int]  # arrays, checksum, the pixel that means 1


def _digits(name: str, data_dir: str | Path | None) -> Source:
    try:
        raw = resources.files("crossbar.data").joinpath("digits.npz").read_bytes()
    except (ModuleNotFoundError, OSError) as error:
        raise DataError(f"digits: not installed ({error}); install the project: pip install -e .") from error
    checksum = hashlib.sha256(raw).hexdigest()
    if checksum != DIGITS_SHA256:
        raise DataError(
            f"digits: SHA-256 of crossbar.data/digits.npz must be {DIGITS_SHA256} (got {checksum}); "
            "restore data/digits.npz, or make it again by scripts/make_digits.py"
        )
    with np.load(io.BytesIO(raw)) as arrays:
        images, labels = arrays["images"], arrays["labels"]
    test = digits_test(labels)
    return Raw(images[~test], labels[~test], images[test], labels[test]), checksum, 16


def digits_test(labels: np.ndarray) -> np.ndarray:
    """Mask of the digits kept for the test: every fifth of them once sorted (stably) by label."""
    mask = np.zeros(len(labels), bool)
    mask[np.argsort(labels, kind="stable")[::5]] = True
    return mask


def _mnist(name: str, data_dir: str | Path | None) -> Source:
    found = mnist.folder(data_dir)
    raw, checksums = idx_folder.read(found)
    mnist.check(found, checksums)
    return raw, _joined(checksums), 255


def _folder(name: str, data_dir: str | Path | None) -> Source:
    folder = Path(name).expanduser()
    if not folder.is_dir():
        raise DataError(f"data.name: must be digits, mnist, or a folder of idx files (got {name}, no folder)")
    raw, checksums = idx_folder.read(folder)
    return raw, _joined(checksums), 255


_SOURCES: dict[str, Callable[[str, str | Path | None], Source]] = {"digits": _digits, "mnist": _mnist}


def _joined(checksums: dict[str, str]) -> str:
    return hashlib.sha256("".join(checksums.values()).encode()).hexdigest()


def _count(field: str, asked: int | None, available: int, name: str) -> int:
    if asked is None:
        return available
    if not isinstance(asked, int) or not 1 <= asked <= available:
        raise DataError(
            f"data.{field}: must be a whole number in 1..{available}, the images that {name} has (got {asked}); "
            "leave it out for all of them"
        )
    return asked


def _part(
    images: np.ndarray, labels: np.ndarray, full: int, classes: int, dtype: str
) -> tuple[np.ndarray, np.ndarray, np.ndarray]:
    x = images.reshape(len(images), -1).astype(dtype)
    x /= full
    return x, np.eye(classes, dtype=dtype)[labels], labels.astype(np.int64)
