"""Which code computes: what client and workers must agree on."""

import hashlib
from functools import lru_cache
from importlib.util import find_spec
from pathlib import Path

import crossbar
from crossbar.trajectory.provenance import installed_version


@lru_cache(maxsize=1)
def fingerprint() -> str:
    """Version, and a hash of the sources of both packages: "0.1.0+3f2a...". """
    digest = hashlib.sha256()
    for package in ("crossbar", "kernels"):
        found = find_spec(package)
        for root in (found.submodule_search_locations or []) if found else []:
            for path in sorted(Path(root).rglob("*.py")):
                digest.update(path.relative_to(root).as_posix().encode() + b"\0" + path.read_bytes())
    return f"{crossbar.__version__}+{digest.hexdigest()[:12]}"


def versions() -> dict[str, str]:
    """For the provenance of a point."""
    return {"pulse_crossbar": fingerprint(), "numba": installed_version("numba"), "numpy": installed_version("numpy")}
