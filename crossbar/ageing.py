"""`age`: a trained network after a time in which nobody pulsed it.  docs/theory.md (9.6)."""

import os
from collections.abc import Sequence
from contextlib import nullcontext
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np

from crossbar import crosspoint
from crossbar.analysis.aged import Aged
from crossbar.assumed import assume, in_words, retentions, seen
from crossbar.config import loads
from crossbar.devices import AnyDevice
from crossbar.errors import FileError, SpecError
from crossbar.experiment import data_again
from crossbar.experiment_spec import Experiment
from crossbar.network import MLP, Score
from crossbar.retained import after
from crossbar.seeds import generator
from crossbar.trajectory import Run, describe, open_run


@dataclass(frozen=True)
class Member:
    """One array that the network sees: its devices' fates, its states at the end of the training."""

    layer: int
    name: str
    device: AnyDevice
    array: Any  # of the kernels
    fate: np.recarray
    states: np.ndarray  # (devices n_in, n_out)
    weights: np.ndarray
    z: np.ndarray | float


def age(
    run: Run | str | os.PathLike[str], seconds: float | Sequence[float], *, data_dir: str | Path | None = None,
    seed: int | None = None, overrides: Sequence[str] = (),
) -> Aged:  # fmt: skip
    """Lets the weights of a trained run age by the retention of its devices, and judges the network at each time.

        v(n) = rest + (v - rest)(1 - 1/lifetime)^n + spread z,   then   origin + (v - origin) ((t0 + seconds)/t0)^(-nu)

    n = seconds over the sample period of the clock.  Every device has the lifetime, rest, diffusion and nu that it had
    in the training; t0 (drift_t0) is its age at the end of the training, as if all had just been pulsed.  0 s gives the
    recorded test accuracy exactly.

    run: open, or the path of a file; finished.  seconds: one time or several.  data_dir: where the data lie, if they
    have moved.  seed: of the diffusion (None: the run's).  overrides: an assumed retention, such as
    "algorithm.c.retention.drift=0.05" or "clock.sample_period=1e-6".
    Raises FileError (no finished run, damaged), DataError, SpecError (nothing that ages, times or overrides that
    cannot act).
    """
    times = _times(seconds)
    with nullcontext(run) if isinstance(run, Run) else open_run(run) as opened:
        _must_be_whole(opened)
        spec = loads(opened.config, (), str(opened.path))
        assumed = assume(spec, opened.config, overrides)
        if seed is not None and not any(keeps.diffusion > 0 for keeps in retentions(assumed).values()):
            raise SpecError(f"age: seed cannot act here: no device diffuses (got {seed}); leave it out.")
        data = data_again(opened.path, spec, opened.provenance, data_dir)
        network = MLP.of(spec)
        members = _members(opened, network, assumed, spec.seed if seed is None else seed)
        last, recorded = int(opened.records[-1]), float(opened["test_accuracy"][-1])
    fresh = [tile.weights.astype(np.float64) for tile in network.tiles]
    found = [_judge(network, members, fresh, assumed, data, time, last) for time in times]
    scores, moved = [score for score, _ in found], np.array([rms for _, rms in found])
    return Aged(
        opened.path, last, recorded, in_words(assumed), times, np.array([score.accuracy for score in scores]),
        np.array([score.loss for score in scores]), moved,
    )  # fmt: skip


def _times(seconds: Any) -> np.ndarray:
    try:
        times = np.atleast_1d(np.asarray(seconds, np.float64))
    except (TypeError, ValueError):
        times = np.array([np.nan])
    if times.ndim != 1 or not len(times) or not (np.isfinite(times) & (times >= 0)).all():
        raise SpecError(f"age: seconds must be a time >= 0, or a list of them (got {seconds}); give 86400, say, a day.")
    return times


def _must_be_whole(run: Run) -> None:
    if not run.finished:
        done = f"{int(run.records[-1])} epochs" if run.n_records else "nothing"
        raise FileError(f"{run.path}: must be a finished run (got {done} of it); go on with crossbar resume.")
    if damage := describe(run.path).damage:
        raise FileError(f"{run.path}: must be readable as a whole (got damage in {damage[0]}); use a copy.")


def _members(run: Run, network: MLP, assumed: Experiment, seed: int) -> list[Member]:
    """The arrays that the network sees, brought to the last record of the run."""
    found = []
    for layer, tile in enumerate(network.tiles):
        if tile.bias == "digital":
            tile.state.bias[:] = run.read(f"layer{layer}/bias", -1)[0]
        for name, values in tile.digital.items():
            values[:] = run.read(f"layer{layer}/digital_{name}", -1)[0]
        for name in seen(assumed):
            found.append(_member(run, tile, layer, name, assumed.algorithm.device(name), seed))
    return found


def _member(run: Run, tile: Any, layer: int, name: str, device: AnyDevice, seed: int) -> Member:
    array, weights = tile.arrays[name], run.read(f"layer{layer}/weights_{name}", -1)[0]
    own, shape = f"layer{layer}/states_{name}", getattr(array.cell, "v", array.w).shape
    if hasattr(array.cell, "v") and own not in run:
        raise FileError(f"{run.path}: must hold the states of all devices, {own} (got the weights alone); train again.")
    states = run.read(own, -1)[0].reshape(shape) if hasattr(array.cell, "v") else weights
    reference = getattr(tile, "references", {}).get(name, 0.0)
    # In float64: over days 1 - 1/lifetime is nearer to 1 than float32 can tell.
    fate = crosspoint.fates(
        device, array.w.shape, generator(tile.seed, "retention", name, layer), np.float64, reference
    )
    noisy = device.inner.retention.diffusion > 0
    z = generator(seed, "age", name, layer).standard_normal(shape) if noisy else 0.0
    array.w[:] = weights
    return Member(layer, name, device, array, fate, states, weights, z)


def _judge(
    network: MLP, members: list[Member], fresh: list[np.ndarray], assumed: Experiment, data: Any, seconds: float,
    epoch: int,
) -> tuple[Score, float]:  # fmt: skip
    """The network after so many seconds: its score, and the root mean square change of the weights it sees."""
    for member in members:
        _grow_old(member, assumed, seconds)
    moved = [tile.weights - before for tile, before in zip(network.tiles, fresh, strict=True)]
    ideal = assumed.evaluation.weights == "ideal"
    score = network.evaluate(data.test_x, data.test_t, "evaluate test", epoch, ideal)
    return score, float(np.sqrt(np.mean(np.concatenate([each.ravel() for each in moved]) ** 2)))


def _grow_old(member: Member, assumed: Experiment, seconds: float) -> None:
    """Ages one array from the end of the training on."""
    array, keeps = member.array, member.device.inner.retention
    samples = seconds / assumed.clock.period(assumed.pulses.max_length)
    low, high = array.dev.cells.w_min, array.dev.cells.w_max
    ratio = (keeps.drift_t0 + seconds) / keeps.drift_t0
    v = after(member.states, member.fate, low, high, samples, ratio, member.z)
    if hasattr(array.cell, "v"):
        array.cell.v[:] = v
        every = len(member.device.shares), *array.w.shape
        # The noise of the last write stays with the weight.
        noise = member.weights - crosspoint.seen(member.device, member.states.reshape(every))
        array.w[:] = crosspoint.seen(member.device, v.reshape(every)) + noise if seconds else member.weights
    else:
        array.w[:] = v
