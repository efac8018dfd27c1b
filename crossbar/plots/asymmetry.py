"""The figure of response factors: staircases, steps against weight, and what a request is worth."""

from collections.abc import Mapping
from typing import TYPE_CHECKING

import numpy as np

from crossbar.plots.canvas import BLUE, DARK, GREEN, GREY, PINK, VERMILLION, arrange, blank_figure, entitle, legend

if TYPE_CHECKING:
    from matplotlib.axes import Axes
    from matplotlib.figure import Figure

    from crossbar.response import PulseResponse

COLOURS = (DARK, BLUE, VERMILLION, GREEN, PINK)


def plot_asymmetry(responses: "Mapping[str, PulseResponse]", title: str = "Response factors") -> "Figure":
    """Draws pulse responses of devices by label: weight against pulse number, step against weight, F and G.

    The first device of each response.  Steps at the weight before the pulse; mean steps of a noisy device.
    F = (q_dn + q_up)/2 (Sym) and G = (q_dn - q_up)/2 (Asym) of the law, docs/theory.md (11.1).  Raises CrossbarError
    without matplotlib, SpecError as `response_factors`.
    """
    figure = blank_figure()
    arrange(figure, [[lambda ax: _staircases(ax, responses), lambda ax: _steps(ax, responses),
                      lambda ax: _factors(ax, responses)]])  # fmt: skip
    entitle(figure, title)
    return figure


def _staircases(ax: "Axes", responses: "Mapping[str, PulseResponse]") -> None:
    ax.set_title("Pulses up, then down")
    for colour, (label, response) in zip(COLOURS, responses.items(), strict=False):
        ax.plot(response.weights[:, 0], color=colour, linewidth=1.4, label=label)
    ax.axvline(max(r.up for r in responses.values()), color=GREY, linewidth=0.8, linestyle=":", ymax=0.85)
    ax.set(xlabel="pulse number", ylabel="weight g")
    _above(ax, len(responses))


def _steps(ax: "Axes", responses: "Mapping[str, PulseResponse]") -> None:
    """Without noise the pulses' own steps; the mean steps of the law where noise would hide them."""
    ax.set_title("Size of a step")
    found = {label: _sizes(response) for label, response in responses.items()}
    power = int(np.floor(np.log10(max(float(size.max()) for curves in found.values() for _, size in curves))))
    for colour, (up, down) in zip(COLOURS, found.values(), strict=False):
        ax.plot(up[0], up[1] / 10.0**power, color=colour, linewidth=1.4)
        ax.plot(down[0], down[1] / 10.0**power, color=colour, linewidth=1.4, linestyle="--")
    _styles(ax, "up", "down")
    ax.set(xlabel="weight g", ylabel=f"|step dg| ($10^{{{power}}}$)" if power else "|step dg|")
    _above(ax, 2)


def _sizes(response: "PulseResponse") -> list[tuple[np.ndarray, np.ndarray]]:
    """Weights and sizes of steps, up and down."""
    from crossbar.analysis.asymmetry import response_factors
    from crossbar.figures_of_merit import nominal

    if nominal(response.device) == response.device:
        w, size = response.weights[:-1, 0], np.abs(np.diff(response.weights[:, 0]))
        return [(w[part], size[part]) for part in (response.ups, ~response.ups)]
    factors = response_factors(response.device)
    return [(factors.w, q * response.device.pulse_step) for q in (factors.q_up, factors.q_dn)]


def _factors(ax: "Axes", responses: "Mapping[str, PulseResponse]") -> None:
    from crossbar.analysis.asymmetry import response_factors

    ax.set_title("What a request is worth")
    ax.axhline(0, color=GREY, linewidth=0.8)
    for colour, response in zip(COLOURS, responses.values(), strict=False):
        factors = response_factors(response.device)
        ax.plot(factors.w, factors.F, color=colour, linewidth=1.4)
        ax.plot(factors.w, factors.G, color=colour, linewidth=1.4, linestyle="--")
    _styles(ax, "F (Sym)", "G (Asym)")
    ax.set(xlabel="weight g", ylabel="per unit of request")
    _above(ax, 2)


def _styles(ax: "Axes", solid: str, dashed: str) -> None:
    ax.plot([], [], color=GREY, label=solid)
    ax.plot([], [], color=GREY, linestyle="--", label=dashed)


def _above(ax: "Axes", columns: int) -> None:
    """The legend in one line over the curves."""
    low, high = ax.get_ylim()
    ax.set_ylim(low, high + 0.13 * (high - low))
    legend(ax, loc="upper center", ncols=columns, columnspacing=1.2)
