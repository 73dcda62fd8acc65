"""What the packages import, pyproject.toml asks for: nothing comes only because another wants it."""

from __future__ import annotations

import ast
import re
import sys
import tomllib
from collections.abc import Iterator
from importlib.metadata import packages_distributions
from itertools import chain

import pytest

from tests.house.source import PACKAGES, ROOT, as_lines, package_files, tree_of

PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
EXTRAS = {"inaproc_backend": ("server",)}
"""Packages that are used with an extra; all others must do with the plain installation."""


def outside_imports(tree: ast.AST) -> Iterator[str]:
    """Yield the first part of every imported name that is neither ours nor of the standard library."""
    for node in ast.walk(tree):
        names: list[str] = []
        if isinstance(node, ast.Import):
            names = [alias.name for alias in node.names]
        elif isinstance(node, ast.ImportFrom) and node.module and not node.level:
            names = [node.module]
        for name in names:
            first = name.partition(".")[0]
            if first not in sys.stdlib_module_names and first not in PACKAGES:
                yield first


def asked_for(*extras: str) -> set[str]:
    """Return the names of the libraries in pyproject.toml, in the one spelling that pip compares."""
    lists = [PROJECT["dependencies"], *(PROJECT["optional-dependencies"][extra] for extra in extras)]
    return {normal(re.split(r"[\[=<>;~! ]", requirement)[0]) for requirement in chain(*lists)}


def normal(name: str) -> str:
    """Return a library's name as pip compares it (PEP 503)."""
    return re.sub(r"[-_.]+", "-", name).lower()


@pytest.mark.parametrize("package", [package for package in PACKAGES if package != "resources"])
def test_every_import_is_asked_for(package: str) -> None:
    """An installation without the tools of developers has everything that the package imports."""
    wanted = asked_for(*EXTRAS.get(package, ()))
    providers = packages_distributions()
    missing: dict[str, set[str]] = {}
    for file in package_files(package):
        for name in outside_imports(tree_of(file)):
            if not wanted & {normal(library) for library in providers.get(name, [name])}:
                missing.setdefault(name, set()).add(str(file))
    assert not missing, as_lines(missing)


def test_a_missing_library_would_be_seen() -> None:
    """Names are compared as pip does, and a library that is not asked for is found."""
    assert {"pyside6-essentials", "sqlalchemy", "pyhanko"} <= asked_for()
    assert "litestar" not in asked_for()
    assert "litestar" in asked_for("server")
    assert list(outside_imports(ast.parse("import os\nfrom . import x\nimport lxml.etree"))) == ["lxml"]
