"""Beyond the paper: how many states do devices of an asymmetry need?

States are 2/step with the bounds at -1 and 1; the step of both arrays changes, and their common AF.  The learning rate
stays, so fewer states mean fewer pulses as well: an update asks for learning_rate |x d|/step of them.
--quick learns the embedded digits with three seeds; --full MNIST, for ten epochs.
"""

import numpy as np
from beyond_sweep import STUDY, cells, run

from crossbar.analysis.resampling import over_seeds
from crossbar.analysis.targets import above, told
from crossbar.plots.maps import Cells, plot_cells
from crossbar.study import main

AFS, STATES = [0.32, 1.0, 3.16, 10.0], [50, 100, 200, 500, 1000, 2000, 4000]
STEPS = [2 / states for states in STATES]
SOURCE = "order: Gokmen 2021, TTv1 needs thousands of states"
CLOSE = 0.01  # of accuracy
RATE = 0.02


def figure(study):
    axes = [{"algorithm.a.af": AFS, "algorithm.c.af": AFS}, {"algorithm.a.step": STEPS, "algorithm.c.step": STEPS}]
    accuracy, about = run(study, "states", axes)
    cells(study, "beyond_states", accuracy, {"af": (AFS, "asymmetry factor of both arrays"),
                                             "states": (STATES, "states of both arrays, 2/step")})  # fmt: skip
    mean, error = over_seeds(accuracy)
    panel = Cells("", AFS, STATES, mean, error, "AF of both arrays", "states of both arrays")
    text = f"η/step {RATE * STATES[0] / 2:g} to {RATE * STATES[-1] / 2:g}"
    title = f"Test accuracy (%) ± s.e.: asymmetry and states\n{about} · {text}"
    study.draw("beyond_states", plot_cells([[panel]], title))
    one = AFS.index(1.0)
    study.check(above("AF 1: 2000 states over 100", accuracy[one, STATES.index(2000)],
                      accuracy[one, STATES.index(100)], SOURCE))  # fmt: skip
    for n, af in enumerate(AFS):
        enough = np.array(STATES)[mean[n] > mean.max() - CLOSE]
        fewest = f"{enough.min()}" if enough.size else f"none, best {100 * mean[n].max():.1f} %"
        study.check(told(f"AF {af:g}: fewest states within 1 % of the best of all", fewest, "-"))


if __name__ == "__main__":
    main(figure, __doc__, STUDY)
