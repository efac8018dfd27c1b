"""What a network of 784 inputs is timed on: MNIST, or made-up images with as many zero pixels."""

import os
from dataclasses import dataclass
from pathlib import Path

import numpy as np

from crossbar import datasets, mnist
from crossbar.bench.plan import Plan
from crossbar.errors import DataError

ZERO_PIXELS = 0.809  # share of MNIST's training images
SYNTHETIC, CLASSES, PIXELS = 12000, 10, 784


@dataclass(frozen=True)
class Images:
    x: np.ndarray  # (n, 784) float32
    t: np.ndarray  # (n, 10) float32
    what: str  # which they are: said beside every figure


def found_mnist(data_dir: str | Path | None) -> str | None:
    """The folder of MNIST, or None; nothing is downloaded.  DataError: a given folder does not hold it."""
    if data_dir is not None:
        return str(mnist.folder(data_dir).absolute())
    for base in (os.environ.get("CROSSBAR_DATA"), mnist.cache_folder()):
        try:
            return str(mnist.folder(base).absolute()) if base else None
        except DataError:
            continue
    return None


def images(plan: Plan) -> Images:
    if plan.data_dir is None:
        return synthetic(plan.images or SYNTHETIC)
    data = datasets.load("mnist", plan.data_dir, plan.images, 1)
    share = "" if plan.images is None else f", first {plan.images} images"
    return Images(data.train_x, data.train_t, f"mnist{share}")


def synthetic(n: int) -> Images:
    """Ten patterns under noise, so that learning has its course as on MNIST."""
    rng = np.random.default_rng(0)
    y = np.arange(n) % CLASSES
    drawn = rng.uniform(size=(CLASSES, PIXELS))[y] + rng.normal(0, 0.1, (n, PIXELS))
    lit = drawn > np.quantile(drawn, ZERO_PIXELS)
    x = np.where(lit, rng.uniform(0.1, 1, (n, PIXELS)), 0)
    return Images(x.astype(np.float32), np.eye(CLASSES, dtype=np.float32)[y], f"synthetic, {n} images, not MNIST")
