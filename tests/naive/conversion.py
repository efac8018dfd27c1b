"""Weights <-> siemens: w = K (g - g_ref), K = (w_max - w_min)/(g_max - g_min), g_ref = g_min - w_min/K."""


def gain_and_reference(w_min, w_max, g_min, g_max):
    """K in weight per siemens, g_ref in siemens: w_min lies at g_min and w_max at g_max."""
    gain = (w_max - w_min) / (g_max - g_min)
    return gain, g_min - w_min / gain


def siemens(w, w_min, w_max, g_min, g_max):
    """The conductance g = g_ref + w/K."""
    gain, reference = gain_and_reference(w_min, w_max, g_min, g_max)
    return reference + w / gain


def weight(g, w_min, w_max, g_min, g_max):
    """The weight w = K (g - g_ref)."""
    gain, reference = gain_and_reference(w_min, w_max, g_min, g_max)
    return gain * (g - reference)
