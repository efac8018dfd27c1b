"""Trajectory files of the small experiments, with what the trainer itself counted."""

from crossbar.experiment import train_into
from tests.crossbar.small_runs import data, experiment

SIEMENS = {"g_min": 1e-6, "g_max": 9e-6}
DEVICE = {"kind": "soft_bounds", "step": 0.01, "c2c": 0.3} | SIEMENS
TIKI = {"kind": "tiki_taka", "learning_rate": 0.1, "transfer_rate": 0.2, "gamma": 0.3, "a": DEVICE, "c": DEVICE}
# A pair of devices whose states decay, diffuse and drift, and which is refreshed now and then.
RETENTION = {"lifetime": 4000.0, "rest": 0.1, "diffusion": 1e-4, "drift": 0.01, "drift_d2d": 0.3}
PAIR = {
    "kind": "sgd", "learning_rate": 0.1,
    "c": {"kind": "pair", "device": DEVICE | {"retention": RETENTION}, "refresh_at": 0.1},
}  # fmt: skip
COUNTED = {"pulse_counts": True}


class Trained:
    """path: the file.  counts: gained in each epoch (Epoch.counts).  network: as it is after the training."""

    def __init__(self, path, **tables):
        self.spec = experiment(**({"record": COUNTED} | tables))
        self.data = data(self.spec.network.sizes)
        self.path, self.counts = path, []
        train_into(path, self.spec, self.data, callbacks=[self._look], argv=["a test"])

    def _look(self, epoch, network):
        self.counts.append(epoch.counts)
        self.network = network
