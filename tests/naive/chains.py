"""Arrays that are moved onto each other, row by row: Hamiltonian descent and residual learning."""
from math import trunc

from .philox import A, C
from .tiles import TikiTaka


class Hamiltonian(TikiTaka):
    """Onen et al. 2022: the array A holds a momentum p, C the weights w.

        p <- p - rate x d^T,   then   w <- w + transfer_rate p   with the new p, every row at every sample
    """

    def __init__(self, *parts, transfer_rate):
        super().__init__(*parts, transfer_rate=transfer_rate)

    def learn(self, step, x, d):
        self.a.learn(x, d, self.rate, self.place(step, A))
        for t in range(len(self.c.w)):
            self.transfer(step, t, t)
        self.c.grow_old(self.place(step))
        self.a.grow_old(self.place(step, A))


class Residual(TikiTaka):
    """Wu et al. 2025: A learns what C still lacks; between them there may be further arrays A2, A3, ...

        W = C + gamma A_(N-1) + ... + gamma^(N-1) A
        every sample      A <- A - rate x d^T
        every ns samples  A2_t <- A2_t + transfer_rate A_t, ..., C_t <- C_t + transfer_rate A_(N-1),t
        beta > 0          H_t <- (1 - beta) H_t + beta transfer_rate A_t,   n = trunc(H_t/s0) within +-most pulses,
                          H_t <- H_t - n s0,   s0 of the array that is written, an H for each that is read
    """

    def __init__(self, *parts, between=(), beta=0.0, most=31, **rows):
        super().__init__(*parts, **rows)
        self.beta, self.most = beta, most
        self.chain = [self.a, *between, self.c]  # the finest first
        self.numbers = [*range(A, len(self.chain)), C]
        self.h = [[[0.0] * len(row) for row in self.c.w] for _ in self.chain[1:]]

    def held(self, array):
        return self.chain[self.numbers.index(array)]

    def weights(self):
        seen = [[0.0] * len(row) for row in self.c.w]
        for array in self.chain:  # Horner's rule: gamma (gamma A + A2) + C
            seen = [[self.gamma * v + w for v, w in zip(*rows, strict=True)]
                    for rows in zip(seen, array.w, strict=True)]
        return seen

    def transfer(self, step, slot, t):
        for k in range(len(self.chain) - 1):
            seen = self.read_row(step, slot, t, self.numbers[k])
            place = self.place(step, self.numbers[k + 1], slot)
            if self.beta > 0:
                self.fire(k, t, seen, place)
            else:
                self.chain[k + 1].learn(self.one_hot(t), [-v for v in seen], self.transfer_rate, place)

    def fire(self, k, t, seen, place):
        """Whole pulses from the buffer behind array k of the chain onto the next."""
        target = self.chain[k + 1]
        h = [(1 - self.beta) * h + self.beta * self.transfer_rate * v for h, v in zip(self.h[k][t], seen, strict=True)]
        counts = [min(max(trunc(v / target.s0), -self.most), self.most) for v in h]
        target.fire(t, counts, place)
        self.h[k][t] = [v - n * target.s0 for v, n in zip(h, counts, strict=True)]

    def learn(self, step, x, d):
        super().learn(step, x, d)
        for number, array in zip(self.numbers[1:-1], self.chain[1:-1], strict=True):
            array.grow_old(self.place(step, number))
