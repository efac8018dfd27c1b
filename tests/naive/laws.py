"""One pulse on one device, in the parameters of the textbook and the device's own coordinate v.

Each law gives the new v for one pulse up or down with the normal number z; `Device` clips it and moves
between v and the weight w = v - r.  Nothing is folded here: the kernels do that, and are tested by this.
"""
from math import exp


def constant(v, up, z, s_up, s_dn, c2c=0.0):
    """up: v + s_up (1 + c2c z);  down: v - s_dn (1 + c2c z)."""
    noise = 1 + c2c * z
    return v + s_up * noise if up else v - s_dn * noise


def linear(v, up, z, s_up, s_dn, gamma_up, gamma_dn, v_min, v_max, c2c=0.0):
    """up: v + s_up (1 - gamma_up v/v_max)(1 + c2c z);  down: v - s_dn (1 - gamma_dn v/v_min)(1 + c2c z)."""
    noise = 1 + c2c * z
    if up:
        return v + s_up * (1 - gamma_up * v / v_max) * noise
    return v - s_dn * (1 - gamma_dn * v / v_min) * noise


def linear_additive(v, up, z, s_up, s_dn, gamma_up, gamma_dn, v_min, v_max, c2c=0.0):
    """As `linear`, the noise not shrinking with the step: s (1 - gamma v/v_bound + c2c z)."""
    if up:
        return v + s_up * (1 - gamma_up * v / v_max + c2c * z)
    return v - s_dn * (1 - gamma_dn * v / v_min + c2c * z)


def soft_bounds(v, up, z, s_up, s_dn, v_min, v_max, c2c=0.0):
    """A step that vanishes at the bound it moves to: `linear` with gamma = 1."""
    return linear(v, up, z, s_up, s_dn, 1.0, 1.0, v_min, v_max, c2c)


def soft_bounds_additive(v, up, z, s_up, s_dn, v_min, v_max, c2c=0.0):
    """`linear_additive` with gamma = 1."""
    return linear_additive(v, up, z, s_up, s_dn, 1.0, 1.0, v_min, v_max, c2c)


def asymmetric(v, up, z, af, s0, v_min, v_max, c2c=0.0):
    """The asymmetry factor (Lee et al. 2022, eq. 12): up AF s0 (1 - v/v_max), down AF s0 (1 - v/v_min).

    AF = 0 is by definition the ideal device of constant step s0.
    """
    if af == 0:
        return constant(v, up, z, s0, s0, c2c)
    return soft_bounds(v, up, z, af * s0, af * s0, v_min, v_max, c2c)


def exponential(v, up, z, s_up, s_dn, a, b, A_up, A_dn, g_up, g_dn, v_min, v_max, c2c=0.0):
    """up: v + s_up max(1 - A_up exp(g_up u), 0)(1 + c2c z);  down with exp(-g_dn u).

    u = 2 a v/(v_max - v_min) + b, with the nominal bounds.
    """
    u, noise = 2 * a * v / (v_max - v_min) + b, 1 + c2c * z
    if up:
        return v + s_up * max(1 - A_up * exp(g_up * u), 0.0) * noise
    return v - s_dn * max(1 - A_dn * exp(-g_dn * u), 0.0) * noise


def exponential_noisy(
    v, up, z, s_up, s_dn, a, b, A_up, A_dn, g_up, g_dn, n_off, n_slope, origin, v_min, v_max, c2c=0.0
):
    """The noiseless step of `exponential`, and a noise of c2c (step + n_off + n_slope |v - origin|) z."""
    step = abs(exponential(v, up, 0.0, s_up, s_dn, a, b, A_up, A_dn, g_up, g_dn, v_min, v_max) - v)
    step += c2c * (step + n_off + n_slope * abs(v - origin)) * z
    return v + step if up else v - step


def power(v, up, z, s_up, s_dn, p_up, p_dn, v_min, v_max, c2c=0.0):
    """up: v + s_up ((v_max - v)/(v_max - v_min))^p_up (1 + c2c z); down with (v - v_min) and p_dn."""
    noise = 1 + c2c * z
    if up:
        return v + s_up * max((v_max - v) / (v_max - v_min), 0.0) ** p_up * noise
    return v - s_dn * max((v - v_min) / (v_max - v_min), 0.0) ** p_dn * noise


def table(v, up, z, s_up, s_dn, t_up, t_dn, v_min, v_max, c2c=0.0):
    """up: v + s_up T_up(q)(1 + c2c z), q = (v - v_min)/(v_max - v_min); down with T_dn(q)."""
    q, noise = (v - v_min) / (v_max - v_min), 1 + c2c * z
    return v + s_up * between(t_up, q) * noise if up else v - s_dn * between(t_dn, q) * noise


def between(nodes, q):
    """Linear between nodes equally spaced over q = 0 .. 1."""
    position = min(max(q, 0.0), 1.0) * (len(nodes) - 1)
    left = min(int(position), len(nodes) - 2)
    share = position - left
    return nodes[left] * (1 - share) + nodes[left + 1] * share


def granularity(law, **parameters):
    """The mean of the nominal up and down step at v = 0."""
    return (law(0.0, True, 0.0, **parameters) - law(0.0, False, 0.0, **parameters)) / 2


def counting_step(af, s0, reading):
    """By what pulses are counted: `gain`: s0; `granularity`: AF s0.  AF = 0 counts with s0 in both."""
    return {"gain": s0, "granularity": s0 if af == 0 else af * s0}[reading]


class Device:
    """An array of cells under one law.

    lower, upper: the bounds that clip v; shift: r, the reference, w = v - r; parameters: those of the law.
    Each is one number for all cells or a numpy array (n_in, n_out); table nodes are lists.
    """

    def __init__(self, law, lower, upper, shift=0.0, **parameters):
        self.law, self.lower, self.upper, self.shift, self.parameters = law, lower, upper, shift, parameters

    def pulse(self, i, j, w, up, z):
        """The weight of cell (i, j) after one pulse, clipped."""
        return self.clip(i, j, self.unclipped(i, j, w, up, z))

    def unclipped(self, i, j, w, up, z):
        """The law alone."""
        parameters = {name: of_cell(value, i, j) for name, value in self.parameters.items()}
        return self.law(w + of_cell(self.shift, i, j), up, z, **parameters) - of_cell(self.shift, i, j)

    def clip(self, i, j, w):
        """w within lower - r .. upper - r."""
        r = of_cell(self.shift, i, j)
        return min(max(w, of_cell(self.lower, i, j) - r), of_cell(self.upper, i, j) - r)


def of_cell(value, i, j):
    return float(value[i, j]) if getattr(value, "ndim", 0) == 2 else value
