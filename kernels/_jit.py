"""How this package is compiled, and where compiled code is kept.

`kernel`    a function that other kernels call: no reference counting, no interpreter lock
`inline`    a scalar function that always disappears into its caller
`entry`     a function that Python calls: compiled once, kept on disk
`generic`   a function whose body is chosen at compile time by the types of its arguments
`generic_inline`   a scalar one, that disappears like an `inline` function

One trap decides how laws are written.  A Python number in compiled code is a float64 (or an int64), in NumPy
it takes the type of its partner; so `1 + x` with a float32 x differs between the two.  `ONE`, `HALF`, ... are
float32 constants: exact, and they widen to float64 next to one, in both worlds.
"""

import hashlib
import os
import tempfile
from pathlib import Path

import numba
import numpy as np
from numba import types
from numba.core import caching
from numba.core.registry import CPUDispatcher
from numba.extending import intrinsic, overload

# `_nrt=False`: no reference counts on arrays inside tuples (they cost microseconds a sample), and an allocation
# becomes a compile error, so that "the epoch allocates nothing" is proven by compiling it.
OPTIONS = {"_nrt": False, "nogil": True, "error_model": "numpy"}

# What only other kernels call needs no way in from Python: those wrappers cost more compile time than the code.
# The two options at the end are said because a function otherwise takes them over from the one that calls it first:
# what an `inline` function calls would all be inlined, at every call, and loops grow too large to become vector code.
INNER = OPTIONS | {"no_cpython_wrapper": True, "no_cfunc_wrapper": True, "forceinline": False, "fastmath": False}

ZERO, HALF, ONE, TWO = (np.float32(v) for v in (0.0, 0.5, 1.0, 2.0))


def _source_hash():
    root = Path(__file__).parent
    digest = hashlib.sha256(f"numba {numba.__version__} numpy {np.__version__}".encode())
    for path in sorted(root.rglob("*.py")):
        digest.update(path.relative_to(root).as_posix().encode() + b"\0" + path.read_bytes())
    return digest.hexdigest()[:16]


def _writable(folder):
    try:
        folder.mkdir(parents=True, exist_ok=True)
        with tempfile.TemporaryFile(dir=folder):
            return True
    except OSError:
        return False


def _cache_folder():
    """`$CROSSBAR_CACHE`, or the user's cache folder; named by every source file, since numba looks at one only."""
    asked = os.environ.get("CROSSBAR_CACHE")
    base = Path(asked) if asked else Path(os.environ.get("XDG_CACHE_HOME") or Path.home() / ".cache") / "pulse-crossbar"
    folder = base / f"numba-{_source_hash()}"
    if _writable(folder):
        return folder
    return Path(tempfile.mkdtemp(prefix="pulse-crossbar-"))


CACHE_FOLDER = _cache_folder()


def _foreign(sig):
    """Whether a signature holds a NamedTuple of somebody else's: its source is not part of the folder's hash."""
    todo = list(sig)
    while todo:
        kind = todo.pop()
        if isinstance(kind, types.BaseNamedTuple) and kind.instance_class.__module__.split(".")[0] != "kernels":
            return True
        if isinstance(kind, types.BaseTuple):
            todo.extend(kind)
    return False


class _Cache(caching.FunctionCache):
    """The disk cache, bypassed for a user's own device or tile, whose edits it could not notice."""

    def load_overload(self, sig, target_context):
        return None if _foreign(sig) else super().load_overload(sig, target_context)

    def save_overload(self, sig, data):
        if not _foreign(sig):
            super().save_overload(sig, data)


class _Inner(CPUDispatcher):
    """A compiled function that only compiled code can call; from Python it would call a wrapper that is not there."""

    def __call__(self, *args, **kwargs):
        name = f"{self.py_func.__module__}.{self.py_func.__name__}"
        raise TypeError(
            f"{name}: must be called by compiled code (got a call from Python, for which it has no wrapper); "
            f"call it from a numba.njit function, or with NUMBA_DISABLE_JIT=1"
        )


def _inner(function, **options):
    compiled = numba.njit(**INNER | options)(function)
    if not numba.config.DISABLE_JIT:
        compiled.__class__ = _Inner
    return compiled


def kernel(function):
    return _inner(function)


@intrinsic
def _apart(typing):
    def generate(context, builder, signature, args):
        builder.function.attributes.add("noinline")
        return context.get_dummy_value()

    return types.none(), generate


apart = (lambda: None) if numba.config.DISABLE_JIT else _apart


def inline(function):
    """A small scalar function: without the order to inline, one that is called from two places ends a vector loop."""
    return _inner(function, forceinline=True)


def entry(function):
    compiled = numba.njit(no_cfunc_wrapper=True, **OPTIONS)(function)
    if not numba.config.DISABLE_JIT:
        before, numba.config.CACHE_DIR = numba.config.CACHE_DIR, str(CACHE_FOLDER)
        try:
            compiled._cache = _Cache(compiled.py_func)
        finally:
            numba.config.CACHE_DIR = before
    return compiled


def class_of(value):
    """The NamedTuple class of a value, or of the numba type of one."""
    return getattr(value, "instance_class", type(value))


def is_float32(array):
    """Whether an array, or the numba type of one, is of float32."""
    return str(array.dtype) == "float32"


def _by_type(choose, **options):
    def interpreted(*args):
        return choose(*args)(*args)

    overload(interpreted, jit_options=INNER | options, strict=False)(choose)
    return interpreted


def generic(choose):
    """Compiled: `choose(types) -> body`, resolved per type.  Interpreted: `choose(values) -> body`."""
    return _by_type(choose)


def generic_inline(choose):
    """The same for a small scalar function, which disappears into its caller."""
    return _by_type(choose, forceinline=True)
