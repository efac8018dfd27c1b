"""Lee et al. 2022, figure 1A: the response of devices with asymmetry factors 0, 2 and 6.

    python scripts/lee2022_fig1_response.py [--quick | --full] [--device FILE|PRESET] [--out DIR]

4000 pulses up and 4000 down from w_min, bounds +-1, step 5e-4, no noise: weight against pulse number, size of a step
against weight, and the factors F (Sym) and G (Asym).  Both scales are the same.  With --device that device instead,
under as many pulses as it has states; then nothing is judged.
"""

import numpy as np

import crossbar as xb
from crossbar.analysis.asymmetry import response_factors
from crossbar.analysis.targets import near, told
from crossbar.device_presets import resolve
from crossbar.figures_of_merit import pulses_of
from crossbar.plain_file import Named
from crossbar.plots.asymmetry import plot_asymmetry
from crossbar.study import Study, main

PULSES, STEP, FACTORS = 4000, 5e-4, (0.0, 2.0, 6.0)
TOP = {2.0: 0.96344, 6.0: 0.99999}  # after the up half; AF = 0: the bound
SOURCE = "Lee et al. 2022, fig. 1A"


def figure(study: Study) -> None:
    devices = {f"AF = {af:g}": xb.SoftBounds(af=af, step=STEP) for af in FACTORS}
    if study.device:
        devices = {study.device: resolve(study.device)}
    responses = {label: xb.pulse_response(device, *pulses(study, device), devices=1)
                 for label, device in devices.items()}  # fmt: skip
    save(study, responses)
    study.draw("lee2022_fig1", plot_asymmetry(responses, f"Response to pulses  ·  {', '.join(devices)}"))
    for label, response in responses.items():
        judge(study, label, response)


def pulses(study, device):
    return pulses_of(device) if study.device else (PULSES, PULSES)


def judge(study, label, response):
    """The target table's lines of one device."""
    w, size = response.weights[:, 0], np.abs(np.diff(response.weights[:, 0]))
    top = w[response.up]
    if study.device:
        found = xb.characteristics(response.device)
        study.check(told(f"{label}: weight after the up half", top, "-"),
                    told(f"{label}: symmetry point", found.symmetry_point, "-"))  # fmt: skip
        return
    af = response.device.af
    if af == 0:
        line = np.linspace(-1, 1, PULSES + 1)
        study.check(near(f"{label}: weight after the up half", top, 1, 1e-6, source=SOURCE),
                    near(f"{label}: distance of the up half from a line", np.abs(w[: PULSES + 1] - line).max(), 0,
                         1e-9, source=SOURCE))  # fmt: skip
        return
    up, down = (np.polyfit(w[:-1][part], size[part], 1) for part in (response.ups, ~response.ups))
    bent = max(np.abs(size[part] - np.polyval(line, w[:-1][part])).max()
               for part, line in ((response.ups, up), (~response.ups, down)))  # fmt: skip
    study.check(
        near(f"{label}: weight after the up half", top, TOP[af], 5e-6, source=SOURCE),
        near(f"{label}: the same, closed form", top - (1 - 2 * (1 - af * STEP) ** PULSES), 0, 1e-9, source=SOURCE),
        near(f"{label}: steps off straight lines", bent / (af * STEP), 0, 1e-9, source=SOURCE),
        near(f"{label}: lines cross at", (down[1] - up[1]) / (up[0] - down[0]), 0, 1e-9, source=SOURCE),
    )


def save(study, responses):
    """The curves and the factors, one file."""
    first = next(iter(responses.values()))
    factors = {label: response_factors(r.device) for label, r in responses.items()}
    dims = {"curve": len(responses), "pulse": len(first.weights), "place": len(next(iter(factors.values())).w)}
    study.save("lee2022_fig1", dims, [
        Named("weight", ("curve", "pulse"), np.array([r.weights[:, 0] for r in responses.values()]), "1",
              "weight before each pulse and after the last"),
        *(Named(name, ("curve", "place"), np.array([getattr(f, name) for f in factors.values()]), "1", text)
          for name, text in (("w", "weight"), ("F", "symmetric factor"), ("G", "asymmetric factor"))),
    ], {"curves": ", ".join(responses), "up": first.up, "down": first.down})  # fmt: skip


if __name__ == "__main__":
    main(figure, __doc__, ("device",))
