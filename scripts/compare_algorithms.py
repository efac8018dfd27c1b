"""Which training algorithm for which device: accuracy, pulses, reads, energy and hardware time of the whole family.

    python scripts/compare_algorithms.py --data-dir FOLDER_WITH_MNIST [--quick | --medium | --full]

SGD on the array, Tiki-Taka 1 and 2, chopped TTv2, AGAD, mixed precision, Hamiltonian descent and residual learning, on
devices of 20 and of 1000 states whose references are right or off by 0.5 z; floating point beside them.  Devices and
settings: compare_cases.py; how the settings were found, on right references: compare_settings.py.
--quick: the digits, 30 epochs.  --medium: MNIST, 784-256-128-10, 8 epochs.  --full: 20 epochs, 3 seeds.
Hamiltonian descent moves every row at every sample; it sees 2,000 images an epoch, and all of them with --full.
Costs are those of the ledger, docs/theory.md (9).  Voltages, energies and conductances are assumed, and said.
The page is OUT/compare_algorithms.md, the figure beside it OUT/compare_algorithms.png.
"""

from dataclasses import asdict

import numpy as np
from compare_cases import CHOSEN, ERRORS, FLOATING, NAMES, STATES, axis, data_of, exact, point

from crossbar.analysis.comparison import MARGIN, Choice, Cost, Hardware, choose, cost, table
from crossbar.analysis.resampling import over_seeds
from crossbar.analysis.targets import at_least, holds, near, told
from crossbar.plain_file import Named
from crossbar.plots.comparison import plot_comparison
from crossbar.store import Grid
from crossbar.study import Study, main
from crossbar.sweep import Sweep, sweep
from crossbar.sweep.board import Board

CASES = tuple((states, error) for states in STATES for error in ERRORS)
DEVICES = tuple(f"{states} states, σ_r {error:g}" for states, error in CASES)
EPOCHS, LAST = {"quick": 30, "medium": 8, "full": 20}, 3
SLOW, PART = ("hamiltonian",), {"data.train_samples": 2_000}
SOURCE, HARD = "aim of ours", (20, 0.5)
COSTS = {"pulses": "pulses on a device, in all", "energy": "energy a sample (J)",
         "seconds": "hardware time a sample (s)"}  # fmt: skip


def figure(study: Study) -> None:
    accuracy, costs, best = collect(study)
    mean, _ = over_seeds(accuracy)
    shown = {label: getattr_of(costs, key) for key, label in COSTS.items()}
    about = f"{'digits' if study.quick else 'MNIST'} · {EPOCHS[study.scale]} epochs · {accuracy.shape[2]} seed(s)"
    study.draw("compare_algorithms", plot_comparison(NAMES, DEVICES, mean, shown, float(best.mean()),
               f"Training algorithms on four devices\n{about}"))  # fmt: skip
    save(study, accuracy, costs, best)
    choices = [choose(NAMES, mean[:, n], getattr_of(costs, "energy")[:, n], getattr_of(costs, "seconds")[:, n])
               for n in range(len(CASES))]  # fmt: skip
    path = study.out / "compare_algorithms.md"
    path.write_text("\n".join(page(about, accuracy, costs, best, choices)) + "\n", encoding="utf-8")
    study.say(f"wrote {path}")
    study.check(*targets(study, accuracy, best))


def collect(study: Study) -> tuple[np.ndarray, np.ndarray, np.ndarray]:
    """Accuracies (names, devices, seeds), costs of the first seed (names, devices) of Cost, floating point (seeds,)."""
    quickly = [name for name in NAMES if study.full or study.quick or name not in SLOW]
    best = train(study, "floating", [exact()], {})
    accuracy = np.full((len(NAMES), len(CASES), best.shape[1]), np.nan)
    costs = np.empty((len(NAMES), len(CASES)), object)
    for name in NAMES:
        grid = run(study, name, [point(name, *case) for case in CASES], {} if name in quickly else PART)
        accuracy[NAMES.index(name)] = grid.last("test_accuracy", LAST)
        costs[NAMES.index(name)] = [cost_of(grid, n) for n in range(len(CASES))]
    return accuracy, costs, best[0]


def train(study: Study, name: str, points: list, more: dict) -> np.ndarray:
    return run(study, name, points, more).last("test_accuracy", LAST)


def run(study: Study, name: str, points: list, more: dict) -> Grid:
    """One algorithm on all devices, its trajectories kept for the ledger."""
    data = "digits" if study.quick else "mnist"
    seeds = range(1, (study.seeds or (3 if study.full or study.quick else 1)) + 1)
    given = data_of(data) | {"epochs": EPOCHS[study.scale], "record.weights_every": 0} | more
    plan = Sweep(name=f"compare-{name}-{study.scale}", base="lee2022", set=given, trajectories=True,
                 axes=[axis(points), {"seed": seeds}])  # fmt: skip
    with Board() as board:
        grid = sweep(plan, study.out / "compare.sweep", workers=study.workers, watch=board, command=study.command,
                     data_dir=study.data_dir if data == "mnist" else None)  # fmt: skip
    for at, why in grid.failures():
        study.say(f"failed, {name}, seed {at['seed']}: {why['reason']}")
    return grid


def cost_of(grid: Grid, case: int) -> Cost:
    address = grid.addresses[int(np.ravel_multi_index((case, 0), grid.shape))]
    path = grid.store.path("runs", address, ".h5")
    return cost(path, Hardware()) if path.exists() else Cost(*[np.nan] * len(Cost._fields))


def getattr_of(costs: np.ndarray, key: str) -> np.ndarray:
    """One figure of all costs, (names, devices)."""
    return np.vectorize(lambda each: getattr(each, key), otypes=[float])(costs)


def save(study: Study, accuracy: np.ndarray, costs: np.ndarray, best: np.ndarray) -> None:
    dims = {"algorithm": len(NAMES), "device": len(CASES), "seed": accuracy.shape[2]}
    units = {"pulses": "1", "reads": "1", "operations": "1", "energy": "J", "seconds": "s"}
    study.save("compare_algorithms", dims, [
        Named("algorithm", ("algorithm",), np.array(NAMES, "S"), "1", "kind of the algorithm"),
        Named("n_states", ("device",), np.array([states for states, _ in CASES]), "1", "states of all devices"),
        Named("sigma_r", ("device",), np.array([error for _, error in CASES]), "1", "spread of the references"),
        Named("accuracy", tuple(dims), accuracy, "1", "test accuracy, mean of the last epochs"),
        Named("floating_point", ("seed",), best, "1", "the same of SGD in floating point"),
        *(Named(key, ("algorithm", "device"), getattr_of(costs, key), unit, f"{key} of the first seed")
          for key, unit in units.items()),
    ])  # fmt: skip


def page(about: str, accuracy: np.ndarray, costs: np.ndarray, best: np.ndarray, choices: list[Choice]):
    """Everything on one page, in Markdown."""
    yield from ("# Which algorithm for which device", "", f"{about}. Test accuracy is the mean of the last epochs.", "",
                "![accuracies and costs](compare_algorithms.png)", "")  # fmt: skip
    yield from table(("device", "best", f"as good (within {100 * MARGIN:g} points)", "least energy of these",
                      "least time of these"), [
        (device, f"{each.best}, {100 * accuracy[NAMES.index(each.best), n].mean():.2f} %", ", ".join(each.good),
         each.thrifty, each.quick) for n, (device, each) in enumerate(zip(DEVICES, choices, strict=True))
    ])  # fmt: skip
    yield ""
    yield from table(("device", "algorithm", "test accuracy (%)", "pulses a device", "reads a sample",
                      "digital operations a sample", "energy a sample (nJ)", "time a sample (µs)"),
                     [("-", FLOATING, percent(best), "-", "-", "-", "-", "-"), *rows(accuracy, costs)])  # fmt: skip
    volts = ", ".join(f"{name} {value:g}" for name, value in asdict(Hardware()).items())
    yield from ("", f"Assumed: {volts}; conductances from 1 to 9 µS; reads 40 ns, slots 5 ns; every line driven during "
                "all of a read. Costs are of the first seed, from the ledger.", "", "Settings:", "")  # fmt: skip
    for states, chosen in CHOSEN.items():
        for name in NAMES:
            yield f"- `{name}`, {states} states: {', '.join(f'{key} {value:g}' for key, value in chosen[name].items())}"


def rows(accuracy: np.ndarray, costs: np.ndarray):
    for n, device in enumerate(DEVICES):
        for m, name in enumerate(NAMES):
            each = costs[m, n]
            yield (device, name, percent(accuracy[m, n]), f"{each.pulses:.3g}", f"{each.reads:.3g}",
                   f"{each.operations:.3g}", f"{1e9 * each.energy:.3g}", f"{1e6 * each.seconds:.3g}")  # fmt: skip


def percent(values: np.ndarray) -> str:
    mean, error = (float(np.ravel(each)[0]) for each in over_seeds(np.atleast_2d(values)))
    return f"{100 * mean:.2f}" + (f" ± {100 * error:.2f}" if np.isfinite(error) else "")


def targets(study: Study, accuracy: np.ndarray, best: np.ndarray):
    """MNIST is judged, the digits are told."""
    found = {(name, case): accuracy[m, n] for m, name in enumerate(NAMES) for n, case in enumerate(CASES)}
    for name in ("cttv2", "agad"):
        here, plain = found[name, HARD], found["ttv2", HARD]
        what = f"{name}, 20 states, sigma_r 0.5"
        yield told(what, here, ">= 0.965 of MNIST") if study.quick else at_least(what, here, 0.965, source=SOURCE)
        yield holds(f"{name} over ttv2 there, clearly", "by > 0.01", here.mean() - plain.mean(),
                    here.mean() - plain.mean() > 0.01, SOURCE)  # fmt: skip
    for case in CASES:
        gap = found["mixed_precision", case] - best
        what = f"mixed precision - floating point, {case[0]} states, sigma_r {case[1]:g}"
        judged = case[1] == 0 and not study.quick
        yield near(what, gap, 0.0, 0.005, source=SOURCE) if judged else told(what, gap, "0 +- 0.005 at sigma_r 0")


if __name__ == "__main__":
    main(figure, __doc__, ("data", "workers", "seeds", "medium"))
