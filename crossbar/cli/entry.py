"""`main`: runs the command line and turns errors into one message and an exit code."""

import os
import sys
from io import TextIOWrapper

from cyclopts import CycloptsError

from crossbar.cli.application import INTERRUPTED, PROBLEM, app, say
from crossbar.errors import CrossbarError


def main(argv: list[str] | None = None) -> None:
    """Runs the command line; errors are one message on stderr and exit code 2."""
    if (here := os.getcwd()) not in sys.path:
        sys.path.append(here)  # a user's own device law; last, so that nothing here hides a module of ours
    if isinstance(sys.stdout, TextIOWrapper):
        sys.stdout.reconfigure(errors="backslashreplace")  # a file's name may be no text at all
    try:
        app(argv, exit_on_error=False, print_error=False)
        sys.stdout.flush()
    except CycloptsError as error:
        _fail(f"{str(error).strip().rstrip('.')}; see {' '.join(['crossbar', *(error.command_chain or ())])} --help.")
    except CrossbarError as error:
        if error.hard_exit:
            say(str(error))
            os._exit(PROBLEM)
        _fail(str(error))
    except KeyboardInterrupt:
        say("interrupted")
        raise SystemExit(INTERRUPTED) from None
    except MemoryError as error:
        _fail(f"needs more memory than there is ({error}); shrink network.sizes or batch_size, or probe fewer cells.")
    except BrokenPipeError:
        _drop_stdout()
        raise SystemExit(1) from None
    except OSError as error:
        _drop_stdout()
        _fail(f"{error.filename or 'standard output'}: cannot be used ({error.strerror or error}); check it.")


def _drop_stdout() -> None:
    """What could not be written would be tried again when the interpreter ends, and complained of."""
    os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())


def _fail(message: str) -> None:
    say(message)
    raise SystemExit(PROBLEM)
