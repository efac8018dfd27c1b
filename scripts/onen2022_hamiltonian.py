"""Onen et al. 2022: stochastic Hamiltonian descent on a quadratic, w^2/2: oscillation, and the damping of asymmetry.

    python scripts/onen2022_hamiltonian.py [--quick | --full] [--seeds N] [--out DIR]

Array A holds the momentum p, array C the weight w; both rates 0.01, bounds +-1, from w = 0.5; soft bounds of asymmetry
AF, in the mean field and by pulses of step 0.0001 without c2c (64 cells a seed).  Ideal devices (AF 0) oscillate,
asymmetric ones are damped as 1/t.  --quick: 10,000 samples, 3 seeds; --full: 30,000, 10 seeds.
"""

import numpy as np

from crossbar.analysis.oscillation import Swing, decay_of, swing, swing_by_pulses
from crossbar.analysis.targets import at_most, near, positive, told
from crossbar.plain_file import Named
from crossbar.plots.hamiltonian import Drawn, plot_hamiltonian
from crossbar.study import Study, main

RATE, START, UNIT, CELLS, TURNS = 0.01, 0.5, 1e-4, 64, 4000
WAYS = {"AF 0": (0.0, 0.0), "AF 0.5": (0.5, 0.0), "AF 1": (1.0, 0.0), "AF 2": (2.0, 0.0), "AF 0, C 1": (0.0, 1.0)}
SHOWN = ("AF 0", "AF 1")
NOISE, MANY, SHORT = 0.5, 4000, 800
SOURCE, THEORY = "Onen et al. 2022", "theory (12.8)"


def figure(study: Study) -> None:
    steps, seeds = (30000, 10) if study.full else (10000, 3)
    seeds = study.seeds or seeds
    runs = {name: run(Swing(RATE, RATE, *af), steps, seeds, name in SHOWN) for name, af in WAYS.items()}
    for name, af in WAYS.items():
        judge(study, name, Swing(RATE, RATE, *af), runs[name])
    study_edges(study)
    dims = {"way": len(WAYS), "seed": seeds, "time": steps + 1}

    def every(part):
        return np.stack([getattr(drawn, part) for drawn in runs.values()])

    study.save("onen2022_hamiltonian", dims, [
        Named("p", ("way", "time"), every("p"), "1", "momentum in the mean field"),
        Named("w", ("way", "time"), every("w"), "1", "weight in the mean field"),
        Named("pulses_p", ("way", "time"), every("pulses_p"), "1", "momentum of one cell by pulses"),
        Named("pulses_w", ("way", "time"), every("pulses_w"), "1", "weight of one cell by pulses"),
        Named("amplitude", ("way", "seed", "time"), every("amplitudes"), "1", "amplitude by pulses, mean over cells"),
        Named("closed", ("way", "time"), every("closed"), "1", "amplitude in closed form"),
    ], {"ways": "; ".join(WAYS)})  # fmt: skip
    title = ("Hamiltonian descent on w²/2, array A of asymmetry AF, C ideal unless said (C 1)\n"
             f"lines: mean field and closed forms; dots: pulses, {seeds} seeds of {CELLS} cells")  # fmt: skip
    study.draw("onen2022_hamiltonian", plot_hamiltonian(runs, TURNS, title))


def run(of, steps, seeds, shown):
    p, w = (values[:, 0] for values in swing(of, steps, START))
    pulses = [swing_by_pulses(of, UNIT, steps, START, CELLS, seed) for seed in range(1, seeds + 1)]
    amplitudes = np.stack([of.amplitude(*each).mean(axis=1) for each in pulses])
    closed = 1 / (1 / START + of.kappa * np.arange(steps + 1.0))
    return Drawn(p, w, pulses[0][0][:, 0], pulses[0][1][:, 0], amplitudes, closed, shown)


def judge(study, name, of, drawn):
    """AF 0: nothing changes; else 1/t, in the mean field and by pulses."""
    a, pulses = of.amplitude(drawn.p, drawn.w), drawn.amplitudes
    if of.kappa == 0:
        study.check(
            at_most(f"{name}, mean field: amplitude changes by, relative, at most", float(np.abs(a / START - 1).max()),
                    1e-12, source=SOURCE),
            near(f"{name}, mean field: radians a sample over acos(1 - eta lambda/2)", turned(drawn) / of.omega, 1, 1e-3,
                 source=THEORY),
            near(f"{name}, pulses: amplitude at the end over that at the start", pulses[:, -1] / START, 1, 0.05,
                 source=SOURCE),
        )  # fmt: skip
        return
    found, fits = decay_of(a), [decay_of(each) for each in pulses]
    study.check(
        near(f"{name}, mean field: exponent of the decay", found.exponent, 1, 0.02, source=SOURCE),
        near(f"{name}, mean field: slope of 1/a over kappa", found.slope / of.kappa, 1, 0.01, source=THEORY),
        near(f"{name}, pulses: exponent of the decay", [fit.exponent for fit in fits], 1, 0.1, source=SOURCE),
        near(f"{name}, pulses: slope of 1/a over kappa", [fit.slope for fit in fits] / np.array(of.kappa), 1, 0.1,
             source=THEORY),
        positive(f"{name}, pulses: ends below a third of its start", START / 3 - pulses[:, -1], SOURCE),
    )  # fmt: skip


def turned(drawn):
    """Radians a sample, from the first to the last time that w rises through 0."""
    rising = np.flatnonzero((drawn.w[:-1] < 0) & (drawn.w[1:] >= 0))
    at = rising - drawn.w[rising] / (drawn.w[rising + 1] - drawn.w[rising])
    return 2 * np.pi * (len(at) - 1) / (at[-1] - at[0])


def study_edges(study):
    """The order of the two steps, and what noise of the gradient makes of the friction; in the mean field."""
    ideal, damped = Swing(RATE, RATE), Swing(RATE, RATE, 1.0)
    p, w = (values[:, 0] for values in swing(ideal, 20000, START, old=True))
    growth = np.polyfit(np.arange(20001), np.log(ideal.amplitude(p, w)), 1)[0]
    study.check(near("AF 0 with the old p: growth a sample over log(1 + eta lambda)/2", growth
                     / (np.log1p(RATE**2) / 2), 1, 0.02, source="PHYSICS: the ideal device gains energy"))  # fmt: skip
    p, w = swing(damped, SHORT, 0.2, NOISE, MANY)
    a = damped.amplitude(p.mean(axis=1), w.mean(axis=1))
    rate = -np.polyfit(np.arange(SHORT + 1), np.log(a), 1)[0]
    study.check(told("AF 1, noise 0.5 of the gradient: decay a sample, exponential", rate,
                     f"{RATE * NOISE * np.sqrt(2 / np.pi) / 2:.4g} (theory)", source=THEORY))  # fmt: skip


if __name__ == "__main__":
    main(figure, __doc__, ("seeds",))
