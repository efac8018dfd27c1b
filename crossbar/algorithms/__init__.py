"""What happens to the arrays at every sample: one file an algorithm.  docs/theory.md (5).

A spec says what a person chooses; its `tile` builds the state that kernels/tiles works on.  Everywhere the same:
periods are in samples, rates absolute, `learning_rate` is that of the array that sees the gradient, C is the array
that holds the weights, and an up pulse raises a weight.
"""

from crossbar.algorithms.agad import AGAD
from crossbar.algorithms.algorithm import Algorithm
from crossbar.algorithms.chopped import ChoppedTTv2
from crossbar.algorithms.custom import CustomAlgorithm
from crossbar.algorithms.hamiltonian import Hamiltonian
from crossbar.algorithms.hardware import AnyAlgorithm, Hardware, unfit, without_effect, written_arrays
from crossbar.algorithms.mixed_precision import MixedPrecision
from crossbar.algorithms.residual import ResidualLearning
from crossbar.algorithms.sgd import SGD
from crossbar.algorithms.tiki_taka import TikiTaka
from crossbar.algorithms.ttv2 import TTv2

__all__ = [
    "AGAD",
    "SGD",
    "Algorithm",
    "AnyAlgorithm",
    "ChoppedTTv2",
    "CustomAlgorithm",
    "Hamiltonian",
    "Hardware",
    "MixedPrecision",
    "ResidualLearning",
    "TTv2",
    "TikiTaka",
    "unfit",
    "without_effect",
    "written_arrays",
]  # fmt: skip
