"""What the scripts of figures 4-6 of Lee et al. 2022 share: trainings, their file, and numbers to be met."""

import numpy as np

import crossbar as xb
from crossbar.analysis.regression import fit_line, noisy_line
from crossbar.analysis.targets import near, told
from crossbar.device_presets import resolve
from crossbar.plain_file import Named

ETA, LAMBDA, STEP, EPOCHS = 0.05, 0.01, 1e-3, 60
QUICK, FULL = 20, 60  # seeds
PROTOTYPE = 20  # seeds behind the numbers that are to be met


def soft(af):
    return xb.SoftBounds(af=float(af), step=STEP, w_min=-1.0, w_max=1.0, c2c=0.0)


def devices(study, factors):
    """Label -> device: soft bounds of these asymmetry factors, or the study's own device."""
    if study.device:
        return {study.device: resolve(study.device)}
    return {f"AF {af:g}": soft(af) for af in factors}


def pairs_of(study, pairs):
    """Label -> (device of A, device of C)."""
    if study.device:
        return {study.device: (resolve(study.device),) * 2}
    return {f"({a:g}, {c:g})": (soft(a), soft(c)) for a, c in pairs}


def sgd(device):
    return xb.SGD(learning_rate=ETA, c=device)


def tiki_taka(a, c):
    return xb.TikiTaka(learning_rate=ETA, transfer_rate=LAMBDA, rows_per_transfer="all", a=a, c=c)


def seeds(study):
    return study.seeds or (FULL if study.full else QUICK)


def train(study, algorithms, points=None):
    """Label -> one course a seed; 100 points, noise 0.05."""
    line = points or noisy_line()
    return {label: [fit_line(line, algorithm, epochs=EPOCHS, seed=seed) for seed in range(1, seeds(study) + 1)]
            for label, algorithm in algorithms.items()}  # fmt: skip


def each(courses, measure):
    """Label -> one number a seed."""
    return {label: np.array([measure(course) for course in found]) for label, found in courses.items()}


def number(name, values, wanted, source):
    """A prototype's mean over its seeds: both means scatter, so 3 standard errors of the difference; half a digit."""
    if len(values) < 2:
        return told(name, values, f"{wanted:g}", source=source)
    error = values.std(ddof=1) * np.sqrt(1 / len(values) + 1 / PROTOTYPE)
    digit = 10.0 ** (np.floor(np.log10(wanted)) - (2 if wanted < 0.04 or wanted > 10 else 1)) / 2
    return near(name, values, wanted, float(3 * error + digit), source=source)


def save(study, name, courses):
    """Trajectories of all seeds, one file."""
    first = next(iter(courses.values()))[0]
    dims = {"label": len(courses), "seed": seeds(study), "epoch": EPOCHS + 1, "sample": len(first.pulses),
            "state": len(first.c), "parameter": 2, "w": 81, "b": 81, "point": len(first.points.x)}  # fmt: skip
    grid = np.linspace(-1, 1, 81)

    def all_of(measure):
        return np.array([[measure(course) for course in found] for found in courses.values()])

    def firsts(measure):
        return np.array([measure(found[0]) for found in courses.values()])

    variables = [
        Named("x", ("point",), first.points.x, "1", "inputs"),
        Named("y", ("point",), first.points.y, "1", "outputs"),
        Named("ends", ("label", "seed", "epoch", "parameter"), all_of(lambda c: c.ends), "1", "w, b after each epoch"),
        Named("distance", ("label", "seed"), all_of(lambda c: c.distance()), "1", "distance, last 20 epochs"),
        Named("best", ("parameter",), first.points.best, "1", "least squares"),
        Named("w", ("w",), grid, "1", "slopes of the surface"),
        Named("b", ("b",), grid, "1", "intercepts of the surface"),
        Named("loss", ("b", "w"), first.points.surface(grid, grid), "1", "mean square error/2"),
        Named("c", ("label", "state", "parameter"), firsts(lambda c: c.c), "1", "C of the first seed"),
        Named("gradient", ("label", "sample", "parameter"), firsts(lambda c: c.gradients), "1",
              "gradient of each sample, first seed"),
    ]  # fmt: skip
    if first.a is not None:
        variables += [
            Named("a", ("label", "state", "parameter"), firsts(lambda c: c.a), "1", "A of the first seed"),
            Named("sign_changes", ("label", "seed", "parameter"), all_of(lambda c: c.sign_changes()), "1",
                  "sign changes of A"),
        ]  # fmt: skip
    about = {"labels": "; ".join(courses), "learning_rate": ETA, "transfer_rate": LAMBDA, "step": STEP, "c2c": 0.0}
    study.save(name, dims, variables, about)
