"""The figure of a fit: the curves, the steps against conductance, and what is left over."""

from functools import partial
from typing import TYPE_CHECKING, Any

import numpy as np

from crossbar.fitting.curves import UNITS
from crossbar.fitting.doubts import residuals
from crossbar.fitting.likelihood import follow
from crossbar.fitting.search import Optimum
from crossbar.fitting.starts import binned_steps
from crossbar.plots.canvas import BLUE, DARK, GREY, VERMILLION, arrange, blank_figure, entitle, legend

if TYPE_CHECKING:
    from matplotlib.axes import Axes
    from matplotlib.figure import Figure

    from crossbar.fitting import Fit

WAYS = ((1, "up", VERMILLION), (-1, "down", BLUE))
LAGS = 20


def plot_fit(fit: "Fit") -> "Figure":
    """Draws curves and the model's noiseless answer, steps against conductance, residuals and their correlation.

    fit: of `xb.fit`.  Measured steps: those of the smoothed curves, averaged in bins of conductance.  Raises
    CrossbarError without matplotlib.
    """
    figure = blank_figure()
    panels = (_curves, _steps, _residuals, _correlation)
    first, second, third, fourth = (partial(panel, fit=fit) for panel in panels)
    arrange(figure, [[first, second], [third, fourth]])
    figure.set_size_inches(10.6, 6.8)
    entitle(figure, _title(fit))
    return figure


def _title(fit: "Fit") -> str:
    from crossbar.fitting.report import about, node

    state = "" if fit.sound else f"  (an attempt: {fit.best.state})"
    numbers = ", ".join(f"{node(e.name)}\N{NO-BREAK SPACE}{e.value:.4g}" for e in fit.estimates).replace("-", "−")
    head = about(fit.curves).replace("; ", "\n").replace(" .. ", "\N{NO-BREAK SPACE}..\N{NO-BREAK SPACE}")
    return f"{head}\n{fit.best.model.name.replace('_', ' ')}{state}: {numbers}"


def _shown(fit: "Fit", w: Any) -> Any:
    """Weights in the unit of the file."""
    return fit.curves.readings(w) / (UNITS[fit.curves.unit] if fit.curves.unit else 1.0)


def _unit(fit: "Fit") -> str:
    return f" ({fit.curves.unit.replace('u', 'µ')})" if fit.curves.unit else " (arbitrary)"


def _curves(ax: "Axes", fit: "Fit") -> None:
    ax.set_title("Curves and noiseless model")
    drawn: set[str] = set()
    for o in fit.best.optima:
        for a, b in zip(o.problem.data.starts[:-1], o.problem.data.starts[1:], strict=True):
            _curve(ax, fit, o, slice(a, b), drawn)
    _rival(ax, fit)
    ax.set(xlabel="pulse number", ylabel=f"conductance{_unit(fit)}")
    legend(ax, loc="best", markerscale=4)


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


def _rival(ax: "Axes", fit: "Fit") -> None:
    """What AIC prefers, where that is another law."""
    if fit.rival is None:
        return
    label: str | None = f"{fit.rival.model.name} (lowest AIC)"
    for o in fit.rival.optima:
        data = o.problem.data
        for a, b in zip(data.starts[:-1], data.starts[1:], strict=True):
            start = float(np.mean(data.y[a : a + max(1, (b - a) // 100)]))
            ax.plot(np.cumsum(np.abs(data.pulses[a:b])), _shown(fit, noiseless(o, data.pulses[a:b], start)), "--",
                    color=DARK, linewidth=1.0, label=label)  # fmt: skip
            label = None


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
    place, size, up = measured(fit.best.optima)
    for (way, word, colour), step, spread in zip(WAYS, steps, spreads, strict=True):
        mine = up == (way > 0)
        ax.plot(_shown(fit, place[mine]), way * scale * size[mine], "o", color=colour, markersize=3.5,
                label=f"measured, {word}")  # fmt: skip
        ax.plot(_shown(fit, v), way * scale * step, color=colour, linewidth=1.4, label=f"model, {word}")
        ax.fill_between(_shown(fit, v), scale * (way * step - spread), scale * (way * step + spread), color=colour,
                        alpha=0.15, linewidth=0)  # fmt: skip
    tallest = 1.5 * scale * max(float(np.max(size)), *(float(np.max(step)) for step in steps))
    bottom, top = ax.get_ylim()
    ax.set_ylim(max(bottom, -tallest), min(top, tallest))  # a wide band must not flatten the means
    ax.set(xlabel=f"conductance before the pulse{_unit(fit)}", ylabel=f"step{_unit(fit)}")
    ax.plot([], [], color=GREY, linewidth=6, alpha=0.4, label="± spread of one step")
    ax.set_ylim(ax.get_ylim()[0], 1.7 * ax.get_ylim()[1])  # room for the legend
    legend(ax, loc="upper center", ncols=3)


def _reached(fit: "Fit") -> tuple[float, float]:
    means = np.concatenate([_follow(o)[2] for o in fit.best.optima])
    return float(means.min()), float(means.max())


def _follow(o: Optimum) -> np.ndarray:
    return follow(o.problem.model, o.values, o.problem.data, o.problem.unseen)


def measured(optima: tuple[Optimum, ...]) -> tuple[np.ndarray, np.ndarray, np.ndarray]:
    """Weight, size of the step and whether up, of bins of the smoothed curves."""
    found = [binned_steps(o.problem.data)[:3] for o in optima]
    place, size, up = (np.concatenate(each) for each in zip(*found, strict=True))
    return place, size, up


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
    ax.set(xlabel="distance (readings)", ylabel="correlation", ylim=(-most, most), xlim=(0, LAGS + 1),
           xticks=range(0, LAGS + 1, 5))  # fmt: skip
    legend(ax, loc="best")
