"""Beyond the paper: which asymmetry bears a symmetry point of array A that is not at its reference?

The reference of every cell of A is shifted by an offset (`algorithm.a.reference_offset`, in units of the weight, bounds
-1 and 1), so that A is pulled to minus the offset instead of 0 and array C gets a steady push.  Array C stays at AF 1.
--quick learns the embedded digits with three seeds; --full MNIST, for ten epochs.
"""

from beyond_sweep import ARRAY_A, STUDY, cells, run

from crossbar.analysis.resampling import over_seeds
from crossbar.analysis.targets import above, told
from crossbar.plots.maps import Cells, plot_cells
from crossbar.study import main

AF, OFFSET = "algorithm.a.af", "algorithm.a.reference_offset"
AFS, OFFSETS = [0.32, 1.0, 3.16, 10.0], [0.0, 0.05, 0.1, 0.2, 0.4, 0.8]
SOURCE = "order: Wu et al. 2024, symmetry point at c tau"
BEARABLE = 0.01  # of accuracy


def figure(study):
    accuracy, about = run(study, "symmetry_offset", [{AF: AFS}, {OFFSET: OFFSETS}])
    cells(study, "beyond_symmetry_offset", accuracy,
          {"af": (AFS, ARRAY_A), "offset": (OFFSETS, "reference offset of A")})  # fmt: skip
    mean, error = over_seeds(accuracy)
    panel = Cells("", AFS, OFFSETS, mean, error, y_label="offset of A's reference (bounds ±1)")
    title = f"Test accuracy (%) ± s.e.: asymmetry of A and its symmetry point\n{about}"
    study.draw("beyond_symmetry_offset", plot_cells([[panel]], title))
    one = AFS.index(1.0)
    study.check(above("AF 1: no offset over an offset of 0.4", accuracy[one, 0], accuracy[one, 4], SOURCE))
    for n, af in enumerate(AFS):
        borne = [offset for offset, value in zip(OFFSETS, mean[n], strict=True) if value > mean[n, 0] - BEARABLE]
        study.check(told(f"AF_A {af:g}: largest offset that costs less than 1 %", max(borne), "-"))


if __name__ == "__main__":
    main(figure, __doc__, STUDY)
