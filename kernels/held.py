"""NamedTuples by reference.

Compiled code passes a tuple to a function as its members, one by one: for a layer some five hundred words, at every
call.  Whoever begins, an entry or a member's part of a job, holds its tuples in its own frame, and what is handed on is
one pointer (which must not be returned):

    layer = hold(layer)          a reference; its members that are NamedTuples are references too
    layers = hold_all(layers)    the same for every member of a tuple
    dev = take(array.dev)        the tuple itself, for a loop that should keep its members in registers

Arrays are read from where they are at each use: a loop gives those it needs a name before it begins.

Interpreted, both return what they are given.
"""

from numba import types
from numba.core import cgutils
from numba.core.config import DISABLE_JIT
from numba.core.datamodel import models
from numba.core.typing.templates import AttributeTemplate
from numba.extending import infer_getattr, intrinsic, lower_getattr_generic, register_model


class Held(types.Type):
    """A reference to a NamedTuple that lives in the frame of a caller."""

    def __init__(self, of):
        self.of = of
        self.instance_class = of.instance_class
        super().__init__(f"held({of})")


@register_model(Held)
class _Model(models.PrimitiveModel):
    def __init__(self, dmm, fe_type):
        super().__init__(dmm, fe_type, dmm.lookup(fe_type.of).get_value_type().as_pointer())


def _member(held, name):
    kind = held.of[held.of.fields.index(name)]
    return Held(kind) if isinstance(kind, types.BaseNamedTuple) else kind


@infer_getattr
class _Attributes(AttributeTemplate):
    key = Held

    def generic_resolve(self, held, name):
        if name in held.of.fields:
            return _member(held, name)


@lower_getattr_generic(Held)
def _get(context, builder, held, reference, name):
    place = cgutils.gep_inbounds(builder, reference, 0, held.of.fields.index(name))
    return place if isinstance(_member(held, name), Held) else builder.load(place)


@intrinsic
def _hold(typing, value):
    def generate(context, builder, signature, args):
        return cgutils.alloca_once_value(builder, args[0])

    return Held(value)(value), generate


@intrinsic
def _hold_all(typing, values):
    def generate(context, builder, signature, args):
        held = [cgutils.alloca_once_value(builder, each) for each in cgutils.unpack_tuple(builder, args[0])]
        return context.make_tuple(builder, signature.return_type, held)

    return types.BaseTuple.from_types([Held(each) for each in values])(values), generate


@intrinsic
def _take(typing, value):
    def generate(context, builder, signature, args):
        return builder.load(args[0]) if isinstance(value, Held) else args[0]

    return (value.of if isinstance(value, Held) else value)(value), generate


if DISABLE_JIT:

    def hold(value):
        return value

    def hold_all(values):
        return values

    def take(value):
        return value

else:
    hold, hold_all, take = _hold, _hold_all, _take
