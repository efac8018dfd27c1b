"""Compiled reads are the twin's at every stage: DAC, currents, noise, ADC, bound management; noise has its variance."""

import numba
import numpy as np
import pytest

from kernels import build, devices, epoch, mvm
from kernels._jit import OPTIONS
from kernels.lanes import LANES
from tests.naive.mvm import IDEAL, Periphery, attempt_read, clip
from tests.naive.philox import FORWARD_NOISE, Place

from .layers import KEY, Setup, kernel, naive
from .zscore import agree

STEP = 41
SINGLE = Setup(devices.Linear, n_in=6, n_out=5, index=2)
DOUBLE = SINGLE._replace(device=devices.Constant, auxiliary=devices.Linear, gamma=0.7)
USUAL = Periphery()
PERIPHERIES = {
    "ideal": IDEAL,
    "usual": USUAL,
    "no noise": USUAL._replace(out_noise=0.0),
    "noise alone": IDEAL._replace(out_noise=0.06),
    "noise of a scaled read": IDEAL._replace(out_noise=0.06, noise_management="abs_max"),
    "dac alone": Periphery(5, 0.8, 0, np.inf, 0.0, "abs_max"),
    "adc alone": Periphery(0, np.inf, 6, 2.0, 0.0, "none"),
    "dac that clips": Periphery(7, 0.4, 9, 12.0, 0.02, "none"),
    "inputs clipped, not rounded": Periphery(0, 0.4, 9, 12.0, 0.02, "none"),
    "constant scale": Periphery(7, 1.0, 9, 12.0, 0.06, "constant", 0.7),
    "halved until it fits": Periphery(7, 1.0, 9, 0.2, 0.01),
    "never fits": Periphery(7, 1.0, 9, 0.004, 0.06),
    "clipped without rounding": Periphery(7, 1.0, 0, 0.2, 0.01),
    "no bound management": Periphery(7, 1.0, 9, 0.2, 0.01, bound_management=0),
}
EVERY = pytest.mark.parametrize("name", PERIPHERIES)
TILES = pytest.mark.parametrize("setup", [SINGLE, DOUBLE], ids=["sgd", "tiki_taka"])


def signals(n, width, seed=0):
    rng = np.random.default_rng([seed, 4])
    return rng.normal(0, 1, (n, width)) * (rng.random((n, width)) < 0.8) * np.geomspace(0.2, 3, n)[:, None]


def read(layer, signal, back=False, step=STEP):
    """One vector through the compiled read; the reader keeps its stages."""
    dtype = layer.x.dtype
    out = np.zeros((1, len(layer.e if back else layer.y)), dtype)
    function = epoch.backward_batch if back else epoch.forward_batch
    function(layer, np.array([signal], dtype), out, step, build.stream(*KEY))
    return out[0]


def same_stages(reader, trace, periphery):
    """float64 on both sides: they differ by rounding, and by the float32 normals (1e-5 each) where there is noise."""
    slot = periphery.dac_bound / reader.knobs.in_levels if periphery.dac_bits else 1.0
    noise = np.subtract(trace.noisy, trace.currents)
    largest = reader.knobs.out_levels if periphery.adc_bits else periphery.adc_bound
    close = 1e-13 if periphery.out_noise == 0 else 1e-5 * periphery.out_noise + 1e-13
    np.testing.assert_allclose(reader.slots, trace.inputs, rtol=1e-14, atol=0)
    np.testing.assert_allclose(reader.stages[mvm.CURRENTS] * slot, trace.currents, rtol=0, atol=1e-13)
    np.testing.assert_allclose(reader.stages[mvm.NOISE], noise, rtol=0, atol=close)
    codes = [clip(code, largest) for code in trace.codes]
    np.testing.assert_allclose(reader.stages[mvm.CODES], codes, rtol=0, atol=0 if periphery.adc_bits else close)


@TILES
@EVERY
def test_forward(setup, name):
    periphery = PERIPHERIES[name]
    setup = setup._replace(forward=periphery)
    layer, tile = kernel(setup), naive(setup)
    attempts = clipped = 0
    for k, x in enumerate(signals(6, setup.n_in)):
        y, trace = read(layer, x, step=STEP + k), tile.forward(STEP + k, list(x))
        same_stages(layer.forward, trace, periphery)
        tolerance = (1e-13 + 1e-5 * periphery.out_noise) * trace.scale * 2**trace.attempt
        np.testing.assert_allclose(y, trace.y, rtol=1e-13, atol=tolerance)
        attempts += trace.attempt
        for attempt in range(trace.attempt + 1):
            place = tile.place(STEP + k)
            tried = attempt_read(tile.weights(), x, trace.scale, attempt, periphery, place, FORWARD_NOISE)
            clipped += sum(tried.clipped)
    found = layer.forward.stats
    assert found[mvm.CONVERSIONS] == (6 + attempts) * setup.n_out and found[mvm.HALVINGS] == attempts
    assert found[mvm.CLIPPED] == clipped and not layer.backward.stats.any()
    assert attempts > 0 or name not in ("halved until it fits", "never fits", "clipped without rounding")


@TILES
@EVERY
def test_backward(setup, name):
    """The sum may be reassociated: a rounding more.  No bound management."""
    periphery = PERIPHERIES[name]
    setup = setup._replace(backward=periphery)
    layer, tile = kernel(setup), naive(setup)
    for k, d in enumerate(signals(6, setup.n_out, seed=1)):
        e, trace = read(layer, d, back=True, step=STEP + k), tile.backward(STEP + k, list(d))
        same_stages(layer.backward, trace, periphery)
        tolerance = (1e-13 + 1e-5 * periphery.out_noise) * trace.scale
        np.testing.assert_allclose(e, trace.y, rtol=1e-13, atol=tolerance)
    assert layer.backward.stats[mvm.HALVINGS] == 0 and not layer.forward.stats.any()


@pytest.mark.parametrize("management", ["none", "abs_max", "constant"])
@pytest.mark.parametrize("back", [False, True], ids=["forward", "backward"])
def test_no_input(management, back):
    """Under abs-max there is no read, the result is exactly 0; otherwise a read of nothing shows its noise."""
    noisy = USUAL._replace(noise_management=management)
    layer = kernel(SINGLE._replace(forward=noisy, backward=noisy))
    nothing = np.zeros(5 if back else 6)
    assert read(layer, nothing + 1, back).any()
    assert read(layer, nothing, back).any() == (management != "abs_max")
    quiet = USUAL._replace(noise_management=management, out_noise=0.0)
    assert not read(kernel(SINGLE._replace(forward=quiet, backward=quiet)), nothing, back).any()


def test_output_noise_has_its_variance():
    """Zero weights: what is read is the noise alone, std 0.06 in scaled units, once more for every line and step."""
    n, quiet = 20000, IDEAL._replace(out_noise=0.06, noise_management="abs_max")
    layer = kernel(SINGLE._replace(forward=quiet, backward=quiet, weights=np.zeros((6, 5))))
    for function, width, out in (
        (epoch.forward_batch, 6, np.zeros((n, 5))),
        (epoch.backward_batch, 5, np.zeros((n, 6))),
    ):
        function(layer, np.full((n, width), 2.0), out, 0, build.stream(*KEY))
        scaled = out / (0.06 * 2.0)
        agree(scaled.mean(axis=0), 0, 1, n)
        agree((scaled**2).mean(axis=0), 1, 2, n)
        agree((scaled[1:] * scaled[:-1]).mean(axis=0), 0, 1, n - 1)
        agree((scaled.T @ scaled / n)[np.triu_indices(out.shape[1], 1)], 0, 1, n)


def test_directions_attempts_and_layers_have_noise_of_their_own():
    noisy = IDEAL._replace(out_noise=1.0)
    square = Setup(n_in=4, n_out=4, weights=np.zeros((4, 4)), forward=noisy, backward=noisy)
    first, second = kernel(square), kernel(square._replace(index=1))
    reads = [read(first, np.ones(4)), read(first, np.ones(4), back=True), read(second, np.ones(4))]
    reads += [read(first, np.ones(4), step=STEP + 1)]
    assert len({v for y in reads for v in y.tolist()}) == 16
    again = kernel(square._replace(forward=noisy._replace(adc_bound=1e-9, bound_management=1)))
    read(again, np.ones(4))
    assert not np.isin(again.forward.stages[mvm.NOISE], reads[0]).any()  # the second attempt's
    assert naive(square).forward(STEP, [1.0] * 4).noisy == pytest.approx(reads[0].tolist(), abs=1e-5)
    assert Place(KEY, STEP) == naive(square).place(STEP)


def test_float32_reads_are_float64_reads_rounded():
    """Unquantised: some roundings of 2^-24 for each of 6 products of size 0.3 x 9."""
    x = signals(1, 6)[0].astype(np.float32)
    noisy = IDEAL._replace(out_noise=0.06, noise_management="abs_max")
    wide, narrow = (kernel(SINGLE._replace(forward=noisy), dtype) for dtype in ("f8", "f4"))
    np.testing.assert_allclose(read(narrow, x), read(wide, x), rtol=0, atol=6 * 3 * 2.0**-24 * 2)


@pytest.mark.parametrize("size", [1e-45, 1e-40, 1e-37, 1e-30, 1e30, 3e38])
def test_signals_of_any_size_are_read_as_numbers(size):
    """Softmax errors may be as small as float32 goes: their scale must not overflow the conversion."""
    layer = kernel(SINGLE._replace(forward=USUAL, backward=USUAL), np.float32)
    ones = read(layer, [1.0, 0, -1, 0, 0], back=True)
    tiny = read(layer, np.float32([size, 0, -size, 0, 0]), back=True)
    assert np.isfinite(tiny).all()
    np.testing.assert_allclose(tiny, ones * np.float32(size), rtol=1e-6, atol=np.float32(1e-45))
    assert np.isfinite(read(layer, np.float32([size, 0, 0, -size, 0, 0]))).all()


@numba.njit(**OPTIONS)
def both_ways(registers, rows, driven, w, factor):
    for at in range(0, len(registers), 4 * LANES):
        mvm._in_registers(registers, at, len(registers), driven, w, factor)
    mvm._along_rows(rows, 0, len(rows), driven, w, factor)


@pytest.mark.parametrize("dtype", ["f4", "f8"])
@pytest.mark.parametrize("n_out", [1, 16, 70, 200])
@pytest.mark.parametrize("driven_rows", [0, 1, 3, 4, 9])
def test_large_and_small_arrays_sum_in_one_order(driven_rows, n_out, dtype):
    """Rows one after the other, whether sums stay in registers or rows are read whole."""
    rng = np.random.default_rng([driven_rows, n_out])
    w = rng.normal(size=(12, n_out)).astype(dtype)
    lines = np.sort(rng.permutation(12)[:driven_rows])
    slots = rng.integers(1, 60, driven_rows) * rng.choice([-1, 1], driven_rows)
    room = np.zeros(LANES)
    driven = mvm.Driven(
        np.append(lines, room).astype(np.int32), np.append(slots, room).astype(dtype), np.array([driven_rows])
    )
    expected = start = rng.normal(size=n_out).astype(dtype)
    factor = np.dtype(dtype).type(0.7)
    for line, slot in zip(lines, slots, strict=True):
        expected = expected + factor * np.dtype(dtype).type(slot) * w[line]
    found = start.copy(), start.copy()
    both_ways(*found, driven, w, factor)
    assert found[0].tolist() == found[1].tolist() == expected.tolist()
