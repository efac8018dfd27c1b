"""Random numbers by address: known answers, and the twin's words at the same addresses."""

import numpy as np
import pytest

from kernels import build, epoch, random
from tests.naive import philox
from tests.naive.philox import Place

from .layers import KEY
from .random_entries import words

PI = (0x243F6A88, 0x85A308D3, 0x13198A2E, 0x03707344), (0xA4093822, 0x299F31D0)
ONES = 2**32 - 1


@pytest.mark.parametrize(
    "counter, key, expected",
    [
        ((0, 0, 0, 0), (0, 0), (0x6627E8D5, 0xE169C58D, 0xBC57AC4C, 0x9B00DBD8)),
        ((ONES,) * 4, (ONES,) * 2, (0x408F276D, 0x41C83B0E, 0xA20BC7C6, 0x6D5451FD)),
        (*PI, (0xD16CFE09, 0x94FDCCEB, 0x5001E420, 0x24126EA1)),
    ],
)
def test_the_known_answers_of_random123(counter, key, expected):
    assert tuple(map(int, epoch.philox_words(*map(np.uint64, counter + key)))) == expected


def here(place):
    where = place.layer << 24 | place.array << 16 | place.slot
    return build.stream(*place.key)._replace(step=np.uint64(place.step), where=np.uint64(where))


PLACES = [Place(KEY, 0), Place(KEY, 7, 2, 1, 9), Place((1, 2), 2**32 - 1, 255, 1, 65535)]


@pytest.mark.parametrize("place", PLACES, ids=str)
@pytest.mark.parametrize("purpose", [random.FORWARD_NOISE, random.ROW_ROUND, random.ROW_ORDER], ids=int)
def test_words_and_uniforms_are_the_twins(place, purpose):
    out, uniforms = np.zeros(23, np.uint64), np.zeros(23)
    words(out, uniforms, here(place), purpose)
    assert [int(v) for v in out] == [philox.word(place, int(purpose), n) for n in range(23)]
    assert list(uniforms) == [philox.uniform(place, int(purpose), n) for n in range(23)]


def test_purposes_keep_their_codes():
    """They are part of every published result."""
    names = "FORWARD_NOISE BACKWARD_NOISE TRANSFER_NOISE ROW_BITS COLUMN_BITS C2C ROW_ROUND COLUMN_ROUND ROW_ORDER"
    codes = [int(getattr(random, name)) for name in names.split()]
    assert codes == list(range(1, 10)) == [getattr(philox, name) for name in names.split()]
