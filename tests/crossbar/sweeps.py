"""Sweeps small enough for tests, and what of a store must be equal."""

import json

from crossbar.sweep import Sweep

SMALL = {"network.sizes": [64, 10], "epochs": 2, "data.train_samples": 64, "data.test_samples": 32}


def plan(**changes):
    """Eight points of a single layer on 64 digits."""
    given = {"name": "small", "base": "digits", "set": dict(SMALL),
             "axes": [{"algorithm.a.af": [0.5, 1.0]}, {"algorithm.learning_rate": [0.02, 0.05]}, {"seed": [1, 2]}]}
    return Sweep(**{**given, **changes})


def bits(store):
    """Every point of a store without its wall-clock values and its origin."""
    return {address: json.dumps(timeless(store.get(address)), sort_keys=True) for address in store.done()}


def timeless(record):
    epochs = {name: rows for name, rows in record["epochs"].items() if not name.startswith("seconds")}
    kept = {key: value for key, value in record.items() if not key.startswith("seconds") and key != "provenance"}
    return {**kept, "epochs": epochs}
