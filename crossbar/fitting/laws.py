"""The mean step of every law, as arrays over the weight.  docs/theory.md (2.1)-(2.8)."""

from collections.abc import Mapping
from typing import Any

import numpy as np

Fields = Mapping[str, Any]  # of the device's spec
Steps = tuple[np.ndarray, np.ndarray]  # sizes of an up and a down step


def scales(f: Fields) -> tuple[float, float]:
    """s_up and s_dn."""
    return f["step"] * (1 + f["imbalance"]), f["step"] * (1 - f["imbalance"])


def constant(f: Fields, v: np.ndarray) -> Steps:
    up, down = scales(f)
    return np.full_like(v, up), np.full_like(v, down)


def linear(f: Fields, v: np.ndarray) -> Steps:
    up, down = scales(f)
    return up * (1 - f["gamma_up"] * v / f["w_max"]), down * (1 - f["gamma_down"] * v / f["w_min"])


def soft_bounds(f: Fields, v: np.ndarray) -> Steps:
    return linear({**f, "gamma_up": 1.0, "gamma_down": 1.0}, v)


def exponential(f: Fields, v: np.ndarray) -> Steps:
    """With b = 0 and a = (w_max - w_min)/2, so that u = v."""
    up, down = scales(f)
    grow, fall = np.exp(np.clip(f["gamma_up"] * v, -700, 700)), np.exp(np.clip(-f["gamma_down"] * v, -700, 700))
    return up * np.maximum(1 - f["A_up"] * grow, 0), down * np.maximum(1 - f["A_down"] * fall, 0)


def power(f: Fields, v: np.ndarray) -> Steps:
    up, down = scales(f)
    q = np.clip((v - f["w_min"]) / (f["w_max"] - f["w_min"]), 0, 1)
    return up * (1 - q) ** f["p_up"], down * q ** f["p_down"]


def table(f: Fields, v: np.ndarray) -> Steps:
    up, down = scales(f)
    q = (v - f["w_min"]) / (f["w_max"] - f["w_min"])
    nodes = np.linspace(0, 1, len(f["up"]))
    return up * np.interp(q, nodes, f["up"]), down * np.interp(q, nodes, f["down"])
