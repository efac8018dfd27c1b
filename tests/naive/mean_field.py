"""What pulses do on average, and the closed forms that follow.

q_up(w), q_dn(w): mean step per unit of requested change; F = (q_dn + q_up)/2, G = (q_dn - q_up)/2
(Wu et al. 2024, whose eq. 23 prints G with a minus against its own definition).
Laws are those of laws.py, bounds left out.
"""
from .pulses import plan


def response(law, w, unit, **parameters):
    """q_up and q_dn of a law at w, for pulses counted in steps of `unit`."""
    up = law(w, True, 0.0, **parameters) - w
    down = w - law(w, False, 0.0, **parameters)
    return up / unit, down / unit


def F(law, w, unit, **parameters):
    """The symmetric part of the response."""
    q_up, q_dn = response(law, w, unit, **parameters)
    return (q_dn + q_up) / 2


def G(law, w, unit, **parameters):
    """The asymmetric part: the pull toward the symmetry point, where it is 0."""
    q_up, q_dn = response(law, w, unit, **parameters)
    return (q_dn - q_up) / 2


def update(law, w, dw, unit, **parameters):
    """w' = w + dw F(w) - |dw| G(w)."""
    return w + dw * F(law, w, unit, **parameters) - abs(dw) * G(law, w, unit, **parameters)


def soft_symmetry_point(s_up, s_dn, v_min, v_max):
    """Soft bounds: v* = (s_up - s_dn)/(s_up/v_max - s_dn/v_min)."""
    return (s_up - s_dn) / (s_up / v_max - s_dn / v_min)


def symmetry_point(law, low, high, **parameters):
    """G = 0 between low and high, by bisection (G rises through it)."""
    for _ in range(100):
        middle = (low + high) / 2
        low, high = (middle, high) if G(law, middle, 1.0, **parameters) < 0 else (low, middle)
    return (low + high) / 2


def mismatch_factor(af, w, sign, v_min, v_max):
    """What a request is worth (Lee et al. 2022, eq. 12): AF (1 - w/v_min) down, AF (1 - w/v_max) up.

    sign: that of the gradient, > 0 moves down.  With v_min = -v_max: AF (1 + sign w/v_max).
    """
    return af * (1 - w / (v_min if sign > 0 else v_max))


def pulse_response(w, n, s, bound, gamma=1.0):
    """The linear step after n pulses toward `bound` (> 0 up, < 0 down), before the clip.

    b - (b - w)(1 - s/|b|)^n with b = bound/gamma; gamma = 1: soft bounds.
    """
    b = bound / gamma
    return b - (b - w) * (1 - s / abs(b)) ** n


def zero_shifting(w0, s, n):
    """Soft bounds +-1, equal steps s, n pairs up then down: (w0 + e)(1 - s)^(2n) - e, e = s/(2 - s).

    Kim et al. 2019.  As n grows w -> -e: the symmetry point 0 but for half a step.
    """
    e = s / (2 - s)
    return (w0 + e) * (1 - s) ** (2 * n) - e


class MeanArray:
    """An `Array` of tiles.py whose pulses are replaced by their mean: cell (i, j) asks for

        dw_ij = -sign(x_i d_j) s0 BL p_i q_j,   w' = clip(w + dw F(w) - |dw| G(w)),

    p, q the firing probabilities of pulses.py.  law, parameters: of laws.py, the same for all cells.
    """

    def __init__(self, w, law, parameters, bounds, s0, scheme):
        self.w = [[float(v) for v in row] for row in w]
        self.law, self.parameters, self.bounds, self.s0, self.scheme = law, parameters, bounds, s0, scheme

    def learn(self, x, d, rate, place):
        wish = plan(x, d, rate, self.s0, self.scheme._replace(stochastic_rounding=False), place)
        if wish is None:
            return
        for i, p in enumerate(wish.p):
            for j, q in enumerate(wish.q):
                size = self.s0 * wish.length * p * q
                dw = -size if float(x[i]) * float(d[j]) > 0 else size
                moved = update(self.law, self.w[i][j], dw, self.s0, **self.parameters)
                self.w[i][j] = min(max(moved, self.bounds[0]), self.bounds[1])

    def grow_old(self, place):
        """The mean field knows no time."""
