"""What setup.cfg promises: names, packages, extras, and that the core needs nothing it does not declare."""

import ast
import configparser
import re
import sys
import tomllib
from importlib import metadata
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]
OURS = {"crossbar", "kernels"}
# Where the name to import is not the name to install, and what another requirement is made of.
DISTRIBUTIONS = {"tomli_w": "tomli-w", "pydantic_core": "pydantic", "llvmlite": "numba"}


@pytest.fixture(scope="module")
def setup():
    config = configparser.ConfigParser(interpolation=None)
    config.read_string((ROOT / "setup.cfg").read_text())
    return config


def names(requirements):
    """`numpy>=2.0` -> numpy; self-references such as `pulse-crossbar[all]` are left out."""
    found = {re.match(r"[\w.-]+", line)[0] for line in requirements.split("\n") if line.strip()}
    return found - {"pulse-crossbar"}


def is_optional(node):
    types_only = isinstance(node, ast.If) and ast.unparse(node.test) == "TYPE_CHECKING"
    return types_only or isinstance(node, ast.FunctionDef)


def imports(tree, inside):
    """Top names imported at the module's level, or `inside`: in functions, or for the sake of types only."""
    deep = {n for outer in ast.walk(tree) if is_optional(outer) for n in ast.walk(outer)}
    for node in ast.walk(tree):
        if (node in deep) != inside:
            continue
        if isinstance(node, ast.Import):
            yield from (alias.name.split(".")[0] for alias in node.names)
        elif isinstance(node, ast.ImportFrom) and not node.level:
            yield node.module.split(".")[0]


def third_party(inside):
    found = {}
    for path in sorted(path for name in OURS for path in (ROOT / name).rglob("*.py")):
        for name in imports(ast.parse(path.read_text()), inside):
            if name not in OURS and name not in sys.stdlib_module_names:
                found.setdefault(DISTRIBUTIONS.get(name, name), path.relative_to(ROOT))
    return found


def test_installed_metadata(setup):
    installed = metadata.metadata("pulse-crossbar")
    assert installed["Version"] == setup["metadata"]["version"]
    assert installed["License-Expression"] == "MIT"
    assert installed["Requires-Python"] == ">=3.11"
    extras = {"plot", "sweep", "xarray", "download", "report", "browser", "all", "test"}
    assert set(installed.get_all("Provides-Extra")) == set(setup["options.extras_require"]) == extras


def test_entry_point_loads():
    (command,) = metadata.entry_points(group="console_scripts", name="crossbar")
    assert command.value == "crossbar.cli:main"
    assert callable(command.load())


def test_every_package_on_disk_is_listed(setup):
    folders = {path.parent for name in OURS for path in (ROOT / name).rglob("*.py")}
    found = {".".join(folder.relative_to(ROOT).parts) for folder in folders}
    assert set(setup["options"]["packages"].split()) == found | {"crossbar.data"}
    assert all((folder / "__init__.py").is_file() for folder in folders)


def test_every_template_is_installed(setup):
    """What is no Python beside the modules of the report goes along."""
    found = {f"*{path.suffix}" for path in (ROOT / "crossbar" / "report").iterdir() if path.suffix not in (".py", "")}
    assert set(setup["options.package_data"]["crossbar.report"].split(", ")) == found


def test_core_imports_only_what_it_declares(setup):
    declared = names(setup["options"]["install_requires"])
    assert not {name: path for name, path in third_party(inside=False).items() if name not in declared}


def test_optional_imports_are_in_an_extra(setup):
    extras = setup["options.extras_require"]
    tables = [setup["options"]["install_requires"], *(extras[extra] for extra in extras if extra != "test")]
    declared = names("\n".join(tables))
    assert not {name: path for name, path in third_party(inside=True).items() if name not in declared}


def test_every_requirement_has_a_floor(setup):
    tables = [setup["options"]["install_requires"], *setup["options.extras_require"].values()]
    lines = [line for table in tables for line in table.split()]
    assert len(lines) > 15
    assert not [line for line in lines if not re.fullmatch(r"[\w-]+>=[\d.]+|pulse-crossbar\[[\w,]+\]", line)]


def test_extras_named_in_messages_exist(setup):
    text = "".join(path.read_text() for path in (ROOT / "crossbar").rglob("*.py"))
    named = set(re.findall(r"pulse-crossbar\[(\w+)\]", text))
    assert named and named <= set(setup["options.extras_require"])


def test_pyproject_holds_the_build_system_and_ruff_only():
    table = tomllib.loads((ROOT / "pyproject.toml").read_text())
    assert set(table) == {"build-system", "tool"} and set(table["tool"]) == {"ruff"}


def test_one_version_everywhere(setup):
    version = setup["metadata"]["version"]
    assert f"\nversion: {version}\n" in (ROOT / "CITATION.cff").read_text()
    assert f"\n## {version} " in (ROOT / "CHANGELOG.md").read_text()


def test_ci_runs_the_test_command_of_the_readme():
    script = (ROOT / ".ci" / "run").read_text()
    command = 'pip install -e ".[test]" && pytest'
    assert command in (ROOT / "README.md").read_text()
    assert script.endswith("\n" + command.replace(" && ", "\n") + "\n")
