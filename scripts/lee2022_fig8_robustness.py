"""Figure 8 of Lee et al. 2022: with how many pairs of rates a pair of asymmetries exceeds a threshold, and its map.

The score counts the pairs (eta, lambda) whose accuracy exceeds the threshold; between the AF it is interpolated
linearly on a grid of 0.2, then smoothed by a Gaussian of sigma 0.2.  Errors and intervals: resampled seeds.
The trainings are those of figure 7.  Thresholds: 97 % with --full, 96.5 % with --medium, whose small rates are not
there yet after ten epochs; 83 % with --quick.
"""

from lee2022_grid import OPTIONS, OUT, accuracies, judged, thresholds
from lee2022_scores import insufficient, lines_of, report, variables

from crossbar.analysis.robustness import robustness
from crossbar.analysis.targets import at_least, near
from crossbar.plots.maps import plot_scores
from crossbar.study import main

FIG8 = "Lee et al. 2022, fig. 8"


def figure(study):
    got, threshold = accuracies(study), thresholds(study)[0]
    found = robustness(got.accuracy, got.af_a, got.af_c, threshold)
    study.save("lee2022_fig8", *variables(got, [found]), {"about": got.about})
    title = f"Robustness at {100 * threshold:g} % · Lee et al. 2022, fig. 8\n{got.about}"
    study.draw("lee2022_fig8", plot_scores([found], title=title))
    study.say("\n".join(lines_of(found)))
    study.check(*judged(study, insufficient(got, found, FIG8)), *report(found, "8.95 at (1.2, 1.0)", FIG8))
    if study.full:
        error = found.spread.best_score.error if found.spread else float("nan")
        study.check(*judged(study, [
            at_least("smoothed maximum", found.best_score, 8.95, error, FIG8),
            near("best AF_A", found.best[0], 1.2, 0.4, source=FIG8),
            near("best AF_C", found.best[1], 1.0, 0.4, source=FIG8),
        ]))  # fmt: skip


if __name__ == "__main__":
    main(figure, __doc__, OPTIONS, out=OUT)
