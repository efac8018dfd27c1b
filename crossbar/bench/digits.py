"""An epoch of the preset digits, training only, in time order."""

import numpy as np

from crossbar.bench.figure import Figure, figure
from crossbar.bench.plan import Plan
from crossbar.bench.unit import Unit
from crossbar.datasets import load
from crossbar.presets import preset
from crossbar.trainer import Trainer


def measure(plan: Plan) -> list[Figure]:
    data, unit = load("digits"), Unit()
    trainer = Trainer(preset("digits"), data)
    trainer.network.compile()
    taken = []
    for _ in range(plan.digits_epochs):
        seconds = trainer.epoch().seconds
        taken.append((seconds, seconds / len(data.train_x) / unit.seconds(plan.products)))
    seconds, ratios = np.array(taken).T
    note = f"{len(data.train_x)} samples, 64-48-10, Tiki-Taka; spread over epochs 1 to {plan.digits_epochs}"
    return [figure("digits_epoch_s", "s", seconds, note), figure("digits_sample_u", "U", ratios, note)]
