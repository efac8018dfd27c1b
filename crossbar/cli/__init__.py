"""The command line.  Every command imports what it needs when it runs, so that help comes at once.

A file is a family of commands; one that is imported here has joined.
"""

# In the order in which an error lists the commands.
# isort: off
from crossbar.cli import training  # noqa: F401
from crossbar.cli import files  # noqa: F401
from crossbar.cli import devices  # noqa: F401
from crossbar.cli import sweeps  # noqa: F401
from crossbar.cli import pages  # noqa: F401
from crossbar.cli import ablate  # noqa: F401
from crossbar.cli import explain  # noqa: F401
from crossbar.cli import machine  # noqa: F401
from crossbar.cli.entry import main

__all__ = ["main"]
