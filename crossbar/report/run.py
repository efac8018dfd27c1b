"""The page of a trajectory: figures at the end, learning curves, pulses, and where it comes from."""

import tomllib
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import numpy as np

from crossbar.analysis.ledger import Ledger, ledger
from crossbar.analysis.ledger_lines import amount
from crossbar.plots.about import run_title
from crossbar.report.chart import Chart, Line, chart
from crossbar.report.origin import command, origin
from crossbar.report.parts import Code, Facts, Page, Section, Table, Text
from crossbar.trajectory import Run, open_run

LOSSES = (("test_loss", "test"), ("train_loss", "training, while learning"), ("judged_loss", "training, afterwards"))
ACCURACIES = tuple((name.replace("loss", "accuracy"), label) for name, label in LOSSES)


def run_page(path: Path) -> Page:
    """FileError: no trajectory, or one that cannot be read."""
    with open_run(path) as run:
        title, *devices = run_title(run, "")
        sections = [Section("At the end", list(_end(run))), Section("Learning", list(_curves(run)))]
        if "algorithm" in _config(run):
            found = ledger(run)
            sections.append(Section("Pulses and reads", list(_pulses(run, found))))
        sections.append(Section("How to get it again", list(_again(run))))
        sections.append(Section("Where it comes from", [Facts(origin(run.provenance))]))
        return Page(title, [f"Trajectory {path.name}", *devices], [each for each in sections if each.parts])


def _config(run: Run) -> dict[str, Any]:
    try:
        return tomllib.loads(run.config)
    except tomllib.TOMLDecodeError:
        return {}


def _end(run: Run) -> Iterator[Any]:
    if not run.n_records:
        yield Text("No epoch is recorded yet.")
        return
    rows = [("state", "finished" if run.finished else "not finished"), ("last epoch", str(run.records[-1]))]
    for name, label in (*ACCURACIES, *LOSSES):
        if name in run and np.isfinite(last := run[name][-1]):
            what = "accuracy" if name in dict(ACCURACIES) else "loss"
            rows.append((f"{what}, {label}", f"{last:.2%}" if what == "accuracy" else f"{last:.4f}"))
    if "test_accuracy" in run and np.isfinite(run["test_accuracy"]).any():
        best = int(np.nanargmax(run["test_accuracy"]))
        rows.append(("best test accuracy", f"{run['test_accuracy'][best]:.2%}, after epoch {run.records[best]}"))
    if "seconds" in run:
        rows.append(("seconds of training", f"{run['seconds'].sum():.4g}"))
    yield Facts(rows)


def _curves(run: Run) -> Iterator[Chart]:
    epochs = [int(n) for n in run.records]
    if not epochs:
        return
    errors = [Line(label, 100 * (1 - run[name])) for name, label in ACCURACIES if name in run]
    losses = [Line(label, run[name]) for name, label in LOSSES if name in run]
    for each in (chart("Classification error", "error (%)", epochs, errors), chart("Loss", "loss", epochs, losses)):
        if each:
            yield each


def _pulses(run: Run, found: Ledger) -> Iterator[Any]:
    samples = max(found.samples, 1)
    trained = run["epoch"] > 0 if "epoch" in run else np.zeros(0, bool)
    epochs = [int(n) for n in run.records[trained]] if trained.any() else []
    if epochs:
        each = samples / max(found.epochs, 1)
        lines = [Line(f"layer {a.layer} {a.array.upper()}", run[f"{a.group}/pulses_{a.array}"][trained].sum(1) / each,
                      number=a.layer, dash=int(a.array != "c")) for a in found.arrays]  # fmt: skip
        if drawn := chart("Pulses a sample, up and down together", "pulses per sample", epochs, lines):
            yield drawn
    rows = [[f"layer {a.layer} {a.array.upper()}", "×".join(map(str, a.shape[1:])), f"{a.up:,}", f"{a.down:,}",
             f"{a.pulses / samples:.4g}"] for a in found.arrays]  # fmt: skip
    yield Table("Pulses", ["array", "cells", "up", "down", "per sample"], rows, (1, 2, 3, 4))
    reads = [[f"layer {r.layer} {r.direction}", f"{r.reads:,}", f"{r.repeated:,}", f"{r.conversions:,}"]
             for r in found.reads]  # fmt: skip
    yield Table("Reads", ["read", "times", "repeated", "conversions"], reads, (1, 2, 3))
    yield Text(f"Time on the hardware, one step after the other: at most {amount(found.times.total, 's')}.")


def _again(run: Run) -> Iterator[Any]:
    if said := str(run.provenance.get("command", "")):
        yield Text("This command made it:")
        yield Code(command(said))
    if run.config:
        yield Text("Without the files it names: save the experiment below as experiment.toml, then")
        yield Code("crossbar train experiment.toml")
        yield Code(run.config, "The experiment (TOML)")
