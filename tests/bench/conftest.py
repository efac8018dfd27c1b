"""`pytest tests/bench` judges speed; any other run of the tests calls each kernel once and judges nothing.

setup.cfg switches pytest-benchmark off (--benchmark-disable); here it is switched on again where nothing but these
tests was asked for.
"""

import os
import sys
from pathlib import Path

import pytest

HERE = Path(__file__).parent
ONE_THREAD = ("OPENBLAS_NUM_THREADS", "MKL_NUM_THREADS", "OMP_NUM_THREADS", "VECLIB_MAXIMUM_THREADS")


def asked_for(config):
    given = config.invocation_params
    paths = [(given.dir / each.partition("::")[0]).resolve() for each in config.args]
    return all(path.is_relative_to(HERE) for path in paths) and "--benchmark-disable" not in given.args


@pytest.hookimpl(tryfirst=True)
def pytest_configure(config):
    """The reference is a product of NumPy on one thread, which its libraries must know before they are loaded."""
    if asked_for(config):
        config.option.benchmark_enable = True
        if "numpy" not in sys.modules:
            os.environ |= dict.fromkeys(ONE_THREAD, "1")


@pytest.fixture
def one_core():
    """Binds this process to one core, where there is a way to."""
    if not hasattr(os, "sched_setaffinity"):
        yield
        return
    before = os.sched_getaffinity(0)
    os.sched_setaffinity(0, {max(before)})
    yield
    os.sched_setaffinity(0, before)
