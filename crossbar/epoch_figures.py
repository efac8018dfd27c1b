"""The figures of a network after each epoch: what trajectories and stores of sweeps call them, units and meanings."""

EPOCH = {  # path: units, long name
    "train_loss": ("1", "mean loss of the training samples, each before its update"),
    "train_accuracy": ("1", "share of training samples classified right, each before its update"),
    "test_loss": ("1", "mean loss of the test samples after the epoch"),
    "test_accuracy": ("1", "share of test samples classified right after the epoch"),
    "judged_loss": ("1", "mean loss of evaluation.train_samples training samples after the epoch"),
    "judged_accuracy": ("1", "share of evaluation.train_samples training samples classified right after the epoch"),
    "learning_rate": ("1", "learning rate on the array that sees the gradient"),
    "pulses_per_sample": ("1", "pulses on all arrays, both directions, a sample"),
    "seconds": ("s", "training time of the epoch"),
    "seconds_evaluation": ("s", "evaluation time of the epoch"),
}
TRANSFER_RATE = ("1", "rate of the transfer from A to C, or into the buffer between them")  # where there is one
