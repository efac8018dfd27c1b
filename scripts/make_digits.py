"""Writes data/digits.npz from scikit-learn's copy of the UCI handwritten digits; see data/README.md.

    pip install scikit-learn
    python scripts/make_digits.py [FILE]

The same arrays always; the same bytes with the same zlib, because NumPy stamps every member with 1980-01-01.
"""

import hashlib
import sys
from pathlib import Path

import numpy as np

DEFAULT = Path(__file__).parents[1] / "data" / "digits.npz"


def main(path):
    from sklearn.datasets import load_digits  # the only user of scikit-learn, hence no extra

    digits = load_digits()
    images, labels = digits.images.astype(np.uint8), digits.target.astype(np.uint8)
    if not np.array_equal(images, digits.images):
        raise SystemExit("make_digits: pixels must be whole numbers in 0..255; is this scikit-learn's file?")
    np.savez_compressed(path, images=images, labels=labels)
    print("file  ", hashlib.sha256(path.read_bytes()).hexdigest(), path)
    print("arrays", hashlib.sha256(images.tobytes() + labels.tobytes()).hexdigest())


if __name__ == "__main__":
    main(Path(sys.argv[1]) if len(sys.argv) > 1 else DEFAULT)
