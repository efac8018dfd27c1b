"""One pass over the data through a stack of layers, compiled whole; and the same pieces one by one.

The walk over the layers is a recursion over the tuple, so layers may differ in type and nothing is looked up at run
time.  A mini-batch is read with frozen weights and then applied sample by sample: bounds act between samples.
"""

from ._jit import entry, generic, inline, kernel
from .activations import activate, output_error, place_of_largest, through_slope
from .held import hold, hold_all
from .layers import learn_sample, read_backward, read_forward
from .random import at_step, philox
from .tiles import note_all


@generic
def ahead(layers, b, hidden, stream):
    """Forward reads of slot b of the mini-batch, first layer to last."""

    def last(layers, b, hidden, stream):
        read_forward(layers[0], layers[0].x[b], stream)

    def inner(layers, b, hidden, stream):
        read_forward(layers[0], layers[0].x[b], stream)
        activate(hidden, layers[1].x[b], layers[0].y)
        ahead(layers[1:], b, hidden, stream)

    return last if len(layers) == 1 else inner


@generic
def back(layers, b, hidden, stream):
    """Backward reads, last layer to second; the error at the output of the last layer stands already."""

    def last(layers, b, hidden, stream):
        pass

    def inner(layers, b, hidden, stream):
        back(layers[1:], b, hidden, stream)
        read_backward(layers[1], layers[1].d[b], stream)
        through_slope(hidden, layers[0].d[b], layers[1].e, layers[1].x[b])

    return last if len(layers) == 1 else inner


@generic
def learn_all(layers, b, step, stream):
    def last(layers, b, step, stream):
        learn_sample(layers[0], layers[0].x[b], layers[0].d[b], step, stream)

    def inner(layers, b, step, stream):
        learn_sample(layers[0], layers[0].x[b], layers[0].d[b], step, stream)
        learn_all(layers[1:], b, step, stream)

    return last if len(layers) == 1 else inner


@generic
def note_layers(layers, sample):
    def last(layers, sample):
        note_all(layers[0].tile, sample)

    def inner(layers, sample):
        note_all(layers[0].tile, sample)
        note_layers(layers[1:], sample)

    return last if len(layers) == 1 else inner


@generic
def output(layers):
    """The last layer."""

    def last(layers):
        return layers[0]

    def inner(layers):
        return output(layers[1:])

    return last if len(layers) == 1 else inner


@kernel
def _present(x, image):
    for i in range(len(image)):
        x[i] = image[i]


@inline
def _score(totals, y, t, loss):
    totals[0] += loss
    totals[1] += 1.0 if place_of_largest(y) == place_of_largest(t) else 0.0


@entry
def train(layers, images, targets, order, first, last, batch, step, stream, hidden, loss, totals):
    """Trains on samples order[first:last] in mini-batches; adds the loss and the hits before each update to totals.

    images: (samples, features), targets: (samples, n_out), order: int64, step: number of the first sample since the
    start of the training, stream: the key of the training, totals: float64 (2,).
    """
    layers = hold_all(layers)
    final = output(layers)
    for start in range(first, last, batch):
        size = min(batch, last - start)
        for b in range(size):
            sample = order[start + b]
            here = at_step(stream, step + start - first + b)
            _present(layers[0].x[b], images[sample])
            ahead(layers, b, hidden, here)
            _score(totals, final.y, targets[sample], output_error(loss, final.d[b], final.y, targets[sample]))
            back(layers, b, hidden, here)
        for b in range(size):
            learn_all(layers, b, step + start - first + b, stream)
            note_layers(layers, start - first + b)


@entry
def evaluate(layers, images, targets, first, last, stream, hidden, loss, totals):
    """Adds loss and hits of samples first .. last - 1 to totals; the step of their noise is the sample's index."""
    layers = hold_all(layers)
    final = output(layers)
    for sample in range(first, last):
        _present(layers[0].x[0], images[sample])
        ahead(layers, 0, hidden, at_step(stream, sample))
        _score(totals, final.y, targets[sample], output_error(loss, final.d[0], final.y, targets[sample]))


@entry
def forward_batch(layer, xs, ys, step, stream):
    """ys[n] = xs[n] @ W as read; row n is read at step + n."""
    layer = hold(layer)
    for n in range(len(xs)):
        read_forward(layer, xs[n], at_step(stream, step + n))
        _present(ys[n], layer.y)


@entry
def backward_batch(layer, ds, es, step, stream):
    """es[n] = W @ ds[n] as read."""
    layer = hold(layer)
    for n in range(len(ds)):
        read_backward(layer, ds[n], at_step(stream, step + n))
        _present(es[n], layer.e)


@entry
def learn_batch(layer, xs, ds, step, stream):
    """One update per row of xs, ds, in order."""
    layer = hold(layer)
    for n in range(len(xs)):
        learn_sample(layer, xs[n], ds[n], step + n, stream)
        note_all(layer.tile, n)


@entry
def activate_batch(kind, outs, ys):
    for n in range(len(ys)):
        activate(kind, outs[n], ys[n])


@entry
def slope_batch(kind, ds, es, activations):
    for n in range(len(ds)):
        through_slope(kind, ds[n], es[n], activations[n])


@entry
def error_batch(kind, ds, ys, targets, losses):
    for n in range(len(ys)):
        losses[n] = output_error(kind, ds[n], ys[n], targets[n])


@entry
def philox_words(c0, c1, c2, c3, k0, k1):
    """Four words of Philox4x32-10, for checks against known answers."""
    return philox(c0, c1, c2, c3, k0, k1)
