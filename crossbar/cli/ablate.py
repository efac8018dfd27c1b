"""What each non-ideality costs: ablate."""

from pathlib import Path

from crossbar.cli.application import ATTEMPT, Flag, Set, Whole, WholeNumber, app, picture_of, say
from crossbar.cli.training import overrides


@app.command
def ablate(
    source: str = "digits",
    /,
    *,
    set: Set = None,
    data: str | None = None,
    data_dir: Path | None = None,
    epochs: Whole = None,
    seed: Whole = None,
    seeds: WholeNumber = 3,
    digital_rate: float | None = None,
    workers: Whole = None,
    scheduler: str | None = None,
    out: Path | None = None,
    csv: Path | None = None,
    plot: Path | None = None,
    json: Flag = False,
) -> None:
    """Say what each non-ideality of an experiment costs: from floating point, one more on every rung of a ladder.

    All rungs of a seed share its random numbers. What is in the store is not trained again. Leaves with exit code 1
    where a training failed.

    Parameters
    ----------
    source
        A preset (digits, lee2022, gokmen-vlasov) or a TOML file.
    set
        dotted.key=value, for instance --set algorithm.a.af=2. May be repeated.
    data
        Data set instead of the one of the source: digits, mnist, or a folder of idx files.
    data_dir
        Folder with the MNIST files.
    epochs
        Passes over the training data.
    seed
        The first of the seeds.
    seeds
        Repetitions of each rung. Default: 3.
    digital_rate
        Learning rate of the first row, SGD in floating point, where the algorithm is another. Default: 0.01.
    workers
        Trainings at a time, each a process. Default: one a core.
    scheduler
        Address of a dask scheduler, whose workers train instead.
    out
        The store, a folder. Default: the source's name with .ablation, in this folder.
    csv
        A table to write (.csv); it must not exist.
    plot
        A picture of the ladder (.png, .svg, .pdf); it must not exist.
    json
        Print one JSON object as the last line.
    """
    from crossbar.ablation import ablate as take_apart
    from crossbar.analysis.costs import as_json, check_table, lines, write_table
    from crossbar.presets import resolve
    from crossbar.sweep.board import Board

    spec = resolve(source, overrides(set or [], {"data.name": data, "epochs": epochs, "seed": seed}))
    picture, table, name = picture_of(plot), check_table(csv) if csv else None, Path(source).stem
    with Board() as board:
        costs = take_apart(spec, out or Path(f"{name}.ablation"), seeds=seeds, digital_rate=digital_rate, name=name,
                           workers=workers, scheduler=scheduler, data_dir=data_dir, watch=board)  # fmt: skip
    print("\n".join(["", *lines(costs)]))
    if table:
        write_table(costs, table)
        print(f"wrote {table}")
    if picture:
        from crossbar.plots import plot_ablation, write_picture

        print(f"wrote {write_picture(plot_ablation(costs), picture)}")
    if json:
        print(as_json(costs))
    if costs.failures:
        say(f"ablate: {len(costs.failures)} of {costs.accuracy.size} trainings failed, listed in the table; the same "
            f"command tries them again.")  # fmt: skip
        raise SystemExit(ATTEMPT)
