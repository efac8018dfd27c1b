"""Our devices out of the fields of aihwkit's.  docs/theory.md (2.19)."""

from collections.abc import Callable
from typing import Any

from crossbar.aihwkit.fields import Fields
from crossbar.devices import ConstantStep, ExpStep, LinearStep, PowStep, SoftBounds, Table


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
    return ExpStep(**shape, b=f["b"] + middle, **besides(f), **common(f))


def besides(f: Fields) -> Fields:
    """The parts of the noise that do not go with the step; |w| is counted from the lower end of a range from 0."""
    if f["dw_min_std"] == 0:
        return {}
    found = {"c2c_offset": f["dw_min_std_add"], "c2c_slope": f["dw_min_std_slope"],
             "c2c_origin": -f["w_max"] / 2 if f["w_min"] == 0 and f["dw_min_std_slope"] else 0.0}  # fmt: skip
    return {key: value for key, value in found.items() if value}


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
