"""Lee et al. 2022, figure 5: the line of figure 4 fitted by Tiki-Taka, for pairs of asymmetry factors of A and C.

    python scripts/lee2022_fig5_regression_tiki_taka.py [--quick | --full] [--seeds N] [--device FILE|PRESET]
                                                        [--out DIR]

Rate 0.05 on A, 0.01 on C, transfer of all rows at every sample, gamma 0, step 1e-3, no c2c, 60 epochs.  Distance from
least squares, sign changes of A and length of the path of C (from epoch to epoch).  --quick: 20 seeds; --full: 60.
With --device both arrays are of that device; then nothing is judged.
"""

from lee2022_regression import each, number, pairs_of, save, seeds, sgd, soft, tiki_taka, train

from crossbar.analysis.targets import above, told
from crossbar.plots.regression import plot_regression
from crossbar.study import Study, main

DISTANCE = {(0, 2): 0.055, (2, 2): 0.028, (4, 2): 0.030, (2, 0): 0.018, (2, 4): 0.045, (0, 0): 0.36, (1, 1): 0.017}
PATH = {(2, 0): 5.05, (2, 4): 6.6, (0, 2): 10.7, (2, 2): 5.65}
SOURCE = "Lee et al. 2022, fig. 5"


def figure(study: Study) -> None:
    pairs = pairs_of(study, DISTANCE)
    courses = train(study, {label: tiki_taka(*pair) for label, pair in pairs.items()})
    save(study, "lee2022_fig5", courses)
    shown = [label for label in courses if label in ("(0, 2)", "(2, 2)", "(4, 2)") or study.device]
    title = f"A line by Tiki-Taka  ·  (AF of A, AF of C)  ·  {seeds(study)} seeds"
    study.draw("lee2022_fig5", plot_regression(courses, shown, title))
    found, paths = each(courses, lambda c: c.distance()), each(courses, lambda c: c.path_length())
    if study.device:
        study.check(*(told(f"{label}: distance", values, "-") for label, values in found.items()))
        return
    judge(study, found, paths)


def judge(study, found, paths):
    digital = each(train(study, {"2": sgd(soft(2)), "4": sgd(soft(4))}), lambda c: c.distance())
    for more, less in (("(0, 2)", "(2, 2)"), ("(0, 2)", "(4, 2)"), ("(2, 4)", "(2, 2)"), ("(2, 2)", "(2, 0)"),
                       ("(0, 0)", "(0, 2)"), ("(2, 2)", "(1, 1)")):  # fmt: skip
        study.check(above(f"distance: {more} > {less}", found[more], found[less], source=SOURCE))
    study.check(above("distance: SGD on AF 2 > (2, 2)", digital["2"], found["(2, 2)"], source=SOURCE),
                above("path of C: (2, 4) > (2, 0)", paths["(2, 4)"], paths["(2, 0)"], source=SOURCE),
                above("path of C: (0, 2) > (2, 2)", paths["(0, 2)"], paths["(2, 2)"], source=SOURCE),
                told("distance: (4, 2) against (2, 2)", found["(4, 2)"], f"{found['(2, 2)'].mean():.3g}"),
                told("distance: SGD on AF 4 against (2, 4)", digital["4"],
                     f"{found['(2, 4)'].mean():.3g}"))  # fmt: skip
    for (a, c), wanted in DISTANCE.items():
        study.check(number(f"({a}, {c}): distance", found[f"({a}, {c})"], wanted, SOURCE))
    for (a, c), wanted in PATH.items():
        study.check(number(f"({a}, {c}): path of C", paths[f"({a}, {c})"], wanted, SOURCE))


if __name__ == "__main__":
    main(figure, __doc__, ("device", "seeds"))
