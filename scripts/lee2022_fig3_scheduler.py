"""Lee et al. 2022, figure 3: the weights t(k) of past gradients in the step at T, under four algorithms.

    python scripts/lee2022_fig3_scheduler.py [--quick | --full] [--out DIR]

Cells of one row are driven pulse by pulse by independent gradients +-U(0.2, 1): SGD, digital momentum written by SGD,
Tiki-Taka on ideal devices and on asymmetric ones (ns = 1, all rows, gamma = 0).  Closed forms are compared with what is
measured: over all cells by regression of the steps on past gradients, for single steps of the mean field from the
increments of A and C.  --quick: 400 samples of 400 cells; --full: 1000 samples of 1000 cells, with a transfer
rate so much smaller that C keeps off its bounds, where no schedule holds.
"""

import numpy as np

import crossbar as xb
from crossbar.analysis.asymmetry import response_of
from crossbar.analysis.driven import driven, velocity
from crossbar.analysis.lags import lag_kernel
from crossbar.analysis.scheduler import (
    attributed,
    mean_field_course,
    momentum_schedule,
    retention_of,
    sgd_schedule,
    tiki_taka_schedule,
)
from crossbar.analysis.targets import ORDER, at_most, holds
from crossbar.plain_file import Named
from crossbar.plots.scheduler import Course, Kernel, plot_scheduler
from crossbar.study import Study, main

ETA, BETA, STEP, C2C = 0.01, 0.9, 5e-4, 0.3
PAIRS = ((1.0, 1.0), (2.0, 0.5), (4.0, 2.0))  # (AF_A, AF_C) of the exact identities
BINS = [0, 1, 2, 3, 4, 6, 8, 12, 16, 24, 32, 48, 64, 96, 128, 192, 256, 400]
SE = 4.0  # standard errors: of some 70 bins in all one goes further once in 200 studies
SOURCE = "Lee et al. 2022, fig. 3, eq. 13-15"


def figure(study: Study) -> None:
    samples, cells = (1000, 1000) if study.full else (400, 400)
    rng = np.random.default_rng(0)
    g = rng.choice([-1.0, 1.0], (samples, cells)) * rng.uniform(0.2, 1, (samples, cells))
    edges = BINS if samples == BINS[-1] else [*BINS, 600, samples]
    kernels = [sgd(g, edges), momentum(g, edges), tiki_taka(g, edges, 0.0), tiki_taka(g, edges, 1.0)]
    for kernel in kernels:
        wanted = kernel.measured.averaged(kernel.closed if kernel.other is None else kernel.other)
        study.check(at_most(f"{kernel.title}: largest distance from {kernel.other_label or kernel.label}, in s.e.",
                            kernel.measured.distance(wanted), SE, source=SOURCE))  # fmt: skip
    falls(study, kernels[2].measured, kernels[3].measured)
    for pair in PAIRS:
        identities(study, g[:, :20], *pair)
    course = step_of_one_cell(g[:, :1])
    save(study, kernels, course)
    title = f"Gradient schedulers: the weights of past gradients in a step  ·  {cells} cells, pulse by pulse"
    study.draw("lee2022_fig3", plot_scheduler(kernels, [course], title))


def soft(af):
    return xb.SoftBounds(af=af, step=STEP, c2c=C2C)


def transfer_rate(samples):
    """lambda = 0.01 over 400 samples, less over more: C, which grows as lambda samples^1.5, keeps off its bounds."""
    return 0.01 * (400 / samples) ** 1.5


def measured(increments, rate, edges):
    """The kernel in units of rate: t(k) itself, averaged over cells and steps."""
    return lag_kernel(increments.requests, increments.steps / rate, edges)


def sgd(g, edges):
    found = driven(xb.SGD(learning_rate=ETA, c=soft(0.0)), g, seed=1)
    return Kernel("SGD", measured(found, 1, edges), sgd_schedule(len(g) - 1)[::-1], "delta", shown=24)


def momentum(g, edges):
    """The velocity is digital, (1 - beta) v is what the array is asked for."""
    algorithm = xb.SGD(learning_rate=ETA * (1 - BETA), c=soft(0.0))
    found = driven(algorithm, g, signal=velocity(BETA), seed=2)
    kernel = measured(found, 1, edges)
    return Kernel(f"Momentum, β = {BETA}", kernel, momentum_schedule(len(g) - 1, BETA)[::-1], "β^(T − k)", shown=48)


def tiki_taka(g, edges, af):
    """On ideal devices flat; else as in the mean field under the same gradients."""
    rate = transfer_rate(len(g))
    algorithm = xb.TikiTaka(learning_rate=ETA, transfer_rate=rate, rows_per_transfer="all", a=soft(af), c=soft(af))
    kernel = measured(driven(algorithm, g, seed=3), rate, edges)
    response = response_of(soft(af))
    rho = retention_of(response, ETA * np.abs(g).mean())
    closed = (af or 1.0) ** 2 * rho ** np.arange(len(g))
    if af == 0:
        return Kernel("Tiki-Taka, ideal devices", kernel, closed, "flat")
    mean = measured(mean_field_course(-ETA * g, rate, response, response), rate, edges)
    other = np.repeat(mean.weight, mean.last - mean.first + 1)
    return Kernel(f"Tiki-Taka, AF = {af:g}", kernel, closed, "AF_A AF_C ρ^(T − k)", other, "the mean field")


def falls(study, flat, falling):
    """A that forgets: the oldest gradients count less on asymmetric devices than on ideal ones."""
    less = flat.weight[-1] - falling.weight[-1]
    error = np.hypot(flat.error[-1], falling.error[-1])
    study.check(holds("weight of the oldest gradients, ideal less AF = 1", f"> {ORDER:g} s.e.", less,
                      less > ORDER * error, SOURCE, error))  # fmt: skip


def identities(study, g, af_a, af_c):
    """A_T = -eta sum g MF_A,  dC_T = lambda A_T MF_C,  t(k)/t(T) = MF_A,k/MF_A,T in the mean field, every T."""
    a, c, rate = response_of(soft(af_a)), response_of(soft(af_c)), transfer_rate(len(g))
    course, worst = mean_field_course(-ETA * g, rate, a, c), np.zeros(3)
    for at in range(0, len(g), 7):
        closed, found = tiki_taka_schedule(course, a, c, at), attributed(course, at)
        mf_a = a.mismatch(course.a[: at + 1], g[: at + 1])
        gaps = (course.a[at + 1] + ETA * (g[: at + 1] * mf_a).sum(0),
                course.steps[at] + rate * ETA * (g[: at + 1] * closed).sum(0),
                found.t / found.t[-1] - mf_a / mf_a[-1])  # fmt: skip
        worst = np.maximum(worst, [np.abs(gap).max() for gap in gaps])
    names = "A_T = -eta sum g MF_A", "dC_T = lambda A_T MF_C", "t(k)/t(T) = MF_A,k/MF_A,T, from increments"
    study.check(*(at_most(f"AF = ({af_a:g}, {af_c:g}): {name}", value, 1e-12, source=SOURCE)
                  for name, value in zip(names, worst, strict=True)))  # fmt: skip


def step_of_one_cell(g):
    """The last step of one cell at AF = (2, 1), from the mean field and from the pulses that fired, without c2c."""
    on_a, on_c = (xb.SoftBounds(af=af, step=STEP) for af in (2.0, 1.0))
    a, c, rate = response_of(on_a), response_of(on_c), transfer_rate(len(g))
    course = mean_field_course(-ETA * g, rate, a, c)
    algorithm = xb.TikiTaka(learning_rate=ETA, transfer_rate=rate, rows_per_transfer="all", a=on_a, c=on_c)
    pulsed = driven(algorithm, g, fired=True, seed=4)
    mf_a = attributed(pulsed).mf_a[:, 0]
    closed, found = tiki_taka_schedule(course, a, c)[:, 0], attributed(course).t[:, 0]
    last = a.mismatch(pulsed.a[-2, 0], g[-1, 0])
    return Course("One step, AF = (2, 1)", course.a[:, 0], closed / closed[-1], found / found[-1], mf_a / last)


def save(study, kernels, course):
    names = ("sgd", "momentum", "tiki_taka_ideal", "tiki_taka_asymmetric")
    bins = kernels[0].measured
    variables = [Named("first_lag", ("bin",), bins.first, "samples", "smallest lag of the bin"),
                 Named("last_lag", ("bin",), bins.last, "samples", "largest lag of the bin")]  # fmt: skip
    for name, kernel in zip(names, kernels, strict=True):
        variables += [Named(f"{name}_measured", ("bin",), kernel.measured.weight, "1", "t at this lag, by regression"),
                      Named(f"{name}_error", ("bin",), kernel.measured.error, "1", "its standard error"),
                      Named(f"{name}_closed", ("lag",), kernel.closed, "1", "closed form")]  # fmt: skip
    variables += [Named(f"step_{name}", ("lag",), getattr(course, name), "1", f"t(k)/t(T) of one step, {text}")
                  for name, text in (("closed", "closed form"), ("measured", "from increments, mean field"),
                                     ("fired", "from pulses, NaN where none fired"))]  # fmt: skip
    lags = len(kernels[0].closed)
    study.save("lee2022_fig3", {"bin": len(bins.first), "lag": lags}, variables,
               {"eta": ETA, "lambda": transfer_rate(lags), "beta": BETA, "step": STEP, "c2c": C2C})  # fmt: skip


if __name__ == "__main__":
    main(figure, __doc__)
