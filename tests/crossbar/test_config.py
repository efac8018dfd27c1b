"""Experiments as TOML: presets, overrides, what is refused, and that what is written can be read again."""

import tomllib
from math import inf

import pytest

from crossbar import config, presets
from crossbar.errors import FileError, SpecError
from crossbar.experiment_spec import Experiment
from crossbar.presets import preset, preset_names
from crossbar.render import render

KINDS = '"sgd", "tiki_taka", "ttv2", "cttv2", "agad", "mixed_precision", "hamiltonian", "residual" or "custom"'


def refused(make, *parts):
    with pytest.raises(SpecError) as caught:
        make()
    assert [part for part in parts if part not in str(caught.value)] == [], str(caught.value)
    return str(caught.value)


ISSUE = """
seed = 1
epochs = 12
batch_size = 1
dtype = "float32"
[data]
name = "mnist"
train_samples = 60000
[network]
sizes = [784, 256, 128, 10]
hidden = "sigmoid"
[algorithm]
kind = "tiki_taka"
learning_rate = 0.02
transfer_rate = 0.04
transfer_every = 1
gamma = 0.0
[algorithm.a]
kind = "soft_bounds"
af = 1.0
step = 0.001
w_min = -1.0
w_max = 1.0
c2c = 0.3
[algorithm.c]
kind = "soft_bounds"
c2c = 0.3
[pulses]
kind = "stochastic"
max_length = 31
[periphery.forward]
dac_bits = 7
adc_bits = 9
[record]
weights_every = 1
probes = [{ layer = 0, row = 300, col = 17 }]
"""


def test_the_file_of_the_documentation():
    spec = config.loads(ISSUE)
    assert spec.network.shapes == ((785, 256), (257, 128), (129, 10))
    assert spec.algorithm.a == spec.algorithm.c and spec.record.probes[0].row == 300
    assert spec.replace(data={"name": "mnist"}, record={}) == preset("lee2022")


def test_the_presets_and_their_numbers():
    assert preset_names() == ("digits", "gokmen-vlasov", "lee2022") and presets.DEFAULT == "digits"
    lee = preset("lee2022")
    assert (lee.data.name, lee.network.sizes, lee.epochs) == ("mnist", (784, 256, 128, 10), 12)
    assert (lee.algorithm.learning_rate, lee.algorithm.transfer_rate, lee.algorithm.gamma) == (
        0.02,
        0.04,
        0.0,
    )
    for device in (lee.algorithm.a, lee.algorithm.c):
        assert (device.kind, device.af, device.step, device.w_min, device.w_max, device.c2c) == (
            "soft_bounds",
            1.0,
            1e-3,
            -1.0,
            1.0,
            0.3,
        )
    baseline = preset("gokmen-vlasov")
    device = baseline.algorithm.c
    assert (device.kind, device.step, device.w_min, device.w_max) == ("constant", 1e-3, -0.6, 0.6)
    assert (device.step_d2d, device.w_min_d2d, device.w_max_d2d, device.c2c, device.imbalance_std) == (
        0.3,
        0.3,
        0.3,
        0.3,
        0.02,
    )
    assert baseline.pulses.max_length == 10 and baseline.algorithm.kind == "sgd"


@pytest.mark.parametrize("name", preset_names())
def test_a_preset_stands_without_anything_being_dropped(name):
    assert Experiment(**config.parse(presets.preset_text(name))) == preset(name)
    assert presets.preset_text(name).startswith("# ")  # its source


def test_an_unknown_preset_is_answered_with_the_nearest():
    refused(
        lambda: preset("lee22"),
        "preset: must be one of digits, gokmen-vlasov, lee2022 (got lee22); did you mean lee2022?",
    )
    refused(lambda: preset("xyz"), "or give the path of a TOML file.")


def test_values_of_overrides_are_toml_and_bare_words_are_texts():
    made = config.apply_overrides(
        {"a": {"b": 1}},
        [
            "a.c=2",
            "d=true",
            "e=[1, 2.5]",
            "f = word",
            'g="3"',
            "h=/x y",
            "i=inf",
            "j={k=1}",
            "a.b=-1e-3",
            "l=",
        ],
    )
    assert made == {
        "a": {"b": -1e-3, "c": 2},
        "d": True,
        "e": [1, 2.5],
        "f": "word",
        "g": "3",
        "h": "/x y",
        "i": inf,
        "j": {"k": 1},
        "l": "",
    }


def test_overrides_leave_their_base_alone():
    base = {"a": {"b": [1]}}
    config.apply_overrides(base, ["a.b=2"])
    assert base == {"a": {"b": [1]}}


@pytest.mark.parametrize("override", ["epochs", "=3", "a..b=1", ".a=1", "a.=1", ""])
def test_an_override_without_key_or_value_is_refused(override):
    refused(lambda: preset("digits", [override]), f"--set {override}: must be dotted.key=value")


def test_one_cannot_set_a_key_inside_a_word():
    refused(
        lambda: preset("digits", ["periphery.forward=ideal", "periphery.forward.dac_bits=7"]),
        'periphery.forward: must be a table before dac_bits can be set in it (got "ideal"); set it',
    )


def test_a_text_with_a_line_break_sets_no_second_key():
    assert config.apply_overrides({}, ["a=1\nb=2"]) == {"a": "1\nb=2"}


def test_a_new_kind_drops_the_keys_of_the_preset_that_it_does_not_have():
    sgd = preset("lee2022", ["algorithm.kind=sgd", "algorithm.learning_rate=0.01"]).algorithm
    assert (sgd.kind, sgd.learning_rate, sgd.c) == ("sgd", 0.01, preset("lee2022").algorithm.c)
    ideal = preset("lee2022", ["algorithm.c.kind=constant"]).algorithm.c
    assert (ideal.kind, ideal.step, ideal.c2c) == ("constant", 0.001, 0.3)


def test_a_new_kind_drops_no_key_that_was_given():
    refused(
        lambda: preset("lee2022", ["algorithm.kind=sgd", "algorithm.a.af=2"]),
        'algorithm.a: unknown key (got a table); it belongs to kind = "tiki_taka", "ttv2", "cttv2", "agad", ',
    )
    message = refused(
        lambda: preset("lee2022", ["algorithm.c.kind=constant", "algorithm.c.af=2"]),
        'algorithm.c.af: unknown key (got 2); it belongs to kind = "soft_bounds"',
    )
    assert len(message.splitlines()) == 1
    refused(
        lambda: config.loads(ISSUE, ["algorithm.kind=sgd"]),
        "algorithm.transfer_rate: unknown key",
        "algorithm.a: unknown",
    )


def test_a_value_of_the_preset_that_cannot_act_gives_way():
    exact = preset("gokmen-vlasov", ["pulses.kind=exact"])
    assert exact.pulses.max_length == 31 and exact.algorithm.c.c2c == 0 and exact.algorithm.c.w_max_d2d == 0.3


IDLE = [
    (["algorithm.kind=sgd", "periphery.transfer.adc_bits=7"], "periphery.transfer"),
    (
        ["algorithm.kind=sgd", "schedule.kind=steps", "schedule.at=[2]", "schedule.transfer_factor=1.0"],
        "schedule.transfer_factor",
    ),
    (["schedule.factor=0.1"], "schedule.factor"),
    (["pulses.kind=exact", "pulses.max_length=31"], "pulses.max_length"),
    (["pulses.kind=exact", "algorithm.a.c2c=0.3"], "algorithm.a.c2c"),
    (["pulses.kind=exact", "algorithm.a.step=0.1"], "algorithm.a.step"),
    (["algorithm.transfer_pulses.kind=exact", "algorithm.c.af=2"], "algorithm.c.af"),
    (["algorithm.kind=sgd", "pulses.kind=exact", "algorithm.c.step_d2d=0.1"], "algorithm.c.step_d2d"),
    (["algorithm.c.af=0", "algorithm.c.af_d2d=0.1"], "algorithm.c.af_d2d"),
    (["periphery.backward.bound_management=2"], "periphery.backward.bound_management"),
    (["periphery.transfer.noise_management=none"], "periphery.transfer.noise_management"),
    (["network.sizes=[64, 10]", "network.hidden=tanh"], "network.hidden"),
    (["algorithm.rows_per_transfer=all", "algorithm.row_order=permuted"], "algorithm.row_order"),
]


@pytest.mark.parametrize("overrides, place", IDLE, ids=[place for _, place in IDLE])
def test_a_value_that_was_set_but_cannot_act_is_an_error(overrides, place):
    message = refused(lambda: preset("digits", overrides), f"{place}: cannot act here: ")
    assert len(message.splitlines()) == 1


def test_exact_writing_leaves_the_other_array_its_device():
    spec = preset("digits", ["pulses.kind=exact", "algorithm.c.af=2", "algorithm.a.w_max=0.5"])
    assert spec.algorithm.c.af == 2 and spec.algorithm.a.w_max == 0.5


BAD = [
    ("epochs=0", "epochs: must be >= 1 (got 0); choose a value in that range."),
    ("periphery=ideal", 'must be a table (Periphery) (got "ideal"); give a table of reads, for instance p'),
    ("data=mnist", 'data: must be a table (Data) (got "mnist"); give a table; its keys: name, train_samples'),
    ("epochs=1.5", "epochs: must be a whole number >= 1 (got 1.5)"),
    ("epochs=ten", 'epochs: must be a whole number >= 1 (got "ten")'),
    ("seed=-1", "seed: must be between 0 and 9223372036854775807 (got -1)"),
    (
        "seed=99999999999999999999",
        "seed: must be between 0 and 9223372036854775807 (got 99999999999999999999)",
    ),
    ("batch_size=0", "batch_size: must be >= 1 (got 0)"),
    ("dtype=float16", 'dtype: must be "float32" or "float64" (got "float16")'),
    ("shuffle=True", 'shuffle: must be true or false (got "True"); choose one of these.'),
    ("epoch=3", "epoch: unknown key (got 3); did you mean `epochs`?"),
    ("data.name=7", "data.name: must be a text (got 7); digits, mnist, or a folder of idx files."),
    ("data.name=", 'data.name: must be a text (got "")'),
    ("data.train_samples=0", "data.train_samples: must be >= 1 (got 0)"),
    ("network.sizes=[64, 48, 0]", "network.sizes[2]: must be between 1 and 65535 (got 0)"),
    ("network.sizes=[65535, 2]", "network.sizes: must leave room for the bias, 65535 rows (got 65536)"),
    ("network.sizes=64", "network.sizes: must be a list of 2 to 256 entries"),
    ("network.hidden=softmax", 'network.hidden: must be "sigmoid", "tanh" or "relu" (got "softmax")'),
    ("network.bias=true", 'network.bias: must be "analog", "digital" or "none" (got true)'),
    ("algorithm.learning_rate=0", "algorithm.learning_rate: must be > 0 (got 0)"),
    ("algorithm.learning_rate=nan", "algorithm.learning_rate: must be a finite number > 0 (got nan)"),
    ("algorithm.transfer_rate=inf", "algorithm.transfer_rate: must be a finite number > 0 (got inf)"),
    ("algorithm.gamma=1.1", "algorithm.gamma: must be between 0 and 1 (got 1.1)"),
    ("algorithm.transfer_every=0", "algorithm.transfer_every: must be >= 1 (got 0)"),
    (
        "algorithm.rows_per_transfer=50",
        "algorithm.rows_per_transfer: must be <= 49, the rows of the smallest array (got 50)",
    ),
    ("algorithm.kind=adamax", f'algorithm.kind: must be {KINDS} (got "adamax").'),
    ("algorithm=sgd", f'algorithm: must be a table with kind = {KINDS} (got "sgd")'),
    ("algorithm.a.w_min=0.1", "algorithm.a.w_min: must be < 0 (got 0.1); the bounds lie strictly around 0."),
    ("algorithm.a.w_max=0", "algorithm.a.w_max: must be > 0 (got 0); the bounds lie strictly around 0."),
    ("algorithm.a.g_min=1e-6", "algorithm.a.g_max: must be given with its partner"),
    ("pulses.max_length=64", "pulses.max_length: must be between 1 and 63 (got 64)"),
    (
        "pulses.update_management=false",
        "pulses.update_management: must be true where bl_management is (got false)",
    ),
    (
        "periphery.forward.dac_bits=1",
        "periphery.forward.dac_bits: must be 0 or a whole number between 2 and 16 (got 1)",
    ),
    (
        "periphery.forward.adc_bits=25",
        "periphery.forward.adc_bits: must be 0 or a whole number between 2 and 24 (got 25)",
    ),
    (
        "periphery.forward.adc_bound=inf",
        "periphery.forward.adc_bound: must be finite with adc_bits = 9 (got inf)",
    ),
    ("periphery.backward.out_noise=-1", "periphery.backward.out_noise: must be >= 0 (got -1)"),
    ("schedule.kind=steps", "schedule.at: must name at least one epoch"),
    ("evaluation.weights=float", 'evaluation.weights: must be "periphery" or "ideal" (got "float")'),
    (
        "record.probes=[{layer=2,row=0,col=0}]",
        "record.probes[0].layer: must be between 0 and 1, the layers of the network (got 2)",
    ),
    (
        "record.probes=[{layer=0,row=65,col=0}]",
        "record.probes[0].row: must be between 0 and 64, the rows of layer 0 (got 65)",
    ),
    (
        "record.probes=[{layer=1,row=0,col=10}]",
        "record.probes[0].col: must be between 0 and 9, the columns of layer 1 (got 10)",
    ),
    ("record.probes=[{layer=1,row=0}]", "record.probes[0].col: is required"),
    ("record.probes=[{layer=1,row=0,col=1,x=1}]", "record.probes[0].x: unknown key (got 1)"),
    ("record.checkpoint_every=0", "record.checkpoint_every: must be >= 1 (got 0)"),
]


@pytest.mark.parametrize("override, text", BAD, ids=[override for override, _ in BAD])
def test_bad_input_is_answered_in_one_line(override, text):
    message = refused(lambda: preset("digits", [override]), text)
    assert len(message.splitlines()) == 1 and message.endswith((".", "?"))


def test_one_override_may_stand_alone():
    assert preset("digits", "epochs=3") == preset("digits", ["epochs=3"])


def test_a_step_of_the_schedule_lies_before_the_last_epoch():
    refused(
        lambda: preset("digits", ["epochs=5", "schedule.kind=steps", "schedule.at=[3, 5]"]),
        "schedule.at: must be < epochs = 5 (got 5)",
    )


def test_nothing_wants_more_samples_than_there_are():
    refused(
        lambda: preset("digits", ["data.train_samples=5", "batch_size=6", "evaluation.train_samples=7"]),
        "batch_size: must be <= data.train_samples = 5 (got 6)",
        "evaluation.train_samples: must be <= data.train_samples = 5 (got 7)",
    )


def test_the_bias_row_can_be_probed_only_where_it_is():
    probe = "record.probes=[{layer=0,row=64,col=0}]"
    assert preset("digits", [probe]).record.probes[0].row == 64
    refused(lambda: preset("digits", [probe, "network.bias=digital"]), "the rows of layer 0 (got 64)")


def leaves(tables, path=""):
    for key, value in tables.items():
        if isinstance(value, dict):
            yield from leaves(value, f"{path}{key}.")
        else:
            yield path + key


@pytest.mark.parametrize("path", list(leaves(tomllib.loads(config.dumps(preset("digits"))))))
def test_no_field_takes_a_table_of_nonsense(path):
    refused(lambda: preset("digits", [f"{path}={{nonsense=1}}"]), f"{path}: must be ")


def test_files(tmp_path):
    path = tmp_path / "my.toml"
    path.write_text(ISSUE)
    assert config.load(path) == presets.resolve(str(path)) == config.loads(ISSUE)
    assert presets.resolve("digits", ["epochs=3"]) == preset("digits", ["epochs=3"])
    path.write_text("epochs = 0\nx = 1")
    refused(lambda: config.load(path), f"{path}: epochs: must be >= 1", f"\n{path}: x: unknown key")
    path.write_text("epochs = = 3")
    refused(lambda: config.load(path), f"{path}: not valid TOML: ", "line 1")
    path.write_bytes(b"\xff\xfe")
    for wrong in (path, tmp_path, tmp_path / "none.toml"):
        with pytest.raises(FileError, match="cannot be read as a TOML file"):
            config.load(wrong)


def test_what_is_rendered_says_everything_about_every_field():
    lines = render(preset("digits")).splitlines()
    assert f'kind = "tiki_taka"          # the training algorithm; {KINDS}' in lines
    assert "af = 1.0                    # asymmetry factor; a number >= 0" in lines
    assert "max_length = 31             # longest train [slots]; a whole number between 1 and 63" in lines
    assert (
        "# g_min =                   # (not set) conductance at w_min; with g_max, or neither [S]; a number >= 0"
        in lines
    )
    no_spread = "# low_draw                  # no effect here: no spread is set, so nothing is drawn"
    assert no_spread in render(preset("lee2022")) and no_spread not in lines
    assert "# [periphery.transfer]  no effect here" in render(preset("gokmen-vlasov"))
    assert "\nprobes = [{layer = 0, row = 1, col = 2}]  #" in render(
        preset("digits", ["record.probes=[{layer=0,row=1,col=2}]"])
    )
    assert not [line for line in lines if " = " in line.split("#")[0] and "#" not in line]
