"""Many experiments: a base and axes, computed here, on local workers, or on a cluster, into a store of points.

`Sweep` is what a person writes, `sweep` does it, `Grid` (crossbar.store) reads what came out.
"""

from crossbar.sweep.plan import Sweep, load_sweep
from crossbar.sweep.run import sweep

__all__ = ["Sweep", "load_sweep", "sweep"]
