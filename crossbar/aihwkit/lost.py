"""What aihwkit's configurations say that cannot be said here."""

from collections.abc import Iterator, Mapping
from typing import Any

from crossbar.aihwkit.fields import Fields
from crossbar.expected import shown

# What has no counterpart here, and the value at which both agree.
NEUTRAL = {
    "construction_seed": 0, "enforce_consistency": True, "perfect_bias": False, "reverse_up": False,
    "reverse_down": False, "allow_increasing": False, "slope_up_dtod": 0.0, "slope_down_dtod": 0.0,
    "pow_gamma_dtod": 0.0, "pow_up_down_dtod": 0.0,
}  # fmt: skip


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
        yield (f"corrupt_devices_range: cannot be carried over (got {f['corrupt_devices_range']}); here stuck cells "
               "lie anywhere in the range.")
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
