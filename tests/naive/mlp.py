"""A multilayer perceptron on tiles, trained in mini-batches."""
from math import exp, log, tanh

HIDDEN = {  # name: (h(y), dh/dy as a function of h)
    "sigmoid": (lambda y: 1 / (1 + exp(-y)) if y >= 0 else exp(y) / (1 + exp(y)), lambda h: h * (1 - h)),
    "tanh": (tanh, lambda h: 1 - h * h),
    "relu": (lambda y: max(y, 0.0), lambda h: float(h > 0)),
}


def cross_entropy(y, target):
    """Softmax p; loss -sum t ln p; error dloss/dy = p - t (for targets that sum to 1)."""
    top = max(y)
    total = sum(exp(v - top) for v in y)
    p = [exp(v - top) / total for v in y]
    loss = sum(t * (log(total) - (v - top)) for v, t in zip(y, target, strict=True))
    return loss, [a - t for a, t in zip(p, target, strict=True)]


def mean_square(y, target):
    """Loss sum (y - t)^2/2; error y - t; the outputs are linear."""
    d = [v - float(t) for v, t in zip(y, target, strict=True)]
    return sum(v * v for v in d) / 2, d


LOSSES = {"cross_entropy": cross_entropy, "mean_square": mean_square}


class MLP:
    """Tiles in a row.  bias: analog (a last row whose input is 1), digital (b <- b - rate d) or none."""

    def __init__(self, tiles, hidden="sigmoid", loss="cross_entropy", bias="analog", biases=None):
        self.tiles, self.bias, self.loss = tiles, bias, LOSSES[loss]
        self.act, self.slope = HIDDEN[hidden]
        self.b = [list(b) for b in biases or [[0.0] * len(tile.c.w[0]) for tile in tiles]]

    def forward(self, step, x):
        """The inputs of every tile (bias included) and the linear outputs y of the last."""
        inputs, h = [], [float(v) for v in x]
        for number, (tile, b) in enumerate(zip(self.tiles, self.b, strict=True)):
            inputs.append([*h, 1.0] if self.bias == "analog" else h)
            y = tile.forward(step, inputs[-1]).y
            y = [v + c for v, c in zip(y, b, strict=True)] if self.bias == "digital" else y
            h = y if number == len(self.tiles) - 1 else [self.act(v) for v in y]
        return inputs, y

    def backward(self, step, inputs, d):
        """The errors d of every tile's outputs; the first tile is not read backward."""
        errors = [d]
        for number in range(len(self.tiles) - 1, 0, -1):
            e = self.tiles[number].backward(step, errors[0]).y
            d = [v * self.slope(h) for v, h in zip(e, inputs[number], strict=True)]
            errors.insert(0, d[: len(self.b[number - 1])])  # without the bias row
        return errors

    def learn(self, step, inputs, errors):
        """One sample's update of every tile."""
        for tile, b, x, d in zip(self.tiles, self.b, inputs, errors, strict=True):
            tile.learn(step, x, d)
            if self.bias == "digital":
                b[:] = [v - tile.rate * e for v, e in zip(b, d, strict=True)]

    def train(self, samples, targets, batch=1, step=0):
        """One pass; the losses.  A mini-batch is read with frozen weights, then learnt sample by sample."""
        losses = []
        for start in range(0, len(samples), batch):
            seen = []
            for k in range(start, min(start + batch, len(samples))):
                inputs, y = self.forward(step + k, samples[k])
                loss, d = self.loss(y, targets[k])
                losses.append(loss)
                seen.append((step + k, inputs, self.backward(step + k, inputs, d)))
            for sample in seen:
                self.learn(*sample)
        return losses
