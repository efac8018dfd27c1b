"""The stretches between two records of all weights, and what the arrays conducted in each.  docs/theory.md (9.3).

The conductance of a device during a stretch is the mean of those at its two ends.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

import numpy as np

from crossbar.algorithms import AnyAlgorithm
from crossbar.analysis.counts import ArrayCount
from crossbar.errors import FileError, NoConductances
from crossbar.trajectory import Run

NAMES = (("g_reference", "g_per_weight"), ("g_at_state_0", "g_per_state"))  # of one device a cell, of several


@dataclass(frozen=True)
class Stretch:
    """Of one array.  epochs: rows of the file that lie in it, first to last - 1."""

    epochs: tuple[int, int]
    siemens: float  # conductance of all devices, references included, S
    pulsed: float  # conductance summed over pulses, each with that of its device, S


@dataclass(frozen=True)
class Scale:
    """g = zero + per v of a device; reference: conductance of the references beside them, S; 0 in pairs."""

    zero: float
    per: float
    shift: Any  # of the references, v = w + shift
    reference: float

    def conductances(self, states: np.ndarray) -> np.ndarray:
        return self.zero + self.per * (states.astype(np.float64) + self.shift)


def ends(run: Run, array: ArrayCount) -> list[int]:
    """Rows of the file at which the weights of an array were recorded."""
    snapshots = run[next(v.path for v in run.variables.values() if v.name == "snapshot")]
    return np.searchsorted(run.records, snapshots).tolist()


def scale(run: Run, array: ArrayCount, algorithm: AnyAlgorithm) -> Scale:
    """NoConductances: the devices state no conductances."""
    home = f"{array.group}/device_{array.array}"
    at_zero, per_unit = NAMES[array.shape[0] > 1]
    if f"{home}/{at_zero}" not in run:
        place = array.array if array.array in type(algorithm).model_fields else "a"  # a2, a3, ... are as a
        where = f"algorithm.{place}{'.device' if array.shape[0] > 1 else ''}"
        raise NoConductances(f"ledger: energies need the conductances of every device (got none of array "
                             f"{array.array.upper()} of layer {array.layer}); train with g_min and g_max of {where}, "
                             f"in siemens.")  # fmt: skip
    zero, per = float(run[f"{home}/{at_zero}"]), float(run[f"{home}/{per_unit}"])
    shift = run[f"{home}/reference"] if f"{home}/reference" in run else np.zeros(())
    shift = shift.reshape(array.shape) if shift.size > 1 else shift
    paired = algorithm.device(array.array).kind == "pair"
    beside = 0.0 if paired else float(np.broadcast_to(zero + per * shift, array.shape).sum())
    return Scale(zero, per, shift, beside)


def stretches(run: Run, array: ArrayCount, known: Scale) -> Iterator[Stretch]:
    """One after the other; epochs after the last record of the weights have the conductances of its end."""
    at, pulses = ends(run, array), run[f"{array.group}/pulses_{array.array}"].sum(axis=1)
    before, counts = _states(run, array, 0), _counts(run, array, 0)
    for n in range(1, len(at)):
        after, now = _states(run, array, n), _counts(run, array, n)
        epochs = at[n - 1] + 1, at[n] + 1
        total = pulses[slice(*epochs)].sum()
        gained = now - counts if now is not None and counts is not None else None
        yield _stretch(epochs, known.conductances((before + after) / 2), known, total, gained)
        before, counts = after, now
    if at[-1] + 1 < len(pulses):
        epochs = at[-1] + 1, len(pulses)
        yield _stretch(epochs, known.conductances(before), known, pulses[slice(*epochs)].sum(), None)


def _stretch(epochs: tuple[int, int], g: np.ndarray, known: Scale, pulses: int, each: np.ndarray | None) -> Stretch:
    pulsed = float((each * g).sum()) if each is not None else float(pulses * g.mean())
    return Stretch(epochs, float(g.sum()) + known.reference, pulsed)


def _states(run: Run, array: ArrayCount, n: int) -> np.ndarray:
    """States of all devices (devices, rows, columns) at record n of the weights, float64."""
    own = f"{array.group}/states_{array.array}"
    name = own if own in run else f"{array.group}/weights_{array.array}"
    states = run.read(name, n, n + 1).astype(np.float64)
    if states.size != np.prod(array.shape):
        raise FileError(f"{run.path}: must hold the states of all devices, {own} (got the weights alone); "
                        f"train again.")  # fmt: skip
    return states.reshape(array.shape)


def _counts(run: Run, array: ArrayCount, n: int) -> np.ndarray | None:
    """Pulses of every device so far, both directions."""
    name = f"{array.group}/pulse_counts_{array.array}"
    if name not in run:
        return None
    return run.read(name, n, n + 1).reshape(2, *array.shape).sum(axis=0)
