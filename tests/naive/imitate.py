"""A tile that is taught a matrix W^: y = x W, d = (y - x W^)/m.  Rasch et al. 2024, fig. 4."""


def imitate(tile, xs, wanted, m, memory=None):
    """The weights of C after each sample.

    memory: samples over which max|x| and max|d| are averaged, and d divided by both means; None: d as it is.
    """
    courses, means = [], None
    for step, x in enumerate(xs):
        y = tile.forward(step, x).y
        d = [(y[j] - sum(x[i] * wanted[i][j] for i in range(len(x)))) / m for j in range(len(y))]
        if memory is not None:
            tops = [max(map(abs, x)), max(map(abs, d))]
            if tops[0] * tops[1] > 0:
                if means is None:
                    means = tops
                else:
                    means = [mean + (top - mean) / memory for mean, top in zip(means, tops, strict=True)]
            d = [v / (means[0] * means[1]) for v in d] if means else d
        tile.learn(step, x, d)
        courses.append([list(row) for row in tile.c.w])
    return courses
