"""Half-select disturb: in a slot in which only the row or only the column of a cell fires, it may move a little.

k slots with one line alone, a disturbance in each with probability p: m ~ Binomial(k, p), from one uniform number;
each moves v by `size` times the step (without noise) that a pulse would make, up or down.
"""
from math import comb

from .philox import COLUMN_BITS, DISTURB, ROW_BITS, block, train, uniform


def binomial(k, p, u):
    """The m with P(M < m) < u <= P(M <= m); for p > 1/2 of those that do not happen."""
    if p > 0.5:
        return k - binomial(k, 1 - p, u)
    below = 0.0
    for m in range(k + 1):
        below += comb(k, m) * p**m * (1 - p) ** (k - m)
        if u <= below:
            return m
    return k


class HalfSelect:
    """p: of a slot; size: of a device step; direction: either (each up or down by chance), up, down."""

    def __init__(self, p, size, direction="either"):
        self.p, self.size, self.direction = p, size, direction

    def disturb(self, cell, plan, place):
        """What the trains of a rank-one update do."""
        rows = [train(place, ROW_BITS, i, p, plan.length) for i, p in enumerate(plan.p)]
        columns = [train(place, COLUMN_BITS, j, q, plan.length) for j, q in enumerate(plan.q)]
        self.trains(cell, rows, columns, place)

    def disturb_row(self, cell, t, counts, place):
        """What a row does that fires whole pulses: all lines begin together, row t fires in every slot."""
        length = max(abs(n) for n in counts)
        rows = [[int(i == t)] * length for i in range(len(cell.v[0]))]
        self.trains(cell, rows, [[int(s < abs(n)) for s in range(length)] for n in counts], place)

    def trains(self, cell, rows, columns, place):
        number = 0
        for k, state in enumerate(cell.v):
            for i, row in enumerate(state):
                for j in range(len(row)):
                    alone = sum(a != b for a, b in zip(rows[i], columns[j], strict=True))
                    for nth in range(binomial(alone, self.p, uniform(place, DISTURB, number))):
                        row[j] = self.moved(cell.devices[k], i, j, row[j], self.up(place, number, nth))
                    number += 1

    def moved(self, device, i, j, v, up):
        """The law without noise and before its clip, a part of its step, then the clip."""
        return device.clip(i, j, v + self.size * (device.unclipped(i, j, v, up, 0.0) - v))

    def up(self, place, number, nth):
        """Bit nth of the first two words of block `number`, part 1."""
        if self.direction != "either":
            return self.direction == "up"
        low, high, _, _ = block(place, DISTURB, number, 1)
        return bool((low | high << 32) >> nth & 1)
