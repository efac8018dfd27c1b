"""Stores of sweeps whose every figure is known, with points that failed and points that are missing."""

import numpy as np

from crossbar.store import Store
from crossbar.store.folder import address_of

A, C, RATES, SEEDS = (0, 0.5, 3), (0, 2), (0.01, 0.02), (1, 2, 3)
AXES = [{"algorithm.a.af": A}, {"algorithm.c.af": C}, {"algorithm.learning_rate": RATES}, {"seed": SEEDS}]
EPOCHS = 5
FAILED = [(0, 0, 0, 1), *((2, 1, 1, seed) for seed in range(3))]  # one seed of a point; all seeds of another
MISSING = [(1, 1, 0, seed) for seed in range(3)]
REASON = "<script>document.title='taken'</script> & the law raised"


def accuracy(place):
    """After each epoch, 0 first; the last three are equal but for the seed."""
    a, c, rate, *seed = place
    end = 0.95 - 0.03 * a - 0.02 * c - 0.01 * rate + 0.001 * sum(seed)
    return [0.1, (0.1 + end) / 2, *[end] * (EPOCHS - 1)]


def record(address, place):
    values = accuracy(place)
    epochs = {"test_accuracy": values, "test_loss": [1 - value for value in values], "layer0/pulses_c": [[0, 1]] * 6}
    provenance = {"created": "2026-01-02T03:04:05Z", "cpu": "a <fast> one", "version_numpy": "9"}
    return {"schema": 1, "address": address, "experiment": {}, "data_checksum": "0" * 64, "epochs": epochs,
            "seconds": 2.0, "provenance": provenance}  # fmt: skip


def create(folder, name="af", axes=AXES, failed=FAILED, missing=MISSING):
    """A store with one sweep over `axes`."""
    store, points = Store.create(folder), []
    for place in np.ndindex(*(len(next(iter(axis.values()))) for axis in axes)):
        points.append(address := address_of([name, list(place)]))
        if place in failed:
            store.put_failure(address, {"reason": REASON, "kind": "ValueError", "created": "2026-01-02"})
        elif place not in missing:
            store.put(address, record(address, (*place, 0, 0, 0)[:4]))
    facts = {"name": name, "axes": axes, "points": points, "created": "2026-01-01", "version": "0.1+abc"}
    base, command = {"data": {"name": "<b>bold</b>"}}, "/a/b/crossbar sweep af.toml"
    store.put_sweep(name, {**facts, "base": base, "command": command})
    return folder
