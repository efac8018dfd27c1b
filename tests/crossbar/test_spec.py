"""Specs refuse what cannot be meant, in one message with place, rule, value and remedy."""

import copy
import pickle
import subprocess
import sys

import numpy as np
import pytest

from crossbar.algorithms import SGD, TikiTaka
from crossbar.devices import ConstantStep, SoftBounds, Table
from crossbar.errors import CrossbarError, SpecError
from crossbar.experiment_spec import Experiment
from crossbar.periphery import BackwardRead, Periphery, Read, TransferRead
from crossbar.pulses import Pulses
from crossbar.sections import Network, Schedule
from crossbar.spec import Spec, field


def refused(make, *parts):
    """The message of the SpecError that `make` raises, which must hold all the parts."""
    with pytest.raises(SpecError) as caught:
        make()
    assert [part for part in parts if part not in str(caught.value)] == [], str(caught.value)
    return str(caught.value)


def experiment(**algorithm):
    device = {"kind": "soft_bounds"}
    tables = {"kind": "tiki_taka", "learning_rate": 0.1, "transfer_rate": 0.1, "a": device, "c": device}
    return Experiment(network={"sizes": [4, 3, 2]}, algorithm=tables | algorithm)


def test_the_message_names_place_rule_value_and_remedy():
    message = refused(lambda: experiment(a={"kind": "soft_bounds", "af": -1}))
    assert message == ("algorithm.a.af: must be >= 0 (got -1); 0 is the ideal device, 1 the reference asymmetry.")


def test_a_spec_alone_is_named_by_its_class():
    refused(lambda: SoftBounds(af=-1), "SoftBounds.af: must be >= 0 (got -1);")


def test_every_problem_has_its_line_in_the_one_message():
    message = refused(lambda: experiment(a={"kind": "soft_bounds", "af": -1, "stepp": 1}, gamma=2))
    assert [line.split(":")[0] for line in message.splitlines()] == [
        "algorithm.gamma",
        "algorithm.a.af",
        "algorithm.a.stepp",
    ]


def test_errors_leave_with_exit_code_2():
    with pytest.raises(CrossbarError) as caught:
        SoftBounds(af=-1)
    assert caught.value.exit_code == 2
    assert pickle.loads(pickle.dumps(caught.value)).problems == caught.value.problems


@pytest.mark.parametrize(
    "value, got",
    [
        ("0.1", '(got "0.1")'),
        (True, "(got true)"),
        (None, "(got None)"),
        ([1.0], "(got [1.0])"),
        ({}, "(got a table)"),
    ],
)
def test_only_numbers_are_numbers(value, got):
    refused(lambda: SoftBounds(step=value), "SoftBounds.step: must be a number > 0", got)


@pytest.mark.parametrize("value", [1.5, 2.0, "2", True])
def test_only_whole_numbers_are_whole_numbers(value):
    refused(lambda: Pulses(max_length=value), "Pulses.max_length: must be a whole number between 1 and 63")


@pytest.mark.parametrize("value", [1, 0, "true", "yes"])
def test_only_true_and_false_are_truth_values(value):
    refused(lambda: Pulses(bl_management=value), "Pulses.bl_management: must be true or false")


@pytest.mark.parametrize("value", [float("nan"), float("inf"), -float("inf")])
def test_numbers_are_finite(value):
    refused(lambda: SoftBounds(c2c=value), "SoftBounds.c2c: must be", f"(got {value})")


def test_an_infinite_bound_is_allowed_where_nothing_is_quantised():
    assert Read(adc_bits=0, adc_bound=float("inf")).adc_bound == float("inf")
    refused(lambda: Read(adc_bound=float("inf")), "Read.adc_bound: must be finite with adc_bits = 9 (got inf)")
    refused(lambda: Read(dac_bound=float("inf")), "Read.dac_bound: must be finite with dac_bits = 7 (got inf)")
    refused(lambda: Read(adc_bits=0, adc_bound=float("nan")), "Read.adc_bound: must be > 0 (got nan)")


@pytest.mark.parametrize("bits", [1, -1, 17, False, 2.0, "7"])
def test_a_converter_has_no_bits_or_at_least_two(bits):
    refused(lambda: Read(dac_bits=bits), "Read.dac_bits: must be 0 or a whole number between 2 and 16")


@pytest.mark.parametrize("bits", [0, 2, 16])
def test_a_converter_may_be_off_or_coarse_or_fine(bits):
    assert Read(dac_bits=bits).dac_bits == bits


def test_numpy_numbers_are_numbers():
    device = SoftBounds(af=np.float32(2), step=np.float64(0.5))
    assert device == SoftBounds(af=2.0, step=0.5)
    assert Network(sizes=[np.int64(3), 2]) == Network(sizes=np.array([3, 2])) == Network(sizes=(3, 2))
    assert Table(up=np.ones(3), down=[1, 1]).up == (1.0, 1.0, 1.0)
    refused(lambda: SoftBounds(af=np.float32("nan")), "SoftBounds.af: must be a finite number >= 0 (got nan)")


def test_an_unknown_key_is_answered_with_the_nearest_known_one():
    refused(
        lambda: experiment(learning_rat=1),
        "algorithm.learning_rat: unknown key (got 1); did you mean `learning_rate`?",
    )


def test_an_unknown_key_like_no_other_is_answered_with_all_of_them():
    refused(
        lambda: ConstantStep(xyzzy=1),
        "ConstantStep.xyzzy: unknown key (got 1); known here: kind, w_min, w_max",
    )


def test_a_key_of_another_kind_is_answered_with_that_kind():
    refused(
        lambda: experiment(c={"kind": "constant", "af": 1}),
        'algorithm.c.af: unknown key (got 1); it belongs to kind = "soft_bounds", and the kind here ',
    )


def test_an_unknown_kind_is_answered_with_the_known_ones_and_the_nearest():
    refused(
        lambda: experiment(c={"kind": "softbounds"}),
        'algorithm.c.kind: must be "constant", "linear", ',
        '(got "softbounds"); did you mean "soft_bounds"?',
    )
    refused(lambda: experiment(c={"af": 1}), 'algorithm.c.kind: is required: "constant", "linear", ')
    refused(lambda: experiment(c=3), "algorithm.c: must be a table with kind = ", "(got 3)")
    refused(lambda: experiment(c={"kind": 3}), "algorithm.c.kind: must be", "(got 3)")


def test_what_is_required_is_said_with_its_meaning():
    refused(
        lambda: SGD(learning_rate=0.1),
        "SGD.c: is required: the devices of C, which holds the weights. Give a table with",
    )
    refused(
        lambda: SGD(c=ConstantStep()),
        "SGD.learning_rate: is required: learning rate on C. Give a number > 0.",
    )


def test_a_wrong_entry_of_a_list_is_named_alone():
    message = refused(lambda: Network(sizes=[4, 0]), "Network.sizes[1]: must be between 1 and 65535 (got 0);")
    assert len(message.splitlines()) == 1
    refused(lambda: Network(sizes=[4]), "Network.sizes: must be a list of 2 to 256 entries", "(got [4])")
    refused(lambda: Network(sizes=4), "Network.sizes: must be a list of 2 to 256 entries", "(got 4)")


@pytest.mark.parametrize("rows", [0, -1, "some", 1.5, True])
def test_rows_per_transfer_is_a_number_or_all(rows):
    message = refused(
        lambda: experiment(rows_per_transfer=rows),
        'algorithm.rows_per_transfer: must be a whole number >= 1 or "all" (got ',
    )
    assert len(message.splitlines()) == 1


def test_specs_are_frozen_hashable_and_copied_with_changes():
    device = SoftBounds(af=2.0)
    refused(lambda: setattr(device, "af", 3.0), "SoftBounds.af: a spec is frozen", "spec.replace(af=3.0)")
    assert device.replace(step=0.5) == SoftBounds(af=2.0, step=0.5) and device.af == 2.0
    assert device.replace(step=0.5).model_fields_set == {"af", "step"}
    refused(lambda: device.replace(step=0), "SoftBounds.step: must be > 0 (got 0)")
    assert hash(device) == hash(SoftBounds(af=2))
    assert pickle.loads(pickle.dumps(device)) == copy.deepcopy(device) == device


INERT = [
    (lambda: SoftBounds(af=0, af_d2d=0.1), "SoftBounds.af_d2d"),
    (lambda: SoftBounds(af=0, af_reading="gain"), "SoftBounds.af_reading"),
    (lambda: SoftBounds(c2c_form="additive"), "SoftBounds.c2c_form"),
    (lambda: ConstantStep(step_d2d_form="lognormal"), "ConstantStep.step_d2d_form"),
    (lambda: ConstantStep(low_draw="floor"), "ConstantStep.low_draw"),
    (lambda: Pulses(kind="exact", max_length=31), "Pulses.max_length"),
    (lambda: Pulses(kind="exact", bl_management=False), "Pulses.bl_management"),
    (lambda: Pulses(kind="exact", update_management=False), "Pulses.update_management"),
    (lambda: Pulses(kind="exact", resolution=0.1), "Pulses.resolution"),
    (lambda: Pulses(rounding="stochastic"), "Pulses.rounding"),
    (lambda: Read(noise_constant=2.0), "Read.noise_constant"),
    (lambda: Read(adc_bits=0, adc_bound=float("inf"), bound_management=3), "Read.bound_management"),
    (lambda: Read(dac_bits=0, dac_bound=1.0), "Read.dac_bound"),
    (lambda: BackwardRead(dac_bits=0, dac_bound=3.0), "BackwardRead.dac_bound"),
    (lambda: TransferRead(dac_bits=0, dac_bound=2.0), "TransferRead.dac_bound"),
    (lambda: BackwardRead(bound_management=0), "BackwardRead.bound_management"),
    (lambda: TransferRead(bound_management=4), "TransferRead.bound_management"),
    (lambda: TransferRead(noise_management="none"), "TransferRead.noise_management"),
    (lambda: TransferRead(noise_constant=1.0), "TransferRead.noise_constant"),
    (
        lambda: TikiTaka(
            learning_rate=1,
            transfer_rate=1,
            a=ConstantStep(),
            c=ConstantStep(),
            rows_per_transfer="all",
            row_order="cyclic",
        ),
        "TikiTaka.row_order",
    ),
    (lambda: Network(sizes=[2, 2], hidden="sigmoid"), "Network.hidden"),
    (lambda: Schedule(at=[2]), "Schedule.at"),
    (lambda: Schedule(factor=0.5), "Schedule.factor"),
    (lambda: Schedule(transfer_factor=0.5), "Schedule.transfer_factor"),
]


@pytest.mark.parametrize("make, place", INERT, ids=[place for _, place in INERT])
def test_a_value_that_was_set_but_cannot_act_is_an_error(make, place):
    refused(make, f"{place}: cannot act here: ", "; leave it out.")


def test_a_bound_of_the_dac_below_the_largest_input_acts():
    assert Read(dac_bits=0, dac_bound=0.9).dac_bound == 0.9
    assert Read(dac_bits=0, dac_bound=2.0, noise_management="none").dac_bound == 2.0


def test_values_that_were_not_set_may_stand_idle():
    assert SoftBounds(af=0).af_d2d == 0 and Pulses(kind="exact").max_length == 31


def test_update_management_is_part_of_train_length_management():
    refused(
        lambda: Pulses(update_management=False),
        "Pulses.update_management: must be true",
        "bl_management = false",
    )
    assert not Pulses(update_management=False, bl_management=False).update_management


def test_an_ideal_read_can_be_said_in_a_word():
    for kind in (Read, BackwardRead, TransferRead):
        read = kind.ideal()
        assert (read.dac_bits, read.adc_bits, read.out_noise, read.bound_management) == (0, 0, 0.0, 0)
        assert read.noise_management == "none" and read.dac_bound == read.adc_bound == float("inf")
    assert Periphery(forward="ideal", backward="ideal", transfer="ideal") == Periphery.ideal()
    same = Read.ideal()
    assert Periphery(forward=same, backward=same, transfer=same) == Periphery.ideal()
    refused(lambda: Periphery(backward=Read(bound_management=3)), "Periphery.backward.bound_management: ")
    assert Periphery.ideal(transfer=False).transfer == TransferRead()
    refused(
        lambda: Periphery(forward="idea"),
        'Periphery.forward: must be a table (Read) (got "idea"); ',
        '"ideal"',
    )


def test_the_default_periphery_is_the_reference_one():
    p = Periphery()
    for read in (p.forward, p.backward, p.transfer):
        assert (read.dac_bits, read.dac_bound, read.adc_bits, read.adc_bound, read.out_noise) == (
            7,
            1,
            9,
            12,
            0.06,
        )
    assert [r.noise_management for r in (p.forward, p.backward, p.transfer)] == ["abs_max", "abs_max", "none"]
    assert [r.bound_management for r in (p.forward, p.backward, p.transfer)] == [4, 0, 0]


def test_a_schedule_multiplies_after_the_epochs_named():
    steps = Schedule(kind="steps", at=[2, 4], factor=0.5, transfer_factor=0.1)
    assert [steps.factors(done)[0] for done in range(6)] == [1, 1, 0.5, 0.5, 0.25, 0.25]
    assert steps.factors(4)[1] == pytest.approx(0.01) and Schedule().factors(99) == (1, 1)
    refused(lambda: Schedule(kind="steps"), "Schedule.at: must name at least one epoch")
    refused(lambda: Schedule(kind="steps", at=[3, 3]), "Schedule.at: must rise", "(got [3, 3])")


def test_a_rule_of_a_spec_of_ones_own():
    class Pair(Spec):
        low: float = field(0.0, "the lower one", "V")
        high: float = field(1.0, "the higher one", "V")

        def conflicts(self):
            if self.low > self.high:
                yield "high", f"must be >= low = {self.low} (got {self.high}); swap them."

    refused(lambda: Pair(low=2), "Pair.high: must be >= low = 2.0 (got 1.0); swap them.")


def subclasses(cls):
    return [cls, *(c for sub in cls.__subclasses__() for c in subclasses(sub))]


@pytest.mark.parametrize(
    "cls", [c for c in subclasses(Spec) if c.__module__.startswith("crossbar")], ids=lambda c: c.__name__
)
def test_every_field_has_a_meaning_and_a_unit(cls):
    for name, info in cls.model_fields.items():
        assert info.description, f"{cls.__name__}.{name}"
        assert info.json_schema_extra["unit"], f"{cls.__name__}.{name}"


def test_specs_come_without_compiled_code():
    code = "import sys, crossbar.presets; crossbar.presets.preset(); print('numba' in sys.modules)"
    found = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert found.stdout.strip() == "False"
