"""Pulses that look for a place: zero shifting (Kim et al. 2019) and write-verify, one cell after the other."""
from .philox import C2C, FORWARD_NOISE, WRITE_NOISE, ZERO_SHIFT, Place, normal


def zero_shift(device, w, pairs, key):
    """The weights (n_in, n_out) after `pairs` pulses up and down in turn on every cell, up first."""
    new = []
    for i, row in enumerate(w):
        new.append([])
        for j, value in enumerate(row):
            for p in range(2 * pairs):
                z = normal(Place(key, p), ZERO_SHIFT, i * len(row) + j)
                value = device.pulse(i, j, float(value), p % 2 == 0, z)
            new[i].append(float(value))
    return new


def program(device, i, j, number, w, target, tolerance, budget, read_noise, key, write_noise=0.0):
    """One cell, number `number` of the array: its weight, its pulses up and down, whether it failed.

    Read; within the tolerance: done; else, if the budget is not spent, a pulse toward the target, and again.
    What is seen of a cell lies write_noise z beside the state that pulses act on, z anew with each pulse.
    """
    ups = downs = 0
    beside = 0.0
    for k in range(budget + 1):
        read = w + beside + read_noise * normal(Place(key, k), FORWARD_NOISE, number)
        if abs(read - target) <= tolerance:
            return w + beside, ups, downs, False
        if k < budget:
            up = read < target
            w = device.pulse(i, j, w, up, normal(Place(key, k), C2C, number))
            beside = write_noise * normal(Place(key, k), WRITE_NOISE, number)
            ups, downs = ups + up, downs + (not up)
    return w + beside, ups, downs, True
