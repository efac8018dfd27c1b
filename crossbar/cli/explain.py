"""What an experiment will do, before it is run: explain."""

from pathlib import Path

from crossbar.cli.application import Flag, Set, Whole, WholeNumber, app
from crossbar.cli.training import overrides


@app.command
def explain(
    source: str = "digits",
    /,
    *,
    set: Set = None,
    data: str | None = None,
    data_dir: Path | None = None,
    epochs: Whole = None,
    seed: Whole = None,
    samples: WholeNumber = 256,
    json: Flag = False,
) -> None:
    """Say what follows from an experiment before it is run: pulses, trains, memories, rates, reads, and warnings.

    Signals are those of some training samples through the untrained network; nothing is trained.

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
        Of all random numbers.
    samples
        Training samples that are looked at. Default: 256.
    json
        Print one JSON object as the last line.
    """
    from crossbar.explain import explain_experiment
    from crossbar.explain.lines import as_json, lines
    from crossbar.presets import resolve

    spec = resolve(source, overrides(set or [], {"data.name": data, "epochs": epochs, "seed": seed}))
    found = explain_experiment(spec, data_dir=data_dir, samples=samples)
    print("\n".join(lines(found)))
    if json:
        print(as_json(found))
