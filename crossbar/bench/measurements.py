"""The list of what is measured: each in a process of its own."""

from collections.abc import Callable
from dataclasses import dataclass
from importlib import import_module

from crossbar.bench.figure import Figure
from crossbar.bench.plan import Plan


@dataclass(frozen=True)
class Measurement:
    """name: also the module of this package whose `measure(plan)` makes its figures.  keys: what it must report."""

    name: str
    about: str
    keys: tuple[str, ...] = ()
    one_core: bool = True

    @property
    def measure(self) -> Callable[[Plan], list[Figure]]:
        return import_module(f"crossbar.bench.{self.name}").measure


MEASUREMENTS = (
    Measurement("samples", "one training sample of lee2022", ("unit_us", "sample_u.sgd", "sample_u.tiki_taka")),
    Measurement("spreads", "the same with and without spreads of the devices"),
    Measurement("family", "one training sample of every algorithm", ("family_u.tiki_taka",)),
    Measurement("updates", "the pulsed update by size and density", ("ns_per_pulse",)),
    Measurement("trains", "pulse trains by length"),
    Measurement("reads", "reads forward and backward"),
    Measurement("transfers", "the transfer of Tiki-Taka"),
    Measurement("digits", "an epoch of digits"),
    Measurement("memory", "memory of a large tile", ("bytes_per_crosspoint",)),
    Measurement("threads", "threads on a large tile", ("threads_speedup",), one_core=False),
    Measurement("many", "many runs in one process", ("run_many_speedup",), one_core=False),
    Measurement("starts", "cold and warm start", ("cold_start_s", "warm_start_s"), one_core=False),
)
