"""The shape of a trajectory file: its axes, its own variables, its attributes; made once, read back from a
file.

    /                       Conventions, title, schema, schema_version, history
        epoch(epoch)        coordinate: number of the record
        record(epoch)       the commit marker, written last; -1 in a row that is not committed
        finished            1 once the run has reached its end
        <variables with a row a record>
    /.../snapshot, sample, pulse   coordinates of the sparser and denser axes, in the deepest group that holds all
                            variables on them (the root as a rule, `probes` for the samples of probes)
        sample_end(epoch)   in the root: rows of `sample` that belong to this record and those before it;
                            `pulse_end` likewise
    /provenance             attributes only: configuration, seed, versions, command line

The other axes (`input`, `output` ...) belong to the group of their variable.  So `xarray.open_datatree` lets
every group inherit `epoch` and `snapshot` from the root, and `layer0/input` and `layer1/input` may differ in
length.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from os.path import commonpath

from crossbar.errors import SpecError
from crossbar.trajectory.variable import DENSE, Variable

SCHEMA = "crossbar-trajectory"
VERSION = 1
LIBVER = ("v110", "v110")
OWN = {"epoch", "record", "finished", "snapshot", *DENSE, *(f"{axis}_end" for axis in DENSE)}
COUNTED = {"sample": "number of the sample since the start", "pulse": "number of the logged event"}


def own_variables(variables: Sequence[Variable]) -> list[Variable]:
    """The file's own variables beside `variables`: coordinates, marker and flag."""
    own = [
        Variable("epoch", (), (), "int64", "1", "number of the record"),
        Variable("record", (), (), "int64", "1", "commit marker: number of the record, -1 where not committed"),
        Variable("finished", (), (), "int8", "1", "1 once the run has reached its end, else 0", "static"),
    ]
    at = axis_groups(variables)
    if "snapshot" in at:
        own.append(_coordinate(at["snapshot"], "snapshot", "record a snapshot belongs to", 0))
    for axis in DENSE:
        if axis in at:
            rows = max(v.rows for v in variables if v.cadence == axis)
            own.append(_coordinate(at[axis], axis, COUNTED[axis], rows))
            own.append(Variable(f"{axis}_end", (), (), "int64", "1", f"{axis}s of this record and those before it"))
    return own


def _coordinate(group: str, name: str, long_name: str, rows: int) -> Variable:
    return Variable(f"{group}/{name}".lstrip("/"), (), (), "int64", "1", long_name, name, rows)  # type: ignore[arg-type]


def axis_groups(variables: Iterable[Variable]) -> dict[str, str]:
    """The group in which each record axis lies: the deepest one that holds all its variables ("" is the
    root)."""
    groups: dict[str, list[str]] = {}
    for v in variables:
        if v.cadence != "static":
            groups.setdefault(v.cadence, []).append("/" + v.group)
    return {axis: "" if axis == "epoch" else commonpath(at).strip("/") for axis, at in groups.items()}


def check(variables: Sequence[Variable]) -> None:
    """Raise SpecError where names are taken twice, are the file's own, or give an axis two lengths."""
    seen = {v.group for v in variables}
    for v in variables:
        if v.path in seen or v.name in OWN or v.group == "provenance":
            raise SpecError(f"trajectory variable {v.path!r}: the name is taken; choose another")
        seen.add(v.path)
    lengths: dict[tuple[str, str], int] = {}
    for v in variables:
        for dim, length in zip(v.dims, v.shape, strict=True):
            lengths.setdefault((v.group, dim), length)
    for v in variables:
        _same_lengths(v, lengths)


def _same_lengths(v: Variable, lengths: dict[tuple[str, str], int]) -> None:
    """Axes of one name have one length in a group and the groups in it, or xarray's tree cannot hold them."""
    parts = v.group.split("/")
    around = {"", *("/".join(parts[:n]) for n in range(1, len(parts) + 1))}
    for dim, length in zip(v.dims, v.shape, strict=True):
        for group in around:
            if (other := lengths.get((group, dim), length)) != length:
                raise SpecError(
                    f"trajectory variable {v.path!r}: the axis {dim!r} must be as long as in '/{group}', "
                    f"{other} (got {length}); name the axes apart"
                )


def axis_of(v: Variable, own: Iterable[Variable]) -> Variable | None:
    """The coordinate variable of the record axis of `v`; None for a static one."""
    return next((o for o in own if o.name == v.cadence), None)
