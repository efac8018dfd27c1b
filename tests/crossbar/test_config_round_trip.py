"""What is written as TOML, plain or commented, reads as an equal experiment."""

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from crossbar import config
from crossbar.experiment_spec import Experiment
from crossbar.presets import preset, preset_names
from crossbar.render import render


def share(low, high):
    return st.floats(low, high, allow_nan=False)


def table(required=None, **optional):
    return st.fixed_dictionaries(required or {}, optional=optional)


COMMON = {"w_min": share(-3, -0.1), "w_max": share(0.1, 3), "w_min_d2d": share(0, 1), "c2c": share(0, 5)}
STEPPED = COMMON | {"step": share(1e-9, 1), "imbalance": share(-0.9, 0.9), "step_d2d": share(0, 1)}
DEVICES = st.one_of(
    table({"kind": st.just("constant")}, **STEPPED),
    table(
        {"kind": st.just("linear"), "gamma_up": share(0, 1), "gamma_down": share(0.1, 1)},
        gamma_d2d=share(0, 1),
        **STEPPED,
    ),
    table(
        {"kind": st.just("soft_bounds"), "af": share(0.1, 9), "c2c": share(0.1, 1)},
        af_d2d=share(0, 1),
        af_reading=st.sampled_from(["gain", "granularity"]),
        c2c_form=st.sampled_from(["additive", "multiplicative"]),
    ),
    table(
        {
            "kind": st.just("exponential"),
            "A_up": share(-2, 0.5),
            "A_down": share(-2, 0.5),
            "gamma_up": share(0, 1),
            "gamma_down": share(0, 1),
        },
        a=share(-1, 1),
        b=share(-0.5, 0.5),
        **STEPPED,
    ),
    table({"kind": st.just("power"), "p_up": share(0, 3), "p_down": share(0, 3)}, **STEPPED),
    table(
        {
            "kind": st.just("table"),
            "up": st.lists(share(0.1, 2), min_size=2, max_size=4),
            "down": st.just([1, 2]),
            "g_max": share(1e-6, 1e-3),
            "g_min": st.just(0.0),
        }
    ),
    table(
        {"kind": st.just("custom"), "law": st.just("my.module:Law"), "granularity": share(0.1, 1)},
        cells=st.dictionaries(st.sampled_from(["p", "q", "größe"]), share(-1, 1)),
        scalars=st.dictionaries(st.sampled_from(["r", "s"]), share(-1, 1)),
        **COMMON,
    ),
)
READ = table({}, dac_bits=st.sampled_from([0, 2, 16]), adc_bound=share(0.1, 100), out_noise=share(0, 1))
KINDS = st.sampled_from(["stochastic", "mean_count", "implicit"])
PULSES = table({"kind": KINDS}, max_length=st.integers(1, 63), bl_management=st.booleans(), resolution=share(0, 1))
ALGORITHMS = st.one_of(
    table({"kind": st.just("sgd"), "learning_rate": share(1e-6, 1), "c": DEVICES}),
    table(
        {
            "kind": st.just("tiki_taka"),
            "learning_rate": share(1e-6, 1),
            "transfer_rate": share(1e-6, 1),
            "a": DEVICES,
            "c": DEVICES,
        },
        gamma=share(0, 1),
        rows_per_transfer=st.sampled_from([1, 2, "all"]),
        transfer_pulses=PULSES,
    ),
)
TEXT = st.text(st.characters(exclude_categories=["Cs"]), min_size=1)
EXPERIMENTS = table(
    {
        "network": table({"sizes": st.lists(st.integers(3, 9), min_size=3, max_size=5)}),
        "algorithm": ALGORITHMS,
    },
    seed=st.integers(0, 2**63 - 1),
    dtype=st.sampled_from(["float32", "float64"]),
    pulses=PULSES,
    data=table({}, name=TEXT, train_samples=st.integers(9, 99)),
    shuffle=st.booleans(),
    periphery=table({}, forward=st.one_of(READ, st.just("ideal")), backward=READ),
    schedule=table(
        {"kind": st.just("steps"), "at": st.sets(st.integers(1, 9), min_size=1).map(sorted)},
        factor=share(0.1, 2),
    ),
    record=table({}, probes=st.lists(st.just({"layer": 0, "row": 1, "col": 2}), max_size=2)),
)


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large])
@given(EXPERIMENTS)
def test_what_is_written_reads_as_an_equal_experiment(tables):
    spec = Experiment(**tables)
    again, commented = config.loads(config.dumps(spec)), config.loads(render(spec))
    assert spec == again == commented
    assert render(again) == render(spec) and config.dumps(commented) == config.dumps(spec)


@pytest.mark.parametrize("name", preset_names())
@pytest.mark.parametrize(
    "overrides", [[], ["pulses.kind=exact"], ["algorithm.c.kind=constant"], ["periphery.forward=ideal"]]
)
def test_presets_can_be_fed_back(name, overrides):
    spec = preset(name, overrides)
    assert spec == config.loads(config.dumps(spec)) == config.loads(render(spec))
