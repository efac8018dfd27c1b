"""What is compared: devices, algorithms with their settings, and how these settings were chosen.

Devices: soft bounds within +-1 with additive cycle-to-cycle noise 0.3, steps exp(0.3 z) of the nominal one, bounds that
spread by 0.3, up and down steps that differ by 0.1 z (Rasch et al. 2024).  The bounds of C do not spread where another
array sees the gradient.  The reference of the array that sees the gradient (of C where there is no other) stands at its
symmetry point plus sigma_r z.
"""

from copy import deepcopy
from typing import Any

STATES, ERRORS = (20, 1000), (0.0, 0.5)
TUNED_ON = (20, 0.0)  # states and sigma_r on which GRID was searched
SIEMENS = {"g_min": 1e-6, "g_max": 9e-6}
LONGEST = 5  # slots of a train of the gradient: BL_max of Rasch et al. 2024
SIZES = {"mnist": [784, 256, 128, 10], "digits": [64, 48, 32, 10]}  # equally deep: the same compiled code
FLOATING = "floating point"

# Rates are in steps of the device, s = 2/states, so that they mean the same for any number of states.
# learning_rate: of the algorithms that scale it (scaling = "fast") the pulses asked where |x| and |d| are as large as
# their running means: eta = pulses s/(mu_x mu_d).  Rasch et al. 2024 have 5, BL_max.
# GRID: what compare_settings.py searched, 9 points each, with a seed that the comparison does not use, on TUNED_ON.
PULSES, BUFFER = (5.0, 1.0, 0.2), (1.0, 0.3, 0.1)
GRID: dict[str, dict[str, tuple[float, ...]]] = {
    "sgd": {"learning_rate": (0.003, 0.005, 0.01, 0.02, 0.03, 0.05, 0.1, 0.2, 0.3)},
    "tiki_taka": {"learning_rate": (0.02, 0.1, 0.5), "transfer_rate": (0.01, 0.03, 0.1)},
    "ttv2": {"pulses": PULSES, "buffer_rate": BUFFER},
    "cttv2": {"pulses": PULSES, "buffer_rate": BUFFER},
    "agad": {"pulses": PULSES, "buffer_rate": BUFFER},
    "mixed_precision": {"learning_rate": (0.003, 0.005, 0.01, 0.02, 0.03, 0.05, 0.1, 0.2, 0.3)},
    "hamiltonian": {"learning_rate": (0.02, 0.1, 0.5), "transfer_rate": (0.0001, 0.001, 0.01)},
    "residual": {"learning_rate": (0.02, 0.1, 0.5), "transfer_rate": (0.01, 0.03, 0.1)},
}
FIXED: dict[str, dict[str, Any]] = {
    "ttv2": {"scaling": "fast"}, "cttv2": {"scaling": "fast"}, "agad": {"scaling": "fast"},
    "residual": {"gamma": 0.1, "rows_per_transfer": 1},
}  # fmt: skip
CHOSEN: dict[str, dict[str, float]] = {
    "ttv2": {"pulses": 1.0, "buffer_rate": 0.3}, "cttv2": {"pulses": 1.0, "buffer_rate": 0.3},
    "agad": {"pulses": 1.0, "buffer_rate": 0.3},
}  # fmt: skip


def device(states: int, **more: Any) -> dict[str, Any]:
    return {
        "kind": "soft_bounds", "af": 1.0, "step": 2 / states, "w_min": -1.0, "w_max": 1.0, "c2c": 0.3,
        "c2c_form": "additive", "step_d2d": 0.3, "step_d2d_form": "lognormal", "imbalance_std": 0.1, **SIEMENS, **more,
    }  # fmt: skip


def referred(states: int, error: float) -> dict[str, Any]:
    """The devices of the array that sees the gradient."""
    spread = {"w_min_d2d": 0.3, "w_max_d2d": 0.3, "reference": "symmetry_point"}
    return device(states, **spread, **({"reference_std": error} if error else {}))


def algorithm(kind: str, states: int, error: float, settings: dict[str, float]) -> dict[str, Any]:
    """The table of an algorithm.  settings: by the names of GRID."""
    found: dict[str, Any] = {"kind": kind, **FIXED.get(kind, {}), **settings}
    if "pulses" in found:
        found["learning_rate"] = found.pop("pulses") * 2 / states
    if kind in ("sgd", "mixed_precision"):
        return found | {"c": referred(states, error)}
    return found | {"a": referred(states, error), "c": device(states)}


def point(kind: str, states: int, error: float, settings: dict[str, float] | None = None) -> dict[str, Any]:
    """What differs from the base at a point of a sweep: tables by their dotted keys."""
    given = {"algorithm": algorithm(kind, states, error, CHOSEN[kind] if settings is None else settings)}
    return given | {"pulses": {} if kind == "mixed_precision" else {"max_length": LONGEST}, "periphery": {}}


def exact() -> dict[str, Any]:
    """SGD in floating point: exact outer products on weights without bounds, ideal reads."""
    wide = {"kind": "constant", "w_min": -1e6, "w_max": 1e6}
    return {"algorithm": {"kind": "sgd", "learning_rate": 0.05, "c": wide}, "pulses": {"kind": "exact"},
            "periphery": {"forward": "ideal", "backward": "ideal"}}  # fmt: skip


def axis(points: list[dict[str, Any]]) -> dict[str, list[Any]]:
    """One axis of a sweep, whose keys change together."""
    return {key: [deepcopy(each[key]) for each in points] for key in points[0]}


def data_of(name: str) -> dict[str, Any]:
    return {"data.name": name, "network.sizes": SIZES[name]}
