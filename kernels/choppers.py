"""Signs of rows and columns with which an array is written and read.  docs/theory.md (5.5); Rasch et al. 2024."""

from typing import Any, NamedTuple

from ._jit import ONE, ZERO, inline, kernel
from .mvm import charge, charge_back, clear
from .random import CHOPPER, uniform

_ROWS, _COLUMNS = 0, 1  # places in `chance` and `period`


class Choppers(NamedTuple):
    rows: Any  # (n_in,): c_i = +-1
    columns: Any  # (n_out,): k_j = +-1
    chance: Any  # float64 (2,): of a row to turn after each of its reads, of a column after each sweep
    period: Any  # int64 (2,): or reads, sweeps between turns; 0: by chance
    since: Any  # int64 (n_in + 1,): reads of each row since its last turn; the last: sweeps since the columns' turn
    turned: Any  # (n_out,): 1 where a column has just turned
    x: Any  # (n_in,): scratch, chopped inputs
    d: Any  # (n_out,): scratch, chopped errors


@kernel
def chopped(signal, signs, out):
    """out = signs signal"""
    for i in range(len(signal)):
        out[i] = signs[i] * signal[i]


@kernel
def unchop_row(choppers, row, seen):
    """seen_j <- c_row k_j seen_j"""
    sign, columns = choppers.rows[row], choppers.columns
    for j in range(len(seen)):
        seen[j] *= sign * columns[j]


@inline
def _turns(choppers, which, since, stream, number):
    if choppers.period[which] > 0:
        return since >= choppers.period[which]
    return choppers.chance[which] > 0.0 and uniform(stream, number, CHOPPER) < choppers.chance[which]


@inline
def never_turn(choppers):
    """Whether rows keep their signs."""
    return choppers.period[_ROWS] == 0 and choppers.chance[_ROWS] == 0.0


@kernel
def turn_row(choppers, row, stream):
    """After a read of a row: whether its sign has turned."""
    choppers.since[row] += 1
    turns = _turns(choppers, _ROWS, choppers.since[row], stream, row)
    if turns:
        choppers.rows[row] = -choppers.rows[row]
        choppers.since[row] = 0
    return turns


@kernel
def turn_columns(choppers, stream):
    """After a sweep of the rows: whether a column's sign has turned; which ones stands in `turned`."""
    columns, turned, since, some = choppers.columns, choppers.turned, choppers.since, False
    last = len(since) - 1
    since[last] += 1
    for j in range(len(columns)):
        turns = _turns(choppers, _COLUMNS, since[last], stream, j)
        turned[j] = ZERO
        if turns:
            columns[j] = -columns[j]
            turned[j] = ONE
            some = True
    if some:
        since[last] = 0
    return some


@kernel
def charge_chopped(y, driven, array, choppers, gamma):
    """y_j += gamma sum_i slots_i c_i A_ij k_j over the driven rows."""
    lines, slots, rows, currents = driven.lines, driven.slots, choppers.rows, choppers.d
    for k in range(driven.count[0]):
        slots[k] *= rows[lines[k]]
    clear(currents)
    charge(currents, driven, array, gamma)
    for k in range(driven.count[0]):
        slots[k] *= rows[lines[k]]
    for j in range(len(y)):
        y[j] += choppers.columns[j] * currents[j]


@kernel
def charge_back_chopped(e, slots, array, choppers, gamma):
    """e_i += gamma sum_j c_i A_ij k_j slots_j."""
    d, currents, rows = choppers.d, choppers.x, choppers.rows
    chopped(slots, choppers.columns, d)
    clear(currents)
    charge_back(currents, d, array, gamma)
    for i in range(len(e)):
        e[i] += rows[i] * currents[i]
