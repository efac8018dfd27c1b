"""How long the update of a sample takes on hardware: `runtime`, any rows a transfer.  docs/theory.md (9.5), (15.8)."""

from typing import Any

from crossbar.analysis.runtime import runtime
from crossbar.experiment_spec import Experiment
from crossbar.explain.facts import Facts

LIKE = {"hamiltonian": "tiki_taka", "residual": "tiki_taka"}  # which row of (9.5) they follow
LEAKY = "ttv2"  # residual learning with buffers


def seconds(spec: Experiment, facts: Facts) -> float | None:
    """Of one layer, its longer side taken for N; None for an algorithm that (9.5) does not know.

    r rows in ns samples: the part of the transfer, which goes by 1/ns, counts r times; so do several transfers.
    """
    kind, knobs = _kind(spec.algorithm), _knobs(spec, facts)
    if kind is None:
        return None
    if kind == "mixed_precision":
        return runtime(kind, batch=max(int(facts.waits), 1), **knobs)
    knobs["pulses"] = max(facts.asked.length, 1e-9)
    if kind == "sgd":
        return runtime(kind, **knobs)
    knobs["read_time"] = spec.clock.read_time
    often, seldom = (runtime(kind, transfer_every=ns, **knobs) for ns in (1, 2))
    each, moved = 2 * (often - seldom), sum(facts.shape[0] / move.transfer.sweep for move in facts.moves)
    return often - each + each * moved


def _kind(algorithm: Any) -> Any:
    if algorithm.kind == "residual" and algorithm.buffer_rate > 0:
        return LEAKY
    return LIKE.get(algorithm.kind, None if algorithm.kind == "custom" else algorithm.kind)


def _knobs(spec: Experiment, facts: Facts) -> dict[str, Any]:
    return {"n": max(facts.shape), "pulse_width": spec.clock.pulse_width}
