"""Symmetry points, and references that stand elsewhere than at weight 0: w = v - r, docs/theory.md (2.15), (2.16)."""

from typing import Any, NamedTuple

import numpy as np
import pytest

import crossbar as xb
from crossbar import recording
from crossbar.devices import ConstantStep, Custom, ExpStep, LinearStep, PowStep, SoftBounds, Table
from crossbar.network import MLP
from crossbar.references import place
from crossbar.seeds import generator
from crossbar.symmetry import closed_form, points_of
from crossbar.trajectory import Writer
from kernels import build, symmetry
from kernels.devices import register
from tests.kernels.user_law import Quadratic
from tests.naive import laws, mean_field

from .small_runs import TIKI, data, experiment, state
from .test_devices_spec import LAWS as PLAIN
from .test_devices_spec import names, textbook

SPREAD = {"w_min_d2d": 0.1, "w_max_d2d": 0.1}
STEPS = {"step": 0.02, "step_d2d": 0.2, "imbalance_std": 0.1}
LAWS = [device.replace(c2c=0.3, **SPREAD, **STEPS) for device in PLAIN] + [
    SoftBounds(af=2.0, c2c=0.3, c2c_form="additive", **SPREAD, **STEPS),
    LinearStep(gamma_up=0.7, gamma_down=1.0, c2c=0.3, c2c_form="additive", gamma_d2d=0.1, **SPREAD, **STEPS),
    Custom(law=Quadratic, cells={"s_up": 0.02, "s_dn": 0.02, "r": 0.0}, cells_d2d={"s_up": 0.1},
           scalars={"curve": 0.4}, granularity=0.02, c2c=0.3, **SPREAD),
]  # fmt: skip
ids = [f"{n}-{device.kind}" for n, device in enumerate(LAWS)]
FALLING = Table(up=[1.0, 0.5], down=[0.5, 1.0])
SHAPE = (6, 7)


class Wrong(NamedTuple):
    cells: Any
    c2c: Any


def wrong(dev, cell, w, up, z):
    return w + cell.unheard_of


register(Wrong, wrong)


def rng(seed=1):
    return np.random.default_rng(seed)


def pulsed(dev, w, pairs=15):
    flat = np.array(w, float).reshape(-1)
    symmetry.settle(build.in_a_row(dev, np.float64), flat, pairs, build.stream(3, 4), *build.normals(symmetry.CHUNK))
    return flat.reshape(np.shape(w))


class TestSymmetryPoint:
    @pytest.mark.parametrize("device", [
        SoftBounds(imbalance=0.2), SoftBounds(af=3.0, imbalance=-0.4, w_max=0.6, w_min=-1.5),
        LinearStep(gamma_up=0.5, gamma_down=0.8, imbalance=0.1),
        LinearStep(gamma_up=0.0, gamma_down=1.0, imbalance=-0.3),
        SoftBounds(), SoftBounds(af=0.0), ConstantStep()])
    def test_closed_forms_are_what_bisection_finds(self, device):
        points, found = points_of(device.build(1, 1, rng(), "float64"))
        assert found.all() and xb.symmetry_point(device) == pytest.approx(points[0, 0], abs=1e-12)

    def test_of_soft_bounds(self):
        device = SoftBounds(step=0.01, imbalance=0.1, w_max=0.8, w_min=-1.1, w_max_d2d=0.3, c2c=0.3, stuck=0.5,
                            reference_offset=0.2)  # fmt: skip
        expected = mean_field.soft_symmetry_point(0.011, 0.009, -1.1, 0.8)
        assert xb.symmetry_point(device) == pytest.approx(expected, rel=1e-14)

    @pytest.mark.parametrize("device", [PowStep(p_up=1.5, p_down=0.5, w_max=0.5),
                                        Table(up=[3.0, 1.0, 0.0], down=[0.5, 1.0, 1.5], w_min=-0.5)])
    def test_other_laws(self, device):
        law, parameters = textbook(device)
        expected = mean_field.symmetry_point(law, device.w_min, device.w_max, **parameters)
        assert xb.symmetry_point(device) == pytest.approx(expected, abs=1e-11)
        assert abs(expected) > 0.01

    def test_of_a_users_law(self):
        """Half an up step, 0.05, above 0, steps down of 0.04: the sign of the difference changes at 0."""
        from .law_of_steps import LAW

        device = Custom(law=LAW, cells={"s_up": 0.05, "s_dn": 0.04}, cells_d2d={"s_up": 0.3}, granularity=0.05)
        assert xb.symmetry_point(device) == pytest.approx(0.0, abs=1e-15)

    @pytest.mark.skipif(not hasattr(symmetry.settle, "signatures"), reason="interpreted, nothing is compiled")
    def test_a_users_law_that_does_not_compile(self):
        device = Custom(law=Wrong, cells={"s": 0.1, "r": 0.0}, granularity=0.1)
        text = r"Custom.law = .*Wrong: must be a law that numba compiles \(got .*unheard_of"
        for work in (
            lambda: xb.symmetry_point(device),
            lambda: xb.program(device, [0.1], tolerance=0.1, budget=3),
            lambda: xb.Tile(2, 2, xb.SGD(learning_rate=0.1, c=device.replace(reference="zero_shift"))),
        ):
            with pytest.raises(xb.SpecError, match=text):
                work()

    @pytest.mark.parametrize("device", [ConstantStep(imbalance=0.1), SoftBounds(af=0.0, imbalance=-0.1),
                                        LinearStep(gamma_up=0.1, gamma_down=0.0, imbalance=0.3),
                                        PowStep(p_up=0.0, p_down=0.0, imbalance=0.1),
                                        Table(up=[1.0, 2.0], down=[2.0, 1.0], imbalance=0.1)])  # grows from 0: unstable
    def test_devices_that_have_none(self, device):
        with pytest.raises(xb.SpecError, match=r"symmetry_point: device must have a point .*got none: .*soft_bounds"):
            xb.symmetry_point(device)

    def test_a_name_is_no_device(self):
        with pytest.raises(xb.SpecError, match=r"device must be a single device \(got 'x'\)"):
            xb.symmetry_point("x")

    def test_devices_of_one_polarity(self):
        with pytest.raises(xb.SpecError, match=r'must be pulsed both ways \(got polarity = "up"\)'):
            xb.symmetry_point(SoftBounds(polarity="up"))
        with pytest.raises(xb.SpecError, match=r'reference: must be "nominal" where polarity is "up" .*"zero_shift"'):
            SoftBounds(polarity="up", reference="zero_shift")

    def test_the_closed_form_knows_its_bounds(self):
        assert closed_form(LinearStep(gamma_up=0.2, gamma_down=0.2, imbalance=0.2)) == pytest.approx(1.0)
        assert closed_form(LinearStep(gamma_up=0.2, gamma_down=0.2, imbalance=0.21)) is None


class TestFolding:
    @pytest.mark.parametrize("device", LAWS, ids=ids)
    def test_the_law_in_w_is_the_law_in_v(self, device):
        """30 pulses, to the bounds and with noise: w = v - r to the rounding, 1e-13; r beyond the bounds too."""
        dev, r = device.build(*SHAPE, rng(), "float64"), rng(2).uniform(-1.5, 1.5, SHAPE)
        v = np.clip(rng(3).uniform(-1, 1, SHAPE), dev.cells.w_min, dev.cells.w_max)
        np.testing.assert_allclose(pulsed(device.shifted(dev, r), v - r), pulsed(dev, v) - r, rtol=0, atol=1e-13)

    @pytest.mark.parametrize("device", PLAIN, ids=names)
    def test_against_the_textbook(self, device):
        """One number r for all cells that are alike leaves them one record."""
        law, parameters = textbook(device.replace(imbalance=0.0))
        dev = device.replace(imbalance=0.0).build(1, 1, rng(), "float64")
        shifted = device.shifted(dev, 0.17)
        assert shifted.cells.shape == (1, 1)
        cell = laws.Device(law, device.w_min, device.w_max, 0.17, **parameters)
        for w in (-0.6, 0.0, 0.2):
            down = cell.pulse(0, 0, cell.pulse(0, 0, w, True, 0.0), False, 0.0)
            assert pulsed(shifted, [[w]], 1)[0, 0] == pytest.approx(down, abs=1e-15)

    def test_in_two_steps_is_in_one(self):
        device = LAWS[-2]
        dev = device.build(*SHAPE, rng(), "float64")
        once, twice = device.shifted(dev, 0.3), device.shifted(device.shifted(dev, 0.1), 0.2)
        for name in dev.cells.dtype.names:
            np.testing.assert_allclose(once.cells[name], twice.cells[name], rtol=0, atol=1e-16)

    def test_what_a_dtype_cannot_hold(self):
        with pytest.raises(xb.SpecError, match=r"reference_offset, reference_std: must leave numbers that float32"):
            xb.Tile(2, 2, xb.SGD(learning_rate=0.1, c=SoftBounds(reference_offset=1e39)))

    def test_a_users_law_must_know_of_it(self):
        spec = {"law": Quadratic, "scalars": {"curve": 0.4}, "granularity": 0.02}
        for name, value in {"reference": "zero_shift", "reference_std": 0.1, "reference_offset": -0.1}.items():
            with pytest.raises(xb.SpecError, match=rf"{name}: must be left out.*v = w \+ cell.r and give cells"):
                Custom(cells={"s_up": 0.02, "s_dn": 0.02}, **spec, **{name: value})


class TestPlacing:
    def test_zero_shift_is_the_closed_form(self):
        for step, pairs in ((0.01, 7), (0.1, 500)):
            device = SoftBounds(step=step, reference="zero_shift", zero_shift_pairs=pairs)
            dev, r = place(device, SHAPE, 1, "c", 0, "float64")
            assert dev.cells.shape == r.shape == (1, 1)
            assert r[0, 0] == pytest.approx(mean_field.zero_shifting(0.0, step, pairs), abs=1e-13)

    @pytest.mark.statistics
    def test_noise_scatters_what_pulses_find(self):
        """c2c sqrt(s/2) about half a step below the point, 10,000 cells, to 5 standard errors and an order of s."""
        device = SoftBounds(step=0.001, c2c=0.3, reference="zero_shift", zero_shift_pairs=4000)
        _, r = place(device, (100, 100), 1, "c", 0, "float64")
        assert abs(r.std() / (0.3 * np.sqrt(0.0005)) - 1) < 5 / np.sqrt(2e4) + 0.001
        assert abs(r.mean() + 0.0005) < 5 * r.std() / 100

    @pytest.mark.statistics
    def test_mean_and_spread(self):
        """5 standard errors of a mean and of a standard deviation, 10,000 cells."""
        device = SoftBounds(imbalance=0.1, reference="symmetry_point", reference_offset=0.3, reference_std=0.05)
        _, r = place(device, (100, 100), 1, "c", 0, "float32")
        assert abs(r.mean() - (xb.symmetry_point(device) + 0.3)) < 5 * 0.05 / 100
        assert abs(r.std() / 0.05 - 1) < 5 / np.sqrt(2e4)

    def test_other_draws_stay_where_they_are(self):
        device = SoftBounds(step=0.01, **SPREAD, step_d2d=0.2)
        plain, none = place(device, SHAPE, 1, "c", 0, "float64")
        dev, r = place(device.replace(reference_std=0.1, reference_offset=0.1), SHAPE, 1, "c", 0, "float64")
        assert none is None and len(np.unique(r)) == r.size == 42
        np.testing.assert_array_equal(dev.cells.b_up, plain.cells.b_up)
        np.testing.assert_array_equal(dev.cells.w_max, plain.cells.w_max - r)
        others = [place(device.replace(reference_std=0.1), SHAPE, *at, "float64")[1] for at in
                  ((1, "c", 0), (2, "c", 0), (1, "a", 0), (1, "c", 1))]  # fmt: skip
        assert len(np.unique(others)) == 4 * 42

    def test_each_cell_has_its_own_symmetry_point(self):
        """With spreads in everything: no drift at weight 0 is left, but four roundings of a weight near 1."""
        device = SoftBounds(step=0.01, imbalance=0.05, imbalance_std=0.1, step_d2d=0.2, reference="symmetry_point",
                            **SPREAD)  # fmt: skip
        dev, r = place(device, (40, 40), 1, "a", 0, "float64")
        up, down = dev.cells.b_up * dev.cells.w_max, -dev.cells.b_dn * dev.cells.w_min
        np.testing.assert_allclose(up - down, 0, atol=2.0**-51)
        plain, _ = place(device.replace(reference="nominal"), (40, 40), 1, "a", 0, "float64")
        before = plain.cells.b_up * plain.cells.w_max + plain.cells.b_dn * plain.cells.w_min
        assert r.std() > 0.05 and before.std() > 1e-3

    @pytest.mark.parametrize("dtype", ["float32", "float64"])
    @pytest.mark.parametrize("law", [SoftBounds(), PowStep(p_up=1.0, p_down=1.0), FALLING])
    def test_stuck_cells_stay_where_they_are(self, law, dtype):
        """Their reference is where they sit: w is 0 but for a rounding of r, and stays a number under pulses."""
        for reference in ("symmetry_point", "zero_shift"):
            device = law.replace(step=0.01, stuck=0.5, c2c=0.3, reference=reference)
            plain = device.replace(reference="nominal")
            cells = place(plain, SHAPE, 1, "c", 0, dtype)[0].cells
            stuck = np.nextafter(cells.w_min, np.inf) >= cells.w_max
            dev, r = place(device, SHAPE, 1, "c", 0, dtype)
            np.testing.assert_allclose(r[stuck], cells.w_min[stuck], rtol=0, atol=1e-7 if dtype == "float32" else 1e-15)
            w = pulsed(dev, np.zeros(SHAPE))
            assert 5 < stuck.sum() < 37 and np.isfinite(w).all() and (np.abs(w[stuck]) < 2e-7).all()
            np.testing.assert_array_equal(np.nextafter(dev.cells.w_min, np.inf) >= dev.cells.w_max, stuck)

    def test_zero_shifting_leaves_half_a_step(self):
        """Up, w + u (M - w), then down, w - d (w - m), leads to ((1 - d) u M + d m)/(u + d - u d), cell by cell."""
        device = SoftBounds(step=0.01, imbalance_std=0.1, **SPREAD)
        cells = device.build(40, 40, generator(1, "devices", "a", 0), "float64").cells
        u, d, M, m = cells.b_up, cells.b_dn, cells.w_max, cells.w_min
        dev, r = place(device.replace(reference="zero_shift"), (40, 40), 1, "a", 0, "float64")
        np.testing.assert_allclose(r, ((1 - d) * u * M + d * m) / (u + d - u * d), rtol=0, atol=1e-13)
        drift = (u * dev.cells.w_max + d * dev.cells.w_min) / (u + d)  # from weight 0 to the symmetry point
        assert abs(drift.mean() - 0.005) < 1e-4 and drift.std() < 1e-3

    def test_cells_without_a_symmetry_point(self):
        device = ConstantStep(step=0.01, imbalance_std=0.1, reference="symmetry_point")
        with pytest.raises(xb.SpecError, match=r"ConstantStep.reference: every cell .*got 42 of 42 without.*zero_sh"):
            place(device, SHAPE, 1, "c", 0, "float32")
        device = ConstantStep(step=0.01, imbalance=0.2, reference="zero_shift")
        assert place(device, SHAPE, 1, "c", 0, "float64")[1] == 1 - 0.008  # at the bound, after a step down


UNLIKE = SoftBounds(step=0.01, imbalance_std=0.1)


class TestTile:
    def tile(self, dtype="float64", algorithm=None, **values):
        device = SoftBounds(step=0.01, imbalance_std=0.1, g_min=1e-6, g_max=1e-5, **values)
        return xb.Tile(6, 7, algorithm or xb.SGD(learning_rate=0.1, c=device), dtype=dtype, seed=3)

    def test_round_trip_of_siemens(self):
        tile = self.tile(reference="symmetry_point", reference_std=0.05, reference_offset=0.02)
        device, g, r = tile.algorithm.c, tile.conductances(), tile.reference()
        assert np.std(r) > 0.05
        np.testing.assert_allclose(device.weights(g) - r, tile.weights, rtol=0, atol=1e-12)
        tile.set_weights(device.weights(g) - r)
        np.testing.assert_allclose(tile.conductances(), g, rtol=1e-12)
        assert self.tile("float32", reference_std=0.1).conductances().dtype == np.float32

    def test_without_a_shift_references_are_0(self):
        tile = self.tile()
        assert not tile.reference().any() and not tile.references
        np.testing.assert_array_equal(tile.conductances(), tile.algorithm.c.conductances(tile.weights))
        with pytest.raises(xb.SpecError, match="the array must be 'c'"):
            tile.reference("a")

    @pytest.mark.parametrize("dtype", ["float32", "float64"])
    def test_zero_shift_at_run_time(self, dtype):
        tile = self.tile(dtype)
        w = rng(5).uniform(-0.5, 0.5, (6, 7)).astype(dtype)
        tile.set_weights(w)
        before = tile.arrays["c"].dev
        r = tile.zero_shift(pairs=30)
        np.testing.assert_array_equal(r, pulsed(before, w, 30))
        assert not tile.weights.any() and (tile.counters()["c"][:2] == 30 * 42).all()
        rounding = 1e-15 if dtype == "float64" else 1e-7
        np.testing.assert_allclose(tile.arrays["c"].dev.cells.w_max, 1 - r, rtol=0, atol=rounding)
        again = tile.zero_shift(pairs=3000)
        assert (np.abs(again - points_of(before)[0]) < 0.01).all()
        noisy = tile.zero_shift(pairs=1, error_std=0.1)
        assert 0.05 < np.std(noisy - again) < 0.2 and 0.05 < tile.weights.std() < 0.2
        tile.update(np.ones((1, 6)), np.ones((1, 7)))

    def test_equal_cells_part(self):
        tile = xb.Tile(6, 7, xb.SGD(learning_rate=0.1, c=SoftBounds(step=0.01)), seed=3)
        assert tile.arrays["c"].dev.cells.shape == (1, 1)
        tile.zero_shift(pairs=5)
        assert tile.arrays["c"].dev.cells.shape == (6, 7) and tile.arrays["c"].bench.own.shape[1] > 1
        tile.update(np.ones((1, 6)), np.ones((1, 7)))
        assert tile.weights.all()

    @pytest.mark.parametrize("cell", [xb.MultiDevice(device=UNLIKE, devices=3),
                                      xb.DifferentialPair(device=UNLIKE, pulsed="both"),
                                      UNLIKE.replace(write_noise=1.0)])
    def test_every_device_of_a_cell_has_its_own(self, cell):
        tile = xb.Tile(6, 7, xb.SGD(learning_rate=0.1, c=cell), dtype="float64", seed=3)
        tile.set_weights(rng(5).uniform(-0.3, 0.3, (6, 7)))
        before, states = tile.arrays["c"].dev, tile.states()
        r = tile.zero_shift(pairs=30)
        assert r.shape == states.shape and not tile.weights.any() and not tile.states().any()
        np.testing.assert_array_equal(r.reshape(-1, 7), pulsed(before, states.reshape(-1, 7), 30))
        inner = cell.inner.replace(reference="zero_shift", zero_shift_pairs=30)
        spec = inner if cell.inner is cell else cell.replace(device=inner)
        built = xb.Tile(6, 7, xb.SGD(learning_rate=0.1, c=spec), dtype="float64", seed=3)
        assert built.reference().shape == states.shape and built.reference().std() > 0.01

    def test_what_time_does_moves_with_it(self):
        """Resting value and the state of no conductance are the device's own: in w they lie r lower."""
        keeps = xb.Retention(lifetime=10.0, rest=0.2, drift=0.1)
        tile = self.tile(retention=keeps)
        fate = tile.arrays["c"].clock.fate
        rest, origin = float(fate["rest"].ravel()[0]), float(fate["origin"].ravel()[0])
        r = tile.zero_shift(pairs=30)
        fate = tile.arrays["c"].clock.fate
        np.testing.assert_allclose(fate["rest"], rest - r, rtol=0, atol=1e-15)
        np.testing.assert_allclose(fate["origin"], origin - r, rtol=0, atol=1e-15)
        built = self.tile(retention=keeps, reference_std=0.1)
        np.testing.assert_allclose(built.arrays["c"].clock.fate["rest"], rest - built.reference(), rtol=0, atol=1e-15)

    def test_polarity_up_cannot_be_shifted(self):
        pair = xb.DifferentialPair(device=SoftBounds(polarity="up"))
        with pytest.raises(xb.SpecError, match='reference: must be "nominal"'):
            xb.Tile(6, 7, xb.SGD(learning_rate=0.1, c=pair)).zero_shift()

    @pytest.mark.parametrize(("values", "text"), [({"pairs": 0}, "pairs must be a whole number from 1"),
                                                  ({"error_std": -1.0}, "error_std must be a finite number >= 0")])
    def test_what_zero_shift_refuses(self, values, text):
        with pytest.raises(xb.SpecError, match=text):
            self.tile().zero_shift(**values)


SHIFTED = {"kind": "soft_bounds", "step": 0.01, "c2c": 0.3, "imbalance_std": 0.1, "reference": "zero_shift",
           "zero_shift_pairs": 50, "reference_std": 0.02, "g_min": 1e-6, "g_max": 5e-6}  # fmt: skip


class TestNetwork:
    def test_a_restored_network_goes_on_with_the_same_bits(self):
        spec, points = experiment(algorithm=TIKI | {"a": SHIFTED}), data()
        x, t = points.train_x, points.train_t
        whole, second = MLP.of(spec), MLP.of(spec)
        for tile, other in zip(whole.tiles, second.tiles, strict=True):
            np.testing.assert_array_equal(tile.reference("a"), other.reference("a"))
        whole.train(x, t, np.arange(15), 0, np.zeros(2))
        second.restore({name: value.copy() for name, value in whole.state_arrays().items()})
        for network in (whole, second):
            network.train(x, t, np.arange(15, 30), 15, np.zeros(2))
        assert state(whole) == state(second) and whole.tiles[0].reference("a").std() > 0.01

    def test_the_file_knows_it(self):
        c = {"kind": "soft_bounds", "reference_offset": 0.1}
        network = MLP.of(experiment(algorithm=TIKI | {"a": SHIFTED, "c": c}))
        found, values = {v.path: v for v in recording.variables(network, 30)}, recording.static(network)
        assert found["layer0/device_a/reference"].dims == ("input", "output")
        np.testing.assert_array_equal(values["layer0/device_a/reference"], network.tiles[0].reference("a"))
        assert found["layer1/device_c/reference"].shape == () and values["layer1/device_c/reference"] == 0.1
        g = values["layer0/device_a/g_reference"] + values["layer0/device_a/g_per_weight"] * (
            network.tiles[0].array_weights("a") + values["layer0/device_a/reference"])
        np.testing.assert_allclose(network.tiles[0].conductances("a"), g, rtol=1e-5)
        plain = MLP.of(experiment())
        assert not any("reference" in v.path for v in recording.variables(plain, 30))

    def test_the_file_knows_every_device_of_a_cell(self, tmp_path):
        """The axis of the devices is named apart from the group device_c."""
        cell = {"kind": "multi", "devices": 3, "device": SHIFTED}
        network = MLP.of(experiment(algorithm={"kind": "sgd", "learning_rate": 0.1, "c": cell}))
        facts = {"config_toml": "", "config_json": "{}"}
        variables, values = recording.variables(network, 30), recording.static(network)
        Writer.create(tmp_path / "run.h5", variables, values, facts).close(finished=True)
        with xb.open_run(tmp_path / "run.h5") as run:
            np.testing.assert_array_equal(run["layer0/device_c/reference"], network.tiles[0].reference("c"))
            cells = network.tiles[0].arrays["c"].dev.cells
            np.testing.assert_array_equal(run["layer0/device_c/b_up"], cells.b_up.reshape(3, 5, 3))
            assert run["layer0/states_c"].shape[1:] == (3, 5, 3)

    def test_written_exactly_only_offset_and_error_act(self):
        exact = {"pulses": xb.Pulses(kind="exact")}
        for name, value in {"reference": "symmetry_point", "zero_shift_pairs": 5}.items():
            reference = {"reference": "zero_shift"} if name == "zero_shift_pairs" else {}
            with pytest.raises(xb.SpecError, match=rf"c.{name}: cannot act here: this array is written exactly"):
                xb.Tile(3, 2, xb.SGD(learning_rate=0.1, c=SoftBounds(**reference, **{name: value})), **exact)
        tile = xb.Tile(3, 2, xb.SGD(learning_rate=0.1, c=SoftBounds(reference_offset=0.7, reference_std=0.1)), **exact)
        assert (tile.set_weights(np.ones((3, 2))) < 0.7).all()

    def test_pairs_without_zero_shifting_cannot_act(self):
        with pytest.raises(xb.SpecError, match=r"zero_shift_pairs: cannot act here: only reference = \"zero_shift\""):
            ExpStep(A_up=0.1, A_down=0.1, gamma_up=1.0, gamma_down=1.0, zero_shift_pairs=5)


def test_the_picture_takes_it_into_account(tmp_path):
    """At weight 0 the axis in siemens shows the conductance at the mean reference."""
    uniform = {"kind": "soft_bounds", "step": 0.01, "reference_offset": 0.5, "g_min": 1e-6, "g_max": 5e-6}
    spec = experiment(algorithm=TIKI | {"a": SHIFTED, "c": uniform}, epochs=1, network={"sizes": (64, 3, 10)})
    with xb.run(spec, tmp_path / "run.h5") as run:
        figure, mean = xb.plot_run(run), float(run["layer0/device_a/reference"].mean())
        panels = {ax.get_title(loc="left")[3:]: ax for ax in figure.axes}
    for array, shift, text in (("C", 0.5, "conductance (µS)"), ("A", mean, "conductance, mean reference (µS)")):
        (axis,) = panels[f"Layer 0: weights on {array}"].child_axes
        assert axis.get_xlabel() == text
        assert float(axis._functions[0](0.0)) == pytest.approx(3 + 2 * shift, rel=1e-6)
