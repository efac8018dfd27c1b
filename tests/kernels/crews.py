"""Helpers at a leader's side: threads that serve a crew during a `with`."""

import time
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager

import numba

from kernels import crew


def here(state):
    """Members that have come, the leader not counted."""
    return int((state.board[crew.ROOM + crew.STATE :: crew.ROOM] != crew.AWAY).sum())


def jobs(state):
    """Jobs given to helpers so far."""
    return int(state.board[crew.TODO])


def _until(state, number):
    end = time.monotonic() + 60
    while here(state) != number and not numba.config.DISABLE_JIT:
        assert time.monotonic() < end, f"{here(state)} helpers instead of {number}"
        time.sleep(0.0001)


@contextmanager
def at_work(state):
    """All helpers have come before the leader begins, and have left afterwards."""
    with ThreadPoolExecutor(max(state.size - 1, 1)) as pool:
        crew.summon(state)
        served = [pool.submit(crew.serve, state, member) for member in range(1, state.size)]
        try:
            _until(state, state.size - 1)
            yield
        finally:
            crew.dismiss(state)
            for each in served:
                each.result(timeout=60)
    _until(state, 0)
