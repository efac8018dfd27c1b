"""Independent random streams by name, on the host: one seed, and nobody's numbers move when another is added.

Initial weights, device spreads and shuffles come from NumPy generators; the compiled loops get a key, the rest of
the address is theirs (docs/theory.md (1)).
"""

from zlib import crc32

import numpy as np

from crossbar.errors import SpecError


def _sequence(seed: int, names: tuple[str | int, ...]) -> np.random.SeedSequence:
    if not isinstance(seed, int | np.integer) or seed < 0:
        raise SpecError(f"seed: must be a whole number >= 0 (got {seed!r}); choose another.")
    words = (crc32(name.encode()) if isinstance(name, str) else name for name in names)
    return np.random.SeedSequence(seed, spawn_key=tuple(words))


def generator(seed: int, *names: str | int) -> np.random.Generator:
    """The generator of a name such as ("weights", 0): PCG64 of SeedSequence(seed, spawn_key=names).

    SpecError: a seed below 0.
    """
    return np.random.Generator(np.random.PCG64(_sequence(seed, names)))


def key(seed: int, *names: str | int) -> tuple[int, int]:
    """The two 32-bit words of a Philox key.  SpecError: a seed below 0."""
    k0, k1 = _sequence(seed, names).generate_state(2, np.uint32)
    return int(k0), int(k1)
