"""The rank-one pulsed update of one array.  docs/theory.md (3).

    w_ij <- n_ij pulses in the direction -sign(x_i d_j),   n_ij = popcount(row_i AND column_j)

each pulse a full device step with its own normal and its own clip.  Normals are numbered by the coincidence they
belong to, in row-major order, whatever order they are drawn in.
"""

from typing import Any, NamedTuple

import numpy as np

from ._jit import ZERO, kernel
from .hits import CAPACITY, SEGMENT, WINDOW, list_hits, work_off
from .mvm import abs_max
from .pulses import EXACT, LISTED, coincidences, fire, plan
from .random import COLUMN_BITS, COLUMN_ROUND, ROW_BITS, ROW_ROUND

UP, DOWN, WRITES, SATURATED = 0, 1, 2, 3  # places in `stats`


class Probe(NamedTuple):
    """Cells followed at every sample."""

    cells: Any  # int64 (n, 3): row, column, signed pulses since the last note
    log: Any  # float64 (samples, n, 2): weight after the sample, signed pulses during it


class Array(NamedTuple):
    """A crossbar array: its weights, its devices, what happened to it."""

    w: Any  # (n_in, n_out)
    dev: Any  # a device state of kernels.devices
    s0: Any  # float64: the nominal step that pulse numbers are computed with
    stats: Any  # int64 (4,): pulses up, pulses down, writes, writes with saturated trains
    probe: Probe
    bench: Any  # Bench: scratch


@kernel
def _active(x, lines):
    """Lists the lines with a signal; returns their number and max|x|.  Most inputs of an image are zero."""
    n = 0
    for i in range(len(x)):
        lines[n] = i
        n += 1 if x[i] != ZERO else 0
    return n, np.float64(abs_max(x))


@kernel
def _add_outer(array, x, d, rows, n, rate):
    """The exact rank-one update, then the clip: no pulses, no device steps."""
    w, cells = array.w, array.dev.cells
    si, sj = min(cells.shape[0] - 1, 1), min(cells.shape[1] - 1, 1)
    for a in range(n):
        i = rows[a]
        push = rate * np.float64(x[i])
        for j in range(len(d)):
            cell = cells[i * si, j * sj]
            v = np.float64(w[i, j]) - push * np.float64(d[j])
            w[i, j] = min(max(v, np.float64(cell.w_min)), np.float64(cell.w_max))


@kernel
def _fire(array, x, d, lines, n_rows, n_columns, bl, rule, stream):
    """Every coincidence of the update, row by row; returns pulses up and pulses in all."""
    hits, rows, columns = lines.hits, lines.rows.index[LISTED], lines.columns.index[LISTED]
    ups, done, m, total, most = 0, 0, 0, 0, 0
    for a in range(n_rows):
        for at in range(0, n_columns, SEGMENT):
            n = min(n_columns - at, SEGMENT)
            here = coincidences(lines, a, at, n, bl, rule)
            if m + n > CAPACITY or total + here > WINDOW:
                work_off(array.w, array.dev, array.bench, hits, m, total, most, done, stream)
                done, m, total, most = done + total, 0, 0, 0
            x_negative = x[rows[a]] < ZERO
            base = rows[a] * len(d)
            m, total, top, up = list_hits(hits, m, total, base, lines.counts, columns[at:], n, d, x_negative)
            most, ups = max(most, top), ups + up
    work_off(array.w, array.dev, array.bench, hits, m, total, most, done, stream)
    return ups, done + total


@kernel
def _tally_probes(probe, x, d, lines, n_rows, n_columns, bl, rule):
    """Adds to each probed cell the signed pulses it just received: one more count, nothing in the hot loop."""
    rows, columns = lines.rows.index[LISTED], lines.columns.index[LISTED]
    for p in range(len(probe.cells)):
        i, j = probe.cells[p, 0], probe.cells[p, 1]
        for a in range(n_rows):
            if rows[a] == i:
                for q in range(n_columns):
                    if columns[q] == j:
                        c = coincidences(lines, a, q, 1, bl, rule)
                        up = (x[i] < ZERO) != (d[j] < ZERO)
                        probe.cells[p, 2] += c if up else -c


@kernel
def write(array, x, d, lines, n_rows, x_max, rate, rule, stream):
    """One rank-one write of the n_rows listed rows, x_max = max|x| over them."""
    n_columns, d_max = _active(d, lines.columns.index[LISTED])
    if x_max * d_max * rate == 0.0:
        return
    array.stats[WRITES] += 1
    if rule.kind == EXACT:
        _add_outer(array, x, d, lines.rows.index[LISTED], n_rows, rate)
        return
    todo = plan(rule, rate, x_max, d_max, array.s0)
    array.stats[SATURATED] += 1 if todo.saturated else 0
    rows = fire(lines.rows, n_rows, x, todo.row_gain, todo.bl, rule, stream, ROW_BITS, ROW_ROUND)
    columns = fire(lines.columns, n_columns, d, todo.column_gain, todo.bl, rule, stream, COLUMN_BITS, COLUMN_ROUND)
    ups, total = _fire(array, x, d, lines, rows, columns, todo.bl, rule, stream)
    array.stats[UP] += ups
    array.stats[DOWN] += total - ups
    if len(array.probe.cells) > 0:
        _tally_probes(array.probe, x, d, lines, rows, columns, todo.bl, rule)


@kernel
def update(array, x, d, lines, rate, rule, stream):
    """W <- W - rate x d^T by pulses.  x: (n_in,), d: (n_out,), rate: float64."""
    n_rows, x_max = _active(x, lines.rows.index[LISTED])
    write(array, x, d, lines, n_rows, x_max, rate, rule, stream)


@kernel
def note(array, sample):
    """Writes the probed cells into the log of sample `sample` of this call."""
    probe = array.probe
    for p in range(len(probe.cells)):
        probe.log[sample, p, 0] = array.w[probe.cells[p, 0], probe.cells[p, 1]]
        probe.log[sample, p, 1] = probe.cells[p, 2]
        probe.cells[p, 2] = 0
