"""What can go wrong by what a person gave: one message naming who, the rule, the value got and the remedy."""


class CrossbarError(Exception):
    """Any of the errors below; the command line shows the message and leaves with `exit_code`."""

    exit_code = 2
    hard_exit = False  # the interpreter must not try to tidy up: HDF5 crashes after a write that failed


class SpecError(CrossbarError):
    """An experiment that cannot be run as it is written.

    `problems`: the single findings behind the message (crossbar.problems.Problem), where there are several.
    """

    def __init__(self, message, problems=()):
        super().__init__(message)
        self.problems = tuple(problems)


class NoConductances(SpecError):
    """Energies of devices that state no conductances."""


class DataError(CrossbarError):
    """Training data that is missing, broken, or not what it says it is."""


class FileError(CrossbarError):
    """A trajectory or other file that cannot be written or read."""
