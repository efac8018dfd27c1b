"""From one experiment a ladder of them: floating point first, the experiment itself last."""

from copy import deepcopy
from typing import NamedTuple

from crossbar.ablation.stages import ORDER, STAGES, WIDE, Tables, constant_device, is_constant, law, reached, stripped
from crossbar.algorithms import written_arrays
from crossbar.config import build, tables
from crossbar.errors import SpecError
from crossbar.experiment_spec import Experiment

DIGITAL = "digital SGD"
DIGITAL_RATE = 0.01
VARIED = ("algorithm", "pulses", "periphery", "schedule")  # the tables that differ from rung to rung


class Rung(NamedTuple):
    """One experiment of a ladder.  meaning: what it has that the rung before has not."""

    name: str
    meaning: str
    spec: Experiment

    @property
    def tables(self) -> Tables:
        """The experiment's values, as its point of a sweep is made of them."""
        return tables(self.spec, self.spec.inactive())


class Ladder(NamedTuple):
    """rungs: from floating point to the experiment itself, before them digital SGD where the algorithm is another.

    left_out: names of rungs that would change nothing, each with the reason.
    """

    rungs: tuple[Rung, ...]
    left_out: tuple[tuple[str, str], ...]


def ladder(spec: Experiment, digital_rate: float | None = None) -> Ladder:
    """The rungs of `spec`, docs/theory.md (14).  What a rung records is left out; it moves no number.

    digital_rate: the learning rate of digital SGD, 0.01 unless given.  SpecError: given where the algorithm is SGD.
    """
    if not isinstance(spec, Experiment):
        raise SpecError(f"ablate: spec must be an Experiment (got {type(spec).__name__}); give xb.preset(...), say.")
    parts = _Parts(spec)
    rungs = _digital(spec, parts, digital_rate)
    left_out: list[tuple[str, str]] = []
    before: Tables = {}
    for stage in ORDER:
        made = Rung(stage, parts.meaning(stage), parts.at(stage))
        if stage == "asymmetry" and parts.constant:
            left_out.append((stage, "the steps of the devices are constant, or weights are written exactly"))
            rungs[-1] = rungs[-1]._replace(spec=made.spec)  # the same law by the name that the experiment has for it
        elif made.tables == before:
            left_out.append((stage, "the experiment has none that acts"))
        else:
            rungs.append(made)
        before = made.tables
    return Ladder(tuple(rungs), tuple(left_out))


class _Parts:
    """An experiment that can be put together up to a stage."""

    def __init__(self, spec: Experiment) -> None:
        self.full = {key: value for key, value in tables(spec, spec.inactive()).items() if key != "record"}
        self.exact = {name.partition(".")[2]: writing.kind == "exact"
                      for name, _, writing in written_arrays(spec.algorithm, spec.pulses)}  # fmt: skip
        self.own = {name: getattr(spec.algorithm, name) for name in self.exact}
        clean = self.at("asymmetry").algorithm  # whose granularity the constant steps have
        self.clean = {name: getattr(clean, name) for name in self.exact}

    @property
    def constant(self) -> bool:
        return all(self.exact[name] or is_constant(device) for name, device in self.own.items())

    def at(self, stage: str) -> Experiment:
        """The experiment up to a stage; what cannot act there is left out."""
        found = deepcopy(self.full)
        for read in found["periphery"]:
            if not reached(stage, "quantised reads"):
                found["periphery"][read] = "ideal"
            elif not reached(stage, "read noise"):
                found["periphery"][read]["out_noise"] = 0.0
        if not reached(stage, "pulses"):
            _write_exactly(found)
        for name, device in self.own.items():
            table = found["algorithm"][name]
            found["algorithm"][name] = (stripped(table, device, stage) if reached(stage, "asymmetry")
                                        else constant_device(self.clean[name], stage))  # fmt: skip
        return build({}, found)

    def meaning(self, stage: str) -> str:
        laws = ", ".join(f"{name} {law(device)}" for name, device in self.own.items() if not self.exact[name])
        return f"{STAGES[stage]} ({laws})" if stage == "asymmetry" else STAGES[stage]


def _write_exactly(found: Tables) -> None:
    found["pulses"] = {"kind": "exact"}
    if "transfer_pulses" in found["algorithm"]:
        found["algorithm"]["transfer_pulses"] = {"kind": "exact"}


def _digital(spec: Experiment, parts: _Parts, rate: float | None) -> list[Rung]:
    """The yardstick: plain SGD in floating point; of an experiment in SGD the first rung is that."""
    if spec.algorithm.kind == "sgd":
        if rate is not None:
            raise SpecError(f"--digital-rate: cannot act where algorithm.kind is \"sgd\" (got {rate:g}): the rung "
                            f"\"floating point\" is digital SGD at the experiment's own rate; leave it out.")
        return []
    rate = DIGITAL_RATE if rate is None else rate
    if not 0 < rate < float("inf"):
        raise SpecError(f"--digital-rate: must be a finite number > 0 (got {rate:g}); {DIGITAL_RATE:g} is the default.")
    found = deepcopy(parts.full)
    endless = {"kind": "constant", "w_min": -WIDE, "w_max": WIDE}
    found["algorithm"] = {"kind": "sgd", "learning_rate": rate, "c": endless}
    found["periphery"] = {"forward": "ideal", "backward": "ideal"}
    found["pulses"] = {"kind": "exact"}
    return [Rung(DIGITAL, f"plain SGD in floating point, learning rate {rate:g}", build({}, found))]
