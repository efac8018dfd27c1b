"""A trajectory whose every value is known from its record number; as a program, it writes until it is killed.

    python -m tests.crossbar.known_records FILE TOTAL [LIMIT_BYTES]

creates FILE, or resumes it, writes records up to TOTAL, prints "ack N" after record N is acknowledged, and
closes the file as finished.  LIMIT_BYTES: the largest file that the process may write; it acts as a full disk.
"""

import os
import resource
import signal
import sys
from pathlib import Path

import numpy as np

from crossbar.trajectory import DiskFull, Variable, Writer, load_checkpoint, save_checkpoint

SAMPLES = 40
SNAPSHOT_EVERY = 2
CHECKPOINT_EVERY = 10
VARIABLES = [
    Variable("train_loss", (), (), "float64", "1", "mean loss of the training samples"),
    Variable("seconds", (), (), "float64", "s", "wall-clock time of training"),
    Variable("layer0/pulses", ("array", "direction"), (2, 2), "int64", "1", "pulses received"),
    Variable("layer0/array", ("array",), (2,), "str", "1", "name of the array", "static"),
    Variable("layer0/w_max_c", ("input", "output"), (30, 20), "float32", "1", "upper bound", "static"),
    Variable("layer0/weights_c", ("input", "output"), (30, 20), "float32", "1", "weights on C", "snapshot"),
    Variable("layer1/weights_c", ("input", "output"), (21, 4), "float64", "1", "weights on C", "snapshot"),
    Variable("probes/weight_c", ("probe",), (3,), "float32", "1", "weight on C", "sample", SAMPLES),
    Variable("probes/pulses", ("probe",), (3,), "int32", "1", "pulses received", "sample", SAMPLES),
    Variable("probes/row", ("probe",), (3,), "int64", "1", "row of the cell", "static"),
]
STATIC = {
    "layer0/array": ["c", "a"],
    "layer0/w_max_c": np.linspace(0.5, 1.5, 600).reshape(30, 20),
    "probes/row": [3, 0, 7],
}
PROVENANCE = {"config_toml": "seed = 1\n", "config_json": '{"seed": 1}', "seed": 1, "command": "a test"}


def rows(record):
    """The rows of a record, as `Writer.commit` takes them."""
    draw = np.random.default_rng(record)
    epoch = {"train_loss": draw.normal(), "seconds": 0.1, "layer0/pulses": draw.integers(0, 9**9, (2, 2))}
    snapshot = {"layer0/weights_c": draw.normal(size=(30, 20)), "layer1/weights_c": draw.normal(size=(21, 4))}
    sample = {
        "probes/weight_c": draw.normal(size=(SAMPLES, 3)).astype("float32"),
        "probes/pulses": draw.integers(-9, 9, (SAMPLES, 3)),
    }
    return {"epoch": epoch, "snapshot": None if record % SNAPSHOT_EVERY else snapshot, "sample": sample}


def create(path, records=0, **options):
    """The writer of a new file with so many records."""
    writer = Writer.create(path, VARIABLES, STATIC, PROVENANCE, **options)
    for record in range(records):
        writer.commit(record, **rows(record))
    return writer


def check(run, records):
    """Assert that `run` holds exactly the records 0 .. records - 1, every value as it was written."""
    assert run["epoch"].tolist() == run["record"].tolist() == list(range(records))
    assert run["snapshot"].tolist() == list(range(0, records, SNAPSHOT_EVERY))
    assert run["probes/sample"].tolist() == list(range(records * SAMPLES))
    expected = [rows(record) for record in range(records)]
    for v in VARIABLES:
        found = run[v.path]
        if v.cadence == "static":
            wanted = np.asarray(STATIC[v.path])
        else:
            parts = [part[v.cadence][v.path] for part in expected if part[v.cadence] is not None]
            if v.cadence != "sample":
                parts = [np.asarray(part)[np.newaxis] for part in parts]
            wanted = np.concatenate([np.empty((0, *v.shape)), *parts])
        wanted = wanted if v.dtype == "str" else wanted.astype(v.dtype)
        np.testing.assert_array_equal(found, wanted, err_msg=v.path)
        assert v.dtype == "str" or found.dtype == v.dtype


def write(path, total):
    """Go on from where the file stands; records are numbered from 0."""
    if path.exists():
        checkpoint = load_checkpoint(path)
        upto = -1 if checkpoint is None else checkpoint.record
        assert checkpoint is None or checkpoint.arrays["state"].tolist() == [checkpoint.record] * 9
        writer = Writer.resume(path, upto)
    else:
        writer = create(path)
    for record in range(writer.records, total):
        writer.commit(record, **rows(record))
        print("ack", record, flush=True)
        if record % CHECKPOINT_EVERY == 0:
            save_checkpoint(path, record, {"state": np.full(9, record)}, {"record": record})
    writer.close(finished=True)


def main(path, total, limit=""):
    if limit:
        signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
        resource.setrlimit(resource.RLIMIT_FSIZE, (int(limit), int(limit)))
    try:
        write(Path(path), int(total))
    except DiskFull as error:
        print(error, file=sys.stderr, flush=True)
        if os.environ.get("LEAVE_AT_ONCE"):
            os._exit(2)  # as the command line does
        sys.exit(2)  # must end as quietly: the writer has let go of the file


if __name__ == "__main__":
    main(*sys.argv[1:])
