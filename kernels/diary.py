"""What is kept about single pulses: how many each device got, and a log of those on chosen cells or samples.

docs/theory.md (3.9).  Both are read between calls; neither moves a number of the training.
"""

from typing import Any, NamedTuple

import numpy as np

from ._jit import class_of, generic

CELL, PULSES = 0, 1  # places in Hits.listed
SAMPLE, PLACE, SIGNED = 0, 1, 2  # places in Diary.events


class Blank(NamedTuple):
    """Nothing is kept."""

    kept: int  # 0


class Diary(NamedTuple):
    counts: Any  # int64 (2, states): pulses up and down on every device; (2, 0): not counted
    span: Any  # int64 (2,): samples that are logged, first to last - 1
    chosen: Any  # bool (cells,): cells that are logged; (0,): all
    events: Any  # int64 (members, room, 3): SAMPLE, PLACE of the cell, SIGNED pulses
    after: Any  # float64 (members, room): the weight after them
    used: Any  # int64 (members,): events so far, also those beyond the room


@generic
def count(diary, listed, m):
    """Adds the m listed hits to the pulses of their devices."""

    def nothing(diary, listed, m):
        pass

    def tally(diary, listed, m):
        counts, cells, pulses = diary.counts, listed[CELL], listed[PULSES]
        if counts.shape[1] > 0:
            for h in range(m):
                counts[1 - (pulses[h] & 1), cells[h]] += pulses[h] >> 1

    return nothing if class_of(diary) is Blank else tally


@generic
def count_up(diary, place, pulses):
    """Adds pulses up on one device."""

    def nothing(diary, place, pulses):
        pass

    def tally(diary, place, pulses):
        if diary.counts.shape[1] > 0:
            diary.counts[0, place] += pulses

    return nothing if class_of(diary) is Blank else tally


@generic
def log(diary, listed, m, weights, stream, member):
    """Notes the m listed hits, whose weights are what they became; weights: (cells,)."""

    def nothing(diary, listed, m, weights, stream, member):
        pass

    def note(diary, listed, m, weights, stream, member):
        cells, pulses, chosen, sample = listed[CELL], listed[PULSES], diary.chosen, np.int64(stream.step)
        if not diary.span[0] <= sample < diary.span[1]:
            return
        events, after, at = diary.events[member], diary.after[member], diary.used[member]
        for h in range(m):
            if len(chosen) == 0 or chosen[cells[h]]:
                if at < len(after):
                    n = np.int64(pulses[h] >> 1)
                    events[at, SAMPLE], events[at, PLACE] = sample, cells[h]
                    events[at, SIGNED] = n if pulses[h] & 1 else -n
                    after[at] = weights[cells[h]]
                at += 1
        diary.used[member] = at

    return nothing if class_of(diary) is Blank else note
