"""Fixtures that several folders use."""

from pathlib import Path

import pytest

MNIST = Path(__file__).parents[2] / "shared" / "data" / "mnist"


@pytest.fixture(scope="session")
def mnist_dir():
    """The folder of the four MNIST files beside the checkout, if it is there."""
    if not (MNIST / "train-images-idx3-ubyte.gz").is_file():
        pytest.skip("no MNIST in ../shared/data/mnist beside the checkout")
    return MNIST
