"""A tile on its own: reads, updates, traces, weights and conductances, and what it refuses."""

import numpy as np
import pytest

import crossbar as xb
from crossbar.seeds import key
from tests.naive import mvm
from tests.naive.philox import Place

N_IN, N_OUT = 6, 4
EPS = float(np.finfo(np.float32).eps)
DEVICE = xb.SoftBounds(step=0.01, c2c=0.3)
EXACT = xb.Pulses(kind="exact")
ALGORITHMS = {
    "sgd": xb.SGD(learning_rate=0.1, c=DEVICE),
    "tiki_taka": xb.TikiTaka(learning_rate=0.1, transfer_rate=0.5, gamma=0.3, a=DEVICE, c=DEVICE),
}
each_algorithm = pytest.mark.parametrize("algorithm", ALGORITHMS.values(), ids=ALGORITHMS)
each_bias = pytest.mark.parametrize("bias", ["analog", "digital", "none"])


def tile(algorithm=ALGORITHMS["sgd"], **changes):
    return xb.Tile(N_IN, N_OUT, algorithm, **({"seed": 3, "layer": 1} | changes))


def signals(n, width, seed=0):
    return np.random.default_rng([seed, width]).uniform(-1, 1, (n, width)).astype(np.float32)


def moved(algorithm, **changes):
    """A tile that has learnt a little: no weight, no bias and no auxiliary cell is where it began."""
    made = tile(algorithm, **changes)
    made.update(signals(20, N_IN, 5), signals(20, N_OUT, 5))
    return made


def digital_bias(made):
    return made.state.bias.astype(float)


def driven(made, x):
    return np.hstack([x, np.ones((*x.shape[:-1], 1))]) if made.bias == "analog" else x


@each_algorithm
@each_bias
class TestIdealReads:
    """Without a periphery a read is numpy's product, but for the rounding of sums of float32 numbers."""

    def parts(self, algorithm, bias):
        ideal = xb.Periphery.ideal(transfer=algorithm.kind == "tiki_taka")
        made = moved(algorithm, bias=bias, periphery=ideal)
        return made, made.weights.astype(float)

    def test_forward(self, algorithm, bias):
        made, w = self.parts(algorithm, bias)
        x = signals(5, N_IN)
        full = driven(made, x.astype(float))
        bound = (N_IN + 4) * EPS * (np.abs(full) @ np.abs(w) + 1)
        assert (np.abs(made.forward(x) - full @ w - digital_bias(made)) <= bound).all()
        assert digital_bias(made).any() == (bias == "digital")

    def test_backward(self, algorithm, bias):
        made, w = self.parts(algorithm, bias)
        d = signals(5, N_OUT)
        e = made.backward(d)
        assert e.shape == (5, N_IN) and w.shape == (N_IN + (bias == "analog"), N_OUT)
        expected = d.astype(float) @ w[:N_IN].T
        assert (np.abs(e - expected) <= (N_OUT + 4) * EPS * (np.abs(d) @ np.abs(w[:N_IN]).T + 1)).all()

    def test_a_batch_is_its_vectors(self, algorithm, bias):
        made = moved(algorithm, bias=bias)
        x, d = signals(5, N_IN), signals(5, N_OUT)
        ys, es = made.forward(x, step=7), made.backward(d, step=7)
        assert ys.shape == (5, N_OUT) and made.forward(x[0]).shape == (N_OUT,)
        np.testing.assert_array_equal(ys, [made.forward(v, step=7 + n) for n, v in enumerate(x)])
        np.testing.assert_array_equal(es, [made.backward(v, step=7 + n) for n, v in enumerate(d)])

    def test_updates_in_a_batch_are_one_after_the_other(self, algorithm, bias):
        together, apart = tile(algorithm, bias=bias), tile(algorithm, bias=bias)
        x, d = signals(8, N_IN), signals(8, N_OUT)
        together.update(x, d)
        for xn, dn in zip(x, d, strict=True):
            apart.update(xn, dn)
        for name, state in together.state_arrays().items():
            assert state.tobytes() == apart.state_arrays()[name].tobytes(), name


@each_algorithm
def test_gamma_adds_the_auxiliary_array(algorithm):
    made = moved(algorithm)
    if algorithm.kind == "sgd":
        assert made.weights.tobytes() == made.array_weights().tobytes()
    else:
        a, c = made.array_weights("a"), made.array_weights("c")
        np.testing.assert_allclose(made.weights, 0.3 * a + c, atol=2 * EPS)
        assert np.abs(a).max() > 0.01


@each_bias
def test_an_exact_update_is_the_outer_product(bias):
    algorithm = xb.SGD(learning_rate=0.1, c=xb.SoftBounds())
    made = tile(algorithm, bias=bias, pulses=EXACT)
    before, x, d = made.weights.astype(float), signals(1, N_IN)[0], signals(1, N_OUT)[0]
    made.update(x, d)
    expected = before - 0.1 * np.outer(driven(made, x), d)
    np.testing.assert_allclose(made.weights, expected, atol=2 * EPS)
    if bias == "digital":
        np.testing.assert_allclose(digital_bias(made), -0.1 * d, atol=2 * EPS)


def test_pulses_are_steps_and_are_counted():
    """The ideal device: w moves by a whole number of steps a cell, and the counters say how many in all."""
    made = tile(xb.SGD(learning_rate=0.1, c=xb.SoftBounds(af=0.0, step=0.01)))
    before = made.weights.astype(float)
    made.update(signals(1, N_IN), signals(1, N_OUT))
    steps = (made.weights - before) / 0.01
    np.testing.assert_allclose(steps, np.rint(steps), atol=1e-4)  # float32 sums of up to 10 steps of a weight < 1
    up, down, *others = made.counters()["c"]
    whole = np.rint(steps)
    assert (up, down, others) == (whole[whole > 0].sum(), -whole[whole < 0].sum(), [1, 0, 0]) and up and down


def test_calls_draw_fresh_numbers_and_steps_repeat_them():
    made = moved(ALGORITHMS["sgd"])
    x = signals(1, N_IN)[0]
    first, second = made.forward(x), made.forward(x)
    assert (first != second).any()
    for step, y in enumerate((first, second)):
        assert made.forward(x, step=step).tobytes() == y.tobytes()


def test_a_repeated_step_does_not_rewind_the_count():
    """Reads and updates without a step go on behind the last number given out, whichever was repeated in between."""
    made, x, d = tile(), signals(3, N_IN), signals(3, N_OUT)
    made.forward(x)
    made.backward(d[0], step=0)
    made.update(x, d)
    made.update(x[0], d[0], step=1)
    assert made.reads == made.writes == 3
    made.forward(x, step=8)
    made.update(x, d, step=8)
    assert made.reads == made.writes == 11


def test_seed_layer_and_dtype():
    base = tile().weights
    assert tile().weights.tobytes() == base.tobytes()
    assert (tile(seed=4).weights != base).all() and (tile(layer=2).weights != base).all()
    assert np.abs(base).max() <= 1 / np.sqrt(N_IN) < 4 * np.abs(base).max()
    assert tile(dtype="float64").weights.dtype == np.float64
    np.testing.assert_allclose(tile(dtype="float64").weights, base, rtol=EPS)


def test_tiki_taka_starts_with_an_empty_auxiliary_array():
    assert not tile(ALGORITHMS["tiki_taka"]).array_weights("a").any()


READS = {
    "reference": xb.Read(),
    "halved": xb.Read(adc_bound=0.3, out_noise=0.01),
    "clipped": xb.Read(adc_bound=0.3, out_noise=0.01, bound_management=0),
    "gives up": xb.Read(adc_bound=0.02, out_noise=0.0, bound_management=2),
    "constant scale": xb.Read(noise_management="constant", noise_constant=0.7),
    "unscaled": xb.Read(noise_management="none", dac_bound=0.8),
    "unquantised": xb.Read(dac_bits=0, adc_bits=0, adc_bound=0.5),
    "ideal": xb.Read.ideal(),
}
each_read = pytest.mark.parametrize("read", READS.values(), ids=READS)


def traced(read, x=None, bias="analog"):
    made = moved(ALGORITHMS["tiki_taka"], bias=bias, periphery=xb.Periphery(forward=read))
    return made, made.trace(signals(1, N_IN)[0] if x is None else x, step=11)


class TestTrace:
    @each_read
    def test_is_the_read(self, read):
        made, trace = traced(read)
        assert trace.y.tobytes() == made.forward(signals(1, N_IN)[0], step=11).tobytes()
        assert made.reads == 12

    @each_read
    def test_stages_make_the_output(self, read):
        """The last stages in the dtype of the tile, bit for bit; the sums to the rounding of their terms."""
        made, t = traced(read)
        f = made.dtype.type
        assert ((t.adc_codes * f(t.adc_step)) * f(t.scale)).tobytes() == t.y.tobytes()
        raw = (t.currents + t.noise) / f(t.adc_step)
        top = (2**read.adc_bits - 2) / 2 if read.adc_bits else read.adc_bound
        codes = np.rint(raw) if read.adc_bits else raw
        np.testing.assert_array_equal(t.adc_codes, np.clip(codes, -top, top))
        np.testing.assert_array_equal(t.clipped, np.abs(codes) > top)
        unit = read.dac_bound / ((2**read.dac_bits - 2) / 2) if read.dac_bits else 1.0
        w = made.weights.astype(float)
        bound = (len(w) + 4) * EPS * (np.abs(t.dac_codes) @ np.abs(w) + 1)
        assert (np.abs(t.currents - unit * (t.dac_codes @ w)) <= bound).all()
        assert t.noise.any() == (read.out_noise > 0)

    @each_read
    def test_is_the_twins(self, read):
        made, t = traced(read)
        names = ("dac_bits", "dac_bound", "adc_bits", "adc_bound", "out_noise", "noise_management")
        periphery = mvm.Periphery(
            **{n: getattr(read, n) for n in names},
            constant=read.noise_constant, bound_management=read.bound_management,
        )  # fmt: skip
        x = [*signals(1, N_IN)[0].tolist(), 1.0]
        twin = mvm.forward(made.weights.tolist(), x, periphery, Place(key(3, "train"), 11, 1))
        assert (t.attempts, t.clipped.tolist()) == (twin.attempt + 1, twin.clipped)
        assert t.scale == pytest.approx(twin.scale * 2**twin.attempt, rel=2 * EPS)
        np.testing.assert_allclose(t.dac_codes, twin.inputs, rtol=4 * EPS)
        np.testing.assert_allclose(t.currents + t.noise, twin.noisy, atol=1e-5)  # normals: float32 polynomials
        np.testing.assert_allclose(t.y, twin.y, atol=1e-5)

    def test_a_dac_of_7_bits_has_63_slots(self):
        _, t = traced(xb.Read(), 3 * signals(1, N_IN)[0])
        assert np.abs(t.dac_codes).max() == 63 and (t.dac_codes == np.rint(t.dac_codes)).all()
        assert t.scale == np.abs(3 * signals(1, N_IN)).max()

    def test_bound_management_halves_the_input(self):
        made, t = traced(READS["halved"])
        assert t.attempts > 1 and not t.clipped.any() and t.scale == 2 ** (t.attempts - 1)
        assert made.counters()["forward"][2] == t.attempts - 1
        assert np.abs(t.dac_codes).max() == np.rint(63 / t.scale)

    def test_without_it_outputs_are_clipped(self):
        made, t = traced(READS["clipped"])
        assert t.attempts == 1 and t.clipped.any() and np.abs(t.adc_codes).max() == 255
        assert made.counters()["forward"].tolist() == [N_OUT, t.clipped.sum(), 0]

    def test_a_code_at_the_bound_is_not_clipped(self):
        """Strictly above it is: a column of 1/2 and one of the next code, read by an ADC with bound 1/2."""
        read = xb.Read(adc_bound=0.5, out_noise=0.0, bound_management=0)
        made = xb.Tile(1, 2, xb.SGD(learning_rate=0.1, c=DEVICE), periphery=xb.Periphery(forward=read))
        made.set_weights([[0.5, 0.5 * 256 / 255]])
        t = made.trace([1.0])
        assert t.adc_codes.tolist() == [255, 255] and t.clipped.tolist() == [False, True]
        assert made.counters()["forward"].tolist() == [2, 1, 0]

    def test_it_gives_up_after_so_many_reads(self):
        made, t = traced(READS["gives up"])
        assert t.attempts == 3 and t.clipped.any() and made.counters()["forward"][2] == 2

    @pytest.mark.parametrize("bias", ["digital", "none"])
    def test_nothing_in_is_nothing_out(self, bias):
        """abs-max scaling of zeros: no read takes place, so there is neither noise nor what a read before it left."""
        made = moved(ALGORITHMS["tiki_taka"], bias=bias)
        made.forward(signals(1, N_IN)[0])
        t = made.trace(np.zeros(N_IN))
        assert (t.attempts, t.scale) == (0, 0.0)
        for stage in (t.dac_codes, t.currents, t.noise, t.adc_codes, t.clipped):
            assert not stage.any()
        np.testing.assert_array_equal(t.y, digital_bias(made))

    def test_digital_bias_is_added_after_the_read(self):
        made, t = traced(xb.Read(), bias="digital")
        f = made.dtype.type
        np.testing.assert_array_equal(t.y, (t.adc_codes * f(t.adc_step)) * f(t.scale) + made.state.bias)
        assert made.state.bias.any()

    def test_stages_are_copies(self):
        made, t = traced(xb.Read())
        before = [stage.copy() for stage in (t.dac_codes, t.currents, t.noise, t.adc_codes, t.y)]
        made.forward(-signals(1, N_IN)[0])
        for stage, old in zip((t.dac_codes, t.currents, t.noise, t.adc_codes, t.y), before, strict=True):
            np.testing.assert_array_equal(stage, old)


SPREAD = xb.SGD(learning_rate=0.1, c=xb.SoftBounds(w_min_d2d=0.3, w_max_d2d=0.3, g_min=1e-6, g_max=9e-6))


class TestWeights:
    def test_are_clipped_to_the_bounds_of_each_cell(self):
        made = tile(SPREAD)
        cells = made.arrays["c"].dev.cells
        for wanted, bound in ((9.0, cells.w_max), (-9.0, cells.w_min)):
            got = made.set_weights(np.full((N_IN, N_OUT), wanted))
            np.testing.assert_array_equal(got, bound)
            np.testing.assert_array_equal(made.weights, bound)
            assert len(np.unique(got)) == got.size

    def test_within_the_bounds_are_kept(self):
        made, w = tile(SPREAD, bias="analog"), np.linspace(-0.01, 0.01, 28).reshape(7, 4)
        np.testing.assert_array_equal(made.set_weights(w), w.astype(np.float32))

    def test_of_the_auxiliary_array(self):
        made, w = tile(ALGORITHMS["tiki_taka"]), np.full((N_IN, N_OUT), 0.5)
        c = made.array_weights("c")
        made.set_weights(w, "a")
        np.testing.assert_array_equal(made.array_weights("a"), w)
        np.testing.assert_allclose(made.weights, c + np.float32(0.3) * np.float32(0.5), atol=EPS)

    def test_what_is_returned_is_a_copy(self):
        made = tile()
        for mine in (made.weights, made.array_weights(), made.set_weights(made.weights), made.counters()["c"]):
            mine[:] = 7
        assert np.abs(made.weights).max() < 1 and not made.counters()["c"].any()

    def test_siemens_and_back(self):
        made = tile(SPREAD)
        g = made.conductances()
        assert g.shape == (N_IN, N_OUT) and (g > 1e-6).all() and (g < 9e-6).all()
        np.testing.assert_allclose(SPREAD.c.weights(g), made.weights, atol=1e-5)
        made.set_weights(SPREAD.c.weights(np.full((N_IN, N_OUT), 5e-6)))
        np.testing.assert_allclose(made.conductances(), 5e-6, rtol=1e-5)


def test_probes_follow_cells_in_blocks():
    """More updates than the log has rows: the log holds the last block, the weights are those of an unprobed tile."""
    plain, probed = tile(), tile(probes=((0, 0), (5, 3)), samples=3)
    x, d = signals(8, N_IN), signals(8, N_OUT)
    plain.update(x, d)
    probed.update(x, d)
    assert probed.weights.tobytes() == plain.weights.tobytes()
    log = probed.arrays["c"].probe.log
    assert log.shape == (3, 2, 2) and log[1, :, 0].tolist() == plain.weights[[0, 5], [0, 3]].tolist()


def call(name, *args, **values):
    return lambda: getattr(tile(ALGORITHMS["tiki_taka"]), name)(*args, **values)


NAN, VECTOR, ERROR = np.full(N_IN, np.nan), np.zeros(N_IN), np.zeros(N_OUT)
DATA = {
    "forward: wrong length": (call("forward", np.zeros(5)), r"Tile.forward: x must be \(6,\) or \(batch, 6\) "),
    "forward: three axes": (call("forward", np.zeros((1, 1, 6))), r"\(got shape \(1, 1, 6\)\)"),
    "forward: a number": (call("forward", 1.0), r"\(got shape \(\)\)"),
    "forward: NaN": (call("forward", NAN), r"finite \(got NaN or infinity in 6 of 6 places\)"),
    "forward: overflow": (call("forward", np.full(N_IN, 1e39)), "Tile.forward: x must be finite"),
    "forward: text": (call("forward", ["a"] * 6), "Tile.forward: x must be an array of real numbers"),
    "forward: complex": (call("forward", np.zeros(6) * 1j), "real numbers"),
    "forward: ragged": (call("forward", [[1.0], [1.0, 2.0]]), "real numbers"),
    "backward: wrong length": (call("backward", VECTOR), r"Tile.backward: d must be \(4,\)"),
    "backward: infinity": (call("backward", np.full(4, np.inf)), "Tile.backward: d must be finite"),
    "update: x": (call("update", ERROR, ERROR), r"Tile.update: x must be \(6,\)"),
    "update: d": (call("update", VECTOR, VECTOR), r"Tile.update: d must be \(4,\)"),
    "update: rows": (call("update", np.zeros((2, 6)), np.zeros((3, 4))), r"\(got 2 and 3\)"),
    "trace: a batch": (call("trace", np.zeros((2, 6))), "Tile.trace: x must be a single vector"),
    "trace: wrong length": (call("trace", np.zeros(7)), "Tile.trace: x must be"),
    "set_weights: turned": (call("set_weights", np.zeros((4, 6))), r"Tile.set_weights: w must be 6 x 4, rows x col"),
    "set_weights: NaN": (call("set_weights", np.full((6, 4), np.nan)), "NaN or infinity in 24 of 24 places"),
}  # fmt: skip


@pytest.mark.parametrize("case", DATA.values(), ids=DATA)
def test_wrong_signals(case):
    act, text = case
    with pytest.raises(xb.DataError, match=text):
        act()


MANY = ALGORITHMS["tiki_taka"].replace(rows_per_transfer=7)
NUMBERS = {
    "array": (call("array_weights", "b"), r"Tile: the array must be 'c' or 'a' \(got 'b'\)"),
    "set_weights of an array": (call("set_weights", np.zeros((6, 4)), "A"), "the array must be"),
    "conductances of an array": (call("conductances", "x"), "the array must be"),
    "auxiliary of SGD": (lambda: tile().array_weights("a"), r"must be 'c' \(got 'a'\)"),
    "no siemens": (call("conductances"), "g_min"),
    "step under 0": (call("forward", VECTOR, step=-1), r"from 0 to 2\^32 - 1, .*\(got -1\)"),
    "step too far": (call("update", VECTOR, ERROR, step=2**32), r"Tile.update: step .*\(got 4294967296\)"),
    "step of 1.5": (call("backward", ERROR, step=1.5), "whole number"),
    "n_in": (lambda: xb.Tile(0, 4), r"Tile: n_in must be a whole number from 1 to 65535 \(got 0\)"),
    "n_in of 2.5": (lambda: xb.Tile(2.5, 4), "n_in must be a whole number"),
    "n_in with bias": (lambda: xb.Tile(65535, 4, bias="analog"), "from 1 to 65534"),
    "n_out": (lambda: xb.Tile(4, 65536), "n_out must be"),
    "bias": (lambda: tile(bias="both"), r"Tile: bias must be analog, digital or none \(got both\)"),
    "dtype": (lambda: tile(dtype="float16"), "dtype must be float32 or float64"),
    "layer": (lambda: tile(layer=256), "layer must be"),
    "seed": (lambda: tile(seed=-1), "seed must be"),
    "batch": (lambda: tile(batch=0), "batch must be"),
    "probes": (lambda: tile(probes=((6, 0),)), r"within 6 rows and 4 columns \(got 6, 0\)"),
    "probes of one number": (lambda: tile(probes=[(0,)]), r"list of \(row, column\).*\(got \[\(0,\)\]\)"),
    "probes of no list": (lambda: tile(probes=3), r"Tile: probes must be a list of \(row, column\)"),
    "an algorithm's name": (lambda: tile("sgd"), r'Tile.algorithm: must be a table .*\(got "sgd"\); give xb.SGD'),
    "a periphery's name": (lambda: tile(periphery="ideal"), r"Tile.periphery: must be .*; give .*Periphery.ideal\(\)"),
    "pulses of another kind": (lambda: tile(pulses=xb.Read()), r"Tile.pulses: must be .*; give xb.Pulses"),
    "noise without pulses": (lambda: tile(pulses=EXACT), "Tile.algorithm.c.c2c: cannot act here: .*written exactly"),
    "a transfer of SGD": (lambda: tile(periphery=xb.Periphery.ideal()), "Tile.periphery.transfer: cannot act here"),
    "a number for float64": (lambda: tile(xb.SGD(learning_rate=1, c=xb.SoftBounds(w_max=1e39))),
                             r"SoftBounds.w_max: must be .* \(got w_max = 1e\+39, held as inf\); set dtype"),
    "rows of a transfer": (lambda: tile(MANY), r"rows_per_transfer must be at most 6"),
}  # fmt: skip


@pytest.mark.parametrize("case", NUMBERS.values(), ids=NUMBERS)
def test_wrong_numbers_and_names(case):
    act, text = case
    with pytest.raises(xb.SpecError, match=text):
        act()


def test_what_was_refused_changed_nothing():
    made, fresh = tile(ALGORITHMS["tiki_taka"]), tile(ALGORITHMS["tiki_taka"])
    for bad in (lambda: made.update(VECTOR, np.full(4, np.nan)), lambda: made.forward(NAN)):
        with pytest.raises(xb.DataError):
            bad()
    assert made.reads == made.writes == 0
    assert all(v.tobytes() == fresh.state_arrays()[k].tobytes() for k, v in made.state_arrays().items())


def test_no_rows_are_no_reads():
    made = tile()
    assert made.forward(np.zeros((0, N_IN))).shape == (0, N_OUT)
    made.update(np.zeros((0, N_IN)), np.zeros((0, N_OUT)))
    assert not any(counts.any() for counts in made.counters().values())


def test_an_array_whose_cells_cannot_be_numbered_is_refused_before_it_is_built():
    with pytest.raises(xb.SpecError, match=r"at most 2147483647 cells.*\(got 65000 x 65000\); split the layer"):
        xb.Tile(65000, 65000)
