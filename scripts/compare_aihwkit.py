"""The same training here and in aihwkit, IBM's analog hardware acceleration kit: both learning curves, both times.

    python scripts/compare_aihwkit.py --data-dir FOLDER [--samples N] [--algorithm sgd|tiki_taka|both] [--json]

The preset lee2022 from the same weights, on the same samples in the same order, in alternating chunks on one core.
Times are of the processor, so that a neighbour on the core does not count.  U is the time of one NumPy float32
product x @ W, W of shape (785, 256), measured before every chunk.  aihwkit is used as its documentation shows, by
AnalogLinear, autograd and AnalogSGD; some 0.3 ms of its time a sample are PyTorch's, measured against its tiles driven
by hand (version 1.2.0, PyTorch 2.15).  What each parameter is called there is said in aihwkit_mapping.py.

What cannot be mapped:
- aihwkit reads every layer backward, the first one too; here nobody waits for the errors of the first layer.
- Its random numbers are its own: other pulses, noises and device-to-device draws, of the same distributions.  Its
  normals come from a table of 32,768, drawn once a layer, whose mean is off by about 1/180.
- A drawn step of the wrong sign counts there by its absolute value; here draws under 1 % of nominal become 1 %.
- Its cells always are arrays; here equal cells are one record, unless a spread makes them differ, as
  --set algorithm.c.step_d2d=0.3 does.
"""

import argparse
import json
import os
import sys
from time import process_time

for threads in ("OMP_NUM_THREADS", "OPENBLAS_NUM_THREADS", "MKL_NUM_THREADS"):
    os.environ[threads] = "1"  # read once, when NumPy and PyTorch load their libraries

import numpy as np  # noqa: E402
from aihwkit_mapping import SETTINGS, rate, rpu_config, without_counterpart  # noqa: E402

import crossbar as xb  # noqa: E402

HOW = """compare_aihwkit: nothing was compared, since aihwkit is missing or does not work here:
{reason}. To install it:
    pip install aihwkit
It brings PyTorch. A wheel of aihwkit fits the PyTorch that it was built with, so let this one command choose both, in
an environment of its own; take a Python that the newest release has a wheel for (1.2.0: Python 3.12 to 3.14, Linux on
x86-64 and macOS on arm64). Older Pythons get older releases, and where there is no wheel pip builds from source, with
a compiler and OpenBLAS. More: https://aihwkit.readthedocs.io/en/latest/install.html"""
SIDES = ("ours", "aihwkit")


class Ours:
    """Our network, trained by chunks of the compiled epoch."""

    def __init__(self, spec, data):
        self.net, self.data = xb.MLP.of(spec), data
        self.net.compile()

    def train(self, order, step):
        totals = np.zeros(2)
        self.net.train(self.data.train_x, self.data.train_t, order, step, totals)
        return totals[0]

    def accuracy(self):
        return self.net.evaluate(self.data.test_x, self.data.test_t).accuracy


class Theirs:
    """Their network, from the weights of ours; A is 0 in both."""

    def __init__(self, spec, data, ours):
        import torch
        from aihwkit.nn import AnalogLinear
        from aihwkit.optim import AnalogSGD

        torch.set_num_threads(1)
        layers = []
        for tile in ours.net.tiles:
            layers += [AnalogLinear(tile.n_in, tile.n_out, rpu_config=rpu_config(spec)), torch.nn.Sigmoid()]
            w = torch.from_numpy(tile.array_weights("c").T.copy())
            layers[-2].set_weights(w[:, :-1], w[:, -1])
        self.net, self.loss = torch.nn.Sequential(*layers[:-1]), torch.nn.CrossEntropyLoss()
        learning_rate = rate(spec.algorithm.learning_rate, spec.algorithm.c) if spec.algorithm.kind == "sgd" else 1.0
        self.optimizer = AnalogSGD(self.net.parameters(), lr=learning_rate)
        self.optimizer.regroup_param_groups(self.net)
        parts = (data.train_x, data.train_t.argmax(1), data.test_x, data.test_t.argmax(1))
        self.x, self.t, self.test_x, self.test_t = (torch.from_numpy(part) for part in parts)

    def train(self, order, step):
        total = 0.0
        for i in order.tolist():
            self.optimizer.zero_grad()
            loss = self.loss(self.net(self.x[i : i + 1]), self.t[i : i + 1])
            loss.backward()
            self.optimizer.step()
            total += loss.detach()
        return float(total)

    def accuracy(self):
        import torch

        with torch.no_grad():
            return float((self.net(self.test_x).argmax(1) == self.test_t).float().mean())


def us_per_product(n=1000):
    """U."""
    x, w = np.ones(785, np.float32), np.ones((785, 256), np.float32)
    start = process_time()
    for _ in range(n):
        x @ w
    return (process_time() - start) / n * 1e6


def compare(spec, data, samples, chunk):
    """Chunks of both in turn: for each chunk the samples so far, U, and accuracy, loss and time a sample of each."""
    ours = Ours(spec, data)
    sides = dict(zip(SIDES, (ours, Theirs(spec, data, ours)), strict=True))
    order = np.random.default_rng(spec.seed).permutation(len(data.train_x))[:samples]
    for at in range(0, samples, chunk):
        part = order[at : at + chunk]
        row = {"samples": at + len(part), "u_us": us_per_product()}
        for name, side in sides.items():
            start = process_time()
            loss = side.train(part, at) / len(part)
            us = (process_time() - start) / len(part) * 1e6
            row[name] = {"test_accuracy": side.accuracy(), "train_loss": loss, "us_per_sample": us}
        yield row


def summary(rows):
    """Medians over the chunks; those of ratios are of the ratios within a chunk."""
    us = np.array([[row["u_us"], *(row[name]["us_per_sample"] for name in SIDES)] for row in rows])
    u, ours, theirs = us.T
    columns = {"u_us": u, "ours_us": ours, "aihwkit_us": theirs, "ours_u": ours / u, "aihwkit_u": theirs / u,
               "ratio": theirs / ours}  # fmt: skip
    return {name: float(np.median(values)) for name, values in columns.items()}


HEADS = ("samples", *(f"{what} {name}" for what in ("accuracy", "loss", "us") for name in SIDES), "ratio", "U us")


def line(row):
    values = [row[name][what] for what in ("test_accuracy", "train_loss", "us_per_sample") for name in SIDES]
    cells = (row["samples"], *values, values[5] / values[4], row["u_us"])
    forms = ("d", ".4f", ".4f", ".4f", ".4f", ".1f", ".1f", ".2f", ".2f")
    return "  ".join(f"{v:>{len(h)}{f}}" for v, h, f in zip(cells, HEADS, forms, strict=True))


def run(spec, data, options):
    """One algorithm: prints the table, returns what --json holds of it."""
    print(f"\n{spec.algorithm.kind}, seed {spec.seed}; accuracy on {len(data.test_x)} test samples, loss in training")
    print("  ".join(HEADS), flush=True)
    rows = []
    for row in compare(spec, data, options.samples, options.chunk):
        rows.append(row)
        print(line(row), flush=True)
    found = summary(rows)
    print("medians: ours {ours_us:.1f} us = {ours_u:.2f} U, aihwkit {aihwkit_us:.1f} us = {aihwkit_u:.2f} U, "
          "ratio {ratio:.2f}, U = {u_us:.2f} us".format(**found))  # fmt: skip
    return {"chunks": rows, "medians": found}


def on_one_core():
    if hasattr(os, "sched_setaffinity"):  # Linux; elsewhere one thread each has to do
        os.sched_setaffinity(0, {max(os.sched_getaffinity(0))})


def versions():
    """Of aihwkit and PyTorch.  ImportError: they are missing or do not fit together."""
    from importlib.metadata import version

    from aihwkit.nn import AnalogLinear

    try:
        AnalogLinear(2, 1)  # a wheel built for another PyTorch may load, and then misread its tensors
    except RuntimeError as error:
        raise ImportError(f"aihwkit {version('aihwkit')} does not fit torch {version('torch')}: {error}") from None
    return {name: version(name) for name in ("aihwkit", "torch")}


def experiment(kind, options):
    """The preset with this algorithm.  SpecError: a setting that has no counterpart in aihwkit, or none said."""
    for change in options.set:
        if not change.startswith(SETTINGS) or change.startswith("algorithm.kind"):
            raise xb.SpecError(f"--set: must be a key of the algorithm, as algorithm.c.step=0.002 (got {change}); "
                               "the kind is chosen by --algorithm.")  # fmt: skip
    spec = xb.preset("lee2022", [f'algorithm.kind="{kind}"', *options.set, f"seed={options.seed}"])
    for name, value, common in without_counterpart(spec):
        if value != common:
            raise xb.SpecError(f"{name}: must be {common} in this comparison (got {value}); leave it out.")
    return spec


def arguments(argv):
    parser = argparse.ArgumentParser(description="Trains the preset lee2022 here and in aihwkit, in turn on one core.")
    parser.add_argument("--data-dir", help="the folder of MNIST's four files; else as in crossbar train")
    parser.add_argument("--samples", type=int, default=5000, help="training samples of each, 5000")
    parser.add_argument("--chunk", type=int, default=500, help="samples of one before it is the other's turn, 500")
    parser.add_argument("--algorithm", choices=("sgd", "tiki_taka", "both"), default="both")
    parser.add_argument("--set", action="append", default=[], metavar="KEY=VALUE", help="a setting of the algorithm")
    parser.add_argument("--seed", type=int, default=1, help="1")
    parser.add_argument("--json", action="store_true", help="everything once more, as JSON in the last line")
    options = parser.parse_args(argv)
    if not 1 <= options.chunk <= options.samples <= 60000:
        parser.error(f"--chunk, --samples: must be 1 <= chunk <= samples <= 60000 "
                     f"(got {options.chunk}, {options.samples}); 60000 is the length of MNIST.")  # fmt: skip
    return options


def compare_all(options):
    """What --json holds: versions, and the runs by algorithm."""
    kinds = ("sgd", "tiki_taka") if options.algorithm == "both" else (options.algorithm,)
    specs = [experiment(kind, options) for kind in kinds]
    try:
        found = versions()
    except ImportError as missing:
        print(HOW.format(reason=missing))
        return {"aihwkit": None, "runs": {}}
    data = xb.load_data("mnist", data_dir=options.data_dir)
    on_one_core()
    print("lee2022, 784-256-128-10, on one core: pulse-crossbar and", ", ".join(map(" ".join, found.items())))
    return {**found, "runs": {spec.algorithm.kind: run(spec, data, options) for spec in specs}}


def main(argv=None):
    options = arguments(argv)
    try:
        found = compare_all(options)
    except xb.CrossbarError as error:
        print(f"compare_aihwkit: {error}", file=sys.stderr)
        return 2
    if options.json:
        print(json.dumps(found))
    return 0


if __name__ == "__main__":
    sys.exit(main())
