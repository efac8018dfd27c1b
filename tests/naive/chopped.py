"""Signs with which A is written and read: chopped TTv2, and AGAD (Rasch, Carta, Fagbohungbe & Gokmen 2024).

    every sample      A_ij <- A_ij - rate c_i x_i k_j d_j
    a read of row t   H_tj <- H_tj + buffer_rate c_t k_j A_tj, then pulses as in TTv2; then c_t may turn
    after a sweep     columns k_j may turn
    seen is           W_ij = gamma c_i k_j A_ij + C_ij

AGAD: H takes A - Pref, then P_t <- (1 - beta) P_t + beta A_t; where a sign turns, Pref <- P.
"""
from .buffered import TTv2
from .philox import CHOPPER, A, C, uniform


class ChoppedTTv2(TTv2):
    """row_chance: with which c_t turns after each read of row t; column_chance: k_j after each sweep.

    periodic: they turn at every 1/chance-th occasion instead.
    """

    def __init__(self, *parts, periodic=False, row_chance=0.1, column_chance=0.0, **rest):
        super().__init__(*parts, **rest)
        self.periodic, self.row_chance, self.column_chance = periodic, row_chance, column_chance
        n_in, n_out = len(self.c.w), len(self.c.w[0])
        self.rows, self.columns = [1] * n_in, [1] * n_out  # the signs c and k
        self.reads, self.sweeps = [0] * n_in, 0

    def sign(self, i, j):
        return self.rows[i] * self.columns[j]

    def weights(self):
        return [[self.gamma * self.sign(i, j) * a + c for j, (a, c) in enumerate(zip(*pair, strict=True))]
                for i, pair in enumerate(zip(self.a.w, self.c.w, strict=True))]

    def write_gradient(self, step, x, d, eta):
        signed_x = [c * v for c, v in zip(self.rows, x, strict=True)]
        signed_d = [k * v for k, v in zip(self.columns, d, strict=True)]
        super().write_gradient(step, signed_x, signed_d, eta)

    def transfer(self, step, slot, t):
        self.take(step, slot, t, self.read_row(step, slot, t))
        self.turn_row(step, slot, t)
        if self.visits % len(self.rows) == 0:
            self.turn_columns(step, slot)

    def take(self, step, slot, t, seen):
        """What is done with a row of A as read."""
        self.gather(t, [self.sign(t, j) * v for j, v in enumerate(seen)])
        self.fire(step, slot, t)

    def turns(self, chance, occasion, place, line):
        """Whether a sign turns; occasion: 1, 2, ..."""
        if chance == 0:
            return False
        return occasion % round(1 / chance) == 0 if self.periodic else uniform(place, CHOPPER, line) < chance

    def turn_row(self, step, slot, t):
        self.reads[t] += 1
        if self.turns(self.row_chance, self.reads[t], self.place(step, A, slot), t):
            self.rows[t] = -self.rows[t]
            self.row_turned(t)

    def turn_columns(self, step, slot):
        self.sweeps += 1
        for j in range(len(self.columns)):
            if self.turns(self.column_chance, self.sweeps, self.place(step, C, slot), j):
                self.columns[j] = -self.columns[j]
                self.column_turned(j)

    def row_turned(self, t):
        """Chopped TTv2 does nothing more: H keeps what it has."""

    def column_turned(self, j):
        """The same."""


class Agad(ChoppedTTv2):
    """past: P; learnt: Pref, unknown (0, and nothing goes to H) until the row's first turn at read `start` or later.

    Where rows never turn, Pref of a row is taken at its read number `start`.
    """

    def __init__(self, *parts, beta=0.5, start=5, **rest):
        super().__init__(*parts, **rest)
        self.beta, self.start = beta, start
        self.past, self.learnt = ([[0.0] * len(row) for row in self.c.w] for _ in range(2))
        self.known = [False] * len(self.c.w)

    def take(self, step, slot, t, seen):
        if self.known[t]:
            super().take(step, slot, t, [v - r for v, r in zip(seen, self.learnt[t], strict=True)])
        self.past[t] = [(1 - self.beta) * p + self.beta * v for p, v in zip(self.past[t], seen, strict=True)]

    def turn_row(self, step, slot, t):
        super().turn_row(step, slot, t)
        if self.row_chance == 0 and self.reads[t] == self.start:
            self.row_turned(t)

    def row_turned(self, t):
        self.known[t] = self.known[t] or self.reads[t] >= self.start
        if self.known[t]:
            self.learnt[t] = list(self.past[t])

    def column_turned(self, j):
        for t, known in enumerate(self.known):
            if known:
                self.learnt[t][j] = self.past[t][j]
