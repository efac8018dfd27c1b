"""The gallery of device presets: docs/gallery.md and its pictures, made anew.

    python scripts/device_gallery.py [--out docs]

Three devices of each preset under two staircases of as many pulses as it has states, up and down; the figures are those
of `xb.characteristics`.  Seeds are fixed: the same pictures every time, but for matplotlib's version.
"""

import argparse
from io import BytesIO
from math import isfinite
from pathlib import Path

from PIL import Image  # matplotlib brings it

import crossbar as xb
from crossbar.device_presets import device_text
from crossbar.plots.canvas import entitle
from crossbar.plots.response import figures_text, states_text

DPI, COLOURS = 100, 48
COLUMNS = ("preset", "law", "states", "symmetry point", "nonlinearity up / down", "asymmetry at mid range", "c2c",
           "write noise (steps)")  # fmt: skip
HEAD = """# Device presets

Published devices, as `crossbar response NAME` shows them: three devices, drawn with their spreads, under two staircases
of as many pulses up and then down as the device has states. Left: the weight, with its write noise. Right: the step of
every pulse, as seen through the write noise (where most would be larger, up to four mean steps), and in black the mean
steps of the device without spreads, of a pair from cells just set to that weight; where those are equally large lies
the symmetry point. Figures are of the device without spreads and noises: states by the definition of
(2.9) of [theory.md](theory.md), nonlinearity labels as in NeuroSim (2.18), for staircases of that length. None of these
presets states siemens, so there is no on/off ratio.

The sources are named at the head of each file in `crossbar/device_presets/`. In an experiment a name stands for the
whole device: `--set algorithm.a=ecram`. Regenerate this page with `python scripts/device_gallery.py`.
"""


def about(name):
    """The first sentence of a preset's header."""
    lines = []
    for line in device_text(name).splitlines():
        lines.append(line.removeprefix("# "))
        if line.endswith(".") or ".  " in line:
            break
    return " ".join(lines).partition(".  ")[0].removesuffix(".")


def picture(name, folder):
    """Draws one preset; returns its figures."""
    device = xb.device(name)
    figures = xb.characteristics(device, cycles=2)
    response = xb.pulse_response(device, figures.up, figures.down, devices=3, seed=1, cycles=2)
    figure = xb.plot_response(response, figures)
    entitle(figure, f"{name}\n{figures_text(figures)}")
    drawn = BytesIO()
    figure.savefig(drawn, dpi=DPI)
    Image.open(drawn).convert("RGB").quantize(COLOURS).save(folder / f"{name}.png", optimize=True)
    return figures


def row(name, figures):
    device = xb.device(name)
    inner = device.inner
    kind = inner.kind.replace("_", " ") if inner is device else f"{device.kind}, {inner.kind}"
    form = " additive" if getattr(inner, "c2c_form", "") == "additive" else ""
    labels = " / ".join(number(value) for value in (figures.nonlinearity_up, figures.nonlinearity_down))
    noise = f"{inner.write_noise:.4g}" if inner.write_noise else "-"
    values = (f"[{name}](#{name})", kind, states_text(figures.n_states), number(figures.symmetry_point, "everywhere"),
              labels, number(figures.asymmetry), f"{inner.c2c:g}{form}", noise)  # fmt: skip
    return f"| {' | '.join(values)} |"


def number(value, none="-"):
    return f"{round(value, 2) + 0.0:.2f}" if isfinite(value) else none


def main():
    parser = argparse.ArgumentParser(description="Makes docs/gallery.md and its pictures anew.")
    parser.add_argument("--out", type=Path, default=Path(__file__).parents[1] / "docs")
    out = parser.parse_args().out
    folder = out / "images" / "gallery"
    folder.mkdir(parents=True, exist_ok=True)
    names = xb.device_names()
    found = {name: picture(name, folder) for name in names}
    table = [f"| {' | '.join(COLUMNS)} |", "|---" * len(COLUMNS) + "|", *(row(name, found[name]) for name in names)]
    pictures = [f"## {name}\n{about(name)}.\n\n![{name}](images/gallery/{name}.png)\n" for name in names]
    (out / "gallery.md").write_text("\n".join([HEAD, *table, "", *pictures]), encoding="utf-8")


if __name__ == "__main__":
    main()
