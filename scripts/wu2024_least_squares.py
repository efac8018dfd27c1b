"""Wu et al. 2024: error floors of analog SGD on least squares, in the mean field; trajectories of pulses beside it.

    python scripts/wu2024_least_squares.py [--quick | --full] [--seeds N] [--out DIR]

Floors: D = 40, N = 100, A ~ N(0, 0.5^2), W* ~ N(0, 0.3^2), gradient noise 0.1, rate 0.03, mean of the last 500 of 2500
steps.  Soft bounds +-tau; every repetition is another problem with other noise.  --quick: 8 problems; --full: 40.
Tiki-Taka and symmetry points off 0 are in wu2024_tiki_taka.py.
"""

import numpy as np

from crossbar.analysis.floors import digital_error, resting_error
from crossbar.analysis.least_squares import Way, descend, random_problem
from crossbar.analysis.least_squares_pulses import beside_pulses
from crossbar.analysis.targets import above, at_least, at_most, holds, mean_and_error, near, positive, prototype, told
from crossbar.plain_file import Named
from crossbar.plots.least_squares import plot_least_squares
from crossbar.study import Study, main

TAUS, UNITS, RATE = (1.0, 1.5, 2.0, 2.5), (4e-3, 1e-3, 2.5e-4), 0.03
FLOORS = (5.6e-4, 3.9e-4, 2.9e-4, 2.4e-4)
STARTS = (-0.9, 0.5, np.linspace(-1, 1, 40))  # beside 0; the last: each of the 40 weights its own, bound to bound
PULSED = {"analog SGD": Way(RATE, 1.0), "Tiki-Taka": Way(0.05, 1.0, fast=0.01)}  # no longer trains than 63 slots
PRECISION = 0.1  # of the published and the prototype's numbers
SOURCE = "Wu et al. 2024"


def figure(study: Study) -> None:
    repeats = study.seeds or (40 if study.full else 8)
    digital, floors, resting = study_floors(study, repeats)
    apart = study_pulses(study)
    lines = {"analog SGD": (np.array(TAUS), floors), "digital": (np.array(TAUS), np.repeat(digital[:, None], 4, 1)),
             "analog SGD, rate → 0 (closed form)": (np.array(TAUS), resting)}  # fmt: skip
    study.save("wu2024_least_squares", {"repeat": repeats, "tau": 4, "way": len(apart), "unit": 3},
               [Named("tau", ("tau",), np.array(TAUS), "1", "bounds"),
                Named("unit", ("unit",), np.array(UNITS), "1", "step of the device"),
                Named("digital", ("repeat",), digital, "1", "error of digital SGD"),
                Named("floor", ("repeat", "tau"), floors, "1", "error of analog SGD"),
                Named("resting", ("repeat", "tau"), resting, "1", "error of analog SGD in the limit of small rates"),
                Named("apart", ("way", "unit"), np.array(list(apart.values())), "1", "|pulses - mean field|")],
               {"ways": ", ".join(apart)})  # fmt: skip
    units = {name: (np.array(UNITS), found) for name, found in apart.items()}
    title = f"Least squares under asymmetric updates, mean field  ·  {repeats} problems"
    study.draw("wu2024_least_squares", plot_least_squares(lines, units, title))


def study_floors(study, repeats):
    problem = random_problem(100, 40, 0.5, 0.3, 0.1, repeats)
    digital = descend(problem, Way(RATE), 2500, 500)
    floors = np.stack([descend(problem, Way(RATE, tau), 2500, 500) for tau in TAUS], axis=1)
    mean, error = mean_and_error(digital)
    closed = digital_error(problem, RATE, 2500, 500)
    study.check(holds("digital SGD", "6.8e-05 to 8.5e-05", mean, 6.8e-5 <= mean <= 8.5e-5, SOURCE, error),
                agrees("digital SGD less its closed form", digital - closed))  # fmt: skip
    for n, tau in enumerate(TAUS):
        study.check(prototype(f"analog SGD, tau {tau:g}", floors[:, n], FLOORS[n], PRECISION, SOURCE, study.full))
    for n in range(3):  # the same problems: a difference is taken problem by problem
        fall = floors[:, n] - floors[:, n + 1]
        study.check(positive(f"analog SGD: tau {TAUS[n + 1]:g} below tau {TAUS[n]:g}", fall, SOURCE))
    slow = descend(problem, Way(RATE / 2), 5000, 1000)
    noisy = descend(random_problem(100, 40, 0.5, 0.3, 0.2, repeats), Way(RATE, 1.0), 2500, 500)
    small = descend(problem, Way(RATE / 4, 1.0), 10000, 2000)
    ends = np.array([descend(problem, Way(RATE, 1.0), 2500, 500, start) for start in STARTS])
    resting = np.stack([resting_error(problem, Way(RATE, tau)) for tau in TAUS], axis=1)
    closed = resting[:, 0] + RATE / 4 * problem.noise**2 / 4
    study.check(positive("digital SGD falls with the rate", digital - slow, SOURCE),
                at_least("analog SGD, tau 1: part of the floor left at a quarter of the rate",
                         small / floors[:, 0], 0.8, source=SOURCE),
                near("analog SGD, tau 1, a quarter of the rate: over the closed form of small rates", small / closed, 1,
                     0.05, source="theory (12.5)"),
                above("analog SGD, tau 1: grows with the noise of gradients", noisy, floors[:, 0], SOURCE),
                at_most("analog SGD, tau 1: other starts end elsewhere by, relative, at most",
                        float(np.abs(ends / floors[:, 0] - 1).max()), 1e-2, source=SOURCE))  # fmt: skip
    return digital, floors, resting


def study_pulses(study):
    """Root mean square distance of whole trajectories, by step of the device; only scatter is left: the root of it."""
    problem = random_problem(100, 40, 0.5, 0.3, 0.1)
    seeds, steps = (8, 1500) if study.full else (3, 500)
    apart = {name: np.array([np.sqrt(np.mean([beside_pulses(problem, way, unit, steps, seed) ** 2
                                              for seed in range(1, seeds + 1)])) for unit in UNITS])
             for name, way in PULSED.items()}  # fmt: skip
    for name, found in apart.items():
        order = float(np.polyfit(np.log(UNITS), np.log(found), 1)[0])
        study.check(near(f"{name}: order in the step of |pulses - mean field|", order, 0.5, 0.15, source=SOURCE))
    return apart


def agrees(name, difference):
    """A closed form without a remainder: 0 within 3 standard errors."""
    if len(difference) < 2:
        return told(name, difference, "0", source="theory (12.5)")
    mean, error = mean_and_error(difference)
    return holds(name, "0 within 3 s.e.", mean, abs(mean) <= 3 * error, "theory (12.5)", error)


if __name__ == "__main__":
    main(figure, __doc__, ("seeds",))
