"""Where a search begins: smoothed curves give steps against weight, and noise by the moments of increments."""

import numpy as np
from scipy.optimize import least_squares

from crossbar.fitting.curves import smooth
from crossbar.fitting.likelihood import Data
from crossbar.fitting.models import Model, Parameter

BINS = 12
# Shapes of which each is tried: the least squares have more than one valley.
# A > 0 with gamma > 0 falls toward the bound ever faster, A < 0 with gamma < 0 ever slower.
BENT = {"fast": (0.3, 1.0), "slow": (-3.0, -1.0)}
TRIES = {
    "exponential": tuple({"A_up": a, "gamma_up": g, "A_down": c, "gamma_down": d}
                         for a, g in BENT.values() for c, d in BENT.values()),
    "power": ({"p_up": 0.5, "p_down": 0.5}, {"p_up": 1.0, "p_down": 1.0}, {"p_up": 2.0, "p_down": 2.0}),
    "linear": ({"gamma_up": 0.1, "gamma_down": 0.1}, {"gamma_up": 0.7, "gamma_down": 0.7}),
}  # fmt: skip


def starts(model: Model, data: Data) -> list[dict[str, float]]:
    """Values to begin from, one set for each shape."""
    v, size, up, weight = binned_steps(data)
    c2c, read = noises(data, float(np.average(size, weights=weight)))
    found = []
    for inner in (v > -9.0, np.abs(v) < 0.85):  # with and without what a bound may have cut
        for shape in TRIES.get(model.kind, ({},)):
            if (inner & up).any() and (inner & ~up).any():
                for ends in _ends(data) if model.clips or model.kind == "power" else _ends(data)[:1]:
                    base = _base(model, size[inner], *ends) | shape | {"c2c": c2c, "read_noise": read}
                    fitted = _fitted(model, base, v[inner], size[inner], up[inner], weight[inner])
                    found += [fitted | noise for noise in _noises(model, c2c, read)]
    return found


def binned_steps(data: Data) -> tuple[np.ndarray, np.ndarray, np.ndarray, np.ndarray]:
    """Weight, size of the step, whether up, and readings, of bins of the smoothed curves."""
    rows = []
    for a, b in zip(data.starts[:-1], data.starts[1:], strict=True):
        level, n = smooth(data.y[a:b], data.pulses[a:b]), data.pulses[a + 1 : b]
        for way in (1, -1):
            mine = np.sign(n) == way
            if not mine.any():
                continue
            place, step = (level[:-1] + level[1:])[mine] / 2, (np.diff(level) / np.where(n == 0, 1, n))[mine]
            bins = np.digitize(place, np.linspace(-1, 1, BINS + 1)[1:-1])
            rows += [(place[bins == k].mean(), step[bins == k].mean(), way > 0, (bins == k).sum())
                     for k in np.unique(bins)]  # fmt: skip
    v, size, up, weight = map(np.array, zip(*rows, strict=True))
    return v, size, up.astype(bool), weight


def noises(data: Data, step: float) -> tuple[float, float]:
    """c2c and the read noise, by moments of second differences, which know no slow change of the step.

    With variance q of a step and r^2 of a reading, their variance is 2 q + 6 r^2, their neighbours' covariance
    -q - 4 r^2.
    """
    ways = [np.sign(data.pulses[a + 1 : b]) for a, b in zip(data.starts[:-1], data.starts[1:], strict=True)]
    d = [np.diff(data.y[a:b]) for a, b in zip(data.starts[:-1], data.starts[1:], strict=True)]
    dd = [np.diff(x)[way[1:] == way[:-1]] for x, way in zip(d, ways, strict=True)]
    variance = float(np.mean(np.concatenate(dd) ** 2))
    covariance = float(np.mean(np.concatenate([x[1:] * x[:-1] for x in dd])))
    r2 = max(-(variance + 2 * covariance) / 2, 1e-3 * variance)
    q = max((variance - 6 * r2) / 2, 0.02 * variance)
    return float(np.clip(np.sqrt(q) / max(abs(step), 1e-6), 1e-3, 500)), float(np.clip(np.sqrt(r2), 1e-7, 2))


def _noises(model: Model, c2c: float, read: float) -> list[dict[str, float]]:
    """What moments give to c2c may be bounds and shapes, or the noise of wandering readings."""
    if not model.slow:
        return [{}, {"c2c": c2c / 5}]
    return [{"c2c": c2c / 5, "slow_noise": read, "slow_time": time} for time in (3.0, 15.0)]


def _ends(data: Data) -> list[tuple[float, float]]:
    """What the smoothed curves reached, and the middle of a plateau that may be there: a bound beyond is not felt."""
    levels = np.concatenate([smooth(data.y[a:b], data.pulses[a:b])
                             for a, b in zip(data.starts[:-1], data.starts[1:], strict=True)])  # fmt: skip
    return [(float(low), float(high)) for low, high in (np.quantile(levels, (0, 1)), np.quantile(levels, (0.05, 0.95)))]


def _base(model: Model, size: np.ndarray, low: float, high: float) -> dict[str, float]:
    typical = max(float(np.median(size)), 1e-6)
    base = {p.name: p.start for p in model.parameters} | {"w_max": max(high, 0.1), "w_min": min(low, -0.1)}
    return base | {p.name: typical for p in model.parameters if "." in p.name or p.name in ("step", "step_0")}


def _fitted(
    model: Model, base: dict[str, float], v: np.ndarray, size: np.ndarray, up: np.ndarray, weight: np.ndarray
) -> dict[str, float]:
    """The shape by least squares on the bins; bounds only where they are part of the law."""
    free = [p for p in model.parameters if p.name not in ("c2c", "read_noise", "slow_noise", "slow_time")
            and not (model.clips and p.name in ("w_max", "w_min"))]  # fmt: skip
    scale = np.sqrt(weight / weight.sum()) / max(float(np.abs(size).mean()), 1e-12)

    def miss(z: np.ndarray) -> np.ndarray:
        values = base | {p.name: p.outside(x) for p, x in zip(free, z, strict=True)}
        going_up, going_down = model.steps(values, v)
        return np.concatenate([scale * (np.where(up, going_up, going_down) - size), 1e-3 * (z - origin)])

    origin = np.array([p.inside(base[p.name]) for p in free])
    low, high = np.array([p.limits for p in free]).T
    first = np.clip(origin, low + 1e-9, high - 1e-9)
    z = least_squares(miss, first, bounds=(low, high), max_nfev=100, loss="soft_l1").x
    return base | {p.name: _held(p, x) for p, x in zip(free, z, strict=True)}


def _held(p: Parameter, z: float) -> float:
    """Not on a limit: a search that begins there may never leave it."""
    low, high = p.limits
    return p.outside(min(max(z, low + 0.02 * min(high - low, 5)), high - 0.02 * min(high - low, 5)))
