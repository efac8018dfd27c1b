"""What readings of a pulsed device say about its law: a Kalman filter along the curve.  docs/theory.md (9.2)."""

from math import erf, exp, pi, sqrt

from ._jit import entry, kernel

FAR = 8.0  # standard deviations beyond which a bound is not felt in float64


@kernel
def at(values, place):
    """Linear between equally spaced nodes; the end nodes beyond them."""
    last = len(values) - 1
    place = min(max(place, 0.0), float(last))
    k = min(int(place), last - 1)
    return values[k] + (values[k + 1] - values[k]) * (place - k)


@kernel
def clipped(m, p, low, high):
    """Mean and variance of min(max(x, low), high), x normal with mean m and variance p."""
    if p <= 0.0:
        return min(max(m, low), high), 0.0
    s = sqrt(p)
    a, b = (low - m) / s, (high - m) / s
    if a < -FAR and b > FAR:
        return m, p
    if b < -FAR:
        return high, 0.0
    if a > FAR:
        return low, 0.0
    a, b = max(a, -FAR), min(b, FAR)
    below, above = 0.5 * (1.0 + erf(a / sqrt(2.0))), 0.5 * (1.0 - erf(b / sqrt(2.0)))
    fa, fb = exp(-0.5 * a * a) / sqrt(2.0 * pi), exp(-0.5 * b * b) / sqrt(2.0 * pi)
    first = a * below + b * above - (fb - fa)
    second = a * a * below + b * b * above + (1.0 - below - above) - (b * fb - a * fa)
    return m + s * first, p * max(second - first * first, 0.0)


@entry
def follow(y, pulses, starts, law, v0, dv, low, high, read_var, out):
    """Filters every curve; out[0] = innovations, out[1] = their variances, out[2] = means of the state after reading.

    y (readings,): readings; pulses (readings,): signed number of pulses before each (+ up, - down); starts
    (curves + 1,): where curves begin, and the end.  law (2, 4, nodes): for up and down the mean step, its slope,
    the spread of a step, its slope, at v0 + k dv.  The first reading of a curve tells its state, no more: out[0]
    and out[1] are 0 there.
    """
    for c in range(len(starts) - 1):
        first = starts[c]
        m, p = clipped(y[first], read_var, low, high)
        out[0, first], out[1, first], out[2, first] = 0.0, 0.0, m
        for i in range(first + 1, starts[c + 1]):
            d = 0 if pulses[i] > 0 else 1
            for _ in range(abs(pulses[i])):
                place = (m - v0) / dv
                step, slope = at(law[d, 0], place), at(law[d, 1], place)
                h, h_slope = at(law[d, 2], place), at(law[d, 3], place)
                p = (1.0 + slope) * (1.0 + slope) * p + h * h + h_slope * h_slope * p
                m, p = clipped(m + step, p, low, high)
            e, s = y[i] - m, p + read_var
            out[0, i], out[1, i] = e, s
            m, p = m + p / s * e, p * read_var / s
            out[2, i] = m
