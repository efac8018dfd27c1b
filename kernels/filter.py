"""What readings of a pulsed device say about its law: a Kalman filter along the curve.  docs/theory.md (10.2)."""

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
    """Mean and variance of min(max(x, low), high), x normal with mean m and variance p, and the share not clipped."""
    if p <= 0.0:
        return min(max(m, low), high), 0.0, 1.0
    s = sqrt(p)
    a, b = (low - m) / s, (high - m) / s
    if a < -FAR and b > FAR:
        return m, p, 1.0
    if b < -FAR:
        return high, 0.0, 0.0
    if a > FAR:
        return low, 0.0, 0.0
    a, b = max(a, -FAR), min(b, FAR)
    below, above = 0.5 * (1.0 + erf(a / sqrt(2.0))), 0.5 * (1.0 - erf(b / sqrt(2.0)))
    fa, fb = exp(-0.5 * a * a) / sqrt(2.0 * pi), exp(-0.5 * b * b) / sqrt(2.0 * pi)
    inside = 1.0 - below - above
    first = a * below + b * above - (fb - fa)
    second = a * a * below + b * b * above + inside - (b * fb - a * fa)
    return m + s * first, p * max(second - first * first, 0.0), inside


@entry
def follow(y, pulses, starts, law, v0, dv, low, high, noise, out):
    """Filters every curve; out[0] = innovations, out[1] = their variances, out[2] = means of the state after reading.

    y (readings,): readings, state + slow noise u + noise of one reading; pulses (readings,): signed number of pulses
    before each (+ up, - down); starts (curves + 1,): where curves begin, and the end.  law (2, 4, nodes): for up and
    down the mean step, its slope, the spread of a step, its slope, at v0 + k dv.  noise: variance of one reading,
    variance of u, its correlation from reading to reading.  The first reading of a curve tells its state, no more:
    out[0] and out[1] are 0 there.
    """
    read, slow, keep = noise[0], noise[1], noise[2]
    for j in range(len(starts) - 1):
        first = starts[j]
        m, p, inside = clipped(y[first], read + slow, low, high)
        u, q, c = 0.0, slow, -slow * inside  # mean and variance of u, covariance of state and u
        out[0, first], out[1, first], out[2, first] = 0.0, 0.0, m
        for i in range(first + 1, starts[j + 1]):
            d = 0 if pulses[i] > 0 else 1
            for _ in range(abs(pulses[i])):
                place = (m - v0) / dv
                step, slope = at(law[d, 0], place), at(law[d, 1], place)
                h, h_slope = at(law[d, 2], place), at(law[d, 3], place)
                p = (1.0 + slope) * (1.0 + slope) * p + h * h + h_slope * h_slope * p
                m, p, inside = clipped(m + step, p, low, high)
                c *= (1.0 + slope) * inside  # Stein: cov(clip(x), u) = P(x is not clipped) cov(x, u)
            u, c, q = keep * u, keep * c, keep * keep * q + (1.0 - keep * keep) * slow
            e, s = y[i] - m - u, p + 2.0 * c + q + read
            out[0, i], out[1, i] = e, s
            gain_v, gain_u = (p + c) / s, (c + q) / s
            m, u = m + gain_v * e, u + gain_u * e
            p, c, q = max(p - gain_v * gain_v * s, 0.0), c - gain_v * gain_u * s, max(q - gain_u * gain_u * s, 0.0)
            out[2, i] = m
