"""Four idx files under MNIST's names: images and labels, for training and for test."""

from pathlib import Path
from typing import NamedTuple

import numpy as np

from crossbar import idx
from crossbar.errors import DataError

AXES = {"train-images": 3, "train-labels": 1, "t10k-images": 3, "t10k-labels": 1}


class Raw(NamedTuple):
    """What the files say, before scaling: n images of rows x columns pixels, and their labels."""

    train_x: np.ndarray  # (n, rows, columns) uint8
    train_y: np.ndarray  # (n,) uint8
    test_x: np.ndarray
    test_y: np.ndarray


def names(stem: str) -> list[str]:
    """The names a file may have: `train-images-idx3-ubyte`, `train-images.idx3-ubyte`, each with `.gz`."""
    plain = [f"{stem}{mark}idx{AXES[stem]}-ubyte" for mark in "-."]
    return plain + [name + ".gz" for name in plain]


def find(folder: Path, stem: str) -> Path | None:
    """The file of a folder that holds `stem`, if there is one."""
    return next((folder / name for name in names(stem) if (folder / name).is_file()), None)


def looks_like(folder: Path) -> bool:
    """Whether any of the four files is there; if then another is missing, that is an error to tell."""
    return any(find(folder, stem) for stem in AXES)


def read(folder: Path) -> tuple[Raw, dict[str, str]]:
    """The arrays of the four files, and the SHA-256 of each one's unpacked bytes, by its stem.

    Raises
    ------
    DataError : a file is missing or broken (see `idx.read`), images and labels differ in number, or training
        and test images in size
    """
    read_files = {stem: idx.read(_must_find(folder, stem), axes) for stem, axes in AXES.items()}
    raw = Raw(*(array for array, _ in read_files.values()))
    _check_count(folder, "train", raw.train_x, raw.train_y)
    _check_count(folder, "t10k", raw.test_x, raw.test_y)
    if raw.train_x.shape[1:] != raw.test_x.shape[1:]:
        sizes = [" x ".join(map(str, x.shape[1:])) for x in (raw.train_x, raw.test_x)]
        raise DataError(
            f"{folder}: training images have {sizes[0]} pixels, test images {sizes[1]}; "
            "both must have the same size: do the files belong together?"
        )
    return raw, {stem: checksum for stem, (_, checksum) in read_files.items()}


def _must_find(folder: Path, stem: str) -> Path:
    path = find(folder, stem)
    if path is None:
        raise DataError(
            f"{folder}: no {names(stem)[0]} (or with .gz, or {names(stem)[1]}); a data set is four idx "
            f"files, {', '.join(names(each)[0] for each in AXES)}: put the missing one there"
        )
    return path


def _check_count(folder: Path, part: str, images: np.ndarray, labels: np.ndarray) -> None:
    if len(images) != len(labels):
        raise DataError(
            f"{folder}: {part}-images has {len(images)} images, {part}-labels {len(labels)} labels; "
            "there must be one label an image: do the two files belong together?"
        )
