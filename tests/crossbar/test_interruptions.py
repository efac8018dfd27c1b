"""Trainings that are killed, interrupted, or run out of disk: what was printed is kept, what is resumed is the same."""

import os
import random
import re
import signal
import subprocess
import sys
import threading
from functools import partial

import pytest

import crossbar as xb
from crossbar.trajectory import checkpoints, describe
from tests.crossbar import eventful

resource = pytest.importorskip("resource")  # signals and limits are those of POSIX
KILLS = int(os.environ.get("CROSSBAR_KILLS", "5"))
EPOCHS = 60  # a second or more: time to interrupt it
CROSSBAR = "import sys; from crossbar.cli import main; sys.exit(main(sys.argv[1:]))"


@pytest.fixture(scope="module")
def whole(tmp_path_factory):
    """The run that nobody interrupts; it also leaves compiled code for the children."""
    with xb.run(eventful.spec(epochs=EPOCHS), tmp_path_factory.mktemp("whole") / "whole.h5") as run:
        yield run


@pytest.fixture
def experiment(tmp_path):
    path = tmp_path / "small.toml"
    path.write_text(eventful.TOML)
    return path


@pytest.fixture
def path(tmp_path):
    folder = tmp_path / "runs"
    folder.mkdir()
    return folder / "run.h5"


def ctrl_c_reaches_it():
    """A shell that runs the tests in the background has them ignore Ctrl-C, and children inherit that."""
    signal.signal(signal.SIGINT, signal.default_int_handler)


def disk_of(size):
    """No file may grow beyond `size` bytes."""
    signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
    resource.setrlimit(resource.RLIMIT_FSIZE, (size, size))


def start(*arguments, program=CROSSBAR, first=ctrl_c_reaches_it):
    command, pipe = [sys.executable, "-c", program, *map(str, arguments)], subprocess.PIPE
    return subprocess.Popen(command, stdout=pipe, stderr=pipe, text=True, preexec_fn=first)


def beginning(experiment, path, **how):
    return start("train", experiment, "--epochs", EPOCHS, "--out", path, **how)


def going_on(path, **how):
    return start("resume", path, **how)


def until(child, line):
    """What the child has printed up to the line that begins so."""
    said = ""
    while not said.splitlines()[-1:] or not said.splitlines()[-1].startswith(line):
        more = child.stdout.readline()
        assert more, said + child.stderr.read()
        said += more
    return said


def printed(output):
    """The epochs that the child's lines acknowledge."""
    return [int(number) for number in re.findall(r"^epoch +(\d+) ", output, re.MULTILINE)]


def finishes(child):
    output, errors = child.communicate()
    assert child.returncode == 0, errors
    return output


def assert_kept(path, whole, said):
    """Every epoch printed is there, and all that is there is right."""
    with xb.open_run(path) as run:
        assert run["epoch"].tolist() == list(range(run.n_records))
        assert run.n_records > max(said, default=-1)
        eventful.assert_begins(run, whole)


def test_kills(experiment, path, whole):
    """Killed again and again, at any moment from its first word on, a run ends as if it never had been."""
    chance, said = random.Random(7), []
    for _ in range(KILLS):
        child = going_on(path) if path.exists() else beginning(experiment, path)
        output = until(child, chance.choice(["digits", "epoch", "epoch"]))  # code is fetched after the first line
        threading.Timer(chance.uniform(0, 0.6), child.send_signal, [signal.SIGKILL]).start()
        rest, errors = child.communicate()
        assert child.returncode in (0, -signal.SIGKILL), errors
        said = printed(output + rest) or said
        assert path.exists() or not said
        if path.exists():
            assert_kept(path, whole, said)
            if describe(path).whole:  # it was faster than its killer
                ends_as(whole, path)
                path.unlink()
                said = []
    if said:
        finishes(going_on(path))
        ends_as(whole, path)


def ends_as(whole, path):
    eventful.assert_same(path, whole)
    assert sorted(p.name for p in path.parent.iterdir()) == ["run.h5", "run.h5.checkpoints"]


DIES = """
import os, signal, sys
import crossbar.experiment as experiment
from crossbar.cli import main
kept = experiment.save_checkpoint
def dies(path, record, arrays, numbers):
    if record == 6:
        os.kill(os.getpid(), signal.SIGKILL)
    return kept(path, record, arrays, numbers)
experiment.save_checkpoint = dies
main(sys.argv[1:])
"""


def test_kill_between_record_and_checkpoint(experiment, path, whole):
    child = beginning(experiment, path, program=DIES)
    output, errors = child.communicate()
    assert child.returncode == -signal.SIGKILL, errors
    assert printed(output) == [0, 1, 2, 3, 4, 5]
    assert checkpoints(path) == [2, 4]
    with xb.open_run(path) as run:
        assert run.records.tolist() == [0, 1, 2, 3, 4, 5, 6]
    assert_kept(path, whole, printed(output))
    assert "going on after epoch 4" in finishes(going_on(path))
    eventful.assert_same(path, whole)


def test_ctrl_c(experiment, path, whole):
    """It ends at a committed record and says how to go on; so does SIGTERM, by which batch systems end a job."""
    for number, line in ((signal.SIGINT, "epoch   2"), (signal.SIGTERM, "epoch")):
        child = going_on(path) if path.exists() else beginning(experiment, path)
        output = until(child, line)
        child.send_signal(number)
        rest, errors = child.communicate()
        assert child.returncode == 130, errors
        last = xb.open_run(path).records[-1]
        assert errors == f"crossbar: interrupted after epoch {last}; go on with: crossbar resume {path}\n"
        assert describe(path).state == "stopped"
        assert_kept(path, whole, printed(output + rest))
    assert printed(finishes(going_on(path)))[-1] == EPOCHS
    eventful.assert_same(path, whole)


NOTEBOOK = """
import sys
import crossbar as xb
try:
    xb.resume(sys.argv[2])
except xb.FileError as error:
    sys.exit(f"crossbar: {error}")
"""


def test_full_disk(experiment, path, whole):
    """One line, exit code 2; the epochs printed can be read; with room again, the run goes on to the same end.

    Whoever calls from Python gets an exception, and an interpreter that ends as usual.
    """
    room = whole.path.stat().st_size * 3 // 4
    child = beginning(experiment, path, first=partial(disk_of, room))
    output, errors = child.communicate()
    assert child.returncode == 2, errors
    assert re.fullmatch(r"crossbar: [^\n]*run\.h5[^\n]*disk[^\n]*full[^\n]*resume[^\n]*\n", errors)
    assert 3 < len(printed(output)) < EPOCHS
    assert_kept(path, whole, printed(output))
    for program, code in ((CROSSBAR, 2), (NOTEBOOK, 1)):
        again = going_on(path, program=program, first=partial(disk_of, room))
        errors = again.communicate(timeout=60)[1]
        assert again.returncode == code, errors
        assert re.fullmatch(r"crossbar: [^\n]*disk[^\n]*full[^\n]*\n", errors)
        assert_kept(path, whole, printed(output))
    finishes(going_on(path))
    eventful.assert_same(path, whole)


@pytest.mark.parametrize("room", [1_000, 50_000])
def test_full_disk_at_the_start(experiment, path, whole, room):
    """Nothing is left that looks like a run."""
    child = beginning(experiment, path, first=partial(disk_of, room))
    errors = child.communicate()[1]
    assert child.returncode == 2, errors
    assert re.fullmatch(r"crossbar: [^\n]*run\.h5[^\n]*disk[^\n]*full[^\n]*\n", errors)
    assert not list(path.parent.iterdir())


def test_a_second_writer_is_refused(experiment, path, whole):
    child = beginning(experiment, path, program=DIES.replace("SIGKILL", "SIGSTOP"))
    try:
        until(child, "epoch   5")
        os.waitid(os.P_PID, child.pid, os.WSTOPPED)
        with xb.open_run(path) as growing:
            eventful.assert_begins(growing, whole)
        other = going_on(path)
        errors = other.communicate()[1]
        assert other.returncode == 2
        assert re.fullmatch(r"crossbar: [^\n]*run\.h5: must have no other writer[^\n]*\n", errors)
    finally:
        child.send_signal(signal.SIGCONT)
    finishes(child)
    eventful.assert_same(path, whole)


DEAF = """
import os, signal, sys
from crossbar.cli import main
from crossbar.console import Console
class Dying:
    def __del__(self):
        os.kill(os.getpid(), signal.SIGINT)  # what it raises here, Python drops
shown = Console.epoch
def epoch(self, epoch, network):
    shown(self, epoch, network)
    if epoch.number == 3:
        dying = Dying()
        del dying
Console.epoch = epoch
main(sys.argv[1:])
"""


def test_a_ctrl_c_that_python_drops_is_not_lost(experiment, path, whole):
    child = beginning(experiment, path, program=DEAF)
    output, errors = child.communicate()
    assert child.returncode == 130 and "Exception ignored" in errors, errors
    assert "crossbar: interrupted after epoch" in errors and printed(output)[-1] == 3
    finishes(going_on(path))
    eventful.assert_same(path, whole)
