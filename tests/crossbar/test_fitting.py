"""Fits of simulated curves find what made them, say how well they know it, and doubt what they cannot know."""

from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest

import crossbar as xb
from crossbar.errors import SpecError
from crossbar.fitting import MODELS, Curve, Curves, ranking
from crossbar.fitting.fit import fit_model
from crossbar.fitting.likelihood import densities, pack
from crossbar.fitting.one import fit_device
from crossbar.fitting.simulation import simulate

SCRIPTS = Path(__file__).parents[2] / "scripts"
MEASURED = Path(__file__).parents[3] / "shared" / "data" / "measured" / "reram_steps_up_down.csv"
KERNEL = {
    "constant": xb.ConstantStep(step=0.02, imbalance=0.1),
    "linear": xb.LinearStep(step=0.02, imbalance=0.1, gamma_up=0.4, gamma_down=0.7, w_max=1.2),
    "soft_bounds": xb.SoftBounds(step=0.02, imbalance=-0.1, w_min=-0.8),
    "exponential": xb.ExpStep(step=0.02, A_up=0.2, A_down=0.1, gamma_up=1.3, gamma_down=-1.1, w_max=1.2, a=1.1),
    "power": xb.PowStep(step=0.05, p_up=1.3, p_down=0.6, w_min=-0.8),
    "table": xb.Table(step=0.02, up=(1.5, 1.0, 0.4), down=(0.2, 1.1, 1.4), w_max=1.2),
}


@pytest.fixture
def known(monkeypatch):
    """Known devices, as the coverage script makes them."""
    monkeypatch.syspath_prepend(SCRIPTS)
    import fit_coverage

    return fit_coverage


def curves(y, pulses, unit="", span=(-1.0, 1.0)):
    """y (readings, devices) under the same pulses, a device a column."""
    return Curves(tuple(Curve(str(n), 1, pulses, column) for n, column in enumerate(np.array(y).T)), unit, span=span)


def staircase(up, down):
    return np.r_[0, np.ones(up, int), -np.ones(down, int)]


def values_of(device, model):
    """A spec in the parameters of the fit: nodes of a table are steps."""
    if model.kind == "table":
        nodes = {f"{way}.{k}": device.step * t for way in ("up", "down") for k, t in enumerate(getattr(device, way))}
        return {**nodes, "w_min": device.w_min, "w_max": device.w_max, "c2c": 0.0, "read_noise": 0.0}
    names = {p.name for p in model.parameters} - {"step_0", "imbalance_0"} | {"step", "imbalance"}
    return model.values({name: getattr(device, name, 0.0) for name in names})


@pytest.mark.parametrize("name", KERNEL)
def test_laws_are_those_of_the_kernels(name):
    """Without noise both give the same staircase; the kernels' exp and power are good to 1e-14."""
    device = KERNEL[name]
    model = replace(MODELS[name], nodes=3 if name == "table" else 0)
    kernel = xb.pulse_response(device, up=150, down=150, devices=1).weights[:, 0]
    values, rng = values_of(device, model), np.random.default_rng(0)
    ours = simulate(model, values, staircase(150, 150), device.w_min, 1, rng)[:, 0]
    np.testing.assert_allclose(ours, kernel, atol=1e-12)


@pytest.mark.parametrize("name", KERNEL)
def test_a_fitted_device_is_the_law_that_was_fitted(name):
    """The spec made of parameters has the mean steps of the model at every weight."""
    model = replace(MODELS[name], nodes=3 if name == "table" else 0)
    values = values_of(KERNEL[name], model)
    if name == "exponential":
        values["step_0"] = 0.017
    device = model.device(values, {})
    kernel = xb.pulse_response(device, up=60, down=60, devices=1).weights[:, 0]
    ours = simulate(model, values, staircase(60, 60), device.w_min, 1, np.random.default_rng(0))[:, 0]
    np.testing.assert_allclose(ours, kernel, atol=1e-5)  # seven digits of the spec


@pytest.mark.parametrize("name", ["constant", "linear", "soft_bounds", "exponential", "power", "table"])
def test_recovery(known, name):
    """Every law by its own fit: estimates within 4 standard errors, and no less likely than the truth."""
    from crossbar.fitting.intervals import deviations

    data = pack(known.measured(name, np.random.default_rng(5), cycles=2, pulses=200))
    model, truth = known.model_of(name), known.truth(name)
    found = fit_device(model, data)
    assert found.converged and not found.at_limit
    assert found.log_likelihood > densities(model, truth, data).sum()
    for k, p in enumerate(found.problem.free):
        assert abs(found.z[k] - p.inside(truth[p.name])) < 4 * deviations(found)[p.name], p.name


@pytest.mark.statistics
def test_intervals_hold_the_truth(known):
    """20 sets, 95 % each: under 15 of 20 has probability 2e-5 for one of the 6 parameters."""
    for name, (share, sets, _) in known.coverage("soft_bounds", 20, cycles=2, pulses=100).items():
        assert share * sets >= 15, name


def test_noise_of_steps_is_told_from_noise_of_reading(known):
    """c2c 0.3 of a step 0.02 is 0.006 beside 0.01 of reading: both within 20 %, which increments alone cannot say."""
    values = fit_device(MODELS["soft_bounds"], pack(known.measured("soft_bounds", np.random.default_rng(1)))).values
    assert values["c2c"] == pytest.approx(0.3, rel=0.3) and values["read_noise"] == pytest.approx(0.01, rel=0.2)


def test_slow_noise_is_found_where_it_is_and_only_there(known):
    pulses, truth = staircase(300, 300), known.truth("soft_bounds") | {"read_noise": 0.03}
    wandering = {**truth, "slow_noise": 0.05, "slow_time": 8.0}
    model = replace(MODELS["soft_bounds"], slow=True)
    rng = np.random.default_rng(2)
    for values, slow in ((truth, False), (wandering, True)):
        found = xb.fit(curves(simulate(model, values, pulses, -0.9, 1, rng), pulses), "soft_bounds")
        assert found.best.model.slow is slow
        assert found.read_noise == pytest.approx(np.hypot(0.03, 0.05 * slow), rel=0.25)
        assert found.best.population.values["c2c"] < 1  # without slow noise in the model it would be taken for c2c


def test_pulses_between_readings(known):
    """Every third reading kept: the same device, found from a third of the readings."""
    full = known.measured("soft_bounds", np.random.default_rng(4), pulses=300).curves
    moves = [np.r_[0, np.add.reduceat(c.pulses[1:], np.arange(0, len(c.pulses) - 1, 3))] for c in full]
    thin = tuple(Curve(c.device, c.cycle, n, c.values[::3]) for c, n in zip(full, moves, strict=True))
    assert thin[0].pulses[1:].tolist() == [3] * 100 + [-3] * 100
    values = fit_device(MODELS["soft_bounds"], pack(Curves(thin, span=(-1.0, 1.0)))).values
    assert values["step"] == pytest.approx(0.02, rel=0.1) and values["w_max"] == pytest.approx(1, abs=0.05)


def test_ranking_finds_the_law(known):
    data = known.measured("soft_bounds", np.random.default_rng(6), pulses=200)
    found = xb.fit(data, ["constant", "soft_bounds", "linear"], slow_noise="off")
    constant = found["constant"]
    assert found.best.model.name == "soft_bounds" and found.fits[-1] is constant
    assert constant.aic > found.best.aic + 50 and constant.held_out < found.best.held_out
    assert found.best.aic == 2 * 6 - 2 * found.best.log_likelihood
    assert found.best.bic == pytest.approx(6 * np.log(800) - 2 * found.best.log_likelihood)


def test_folds_are_cycles_or_blocks(known):
    two = pack(known.measured("soft_bounds", np.random.default_rng(0), cycles=3, pulses=50))
    folds = list(ranking.folds(two))
    assert len(folds) == 3 and all(len(set(two.cycles[mask])) == 1 for mask in folds)
    one = pack(known.measured("soft_bounds", np.random.default_rng(0), cycles=1, pulses=50))
    blocks = list(ranking.folds(one))
    assert len(blocks) == 5
    for data, masks in ((two, folds), (one, blocks)):
        assert (np.sum(masks, 0) == data.counted).all()  # every reading is held out once


@pytest.fixture(scope="module")
def eight():
    """Curves of 8 devices of known spreads, by the simulator's own kernel, in siemens."""
    device = xb.SoftBounds(step=0.02, step_d2d=0.2, w_max_d2d=0.1, w_min_d2d=0.1, c2c=0.2, g_min=1e-6, g_max=9e-6)
    response = xb.pulse_response(device, up=150, down=150, devices=8, seed=3, start=-0.9)
    noise = 0.01 * np.random.default_rng(0).standard_normal(response.weights.shape)
    found = curves(device.conductances(response.weights + noise), staircase(150, 150), "uS", (1e-6, 9e-6))
    return device, found, xb.fit(found, "soft_bounds", slow_noise="off")


def test_several_devices_give_spreads(eight):
    """Of 8 devices a spread is known to 27 % (1/sqrt(14)); the nominal values to spread/sqrt(8).  Four of either."""
    truth, _, found = eight
    assert found.sound and found.device.kind == "soft_bounds"
    assert found.device.step == pytest.approx(0.02, rel=4 * 0.2 / np.sqrt(8))
    assert found.device.w_max == pytest.approx(1, rel=4 * 0.1 / np.sqrt(8))
    for name in ("step_d2d", "w_max_d2d", "w_min_d2d"):
        assert 0.3 < getattr(found.device, name) / getattr(truth, name) < 2.2, name
    assert found.device.c2c == pytest.approx(0.2, rel=0.2)
    assert found.device.imbalance_std < 0.05
    intervals = {e.name: e.interval for e in found.estimates}
    assert intervals["step"].low < 0.02 < intervals["step"].high and intervals["step_d2d"].low < 0.2
    assert not [d for d in found.doubts if d.startswith("devices")]


def test_siemens_there_and_back(eight):
    _, data, found = eight
    g = np.linspace(2e-6, 8e-6, 50)
    np.testing.assert_allclose(found.device.conductances(found.device.weights(g)), g, rtol=1e-12)
    np.testing.assert_allclose(found.device.weights(g), data.weights(g), atol=1e-5)  # seven digits of the spec


def test_read_noise_goes_into_the_device_or_not(eight):
    _, _, found = eight
    assert found.device.noise_std == pytest.approx(0.01, rel=0.1)
    assert replace(found, read_noise_in="drop").device.write_noise == 0


def test_doubts():
    pulses, model = staircase(60, 60), MODELS["constant"]
    far = {"step": 0.004, "imbalance": 0.0, "w_max": 1.0, "w_min": -1.0, "c2c": 0.1, "read_noise": 0.02}
    found = xb.fit(curves(simulate(model, far, pulses, -0.2, 1, np.random.default_rng(0)), pulses), "constant",
                   slow_noise="off")  # fmt: skip
    about = {d.split(":")[0] for d in found.doubts}
    assert {"w_max", "w_min", "c2c", "devices", "cycles"} <= about
    short = xb.fit(curves(simulate(model, far, staircase(8, 8), -0.2, 1, np.random.default_rng(0)), staircase(8, 8)),
                   "constant", slow_noise="off")  # fmt: skip
    assert any(d.startswith("readings: 16") for d in short.doubts)


def test_a_soft_bound_that_is_far_is_doubted():
    pulses, values = staircase(40, 40), {"step": 0.01, "imbalance": 0.0, "w_max": 3.0, "w_min": -3.0, "c2c": 0.3,
                                         "read_noise": 0.01}  # fmt: skip
    y = simulate(MODELS["soft_bounds"], values, pulses, 0.0, 1, np.random.default_rng(0))
    assert any(d.startswith(("w_max: the window is never reached", "w_min: the window is never reached"))
               for d in xb.fit(curves(y, pulses), "soft_bounds", slow_noise="off").doubts)  # fmt: skip


def test_drift_and_wrong_noise_are_doubted(known):
    rng, one = np.random.default_rng(1), known.measured("soft_bounds", np.random.default_rng(1), cycles=8, pulses=100)
    drifting = replace(one, curves=tuple(replace(c, values=c.values + 0.05 * c.cycle) for c in one.curves))
    assert any(d.startswith("drift: the upper end") for d in xb.fit(drifting, "soft_bounds", slow_noise="off").doubts)
    wild = replace(one, curves=tuple(replace(c, values=c.values + 0.02 * rng.standard_t(2, len(c.values)))
                                     for c in one.curves))  # fmt: skip
    assert any("not normal" in d for d in xb.fit(wild, "soft_bounds", slow_noise="off").doubts)
    assert not [d for d in xb.fit(one, "soft_bounds", slow_noise="off").doubts if d.startswith(("drift", "residuals"))]


def test_bootstrap_agrees_with_the_information(known):
    """Half-widths of 40 repetitions are known to 11 %, percentiles of them to some 20 %."""
    data = known.measured("soft_bounds", np.random.default_rng(8), pulses=80)
    plain = xb.fit(data, "soft_bounds", slow_noise="off")
    again = xb.fit(data, "soft_bounds", slow_noise="off", bootstrap=40)
    for a, b in zip(plain.estimates, again.estimates, strict=True):
        assert b.interval.how == "bootstrap" and b.value == a.value
        assert 0.5 < (b.interval.high - b.interval.low) / (a.interval.high - a.interval.low) < 1.8, a.name


def test_curves_without_noise(known):
    """A noiseless device is found to the grid's accuracy, and its noises are 0."""
    quiet = known.truth("soft_bounds") | {"c2c": 0.0, "read_noise": 0.0}
    y = simulate(MODELS["soft_bounds"], quiet, staircase(100, 100), -0.9, 1, np.random.default_rng(0))
    found = xb.fit(curves(y, staircase(100, 100)), "soft_bounds", slow_noise="off")
    assert found.device.step == pytest.approx(0.02, rel=1e-3) and found.device.w_max == pytest.approx(1, rel=1e-3)
    assert found.device.c2c < 1e-2 and found.read_noise < 1e-3


def test_a_limit_is_no_success():
    """Steps that are as large everywhere, in the law of soft bounds: both bounds run to the end of their limits."""
    moves = np.r_[staircase(200, 200), staircase(200, 200)[1:]]
    values = {"step": 0.01, "imbalance": 0.0, "w_max": 5.0, "w_min": -5.0, "c2c": 0.1, "read_noise": 0.002}
    y = simulate(MODELS["constant"], values, moves, -1.0, 1, np.random.default_rng(1))
    found = xb.fit(curves(y, moves), ["soft_bounds", "constant"], slow_noise="off")
    soft = found["soft_bounds"]
    assert soft.missed and soft.missed <= {"w_max", "w_min"} and not soft.sound
    assert all(f"{name} at a limit of the search" in soft.state for name in soft.missed)
    assert found.sound and found.best.model.name == "constant"
    alone = replace(found, fits=(soft,), best=soft, estimates=soft.population.estimates)
    assert not alone.sound and [e.name for e in alone.estimates if e.missed] == [n for n in ("w_max", "w_min")
                                                                                if n in soft.missed]  # fmt: skip


def test_a_search_cut_short_is_no_success(known, monkeypatch):
    """Searches that end where they begin have not converged, and are not called so."""
    from crossbar.fitting import search

    monkeypatch.setattr(search, "SHORT", 0)
    monkeypatch.setattr(search.descend, "__defaults__", (0,))
    data = known.measured("linear", np.random.default_rng(0), cycles=1, pulses=60)
    found = xb.fit(data, "linear", slow_noise="off")
    assert not found.sound and "did not converge" in found.best.state


def test_slow_noise_is_decided_model_by_model(known):
    """Soft bounds need none for curves of soft bounds; a constant step takes what it misses for wandering."""
    pulses, truth = staircase(300, 300), known.truth("soft_bounds") | {"read_noise": 0.02, "c2c": 0.05}
    y = simulate(MODELS["soft_bounds"], truth, pulses, -0.9, 1, np.random.default_rng(3))
    found = xb.fit(curves(y, pulses), ["soft_bounds", "constant"])
    assert found.best.model.name == "soft_bounds" and not found.best.model.slow
    forced = fit_model(MODELS["soft_bounds"], found.curves, "on")
    assert forced.model.slow and forced.bic > found.best.bic


def test_the_noise_has_no_bias_of_its_own():
    """s^2 of n normal increments with a mean each way falls short by the share 2/n: the whole bias of log c2c.

    Without noise of reading, far from bounds, the restricted estimate is the textbook's, with n - 2.
    """
    n, step = 40, 0.01
    pulses, values = staircase(n // 2, n // 2), {"step": step, "imbalance": 0.0, "w_max": 9.0, "w_min": -9.0,
                                                 "c2c": 0.5, "read_noise": 0.0}  # fmt: skip
    y = simulate(MODELS["constant"], values, pulses, -0.1, 1, np.random.default_rng(0))
    found = fit_device(MODELS["constant"], pack(curves(y, pulses)))
    size = np.abs(np.array([d.mean() for d in np.split(np.diff(y[:, 0]), 2)])).mean()
    assert found.values["step"] == pytest.approx(size, rel=0.1)
    assert found.bias["c2c"] == pytest.approx(-1 / n, rel=0.35)  # -p/(2 n) of two means; c2c tells of them too


def test_additive_noise_is_tried_by_name_and_doubted(known):
    from crossbar.fitting.models import chosen

    assert [m.name for m in chosen("all")] == ["constant", "linear", "soft_bounds", "exponential", "power", "table"]
    data = known.measured("soft_bounds_additive", np.random.default_rng(0), cycles=1, pulses=60)
    found = xb.fit(data, "soft_bounds_additive", slow_noise="off")
    assert any("too narrow" in doubt for doubt in found.doubts) and found.device.c2c_form == "additive"


def test_the_law_that_aic_prefers_is_named_and_drawn(known):
    """Of two laws BIC takes the one with fewer numbers; AIC's choice is said, and a dashed line in the picture."""
    data = known.measured("soft_bounds", np.random.default_rng(6), cycles=1, pulses=60)
    found = xb.fit(data, ["soft_bounds", "constant"], slow_noise="off")
    assert found.rival is None
    turned = replace(found, best=found["constant"])  # as if BIC had chosen it
    assert turned.rival is found["soft_bounds"]
    labels = [line.get_label() for line in xb.plot_fit(turned).axes[0].lines]
    assert "soft_bounds (lowest AIC)" in labels


def test_a_wall_of_the_search_is_an_open_end_of_an_interval():
    from crossbar.fitting.intervals import ordered

    of = {p.name: p for name in ("exponential", "power") for p in MODELS[name].parameters}
    ends = {name: ordered(of[name], *of[name].limits) for name in ("A_up", "gamma_up", "p_up", "w_max", "w_min", "c2c")}
    assert ends["gamma_up"] == (-np.inf, np.inf) and ends["p_up"] == (0, np.inf) and ends["c2c"] == (0, np.inf)
    assert ends["A_up"] == pytest.approx((-199, 0.995))  # answers: a pure exponential, a straight line
    assert ends["w_max"][1] == np.inf and ends["w_min"][0] == -np.inf


@pytest.mark.parametrize("name", ["exponential", "power"])
def test_steps_at_zero_and_the_spec_say_the_same(known, name):
    """`values` and `fields` are inverses, and step_0 is the mean step at w = 0."""
    model = MODELS[name]
    values = known.truth(name)
    fields = model.fields(values)
    assert model.values(fields) == pytest.approx(values, rel=1e-12)
    up, down = model.steps(values, np.zeros(1))
    assert (up[0] + down[0]) / 2 == pytest.approx(values["step_0"], rel=1e-12)
    assert (up[0] - down[0]) / (up[0] + down[0]) == pytest.approx(values["imbalance_0"], rel=1e-12)


@pytest.mark.parametrize("model", [MODELS["exponential"], MODELS["power"], replace(MODELS["table"], nodes=3)])
def test_coordinates_of_the_search_lead_back(model):
    """Every scale is its own inverse and grows, or falls, within its limits."""
    for p in model.parameters:
        low, high = p.limits
        z = np.linspace(low, high, 9)[1:-1]
        x = np.array([p.outside(c) for c in z])
        np.testing.assert_allclose([p.inside(v) for v in x], z, atol=1e-9)
        assert (np.diff(x) > 0).all() or (np.diff(x) < 0).all()


def test_bad_words(eight):
    _, data, _ = eight
    for given, words in (({"models": "magic"}, "constant, linear"), ({"models": ""}, "got nothing"),
                         ({"models": []}, "got none"), ({"bootstrap": 3}, "at least 20"),
                         ({"read_noise": "keep"}, "read_noise"), ({"slow_noise": "yes"}, "slow_noise"),
                         ({"unit": "uS"}, "unit: must be left out")):  # fmt: skip
        with pytest.raises(SpecError, match=words):
            xb.fit(data, **given)


def test_the_measured_file():
    if not MEASURED.is_file():
        pytest.skip("no measured curves in ../shared/data/measured beside the checkout")
    found = xb.fit(MEASURED, ["constant", "linear"])
    assert found.best.model.name == "linear" and found.best.model.slow and found.sound
    assert found.device.step == pytest.approx(0.00196, rel=0.02) and found.read_noise == pytest.approx(0.1536, rel=0.02)
