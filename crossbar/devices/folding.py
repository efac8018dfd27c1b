"""A shifted reference, folded into the numbers of each cell once: no kernel knows of it.  docs/theory.md (2.0)."""

from collections.abc import Callable
from typing import Any

import numpy as np

from crossbar.errors import SpecError


def fold(who: str, dev: Any, r: Any, own: Callable[[dict[str, Any], Any], None]) -> Any:
    """The state `dev` with bounds v_min - r and v_max - r and whatever `own` moves of the law's columns.

    r: a number or (n_in, n_out); computed in float64, kept in the state's dtype.
    SpecError: a number that this dtype cannot hold.
    """
    cells, r = dev.cells, np.asarray(r, np.float64)
    columns: dict[str, Any] = {name: cells[name].astype(np.float64) for name in cells.dtype.names}
    columns |= {name: columns[name] - r for name in ("w_min", "w_max")}
    own(columns, r)
    records = np.empty(np.broadcast_shapes(cells.shape, r.shape), cells.dtype)
    for name, column in columns.items():
        with np.errstate(over="ignore"):
            records[name] = column
    tight = np.broadcast_to(np.nextafter(cells["w_min"], np.inf) >= cells["w_max"], records.shape)  # stuck cells
    records["w_max"][tight] = np.nextafter(records["w_min"], np.inf)[tight]  # laws divide by the range
    if not all(np.isfinite(records[name]).all() for name in columns):
        raise SpecError(f"{who}.reference_offset, reference_std: must leave numbers that {cells.dtype[0]} holds (got "
                        f"shifts up to {np.abs(r).max():g}); give smaller ones.")
    return dev._replace(cells=records.view(np.recarray))
