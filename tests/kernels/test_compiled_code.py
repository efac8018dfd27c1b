"""What the compiler made: popcount as an instruction, no allocation, one compilation for all run-time values."""

import platform
import re
from pathlib import Path

import numba
import numpy as np
import pytest

from kernels import epoch, mvm
from kernels._jit import OPTIONS
from tests.naive.mvm import Periphery
from tests.naive.pulses import Scheme

from .layers import Setup, gradients, kernel, learn
from .networks import data, layers, train
from .runs import NETS

POPCOUNT = {"x86_64": ("popcnt",), "AMD64": ("popcnt",), "aarch64": ("cnt\t",), "arm64": ("cnt\t", "cnt.")}
LIBRARY = r"exp|exp2|log|log2|log10|sin|cos|tan|pow|tanh|erf"  # of C: one number at a time; sqrt is an instruction


@pytest.fixture(scope="module")
def fresh():
    """A training whose device is not one of ours: compiled in this process, so that its code can be looked at."""
    net, dtype = NETS["a user's device"]
    train(layers(net, dtype), net, data(net, 2))
    (signature,) = (s for s in epoch.train.signatures if "Quadratic" in str(s))
    return signature


def test_pulses_meet_by_a_popcount_instruction(fresh):
    names = POPCOUNT.get(platform.machine())
    if names is None:
        pytest.skip(f"no known name of the instruction on {platform.machine()}")
    assert any(name in epoch.train.inspect_asm(fresh) for name in names)


def test_avx512_counts_sixteen_trains_at_a_time(fresh):
    if "avx512_vpopcntdq" not in features():
        pytest.skip("a processor without AVX-512 VPOPCNTDQ")
    assert re.search(r"vpopcntd\s+.*%zmm", epoch.train.inspect_asm(fresh))


def test_arithmetic_is_packed(fresh):
    """Normals, laws and reads: several numbers an instruction, the widest registers that the processor prefers."""
    if platform.machine() not in ("x86_64", "AMD64"):
        pytest.skip(f"no known names of instructions on {platform.machine()}")
    code = epoch.train.inspect_asm(fresh)
    wide = "%zmm" if "avx512f" in features() else "%[xy]mm"
    for packed in ("mulps", "addps", "sqrtps", "minps", "maxps", "pmuludq"):
        assert re.search(rf"v?{packed}\s.*{wide}", code), packed


def test_no_mathematical_library_is_called(fresh):
    """Polynomials stand for exp, log and sin; what is declared is what could be called."""
    declared = re.findall(r"^declare .*@\"?([\w.$]+)", epoch.train.inspect_llvm(fresh), re.MULTILINE)
    assert any(name.startswith("llvm.ctpop") for name in declared)  # the pattern finds what there is
    assert not [name for name in declared if re.fullmatch(rf"_*({LIBRARY})f?(_finite)?", name)]
    assert not re.findall(rf"\b(?:call\w*|jmp)\s+\*?_*(?:{LIBRARY})f?\b", epoch.train.inspect_asm(fresh))


def features():
    """Names of the processor's extensions as Linux has them; none elsewhere."""
    facts = Path("/proc/cpuinfo")
    return set(facts.read_text().split()) if facts.is_file() else set()


@pytest.mark.parametrize("name", ["train", "evaluate", "learn_batch", "forward_batch", "backward_batch"])
def test_entries_are_compiled_without_a_run_time(name):
    """`_nrt=False`: no reference counts, and an allocation is a compile error."""
    options = getattr(epoch, name).targetoptions
    assert options["_nrt"] is False and options["nogil"] is True and "fastmath" not in options


def test_an_epoch_allocates_nothing(fresh):
    code = epoch.train.inspect_llvm(fresh)
    assert "NRT_" not in code and "define" in code


def test_an_allocation_is_a_compile_error():
    """numba allows it, the option `_nrt=False` does not: it is private, and this is what we take it for."""

    def allocates(n):
        return np.zeros(n)[0]

    assert numba.njit(allocates)(3) == 0
    with pytest.raises(numba.core.errors.NumbaError):
        numba.njit(**OPTIONS)(allocates)(3)


def test_no_knob_costs_a_compilation():
    """Only the classes of devices and tiles and the dtype are types."""
    base = Setup()
    learn(kernel(base), *gradients(base, 2))
    compiled = len(epoch.learn_batch.signatures)
    for changed in (
        base._replace(c2c=0.0, samples=2, n_in=3, n_out=2, index=3, bias="digital", batch=4),
        base._replace(scheme=Scheme("implicit", 63, False, True, 0.1, True), rate=1.0, forward=Periphery()),
        base._replace(n_in=1, n_out=1, weights=[[0.0]]),
    ):
        learn(kernel(changed), *gradients(changed, 2), step=2**31)
    assert len(epoch.learn_batch.signatures) == compiled


def test_an_inner_function_called_from_python_says_so_instead_of_crashing():
    with pytest.raises(TypeError, match=r"kernels\.mvm\.abs_max: must be called by compiled code"):
        mvm.abs_max(np.ones(3))
