"""Wu et al. 2024: Tiki-Taka is exact, symmetry points off 0 spoil it, a zero shift of its auxiliary array restores it.

    python scripts/wu2024_tiki_taka.py [--quick | --full] [--seeds N] [--out DIR]

Least squares: D = 50, N = 100, A ~ N(0, 1), W* ~ N(0, 0.5^2), soft bounds tau = 2, gradient noise 0.2, mean of the last
1500 of 8000 steps; analog SGD with rate 0.01, Tiki-Taka with transfer rate 0.002 and fast rate 0.1, in the mean field
and by pulses of step 0.001.  Every repetition is another problem.  --quick: 8 problems, 4 by pulses; --full: 40 and 12.
"""

import numpy as np

from crossbar.analysis.floors import resting_error, scatter_error, solution_of
from crossbar.analysis.least_squares import Way, descend, random_problem
from crossbar.analysis.least_squares_pulses import descend_by_pulses
from crossbar.analysis.targets import above, at_least, near, positive, prototype, told
from crossbar.analysis.zero_shift import Pairs
from crossbar.plain_file import Named
from crossbar.plots.least_squares import plot_tiki_taka
from crossbar.study import Study, main

TAU, SLOW, TRANSFER, FAST, UNIT = 2.0, 0.01, 0.002, 0.1, 1e-3
STEPS, LAST = 8000, 1500
OFFSETS, SCALES, PAIRS = (0.0, 0.1, 0.2, 0.3), (1.0, 0.5, 0.25), (0, 500, 1000, 2000, 4000, 8000)
PULSED = 0.2  # the offset that pulses learn with
TIKI, ANALOG = (2.3e-4, 4.5e-4, 12e-4, 25e-4), (8.8e-4, 9.3e-4, 13e-4, 20e-4)
SOURCE, THEORY, PRECISION = "Wu et al. 2024", "theory (12.6)", 0.1
BOTH, ALONE_A, ALONE_C, SGD = "Tiki-Taka, A and C", "Tiki-Taka, A alone", "Tiki-Taka, C alone", "analog SGD"


def problems(repeats):
    return random_problem(100, 50, 1.0, 0.5, 0.2, repeats)


def tiki(c_of_a=0.0, c_of_c=0.0, scale=1.0):
    return Way(TRANSFER * scale, TAU, FAST * scale, c_of_c * TAU, c_of_a * TAU)


def analog(c=0.0, scale=1.0):
    return Way(SLOW * scale, TAU, point=c * TAU)


def figure(study: Study) -> None:
    repeats = study.seeds or (40 if study.full else 8)
    few = min(repeats, 12 if study.full else 4)
    rates, closed = study_exactness(study, problems(repeats))
    offsets, rest = study_offsets(study, problems(repeats))
    shifts = study_pulses(study, problems(few))
    study.save("wu2024_tiki_taka", {"repeat": repeats, "few": few, "scale": 3, "offset": 4, "pairs": len(PAIRS)}, [
        Named("scale", ("scale",), np.array(SCALES), "1", "both rates over those of the paper's prototype"),
        Named("offset", ("offset",), np.array(OFFSETS), "1", "symmetry point/tau"),
        Named("pairs", ("pairs",), np.array(PAIRS), "1", "pairs of pulses that shift the reference of A"),
        *(Named(f"rate_{slug(name)}", ("repeat", "scale"), found, "1", f"error of {name}, c = 0")
          for name, found in rates.items()),
        *(Named(f"offset_{slug(name)}", ("repeat", "offset"), found, "1", f"error, symmetry points off 0: {name}")
          for name, found in offsets.items()),
        Named("offset_closed", ("repeat", "offset"), rest, "1", "rest and scatter of Tiki-Taka, small rates"),
        *(Named(f"pairs_{slug(name)}", ("few", "pairs"), found, "1", f"error at c = {PULSED:g} after pairs: {name}")
          for name, found in shifts.items()),
    ])  # fmt: skip
    at = np.array(SCALES)
    lines = {name: (at, found) for name, found in rates.items()} | {"Tiki-Taka, closed form": (at, closed)}
    drawn = {name: (np.array(OFFSETS), found)
             for name, found in (offsets | {"Tiki-Taka, closed form": rest}).items()}  # fmt: skip
    ends = {name: (np.array(PAIRS), found) for name, found in shifts.items()}
    title = f"Tiki-Taka on least squares, symmetry points at c tau, tau {TAU:g}  ·  {repeats} problems, {few} by pulses"
    study.draw("wu2024_tiki_taka", plot_tiki_taka(lines, drawn, ends, PULSED, title))


def study_exactness(study, problem):
    """Errors with both rates at 1, 1/2 and 1/4, (repeats, scales) each; the closed form of Tiki-Taka, (scales,)."""
    ways = {SGD: analog, "Tiki-Taka": lambda scale: tiki(scale=scale)}
    found = {name: np.stack([descend(problem, way(scale=scale), round(STEPS / scale), round(LAST / scale))
                             for scale in SCALES], axis=1) for name, way in ways.items()}  # fmt: skip
    closed = np.array([scatter_error(problem, tiki(scale=scale)) for scale in SCALES])
    sgd, tt = found[SGD], found["Tiki-Taka"]
    order = np.polyfit(np.log(SCALES), np.log(tt.T), 1)[0]
    study.check(
        positive("Tiki-Taka below analog SGD", sgd[:, 0] - tt[:, 0], SOURCE),
        near("Tiki-Taka: order of its error in the rates", order, 1, 0.1, source=THEORY),
        near("Tiki-Taka at a quarter of the rates: over its closed form", tt[:, 2] / closed[2], 1, 0.05, source=THEORY),
        at_least("analog SGD: part of its error left at a quarter of the rate", sgd[:, 2] / sgd[:, 0], 0.8,
                 source=SOURCE),
        near("analog SGD at a quarter of the rate: over its closed form", sgd[:, 2] / resting(problem, analog()), 1,
             0.1, source="theory (12.5)"),
    )  # fmt: skip
    return found, closed


def resting(problem, way, scale=0.25):
    """Analog SGD at a scale of its rate: where it rests, and what the scatter of W adds."""
    return resting_error(problem, way) + way.rate * scale * problem.noise**2 / 4


def study_offsets(study, problem):
    """Errors by what is off 0, (repeats, offsets) each, and the closed form of Tiki-Taka."""
    ways = {SGD: analog, BOTH: lambda c: tiki(c, c), ALONE_A: lambda c: tiki(c), ALONE_C: lambda c: tiki(0.0, c)}
    found = {name: np.stack([descend(problem, way(c), STEPS, LAST) for c in OFFSETS], axis=1)
             for name, way in ways.items()}  # fmt: skip
    rest = np.stack([resting_error(problem, tiki(c)) + scatter_error(problem, tiki(c)) for c in OFFSETS], axis=1)
    for n, c in enumerate(OFFSETS):
        for name, errors, wanted in (("analog SGD", found[SGD], ANALOG[n]), ("Tiki-Taka", found[BOTH], TIKI[n])):
            study.check(prototype(f"{name}, c = {c:g}", errors[:, n], wanted, PRECISION, SOURCE, study.full))
    for n in range(3):
        rise = found[BOTH][:, n + 1] - found[BOTH][:, n]
        study.check(positive(f"Tiki-Taka: c = {OFFSETS[n + 1]:g} above c = {OFFSETS[n]:g}", rise, SOURCE))
    for name in (BOTH, ALONE_A):
        study.check(near(f"{name} at c = 0.3: over the closed form", found[name][:, 3] / rest[:, 3], 1, 0.1,
                         source=THEORY))  # fmt: skip
    inside = within(problem, PULSED)
    back = found[ALONE_C][inside, 2] / found[BOTH][inside, 0]
    study.check(
        near("Tiki-Taka, c = 0.2, A shifted to 0: against c = 0", back, 1, 0.05, source=SOURCE),
        told("problems left out there: W* beyond the bounds of C", f"{(~inside).sum()} of {len(inside)}", "-"),
        above("Tiki-Taka loses more: c = 0.3 over c = 0, against the same of analog SGD",
              found[BOTH][:, 3] / found[BOTH][:, 0], found[SGD][:, 3] / found[SGD][:, 0], SOURCE),
    )  # fmt: skip
    return found, rest


def within(problem, c):
    """Problems whose solution lies within the shifted bounds of C: no other can be learnt to the end."""
    return (np.abs(solution_of(problem) - c * TAU) < TAU).all(axis=1)


def study_pulses(study, problem):
    """Errors at c = 0.2 on both arrays after each number of pairs on A, (few, pairs): pulses, mean field, closed."""
    left = -Pairs(UNIT / TAU, UNIT / TAU, -TAU, TAU).after(np.array(PAIRS), -PULSED * TAU) / TAU
    way = tiki(PULSED, PULSED)
    pulses = np.stack([descend_by_pulses(problem, way, UNIT, STEPS, LAST, n) for n in PAIRS], axis=1)
    mean_field = np.stack([descend(problem, tiki(c, PULSED), STEPS, LAST) for c in left], axis=1)
    closed = np.stack([resting_error(problem, tiki(c)) + scatter_error(problem, tiki(c)) for c in left], axis=1)
    exact = descend_by_pulses(problem, tiki(0.0, PULSED), UNIT, STEPS, LAST)
    stays = descend_by_pulses(problem, analog(PULSED), UNIT, STEPS, LAST)
    for n, count in enumerate(PAIRS):
        study.check(near(f"{count} pairs, pulses over the mean field with c = {left[n]:.2g} left on A",
                         pulses[:, n] / mean_field[:, n], 1, 0.1, source="theory (12.7)"))  # fmt: skip
    study.check(
        positive("Tiki-Taka by pulses, c = 0.2: falls with a zero shift of A", pulses[:, 0] - pulses[:, -1], SOURCE),
        near(f"{PAIRS[-1]} pairs, pulses: against A exactly at 0", pulses[:, -1] / exact, 1, 0.05, source=SOURCE),
        positive("by pulses, c = 0.2: analog SGD above Tiki-Taka with A shifted", stays - pulses[:, -1], SOURCE),
        told("Tiki-Taka by pulses, A exactly at 0", exact, "2.2e-04 (prototype of ours, mean field)", source=SOURCE),
    )  # fmt: skip
    return {"pulses": pulses, "mean field": mean_field, "closed form": closed}


def slug(name):
    return name.lower().replace(",", "").replace(" ", "_").replace("-", "_")


if __name__ == "__main__":
    main(figure, __doc__, ("seeds",))
