"""Fixtures that several files use; one that needs another `path` has its own."""

import pytest

from crossbar.cli import main
from tests.crossbar.known_records import create


@pytest.fixture
def path(tmp_path):
    return tmp_path / "run.h5"


@pytest.fixture(scope="module")
def finished(tmp_path_factory):
    """A finished run of 5 records, to be read only."""
    path = tmp_path_factory.mktemp("finished") / "run.h5"
    create(path, 5).close(finished=True)
    return path


@pytest.fixture
def crossbar(capsys):
    """`crossbar ARGUMENTS`: exit code, stdout, stderr."""

    def call(*arguments):
        capsys.readouterr()
        try:
            main([str(each) for each in arguments])
            code = 0
        except SystemExit as end:
            code = end.code
        return code, *capsys.readouterr()

    return call
