"""Trajectories in HDF5: write them so that nothing acknowledged is lost, resume them, read them.

It knows nothing of training: it stores named variables.  `Variable` declares one, `Writer` makes the file and
commits records, `open_run` reads it at any time, `describe` says what state it is in; checkpoints lie beside
it. Wall-clock values belong in variables whose name begins with `seconds`, so that all others of two equal
runs are equal.
"""

from crossbar.trajectory.checkpoint import (
    Checkpoint,
    checkpoints,
    drop_checkpoints,
    load_checkpoint,
    save_checkpoint,
)
from crossbar.trajectory.describe import Description, describe
from crossbar.trajectory.faults import DiskFull
from crossbar.trajectory.provenance import provenance
from crossbar.trajectory.reader import Run, open_run
from crossbar.trajectory.variable import Variable
from crossbar.trajectory.writer import Writer

__all__ = [
    "Checkpoint",
    "Description",
    "DiskFull",
    "Run",
    "Variable",
    "Writer",
    "checkpoints",
    "describe",
    "drop_checkpoints",
    "load_checkpoint",
    "open_run",
    "provenance",
    "save_checkpoint",
]
