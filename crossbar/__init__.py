"""Pulse-level simulation of learning on resistive crossbar arrays.

    import crossbar as xb
    run = xb.run(xb.preset("digits"))
    run["test_accuracy"]

Names are imported when they are first used: `import crossbar` itself costs nothing.
"""

from importlib import import_module
from typing import Any

_HOME = {
    "run": "experiment", "resume": "experiment", "run_many": "many", "RunsError": "workers",
    "preset": "presets", "preset_names": "presets",
    "open_run": "trajectory", "Tile": "layers", "Trace": "layers", "MLP": "network", "Trainer": "trainer",
    "Epoch": "trainer", "Experiment": "experiment_spec", "Data": "sections", "Network": "sections",
    "Schedule": "sections", "Evaluation": "sections", "Record": "sections",
    "Probe": "sections", "load": "config", "loads": "config", "dumps": "config", "load_data": "datasets",
    "ConstantStep": "devices", "LinearStep": "devices", "SoftBounds": "devices", "ExpStep": "devices",
    "PowStep": "devices", "Table": "devices", "Custom": "devices", "Pulses": "pulses", "Periphery": "periphery",
    "Read": "periphery", "BackwardRead": "periphery", "TransferRead": "periphery", "SGD": "algorithms",
    "TikiTaka": "algorithms", "TTv2": "algorithms", "ChoppedTTv2": "algorithms", "AGAD": "algorithms",
    "MixedPrecision": "algorithms", "Hamiltonian": "algorithms", "ResidualLearning": "algorithms",
    "CustomAlgorithm": "algorithms", "DifferentialPair": "devices", "MultiDevice": "devices", "Retention": "devices",
    "HalfSelect": "devices", "Clock": "sections", "PulseLog": "sections", "pulse_response": "response",
    "symmetry_point": "symmetry", "program": "programming", "Programmed": "programming", "plot_programming": "plots",
    "replay": "events", "plot_run": "plots", "plot_response": "plots",
    "ledger": "analysis.ledger", "Ledger": "analysis.ledger", "runtime": "analysis.runtime", "age": "ageing",
    "Aged": "analysis.aged", "plot_ledger": "plots", "plot_age": "plots",
    "robustness": "analysis.robustness", "plot_heat_maps": "plots", "plot_scores": "plots",
    "fit": "fitting", "read_curves": "fitting", "plot_fit": "plots", "load_device": "device_file",
    "characteristics": "figures_of_merit", "mean_steps": "figures_of_merit", "save_response": "response_file",
    "device": "device_presets", "device_names": "device_presets",
    "from_aihwkit": "aihwkit",
    "response_factors": "analysis.asymmetry", "response_of": "analysis.asymmetry",
    "mean_field_run": "analysis.twin", "MeanField": "analysis.twin", "Increments": "analysis.scheduler",
    "increments_of": "analysis.scheduler", "attributed": "analysis.scheduler", "lag_kernel": "analysis.lags",
    "driven": "analysis.driven",
    "Sweep": "sweep", "run_sweep": "sweep", "load_sweep": "sweep", "Grid": "store",
    "explain_experiment": "explain", "Explanation": "explain",
    "ablate": "ablation", "ladder": "ablation", "plot_ablation": "plots",
    "fit_line": "analysis.regression", "noisy_line": "analysis.regression", "Points": "analysis.regression",
    "CrossbarError": "errors", "SpecError": "errors", "DataError": "errors", "FileError": "errors",
}  # fmt: skip
_OTHER = {  # where the name here differs from the name there
    "load_data": "load", "load_device": "read_device", "run_sweep": "sweep",
}  # fmt: skip

__all__ = sorted(_HOME)
__version__ = "0.1.0"


def __getattr__(name: str) -> Any:
    if name not in _HOME:
        raise AttributeError(f"module 'crossbar' has no attribute {name!r}; it has {', '.join(__all__)}")
    value = getattr(import_module(f"crossbar.{_HOME[name]}"), _OTHER.get(name, name))
    globals()[name] = value
    return value


def __dir__() -> list[str]:
    return [*__all__, "__version__"]
