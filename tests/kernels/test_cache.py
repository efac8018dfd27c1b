"""Compiled code on disk: never stale, neither after an edit of ours nor of a user's law."""

import importlib.util
import json
import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

import kernels

ROOT = Path(__file__).parents[2]

USERS_LAW = """
from typing import Any, NamedTuple
from kernels.devices import register

class Mine(NamedTuple):
    cells: Any
    c2c: Any

def law(dev, cell, w, up, z):
    return w + {factor} * cell.s_up

register(Mine, law)
"""

# An entry as those of kernels/epoch.py, but small: it compiles in a second.
PULSE_ONCE = """
import json
import numpy as np
from kernels import _jit, devices
from users_law import Mine

@_jit.entry
def once(dev, w):
    w[0] = devices.pulse(dev, dev.cells[0, 0], w[0], True, w[0])

cells = np.zeros((1, 1), np.dtype([(name, "f8") for name in ("w_min", "w_max", "s_up", "s_dn")], align=True))
cells["s_up"] = 1.0
found = {}
for device in (Mine, devices.Constant):
    w = np.zeros(1)
    once(device(cells.view(np.recarray), 0.0), w)
    found[device.__name__] = w[0]
hits = sum(once.stats.cache_hits.values()), sum(once.stats.cache_misses.values())
print(json.dumps([found, hits, str(_jit.CACHE_FOLDER)]))
"""


@pytest.fixture(scope="module")
def copy(tmp_path_factory):
    """The sources of kernels somewhere else, to be edited."""
    folder = tmp_path_factory.mktemp("copy") / "kernels"
    shutil.copytree(Path(kernels.__file__).parent, folder, ignore=shutil.ignore_patterns("__pycache__"))
    return folder


def loaded(folder, monkeypatch, tmp_path):
    monkeypatch.setenv("CROSSBAR_CACHE", str(tmp_path))
    spec = importlib.util.spec_from_file_location("a_copy_of_jit", folder / "_jit.py")
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module.CACHE_FOLDER


def test_an_edit_of_any_file_changes_the_folder(copy, monkeypatch, tmp_path):
    """numba itself notices edits of the file of an entry only."""
    first = loaded(copy, monkeypatch, tmp_path)
    assert first == loaded(copy, monkeypatch, tmp_path) and first.parent == tmp_path and first.is_dir()
    names, sources = {first.name}, sorted(copy.rglob("*.py"))
    assert len(sources) > 15
    for path in sources:
        text = path.read_text()
        path.write_text(text + "\n# edited\n")
        names.add(loaded(copy, monkeypatch, tmp_path).name)
        path.write_text(text)
    assert len(names) == 1 + len(sources)
    assert loaded(copy, monkeypatch, tmp_path) == first


def test_a_new_file_changes_the_folder(copy, monkeypatch, tmp_path):
    first = loaded(copy, monkeypatch, tmp_path)
    (copy / "devices" / "new.py").write_text("")
    assert loaded(copy, monkeypatch, tmp_path) != first
    (copy / "devices" / "new.py").unlink()


def test_where_the_cache_lies(copy, monkeypatch, tmp_path):
    """$CROSSBAR_CACHE, else the user's cache folder; and a folder that cannot be written is no reason to fail."""
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "home"))
    assert loaded(copy, monkeypatch, tmp_path / "asked").parent == tmp_path / "asked"
    assert loaded(copy, monkeypatch, "").parent == tmp_path / "home" / "pulse-crossbar"
    (tmp_path / "file").write_text("")
    folder = loaded(copy, monkeypatch, tmp_path / "file")
    assert folder.is_dir() and (tmp_path / "file") not in folder.parents


def child(folder):
    path = os.pathsep.join(map(str, (ROOT, folder)))
    environment = os.environ | {"CROSSBAR_CACHE": str(folder / "cache"), "PYTHONPATH": path}
    command = [sys.executable, folder / "once.py"]
    done = subprocess.run(command, env=environment, capture_output=True, text=True, timeout=100)
    assert done.returncode == 0, done.stderr
    return json.loads(done.stdout)


def test_a_users_law_is_never_served_stale(tmp_path):
    """It bypasses the cache, for its source is not part of the folder's name; ours is loaded from there."""
    (tmp_path / "once.py").write_text(PULSE_ONCE)
    (tmp_path / "users_law.py").write_text(USERS_LAW.format(factor=1.0))
    first, hits, cache = child(tmp_path)
    assert first == {"Mine": 1.0, "Constant": 1.0} and hits == [0, 2]
    (tmp_path / "users_law.py").write_text(USERS_LAW.format(factor=2.0))
    second, hits, again = child(tmp_path)
    assert second == {"Mine": 2.0, "Constant": 1.0} and hits == [1, 1]
    assert cache == again and len(list(Path(cache).rglob("*.nbc"))) == 1  # ours alone
