"""A training of some seconds in which everything that a run can keep has something to keep.

Digits, eight hidden units, Tiki-Taka on soft bounds: gamma, rows in permuted order, mini-batches that do not divide
the epoch, probes on both layers, a digital bias, spreads, a schedule, snapshots and checkpoints that skip epochs.
"""

import numpy as np

import crossbar as xb
from crossbar.trajectory import Run

PLAIN = """
seed = 5
epochs = 8
batch_size = 7
[data]
name = "digits"
train_samples = 300
test_samples = 50
[network]
sizes = [64, 8, 10]
bias = "digital"
[algorithm]
kind = "tiki_taka"
learning_rate = 0.05
transfer_rate = 0.1
transfer_every = 2
gamma = 0.3
rows_per_transfer = 2
row_order = "permuted"
[algorithm.a]
kind = "soft_bounds"
step = 0.002
step_d2d = 0.3
c2c = 0.3
[algorithm.c]
kind = "soft_bounds"
step = 0.002
w_max_d2d = 0.2
c2c = 0.3
[evaluation]
train_samples = 40
[record]
weights_every = 3
checkpoint_every = 2
probes = [{ layer = 0, row = 30, col = 3 }, { layer = 1, row = 2, col = 9 }]
"""
TOML = PLAIN + """
[schedule]
kind = "steps"
at = [3, 6]
factor = 0.5
"""


def spec(text=TOML, **changes):
    return xb.loads(text).replace(**changes)


def arrays(run):
    """Every variable of a run but the wall-clock times."""
    return {name: run[name] for name in run if not name.rpartition("/")[2].startswith("seconds")}


def assert_same(first, second):
    """Two files (or open runs) hold the same variables, bit for bit."""
    a, b = (arrays(each if isinstance(each, Run) else xb.open_run(each)) for each in (first, second))
    assert a.keys() == b.keys() and len(a) > 40
    for name in a:
        np.testing.assert_array_equal(a[name], b[name], err_msg=name)


def assert_begins(run, whole):
    """What an interrupted run holds is the beginning of what the whole one holds."""
    for name, value in arrays(run).items():
        rows = value if run.variables[name].cadence == "static" else whole[name][: len(value)]
        if name != "finished":
            np.testing.assert_array_equal(value, rows, err_msg=name)
