"""A writer is killed at random moments, or its disk is full: no acknowledged record may be lost."""

import os
import random
import re
import signal
import subprocess
import sys
import threading
from pathlib import Path

import pytest

from crossbar.trajectory import checkpoints, describe, load_checkpoint, open_run
from tests.crossbar import known_records as known

ROOT = Path(__file__).parents[2]
KILLS = int(os.environ.get("CROSSBAR_KILLS", "5"))
TOTAL = 10**6  # records: more than a child can write before it is killed

pytestmark = pytest.mark.skipif(os.name != "posix", reason="signals and limits are those of POSIX")


def start(*arguments, **environment):
    command = [sys.executable, "-m", "tests.crossbar.known_records", *map(str, arguments)]
    pipe = subprocess.PIPE
    return subprocess.Popen(command, cwd=ROOT, stdout=pipe, stderr=pipe, text=True, env=os.environ | environment)


def acknowledged(output):
    """The number of records that the child's lines acknowledge."""
    acks = re.findall(r"^ack (\d+)$", output, re.MULTILINE)
    return int(acks[-1]) + 1 if acks else 0


def killed_after(path, seconds):
    """Output of a child that is killed so long after its first word (which comes once the file is there)."""
    child = start(path, TOTAL)
    first = child.stdout.readline()
    threading.Timer(seconds, child.send_signal, [signal.SIGKILL]).start()
    output, errors = child.communicate()
    assert child.returncode == -signal.SIGKILL, errors
    return first + output


def test_kills(tmp_path):
    """Records survive, runs go on after each kill, and the end is what an uninterrupted run would hold."""
    path = tmp_path / "run.h5"
    chance = random.Random(2)
    for _ in range(KILLS):
        said = acknowledged(killed_after(path, chance.uniform(0, 0.15)))
        assert describe(path).state == "killed"
        with open_run(path) as run:
            assert run.n_records >= said > 0
            assert not run.finished
            known.check(run, run.n_records)
            total = run.n_records + 2
        # The second-newest checkpoint was fully on the disk before the newest was begun.
        assert load_checkpoint(path, said).record >= said - 2 * known.CHECKPOINT_EVERY
    child = start(path, total)
    errors = child.communicate()[1]
    assert child.returncode == 0, errors
    with open_run(path) as run:
        known.check(run, total)
        assert run.finished
    assert describe(path).whole
    assert sorted(p.name for p in tmp_path.iterdir()) == ["run.h5", "run.h5.checkpoints"]


def test_kill_at_creation(tmp_path):
    """A file that exists can be read and resumed, however early its writer was killed."""
    chance = random.Random(3)
    for number in range(3):
        path = tmp_path / f"{number}.h5"
        child = start(path, TOTAL)
        with pytest.raises(subprocess.TimeoutExpired):
            child.wait(chance.uniform(0.25, 0.45))  # about when the file appears
        child.kill()
        said = acknowledged(child.communicate()[0])
        assert path.exists() or not said
        if path.exists():
            with open_run(path) as run:
                assert run.n_records >= said
                known.check(run, run.n_records)


@pytest.mark.parametrize("leave", [{}, {"LEAVE_AT_ONCE": "1"}], ids=["interpreter ends", "os._exit"])
def test_full_disk(tmp_path, leave):
    """One line, exit code 2, and what was acknowledged is there and can be resumed."""
    path = tmp_path / "run.h5"
    child = start(path, TOTAL, 200_000, **leave)
    output, errors = child.communicate()
    assert child.returncode == 2, errors
    assert re.fullmatch(r"[^\n]*run\.h5[^\n]*disk[^\n]*full[^\n]*\n", errors)
    said = acknowledged(output)
    assert said > 5
    with open_run(path) as run:
        assert said <= run.n_records <= said + 1
        known.check(run, run.n_records)
    again = start(path, said + 1)
    assert again.wait() == 0
    assert describe(path).whole
    assert checkpoints(path)


@pytest.mark.parametrize("limit", [1_000, 12_000, 20_000])
def test_full_disk_at_creation(tmp_path, limit):
    """Nothing is left that looks like a run."""
    child = start(tmp_path / "run.h5", 3, limit)
    errors = child.communicate()[1]
    assert child.returncode == 2, errors
    assert re.fullmatch(r"[^\n]*run\.h5[^\n]*disk[^\n]*full[^\n]*\n", errors)
    assert not list(tmp_path.iterdir())
