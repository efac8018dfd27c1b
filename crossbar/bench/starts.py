"""From the start of a process to its first trained samples: `crossbar train` with an empty cache, then with a full one.

The child runs the real command and stops at its first report of progress, the end of the first chunk of samples.
"""

import os
import subprocess
import sys
import tempfile
import time
from pathlib import Path

from crossbar.bench.figure import Figure, figure, missing
from crossbar.bench.plan import Plan
from crossbar.errors import CrossbarError

PROGRAM = """
import os, sys, time
from crossbar.console import Console
def first(self, epoch, done, samples):
    os.write(1, f"\\nfirst {time.monotonic()}\\n".encode())
    os._exit(0)
Console.progress = first
from crossbar.cli import main
main(["train", *sys.argv[1:]])
"""


def measure(plan: Plan) -> list[Figure]:
    found = []
    for preset in plan.networks:
        if preset == "digits":
            found += _of(preset, [], "", plan)
        elif plan.data_dir:
            found += _of(preset, ["--data-dir", plan.data_dir], f".{preset}", plan)
        else:
            found += [missing(f"{kind}_starts_s.{preset}", "s", "needs MNIST") for kind in ("cold", "warm")]
    return found


def _of(preset: str, options: list[str], suffix: str, plan: Plan) -> list[Figure]:
    """`suffix`: "" for the headline, the command without arguments."""
    with tempfile.TemporaryDirectory(prefix="crossbar-bench-") as folder:
        cold = start(preset, options, Path(folder))
        warm = [start(preset, options, Path(folder)) for _ in range(plan.starts)]
    names = [f"{kind}_starts_s{suffix}" if suffix else f"{kind}_start_s" for kind in ("cold", "warm")]
    said = f"crossbar train {preset}, to the end of its first chunk of samples"
    return [figure(names[0], "s", [cold], f"{said}, compiling"), figure(names[1], "s", warm, said)]


def start(preset: str, options: list[str], folder: Path) -> float:
    """Seconds; `folder`: of the cache and of what the child writes."""
    environment = os.environ | {"CROSSBAR_CACHE": str(folder / "cache"), "PYTHONPATH": os.pathsep.join(sys.path)}
    out = folder / f"{len(list(folder.iterdir()))}.h5"
    command = [sys.executable, "-c", PROGRAM, preset, *options, "--out", str(out)]
    begin = time.monotonic()
    done = subprocess.run(command, env=environment, capture_output=True, text=True, cwd=folder, check=False)
    said = [line for line in done.stdout.splitlines() if line.startswith("first ")]
    if not said:
        raise CrossbarError(f"bench: crossbar train {preset} must begin to train (got {done.stderr.strip()!r}).")
    return float(said[-1].split()[1]) - begin
