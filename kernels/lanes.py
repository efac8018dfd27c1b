"""Sixteen numbers at a time, for the few loops that the compiler does not turn into vector code by itself.

    load(array, at, end)              numbers at .. at + 15 of an array, 0 from `end` on
    read(array, at)                   the same where all sixteen are there
    save(array, at, end, lanes)       the other way, up to `end`
    write(array, at, lanes)           the other way, all sixteen
    keep(array, at, lanes, chosen)    the chosen lanes, closed up, from `at` on; all sixteen places may be written
    spread(x), counting(first)        x, x, x ...; first, first + 1, first + 2 ...
    popcount(lanes), rise(a, b)       bits that are set; the larger of a and |b|
    total(lanes), most(lanes)         sum and maximum, half folded onto half: ((l0 + l8) + (l4 + l12)) + ...
    a != b, number(chosen)            a choice of lanes, and how many it holds
    & | ^ + *                         lane by lane
    prefetch(array, at)               a hint that number `at` will be needed

Interpreted, these are NumPy arrays of sixteen; compiled, vectors of the machine (split in two or four where its
registers are narrower), each operation an instruction of LLVM, so that any processor can run it.
"""

import operator

import numpy as np
from llvmlite import ir
from numba import types
from numba.core import cgutils
from numba.core.config import DISABLE_JIT
from numba.core.datamodel import models
from numba.extending import intrinsic, overload, register_model

from ._jit import INNER, ZERO, kernel

LANES = 16


class Lanes(types.Type):
    """Sixteen numbers of a type; of booleans: a choice of lanes."""

    def __init__(self, dtype):
        self.dtype = dtype
        super().__init__(f"lanes({dtype})")


_I1, _I32 = ir.IntType(1), ir.IntType(32)


def _vector(context, lanes):
    element = _I1 if lanes.dtype == types.boolean else context.get_value_type(lanes.dtype)
    return ir.VectorType(element, LANES)


@register_model(Lanes)
class _Model(models.PrimitiveModel):
    def __init__(self, dmm, fe_type):
        element = _I1 if fe_type.dtype == types.boolean else dmm.lookup(fe_type.dtype).get_value_type()
        super().__init__(dmm, fe_type, ir.VectorType(element, LANES))


def _place(context, builder, kind, array, at):
    data = context.make_array(kind)(context, builder, array).data
    vector = _vector(context, Lanes(kind.dtype))
    return builder.bitcast(builder.gep(data, [at]), vector.as_pointer()), vector


def _call(builder, name, *args):
    """An intrinsic function of LLVM that returns what it is given, named by that type."""
    kind = args[0].type
    name = f"llvm.{name}.v{kind.count}{kind.element.intrinsic_name}"
    function = ir.FunctionType(kind, [a.type for a in args])
    return builder.call(cgutils.get_or_insert_function(builder.module, function, name), args)


def _how_many(builder, mask):
    bits = builder.bitcast(mask, ir.IntType(mask.type.count))
    return builder.zext(builder.ctpop(bits), ir.IntType(64))


def _numbers(values):
    return ir.Constant(ir.VectorType(_I32, LANES), list(values))


def _spread_out(builder, x):
    vector = ir.VectorType(x.type, LANES)
    one = builder.insert_element(ir.Constant(vector, ir.Undefined), x, ir.Constant(_I32, 0))
    return builder.shuffle_vector(one, one, _numbers([0] * LANES))


def _count_from(builder, first):
    return builder.add(_spread_out(builder, builder.trunc(first, _I32)), _numbers(range(LANES)))


def _masked(builder, name, result, vector, *args):
    """A masked load or store: what lies outside of the array is not touched."""
    kind = ir.FunctionType(result, [a.type for a in args])
    name = f"llvm.masked.{name}.v{LANES}{vector.element.intrinsic_name}.p0"
    return builder.call(cgutils.get_or_insert_function(builder.module, kind, name), args)


def _inside(builder, at, end):
    """The lanes at .. at + 15 that lie before the end."""
    return builder.icmp_signed("<", _count_from(builder, at), _spread_out(builder, builder.trunc(end, _I32)))


@intrinsic
def _load(typing, array, at, end):
    def generate(context, builder, signature, args):
        place, vector = _place(context, builder, signature.args[0], *args[:2])
        inside = _inside(builder, *args[1:])
        return _masked(builder, "load", vector, vector, place, inside, ir.Constant(vector, None))

    return Lanes(array.dtype)(array, types.int64, types.int64), generate


@intrinsic
def _read(typing, array, at):
    def generate(context, builder, signature, args):
        place, _ = _place(context, builder, signature.args[0], *args)
        return builder.load(place, align=array.dtype.bitwidth // 8)

    return Lanes(array.dtype)(array, types.int64), generate


@intrinsic
def _write(typing, array, at, lanes):
    def generate(context, builder, signature, args):
        place, _ = _place(context, builder, signature.args[0], *args[:2])
        builder.store(args[2], place, align=array.dtype.bitwidth // 8)
        return context.get_dummy_value()

    return types.none(array, types.int64, lanes), generate


@intrinsic
def _save(typing, array, at, end, lanes):
    def generate(context, builder, signature, args):
        place, vector = _place(context, builder, signature.args[0], *args[:2])
        inside = _inside(builder, *args[1:3])
        _masked(builder, "store", ir.VoidType(), vector, args[3], place, inside)
        return context.get_dummy_value()

    return types.none(array, types.int64, types.int64, lanes), generate


def _folded(builder, lanes, join):
    """Half is joined to half, four times: ((l0, l8), (l4, l12)), ..."""
    count = LANES
    while count > 1:
        count //= 2
        lanes = join(builder, _half(builder, lanes, 0, count), _half(builder, lanes, count, count))
    return builder.extract_element(lanes, ir.Constant(_I32, 0))


@intrinsic
def _total(typing, lanes):
    def generate(context, builder, signature, args):
        return _folded(builder, args[0], lambda builder, a, b: builder.fadd(a, b))

    return lanes.dtype(lanes), generate


@intrinsic
def _most(typing, lanes):
    def generate(context, builder, signature, args):
        return _folded(builder, args[0], _larger)

    return lanes.dtype(lanes), generate


def _larger(builder, a, b):
    return builder.select(builder.fcmp_ordered(">", a, b), a, b)


@intrinsic
def _rise(typing, a, b):
    """The larger of a and |b|, lane by lane."""

    def generate(context, builder, signature, args):
        return _larger(builder, args[0], _call(builder, "fabs", args[1]))

    return a(a, b), generate


@intrinsic
def _spread(typing, x):
    def generate(context, builder, signature, args):
        return _spread_out(builder, args[0])

    return Lanes(x)(x), generate


@intrinsic
def _counting(typing, first):
    def generate(context, builder, signature, args):
        return _count_from(builder, args[0])

    return Lanes(types.int32)(types.int64), generate


@intrinsic
def _popcount(typing, lanes):
    def generate(context, builder, signature, args):
        return _call(builder, "ctpop", args[0])

    return Lanes(types.int32)(lanes), generate


def _half(builder, lanes, first, count):
    """Lanes first .. first + count - 1."""
    numbers = ir.Constant(ir.VectorType(_I32, count), list(range(first, first + count)))
    return builder.shuffle_vector(lanes, lanes, numbers)


@intrinsic
def _keep(typing, array, at, lanes, chosen):
    """Numbers of 64 bits go in two halves: sixteen of them fill two registers, which nothing can compress across."""
    count = LANES if lanes.dtype.bitwidth <= 32 else LANES // 2

    def generate(context, builder, signature, args):
        at = args[1]
        for first in range(0, LANES, count):
            values, mask = (_half(builder, each, first, count) for each in args[2:])
            kept = _call(builder, "experimental.vector.compress", values, mask, ir.Constant(values.type, ir.Undefined))
            place, _ = _place(context, builder, signature.args[0], args[0], at)
            place = builder.bitcast(place, kept.type.as_pointer())
            builder.store(kept, place, align=lanes.dtype.bitwidth // 8)
            at = builder.add(at, _how_many(builder, mask))
        return context.get_dummy_value()

    return types.none(array, types.int64, lanes, chosen), generate


@intrinsic
def _number(typing, chosen):
    def generate(context, builder, signature, args):
        return _how_many(builder, args[0])

    return types.int64(chosen), generate


def _operator(operation, build, result=None):
    @intrinsic
    def compiled(typing, a, b):
        def generate(context, builder, signature, args):
            return build(builder, *args)

        return Lanes(result or a.dtype)(a, b), generate

    @overload(operation, jit_options=INNER | {"forceinline": True})
    def choose(a, b):
        if isinstance(a, Lanes) and a == b:
            return lambda a, b: compiled(a, b)


@intrinsic
def _prefetch(typing, array, at):
    def generate(context, builder, signature, args):
        data = context.make_array(signature.args[0])(context, builder, args[0]).data
        place = builder.bitcast(builder.gep(data, [args[1]]), ir.IntType(8).as_pointer())
        kind = ir.FunctionType(ir.VoidType(), [place.type, _I32, _I32, _I32])
        function = cgutils.get_or_insert_function(builder.module, kind, "llvm.prefetch.p0")
        builder.call(function, [place] + [ir.Constant(_I32, n) for n in (1, 3, 1)])
        return context.get_dummy_value()

    return types.none(array, types.int64), generate


def _floating(lanes):
    return isinstance(lanes.type.element, (ir.FloatType, ir.DoubleType))


def _unequal(builder, a, b):
    return builder.fcmp_unordered("!=", a, b) if _floating(a) else builder.icmp_unsigned("!=", a, b)


_operator(operator.and_, lambda builder, a, b: builder.and_(a, b))
_operator(operator.or_, lambda builder, a, b: builder.or_(a, b))
_operator(operator.xor, lambda builder, a, b: builder.xor(a, b))
_operator(operator.add, lambda builder, a, b: builder.fadd(a, b) if _floating(a) else builder.add(a, b))
_operator(operator.mul, lambda builder, a, b: builder.fmul(a, b) if _floating(a) else builder.mul(a, b))
_operator(operator.ne, _unequal, types.boolean)


if DISABLE_JIT:

    def load(array, at, end):
        lanes = np.zeros(LANES, array.dtype)
        lanes[: max(min(end - at, LANES), 0)] = array[at : min(at + LANES, end)]
        return lanes

    def read(array, at):
        return array[at : at + LANES].copy()

    def write(array, at, lanes):
        array[at : at + LANES] = lanes

    def save(array, at, end, lanes):
        array[at : min(at + LANES, end)] = lanes[: max(min(end - at, LANES), 0)]

    def total(lanes):
        while len(lanes) > 1:
            lanes = lanes[: len(lanes) // 2] + lanes[len(lanes) // 2 :]
        return lanes[0]

    def most(lanes):
        return lanes.max()

    def rise(a, b):
        return np.maximum(a, np.abs(b))

    def spread(x):
        return np.full(LANES, x)

    def counting(first):
        return np.arange(first, first + LANES, dtype=np.int32)

    def popcount(lanes):
        return np.array([int(v).bit_count() for v in lanes], np.int32)

    def keep(array, at, lanes, chosen):
        kept = lanes[chosen]
        array[at : at + len(kept)] = kept

    def prefetch(array, at):
        pass

    def number(chosen):
        return np.int64(np.count_nonzero(chosen))

else:
    load, read, save, write, keep, prefetch = _load, _read, _save, _write, _keep, _prefetch
    spread, counting, popcount, rise, total, most, number = (
        _spread, _counting, _popcount, _rise, _total, _most, _number
    )  # fmt: skip


@kernel
def list_nonzero(places, values, x):
    """Where x is not zero, and what it is there; returns how many.  Most inputs of an image are zero.

    places: int32, values: of the type of x; both with room for sixteen more.
    """
    n, zero = 0, spread(ZERO * x[0])
    for q in range(0, len(x), LANES):
        v = load(x, q, len(x))
        there = v != zero
        keep(places, n, counting(q), there)
        keep(values, n, v, there)
        n += number(there)
    return n
