"""The rules that programs check: ruff on everything, mypy on crossbar, the walls between the rooms."""

import re
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]
BIN = Path(sys.executable).parent

COMMANDS = {
    "ruff": ["ruff", "check", "--output-format=concise", "."],
    "mypy": ["mypy"],
    "import-linter": ["lint-imports", "--no-cache"],
}


@pytest.mark.parametrize("command", COMMANDS.values(), ids=COMMANDS)
def test_no_complaint(command):
    done = subprocess.run([BIN / command[0], *command[1:]], cwd=ROOT, capture_output=True, text=True)
    assert done.returncode == 0, done.stdout + done.stderr


def test_the_numbers_of_the_theory_exist():
    """Every "docs/theory.md (n.m)" of the code, and every (n.m) of the guide, is a paragraph of the theory, once."""
    paragraphs = re.findall(r"^\*\*(\(\d+\.\d+\))", (ROOT / "docs" / "theory.md").read_text(), re.M)
    assert len(paragraphs) == len(set(paragraphs)) > 50
    pointers = re.findall(r"\(\d+\.\d+\)", (ROOT / "docs" / "guide.md").read_text())
    for folder in ("crossbar", "kernels", "tests", "scripts"):
        for path in (ROOT / folder).rglob("*.py"):
            for run in re.findall(r"theory\.md ((?:[, -]*\(\d+\.\d+\))+)", path.read_text()):
                pointers += re.findall(r"\(\d+\.\d+\)", run)
    assert len(pointers) > 100 and set(pointers) <= set(paragraphs)
