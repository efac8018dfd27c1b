"""What is compared: devices, algorithms with their settings, and how these settings were chosen.

Devices: soft bounds within +-1 with additive cycle-to-cycle noise 0.3, steps exp(0.3 z) of the nominal one, bounds that
spread by 0.3, up and down steps that differ by 0.1 z (Rasch et al. 2024).  The bounds of C do not spread where another
array sees the gradient.  The reference of the array that sees the gradient (of C where there is no other) stands at its
symmetry point plus sigma_r z.
"""

from copy import deepcopy
from typing import Any

STATES, ERRORS = (20, 1000), (0.0, 0.5)
TUNED_AT = 0.0  # sigma_r at which GRID was searched, for each number of states: not the devices of the targets
SIEMENS = {"g_min": 1e-6, "g_max": 9e-6}
LONGEST = 5  # slots of a train of the gradient: BL_max of Rasch et al. 2024
SIZES = {"mnist": [784, 256, 128, 10], "digits": [64, 48, 32, 10]}  # equally deep: the same compiled code
FLOATING = "floating point"

# pulses: of the algorithms that scale their rate (scaling = "fast"), asked where |x| and |d| are as large as their
# running means: eta = pulses s/(mu_x mu_d), s = 2/states.  Rasch et al. 2024 have 5, BL_max.  Choppers turn regularly,
# as in the weight programming of that paper (docs/theory.md, 16.3).
# GRID: what compare_settings.py searches for each number of states, 9 points each, with a seed of its own.
# CHOSEN is what was found by less than all of that search: both stages for TTv2, chopped TTv2 (with random choppers),
# mixed precision and residual learning on 20 states; the first stage for the rest; AGAD on 20 states has the setting of
# chopped TTv2, Hamiltonian descent on 1000 states that of 20.  Mixed precision on 1000 states has the best of three
# rates after 8 epochs, for after the first stage alone a rate looked best that is too large.  Regular choppers came in
# after results of sigma_r 0.5 were seen.
PULSES = (5.0, 1.0, 0.2)
RATES = (0.003, 0.005, 0.01, 0.02, 0.03, 0.05, 0.1, 0.2, 0.3)
FEW, MANY = ({"pulses": PULSES, "buffer_rate": rates} for rates in ((1.0, 0.3, 0.1), (50.0, 15.0, 5.0)))
GRID: dict[int, dict[str, dict[str, tuple[float, ...]]]] = {
    20: {
        "sgd": {"learning_rate": RATES},
        "tiki_taka": {"learning_rate": (0.02, 0.1, 0.5), "transfer_rate": (0.01, 0.03, 0.1)},
        "ttv2": FEW, "cttv2": FEW, "agad": FEW,
        "mixed_precision": {"learning_rate": RATES},
        "hamiltonian": {"learning_rate": (0.02, 0.1, 0.5), "transfer_rate": (0.0001, 0.001, 0.01)},
        "residual": {"learning_rate": (0.02, 0.1, 0.5), "transfer_rate": (0.01, 0.03, 0.1)},
    },
    1000: {
        "sgd": {"learning_rate": RATES},
        "tiki_taka": {"learning_rate": (0.005, 0.02, 0.1), "transfer_rate": (0.01, 0.03, 0.1)},
        "ttv2": MANY, "cttv2": MANY, "agad": MANY,
        "mixed_precision": {"learning_rate": RATES},
        "hamiltonian": {"learning_rate": (0.02, 0.1, 0.5), "transfer_rate": (0.0001, 0.001, 0.01)},
        "residual": {"learning_rate": (0.005, 0.02, 0.1), "transfer_rate": (0.01, 0.03, 0.1)},
    },
}
NAMES = tuple(GRID[20])
FIXED: dict[str, dict[str, Any]] = {
    "ttv2": {"scaling": "fast"}, "cttv2": {"scaling": "fast", "chopper": "periodic"},
    "agad": {"scaling": "fast", "chopper": "periodic"}, "residual": {"gamma": 0.1, "rows_per_transfer": 1},
}  # fmt: skip
CHOSEN: dict[int, dict[str, dict[str, float]]] = {
    20: {
        "sgd": {"learning_rate": 0.05},
        "tiki_taka": {"learning_rate": 0.5, "transfer_rate": 0.03},
        "ttv2": {"pulses": 1.0, "buffer_rate": 0.3}, "cttv2": {"pulses": 1.0, "buffer_rate": 0.3},
        "agad": {"pulses": 1.0, "buffer_rate": 0.3},
        "mixed_precision": {"learning_rate": 0.02},
        "hamiltonian": {"learning_rate": 0.5, "transfer_rate": 0.001},
        "residual": {"learning_rate": 0.5, "transfer_rate": 0.03},
    },
    1000: {
        "sgd": {"learning_rate": 0.2},
        "tiki_taka": {"learning_rate": 0.1, "transfer_rate": 0.1},
        "ttv2": {"pulses": 5.0, "buffer_rate": 50.0}, "cttv2": {"pulses": 5.0, "buffer_rate": 50.0},
        "agad": {"pulses": 5.0, "buffer_rate": 50.0},
        "mixed_precision": {"learning_rate": 0.05},
        "hamiltonian": {"learning_rate": 0.5, "transfer_rate": 0.001},
        "residual": {"learning_rate": 0.1, "transfer_rate": 0.1},
    },
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
    given = {"algorithm": algorithm(kind, states, error, CHOSEN[states][kind] if settings is None else settings)}
    return given | ({} if kind == "mixed_precision" else {"pulses": {"max_length": LONGEST}}) | {"periphery": {}}


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
