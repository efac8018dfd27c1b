"""The rank-one pulsed update of one array.  docs/theory.md (3).

    w_ij <- n_ij pulses in the direction -sign(x_i d_j),   n_ij = popcount(row_i AND column_j)

each pulse a full device step with its own normal and its own clip.  Normals are numbered by the coincidence they
belong to, in row-major order, whatever order they are drawn in.
"""

from typing import Any, NamedTuple

import numpy as np

from ._jit import kernel
from .cells import apply, half_select, take_turn
from .crew import hands, part, shared
from .held import hold
from .hits import CAPACITY, SEGMENT, bench_of, hits_of, list_counted, list_meetings
from .mvm import abs_max
from .portions import FROM, PULSES, PULSES_UP, REFRESHED, START, TO, divide
from .pulses import EXACT, LISTED, NEGATIVE, STOCHASTIC, begin_together, fire, listed, mean_counts, meetings, plan
from .random import COLUMN_BITS, COLUMN_ROUND, ROW_BITS, ROW_ROUND

UP, DOWN, WRITES, SATURATED, REFRESHES = 0, 1, 2, 3, 4  # places in `stats`


class Probe(NamedTuple):
    """Cells followed at every sample."""

    cells: Any  # int64 (n, 3): row, column, signed pulses since the last note
    log: Any  # float64 (samples, n, 2): weight after the sample, signed pulses during it


class Array(NamedTuple):
    """A crossbar array: its weights, its devices, what happened to it."""

    w: Any  # (n_in, n_out)
    dev: Any  # a device state of kernels.devices
    s0: Any  # float64: the nominal step that pulse numbers are computed with
    stats: Any  # int64 (5,): pulses up, pulses down, writes, writes with saturated trains, refreshed cells
    probe: Probe
    bench: Any  # Bench: scratch
    crew: Any  # Crew: who works on it
    cell: Any  # Single or Compound: the devices of a cross-point
    clock: Any  # Timeless or Ageing
    half: Any  # Undisturbed or HalfSelect
    diary: Any  # Blank or Diary


@shared
def _add_part(member, members, array, x, d, rows, n, rate):
    """The exact rank-one update, then the clip: no pulses, no device steps."""
    w, cells = array.w, array.dev.cells
    si, sj = min(cells.shape[0] - 1, 1), min(cells.shape[1] - 1, 1)
    first, end = part(n, member, members)
    for a in range(first, end):
        i = rows[a]
        push = rate * np.float64(x[i])
        for j in range(len(d)):
            cell = cells[i * si, j * sj]
            v = np.float64(w[i, j]) - push * np.float64(d[j])
            w[i, j] = min(max(v, np.float64(cell.w_min)), np.float64(cell.w_max))


@shared
def _fire_part(member, members, array, lines, n_columns, bl, rule, stream):
    """Every coincidence in a member's share of the rows, row by row."""
    hits, bench, counts = hold(hits_of(lines.hits, member)), hold(bench_of(array.bench, member)), lines.counts[member]
    rows, columns, mine = lines.rows, lines.columns, lines.shares[member]
    listed_hits, row_at, column_at = hits.listed, rows.index, columns.index
    trains, words = rows.words, columns.words
    ups, pulsed, refreshed, done, m = 0, 0, 0, mine[START], 0
    for a in range(mine[FROM], mine[TO]):
        base, x_negative = row_at[LISTED, a] * array.w.shape[1], row_at[NEGATIVE, a]
        train = trains[0, a], trains[1, a]
        for at in range(0, n_columns, SEGMENT):
            n = min(n_columns - at, SEGMENT)
            if m + n > CAPACITY:
                up, total, met, new = apply(array.cell, array, bench, hits, m, done, stream, member)
                ups, pulsed, refreshed, done, m = ups + up, pulsed + total, refreshed + new, done + met, 0
            where, d_negative = column_at[LISTED, at:], column_at[NEGATIVE, at:]
            if rule.kind == STOCHASTIC:
                m = list_meetings(listed_hits, m, base, x_negative, train, words[:, at:], where, d_negative, n, bl)
            else:
                mean_counts(counts, rows.p[a], columns.p, at, n, bl, rule)
                m = list_counted(listed_hits, m, base, x_negative, counts, where, d_negative, n)
    up, total, _, new = apply(array.cell, array, bench, hits, m, done, stream, member)
    mine[PULSES_UP], mine[PULSES], mine[REFRESHED] = ups + up, pulsed + total, refreshed + new


@kernel
def _fire(array, lines, n_rows, n_columns, bl, rule, stream):
    """Every coincidence of the update, counted."""
    members = divide(array.crew, array.w.size, lines, n_rows, n_columns, bl, rule)
    _fire_part(array.crew, members, array, lines, n_columns, bl, rule, stream)
    stats, shares = array.stats, lines.shares
    for member in range(members):
        stats[UP] += shares[member, PULSES_UP]
        stats[DOWN] += shares[member, PULSES] - shares[member, PULSES_UP]
        stats[REFRESHES] += shares[member, REFRESHED]
    take_turn(array.cell)


@kernel
def _tally_probes(probe, lines, n_rows, n_columns, bl, rule):
    """Adds to each probed cell the signed pulses it just received: one more count, nothing in the hot loop."""
    rows, columns = lines.rows.index, lines.columns.index
    for p in range(len(probe.cells)):
        i, j = probe.cells[p, 0], probe.cells[p, 1]
        for a in range(n_rows):
            if rows[LISTED, a] == i:
                for q in range(n_columns):
                    if columns[LISTED, q] == j:
                        c, up = meetings(lines, a, q, bl, rule), rows[NEGATIVE, a] != columns[NEGATIVE, q]
                        probe.cells[p, 2] += c if up else -c


@kernel
def _deliver(array, lines, rows, columns, bl, rule, stream):
    """The pulses of trains that stand, on the cells and on those half selected."""
    _fire(array, lines, rows, columns, bl, rule, stream)
    if rule.kind == STOCHASTIC:
        half_select(array.cell, array, lines, rows, columns, bl, stream)
    if len(array.probe.cells) > 0:
        _tally_probes(array.probe, lines, rows, columns, bl, rule)


@kernel
def write(array, x, d, lines, n_rows, x_max, rate, rule, stream):
    """One rank-one write of the n_rows listed rows, x_max = max|x| over them."""
    d_max = np.float64(abs_max(d))
    if x_max * d_max * rate == 0.0:
        return
    array.stats[WRITES] += 1
    if rule.kind == EXACT:
        members = hands(array.crew, array.w.size, n_rows * len(d))
        _add_part(array.crew, members, array, x, d, lines.rows.index[LISTED], n_rows, rate)
        return
    n_columns = listed(lines.columns, d)
    todo = plan(rule, rate, x_max, d_max, array.s0)
    array.stats[SATURATED] += 1 if todo.saturated else 0
    rows = fire(lines.rows, n_rows, todo.row_gain, todo.bl, rule, stream, ROW_BITS, ROW_ROUND)
    columns = fire(lines.columns, n_columns, todo.column_gain, todo.bl, rule, stream, COLUMN_BITS, COLUMN_ROUND)
    _deliver(array, lines, rows, columns, todo.bl, rule, stream)


@kernel
def fire_row(array, row, counts, lines, rule, stream):
    """counts_j pulses, up where positive, on the cells of one row, by trains that begin together.

    docs/theory.md (3.10).  counts: (n_out,) whole numbers, at most 63 either way; rule: of stochastic trains.
    """
    n_columns = listed(lines.columns, counts)
    if n_columns == 0:
        return
    array.stats[WRITES] += 1
    lines.rows.index[LISTED, 0] = row
    bl = begin_together(lines.rows, lines.columns, n_columns)
    _deliver(array, lines, np.int64(1), n_columns, bl, rule, stream)


@kernel
def update(array, x, d, lines, rate, rule, stream):
    """W <- W - rate x d^T by pulses.  x: (n_in,), d: (n_out,), rate: float64."""
    n_rows, x_max = listed(lines.rows, x), np.float64(abs_max(x))
    write(array, x, d, lines, n_rows, x_max, rate, rule, stream)


@kernel
def note(array, sample):
    """Writes the probed cells into the log of sample `sample` of this call."""
    probe = array.probe
    for p in range(len(probe.cells)):
        probe.log[sample, p, 0] = array.w[probe.cells[p, 0], probe.cells[p, 1]]
        probe.log[sample, p, 1] = probe.cells[p, 2]
        probe.cells[p, 2] = 0
