"""Who works off which rows of a large update.

Normals are numbered by pulse in row-major order, so whoever begins at a row must know how many pulses come before it.
Stochastic trains tell without a look at the cells: row i meets in slot s as many columns as fire there,

    n_i = sum_s row_i(s) c(s),   c(s) = sum_j column_j(s)
"""

from ._jit import kernel
from .crew import hands, part, shared
from .pulses import STOCHASTIC, mean_counts

FROM, TO, START = 0, 1, 2  # places in a row of Lines.shares: rows, and coincidences before them
PULSES_UP, PULSES, REFRESHED = 3, 4, 5  # there: what was done
SCAN = 64  # cells looked at in the time of a pulse
PULSE = 16  # cells read in the time of a pulse, which every cell of an update may get


@kernel
def _fires(slots, words, n):
    """How many of n lines fire in each of 32 slots."""
    for s in range(32):
        slots[s] = 0
    for l in range(n):
        word = words[l]
        for s in range(32):
            slots[s] += (word >> s) & 1


@kernel
def _meets(slots, word):
    """Meetings of a line with those lines."""
    met = 0
    for s in range(32):
        met += slots[s] * ((word >> s) & 1)
    return met


@kernel
def _count_trains(lines, n_rows, n_columns, bl):
    slots, starts, rows, columns = lines.counts[0], lines.starts, lines.rows.words, lines.columns.words
    for half in range(1 if bl <= 32 else 2):
        _fires(slots, columns[half], n_columns)
        for a in range(n_rows):
            starts[a] = _meets(slots, rows[half, a]) + (starts[a] if half else 0)


@shared
def _count_part(member, members, lines, n_rows, n_columns, bl, rule):
    """The same for deterministic schemes, which round every cell."""
    counts, starts, p, columns = lines.counts[member], lines.starts, lines.rows.p, lines.columns.p
    first, end = part(n_rows, member, members)
    for a in range(first, end):
        met = 0
        for at in range(0, n_columns, len(counts)):
            n = min(n_columns - at, len(counts))
            mean_counts(counts, p[a], columns, at, n, bl, rule)
            for q in range(n):
                met += counts[q]
        starts[a] = met


@kernel
def _cut(shares, starts, n_rows, members, cost):
    """Rows in blocks of about equal work: `cost` a row, and its pulses."""
    total = n_rows * cost
    for a in range(n_rows):
        total += starts[a]
    before, row = 0, 0
    for member in range(members):
        shares[member, FROM], shares[member, START] = row, before
        while row < n_rows and (before + row * cost) * members < total * (member + 1):
            before += starts[row]
            row += 1
        shares[member, TO] = row


@kernel
def divide(crew, cells, lines, n_rows, n_columns, bl, rule):
    """Gives every member of a crew its rows of an array of so many cells; returns how many members there are."""
    shares, starts = lines.shares, lines.starts
    members = hands(crew, cells, PULSE * n_rows * n_columns) if n_rows > 1 else 1
    if members == 1:
        shares[0, FROM], shares[0, START], shares[0, TO] = 0, 0, n_rows
        return members
    if rule.kind == STOCHASTIC:
        _count_trains(lines, n_rows, n_columns, bl)
    else:
        _count_part(crew, members, lines, n_rows, n_columns, bl, rule)
    _cut(shares, starts, n_rows, members, n_columns // SCAN + 1)
    return members
