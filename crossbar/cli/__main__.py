"""`python -m crossbar.cli`."""

from crossbar.cli import main

main()
