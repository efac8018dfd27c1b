"""Compiled loops of a pulse-level simulator of resistive crossbar arrays.

Arrays in, arrays out: no validation, no units, no files; nothing is raised.  Who wants those uses `crossbar`.

Glossary (every symbol once; the equations are in docs/theory.md):

| symbol      | meaning                                                               | unit, shape              |
|-------------|-----------------------------------------------------------------------|--------------------------|
| `w`         | weights of an array, `w[i, j]`: row (input, word line) i, column j    | (n_in, n_out)            |
| `x`, `d`    | row inputs; column errors                                             | (n_in,), (n_out,)        |
| `y`, `e`    | outputs `x @ w`; back-propagated errors `w @ d`                       | (n_out,), (n_in,)        |
| `up`        | a pulse that raises the weight, always                                | bool                     |
| `z`         | a fresh standard normal                                               | 1                        |
| `dev`       | state of the devices of an array: `cells` and scalars                 | NamedTuple               |
| `cell`      | parameters of one cell, adjacent in memory                            | record                   |
| `w_min/max` | bounds of a cell                                                      | weight                   |
| `s_up/s_dn` | a cell's own scale of an up and of a down step                        | weight                   |
| `c2c`       | relative cycle-to-cycle spread of a step                              | 1                        |
| `s0`        | the one nominal step an array computes pulse numbers with             | weight                   |
| `rate`      | learning (or transfer) rate of the write at hand                      | 1                        |
| `k`, `bl`   | pulses asked of the strongest cell; length of the pulse trains        | 1 (`bl` <= 63)           |
| `stream`    | address of random numbers: key, step, where (layer, array, slot)      | NamedTuple               |
| `levels`    | converter codes on one side of zero, `(2^bits - 2)/2`; 0: none        | 1                        |
"""
