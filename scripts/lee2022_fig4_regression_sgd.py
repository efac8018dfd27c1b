"""Lee et al. 2022, figure 4: a line fitted by SGD on devices of growing asymmetry.

    python scripts/lee2022_fig4_regression_sgd.py [--quick | --full] [--seeds N] [--device FILE|PRESET] [--out DIR]

y = 0.5 x + 0.5 + N(0, 0.05^2), 100 points, rate 0.05, step 1e-3, no c2c, 60 epochs from (-0.5, -0.5).  Distance of
(w, b) from least squares after an epoch, averaged over the last 20; the order is judged
on the mean over all samples of these epochs, which scatters less.  --quick: 20 seeds of the pulses; --full: 60, and 40
data sets on which the order is asked for.  With --device that device alone; then nothing is judged.
"""

import numpy as np
from lee2022_regression import devices, each, number, save, seeds, sgd, soft, train

from crossbar.analysis.regression import fit_line, noisy_line
from crossbar.analysis.targets import above, at_least, told
from crossbar.plots.regression import plot_regression
from crossbar.study import Study, main

DISTANCE = {"AF 0": 0.0069, "AF 1": 0.0341, "AF 2": 0.0354, "AF 4": 0.0397, "AF 6": 0.0442}
FACTORS = (0, 1, 2, 4, 6)
SETS, OF_EACH = 40, 10
SOURCE = "Lee et al. 2022, fig. 4"


def figure(study: Study) -> None:
    courses = train(study, {label: sgd(device) for label, device in devices(study, FACTORS).items()})
    found = each(courses, lambda course: course.distance())
    save(study, "lee2022_fig4", courses)
    shown = [label for label in courses if label in ("AF 0", "AF 2", "AF 6") or study.device]
    title = f"A line by SGD  ·  distance from least squares grows with asymmetry  ·  {seeds(study)} seeds"
    study.draw("lee2022_fig4", plot_regression(courses, shown, title))
    if study.device:
        study.check(*(told(f"{label}: distance", values, "-") for label, values in found.items()))
        return
    dense, labels = each(courses, lambda course: course.distance(every_sample=True)), list(found)
    for more, less in zip(labels[1:], labels, strict=False):
        study.check(above(f"distance, every sample: {more} > {less}", dense[more], dense[less], source=SOURCE))
    for label, values in found.items():
        study.check(number(f"{label}: distance", values, DISTANCE[label], SOURCE))
    if study.full:
        study.check(at_least("share of data sets with a monotone order", monotone(), 0.95, source=SOURCE))


def far(points, af, seed):
    return fit_line(points, sgd(soft(af)), seed=seed).distance(every_sample=True)


def monotone():
    """Of SETS data sets: whether the distance, mean over OF_EACH seeds, grows with AF throughout."""
    good = []
    for chosen in range(1, SETS + 1):
        points = noisy_line(seed=chosen)
        means = [np.mean([far(points, af, seed) for seed in range(1, OF_EACH + 1)]) for af in FACTORS]
        good.append(bool(np.all(np.diff(means) > 0)))
    return np.array(good, float)


if __name__ == "__main__":
    main(figure, __doc__, ("device", "seeds"))
