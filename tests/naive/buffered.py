"""Tiki-Taka, version 2: rows of A wait in a digital buffer H, whole pulses go to C (Gokmen 2021).

    every sample      A <- A - rate x d^T
    every ns samples  H_t <- H_t + buffer_rate A_t,   n = trunc(H_t/threshold) within +-most
                      n pulses on C_t, up where n > 0
                      subtract: H_t <- H_t - n threshold;   forget: H_t <- momentum H_t where n is not 0
"""
from math import trunc

from .philox import C
from .pulses import largest
from .tiles import TikiTaka


class Means:
    """Running means mu of max|x| and max|d| over `memory` samples; samples without a gradient do not count."""

    def __init__(self, memory):
        self.memory, self.x, self.d = memory, None, None

    def follow(self, x, d):
        """mu <- mu + (max - mu)/memory, and at first mu = max."""
        X, D = largest(x), largest(d)
        if X * D != 0:
            self.x = X if self.x is None else self.x + (X - self.x) / self.memory
            self.d = D if self.d is None else self.d + (D - self.d) / self.memory

    def product(self):
        return 0.0 if self.x is None else self.x * self.d


class TTv2(TikiTaka):
    """scaling: none | fast (rate/(mu_x mu_d)) | fast_and_buffer (and buffer_rate mu_x mu_d)."""

    def __init__(self, *parts, buffer_rate, threshold=1.0, most=31, after_firing="subtract", momentum=0.0,
                 scaling="none", memory=100.0, **rows):
        super().__init__(*parts, transfer_rate=buffer_rate, **rows)
        self.buffer_rate, self.threshold, self.most = buffer_rate, threshold, most
        self.after_firing, self.momentum, self.scaling, self.means = after_firing, momentum, scaling, Means(memory)
        self.h = [[0.0] * len(row) for row in self.c.w]

    def collect(self, step, x, d):
        """A <- A - rate x d^T, the rate following the size of the signals where that is asked for."""
        eta = self.rate
        self.means.follow(x, d)
        if self.scaling != "none" and self.means.product() != 0:
            eta = eta / self.means.product()
        self.write_gradient(step, x, d, eta)

    def write_gradient(self, step, x, d, eta):
        self.a.learn(x, d, eta, self.place(step, 1))

    def transfer(self, step, slot, t):
        self.gather(t, self.read_row(step, slot, t))
        self.fire(step, slot, t)

    def gather(self, t, seen):
        """H_t <- H_t + buffer_rate seen"""
        factor = self.means.product() if self.scaling == "fast_and_buffer" else 1.0
        self.h[t] = [h + self.buffer_rate * factor * v for h, v in zip(self.h[t], seen, strict=True)]

    def fire(self, step, slot, t):
        """The whole pulses that wait in H_t."""
        counts = [min(max(trunc(h / self.threshold), -self.most), self.most) for h in self.h[t]]
        self.c.fire(t, counts, self.place(step, C, slot))
        self.h[t] = [self.left(h, n) for h, n in zip(self.h[t], counts, strict=True)]

    def left(self, h, n):
        """What stays of an element of H that fired n pulses."""
        if self.after_firing == "forget":
            return self.momentum * h if n != 0 else h
        return h - n * self.threshold
