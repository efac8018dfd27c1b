"""Mixed precision (Nandakumar et al. 2020): the gradient is summed in digital, whole pulses go to the array.

    every sample      chi <- chi + rate x d^T
    every ns samples  n = -trunc(chi_t/s0) within +-most,   n pulses on C_t, up where n > 0,   chi_t <- chi_t + n s0
"""
from math import trunc

from .philox import C, shuffled
from .tiles import Sgd


class MixedPrecision(Sgd):
    def __init__(self, *parts, ns=1, rows_per_transfer=1, permuted=False, most=31):
        super().__init__(*parts)
        self.ns, self.rows_per_transfer, self.permuted, self.most = ns, rows_per_transfer, permuted, most
        self.visits, self.chi = 0, [[0.0] * len(row) for row in self.c.w]

    def learn(self, step, x, d):
        self.chi = [[chi + self.rate * float(u) * float(v) for chi, v in zip(row, d, strict=True)]
                    for row, u in zip(self.chi, x, strict=True)]
        if (step + 1) % self.ns == 0:
            for slot in range(self.rows_per_transfer):
                self.fire(step, slot, self.next_row())
        self.c.grow_old(self.place(step))

    def next_row(self):
        sweep, t = divmod(self.visits, len(self.c.w))
        self.visits += 1
        return shuffled(self.place(sweep), len(self.c.w))[t] if self.permuted else t

    def fire(self, step, slot, t):
        counts = [-min(max(trunc(chi / self.c.s0), -self.most), self.most) for chi in self.chi[t]]
        self.c.fire(t, counts, self.place(step, C, slot))
        self.chi[t] = [chi + n * self.c.s0 for chi, n in zip(self.chi[t], counts, strict=True)]
