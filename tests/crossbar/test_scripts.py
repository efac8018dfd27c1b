"""scripts/compare_aihwkit.py without aihwkit and with wrong options; the mapping of parameters; and, where aihwkit
is installed, that both make the same of them."""

import json
import os
import subprocess
import sys
from pathlib import Path

import numpy as np
import pytest

import crossbar as xb

SCRIPTS = Path(__file__).parents[2] / "scripts"
DEVICES = {
    "plain": xb.SoftBounds(),
    "gain": xb.SoftBounds(af=2, step=0.002),
    "granularity": xb.SoftBounds(af=2, step=0.002, af_reading="granularity"),
    "up": xb.SoftBounds(imbalance=0.2),
    "down": xb.SoftBounds(imbalance=-0.3, af=0.5),
    "ideal": xb.SoftBounds(af=0),
}


@pytest.fixture
def mapping(monkeypatch):
    monkeypatch.syspath_prepend(SCRIPTS)
    import aihwkit_mapping

    return aihwkit_mapping


def compare(*arguments, path=""):
    """The script in a process of its own, `path` before all other modules but the script's neighbours."""
    command = [sys.executable, SCRIPTS / "compare_aihwkit.py", *arguments]
    modules = os.pathsep.join(filter(None, (str(path), str(SCRIPTS.parent))))
    return subprocess.run(command, capture_output=True, text=True, env={**os.environ, "PYTHONPATH": modules})


@pytest.mark.parametrize(
    ("body", "reason"),
    (
        ("raise ModuleNotFoundError('No module named aihwkit')", "No module named aihwkit"),
        ("raise ImportError('libtorch_python.so: undefined symbol')", "undefined symbol"),
    ),
)
def test_without_aihwkit_it_says_how_to_install_it(tmp_path, body, reason):
    (tmp_path / "aihwkit.py").write_text(body)
    done = compare("--json", path=tmp_path)
    assert done.returncode == 0, done.stderr
    assert "pip install aihwkit" in done.stdout and reason in done.stdout
    assert json.loads(done.stdout.splitlines()[-1]) == {"aihwkit": None, "runs": {}}


@pytest.mark.parametrize(
    ("options", "words"),
    (
        (["--samples", "5", "--chunk", "10"], "1 <= chunk <= samples"),
        (["--chunk", "0"], "1 <= chunk <= samples"),
        (["--algorithm", "adam"], "--algorithm"),
        (["--seed", "-1"], "seed: must be"),
        (["--set", "batch_size=2"], "must be a key of the algorithm"),
        (["--set", 'algorithm.kind="sgd"'], "--algorithm"),
        (["--set", 'algorithm.c.kind="constant"'], "algorithm.c.kind: must be soft_bounds"),
        (["--set", "algorithm.c.af_d2d=0.2"], "algorithm.c.af_d2d: must be 0"),
        (
            ["--algorithm", "tiki_taka", "--set", 'algorithm.row_order="permuted"'],
            "algorithm.row_order: must be cyclic",
        ),
        (["--algorithm", "sgd", "--set", "algorithm.transfer_rate=1"], "transfer_rate"),
    ),
)
def test_wrong_options_are_one_message(options, words):
    done = compare(*options)
    assert done.returncode == 2
    assert words in done.stderr and "Traceback" not in done.stderr and not done.stdout


@pytest.mark.parametrize("device", DEVICES.values(), ids=DEVICES)
def test_steps_and_counts_are_ours(mapping, device):
    """Theirs at w = 0: up dw_min (1 + up_down) where up_down < 0, down dw_min (1 - up_down) where up_down > 0;
    pulses asked of x = d = 1: rate/dw_min."""
    fields = mapping.device_fields(device)
    up, down = (fields["dw_min"] * (1 - max(sign * fields["up_down"], 0)) for sign in (-1, 1))
    shape = device.step * (device.af or 1)
    np.testing.assert_allclose((up, down), (shape * (1 + device.imbalance), shape * (1 - device.imbalance)))
    np.testing.assert_allclose(mapping.rate(0.02, device) / fields["dw_min"], 0.02 / device.pulse_step)


def test_spreads_are_relative_to_their_step(mapping):
    fields = mapping.device_fields(xb.SoftBounds(step=0.002, imbalance=0.25, step_d2d=0.3, imbalance_std=0.1))
    np.testing.assert_allclose(fields["dw_min_dtod"] * fields["dw_min"], 0.3 * 0.002)
    np.testing.assert_allclose(fields["up_down_dtod"] * fields["dw_min"], 0.1 * 0.002)


def test_reads(mapping):
    """Their step of a converter is res times the whole range, two bounds."""
    fields = mapping.io_fields(xb.Read(dac_bits=5, adc_bits=8, adc_bound=6, bound_management=3))
    assert fields["inp_res"] * 2 == 1 / 15 and fields["out_res"] * 2 * 6 == 6 / 127
    assert (fields["bound_management"], fields["max_bm_factor"]) == ("ITERATIVE", 7)  # reads at 1, 2, 4, 8
    assert mapping.io_fields(xb.BackwardRead())["bound_management"] == "NONE"


@pytest.fixture
def theirs(mapping):
    """Their layer with an analog bias and one of their tiles, given our spec and weights (inputs, outputs)."""
    torch = pytest.importorskip("torch")
    nn = pytest.importorskip("aihwkit.nn")

    def layer(spec, w):
        made = nn.AnalogLinear(len(w) - 1, w.shape[1], rpu_config=mapping.rpu_config(spec))
        made.set_weights(torch.from_numpy(w.T[:, :-1].copy()), torch.from_numpy(w.T[:, -1].copy()))
        return made, next(made.analog_tiles())

    return layer


def spec_of(kind, *changes):
    quiet = ["algorithm.c.c2c=0", "periphery.forward.out_noise=0", "periphery.backward.out_noise=0"]
    return xb.preset("lee2022", [f'algorithm.kind="{kind}"', *quiet, *changes])


def tile_of(spec, n_in, n_out):
    return xb.Tile(n_in, n_out, spec.algorithm, bias="analog", pulses=spec.pulses, periphery=spec.periphery)


def test_noiseless_reads_agree(theirs):
    """Equal up to float32 sums: both round to the same steps, unless a sum lies within 1e-6 of a half step."""
    import torch

    rng, spec = np.random.default_rng(0), spec_of("sgd")
    w = rng.uniform(-0.3, 0.3, (101, 30)).astype(np.float32)
    x, d = rng.uniform(0, 1, 100).astype(np.float32), rng.normal(size=30).astype(np.float32)
    tile, (layer, other) = tile_of(spec, 100, 30), theirs(spec, w)
    tile.set_weights(w)
    with torch.no_grad():
        np.testing.assert_allclose(layer(torch.from_numpy(x[None]))[0].numpy(), tile.forward(x), atol=1e-5)
        e = other.backward(torch.from_numpy(d[None]))[0].numpy()
    np.testing.assert_allclose(e[:100], tile.backward(d)[:100], atol=1e-5)


@pytest.mark.parametrize("name", DEVICES)
def test_one_pulse_at_a_time_agrees(theirs, name):
    """x = 1, d = +-1 at rate step: a train of one slot that always fires, 300 pulses down and 300 up."""
    import torch

    device = DEVICES[name]
    algorithm = xb.SGD(learning_rate=device.pulse_step * (1 - 1e-6), c=device)
    tile = xb.Tile(1, 1, algorithm, bias="analog")
    spec = spec_of("sgd").replace(algorithm=algorithm)
    _, other = theirs(spec, np.zeros((2, 1), np.float32))
    tile.set_weights(np.zeros((2, 1)))
    other.set_learning_rate(sys.modules["aihwkit_mapping"].rate(algorithm.learning_rate, device))
    for d in [1.0] * 300 + [-1.0] * 300:
        tile.update([1.0], [d])
        other.update(torch.ones(1, 1), torch.full((1, 1), d))
    np.testing.assert_allclose(np.ravel(other.tile.get_weights()), np.ravel(tile.weights), rtol=1e-4)


def test_transfers_agree(theirs):
    """Every number of pulses is certain: A moves by one a sample, and k = transfer_rate A_t/step is just under a
    whole number, because A_t is read as a multiple of the ADC's step.  Rows, order, sign and rates show in C."""
    import torch

    step, adc, just = 0.001, 12 / 255, 1 - 1e-6
    rates = [f"algorithm.learning_rate={step * just}", f"algorithm.transfer_rate={step / adc * just}"]
    quiet = ["algorithm.a.c2c=0", "periphery.transfer.out_noise=0", "algorithm.transfer_every=2"]
    spec = spec_of("tiki_taka", *quiet, *rates)
    w = np.zeros((4, 2), np.float32)
    tile, (_, other) = tile_of(spec, 3, 2), theirs(spec, w)
    tile.set_weights(w)
    other.set_learning_rate(1.0)
    for _ in range(110):
        tile.update([1.0, 1.0, 1.0], [1.0, -1.0])
        other.update(torch.ones(1, 3), torch.tensor([[1.0, -1.0]]))
    assert len(np.unique(tile.weights)) > 2  # rows have had different numbers of pulses
    np.testing.assert_allclose(other.tile.get_weights().T, tile.weights, rtol=1e-4)
    np.testing.assert_allclose(other.get_hidden_parameters()["hidden_weights_0"].T, tile.array_weights("a"), rtol=1e-4)
