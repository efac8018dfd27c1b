"""What each of our parameters is called in aihwkit, IBM's analog hardware acceleration kit; for compare_aihwkit.py.

Read from aihwkit 1.2: configs/devices.py, configs/compounds.py, parameters/io.py, parameters/training.py, and what
they drive, rpucuda/*.cpp.  Equations in brackets: docs/theory.md.
"""

from crossbar.algorithms import written_arrays

SETTINGS = "algorithm."  # what may differ from the preset, so that nothing else needs a counterpart


def without_counterpart(spec):
    """Settings of an algorithm that are not mapped below: name, value, and the value at which both agree."""
    for name, device, pulses in written_arrays(spec.algorithm, spec.pulses):
        yield f"{name}.kind", device.kind, "soft_bounds"
        yield f"{name}.af_d2d", getattr(device, "af_d2d", 0.0), 0.0
        yield f"{name}: kind of its pulses", pulses.kind, "stochastic"
    yield "algorithm.row_order", getattr(spec.algorithm, "row_order", "cyclic"), "cyclic"


def device_fields(device):
    """Fields of SoftBoundsDevice (af > 0) or ConstantStepDevice (af = 0) for one of our soft-bounds devices.

    Ours: s_up, s_dn = step (g +- m) shape, with g = 1 + step_d2d z, m = imbalance + imbalance_std z, shape = af or 1.
    Theirs: the larger of dw_min (g + r) and dw_min (g - r), the other less by |up_down|; so dw_min is our larger step.
    """
    larger = 1 + abs(device.imbalance)
    fields = {
        "dw_min": device.step * (device.af or 1) * larger,
        "up_down": 2 * device.imbalance / larger,
        "up_down_dtod": device.imbalance_std / larger,  # their r
        "dw_min_dtod": device.step_d2d / larger,
        "dw_min_dtod_log_normal": device.step_d2d_form == "lognormal",
        "dw_min_std": device.c2c,
        "w_max": device.w_max,
        "w_min": device.w_min,
        "w_max_dtod": device.w_max_d2d,
        "w_min_dtod": device.w_min_d2d,
        "construction_seed": 0,  # a seed of its own for each array: one number would give A and C the same draws
    }
    return fields if device.af == 0 else {**fields, "mult_noise": device.c2c_form == "multiplicative"}


def rate(learning_rate, device):
    """The rate at which they count as many pulses as we: both count rate X D/step, they with dw_min.

    In the reading `gain` of AF and under an imbalance our counting step is not the step that a pulse makes.
    """
    return learning_rate * device_fields(device)["dw_min"] / device.pulse_step


def update_fields(pulses):
    """Fields of UpdateParameters (STOCHASTIC_COMPRESSED by default: stochastic trains, counted like ours)."""
    return {
        "desired_bl": pulses.max_length,  # the longest train, under the management of the next line
        "update_bl_management": pulses.bl_management,
        "update_management": pulses.update_management,
        "res": pulses.resolution,  # 0: any probability
        "sto_round": pulses.rounding == "stochastic",
    }


def io_fields(read):
    """Fields of IOParameters.  Their res is the step as a share of the whole range, 2 bounds: the same 2^b - 2."""
    halvings = read.bound_management
    return {
        "inp_bound": read.dac_bound,
        "inp_res": 1 / (2**read.dac_bits - 2),
        "out_bound": read.adc_bound,
        "out_res": 1 / (2**read.adc_bits - 2),
        "out_noise": read.out_noise,
        "noise_management": {"abs_max": "ABS_MAX", "none": "NONE"}[read.noise_management],
        "bound_management": "ITERATIVE" if halvings else "NONE",
        "max_bm_factor": 2**halvings - 1,  # they stop once the factor of a read exceeds it
        "max_bm_res": 2.0**halvings,  # their second limit, by the bits of the DAC, out of the way
    }


def transfer_fields(algorithm):
    """Fields of TransferCompound, whose transfer comes after the update of A and begins at input 0, as here."""
    rows = algorithm.rows_per_transfer
    return {
        "gamma": algorithm.gamma,
        "transfer_every": float(algorithm.transfer_every),
        "units_in_mbatch": False,  # counted in samples
        "n_reads_per_transfer": 2**30 if rows == "all" else rows,  # cut to the inputs there
        "transfer_columns": True,  # theirs is (outputs, inputs): their column is our row, one input
        "random_selection": False,
        "with_reset_prob": 0.0,
        "fast_lr": rate(algorithm.learning_rate, algorithm.a),  # absolute: the rate of the optimizer is 1 (below)
        "transfer_lr": rate(algorithm.transfer_rate, algorithm.c),
        "scale_transfer_lr": False,
    }


def rpu_config(spec):
    """Their configuration of one layer."""
    from aihwkit.simulator import configs
    from aihwkit.simulator.parameters import (
        BoundManagementType,
        IOParameters,
        MappingParameter,
        NoiseManagementType,
        UpdateParameters,
    )

    def device(ours):
        return (configs.SoftBoundsDevice if ours.af else configs.ConstantStepDevice)(**device_fields(ours))

    def io(read):
        noise, bound = (io_fields(read)[f"{name}_management"] for name in ("noise", "bound"))
        return IOParameters(**{**io_fields(read), "noise_management": NoiseManagementType[noise],
                               "bound_management": BoundManagementType[bound]})  # fmt: skip

    shared = {
        "forward": io(spec.periphery.forward),
        "backward": io(spec.periphery.backward),
        "update": UpdateParameters(**update_fields(spec.pulses)),
        "mapping": MappingParameter(digital_bias=False, max_input_size=0, max_output_size=0),  # one array a layer
    }
    if spec.algorithm.kind == "sgd":
        return configs.SingleRPUConfig(device=device(spec.algorithm.c), **shared)
    compound = configs.TransferCompound(
        unit_cell_devices=[device(spec.algorithm.a), device(spec.algorithm.c)],
        transfer_forward=io(spec.periphery.transfer),
        transfer_update=UpdateParameters(**update_fields(spec.algorithm.transfer_pulses)),
        **transfer_fields(spec.algorithm),
    )
    return configs.UnitCellRPUConfig(device=compound, **shared)
