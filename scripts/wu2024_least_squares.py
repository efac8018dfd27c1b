"""Wu et al. 2024: least squares by analog SGD and by Tiki-Taka in the mean field, and by pulses.

    python scripts/wu2024_least_squares.py [--quick | --full] [--seeds N] [--out DIR]

Floors: D = 40, N = 100, A ~ N(0, 0.5^2), W* ~ N(0, 0.3^2), gradient noise 0.1, rate 0.03, mean of the last 500 of 2500
steps.  Symmetry points c tau: D = 50, A ~ N(0, 1), W* ~ N(0, 0.5^2), tau 2, noise 0.2, mean of the last 1500 of 8000.
Soft bounds +-tau; every repetition is another problem with other noise.  --quick: 8 problems; --full: 40.
"""

import numpy as np

from crossbar.analysis.floors import digital_error, resting_error
from crossbar.analysis.least_squares import Way, beside_pulses, descend, random_problem
from crossbar.analysis.targets import above, at_least, at_most, holds, mean_and_error, near, told
from crossbar.plain_file import Named
from crossbar.plots.least_squares import plot_least_squares
from crossbar.study import Study, main

TAUS, OFFSETS, UNITS = (1.0, 1.5, 2.0, 2.5), (0.0, 0.1, 0.2, 0.3), (4e-3, 1e-3, 2.5e-4)
RATE, TAU, SLOW, TRANSFER, FAST = 0.03, 2.0, 0.01, 0.002, 0.1
FLOORS, TIKI, ANALOG = (5.6e-4, 3.9e-4, 2.9e-4, 2.4e-4), (2.3e-4, 4.5e-4, 12e-4, 25e-4), (8.8e-4, 9.3e-4, 13e-4, 20e-4)
STARTS = (-0.9, 0.5, np.linspace(-1, 1, 40))  # beside 0; the last: each of the 40 weights its own, bound to bound
PULSED = {"analog SGD": Way(RATE, 1.0), "Tiki-Taka": Way(0.05, 1.0, fast=0.01)}  # no longer trains than 63 slots
PRECISION = 0.1  # of the published and the prototype's numbers
SOURCE = "Wu et al. 2024"


def figure(study: Study) -> None:
    repeats = study.seeds or (40 if study.full else 8)
    digital, floors, resting = study_floors(study, repeats)
    analog, tiki, shifted = study_offsets(study, repeats)
    apart = study_pulses(study)
    lines = {"analog SGD": (np.array(TAUS), floors), "digital": (np.array(TAUS), np.repeat(digital[:, None], 4, 1)),
             "analog SGD, rate → 0 (closed form)": (np.array(TAUS), resting)}  # fmt: skip
    offsets = {"analog SGD": analog, "Tiki-Taka": tiki, "Tiki-Taka, A shifted": shifted}
    study.save("wu2024_least_squares", {"repeat": repeats, "tau": 4, "offset": 4, "way": len(apart), "unit": 3},
               [Named("tau", ("tau",), np.array(TAUS), "1", "bounds"),
                Named("offset", ("offset",), np.array(OFFSETS), "1", "symmetry point/tau"),
                Named("unit", ("unit",), np.array(UNITS), "1", "step of the device"),
                Named("digital", ("repeat",), digital, "1", "error of digital SGD"),
                Named("floor", ("repeat", "tau"), floors, "1", "error of analog SGD"),
                Named("resting", ("repeat", "tau"), resting, "1", "error of analog SGD in the limit of small rates"),
                *(Named(name.lower().replace(" ", "_").replace(",", "").replace("-", "_"), ("repeat", "offset"), found,
                        "1", f"error of {name}") for name, found in offsets.items()),
                Named("apart", ("way", "unit"), np.array(list(apart.values())), "1", "|pulses - mean field|")],
               {"ways": ", ".join(apart)})  # fmt: skip
    drawn = {name: (np.array(OFFSETS), found) for name, found in offsets.items()}
    units = {name: (np.array(UNITS), found) for name, found in apart.items()}
    title = f"Least squares under asymmetric updates, mean field  ·  {repeats} problems"
    study.draw("wu2024_least_squares", plot_least_squares(lines, drawn, units, title))


def study_floors(study, repeats):
    problem = random_problem(100, 40, 0.5, 0.3, 0.1, repeats)
    digital = descend(problem, Way(RATE), 2500, 500)
    floors = np.stack([descend(problem, Way(RATE, tau), 2500, 500) for tau in TAUS], axis=1)
    mean, error = mean_and_error(digital)
    closed = digital_error(problem, RATE, 2500, 500)
    study.check(holds("digital SGD", "6.8e-05 to 8.5e-05", mean, 6.8e-5 <= mean <= 8.5e-5, SOURCE, error),
                agrees("digital SGD less its closed form", digital - closed))  # fmt: skip
    for n, tau in enumerate(TAUS):
        study.check(prototype(study, f"analog SGD, tau {tau:g}", floors[:, n], FLOORS[n]))
    for n in range(3):  # the same problems: a difference is taken problem by problem
        study.check(falls(f"analog SGD: tau {TAUS[n + 1]:g} below tau {TAUS[n]:g}", floors[:, n] - floors[:, n + 1]))
    slow = descend(problem, Way(RATE / 2), 5000, 1000)
    noisy = descend(random_problem(100, 40, 0.5, 0.3, 0.2, repeats), Way(RATE, 1.0), 2500, 500)
    small = descend(problem, Way(RATE / 4, 1.0), 10000, 2000)
    ends = np.array([descend(problem, Way(RATE, 1.0), 2500, 500, start) for start in STARTS])
    resting = np.stack([resting_error(problem, Way(RATE, tau)) for tau in TAUS], axis=1)
    closed = resting[:, 0] + RATE / 4 * problem.noise**2 / 4
    study.check(falls("digital SGD falls with the rate", digital - slow),
                at_least("analog SGD, tau 1: part of the floor left at a quarter of the rate",
                         small / floors[:, 0], 0.8, source=SOURCE),
                near("analog SGD, tau 1, a quarter of the rate: over the closed form of small rates", small / closed, 1,
                     0.05, source="theory (12.5)"),
                above("analog SGD, tau 1: grows with the noise of gradients", noisy, floors[:, 0], SOURCE),
                at_most("analog SGD, tau 1: other starts end elsewhere by, relative, at most",
                        float(np.abs(ends / floors[:, 0] - 1).max()), 1e-2, source=SOURCE))  # fmt: skip
    return digital, floors, resting


def study_offsets(study, repeats):
    """Errors of analog SGD, Tiki-Taka, Tiki-Taka with its auxiliary array shifted; (repeats, offsets) each."""
    problem = random_problem(100, 50, 1.0, 0.5, 0.2, repeats)
    points = [TAU * c for c in OFFSETS]
    ways = ([Way(SLOW, TAU, point=v) for v in points], [Way(TRANSFER, TAU, FAST, v, v) for v in points],
            [Way(TRANSFER, TAU, FAST, v) for v in points])  # fmt: skip
    analog, tiki, shifted = (np.stack([descend(problem, way, 8000, 1500) for way in each], axis=1) for each in ways)
    study.check(falls("Tiki-Taka below analog SGD", analog[:, 0] - tiki[:, 0]))
    for n, c in enumerate(OFFSETS):
        study.check(prototype(study, f"analog SGD, c = {c:g}", analog[:, n], ANALOG[n]),
                    prototype(study, f"Tiki-Taka, c = {c:g}", tiki[:, n], TIKI[n]))  # fmt: skip
    for n in range(3):
        study.check(falls(f"Tiki-Taka: c = {OFFSETS[n + 1]:g} above c = {OFFSETS[n]:g}", tiki[:, n + 1] - tiki[:, n]))
    study.check(near("Tiki-Taka, c = 0.2, A shifted to 0: against c = 0", shifted[:, 2] / tiki[:, 0], 1, 0.05,
                     source=SOURCE))  # fmt: skip
    return analog, tiki, shifted


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


def falls(name, difference):
    return above(name, difference, np.zeros(2), SOURCE)


def agrees(name, difference):
    """A closed form without a remainder: 0 within 3 standard errors."""
    if len(difference) < 2:
        return told(name, difference, "0", source="theory (12.5)")
    mean, error = mean_and_error(difference)
    return holds(name, "0 within 3 s.e.", mean, abs(mean) <= 3 * error, "theory (12.5)", error)


def prototype(study, name, found, wanted):
    """A number of a prototype, known to 10 % and of one problem or few: judged at full scale.

    Within 10 % and 3 standard errors of the mean over problems; the spread between problems is no excuse.
    """
    if not study.full or len(found) < 2:
        return told(name, found, f"{wanted:g} (prototype of ours)", source=SOURCE)
    mean, error = mean_and_error(found)
    tolerance = PRECISION * wanted + 3 * error
    said = f"{wanted:g} +- {tolerance:.2g} (10 % and 3 s.e.)"
    return holds(name, said, mean, abs(mean - wanted) <= tolerance, SOURCE, error)


if __name__ == "__main__":
    main(figure, __doc__, ("seeds",))
