"""What a sample of time does to a state v: decay, diffusion, drift, each followed by the clip.

    decay      v <- rest + (v - rest)(1 - 1/lifetime)
    diffusion  v <- v + rate z
    drift      g(t) = g(t0) (t/t0)^(-nu): v - origin, proportional to g, times ((t + 1)/t)^(-nu) from age t to t + 1
"""
from .laws import of_cell
from .philox import RETENTION, normal


class Clock:
    """loss = 1/lifetime; start: age t0 in samples at which a pulse leaves a device.

    Parameters are numbers, or one numpy array (n_in, n_out) for each device of a cell.
    """

    def __init__(self, devices, n_in, n_out, loss=0.0, rest=0.0, diffusion=0.0, nu=0.0, origin=0.0, start=1.0):
        self.loss, self.rest, self.diffusion, self.nu, self.origin = loss, rest, diffusion, nu, origin
        self.start = start
        self.since = [[[0] * n_out for _ in range(n_in)] for _ in range(devices)]

    def age(self, cell, place):
        """Every state of a cell array one sample older; states are numbered device by device, row by row."""
        number = 0
        for k, state in enumerate(cell.v):
            for i, row in enumerate(state):
                for j in range(len(row)):
                    row[j] = self.older(cell.devices[k], k, i, j, row[j], normal(place, RETENTION, number))
                    number += 1

    def older(self, device, k, i, j, v, z):
        rest, origin, t = self.of(self.rest, k, i, j), self.of(self.origin, k, i, j), self.start + self.since[k][i][j]
        v = rest + (v - rest) * (1 - self.of(self.loss, k, i, j))
        v = device.clip(i, j, v + self.of(self.diffusion, k, i, j) * z)
        v = origin + (v - origin) * ((t + 1) / t) ** -self.of(self.nu, k, i, j)
        self.since[k][i][j] += 1
        return device.clip(i, j, v)

    @staticmethod
    def of(value, k, i, j):
        return of_cell(value[k], i, j) if isinstance(value, list) else value
