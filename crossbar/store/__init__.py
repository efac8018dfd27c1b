"""What a sweep leaves behind: one file a point, named by what was computed; read without knowing how it was made.

    STORE/store.json                the schema
    STORE/points/ab/cdef....json    a finished point, by the SHA-256 of its experiment and its data
    STORE/failed/ab/cdef....json    why a point failed when it was last tried
    STORE/runs/ab/cdef....h5        its trajectory, where trajectories are kept
    STORE/sweeps/NAME.json          the axes of a sweep and the addresses of its points

`Store` writes and lists; `Grid` reads a sweep as arrays; `write_table` makes netCDF and CSV of it.
"""

from crossbar.store.folder import Store
from crossbar.store.grid import Grid
from crossbar.store.tables import check_tables, write_tables

__all__ = ["Grid", "Store", "check_tables", "write_tables"]
