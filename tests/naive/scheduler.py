"""The gradient scheduler t(k): the step at T as a weighted sum of past gradients (Lee et al. 2022, eq. 13-15).

    step_T = -rate sum_k t(k) g_k,   k = 0 ... T

Laws are affine in the weight: q_up = a_up - b_up w, q_dn = a_dn + b_dn w per unit of requested change.
"""


def sgd(T):
    """t(k) = 1 at k = T, else 0."""
    return [float(k == T) for k in range(T + 1)]


def momentum(T, beta):
    """v_k = beta v_(k-1) + g_k, step = -rate v_T: t(k) = beta^(T-k)."""
    return [beta ** (T - k) for k in range(T + 1)]


def mismatch(q_up, q_dn, w, moves_down):
    """What a request is worth: q_dn(w) down, q_up(w) up."""
    return q_dn(w) if moves_down else q_up(w)


def tiki_taka(gradients, rate, transfer_rate, a, c):
    """One cell, ns = 1, all rows, gamma = 0, in the mean field, from A = C = 0.

    a, c: (q_up, q_dn) of each array.  Per sample (A before it, MF_A, A after it, C before the transfer, MF_C, C after).
    """
    A, C, course = 0.0, 0.0, []
    for g in gradients:
        factor_a = mismatch(*a, A, g > 0)
        A_new = A - rate * g * factor_a
        factor_c = mismatch(*c, C, -A_new > 0)
        C_new = C + transfer_rate * A_new * factor_c
        course.append((A, factor_a, A_new, C, factor_c, C_new))
        A, C = A_new, C_new
    return course


def tiki_taka_schedule(course, T):
    """t(k) = MF_A,k MF_C,T."""
    return [course[k][1] * course[T][4] for k in range(T + 1)]


def retained(requests, a, b):
    """The same A as a sum in which A forgets: of w' = w + a u - b |u| w, w_T = sum_k a u_k prod_(j > k) (1 - b |u_j|).

    The factors a prod_(j > k) (1 - b |u_j|).
    """
    share, found = 1.0, []
    for u in reversed(requests):
        found.insert(0, a * share)
        share *= 1 - b * abs(u)
    return found


def lag_kernel(requests, steps, lags):
    """h of step_T = sum_l h_l u_(T-l), l < lags, by the normal equations; u is 0 before the first sample."""
    n = len(steps)
    rows = [[requests[T - lag] if lag <= T else 0.0 for lag in range(lags)] for T in range(n)]
    matrix = [[sum(row[i] * row[j] for row in rows) for j in range(lags)] for i in range(lags)]
    right = [sum(row[i] * y for row, y in zip(rows, steps, strict=True)) for i in range(lags)]
    return solve(matrix, right)


def solve(matrix, right):
    """Gauss with pivots."""
    table, n = [[*row, r] for row, r in zip(matrix, right, strict=True)], len(right)
    for i in range(n):
        top = max(range(i, n), key=lambda k: abs(table[k][i]))
        table[i], table[top] = table[top], table[i]
        for k in range(i + 1, n):
            factor = table[k][i] / table[i][i]
            table[k] = [u - factor * v for u, v in zip(table[k], table[i], strict=True)]
    found = [0.0] * n
    for i in reversed(range(n)):
        found[i] = (table[i][n] - sum(table[i][j] * found[j] for j in range(i + 1, n))) / table[i][i]
    return found
