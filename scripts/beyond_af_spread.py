"""Beyond the paper: is the Gaussian filter of the robustness map the same as a spread of AF from device to device?

Lee et al. 2022 smooth their maps by a Gaussian of sigma 0.2 and read that as devices whose AF differ by so much.  Here
both are made: maps of equal devices, filtered; and maps of devices with an AF of their own in both arrays, normal
around the nominal one with a standard deviation of 0.2 (`af_d2d` = 0.2/AF; draws below 1 % of AF are set to that).
Both are compared at the same AF, as accuracies and as scores: does the filtered map or the unfiltered one come closer?
--quick learns the embedded digits; --full MNIST, for ten epochs.
"""

import numpy as np
from beyond_sweep import STUDY, cells, run

from crossbar.analysis.resampling import bootstrap
from crossbar.analysis.robustness import SIGMA, STEP, interpolate, regular, scores, smooth
from crossbar.analysis.targets import told
from crossbar.plots.maps import Cells, plot_cells
from crossbar.study import main

EQUAL, SPREAD = [0.0, 0.2, 0.4, 0.8, 1.6], [0.2, 0.4, 0.8]  # 4 sigma lie between 0.8 and the end of the map
RATES = [{"algorithm.learning_rate": [0.01, 0.02]}, {"algorithm.transfer_rate": [0.04, 0.08]}]
THRESHOLD = 0.96
SOURCE = "Lee et al. 2022: the filter as a spread of AF"


def figure(study):
    equal, about = run(study, "af_equal", [axis("a", EQUAL), axis("c", EQUAL), *RATES])
    apart, _ = run(study, "af_spread", [axis("a", SPREAD, SIGMA), axis("c", SPREAD, SIGMA), *RATES])
    for name, values, found in (("equal", EQUAL, equal), ("spread", SPREAD, apart)):
        axes = {"af_a": (values, "asymmetry factor of A"), "af_c": (values, "asymmetry factor of C")}
        rates = {key.split(".")[-1]: (list(each[key]), key) for each in RATES for key in each}
        cells(study, f"beyond_af_spread_{name}", found, axes | rates)
    accuracies = compare(study, "accuracy", "accuracy, mean of all rates", equal, apart,
                         lambda points: points.mean((2, 3, 4)))  # fmt: skip
    counts = compare(study, "score", f"score at {100 * THRESHOLD:g} %", equal, apart,
                     lambda points: scores(points, THRESHOLD))  # fmt: skip
    title = f"A filter of σ = {SIGMA} against devices whose AF spreads by as much\n{about}"
    study.draw("beyond_af_spread", plot_cells([accuracies, counts], title))


def axis(array, values, spread=0.0):
    """AF of an array, with an absolute spread."""
    af = f"algorithm.{array}.af"
    return {af: values, f"{af}_d2d": [spread / value for value in values]} if spread else {af: values}


def compare(study, kind, name, equal, apart, quantity):
    """Panels of the equal devices, these filtered, and the spread devices; what is told of their differences."""
    fine = regular(EQUAL)
    coarse, places = (np.ix_(*([found] * 2)) for found in (
        [EQUAL.index(af) for af in SPREAD], np.rint(np.array(SPREAD) / STEP).astype(int)))  # fmt: skip

    def maps(points):
        plain = quantity(points)
        filtered = smooth(interpolate(plain, EQUAL, EQUAL, fine, fine), SIGMA / STEP)
        return {"equal devices": plain[coarse], "these, filtered": filtered[places]}

    panels = [*panels_of(equal, maps), *panels_of(apart, lambda points: {"devices with a spread": quantity(points)})]
    simulated, unit = panels[-1], 100 if kind == "accuracy" else 1
    for other in panels[:-1]:
        far = unit * rms(simulated[1] - other[1])
        chance = f"{unit * rms(np.hypot(simulated[2], other[2])):.2g}" if simulated[2] is not None else "-"
        study.check(told(f"{name}: {simulated[0]} to {other[0]}, rms", f"{far:.2g}, of which chance {chance}",
                         "chance alone: the same", source=SOURCE))  # fmt: skip
    return [Cells(f"{name}\n{title}", SPREAD, SPREAD, values, errors, kind=kind, best=False)
            for title, values, errors in panels]  # fmt: skip


def panels_of(points, maps):
    """Title, values, and errors where there are seeds."""
    errors = bootstrap(points, maps) if points.shape[-1] > 1 else {}
    return [(name, values, errors[name].error if errors else None) for name, values in maps(points).items()]


def rms(values):
    return float(np.sqrt(np.mean(np.square(values))))


if __name__ == "__main__":
    main(figure, __doc__, STUDY)
