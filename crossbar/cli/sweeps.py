"""Many experiments: sweep, collect."""

from pathlib import Path

from crossbar.cli.application import ATTEMPT, INTERRUPTED, Flag, Whole, app, say
from crossbar.cli.interruption import interruptible


@app.command
def sweep(
    source: Path,
    /,
    *,
    workers: Whole = None,
    scheduler: str | None = None,
    data_dir: Path | None = None,
    out: Path | None = None,
    dry_run: Flag = False,
    yes: Flag = False,
) -> None:
    """Compute every point of a sweep that its store does not have yet: here, on local workers, or on a cluster.

    The same command goes on after an interruption, a kill or a failure. Leaves with exit code 1 where points failed.

    Parameters
    ----------
    source
        A sweep (TOML): a base experiment and axes of dotted keys with their values.
    workers
        Processes of this machine. Default: one a core; 1 needs no dask.
    scheduler
        Address of a dask scheduler, for instance tcp://HOST:8786, whose workers compute instead.
    data_dir
        Folder with the MNIST files, here and on the workers.
    out
        The store, a folder. Default: NAME.sweep in this folder.
    dry_run
        Check everything and say what it will take; compute nothing.
    yes
        A grid of more than 10,000 points is meant.
    """
    from crossbar.sweep import load_sweep
    from crossbar.sweep import sweep as compute
    from crossbar.sweep.board import Board, failures

    plan = load_sweep(source)
    store = out or Path(f"{plan.name}.sweep")
    try:
        with interruptible(), Board() as board:
            grid = compute(plan, store, workers=workers, scheduler=scheduler, data_dir=data_dir, yes=yes,
                           dry_run=dry_run, watch=board)  # fmt: skip
    except KeyboardInterrupt:
        say(f"sweep {plan.name}: interrupted; {board.done} of {plan.size} points are in {store}, and the same command "
            f"goes on with the others.")  # fmt: skip
        raise SystemExit(INTERRUPTED) from None
    if dry_run:
        print("nothing was computed (--dry-run)")
        return
    failed = grid.failures()
    print("\n".join([f"{grid.done.sum()} of {plan.size} points in {store}", *failures(failed)]))
    print(f"read it with:  crossbar collect {store}, crossbar report {store}, or xb.Grid.open(\"{store}\")")
    if failed:
        say(f"sweep {plan.name}: {len(failed)} of {plan.size} points failed, for the reasons above; the same command "
            f"tries them again.")  # fmt: skip
        raise SystemExit(ATTEMPT)


@app.command
def collect(store: Path, /, *, sweep: str | None = None, out: Path | None = None) -> None:
    """Gather a sweep, finished or not, into one netCDF file for xarray and one CSV table.

    Parameters
    ----------
    store
        The folder that crossbar sweep wrote.
    sweep
        Which of its sweeps, where it holds several.
    out
        The file (.nc), and beside it a table (.csv); neither must exist. Default: the sweep's name in this folder.
    """
    from crossbar.store import Grid, check_tables, write_tables

    grid = Grid.open(store, sweep)
    for path in write_tables(grid, *check_tables(out or Path(f"{grid.name}.nc"))):
        print(f"wrote {path}")
