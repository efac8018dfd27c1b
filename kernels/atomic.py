"""Words in memory by which threads of compiled code talk to each other.

    tell(array, at, value)          writes a word, after all that was written before
    see(array, at)                  a word that another thread writes, and whatever that thread had written before
    wait(array, at, word, there)    until a word stands there (or no longer, with `there` False)
    let_others()                    offers the core to whoever waits for one

Interpreted, there is one thread: these are never called.
"""

import os

from numba import types
from numba.core.config import DISABLE_JIT
from numba.extending import intrinsic

from ._jit import kernel

SPINS = 4096  # looks at a word before the core is offered to somebody else


@intrinsic
def see(typing, array, at):
    def generate(context, builder, signature, args):
        data = context.make_array(array)(context, builder, args[0]).data
        return builder.load_atomic(builder.gep(data, [args[1]]), "acquire", 8)

    return types.int64(array, types.int64), generate


@intrinsic
def tell(typing, array, at, value):
    def generate(context, builder, signature, args):
        data = context.make_array(array)(context, builder, args[0]).data
        builder.store_atomic(args[2], builder.gep(data, [args[1]]), "release", 8)
        return context.get_dummy_value()

    return types.none(array, types.int64, types.int64), generate


_sched_yield = types.ExternalFunction("sched_yield", types.int32())

if os.name == "posix" and not DISABLE_JIT:

    @kernel
    def let_others():
        _sched_yield()

else:

    @kernel
    def let_others():
        pass


@kernel
def wait(board, at, word, there):
    """Until a word stands at a place (there), or no longer (not there); returns what then stands."""
    while True:
        for _ in range(SPINS):
            found = see(board, at)
            if (found == word) == there:
                return found
        let_others()
