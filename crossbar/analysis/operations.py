"""Digital operations of a training: what is computed beside the arrays, by its algorithm.  docs/theory.md (9.5)."""

from collections.abc import Iterator
from dataclasses import dataclass

from crossbar.algorithms import AnyAlgorithm, MixedPrecision, ResidualLearning
from crossbar.analysis.counts import ArrayCount, ReadCount
from crossbar.experiment_spec import Experiment

# Of a transfer, for each column of its row: scaling what was read (tiki_taka, hamiltonian); the buffer (ttv2, cttv2);
# the references and their mean as well (agad); taking whole pulses off the sum (mixed_precision).
OF_A_ROW = {"tiki_taka": 1, "hamiltonian": 1, "ttv2": 2, "cttv2": 2, "agad": 6, "mixed_precision": 1, "residual": 1}
LEAKY = 3  # residual learning with a buffer: H <- (1 - beta) H + (beta lambda) A


@dataclass(frozen=True)
class OperationCount:
    """Of one layer, in all: multiplications and additions of the gradient, and of transfers."""

    layer: int
    gradient: int
    transfer: int

    @property
    def total(self) -> int:
        return self.gradient + self.transfer


def operations(spec: Experiment, arrays: list[ArrayCount], reads: list[ReadCount],
               samples: int) -> Iterator[OperationCount]:  # fmt: skip
    """gradient: n_in + n_out a sample, 2 n_in n_out where it is summed in digital;  transfer: k n_out a row, k of
    OF_A_ROW.  Nothing of algorithms that are not there.
    """
    algorithm = spec.algorithm
    if algorithm.kind != "sgd" and algorithm.kind not in OF_A_ROW:
        return
    moved = {read.layer: read.reads for read in reads if read.direction == "transfer"}
    for array in (each for each in arrays if each.array == "c"):
        _, rows, columns = array.shape
        gradient, visited = samples * (rows + columns), moved.get(array.layer, 0)
        if isinstance(algorithm, MixedPrecision):
            gradient, visited = samples * 2 * rows * columns, _visited(algorithm, samples, rows)
        yield OperationCount(array.layer, gradient, visited * columns * of_a_row(algorithm))


def of_a_row(algorithm: AnyAlgorithm) -> int:
    """Operations of a transfer for each column of its row."""
    if isinstance(algorithm, ResidualLearning) and algorithm.buffer_rate > 0:
        return LEAKY
    return OF_A_ROW.get(algorithm.kind, 0)


def _visited(algorithm: MixedPrecision, samples: int, rows: int) -> int:
    """Rows visited so far, which nobody reads and so nobody counted."""
    each = rows if algorithm.rows_per_transfer == "all" else algorithm.rows_per_transfer
    return samples // algorithm.transfer_every * each
