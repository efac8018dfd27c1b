"""`crossbar doctor`: versions, processor, cache, and the kernels against known answers."""

import importlib.util
import os
import platform
import sys
from collections.abc import Iterator
from time import perf_counter

import numpy as np

from crossbar.trajectory.provenance import installed_version

PACKAGES = ("pulse-crossbar", "numba", "llvmlite", "numpy", "scipy", "h5py", "h5netcdf", "pydantic", "cyclopts")
EXTRAS = {"matplotlib": "plot", "xarray": "xarray", "netCDF4": "xarray", "pooch": "download"}
# Random123's known answers: counter, key, words.
PHILOX = (
    ((0, 0, 0, 0), (0, 0), (0x6627E8D5, 0xE169C58D, 0xBC57AC4C, 0x9B00DBD8)),
    ((0xFFFFFFFF,) * 4, (0xFFFFFFFF,) * 2, (0x408F276D, 0x41C83B0E, 0xA20BC7C6, 0x6D5451FD)),
    ((0x243F6A88, 0x85A308D3, 0x13198A2E, 0x03707344), (0xA4093822, 0x299F31D0),
     (0xD16CFE09, 0x94FDCCEB, 0x5001E420, 0x24126EA1)),
)  # fmt: skip


def facts() -> Iterator[tuple[str, str]]:
    """What is installed and where compiled code is kept."""
    from kernels._jit import CACHE_FOLDER

    yield "python", f"{platform.python_version()} ({sys.executable})"
    for name in PACKAGES:
        yield name, installed_version(name) or "not installed"
    for module, extra in EXTRAS.items():
        found = importlib.util.find_spec(module) is not None
        yield module, installed_version(module) if found else f'not installed: pip install "pulse-crossbar[{extra}]"'
    yield "processor", f"{platform.machine()}, {os.cpu_count()} cores, {_vectors()}"
    size = sum(file.stat().st_size for file in CACHE_FOLDER.rglob("*") if file.is_file())
    yield "compiled code", f"{CACHE_FOLDER} ({size / 1e6:.1f} MB)"


def checks() -> Iterator[tuple[str, bool, str]]:
    """Self-tests: name, whether it holds, what was found."""
    yield _philox()
    yield _staircase()
    yield _learning()


def _philox() -> tuple[str, bool, str]:
    from kernels.epoch import philox_words

    wrong = [
        counter for counter, key, words in PHILOX
        if tuple(int(w) for w in philox_words(*map(np.uint64, (*counter, *key)))) != words
    ]  # fmt: skip
    return "Philox4x32-10 gives Random123's known answers", not wrong, f"{len(PHILOX) - len(wrong)} of {len(PHILOX)}"


def _staircase() -> tuple[str, bool, str]:
    """Lee et al. 2022, fig. 1A: soft bounds, AF 2, 4000 pulses up from w_min end at 1 - 2 (1 - 2 s0)^4000."""
    from crossbar.devices import SoftBounds
    from crossbar.response import pulse_response

    end = float(pulse_response(SoftBounds(af=2.0, step=5e-4), 4000, 0, 1).weights[-1, 0])
    exact = 1 - 2 * (1 - 2 * 5e-4) ** 4000
    return "soft bounds follow their closed form", abs(end - exact) < 1e-9, f"{end:.9f} (exact {exact:.9f})"


def _learning() -> tuple[str, bool, str]:
    from crossbar.datasets import load
    from crossbar.presets import preset
    from crossbar.trainer import Trainer

    spec = preset("digits")
    trainer = Trainer(spec, load("digits"))
    trainer.network.compile()
    start = perf_counter()
    first, last = trainer.judge(), [trainer.epoch() for _ in range(3)][-1]
    found = f"{first.test.loss:.3f} -> {last.test.loss:.3f} in {perf_counter() - start:.2f} s"
    return "three epochs of digits lower the test loss", last.test.loss < first.test.loss, found


def _vectors() -> str:
    """The widest vectors that the compiler uses here."""
    import llvmlite.binding as llvm  # type: ignore[import-untyped]

    features = llvm.get_host_cpu_features()
    widest = next((f for f in ("avx512vpopcntdq", "avx512f", "avx2", "neon", "sse2") if features.get(f)), "no vectors")
    return f"{llvm.get_host_cpu_name()}, {widest}"
