"""The figures: which panels, what their axes say, and that their lines are the numbers of the file."""

import errno
import subprocess
import sys
from itertools import pairwise

import numpy as np
import pytest
from matplotlib.figure import Figure
from matplotlib.patches import StepPatch

import crossbar as xb
from crossbar import plots, recording
from crossbar.config import dumps, loads
from crossbar.errors import CrossbarError, FileError
from crossbar.network import MLP
from crossbar.plots import plot_response, plot_run, save
from crossbar.response import PulseResponse
from crossbar.trajectory import Writer, open_run
from tests.crossbar import known_records as known

SAMPLES = 40  # of an epoch
SPEC = """
epochs = 3
network.sizes = [6, 5, 3]
algorithm.kind = "{kind}"
algorithm.learning_rate = 0.02
{transfer}
[algorithm.c]
kind = "soft_bounds"
step = 0.001
c2c = 0.3
"""
TRANSFER = 'algorithm.transfer_rate = 0.04\nalgorithm.a = { kind = "soft_bounds", step = 0.001, c2c = 0.3 }'
PROBES = ["record.probes=[{layer=0, row=2, col=3}, {layer=1, row=5, col=2}]"]
SIEMENS = ["algorithm.c.g_min=1e-6", "algorithm.c.g_max=21e-6"]


def write(path, sets=(), epochs=3, finished=True, close=True, kind="tiki_taka", **given):
    """A file as `crossbar.experiment.run` lays it out, its numbers drawn at random; returns the writer."""
    spec = loads(SPEC.format(kind=kind, transfer=TRANSFER if kind == "tiki_taka" else ""), sets)
    network = MLP.of(spec, 1)
    variables, static = recording.variables(network, SAMPLES), recording.static(network)
    facts = {"config_toml": dumps(spec), "config_json": "{}", "seed": 1, "command": "a test"}
    writer = Writer.create(path, variables, static, facts)
    for record in range(epochs + 1):
        writer.commit(record, *rows(variables, record, given))
    if close:
        writer.close(finished)
    return writer


def rows(variables, record, given):
    draw = np.random.default_rng(record)

    def of(cadence):
        return [(v.path, v) for v in variables if v.cadence == cadence]

    epoch = {name: draw.integers(1, 900, v.shape) * (record > 0) for name, v in of("epoch")}
    epoch |= {name: draw.uniform(0.1, 0.9) for name, v in of("epoch") if np.dtype(v.dtype).kind == "f"}
    epoch["train_accuracy"] = epoch["train_accuracy"] if record else np.nan
    epoch["judged_accuracy"] = np.nan
    epoch |= {name: values[record] for name, values in given.items()}
    pulses = [value.sum() for name, value in epoch.items() if "/pulses_" in name]
    epoch["pulses_per_sample"] = sum(pulses) / SAMPLES
    snapshot = {name: draw.normal(size=v.shape) for name, v in of("snapshot")}
    if record == 0:
        snapshot |= {name: 0 * w for name, w in snapshot.items() if name.endswith("_a")}
    sample = {name: draw.integers(-9, 9, (SAMPLES, *v.shape)) for name, v in of("sample")}
    return epoch, snapshot, sample if sample and record else None


@pytest.fixture(scope="module")
def full(tmp_path_factory):
    """A finished run of two layers under Tiki-Taka, with probes."""
    path = tmp_path_factory.mktemp("full") / "run.h5"
    write(path, [*PROBES, *SIEMENS])
    return path


@pytest.fixture(scope="module")
def figure(full):
    return plot_run(full)


def titles(figure):
    return [ax.get_title("left").split("  ")[1] for ax in figure.axes]


def panel(figure, title):
    return figure.axes[titles(figure).index(title)]


def texts(ax):
    return [text.get_text() for text in ax.texts]


def legend(ax):
    return [text.get_text() for text in ax.get_legend().get_texts()]


# Which panels


def test_panels_of_a_full_run(figure):
    assert titles(figure) == [
        "Classification error", "Probed cells: weights on C", "Probed cells: weights on A",
        "Layer 0: pulses", "Layer 0: weights on C", "Layer 0: weights on A",
        "Layer 1: pulses", "Layer 1: weights on C", "Layer 1: weights on A",
    ]  # fmt: skip
    labels = [(ax.get_xlabel(), ax.get_ylabel()) for ax in figure.axes]
    assert labels[:5] == [
        ("epoch", "error (%)"), ("training sample", "weight"), ("training sample", "weight"),
        ("epoch", "pulses per sample"), ("weight", "cells per bin (%)"),
    ]  # fmt: skip


def test_panels_of_sgd_without_probes(tmp_path):
    write(tmp_path / "run.h5", ['network.bias="digital"', "network.sizes=[6, 3]"], kind="sgd")
    assert titles(plot_run(tmp_path / "run.h5")) == [
        "Classification error", "Layer 0: pulses", "Layer 0: weights on C"
    ]  # fmt: skip


def test_a_deep_network_is_cut(tmp_path):
    write(tmp_path / "run.h5", ["network.sizes=[2, 2, 2, 2, 2, 2, 2, 2, 2, 2, 2]"], epochs=1)
    figure = plot_run(tmp_path / "run.h5")
    assert [t for t in titles(figure) if "pulses" in t] == [f"Layer {n}: pulses" for n in (*range(7), 9)]
    assert "8 of 10 layers drawn" in figure.get_suptitle()


def test_a_file_of_other_variables(tmp_path):
    with Writer.create(tmp_path / "run.h5", known.VARIABLES, known.STATIC, known.PROVENANCE) as writer:
        writer.commit(0, **known.rows(0))
    figure = plot_run(tmp_path / "run.h5")
    assert titles(figure)[1:] == ["Layer 0: weights on C", "Layer 1: weights on C"]
    assert legend(figure.axes[0]) == ["probe 0", "probe 1", "probe 2"]


def test_a_file_of_nothing_that_we_know(tmp_path):
    Writer.create(tmp_path / "run.h5", [], {}, {}).close()
    figure = plot_run(tmp_path / "run.h5")
    assert texts(figure.axes[0]) == ["nothing here that could be drawn"]
    assert figure.get_suptitle() == "run.h5  ·  not finished: 0 of ? epochs"


def test_title(figure):
    assert figure.get_suptitle().replace("\N{NO-BREAK SPACE}", " ").split("\n") == [
        "digits  ·  6–5–3 sigmoid  ·  Tiki-Taka  ·  seed 1",
        "devices of C: soft bounds, w_min −1, w_max 1, c2c 0.3, g_min 1 µS, g_max 21 µS, step 0.001, af 1",
        "devices of A: soft bounds, w_min −1, w_max 1, c2c 0.3, step 0.001, af 1",
    ]


def test_title_of_equal_devices_and_a_folder(tmp_path):
    write(tmp_path / "run.h5", ['data.name="/some/where/my_$data$"'])
    figure = plot_run(tmp_path / "run.h5")
    assert figure.get_suptitle().startswith("my_$data$  ·  6")
    assert "devices of C and A: soft bounds" in figure.get_suptitle()
    figure.savefig(tmp_path / "run.svg")
    assert "my_$data$" in (tmp_path / "run.svg").read_text()  # no formula was set


def test_title_of_a_pair(tmp_path):
    """The device inside is named, and of the pair what is set."""
    write(tmp_path / "run.h5", ["algorithm.c=pcm"])
    title = plot_run(tmp_path / "run.h5").get_suptitle().replace("\N{NO-BREAK SPACE}", " ").split("\n")
    assert title[1].startswith("devices of C: pair of exponential, w_min −1, w_max 1, w_max_d2d 0.2, c2c 0.6, step")
    assert "; refresh_at 0.5; reset_std 0.0224" in " ".join(title)


# Runs that are not whole


def test_before_the_first_epoch(tmp_path):
    write(tmp_path / "run.h5", PROBES, epochs=-1, finished=False)
    figure = plot_run(tmp_path / "run.h5")
    assert {text for ax in figure.axes for text in texts(ax)} == {
        "no epoch recorded yet", "no sample recorded yet", "no epoch of training yet", "no snapshot recorded yet"
    }  # fmt: skip


def test_after_record_0(tmp_path):
    write(tmp_path / "run.h5", PROBES, epochs=0, finished=False)
    figure = plot_run(tmp_path / "run.h5")
    assert len(panel(figure, "Classification error").lines[0].get_xdata()) == 1
    assert texts(panel(figure, "Layer 0: pulses")) == ["no epoch of training yet"]
    assert legend(panel(figure, "Layer 0: weights on C")) == ["epoch 0"]
    figure.savefig(tmp_path / "run.png")


def test_while_it_is_written(tmp_path):
    writer = write(tmp_path / "run.h5", PROBES, epochs=1, close=False)
    assert "not finished: 1 of 3 epochs" in plot_run(tmp_path / "run.h5").get_suptitle()
    with open_run(tmp_path / "run.h5") as run:
        plot_run(run)
        assert run.n_records == 2  # left open
        writer.commit(2, *rows(writer.variables, 2, {}))
        assert len(plot_run(run.refresh()).axes[0].lines[0].get_xdata()) == 3
    writer.close()


def test_no_such_file(tmp_path):
    with pytest.raises(FileError, match="there is none"):
        plot_run(tmp_path / "run.h5")


# The numbers


def test_error(full, figure):
    ax = figure.axes[0]
    train, test = ax.lines
    with open_run(full) as run:
        np.testing.assert_array_equal(test.get_xdata(), run["epoch"])
        np.testing.assert_array_equal(test.get_ydata(), 100 * (1 - run["test_accuracy"]))
        np.testing.assert_array_equal(train.get_ydata(), 100 * (1 - run["train_accuracy"]))
        assert texts(ax) == [f"{100 * (1 - run['test_accuracy'][-1]):.2f} %"]
    assert legend(ax) == ["training, while learning", "test"]


def test_error_of_judged_training_samples(tmp_path):
    write(tmp_path / "run.h5", judged_accuracy=[0.1, 0.2, 0.3, 0.4])
    assert legend(plot_run(tmp_path / "run.h5").axes[0])[1] == "training, after the epoch"


@pytest.mark.parametrize("last, scale", [(0.99, "log"), (0.7, "linear"), (1.0, "linear")])
def test_axis_of_the_error(tmp_path, last, scale):
    """Logarithmic where the error falls by more than 5, but not if it reaches 0."""
    accuracy = [0.1, 0.5, 0.6, last]
    write(tmp_path / "run.h5", test_accuracy=accuracy, train_accuracy=[np.nan, 0.5, 0.5, 0.5])
    ax = plot_run(tmp_path / "run.h5").axes[0]
    assert ax.get_yscale() == scale
    low, high = ax.get_ylim()
    assert high >= 90
    assert (low == 0) == (scale == "linear")


def test_pulses(full, figure):
    ax = panel(figure, "Layer 1: pulses")
    assert legend(ax) == ["C up", "C down", "A up", "A down"]
    with open_run(full) as run:
        for n, line in enumerate(ax.lines):
            counts = run[f"layer1/pulses_{'ccaa'[n]}"][1:, n % 2]
            np.testing.assert_allclose(line.get_ydata(), counts / SAMPLES, rtol=1e-14)
            assert line.get_xdata().tolist() == [1, 2, 3]


def test_an_epoch_without_pulses(tmp_path):
    none = {f"layer{n}/pulses_c": np.zeros((4, 2), int) for n in (0, 1)}
    write(tmp_path / "run.h5", kind="sgd", **none)
    assert all(line.get_ydata().tolist() == [0, 0, 0] for line in plot_run(tmp_path / "run.h5").axes[1].lines)


def test_weights(full, figure):
    ax = panel(figure, "Layer 0: weights on C")
    with open_run(full) as run:
        snapshots = run["layer0/weights_c"]
    drawn = [patch.get_data() for patch in ax.patches if isinstance(patch, StepPatch)]
    for w, (values, edges, _) in zip((snapshots[0], snapshots[-1]), drawn, strict=True):
        np.testing.assert_allclose(values, 100 * np.histogram(w, edges)[0] / w.size)
        assert values.sum() == pytest.approx(100)  # no cell lies outside
    assert legend(ax) == ["epoch 0", "epoch 3"]


def test_equal_weights_are_one_line(figure):
    ax = panel(figure, "Layer 0: weights on A")
    assert [line.get_xdata()[0] for line in ax.lines] == [0]
    assert legend(ax) == ["epoch 0: all at 0", "epoch 3"]


def test_conductances(figure):
    """g = 11 µS + 10 µS w between 1 and 21 µS; the devices of A state none."""
    figure.draw_without_rendering()
    ax = panel(figure, "Layer 0: weights on C")
    (axis,) = ax.child_axes
    assert axis.get_xlabel() == "conductance (µS)"
    np.testing.assert_allclose(axis.get_xlim(), [11 + 10 * w for w in ax.get_xlim()])
    assert not panel(figure, "Layer 0: weights on A").child_axes


@pytest.mark.parametrize("array", ["c", "a"])
def test_few_samples_are_all_drawn(full, figure, array):
    ax = panel(figure, f"Probed cells: weights on {array.upper()}")
    with open_run(full) as run:
        assert run.length("probes/weight_c") == 3 * SAMPLES
        for n, line in enumerate(ax.lines):
            np.testing.assert_array_equal(line.get_xdata(), run["probes/sample"])
            np.testing.assert_array_equal(line.get_ydata(), run[f"probes/weight_{array}"][:, n])
    assert len(ax.lines) == 2


def test_legend_of_the_probes(figure):
    assert legend(panel(figure, "Probed cells: weights on C")) == ["0 (2, 3)", "1 (5, 2)"]
    assert panel(figure, "Probed cells: weights on A").get_legend() is None


def test_many_samples_become_a_band(full, monkeypatch):
    """Of groups of 7 (the last of 1), read in blocks that end between groups."""
    monkeypatch.setattr(plots.run, "POINTS", 18)
    monkeypatch.setattr(plots.run, "BLOCK", 20)
    ax = panel(plot_run(full), "Probed cells: weights on A")
    assert ax.get_xlabel() == "training sample (band: min to max of 7)"
    with open_run(full) as run:
        weights = run["probes/weight_a"]
    starts = [*range(0, 3 * SAMPLES, 7), 3 * SAMPLES]
    for n, band in enumerate(ax.collections):
        corners = band.get_paths()[0].vertices
        for a, b in pairwise(starts):
            drawn = corners[corners[:, 0] == a + 3, 1]
            assert (drawn.min(), drawn.max()) == (weights[a:b, n].min(), weights[a:b, n].max())


def test_many_probes_are_cut(tmp_path):
    cells = ", ".join(f"{{layer=0, row={n % 6}, col={n // 6}}}" for n in range(8))
    write(tmp_path / "run.h5", [f"record.probes=[{cells}]"])
    ax = panel(plot_run(tmp_path / "run.h5"), "Probed cells: weights on C")
    assert len(ax.lines) == 5
    assert ax.get_legend().get_title().get_text() == "layer (row, col); 3 more not drawn"


# Pulse responses


def response(up=6, down=4, devices=3, **conductances):
    device = xb.SoftBounds(step=0.1, **conductances)
    w = np.random.default_rng(0).uniform(-1, 1, (up + down + 1, devices))
    return PulseResponse(up, down, w, device.conductances(w) if conductances else None, device)


def test_response():
    given = response()
    figure = plot_response(given)
    stairs, steps = figure.axes
    assert titles(figure) == ["Staircase", "Step of every pulse"]
    assert (stairs.get_xlabel(), stairs.get_ylabel()) == ("pulse number", "weight")
    assert (steps.get_xlabel(), steps.get_ylabel()) == ("weight before the pulse", "step of weight")
    for n in range(3):
        np.testing.assert_array_equal(stairs.lines[n].get_ydata(), given.weights[:, n])
        np.testing.assert_array_equal(steps.lines[n + 1].get_xdata(), given.weights[:-1, n])
        np.testing.assert_array_equal(steps.lines[n + 1].get_ydata(), np.diff(given.weights[:, n]))
    assert stairs.lines[3].get_xdata()[0] == 6  # where up turns into down
    assert figure.get_suptitle().startswith("Pulse response: 6 up, then 4 down\nsoft bounds, w_min")


def test_response_in_siemens():
    given = response(g_min=0.0, g_max=20e-9)
    stairs = plot_response(given).axes[0]
    assert stairs.get_ylabel() == "conductance (nS)"
    np.testing.assert_allclose(stairs.lines[0].get_ydata(), 1e9 * given.conductances[:, 0])


@pytest.mark.parametrize("up, down, devices", [(1, 0, 1), (0, 3, 1), (5, 5, 40)])
def test_response_of_any_size(tmp_path, up, down, devices):
    figure = plot_response(response(up, down, devices))
    figure.savefig(tmp_path / "response.png")
    assert (figure.axes[0].get_legend() is None) == (devices == 40)


def test_response_with_its_figures():
    """Mean steps of the device without spreads, the symmetry point, the figures in words; every turn of a cycle."""
    device = xb.SoftBounds(step=0.1, imbalance=0.2, c2c=0.3, step_d2d=0.3, g_min=1e-6, g_max=1e-5)
    given, figures = xb.pulse_response(device, 20, 10, cycles=2), xb.characteristics(device, 20, 10, cycles=2)
    figure = plot_response(given, figures)
    stairs, steps = figure.axes
    assert [line.get_xdata()[0] for line in stairs.lines[3:]] == [20, 30, 50] and stairs.get_legend() is None
    up, down, mark = steps.lines[4:]
    np.testing.assert_allclose(up.get_ydata(), 0.12 * (1 - up.get_xdata()), atol=1e-12)
    np.testing.assert_allclose(down.get_ydata(), -0.08 * (1 + down.get_xdata()), atol=1e-12)
    assert mark.get_xdata()[0] == pytest.approx(0.2)
    title = figure.get_suptitle().split("\n")
    assert title[0] == "Pulse response: 20 up, then 10 down, 2 times"
    assert title[-1].startswith("20 states  ·  symmetry point 0.200  ·  nonlinearity ") and "on/off 10" in title[-1]


def test_a_noisy_response_shows_its_means():
    """Where single steps are far larger than the mean ones, the axis keeps to the mean ones."""
    device = xb.SoftBounds(step=0.01, write_noise=50.0)
    figure = plot_response(xb.pulse_response(device, 50, 50), xb.characteristics(device, 50, 50))
    np.testing.assert_allclose(figure.axes[1].get_ylim(), (-0.08, 0.08), rtol=0.02)
    assert titles(figure)[1] == "Steps, to 4 times the mean"


def test_of_very_many_steps_some_are_drawn():
    device = xb.SoftBounds(step=0.001)
    steps = plot_response(xb.pulse_response(device, 15000, 15000, 2)).axes[1]
    assert len(steps.lines[1].get_xdata()) == 10000  # of 30,000 pulses every third, as 2 x 30,000 are thrice 20,000


# Files


def test_save_a_response(tmp_path):
    given = xb.pulse_response(xb.SoftBounds(step=0.1), 10, 10)
    assert save(given, tmp_path / "r.svg").read_bytes().startswith(b"<?xml")


@pytest.mark.parametrize("suffix, head", [("png", b"\x89PNG"), ("svg", b"<?xml"), ("PDF", b"%PDF")])
def test_save(full, tmp_path, suffix, head):
    out = tmp_path / f"a.b.{suffix}"
    assert save(full, str(out)) == out
    assert out.read_bytes().startswith(head)
    assert [path.name for path in tmp_path.iterdir()] == [out.name]


def test_save_replaces_only_when_asked(full, tmp_path):
    out = tmp_path / "run.png"
    out.write_text("mine")
    with pytest.raises(FileError, match=r"run.png: the output must not exist yet; choose another name"):
        save(full, out)
    assert out.read_text() == "mine"
    save(full, out, overwrite=True)
    assert out.read_bytes().startswith(b"\x89PNG")


@pytest.mark.parametrize("name, message", [
    ("run.jpeg", r"suffix must be one of .png, .svg, .pdf \(got '.jpeg'\); change the name"),
    ("run", r"suffix must be one of .png, .svg, .pdf \(got ''\); change the name"),
    ("no/run.png", "the output's folder must exist"),
])  # fmt: skip
def test_names_that_cannot_be(full, tmp_path, name, message):
    with pytest.raises(FileError, match=message):
        save(full, tmp_path / name)
    assert not list(tmp_path.iterdir())


def test_a_full_disk_leaves_nothing(full, tmp_path, monkeypatch):
    def savefig(self, path, **options):
        path.write_bytes(b"half")
        raise OSError(errno.ENOSPC, "No space left on device")

    monkeypatch.setattr(Figure, "savefig", savefig)
    with pytest.raises(FileError, match=r"must be writable \(got No space left on device\); make room"):
        save(full, tmp_path / "run.png")
    assert not list(tmp_path.iterdir())


def test_without_matplotlib(full, monkeypatch):
    monkeypatch.setitem(sys.modules, "matplotlib.figure", None)
    with pytest.raises(CrossbarError, match=r'needs matplotlib.*; pip install "pulse-crossbar\[plot\]"'):
        plot_run(full)


def test_matplotlib_comes_late_and_pyplot_never(full):
    program = (
        "import sys; from crossbar import plots; assert 'matplotlib' not in sys.modules; "
        f"plots.plot_run({str(full)!r}); assert 'matplotlib.pyplot' not in sys.modules"
    )
    subprocess.run([sys.executable, "-c", program], check=True)
