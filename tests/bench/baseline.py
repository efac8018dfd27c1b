"""The ratios that kernels had on known machines: data/bench_baseline.json, written by scripts/update_bench_baseline.py.

    {processor: {"numba": ..., "numpy": ..., "python": ..., "ratios": {name: ratio}}}
"""

import json
from importlib import resources

WORST = 1.5
REMEDY = "scripts/update_bench_baseline.py makes one"


def known():
    return json.loads(resources.files("crossbar.data").joinpath("bench_baseline.json").read_text(encoding="utf-8"))


def complaint(name, ratio, cpu, machines):
    """What is wrong with a ratio, or ""; None where this processor has no baseline to judge by."""
    if cpu not in machines or name not in machines[cpu]["ratios"]:
        return None
    before = machines[cpu]["ratios"][name]
    if ratio <= WORST * before:
        return ""
    versions = ", ".join(f"{each} {machines[cpu][each]}" for each in ("numba", "numpy", "python"))
    rule = f"must cost at most {WORST} x its baseline, {WORST * before:.4g}"
    got = f"got {ratio:.4g}; baseline {before:.4g} on {cpu} with {versions}"
    return f"{name}: {rule} ({got}); find what slowed it, or, if it must be, run scripts/update_bench_baseline.py."
