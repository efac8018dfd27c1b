"""An explanation as lines of text, and as JSON."""

import json
from collections.abc import Iterator
from math import isfinite, isinf
from typing import Any

from crossbar.analysis.ledger_lines import amount
from crossbar.explain.explanation import Explanation
from crossbar.explain.figures import Figure

CUSTOM = "a custom algorithm: what its code does with the gradient is not known here; figures are those of its arrays"


def lines(found: Explanation) -> Iterator[str]:
    """What `crossbar explain` prints."""
    yield found.title
    yield f"signals: {found.signals}"
    if found.custom:
        yield CUSTOM
    for layer in found.layers:
        rows, columns = layer.facts.shape
        yield ""
        yield f"layer {layer.facts.layer}, {rows} rows x {columns} columns"
        for figure in layer.figures:
            yield _line(figure)
    yield ""
    if not found.doubts:
        yield "no combination that is known to fail"
    for doubt in found.doubts:
        yield f"warning: {doubt}"


def _line(figure: Figure) -> str:
    formula = " = ".join(part for part in (figure.symbol, figure.formula) if part)
    return f"  {figure.array.upper():4}{figure.name:37}{_value(figure):>10} {_unit(figure):16}{formula}".rstrip()


def _value(figure: Figure) -> str:
    if isinf(figure.value):
        return "never"
    return amount(figure.value, "s") if figure.unit == "s" else f"{figure.value:.4g}"


def _unit(figure: Figure) -> str:
    return "" if figure.unit == "s" or (isinf(figure.value) and figure.name == "memory") else figure.unit


def as_json(found: Explanation) -> str:
    """One object: what `lines` tells; null stands for what is not finite."""
    return json.dumps({
        "experiment": found.title, "signals": found.signals, "assumed": found.assumed,
        "layers": [
            {"layer": each.facts.layer, "shape": each.facts.shape, "figures": [_plain(f) for f in each.figures]}
            for each in found.layers
        ],
        "warnings": [vars(doubt) for doubt in found.doubts],
    })  # fmt: skip


def _plain(figure: Figure) -> dict[str, Any]:
    value = float(figure.value)
    return vars(figure) | {"name": figure.name.strip(), "value": value if isfinite(value) else None}
