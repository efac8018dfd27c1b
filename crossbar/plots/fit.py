"""The figure of a fit: the curves, the steps against conductance, and what is left over."""

from functools import partial
from typing import TYPE_CHECKING, Any

import numpy as np

from crossbar.fitting.doubts import residuals
from crossbar.fitting.curves import UNITS
from crossbar.fitting.likelihood import follow
from crossbar.fitting.search import Optimum
from crossbar.plots.canvas import BLUE, DARK, GREY, VERMILLION, arrange, blank_figure, entitle, legend

if TYPE_CHECKING:
    from matplotlib.axes import Axes
    from matplotlib.figure import Figure

    from crossbar.fitting import Fit

WAYS = ((1, "up", VERMILLION), (-1, "down", BLUE))
BINS, FEWEST = 16, 5  # of steps, and readings in one
LAGS = 20


def plot_fit(fit: "Fit") -> "Figure":
    """Draws curves and the model's noiseless answer, steps against conductance, residuals and their correlation.

    fit: of `xb.fit`.  Steps: each reading less the filter's expectation before the pulse, averaged in bins; the filter
    knows only what came before, so the bins are free of the noise they are sorted by.  Raises CrossbarError without
    matplotlib.
    """
    figure = blank_figure()
    panels = (_curves, _steps, _residuals, _correlation)
    first, second, third, fourth = (partial(panel, fit=fit) for panel in panels)
    arrange(figure, [[first, second], [third, fourth]])
    figure.set_size_inches(9.6, 6.6)
    entitle(figure, _title(fit))
    return figure


def _title(fit: "Fit") -> str:
    from crossbar.fitting.report import about

    state = "" if fit.sound else f"  (an attempt: {fit.best.state})"
    return f"{about(fit.curves)}\n{fit.best.model.name.replace('_', ' ')}{state}: {fit.device.describe()}"


def _shown(fit: "Fit", w: Any) -> Any:
    """Weights in the unit of the file."""
    return fit.curves.readings(w) / (UNITS[fit.curves.unit] if fit.curves.unit else 1.0)


def _unit(fit: "Fit") -> str:
    return f" ({fit.curves.unit.replace('u', 'µ')})" if fit.curves.unit else " (arbitrary)"


def _curves(ax: "Axes", fit: "Fit") -> None:
    ax.set_title("Curves and noiseless model")
    drawn = set()
    for o in fit.best.optima:
        for a, b in zip(o.problem.data.starts[:-1], o.problem.data.starts[1:], strict=True):
            _curve(ax, fit, o, slice(a, b), drawn)
    ax.set(xlabel="pulse number", ylabel=f"conductance{_unit(fit)}")
    legend(ax, loc="best")


def _curve(ax: "Axes", fit: "Fit", o: Optimum, part: slice, drawn: set[str]) -> None:
    y, pulses = o.problem.data.y[part], o.problem.data.pulses[part]
    n = np.cumsum(np.abs(pulses))
    for way, word, colour in WAYS:
        mine = (np.sign(pulses) == way) | ((pulses == 0) & (np.sign(pulses[1]) == way))
        label = None if word in drawn else f"read, {word}"
        if mine.any():
            ax.plot(n[mine], _shown(fit, y[mine]), ".", color=colour, markersize=2.2, alpha=0.35, markeredgewidth=0,
                    rasterized=True, label=label)  # fmt: skip
            drawn.add(word)
    label = None if "model" in drawn else "model without noise"
    ax.plot(n, _shown(fit, noiseless(o, pulses, float(np.mean(y[: max(1, len(y) // 100)])))), color=DARK, linewidth=1.2,
            label=label)  # fmt: skip
    drawn.add("model")


def noiseless(o: Optimum, pulses: np.ndarray, start: float) -> np.ndarray:
    """The mean law's answer to the pulses."""
    from crossbar.fitting.simulation import simulate

    quiet = {**o.values, "c2c": 0.0, "read_noise": 0.0, "slow_noise": 0.0}
    return simulate(o.problem.model, quiet, pulses, start, 1, np.random.default_rng(0), o.problem.unseen)[:, 0]


def _steps(ax: "Axes", fit: "Fit") -> None:
    ax.set_title("Mean step of a pulse")
    scale = float(_shown(fit, 1.0) - _shown(fit, 0.0))
    ax.axhline(0, color=GREY, linewidth=0.8)
    values = fit.best.population.values
    low, high = _reached(fit)
    v = np.linspace(low, high, 300)
    model = fit.best.model
    steps = model.steps(values, v)
    spreads = model.spreads(values, *steps)
    for (way, word, colour), step, spread in zip(WAYS, steps, spreads, strict=True):
        place, mean, error = binned(fit.best.optima, way)
        ax.errorbar(_shown(fit, place), scale * mean, scale * error, fmt="o", color=colour, markersize=3, linewidth=1,
                    label=f"measured, {word}")  # fmt: skip
        ax.plot(_shown(fit, v), way * scale * step, color=colour, linewidth=1.4)
        ax.fill_between(_shown(fit, v), scale * (way * step - spread), scale * (way * step + spread), color=colour,
                        alpha=0.15, linewidth=0)  # fmt: skip
    tallest = 2.5 * scale * max(float(np.max(step)) for step in steps)  # a wide band must not flatten the means
    bottom, top = ax.get_ylim()
    ax.set_ylim(max(bottom, -tallest), min(top, tallest))
    ax.set(xlabel=f"conductance before the pulse{_unit(fit)}", ylabel=f"step{_unit(fit)}")
    ax.plot([], [], color=GREY, linewidth=6, alpha=0.4, label="± spread of one step")
    legend(ax, loc="best", ncols=2)


def _reached(fit: "Fit") -> tuple[float, float]:
    means = np.concatenate([_follow(o)[2] for o in fit.best.optima])
    return float(means.min()), float(means.max())


def _follow(o: Optimum) -> np.ndarray:
    return follow(o.problem.model, o.values, o.problem.data, o.problem.unseen)


def binned(optima: tuple[Optimum, ...], way: int) -> tuple[np.ndarray, np.ndarray, np.ndarray]:
    """Weight, mean signed step and its standard error, in bins of the state expected before the pulse."""
    place, step = (np.concatenate(each) for each in zip(*(_single_steps(o, way) for o in optima), strict=True))
    if not len(place):
        return place, step, step
    edges = np.linspace(place.min(), place.max() + 1e-12, BINS + 1)
    which = np.digitize(place, edges) - 1
    rows = [(place[which == k].mean(), step[which == k].mean(), step[which == k].std() / np.sqrt((which == k).sum()))
            for k in range(BINS) if (which == k).sum() >= FEWEST]  # fmt: skip
    found = np.array(rows).reshape(-1, 3)
    return found[:, 0], found[:, 1], found[:, 2]


def _single_steps(o: Optimum, way: int) -> tuple[np.ndarray, np.ndarray]:
    data, model = o.problem.data, o.problem.model
    e, _, means = _follow(o)
    before = np.concatenate([[0.0], means[:-1]])
    mine = data.counted & (data.pulses == way)
    expected = model.steps(o.values, before)[0 if way > 0 else 1]
    return before[mine], (way * expected + e)[mine]


def _residuals(ax: "Axes", fit: "Fit") -> None:
    ax.set_title("Residuals")
    for o in fit.best.optima:
        data, u = o.problem.data, residuals(o)
        n = np.concatenate([np.cumsum(np.abs(data.pulses[a:b]))
                            for a, b in zip(data.starts[:-1], data.starts[1:], strict=True)])[data.counted]
        for way, _, colour in WAYS:
            mine = np.sign(data.pulses[data.counted]) == way
            ax.plot(n[mine], u[mine], ".", color=colour, markersize=2.2, alpha=0.4, markeredgewidth=0, rasterized=True)
    for level in (-2, 0, 2):
        ax.axhline(level, color=GREY, linewidth=0.8, linestyle="-" if level == 0 else ":")
    ax.set(xlabel="pulse number", ylabel="surprise (standard deviations)")


def _correlation(ax: "Axes", fit: "Fit") -> None:
    ax.set_title("Correlation of residuals")
    every = [residuals(o) for o in fit.best.optima]
    lags = np.arange(1, min(LAGS, min(map(len, every)) - 1) + 1)
    rho = [sum((u[k:] * u[:-k]).sum() for u in every) / sum((u * u).sum() for u in every) for k in lags]
    limit = 1.96 / np.sqrt(sum(map(len, every)))
    ax.axhspan(-limit, limit, color=GREY, alpha=0.25, linewidth=0, label="95 % of independent ones")
    ax.axhline(0, color=GREY, linewidth=0.8)
    ax.plot(lags, rho, "o", color=DARK, markersize=3.5)
    most = max(0.1, 1.2 * float(np.max(np.abs(rho))))
    ax.set(xlabel="distance (readings)", ylabel="correlation", ylim=(-most, most))
    legend(ax, loc="best")
