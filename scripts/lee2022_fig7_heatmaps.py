"""Figure 7 of Lee et al. 2022: test accuracy over the asymmetries of both arrays, a map for every pair of rates.

Tiki-Taka on MNIST (or --data digits|FOLDER), soft bounds with asymmetry factor AF (or a fitted device of that kind).
--full is the paper's grid, --medium 5 x 5 AF on the whole of MNIST for ten epochs.  --quick sees 8000 images for
four epochs, at rates that are larger in turn, two of each, and at 4 x 4 AF: its accuracies are not the paper's.
Figures 8 and 9 take their accuracies from the same store.
"""

from lee2022_grid import OPTIONS, OUT, accuracies, judged

from crossbar.analysis.targets import above, told
from crossbar.plots.maps import plot_heat_maps
from crossbar.study import main

FIG7 = "Lee et al. 2022, fig. 7"
PEAKS = {(0.02, 0.01): "(1,1), (1.78,1), (1,1.78)", (0.01, 0.02): "(3.16,1), (5.62,1), (10,1)"}  # of (eta, lambda)


def figure(study):
    got = accuracies(study)
    dims, variables = got.variables()
    study.save("lee2022_fig7", dims, variables, {"about": got.about})
    title = f"Test accuracy (%) ± standard error over seeds · Lee et al. 2022, fig. 7\n{got.about}"
    study.draw("lee2022_fig7", plot_heat_maps(got.accuracy, got.af_a, got.af_c, got.etas, got.lambdas, title))
    study.check(*judged(study, orders(got)), *peaks(got))


def orders(got):
    """The reference asymmetry against none: accuracies of all pairs of rates and seeds."""
    at = {af: got.accuracy[got.af_a.index(af), got.af_c.index(af)].ravel() for af in (0.0, 1.0)}
    yield above("accuracy, AF (1, 1) over AF (0, 0)", at[1.0], at[0.0], FIG7)


def peaks(got):
    """Where each map is highest; the paper names three points for two pairs of rates."""
    mean = got.accuracy.mean(-1)
    for m, eta in enumerate(got.etas):
        for n, rate in enumerate(got.lambdas):
            one = mean[:, :, m, n]
            i, j = divmod(int(one.argmax()), one.shape[1])
            yield told(f"best AF at eta {eta:g}, lambda {rate:g}",
                       f"({got.af_a[i]:g}, {got.af_c[j]:g}): {100 * one[i, j]:.2f} %",
                       PEAKS.get((eta, rate), "-"), source=FIG7)  # fmt: skip


if __name__ == "__main__":
    main(figure, __doc__, OPTIONS, out=OUT)
