"""Several threads at one array.  The thread that runs an entry leads; others, which run `serve` meanwhile, help it.

    @shared
    def job(member, members, ...): ...     one member's part of a job
    members = hands(crew, cells, work)     how many threads are at hand; 1 where it is not worth while
    job(crew, members, ...)                in the leader: the parts of all members, done when it returns

A job is split such that no bit depends on `members`; a helper that comes late is therefore left out.  What a job
needs stays where it is: helpers get the address of its code and of its arguments, in the leader's frame.

Interpreted, the leader does every part itself, one after the other.
"""

from typing import Any, NamedTuple

from llvmlite import ir
from numba import types
from numba.core import cgutils
from numba.core.config import DISABLE_JIT
from numba.extending import intrinsic

from ._jit import entry, inline, kernel
from .atomic import SPINS, let_others, see, tell, wait

LEAST = 2**20  # cells of an array from which on its work is shared
# Places on the board, 128 bytes a member: what the leader writes and what a helper writes lie in lines of their own.
ROOM, TODO, STATE = 16, 0, 8  # TODO: number of the job to do; STATE: number of the last job done
CODE, ARGUMENTS, MEMBERS = 1, 2, 3  # of the job, and TODO the number of jobs so far: in the leader's own room
AWAY, QUIT = -1, -2  # a STATE: serves no longer or not yet; a TODO: go home


class Crew(NamedTuple):
    """The threads that share the work of one network."""

    size: int  # the leader and its helpers
    least: int  # cells
    board: Any  # int64 (size ROOM,)


_I8P, _I64 = ir.IntType(8).as_pointer(), ir.IntType(64)
_JOB = ir.FunctionType(ir.VoidType(), [_I8P, _I64, _I64])


def _code_of(job):
    """An intrinsic: where a function starts that takes the address of arguments, a member and how many there are."""

    @intrinsic
    def code(typing, arguments):
        called = types.Dispatcher(job).get_call_type(typing, (types.int64, types.int64, *arguments), {})

        def generate(context, builder, signature, args):
            result = job.get_compile_result(called)
            context.add_linking_libs([result.library])
            function = ir.Function(builder.module, _JOB, builder.module.get_unique_name("job"))
            function.linkage = "internal"
            inside = ir.IRBuilder(function.append_basic_block())
            place = inside.bitcast(function.args[0], context.get_value_type(arguments).as_pointer())
            given = [*function.args[1:], *cgutils.unpack_tuple(inside, inside.load(place))]
            context.call_internal_no_propagate(inside, result.fndesc, called, given)
            inside.ret_void()
            return builder.ptrtoint(function, _I64)

        return types.int64(arguments), generate

    return code


@intrinsic
def _address_of(typing, arguments):
    def generate(context, builder, signature, args):
        return builder.ptrtoint(cgutils.alloca_once_value(builder, args[0]), _I64)

    return types.int64(arguments), generate


@intrinsic
def _call(typing, code, arguments, member, members):
    def generate(context, builder, signature, args):
        function = builder.inttoptr(args[0], _JOB.as_pointer())
        builder.call(function, [builder.inttoptr(args[1], _I8P), *args[2:]])
        return context.get_dummy_value()

    return types.none(types.int64, types.int64, types.int64, types.int64), generate


@kernel
def _post(board, code, arguments, members):
    board[CODE], board[ARGUMENTS], board[MEMBERS] = code, arguments, members
    board[TODO] += 1
    for member in range(1, members):
        tell(board, member * ROOM + TODO, board[TODO])


@kernel
def _gather(board, members):
    for member in range(1, members):
        wait(board, member * ROOM + STATE, board[TODO], True)


@inline
def part(n, member, members):
    """The bounds of one member's share of n things."""
    return n * member // members, n * (member + 1) // members


@kernel
def _present(crew, looks):
    """The leader and those helpers that have come, or come while it looks."""
    board, members = crew.board, 1
    while members < crew.size and looks >= 0:
        if see(board, members * ROOM + STATE) != AWAY:
            members += 1
        else:
            looks -= 1
            if looks % SPINS == 0:
                let_others()
    return members


@inline
def hands(crew, cells, work):
    """Who does `work`, a number of cells to be visited, on an array of so many: small jobs are not shared."""
    if crew.size == 1 or cells < crew.least or work < crew.least >> 4:
        return 1
    return present(crew, work >> 8)  # a small part of the time that the work takes


@entry
def _serve(crew, member):
    """What a helper does during a call: one job after another, until it is dismissed."""
    board, at = crew.board, member * ROOM
    done = 0
    tell(board, at + STATE, done)
    while True:
        number = wait(board, at + TODO, done, False)
        if number == QUIT:
            tell(board, at + STATE, AWAY)
            return
        _call(board[CODE], board[ARGUMENTS], member, board[MEMBERS])
        done = number
        tell(board, at + STATE, done)


def _compiled(part):
    job = kernel(part)
    code_of = _code_of(job)

    @kernel
    def work(crew, members, *arguments):
        if members > 1:
            _post(crew.board, code_of(arguments), _address_of(arguments), members)
        job(0, members, *arguments)
        if members > 1:
            _gather(crew.board, members)

    return work


def _interpreted(part):
    def work(crew, members, *arguments):
        for member in range(members):
            part(member, members, *arguments)

    return work


if DISABLE_JIT:
    shared = _interpreted

    def present(crew, looks):
        return crew.size

    def serve(crew, member):
        pass

else:
    shared, present, serve = _compiled, _present, _serve


def summon(crew):
    """Before helpers begin to serve: no order is left from an earlier call."""
    crew.board[ROOM + TODO :: ROOM] = 0


def dismiss(crew):
    """After the leader's call: every helper, also one that comes yet, goes home."""
    crew.board[ROOM + TODO :: ROOM] = QUIT
