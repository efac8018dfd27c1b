"""What stands at the cross-points of an array, as the kernels take it: states, time, half-select, the diary.

docs/theory.md (2.12)-(2.14), (3.9).
"""

from typing import Any

import numpy as np

from crossbar.devices import AnyDevice
from crossbar.devices.siemens import scale
from crossbar.errors import SpecError

ROUTES = ("FIRST", "BY_SIGN", "BOTH", "IN_TURN")  # as numbered in kernels.cells
DIRECTIONS = ("either", "up", "down")  # as numbered in kernels.half_select
MOST_STATES = 2**31 - 1  # kernels.hits lists the places of devices as int32


def bounds(device: AnyDevice, dev: Any, shape: tuple[int, int]) -> tuple[np.ndarray, np.ndarray]:
    """w_min and w_max of every device, (devices, n_in, n_out)."""
    every = (len(device.shares), *shape)
    low, high = (
        np.broadcast_to(dev.cells[name], (every[0] * shape[0], shape[1])).reshape(every) for name in ("w_min", "w_max")
    )
    return low, high


def states(device: AnyDevice, dev: Any, weights: np.ndarray) -> np.ndarray:
    """States (devices, n_in, n_out) that make the weights, within the bounds of every device."""
    low, high = bounds(device, dev, weights.shape)
    dtype = dev.cells.dtype["w_min"]
    return np.clip(device.states(weights, low), low, high).astype(dtype)


def seen(device: AnyDevice, v: np.ndarray) -> np.ndarray:
    """The weights that states (devices, n_in, n_out) make, without write noise; summed as the kernels sum."""
    total = v.dtype.type(device.shares[0]) * v[0]
    for share, state in zip(device.shares[1:], v[1:], strict=True):
        total = total + v.dtype.type(share) * state
    return total


def held(array: Any) -> np.ndarray:
    """The states that pulses act on, (devices n_in, n_out), as the kernels hold them."""
    return array.cell.v if hasattr(array.cell, "v") else array.w


def put(device: AnyDevice, array: Any, v: np.ndarray) -> None:
    """Sets the states (devices, n_in, n_out) of an array, and its weights, without write noise."""
    if hasattr(array.cell, "v"):
        array.cell.v[:] = v.reshape(array.cell.v.shape)
        array.cell.drawn[:] = 0
    if hasattr(array.clock, "since"):
        array.clock.since[:] = 0
    array.w[:] = seen(device, v)


def pulsed(array: Any, ups: Any, downs: Any) -> None:
    """Notes pulses that no update made, numbers or in the shape of the states: in all counts, and for the drift."""
    ups, downs = (np.broadcast_to(each, held(array).shape) for each in (ups, downs))
    array.stats[:2] += ups.sum(), downs.sum()
    if getattr(array.diary, "counts", np.empty((2, 0))).size:
        array.diary.counts[:] += ups.reshape(-1), downs.reshape(-1)
    if len(getattr(array.clock, "since", ())):
        array.clock.since[(ups + downs).reshape(-1) > 0] = 0


def moved(device: AnyDevice, clock: Any, by: np.ndarray) -> Any:
    """What time does to devices whose references are moved by so much, (devices n_in, n_out)."""
    if not hasattr(clock, "fate"):
        return clock
    fate = np.broadcast_to(clock.fate, by.shape).copy()
    fate["rest"] -= by
    if not device.inner.retention.drift_reference:
        fate["origin"] -= by
    return clock._replace(fate=fate.view(np.recarray))


def cell(device: AnyDevice, v: np.ndarray) -> Any:
    """One plain device, or a compound of several states or of a state and its write noise."""
    from kernels import beside
    from kernels.cells import Single

    if v.size > MOST_STATES:
        raise SpecError(f"{type(device).__name__}: an array must hold at most {MOST_STATES} devices, numbered in 32 "
                        f"bits (got {v.size}); split the layer.")  # fmt: skip
    inner = device.inner
    if len(v) == 1 and inner.write_noise == 0:
        return Single(1)
    noise = inner.noise_std * float(np.sqrt(np.square(device.shares).sum()))
    budget = int(np.ceil(4 * (inner.w_max - inner.w_min) / inner.up_step))
    return beside.compound(
        v, device.shares, ROUTES.index(device.route), noise, getattr(device, "refresh_at", 0.0),
        getattr(device, "reset_std", 0.0), budget,
    )  # fmt: skip


def clock(device: AnyDevice, dev: Any, shape: tuple[int, int], rng: np.random.Generator, period: float,
          reference: Any = 0.0) -> Any:  # fmt: skip
    """What time does to the devices of an array of `shape`, a sample lasting `period` seconds.

    reference: the shift r of each device's reference, of the shape of dev's cells; rest and origin move with it.
    """
    from kernels import beside
    from kernels.ageing import Timeless

    keeps = device.inner.retention
    if not keeps.acts:
        return Timeless(0)
    _check_resolved(device.inner, dev.cells.dtype["w_min"])
    fate = fates(device, shape, rng, dev.cells.dtype["w_min"], reference)
    states = len(device.shares) * shape[0] * shape[1]
    return beside.ageing(fate, states, keeps.drift_t0 / period, keeps.drift > 0, keeps.diffusion > 0)


def fates(device: AnyDevice, shape: tuple[int, int], rng: np.random.Generator, dtype: Any,
          reference: Any = 0.0) -> Any:  # fmt: skip
    """What each device of an array will live through in a sample: loss, rest, diffusion, nu, origin of (2.13).

    Of shape (devices n_in, n_out), or (1, 1) where all are alike.  reference: as in `clock`.
    """
    inner, keeps = device.inner, device.inner.retention
    draws = inner._draws(len(device.shares) * shape[0], shape[1], rng, dtype)
    draws.stuck = 0.0
    life = np.maximum(keeps.lifetime * draws.relative("lifetime", keeps.lifetime_d2d), 1.0)
    fate = draws.cells(
        loss=1 / life if keeps.decays else 0.0,
        rest=keeps.rest + keeps.rest_std * draws.normal("rest", keeps.rest_std) - reference if keeps.decays else 0.0,
        diffusion=keeps.diffusion * draws.relative("diffusion", keeps.diffusion_d2d),
        nu=keeps.drift * draws.relative("drift", keeps.drift_d2d),
        origin=0.0 if keeps.drift_reference else zero_conductance(inner) - reference,
    )
    return fate.reshape((1, 1)) if fate.ndim == 0 else fate


def _check_resolved(device: Any, dtype: np.dtype) -> None:
    """SpecError: what time does in a sample is lost in the rounding of the states.

    A relative step of 1/lifetime must be 8 units in the last place, a random one a quarter of one near the bounds.
    """
    keeps, unit, who = device.retention, float(np.finfo(dtype).eps), f"{type(device).__name__}.retention"
    remedy = 'set dtype = "float64", or 0 for none' if dtype.itemsize == 4 else "set it to 0 for none"
    if keeps.lifetime > (most := 1 / (8 * unit)):
        raise SpecError(f"{who}.lifetime: must be at most {most:.4g} samples, whose decay {dtype} resolves "
                        f"(got {keeps.lifetime:g}); {remedy}.")
    if 0 < keeps.diffusion < (least := unit / 4 * max(-device.w_min, device.w_max)):
        raise SpecError(f"{who}.diffusion: must be at least {least:.2g}, the smallest step that {dtype} resolves "
                        f"(got {keeps.diffusion:g}); {remedy}.")


def zero_conductance(device: Any) -> float:
    """The state at which a device would conduct nothing; 0 where it states no conductances."""
    if device.g_min is None:
        return 0.0
    K, g_ref = scale(device.w_min, device.w_max, device.g_min, device.g_max)
    return -K * g_ref


def half(device: AnyDevice, shape: tuple[int, int], dtype: Any) -> Any:
    """What lines that fire alone do to the cells."""
    from kernels import beside
    from kernels.half_select import Undisturbed

    feels = device.inner.half_select
    if not feels.acts:
        return Undisturbed(0)
    return beside.half_select(feels.probability, feels.step, DIRECTIONS.index(feels.direction), *shape, dtype)
