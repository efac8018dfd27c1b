"""The naive twins: every kernel once more, slow and obvious, in plain Python.

They import nothing of this project but each other, compute in Python floats (float64) and are written
from the equations, not from the kernels; the kernels are compared with them at the same addresses of the
random numbers.  A twin is right when a reader can hold it beside the equation and see that it is.

Conventions, said once
    w[i][j]     weight of input (row) i and output (column) j; lists of lists, never changed in place
    x, d        inputs of the rows (n_in), errors of the columns (n_out); learning is W <- W - rate x d^T
    up          a pulse that raises w; a coincidence goes up where x_i d_j < 0
    z           a standard normal number
    s0          the one nominal step by which an array counts its pulses
    v, r        a device's own coordinate and the shift of its reference: w = v - r
    Place       where in an experiment a random number is used (philox.py)

The files
    philox       random numbers by address; Bernoulli trains
    pulses       from (x, d, rate) to the number of pulses of each cell
    laws         one pulse on one device; a device made of such cells
    update       the rank-one pulsed update of one array
    mvm          one read: DAC, currents, noise, ADC; forward and backward
    cells        cross-points of several devices, write noise; an array of them
    ageing       decay, diffusion and drift
    half_select  what lines that fire alone do
    tiles        what an array does with each sample: SGD, Tiki-Taka
    buffered     TTv2: whole pulses from a digital buffer
    chopped      signs that turn: chopped TTv2, and AGAD, which learns a reference
    digital_sum  mixed precision: the gradient summed in digital
    chains       Hamiltonian descent and residual learning: arrays that are moved onto each other
    mlp          a stack of tiles trained in mini-batches
    conversion   weights <-> siemens
    mean_field   what all of it does on average; closed forms
    scheduler    the step as a weighted sum of past gradients

The equations themselves are in docs/theory.md.
"""
