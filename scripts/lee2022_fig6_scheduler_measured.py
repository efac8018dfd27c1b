"""Lee et al. 2022, figure 6: the gradient scheduler measured while a line is fitted.

    python scripts/lee2022_fig6_scheduler_measured.py [--quick | --full] [--seeds N] [--device FILE|PRESET] [--out DIR]

Trainings of figure 5, (AF_A, AF_C) = (0, 2), (2, 2), (4, 2).  From the recorded increments of A and C and the pulses
that fired: MF_A,k = dA_k/u_k along the training and t(k) = MF_A,k MF_C,T of the last step, without asking for the law;
then compared with the law at the recorded weights.  Sign changes of A.  --quick: 20 seeds; --full: 60.  With --device
nothing is judged.
"""

import numpy as np
from lee2022_regression import each, number, pairs_of, save, seeds, tiki_taka, train

from crossbar.analysis.asymmetry import response_of
from crossbar.analysis.scheduler import attributed
from crossbar.analysis.targets import above, at_most, told
from crossbar.plain_file import Named
from crossbar.plots.regression import plot_factors
from crossbar.study import Study, main

SIGNS = {(0, 2): 82, (2, 2): 197, (4, 2): 263}
PLACES = (99, 999, 2999, -1)  # samples whose A is taken apart
EPS = 2.0**-23  # of float32
SOURCE = "Lee et al. 2022, fig. 6"


def figure(study: Study) -> None:
    pairs = pairs_of(study, SIGNS)
    courses = train(study, {label: tiki_taka(*pair) for label, pair in pairs.items()})
    save(study, "lee2022_fig6", courses)
    firsts = {label: found[0] for label, found in courses.items()}
    save_factors(study, firsts)
    title = f"The scheduler while a line is fitted  ·  (AF of A, AF of C)  ·  {seeds(study)} seeds, the first is drawn"
    study.draw("lee2022_fig6", plot_factors(firsts, title))
    signs = each(courses, lambda course: course.sign_changes()[1])
    if study.device:
        study.check(*(told(f"{label}: sign changes of A", values, "-") for label, values in signs.items()))
        return
    for (label, course), pair in zip(firsts.items(), SIGNS, strict=True):
        identities(study, label, course, pairs[label][0], pair[0])
    for more, less in (("(2, 2)", "(0, 2)"), ("(4, 2)", "(2, 2)")):
        study.check(above(f"sign changes of A: {more} > {less}", signs[more], signs[less], source=SOURCE))
    for (a, c), wanted in SIGNS.items():
        study.check(number(f"({a}, {c}): sign changes of A", signs[f"({a}, {c})"], wanted, SOURCE))


def identities(study, label, course, device, af):
    """A as the sum over its requests, and every factor beside the law's: n pulses curve by AF^2 (n - 1) step/2."""
    parts = [attributed(course.increments(), at) for at in PLACES]
    study.check(at_most(f"{label}: |A_T - sum u_k MF_A,k|", max(np.abs(part.gap).max() for part in parts), 1e-12,
                        source="eq. 14"))  # fmt: skip
    n = np.abs(course.pulses)
    law = response_of(device).mismatch(course.a[:-1], -course.pulses)
    inside = np.abs(course.a[1:]) < device.w_max  # a bound cuts what a request is worth
    off = np.where(inside, np.abs(parts[-1].mf_a - law), np.nan)
    room = af**2 * np.maximum(n - 1, 0) * course.unit + EPS / course.unit
    study.check(at_most(f"{label}: |MF_A,k - law|, in what n whole pulses can curve", np.nanmax(off / room), 1,
                        source="eq. 12"))  # fmt: skip


def save_factors(study, firsts):
    found = {label: attributed(course.increments()) for label, course in firsts.items()}
    dims = {"label": len(firsts), "sample": len(next(iter(firsts.values())).pulses), "parameter": 2}
    axes = ("label", "sample", "parameter")
    study.save("lee2022_fig6_factors", dims, [
        Named("mf_a", axes, np.array([part.mf_a for part in found.values()]), "1", "dA_k/u_k, NaN where none fired"),
        Named("t", axes, np.array([part.t for part in found.values()]), "1", "weights of the last step"),
    ], {"labels": "; ".join(firsts)})  # fmt: skip


if __name__ == "__main__":
    main(figure, __doc__, ("device", "seeds"))
