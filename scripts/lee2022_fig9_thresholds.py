"""Figure 9 of Lee et al. 2022: the robustness map at two thresholds, and how its high region stretches.

At 97.0 % the paper's region stretches along AF_C, at 97.5 % along AF_A with AF_C near 1, and scores are lower.
The trainings are those of figure 7; --medium has the thresholds 96.5 and 97 %, --quick 83 and 88 %.
"""

from lee2022_grid import OPTIONS, OUT, accuracies, judged, thresholds
from lee2022_scores import lines_of, report, stretch, variables

from crossbar.analysis.robustness import robustness
from crossbar.analysis.targets import holds
from crossbar.plots.maps import plot_scores
from crossbar.study import main

FIG9 = "Lee et al. 2022, fig. 9"


def figure(study):
    got = accuracies(study)
    low, high = (robustness(got.accuracy, got.af_a, got.af_c, threshold) for threshold in thresholds(study))
    study.save("lee2022_fig9", *variables(got, [low, high]), {"about": got.about})
    study.draw("lee2022_fig9", plot_scores([low, high], title=f"Robustness at two thresholds · {FIG9}\n{got.about}"))
    study.say("\n".join([*lines_of(low), *lines_of(high)]))
    lower = int((high.scores < low.scores).sum())
    study.check(*judged(study, [
        holds("scores that are lower at the higher threshold", "> 0", lower, lower > 0, FIG9),
        *report(low, "-", FIG9), *report(high, "AF_C near 1", FIG9),
        stretch(low, "< 1, along AF_C", FIG9, study.full and "c"),
        stretch(high, "> 1, along AF_A", FIG9, study.full and "a"),
    ]))  # fmt: skip


if __name__ == "__main__":
    main(figure, __doc__, OPTIONS, out=OUT)
