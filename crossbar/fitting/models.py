"""The models that can be fitted: parameters with their limits, the mean step, and the device they make.

A parameter is a field of the device's spec, or one node of a table ("up.3"); `c2c` and `read_noise` end every list.
The search works in coordinates where an interval is about symmetric: logarithms of what is positive.  Exponential and
power law are searched by their steps at w = 0 (step_0, imbalance_0): the spec's `step` runs to infinity or 0 where the
law becomes a straight line or a pure exponential, with the same steps at every weight.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from typing import Any

import numpy as np

from crossbar.errors import SpecError
from crossbar.fitting import laws
from crossbar.fitting.laws import Steps

Values = Mapping[str, float]
NODES = (3, 5, 9)  # of a table; each set holds the one before


SCALES: dict[str, tuple[Callable[[float], float], Callable[[float], float]]] = {
    "log": (np.log, np.exp), "minus_log": (lambda x: np.log(-x), lambda z: -np.exp(z)),
    "atanh": (np.arctanh, np.tanh), "asinh": (np.arcsinh, np.sinh), "linear": (lambda x: x, lambda z: z),
    "below_one": (lambda x: -np.log1p(-x), lambda z: -np.expm1(-z)),
}  # fmt: skip


@dataclass(frozen=True)
class Parameter:
    """A number to be found, between `least` and `most`.

    `scale`: log, minus_log (of -x), atanh, asinh (of x/unit: a logarithm of either sign), below_one (-log(1 - x)),
    linear in `unit`.
    `ends`: those of its limits (0: least, 1: most) that are an answer, not a wall that the search ran against; where
    `least` is one it is as good as 0.
    """

    name: str
    scale: str
    least: float
    most: float
    start: float
    unit: float = 1.0
    ends: tuple[int, ...] = ()

    def inside(self, value: float) -> float:
        """The coordinate of the search."""
        value = min(max(value, self.least), self.most)
        return float(SCALES[self.scale][0](value / self.unit))

    def outside(self, z: float) -> float:
        return float(SCALES[self.scale][1](z) * self.unit)

    @property
    def limits(self) -> tuple[float, float]:
        """In coordinates of the search."""
        low, high = sorted((self.inside(self.least), self.inside(self.most)))
        return low, high


STEP = Parameter("step", "log", 1e-8, 10.0, 0.01)
IMBALANCE = Parameter("imbalance", "atanh", -0.98, 0.98, 0.0)
W_MAX = Parameter("w_max", "log", 0.5, 20.0, 1.0)
W_MIN = Parameter("w_min", "minus_log", -20.0, -0.5, -1.0)
C2C = Parameter("c2c", "log", 1e-4, 1e3, 0.3, ends=(0,))
READ_NOISE = Parameter("read_noise", "log", 1e-7, 3.0, 0.01, ends=(0,))
NOISE = (C2C, READ_NOISE)
# Reading that wanders: stationary, forgotten after slow_time readings.
SLOW = (Parameter("slow_noise", "log", 1e-5, 3.0, 0.01), Parameter("slow_time", "log", 0.5, 100.0, 5.0))
AT_ZERO = (replace(STEP, name="step_0"), replace(IMBALANCE, name="imbalance_0"))
SHAPES = {
    "linear": (Parameter("gamma_up", "linear", 0.0, 1.0, 0.5, ends=(0, 1)),
               Parameter("gamma_down", "linear", 0.0, 1.0, 0.5, ends=(0, 1))),
    # A of -199 is a pure exponential, of 0.995 with a small gamma a straight line: answers both.
    "exponential": (Parameter("A_up", "below_one", -199.0, 0.995, 0.3, ends=(0, 1)),
                    Parameter("A_down", "below_one", -199.0, 0.995, 0.3, ends=(0, 1)),
                    Parameter("gamma_up", "asinh", -12.0, 12.0, 1.0, 0.3),
                    Parameter("gamma_down", "asinh", -12.0, 12.0, 1.0, 0.3)),
    "power": (Parameter("p_up", "asinh", 0.0, 40.0, 1.0, 0.3, ends=(0,)),
              Parameter("p_down", "asinh", 0.0, 40.0, 1.0, 0.3, ends=(0,))),
}  # fmt: skip


@dataclass(frozen=True)
class Model:
    """A law that can be fitted.  `clips`: its bounds do nothing but end the range, so that data may not know them."""

    name: str
    kind: str
    law: Callable[[Any, np.ndarray], Steps]
    clips: bool
    additive: bool = False
    nodes: int = 0
    slow: bool = False  # whether reading wanders
    typical: float = 0.01  # step, of which the unit of nodes in the search is a tenth

    @property
    def parameters(self) -> tuple[Parameter, ...]:
        noise = (*NOISE, *SLOW) if self.slow else NOISE
        if self.nodes:
            names = [f"{way}.{k}" for way in ("up", "down") for k in range(self.nodes)]
            nodes = (Parameter(name, "asinh", 0.0, 10.0, self.typical, 0.1 * self.typical, (0,)) for name in names)
            return (*nodes, W_MAX, W_MIN, *noise)
        scales = AT_ZERO if self.at_zero else (STEP, IMBALANCE)
        return (*scales, *SHAPES.get(self.kind, ()), W_MAX, W_MIN, *noise)

    def fields(self, values: Values) -> dict[str, Any]:
        """What the law is written in; of a table the nodes are the steps themselves."""
        if self.at_zero:
            return _spec_scales(values, *self._shape(values))
        if not self.nodes:
            return dict(values)
        named = {n: v for n, v in values.items() if "." not in n}
        tables = {way: tuple(values[f"{way}.{k}"] for k in range(self.nodes)) for way in ("up", "down")}
        return {**named, **tables, "step": 1.0, "imbalance": 0.0}

    @property
    def at_zero(self) -> bool:
        """Whether the search knows the law by its steps at w = 0."""
        return self.kind in ("exponential", "power")

    def values(self, fields: Values) -> dict[str, float]:
        """The parameters of known fields: the inverse of `fields`."""
        if not self.at_zero:
            return dict(fields)
        up, down = (scale * shape for scale, shape in zip(laws.scales(fields), self._shape(fields), strict=True))
        rest = {n: v for n, v in fields.items() if n not in ("step", "imbalance")}
        return {"step_0": (up + down) / 2, "imbalance_0": (up - down) / (up + down), **rest}

    def _shape(self, f: Values) -> tuple[float, float]:
        """Steps at w = 0 in units of the spec's."""
        if self.kind == "exponential":
            return 1 - f["A_up"], 1 - f["A_down"]
        width = f["w_max"] - f["w_min"]
        return (f["w_max"] / width) ** f["p_up"], (-f["w_min"] / width) ** f["p_down"]

    def steps(self, values: Values, v: np.ndarray) -> Steps:
        """Sizes of the mean up and down step at the weights v."""
        return self.law(self.fields(values), v)

    def spreads(self, values: Values, up: np.ndarray, down: np.ndarray) -> Steps:
        """Standard deviations of one up and one down step where their means are `up` and `down`."""
        if self.additive:
            s_up, s_down = laws.scales(self.fields(values))
            return np.full_like(up, values["c2c"] * s_up), np.full_like(up, values["c2c"] * s_down)
        return values["c2c"] * up, values["c2c"] * down

    def step(self, values: Values) -> float:
        """The field `step` of the device; of a table the mean step at w = 0."""
        return float((_scaled(self.fields(values)) if self.nodes else self.fields(values))["step"])

    def device(self, values: Values, further: Mapping[str, Any], write_noise: float = 0.0) -> Any:
        """The device's spec; `further`: spreads, conductances.  The numbers keep seven digits."""
        from crossbar import devices

        f = self.fields(values)
        for name in ("read_noise", "slow_noise", "slow_time"):
            f.pop(name, None)
        if self.nodes:
            f |= _scaled(f)
        if self.kind == "exponential":
            f["a"] = (f["w_max"] - f["w_min"]) / 2
        if self.additive and f["c2c"] > 0:
            f["c2c_form"] = "additive"
        spec: Any = {"constant": devices.ConstantStep, "linear": devices.LinearStep, "soft_bounds": devices.SoftBounds,
                "exponential": devices.ExpStep, "power": devices.PowStep, "table": devices.Table}[self.kind]
        if write_noise > 0 and "write_noise" in spec.model_fields:
            f["write_noise"] = write_noise
        return spec(**{name: _rounded(value) for name, value in {**f, **further}.items()})


def _spec_scales(values: Values, up: float, down: float) -> dict[str, Any]:
    s_up = values["step_0"] * (1 + values["imbalance_0"]) / up
    s_down = values["step_0"] * (1 - values["imbalance_0"]) / down
    rest = {n: v for n, v in values.items() if n not in ("step_0", "imbalance_0")}
    return {"step": (s_up + s_down) / 2, "imbalance": (s_up - s_down) / (s_up + s_down), **rest}


def _scaled(f: dict[str, Any]) -> dict[str, Any]:
    """Nodes in units of the mean step at w = 0."""
    zero = np.zeros(1)
    step = float(sum(side[0] for side in laws.table(f, zero))) / 2
    return {"step": step, "imbalance": 0.0, "up": tuple(x / step for x in f["up"]),
            "down": tuple(x / step for x in f["down"])}  # fmt: skip


def _rounded(value: Any) -> Any:
    if isinstance(value, tuple):
        return tuple(map(_rounded, value))
    return float(f"{value:.7g}") if isinstance(value, float) else value


MODELS = {m.name: m for m in (
    Model("constant", "constant", laws.constant, clips=True),
    Model("linear", "linear", laws.linear, clips=True),
    Model("linear_additive", "linear", laws.linear, clips=True, additive=True),
    Model("soft_bounds", "soft_bounds", laws.soft_bounds, clips=False),
    Model("soft_bounds_additive", "soft_bounds", laws.soft_bounds, clips=False, additive=True),
    Model("exponential", "exponential", laws.exponential, clips=True),
    Model("power", "power", laws.power, clips=False),
    Model("table", "table", laws.table, clips=True, nodes=NODES[1]),
)}  # fmt: skip
SHORT = {"exp": "exponential", "pow": "power", "soft": "soft_bounds"}


def chosen(names: str | list[str] | tuple[str, ...]) -> list[Model]:
    """The models of "all", or of names separated by commas.  SpecError: an unknown name, none at all.

    Additive noise is only tried by name: few staircases tell it from the other, and intervals of bounds at which noise
    does not vanish are too narrow, docs/theory.md (10.2).
    """
    words = [w.strip() for w in names.split(",")] if isinstance(names, str) else list(names)
    if words == ["all"]:
        return [m for m in MODELS.values() if not m.additive]
    found = []
    for word in words:
        if SHORT.get(word, word) not in MODELS:
            raise SpecError(f"models: must be all or some of {', '.join(MODELS)} (got {word or 'nothing'}); separate "
                            f"them by commas.")  # fmt: skip
        found.append(MODELS[SHORT.get(word, word)])
    if not found:
        raise SpecError(f"models: must name at least one of {', '.join(MODELS)} (got none); leave it out for all.")
    return list(dict.fromkeys(found))
