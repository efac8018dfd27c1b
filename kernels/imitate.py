"""A layer that is taught a matrix: the error of every sample is that of its output.  docs/theory.md (16.1)

    y = x W as read,   d = (y - x W^)/m,   then one update with x and d

Where the rate is to follow the signals of an algorithm that cannot do so itself, d is divided by mu_x mu_d, the running
means of max|x| and max|d|: an update depends on the product of its rate and d.
"""

from ._jit import entry, kernel
from .held import hold
from .layers import learn_sample, read_forward
from .random import at_step
from .scaling import NONE, fast_rate


@kernel
def _error(d, y, x, wanted, share):
    """d = share (y - x W^)"""
    for j in range(len(d)):
        d[j] = y[j]
    for i in range(len(x)):
        row = wanted[i]
        for j in range(len(d)):
            d[j] -= x[i] * row[j]
    for j in range(len(d)):
        d[j] *= share


@kernel
def _scale(d, factor):
    for j in range(len(d)):
        d[j] *= factor


@kernel
def _note(log, w):
    for i in range(len(w)):
        for j in range(len(w[i])):
            log[i, j] = w[i, j]


@entry
def imitate(layer, xs, wanted, share, scaling, step, stream, every, log):
    """One update per row of xs, each with the error of its own output.

    xs: (samples, n_in), wanted: (n_in, n_out), W^, and share, 1/m, of the state's type.  scaling: of d, for algorithms
    without one.  log: (samples // every, n_in, n_out), the weights of C after each `every` samples.
    """
    layer = hold(layer)
    d = layer.d[0]
    for n in range(len(xs)):
        read_forward(layer, xs[n], at_step(stream, step + n))
        _error(d, layer.y, xs[n], wanted, share)
        if scaling.kind != NONE:
            _scale(d, fast_rate(scaling, 1.0, xs[n], d))
        learn_sample(layer, xs[n], d, step + n, stream)
        if (n + 1) % every == 0 and (n + 1) // every <= len(log):
            _note(log[(n + 1) // every - 1], layer.tile.c.w)
