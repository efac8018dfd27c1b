"""`crossbar bench`: what this machine makes of the kernels.  docs/performance.md says how to read the figures."""

from crossbar.bench.figure import Figure
from crossbar.bench.plan import FULL, QUICK, Plan
from crossbar.bench.run import Result, run

__all__ = ["FULL", "QUICK", "Figure", "Plan", "Result", "run"]
