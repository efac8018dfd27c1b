"""Fields of aihwkit's configurations: their defaults, and how one is read."""

from collections.abc import Mapping
from typing import Any

from crossbar.errors import SpecError
from crossbar.expected import shown

Fields = dict[str, Any]

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
CELLS: dict[str, dict[str, Any]] = {
    "OneSidedUnitCell": {"unit_cell_devices": [], "construction_seed": 0, "refresh_every": 0, "units_in_mbatch": True,
                         "refresh_upper_thres": 0.75, "refresh_lower_thres": 0.25, "refresh_forward": None,
                         "refresh_update": None, "copy_inverted": False},
    "VectorUnitCell": {"unit_cell_devices": [], "construction_seed": 0, "update_policy": "All", "first_update_idx": 0,
                       "gamma_vec": []},
}  # fmt: skip
KNOWN = {**{name: {**PULSED, **own} for name, own in OWN.items()}, **CELLS}


def read(source: Any) -> tuple[str, Fields]:
    """The class that is known, and all its fields.  SpecError: none is, or a field is unknown."""
    given = dict(source) if isinstance(source, Mapping) else dict(vars(source)) if hasattr(source, "__dict__") else {}
    named = given.pop("class", given.pop("kind", None)) if isinstance(source, Mapping) else None
    candidates = [named] if isinstance(source, Mapping) else [each.__name__ for each in type(source).__mro__]
    name = next((each for each in candidates if each in KNOWN), None)
    if name is None:
        raise SpecError(f"from_aihwkit: the class must be one of {', '.join(KNOWN)} (got {shown(candidates[0])}); "
                        "give a device's configuration, or a dict with its class's name under \"class\".")
    if strange := [key for key in given if key not in KNOWN[name]]:
        raise SpecError(f"from_aihwkit: {name}.{strange[0]}: must be a field of that class (got "
                        f"{shown(given[strange[0]])}); build the device by hand.")
    return name, KNOWN[name] | given
