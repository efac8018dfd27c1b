"""`Plan`: how much is measured."""

from dataclasses import dataclass


@dataclass(frozen=True)
class Plan:
    """Sizes and repeats; `data_dir`: where MNIST lies, None: there is none, images are made up."""

    data_dir: str | None
    images: int | None  # of an epoch; None: all there are
    epochs: int  # passes over them
    courses: int  # trainings of each network, one seed each
    chunk: int  # samples between two looks at U
    products: int  # that a look at U takes
    short: int  # samples of the trainings that compare devices
    rounds: int  # repeats of everything shorter
    sizes: tuple[int, ...]  # of square arrays
    digits_epochs: int
    memory: int  # lines on a side of the array that is weighed
    starts: int  # warm starts
    networks: tuple[str, ...]  # presets that are started
    parallel: int  # lines on a side of the array that threads share


FULL = Plan(
    data_dir=None, images=None, epochs=3, courses=3, chunk=2000, products=200, short=6000, rounds=9,
    sizes=(256, 512, 1024, 2048, 4096), digits_epochs=30, memory=4096, starts=5, networks=("digits", "lee2022"),
    parallel=2048,
)  # fmt: skip
QUICK = Plan(
    data_dir=None, images=4000, epochs=1, courses=1, chunk=1000, products=100, short=1000, rounds=3,
    sizes=(256, 1024), digits_epochs=5, memory=1024, starts=2, networks=("digits",), parallel=1024,
)  # fmt: skip
