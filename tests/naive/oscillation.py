"""Hamiltonian descent on w^2/2 in the mean field, one cell, one number after another (Onen et al. 2022)."""

from .least_squares import moved


def swing(eta, rate, tau_a, tau_c, start, noises, old=False):
    """(p, w) before each step and after the last: p <- U(p, -eta (w + noise)), w <- U(w, rate p) with the new p."""
    p, w = 0.0, start
    course = [(p, w)]
    for noise in noises:
        before = p
        p = moved(p, -eta * (w + noise), tau_a)
        w = moved(w, rate * (before if old else p), tau_c)
        course.append((p, w))
    return course
