"""Do the 95 % intervals of `crossbar fit` hold the truth in 95 % of the cases?

    python scripts/fit_coverage.py [--sets 200] [--models soft_bounds,linear] [--cycles 2] [--pulses 200]

Known devices are pulsed up and down, read with noise, and fitted with the law they follow; a line a parameter: how
often the interval held the truth, the mean of the estimates, and the truth.  docs/theory.md (10.3).
"""

import argparse
import sys
from time import perf_counter

import numpy as np

from crossbar.fitting.curves import Curve, Curves
from crossbar.fitting.intervals import intervals
from crossbar.fitting.likelihood import pack
from crossbar.fitting.models import MODELS, chosen
from crossbar.fitting.one import fit_device
from crossbar.fitting.simulation import simulate

COMMON = {"w_max": 1.0, "w_min": -1.0, "c2c": 0.3, "read_noise": 0.01}
# Steps such that `pulses` pulses cross the window; the imbalance is what tells up from down.
TRUTHS = {
    "constant": {"step": 0.015, "imbalance": 0.05},
    "linear": {"step": 0.02, "imbalance": 0.05, "gamma_up": 0.4, "gamma_down": 0.6},
    "linear_additive": {"step": 0.02, "imbalance": 0.05, "gamma_up": 0.4, "gamma_down": 0.6},
    "soft_bounds": {"step": 0.02, "imbalance": 0.05},
    "soft_bounds_additive": {"step": 0.02, "imbalance": 0.05},
    "exponential": {"step": 0.02, "imbalance": 0.05, "A_up": 0.2, "A_down": 0.25, "gamma_up": 1.3, "gamma_down": 1.2},
    "power": {"step": 0.05, "imbalance": 0.05, "p_up": 1.3, "p_down": 0.8},
    "table": {"up.0": 0.025, "up.1": 0.018, "up.2": 0.01, "down.0": 0.008, "down.1": 0.015, "down.2": 0.025},
}
LOW, HIGH = 0.90, 0.99  # shares of intervals that hold the truth, between which 95 % is believed


def truth(name):
    return model_of(name).values(TRUTHS[name] | COMMON)


def model_of(name):
    from dataclasses import replace

    return replace(MODELS[name], nodes=3) if MODELS[name].nodes else MODELS[name]


def measured(name, rng, cycles=2, pulses=200):
    """Curves of a device that follows the model, in its own weights."""
    moves = np.r_[0, np.ones(pulses, int), -np.ones(pulses, int)]
    y = [simulate(model_of(name), truth(name), moves, -0.95, 1, rng)[:, 0] for _ in range(cycles)]
    return Curves(tuple(Curve("1", n, moves, y[n]) for n in range(cycles)), span=(-1.0, 1.0))


def coverage(name, sets, cycles=2, pulses=200, seed=0):
    """By parameter: share of intervals that hold the truth (of those that were fitted), and the estimates."""
    held, values, seen = {}, {}, {}
    for number in range(sets):
        curves = measured(name, np.random.default_rng([seed, number]), cycles, pulses)
        found = fit_device(model_of(name), pack(curves))
        for parameter, ends in intervals(found).items():
            held[parameter] = held.get(parameter, 0) + (ends.low <= truth(name)[parameter] <= ends.high)
            seen[parameter] = seen.get(parameter, 0) + 1
            values.setdefault(parameter, []).append(found.values[parameter])
    return {p: (held[p] / seen[p], seen[p], float(np.mean(values[p]))) for p in held}


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--sets", type=int, default=200)
    parser.add_argument("--models", default="all")
    parser.add_argument("--cycles", type=int, default=2)
    parser.add_argument("--pulses", type=int, default=200)
    given = parser.parse_args()
    good, begun = True, perf_counter()
    print(f"{given.sets} data sets a model, {given.cycles} cycles of {given.pulses} pulses up and down\n")
    print(f"{'model':22}{'parameter':12}{'held':>7}{'sets':>6}{'mean':>12}{'truth':>12}")
    for model in chosen(given.models):
        for name, (share, sets, mean) in coverage(model.name, given.sets, given.cycles, given.pulses).items():
            fine = LOW <= share <= HIGH
            good = good and fine
            print(f"{model.name:22}{name:12}{share:7.1%}{sets:6d}{mean:12.5g}{truth(model.name)[name]:12.5g}"
                  f"{'' if fine else '  outside 90-99 %'}", flush=True)  # fmt: skip
    print(f"\n{'met' if good else 'not met'}: every interval holds the truth in 90 to 99 % of the sets; "
          f"{perf_counter() - begun:.0f} s")
    sys.exit(not good)


if __name__ == "__main__":
    main()
