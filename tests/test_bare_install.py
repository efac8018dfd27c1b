"""The package alone, without an extra, installed from a copy of the repository as a user would: it trains, resumes
and reads digits, and what needs an extra says which."""

import json
import os
import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

import crossbar as xb
from tests.crossbar import eventful

ROOT = Path(__file__).parents[1]
BIN = "Scripts" if os.name == "nt" else "bin"
SOURCES = ("crossbar", "kernels", "data", "setup.cfg", "pyproject.toml", "README.md", "LICENSE")
OFFLINE = "from versions: none|NameResolution|Failed to establish|Connection|[Tt]imed out|Network is unreachable"

pytestmark = pytest.mark.slow


def copy(target):
    target.mkdir()
    for path in map(ROOT.joinpath, SOURCES):
        if path.is_dir():
            shutil.copytree(path, target / path.name, ignore=shutil.ignore_patterns("__pycache__"))
        elif path.exists():
            shutil.copy(path, target)
    return target


@pytest.fixture(scope="module")
def bare(tmp_path_factory):
    """`program ARGUMENTS` in a new virtual environment that holds nothing but the package and what it declares."""
    folder = tmp_path_factory.mktemp("bare")
    source, home = copy(folder / "source"), folder / "home"
    home.mkdir()
    unwanted = ("PYTHONPATH", "PYTHONHOME", "CROSSBAR_DATA")
    environment = {name: value for name, value in os.environ.items() if name not in unwanted}
    environment |= {"CROSSBAR_CACHE": str(folder / "cache"), "NO_PROXY": "127.0.0.1"}
    subprocess.run([sys.executable, "-m", "venv", folder / "venv"], check=True)

    def call(program, *arguments):
        command = [folder / "venv" / BIN / program, *map(str, arguments)]
        return subprocess.run(command, cwd=home, env=environment, capture_output=True, text=True, timeout=280)

    # Byte code is made of what is imported, not of all that is installed.
    done = call("python", "-m", "pip", "install", "--no-compile", "--disable-pip-version-check", source)
    if done.returncode and re.search(OFFLINE, done.stderr + done.stdout):
        pytest.skip(f"pip reaches no package index: {done.stderr.strip().splitlines()[-1]}")
    assert done.returncode == 0, done.stderr
    call.home = home
    yield call
    shutil.rmtree(folder, ignore_errors=True)  # half a gigabyte


def python(bare, program):
    done = bare("python", "-c", program)
    assert done.returncode == 0, done.stderr
    return done.stdout


@pytest.fixture(scope="module")
def run(bare):
    (bare.home / "small.toml").write_text(eventful.PLAIN)
    done = bare("crossbar", "train", "small.toml", "--epochs", 2, "--out", "run.h5", "--json")
    assert (done.returncode, done.stderr) == (0, "")
    assert len(json.loads(done.stdout.splitlines()[-1])["test_accuracy"]) == 2
    return bare.home / "run.h5"


def test_it_is_really_alone(bare):
    found = python(bare, "import crossbar, kernels; print(crossbar.__file__, kernels.__file__)").split()
    assert all("site-packages" in path for path in found)
    names = "'matplotlib', 'xarray', 'netCDF4', 'pooch', 'pytest', 'tests'"
    program = f"from importlib.util import find_spec; print([n for n in ({names}) if find_spec(n)])"
    assert python(bare, program) == "[]\n"


def test_it_trains_and_resumes(bare, run):
    done = bare("crossbar", "resume", "run.h5", "--epochs", 3)
    assert (done.returncode, done.stderr) == (0, "")
    with xb.open_run(run) as opened:
        assert opened.finished and opened.records.tolist() == [0, 1, 2, 3]
        assert opened.provenance["version_pulse_crossbar"] == xb.__version__


def test_it_reads(bare, run):
    done = bare("crossbar", "info", "run.h5")
    assert done.returncode == 0 and "finished, whole" in done.stdout
    program = "import crossbar as xb; run = xb.open_run('run.h5'); print(*run['layer0/weights_c'].shape[1:])"
    assert python(bare, program) == "64 8\n"
    program = "import crossbar as xb; d = xb.load_data('digits'); print(*d.train_x.shape, *d.test_x.shape)"
    assert python(bare, program) == "1437 64 360 64\n"


def test_its_configuration_can_be_fed_back(bare):
    text = bare("crossbar", "config", "lee2022").stdout
    (bare.home / "again.toml").write_text(text)
    assert text and bare("crossbar", "config", "again.toml").stdout == text


EXTRAS = {
    "plot": ("crossbar", "plot", "run.h5"),
    "download": ("crossbar", "train", "lee2022"),
    "xarray": ("python", "-c", "import crossbar as xb\ntry: xb.open_run('run.h5').to_xarray()\n"
                               "except xb.CrossbarError as error: raise SystemExit(f'crossbar: {error}')"),
}  # fmt: skip


@pytest.mark.parametrize(("extra", "command"), EXTRAS.items(), ids=EXTRAS)
def test_what_needs_an_extra_says_which(bare, run, extra, command):
    before = sorted(bare.home.iterdir())
    done = bare(*command)
    assert done.returncode in (1, 2) and done.stderr.startswith("crossbar: ") and done.stderr.count("\n") == 1
    assert f'pip install "pulse-crossbar[{extra}]"' in done.stderr
    assert sorted(bare.home.iterdir()) == before


def test_doctor_names_all_of_them(bare):
    found = python(bare, "from crossbar.doctor import facts\nfor fact in facts(): print(*fact)")
    for module, extra in {"matplotlib": "plot", "xarray": "xarray", "netCDF4": "xarray", "pooch": "download"}.items():
        assert f'{module} not installed: pip install "pulse-crossbar[{extra}]"\n' in found
