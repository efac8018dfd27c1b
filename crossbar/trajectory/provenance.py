"""Where a trajectory comes from: configuration, seed, command line, versions, machine, git commit."""

from __future__ import annotations

import platform
import shlex
import subprocess
from collections.abc import Sequence
from datetime import UTC, datetime
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path

import h5py

from crossbar.machine import processor

PACKAGES = ("pulse-crossbar", "numpy", "numba", "h5py", "h5netcdf")


def provenance(config_toml: str, config_json: str, seed: int, argv: Sequence[str]) -> dict[str, str | int]:
    """Attributes for `/provenance`.

    config_toml, config_json: the resolved configuration.  argv: the command line.  Adds the time (UTC), the
    versions of Python, HDF5 and our packages, processor, platform, and the git commit if this package runs
    from a repository ("-dirty" if files differ from it; "" without one).
    """
    return {
        "config_toml": config_toml,
        "config_json": config_json,
        "seed": seed,
        "command": shlex.join(argv),
        "created": f"{datetime.now(UTC):%Y-%m-%dT%H:%M:%SZ}",
        "version_python": platform.python_version(),
        "version_hdf5": h5py.version.hdf5_version,
        **{f"version_{name.replace('-', '_')}": installed_version(name) for name in PACKAGES},
        "cpu": processor(),
        "platform": platform.platform(),
        "git_commit": _git_commit(Path(__file__).parents[2]),
    }


def installed_version(name: str) -> str:
    """The version of an installed package; "" where it is not installed."""
    try:
        return version(name)
    except PackageNotFoundError:
        return ""


def _git_commit(folder: Path) -> str:
    """The commit checked out in `folder`, if that is the root of a repository and not just inside some
    other's."""
    if not (folder / ".git").exists():
        return ""
    commit = _git(folder, "rev-parse", "HEAD")
    return commit + "-dirty" * bool(commit and _git(folder, "status", "--porcelain", "--untracked-files=no"))


def _git(folder: Path, *arguments: str) -> str:
    command = ["git", "-C", str(folder), "--no-optional-locks", *arguments]
    try:
        done = subprocess.run(command, capture_output=True, text=True, timeout=5, check=True)
    except (OSError, subprocess.SubprocessError):
        return ""
    return done.stdout.strip()
