"""Ways into kernels/random.py and kernels/functions.py: what other kernels inline, made callable for the tests."""

import numba
import numpy as np

from kernels import functions, random
from kernels._jit import OPTIONS


@numba.njit(**OPTIONS)
def words(out, uniforms, stream, purpose):
    for number in range(len(out)):
        out[number] = random.word(stream, number, purpose)
        uniforms[number] = random.uniform(stream, number, purpose)


@numba.njit(**OPTIONS)
def normals(z, bits, first, stream, purpose, sub):
    """z, of whole groups: the normals from block `first` on."""
    random.fill_normals(z, bits, first, len(z), stream, purpose, np.uint64(sub))


@numba.njit(**OPTIONS)
def pairs(z, r0, r1):
    """z (n, 2): the two normals of each pair of words."""
    for q in range(len(z)):
        z[q, 0], z[q, 1] = random.two_normals(r0[q], r1[q])


@numba.njit(**OPTIONS)
def trains(out, p, lines, bl, stream, purpose, words, index):
    """out[s]: the trains of the lines at step s, one word each; words: uint32 (5, n + 16), index: int32 (2, n + 16)."""
    for step in range(len(out)):
        here = random.at_step(stream, step)
        random.fill_trains(words, p, lines, len(lines), bl, here, purpose, words[2:], index)
        for l in range(len(lines)):
            out[step, l] = np.uint64(words[0, l]) | (np.uint64(words[1, l]) << np.uint64(32))


@numba.njit(**OPTIONS)
def functions_of(x, out):
    """out (9, n): exp x, ln |x|, |x|^1.7, sigmoid x, tanh x; in float32 ln |x|, sin(2 pi x), exp x, sigmoid x."""
    for i in range(len(x)):
        out[0, i] = functions.exp(x[i])
        out[1, i] = functions.log(abs(x[i]))
        out[2, i] = functions.power(abs(x[i]), 1.7)
        out[3, i] = functions.sigmoid(x[i])
        out[4, i] = functions.tanh(x[i])
        out[5, i] = functions.log_float32(np.float32(abs(x[i])))
        out[6, i] = functions.sin_turns_float32(np.float32(x[i]))
        out[7, i] = functions.exp_float32(np.float32(x[i]))
        out[8, i] = functions.sigmoid_float32(np.float32(x[i]))
