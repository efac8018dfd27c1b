"""A measurement in a process of its own: fresh memory, NumPy on one thread, bound to a core; and its way back."""

import json
import os
import subprocess
import sys
from dataclasses import asdict
from time import perf_counter, process_time

from crossbar.bench.figure import Figure, counted
from crossbar.bench.machine import ONE_THREAD, bind_to_one_core
from crossbar.bench.measurements import MEASUREMENTS, Measurement
from crossbar.bench.plan import Plan
from crossbar.errors import CrossbarError

PROGRAM = "from crossbar.bench.apart import child; child()"
QUIET = 0.95


def measure_apart(measurement: Measurement, plan: Plan) -> list[Figure]:
    """Raises CrossbarError with what the child said last."""
    environment = os.environ | ONE_THREAD | {"PYTHONPATH": os.pathsep.join(sys.path)}
    command = [sys.executable, "-c", PROGRAM, measurement.name, json.dumps(asdict(plan))]
    done = subprocess.run(command, env=environment, capture_output=True, text=True, check=False)
    if done.returncode:
        last = (done.stderr.strip().splitlines() or [f"exit code {done.returncode}"])[-1]
        raise CrossbarError(last)
    return [Figure(**each) for each in json.loads(done.stdout.splitlines()[-1])]


def child() -> None:
    """In the other process: arguments are a name and a plan; the figures are the last line."""
    name, text = sys.argv[1:]
    given = json.loads(text)
    plan = Plan(**given | {key: tuple(value) for key, value in given.items() if isinstance(value, list)})
    measurement = next(each for each in MEASUREMENTS if each.name == name)
    if measurement.one_core:
        bind_to_one_core()
    start = perf_counter(), process_time()
    found = measurement.measure(plan)
    if measurement.one_core and any(each.repeats for each in found):
        found.append(_share(name, perf_counter() - start[0], process_time() - start[1]))
    print(json.dumps([asdict(each) for each in found]))


def _share(name: str, seconds: float, own: float) -> Figure:
    """How much of its core a measurement had: the rest of the time, other processes or files held it up."""
    note = "times are those of an idle machine" if own > QUIET * seconds else "the core was shared: times are too long"
    return counted(f"core_share.{name}", "1", own / seconds, note)
