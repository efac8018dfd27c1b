"""Scripts, each in a process of its own."""

import os
import subprocess
import sys
from pathlib import Path

SCRIPTS = Path(__file__).parents[2] / "scripts"


def script(name, *arguments):
    """`python scripts/NAME.py ARGUMENTS`, finished: returncode, stdout, stderr."""
    command = [sys.executable, SCRIPTS / f"{name}.py", *map(str, arguments)]
    paths = {"PYTHONPATH": str(SCRIPTS.parent)}
    return subprocess.run(command, capture_output=True, text=True, env={**os.environ, **paths})
