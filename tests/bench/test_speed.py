"""Each kernel as a ratio to a frozen reference in the same process, both timed in turns: at most 1.5 x its baseline.

A ratio is the time of one round of a kernel's work over that of one NumPy product x @ W on one thread, each the lower
quartile of its rounds: what else runs on the machine can only make rounds longer.  Rounds are in processor time, where
its clock is fine enough: they are long enough to be interrupted, a product is not.
"""

import os
import time

import numpy as np
import pytest

from crossbar.bench.machine import cpu
from tests.bench import baseline, reference
from tests.bench.conftest import ONE_THREAD
from tests.bench.kernels_at_work import WORK

ROUNDS, WARM = 60, 3
TIMER = time.process_time if time.get_clock_info("process_time").resolution < 1e-6 else time.perf_counter


@pytest.mark.benchmark(timer=TIMER)
@pytest.mark.parametrize("name", WORK)
def test_speed(name, benchmark, one_core):
    work, products = WORK[name](), []
    rounds = {"rounds": ROUNDS, "warmup_rounds": WARM}
    benchmark.pedantic(work, setup=lambda: products.append(reference.seconds()), **rounds)
    if benchmark.disabled:
        return
    ratio = float(np.percentile(benchmark.stats.stats.data, 25) / np.percentile(products[-ROUNDS:], 25))
    benchmark.extra_info |= {"name": name, "ratio": ratio}
    if any(os.environ.get(each) != "1" for each in ONE_THREAD):
        pytest.skip("NumPy was loaded before it could be told to use one thread: no reference to judge by")
    found = baseline.complaint(name, ratio, cpu(), baseline.known())
    if found is None:
        pytest.skip(f"no baseline of {name} on {cpu()} (ratio {ratio:.4g}); {baseline.REMEDY}")
    assert not found, found


UNKNOWN_SO_FAR = {"AMD EPYC (znver5)": {"sample_ttv2", "sample_agad"}}  # kernels that this machine has not met yet


def test_known_machines_have_a_baseline_for_every_kernel():
    for cpu_name, machine in baseline.known().items():
        assert machine.keys() == {"numba", "numpy", "python", "ratios"}, cpu_name
        assert machine["ratios"].keys() == WORK.keys() - UNKNOWN_SO_FAR.get(cpu_name, set()), cpu_name
        assert all(ratio > 0 for ratio in machine["ratios"].values())


def test_a_ratio_is_judged():
    machines = {"A": {"numba": "1", "numpy": "2", "python": "3", "ratios": {"forward": 10.0}}}
    assert baseline.complaint("forward", 15.0, "A", machines) == ""
    assert "must cost at most 1.5 x its baseline, 15 (got 15.1;" in baseline.complaint("forward", 15.1, "A", machines)
    assert baseline.complaint("forward", 99.0, "B", machines) is None
    assert baseline.complaint("backward", 99.0, "A", machines) is None
