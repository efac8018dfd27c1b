"""Devices of aihwkit, IBM's analog hardware acceleration kit, as ours, by their attributes; it is not imported.

Read from the sources of aihwkit 1.2 (configs/devices.py, configs/compounds.py; rpucuda/rpu_*_device.cpp).
docs/theory.md (2.14) has the equations of the conversion.
"""

from collections.abc import Callable, Iterator, Mapping
from typing import Any

from crossbar.devices import ConstantStep, ExpStep, LinearStep, PowStep, SoftBounds, Table
from crossbar.errors import SpecError
from crossbar.expected import shown

# The defaults of aihwkit, for dicts that leave a field out.
PULSED = {
    "dw_min": 0.001, "dw_min_dtod": 0.3, "dw_min_std": 0.3, "dw_min_dtod_log_normal": False, "up_down": 0.0,
    "up_down_dtod": 0.01, "w_max": 0.6, "w_max_dtod": 0.3, "w_min": -0.6, "w_min_dtod": 0.3, "lifetime": 0.0,
    "lifetime_dtod": 0.0, "diffusion": 0.0, "diffusion_dtod": 0.0, "reset": 0.0, "reset_dtod": 0.0, "reset_std": 0.01,
    "corrupt_devices_prob": 0.0, "corrupt_devices_range": 0.1, "drift": None, "construction_seed": 0,
    "enforce_consistency": True, "perfect_bias": False, "count_pulses": False,
}  # fmt: skip
NOISY = {"write_noise_std": 0.0, "apply_write_noise_on_set": True}
REVERSED = {"reverse_up": False, "reverse_down": False, "reverse_offset": 0.01}
OWN: dict[str, dict[str, Any]] = {
    "ConstantStepDevice": {},
    "LinearStepDevice": {**NOISY, **REVERSED, "gamma_up": 0.0, "gamma_down": 0.0, "gamma_up_dtod": 0.05,
                         "gamma_down_dtod": 0.05, "allow_increasing": False, "mean_bound_reference": True,
                         "mult_noise": True},
    "SoftBoundsDevice": {**NOISY, **REVERSED, "mult_noise": True},
    "SoftBoundsReferenceDevice": {**NOISY, "mult_noise": False, "slope_up_dtod": 0.0, "slope_down_dtod": 0.0,
                                  "reference_mean": 0.0, "reference_std": 0.0, "subtract_symmetry_point": False},
    "ExpStepDevice": {**NOISY, "A_up": 0.00081, "A_down": 0.36833, "gamma_up": 12.44625, "gamma_down": 12.78785,
                      "a": 0.244, "b": 0.2425, "dw_min_std_add": 0.0, "dw_min_std_slope": 0.0},
    "PowStepDevice": {**NOISY, "pow_gamma": 1.0, "pow_gamma_dtod": 0.1, "pow_up_down": 0.0, "pow_up_down_dtod": 0.0},
    "PiecewiseStepDevice": {**NOISY, "piecewise_up": [1], "piecewise_down": [1]},
}  # fmt: skip
# What has no counterpart here, and the value at which both agree.
NEUTRAL = {
    "construction_seed": 0, "enforce_consistency": True, "perfect_bias": False, "reverse_up": False,
    "reverse_down": False, "allow_increasing": False, "slope_up_dtod": 0.0, "slope_down_dtod": 0.0,
    "dw_min_std_add": 0.0, "dw_min_std_slope": 0.0, "pow_gamma_dtod": 0.0, "pow_up_down_dtod": 0.0,
}  # fmt: skip
Fields = dict[str, Any]


def from_aihwkit(source: Any) -> Any:
    """Our device for a device configuration of aihwkit: an object, or a dict with the class's name under "class".

    ConstantStepDevice, LinearStepDevice, SoftBoundsDevice, SoftBoundsReferenceDevice, ExpStepDevice, PowStepDevice,
    PiecewiseStepDevice, and what is derived from them, as the presets are.  Keys that a dict leaves out have aihwkit's
    defaults.  Lifetimes and diffusion are counted in mini-batches there, in samples here.
    Raises SpecError, which names every field that says something that cannot be said here.
    """
    name, fields = read(source)
    if problems := list(lost(name, fields)):
        raise SpecError("\n".join(f"from_aihwkit: {name}.{line}" for line in problems))
    return CONVERT[name](fields)


def read(source: Any) -> tuple[str, Fields]:
    """The class that is known, and all its fields.  SpecError: none is, or a field is unknown."""
    given = dict(source) if isinstance(source, Mapping) else dict(vars(source)) if hasattr(source, "__dict__") else {}
    named = given.pop("class", given.pop("kind", None)) if isinstance(source, Mapping) else None
    candidates = [named] if isinstance(source, Mapping) else [each.__name__ for each in type(source).__mro__]
    name = next((each for each in candidates if each in OWN), None)
    if name is None:
        raise SpecError(f"from_aihwkit: the class must be one of {', '.join(OWN)} (got {shown(candidates[0])}); "
                        "give a device's configuration, or a dict with its class's name under \"class\".")
    known = {**PULSED, **OWN[name]}
    if strange := [key for key in given if key not in known]:
        raise SpecError(f"from_aihwkit: {name}.{strange[0]}: must be a field of that class (got "
                        f"{shown(given[strange[0]])}); build the device by hand.")
    return name, known | given


def lost(name: str, f: Fields) -> Iterator[str]:
    """The fields that cannot be carried over, each with its reason."""
    for key, value in NEUTRAL.items():
        if key in f and f[key] != value:
            yield f"{key}: cannot be carried over (got {shown(f[key])}); here it is always {shown(value)}."
    if nu := drift_nu(f["drift"]):
        yield f"drift: cannot be carried over (got nu = {nu}), since it acts on weights there; use `retention`."
    if f["dw_min_dtod_log_normal"] and f["up_down"] != 0 and f["dw_min_dtod"] > 0:
        yield f"dw_min_dtod_log_normal: cannot be carried over beside up_down = {f['up_down']} (got true)."
    if f["corrupt_devices_prob"] > 0 and f["corrupt_devices_range"] < max(f["w_max"], -f["w_min"]):
        yield (f"corrupt_devices_range: cannot be carried over (got {f['corrupt_devices_range']}); here stuck cells lie "
               "anywhere in the range.")
    if name == "LinearStepDevice":
        yield from lost_slopes(f)
    if f["w_min"] == 0 and name in ("LinearStepDevice", "SoftBoundsDevice", "SoftBoundsReferenceDevice"):
        yield "w_min: cannot be carried over (got 0): the down step of this law has its slope from w_min."


def lost_slopes(f: Fields) -> Iterator[str]:
    """A reference of the slopes that is not nominal; two spreads that are neither equal nor in proportion."""
    sloped, spread = f["gamma_up"] or f["gamma_down"], f["w_max_dtod"] or f["w_min_dtod"]
    if not f["mean_bound_reference"] and sloped and spread:
        yield "mean_bound_reference: cannot be carried over (got false); here slopes belong to the nominal bounds."
    up, down, s_up, s_down = f["gamma_up"], f["gamma_down"], f["gamma_up_dtod"], f["gamma_down_dtod"]
    if (s_up > 0 and up == 0) or (s_down > 0 and down == 0):
        key = "gamma_up_dtod" if s_up > 0 and up == 0 else "gamma_down_dtod"
        yield f"{key}: cannot be carried over (got {f[key]}) where the slope itself is 0."
    elif s_up != s_down and s_up * down != s_down * up:
        yield (f"gamma_down_dtod: cannot be carried over beside gamma_up_dtod = {s_up} (got {s_down}): they must be "
               "equal, or in proportion to gamma_up and gamma_down.")


def drift_nu(drift: Any) -> float:
    return float((drift.get("nu", 0.0) if isinstance(drift, Mapping) else getattr(drift, "nu", 0.0)) or 0.0)


def shrunk(f: Fields) -> float:
    """What our step is of dw_min: up_down shortens one direction there, here one gains what the other loses."""
    return 1 - abs(f["up_down"]) / 2


def common(f: Fields) -> Fields:
    """The fields that all devices share; those that would say nothing are left out."""
    part = shrunk(f)
    found = {
        "step": f["dw_min"] * part,
        "imbalance": f["up_down"] / (2 * part),
        "imbalance_std": f["up_down_dtod"] / part,
        "step_d2d": f["dw_min_dtod"] / part,
        "step_d2d_form": "lognormal" if f["dw_min_dtod_log_normal"] and f["dw_min_dtod"] else None,
        "c2c": f["dw_min_std"],
        "stuck": f["corrupt_devices_prob"],
        "write_noise": f.get("write_noise_std", 0.0) / part,
        "retention": retention(f),
        **window(f),
    }
    return {key: value for key, value in found.items() if value}


def window(f: Fields) -> Fields:
    """Bounds and their spreads; a range that begins at 0 is stated around its middle."""
    if f["w_min"] == 0:
        half = f["w_max"] / 2
        return {"w_min": -half, "w_max": half, "w_max_d2d": 2 * f["w_max_dtod"]}
    return {"w_min": f["w_min"], "w_max": f["w_max"], "w_min_d2d": f["w_min_dtod"], "w_max_d2d": f["w_max_dtod"]}


def retention(f: Fields) -> Fields:
    """Decay toward the reset value, and diffusion."""
    found: Fields = {}
    if f["lifetime"] > 0:
        rest = f["reset"] - (f["w_max"] / 2 if f["w_min"] == 0 else 0.0)
        found |= {"lifetime": f["lifetime"], "lifetime_d2d": f["lifetime_dtod"], "rest": rest,
                  "rest_std": f["reset_dtod"]}  # fmt: skip
    if f["diffusion"] > 0:
        found |= {"diffusion": f["diffusion"], "diffusion_d2d": f["diffusion_dtod"]}
    return {key: value for key, value in found.items() if value}


def form(f: Fields) -> Fields:
    return {"c2c_form": "additive"} if not f["mult_noise"] and f["dw_min_std"] else {}


def constant(f: Fields) -> ConstantStep:
    return ConstantStep(**common(f))


def linear(f: Fields) -> LinearStep:
    up, down, s_up, s_down = f["gamma_up"], f["gamma_down"], f["gamma_up_dtod"], f["gamma_down_dtod"]
    spread = {"gamma_std": s_up} if s_up == s_down else {"gamma_d2d": s_up / up}
    spread = {key: value for key, value in spread.items() if value}
    return LinearStep(gamma_up=up, gamma_down=down, **spread, **form(f), **common(f))


def soft_bounds(f: Fields) -> SoftBounds:
    return SoftBounds(**form(f), **common(f))


def soft_bounds_reference(f: Fields) -> SoftBounds:
    place = {"reference": "symmetry_point" if f["subtract_symmetry_point"] else None,
             "reference_offset": f["reference_mean"], "reference_std": f["reference_std"]}  # fmt: skip
    return SoftBounds(**form(f), **common(f), **{key: value for key, value in place.items() if value})


def exponential(f: Fields) -> ExpStep:
    middle = f["a"] if f["w_min"] == 0 else 0.0  # u at mid range, where the weight is 0 here
    shape = {key: f[key] for key in ("A_up", "A_down", "gamma_up", "gamma_down", "a")}
    return ExpStep(**shape, b=f["b"] + middle, **common(f))


def power(f: Fields) -> PowStep:
    bias = f["pow_up_down"]
    return PowStep(p_up=f["pow_gamma"] * (1 + min(bias, 0)), p_down=f["pow_gamma"] * (1 - max(bias, 0)), **common(f))


def piecewise(f: Fields) -> Table:
    up, down = (tuple(map(float, nodes)) * (2 if len(nodes) == 1 else 1) for nodes in (f["piecewise_up"],
                                                                                       f["piecewise_down"]))
    return Table(up=up, down=down, **common(f))


CONVERT: dict[str, Callable[[Fields], Any]] = {
    "ConstantStepDevice": constant, "LinearStepDevice": linear, "SoftBoundsDevice": soft_bounds,
    "SoftBoundsReferenceDevice": soft_bounds_reference, "ExpStepDevice": exponential, "PowStepDevice": power,
    "PiecewiseStepDevice": piecewise,
}  # fmt: skip
