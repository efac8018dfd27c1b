"""What pulses do on average: requests, and updates in the mean field.  docs/theory.md (2.11), (11.2).

    request    dw_ij = -sign(x_i d_j) s0 E[n_ij]
    update     w' = clip(w + dw F(w) - |dw| G(w))

E[n_ij] is the mean number of coincidences of the trains of (3.1)-(3.5): -dw_ij = eta x_i d_j unless a line fires in
every slot.  Wu et al. 2024, eq. 20-23; Lee et al. 2022, eq. 12.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from typing import Any

import numpy as np

from crossbar.analysis.asymmetry import Response, affine_of, response_of
from crossbar.devices import AnyDevice, Cell
from crossbar.errors import SpecError
from crossbar.pulses import Pulses


def update(response: Response, w: Any, dw: Any) -> Any:
    """w' = clip(w + dw F(w) - |dw| G(w)): dw q_up(w) where dw > 0, dw q_dn(w) where it is not."""
    up, down = response.q(w)
    return np.clip(w + dw * np.where(dw > 0, up, down), response.w_min, response.w_max)


def requests(x: np.ndarray, d: np.ndarray, rate: float, unit: float, pulses: Pulses) -> np.ndarray:
    """The changes that rank-one updates ask for on average, x (m, 1) and d (1, n): one update, (m, n).

    d (m, n) with x = 1 everywhere: m updates of a row each, as a transfer makes them.  unit: the step by which pulses
    are counted.  Where the longest train does not suffice, k = rate X D/unit > BL_max, large errors saturate.
    """
    if pulses.kind == "exact":
        return -rate * x * d
    x_max, d_max = np.abs(x).max(), np.abs(d).max(axis=1, keepdims=True)
    d_max = np.where(d_max > 0, d_max, 1.0)  # such a row asks for nothing
    k = rate * x_max * d_max / unit
    length = np.clip(np.ceil(k), 1, pulses.max_length) if pulses.bl_management else pulses.max_length + 0 * k
    gain = np.sqrt(rate / (unit * length))
    balance: Any = 1.0
    if pulses.update_management:
        balance = np.sqrt(x_max / (d_max * np.minimum(1.0, pulses.max_length / k)))
    rows = _probabilities(np.abs(x) * gain / balance, pulses)
    columns = _probabilities(np.abs(d) * gain * balance, pulses)
    return -np.sign(x) * np.sign(d) * unit * _counts(rows, columns, length, pulses.kind)


def _probabilities(p: np.ndarray, pulses: Pulses) -> np.ndarray:
    """At most 1, on the grid of a resolution; rounding by chance leaves the mean where it is."""
    p = np.minimum(p, 1.0)
    if pulses.resolution > 0 and pulses.rounding == "nearest":
        return np.minimum(np.rint(p / pulses.resolution) * pulses.resolution, 1.0)
    return p


def _counts(rows: np.ndarray, columns: np.ndarray, length: np.ndarray, kind: str) -> np.ndarray:
    """The mean number of pulses of every cell; docs/theory.md (3.6), (3.7)."""
    if kind == "mean_count":
        return np.rint(np.rint(length * rows) * np.rint(length * columns) / length)
    counts = length * rows * columns
    return np.rint(counts) if kind == "implicit" else counts


@dataclass
class MeanArray:
    """An array in the mean field.  w: float64 (n_in, n_out), changed in place by `learn`."""

    w: np.ndarray
    response: Response
    pulses: Pulses

    def learn(self, x: np.ndarray, d: np.ndarray, rate: float) -> None:
        """W <- W - rate x d^T.  x: (n_in,), d: (n_out,)."""
        rows = np.flatnonzero(x)
        if len(rows):
            self._write(rows, x[rows, None], d[None, :], rate)

    def learn_rows(self, rows: np.ndarray, d: np.ndarray, rate: float) -> None:
        """W_t <- W_t - rate d_t for rows t, each an update of its own, in order.  d: (rows, n_out)."""
        if len(set(rows.tolist())) == len(rows):
            self._write(rows, np.ones((len(rows), 1)), d, rate)
            return
        for n in range(len(rows)):  # the last row of a sweep may be the first of the next
            self._write(rows[n : n + 1], np.ones((1, 1)), d[n : n + 1], rate)

    def _write(self, rows: np.ndarray, x: np.ndarray, d: np.ndarray, rate: float) -> None:
        dw = requests(x, d, rate, self.response.unit, self.pulses)
        if self.pulses.kind == "exact":  # no device steps, only bounds
            low, high = self.bounds
            self.w[rows] = np.clip(self.w[rows] + dw, low[rows], high[rows])
        else:
            self.w[rows] = update(self.response.rows(rows), self.w[rows], dw)

    @cached_property
    def bounds(self) -> tuple[np.ndarray, np.ndarray]:
        """Lower and upper bound of every cell."""
        low, high = self.response.w_min, self.response.w_max
        return np.broadcast_to(low, self.w.shape), np.broadcast_to(high, self.w.shape)


def mean_array(name: str, device: AnyDevice, array: Any, pulses: Pulses) -> MeanArray:
    """The mean field of an array of the kernels: its weights, and the response of each of its cells.

    c2c, write noise and everything else that only scatters is set aside.  name: for messages.
    SpecError: what has no mean field here: several devices a cell, time, half-select, spreads of a law whose step is
    not linear in w.
    """
    for key, rule in _unfit(device):
        raise SpecError(f"{name}.{key}: must be left out where the mean field stands for an array; {rule}.")
    response = affine_of(array.dev, device.pulse_step)
    if response is None and array.dev.cells.shape != (1, 1):
        raise SpecError(f"{name}: must have equal cells where a law is tabulated for the mean field (got "
                        f"{device.describe()}); leave the spreads out, or take linear steps or soft bounds.")
    return MeanArray(np.array(array.w, np.float64), response or response_of(device.inner), pulses)


def _unfit(device: AnyDevice) -> Iterator[tuple[str, str]]:
    if isinstance(device, Cell):
        yield "kind", f'it knows one device a weight (got "{device.kind}")'
    elif device.polarity == "up":
        yield "polarity", 'it knows devices pulsed both ways (got "up")'
    elif device.retention.acts:
        yield "retention", "it knows no time"
    elif device.half_select.acts:
        yield "half_select", "it knows no pulses of one line alone"
