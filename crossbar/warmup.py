"""`crossbar warmup`: compiled code for experiments to come, so that none of them waits for it."""

from collections.abc import Iterator, Sequence
from time import perf_counter

from crossbar.errors import SpecError
from crossbar.experiment_spec import Experiment
from crossbar.network import MLP, compilations
from crossbar.presets import preset_names, resolve


def warm_up(sources: Sequence[str] = (), overrides: Sequence[str] = ()) -> Iterator[str]:
    """Compiles what each source (preset or TOML file; none: every preset) needs and the disk cache does not hold.

    Yields the line to print about each, piece by piece, as it comes; no data is looked for.
    Raises as `presets.resolve`, and SpecError for a user's law, before anything is compiled.
    """
    specs = {source: _cacheable(source, resolve(source, overrides)) for source in sources or preset_names()}
    compiled = 0
    for source, spec in specs.items():
        yield f"{source}: {spec.algorithm.kind}, {len(spec.network.shapes)} layers, {spec.dtype} ... "
        start, before = perf_counter(), compilations()
        MLP.of(spec).compile()
        fresh = compilations() - before
        compiled += fresh
        yield f"{f'compiled {fresh} loops' if fresh else 'was there already'}, {perf_counter() - start:.1f} s\n"
    yield f"{'compiled code is kept' if compiled else 'everything was there already'}, in {_folder()}\n"


def _cacheable(source: str, spec: Experiment) -> Experiment:
    """The spec, unless its code cannot be kept: the disk cache would not notice an edit of a user's law."""
    for place, law in spec.algorithm.laws.items():
        raise SpecError(f"{source}: {place}: must be a built-in law to be compiled ahead (got {law}); "
                        f"leave this one out, a law of your own is compiled in every process.")
    return spec


def _folder() -> str:
    from kernels._jit import CACHE_FOLDER

    return str(CACHE_FOLDER)
