"""The family of Tiki-Taka as specs: what is recorded, resumed, seen and refused; and an algorithm of one's own."""

import re
from pathlib import Path

import numpy as np
import pytest

import crossbar as xb
from crossbar.algorithms.ttv2 import SCALING
from tests.crossbar.family import BOTH, BUFFERED, DEVICE, DIGITAL, FAMILY
from tests.crossbar.small_runs import data, experiment

SIZES = (4, 2)
EVERY = pytest.mark.parametrize("kind", FAMILY)
GUIDE = Path(__file__).parents[2] / "docs" / "guide.md"


def spec(kind, **changes):
    return experiment(SIZES, FAMILY[kind], **changes)


@pytest.fixture(autouse=True)
def clouds(monkeypatch):
    monkeypatch.setattr("crossbar.experiment.load_data", lambda *given, **named: data(SIZES))


@EVERY
class TestRuns:
    def test_records_every_array_by_name_and_resumes_to_the_same_bits(self, kind, tmp_path):
        whole = xb.run(spec(kind), tmp_path / "whole.h5")
        xb.run(spec(kind, epochs=1), tmp_path / "part.h5").close()
        part = xb.resume(tmp_path / "part.h5", epochs=3)
        names = {name.partition("/")[2] for name in whole.variables if name.startswith("layer0/")}
        assert {f"digital_{name}" for name in DIGITAL[kind]} == {name for name in names if name.startswith("digital")}
        assert {f"weights_{name}" for name in FAMILY[kind].names} == {n for n in names if n.startswith("weights_")}
        for name in ("test_loss", *(n for n in whole.variables if re.match("layer0/(weights|digital|pulses)_", n))):
            assert np.array_equal(whole[name], part[name]), name
        assert ("transfer_rate" in whole.variables) == (len(FAMILY[kind].rates) == 2)
        assert whole["layer0/pulses_c"][1:].sum() > 0
        for name in DIGITAL[kind]:
            values = whole[f"layer0/digital_{name}"]
            assert np.any(values != values[0]), name

    def test_sees_the_weights_it_says(self, kind):
        """What ideal reads of unit inputs and errors give is `weights`."""
        algorithm = FAMILY[kind]
        tile = xb.Tile(5, 4, algorithm, periphery=xb.Periphery.ideal(algorithm.reads_rows), dtype="float64", seed=3)
        rng = np.random.default_rng(1)
        tile.update(rng.uniform(-1, 1, (60, 5)), rng.uniform(-1, 1, (60, 4)))
        np.testing.assert_allclose(tile.forward(np.eye(5)), tile.weights, rtol=0, atol=1e-14)
        np.testing.assert_allclose(tile.backward(np.eye(4)).T, tile.weights, rtol=0, atol=1e-14)

    def test_is_written_as_toml_and_read_back(self, kind):
        assert xb.loads(xb.dumps(spec(kind))) == spec(kind)


def test_weights_of_three_arrays_are_their_sum_with_shares():
    tile = xb.Tile(5, 4, FAMILY["residual"], seed=3)
    tile.update(np.ones((20, 5)), np.ones((20, 4)))
    c, a, a2 = (tile.array_weights(name) for name in ("c", "a", "a2"))
    np.testing.assert_allclose(tile.weights, c + 0.5 * a2 + 0.25 * a, rtol=2.0**-22, atol=0)  # two roundings of float32
    assert a.any() and a2.any()


def test_an_array_in_the_middle_can_be_zero_shifted():
    tile = xb.Tile(5, 4, FAMILY["residual"].replace(a=DEVICE.replace(imbalance=0.3)), seed=3)
    tile.zero_shift("a2", pairs=500)
    assert abs(tile.reference("a2")).min() > 0.1 and not tile.reference("a").any()
    assert tile.arrays["a2"] is tile.state.tile.chain.coarser.array


def test_hamiltonian_is_tiki_taka_of_all_rows():
    tiles = [xb.Tile(5, 4, each, seed=3) for each in (FAMILY["hamiltonian"], FAMILY["hamiltonian"].as_tiki_taka)]
    for tile in tiles:
        tile.update(np.ones((20, 5)), np.linspace(-1, 1, 4) * np.ones((20, 1)))
    assert all(np.array_equal(*(tile.array_weights(name) for tile in tiles)) for name in ("a", "c"))


def test_scalings_are_numbered_as_in_the_kernels():
    from kernels import scaling

    assert [getattr(scaling, name.upper()) for name in SCALING] == [0, 1, 2]


REFUSED = {
    "a momentum that cannot act": (lambda: xb.TTv2(momentum=0.5, **BUFFERED), "TTv2.momentum: cannot act here"),
    "a memory without scaling": (lambda: xb.TTv2(scaling_memory=9.0, **BUFFERED), "TTv2.scaling_memory: cannot act"),
    "choppers that never turn": (
        lambda: xb.ChoppedTTv2(chopper_probability=0, **BUFFERED), 'must be > 0 where columns have no chopper (got 0)'),
    "an uneven period": (
        lambda: xb.AGAD(chopper="periodic", chopper_probability=0.3, **BUFFERED), "must be 1 over a whole number"),
    "pulses of a buffer": (
        lambda: FAMILY["residual"].replace(transfer_pulses=xb.Pulses(max_length=9)), "transfer_pulses: cannot act"),
    "a length without a buffer": (
        lambda: xb.ResidualLearning(learning_rate=0.1, transfer_rate=0.1, gamma=0.1, max_pulses=3, **BOTH),
        "max_pulses: cannot act here"),
    "one array": (lambda: FAMILY["residual"].replace(arrays=1), "arrays: must be between 2 and 8 (got 1)"),
    "no share": (lambda: FAMILY["residual"].replace(gamma=0.0), "gamma: must be"),
    "a transfer that is not read": (
        lambda: experiment(SIZES, FAMILY["mixed_precision"], periphery={"transfer": "ideal"}),
        'periphery.transfer: cannot act here: algorithm.kind = "mixed_precision" has no transfer'),
    "pulses of a digital sum": (
        lambda: experiment(SIZES, FAMILY["mixed_precision"], pulses={"max_length": 5}),
        'pulses: cannot act here: algorithm.kind = "mixed_precision" adds the gradient up in digital'),
    "pulses of a digital sum that are as long as its own": (
        lambda: experiment(SIZES, FAMILY["mixed_precision"], pulses={"max_length": 31}), "pulses: cannot act here"),
    "a schedule of no transfer": (
        lambda: experiment(SIZES, FAMILY["mixed_precision"],
                           schedule={"kind": "steps", "at": [1], "transfer_factor": 0.5}),
        "schedule.transfer_factor: cannot act here"),
    "more rows than there are": (
        lambda: experiment(SIZES, FAMILY["ttv2"].replace(rows_per_transfer=9)), "rows_per_transfer: must be <= 5"),
}  # fmt: skip


@pytest.mark.parametrize("case", REFUSED)
def test_is_refused(case):
    make, said = REFUSED[case]
    with pytest.raises(xb.SpecError) as caught:
        make()
    assert said in str(caught.value)


def test_the_mean_field_says_whom_it_knows():
    with pytest.raises(xb.SpecError, match="kind must be \"sgd\" or \"tiki_taka\""):
        xb.mean_field_run(spec("agad"), data(SIZES))


class TestOnesOwn:
    """The example of the guide, as it stands there."""

    @pytest.fixture
    def leaky(self, tmp_path, monkeypatch):
        blocks = re.findall(r"```python\n(.*?)```", GUIDE.read_text(encoding="utf-8"), re.DOTALL)
        law, use = (next(block for block in blocks if word in block) for word in ("class Leaky", "import Leaky"))
        assert len(law.splitlines()) <= 60
        (tmp_path / "leaky.py").write_text(law)
        monkeypatch.syspath_prepend(tmp_path)
        return use

    def test_example_of_the_guide(self, leaky, capsys):
        found = {}
        exec(leaky, found)
        tile = found["tile"]
        assert tile.counters()["c"][:2].sum() > 50 and tile.digital["h"].any()
        other = xb.Tile(4, 3, found["algorithm"].replace(numbers={"share": 0.5, "every": 2}), seed=1)
        other.update([[1, 0.5, 0, -1]] * 50, [[0.2, -0.4, 0.1]] * 50)
        assert (other.array_weights() != tile.array_weights()).any()
        run = xb.run(xb.loads(xb.dumps(experiment(SIZES, found["algorithm"]))))
        assert run["layer0/digital_h"].any() and run["layer0/pulses_c"].sum() > 0

    def test_what_is_wrong_with_a_class_is_said(self, leaky):
        def tile(law):
            return lambda: xb.Tile(4, 3, xb.CustomAlgorithm(law=law, learning_rate=0.1, c=DEVICE))

        for law, said in (("nowhere:Tile", "CustomAlgorithm.law: must lead to a class"),
                          ("kernels.rows:Visits", "must be registered"),
                          ("kernels.tiles:Sgd", "must have a class method of"), ("a b", "CustomAlgorithm.law: must")):
            with pytest.raises(xb.SpecError, match=said):
                tile(law)()
