"""Commands about this machine and the installation: doctor, warmup, bench."""

from pathlib import Path

from crossbar.cli.application import Flag, Only, Set, app
from crossbar.errors import CrossbarError


@app.command
def doctor() -> None:
    """Check the installation: versions, processor, cache, and the kernels against known answers."""
    from crossbar.doctor import checks, facts

    for name, value in facts():
        print(f"{name:16} {value}")
    good = True
    for name, holds, found in checks():
        print(f"{'ok  ' if holds else 'FAIL'} {name}: {found}", flush=True)
        good = good and holds
    if not good:
        raise CrossbarError("doctor: a self-test failed; the results of this installation cannot be trusted.")


@app.command
def warmup(*sources: str, set: Set = None) -> None:
    """Compile ahead what trainings need; without names, what every preset needs. Kept on disk.

    Parameters
    ----------
    sources
        Presets or TOML files.
    set
        dotted.key=value, may be repeated.
    """
    from crossbar.warmup import warm_up

    for piece in warm_up(sources, set or []):
        print(piece, end="", flush=True)


@app.command
def bench(*, quick: Flag = False, data_dir: Path | None = None, only: Only = None, json: Flag = False) -> None:
    """Measure this machine: kernels, training samples, memory, starts; docs/performance.md explains the figures.

    Parameters
    ----------
    quick
        A minute instead of several: fewer samples, sizes and repeats.
    data_dir
        Folder with the MNIST files; without MNIST, images are made up.
    only
        One measurement (samples, spreads, updates, ...). May be repeated.
    json
        Print one JSON object as the last line.
    """
    from crossbar.bench import run
    from crossbar.bench.table import show

    result = run(quick, data_dir, only or [])
    show(result)
    if json:
        print(result.as_json())
    if result.failed:
        raise CrossbarError(f"bench: must measure all that was asked (got no figures of {', '.join(result.failed)}: "
                            f"{'; '.join(result.failed.values())}).")  # fmt: skip
