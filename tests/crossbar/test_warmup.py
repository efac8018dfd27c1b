"""`crossbar warmup`: what it says, and that a training after it compiles nothing."""

import os
import subprocess
import sys
import threading
from pathlib import Path

import pytest

import crossbar as xb
from crossbar import console, datasets, warmup
from crossbar.console import COMPILING
from crossbar.presets import preset_names

ROOT = Path(__file__).parents[2]
CROSSBAR = """
import sys
from crossbar.cli import main
from crossbar.network import compilations
main(sys.argv[1:])
print("compilations", compilations())
"""


def crossbar(cache, *arguments):
    """What a process of its own says, with the cache in that folder."""
    environment = os.environ | {"CROSSBAR_CACHE": str(cache), "PYTHONPATH": str(ROOT)}
    command = [sys.executable, "-c", CROSSBAR, *map(str, arguments)]
    done = subprocess.run(command, env=environment, capture_output=True, text=True, timeout=250, cwd=cache.parent)
    assert done.returncode == 0, done.stderr
    return done.stdout


def contents(cache):
    return {path: path.stat().st_mtime_ns for path in cache.rglob("*.nb?")}


@pytest.mark.slow
def test_what_is_warm_is_not_compiled_again(tmp_path):
    """Training, other numbers, another warm-up: nothing is compiled, nothing is written, nothing is said of it."""
    cache = tmp_path / "cache"
    said = crossbar(cache, "warmup", "digits")
    assert "digits: tiki_taka, 2 layers, float32 ... compiled 2 loops, " in said
    assert "compiled code is kept, in " in said and str(cache) in said and said.endswith("compilations 2\n")
    kept = contents(cache)
    assert len(kept) == 4
    changes = ["--set", "network.sizes=[64,9,10]", "--set", "algorithm.c.c2c=0", "--set", "data.train_samples=50"]
    trained = crossbar(cache, "train", "--epochs", 1, *changes)
    assert trained.endswith("compilations 0\n") and COMPILING not in trained
    again = crossbar(cache, "warmup", "digits")
    assert "was there already, " in again and "everything was there already, in " in again
    assert contents(cache) == kept


@pytest.fixture
def nothing_is_compiled(monkeypatch):
    """Stands in for the compiler, and for the data, which nobody may look for."""
    made = []
    monkeypatch.setattr(warmup.MLP, "compile", lambda network: made.append(network))
    monkeypatch.setattr(datasets, "load", None)
    return made


def test_every_preset_without_names(nothing_is_compiled):
    said = "".join(warmup.warm_up())
    assert [line.partition(":")[0] for line in said.splitlines()[:-1]] == list(preset_names())
    assert said.splitlines()[-1].startswith("everything was there already, in ")
    assert [len(network.tiles) for network in nothing_is_compiled] == [2, 3, 3]


def test_a_file_with_changes(nothing_is_compiled, tmp_path):
    file = tmp_path / "mine.toml"
    file.write_text(xb.dumps(xb.preset("digits")))
    said = "".join(warmup.warm_up([str(file)], ["dtype=float64"]))
    assert said.startswith(f"{file}: tiki_taka, 2 layers, float64 ... ")
    assert nothing_is_compiled[0].tiles[0].dtype == "float64"


def test_all_sources_are_checked_first(nothing_is_compiled):
    custom = 'algorithm.c={kind="custom",law="a_module:Law",cells={s=0.1},granularity=0.1}'
    for sources, overrides, message in (
        (["digits", "nope"], [], "preset: must be one of"),
        (["digits"], ["algorithm.a.af=-1"], r"algorithm\.a\.af: must be >= 0"),
        (["digits"], [custom], r"digits: algorithm\.c\.law: must be a built-in law .*got a_module:Law.*; leave"),
    ):
        with pytest.raises(xb.SpecError, match=message):
            list(warmup.warm_up(sources, overrides))
    assert not nothing_is_compiled


@pytest.mark.parametrize(("counts", "said"), [((7, 7, 7, 8), [COMPILING]), ((7, 7, 7, 7), [])])
def test_the_line_about_compiling(monkeypatch, counts, said):
    """It comes once the compiler is at work, and not where code is only fetched, however long that takes."""
    looks, looked, lines = iter(counts), threading.Event(), []

    def count():
        found = next(looks, None)
        if found is None:
            looked.set()
        return found or counts[-1]

    def say(self, line):
        lines.append(line)
        looked.set()

    monkeypatch.setattr(console, "PATIENCE", 0.001)
    monkeypatch.setattr(console, "compilations", count)
    monkeypatch.setattr(console.Console, "_say", say)
    with console.Console() as shown:
        shown.start(xb.preset("digits"), 0)
        assert looked.wait(60)
    assert lines == said
