"""Writes this machine's ratios of tests/bench into data/bench_baseline.json; those of other machines stay.

    python scripts/update_bench_baseline.py [RUNS]

The median of RUNS (3) runs of `pytest tests/bench`.  Let nothing else run beside it.
"""

import json
import platform
import subprocess
import sys
import tempfile
from importlib.metadata import version
from pathlib import Path
from statistics import median

from crossbar.bench.machine import cpu

ROOT = Path(__file__).parents[1]
BASELINE = ROOT / "data" / "bench_baseline.json"


def main(runs=3):
    found = [measured() for _ in range(int(runs))]
    ratios = {name: float(f"{median(each[name] for each in found):.4g}") for name in found[0]}
    versions = {"numba": version("numba"), "numpy": version("numpy"), "python": platform.python_version()}
    machines = json.loads(BASELINE.read_text()) if BASELINE.exists() else {}
    before = machines.get(cpu(), {}).get("ratios", {})
    machines[cpu()] = versions | {"ratios": ratios}
    BASELINE.write_text(json.dumps(machines, indent=1) + "\n")
    print(f"{cpu()} -> {BASELINE}")
    for name, ratio in ratios.items():
        print(f"{name:24} {before.get(name, float('nan')):10.4g} -> {ratio:10.4g}")


def measured():
    """Ratios by name; the verdict on them does not matter here."""
    with tempfile.TemporaryDirectory() as folder:
        out = Path(folder) / "found.json"
        command = [sys.executable, "-m", "pytest", "tests/bench", "-q", f"--benchmark-json={out}"]
        done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True)
        benchmarks = json.loads(out.read_text())["benchmarks"] if out.exists() and out.stat().st_size else []
    ratios = {each["extra_info"]["name"]: each["extra_info"]["ratio"] for each in benchmarks if each["extra_info"]}
    if not ratios:
        raise SystemExit(f"update_bench_baseline: pytest tests/bench must measure (got {done.stdout[-2000:]})")
    return ratios


if __name__ == "__main__":
    main(*sys.argv[1:])
