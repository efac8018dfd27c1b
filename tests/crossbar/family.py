"""Every algorithm of the family once, small: what several tests train and look at."""

import crossbar as xb

DEVICE = xb.SoftBounds(step=0.01, c2c=0.3)
BOTH = {"a": DEVICE, "c": DEVICE}
BUFFERED = {"learning_rate": 0.2, "buffer_rate": 4.0, "rows_per_transfer": 2, **BOTH}
FAMILY = {
    "ttv2": xb.TTv2(**BUFFERED),
    "cttv2": xb.ChoppedTTv2(gamma=0.3, chopper_probability=0.3, column_chopper_probability=0.3, **BUFFERED),
    "agad": xb.AGAD(scaling="fast_and_buffer", chopper="periodic", chopper_probability=0.25,
                    column_chopper_probability=0.2, start_reads=2, **BUFFERED),
    "mixed_precision": xb.MixedPrecision(learning_rate=0.1, rows_per_transfer=2, row_order="permuted", c=DEVICE),
    "hamiltonian": xb.Hamiltonian(learning_rate=0.1, transfer_rate=0.2, **BOTH),
    "residual": xb.ResidualLearning(learning_rate=0.2, transfer_rate=0.5, gamma=0.5, buffer_rate=0.5, arrays=3, **BOTH),
}  # fmt: skip
DIGITAL = {  # what each keeps beside its arrays
    "ttv2": {"h"},
    "cttv2": {"h", "chopper_rows", "chopper_columns"},
    "agad": {"h", "chopper_rows", "chopper_columns", "past", "learnt"},
    "mixed_precision": {"chi"},
    "hamiltonian": set(),
    "residual": {"h", "h2"},
}
