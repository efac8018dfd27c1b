"""The gradient scheduler: closed forms, exact identities in the mean field, and what is measured from records."""

import numpy as np
import pytest

import crossbar as xb
from crossbar.analysis.asymmetry import response_of
from crossbar.analysis.driven import driven, velocity
from crossbar.analysis.lags import lag_kernel, logarithmic
from crossbar.analysis.scheduler import (
    Increments,
    attributed,
    increments_of,
    mean_field_course,
    momentum_schedule,
    retention_of,
    sgd_schedule,
    tiki_taka_schedule,
)
from crossbar.analysis.twin import mean_field_run
from tests.crossbar import small_runs
from tests.naive import scheduler as naive

ETA, LAMBDA = 0.01, 0.02
RNG = np.random.default_rng(3)
G = RNG.choice([-1.0, 1.0], (150, 6)) * RNG.uniform(0.2, 1, (150, 6))
PAIRS = [(0, 0), (1, 1), (2, 0.5), (6, 2)]


def soft(af, **given):
    return xb.SoftBounds(af=af, step=5e-4, **given)


def course(af_a, af_c, g=G):
    a, c = response_of(soft(af_a)), response_of(soft(af_c))
    return mean_field_course(-ETA * g, LAMBDA, a, c), a, c


def laws_of(af):
    """q_up and q_dn of the naive twin."""
    return (lambda w: af * (1 - w), lambda w: af * (1 + w)) if af else (lambda w: 1.0, lambda w: 1.0)


def test_closed_forms():
    assert sgd_schedule(4).tolist() == naive.sgd(4)
    assert momentum_schedule(4, 0.9) == pytest.approx(naive.momentum(4, 0.9), rel=1e-15)
    increments, a, c = course(0, 0)
    assert (tiki_taka_schedule(increments, a, c) == 1).all()


@pytest.mark.parametrize("pair", PAIRS)
def test_the_naive_twin(pair):
    increments, a, c = course(*pair)
    for cell in (0, 3):
        expected = naive.tiki_taka(G[:, cell], ETA, LAMBDA, laws_of(pair[0]), laws_of(pair[1]))
        assert increments.a[1:, cell] == pytest.approx([row[2] for row in expected], abs=1e-15)
        assert increments.c[1:, cell] == pytest.approx([row[5] for row in expected], abs=1e-15)
        for at in (0, 70, -1):
            t = naive.tiki_taka_schedule(expected, at % 150)
            assert tiki_taka_schedule(increments, a, c, at)[:, cell] == pytest.approx(t, rel=1e-13)


@pytest.mark.parametrize("pair", PAIRS)
def test_the_identities_of_the_mean_field(pair):
    """A_T = -eta sum g MF_A, dC_T = lambda A_T MF_C, t(k)/t(T) = MF_A,k/MF_A,T, each to 1e-12; Lee et al. eq. 13-15."""
    increments, a, c = course(*pair)
    for at in (0, 1, 33, 149):
        found, closed = attributed(increments, at), tiki_taka_schedule(increments, a, c, at)
        factors = a.mismatch(increments.a[: at + 1], G[: at + 1])
        assert increments.a[at + 1] == pytest.approx(-ETA * (G[: at + 1] * factors).sum(0), abs=1e-12)
        assert increments.steps[at] == pytest.approx(-ETA * LAMBDA * (G[: at + 1] * closed).sum(0), abs=1e-12)
        assert found.t / found.t[-1] == pytest.approx(factors / factors[-1], abs=1e-12)
        assert found.t == pytest.approx(closed, rel=1e-9) and np.abs(found.gap).max() < 1e-12


def test_attribution_holds_pulse_by_pulse():
    """Of what fired the sums are exact too, and the factors of whole pulses lie within dw/tau of the law's."""
    af = 2.0
    algorithm = xb.TikiTaka(learning_rate=ETA, transfer_rate=LAMBDA, a=soft(af), c=soft(1))
    increments = driven(algorithm, G, fired=True, seed=1)
    found = attributed(increments, 120)
    assert np.abs(found.gap).max() < 1e-12
    law = response_of(soft(af)).mismatch(increments.a[:121], -increments.requests[:121])
    fired = increments.requests[:121] != 0
    assert fired.mean() > 0.5 and np.isnan(found.mf_a[~fired]).all()
    most = af**2 * np.abs(increments.requests).max()  # dw q q', q' = AF/tau
    assert np.abs(found.mf_a - law)[fired].max() < most


def test_sgd_is_a_delta_from_increments_alone():
    found = attributed(driven(xb.SGD(learning_rate=ETA, c=soft(2)), G, fired=True, seed=1), 100)
    assert (found.t[:100] == 0).all() and found.t[100] == pytest.approx(2, rel=0.3) and np.abs(found.gap).max() < 1e-15


def test_a_bound_leaves_what_it_leaves():
    """An ideal A at its bound takes half of the second request: MF = 1, then 1/2."""
    device = response_of(xb.ConstantStep())
    increments = mean_field_course(np.array([[0.8], [0.4]]), LAMBDA, device, device)
    assert attributed(increments).mf_a[:, 0] == pytest.approx([1, 0.5], rel=1e-12)


def test_a_kernel_is_that_of_the_naive_twin():
    u, y = RNG.normal(size=40), RNG.normal(size=40)
    kernel = lag_kernel(u, y, [0, 1, 2, 3, 4])
    assert kernel.weight == pytest.approx(naive.lag_kernel(u.tolist(), y.tolist(), 4), rel=1e-9)
    assert (kernel.first == kernel.last).all() and kernel.lag.tolist() == [0, 1, 2, 3]


def test_a_kernel_in_wide_bins():
    """Steps made by a kernel that is constant in each bin are explained whole."""
    h, u = np.repeat([2.0, -1.0, 0.5], [1, 3, 8]), RNG.normal(size=(60, 4))
    y = np.stack([np.convolve(u[:, cell], h)[:60] for cell in range(4)], axis=1)
    kernel = lag_kernel(u, y, [0, 1, 4, 12])
    assert kernel.weight == pytest.approx([2, -1, 0.5], abs=1e-12) and kernel.share == pytest.approx(1)
    assert kernel.averaged(h) == pytest.approx([2, -1, 0.5]) and kernel.lag.tolist() == [0, 2, 7.5]
    assert logarithmic(9)[:5] == [0, 1, 2, 3, 4] and logarithmic(9)[-1] == 9 and logarithmic(1) == [0, 1]


def test_errors_of_a_kernel_are_those_of_chance():
    """100 data sets of 30 cells: z of each weight has mean 0 and variance 1 within 5 standard errors."""
    rng, found = np.random.default_rng(8), []
    for _ in range(100):
        u = rng.normal(size=(50, 30))
        kernel = lag_kernel(u, 0.5 * u + rng.normal(size=(50, 30)), [0, 1, 2, 50])
        found.append((kernel.weight - [0.5, 0, 0]) / kernel.error)
    z = np.array(found)
    assert np.abs(z.mean(0)).max() < 5 / 10 and np.abs(z.var(0) - 1).max() < 5 * np.sqrt(2 / 100) + 0.1


@pytest.mark.statistics
@pytest.mark.parametrize("kind", ["sgd", "momentum", "ideal", "asymmetric"])
def test_kernels_measured_from_pulses(kind):
    """Each within 4 standard errors of theory, c2c = 0.3 counted: a delta, beta^l, flat, that of the mean field."""
    g = np.random.default_rng(1).choice([-1.0, 1.0], (200, 200)) * 0.6
    edges, noisy = [0, 1, 2, 4, 8, 16, 32, 64, 128, 200], {"c2c": 0.3}
    if kind in ("sgd", "momentum"):
        beta = 0.8 if kind == "momentum" else 0.0
        increments = driven(xb.SGD(learning_rate=2e-3, c=soft(0, **noisy)), g, signal=velocity(beta), seed=2)
        kernel = lag_kernel(increments.requests, increments.steps, edges)
        wanted = kernel.averaged(momentum_schedule(199, beta)[::-1] if beta else sgd_schedule(199)[::-1])
    else:
        af = 0 if kind == "ideal" else 1
        device, law = soft(af, **noisy), response_of(soft(af))
        increments = driven(xb.TikiTaka(learning_rate=ETA, transfer_rate=LAMBDA, a=device, c=device), g, seed=2)
        kernel = lag_kernel(increments.requests, increments.steps / LAMBDA, edges)
        mean = mean_field_course(-ETA * g, LAMBDA, law, law)
        wanted = lag_kernel(mean.requests, mean.steps / LAMBDA, edges).weight if af else np.ones(9)
        rho = retention_of(law, ETA * 0.6)
        assert rho == pytest.approx(1 - af * ETA * 0.6, rel=1e-12)
        few = mean_field_course(-ETA * g, LAMBDA / 20, law, law)  # C stays near 0, and so forgets nothing itself
        found = lag_kernel(few.requests, few.steps * 20 / LAMBDA, edges)
        assert found.weight == pytest.approx(found.averaged(rho ** np.arange(200)), abs=0.015)
        assert af == 0 or kernel.weight[-1] < 0.5 * kernel.weight[0]
    assert kernel.distance(wanted) < 4


PROBES = [{"layer": 0, "row": 4, "col": 1}, {"layer": 1, "row": 2, "col": 0}]
TIKI = small_runs.TIKI | {"rows_per_transfer": "all"}


@pytest.mark.parametrize("algorithm", [TIKI, small_runs.SGD], ids=["tiki_taka", "sgd"])
def test_from_a_trajectory_file(tmp_path, monkeypatch, algorithm):
    """Weights and signed pulses of probes are enough: the parts of A add up to it, the steps to C."""
    data = small_runs.data()
    monkeypatch.setattr("crossbar.experiment.load_data", lambda *_: data)
    slower = {"schedule": {"kind": "steps", "at": [2], "transfer_factor": 0.5}} if algorithm is TIKI else {}
    spec = small_runs.experiment(algorithm=algorithm, record={"probes": PROBES}, **slower)
    with xb.run(spec, tmp_path / "run.h5") as run:
        increments = increments_of(run)
        first = [run[f"layer{p['layer']}/weights_c"][0, p["row"], p["col"]] for p in PROBES]
    assert increments.requests.shape == (90, 2) and increments.c.shape == (91, 2)
    assert increments.c[0] == pytest.approx(first) and np.ptp(increments.requests) > 0
    units = increments.requests / 0.01
    assert units == pytest.approx(np.rint(units), abs=1e-9)
    found = attributed(increments, 80)
    assert np.abs(found.gap).max() < 1e-12
    if algorithm["kind"] == "tiki_taka":
        assert (increments.a[0] == 0).all()
        assert increments.transfer_rate[[0, 59, 60, 89], 0] == pytest.approx([0.2, 0.2, 0.1, 0.1])
        whole = np.nansum(found.mf_a * increments.requests[:81], axis=0) * found.mf_c * increments.transfer_rate[80]
        assert whole == pytest.approx(increments.steps[80], abs=1e-12)


def test_from_a_twin():
    """A twin holds gradients: t(k) is that of the laws, in a training too."""
    spec = small_runs.experiment(algorithm=TIKI, record={"probes": PROBES}, dtype="float64", epochs=2)
    increments = increments_of(mean_field_run(spec, small_runs.data(dtype="float64")))
    law, found = response_of(xb.SoftBounds(step=0.01)), attributed(increments, 50)
    closed = tiki_taka_schedule(increments, law, law, 50)
    asked = np.abs(increments.requests[:51]) > 1e-4
    assert asked.sum() > 50 and found.t[asked] == pytest.approx(closed[asked], rel=1e-9)


def test_bad_input(tmp_path, monkeypatch):
    increments, a, c = course(1, 1)
    with pytest.raises(xb.SpecError, match=r"at must be a sample from 0 to 149, .* .got 150"):
        attributed(increments, 150)
    with pytest.raises(xb.SpecError, match="must hold array A"):
        tiki_taka_schedule(Increments(increments.requests, increments.c), a, c)
    with pytest.raises(xb.DataError, match=r"Increments.c: must have a row before the first sample .*got \(150, 6\)"):
        Increments(increments.requests, increments.c[1:])
    with pytest.raises(xb.SpecError, match="steps must have the shape of requests"):
        lag_kernel(G, G[1:])
    for edges in ([1, 2], [0, 2, 2], [0, 151], [0]):
        with pytest.raises(xb.SpecError, match="edges must rise from 0 to at most 150"):
            lag_kernel(G, G, edges)
    with pytest.raises(xb.DataError, match="gradients must be finite numbers"):
        driven(xb.SGD(learning_rate=ETA, c=soft(0)), G[0])
    monkeypatch.setattr("crossbar.experiment.load_data", lambda *_: small_runs.data())
    with (xb.run(small_runs.experiment(), tmp_path / "run.h5") as run,
          pytest.raises(xb.FileError, match="must hold probed cells")):  # fmt: skip
        increments_of(run)
