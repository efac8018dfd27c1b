"""The command that makes a page to read and to hand on: report."""

from pathlib import Path

from crossbar.cli.application import app


@app.command
def report(source: Path, /, *, out: Path = Path("report.html"), figure: str | None = None) -> None:
    """Make one self-contained HTML page of a run, a sweep or a study: maps, curves, targets, where it comes from.

    Parameters
    ----------
    source
        A trajectory, a store that crossbar sweep wrote, or the folder that a script wrote.
    out
        The page (.html); it must not exist.
    figure
        What the maps of a sweep show: test_accuracy, test_loss, pulses_per_sample, ... Default: test_accuracy.
    """
    from crossbar.report import write_report

    print(f"wrote {write_report(source, out, figure)}")
