"""exp, log, sin, sigmoid, tanh as short series: there is no vector math library behind the compiler.

Every series is a Taylor (or atanh) series cut where its rest falls below one rounding of the result, after an exact
reduction of the argument.  docs/theory.md (8).
"""

import math

import numpy as np

from ._jit import ONE, inline

_LOG2E = 1.0 / math.log(2.0)
_LN2_HIGH = np.float64(np.float32(math.log(2.0)))  # 24 bits: n * _LN2_HIGH is exact
_LN2_LOW = math.log(2.0) - float(_LN2_HIGH) + 2.3190468138462996e-17  # ln 2 to 77 bits: n reaches 1000
_LN2_FLOAT32 = np.float32(math.log(2.0))
_EXP = tuple(1.0 / math.factorial(n) for n in range(14))
_LOG2E_FLOAT32, _MOST_FLOAT32 = np.float32(_LOG2E), np.float32(87.0)
_LN2_HIGH_FLOAT32 = np.float32(355.0 / 512.0)  # 9 bits: n * it is exact
_LN2_LOW_FLOAT32 = np.float32(math.log(2.0) - 355.0 / 512.0)
_EXP_FLOAT32 = tuple(np.float32(v) for v in _EXP[:8])
_SIN = tuple(np.float32((-1) ** n * (2 * math.pi) ** (2 * n + 1) / math.factorial(2 * n + 1)) for n in range(7))
_ATANH = tuple(2.0 / (2 * n + 1) for n in range(11))
_ATANH_FLOAT32 = tuple(np.float32(v) for v in _ATANH[:5])

_SQRT_HALF_FLOAT32 = np.float32(math.sqrt(0.5)).view(np.int32)
_SQRT_HALF = np.float64(math.sqrt(0.5)).view(np.int64)


@inline
def sin_turns_float32(x):
    """sin(2 pi x), |x| <= 1/4, to 2e-7."""
    y = x * x
    s = _SIN
    return x * (s[0] + y * (s[1] + y * (s[2] + y * (s[3] + y * (s[4] + y * (s[5] + y * s[6]))))))


@inline
def log_float32(u):
    """ln u of a normal positive float32: u = m 2^n, m in [sqrt(1/2), sqrt(2)), ln m = 2 atanh((m - 1)/(m + 1))."""
    bits = np.float32(u).view(np.int32)
    n = (bits - _SQRT_HALF_FLOAT32) >> np.int32(23)
    m = np.int32(bits - (n << np.int32(23))).view(np.float32)
    s = (m - ONE) / (m + ONE)
    y = s * s
    c = _ATANH_FLOAT32
    return np.float32(n) * _LN2_FLOAT32 + s * (c[0] + y * (c[1] + y * (c[2] + y * (c[3] + y * c[4]))))


@inline
def log(u):
    """ln u of a positive float64 (not subnormal), to 1e-15."""
    bits = np.float64(u).view(np.int64)
    n = (bits - _SQRT_HALF) >> np.int64(52)
    m = np.int64(bits - (n << np.int64(52))).view(np.float64)
    s = (m - 1.0) / (m + 1.0)
    y = s * s
    c = _ATANH
    tail = c[6] + y * (c[7] + y * (c[8] + y * (c[9] + y * c[10])))
    series = c[0] + y * (c[1] + y * (c[2] + y * (c[3] + y * (c[4] + y * (c[5] + y * tail)))))
    return np.float64(n) * _LN2_HIGH + (np.float64(n) * _LN2_LOW + s * series)


@inline
def exp(x):
    """e^x in float64, to 1e-15; the argument is held within +-700, where nothing overflows."""
    v = min(max(np.float64(x), -700.0), 700.0)
    n = np.rint(v * _LOG2E)
    r = (v - n * _LN2_HIGH) - n * _LN2_LOW
    c = _EXP
    high = c[7] + r * (c[8] + r * (c[9] + r * (c[10] + r * (c[11] + r * (c[12] + r * c[13])))))
    series = c[0] + r * (c[1] + r * (c[2] + r * (c[3] + r * (c[4] + r * (c[5] + r * (c[6] + r * high))))))
    return series * np.int64((np.int64(n) + np.int64(1023)) << np.int64(52)).view(np.float64)


@inline
def exp_float32(x):
    """e^x in float32, to 2e-7; the argument is held within +-87, where nothing overflows."""
    v = min(max(x, -_MOST_FLOAT32), _MOST_FLOAT32)
    n = np.rint(v * _LOG2E_FLOAT32)
    r = (v - n * _LN2_HIGH_FLOAT32) - n * _LN2_LOW_FLOAT32
    c = _EXP_FLOAT32
    series = c[0] + r * (c[1] + r * (c[2] + r * (c[3] + r * (c[4] + r * (c[5] + r * (c[6] + r * c[7]))))))
    return series * np.int32((np.int32(n) + np.int32(127)) << np.int32(23)).view(np.float32)


@inline
def sigmoid(x):
    return 1.0 / (1.0 + exp(-np.float64(x)))


@inline
def sigmoid_float32(x):
    """1/(1 + e^-x) in float32, to 2e-7."""
    return ONE / (ONE + exp_float32(-x))


@inline
def tanh(x):
    return 2.0 / (1.0 + exp(-2.0 * np.float64(x))) - 1.0


@inline
def power(base, exponent):
    """base^exponent for base >= 0 in float64; 0^p = 0 for p > 0, and anything^0 = 1."""
    if exponent == 0.0:
        return 1.0
    if base <= 0.0:
        return 0.0
    return exp(np.float64(exponent) * log(base))
