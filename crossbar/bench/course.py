"""`Course`: a network that learns in time order, chunk by chunk, between looks at U."""

from collections.abc import Mapping, Sequence
from time import process_time

import numpy as np

from crossbar.bench.images import Images
from crossbar.bench.plan import Plan
from crossbar.bench.repeats import timed
from crossbar.bench.unit import Unit
from crossbar.experiment_spec import Experiment
from crossbar.network import MLP
from crossbar.seeds import generator


class Course:
    """Time order matters: errors shrink while a network learns, and with them the pulses a sample takes."""

    def __init__(self, spec: Experiment, images: Images, chunk: int) -> None:
        self.spec, self.images, self.chunk = spec, images, chunk
        self.network, self.done, self.totals = MLP.of(spec), 0, np.zeros(2)
        self.network.compile()

    def go(self) -> tuple[float, float]:
        """Seconds a sample of the next chunk, by the clock and of the processor; a chunk ends with its epoch."""
        n = len(self.images.x)
        epoch, at = divmod(self.done, n)
        order = generator(self.spec.seed, "shuffle", epoch).permutation(n)[at : at + self.chunk].astype(np.int64)
        images, step = self.images, self.done
        self.done += len(order)
        start = process_time()
        seconds = timed(lambda: self.network.train(images.x, images.t, order, step, self.totals))
        return seconds / len(order), (process_time() - start) / len(order)

    @property
    def pulses_per_sample(self) -> float:
        arrays = (array for tile in self.network.tiles for array in tile.arrays.values())
        return sum(int(array.stats[:2].sum()) for array in arrays) / self.done


def sizes_of_chunks(samples: int, epochs: int, chunk: int) -> np.ndarray:
    """Samples of each chunk of a course."""
    one = [min(chunk, samples - at) for at in range(0, samples, chunk)]
    return np.array(one * epochs)


def in_turns(courses: Mapping[str, Course], chunks: int, unit: Unit, plan: Plan) -> dict[str, np.ndarray]:
    """(3, chunks) of each course: seconds a sample, those of the processor, and the mean of U before and after."""
    taken = {name: np.zeros((3, chunks)) for name in courses}
    before = unit.seconds(plan.products)
    for n in range(chunks):
        for name, course in courses.items():
            seconds, own = course.go()
            after = unit.seconds(plan.products)
            taken[name][:, n] = seconds, own, (before + after) / 2
            before = after
    return taken


def mean_in_time(repeats: Sequence[np.ndarray], weights: np.ndarray) -> np.ndarray:
    """Lower quartile, median and upper quartile over repeats (each (chunks,)) at each time, then the mean over time."""
    return np.average(np.percentile(np.array(repeats), (25, 50, 75), axis=0), axis=1, weights=weights)
