"""The retention under which a trained network ages: that of its devices, or another that is assumed instead."""

import re
from collections.abc import Iterable, Sequence

from crossbar.config import apply_overrides, build, parse
from crossbar.devices import Retention
from crossbar.errors import SpecError
from crossbar.experiment_spec import Experiment

ASSUMED = re.compile(r"(algorithm\.(?P<array>[ac])(\.device)?\.retention|clock)(\.\w+)?$")


def assume(spec: Experiment, text: str, overrides: Sequence[str]) -> Experiment:
    """The experiment with another retention or clock.  SpecError: overrides that cannot act, nothing that ages."""
    visible = seen(spec)
    given = [overrides] if isinstance(overrides, str) else list(overrides)
    for override in given:
        match = ASSUMED.match(override.partition("=")[0].strip())
        if not match:
            raise SpecError(f"--set {override}: must be of a retention or of the clock; what the training was cannot "
                            f"change; for instance --set algorithm.c.retention.drift=0.05.")  # fmt: skip
        if match["array"] and match["array"] not in visible:
            raise SpecError(f"--set {override}: cannot act here: the network does not see array "
                            f"{match['array'].upper()}; set it of array C.")  # fmt: skip
    assumed = build(apply_overrides({}, given), parse(text)) if given else spec
    keeps = list(retentions(assumed).values())
    if not any(keep.acts for keep in keeps):
        raise SpecError("age: a device must have a retention (got none: nothing changes with time); assume one, for "
                        "instance --set algorithm.c.retention.lifetime=1e9.")  # fmt: skip
    _check_clock(assumed, given, any(keep.decays or keep.diffusion > 0 for keep in keeps))
    return assumed


def _check_clock(assumed: Experiment, given: Iterable[str], counts_samples: bool) -> None:
    for override in given:
        name = override.partition("=")[0].strip()
        if not name.startswith("clock"):
            continue
        if not counts_samples:
            raise SpecError(f"--set {override}: cannot act here: drift goes by seconds, not by samples; leave it out.")
        if name in ("clock.pulse_width", "clock.read_time") and assumed.clock.sample_period is not None:
            raise SpecError(f"--set {override}: cannot act here: sample_period = {assumed.clock.sample_period:g} s is "
                            f"given; leave one of them out.")  # fmt: skip


def seen(spec: Experiment) -> tuple[str, ...]:
    """The arrays that the network sees."""
    return spec.algorithm.visible


def retentions(spec: Experiment) -> dict[str, Retention]:
    return {name: spec.algorithm.device(name).inner.retention for name in seen(spec)}


def in_words(spec: Experiment) -> str:
    """What time does, in words."""
    found: dict[str, list[str]] = {}
    for name, keeps in retentions(spec).items():
        parts = []
        if keeps.decays:
            parts.append(f"decay, lifetime {keeps.lifetime:g} samples")
        if keeps.diffusion > 0:
            parts.append(f"diffusion {keeps.diffusion:g} a sample")
        if keeps.drift > 0:
            parts.append(f"drift, exponent {keeps.drift:g} from {keeps.drift_t0:g} s on")
        if parts:
            found.setdefault(", ".join(parts), []).append(name.upper())
    return "; ".join(f"{text} ({' and '.join(names)})" for text, names in found.items())
