"""Weights and conductances: w = K (g - g_ref), K = (w_max - w_min)/(g_max - g_min), g_ref = g_min - w_min/K.

docs/theory.md (2.0).  w_min lies at g_min and w_max at g_max; siemens appear at this boundary only.
"""

from typing import Any

from crossbar.errors import SpecError


def scale(w_min: float, w_max: float, g_min: float, g_max: float) -> tuple[float, float]:
    """K in weight per siemens and g_ref in siemens."""
    K = (w_max - w_min) / (g_max - g_min)
    return K, g_min - w_min / K


def conductances(w: Any, w_min: float, w_max: float, g_min: float, g_max: float) -> Any:
    """g in siemens of the weights w, any shape; float32 for float32, else float64."""
    K, g_ref = scale(w_min, w_max, g_min, g_max)
    values, dtype = floating(w)
    return (g_ref + values / K).astype(dtype)


def weights(g: Any, w_min: float, w_max: float, g_min: float, g_max: float) -> Any:
    """w of the conductances g in siemens, any shape; float32 for float32, else float64."""
    K, g_ref = scale(w_min, w_max, g_min, g_max)
    values, dtype = floating(g)
    return (K * (values - g_ref)).astype(dtype)


def floating(values: Any) -> tuple[Any, Any]:
    """In float64, and the dtype to return: the difference g - g_ref is taken before anything is rounded."""
    import numpy as np

    array = np.asarray(values)
    return array.astype(np.float64), np.float32 if array.dtype == np.float32 else np.float64


def missing(who: str, wanted: str) -> SpecError:
    return SpecError(
        f"{who}.{wanted}: must know g_min and g_max (got neither); give the device both, in siemens."
    )
