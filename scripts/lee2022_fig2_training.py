"""Figure 2 of Lee et al. 2022: MNIST by SGD and by Tiki-Taka, on ideal and on asymmetric devices.

    python scripts/lee2022_fig2_training.py --data-dir FOLDER_WITH_MNIST [--quick | --full]

784-256-128-10, one sample at a time, the setting of the preset lee2022 (step 0.001, c2c 0.3, 7-bit DAC, 9-bit ADC):
SGD with rate 0.01 on AF 0 and AF 1, Tiki-Taka with (0.02, 0.04) on AF 0, AF 1 and AF 10 on both arrays.
--quick: all 60,000 images, 3 epochs, 3 seeds.  --full: 12 epochs, 5 seeds, where the numbers are judged too.
Other data (--data) and another device (--device, for both arrays) are told, not judged.
"""

from pathlib import Path

import numpy as np

from crossbar.analysis.targets import above, at_least, at_most, holds, near, told
from crossbar.plain_file import Named
from crossbar.plots.courses import plot_courses
from crossbar.study import Study, main
from crossbar.sweep import Sweep, sweep
from crossbar.sweep.board import Board

SOURCE, OURS = "Lee et al. 2022, fig. 2", "prototype of ours"
WAYS = {
    "TT, AF 1": {"kind": "tiki_taka", "a": {"af": 1.0}, "c": {"af": 1.0}},
    "SGD, AF 0": {"kind": "sgd", "learning_rate": 0.01, "c": {"af": 0.0}},
    "SGD, AF 1": {"kind": "sgd", "learning_rate": 0.01, "c": {"af": 1.0}},
    "TT, AF 0": {"kind": "tiki_taka", "a": {"af": 0.0}, "c": {"af": 0.0}},
    "TT, AF 10": {"kind": "tiki_taka", "a": {"af": 10.0}, "c": {"af": 10.0}},
}
SIZES = {"digits": [64, 48, 10]}


def ways_of(study: Study) -> dict[str, dict]:
    if study.device is None:
        return WAYS
    device = study.device if not Path(study.device).exists() else str(Path(study.device).absolute())
    return {"TT": {"kind": "tiki_taka", "a": device, "c": device},
            "SGD": {"kind": "sgd", "learning_rate": 0.01, "c": device}}  # fmt: skip


def plan_of(study: Study, ways: dict[str, dict]) -> Sweep:
    given = {"epochs": 12 if study.full else 3}
    data = study.data or "mnist"
    if data != "mnist":
        given["data.name"] = data
    if data in SIZES:
        given["network.sizes"] = SIZES[data]
    seeds = list(range(1, (study.seeds or (5 if study.full else 3)) + 1))
    return Sweep(name="fig2", base="lee2022", set=given, axes=[{"algorithm": list(ways.values())}, {"seed": seeds}])


def figure(study: Study) -> None:
    ways = ways_of(study)
    home = None if study.data not in (None, "mnist") else study.data_dir
    with Board() as board:
        grid = sweep(plan_of(study, ways), study.out / "fig2.sweep", workers=study.workers, data_dir=home, watch=board)
    accuracy = dict(zip(ways, grid["test_accuracy"], strict=True))  # (seeds, epochs + 1) each
    seeds, records = next(iter(accuracy.values())).shape
    study.save("fig2", {"way": len(ways), "seed": seeds, "epoch": records}, [
        Named("way", ("way",), np.array(list(ways), dtype="S"), "1", "algorithm and asymmetry factor of its arrays"),
        Named("seed", ("seed",), np.array(grid.values("seed")), "1", "seed"),
        Named("epoch", ("epoch",), np.arange(records), "1", "epochs done; 0 is before the training"),
        Named("test_accuracy", ("way", "seed", "epoch"), np.stack(list(accuracy.values())), "1", "test accuracy"),
    ])  # fmt: skip
    data = study.data or "MNIST"
    study.draw("fig2", plot_courses(accuracy, f"{data}: SGD and Tiki-Taka on ideal and asymmetric devices, "
                                              f"{seeds} seeds (thin: single seeds; bands: standard errors)"))
    if study.device or data not in ("MNIST", "mnist"):
        study.check(*(told(f"{name}, last epoch", values[:, -1], "-") for name, values in accuracy.items()))
        return
    study.check(*orders(accuracy))
    if study.full:
        study.check(*numbers(accuracy))


def orders(accuracy: dict[str, np.ndarray]):
    """What figure 2 says, after the last epoch of either scale."""
    tt, sgd, stuck, bad = (accuracy[name][:, -1] for name in ("TT, AF 1", "SGD, AF 0", "SGD, AF 1", "TT, AF 0"))
    yield near("TT(1,1) - SGD(AF 0), accuracy", tt.mean() - sgd.mean(), 0.0, 0.015, _both(tt, sgd), SOURCE)
    yield above("TT(1,1) above SGD(AF 1)", tt, stuck, SOURCE)
    yield above("SGD(AF 0) above SGD(AF 1)", sgd, stuck, SOURCE)
    worst = accuracy["TT, AF 0"][:, 1:].max(1)
    yield holds("every seed of TT(0,0) below TT(1,1)", f"< {tt.min():.4g}", f"{bad.max():.4g}", bad.max() < tt.min(),
                SOURCE)  # fmt: skip
    yield told("TT(0,0) below SGD(AF 1), mean", bad, f"< {stuck.mean():.4g} ({OURS}: of 5 seeds)", source=SOURCE)
    yield told("TT(0,0), best epoch of each seed", worst, "erratic, 0.10-0.93 after 3 epochs", source=OURS)
    yield near("TT(1,1) after epoch 1", accuracy["TT, AF 1"][:, 1], 0.91, 0.015, source=OURS)


def _both(a: np.ndarray, b: np.ndarray) -> float:
    if len(a) < 2:
        return float("nan")
    return float(np.sqrt(a.var(ddof=1) / len(a) + b.var(ddof=1) / len(b)))


def numbers(accuracy: dict[str, np.ndarray]):
    """Numbers of ours, at full scale."""
    stuck, ten = accuracy["SGD, AF 1"], accuracy["TT, AF 10"]
    yield at_least("TT(1,1), mean of epochs 10-12", accuracy["TT, AF 1"][:, 10:13].mean(1), 0.970, source=OURS)
    yield at_least("SGD(AF 0), mean of epochs 8-10", accuracy["SGD, AF 0"][:, 8:11].mean(1), 0.970, source=OURS)
    for epoch, wanted in ((1, 0.48), (2, 0.73), (3, 0.83)):
        yield near(f"SGD(AF 1) after epoch {epoch}", stuck[:, epoch], wanted, 0.08, source=OURS)
    yield at_most("SGD(AF 1), best epoch of the best seed", float(stuck[:, 1:].max()), 0.90, source=OURS)
    yield above("SGD(AF 1) above TT(0,0), mean over seeds, epoch 3", stuck[:, 3], accuracy["TT, AF 0"][:, 3], OURS, 1.0)
    yield near("TT(10,10), mean of epochs 10-12", ten[:, 10:13].mean(1), 0.925, 0.015, source=OURS)
    yield above("TT(10,10) falls: epoch 1 above epoch 12", ten[:, 1], ten[:, 12], OURS, 1.0)


if __name__ == "__main__":
    main(figure, __doc__, ("data", "device", "workers", "seeds"))
