"""Unit cells of aihwkit: a one-sided pair, and several devices a weight."""

from collections.abc import Callable, Iterator
from typing import Any

from crossbar.aihwkit.fields import Fields
from crossbar.devices import DifferentialPair, MultiDevice
from crossbar.expected import shown

IN_TURN = "SingleSequential"  # the policy by which one device after the other gets a mini-batch


def lost_of_cell(name: str, f: Fields, devices: list[tuple[str, Fields]]) -> Iterator[str]:
    """The fields of a cell that cannot be carried over, each with its reason."""
    if not devices:
        yield "unit_cell_devices: must hold a device (got none)."
    elif any(each != devices[0] for each in devices[1:]):
        yield "unit_cell_devices: cannot be carried over (got unequal devices); here those of a cell are of one kind."
    if f["construction_seed"] != 0:
        yield f"construction_seed: cannot be carried over (got {f['construction_seed']}); here it is always 0."
    yield from lost_of_pair(f, devices) if name == "OneSidedUnitCell" else lost_of_vector(f, devices)


def lost_of_pair(f: Fields, devices: list[tuple[str, Fields]]) -> Iterator[str]:
    if f["copy_inverted"]:
        yield "copy_inverted: cannot be carried over (got true); here both devices are raised."
    if len(devices) > 2:
        yield f"unit_cell_devices: must be one or two (got {len(devices)})."
    for kind, device in devices[:1]:
        if device["w_min"] != 0:
            yield (f"unit_cell_devices[0].w_min: cannot be carried over (got {device['w_min']}); the {kind} of a pair "
                   "starts at weight 0 there, at its lower bound here: it must be 0.")
    if f["refresh_every"] > 1:
        yield f"refresh_every: cannot be carried over (got {f['refresh_every']}); here it is always 1, or 0 for never."
    upper, lower = f["refresh_upper_thres"], f["refresh_lower_thres"]
    if f["refresh_every"] > 0 and upper != lower:
        yield (f"refresh_lower_thres: cannot be carried over beside refresh_upper_thres = {upper} (got {lower}); here "
               "both devices have one threshold, refresh_at.")


def lost_of_vector(f: Fields, devices: list[tuple[str, Fields]]) -> Iterator[str]:
    policy = getattr(f["update_policy"], "value", f["update_policy"])
    if policy != IN_TURN:
        yield f"update_policy: cannot be carried over (got {shown(policy)}); here it is always {shown(IN_TURN)}."
    if f["first_update_idx"] != 0:
        yield f"first_update_idx: cannot be carried over (got {f['first_update_idx']}); here it is always 0."
    if any(abs(share - 1 / len(devices)) > 1e-12 for share in f["gamma_vec"]):
        yield f"gamma_vec: cannot be carried over (got {shown(f['gamma_vec'])}); here it is 1/n for each device."
    if len(devices) == 1:
        yield "unit_cell_devices: must be two or more (got 1); convert the device itself."


def pair(f: Fields, device: Any) -> DifferentialPair:
    """Two devices that pulses only raise."""
    refresh: Fields = {}
    if f["refresh_every"] > 0:
        own = f["unit_cell_devices"][0]
        std = own.get("reset_std", 0.01) if isinstance(own, dict) else own.reset_std
        refresh = {"refresh_at": f["refresh_upper_thres"], **({"reset_std": std} if std else {})}
    return DifferentialPair(device=device.replace(polarity="up"), **refresh)


def vector(f: Fields, device: Any) -> MultiDevice:
    return MultiDevice(device=device, devices=len(f["unit_cell_devices"]))


CELL: dict[str, Callable[[Fields, Any], Any]] = {"OneSidedUnitCell": pair, "VectorUnitCell": vector}
