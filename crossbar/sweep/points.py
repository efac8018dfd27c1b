"""The points of a sweep: experiments, and the addresses by which a store knows them."""

from copy import deepcopy
from functools import cached_property
from pathlib import Path
from typing import Any

from crossbar.config import build, loads, merge, parse, tables, text_of, with_devices
from crossbar.device_file import names_file
from crossbar.errors import FileError, SpecError
from crossbar.expected import shown
from crossbar.experiment_spec import Experiment
from crossbar.presets import preset_names, preset_text
from crossbar.store import folder as files
from crossbar.sweep.plan import Sweep, nested
from crossbar.sweep.task import Task, data_of

NOT_RESULTS = ("threads", "record")  # they move no bit of what a point keeps


class Points:
    """All points of a sweep, made one by one.

    data_dir: where MNIST lies.  Raises SpecError (a key that is no field, a value that cannot act ..., each with the
    point it came from), FileError, DataError.
    """

    def __init__(self, plan: Sweep, data_dir: Path | str | None = None) -> None:
        self.plan, self.data_dir = plan, data_dir
        self._checksums: dict[str, str] = {}
        self._given, self._preset = self._base()

    def at(self, number: int) -> dict[str, Any]:
        """The values of all keys at a point; the last axis runs fastest."""
        place: list[int] = []
        for length in reversed(self.plan.shape):
            number, n = divmod(number, length)
            place.insert(0, n)
        return {key: values[n] for axis, n in zip(self.plan.axes, place, strict=True) for key, values in axis.items()}

    def spec(self, number: int) -> Experiment:
        """The experiment of a point."""
        at = self.at(number)
        try:
            given = deepcopy(self._given)
            merge(given, with_devices(nested(at), self.plan.folder))
            return build(given, self._preset)
        except (SpecError, FileError) as error:
            raise type(error)("\n".join(f"{self._who(at)}: {line}" for line in str(error).splitlines())) from None

    def task(self, number: int, address: str = "", trajectory: Path | None = None) -> Task:
        """A point as it is sent to a worker."""
        spec = self.spec(number)
        home = self.home(spec)
        there = str(Path(home).absolute()) if home else None
        return Task(address, spec, there, str(trajectory) if trajectory else None)

    def address(self, spec: Experiment) -> str:
        """Where the store keeps what this experiment gives on these data."""
        found = tables(spec, spec.inactive())
        facts = {key: value for key, value in found.items() if key not in NOT_RESULTS}
        facts["data"] = {**facts["data"], "name": self.checksum(spec)}
        if self.plan.trajectories:
            facts["trajectory"] = found.get("record", {})
        return files.address_of({"schema": files.SCHEMA, "experiment": facts})

    def checksum(self, spec: Experiment) -> str:
        """Of the data set; the same for every part of it."""
        name = spec.data.name
        if name not in self._checksums:
            self._checksums[name] = data_of(spec, self.home(spec)).checksum
        return self._checksums[name]

    def home(self, spec: Experiment) -> Path | str | None:
        """data_dir, for a spec that it acts on."""
        return self.data_dir if spec.data.name == "mnist" else None

    @cached_property
    def addresses(self) -> list[str]:
        """Of all points.  SpecError: two points are the same experiment."""
        found: list[str] = []
        first: dict[str, int] = {}
        for number in range(self.plan.size):
            found.append(self.address(self.spec(number)))
            if (other := first.setdefault(found[number], number)) != number:
                a, b = self.at(other), self.at(number)
                keys = [key for key in a if a[key] != b[key]]
                raise SpecError(f"sweep {self.plan.name}: axes must change what is computed (got the same experiment "
                                f"at {_shown(a, keys)} and at {_shown(b, keys)}); drop one of them.")  # fmt: skip
        if self.data_dir is not None and "mnist" not in self._checksums:
            raise SpecError(f"sweep {self.plan.name}: data_dir acts on mnist only, which no point learns (got "
                            f"{self.data_dir}); leave it out.")  # fmt: skip
        return found

    def base_tables(self) -> dict[str, Any]:
        """The experiment at the first point, as tables."""
        spec = self.spec(0)
        return tables(spec, spec.inactive())

    def identity(self) -> str:
        """Says whether a list of addresses that was kept is that of this sweep and these data."""
        facts = {"base": [self._given, self._preset], "axes": [dict(axis) for axis in self.plan.axes],
                 "trajectories": self.plan.trajectories, "first": self.address(self.spec(0))}  # fmt: skip
        return files.address_of(facts)

    def _base(self) -> tuple[dict[str, Any], dict[str, Any] | None]:
        """What was given, and the preset below it."""
        plan = self.plan
        chosen = with_devices(nested(plan.set), plan.folder)
        if isinstance(plan.base, Experiment):
            return chosen, tables(plan.base, plan.base.inactive())
        if names_file(plan.base, preset_names(), plan.folder):
            path = Path(plan.folder) / Path(plan.base).expanduser()
            text = text_of(path, "an experiment")
            loads(text, (), str(path), path.parent)  # says all that is wrong with it
            given = with_devices(parse(text), path.parent)
            merge(given, chosen)
            return given, None
        return chosen, parse(preset_text(plan.base))

    def _who(self, at: dict[str, Any]) -> str:
        return f"sweep {self.plan.name}, at {_shown(at, list(at))}"


def _shown(at: dict[str, Any], keys: list[str]) -> str:
    return ", ".join(f"{key} = {shown(at[key])}" for key in keys)


def axes_of(plan: Sweep) -> list[dict[str, list[Any]]]:
    """As a store keeps them."""
    return [{key: list(values) for key, values in axis.items()} for axis in plan.axes]
