"""What was measured on, and on how much of it."""

import os
import platform
from typing import Any

from crossbar.machine import processor, usable_cores
from crossbar.trajectory.provenance import installed_version

# NumPy's libraries read these when they are loaded, so they must stand before the process begins.
ONE_THREAD = {
    "OPENBLAS_NUM_THREADS": "1", "MKL_NUM_THREADS": "1", "OMP_NUM_THREADS": "1", "VECLIB_MAXIMUM_THREADS": "1",
}  # fmt: skip


def machine() -> dict[str, Any]:
    return {
        "cpu": cpu(),
        "cores": usable_cores(),
        "numba": installed_version("numba"),
        "numpy": installed_version("numpy"),
        "python": platform.python_version(),
        "blas": _blas(),
        "one_thread": f"{', '.join(f'{name}=1' for name in ONE_THREAD)} in every measuring process"
        + (", which is bound to one core" if hasattr(os, "sched_setaffinity") else ""),
    }


def cpu() -> str:
    """The processor's name and the compiler's for it: the first alone may stand for several generations."""
    import llvmlite.binding as llvm  # type: ignore[import-untyped]

    return f"{processor()} ({llvm.get_host_cpu_name()})"


def bind_to_one_core() -> None:
    """The last of those we may use: the first serves interrupts.  Without a way to do so, nothing happens."""
    if hasattr(os, "sched_setaffinity"):
        os.sched_setaffinity(0, {max(os.sched_getaffinity(0))})


def _blas() -> str:
    import numpy as np

    found = np.show_config(mode="dicts")["Build Dependencies"]["blas"]
    return f"{found.get('name', '?')} {found.get('version', '')}".strip()
