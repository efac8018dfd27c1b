"""The nonlinearity label, from its definition: G = B (1 - exp(-P/A)) + G_min through both ends of a staircase."""

from math import exp

SCALE = 10.1015  # label per largest distance from the straight line, P and G both from 0 to 1


def conductance(p, a, p_max=1.0, g_min=0.0, g_max=1.0):
    """G after p of p_max pulses up; a < 0: steps that grow."""
    b = (g_max - g_min) / (1 - exp(-p_max / a))
    return b * (1 - exp(-p / a)) + g_min


def label(a, points=20000):
    """SCALE times the largest distance between the curve and the line, with the sign of a."""
    distances = [abs(conductance(n / points, a) - n / points) for n in range(points + 1)]
    return SCALE * max(distances) * (1 if a > 0 else -1)


def fitted(values):
    """The a of the curve nearest in least squares to the values of a staircase, by trying ever finer rates 1/a."""
    n = len(values) - 1
    shares = [(value - values[0]) / (values[-1] - values[0]) for value in values]

    def distance(rate):
        curve = [conductance(p / n, 1 / rate) for p in range(n + 1)]
        return sum((mine - theirs) ** 2 for mine, theirs in zip(curve, shares, strict=True))

    rates, width = [step * 0.5 + 0.25 for step in range(-40, 40)], 0.5
    for _ in range(12):
        best = min(rates, key=distance)
        width /= 4
        rates = [best + width * step + 1e-12 for step in range(-4, 5)]
    return 1 / min(rates, key=distance)
