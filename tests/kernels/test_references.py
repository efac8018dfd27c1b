"""kernels/symmetry.py and kernels/programming.py against their twins, every law, cells that differ and that do not."""

import numpy as np
import pytest

from kernels import build, devices, programming, symmetry
from tests.naive import mean_field
from tests.naive.references import program, zero_shift

from .states import DEVICES, S0, equal_cells, spread_cells, state, twin

KEY, SHAPE = (12, 34), (3, 5)
NORMALS = 40 * S0 * 0.3 * 1e-5  # of 40 pulses: a kernel's normals are right to 1e-5, tests/kernels/test_normals.py
LAWS = [pytest.param(device, id=device.__name__) for device in DEVICES]
CELLS = {"equal": equal_cells, "spread": lambda device: spread_cells(device, *SHAPE, seed=3)}


def settled(dev, w, pairs):
    flat = np.array(w, float).reshape(-1)
    symmetry.settle(build.in_a_row(dev, np.float64), flat, pairs, build.stream(*KEY), *build.normals(symmetry.CHUNK))
    return flat.reshape(SHAPE)


@pytest.mark.parametrize("cells", CELLS)
@pytest.mark.parametrize("device", LAWS)
def test_alternating_pulses(device, cells):
    p, w = CELLS[cells](device), np.random.default_rng(4).uniform(-0.3, 0.3, SHAPE)
    found = settled(state(device, p, "f8", 0.3), w, 20)
    np.testing.assert_allclose(found, zero_shift(twin(device, p, 0.3), w, 20, KEY), rtol=0, atol=NORMALS)
    assert (np.abs(found - w) > S0 / 10).any()


def test_closed_form_of_zero_shifting():
    """Soft bounds +-1, equal steps: (w_0 + e)(1 - s)^(2n) - e; in float64 to the rounding of 2n steps."""
    p = equal_cells(devices.SoftBounds, s_up=0.01, s_dn=0.01, v_min=-1.0, v_max=1.0, shift=0.0)
    starts = np.linspace(-0.9, 0.9, 15).reshape(SHAPE)
    for n in (1, 10, 300):
        exact = [[mean_field.zero_shifting(w, 0.01, n) for w in row] for row in starts]
        np.testing.assert_allclose(settled(state(devices.SoftBounds, p, "f8", 0.0), starts, n), exact, atol=1e-13)
        twins = zero_shift(twin(devices.SoftBounds, p, 0.0), starts, n, KEY)
        np.testing.assert_allclose(twins, exact, rtol=0, atol=1e-13)


def test_cells_of_many_chunks_have_numbers_of_their_own():
    """Beyond CHUNK cells too: a constant step scatters by s c2c sqrt(2n), each cell by itself."""
    p = equal_cells(devices.Constant, s_dn=S0, shift=0.0)
    w = np.zeros(3 * symmetry.CHUNK + 7)
    dev = build.in_a_row(state(devices.Constant, p, "f8", 0.3))
    symmetry.settle(dev, w, 8, build.stream(*KEY), *build.normals(symmetry.CHUNK))
    assert len(np.unique(w)) == len(w)
    assert abs(w.std() / (S0 * 0.3 * 4) - 1) < 5 / np.sqrt(2 * len(w)) and abs(w.mean()) < 5 * w.std() / np.sqrt(len(w))


@pytest.mark.parametrize("device", LAWS)
def test_symmetry_points(device):
    """Of cells that all differ: where the twin's G is 0, the reference shifted; none where there is none."""
    p = spread_cells(device, *SHAPE, seed=3)
    points, found = np.zeros(15), np.zeros(15, bool)
    symmetry.find_points(build.in_a_row(state(device, p, "f8", 0.3)), points, found)
    cells = twin(device, p, 0.0)
    for i, j in np.ndindex(SHAPE):
        values = {k: float(v[i, j]) if np.ndim(v) == 2 else v for k, v in cells.parameters.items()}
        low, high, r = p["v_min"][i, j], p["v_max"][i, j], p["shift"][i, j]
        inside = mean_field.G(cells.law, low, 1.0, **values) <= 0 <= mean_field.G(cells.law, high, 1.0, **values)
        at = 5 * i + j
        assert found[at] == inside
        if inside:
            point = mean_field.symmetry_point(cells.law, low, high, **values) - r
            assert points[at] == pytest.approx(point, abs=1e-11)
    assert found.any() != (device in (devices.Constant,) or device.__name__ == "Quadratic")


def test_a_cell_that_cannot_move_is_its_own_symmetry_point():
    p = equal_cells(devices.SoftBounds, v_min=0.2, v_max=0.2, shift=0.0)
    points, found = np.zeros(1), np.zeros(1, bool)
    symmetry.find_points(build.in_a_row(state(devices.SoftBounds, p, "f8", 0.0)), points, found)
    assert (points[0], found[0]) == (0.2, True)


def room():
    return programming.Room(*(part for _ in range(3) for part in build.normals(programming.CHUNK)))


@pytest.mark.parametrize(("dtype", "read_noise", "write_noise"), [
    ("f8", 0.0, 0.0), ("f8", 0.02, 0.0), ("f8", 0.02, 0.01), ("f4", 0.0, 0.0)])
def test_write_verify(dtype, read_noise, write_noise):
    device = devices.SoftBounds
    p, rng = spread_cells(device, *SHAPE, seed=3), np.random.default_rng(4)
    w, targets = rng.uniform(-0.2, 0.2, SHAPE), rng.uniform(-0.6, 0.6, SHAPE)
    flat = w.astype(dtype).reshape(-1)
    goal = programming.Goal(targets.reshape(-1), 0.01, read_noise, 60, write_noise, False)
    outcome = programming.Outcome(np.zeros(15, int), np.zeros(15, int), np.ones(15, bool), np.zeros(15, dtype))
    dev, stream = build.in_a_row(state(device, p, dtype, 0.3)), build.stream(*KEY)
    programming.write_verify(dev, flat, goal, outcome, stream, room())
    cells, start = twin(device, p, 0.3), w.astype(dtype).astype(float)
    expected = [program(cells, i, j, 5 * i + j, start[i, j], targets[i, j], 0.01, 60, read_noise, KEY, write_noise)
                for i, j in np.ndindex(SHAPE)]  # fmt: skip
    weights, ups, downs, failed = map(list, zip(*expected, strict=True))
    assert (list(outcome.ups), list(outcome.downs), list(outcome.failed)) == (ups, downs, failed)
    np.testing.assert_allclose(flat + outcome.drawn, weights, rtol=0, atol=2 * NORMALS if dtype == "f8" else 60 * 6e-8)
    assert 0 < sum(failed) < 15 and any(downs)
