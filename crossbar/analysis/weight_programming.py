"""Weights programmed by learning: an array is taught a matrix W^, one random input after the other.

    d = (y - x W^)/m,   one update with x and d,   error = 100 std(W - W^), in per cent of the range 1

docs/theory.md (16); Rasch, Carta, Fagbohungbe & Gokmen 2024, fig. 3 and 4.  Write-verify is `crossbar.program`.
"""

from dataclasses import dataclass
from typing import Any

import numpy as np

from crossbar.algorithms import AGAD, SGD, AnyAlgorithm, ChoppedTTv2, TikiTaka, TTv2
from crossbar.devices import AnyDevice, LinearStep, SoftBounds
from crossbar.errors import SpecError
from crossbar.layers import Tile
from crossbar.periphery import Periphery
from crossbar.pulses import Pulses

KINDS = ("sgd", "tiki_taka", "ttv2", "cttv2", "agad")


@dataclass(frozen=True)
class Task:
    """The setting of Rasch et al. 2024, fig. 4; where it was not published, what is assumed is in docs/theory.md (16).

    size: rows and columns, m.  states: 2/step.  reference_std, reference_offset: of the reference beyond the symmetry
    point, on A, under SGD on W itself.  slope: gamma of a linear step, 1: soft bounds.  rate: lambda.  gain: gamma_0.
    longest: BL_max.  max_pulses: most on a cell of C a read.  memory: samples of the running means mu_x, mu_d.
    follows: lambda_H is divided by the rate lambda_A of A, which follows the signals; False: it is constant.
    sgd_follows: SGD has the rate lambda_A; False: it has lambda.
    SpecError: a size, number of states or slope out of range; fields of devices and algorithms as these refuse them.
    """

    size: int = 20
    states: float = 20
    reference_std: float = 0.0
    reference_offset: float = 0.0
    slope: float = 1.0
    c2c: float = 0.3
    step_d2d: float = 0.3
    bounds_d2d: float = 0.3
    imbalance_std: float = 0.1
    rate: float = 0.1
    gain: float = 200.0
    longest: int = 5
    max_pulses: int = 5
    transfer_every: int = 5
    chopper: str = "periodic"
    chopper_probability: float = 0.1
    after_firing: str = "subtract"
    reference_rate: float = 0.5
    memory: float = 100.0
    follows: bool = True
    sgd_follows: bool = True

    def __post_init__(self) -> None:
        for name, good, rule in (("size", self.size >= 1, ">= 1"), ("states", self.states >= 2, ">= 2"),
                                 ("slope", 0 <= self.slope <= 1, "from 0 to 1")):  # fmt: skip
            if not good:
                raise SpecError(f"Task.{name}: must be {rule} (got {getattr(self, name)}); choose such a value.")
        if self.slope < 1 and self.imbalance_std > 0:
            raise SpecError(f"Task.imbalance_std: must be 0 with slope = {self.slope:g} (got {self.imbalance_std}); "
                            f"flat steps of unequal size have no symmetry point.")  # fmt: skip

    @property
    def step(self) -> float:
        return 2 / self.states

    @property
    def symmetry_index(self) -> float:
        """1 less the mean of |up - down|/(up + down) over the range: 1 - slope/2."""
        return 1 - self.slope / 2

    def device(self, auxiliary: bool, shifted: bool) -> AnyDevice:
        """The devices of an array.  auxiliary: bounds differ from cell to cell.  shifted: its reference is off."""
        given: dict[str, Any] = {"step": self.step, "w_min": -1.0, "w_max": 1.0, "c2c": self.c2c}
        if self.c2c > 0:
            given["c2c_form"] = "additive"
        if self.step_d2d > 0:
            given |= {"step_d2d": self.step_d2d, "step_d2d_form": "lognormal"}
        if auxiliary:
            given |= {"w_min_d2d": self.bounds_d2d, "w_max_d2d": self.bounds_d2d}
        if shifted:
            given |= {"reference_std": self.reference_std, "reference_offset": self.reference_offset}
        if self.slope < 1:  # without imbalance 0 is every cell's symmetry point
            return LinearStep(gamma_up=self.slope, gamma_down=self.slope, **given)
        return SoftBounds(reference="symmetry_point", imbalance_std=self.imbalance_std, **given)

    @property
    def buffer_rate(self) -> float:
        """lambda_H = lambda ns m/(gamma_0 s0); where it follows, over BL_max s0: the tile multiplies by mu_x mu_d."""
        constant = self.rate * self.transfer_every * self.size / (self.gain * self.step)
        return constant / (self.longest * self.step) if self.follows else constant

    def algorithm(self, kind: str) -> AnyAlgorithm:
        """kind: one of KINDS.  SpecError: another."""
        check_kind(kind)
        if kind == "sgd":
            rate = self.longest * self.step if self.sgd_follows else self.rate
            return SGD(learning_rate=rate, c=self.device(False, True))
        given: dict[str, Any] = {"learning_rate": self.longest * self.step, "transfer_every": self.transfer_every,
                                 "c": self.device(False, False), "a": self.device(True, True)}  # fmt: skip
        if kind == "tiki_taka":
            pulses = Pulses(max_length=self.longest)
            return TikiTaka(transfer_rate=self.rate, transfer_pulses=pulses, **given)
        given |= {"buffer_rate": self.buffer_rate, "max_pulses": self.max_pulses, "after_firing": self.after_firing,
                  "scaling": "fast_and_buffer" if self.follows else "fast", "scaling_memory": self.memory}  # fmt: skip
        if kind == "ttv2":
            return TTv2(**given)
        given |= {"chopper": self.chopper, "chopper_probability": self.chopper_probability}
        return ChoppedTTv2(**given) if kind == "cttv2" else AGAD(reference_rate=self.reference_rate, **given)

    def tile(self, kind: str, seed: int) -> Tile:
        """C and A at 0, read exactly; the cells are those of the seed."""
        exact = Periphery.ideal(transfer=False) if kind == "sgd" else Periphery.ideal()
        tile = Tile(self.size, self.size, self.algorithm(kind), pulses=Pulses(max_length=self.longest),
                    periphery=exact, seed=seed)  # fmt: skip
        tile.set_weights(np.zeros((self.size, self.size)))
        return tile


def check_kind(kind: str) -> None:
    if kind not in KINDS:
        raise SpecError(f"Task: the algorithm must be {', '.join(KINDS[:-1])} or {KINDS[-1]} (got {kind!r}).")


@dataclass(frozen=True)
class Lesson:
    """xs: (samples, m) inputs, wanted: (m, m), W^; float32."""

    xs: np.ndarray
    wanted: np.ndarray


def lesson(size: int, samples: int, spread: float = 0.3, seed: int = 0) -> Lesson:
    """x ~ N(0, 1), W^ ~ N(0, spread^2)."""
    rng = np.random.default_rng([seed, size])
    wanted = spread * rng.standard_normal((size, size))
    return Lesson(rng.standard_normal((samples, size), np.float32), wanted.astype(np.float32))


def program_by_learning(task: Task, kind: str, taught: Lesson, seed: int = 0, every: int = 500) -> np.ndarray:
    """The error 100 std(W - W^) after each `every` samples, per cent, (samples // every,).

    seed: of the cells and of the pulses.  SpecError: `every` out of range; as `Task` and its algorithm say.
    """
    from kernels import build
    from kernels.imitate import imitate
    from kernels.scaling import FAST, NONE

    if not 1 <= every <= len(taught.xs):
        raise SpecError(f"program_by_learning: every must be from 1 to {len(taught.xs)}, the samples (got {every}); "
                        f"500 is the default.")
    tile = task.tile(kind, seed)
    outside = kind == "tiki_taka" or (kind == "sgd" and task.sgd_follows)
    log = np.zeros((len(taught.xs) // every, task.size, task.size), tile.dtype)
    share = tile.dtype.type(1 / task.size)
    imitate(tile.state, taught.xs, taught.wanted, share, build.scaling(FAST if outside else NONE, task.memory), 0,
            tile.stream, every, log)  # fmt: skip
    return np.asarray(100 * (log - taught.wanted).std(axis=(1, 2), dtype=np.float64))


def end(errors: np.ndarray, last: float = 0.2) -> float:
    """The mean over the last share of a course of errors, at least one."""
    return float(errors[-max(1, round(last * len(errors))) :].mean())


@dataclass(frozen=True)
class Drive:
    """Courses under a constant mean gradient, (updates + 1, m, m) each; NaN or zeros where an algorithm has none."""

    c: np.ndarray
    a: np.ndarray
    h: np.ndarray  # units of the threshold
    learnt: np.ndarray  # Pref of AGAD

    def moved(self, step: float) -> np.ndarray:
        """How far the diagonal of C has moved at the end, in steps of a device at 0, (m,)."""
        return np.diagonal(self.c[-1] - self.c[0]) / step


def constant_gradient(task: Task, kind: str, updates: int = 1000, alpha: float = 0.5, seed: int = 0) -> Drive:
    """x = X, d = alpha X + (1 - alpha) Y with X, Y ~ N(0, 1) of each sample: the mean of x_i d_i is alpha.

    Off the diagonal the mean is 0.  SpecError: as `Task` and its algorithm say.
    """
    tile = task.tile(kind, seed)
    rng = np.random.default_rng([seed, updates])
    xs, ys = rng.standard_normal((2, updates, task.size), np.float32)
    ds = np.float32(alpha) * xs + np.float32(1 - alpha) * ys
    found = {name: np.zeros((updates + 1, task.size, task.size)) for name in ("c", "a", "h", "learnt")}
    for n in range(updates + 1):
        now = {name: array.w for name, array in tile.arrays.items()} | tile.digital
        for name, course in found.items():
            course[n] = now.get(name, 0.0)
        if n < updates:
            tile.update(xs[n], ds[n], n)
    return Drive(**found)
